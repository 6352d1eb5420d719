//! How much a bot may send, by the world's clock: what is too much is refused with 429 and the seconds to wait.

use std::collections::{BTreeMap, VecDeque};

/// How much a bot may send. Sends and edits count together; answers to presses and deletions do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Messages a second in one chat, and how many may come at once. None: as many as one likes.
    pub per_chat: Option<(u32, u32)>,
    /// Messages a minute in one group.
    pub per_group: Option<u32>,
    /// Messages a second over all chats.
    pub overall: Option<u32>,
}

impl Limits {
    /// What Telegram's FAQ for bots says: one a second in a chat (short bursts pass; three is our guess), twenty a
    /// minute in a group, about thirty a second over all.
    pub fn telegrams() -> Limits {
        Limits { per_chat: Some((1, 3)), per_group: Some(20), overall: Some(30) }
    }

    /// No limits.
    pub fn none() -> Limits {
        Limits { per_chat: None, per_group: None, overall: None }
    }
}

/// What one bot sent lately.
#[derive(Default)]
pub(super) struct Pace {
    chats: BTreeMap<i64, ChatPace>,
    overall: VecDeque<i64>,
}

#[derive(Default)]
struct ChatPace {
    /// The moment (milliseconds) up to which the chat's allowance is spent.
    spent_until: i64,
    lately: VecDeque<i64>,
}

impl Pace {
    /// Counts one message, or says how many seconds to wait.
    pub fn take(&mut self, limits: &Limits, chat: i64, now_ms: i64) -> Result<(), i64> {
        let pace = self.chats.entry(chat).or_default();
        let mut wait_ms = 0;
        let mut spent_until = pace.spent_until;
        if let Some((a_second, burst)) = limits.per_chat {
            let each = 1000 / i64::from(a_second.max(1));
            spent_until = spent_until.max(now_ms) + each;
            wait_ms = wait_ms.max(spent_until - now_ms - each * i64::from(burst.max(1)));
        }
        if let Some(a_minute) = limits.per_group.filter(|_| chat < 0) {
            wait_ms = wait_ms.max(window(&mut pace.lately, a_minute, 60_000, now_ms));
        }
        if let Some(a_second) = limits.overall {
            wait_ms = wait_ms.max(window(&mut self.overall, a_second, 1000, now_ms));
        }
        if wait_ms > 0 {
            return Err((wait_ms + 999) / 1000);
        }
        pace.spent_until = spent_until;
        if limits.per_group.is_some() {
            pace.lately.push_back(now_ms);
        }
        if limits.overall.is_some() {
            self.overall.push_back(now_ms);
        }
        Ok(())
    }
}

/// Milliseconds until fewer than `most` lie within the last `length`.
fn window(lately: &mut VecDeque<i64>, most: u32, length: i64, now_ms: i64) -> i64 {
    while lately.front().is_some_and(|at| *at + length <= now_ms) {
        lately.pop_front();
    }
    match lately.front() {
        Some(first) if lately.len() >= most as usize => first + length - now_ms,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_takes_a_burst_and_then_one_a_second() {
        let (mut pace, limits) = (Pace::default(), Limits::telegrams());
        let sent: Vec<_> = (0..5).map(|_| pace.take(&limits, 5, 0)).collect();
        assert_eq!(sent, [Ok(()), Ok(()), Ok(()), Err(1), Err(1)]);
        assert_eq!(pace.take(&limits, 5, 999), Err(1));
        assert_eq!(pace.take(&limits, 5, 1000), Ok(()));
        assert_eq!(pace.take(&limits, 6, 1000), Ok(()), "another chat has its own allowance");
    }

    #[test]
    fn a_group_takes_twenty_a_minute() {
        let (mut pace, limits) = (Pace::default(), Limits::telegrams());
        for second in 0..20 {
            assert_eq!(pace.take(&limits, -5, second * 1000), Ok(()));
        }
        assert_eq!(pace.take(&limits, -5, 20_000), Err(40));
        assert_eq!(pace.take(&limits, -5, 60_000), Ok(()));
    }

    #[test]
    fn thirty_a_second_over_all_chats() {
        let (mut pace, limits) = (Pace::default(), Limits::telegrams());
        assert!((0..30).all(|chat| pace.take(&limits, chat + 1, 0).is_ok()));
        assert_eq!(pace.take(&limits, 99, 1), Err(1));
        assert_eq!(pace.take(&limits, 99, 1000), Ok(()));
    }
}
