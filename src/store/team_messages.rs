//! Messages in private chats that show what is the team's.

use sqlx::SqliteConnection;

use crate::model::{ChatId, Moment, NeighbourhoodId, OutboxId, Result};

/// A message that shows what is a neighbourhood's team's.
#[derive(Clone, Copy, Debug)]
pub struct TeamMessage {
    /// Telegram's id of it.
    pub message_id: i64,
    /// Is it a voice message?
    pub media: bool,
}

/// What waits under these keys shows what is the team's.
pub async fn mark_team_rows(db: &mut SqliteConnection, rows: &[(OutboxId, NeighbourhoodId, bool)]) -> Result<()> {
    let list = serde_json::to_string(rows)?;
    sqlx::query!(
        "update outbox set team_of = e.value->>1, team_media = e.value->>2
         from json_each(?) e where outbox.id = e.value->>0",
        list
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A message in a private chat shows what is the team's.
pub async fn note_team_message(
    db: &mut SqliteConnection,
    chat: ChatId,
    message: TeamMessage,
    n: NeighbourhoodId,
    now: Moment,
) -> Result<()> {
    sqlx::query!(
        "insert into team_messages (chat_id, message_id, neighbourhood_id, media, at) values (?, ?, ?, ?, ?)
         on conflict do update set neighbourhood_id = excluded.neighbourhood_id, at = excluded.at",
        chat,
        message.message_id,
        n,
        message.media,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes the messages in a private chat that show what is a neighbourhood's team's.
pub async fn take_team_messages(
    db: &mut SqliteConnection,
    chat: ChatId,
    n: NeighbourhoodId,
) -> Result<Vec<TeamMessage>> {
    Ok(sqlx::query_as!(
        TeamMessage,
        r#"delete from team_messages where chat_id = ? and neighbourhood_id = ?
           returning message_id as "message_id!: i64", media as "media!: bool""#,
        chat,
        n
    )
    .fetch_all(db)
    .await?)
}

/// Forgets messages from before this moment.
pub async fn drop_old_team_messages(db: &mut SqliteConnection, before: Moment) -> Result<()> {
    sqlx::query!("delete from team_messages where at < ?", before).execute(db).await?;
    Ok(())
}
