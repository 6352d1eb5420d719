//! What a button's data can't do here: who is not of the team marks nobody as known, nobody parts two others, and nobody
//! looks after themselves.

use sqlx::SqliteConnection;
use tempfile::TempDir;

use super::buttons::Tap;
use super::*;
use crate::model::{ChatKind, Event, EventChat, Happening, Moment, Press, Role, Send, Sender};
use crate::store::{self as whole, ChatSeen, Key, PersonSeen, Store};
use crate::turn::Batch;

const NOW: Moment = Moment(1_795_424_400);
const ELS: i64 = 1;
const JOOP: i64 = 2;
const MARIA: i64 = 3;
const KAREL: i64 = 4;
const FATIMA: i64 = 5;

/// Els is of the team, Karel an administrator. Joop wants to help Fatima's neighbourhood; Maria belongs to another one.
struct Scene {
    db: SqliteConnection,
    key: Key,
    n: NeighbourhoodId,
    joop: PersonId,
    els: PersonId,
    /// Joop's accepted response to Fatima.
    response: ResponseId,
    _folder: TempDir,
}

async fn scene() -> Scene {
    let folder = TempDir::new().unwrap();
    let key = Key::of_bytes(&[7; 32]).unwrap();
    let opened = Store::open(&folder.path().join("t.sqlite"), key.clone()).await.unwrap();
    let mut db = opened.writer().await.unwrap();
    let chats = [ELS, JOOP, MARIA, KAREL, FATIMA].map(|id| ChatSeen(id, "private", String::new(), "open"));
    whole::upsert_chats(&mut db, &chats).await.unwrap();
    let names = [(ELS, "Els"), (JOOP, "Joop"), (MARIA, "Maria"), (KAREL, "Karel"), (FATIMA, "Fatima")];
    let seen = names.map(|(id, name)| PersonSeen(id, name.into(), None, Some("nl".into())));
    let people = whole::upsert_people(&mut db, &seen).await.unwrap();
    let person = |id| people.iter().find(|p| p.user_id == id).unwrap().id;
    let n = whole::create_neighbourhood(&mut db, "Oosterpark", "wijkteam", Language::Nl, "a", NOW).await.unwrap();
    let other = whole::create_neighbourhood(&mut db, "Westerpark", "wijkteam", Language::Nl, "b", NOW).await.unwrap();
    for (id, neighbourhood) in [(ELS, n), (JOOP, n), (KAREL, n), (FATIMA, n), (MARIA, other)] {
        whole::add_member(&mut db, person(id), neighbourhood, NOW).await.unwrap();
    }
    whole::give_role(&mut db, person(ELS), n, Role::Moderator, NOW).await.unwrap();
    whole::give_role(&mut db, person(MARIA), other, Role::Moderator, NOW).await.unwrap();
    whole::give_role(&mut db, person(KAREL), n, Role::Administrator, NOW).await.unwrap();
    for id in [ELS, JOOP] {
        store::set_willing(&mut db, person(id), n, true, NOW).await.unwrap();
    }
    for statement in [
        "insert into requests (id, neighbourhood_id, asker_id, category, title, sight, state, posted_at, since)
         select 7, n.id, p.id, 'other', 'x', 'group', 'open', 0, 0 from people p, neighbourhoods n
         where p.name = 'Fatima' and n.name = 'Oosterpark'",
        "insert into responses (id, request_id, helper_id, state, offered_at)
         select 9, 7, p.id, 'accepted', 0 from people p where p.name = 'Joop'",
    ] {
        sqlx::query(statement).execute(&mut db).await.unwrap();
    }
    Scene { db, key, n, joop: person(JOOP), els: person(ELS), response: ResponseId(9), _folder: folder }
}

impl Scene {
    /// Everything that presses may change, row by row.
    async fn rows(&mut self) -> String {
        let helpers = store::helpers(&mut self.db, self.n).await.unwrap();
        let apart: Vec<i64> = sqlx::query_scalar("select person_id from apart").fetch_all(&mut self.db).await.unwrap();
        let states: Vec<String> =
            sqlx::query_scalar("select state from responses").fetch_all(&mut self.db).await.unwrap();
        format!("{helpers:?} {apart:?} {states:?}")
    }

    /// What goes out because this person presses this in private.
    async fn press(&mut self, who: i64, tap: Tap) -> Vec<Send> {
        let sender = Sender { user_id: who, name: String::new(), username: None, language_tag: None, faceless: false };
        let chat = EventChat { tg_id: who, kind: ChatKind::Private, title: String::new(), topic: None };
        let data = tap.data().replace("tru:", "");
        let press = Press { query_id: "q".into(), data: data.clone(), message_id: Some(5), stands: true };
        let event = Event { at: NOW, seed: 1, sender: Some(sender), chat: Some(chat), what: Happening::Press(press) };
        let mut batch = Batch::new(Default::default(), crate::features::FEATURES);
        batch.put_chat(whole::chat_by_tg_id(&mut self.db, who).await.unwrap().unwrap());
        for id in 1..=5 {
            batch.put_person(whole::person(&mut self.db, PersonId(id)).await.unwrap().unwrap());
        }
        let mut turn = Turn::new(&mut self.db, &mut batch, &self.key, &event, NOW);
        Trust.press(&mut turn, &data).await.unwrap();
        batch.take_out().into_iter().map(|o| o.send).collect()
    }

    fn about(&self, person: PersonId) -> Vec<Tap> {
        let n = self.n;
        vec![
            Tap::Helper(n, person),
            Tap::Met(n, person),
            Tap::Vog(n, person),
            Tap::Unmeet(n, person),
            Tap::Unmet(n, person),
        ]
    }
}

/// An answer to the press, and nothing else.
fn is_answer(out: &[Send]) -> bool {
    matches!(out, [Send::Answer { .. }])
}

#[tokio::test]
async fn only_the_team_of_this_neighbourhood_looks_after_its_helpers() {
    let mut scene = scene().await;
    let before = scene.rows().await;
    for who in [JOOP, KAREL, MARIA, FATIMA] {
        for tap in scene.about(scene.joop).into_iter().chain([Tap::Helpers(scene.n, 0)]) {
            let out = scene.press(who, tap).await;
            assert!(is_answer(&out), "{who} {tap:?} {out:?}");
            assert_eq!(scene.rows().await, before, "{who} {tap:?}");
        }
    }
    for tap in scene.about(scene.els) {
        let out = scene.press(ELS, tap).await;
        assert!(is_answer(&out), "of oneself: {tap:?} {out:?}");
        assert_eq!(scene.rows().await, before, "{tap:?}");
    }
    scene.press(ELS, Tap::Met(scene.n, scene.joop)).await;
    assert_ne!(scene.rows().await, before);
}

#[tokio::test]
async fn a_vog_alone_makes_nobody_known_and_goes_with_the_rest() {
    let mut scene = scene().await;
    let (n, joop) = (scene.n, scene.joop);
    scene.press(ELS, Tap::Vog(n, joop)).await;
    assert!(store::met(&mut scene.db, n).await.unwrap().is_empty());
    for tap in [Tap::Met(n, joop), Tap::Vog(n, joop)] {
        scene.press(ELS, tap).await;
    }
    assert_eq!(store::met(&mut scene.db, n).await.unwrap(), [joop]);
    scene.press(ELS, Tap::Unmet(n, joop)).await;
    let helper = store::helper(&mut scene.db, n, joop).await.unwrap().unwrap();
    assert_eq!((helper.met_on, helper.vog_on), (None, None));
}

#[tokio::test]
async fn nobody_parts_two_others() {
    let mut scene = scene().await;
    let before = scene.rows().await;
    for who in [ELS, KAREL, MARIA] {
        for id in [scene.response, ResponseId(99)] {
            let out = scene.press(who, Tap::EndContact(id)).await;
            assert!(is_answer(&out), "{out:?}");
            assert_eq!(scene.rows().await, before, "{who}");
        }
    }
    scene.press(JOOP, Tap::EndContact(scene.response)).await;
    let after = scene.rows().await;
    assert!(after.contains("withdrawn"), "{after}");
    // The other can't take it back, and who wanted it can.
    let fatima = PersonId(5);
    scene.press(FATIMA, Tap::Reconcile(scene.joop)).await;
    assert_eq!(scene.rows().await, after);
    scene.press(JOOP, Tap::Reconcile(fatima)).await;
    assert!(store::no_contact_with(&mut scene.db, scene.joop).await.unwrap().is_empty());
}
