//! Card slots: for each thing and chat the one message that shows it, and what it should show.

use sqlx::SqliteConnection;

use super::Key;
use crate::model::{CardKey, ChatId, Content, OutboxId, Result, SlotId, Thing};

const PLACE: (&str, &str) = ("card_slots", "sealed_content");

/// How often a card that somebody deleted is posted again. After that it is given up: who deletes it twice means it.
pub const POST_AGAIN: i64 = 1;

/// What a slot should show from now on.
#[derive(Clone, Debug)]
pub struct SlotChange {
    /// Which slot.
    pub key: CardKey,
    /// The content.
    pub content: Content,
}

/// A slot as it is.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Its key.
    pub id: SlotId,
    /// What it shows.
    pub thing: Thing,
    /// Where.
    pub chat: ChatId,
    /// What should stand there.
    pub content: Content,
    /// Version of that.
    pub version: i64,
    /// Version of what stands there.
    pub sent_version: i64,
    /// Telegram's id of the message.
    pub message_id: Option<i64>,
    /// How often it was deleted by somebody.
    pub vanished: i64,
    /// It should be gone.
    pub removed: bool,
}

fn row_name(key: &CardKey) -> String {
    format!("{}/{}/{}", key.thing.feature, key.thing.id, key.chat)
}

/// Writes what slots should show; returns the keys of those with something to send, and their chats. A slot that shows
/// just that already is left alone, and one that was given up stays so.
pub async fn store_cards(
    db: &mut SqliteConnection,
    key: &Key,
    changes: &[SlotChange],
) -> Result<Vec<(SlotId, ChatId)>> {
    let mut ids = Vec::with_capacity(changes.len());
    for change in changes {
        let CardKey { thing, chat } = &change.key;
        if shows_already(db, key, change).await? {
            continue;
        }
        let sealed = key.seal(PLACE, &row_name(&change.key), &serde_json::to_vec(&change.content)?)?;
        let id = sqlx::query_scalar!(
            r#"insert into card_slots (feature, thing, chat_id, sealed_content, version) values (?, ?, ?, ?, 1)
               on conflict (feature, thing, chat_id) do update set
                 sealed_content = excluded.sealed_content, version = version + 1
                 where message_id is not null or vanished <= ?
               returning id as "id!: SlotId""#,
            thing.feature,
            thing.id,
            chat,
            sealed,
            POST_AGAIN
        )
        .fetch_optional(&mut *db)
        .await?;
        ids.extend(id.map(|id| (id, *chat)));
    }
    Ok(ids)
}

/// Does the slot's message show this content now, or will it once what is on its way arrives? Telegram refuses an edit that
/// changes nothing.
async fn shows_already(db: &mut SqliteConnection, key: &Key, change: &SlotChange) -> Result<bool> {
    let CardKey { thing, chat } = &change.key;
    let sealed = sqlx::query_scalar!(
        "select sealed_content from card_slots
         where feature = ? and thing = ? and chat_id = ? and removed = 0 and (message_id is not null and sent_version = version
           or exists(select 1 from outbox where slot_id = card_slots.id))",
        thing.feature,
        thing.id,
        chat
    )
    .fetch_optional(db)
    .await?;
    let Some(sealed) = sealed else { return Ok(false) };
    let content: Content = serde_json::from_slice(&key.open(PLACE, &row_name(&change.key), &sealed)?)?;
    Ok(content == change.content)
}

/// A message that stands in the chat already becomes the slot's: a preview that its asker confirmed. A slot that has a message
/// keeps it, or takes this one in its place.
pub async fn adopt_slot(
    db: &mut SqliteConnection,
    key: &Key,
    card: &CardKey,
    message_id: i64,
    content: &Content,
    in_its_place: bool,
) -> Result<SlotId> {
    let sealed = key.seal(PLACE, &row_name(card), &serde_json::to_vec(content)?)?;
    Ok(sqlx::query_scalar!(
        r#"insert into card_slots (feature, thing, chat_id, sealed_content, version, message_id) values (?1, ?2, ?3, ?4, 1, ?5)
           on conflict (feature, thing, chat_id) do update set sealed_content = excluded.sealed_content, version = version + 1,
             sent_version = iif(?6, 0, sent_version), message_id = iif(?6, excluded.message_id, message_id),
             vanished = iif(?6, 0, vanished), removed = iif(?6, 0, removed)
           returning id as "id!: SlotId""#,
        card.thing.feature,
        card.thing.id,
        card.chat,
        sealed,
        message_id,
        in_its_place
    )
    .fetch_one(db)
    .await?)
}

/// The slot's message is its own no longer: what it shows next is a new message. Returns the message that was it. One that
/// is still on its way is new enough.
///
/// The slot stays, and counts a version: an edit that is on its way now must not pass for what comes next.
pub async fn leave_slot(db: &mut SqliteConnection, card: &CardKey) -> Result<Option<i64>> {
    let before = message_of_slot(db, card).await?;
    sqlx::query!(
        "update card_slots set message_id = null, sent_version = 0, vanished = 0, version = version + (message_id is not null)
         where feature = ? and thing = ? and chat_id = ?",
        card.thing.feature,
        card.thing.id,
        card.chat
    )
    .execute(db)
    .await?;
    Ok(before)
}

/// Is there such a slot, on its way or standing?
pub async fn has_slot(db: &mut SqliteConnection, card: &CardKey) -> Result<bool> {
    Ok(sqlx::query_scalar!(
        r#"select exists(select 1 from card_slots where feature = ? and thing = ? and chat_id = ? and removed = 0) as "there!: bool""#,
        card.thing.feature,
        card.thing.id,
        card.chat
    )
    .fetch_one(db)
    .await?)
}

/// The message of a slot, where it stands in the chat.
pub async fn message_of_slot(db: &mut SqliteConnection, card: &CardKey) -> Result<Option<i64>> {
    let message = sqlx::query_scalar!(
        "select message_id from card_slots where feature = ? and thing = ? and chat_id = ?",
        card.thing.feature,
        card.thing.id,
        card.chat
    )
    .fetch_optional(db)
    .await?;
    Ok(message.flatten())
}

/// The slot, with its content.
pub async fn slot(db: &mut SqliteConnection, key: &Key, id: SlotId) -> Result<Option<Slot>> {
    let row = sqlx::query!(
        r#"select feature, thing, chat_id as "chat: ChatId", sealed_content, version, sent_version, message_id, vanished,
             removed as "removed: bool" from card_slots where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let card = CardKey { thing: Thing { feature: row.feature, id: row.thing }, chat: row.chat };
    let content = serde_json::from_slice(&key.open(PLACE, &row_name(&card), &row.sealed_content)?)?;
    Ok(Some(Slot {
        id,
        thing: card.thing,
        chat: card.chat,
        content,
        version: row.version,
        sent_version: row.sent_version,
        message_id: row.message_id,
        vanished: row.vanished,
        removed: row.removed,
    }))
}

/// A slot's message stands in the chat with this version. Returns the version it should have by now.
pub async fn mark_slot(
    db: &mut SqliteConnection,
    id: SlotId,
    version: i64,
    message_id: Option<i64>,
) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        "update card_slots set sent_version = ?, message_id = coalesce(?, message_id) where id = ? returning version",
        version,
        message_id,
        id
    )
    .fetch_optional(db)
    .await?)
}

/// Somebody deleted a slot's message. Returns how often that happened.
pub async fn forget_message(db: &mut SqliteConnection, id: SlotId) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!(
        "update card_slots set message_id = null, sent_version = 0, vanished = vanished + 1 where id = ? returning vanished",
        id
    )
    .fetch_optional(db)
    .await?)
}

/// What a slot shows, and whether a message of it stands in the chat; without opening its content.
pub async fn standing_of_slot(db: &mut SqliteConnection, id: SlotId) -> Result<Option<(Thing, bool)>> {
    let row =
        sqlx::query!("select feature, thing, message_id from card_slots where id = ?", id).fetch_optional(db).await?;
    Ok(row.map(|r| (Thing { feature: r.feature, id: r.thing }, r.message_id.is_some())))
}

/// A card is not posted any more, and nothing of it waits to go out. Returns the rows that waited.
pub async fn give_up_slot(db: &mut SqliteConnection, id: SlotId) -> Result<Vec<OutboxId>> {
    Ok(sqlx::query_scalar!(r#"delete from outbox where slot_id = ? returning id as "id!: OutboxId""#, id)
        .fetch_all(db)
        .await?)
}

/// A slot is no longer needed. Returns the rows of it that waited to go out.
pub async fn delete_slot(db: &mut SqliteConnection, id: SlotId) -> Result<Vec<OutboxId>> {
    let rows = give_up_slot(db, id).await?;
    sqlx::query!("delete from card_slots where id = ?", id).execute(db).await?;
    Ok(rows)
}

/// The slots in a chat whose message was to be deleted.
pub async fn removed_slots(db: &mut SqliteConnection, chat: ChatId) -> Result<Vec<SlotId>> {
    Ok(sqlx::query_scalar!(r#"select id as "id!: SlotId" from card_slots where chat_id = ? and removed = 1"#, chat)
        .fetch_all(db)
        .await?)
}

/// The thing whose card this message is.
pub async fn thing_of_message(db: &mut SqliteConnection, chat: ChatId, message_id: i64) -> Result<Option<Thing>> {
    let row =
        sqlx::query!("select feature, thing from card_slots where chat_id = ? and message_id = ?", chat, message_id)
            .fetch_optional(db)
            .await?;
    Ok(row.map(|r| Thing { feature: r.feature, id: r.thing }))
}

/// Where a thing has cards: the slot, its chat, and the message if it is there.
pub async fn slots_of(db: &mut SqliteConnection, thing: &Thing) -> Result<Vec<(SlotId, ChatId, Option<i64>)>> {
    let rows = sqlx::query!(
        r#"select id as "id!: SlotId", chat_id as "chat: ChatId", message_id from card_slots
           where feature = ? and thing = ? order by id"#,
        thing.feature,
        thing.id
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (r.id, r.chat, r.message_id)).collect())
}

/// A thing's cards should go: the messages are deleted when their turn comes. Returns the slots.
pub async fn remove_slots(db: &mut SqliteConnection, thing: &Thing) -> Result<Vec<(SlotId, ChatId)>> {
    let rows = sqlx::query!(
        r#"update card_slots set removed = 1, version = version + 1 where feature = ? and thing = ?
           returning id as "id!: SlotId", chat_id as "chat!: ChatId""#,
        thing.feature,
        thing.id
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (r.id, r.chat)).collect())
}

/// A group has a new id, and the message ids from before mean nothing there: forget them. Returns the slots that had one; a
/// card that was not there yet still waits to go out.
pub async fn void_slots(db: &mut SqliteConnection, chat: ChatId) -> Result<Vec<SlotId>> {
    Ok(sqlx::query_scalar!(
        r#"update card_slots set message_id = null, sent_version = 0
           where chat_id = ? and removed = 0 and message_id is not null returning id as "id!: SlotId""#,
        chat
    )
    .fetch_all(db)
    .await?)
}
