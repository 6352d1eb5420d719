//! The SQL of help requests themselves. A change of state is a conditional update: the row decides who was first.

use chrono::NaiveTime;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Sqlite, SqliteConnection, Type};

use crate::features::requests::model::request::Request;
use crate::features::requests::model::rules::is_end;
use crate::features::requests::model::span::Span;
use crate::features::requests::model::states::{Audience, Beneficiary, State, TakeoverReason, Verdict};
use crate::model::{Moment, NeighbourhoodId, PersonId, RequestId, Result, UnknownWord, or_skip};
use crate::text::{Day, DayPart};

/// A span as it stands in the table: its first and its last day, the part of the day, the times at which it begins and is over.
pub fn columns(span: Span) -> [Option<String>; 5] {
    let time = |time: NaiveTime| time.format("%H:%M").to_string();
    [
        span.days.map(|(first, _)| first.to_string()),
        span.days.map(|(_, last)| last.to_string()),
        span.part.map(|part| part.word().to_owned()),
        span.from.map(time),
        span.to.map(time),
    ]
}

impl Type<Sqlite> for Span {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }
}

/// Reads the columns as a JSON array, with whether both days were said as the last one.
impl<'r> Decode<'r, Sqlite> for Span {
    fn decode(value: SqliteValueRef<'r>) -> Result<Span, BoxDynError> {
        let columns = <&str as Decode<Sqlite>>::decode(value)?;
        let ([first, last, part, from, to], said): ([Option<String>; 5], i64) = serde_json::from_str(columns)?;
        let day = |day: Option<String>| day.map(|d| d.parse::<Day>()).transpose();
        let time = |time: Option<String>| time.map(|t| NaiveTime::parse_from_str(&t, "%H:%M")).transpose();
        let part = part.map(|word| DayPart::from_word(&word).ok_or(UnknownWord("DayPart"))).transpose()?;
        Ok(Span { days: day(first)?.zip(day(last)?), part, from: time(from)?, to: time(to)?, said: said == 1 })
    }
}

/// Writes a request that is not there yet, open from now on; its key, state and searches are not looked at.
pub async fn insert(db: &mut SqliteConnection, new: &Request, now: Moment) -> Result<RequestId> {
    let [from, to, part, time_from, time_to] = columns(new.span);
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

/// A request by key.
///
/// # Errors
/// If one of its words can't be read.
pub async fn request(db: &mut SqliteConnection, id: RequestId) -> Result<Option<Request>> {
    let row = sqlx::query_as!(
        Request,
        r#"select id as "id!: RequestId", neighbourhood_id as "neighbourhood: NeighbourhoodId",
             asker_id as "asker: PersonId", category, title, details,
             json_array(json_array(day_from, day_to, part, time_from, time_to), days_said) as "span!: Span",
             sight as "audience: Audience", named as "named: bool", subject as "beneficiary: Beneficiary",
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
    Ok(row)
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

/// Takes a request from one state to another; to `by`, for their reason, where a moderator takes it over. Returns false if it is
/// not as it was read any more.
pub async fn set_state(
    db: &mut SqliteConnection,
    was: &Request,
    to: State,
    by: Option<(PersonId, TakeoverReason)>,
    now: Moment,
) -> Result<bool> {
    let ended = is_end(to).then_some(now);
    let (handler, reason) = by.unzip();
    let done = sqlx::query!(
        "update requests set state = ?, version = version + 1, ended_at = ?, handler_id = ?, reason = coalesce(?, reason)
         where id = ? and state = ? and version = ?",
        to,
        ended,
        handler,
        reason,
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
