//! Groups that wait to be set up, and the topics seen in groups.

use sqlx::SqliteConnection;

use crate::model::{ChatId, Moment, NeighbourhoodId, PersonId, Result};

/// A group that waits to be set up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setup {
    /// Who added the bot: the only one who can set it up.
    pub added_by: PersonId,
    /// Names the card that is the one line in the group.
    pub line: i64,
}

/// The setup of a group, if it waits for one.
pub(super) async fn setup_of(db: &mut SqliteConnection, chat: ChatId) -> Result<Option<Setup>> {
    Ok(sqlx::query_as!(Setup, r#"select added_by as "added_by: PersonId", line from setups where chat_id = ?"#, chat)
        .fetch_optional(db)
        .await?)
}

/// The bot was added to a group: it waits to be set up, and shows one line there.
pub(super) async fn note_setup(db: &mut SqliteConnection, chat: ChatId, added_by: PersonId, line: i64) -> Result<()> {
    sqlx::query!(
        "insert into setups (chat_id, added_by, line) values (?, ?, ?)
         on conflict (chat_id) do update set added_by = excluded.added_by, line = excluded.line",
        chat,
        added_by,
        line
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The group was set up, or the bot is no longer in it.
pub(super) async fn drop_setup(db: &mut SqliteConnection, chat: ChatId) -> Result<()> {
    sqlx::query!("delete from setups where chat_id = ?", chat).execute(db).await?;
    Ok(())
}

/// The bot was removed from a group of this neighbourhood.
pub(super) async fn note_former(db: &mut SqliteConnection, chat: ChatId, n: NeighbourhoodId) -> Result<()> {
    sqlx::query!(
        "insert into former_groups (chat_id, neighbourhood_id) values (?, ?)
         on conflict do update set neighbourhood_id = excluded.neighbourhood_id",
        chat,
        n
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Which neighbourhood a group was part of before; forgotten then.
pub(super) async fn take_former(db: &mut SqliteConnection, chat: ChatId) -> Result<Option<NeighbourhoodId>> {
    Ok(sqlx::query_scalar!(
        r#"delete from former_groups where chat_id = ? returning neighbourhood_id as "n!: NeighbourhoodId""#,
        chat
    )
    .fetch_optional(db)
    .await?)
}

/// Somebody was invited to the team by somebody.
pub(super) async fn propose(
    db: &mut SqliteConnection,
    (person, n): (PersonId, NeighbourhoodId),
    by: PersonId,
    now: Moment,
) -> Result<()> {
    sqlx::query!(
        "insert into moderator_proposals (person_id, neighbourhood_id, by_id, at) values (?, ?, ?, ?)
         on conflict do update set by_id = excluded.by_id, at = excluded.at",
        person,
        n,
        by,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Who invited somebody to the team who waits to be known there; `None`: nobody waits.
pub(super) async fn proposed_by(
    db: &mut SqliteConnection,
    person: PersonId,
    n: NeighbourhoodId,
) -> Result<Option<PersonId>> {
    Ok(sqlx::query_scalar!(
        r#"select by_id as "id!: PersonId" from moderator_proposals where person_id = ? and neighbourhood_id = ?"#,
        person,
        n
    )
    .fetch_optional(db)
    .await?)
}

/// They don't wait any more.
pub(super) async fn drop_proposal(db: &mut SqliteConnection, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    sqlx::query!("delete from moderator_proposals where person_id = ? and neighbourhood_id = ?", person, n)
        .execute(db)
        .await?;
    Ok(())
}

/// The groups that wait for this person.
pub(super) async fn waiting_for(db: &mut SqliteConnection, person: PersonId) -> Result<Vec<ChatId>> {
    Ok(sqlx::query_scalar!(
        r#"select chat_id as "id!: ChatId" from setups where added_by = ? order by chat_id"#,
        person
    )
    .fetch_all(db)
    .await?)
}

/// A topic was made, or got another name.
pub(super) async fn note_topic(db: &mut SqliteConnection, chat: ChatId, topic: i64, name: &str) -> Result<()> {
    sqlx::query!(
        "insert into topics (chat_id, topic, name) values (?, ?, ?)
         on conflict (chat_id, topic) do update set name = excluded.name",
        chat,
        topic,
        name
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The topics seen in a group, newest first, with their names; at most 20.
pub(super) async fn topics(db: &mut SqliteConnection, chat: ChatId) -> Result<Vec<(i64, String)>> {
    let rows = sqlx::query!("select topic, name from topics where chat_id = ? order by topic desc limit 20", chat)
        .fetch_all(db)
        .await?;
    Ok(rows.into_iter().map(|r| (r.topic, r.name)).collect())
}
