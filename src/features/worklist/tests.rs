//! What a button of the worklist can't do: its data comes from a client, and grants nothing. Residents and another
//! neighbourhood's moderator press each of them, and read nothing.

use sqlx::SqliteConnection;
use tempfile::TempDir;

use super::*;
use crate::model::{
    Event, Happening, Language, Moment, Outgoing, Person, PersonId, Place, PlaceKind, Press, Role, Send, Sender,
};
use crate::store::{self as whole, ChatSeen, Key, PersonSeen, Store};
use crate::turn::Batch;

const NOW: Moment = Moment(1_795_424_400);
const ELS: i64 = 1;
const JOOP: i64 = 2;
const MARIA: i64 = 3;

/// Two neighbourhoods. Els is moderator here, Joop a resident; Maria is moderator and administrator over there. On the list
/// here stand two lines, of which Els works on the second.
struct Scene {
    db: SqliteConnection,
    key: Key,
    people: Vec<Person>,
    here: NeighbourhoodId,
    _folder: TempDir,
}

async fn scene() -> Scene {
    let folder = TempDir::new().unwrap();
    let key = Key::of_bytes(&[7; 32]).unwrap();
    let store = Store::open(&folder.path().join("t.sqlite"), key.clone()).await.unwrap();
    let mut db = store.writer().await.unwrap();
    let chats = [ELS, JOOP, MARIA].map(|id| ChatSeen(id, "private", String::new(), "open"));
    whole::upsert_chats(&mut db, &chats).await.unwrap();
    let seen = [(ELS, "Els"), (JOOP, "Joop"), (MARIA, "Maria")]
        .map(|(id, name)| PersonSeen(id, name.into(), None, Some("nl".into())));
    let people = whole::upsert_people(&mut db, &seen).await.unwrap();
    let id = |user| people.iter().find(|p| p.user_id == user).unwrap().id;
    let mut places = Vec::new();
    for name in ["geheim Oosterpark", "Westerpark"] {
        places.push(whole::create_neighbourhood(&mut db, name, "wijkteam", Language::Nl, name, NOW).await.unwrap());
    }
    for (user, n) in [(ELS, places[0]), (JOOP, places[0]), (MARIA, places[1])] {
        whole::add_member(&mut db, id(user), n, NOW).await.unwrap();
    }
    whole::give_role(&mut db, id(ELS), places[0], Role::Moderator, NOW).await.unwrap();
    for role in [Role::Moderator, Role::Administrator] {
        whole::give_role(&mut db, id(MARIA), places[1], role, NOW).await.unwrap();
    }
    for (line, kind) in [(1, Kind::Question), (2, Kind::Acquaintance)] {
        let thing = Thing { feature: "none".into(), id: line };
        assert_eq!(store::put(&mut db, places[0], kind, &thing, NOW).await.unwrap(), Some(line));
    }
    let second = store::entry(&mut db, 2).await.unwrap().unwrap();
    assert!(store::hand(&mut db, &second, Some(id(ELS)), NOW).await.unwrap());
    Scene { db, key, people, here: places[0], _folder: folder }
}

impl Scene {
    fn id(&self, user: i64) -> PersonId {
        self.people.iter().find(|p| p.user_id == user).unwrap().id
    }

    async fn rows(&mut self) -> String {
        format!("{:?}", store::standing(&mut self.db, self.here).await.unwrap())
    }

    /// What goes out because this person presses this.
    async fn press(&mut self, who: i64, tap: Tap) -> Vec<Outgoing> {
        let data = tap.to_string();
        let sender = Sender { user_id: who, name: String::new(), username: None, language_tag: None, faceless: false };
        let event = Event {
            at: NOW,
            seed: 1,
            sender: Some(sender),
            place: Some(Place { tg_id: who, kind: PlaceKind::Private, title: String::new(), topic: None }),
            what: Happening::Press(Press {
                query_id: "q".into(),
                data: data.clone(),
                message_id: Some(7),
                stands: true,
            }),
        };
        let mut batch = Batch::default();
        batch.put_chat(whole::chat_by_tg_id(&mut self.db, who).await.unwrap().unwrap());
        for person in &self.people {
            batch.put_person(person.clone());
        }
        let mut turn = Turn::new(&mut self.db, &mut batch, &self.key, &event, NOW);
        Worklist.press(&mut turn, &data).await.unwrap();
        batch.take_out()
    }

    fn taps(&self) -> Vec<Tap> {
        let mut taps = vec![Tap::List(self.here, 0), Tap::List(self.here, 9), Tap::List(NeighbourhoodId(99), 0)];
        for line in [1, 2, 99] {
            taps.extend([
                Tap::Item(line, 0),
                Tap::Claim(line),
                Tap::GiveBack(line),
                Tap::Want(line),
                Tap::TakeFrom(line),
            ]);
        }
        taps
    }
}

#[tokio::test]
async fn who_is_not_of_this_team_changes_and_reads_nothing() {
    let mut scene = scene().await;
    let before = scene.rows().await;
    for who in [JOOP, MARIA] {
        for tap in scene.taps() {
            let out = scene.press(who, tap).await;
            let [Outgoing { send: Send::Answer { text, .. }, .. }] = out.as_slice() else {
                panic!("{tap:?} by {who}: {out:?}")
            };
            assert!(!text.is_empty() && !text.contains("geheim"), "{tap:?} by {who}: {text}");
            assert_eq!(scene.rows().await, before, "{tap:?} by {who}");
        }
    }
}

#[tokio::test]
async fn the_row_decides_who_works_on_it() {
    let mut scene = scene().await;
    let (els, joop) = (scene.id(ELS), scene.id(JOOP));
    let read_by_both = store::entry(&mut scene.db, 1).await.unwrap().unwrap();
    assert!(store::hand(&mut scene.db, &read_by_both, Some(els), NOW).await.unwrap());
    assert!(!store::hand(&mut scene.db, &read_by_both, Some(joop), NOW).await.unwrap());
    let now = store::entry(&mut scene.db, 1).await.unwrap().unwrap();
    assert_eq!(now.claimed_by, Some(els));
    assert!(store::settle(&mut scene.db, 1, NOW).await.unwrap());
    assert!(!store::hand(&mut scene.db, &now, Some(joop), NOW).await.unwrap(), "what is over is nobody's");
    assert!(!store::settle(&mut scene.db, 1, NOW).await.unwrap());
}

#[tokio::test]
async fn what_was_not_pleasant_stays_so_until_somebody_takes_it_over() {
    let mut scene = scene().await;
    let thing = Thing { feature: "none".into(), id: 3 };
    for (kind, stands) in [
        (Kind::Unanswered, Kind::Unanswered),
        (Kind::Unpleasant, Kind::Unpleasant),
        (Kind::Silence, Kind::Unpleasant),
        (Kind::Lapsed, Kind::Unpleasant),
        (Kind::TakenOver, Kind::TakenOver),
    ] {
        store::put(&mut scene.db, scene.here, kind, &thing, NOW).await.unwrap();
        assert_eq!(store::entry_of(&mut scene.db, &thing).await.unwrap().unwrap().kind, stands);
    }
    assert_eq!(store::standing(&mut scene.db, scene.here).await.unwrap().len(), 3, "once each");
}
