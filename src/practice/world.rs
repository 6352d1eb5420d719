//! The world: bots, people and groups, and what may be asked of it. A clone is the same world.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::failures::Failure;
use super::limits::Limits;
use super::log::{Arranged, Entry, What};
use super::state::{BotState, Chat, ChatKey, Person, State};
use crate::clock::Clock;

/// A Telegram of its own, in memory. Cheap to clone; all clones are the same world.
#[derive(Clone)]
pub struct World(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    /// The number of the last entry in the log.
    seen: watch::Sender<u64>,
    /// Moves whenever a bot that waits for updates should look again.
    stirred: watch::Sender<u64>,
}

/// A bot as its owner knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bot {
    /// Telegram's id of its account.
    pub id: i64,
    /// What it authenticates itself with.
    pub token: String,
    /// Without the @.
    pub username: String,
}

/// Somebody to put into the world.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// At least one character with Telegram.
    pub first_name: String,
    /// May be absent.
    pub last_name: Option<String>,
    /// Without the @.
    pub username: Option<String>,
    /// The language of their client, as an IETF tag: `nl`, `en`, `pt-br`.
    pub language_code: Option<String>,
}

/// A chat to act in: a group's id, or a person's id for their private chat with a bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Where {
    /// The Bot API's id of the chat.
    pub chat: i64,
    /// Which bot a private chat is with. `None` is the world's first bot.
    pub bot: Option<i64>,
}

impl Where {
    /// A person's private chat with this bot.
    pub fn private(user: i64, bot: i64) -> Where {
        Where { chat: user, bot: Some(bot) }
    }
}

impl From<i64> for Where {
    fn from(chat: i64) -> Where {
        Where { chat, bot: None }
    }
}

/// Something was asked of the world that cannot happen, such as a press on a button that is not there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this cannot happen: {0}")]
pub struct Impossible(pub(super) String);

/// Says why something cannot happen.
pub(super) fn impossible<T>(why: impl Into<String>) -> Result<T, Impossible> {
    Err(Impossible(why.into()))
}

impl World {
    /// An empty world on this clock.
    pub fn new(clock: Clock, limits: Limits) -> World {
        World(Arc::new(Shared {
            state: Mutex::new(State::new(clock, limits)),
            seen: watch::Sender::new(0),
            stirred: watch::Sender::new(0),
        }))
    }

    /// The clock that the world goes by.
    pub fn clock(&self) -> Clock {
        self.lock().clock.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A panic while the lock was held cannot leave the plain data half-changed in a way that matters to practice.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something with the state and tells those who wait.
    pub(super) fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        let (result, seen, stirred) = {
            let mut state = self.lock();
            let result = act(&mut state);
            (result, state.log.len() as u64, state.stirred)
        };
        raise(&self.0.seen, seen);
        raise(&self.0.stirred, stirred);
        result
    }

    fn change_bot(&self, bot: i64, change: impl FnOnce(&mut BotState)) {
        self.with(|s| s.bots.get_mut(&bot).map(change));
    }

    pub(super) fn stirred(&self) -> watch::Receiver<u64> {
        self.0.stirred.subscribe()
    }

    /// Adds a bot. Its ids begin at 100001.
    pub fn add_bot(&self, username: &str, name: &str) -> Bot {
        self.with(|s| {
            let id = s.bots.keys().next_back().map_or(100_001, |last| last + 1);
            let token = format!("{id}:{}", secret(username));
            let bot = Bot { id, token: token.clone(), username: username.into() };
            let state = BotState {
                id,
                token,
                username: username.into(),
                name: name.into(),
                next_update: (id * 1000).max(s.first_message) + 1,
                ..BotState::default()
            };
            s.bots.insert(id, state);
            bot
        })
    }

    /// Switches privacy mode, as one does with BotFather. On at first.
    pub fn set_privacy_mode(&self, bot: i64, on: bool) {
        self.change_bot(bot, |b| b.reads_everything = !on);
    }

    /// As if the bot had set a webhook: getUpdates answers 409 until deleteWebhook. Nothing is delivered to it.
    pub fn pretend_webhook(&self, bot: i64) {
        self.change_bot(bot, |b| b.webhook = true);
    }

    /// The bots, oldest first.
    pub fn bots(&self) -> Vec<Bot> {
        let state = self.lock();
        let bot = |b: &BotState| Bot { id: b.id, token: b.token.clone(), username: b.username.clone() };
        state.bots.values().map(bot).collect()
    }

    /// Adds a person and gives their id, from 200001 on.
    pub fn add_person(&self, new: NewPerson) -> i64 {
        self.with(|s| {
            let id = s.people.keys().next_back().map_or(200_001, |last| last + 1);
            s.people.insert(id, Person::new(id, new));
            id
        })
    }

    /// Changes what a person's client says about them: name, username, language.
    pub fn change_person(&self, user: i64, new: NewPerson) -> Result<(), Impossible> {
        self.with(|s| {
            let Some(person) = s.people.get_mut(&user) else { return impossible("nobody has this id") };
            *person = Person::new(user, new);
            Ok(())
        })
    }

    /// Ends a person's account: bots get `user is deactivated`.
    pub fn deactivate(&self, user: i64) {
        self.with(|s| {
            if let Some(person) = s.people.get_mut(&user) {
                person.deactivated = true;
            }
        });
    }

    /// Makes calls go wrong. Failures are tried in the order in which they were asked for.
    pub fn fail(&self, failure: Failure) {
        self.with(|s| s.failures.push(failure));
    }

    /// Nothing goes wrong any more.
    pub fn clear_failures(&self) {
        self.with(|s| s.failures.clear());
    }

    /// Returns whether calls go wrong at the moment.
    pub fn fails(&self) -> bool {
        !self.lock().failures.is_empty()
    }

    /// Notes in the log what whoever leads the practice changed.
    pub fn arranged(&self, how: Arranged) {
        self.with(|s| s.note(What::Arranged { how }));
    }

    /// Empties the world: nobody, no group, no bot, nothing that goes wrong. The log goes on, so that who reads it misses
    /// nothing.
    pub fn clear(&self) {
        self.with(|s| {
            let empty = State::new(s.clock.clone(), s.limits);
            let old = std::mem::replace(s, empty);
            s.log = old.log;
            s.stirred = old.stirred + 1;
        });
    }

    /// How many calls a bot made, by method as Telegram writes it (`sendMessage`), refused ones included.
    pub fn calls(&self, bot: i64) -> BTreeMap<String, u64> {
        self.lock().bots.get(&bot).map(|b| b.calls.clone()).unwrap_or_default()
    }

    /// How many updates no offset has confirmed yet.
    pub fn unconfirmed(&self, bot: i64) -> usize {
        self.with(|s| {
            let now = s.now();
            let Some(bot) = s.bots.get_mut(&bot) else { return 0 };
            bot.forget_old(now);
            bot.queue.len()
        })
    }

    /// Returns once no update waits for the bot: an offset confirmed them all.
    pub async fn all_confirmed(&self, bot: i64) {
        let mut stirred = self.stirred();
        loop {
            stirred.mark_unchanged();
            if self.unconfirmed(bot) == 0 || stirred.changed().await.is_err() {
                return;
            }
        }
    }

    /// Queues an update of one's own making, whatever `allowed_updates` says, and gives its id: unknown kinds, unknown
    /// fields. `update_id` is filled in.
    pub fn push_raw_update(&self, bot: i64, update: serde_json::Value) -> Option<i64> {
        self.with(|s| {
            let id = s.queue(bot, update)?;
            s.note(What::RawUpdate { bot, update_id: id });
            Some(id)
        })
    }

    /// The next update has this id: Telegram restarts at random after a week without updates.
    pub fn set_next_update_id(&self, bot: i64, id: i64) {
        self.change_bot(bot, |b| b.next_update = id);
    }

    /// From here on, ids of updates, messages and presses are ones that no world gave before, going by the clock: for a bot
    /// that kept its database from an earlier world and would take an old id for the same thing.
    pub fn begin_new_ids(&self) {
        self.with(|s| {
            // Room for four updates and messages a second on average between two beginnings, within 32 bits until 2033.
            let base = (s.now() - 1_600_000_000).max(0) * 4;
            s.first_message = base;
            s.last_message = s.last_message.max(base);
            s.last_query = s.last_query.max(base);
            for bot in s.bots.values_mut() {
                bot.next_update = bot.next_update.max(base + 1);
            }
            for chat in s.chats.values_mut() {
                chat.last_message = chat.last_message.max(base);
            }
        });
    }

    /// Everything that happened after the entry with this number, in order. `log(0)` is everything.
    pub fn log(&self, since: u64) -> Vec<Entry> {
        let state = self.lock();
        let from = usize::try_from(since).unwrap_or(usize::MAX).min(state.log.len());
        state.log[from..].to_vec()
    }

    /// The number of the last entry in the log; it changes when something happened.
    pub fn subscribe(&self) -> watch::Receiver<u64> {
        self.0.seen.subscribe()
    }
}

impl Person {
    fn new(id: i64, new: NewPerson) -> Person {
        let NewPerson { first_name, last_name, username, language_code } = new;
        Person { id, first_name, last_name, username, language_code, deactivated: false }
    }
}

impl State {
    /// The chat that somebody means. `None` if there is none, or nothing was said in it yet.
    pub fn chat_at(&self, place: Where) -> Option<&Chat> {
        self.chats.get(&self.find(place).ok()?)
    }

    /// The key of a chat somebody means.
    pub fn find(&self, place: Where) -> Result<ChatKey, Impossible> {
        if place.chat < 0 {
            let key = ChatKey::group(place.chat);
            return if self.chats.contains_key(&key) { Ok(key) } else { impossible("there is no such group") };
        }
        let Some(bot) = place.bot.or_else(|| self.bots.keys().next().copied()) else {
            return impossible("there is no bot");
        };
        if !self.people.contains_key(&place.chat) || !self.bots.contains_key(&bot) {
            return impossible("there is no such person or bot");
        }
        Ok(ChatKey { id: place.chat, bot })
    }
}

fn raise(watch: &watch::Sender<u64>, to: u64) {
    watch.send_if_modified(|at| {
        let newer = to > *at;
        *at = to.max(*at);
        newer
    });
}

/// The secret half of a token: 35 characters as Telegram's, the same for the same username. It protects nothing: the
/// server plays on loopback.
fn secret(username: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    (0..35u8)
        .map(|i| {
            for byte in username.bytes().chain([i]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
            char::from(letters[(hash >> 40) as usize % letters.len()])
        })
        .collect()
}
