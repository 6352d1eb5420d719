//! Receiving by long polling. An update is confirmed only after it is on disk: the next `getUpdates` carries the offset,
//! and it is not sent before the engine said so.

use std::sync::Arc;
use std::time::Duration;

use serde_json::value::RawValue;
use teloxide::Bot;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::Instant;

use super::call::{CallError, Parameters, Refusal, TokenEnd, call};
use super::translate;
use crate::clock::Clock;
use crate::model::{Delivery, Incoming, Moment, Pulse, Trouble, Unreached};

/// After this much silence the stored offset is dropped: Telegram may have begun numbering anew.
const SILENCE: i64 = 6 * 86_400;
/// Seconds that one poll waits for updates; the HTTP client gives up after 17.
const POLL_SECONDS: u32 = 10;
/// The kinds of update we want.
const WANTED: [&str; 4] = ["message", "callback_query", "my_chat_member", "chat_member"];

/// A server that answers an empty poll faster than this does not wait for updates at all.
const AT_ONCE: Duration = Duration::from_millis(500);

/// Why the edge ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeEnd {
    /// We were told to stop.
    Stopped,
    /// Telegram no longer takes the token.
    TokenRevoked,
    /// The bot was logged out of this Bot API server.
    LoggedOut,
    /// A webhook is set for this bot.
    Webhook,
    /// The engine is gone.
    NoEngine,
}

impl EdgeEnd {
    /// In words for the operator.
    pub fn words(self) -> &'static str {
        match self {
            EdgeEnd::Stopped => "stopped",
            EdgeEnd::TokenRevoked => "Telegram no longer accepts this token. Ask @BotFather for a new one (/token).",
            EdgeEnd::LoggedOut => {
                "the bot was logged out of this Bot API server (logOut). Set [telegram] api_url to the server where it \
                 is now."
            }
            EdgeEnd::Webhook => {
                "a webhook is set for this bot, so Telegram sends its messages there. Remove it first: call \
                 deleteWebhook with this token, or stop the program that set it."
            }
            EdgeEnd::NoEngine => "the engine stopped by itself; see the log",
        }
    }
}

impl From<TokenEnd> for EdgeEnd {
    fn from(end: TokenEnd) -> EdgeEnd {
        match end {
            TokenEnd::Unknown => EdgeEnd::TokenRevoked,
            TokenEnd::LoggedOut => EdgeEnd::LoggedOut,
        }
    }
}

/// Fetches updates and hands them to the engine.
pub struct Poller {
    /// How to reach Telegram.
    pub bot: Bot,
    /// Our own user id.
    pub bot_id: i64,
    /// The time.
    pub clock: Clock,
    /// The engine's door.
    pub intake: mpsc::Sender<Delivery>,
    /// How busy we are.
    pub pulse: Arc<Pulse>,
}

/// What one poll brought.
enum Polled {
    Updates(Vec<Incoming>),
    Pause(Duration),
    End(EdgeEnd),
}

impl Poller {
    /// Polls until told to stop.
    pub async fn run(self, mut stop: watch::Receiver<bool>) -> EdgeEnd {
        let mut offset: Option<i64> = None;
        let mut heard_at = self.clock.now();
        let mut pause = Duration::from_millis(500);
        let mut idle = Idle::default();
        loop {
            if self.clock.now().since(heard_at) > SILENCE {
                offset = None;
            }
            let asked_at = Instant::now();
            let polled = tokio::select! {
                polled = self.poll(offset) => polled,
                _ = stop.wait_for(|s| *s) => return EdgeEnd::Stopped,
            };
            match polled {
                Polled::Updates(updates) => {
                    pause = Duration::from_millis(500);
                    self.well();
                    let breath = idle.breath(updates.is_empty(), asked_at.elapsed());
                    if !breath.is_zero() && rest(breath, &mut stop).await.is_err() {
                        return EdgeEnd::Stopped;
                    }
                    let Some(last) = updates.last().map(|u| u.update_id) else { continue };
                    heard_at = self.clock.now();
                    if !self.hand_over(updates).await {
                        return EdgeEnd::NoEngine;
                    }
                    offset = Some(last + 1);
                }
                Polled::Pause(asked) => {
                    let wait = asked.max(pause);
                    pause = (pause * 2).min(Duration::from_secs(30));
                    if rest(wait, &mut stop).await.is_err() {
                        return EdgeEnd::Stopped;
                    }
                }
                Polled::End(end) => return end,
            }
        }
    }

    /// Gives updates to the engine and waits until they are on disk. False where there is no engine any more.
    async fn hand_over(&self, updates: Vec<Incoming>) -> bool {
        let (confirmed, done) = oneshot::channel();
        self.pulse.handling(1);
        if self.intake.send(Delivery { updates, confirmed }).await.is_err() {
            self.pulse.handling(-1);
            return false;
        }
        done.await.is_ok()
    }

    async fn poll(&self, offset: Option<i64>) -> Polled {
        let wanted = Parameters::default()
            .with_some("offset", offset)
            .with("limit", 100)
            .with("timeout", POLL_SECONDS)
            .with("allowed_updates", WANTED.as_slice());
        match call(&self.bot, "getUpdates", wanted).await {
            Ok(answer) => match serde_json::from_str::<Vec<&RawValue>>(answer.get()) {
                Ok(raw) => Polled::Updates(self.translate_all(&raw)),
                Err(_) => self.unreachable(Unreached::Strange),
            },
            Err(CallError::Refused(refusal)) => self.refused(&refusal),
            Err(error) => self.unreachable(error.unreached().unwrap_or(Unreached::Strange)),
        }
    }

    fn translate_all(&self, raw: &[&RawValue]) -> Vec<Incoming> {
        let now: Moment = self.clock.now();
        raw.iter()
            .filter_map(|r| {
                let made = translate(r.get(), self.bot_id, now);
                if made.is_none() {
                    tracing::warn!("an update without an id was passed over");
                }
                let (update_id, event) = made?;
                Some(Incoming { update_id, raw: r.get().to_owned(), event })
            })
            .collect()
    }

    fn refused(&self, refusal: &Refusal) -> Polled {
        if let Some(end) = refusal.of_token() {
            return Polled::End(end.into());
        }
        match refusal.code {
            409 if refusal.words.contains("webhook") => Polled::End(EdgeEnd::Webhook),
            409 => {
                if self.pulse.trouble(Trouble::SecondBot, true) {
                    tracing::error!(
                        "another program is receiving this bot's messages with the same token. \
                         Stop that one: until then each gets only a part of them"
                    );
                }
                Polled::Pause(Duration::from_secs(3))
            }
            420 | 429 => Polled::Pause(Duration::from_secs(refusal.retry_after.unwrap_or(1))),
            _ => self.unreachable(Unreached::Busy),
        }
    }

    fn unreachable(&self, why: Unreached) -> Polled {
        let is_new = self.pulse.trouble(Trouble::Telegram, true);
        if self.pulse.unreached(why) || is_new {
            tracing::warn!(why = why.words(), "Telegram can't be reached; trying again");
        }
        Polled::Pause(Duration::ZERO)
    }

    fn well(&self) {
        self.pulse.polled(self.clock.steady_ms());
        if self.pulse.trouble(Trouble::Telegram, false) {
            tracing::info!("Telegram can be reached again");
        }
        if self.pulse.trouble(Trouble::SecondBot, false) {
            tracing::info!("no other program uses the token any more");
        }
    }
}

/// Waits; fails where we are told to stop meanwhile.
async fn rest(time: Duration, stop: &mut watch::Receiver<bool>) -> Result<(), EdgeEnd> {
    tokio::select! {
        () = tokio::time::sleep(time) => Ok(()),
        _ = stop.wait_for(|s| *s) => Err(EdgeEnd::Stopped),
    }
}

/// Slows down where a server answers empty polls at once: Telegram waits, but not every server that plays it does.
#[derive(Default)]
struct Idle {
    /// Empty polls in a row that were answered at once.
    quick: u32,
}

impl Idle {
    /// How long to rest before the next poll: a twentieth of a second, doubling to a second.
    fn breath(&mut self, is_empty: bool, took: Duration) -> Duration {
        if !is_empty || took >= AT_ONCE {
            self.quick = 0;
            return Duration::ZERO;
        }
        self.quick += 1;
        Duration::from_millis((25u64 << self.quick.min(6)).min(1000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_polls_that_come_at_once_come_ever_slower() {
        let mut idle = Idle::default();
        let (at_once, waited) = (Duration::from_millis(1), Duration::from_secs(10));
        let breaths: Vec<u128> = (0..7).map(|_| idle.breath(true, at_once).as_millis()).collect();
        assert_eq!(breaths, [50, 100, 200, 400, 800, 1000, 1000]);
        assert!(idle.breath(false, at_once).is_zero(), "updates are fetched as fast as they come");
        assert_eq!(idle.breath(true, at_once).as_millis(), 50);
        assert!(idle.breath(true, waited).is_zero());
    }
}
