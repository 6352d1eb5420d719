//! What becomes of a message whose sending goes wrong again and again.

use super::*;
use crate::model::{Class, Moment};
use crate::store::{Key, OutboxRow};

/// A sender that sends nothing by itself, with one message in its lanes, and where it tells what became of it.
async fn scene() -> (Sender, LaneKey, mpsc::UnboundedReceiver<Outcome>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let key = Key::of_bytes(&[7; 32]).unwrap();
    let store = Store::open(&folder.path().join("t.sqlite"), key).await.unwrap();
    let (to, outcomes) = mpsc::unbounded_channel();
    let clock = Clock::still(Moment(1_780_000_000));
    let mut sender =
        Sender::new(Bot::new("1:x"), "stoep_bot", clock, store, Limits::NONE, Arc::new(Pulse::default()), to);
    let row = OutboxRow {
        id: OutboxId(1),
        chat: ChatId(1),
        class: Class::Reply,
        send: Send::Delete { message_id: 1 },
        not_before: None,
        not_after: None,
        thing: None,
    };
    sender.lanes.push(row, sender.clock.now_ms());
    (sender, LaneKey { class: Class::Reply, chat: ChatId(1), answer: None }, outcomes, folder)
}

impl Sender {
    /// One try of whatever is due, answered so.
    fn tries(&mut self, lane: LaneKey, answer: Answer) {
        assert_eq!(self.lanes.take_due(self.clock.now_ms()), Some(lane));
        self.unmarked += 1;
        self.pulse.unmarked(1);
        self.landed(lane, OutboxId(1), answer);
    }
}

#[tokio::test]
async fn a_message_that_telegram_breaks_over_holds_its_chat_for_a_day_at_most() {
    let (mut sender, lane, mut outcomes, _folder) = scene().await;
    sender.tries(lane, Answer::Broken);
    sender.clock.move_by(PATIENCE - 60);
    sender.tries(lane, Answer::Broken);
    assert!(outcomes.try_recv().is_err(), "it may still go well");
    sender.clock.move_by(60);
    sender.tries(lane, Answer::Broken);
    let Verdict::Refused(why) = outcomes.try_recv().unwrap().verdict else { panic!("parked") };
    assert!(why.contains("for a day"));
    assert!(sender.lanes.is_empty(), "and the next one goes on");
}

#[tokio::test]
async fn without_a_connection_nothing_is_ever_given_up() {
    let (mut sender, lane, mut outcomes, _folder) = scene().await;
    for _ in 0..5 {
        sender.tries(lane, Answer::Again);
        sender.clock.move_by(PATIENCE);
    }
    assert!(outcomes.try_recv().is_err());
    sender.tries(lane, Answer::Broken);
    assert!(outcomes.try_recv().is_err(), "counted from its first answer");
}
