//! Receiving by long polling. An update is confirmed only after it is on disk: the next `getUpdates` carries the offset,
//! and it is not sent before the engine said so.

use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde_json::value::RawValue;
use teloxide::Bot;
use tokio::sync::{mpsc, oneshot, watch};

use super::translate;
use crate::clock::Clock;
use crate::model::{Delivery, Incoming, Moment, Pulse, Trouble};

/// After this much silence the stored offset is dropped: Telegram may have begun numbering anew.
const SILENCE: i64 = 6 * 86_400;
/// Seconds that one poll waits for updates; the HTTP client gives up after 17.
const POLL_SECONDS: u32 = 10;
/// The kinds of update we want.
const WANTED: [&str; 3] = ["message", "callback_query", "my_chat_member"];

/// Why polling ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PollerEnd {
    /// We were told to stop.
    Stopped,
    /// Telegram no longer takes the token.
    TokenRevoked,
    /// A webhook is set for this bot.
    Webhook,
    /// The engine is gone.
    NoEngine,
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

#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    result: Option<Vec<&'a RawValue>>,
    error_code: Option<u16>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
}

/// What one poll brought.
enum Polled {
    Updates(Vec<Incoming>),
    Pause(Duration),
    End(PollerEnd),
}

impl Poller {
    /// Polls until told to stop.
    pub async fn run(self, mut stop: watch::Receiver<bool>) -> PollerEnd {
        let mut offset: Option<i64> = None;
        let mut heard_at = self.clock.now();
        let mut pause = Duration::from_millis(500);
        loop {
            if self.clock.now().since(heard_at) > SILENCE {
                offset = None;
            }
            let polled = tokio::select! {
                polled = self.poll(offset) => polled,
                _ = stop.wait_for(|s| *s) => return PollerEnd::Stopped,
            };
            match polled {
                Polled::Updates(updates) => {
                    pause = Duration::from_millis(500);
                    self.well();
                    let Some(last) = updates.last().map(|u| u.update_id) else { continue };
                    heard_at = self.clock.now();
                    if !self.hand_over(updates).await {
                        return PollerEnd::NoEngine;
                    }
                    offset = Some(last + 1);
                }
                Polled::Pause(asked) => {
                    let wait = asked.max(pause);
                    pause = (pause * 2).min(Duration::from_secs(30));
                    tokio::select! {
                        () = tokio::time::sleep(wait) => {}
                        _ = stop.wait_for(|s| *s) => return PollerEnd::Stopped,
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
        let offset = offset.map(|o| format!("\"offset\":{o},")).unwrap_or_default();
        let body = format!(
            "{{{offset}\"limit\":100,\"timeout\":{POLL_SECONDS},\"allowed_updates\":[\"{}\"]}}",
            WANTED.join("\",\"")
        );
        let mut url = self.bot.api_url();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().push(&format!("bot{}", self.bot.token())).push("GetUpdates");
        }
        let sent = self.bot.client().post(url).header("content-type", "application/json").body(body).send().await;
        // A failed request's own words hold the address, and that holds the token: they are never looked at.
        let Ok(response) = sent else { return self.unreachable() };
        let Ok(text) = response.text().await else { return self.unreachable() };
        let Ok(answer) = serde_json::from_str::<Answer<'_>>(&text) else { return self.unreachable() };
        match answer.result {
            Some(raw) => Polled::Updates(self.translate_all(&raw)),
            None => self.refused(&answer),
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

    fn refused(&self, answer: &Answer<'_>) -> Polled {
        let words = answer.description.as_deref().unwrap_or_default();
        match answer.error_code.unwrap_or(0) {
            401 | 404 => Polled::End(PollerEnd::TokenRevoked),
            409 if words.contains("webhook") => Polled::End(PollerEnd::Webhook),
            409 => {
                if self.pulse.trouble(Trouble::SecondBot, true) {
                    tracing::error!(
                        "another program is receiving this bot's messages with the same token. \
                         Stop that one: until then each gets only a part of them"
                    );
                }
                Polled::Pause(Duration::from_secs(3))
            }
            429 => {
                let wait = answer.parameters.as_ref().and_then(|p| p.retry_after).unwrap_or(1);
                Polled::Pause(Duration::from_secs(wait))
            }
            _ => self.unreachable(),
        }
    }

    fn unreachable(&self) -> Polled {
        if self.pulse.trouble(Trouble::Telegram, true) {
            tracing::warn!("Telegram can't be reached; trying again");
        }
        Polled::Pause(Duration::ZERO)
    }

    fn well(&self) {
        if self.pulse.trouble(Trouble::Telegram, false) {
            tracing::info!("Telegram can be reached again");
        }
        if self.pulse.trouble(Trouble::SecondBot, false) {
            tracing::info!("no other program uses the token any more");
        }
    }
}
