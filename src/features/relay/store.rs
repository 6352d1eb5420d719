//! The SQL of questions to the team. What was said is sealed; every reading by somebody to whom it was not said is written down.

use sqlx::SqliteConnection;

use crate::dialogue::Words;
use crate::model::{Moment, NeighbourhoodId, PersonId, Result, words};
use crate::turn::Key;

words! {
    /// Who has the last word.
    pub(super) enum State {
        /// The resident: the team is to answer.
        Asked = "asked",
        /// The team.
        Answered = "answered",
        /// Nobody: it is over.
        Ended = "ended",
    }
}

/// A conversation.
#[derive(Clone, Debug)]
pub(super) struct Relay {
    /// Its key.
    pub id: i64,
    /// Whose team.
    pub neighbourhood: NeighbourhoodId,
    /// Who asked.
    pub resident: PersonId,
    /// Who of the team answers.
    pub member: Option<PersonId>,
    /// Who has the last word.
    pub state: State,
    /// One of the two said that it is not all right.
    pub objected: bool,
    /// The last message that somebody of the team was shown; 0: none yet.
    pub read_to: i64,
}

/// Something that was said.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// Its key.
    pub id: i64,
    /// By the team?
    pub by_team: bool,
    /// Who said it.
    pub by: PersonId,
    /// What.
    pub words: Words,
}

const SEALED: (&str, &str) = ("relay_messages", "sealed_words");

/// Begins a conversation. `None` if this resident has one with this team.
pub(super) async fn begin(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    resident: PersonId,
    now: Moment,
) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        r#"insert into relays (neighbourhood_id, resident_id, state, said_at) values (?, ?, 'asked', ?)
           on conflict (resident_id, neighbourhood_id) where state <> 'ended' do nothing returning id as "id!: i64""#,
        n,
        resident,
        now
    )
    .fetch_optional(db)
    .await?)
}

/// A conversation by key.
pub(super) async fn relay(db: &mut SqliteConnection, id: i64) -> Result<Option<Relay>> {
    Ok(sqlx::query_as!(
        Relay,
        r#"select id as "id!: i64", neighbourhood_id as "neighbourhood: NeighbourhoodId",
             resident_id as "resident: PersonId", member_id as "member: PersonId", state as "state: State",
             objected as "objected: bool", read_to
           from relays where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?)
}

/// The conversations that a resident has open, oldest first.
pub(super) async fn open_of(db: &mut SqliteConnection, resident: PersonId) -> Result<Vec<i64>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id!: i64" from relays where resident_id = ? and state <> 'ended' order by id"#,
        resident
    )
    .fetch_all(db)
    .await?)
}

/// Sets who of the team answers.
pub(super) async fn set_member(db: &mut SqliteConnection, id: i64, member: Option<PersonId>) -> Result<()> {
    sqlx::query!("update relays set member_id = ? where id = ?", member, id).execute(db).await?;
    Ok(())
}

/// Notes that somebody of the team was shown everything up to this message.
pub(super) async fn note_read(db: &mut SqliteConnection, id: i64, message: i64) -> Result<()> {
    sqlx::query!("update relays set read_to = max(read_to, ?) where id = ?", message, id).execute(db).await?;
    Ok(())
}

/// Notes that this message did not reach who was to read it.
pub(super) async fn note_unread(db: &mut SqliteConnection, id: i64, message: i64) -> Result<()> {
    sqlx::query!("update relays set read_to = min(read_to, ? - 1) where id = ?", message, id).execute(db).await?;
    Ok(())
}

/// Writes down that somebody of the team took it on.
pub(super) async fn note_member(db: &mut SqliteConnection, id: i64, member: PersonId) -> Result<()> {
    sqlx::query!("insert into relay_members (relay_id, person_id) values (?, ?) on conflict do nothing", id, member)
        .execute(db)
        .await?;
    Ok(())
}

/// Everybody of the team who ever took it on.
pub(super) async fn members(db: &mut SqliteConnection, id: i64) -> Result<Vec<PersonId>> {
    Ok(sqlx::query_scalar!(
        r#"select person_id as "id!: PersonId" from relay_members where relay_id = ? order by person_id"#,
        id
    )
    .fetch_all(db)
    .await?)
}

/// Sets who has the last word. Returns true if it was not over.
pub(super) async fn set_state(db: &mut SqliteConnection, id: i64, to: State, now: Moment) -> Result<bool> {
    let done = sqlx::query!("update relays set state = ?, said_at = ? where id = ? and state <> 'ended'", to, now, id)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that it is not all right. Returns true if that is news.
pub(super) async fn object(db: &mut SqliteConnection, id: i64) -> Result<bool> {
    let done = sqlx::query!("update relays set objected = 1 where id = ? and objected = 0", id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps what was said.
pub(super) async fn say(
    db: &mut SqliteConnection,
    key: &Key,
    relay: i64,
    (by_team, by): (bool, PersonId),
    words: &Words,
    now: Moment,
) -> Result<i64> {
    let nothing: &[u8] = &[];
    let id = sqlx::query_scalar!(
        r#"insert into relay_messages (relay_id, by_team, person_id, sealed_words, said_at) values (?, ?, ?, ?, ?)
           returning id as "id!: i64""#,
        relay,
        by_team,
        by,
        nothing,
        now
    )
    .fetch_one(&mut *db)
    .await?;
    // Sealed to its row, so the row comes first.
    let sealed = key.seal(SEALED, &id.to_string(), &serde_json::to_vec(words)?)?;
    sqlx::query!("update relay_messages set sealed_words = ? where id = ?", sealed, id).execute(db).await?;
    Ok(id)
}

/// The conversation that a message belongs to.
pub(super) async fn relay_of(db: &mut SqliteConnection, message: i64) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!("select relay_id from relay_messages where id = ?", message).fetch_optional(db).await?)
}

/// The messages of a neighbourhood's conversations, without those that this person has with the team as a resident.
pub(super) async fn messages_of_others(
    db: &mut SqliteConnection,
    n: NeighbourhoodId,
    person: PersonId,
) -> Result<Vec<i64>> {
    let ids = sqlx::query_scalar!(
        r#"select m.id as "id!: i64" from relay_messages m join relays r on r.id = m.relay_id
           where r.neighbourhood_id = ? and r.resident_id <> ? order by m.id"#,
        n,
        person
    )
    .fetch_all(db)
    .await?;
    Ok(ids)
}

/// Everything that was said, in order.
pub(super) async fn all_said(db: &mut SqliteConnection, key: &Key, relay: i64) -> Result<Vec<Said>> {
    let rows = sqlx::query!(
        r#"select id as "id!: i64", by_team as "by_team: bool", person_id as "by: PersonId", sealed_words from relay_messages
           where relay_id = ? order by id"#,
        relay
    )
    .fetch_all(db)
    .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let words = serde_json::from_slice(&key.open(SEALED, &row.id.to_string(), &row.sealed_words)?)?;
        all.push(Said { id: row.id, by_team: row.by_team, by: row.by, words });
    }
    Ok(all)
}

/// How many messages the resident sent since the team last said something.
pub(super) async fn unanswered(db: &mut SqliteConnection, relay: i64) -> Result<i64> {
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "n!: i64" from relay_messages m where relay_id = ?1 and by_team = 0
             and not exists (select 1 from relay_messages t where t.relay_id = ?1 and t.by_team = 1 and t.id > m.id)"#,
        relay
    )
    .fetch_one(db)
    .await?)
}

/// Writes down that somebody reads what was not said to them.
pub(super) async fn note_opening(db: &mut SqliteConnection, relay: &Relay, by: PersonId, now: Moment) -> Result<()> {
    sqlx::query!(
        "insert into relay_openings (relay_id, neighbourhood_id, person_id, at) values (?, ?, ?, ?)",
        relay.id,
        relay.neighbourhood,
        by,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Returns true if it is written down that this person read it.
pub(super) async fn has_opened(db: &mut SqliteConnection, relay: i64, person: PersonId) -> Result<bool> {
    let found = sqlx::query_scalar!(
        "select exists (select 1 from relay_openings where relay_id = ? and person_id = ?) as \"found!: bool\"",
        relay,
        person
    )
    .fetch_one(db)
    .await?;
    Ok(found)
}

/// Forgets a conversation. That it was opened stays written down.
pub(super) async fn drop_relay(db: &mut SqliteConnection, id: i64) -> Result<()> {
    sqlx::query!("delete from relay_messages where relay_id = ?", id).execute(&mut *db).await?;
    sqlx::query!("delete from relay_members where relay_id = ?", id).execute(&mut *db).await?;
    sqlx::query!("delete from relays where id = ?", id).execute(db).await?;
    Ok(())
}
