//! What became of our messages: the marks, the cards' message ids, chats that can't be reached, groups with a new id.

#[cfg(test)]
mod tests;

use sqlx::SqliteConnection;

use super::parking::new_fault_id;
use super::work::{Done, FollowUps};
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
                    card_delivered(tx, batch, store, slot, (*version, *message_id), done).await?;
                }
            }
            Verdict::Expired => {}
            Verdict::Gone => {
                if let Some(slot) = row.and_then(|r| r.slot) {
                    card_gone(tx, batch, store, slot, now, done, follow_ups).await?;
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
                    refused(tx, store, row, words, now, done, follow_ups).await?;
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
    (version, message_id): (i64, Option<i64>),
    done: &mut Done,
) -> Result<()> {
    let Some(wanted) = store::mark_slot(tx, slot, version, message_id).await? else { return Ok(()) };
    let Some(known) = store::slot(tx, store.key(), slot).await? else { return Ok(()) };
    if known.removed && version >= wanted {
        done.forget(store::delete_slot(tx, slot).await?);
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
    done: &mut Done,
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
        done.forget(store::give_up_slot(tx, slot).await?);
        follow_ups.push(follow_up(now, Happening::CardLost { thing: known.thing }));
    } else {
        done.forget(store::delete_slot(tx, slot).await?);
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
    done.forget(dropped.iter().map(|d| d.0).collect());
    store::set_reach(tx, chat, Reach::Closed).await?;
    batch.note_reach(chat, Reach::Closed);
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
    done: &mut Done,
    follow_ups: &mut FollowUps,
) -> Result<()> {
    let fault = new_fault_id();
    tracing::error!(%fault, telegram = %words, "a message was refused and is parked");
    store::park(tx, store.key(), &fault, ParkedKind::Message, words, now).await?;
    // A card that stands in the group stays as it is until its thing changes; one that never came there is lost, whatever
    // the reason: its owner must not wait for it.
    if let Some(slot) = row.slot
        && let Some((thing, false)) = store::standing_of_slot(tx, slot).await?
    {
        follow_ups.push(follow_up(now, Happening::CardLost { thing }));
        done.forget(store::delete_slot(tx, slot).await?);
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
        return match store::chat_by_tg_id(tx, from).await? {
            Some(old) if from != to => end_chat(tx, batch, old.id, done).await,
            _ => Ok(()),
        };
    };
    batch.refresh_chat(tx, chat).await?;
    let stale = store::drop_stale_rows(tx, store.key(), chat).await?;
    done.deleted += stale.len();
    // Under the new id their message ids may be somebody else's messages, which the bot may be able to delete.
    for slot in store::removed_slots(tx, chat).await? {
        done.forget(store::delete_slot(tx, slot).await?);
    }
    for slot in store::void_slots(tx, chat).await? {
        // Only a card that still has buttons is living; one that has ended need not come back.
        match store::slot(tx, store.key(), slot).await? {
            Some(known) if known.content.keyboard != Keyboard::None => batch.put_slot(slot, chat),
            _ => done.forget(store::delete_slot(tx, slot).await?),
        }
    }
    done.moved.push((chat, stale));
    Ok(())
}

/// A group has a new id under which it was set up already: what we knew under the old one has ended.
async fn end_chat(tx: &mut SqliteConnection, batch: &mut Batch, chat: ChatId, done: &mut Done) -> Result<()> {
    store::close_chat_neighbourhood(tx, chat).await?;
    store::set_reach(tx, chat, Reach::Closed).await?;
    batch.refresh_chat(tx, chat).await?;
    let dropped: Vec<OutboxId> = store::delete_rows_of_chat(tx, chat).await?.into_iter().map(|d| d.0).collect();
    done.deleted += dropped.len();
    done.moved.push((chat, dropped));
    Ok(())
}

fn follow_up(now: Moment, what: Happening) -> Event {
    Event { at: now, seed: now.0 as u64, sender: None, chat: None, what }
}
