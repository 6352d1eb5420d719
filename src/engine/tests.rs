//! One who floods Stoep fills their own chat and nobody else's.

use super::*;
use crate::model::{ChatKind, EventChat, Happening, Incoming, Message, Press, Send, Sender, Verdict};
use crate::store::Key;

const NOW: Moment = Moment(1_795_424_400);
const JOOP: i64 = 3;
const FATIMA: i64 = 4;

/// Notes which of its jobs ran, in order.
struct Counting;

static RAN: std::sync::Mutex<Vec<i64>> = std::sync::Mutex::new(Vec::new());

#[async_trait::async_trait]
impl crate::turn::Feature for Counting {
    fn name(&self) -> &'static str {
        "cnt"
    }

    async fn job(&self, _turn: &mut crate::turn::Turn<'_>, _kind: &str, thing: i64) -> Result<()> {
        RAN.lock().unwrap().push(thing);
        Ok(())
    }
}

/// Notes when its one button is handled, which waits for Telegram's word about Fatima.
struct Holding;

static HANDLED: std::sync::Mutex<u32> = std::sync::Mutex::new(0);

#[async_trait::async_trait]
impl crate::turn::Feature for Holding {
    fn name(&self) -> &'static str {
        "hld"
    }

    async fn press(&self, turn: &mut crate::turn::Turn<'_>, _data: &str) -> Result<crate::turn::Pressed> {
        let fatima = store::person_of_user(turn.db(), FATIMA).await?.unwrap();
        if !turn.hold_for_presence(crate::model::NeighbourhoodId(1), &[fatima]).await? {
            *HANDLED.lock().unwrap() += 1;
        }
        Ok(crate::turn::Pressed::Handled)
    }
}

struct Scene {
    engine: Engine,
    clock: Clock,
    dispatch: mpsc::UnboundedReceiver<Dispatch>,
    next_update: i64,
    _folder: tempfile::TempDir,
}

impl Scene {
    async fn new() -> Scene {
        Scene::with(crate::features::FEATURES).await
    }

    async fn with(features: crate::turn::Features) -> Scene {
        let folder = tempfile::tempdir().unwrap();
        let key = Key::of_bytes(&[7; 32]).unwrap();
        let store = Store::open(&folder.path().join("t.sqlite"), key).await.unwrap();
        let (clock, pulse) = (Clock::still(NOW), Arc::new(Pulse::default()));
        let (to, dispatch) = mpsc::unbounded_channel();
        let doors = Doors { intake: mpsc::channel(1).1, outcomes: mpsc::unbounded_channel().1, dispatch: to };
        let (register, bot) = (Arc::new(Register::of(features).unwrap()), BotName::default());
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
                initial: None,
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
    let press = Press::sample("mem:quiet", 1);
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

#[tokio::test]
async fn of_many_jobs_each_runs_once_in_order_and_answers_come_between() {
    let mut scene = Scene::with(&[&Counting]).await;
    let jobs = (1..=45).map(|thing| (("cnt", "tick", thing), Some(Moment(NOW.0 - 100 + thing)))).collect();
    let mut db = scene.engine.store.writer().await.unwrap();
    store::store_jobs(&mut db, &jobs).await.unwrap();
    scene.engine.next_job = store::next_job_at(&mut db).await.unwrap();
    let mut slices = 0;
    while scene.engine.next_job.is_some_and(|at| at <= NOW) {
        scene.work(Work { jobs: true, ..Work::default() }).await;
        slices += 1;
    }
    assert_eq!(*RAN.lock().unwrap(), (1..=45).collect::<Vec<_>>());
    assert_eq!(slices, 3, "so few at once that answers come between");
}

#[tokio::test]
async fn a_press_waits_for_telegrams_word_a_minute_at_most() {
    let mut scene = Scene::with(&[&Holding]).await;
    scene.says(FATIMA).await;
    let mut db = scene.engine.store.writer().await.unwrap();
    let n = store::create_neighbourhood(&mut db, "Oost", "team", crate::model::Language::Nl, "x", NOW).await.unwrap();
    let seen = [store::ChatSeen(-5, "group", "Buren".into(), "open")];
    let group = store::upsert_chats(&mut db, &seen).await.unwrap().remove(0).id;
    store::set_chat_neighbourhood(&mut db, group, n).await.unwrap();
    let fatima = store::person_of_user(&mut db, FATIMA).await.unwrap().unwrap();
    store::note_present(&mut db, fatima, group).await.unwrap();
    let press = || Happening::Press(Press::sample("hld:x", 1));
    let handled = || *HANDLED.lock().unwrap();

    // Telegram says nothing: what is known counts after a minute, and the question is taken back.
    let rows = scene.does(JOOP, press()).await;
    assert!(matches!(&rows[..], [OutboxRow { send: Send::AskPresence { user_id: FATIMA }, .. }]), "{rows:?}");
    assert_eq!(scene.engine.next_job, Some(NOW.plus(60)));
    scene.clock.move_by(60);
    scene.work(Work { jobs: true, ..Work::default() }).await;
    assert_eq!((handled(), scene.engine.next_job), (1, None));
    let waiting = store::is_being_asked(&mut db, crate::turn::presence::HELD, 1).await.unwrap();
    assert!(!waiting, "the question is taken back");

    // Telegram answers: at once, and once.
    let rows = scene.does(JOOP, press()).await;
    let presence = Some(crate::model::Presence::Here);
    let outcome = Outcome { row: rows[0].id, verdict: Verdict::Presence { user_id: FATIMA, presence } };
    scene.work(Work { outcomes: vec![outcome], ..Work::default() }).await;
    assert_eq!((handled(), scene.engine.next_job), (2, None));

    // She is gone, and nobody else has to be asked about.
    let rows = scene.does(JOOP, press()).await;
    let presence = Some(crate::model::Presence::Left);
    let outcome = Outcome { row: rows[0].id, verdict: Verdict::Presence { user_id: FATIMA, presence } };
    scene.work(Work { outcomes: vec![outcome], ..Work::default() }).await;
    assert_eq!(handled(), 3);
    assert!(store::present_in(&mut db, fatima, n).await.unwrap().is_empty());
}
