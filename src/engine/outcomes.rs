//! What became of our messages: the marks, the cards' message ids, chats that can't be reached, groups with a new id.

use sqlx::SqliteConnection;

use super::attempt::{Done, FollowUps, note_reach};
use crate::model::{
    ChatId, Event, Happening, Keyboard, Moment, OutboxId, Outcome, Reach, Result, SlotId, Thing, Verdict,
};
use crate::store::{self, ParkedKind, Store};
use crate::turn::Batch;

/// Applies outcomes: one statement for the many that are simply delivered, more for the few that are not.
pub async fn apply(
    tx: &mut SqliteConnection,
    batch: &mut Batch,
    store: &Store,
    outcomes: &[Outcome],
    now: Moment,
    done: &mut Done,
    follow_ups: &mut FollowUps,
) -> Result<()> {
    let ids: Vec<OutboxId> =
        outcomes.iter().filter(|o| !matches!(o.verdict, Verdict::Migrated { .. })).map(|o| o.row).collect();
    let rows = store::settle_rows(tx, &ids).await?;
    done.deleted += rows.len();
    for outcome in outcomes {
        let row = rows.iter().find(|r| r.id == outcome.row);
        match &outcome.verdict {
            Verdict::Delivered { message_id, version } => {
                if let Some(slot) = row.and_then(|r| r.slot) {
                    card_delivered(tx, batch, store, slot, *version, *message_id).await?;
                }
            }
            Verdict::Expired => {}
            Verdict::Gone => {
                if let Some(slot) = row.and_then(|r| r.slot) {
                    card_gone(tx, batch, store, slot, now, follow_ups).await?;
                }
            }
            Verdict::Unreachable => {
                if let Some(row) = row {
                    let card = match row.slot {
                        Some(slot) => store::slot(tx, store.key(), slot).await?,
                        None => None,
                    };
                    let about = row.thing.clone().or(card.map(|c| c.thing));
                    unreachable(tx, batch, row.chat, about, now, done, follow_ups).await?;
                }
            }
            Verdict::Refused(words) => {
                if let Some(row) = row {
                    refused(tx, store, row, words, now, follow_ups).await?;
                }
            }
            Verdict::Migrated { to } => {
                if let Some(from) = store::tg_id_of_row(tx, outcome.row).await? {
                    migrate(tx, batch, store, from, *to, done).await?;
                }
            }
        }
    }
    Ok(())
}

async fn card_delivered(
    tx: &mut SqliteConnection,
    batch: &mut Batch,
    store: &Store,
    slot: SlotId,
    version: i64,
    message_id: Option<i64>,
) -> Result<()> {
    let Some(wanted) = store::mark_slot(tx, slot, version, message_id).await? else { return Ok(()) };
    let Some(known) = store::slot(tx, store.key(), slot).await? else { return Ok(()) };
    if known.removed && version >= wanted {
        store::delete_slot(tx, slot).await?;
    } else if version < wanted {
        batch.put_slot(slot, known.chat);
    }
    Ok(())
}

async fn card_gone(
    tx: &mut SqliteConnection,
    batch: &mut Batch,
    store: &Store,
    slot: SlotId,
    now: Moment,
    follow_ups: &mut FollowUps,
) -> Result<()> {
    let Some(times) = store::forget_message(tx, slot).await? else { return Ok(()) };
    let Some(known) = store::slot(tx, store.key(), slot).await? else { return Ok(()) };
    let lives = known.content.keyboard != Keyboard::None;
    if !known.removed && lives && times <= store::POST_AGAIN {
        batch.put_slot(slot, known.chat);
        return Ok(());
    }
    if lives && !known.removed {
        // The slot stays, without a message: the next change of the thing must not bring the card back.
        store::give_up_slot(tx, slot).await?;
        follow_ups.push(follow_up(now, Happening::CardLost { thing: known.thing }));
    } else {
        store::delete_slot(tx, slot).await?;
    }
    Ok(())
}

/// Nothing goes to this chat any more; whoever waits to know is told.
async fn unreachable(
    tx: &mut SqliteConnection,
    batch: &mut Batch,
    chat: ChatId,
    about: Option<Thing>,
    now: Moment,
    done: &mut Done,
    follow_ups: &mut FollowUps,
) -> Result<()> {
    let dropped = store::delete_rows_of_chat(tx, chat).await?;
    done.deleted += dropped.len();
    done.dropped.extend(dropped.iter().map(|d| d.0));
    note_reach(tx, batch, chat, Reach::Closed).await?;
    let Some(person) = store::person_of_chat(tx, chat).await? else { return Ok(()) };
    let mut things: Vec<Thing> = about.into_iter().chain(dropped.into_iter().filter_map(|d| d.1)).collect();
    things.dedup();
    follow_ups.extend(things.into_iter().map(|thing| follow_up(now, Happening::Undelivered { person, thing })));
    Ok(())
}

/// Telegram refuses this one message for good: it is parked, and the next one goes on.
async fn refused(
    tx: &mut SqliteConnection,
    store: &Store,
    row: &store::SettledRow,
    words: &str,
    now: Moment,
    follow_ups: &mut FollowUps,
) -> Result<()> {
    let fault = super::parking::new_fault_id();
    tracing::error!(%fault, telegram = %words, "a message was refused and is parked");
    store::park(tx, store.key(), &fault, ParkedKind::Message, words, now).await?;
    let not_allowed = words.contains("not enough rights") || words.contains("TOPIC_CLOSED");
    if let Some(slot) = row.slot {
        if let Some(known) = store::slot(tx, store.key(), slot).await?.filter(|_| not_allowed) {
            follow_ups.push(follow_up(now, Happening::CardLost { thing: known.thing }));
        }
        store::delete_slot(tx, slot).await?;
    }
    if let (Some(thing), Some(person)) = (&row.thing, store::person_of_chat(tx, row.chat).await?) {
        follow_ups.push(follow_up(now, Happening::Undelivered { person, thing: thing.clone() }));
    }
    Ok(())
}

/// A group got a new id. Said more than once and in any order: only the first time changes anything.
pub async fn migrate(
    tx: &mut SqliteConnection,
    batch: &mut Batch,
    store: &Store,
    from: i64,
    to: i64,
    done: &mut Done,
) -> Result<()> {
    let Some(chat) = store::move_chat(tx, from, to).await? else {
        // Known already: whoever waits for the new id may go on.
        if let Some(chat) = store::chat_by_tg_id(tx, to).await? {
            done.moved.push((chat.id, Vec::new()));
        }
        return Ok(());
    };
    batch.refresh_chat(tx, chat).await?;
    let stale = store::drop_stale_rows(tx, store.key(), chat).await?;
    done.deleted += stale.len();
    for slot in store::void_slots(tx, chat).await? {
        // Only a card that still has buttons is living; one that has ended need not come back.
        match store::slot(tx, store.key(), slot).await? {
            Some(known) if known.content.keyboard != Keyboard::None => batch.put_slot(slot, chat),
            _ => store::delete_slot(tx, slot).await?,
        }
    }
    done.moved.push((chat, stale));
    Ok(())
}

fn follow_up(now: Moment, what: Happening) -> Event {
    Event { at: now, seed: now.0 as u64, sender: None, place: None, what }
}
