//! Keeps one chat from filling the way out for everybody. While the outbox is filling up, and a hundred messages or more
//! wait for one chat, what comes from there is not handled: whoever sent it reads once that it is too busy, and a pressed
//! button is answered so.
//!
//! Without it, somebody who sends faster than Telegram lets us answer would fill the outbox, and above its depth nobody's
//! updates are taken.

use std::collections::{HashMap, HashSet};

use sqlx::SqliteConnection;

use super::route::command;
use crate::model::{ChatId, Class, Content, Event, Happening, Moment, Outgoing, Result, Send};
use crate::store;
use crate::turn::Turn;

/// So many messages may wait for one chat. In private that is two minutes, in a group five.
pub const MOST_WAITING: i64 = 100;

/// Only with so many rows waiting in all does anybody look: before that, one chat's do no harm to another's.
pub const LOOK_FROM: i64 = 1000;

/// Who was told is not told again for so many seconds.
const TOLD_FOR: i64 = 600;

/// The chats for which too much waits, and who was told.
#[derive(Debug, Default)]
pub struct Backpressure {
    told: HashMap<ChatId, Moment>,
}

impl Backpressure {
    /// The chats for which too much waits.
    pub async fn full(tx: &mut SqliteConnection, depth: i64) -> Result<HashSet<ChatId>> {
        if depth < LOOK_FROM { Ok(HashSet::new()) } else { store::crowded_chats(tx, MOST_WAITING).await }
    }

    /// Returns whether this event has to wait. In a group a press does not: others press there too, and most of what they
    /// read is in private.
    pub fn turns_away(full: &HashSet<ChatId>, turn: &Turn<'_>, event: &Event) -> bool {
        let here = turn.chat_here().is_some_and(|c| full.contains(&c.id));
        here && match &event.what {
            Happening::Message(m) => turn.in_private() || command(&m.text, &turn.bot().username).is_some(),
            Happening::Press(_) => turn.in_private(),
            Happening::Membership(_)
            | Happening::Migrated { .. }
            | Happening::Job { .. }
            | Happening::Undelivered { .. }
            | Happening::CardLost { .. }
            | Happening::Nothing => false,
        }
    }

    /// Says so, to the person alone: to a press always, to a message once in a while. Gives the chat where it was said.
    pub fn say(&self, turn: &mut Turn<'_>, now: Moment, told: &[ChatId]) -> Option<ChatId> {
        let who = turn.who().ok()?;
        if turn.press().is_some() {
            turn.answer(turn.label("too-busy", &[]));
            return None;
        }
        let lately = self.told.get(&who.chat).is_some_and(|at| now.since(*at) < TOLD_FOR);
        if lately || told.contains(&who.chat) || !Turn::reachable(&who) {
            return None;
        }
        let content = Content::text(turn.say("too-busy", &[]));
        // Before all that waits there.
        turn.put(Outgoing::new(who.chat, Class::Press, Send::message(content)));
        Some(who.chat)
    }

    /// These were told, and it is on disk.
    pub fn note(&mut self, told: Vec<ChatId>, now: Moment) {
        if !told.is_empty() {
            self.told.retain(|_, at| now.since(*at) < TOLD_FOR);
            self.told.extend(told.into_iter().map(|chat| (chat, now)));
        }
    }
}
