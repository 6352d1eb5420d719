//! What nobody but the organiser and the team may do, whatever a client makes up; and each state with each press.

use sqlx::SqliteConnection;
use tempfile::TempDir;

use crate::features::activities::Activities;
use crate::features::activities::buttons::HostingTap;
use crate::features::activities::model::{Access, Activity, Change, NewActivity, State, What};
use crate::features::activities::store::{self, hosting as sql};
use crate::model::{
    ActivityId, ChatKind, Event, EventChat, Happening, Language, Moment, NeighbourhoodId, Outgoing, Person, PersonId,
    Press, Role, Send, Sender,
};
use crate::store::{self as whole, ChatSeen, Key, PersonSeen, Store};
use crate::turn::{Batch, Feature, Turn};

/// Monday 23 November 2026, 10:00 in Amsterdam.
const NOW: Moment = Moment(1_795_424_400);
const GROUP: i64 = -1001;

const ORGANISER: i64 = 1;
const MODERATOR: i64 = 2;
/// Comes to the activity.
const RESIDENT: i64 = 3;
/// Organises here as well, but not this.
const OTHER: i64 = 4;
/// Moderator of another neighbourhood.
const STRANGER: i64 = 5;

struct Scene {
    db: SqliteConnection,
    key: Key,
    id: ActivityId,
    people: Vec<Person>,
    _folder: TempDir,
}

async fn scene() -> Scene {
    let folder = TempDir::new().unwrap();
    let key = Key::of_bytes(&[7; 32]).unwrap();
    let store = Store::open(&folder.path().join("t.sqlite"), key.clone()).await.unwrap();
    let mut db = store.writer().await.unwrap();
    let mut chats: Vec<ChatSeen> = (1..=5).map(|id| ChatSeen(id, "private", String::new(), "open")).collect();
    chats.push(ChatSeen(GROUP, "supergroup", "Groep".into(), "open"));
    let chats = whole::upsert_chats(&mut db, &chats).await.unwrap();
    let seen: Vec<_> = (1..=5).map(|id| PersonSeen(id, format!("Geheim{id}"), None, Some("nl".into()))).collect();
    let people = whole::upsert_people(&mut db, &seen).await.unwrap();
    let mut places: Vec<NeighbourhoodId> = Vec::new();
    for name in ["Oosterpark", "Westerpark"] {
        places.push(whole::create_neighbourhood(&mut db, name, "wijkteam", Language::Nl, name, NOW).await.unwrap());
    }
    let group = chats.iter().find(|c| c.tg_id == GROUP).unwrap().id;
    whole::set_chat_neighbourhood(&mut db, group, places[0]).await.unwrap();
    for person in &people {
        let n = places[usize::from(person.user_id == STRANGER)];
        whole::add_member(&mut db, person.id, n, NOW).await.unwrap();
        let role = match person.user_id {
            ORGANISER | OTHER => Role::Organiser,
            MODERATOR | STRANGER => Role::Moderator,
            _ => continue,
        };
        whole::give_role(&mut db, person.id, n, role, NOW).await.unwrap();
    }
    let what = What {
        kind: "coffee".into(),
        title: "Koffie".into(),
        details: None,
        place_id: None,
        place: "Buurthuis".into(),
        capacity: None,
        cost: None,
        access: Access::default(),
    };
    let starts_at = NOW.plus_days(3);
    let of = |user: i64| people.iter().find(|p| p.user_id == user).unwrap().id;
    let new = NewActivity {
        neighbourhood: places[0],
        organiser: of(ORGANISER),
        what: &what,
        starts_at,
        ends_at: None,
        series: None,
        confirmed: true,
    };
    let id = store::insert(&mut db, &new, NOW).await.unwrap().unwrap();
    sqlx::query("insert into rsvps (activity_id, person_id, state, said_at) values (?, ?, 'going', ?)")
        .bind(id)
        .bind(of(RESIDENT))
        .bind(NOW)
        .execute(&mut db)
        .await
        .unwrap();
    Scene { db, key, id, people, _folder: folder }
}

impl Scene {
    fn person(&self, user: i64) -> PersonId {
        self.people.iter().find(|p| p.user_id == user).unwrap().id
    }

    /// This person presses, in private or in the group; gives what goes out.
    async fn press(&mut self, who: i64, place: i64, tap: HostingTap) -> Vec<Outgoing> {
        let data = tap.data().strip_prefix("act:").unwrap().to_owned();
        let kind = if place < 0 { ChatKind::Supergroup } else { ChatKind::Private };
        let sender = Sender { user_id: who, name: String::new(), username: None, language_tag: None, faceless: false };
        let press = Press { query_id: "q".into(), data: data.clone(), message_id: Some(77), stands: true };
        let event = Event {
            at: NOW,
            seed: 1,
            sender: Some(sender),
            chat: Some(EventChat { tg_id: place, kind, title: "Groep".into(), topic: None }),
            what: Happening::Press(press),
        };
        let mut batch = Batch::default();
        batch.put_chat(whole::chat_by_tg_id(&mut self.db, place).await.unwrap().unwrap());
        let person = self.person(who);
        batch.put_person(whole::person(&mut self.db, person).await.unwrap().unwrap());
        let mut turn = Turn::new(&mut self.db, &mut batch, &self.key, &event, NOW);
        Activities.press(&mut turn, &data).await.unwrap();
        assert!(
            turn.take_wish().is_none() || [ORGANISER, MODERATOR].contains(&who),
            "{who} began a dialogue by {tap:?}"
        );
        batch.take_out()
    }

    async fn activity(&mut self) -> Activity {
        store::activity(&mut self.db, self.id).await.unwrap().unwrap()
    }

    async fn set_state(&mut self, state: &'static str) {
        sqlx::query("update activities set state = ?").bind(state).execute(&mut self.db).await.unwrap();
    }

    /// A change by this person that waits for its yes.
    async fn waiting(&mut self, who: i64, change: Change) -> i64 {
        let version = self.activity().await.version;
        let waiting = sql::PendingChange { activity: self.id, version, change };
        let by = self.person(who);
        sql::keep_change(&mut self.db, &self.key, by, &waiting).await.unwrap()
    }

    /// Every kind of press, about the activity and what waits.
    async fn taps(&mut self) -> Vec<HostingTap> {
        let (id, other) = (self.id, self.person(OTHER));
        let waiting = self.waiting(ORGANISER, Change::Cancel(None)).await;
        let offer = {
            let pair = (self.person(ORGANISER), self.person(MODERATOR));
            sql::offer(&mut self.db, id, pair, false).await.unwrap()
        };
        vec![
            HostingTap::Manage(id),
            HostingTap::More(id),
            HostingTap::Who(id, 0),
            HostingTap::Write(id),
            HostingTap::Change(id),
            HostingTap::MakeChange(waiting),
            HostingTap::MakeChangeForAll(waiting),
            HostingTap::DropChange(waiting),
            HostingTap::Cancel(id),
            HostingTap::Count(id),
            HostingTap::Came(id, 3),
            HostingTap::CountUnknown(id),
            HostingTap::Copy(id),
            HostingTap::Hand(id, 0),
            HostingTap::HandTo(id, other),
            HostingTap::Ask(id, other),
            HostingTap::AskAll(id, other),
            HostingTap::Accept(offer),
            HostingTap::Refuse(offer),
            HostingTap::Adopt(id),
        ]
    }
}

/// Everything that is said, and to whom.
fn said(out: &[Outgoing]) -> String {
    out.iter().map(|o| format!("{:?}\n", o.send)).collect()
}

#[tokio::test]
async fn nobody_but_the_organiser_and_the_team_does_or_learns_anything() {
    for state in ["planned", "held", "cancelled"] {
        let mut scene = scene().await;
        let taps = scene.taps().await;
        scene.set_state(state).await;
        let before = format!("{:?}", scene.activity().await);
        for who in [RESIDENT, OTHER, STRANGER] {
            for tap in &taps {
                let out = scene.press(who, who, *tap).await;
                let words = said(&out);
                assert!(!words.contains("Geheim") && !words.contains("Koffie"), "{who} {tap:?} in {state}: {words}");
                let mine = |o: &Outgoing| matches!(o.send, Send::Answer { .. } | Send::CloseButtons { .. });
                assert!(out.iter().all(mine), "{who} {tap:?} in {state}: {words}");
            }
        }
        assert_eq!(format!("{:?}", scene.activity().await), before, "{state}");
    }
}

#[tokio::test]
async fn in_a_group_none_of_it_is_shown() {
    let mut scene = scene().await;
    for tap in scene.taps().await {
        assert!(!Activities.in_groups(tap.data().strip_prefix("act:").unwrap()), "{tap:?}");
    }
    let id = scene.id;
    let out = scene.press(ORGANISER, GROUP, HostingTap::Who(id, 0)).await;
    assert!(!said(&out).contains("Geheim"), "{out:?}");
}

#[tokio::test]
async fn what_is_over_is_not_changed_any_more() {
    for state in ["held", "cancelled"] {
        for who in [ORGANISER, MODERATOR] {
            let mut scene = scene().await;
            let mut taps = scene.taps().await;
            for change in [Change::Title("Thee".into()), Change::Cancel(None)] {
                taps.push(HostingTap::MakeChange(scene.waiting(who, change).await));
            }
            taps.retain(|t| !matches!(t, HostingTap::Came(..)));
            scene.set_state(state).await;
            let before = format!("{:?}", scene.activity().await);
            for tap in taps {
                scene.press(who, who, tap).await;
                assert_eq!(format!("{:?}", scene.activity().await), before, "{who} {tap:?} in {state}");
            }
        }
    }
}

#[tokio::test]
async fn how_many_came_is_noted_of_what_has_been_alone() {
    for (state, n, came) in
        [("held", 3, Some(3)), ("held", -1, None), ("held", 10_000, None), ("planned", 3, None), ("cancelled", 3, None)]
    {
        let mut scene = scene().await;
        scene.set_state(state).await;
        let id = scene.id;
        scene.press(ORGANISER, ORGANISER, HostingTap::Came(id, n)).await;
        assert_eq!(scene.activity().await.came, came, "{n} in {state}");
    }
}

#[tokio::test]
async fn a_change_is_made_to_what_was_shown() {
    let mut scene = scene().await;
    let late = scene.waiting(MODERATOR, Change::Title("Soep".into())).await;
    let first = scene.waiting(ORGANISER, Change::Title("Thee".into())).await;
    scene.press(ORGANISER, ORGANISER, HostingTap::MakeChange(first)).await;
    scene.press(ORGANISER, ORGANISER, HostingTap::MakeChange(first)).await;
    scene.press(MODERATOR, MODERATOR, HostingTap::MakeChange(late)).await;
    let a = scene.activity().await;
    assert_eq!((a.what.title.as_str(), a.version, a.sequence), ("Thee", 2, 0));
    // What is past by the time of the yes is refused.
    let past = Change::Time { starts_at: NOW, ends_at: None };
    let past = scene.waiting(ORGANISER, past).await;
    scene.press(ORGANISER, ORGANISER, HostingTap::MakeChange(past)).await;
    assert_eq!(scene.activity().await.version, 2);
    let later = Change::Time { starts_at: NOW.plus_days(4), ends_at: None };
    let later = scene.waiting(ORGANISER, later).await;
    scene.press(ORGANISER, ORGANISER, HostingTap::MakeChange(later)).await;
    let a = scene.activity().await;
    assert_eq!((a.starts_at, a.version, a.sequence), (NOW.plus_days(4), 3, 1));
}

#[tokio::test]
async fn it_is_cancelled_once() {
    let mut scene = scene().await;
    let one = scene.waiting(ORGANISER, Change::Cancel(Some("ziek".into()))).await;
    let two = scene.waiting(MODERATOR, Change::Cancel(Some("dicht".into()))).await;
    let out = said(&scene.press(ORGANISER, ORGANISER, HostingTap::MakeChange(one)).await);
    assert!(out.contains("ziek"), "{out}");
    let out = said(&scene.press(MODERATOR, MODERATOR, HostingTap::MakeChange(two)).await);
    assert!(!out.contains("dicht"), "{out}");
    let a = scene.activity().await;
    assert_eq!((a.state, a.reason.as_deref(), a.sequence), (State::Cancelled, Some("ziek"), 1));
}

#[tokio::test]
async fn an_offer_is_taken_by_whom_it_was_made_to_and_once() {
    let mut scene = scene().await;
    let (from, to) = (scene.person(ORGANISER), scene.person(OTHER));
    let id = scene.id;
    let moderator = scene.person(MODERATOR);
    let old = sql::offer(&mut scene.db, id, (from, moderator), false).await.unwrap();
    let offer = sql::offer(&mut scene.db, id, (from, to), false).await.unwrap();
    scene.press(MODERATOR, MODERATOR, HostingTap::Accept(old)).await;
    scene.press(RESIDENT, RESIDENT, HostingTap::Accept(offer)).await;
    assert_eq!(scene.activity().await.organiser, from);
    scene.press(OTHER, OTHER, HostingTap::Accept(offer)).await;
    assert_eq!(scene.activity().await.organiser, to);
    // Who gave it away may do no more, and can't take it back by the same offer.
    let out = said(&scene.press(ORGANISER, ORGANISER, HostingTap::Manage(id)).await);
    assert!(!out.contains("Koffie"), "{out}");
    scene.press(OTHER, OTHER, HostingTap::Accept(offer)).await;
    assert_eq!((scene.activity().await.organiser, scene.activity().await.version), (to, 2));
}
