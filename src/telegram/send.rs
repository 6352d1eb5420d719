//! Sends what the outbox holds: in order within (chat, class), within Telegram's pace, at most 32 at a time that are not
//! yet marked as sent. What became of each goes back to the engine, the only writer of marks.

mod lanes;
mod one;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use teloxide::Bot;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::Instant;

use self::lanes::{LaneKey, Lanes};
use self::one::{Address, Sending, find};
use super::pace::Pace;
use super::verdict::Trouble as Answer;
use crate::clock::Clock;
use crate::model::{ChatId, Limits, OutboxId, Outcome, Pulse, Send, Trouble, Verdict};
use crate::store::{Dispatch, Store};

/// Messages that may be sent and not yet marked: a kill can repeat these and no others, because the Bot API has no
/// idempotency key.
const IN_FLIGHT: usize = 32;
/// How long a stop waits for what can go out, and after that for what is under way.
const LAST_SENDS: Duration = Duration::from_secs(4);
const LAST_ANSWERS: Duration = Duration::from_secs(3);
/// After so many seconds in which Telegram answered one message with nothing but errors of its own, it is given up.
const PATIENCE: i64 = 24 * 3600;

/// The sending edge.
pub struct Sender {
    bot: Bot,
    username: Arc<str>,
    clock: Clock,
    store: Store,
    pulse: Arc<Pulse>,
    outcomes: mpsc::UnboundedSender<Outcome>,
    pace: Pace,
    lanes: Lanes,
    addresses: HashMap<ChatId, Address>,
    flights: JoinSet<(LaneKey, OutboxId, Answer)>,
    /// Sent, or being sent, and not yet marked.
    unmarked: usize,
}

impl Sender {
    /// A sender for this bot. `outcomes` is the way back to the engine.
    pub fn new(
        bot: Bot,
        username: &str,
        clock: Clock,
        store: Store,
        limits: Limits,
        pulse: Arc<Pulse>,
        outcomes: mpsc::UnboundedSender<Outcome>,
    ) -> Sender {
        Sender {
            bot,
            username: username.into(),
            clock,
            store,
            pulse,
            outcomes,
            pace: Pace::new(limits),
            lanes: Lanes::default(),
            addresses: HashMap::new(),
            flights: JoinSet::new(),
            unmarked: 0,
        }
    }

    /// Sends until told to stop; then what can go out within seconds still goes.
    pub async fn run(mut self, mut dispatch: mpsc::UnboundedReceiver<Dispatch>, mut stop: watch::Receiver<bool>) {
        let mut deadline: Option<Instant> = None;
        loop {
            let closing = deadline.is_some_and(|end| Instant::now() >= end);
            if !closing {
                self.send_what_may_go();
            }
            let next = self.lanes.next_at();
            self.pulse.set_next_send(next);
            if let Some(end) = deadline {
                let nothing_to_do = self.unmarked == 0 && next.is_none_or(|at| at > self.clock.now_ms());
                // What Telegram still works on would be sent again at the next start.
                let all_landed = closing && self.flights.is_empty();
                if nothing_to_do || all_landed || Instant::now() >= end + LAST_ANSWERS {
                    break;
                }
            }
            let wake_at = match deadline {
                Some(end) if closing => end + LAST_ANSWERS,
                Some(end) => end,
                None => Instant::now(),
            };
            let clock = self.clock.clone();
            let may_send = !closing && self.unmarked < IN_FLIGHT;
            tokio::select! {
                told = dispatch.recv() => match told {
                    Some(told) => {
                        self.take(told).await;
                        while let Ok(told) = dispatch.try_recv() {
                            self.take(told).await;
                        }
                    }
                    None => break,
                },
                Some(landed) = self.flights.join_next() => {
                    if let Ok((lane, row, answer)) = landed {
                        self.landed(lane, row, answer);
                    }
                }
                () = clock.wait_until_ms(next.unwrap_or(i64::MAX)), if may_send && next.is_some() => {}
                () = told(&mut stop), if deadline.is_none() => deadline = Some(Instant::now() + LAST_SENDS),
                () = tokio::time::sleep_until(wake_at), if deadline.is_some() => {}
            }
        }
    }

    async fn take(&mut self, told: Dispatch) {
        match told {
            Dispatch::Rows(rows) => {
                self.learn_addresses(rows.iter().map(|r| r.chat)).await;
                let now = self.clock.now_ms();
                for row in rows {
                    self.lanes.push(row, now);
                }
                self.pulse.set_next_send(self.lanes.next_at());
                self.pulse.handling(-1);
            }
            Dispatch::Marked(count) => {
                self.unmarked = self.unmarked.saturating_sub(count);
                self.pulse.unmarked(-(count as i64));
            }
            Dispatch::Dropped(ids) => self.lanes.drop_rows(&ids),
            Dispatch::Moved(chat) => {
                self.addresses.remove(&chat);
                self.learn_addresses([chat].into_iter()).await;
                self.lanes.open(chat, self.clock.now_ms());
            }
        }
    }

    /// Reads the Telegram ids of chats that were not written to before. What can't be read now is read when it is sent.
    async fn learn_addresses(&mut self, chats: impl Iterator<Item = ChatId>) {
        let missing: Vec<ChatId> = chats.filter(|c| !self.addresses.contains_key(c)).collect();
        if missing.is_empty() {
            return;
        }
        match find(&self.store, &missing).await {
            Ok(found) => self.addresses.extend(found),
            Err(fault) => tracing::error!(%fault, "the addresses of messages can't be read yet"),
        }
    }

    fn send_what_may_go(&mut self) {
        let now = self.clock.now_ms();
        while self.unmarked < IN_FLIGHT {
            let Some(lane) = self.lanes.take_due(now) else { break };
            let Some(row) = self.lanes.head(lane) else { continue };
            self.unmarked += 1;
            self.pulse.unmarked(1);
            if row.not_after.is_some_and(|end| end.0 * 1000 <= now) {
                let id = row.id;
                self.landed(lane, id, Answer::Settled(Verdict::Expired));
                continue;
            }
            let address = self.addresses.get(&lane.chat).copied();
            let group = address.is_some_and(|a| a.group);
            // An answer to a press is no message; Telegram does not count it.
            if !matches!(row.send, Send::Answer { .. }) {
                let free_at = self.pace.free_at(lane.chat, group, now);
                if free_at > now {
                    self.give_back(lane, free_at);
                    continue;
                }
                self.pace.note(lane.chat, group, now);
            }
            let (bot, username, store) = (self.bot.clone(), self.username.clone(), self.store.clone());
            let sending = Sending { bot, username, store, row: row.clone(), address };
            self.flights.spawn(async move {
                let row = sending.row.id;
                // A flight that never lands would hold its lane, and its place among the few in flight, for ever.
                let landed = AssertUnwindSafe(sending.run()).catch_unwind().await;
                let panicked = || Answer::Settled(Verdict::Refused("a panic while sending".into()));
                (lane, row, landed.unwrap_or_else(|_| panicked()))
            });
        }
        if self.lanes.is_empty() {
            self.pace.tidy(now);
        }
    }

    /// Not now: the lane's head stays, and its place in flight is free again.
    fn give_back(&mut self, lane: LaneKey, at_ms: i64) {
        self.unmarked -= 1;
        self.pulse.unmarked(-1);
        self.lanes.wait(lane, at_ms);
    }

    fn landed(&mut self, lane: LaneKey, row: OutboxId, answer: Answer) {
        let now = self.clock.now_ms();
        let verdict = match answer {
            Answer::Wait(seconds) => {
                tracing::warn!(seconds, "Telegram asks to wait with one chat");
                self.pace.hold(lane.chat, now + i64::from(seconds) * 1000);
                return self.give_back(lane, now + i64::from(seconds) * 1000);
            }
            Answer::Broken if self.lanes.broken_for(lane, now) >= PATIENCE * 1000 => {
                Verdict::Refused("Telegram had errors of its own over this message for a day".into())
            }
            Answer::Again | Answer::Broken => {
                if self.pulse.trouble(Trouble::Telegram, true) {
                    tracing::warn!("Telegram can't be reached; messages wait");
                }
                let pause = self.lanes.count_failure(lane);
                return self.give_back(lane, now + pause);
            }
            Answer::Settled(verdict) => verdict,
            Answer::Sent(message_id) => Verdict::Delivered { message_id, version: 0 },
            Answer::Done | Answer::Unformatted | Answer::Captioned => {
                Verdict::Delivered { message_id: None, version: 0 }
            }
        };
        if matches!(verdict, Verdict::Delivered { .. }) && self.pulse.trouble(Trouble::Telegram, false) {
            tracing::info!("Telegram can be reached again");
        }
        match verdict {
            // The row stays, and the lane waits until the chat's new id is written down.
            Verdict::Migrated { .. } => self.lanes.block(lane),
            _ => self.lanes.pop(lane, row, now),
        }
        self.pulse.handling(1);
        if self.outcomes.send(Outcome { row, verdict }).is_err() {
            self.pulse.handling(-1);
        }
    }
}

/// Returns once we are told to stop.
async fn told(stop: &mut watch::Receiver<bool>) {
    // Whoever could tell us is gone: that is telling enough.
    let _ = stop.wait_for(|s| *s).await;
}
