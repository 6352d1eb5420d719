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
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinSet;
use tokio::time::Instant;

use self::lanes::{LaneKey, Lanes};
use self::one::{Address, Form, Sending, find};
use super::pace::Pace;
use super::receive::EdgeEnd;
use super::verdict::Trouble as Answer;
use crate::clock::Clock;
use crate::model::{ChatId, Class, Limits, OutboxId, Outcome, Pulse, Send, Unreached, Verdict};
use crate::store::{Dispatch, Store};

/// Messages that may be sent and not yet marked: a kill can repeat these and no others, because the Bot API has no
/// idempotency key.
const IN_FLIGHT: usize = 32;
/// How long a stop waits for what can go out, and after that for what is under way.
const LAST_SENDS: Duration = Duration::from_secs(4);
const LAST_ANSWERS: Duration = Duration::from_secs(3);
/// After so many seconds in which Telegram answered one message with nothing but errors of its own, it is given up.
const PATIENCE: i64 = 24 * 3600;
/// After so many milliseconds in which no send succeeds that is worth a line in the log.
const WORTH_SAYING: i64 = 10_000;
/// How long the sender sleeps at most while something waits: the machine's clock may be set, and the health page wants to know
/// how long it waits.
const LOOK_AROUND: Duration = Duration::from_secs(5);

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
    /// The log knows that no send succeeds.
    said_failing: bool,
    /// Nothing goes out with this token any more: what waits goes out after the next start.
    ended: Option<EdgeEnd>,
    /// Who wants to hear that.
    end: Option<oneshot::Sender<EdgeEnd>>,
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
            said_failing: false,
            ended: None,
            end: None,
        }
    }

    /// Sends until told to stop; then what can go out within seconds still goes. Where Telegram takes nothing with our token any
    /// more, that is told, and nothing is sent from then on.
    pub async fn run(
        mut self,
        mut dispatch: mpsc::UnboundedReceiver<Dispatch>,
        mut stop: watch::Receiver<bool>,
        end: oneshot::Sender<EdgeEnd>,
    ) {
        self.end = Some(end);
        let mut deadline: Option<Instant> = None;
        loop {
            let closing = deadline.is_some_and(|end| Instant::now() >= end);
            if !closing {
                self.send_what_may_go();
            }
            let now = self.now();
            let next = self.tell_pulse(now);
            if let Some(end) = deadline {
                let nothing_to_do = self.unmarked == 0 && next.is_none_or(|at| at > now);
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
                () = clock.wait_until_steady_ms(next.unwrap_or(i64::MAX)), if may_send && next.is_some() => {}
                () = tokio::time::sleep(LOOK_AROUND), if !self.lanes.is_empty() => {}
                () = told(&mut stop), if deadline.is_none() => deadline = Some(Instant::now() + LAST_SENDS),
                () = tokio::time::sleep_until(wake_at), if deadline.is_some() => {}
            }
        }
    }

    /// The steady time now, with the lanes told how the clock on the wall stands to it.
    fn now(&mut self) -> i64 {
        let steady = self.clock.steady_ms();
        self.lanes.set_wall(self.clock.now_ms() - steady);
        steady
    }

    /// Tells whoever waits for quiet, and the health page, what waits; returns when the next message may go.
    fn tell_pulse(&self, now: i64) -> Option<i64> {
        let wall = self.clock.now_ms() - now;
        let next = self.lanes.next_at().filter(|_| self.ended.is_none());
        self.pulse.set_next_send(next.map(|at| at.saturating_add(wall)));
        self.pulse.set_oldest(self.lanes.oldest_since(now));
        next
    }

    async fn take(&mut self, told: Dispatch) {
        match told {
            Dispatch::Rows(rows) => {
                self.learn_addresses(rows.iter().map(|r| r.chat)).await;
                let now = self.now();
                for row in rows {
                    self.lanes.push(row, now);
                }
                self.tell_pulse(now);
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
                let now = self.now();
                self.lanes.open(chat, now);
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
        if self.ended.is_some() {
            return;
        }
        let now = self.now();
        while self.unmarked < IN_FLIGHT {
            let Some(lane) = self.lanes.take_due(now) else { break };
            let Some(row) = self.lanes.head(lane) else { continue };
            self.unmarked += 1;
            self.pulse.unmarked(1);
            if row.not_after.is_some_and(|end| end <= self.clock.now()) {
                let id = row.id;
                self.landed(lane, id, Answer::Settled(Verdict::Expired));
                continue;
            }
            let address = self.addresses.get(&lane.chat).copied();
            let group = address.is_some_and(|a| a.group);
            // An answer to a press is no message; Telegram does not count it.
            if !matches!(row.send, Send::Answer { .. }) {
                let free_at = match lane.class {
                    Class::Aside => self.pace.free_for_aside(lane.chat, group, now),
                    _ => self.pace.free_at(lane.chat, group, now),
                };
                if free_at > now {
                    self.give_back(lane, free_at);
                    continue;
                }
                self.pace.note(lane.chat, group, now);
            }
            let (bot, username, store) = (self.bot.clone(), self.username.clone(), self.store.clone());
            let form = self.lanes.form(lane, row.id);
            let sending = Sending { bot, username, store, row: row.clone(), address, form };
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
        let now = self.now();
        let form = self.lanes.form(lane, row);
        let verdict = match answer {
            Answer::Wait(seconds) => {
                tracing::warn!(seconds, "Telegram asks to wait with one chat");
                let pause = match seconds {
                    Some(seconds) => i64::try_from(seconds).unwrap_or(i64::MAX).saturating_mul(1000),
                    None => self.lanes.count_failure(lane),
                };
                self.pace.hold(lane.chat, now.saturating_add(pause));
                return self.give_back(lane, now.saturating_add(pause));
            }
            Answer::Token(end) => {
                self.give_back(lane, now);
                return self.end_with(end.into());
            }
            Answer::Broken if self.lanes.broken_for(lane, now) >= PATIENCE * 1000 => {
                Verdict::Refused("Telegram had errors of its own over this message for a day".into())
            }
            Answer::Again(why) => return self.try_later(lane, now, why),
            Answer::Broken => return self.try_later(lane, now, Unreached::Busy),
            Answer::Unread => {
                let pause = self.lanes.count_failure(lane);
                return self.give_back(lane, now + pause);
            }
            // Another form is another call, which waits for its turn as any does.
            Answer::Unformatted if !form.plain => return self.in_form(lane, row, Form { plain: true, ..form }, now),
            Answer::Captioned if !form.caption => return self.in_form(lane, row, Form { caption: true, ..form }, now),
            Answer::Unformatted | Answer::Captioned => Verdict::Refused("refused in every form".into()),
            Answer::Settled(verdict) => verdict,
            Answer::Done => Verdict::Delivered { message_id: None, version: 0 },
        };
        if verdict != Verdict::Expired {
            self.went_well();
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

    /// The same once more, in another form.
    fn in_form(&mut self, lane: LaneKey, row: OutboxId, form: Form, now: i64) {
        self.lanes.set_form(lane, row, form);
        self.give_back(lane, now);
    }

    /// Telegram can't be reached, or is in trouble: the same again after a growing pause.
    fn try_later(&mut self, lane: LaneKey, now: i64, why: Unreached) {
        self.pulse.send_failed(now);
        self.pulse.unreached(why);
        let since = self.pulse.sends_fail_since().unwrap_or(now);
        if !self.said_failing && now - since >= WORTH_SAYING {
            self.said_failing = true;
            tracing::warn!(why = why.words(), "no message can be sent; they wait");
        }
        let pause = self.lanes.count_failure(lane);
        self.give_back(lane, now + pause);
    }

    /// Telegram settled something that was sent.
    fn went_well(&mut self) {
        self.pulse.send_settled();
        if std::mem::take(&mut self.said_failing) {
            tracing::info!("messages can be sent again");
        }
    }

    /// Telegram takes nothing with this token any more.
    fn end_with(&mut self, end: EdgeEnd) {
        self.ended = Some(end);
        if let Some(told) = self.end.take() {
            tracing::error!(why = end.words(), "nothing can be sent any more; what waits is kept for the next start");
            // Nobody may be left to hear it: then we are stopping already.
            let _ = told.send(end);
        }
    }
}

/// Returns once we are told to stop.
async fn told(stop: &mut watch::Receiver<bool>) {
    // Whoever could tell us is gone: that is telling enough.
    let _ = stop.wait_for(|s| *s).await;
}
