//! Lanes: one for each (chat, class), in which messages keep their order; and which lane may go next. An answer to a press is
//! no message and has no order: each has a lane of its own, so that hundreds who tap in one group do not wait for each other.
//! Chats for which the time has come are served in turn: who was not served for longest goes first, however much waits for others.
//!
//! All times are steady ones: a clock on the wall that is set back must hold up nobody. Only what a row may not go before is
//! a time on the wall.

use std::collections::{BTreeSet, HashMap, VecDeque};

use super::one::Form;
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

/// How far the two clocks may drift apart before what waits is looked at anew, in milliseconds.
const DRIFT: i64 = 1000;

#[derive(Default)]
struct Lane {
    rows: VecDeque<OutboxRow>,
    /// Its entry in the order, while its head waits for its turn.
    due: Option<(i64, u64, OutboxId)>,
    /// The how manieth it was when it was served last; 0 if it never was since it has something in it.
    served: u64,
    /// Its head waits until then, whatever it may not go before.
    waits_until: i64,
    /// Since when its head is the head.
    head_since: i64,
    /// The form in which this row goes out, where it is not the usual one.
    form: Option<(OutboxId, Form)>,
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
    /// Of each class, most urgent first: by time, then who was served longest ago, then age.
    order: [BTreeSet<(i64, u64, OutboxId, LaneKey)>; Class::ALL.len()],
    /// How many were served so far.
    served: u64,
    /// What the clock on the wall shows, less the steady time.
    wall: i64,
}

impl Lanes {
    /// Adds a row at the end of its lane.
    pub fn push(&mut self, row: OutboxRow, now: i64) {
        let answer = matches!(row.send, Send::Answer { .. }).then_some(row.id);
        let key = LaneKey { class: row.class, chat: row.chat, answer };
        let lane = self.lanes.entry(key).or_default();
        lane.rows.push_back(row);
        if lane.rows.len() == 1 {
            lane.head_since = now;
            self.line_up(key, now);
        }
    }

    /// The lane whose head may go now, most urgent first. It is out of the order until it is told what became of it.
    pub fn take_due(&mut self, now: i64) -> Option<LaneKey> {
        // Among those that may go, the most urgent class goes first.
        let queue = self.order.iter_mut().find(|queue| queue.first().is_some_and(|e| e.0 <= now))?;
        let (.., key) = queue.pop_first()?;
        if let Some(lane) = self.lanes.get_mut(&key) {
            lane.due = None;
        }
        Some(key)
    }

    /// The row at the head of a lane.
    pub fn head(&self, key: LaneKey) -> Option<&OutboxRow> {
        self.lanes.get(&key)?.rows.front()
    }

    /// The clock on the wall shows so much more than the steady time. Where it was set, what may not go before a time on it
    /// is lined up anew.
    pub fn set_wall(&mut self, wall: i64) {
        if (wall - self.wall).abs() < DRIFT {
            return;
        }
        self.wall = wall;
        let waiting: Vec<(LaneKey, i64)> = self
            .lanes
            .iter()
            .filter(|(_, lane)| lane.due.is_some())
            .map(|(key, lane)| (*key, lane.waits_until))
            .collect();
        for (key, until) in waiting {
            self.line_up(key, until);
        }
    }

    /// Since when the row waits that waits longest of those that may go by now.
    pub fn oldest_since(&self, now: i64) -> Option<i64> {
        let since = |lane: &Lane| Some(lane.head_since.max(not_before(lane.rows.front()?, self.wall)));
        self.lanes.values().filter_map(since).filter(|since| *since <= now).min()
    }

    /// The form in which a row at the head of a lane goes out.
    pub fn form(&self, key: LaneKey, row: OutboxId) -> Form {
        let known = self.lanes.get(&key).and_then(|lane| lane.form);
        known.filter(|(id, _)| *id == row).map_or_else(Form::default, |(_, form)| form)
    }

    /// The row at the head of a lane goes out in this form from now on.
    pub fn set_form(&mut self, key: LaneKey, row: OutboxId, form: Form) {
        if let Some(lane) = self.lanes.get_mut(&key) {
            lane.form = Some((row, form));
        }
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
            lane.head_since = now;
            self.served += 1;
            lane.served = self.served;
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
                let until = lane.waits_until;
                self.line_up(key, until);
            }
        }
    }

    /// Puts the lane's head into the order, or forgets an empty lane.
    fn line_up(&mut self, key: LaneKey, at: i64) {
        let Some(lane) = self.lanes.get_mut(&key) else { return };
        let Some(queue) = self.order.get_mut(key.class as usize) else { return };
        if let Some((at, served, id)) = lane.due.take() {
            queue.remove(&(at, served, id, key));
        }
        let Some(head) = lane.rows.front() else {
            self.lanes.remove(&key);
            return;
        };
        lane.waits_until = at;
        if lane.blocked {
            return;
        }
        let at = at.max(not_before(head, self.wall));
        lane.due = Some((at, lane.served, head.id));
        queue.insert((at, lane.served, head.id, key));
    }
}

/// The steady time before which a row may not go.
fn not_before(row: &OutboxRow, wall: i64) -> i64 {
    row.not_before.map_or(i64::MIN, |m| m.0.saturating_mul(1000).saturating_sub(wall))
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
    fn chats_are_served_in_turn_and_not_by_age() {
        let mut lanes = Lanes::default();
        for (id, chat) in [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2)] {
            lanes.push(row(id, chat, Class::Reply, None), 0);
        }
        let mut got = vec![go(&mut lanes, 10), go(&mut lanes, 10)];
        // All have to wait for the same moment, and meanwhile somebody else is to be answered.
        while let Some(key) = lanes.take_due(20) {
            lanes.wait(key, 1000);
        }
        lanes.push(row(6, 3, Class::Reply, None), 30);
        let fresh = lanes.take_due(30).unwrap();
        lanes.wait(fresh, 1000);
        got.extend((0..4).map(|_| go(&mut lanes, 1000)));
        assert_eq!(got.into_iter().flatten().collect::<Vec<_>>(), [1, 4, 6, 2, 5, 3]);
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

    #[test]
    fn a_clock_that_is_set_moves_what_was_agreed_by_it_and_no_wait() {
        let mut lanes = Lanes::default();
        lanes.push(row(1, 1, Class::Reply, None), 0);
        let waiting = lanes.take_due(0).unwrap();
        lanes.wait(waiting, 5000);
        lanes.push(row(2, 2, Class::Reminder, Some(100)), 0);
        let due = |lanes: &Lanes| lanes.order.iter().flatten().map(|(at, _, id, _)| (id.0, *at)).collect::<Vec<_>>();
        assert_eq!(due(&lanes), [(1, 5000), (2, 100_000)]);
        lanes.set_wall(-3_600_000);
        assert_eq!(due(&lanes), [(1, 5000), (2, 3_700_000)]);
        lanes.set_wall(-3_600_000 + DRIFT - 1);
        assert_eq!(due(&lanes)[1], (2, 3_700_000), "as good as the same");
        lanes.set_wall(3_600_000);
        assert_eq!(go(&mut lanes, 1), Some(2), "its hour has come");
    }

    #[test]
    fn how_long_the_oldest_waits() {
        let mut lanes = Lanes::default();
        assert_eq!(lanes.oldest_since(0), None);
        lanes.push(row(1, 1, Class::Reminder, Some(100)), 0);
        assert_eq!(lanes.oldest_since(99_999), None, "it may not go yet");
        lanes.push(row(2, 2, Class::Reply, None), 7000);
        lanes.push(row(3, 2, Class::Reply, None), 8000);
        assert_eq!(lanes.oldest_since(9000), Some(7000));
        assert_eq!(go(&mut lanes, 9000), Some(2));
        assert_eq!((lanes.oldest_since(9000), lanes.oldest_since(100_000)), (Some(9000), Some(9000)));
        assert_eq!(go(&mut lanes, 9000), Some(3));
        assert_eq!(lanes.oldest_since(100_000), Some(100_000));
    }
}
