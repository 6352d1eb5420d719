//! Lanes: one for each (chat, class), in which messages keep their order; and which lane may go next. An answer to a press is
//! no message and has no order: each has a lane of its own, so that hundreds who tap in one group do not wait for each other.

use std::collections::{BTreeSet, HashMap, VecDeque};

use crate::model::{ChatId, Class, OutboxId, Send};
use crate::store::OutboxRow;

/// A lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LaneKey {
    pub class: Class,
    pub chat: ChatId,
    /// Of an answer to a press, which has the lane for itself.
    pub answer: Option<OutboxId>,
}

impl LaneKey {
    /// The lane of a chat's messages.
    fn of(class: Class, chat: ChatId) -> LaneKey {
        LaneKey { class, chat, answer: None }
    }
}

#[derive(Default)]
struct Lane {
    rows: VecDeque<OutboxRow>,
    /// Its entry in the order, while its head waits for its turn.
    due: Option<(i64, OutboxId)>,
    /// Waits for the chat's new id.
    blocked: bool,
    /// Failures in a row.
    failures: u32,
    /// When Telegram first answered the head with an error of its own.
    broken_since: Option<i64>,
}

/// All lanes with something in them.
#[derive(Default)]
pub struct Lanes {
    lanes: HashMap<LaneKey, Lane>,
    /// Of each class, most urgent first: by time, then age.
    order: [BTreeSet<(i64, OutboxId, LaneKey)>; Class::ALL.len()],
}

impl Lanes {
    /// Adds a row at the end of its lane.
    pub fn push(&mut self, row: OutboxRow, now: i64) {
        let answer = matches!(row.send, Send::Answer { .. }).then_some(row.id);
        let key = LaneKey { class: row.class, chat: row.chat, answer };
        let lane = self.lanes.entry(key).or_default();
        lane.rows.push_back(row);
        if lane.rows.len() == 1 {
            self.line_up(key, now);
        }
    }

    /// The lane whose head may go now, most urgent first. It is out of the order until it is told what became of it.
    pub fn take_due(&mut self, now: i64) -> Option<LaneKey> {
        // Among those that may go, the most urgent class goes first.
        let queue = self.order.iter_mut().find(|queue| queue.first().is_some_and(|e| e.0 <= now))?;
        let (_, _, key) = queue.pop_first()?;
        if let Some(lane) = self.lanes.get_mut(&key) {
            lane.due = None;
        }
        Some(key)
    }

    /// The row at the head of a lane.
    pub fn head(&self, key: LaneKey) -> Option<&OutboxRow> {
        self.lanes.get(&key)?.rows.front()
    }

    /// When the next lane may go.
    pub fn next_at(&self) -> Option<i64> {
        self.order.iter().filter_map(|queue| queue.first().map(|e| e.0)).min()
    }

    /// Returns whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.lanes.is_empty()
    }

    /// The head waits until this time.
    pub fn wait(&mut self, key: LaneKey, at: i64) {
        self.line_up(key, at);
    }

    /// The head failed for a reason that may pass; returns how long to wait, in milliseconds: 1 s, doubling to a minute.
    pub fn count_failure(&mut self, key: LaneKey) -> i64 {
        let Some(lane) = self.lanes.get_mut(&key) else { return 0 };
        lane.failures = (lane.failures + 1).min(7);
        (1000i64 << (lane.failures - 1)).min(60_000)
    }

    /// Telegram answered the head with an error of its own: for how long it has done so by now, in milliseconds.
    pub fn broken_for(&mut self, key: LaneKey, now: i64) -> i64 {
        let Some(lane) = self.lanes.get_mut(&key) else { return 0 };
        now - *lane.broken_since.get_or_insert(now)
    }

    /// The head is settled: the next one's turn.
    pub fn pop(&mut self, key: LaneKey, row: OutboxId, now: i64) {
        let Some(lane) = self.lanes.get_mut(&key) else { return };
        lane.failures = 0;
        lane.broken_since = None;
        if lane.rows.front().is_some_and(|r| r.id == row) {
            lane.rows.pop_front();
        }
        self.line_up(key, now);
    }

    /// The lane waits until its chat is opened.
    pub fn block(&mut self, key: LaneKey) {
        if let Some(lane) = self.lanes.get_mut(&key) {
            lane.blocked = true;
        }
    }

    /// The chat has a new id: what names an old message there is dropped, or names it no more, and the rest goes on.
    pub fn open(&mut self, chat: ChatId, now: i64) {
        for class in Class::ALL {
            let key = LaneKey::of(class, chat);
            let Some(lane) = self.lanes.get_mut(&key) else { continue };
            let in_flight = lane.due.is_none() && !lane.blocked;
            let kept = usize::from(in_flight);
            let mut index = 0;
            lane.rows.retain(|r| {
                index += 1;
                index <= kept || !matches!(r.send, Send::Edit { .. } | Send::CloseButtons { .. } | Send::Delete { .. })
            });
            for row in lane.rows.iter_mut().skip(kept) {
                if let Send::Message { reply_to, .. } | Send::Media { reply_to, .. } = &mut row.send {
                    // Under the new id it would be an answer to whatever message has this number there.
                    *reply_to = None;
                }
            }
            if lane.blocked {
                lane.blocked = false;
                self.line_up(key, now);
            } else if !in_flight {
                self.line_up(key, now);
            }
        }
    }

    /// These rows are no longer wanted. One that is being sent is left to end by itself.
    pub fn drop_rows(&mut self, ids: &[OutboxId]) {
        let keys: Vec<LaneKey> = self.lanes.keys().copied().collect();
        for key in keys {
            let Some(lane) = self.lanes.get_mut(&key) else { continue };
            let head_in_flight = lane.due.is_none() && !lane.blocked;
            let head = lane.rows.front().map(|r| r.id);
            let before = lane.rows.len();
            lane.rows.retain(|r| !ids.contains(&r.id) || (head_in_flight && Some(r.id) == head));
            if lane.rows.len() != before && !head_in_flight {
                let at = lane.due.map_or(0, |d| d.0);
                self.line_up(key, at);
            }
        }
    }

    /// Puts the lane's head into the order, or forgets an empty lane.
    fn line_up(&mut self, key: LaneKey, at: i64) {
        let Some(lane) = self.lanes.get_mut(&key) else { return };
        let Some(queue) = self.order.get_mut(key.class as usize) else { return };
        if let Some((at, id)) = lane.due.take() {
            queue.remove(&(at, id, key));
        }
        let Some(head) = lane.rows.front() else {
            self.lanes.remove(&key);
            return;
        };
        if lane.blocked {
            return;
        }
        let at = at.max(head.not_before.map_or(i64::MIN, |m| m.0 * 1000));
        lane.due = Some((at, head.id));
        queue.insert((at, head.id, key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Content, Moment};

    fn row(id: i64, chat: i64, class: Class, not_before: Option<i64>) -> OutboxRow {
        OutboxRow {
            id: OutboxId(id),
            chat: ChatId(chat),
            class,
            send: Send::Message { content: Content::default(), topic: None, reply_to: None },
            not_before: not_before.map(Moment),
            not_after: None,
            thing: None,
        }
    }

    fn go(lanes: &mut Lanes, now: i64) -> Option<i64> {
        let key = lanes.take_due(now)?;
        let id = lanes.head(key)?.id;
        lanes.pop(key, id, now);
        Some(id.0)
    }

    #[test]
    fn order_holds_within_a_lane_and_the_urgent_goes_first() {
        let mut lanes = Lanes::default();
        lanes.push(row(1, 1, Class::Reminder, None), 0);
        lanes.push(row(2, 1, Class::Reply, None), 5);
        lanes.push(row(3, 1, Class::Reply, None), 5);
        lanes.push(row(4, 2, Class::Press, None), 5);
        let mut got = Vec::new();
        while let Some(id) = go(&mut lanes, 10) {
            got.push(id);
        }
        assert_eq!(got, [4, 2, 3, 1]);
        assert!(lanes.is_empty());
    }

    #[test]
    fn answers_to_presses_wait_for_nothing() {
        let mut lanes = Lanes::default();
        lanes.push(row(1, 1, Class::Press, None), 0);
        let answer = |id| Send::Answer { query_id: format!("{id}"), text: String::new(), alert: false, open: None };
        for id in 2..=4 {
            lanes.push(OutboxRow { send: answer(id), ..row(id, 1, Class::Press, None) }, 0);
        }
        let flying: Vec<LaneKey> = std::iter::from_fn(|| lanes.take_due(0)).collect();
        assert_eq!(flying.iter().map(|k| lanes.head(*k).unwrap().id.0).collect::<Vec<_>>(), [1, 2, 3, 4]);
        // The message that came before them fails and waits; they are done.
        lanes.wait(flying[0], 5000);
        for (key, id) in flying[1..].iter().zip(2..) {
            lanes.pop(*key, OutboxId(id), 10);
        }
        assert_eq!(lanes.next_at(), Some(5000));
        lanes.drop_rows(&[OutboxId(1)]);
        assert!(lanes.is_empty());
    }

    #[test]
    fn a_lane_in_flight_waits_for_its_head() {
        let mut lanes = Lanes::default();
        lanes.push(row(1, 1, Class::Reply, None), 0);
        lanes.push(row(2, 1, Class::Reply, None), 0);
        let key = lanes.take_due(0).unwrap();
        assert_eq!(lanes.take_due(0), None);
        lanes.drop_rows(&[OutboxId(1), OutboxId(2)]);
        lanes.pop(key, OutboxId(1), 0);
        assert!(lanes.is_empty());
    }

    #[test]
    fn not_before_and_a_moved_chat() {
        let mut lanes = Lanes::default();
        lanes.push(row(1, 1, Class::Card, Some(100)), 0);
        assert_eq!((lanes.take_due(99_999), lanes.next_at()), (None, Some(100_000)));
        let key = lanes.take_due(100_000).unwrap();
        lanes.block(key);
        assert_eq!(lanes.next_at(), None);
        let answer = Send::Message { content: Content::default(), topic: None, reply_to: Some(7) };
        lanes.push(OutboxRow { send: answer, ..row(2, 1, Class::Card, None) }, 100_000);
        lanes.push(OutboxRow { send: Send::Delete { message_id: 7 }, ..row(3, 1, Class::Card, None) }, 100_000);
        lanes.open(ChatId(1), 100_001);
        assert_eq!(go(&mut lanes, 100_001), Some(1));
        let key = lanes.take_due(100_001).unwrap();
        assert!(matches!(lanes.head(key).unwrap().send, Send::Message { reply_to: None, .. }));
        lanes.pop(key, OutboxId(2), 100_001);
        assert!(lanes.is_empty(), "nothing is deleted by a number of before");
    }
}
