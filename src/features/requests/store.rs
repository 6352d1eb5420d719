//! The SQL of help requests, responses and drafts. A change of state is a conditional update: the row decides who was first.

use sqlx::SqliteConnection;

use super::category::OTHER;
use super::draft::Draft;
use super::rules::{ResponseState, State};
use super::when::Span;
use crate::model::{Moment, NeighbourhoodId, PersonId, RequestId, ResponseId, Result};
use crate::text::{Day, DayPart};
use crate::turn::Key;

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
    /// Where it stands.
    pub state: State,
    /// Helpers asked for.
    pub wanted: i64,
    /// Counts changes of state, for choices about what was shown.
    pub version: i64,
    /// How a helper can reach the asker, where they said.
    pub contact: Option<String>,
    /// A private message to the asker did not arrive.
    pub unreached: bool,
    /// When it was posted.
    pub posted_at: Moment,
}

/// A neighbour's response.
#[derive(Clone, Debug)]
pub struct Response {
    /// Key.
    pub id: ResponseId,
    /// To which request.
    pub request: RequestId,
    /// Whose.
    pub helper: PersonId,
    /// Where it stands.
    pub state: ResponseState,
    /// How the asker can reach the helper, where they said.
    pub contact: Option<String>,
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
    state: String,
    wanted: i64,
    version: i64,
    contact: Option<String>,
    unreached: bool,
    posted_at: Moment,
}

impl From<RequestRow> for Request {
    fn from(row: RequestRow) -> Request {
        let day = |d: Option<String>| d.and_then(|d| d.parse::<Day>().ok());
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
            },
            // The table takes no other word.
            state: State::of_word(&row.state).unwrap_or(State::Withdrawn),
            wanted: row.wanted,
            version: row.version,
            contact: row.contact,
            unreached: row.unreached,
            posted_at: row.posted_at,
        }
    }
}

struct ResponseRow {
    id: ResponseId,
    request_id: RequestId,
    helper_id: PersonId,
    state: String,
    contact: Option<String>,
}

impl From<ResponseRow> for Response {
    fn from(row: ResponseRow) -> Response {
        Response {
            id: row.id,
            request: row.request_id,
            helper: row.helper_id,
            state: ResponseState::of_word(&row.state).unwrap_or(ResponseState::Withdrawn),
            contact: row.contact,
        }
    }
}

/// Writes a new request.
pub async fn insert(
    db: &mut SqliteConnection,
    asker: PersonId,
    n: NeighbourhoodId,
    draft: &Draft,
    span: Span,
    now: Moment,
) -> Result<RequestId> {
    let category = draft.category.as_deref().unwrap_or(OTHER);
    let title = draft.title.as_deref().unwrap_or_default();
    let (from, to) = (span.days.map(|d| d.0.to_string()), span.days.map(|d| d.1.to_string()));
    let part = span.part.map(DayPart::word);
    let id = sqlx::query_scalar!(
        r#"insert into requests
             (neighbourhood_id, asker_id, category, title, details, day_from, day_to, part, sight, state, posted_at)
           values (?, ?, ?, ?, ?, ?, ?, ?, 'group', 'open', ?) returning id as "id!: RequestId""#,
        n,
        asker,
        category,
        title,
        draft.details,
        from,
        to,
        part,
        now
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
             asker_id as "asker_id: PersonId", category, title, details, day_from, day_to, part, state, wanted, version,
             contact, unreached as "unreached: bool", posted_at as "posted_at: Moment"
           from requests where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Request::from))
}

/// Takes a request from one state to another; says whether it was still as it was read.
pub async fn set_state(db: &mut SqliteConnection, was: &Request, to: State, now: Moment) -> Result<bool> {
    let (from, to_word) = (was.state.word(), to.word());
    let ended = super::rules::is_end(to).then_some(now);
    let done = sqlx::query!(
        "update requests set state = ?, version = version + 1, ended_at = ? where id = ? and state = ? and version = ?",
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

/// How many requests somebody has open, and how many they posted since a moment.
pub async fn counts(db: &mut SqliteConnection, asker: PersonId, since: Moment) -> Result<(i64, i64)> {
    let row = sqlx::query!(
        r#"select count(*) filter (where state in ('open', 'promised', 'taken_over')) as "open!: i64",
             count(*) filter (where posted_at >= ?) as "new!: i64"
           from requests where asker_id = ?"#,
        since,
        asker
    )
    .fetch_one(db)
    .await?;
    Ok((row.open, row.new))
}

/// How the asker can be reached.
pub async fn set_asker_contact(db: &mut SqliteConnection, id: RequestId, contact: &str) -> Result<()> {
    sqlx::query!("update requests set contact = ? where id = ?", contact, id).execute(db).await?;
    Ok(())
}

/// Notes whether a private message to the asker did not arrive; says whether that is news.
pub async fn set_unreached(db: &mut SqliteConnection, id: RequestId, unreached: bool) -> Result<bool> {
    let done = sqlx::query!("update requests set unreached = ?1 where id = ?2 and unreached <> ?1", unreached, id)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The newest open requests of a neighbourhood that this person did not ask and did not respond to.
pub async fn open_for(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    reader: PersonId,
    most: i64,
) -> Result<Vec<Request>> {
    let rows = sqlx::query_as!(
        RequestRow,
        r#"select id as "id!: RequestId", neighbourhood_id as "neighbourhood_id: NeighbourhoodId",
             asker_id as "asker_id: PersonId", category, title, details, day_from, day_to, part, state, wanted, version,
             contact, unreached as "unreached: bool", posted_at as "posted_at: Moment"
           from requests r
           where neighbourhood_id = ?1 and state = 'open' and asker_id <> ?2
             and not exists (select 1 from responses s where s.request_id = r.id and s.helper_id = ?2
               and s.state <> 'withdrawn')
           order by posted_at desc, id desc limit ?3"#,
        n,
        reader,
        most
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Request::from).collect())
}

/// The living requests that somebody asked or responds to, newest first.
pub async fn living_of(db: &mut SqliteConnection, person: PersonId) -> Result<Vec<Request>> {
    let rows = sqlx::query_as!(
        RequestRow,
        r#"select id as "id!: RequestId", neighbourhood_id as "neighbourhood_id: NeighbourhoodId",
             asker_id as "asker_id: PersonId", category, title, details, day_from, day_to, part, state, wanted, version,
             contact, unreached as "unreached: bool", posted_at as "posted_at: Moment"
           from requests
           where (asker_id = ?1 and state not in ('done', 'withdrawn'))
              or id in (select request_id from responses where helper_id = ?1 and state in ('offered', 'accepted'))
           order by posted_at desc, id desc"#,
        person
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Request::from).collect())
}

/// Writes a neighbour's wish to help, if the request is still open; none where they did already.
pub async fn offer(
    db: &mut SqliteConnection,
    request: RequestId,
    helper: PersonId,
    now: Moment,
) -> Result<Option<ResponseId>> {
    let id = sqlx::query_scalar!(
        r#"insert into responses (request_id, helper_id, state, offered_at)
           select r.id, ?, 'offered', ? from requests r where r.id = ? and r.state = 'open'
           on conflict do nothing returning id as "id!: ResponseId""#,
        helper,
        now,
        request
    )
    .fetch_optional(db)
    .await?;
    Ok(id)
}

/// A response by key.
pub async fn response(db: &mut SqliteConnection, id: ResponseId) -> Result<Option<Response>> {
    let row = sqlx::query_as!(
        ResponseRow,
        r#"select id as "id!: ResponseId", request_id as "request_id: RequestId", helper_id as "helper_id: PersonId",
             state, contact from responses where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Response::from))
}

/// All responses to a request, oldest first.
pub async fn responses_of(db: &mut SqliteConnection, request: RequestId) -> Result<Vec<Response>> {
    let rows = sqlx::query_as!(
        ResponseRow,
        r#"select id as "id!: ResponseId", request_id as "request_id: RequestId", helper_id as "helper_id: PersonId",
             state, contact from responses where request_id = ? order by id"#,
        request
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Response::from).collect())
}

/// Takes a response from one state to another; says whether it was still as it was read.
pub async fn set_response_state(db: &mut SqliteConnection, was: &Response, to: ResponseState) -> Result<bool> {
    let (from, to) = (was.state.word(), to.word());
    let done =
        sqlx::query!("update responses set state = ? where id = ? and state = ?", to, was.id, from).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// How a helper can be reached.
pub async fn set_helper_contact(db: &mut SqliteConnection, id: ResponseId, contact: &str) -> Result<()> {
    sqlx::query!("update responses set contact = ? where id = ?", contact, id).execute(db).await?;
    Ok(())
}

const SEALED: (&str, &str) = ("drafts", "sealed_draft");

/// Keeps a draft.
pub async fn keep_draft(
    db: &mut SqliteConnection,
    key: &Key,
    asker: PersonId,
    n: NeighbourhoodId,
    draft: &Draft,
    now: Moment,
) -> Result<i64> {
    let nothing: &[u8] = &[];
    let id = sqlx::query_scalar!(
        r#"insert into drafts (asker_id, neighbourhood_id, sealed_draft, made_at) values (?, ?, ?, ?)
           returning id as "id!: i64""#,
        asker,
        n,
        nothing,
        now
    )
    .fetch_one(&mut *db)
    .await?;
    // Sealed to its row, so the row comes first.
    let sealed = key.seal(SEALED, &id.to_string(), &serde_json::to_vec(draft)?)?;
    sqlx::query!("update drafts set sealed_draft = ? where id = ?", sealed, id).execute(db).await?;
    Ok(id)
}

/// A draft, with its asker and neighbourhood.
pub async fn draft(
    db: &mut SqliteConnection,
    key: &Key,
    id: i64,
) -> Result<Option<(PersonId, NeighbourhoodId, Draft, Moment)>> {
    let row = sqlx::query!(
        r#"select asker_id as "asker: PersonId", neighbourhood_id as "n: NeighbourhoodId", sealed_draft,
             made_at as "made_at: Moment" from drafts where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let draft = serde_json::from_slice(&key.open(SEALED, &id.to_string(), &row.sealed_draft)?)?;
    Ok(Some((row.asker, row.n, draft, row.made_at)))
}

/// Throws a draft away; says whether it was there.
pub async fn drop_draft(db: &mut SqliteConnection, id: i64) -> Result<bool> {
    let done = sqlx::query!("delete from drafts where id = ?", id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}
