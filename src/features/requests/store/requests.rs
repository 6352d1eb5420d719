//! The SQL of help requests themselves. A change of state is a conditional update: the row decides who was first.

use chrono::NaiveTime;
use sqlx::SqliteConnection;

use crate::features::requests::model::request::{New, Request};
use crate::features::requests::model::rules::is_end;
use crate::features::requests::model::span::Span;
use crate::features::requests::model::states::{Audience, Beneficiary, State, TakeoverReason, Verdict};
use crate::model::{Fault, Moment, NeighbourhoodId, PersonId, RequestId, Result, or_skip};
use crate::text::DayPart;

/// A span as it stands in the table.
pub struct SpanWords {
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// The part of the day.
    pub part: Option<&'static str>,
    /// The time at which it begins.
    pub time_from: Option<String>,
    /// The time at which it is over.
    pub time_to: Option<String>,
}

impl SpanWords {
    /// The words of a span.
    pub fn of(span: Span) -> SpanWords {
        let time = |time: Option<NaiveTime>| time.map(|t| t.format("%H:%M").to_string());
        SpanWords {
            from: span.days.map(|(first, _)| first.to_string()),
            to: span.days.map(|(_, last)| last.to_string()),
            part: span.part.map(DayPart::word),
            time_from: time(span.from),
            time_to: time(span.to),
        }
    }
}

/// Writes a new request, open from now on.
pub async fn insert(db: &mut SqliteConnection, new: &New<'_>, now: Moment) -> Result<RequestId> {
    let SpanWords { from, to, part, time_from, time_to } = SpanWords::of(new.span);
    let id = sqlx::query_scalar!(
        r#"insert into requests (neighbourhood_id, asker_id, category, title, details, day_from, day_to, part, sight, named,
             subject, state, wanted, series_id, same_helper, posted_at, since, time_from, time_to, days_said)
           values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'open', ?12, ?13, ?14, ?15, ?15, ?16, ?17, ?18)
           returning id as "id!: RequestId""#,
        new.neighbourhood,
        new.asker,
        new.category,
        new.title,
        new.details,
        from,
        to,
        part,
        new.audience,
        new.named,
        new.beneficiary,
        new.wanted,
        new.series,
        new.same_helper,
        now,
        time_from,
        time_to,
        new.span.said
    )
    .fetch_one(db)
    .await?;
    Ok(id)
}

/// A value that stands in a column as text. `None` if the column is empty.
///
/// # Errors
/// If the text can't be read.
fn parsed<T>(text: Option<&String>, what: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>> {
    let Some(text) = text else { return Ok(None) };
    parse(text).map(Some).ok_or_else(|| Fault::event(format!("a {what} of a request can't be read")))
}

/// A request by key.
///
/// # Errors
/// If one of its words can't be read.
pub async fn request(db: &mut SqliteConnection, id: RequestId) -> Result<Option<Request>> {
    let row = sqlx::query!(
        r#"select id as "id!: RequestId", neighbourhood_id as "neighbourhood: NeighbourhoodId",
             asker_id as "asker: PersonId", category, title, details, day_from, day_to, part, time_from, time_to,
             days_said as "days_said: bool", sight as "audience: Audience", named as "named: bool", subject as "beneficiary: Beneficiary",
             state as "state: State", wanted, series_id as "series: RequestId", same_helper as "same_helper: bool",
             handler_id as "handler: PersonId", reason as "reason: TakeoverReason", contact, unreached as "unreached: bool", version,
             round, posted_at as "posted_at: Moment", since as "since: Moment", asked_at as "asked_at: Moment",
             after_at as "after_at: Moment", verdict as "verdict: Verdict",
             exists(select 1 from request_media m where m.request_id = coalesce(r.series_id, r.id) and m.kind = 'photo')
               as "photo!: bool",
             exists(select 1 from request_media m where m.request_id = coalesce(r.series_id, r.id) and m.kind <> 'photo')
               as "voice!: bool",
             exists(select 1 from requests c where c.id = coalesce(r.series_id, r.id) and c.sealed_caller is not null)
               as "called!: bool"
           from requests r where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let day = |day: Option<&String>| parsed(day, "day", |d| d.parse().ok());
    let time = |time: Option<&String>| parsed(time, "time", |t| NaiveTime::parse_from_str(t, "%H:%M").ok());
    let span = Span {
        days: day(row.day_from.as_ref())?.zip(day(row.day_to.as_ref())?),
        part: parsed(row.part.as_ref(), "part of the day", DayPart::from_word)?,
        from: time(row.time_from.as_ref())?,
        to: time(row.time_to.as_ref())?,
        said: row.days_said,
    };
    Ok(Some(Request {
        id: row.id,
        neighbourhood: row.neighbourhood,
        asker: row.asker,
        category: row.category,
        title: row.title,
        details: row.details,
        span,
        audience: row.audience,
        named: row.named,
        beneficiary: row.beneficiary,
        state: row.state,
        wanted: row.wanted,
        series: row.series,
        same_helper: row.same_helper,
        handler: row.handler,
        reason: row.reason,
        contact: row.contact,
        unreached: row.unreached,
        version: row.version,
        round: row.round,
        posted_at: row.posted_at,
        since: row.since,
        asked_at: row.asked_at,
        after_at: row.after_at,
        verdict: row.verdict,
        photo: row.photo,
        voice: row.voice,
        called: row.called,
    }))
}

/// Requests by key, in this order.
///
/// # Errors
/// If one of them can't be read.
pub async fn all_of(db: &mut SqliteConnection, ids: &[RequestId]) -> Result<Vec<Request>> {
    let mut all = Vec::new();
    for id in ids {
        all.extend(request(db, *id).await?);
    }
    Ok(all)
}

/// Requests by key, in this order, for a list: those that can't be read are left out.
pub async fn listed(db: &mut SqliteConnection, ids: &[RequestId]) -> Result<Vec<Request>> {
    let mut all = Vec::new();
    for id in ids {
        all.extend(or_skip(request(db, *id).await, "request", id)?.flatten());
    }
    Ok(all)
}

/// Takes a request from one state to another. Returns false if it is not as it was read any more.
pub async fn set_state(db: &mut SqliteConnection, was: &Request, to: State, now: Moment) -> Result<bool> {
    let ended = is_end(to).then_some(now);
    let done = sqlx::query!(
        "update requests set state = ?, version = version + 1, ended_at = ?, handler_id = null where id = ? and state = ? and version = ?",
        to,
        ended,
        was.id,
        was.state,
        was.version
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// How many requests somebody has open, and how many they posted since a moment. One that repeats counts once.
pub async fn counts(db: &mut SqliteConnection, asker: PersonId, since: Moment) -> Result<(i64, i64)> {
    let row = sqlx::query!(
        r#"select count(distinct coalesce(series_id, id)) filter (where state in ('open', 'promised', 'taken_over'))
               as "open!: i64",
             count(distinct coalesce(series_id, id)) filter (where posted_at >= ?) as "new!: i64"
           from requests where asker_id = ? and subject <> 'caller'"#,
        since,
        asker
    )
    .fetch_one(db)
    .await?;
    Ok((row.open, row.new))
}

/// How the asker can be reached: for every date, where it repeats.
pub async fn set_asker_contact(db: &mut SqliteConnection, id: RequestId, contact: &str) -> Result<()> {
    sqlx::query!(
        "update requests set contact = ?1 where id = ?2 or series_id = (select series_id from requests where id = ?2)",
        contact,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Notes whether a private message to the asker did not arrive. Returns true if that is new.
pub async fn set_unreached(db: &mut SqliteConnection, id: RequestId, unreached: bool) -> Result<bool> {
    let done = sqlx::query!("update requests set unreached = ?1 where id = ?2 and unreached <> ?1", unreached, id)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The living requests that somebody asked or responds to, newest first.
pub async fn living_of(db: &mut SqliteConnection, person: PersonId) -> Result<Vec<Request>> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id!: RequestId" from requests
           where (asker_id = ?1 and state not in ('done', 'withdrawn'))
              or id in (select request_id from responses where helper_id = ?1 and state in ('offered', 'accepted'))
           order by posted_at desc, id desc"#,
        person
    )
    .fetch_all(&mut *db)
    .await?;
    listed(db, &ids).await
}
