//! The SQL of help requests, responses and drafts. A change of state is a conditional update: the row decides who was first.

mod after;
mod asking;
mod board;
mod course;
mod drafts;
mod responses;
mod team;

use chrono::NaiveTime;
use sqlx::SqliteConnection;

use super::states::{Reason, Sight, State, Subject, Verdict};
use super::when::Span;
use crate::model::{Moment, NeighbourhoodId, PersonId, RequestId, Result};
use crate::text::{Day, DayPart};

pub use after::{dates_of, forget_after, insert_series, set_after, set_helper_verdict, set_verdict};
pub use asking::{all_ended, caller, forget, keep_media, media, set_caller, was_approached};
pub use board::{OnBoard, on_board};
pub use course::{
    approached_for, begin_search, candidates, note_approached, open_in_groups, set_asked, set_round, set_span,
    set_wanted, siblings,
};
pub use drafts::{draft, drop_draft, keep_draft, set_draft};
pub use responses::{Response, living_between, offer, response, responses_of, set_helper_contact, set_response_state};
pub use team::{assign, begin_again, callers_of, set_asker};

/// A help request.
#[derive(Clone, Debug)]
pub struct Request {
    /// Key.
    pub id: RequestId,
    /// Where.
    pub neighbourhood: NeighbourhoodId,
    /// Whose.
    pub asker: PersonId,
    /// Id of its category.
    pub category: String,
    /// What, in one line.
    pub title: String,
    /// All else.
    pub details: Option<String>,
    /// When.
    pub span: Span,
    /// Who sees it.
    pub sight: Sight,
    /// With the asker's name?
    pub named: bool,
    /// For whom it is.
    pub subject: Subject,
    /// Where it stands.
    pub state: State,
    /// Helpers asked for.
    pub wanted: i64,
    /// The first date of its series, where it repeats; its own key for that one.
    pub series: Option<RequestId>,
    /// One helper for every date of the series?
    pub same_helper: bool,
    /// The moderator who took it over.
    pub handler: Option<PersonId>,
    /// Why it was taken over.
    pub reason: Option<Reason>,
    /// Counts changes of state, for choices about what was shown.
    pub version: i64,
    /// How wide the search is by now, from 1.
    pub round: i64,
    /// How a helper can reach the asker, where they said.
    pub contact: Option<String>,
    /// A private message to the asker did not arrive.
    pub unreached: bool,
    /// When it was posted.
    pub posted_at: Moment,
    /// When this search for helpers began: when it was posted, renewed or opened again.
    pub since: Moment,
    /// When its asker was asked whether it is still needed.
    pub asked_at: Option<Moment>,
    /// When both sides were asked how it went.
    pub after_at: Option<Moment>,
    /// What the asker said afterwards.
    pub verdict: Option<Verdict>,
    /// Did a photo come along?
    pub photo: bool,
    /// Was some of it spoken?
    pub voice: bool,
    /// Is somebody's name and number kept with it, who called the team?
    pub called: bool,
}

impl Request {
    /// What its card hangs on, and what a series is named by: its first date. Its own key where it does not repeat.
    pub fn root(&self) -> RequestId {
        self.series.unwrap_or(self.id)
    }
}

/// A request that is about to be written.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// Where.
    pub neighbourhood: NeighbourhoodId,
    /// Whose.
    pub asker: PersonId,
    /// Id of its category.
    pub category: &'a str,
    /// What, in one line.
    pub title: &'a str,
    /// All else.
    pub details: Option<&'a str>,
    /// When.
    pub span: Span,
    /// Who sees it.
    pub sight: Sight,
    /// With the asker's name?
    pub named: bool,
    /// For whom it is.
    pub subject: Subject,
    /// Helpers asked for, 1 to 20.
    pub wanted: i64,
    /// The first date of its series, where it is a later one.
    pub series: Option<RequestId>,
    /// One helper for every date of the series?
    pub same_helper: bool,
}

struct RequestRow {
    id: RequestId,
    neighbourhood_id: NeighbourhoodId,
    asker_id: PersonId,
    category: String,
    title: String,
    details: Option<String>,
    day_from: Option<String>,
    day_to: Option<String>,
    part: Option<String>,
    time_from: Option<String>,
    time_to: Option<String>,
    days_said: bool,
    sight: String,
    named: bool,
    subject: String,
    state: String,
    wanted: i64,
    series_id: Option<RequestId>,
    same_helper: bool,
    handler_id: Option<PersonId>,
    reason: Option<String>,
    contact: Option<String>,
    unreached: bool,
    version: i64,
    round: i64,
    posted_at: Moment,
    since: Moment,
    asked_at: Option<Moment>,
    after_at: Option<Moment>,
    verdict: Option<String>,
    photo: bool,
    voice: bool,
    called: bool,
}

impl From<RequestRow> for Request {
    fn from(row: RequestRow) -> Request {
        let day = |d: Option<String>| d.and_then(|d| d.parse::<Day>().ok());
        let time = |t: Option<String>| t.and_then(|t| NaiveTime::parse_from_str(&t, "%H:%M").ok());
        Request {
            id: row.id,
            neighbourhood: row.neighbourhood_id,
            asker: row.asker_id,
            category: row.category,
            title: row.title,
            details: row.details,
            span: Span {
                days: day(row.day_from).zip(day(row.day_to)),
                part: row.part.as_deref().and_then(DayPart::of_word),
                from: time(row.time_from),
                to: time(row.time_to),
                said: row.days_said,
            },
            // The table takes no other words than these have; what shows least is taken where one has none.
            sight: Sight::of_word(&row.sight).unwrap_or(Sight::Team),
            named: row.named,
            subject: Subject::of_word(&row.subject).unwrap_or(Subject::Own),
            state: State::of_word(&row.state).unwrap_or(State::Withdrawn),
            wanted: row.wanted,
            series: row.series_id,
            same_helper: row.same_helper,
            handler: row.handler_id,
            reason: row.reason.as_deref().and_then(Reason::of_word),
            contact: row.contact,
            unreached: row.unreached,
            version: row.version,
            round: row.round,
            posted_at: row.posted_at,
            since: row.since,
            asked_at: row.asked_at,
            after_at: row.after_at,
            verdict: row.verdict.as_deref().and_then(Verdict::of_word),
            photo: row.photo,
            voice: row.voice,
            called: row.called,
        }
    }
}

/// A span as it stands in the table.
struct SpanWords {
    from: Option<String>,
    to: Option<String>,
    part: Option<&'static str>,
    time_from: Option<String>,
    time_to: Option<String>,
}

impl SpanWords {
    fn of(span: Span) -> SpanWords {
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
    let (sight, subject) = (new.sight.word(), new.subject.word());
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
        sight,
        new.named,
        subject,
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
pub async fn request(db: &mut SqliteConnection, id: RequestId) -> Result<Option<Request>> {
    let row = sqlx::query_as!(
        RequestRow,
        r#"select id as "id!: RequestId", neighbourhood_id as "neighbourhood_id: NeighbourhoodId",
             asker_id as "asker_id: PersonId", category, title, details, day_from, day_to, part, time_from, time_to,
             days_said as "days_said: bool", sight, named as "named: bool", subject, state, wanted, series_id as "series_id: RequestId",
             same_helper as "same_helper: bool", handler_id as "handler_id: PersonId", reason, contact,
             unreached as "unreached: bool", version, round, posted_at as "posted_at: Moment",
             since as "since: Moment", asked_at as "asked_at: Moment", after_at as "after_at: Moment", verdict,
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
    Ok(row.map(Request::from))
}

/// Requests by key, in this order.
pub async fn all_of(db: &mut SqliteConnection, ids: &[RequestId]) -> Result<Vec<Request>> {
    let mut all = Vec::new();
    for id in ids {
        all.extend(request(db, *id).await?);
    }
    Ok(all)
}

/// Takes a request from one state to another; says whether it was still as it was read.
pub async fn set_state(db: &mut SqliteConnection, was: &Request, to: State, now: Moment) -> Result<bool> {
    let (from, to_word) = (was.state.word(), to.word());
    let ended = super::rules::is_end(to).then_some(now);
    let done = sqlx::query!(
        "update requests set state = ?, version = version + 1, ended_at = ?, handler_id = null where id = ? and state = ? and version = ?",
        to_word,
        ended,
        was.id,
        from,
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

/// Notes whether a private message to the asker did not arrive; says whether that is news.
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
    all_of(db, &ids).await
}
