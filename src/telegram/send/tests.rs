//! What becomes of a message whose sending goes wrong again and again.

use super::*;
use crate::model::{Class, Moment};
use crate::store::{Key, OutboxRow};
use crate::telegram::call::TokenEnd;

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
    let now = sender.now();
    sender.lanes.push(row, now);
    (sender, LaneKey { class: Class::Reply, chat: ChatId(1), answer: None }, outcomes, folder)
}

impl Sender {
    /// One try of whatever is due, answered so.
    fn tries(&mut self, lane: LaneKey, answer: Answer) {
        let now = self.now();
        assert_eq!(self.lanes.take_due(now), Some(lane));
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
        sender.tries(lane, Answer::Again(Unreached::Broken));
        sender.clock.move_by(PATIENCE);
    }
    assert!(outcomes.try_recv().is_err());
    sender.tries(lane, Answer::Broken);
    assert!(outcomes.try_recv().is_err(), "counted from its first answer");
}

#[tokio::test]
async fn a_clock_that_is_set_back_holds_nobody_up() {
    for answer in [Answer::Again(Unreached::Broken), Answer::Broken, Answer::Wait(Some(5)), Answer::Wait(None)] {
        let (mut sender, lane, _outcomes, _folder) = scene().await;
        sender.tries(lane, answer.clone());
        sender.clock.move_by(-3600);
        sender.clock.move_by(5);
        let now = sender.now();
        assert_eq!(sender.lanes.take_due(now), Some(lane), "{answer:?}");
        assert!(sender.pace.free_at(lane.chat, true, now) <= now, "{answer:?}");
    }
}

#[tokio::test]
async fn a_token_that_is_refused_parks_nothing_and_ends_sending() {
    for (end, told) in [(TokenEnd::Unknown, EdgeEnd::TokenRevoked), (TokenEnd::LoggedOut, EdgeEnd::LoggedOut)] {
        let (mut sender, lane, mut outcomes, _folder) = scene().await;
        let (end_to, mut ended) = oneshot::channel();
        sender.end = Some(end_to);
        sender.tries(lane, Answer::Token(end));
        assert_eq!(ended.try_recv(), Ok(told));
        assert!(outcomes.try_recv().is_err(), "nothing became of it yet");
        assert_eq!(sender.lanes.head(lane).map(|row| row.id), Some(OutboxId(1)), "it waits");
        sender.send_what_may_go();
        assert_eq!((sender.unmarked, sender.flights.len()), (0, 0), "and nothing more is tried");
    }
}

#[tokio::test]
async fn another_form_waits_for_its_turn_as_any_call_does() {
    let (mut sender, lane, mut outcomes, _folder) = scene().await;
    sender.tries(lane, Answer::Captioned);
    assert_eq!(sender.lanes.form(lane, OutboxId(1)), Form { caption: true, plain: false });
    sender.tries(lane, Answer::Unformatted);
    assert_eq!(sender.lanes.form(lane, OutboxId(1)), Form { caption: true, plain: true });
    assert!(outcomes.try_recv().is_err());
    sender.tries(lane, Answer::Captioned);
    assert!(matches!(outcomes.try_recv().unwrap().verdict, Verdict::Refused(_)), "no form is left");
}

#[tokio::test]
async fn the_pulse_knows_since_when_no_send_succeeds() {
    let (mut sender, lane, _outcomes, _folder) = scene().await;
    let began = sender.clock.steady_ms();
    sender.tries(lane, Answer::Again(Unreached::Tls));
    sender.clock.move_by(60);
    sender.tries(lane, Answer::Broken);
    assert_eq!(sender.pulse.sends_fail_since(), Some(began));
    assert_eq!(sender.pulse.last_unreached(), Some(Unreached::Busy));
    sender.clock.move_by(60);
    let now = sender.now();
    sender.tell_pulse(now);
    assert_eq!(sender.pulse.oldest_since(), Some(began));
    sender.tries(lane, Answer::Settled(Verdict::Delivered { message_id: None, version: 0 }));
    sender.tell_pulse(now);
    assert_eq!((sender.pulse.sends_fail_since(), sender.pulse.oldest_since()), (None, None));
}
