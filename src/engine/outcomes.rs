//! What became of our messages: the marks, the cards' message ids, chats that can't be reached, groups with a new id.

#[cfg(test)]
mod tests;

use sqlx::SqliteConnection;

use super::parking::new_fault_id;
use super::work::Done;
use crate::model::{
    ChatId, Class, Event, Happening, Keyboard, Moment, OutboxId, Outcome, Outgoing, Reach, Refusal, Result, Send,
    SlotId, Thing, Verdict,
};
use crate::store::{self, ParkedKind, SettledRow, Store, TeamMessage};
use crate::turn::Batch;
use crate::turn::presence::HELD;

/// The first pause, in seconds, after which a card is tried again in a group that lets us not write; and the longest.
const FIRST_PAUSE: i64 = 600;
const LONGEST_PAUSE: i64 = 6 * 3600;

/// After so many seconds a card is given up.
const GIVEN_UP: i64 = 7 * 86_400;

/// Handles outcomes in one transaction, and notes what they change for the rest of the program.
pub struct OutcomeHandler<'a> {
    pub tx: &'a mut SqliteConnection,
    pub batch: &'a mut Batch,
    pub store: &'a Store,
    pub now: Moment,
    pub done: &'a mut Done,
}

impl OutcomeHandler<'_> {
    /// Applies outcomes: one statement for the many that are simply delivered, more for the few that are not.
    pub async fn apply(&mut self, outcomes: &[Outcome]) -> Result<()> {
        let ids: Vec<OutboxId> =
            outcomes.iter().filter(|o| !matches!(o.verdict, Verdict::Migrated { .. })).map(|o| o.row).collect();
        let rows = store::settle_rows(self.tx, &ids).await?;
        self.done.deleted += rows.len();
        for outcome in outcomes {
            let row = rows.iter().find(|r| r.id == outcome.row);
            match (&outcome.verdict, row) {
                (verdict, Some(row)) if row.thing.as_ref().is_some_and(|t| t.feature == HELD) => {
                    self.presence_answered(row, verdict).await?;
                }
                (Verdict::Migrated { to }, _) => {
                    if let Some(from) = store::tg_id_of_row(self.tx, outcome.row).await? {
                        self.migrate(from, *to).await?;
                    }
                }
                (Verdict::Delivered { message_id, version }, Some(SettledRow { slot: Some(slot), class, .. })) => {
                    let waited = *class == Class::Reminder as i64;
                    self.card_delivered(*slot, *version, *message_id, waited).await?;
                }
                (
                    Verdict::Delivered { message_id: Some(message_id), .. },
                    Some(SettledRow { team: Some((n, media)), chat, .. }),
                ) => {
                    let message = TeamMessage { message_id: *message_id, media: *media };
                    store::note_team_message(self.tx, *chat, message, *n, self.now).await?;
                }
                (Verdict::Gone, Some(SettledRow { slot: Some(slot), .. })) => self.card_gone(*slot).await?,
                (Verdict::Unreachable, Some(row)) => self.unreachable(row).await?,
                (Verdict::NotHere(how), Some(row)) => self.not_here(row, *how).await?,
                (Verdict::Refused(words), Some(row)) => self.refused(row, words).await?,
                (_, None)
                | (Verdict::Delivered { .. } | Verdict::Gone | Verdict::Expired | Verdict::Presence { .. }, _) => {}
            }
        }
        Ok(())
    }

    /// `waited`: its group let us not write before.
    async fn card_delivered(
        &mut self,
        slot: SlotId,
        version: i64,
        message_id: Option<i64>,
        waited: bool,
    ) -> Result<()> {
        let Some(before) = store::slot(self.tx, self.store.key(), slot).await? else { return Ok(()) };
        let Some(wanted) = store::mark_slot(self.tx, slot, version, message_id).await? else { return Ok(()) };
        if version > before.sent_version && store::note_written(self.tx, before.chat).await? {
            self.batch.refresh_chat(self.tx, before.chat).await?;
            self.batch.hasten_cards(self.tx, before.chat, self.now).await?;
        }
        if waited && message_id.is_some() && before.message_id.is_none() && !before.removed {
            self.done.follow_ups.push(follow_up(self.now, Happening::CardStands { thing: before.thing.clone() }));
        }
        if before.removed && version >= wanted {
            self.done.forget(store::delete_slot(self.tx, slot).await?);
        } else if version < wanted && version <= before.sent_version {
            // What was sent took the card no further, and would not the next time: without this it would be sent for ever.
            tracing::error!(
                slot = slot.0,
                "a card was sent and still does not count as such; it waits for its next change"
            );
        } else if version < wanted {
            self.batch.put_slot(slot, before.chat);
        }
        Ok(())
    }

    async fn card_gone(&mut self, slot: SlotId) -> Result<()> {
        let Some(times) = store::forget_message(self.tx, slot).await? else { return Ok(()) };
        let Some(known) = store::slot(self.tx, self.store.key(), slot).await? else { return Ok(()) };
        let lives = known.content.keyboard != Keyboard::None;
        if !known.removed && lives && times <= store::POST_AGAIN {
            self.batch.put_slot(slot, known.chat);
            return Ok(());
        }
        if lives && !known.removed {
            // The slot stays, without a message: the next change of the thing must not bring the card back.
            self.done.forget(store::give_up_slot(self.tx, slot).await?);
            self.done.follow_ups.push(follow_up(self.now, Happening::CardLost { thing: known.thing, stood: true }));
        } else {
            self.done.forget(store::delete_slot(self.tx, slot).await?);
        }
        Ok(())
    }

    /// Nothing goes to this chat any more; whoever waits to know is told.
    async fn unreachable(&mut self, row: &SettledRow) -> Result<()> {
        let card = match row.slot {
            Some(slot) => store::slot(self.tx, self.store.key(), slot).await?,
            None => None,
        };
        let (chat, about) = (row.chat, row.thing.clone().or(card.map(|c| c.thing)));
        let dropped = store::delete_rows_of_chat(self.tx, chat).await?;
        self.done.forget(dropped.iter().map(|d| d.0).collect());
        store::set_reach(self.tx, chat, Reach::Closed).await?;
        self.batch.note_reach(chat, Reach::Closed);
        let Some(person) = store::person_of_chat(self.tx, chat).await? else {
            let how = Refusal::Out;
            self.done.follow_ups.push(follow_up(self.now, Happening::GroupRefuses { chat, how }));
            return Ok(());
        };
        let mut things: Vec<Thing> = about.into_iter().chain(dropped.into_iter().filter_map(|d| d.1)).collect();
        things.dedup();
        self.done
            .follow_ups
            .extend(things.into_iter().map(|thing| follow_up(self.now, Happening::Undelivered { person, thing })));
        Ok(())
    }

    /// A group lets us not write now. Cards are tried again, later and later; whoever administers the neighbourhood hears of it once.
    /// What else was said there is past by then.
    async fn not_here(&mut self, row: &SettledRow, how: Refusal) -> Result<()> {
        if store::person_of_chat(self.tx, row.chat).await?.is_some() {
            return self.refused(row, "this private chat takes no such message").await;
        }
        if how == Refusal::NoTopic {
            return self.without_topic(row).await;
        }
        let since = store::note_refusal(self.tx, row.chat, self.now).await?;
        if since.is_none() {
            self.batch.refresh_chat(self.tx, row.chat).await?;
            tracing::warn!("a group lets us not write; its cards are tried again");
            self.done.follow_ups.push(follow_up(self.now, Happening::GroupRefuses { chat: row.chat, how }));
        }
        let Some(slot) = row.slot else { return Ok(()) };
        let waited = self.now.since(since.unwrap_or(self.now)).max(0);
        if waited >= GIVEN_UP {
            return self.refused(row, "the group let us not write for too long").await;
        }
        let pause = (waited / 2).clamp(FIRST_PAUSE, LONGEST_PAUSE);
        self.batch.put_out(Outgoing {
            not_before: Some(self.now.plus(pause)),
            // What waits keeps no new card waiting: that one shows whether the group takes them again.
            ..again(row.chat, slot)
        });
        let never_stood = store::standing_of_slot(self.tx, slot).await?.filter(|(_, stands)| !stands);
        if row.class == Class::Card as i64
            && let Some((thing, _)) = never_stood
        {
            self.done.follow_ups.push(follow_up(self.now, Happening::CardWaits { thing }));
        }
        Ok(())
    }

    /// The topic for cards is gone: they stand in the general one from now on. An answer in another topic tells nothing about that.
    async fn without_topic(&mut self, row: &SettledRow) -> Result<()> {
        let Some(slot) = row.slot else { return Ok(()) };
        if store::chat(self.tx, row.chat).await?.is_some_and(|c| c.topic.is_some()) {
            store::set_chat_topic(self.tx, row.chat, None).await?;
            self.batch.refresh_chat(self.tx, row.chat).await?;
            let how = Refusal::NoTopic;
            self.done.follow_ups.push(follow_up(self.now, Happening::GroupRefuses { chat: row.chat, how }));
        }
        self.batch.put_slot(slot, row.chat);
        Ok(())
    }

    /// Telegram said whether somebody is still in a group, or that it can't say. Where that was the last it was asked about a press, the
    /// press is handled.
    async fn presence_answered(&mut self, row: &SettledRow, verdict: &Verdict) -> Result<()> {
        if let Verdict::Presence { user_id, presence: Some(presence) } = *verdict
            && let Some(chat) = store::chat(self.tx, row.chat).await?
        {
            let what = Happening::GroupMember { chat: chat.tg_id, user_id, presence };
            self.done.follow_ups.push(follow_up(self.now, what));
        }
        if let Some(held) = row.thing.as_ref().map(|t| t.id)
            && !store::is_being_asked(self.tx, HELD, held).await?
        {
            self.done.follow_ups.push(follow_up(self.now, Happening::PresenceKnown { held }));
        }
        Ok(())
    }

    /// Telegram refuses this one message for good: it is parked, and the next one goes on.
    async fn refused(&mut self, row: &SettledRow, words: &str) -> Result<()> {
        let fault = new_fault_id();
        tracing::error!(%fault, telegram = %words, "a message was refused and is parked");
        store::park(self.tx, self.store.key(), &fault, ParkedKind::Message, words, self.now).await?;
        // A card that stands in the group stays as it is until its thing changes; one that never came there is lost, whatever
        // the reason: its owner must not wait for it.
        if let Some(slot) = row.slot
            && let Some((thing, false)) = store::standing_of_slot(self.tx, slot).await?
        {
            self.done.follow_ups.push(follow_up(self.now, Happening::CardLost { thing, stood: false }));
            self.done.forget(store::delete_slot(self.tx, slot).await?);
        }
        if let (Some(thing), Some(person)) = (&row.thing, store::person_of_chat(self.tx, row.chat).await?) {
            self.done.follow_ups.push(follow_up(self.now, Happening::Undelivered { person, thing: thing.clone() }));
        }
        Ok(())
    }

    /// A group got a new id. Said more than once and in any order: only the first time changes anything.
    pub async fn migrate(&mut self, from: i64, to: i64) -> Result<()> {
        let Some((chat, voided)) = store::move_chat(self.tx, from, to).await? else {
            // Known already: whoever waits for the new id may go on.
            if let Some(chat) = store::chat_by_tg_id(self.tx, to).await? {
                self.done.moved.push((chat.id, Vec::new()));
            }
            return match store::chat_by_tg_id(self.tx, from).await? {
                Some(old) if from != to => self.end_chat(old.id).await,
                _ => Ok(()),
            };
        };
        if let Some(voided) = voided {
            // What was to be said there, before we knew which group it is, is for nobody.
            self.batch.drop_chat(voided);
            self.end_chat(voided).await?;
        }
        self.batch.refresh_chat(self.tx, chat).await?;
        let stale = store::drop_stale_rows(self.tx, self.store.key(), chat).await?;
        self.done.deleted += stale.len();
        // Under the new id their message ids may be somebody else's messages, which the bot may be able to delete.
        for slot in store::removed_slots(self.tx, chat).await? {
            self.done.forget(store::delete_slot(self.tx, slot).await?);
        }
        for slot in store::void_slots(self.tx, chat).await? {
            // Only a card that still has buttons is living; one that has ended need not come back.
            match store::slot(self.tx, self.store.key(), slot).await? {
                Some(known) if known.content.keyboard != Keyboard::None => self.batch.put_slot(slot, chat),
                _ => self.done.forget(store::delete_slot(self.tx, slot).await?),
            }
        }
        self.done.moved.push((chat, stale));
        Ok(())
    }

    /// A group has a new id under which it was set up already: what we knew under the old one has ended.
    async fn end_chat(&mut self, chat: ChatId) -> Result<()> {
        store::close_chat_neighbourhood(self.tx, chat).await?;
        store::set_reach(self.tx, chat, Reach::Closed).await?;
        self.batch.refresh_chat(self.tx, chat).await?;
        let dropped: Vec<OutboxId> =
            store::delete_rows_of_chat(self.tx, chat).await?.into_iter().map(|d| d.0).collect();
        self.done.deleted += dropped.len();
        self.done.moved.push((chat, dropped));
        Ok(())
    }
}

/// A card that waits for its group to take it: found again under its name once the group does.
fn again(chat: ChatId, slot: SlotId) -> Outgoing {
    Outgoing::new(chat, Class::Reminder, Send::Card { slot }).instead_of(Some(store::name_of_waiting(slot)))
}

fn follow_up(now: Moment, what: Happening) -> Event {
    Event { at: now, seed: now.0 as u64, sender: None, chat: None, what }
}
