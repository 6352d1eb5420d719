//! Taps as they reach the store: any order of them by many people, and those whose press it is not.

use sqlx::SqliteConnection;
use tempfile::TempDir;

use super::super::{Activities, NAME};
use super::tap::Tap;
use super::*;
use crate::features::Feature;
use crate::features::activities::states::{Access, What};
use crate::features::activities::store::New;
use crate::model::{
    ChatId, Content, Event, Happening, Keyboard, Language, Moment, OutboxId, Place, PlaceKind, Press, Send, Sender,
};
use crate::store::{self as whole, ChatSeen, Key, PersonSeen, Store};
use crate::turn::Batch;

/// Monday 23 November 2026, 10:00 in Amsterdam.
const NOW: Moment = Moment(1_795_424_400);
const OURS: i64 = -1001;
const THEIRS: i64 = -1002;
/// Who belongs to another neighbourhood.
const MARIA: i64 = 9;

/// Eight people of a neighbourhood, an activity in it, and Maria, who belongs to another one.
struct Scene {
    db: SqliteConnection,
    key: Key,
    id: ActivityId,
    _folder: TempDir,
}

async fn scene(capacity: Option<i64>, kind: &str) -> Scene {
    let folder = TempDir::new().unwrap();
    let key = Key::of_bytes(&[7; 32]).unwrap();
    let store = Store::open(&folder.path().join("t.sqlite"), key.clone()).await.unwrap();
    let mut db = store.writer().await.unwrap();
    let mut chats: Vec<ChatSeen> = (1..=9).map(|id| ChatSeen(id, "private", String::new(), "open")).collect();
    chats.extend([OURS, THEIRS].map(|id| ChatSeen(id, "supergroup", "Groep".into(), "open")));
    let chats = whole::upsert_chats(&mut db, &chats).await.unwrap();
    let seen: Vec<_> = (1..=9).map(|id| PersonSeen(id, format!("Geheim{id}"), None, Some("nl".into()))).collect();
    let people = whole::upsert_people(&mut db, &seen).await.unwrap();
    let mut places = Vec::new();
    for (tg_id, name) in [(OURS, "Oosterpark"), (THEIRS, "Westerpark")] {
        let n = whole::create_neighbourhood(&mut db, name, "wijkteam", Language::Nl, name, NOW).await.unwrap();
        let chat = chats.iter().find(|c| c.tg_id == tg_id).unwrap().id;
        whole::set_chat_neighbourhood(&mut db, chat, n).await.unwrap();
        places.push(n);
    }
    for person in &people {
        let n = places[usize::from(person.user_id == MARIA)];
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
    let organiser = people.iter().find(|p| p.user_id == 1).unwrap().id;
    let starts_at = NOW.plus_days(3);
    let new = New {
        neighbourhood: places[0],
        organiser,
        what: &what,
        starts_at,
        ends_at: None,
        series: None,
        confirmed: true,
    };
    let id = store::insert(&mut db, &new, NOW).await.unwrap().unwrap();
    Scene { db, key, id, _folder: folder }
}

impl Scene {
    /// Something happens to a turn of this person, in this chat; gives what goes out.
    async fn press(&mut self, who: i64, place: i64, tap: Tap) -> Vec<Send> {
        let data = tap.data();
        let kind = if place < 0 { PlaceKind::Supergroup } else { PlaceKind::Private };
        let sender = Sender { user_id: who, name: String::new(), username: None, language_tag: None, faceless: false };
        let event = Event {
            at: NOW,
            seed: 1,
            sender: Some(sender),
            place: Some(Place { tg_id: place, kind, title: "Groep".into(), topic: None }),
            what: Happening::Press(Press {
                query_id: "q".into(),
                data: data.clone(),
                message_id: Some(77),
                stands: true,
            }),
        };
        let mut batch = Batch::default();
        batch.put_chat(whole::chat_by_tg_id(&mut self.db, place).await.unwrap().unwrap());
        let chat = whole::chat_by_tg_id(&mut self.db, who).await.unwrap().unwrap();
        let person = whole::person_of_chat(&mut self.db, chat.id).await.unwrap().unwrap();
        batch.put_person(whole::person(&mut self.db, person).await.unwrap().unwrap());
        let mut turn = Turn::new(&mut self.db, &mut batch, &self.key, &event, NOW);
        Activities.press(&mut turn, &data).await.unwrap();
        let out = batch.take_out().into_iter().map(|o| o.send).collect();
        let mut last = whole::last_outbox_id(&mut self.db).await.unwrap();
        let next = || {
            last += 1;
            OutboxId(last)
        };
        batch.write(&mut self.db, &self.key, next).await.unwrap();
        out
    }

    /// Changes how many fit, as an organiser does.
    async fn set_capacity(&mut self, capacity: Option<i64>) {
        sqlx::query("update activities set capacity = ?").bind(capacity).execute(&mut self.db).await.unwrap();
        let event = Event { at: NOW, seed: 1, sender: None, place: None, what: Happening::Nothing };
        let mut batch = Batch::default();
        let mut turn = Turn::new(&mut self.db, &mut batch, &self.key, &event, NOW);
        fill(&mut turn, self.id).await.unwrap();
    }

    async fn rows(&mut self) -> Vec<store::Rsvp> {
        store::rsvps_of(&mut self.db, self.id).await.unwrap()
    }

    async fn taken(&mut self) -> i64 {
        store::seats(&mut self.db, self.id).await.unwrap().going
    }

    async fn set_state(&mut self, state: &'static str) {
        sqlx::query("update activities set state = ?").bind(state).execute(&mut self.db).await.unwrap();
    }
}

/// Chance that can be repeated (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % end
    }
}

#[tokio::test]
async fn any_order_of_taps_keeps_the_places() {
    for seed in 0..12 {
        let mut chance = Chance(seed);
        let mut capacity = [None, Some(1), Some(3), Some(5)][chance.below(4) as usize];
        let mut scene = scene(capacity, "coffee").await;
        for step in 0..40 {
            let before = scene.taken().await;
            let rows_before = scene.rows().await;
            let going = |rows: &[store::Rsvp]| -> Vec<PersonId> {
                rows.iter().filter(|r| r.state == RsvpState::Going).map(|r| r.person).collect()
            };
            let came = going(&rows_before);
            let who = 1 + chance.below(8) as i64;
            let private = chance.below(2) == 0;
            let id = scene.id;
            let tap = match chance.below(9) {
                0..3 => Tap::Come(id),
                3 | 4 => Tap::Bring(id),
                5 | 6 => Tap::Cannot(id),
                _ if private => Tap::Guests(id, chance.below(7) as u8),
                _ => Tap::Come(id),
            };
            let mut presser = Some(who);
            if chance.below(10) == 0 {
                capacity = (chance.below(4) > 0).then(|| 1 + chance.below(7) as i64);
                scene.set_capacity(capacity).await;
                presser = None;
            } else {
                let out = scene.press(who, if private { who } else { OURS }, tap).await;
                let answers = out.iter().filter(|s| matches!(s, Send::Answer { .. })).count();
                assert_eq!(answers, 1, "{tap:?}");
            }
            let (taken, rows) = (scene.taken().await, scene.rows().await);
            let what = format!("seed {seed}, step {step}: {tap:?} by {who}; {rows:?}");
            let mut people: Vec<PersonId> = rows.iter().map(|r| r.person).collect();
            people.dedup();
            assert_eq!(people.len(), rows.len(), "{what}");
            assert!(rows.iter().all(|r| (0..=5).contains(&r.guests)), "{what}");
            let waiting = rows.iter().filter(|r| r.state == RsvpState::Waiting);
            match capacity {
                Some(c) => {
                    assert!(taken <= c.max(before), "{taken} of {c}, {what}");
                    assert!(waiting.clone().all(|r| taken + r.seats() > c), "somebody waits who fits, {what}");
                }
                None => assert_eq!(waiting.count(), 0, "{what}"),
            }
            if presser.is_some() {
                // The store does to whoever tapped what the rules say.
                let wish = match tap {
                    Tap::Come(_) => Wish::Come,
                    Tap::Bring(_) => Wish::Bring,
                    Tap::Guests(_, n) => Wish::Guests(i64::from(n)),
                    _ => Wish::Cannot,
                };
                let of = |rows: &[store::Rsvp]| rows.iter().find(|r| r.person == PersonId(who)).map(wish::standing);
                let mine = of(&rows_before);
                let others: i64 = rows_before
                    .iter()
                    .filter(|r| r.person != PersonId(who) && r.state == RsvpState::Going)
                    .map(store::Rsvp::seats)
                    .sum();
                let expected = match rules::decide(capacity, others, mine, wish) {
                    rules::Outcome::Stands(now) => Some(now),
                    _ => mine,
                };
                assert_eq!(of(&rows), expected, "{what}");
            }
            let come = going(&rows);
            let gone = came.iter().filter(|p| !come.contains(p)).count();
            assert!(gone <= usize::from(presser.is_some()), "somebody was thrown out, {what}");
        }
    }
}

#[tokio::test]
async fn who_is_not_of_the_neighbourhood_changes_and_reads_nothing() {
    let mut scene = scene(Some(3), "coffee").await;
    let id = scene.id;
    scene.press(2, OURS, Tap::Come(id)).await;
    let before = scene.rows().await;
    for place in [MARIA, THEIRS] {
        for tap in [Tap::Come(id), Tap::Bring(id), Tap::Cannot(id), Tap::More(id), Tap::Guests(id, 2)] {
            let out = scene.press(MARIA, place, tap).await;
            assert!(!out.is_empty() && !says(&out).contains("Koffie"), "{tap:?} in {place}");
            assert_eq!(scene.rows().await, before, "{tap:?} in {place}");
        }
    }
    let none = ActivityId(99);
    for tap in [Tap::Come(none), Tap::Bring(none), Tap::Cannot(none), Tap::More(none), Tap::Guests(none, 2)] {
        assert!(!scene.press(2, 2, tap).await.is_empty(), "{tap:?}");
    }
    assert_eq!(scene.rows().await, before);
}

#[tokio::test]
async fn what_is_cancelled_or_over_takes_no_answer_and_says_so() {
    let mut scene = scene(Some(3), "coffee").await;
    let id = scene.id;
    scene.press(2, OURS, Tap::Come(id)).await;
    let before = scene.rows().await;
    for (state, words) in [("cancelled", "niet door"), ("held", "geweest")] {
        scene.set_state(state).await;
        for place in [3, OURS] {
            for tap in [Tap::Come(id), Tap::Bring(id), Tap::Cannot(id)] {
                let out = scene.press(3, place, tap).await;
                assert!(says(&out).contains(words), "{state} {tap:?}: {}", says(&out));
                assert_eq!(scene.rows().await, before);
            }
        }
    }
}

#[tokio::test]
async fn among_fellow_sufferers_nobody_is_named() {
    let mut scene = scene(Some(3), "peers").await;
    let id = scene.id;
    sqlx::query("insert into settings values (1, 'names', 'on')").execute(&mut scene.db).await.unwrap();
    for who in 2..=6 {
        scene.press(who, OURS, Tap::Come(id)).await;
    }
    for who in [1, 7] {
        for tap in [Tap::More(id), Tap::Come(id), Tap::Cannot(id)] {
            let out = scene.press(who, who, tap).await;
            let all = format!("{out:?} {}", scene.slots().await);
            assert!((2..=6).all(|p| !all.contains(&format!("Geheim{p}"))), "{tap:?}");
        }
    }
}

impl Scene {
    /// What all cards of the activity show.
    async fn slots(&mut self) -> String {
        let thing = view::thing(self.id);
        assert_eq!(thing.feature, NAME);
        let mut all = String::new();
        for (slot, chat, _) in whole::slots_of(&mut self.db, &thing).await.unwrap() {
            let _: ChatId = chat;
            let shown = whole::slot(&mut self.db, &self.key, slot).await.unwrap().unwrap();
            all.push_str(&shown.content.text.plain());
        }
        assert!(!all.is_empty());
        all
    }
}

fn says(out: &[Send]) -> String {
    let of = |content: &Content| {
        let labels = matches!(content.keyboard, Keyboard::Inline(_));
        format!("{} {labels}", content.text.plain())
    };
    let one = |send: &Send| match send {
        Send::Message { content, .. } | Send::Edit { content, .. } => of(content),
        Send::Answer { text, .. } => text.clone(),
        _ => String::new(),
    };
    out.iter().map(one).collect()
}
