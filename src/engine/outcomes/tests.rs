//! What becomes of cards and rows where a group gets a new id, and where Telegram refuses.

use sqlx::SqliteConnection;
use tempfile::TempDir;

use super::*;
use crate::model::{Button, CardKey, Class, Content, Html, Language, Send};
use crate::store::{ChatSeen, Key, SlotChange};

const NOW: Moment = Moment(1_795_424_400);
const OLD: i64 = -5;
const NEW: i64 = -1005;

struct Scene {
    store: Store,
    db: SqliteConnection,
    group: ChatId,
    _folder: TempDir,
}

fn thing(id: i64) -> Thing {
    Thing { feature: "req".into(), id }
}

fn card(words: &str) -> Content {
    Content::new(Html::from_words(words), vec![vec![Button::press("Ik wil helpen", "req:help:1")]])
}

impl Scene {
    async fn new() -> Scene {
        let folder = TempDir::new().unwrap();
        let store = Store::open(&folder.path().join("t.sqlite"), Key::of_bytes(&[7; 32]).unwrap()).await.unwrap();
        let mut db = store.writer().await.unwrap();
        let group = chat(&mut db, OLD, "group").await;
        Scene { store, db, group, _folder: folder }
    }

    /// A card of this thing, with its message where it has one.
    async fn slot(&mut self, id: i64, message_id: Option<i64>) -> SlotId {
        let change = SlotChange { key: CardKey { thing: thing(id), chat: self.group }, content: card("hulp") };
        let slots = store::store_cards(&mut self.db, self.store.key(), &[change]).await.unwrap();
        let (slot, _) = slots[0];
        if message_id.is_some() {
            store::mark_slot(&mut self.db, slot, 1, message_id).await.unwrap();
        }
        slot
    }

    /// A row that waits.
    async fn row(&mut self, id: i64, send: Send) {
        let row = store::OutboxRow {
            id: OutboxId(id),
            chat: self.group,
            class: Class::Card,
            send,
            not_before: None,
            not_after: None,
            thing: None,
        };
        assert_eq!(store::store_rows(&mut self.db, self.store.key(), &[row]).await.unwrap().len(), 1);
    }

    async fn rows(&mut self) -> Vec<i64> {
        let (rows, _) = store::pending_rows(&mut self.db, self.store.key()).await.unwrap();
        rows.iter().map(|r| r.id.0).collect()
    }

    async fn migrate(&mut self, from: i64, to: i64) -> Done {
        let mut done = Done::default();
        self.handler(&mut Batch::default(), &mut done).migrate(from, to).await.unwrap();
        done
    }

    /// The events that follow.
    async fn apply(&mut self, row: i64, verdict: Verdict) -> Vec<Event> {
        self.apply_all(row, verdict).await.0
    }

    /// The events that follow, and how many rows come of it.
    async fn apply_all(&mut self, row: i64, verdict: Verdict) -> (Vec<Event>, usize) {
        let (mut batch, mut done) = (Batch::default(), Done::default());
        let outcomes = [Outcome { row: OutboxId(row), verdict }];
        self.handler(&mut batch, &mut done).apply(&outcomes).await.unwrap();
        let rows = batch.write(&mut self.db, self.store.key(), || OutboxId(row + 100)).await.unwrap();
        (done.follow_ups, rows.len())
    }

    fn handler<'a>(&'a mut self, batch: &'a mut Batch, done: &'a mut Done) -> OutcomeHandler<'a> {
        OutcomeHandler { tx: &mut self.db, batch, store: &self.store, now: NOW, done }
    }
}

async fn chat(db: &mut SqliteConnection, tg_id: i64, kind: &'static str) -> ChatId {
    store::upsert_chats(db, &[ChatSeen(tg_id, kind, "Buren".into(), "open")]).await.unwrap()[0].id
}

#[tokio::test]
async fn a_message_id_from_before_deletes_nothing_under_the_new_id() {
    let mut scene = Scene::new().await;
    let gone = scene.slot(1, Some(7)).await;
    store::remove_slots(&mut scene.db, &thing(1)).await.unwrap();
    scene.row(1, Send::Card { slot: gone }).await;
    scene.row(2, Send::Message { content: card("hallo"), topic: None, reply_to: None }).await;
    let done = scene.migrate(OLD, NEW).await;
    assert_eq!(scene.rows().await, [2]);
    assert_eq!((done.deleted, done.dropped), (1, vec![OutboxId(1)]));
    assert!(store::slot(&mut scene.db, scene.store.key(), gone).await.unwrap().is_none());
    // Said once more, in any words: nothing changes.
    for (from, to) in [(OLD, NEW), (NEW, NEW)] {
        let again = scene.migrate(from, to).await;
        assert_eq!((again.deleted, again.moved), (0, vec![(scene.group, Vec::new())]));
    }
    assert_eq!(scene.rows().await, [2]);
}

#[tokio::test]
async fn a_group_set_up_anew_under_its_new_id_ends_the_old_one() {
    let mut scene = Scene::new().await;
    scene.row(1, Send::Message { content: card("hallo"), topic: None, reply_to: None }).await;
    let new = chat(&mut scene.db, NEW, "supergroup").await;
    let n = store::create_neighbourhood(&mut scene.db, "Oost", "team", Language::Nl, "x", NOW).await.unwrap();
    store::set_chat_neighbourhood(&mut scene.db, new, n).await.unwrap();
    let done = scene.migrate(OLD, NEW).await;
    assert!(scene.rows().await.is_empty(), "what can never go out is not tried for ever");
    assert!(done.moved.contains(&(scene.group, vec![OutboxId(1)])), "its lane is opened");
    assert_eq!(store::groups_of(&mut scene.db, n).await.unwrap(), [new]);
}

#[tokio::test]
async fn the_owner_hears_of_a_card_that_never_came_to_stand() {
    let mut scene = Scene::new().await;
    let words = || Verdict::Refused("Bad Request: message thread not found".into());
    let slot = scene.slot(1, None).await;
    scene.row(1, Send::Card { slot }).await;
    let heard = scene.apply(1, words()).await;
    assert!(
        matches!(&heard[..], [Event { what: Happening::CardLost { thing: t, .. }, .. }] if *t == thing(1)),
        "{heard:?}"
    );
    assert!(store::slot(&mut scene.db, scene.store.key(), slot).await.unwrap().is_none());

    // One that stands keeps its message: the next change is an edit again, not a second card.
    let slot = scene.slot(2, Some(9)).await;
    scene.row(2, Send::Card { slot }).await;
    assert!(scene.apply(2, words()).await.is_empty());
    assert_eq!(store::slot(&mut scene.db, scene.store.key(), slot).await.unwrap().unwrap().message_id, Some(9));
}

#[tokio::test]
async fn a_card_that_never_counts_as_sent_is_not_sent_for_ever() {
    let mut scene = Scene::new().await;
    let slot = scene.slot(1, Some(9)).await;
    let key = CardKey { thing: thing(1), chat: scene.group };
    let change = async |scene: &mut Scene, words: &str| {
        let change = SlotChange { key: key.clone(), content: card(words) };
        store::store_cards(&mut scene.db, scene.store.key(), &[change]).await.unwrap();
    };
    let delivered = |version| Verdict::Delivered { message_id: None, version };
    change(&mut scene, "twee").await;
    change(&mut scene, "drie").await;
    scene.row(1, Send::Card { slot }).await;
    assert_eq!(scene.apply_all(1, delivered(2)).await.1, 1, "it changed meanwhile: once more");
    assert_eq!(scene.rows().await, [101]);
    assert_eq!(scene.apply_all(101, delivered(2)).await.1, 0, "that took it no further");
    change(&mut scene, "vier").await;
    scene.row(2, Send::Card { slot }).await;
    assert_eq!(scene.apply_all(2, delivered(4)).await.1, 0, "its next change is sent");
    let known = store::slot(&mut scene.db, scene.store.key(), slot).await.unwrap().unwrap();
    assert_eq!((known.sent_version, known.version), (4, 4));
}
