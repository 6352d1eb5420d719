//! What the tests of this feature begin with: two neighbourhoods, people who write to Stoep, and an activity.

use sqlx::SqliteConnection;
use tempfile::TempDir;

use super::buttons::ActivityButton;
use super::model::{Access, Activity, NewActivity, What};
use super::{Activities, store};
use crate::model::{
    ActivityId, ChatKind, Event, EventChat, Happening, Language, Moment, NeighbourhoodId, Person, PersonId, Press,
    Result, Sender,
};
use crate::store::{self as whole, ChatSeen, Key, PersonSeen, Store};
use crate::turn::{Batch, Feature, Turn};

/// Monday 23 November 2026, 10:00 in Amsterdam.
pub const NOW: Moment = Moment(1_795_424_400);
/// The group of the activity's neighbourhood.
pub const OURS: i64 = -1001;
/// The group of another one.
pub const THEIRS: i64 = -1002;
/// Who organises the activity.
pub const ORGANISER: i64 = 1;

/// An activity, and those around it.
pub struct Scene {
    pub db: SqliteConnection,
    pub key: Key,
    pub id: ActivityId,
    pub people: Vec<Person>,
    pub neighbourhoods: [NeighbourhoodId; 2],
    _folder: TempDir,
}

/// So many people, of whom the last belongs to another neighbourhood than the activity.
pub async fn scene(people: i64, capacity: Option<i64>, kind: &str) -> Scene {
    let folder = TempDir::new().unwrap();
    let key = Key::of_bytes(&[7; 32]).unwrap();
    let store = Store::open(&folder.path().join("t.sqlite"), key.clone()).await.unwrap();
    let mut db = store.writer().await.unwrap();
    let mut chats: Vec<ChatSeen> = (1..=people).map(|id| ChatSeen(id, "private", String::new(), "open")).collect();
    chats.extend([OURS, THEIRS].map(|id| ChatSeen(id, "supergroup", "Groep".into(), "open")));
    let chats = whole::upsert_chats(&mut db, &chats).await.unwrap();
    let seen: Vec<_> =
        (1..=people).map(|id| PersonSeen(id, format!("Geheim{id}"), None, None, Some("nl".into()))).collect();
    let seen = whole::upsert_people(&mut db, &seen).await.unwrap();
    let mut neighbourhoods = [NeighbourhoodId(0); 2];
    for (n, (tg_id, name)) in neighbourhoods.iter_mut().zip([(OURS, "Oosterpark"), (THEIRS, "Westerpark")]) {
        *n = whole::create_neighbourhood(&mut db, name, "wijkteam", Language::Nl, name, NOW).await.unwrap();
        let chat = chats.iter().find(|c| c.tg_id == tg_id).unwrap().id;
        whole::set_chat_neighbourhood(&mut db, chat, *n).await.unwrap();
    }
    for person in &seen {
        let n = neighbourhoods[usize::from(person.user_id == people)];
        whole::add_member(&mut db, person.id, n, NOW).await.unwrap();
    }
    let what = What {
        kind: kind.into(),
        title: "Koffie".into(),
        details: None,
        place_id: None,
        place: "Buurthuis".into(),
        capacity,
        cost: None,
        access: Access::default(),
    };
    let new = NewActivity {
        neighbourhood: neighbourhoods[0],
        organiser: seen.iter().find(|p| p.user_id == ORGANISER).unwrap().id,
        what: &what,
        starts_at: NOW.plus_days(3),
        ends_at: None,
        series: None,
        confirmed: true,
    };
    let id = store::insert(&mut db, &new, NOW).await.unwrap().unwrap();
    Scene { db, key, id, people: seen, neighbourhoods, _folder: folder }
}

impl Scene {
    pub fn person(&self, user: i64) -> PersonId {
        self.people.iter().find(|p| p.user_id == user).unwrap().id
    }

    /// This person presses, in private or in a group. Returns what the turn did, and whether it began a dialogue.
    pub async fn try_press(&mut self, who: i64, chat: i64, tap: impl Into<ActivityButton>) -> Result<(Batch, bool)> {
        let data = tap.into().data().strip_prefix("act:").unwrap().to_owned();
        let kind = if chat < 0 { ChatKind::Supergroup } else { ChatKind::Private };
        let sender = Sender::sample(who);
        let press = Press::sample(data.clone(), 77);
        let event = Event {
            at: NOW,
            seed: 1,
            sender: Some(sender),
            chat: Some(EventChat { tg_id: chat, kind, title: "Groep".into(), topic: None }),
            what: Happening::Press(press),
        };
        let mut batch = Batch::default();
        batch.put_chat(whole::chat_by_tg_id(&mut self.db, chat).await.unwrap().unwrap());
        let person = self.person(who);
        batch.put_person(whole::person(&mut self.db, person).await.unwrap().unwrap());
        let mut turn = Turn::new(&mut self.db, &mut batch, &self.key, &event, NOW);
        Activities.press(&mut turn, &data).await?;
        Activities.render(&mut turn, self.id.0).await?;
        let began = turn.take_wish().is_some();
        Ok((batch, began))
    }

    pub async fn activity(&mut self) -> Activity {
        store::load(&mut self.db, self.id).await.unwrap()
    }

    pub async fn set_state(&mut self, state: &'static str) {
        sqlx::query("update activities set state = ?").bind(state).execute(&mut self.db).await.unwrap();
    }
}
