//! One who floods Stoep fills their own chat and nobody else's.

use super::*;
use crate::model::{ChatKind, EventChat, Happening, Incoming, Message, Press, Send, Sender, Verdict};
use crate::store::Key;

const NOW: Moment = Moment(1_795_424_400);
const JOOP: i64 = 3;
const FATIMA: i64 = 4;

struct Scene {
    engine: Engine,
    clock: Clock,
    dispatch: mpsc::UnboundedReceiver<Dispatch>,
    next_update: i64,
    _folder: tempfile::TempDir,
}

impl Scene {
    async fn new() -> Scene {
        let folder = tempfile::tempdir().unwrap();
        let key = Key::of_bytes(&[7; 32]).unwrap();
        let store = Store::open(&folder.path().join("t.sqlite"), key).await.unwrap();
        let (clock, pulse) = (Clock::still(NOW), Arc::new(Pulse::default()));
        let (to, dispatch) = mpsc::unbounded_channel();
        let doors = Doors { intake: mpsc::channel(1).1, outcomes: mpsc::unbounded_channel().1, dispatch: to };
        let (register, bot) = (Arc::new(Register::of(crate::features::FEATURES).unwrap()), BotName::default());
        let mut engine = Engine::new(store, clock.clone(), pulse, register, |_, _, _| None, bot, doors);
        engine.wake_up().await.unwrap();
        Scene { engine, clock, dispatch, next_update: 0, _folder: folder }
    }

    /// What goes out after somebody did this in their private chat.
    async fn does(&mut self, user_id: i64, what: Happening) -> Vec<OutboxRow> {
        let update = self.update(user_id, what);
        self.work(Work { updates: vec![update], ..Work::default() }).await
    }

    fn update(&mut self, user_id: i64, what: Happening) -> Incoming {
        self.next_update += 1;
        let event = Event {
            at: self.clock.now(),
            seed: 1,
            sender: Some(Sender {
                user_id,
                name: "Iemand".into(),
                username: None,
                language_tag: None,
                faceless: false,
            }),
            chat: Some(EventChat { tg_id: user_id, kind: ChatKind::Private, title: String::new(), topic: None }),
            what,
        };
        Incoming { update_id: self.next_update, raw: "{}".into(), event }
    }

    async fn work(&mut self, work: Work) -> Vec<OutboxRow> {
        assert!(self.engine.handle(work).await.is_ok());
        let mut rows = Vec::new();
        while let Ok(told) = self.dispatch.try_recv() {
            if let Dispatch::Rows(new) = told {
                rows.extend(new);
            }
        }
        rows
    }

    async fn says(&mut self, user_id: i64) -> Vec<OutboxRow> {
        self.does(user_id, words()).await
    }
}

fn words() -> Happening {
    Happening::Message(Message { id: 1, text: "/taal".into(), attachment: None, reply_to: None, new_topic: None })
}

fn is_too_busy(row: &OutboxRow) -> bool {
    match &row.send {
        Send::Message { content, .. } => content.text.as_str().contains("erg druk"),
        Send::Answer { text, .. } => text.contains("erg druk"),
        _ => false,
    }
}

#[tokio::test]
async fn who_floods_is_told_once_and_others_are_answered() {
    let mut scene = Scene::new().await;
    let mut waiting = Vec::new();
    while (waiting.len() as i64) < backpressure::LOOK_FROM {
        let updates = (0..100).map(|_| scene.update(JOOP, words())).collect();
        let rows = scene.work(Work { updates, ..Work::default() }).await;
        assert!(!rows.is_empty() && !rows.iter().any(is_too_busy), "after {}", waiting.len());
        waiting.extend(rows.into_iter().map(|r| r.id));
    }
    let told = scene.says(JOOP).await;
    assert!(matches!(told.as_slice(), [row] if is_too_busy(row) && row.class == crate::model::Class::Reminder));
    for _ in 0..5 {
        assert!(scene.says(JOOP).await.is_empty(), "said once");
    }
    let press = Press {
        query_id: "q".into(),
        data: "mem:quiet".into(),
        message_id: Some(1),
        stands: true,
        is_text: true,
        presence_asked: false,
    };
    let answered = scene.does(JOOP, Happening::Press(press)).await;
    assert!(matches!(answered.as_slice(), [row] if is_too_busy(row)), "every press has its answer");
    assert!(!scene.says(FATIMA).await.iter().any(is_too_busy), "somebody else is answered as ever");
    scene.clock.move_by(600);
    assert!(scene.says(JOOP).await.iter().all(is_too_busy));
    // Once some of it has gone out, they are heard again.
    let verdict = Verdict::Delivered { message_id: Some(1), version: 0 };
    let sent =
        waiting.iter().take(waiting.len() - 5).map(|row| Outcome { row: *row, verdict: verdict.clone() }).collect();
    scene.work(Work { outcomes: sent, ..Work::default() }).await;
    assert!(!scene.says(JOOP).await.iter().any(is_too_busy));
}
