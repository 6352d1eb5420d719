//! What must still go out, in order, sealed until it is sent and deleted once it is.

use std::collections::HashSet;

use sqlx::SqliteConnection;

use super::Key;
use super::seal::hex;
use crate::model::{ChatId, Class, Moment, NeighbourhoodId, OutboxId, Result, Send, SlotId, Thing};

const PLACE: (&str, &str) = ("outbox", "sealed_send");

/// One row.
#[derive(Clone, Debug)]
pub struct OutboxRow {
    /// Its key: order of creation.
    pub id: OutboxId,
    /// To which chat.
    pub chat: ChatId,
    /// How urgent.
    pub class: Class,
    /// What.
    pub send: Send,
    /// Not earlier.
    pub not_before: Option<Moment>,
    /// Not later.
    pub not_after: Option<Moment>,
    /// What it is about.
    pub thing: Option<Thing>,
}

/// What the engine tells the sending edge after a commit.
#[derive(Debug)]
pub enum Dispatch {
    /// New rows to send.
    Rows(Vec<OutboxRow>),
    /// These rows are marked: their places in flight are free.
    Marked(usize),
    /// These rows are no longer wanted.
    Dropped(Vec<OutboxId>),
    /// A group has a new id.
    Moved(ChatId),
}

/// Writes rows. A card's slot has at most one row waiting: a second one changes nothing.
pub async fn store_rows(db: &mut SqliteConnection, key: &Key, rows: &[OutboxRow]) -> Result<Vec<OutboxId>> {
    let mut list = Vec::with_capacity(rows.len());
    for row in rows {
        let slot = match row.send {
            Send::Card { slot } => Some(slot),
            _ => None,
        };
        let sealed = key.seal(PLACE, &row.id.to_string(), &serde_json::to_vec(&row.send)?)?;
        let (feature, thing) = row.thing.as_ref().map(|t| (&t.feature, t.id)).unzip();
        list.push((
            row.id,
            row.chat,
            row.class as i64,
            hex(&sealed),
            slot,
            row.not_before,
            row.not_after,
            feature,
            thing,
        ));
    }
    let list = serde_json::to_string(&list)?;
    Ok(sqlx::query_scalar!(
        r#"insert into outbox (id, chat_id, class, sealed_send, slot_id, not_before, not_after, feature, thing)
           select e.value->>0, e.value->>1, e.value->>2, unhex(e.value->>3), e.value->>4, e.value->>5, e.value->>6,
             e.value->>7, e.value->>8
           from json_each(?) e where true
           on conflict do nothing
           returning id as "id!: OutboxId""#,
        list
    )
    .fetch_all(db)
    .await?)
}

/// Every row that waits, in order. Rows that can't be opened are left out and named.
pub async fn pending_rows(db: &mut SqliteConnection, key: &Key) -> Result<(Vec<OutboxRow>, Vec<OutboxId>)> {
    let rows = sqlx::query!(
        r#"select id as "id!: OutboxId", chat_id as "chat: ChatId", class, sealed_send, not_before as "not_before: Moment",
             not_after as "not_after: Moment", feature, thing from outbox order by id"#
    )
    .fetch_all(db)
    .await?;
    let mut good = Vec::with_capacity(rows.len());
    let mut bad = Vec::new();
    for row in rows {
        let opened = key.open(PLACE, &row.id.to_string(), &row.sealed_send);
        let send = opened.and_then(|bytes| Ok(serde_json::from_slice::<Send>(&bytes)?));
        match (send, Class::from_number(row.class)) {
            (Ok(send), Some(class)) => good.push(OutboxRow {
                id: row.id,
                chat: row.chat,
                class,
                send,
                not_before: row.not_before,
                not_after: row.not_after,
                thing: row.feature.zip(row.thing).map(|(feature, id)| Thing { feature, id }),
            }),
            _ => bad.push(row.id),
        }
    }
    Ok((good, bad))
}

/// These rows wait under these names from now on.
pub async fn name_rows(db: &mut SqliteConnection, names: &[(OutboxId, String)]) -> Result<()> {
    let list = serde_json::to_string(names)?;
    sqlx::query!("update outbox set instead = e.value->>1 from json_each(?) e where outbox.id = e.value->>0", list)
        .execute(db)
        .await?;
    Ok(())
}

/// Takes out what waits in these chats under these names; returns which rows that were.
pub async fn take_named_rows(db: &mut SqliteConnection, names: &[(ChatId, &str)]) -> Result<Vec<OutboxId>> {
    let list = serde_json::to_string(names)?;
    Ok(sqlx::query_scalar!(
        r#"delete from outbox where id in (select o.id from json_each(?) e
             join outbox o on o.instead = e.value->>1 and o.chat_id = e.value->>0)
           returning id as "id!: OutboxId""#,
        list
    )
    .fetch_all(db)
    .await?)
}

/// The chats in which something waits under this name.
pub async fn chats_waiting_under(db: &mut SqliteConnection, name: &str) -> Result<HashSet<ChatId>> {
    let chats = sqlx::query_scalar!(r#"select chat_id as "chat!: ChatId" from outbox where instead = ?"#, name)
        .fetch_all(db)
        .await?;
    Ok(chats.into_iter().collect())
}

/// The name under which a card waits for its group to take it.
pub fn name_of_waiting(slot: SlotId) -> String {
    format!("again:{}", slot.0)
}

/// The cards that wait for a group to take them.
pub async fn waiting_cards(db: &mut SqliteConnection, chat: ChatId, now: Moment) -> Result<Vec<SlotId>> {
    Ok(sqlx::query_scalar!(
        r#"select slot_id as "id!: SlotId" from outbox
           where chat_id = ? and slot_id is not null and not_before > ? and instead is not null order by id"#,
        chat,
        now
    )
    .fetch_all(db)
    .await?)
}

/// How much waits for a chat.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    /// Which chat.
    pub chat: ChatId,
    /// How many rows.
    pub rows: i64,
    /// Is it the private chat of somebody who belongs to no neighbourhood?
    pub stranger: bool,
}

/// How much waits for each chat for which anything does.
pub async fn waiting_by_chat(db: &mut SqliteConnection) -> Result<Vec<Waiting>> {
    Ok(sqlx::query_as!(
        Waiting,
        r#"select o.chat_id as "chat!: ChatId", count(*) as "rows!: i64",
             exists (select 1 from people p where p.chat_id = o.chat_id
               and not exists (select 1 from members m where m.person_id = p.id)) as "stranger!: bool"
           from outbox o group by o.chat_id"#
    )
    .fetch_all(db)
    .await?)
}

/// The highest key so far.
pub async fn last_outbox_id(db: &mut SqliteConnection) -> Result<i64> {
    Ok(sqlx::query_scalar!(r#"select coalesce(max(id), 0) as "id!: i64" from outbox"#).fetch_one(db).await?)
}

/// Deletes rows that are settled.
pub async fn delete_rows(db: &mut SqliteConnection, ids: &[OutboxId]) -> Result<()> {
    let list = serde_json::to_string(&ids.iter().map(|id| [id]).collect::<Vec<_>>())?;
    sqlx::query!("delete from outbox where id in (select e.value->>0 from json_each(?) e)", list).execute(db).await?;
    Ok(())
}

/// Deletes all that waits for a chat that can't be reached; says which rows, and what they were about.
pub async fn delete_rows_of_chat(db: &mut SqliteConnection, chat: ChatId) -> Result<Vec<(OutboxId, Option<Thing>)>> {
    let rows = sqlx::query!(
        r#"delete from outbox where chat_id = ? returning id as "id!: OutboxId", feature as "feature: String", thing as "thing: i64""#,
        chat
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|r| (r.id, r.feature.zip(r.thing).map(|(feature, id)| Thing { feature, id }))).collect())
}

/// A row that is settled: what it was.
#[derive(Clone, Debug)]
pub struct SettledRow {
    /// Its key.
    pub id: OutboxId,
    /// To which chat.
    pub chat: ChatId,
    /// How urgent.
    pub class: i64,
    /// The card's slot, where it was a card.
    pub slot: Option<SlotId>,
    /// What it was about.
    pub thing: Option<Thing>,
    /// Whose team's it showed, and whether it was a voice message.
    pub team: Option<(NeighbourhoodId, bool)>,
}

/// Takes rows that are settled out of the outbox.
pub async fn settle_rows(db: &mut SqliteConnection, ids: &[OutboxId]) -> Result<Vec<SettledRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let list = serde_json::to_string(&ids.iter().map(|id| [id]).collect::<Vec<_>>())?;
    let rows = sqlx::query!(
        r#"delete from outbox where id in (select e.value->>0 from json_each(?) e)
           returning id as "id!: OutboxId", chat_id as "chat!: ChatId", class as "class!: i64", slot_id as "slot: SlotId",
             feature as "feature: String", thing as "thing: i64", team_of as "team_of: NeighbourhoodId",
             team_media as "team_media: bool""#,
        list
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|r| SettledRow {
            id: r.id,
            chat: r.chat,
            class: r.class,
            slot: r.slot,
            thing: r.feature.zip(r.thing).map(|(feature, id)| Thing { feature, id }),
            team: r.team_of.map(|n| (n, r.team_media == Some(true))),
        })
        .collect())
}

/// Telegram's id of the chat that a row goes to.
pub async fn tg_id_of_row(db: &mut SqliteConnection, row: OutboxId) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar!("select c.tg_id from outbox o join chats c on c.id = o.chat_id where o.id = ?", row)
        .fetch_optional(db)
        .await?)
}

/// Drops what names a message under a group's old id: it means nothing under the new one.
pub async fn drop_stale_rows(db: &mut SqliteConnection, key: &Key, chat: ChatId) -> Result<Vec<OutboxId>> {
    let rows = sqlx::query!(
        r#"select id as "id!: OutboxId", sealed_send from outbox where chat_id = ? and slot_id is null"#,
        chat
    )
    .fetch_all(&mut *db)
    .await?;
    let mut stale = Vec::new();
    for row in rows {
        let send = serde_json::from_slice(&key.open(PLACE, &row.id.to_string(), &row.sealed_send)?)?;
        if matches!(send, Send::Edit { .. } | Send::CloseButtons { .. } | Send::Delete { .. }) {
            stale.push(row.id);
        }
    }
    delete_rows(db, &stale).await?;
    Ok(stale)
}
