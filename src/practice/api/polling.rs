//! getUpdates, and the webhook that is not played.

use serde_json::{Value, json};
use tokio::time::{Duration, Instant, timeout_at};

use super::request::Params;
use crate::practice::refusal::Refusal;
use crate::practice::state::State;
use crate::practice::world::World;

/// The longest wait for updates, in seconds, and the most updates at once. More is taken as this, as Telegram does.
const LONGEST_WAIT: i64 = 50;
const MOST_UPDATES: i64 = 100;

const OTHER_POLL: &str = "terminated by other getUpdates request; make sure that only one bot instance is running";
const WEBHOOK_ACTIVE: &str =
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

fn conflict(words: &str) -> Refusal {
    Refusal { code: 409, description: format!("Conflict: {words}"), parameters: None }
}

fn gone() -> Refusal {
    Refusal { code: 401, description: "Unauthorized".into(), parameters: None }
}

/// Waits for updates by the machine's clock: a long poll is HTTP's, not the world's.
pub(super) async fn get_updates(world: &World, bot: i64, p: &Params) -> Result<Value, Refusal> {
    let offset = p.int("offset").unwrap_or(0);
    let limit = p.int("limit").unwrap_or(MOST_UPDATES).clamp(1, MOST_UPDATES) as usize;
    let wait = p.int("timeout").unwrap_or(0).clamp(0, LONGEST_WAIT) as u64;
    let until = Instant::now() + Duration::from_secs(wait);
    let mut stirred = world.stirred();
    let poll = world.with(|s| {
        if let Some(kinds) = p.get("allowed_updates").and_then(Value::as_array) {
            allow(s, bot, kinds);
        }
        // Whoever waits for this bot's updates now finds that another took over.
        s.stirred += 1;
        let bot = s.bots.get_mut(&bot).ok_or_else(gone)?;
        if bot.webhook {
            return Err(conflict(WEBHOOK_ACTIVE));
        }
        bot.poll += 1;
        if offset < 0 {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            let forget = bot.queue.len().saturating_sub(keep);
            bot.queue.drain(..forget);
        } else {
            while bot.queue.front().is_some_and(|w| w.id < offset) {
                bot.queue.pop_front();
            }
        }
        Ok(bot.poll)
    })?;
    loop {
        stirred.mark_unchanged();
        let found = world.with(|s| {
            let now = s.now();
            let bot = s.bots.get_mut(&bot).ok_or_else(gone)?;
            if bot.poll != poll {
                return Err(conflict(OTHER_POLL));
            }
            bot.forget_old(now);
            Ok(bot.queue.iter().take(limit).map(|w| w.update.clone()).collect::<Vec<_>>())
        })?;
        if !found.is_empty() || timeout_at(until, stirred.changed()).await.is_err() {
            return Ok(found.into());
        }
    }
}

/// Remembers which kinds the bot asks for; an empty list is the default again.
fn allow(s: &mut State, bot: i64, kinds: &[Value]) {
    if let Some(bot) = s.bots.get_mut(&bot) {
        let kinds: std::collections::BTreeSet<String> =
            kinds.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        bot.allowed = (!kinds.is_empty()).then_some(kinds);
    }
}

pub(super) fn set_webhook(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    if p.text("url").is_none_or(str::is_empty) {
        return delete_webhook(s, bot, p);
    }
    Err(Refusal::bad("this local server delivers no webhooks; use getUpdates"))
}

pub(super) fn delete_webhook(s: &mut State, bot: i64, p: &Params) -> Result<Value, Refusal> {
    if let Some(bot) = s.bots.get_mut(&bot) {
        bot.webhook = false;
        if p.is("drop_pending_updates") {
            bot.queue.clear();
        }
    }
    Ok(true.into())
}

pub(super) fn webhook_info(s: &State, bot: i64) -> Result<Value, Refusal> {
    let bot = s.bots.get(&bot).ok_or_else(gone)?;
    let mut info = json!({"url": "", "has_custom_certificate": false, "pending_update_count": bot.queue.len()});
    if let Some(kinds) = &bot.allowed {
        info["allowed_updates"] = json!(kinds);
    }
    Ok(info)
}
