//! Keeps one from filling the way out for everybody.
//!
//! Where much waits for one chat, what comes from there is not handled: whoever sent it reads once that it is too busy, and a
//! pressed button is answered so. For who belongs to no neighbourhood less may wait, and for all of those together no more than a
//! share: anybody can make sixty accounts. And nobody is answered in a group more than a few times a minute: everybody there has to
//! read it, and the group's cards wait for it.

use std::collections::{HashMap, HashSet};

use sqlx::SqliteConnection;

use super::command::command;
use crate::model::{ChatId, Class, Content, Event, Happening, Moment, Outgoing, Result, Send};
use crate::store;
use crate::turn::{Register, Turn};

/// So many messages may wait for one chat. In private that is two minutes, in a group five.
pub const MOST_WAITING: i64 = 100;

/// So many for somebody who belongs to no neighbourhood.
const STRANGER_WAITING: i64 = 10;

/// So many for all of those together: half a minute of all that Telegram lets us send.
const STRANGERS_WAITING: i64 = 1000;

/// Only with so many rows waiting in all does anybody look: no chat can have too many before.
pub const LOOK_FROM: i64 = MOST_WAITING;

/// Who was told is not told again for so many seconds.
const TOLD_FOR: i64 = 600;

/// Answers in groups that one person gets within a minute.
const ASIDES: usize = 5;

/// That minute, in seconds.
const MINUTE: i64 = 60;

/// The chats for which too much waits, at the beginning of a transaction.
#[derive(Debug, Default)]
pub struct Crowd {
    full: HashSet<ChatId>,
    strangers: bool,
}

impl Crowd {
    /// The crowd now, with so many rows waiting in all.
    pub async fn now(tx: &mut SqliteConnection, depth: i64) -> Result<Crowd> {
        let mut crowd = Crowd::default();
        if depth < LOOK_FROM {
            return Ok(crowd);
        }
        let waiting = store::waiting_by_chat(tx).await?;
        crowd.strangers = waiting.iter().filter(|w| w.stranger).map(|w| w.rows).sum::<i64>() >= STRANGERS_WAITING;
        let most = |stranger: bool| if stranger { STRANGER_WAITING } else { MOST_WAITING };
        crowd.full = waiting.into_iter().filter(|w| w.rows >= most(w.stranger)).map(|w| w.chat).collect();
        Ok(crowd)
    }

    /// Returns whether this event has to wait. In a group a press does not: others press there too, and most of what they
    /// read is in private.
    pub fn turns_away(&self, turn: &Turn<'_>, event: &Event) -> bool {
        let full = turn.chat_here().is_some_and(|c| self.full.contains(&c.id));
        let crowded = full || (self.strangers && turn.in_private() && turn.is_stranger());
        crowded
            && match &event.what {
                Happening::Message(m) => turn.in_private() || command(&m.text, &turn.bot().username).is_some(),
                Happening::Press(_) => turn.in_private(),
                Happening::Membership(_)
                | Happening::Migrated { .. }
                | Happening::Job { .. }
                | Happening::Undelivered { .. }
                | Happening::CardLost { .. }
                | Happening::CardWaits { .. }
                | Happening::CardStands { .. }
                | Happening::GroupRefuses { .. }
                | Happening::GroupMember { .. }
                | Happening::PresenceKnown { .. }
                | Happening::Nothing => false,
            }
    }
}

/// Who asks us something in a group by this event, as Telegram numbers them. An anonymous administrator asks as the group.
pub fn asker(register: &Register, turn: &Turn<'_>, event: &Event) -> Option<i64> {
    let Happening::Message(message) = &event.what else { return None };
    let (chat, sender) = (event.chat.as_ref().filter(|c| c.kind.is_group())?, event.sender.as_ref()?);
    turn.chat_here()?.neighbourhood?;
    let (name, _) = command(&message.text, &turn.bot().username)?;
    register.command(&name)?;
    Some(if sender.faceless { chat.tg_id } else { sender.user_id })
}

/// Who was told, and who asked lately.
#[derive(Debug, Default)]
pub struct Backpressure {
    told: HashMap<ChatId, Moment>,
    asked: HashMap<i64, Vec<Moment>>,
}

impl Backpressure {
    /// Did somebody get enough answers in groups within the last minute? `these` are those of this transaction.
    pub fn asked_enough(&self, asker: i64, now: Moment, these: &[(i64, Moment)]) -> bool {
        let before = self.asked.get(&asker).map_or(0, |all| all.iter().filter(|at| is_lately(**at, now)).count());
        before + these.iter().filter(|(who, _)| *who == asker).count() >= ASIDES
    }

    /// Says that it is too busy, to the person alone: to a press always, to a message once in a while. Gives the chat where it was
    /// said.
    pub fn say_busy(&self, turn: &mut Turn<'_>, now: Moment, told: &[ChatId]) -> Option<ChatId> {
        if turn.press().is_some() {
            turn.answer(turn.label("too-busy", &[]));
            return None;
        }
        self.say_once(turn, "too-busy", now, told)
    }

    /// Says once in a while, to the person alone, that they are answered in private for now. Gives the chat where it was said.
    pub fn lead_to_private(&self, turn: &mut Turn<'_>, now: Moment, told: &[ChatId]) -> Option<ChatId> {
        self.say_once(turn, "group-enough", now, told)
    }

    fn say_once(&self, turn: &mut Turn<'_>, id: &str, now: Moment, told: &[ChatId]) -> Option<ChatId> {
        let who = turn.who().ok()?;
        let lately = self.told.get(&who.chat).is_some_and(|at| now.since(*at) < TOLD_FOR);
        if lately || told.contains(&who.chat) || !Turn::reachable(&who) {
            return None;
        }
        let content = Content::text(turn.say(id, &[]));
        // Before all that waits there; but sixty strangers who read it would make others wait.
        let class = if turn.is_stranger() { Class::Reminder } else { Class::Press };
        turn.put(Outgoing::new(who.chat, class, Send::message(content)));
        Some(who.chat)
    }

    /// These were told, and these asked, and it is on disk.
    pub fn note(&mut self, told: Vec<ChatId>, asked: Vec<(i64, Moment)>, now: Moment) {
        if !told.is_empty() {
            self.told.retain(|_, at| now.since(*at) < TOLD_FOR);
            self.told.extend(told.into_iter().map(|chat| (chat, now)));
        }
        if !asked.is_empty() {
            self.asked.retain(|_, all| {
                all.retain(|at| is_lately(*at, now));
                !all.is_empty()
            });
            for (who, at) in asked {
                self.asked.entry(who).or_default().push(at);
            }
        }
    }
}

/// Within the last minute. A clock that was set back must hold nobody up.
fn is_lately(at: Moment, now: Moment) -> bool {
    (0..MINUTE).contains(&now.since(at))
}
