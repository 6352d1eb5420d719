//! Telegram's pace: how many messages may go to one chat, one group and in all. Short bursts in one chat pass. Its times are
//! steady ones, in milliseconds.

use std::collections::{HashMap, VecDeque};

use crate::model::{ChatId, Limits};

/// Messages that may follow each other at once in one chat.
const BURST: i64 = 3;

/// The last so many sends within a span: at most `most` in any `span_ms`.
#[derive(Debug, Default)]
struct Window(VecDeque<i64>);

impl Window {
    fn free_at(&mut self, most: u32, span_ms: i64, now: i64) -> i64 {
        self.0.retain(|at| *at > now - span_ms);
        if most == 0 || self.0.len() < most as usize {
            return now;
        }
        self.0[self.0.len() - most as usize] + span_ms
    }

    fn note(&mut self, most: u32, now: i64) {
        if most > 0 {
            self.0.push_back(now);
        }
    }
}

#[derive(Debug, Default)]
struct ChatPace {
    /// When the chat's burst would be whole again, in milliseconds.
    full_at: i64,
    minute: Window,
    held_until: i64,
}

/// Says when each chat may have its next message.
#[derive(Debug)]
pub struct Pace {
    limits: Limits,
    overall: Window,
    chats: HashMap<ChatId, ChatPace>,
}

impl Pace {
    /// A pace within these limits.
    pub fn new(limits: Limits) -> Pace {
        Pace { limits, overall: Window::default(), chats: HashMap::new() }
    }

    /// The first millisecond, from `now` on, at which this chat may have a message.
    pub fn free_at(&mut self, chat: ChatId, group: bool, now: i64) -> i64 {
        let mut at = self.overall.free_at(self.limits.overall_per_second, 1000, now);
        if let Some(pace) = self.chats.get_mut(&chat) {
            at = at.max(pace.held_until);
            if self.limits.per_chat_per_second > 0 {
                let step = 1000 / i64::from(self.limits.per_chat_per_second);
                at = at.max(pace.full_at - (BURST - 1) * step);
            }
            if group {
                at = at.max(pace.minute.free_at(self.limits.per_group_per_minute, 60_000, now));
            }
        }
        at
    }

    /// As [`Pace::free_at`], for an answer to a command in a group: the group's cards are left half of its minute.
    pub fn free_for_aside(&mut self, chat: ChatId, group: bool, now: i64) -> i64 {
        let at = self.free_at(chat, group, now);
        let half = self.limits.per_group_per_minute / 2;
        match self.chats.get_mut(&chat) {
            Some(pace) if group && half > 0 => at.max(pace.minute.free_at(half, 60_000, now)),
            _ => at,
        }
    }

    /// A message goes to this chat now.
    pub fn note(&mut self, chat: ChatId, group: bool, now: i64) {
        self.overall.note(self.limits.overall_per_second, now);
        let pace = self.chats.entry(chat).or_default();
        if self.limits.per_chat_per_second > 0 {
            pace.full_at = pace.full_at.max(now) + 1000 / i64::from(self.limits.per_chat_per_second);
        }
        if group {
            pace.minute.note(self.limits.per_group_per_minute, now);
        }
    }

    /// Telegram said to wait, for this chat.
    pub fn hold(&mut self, chat: ChatId, until: i64) {
        self.chats.entry(chat).or_default().held_until = until;
    }

    /// Forgets chats that nothing holds back any more.
    pub fn tidy(&mut self, now: i64) {
        self.chats
            .retain(|_, p| p.held_until > now || p.full_at > now || p.minute.0.iter().any(|at| *at > now - 60_000));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends as fast as the pace allows; returns when each went.
    fn storm(limits: Limits, chats: &[(i64, bool)], count: usize) -> Vec<(ChatId, i64)> {
        let mut pace = Pace::new(limits);
        let mut now = 0;
        let mut sent = Vec::new();
        let mut left: Vec<_> = chats.iter().map(|c| (*c, count)).collect();
        while !left.is_empty() {
            let at = left.iter().map(|((c, g), _)| pace.free_at(ChatId(*c), *g, now)).min().unwrap();
            now = now.max(at);
            for ((c, g), n) in &mut left {
                if pace.free_at(ChatId(*c), *g, now) <= now {
                    pace.note(ChatId(*c), *g, now);
                    sent.push((ChatId(*c), now));
                    *n -= 1;
                }
            }
            left.retain(|(_, n)| *n > 0);
        }
        sent
    }

    fn most_within(times: &[i64], span: i64) -> usize {
        times.iter().map(|t| times.iter().filter(|u| **u >= *t && **u < *t + span).count()).max().unwrap_or(0)
    }

    #[test]
    fn a_storm_stays_within_telegrams_limits() {
        let sent = storm(Limits::default(), &[(1, true), (2, false), (3, false)], 45);
        let of = |c: i64| sent.iter().filter(|s| s.0 == ChatId(c)).map(|s| s.1).collect::<Vec<_>>();
        assert!(most_within(&of(1), 60_000) <= 20);
        assert!(most_within(&of(2), 1000) <= 3, "a burst of three");
        assert!(most_within(&of(2), 10_000) <= 12, "one a second after it");
        assert!(most_within(&sent.iter().map(|s| s.1).collect::<Vec<_>>(), 1000) <= 30);
        assert!(of(2).last().unwrap() < &45_000, "private chats are not held to a group's pace");
    }

    #[test]
    fn asides_leave_a_groups_cards_half_of_its_minute() {
        let mut pace = Pace::new(Limits::default());
        let (group, mut now) = (ChatId(1), 0);
        for _ in 0..10 {
            now = now.max(pace.free_for_aside(group, true, now));
            pace.note(group, true, now);
        }
        assert!(now < 10_000);
        assert!(pace.free_for_aside(group, true, now) >= 60_000);
        assert!(pace.free_at(group, true, now) <= now + 1000);
    }

    #[test]
    fn a_chat_told_to_wait_holds_no_other() {
        let mut pace = Pace::new(Limits::default());
        pace.hold(ChatId(1), 5000);
        assert_eq!(pace.free_at(ChatId(1), false, 0), 5000);
        assert_eq!(pace.free_at(ChatId(2), false, 0), 0);
    }
}
