//! Taps as they reach the store: any order of them by many people, and those whose press it is not.

use super::*;
use crate::features::activities::model::NAME;
use crate::features::activities::scene;
use crate::features::activities::scene::{NOW, OURS, Scene, THEIRS};
use crate::model::{ChatId, Content, Event, Happening, Keyboard, OutboxId, Send};
use crate::store as whole;
use crate::turn::Batch;

/// Who belongs to another neighbourhood.
const MARIA: i64 = 9;

/// Eight people of a neighbourhood, an activity in it, and Maria, who belongs to another one.
async fn scene(capacity: Option<i64>, kind: &str) -> Scene {
    scene::scene(MARIA, capacity, kind).await
}

impl Scene {
    /// This person presses, and what comes of it is kept; gives what goes out.
    async fn tap(&mut self, who: i64, chat: i64, tap: AttendanceButton) -> Vec<Send> {
        let (mut batch, _) = self.try_press(who, chat, tap).await.unwrap();
        let out = batch.take_out().into_iter().map(|o| o.send).collect();
        let mut last = whole::last_outbox_id(&mut self.db).await.unwrap();
        let next = || {
            last += 1;
            OutboxId(last)
        };
        batch.write(&mut self.db, &self.key, next).await.unwrap();
        out
    }

    /// Writes a word that the table itself would refuse.
    async fn spoil(&mut self, sql: &'static str) {
        for sql in ["pragma ignore_check_constraints = on", sql, "pragma ignore_check_constraints = off"] {
            sqlx::query(sql).execute(&mut self.db).await.unwrap();
        }
    }

    /// What the lists of the agenda and of /mijn have: what is to come here, what somebody goes to, what somebody organises.
    async fn lists(&mut self, goes: i64, organises: i64) -> [Vec<ActivityId>; 3] {
        let [ours, _] = self.neighbourhoods;
        let agenda = store::occasions(&mut self.db, ours, NOW, NOW.plus_days(9)).await.unwrap();
        [
            agenda.into_iter().map(|o| ActivityId(o.thing.id)).collect(),
            store::going_to(&mut self.db, PersonId(goes), NOW).await.unwrap(),
            store::organised_by(&mut self.db, PersonId(organises), NOW).await.unwrap(),
        ]
    }

    /// Changes how many fit, as an organiser does.
    async fn set_capacity(&mut self, capacity: Option<i64>) {
        sqlx::query("update activities set capacity = ?").bind(capacity).execute(&mut self.db).await.unwrap();
        let event = Event { at: NOW, seed: 1, sender: None, chat: None, what: Happening::Nothing };
        let mut batch = Batch::default();
        let mut turn = Turn::new(&mut self.db, &mut batch, &self.key, &event, NOW);
        let a = store::load(turn.db(), self.id).await.unwrap();
        fill(&mut turn, &a).await.unwrap();
    }

    async fn rows(&mut self) -> Vec<Rsvp> {
        store::rsvps_of(&mut self.db, self.id).await.unwrap()
    }

    async fn taken(&mut self) -> i64 {
        store::seats(&mut self.db, self.id).await.unwrap().going
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
            let going = |rows: &[Rsvp]| -> Vec<PersonId> {
                rows.iter().filter(|r| r.state == RsvpState::Going).map(|r| r.person).collect()
            };
            let came = going(&rows_before);
            let who = 1 + chance.below(8) as i64;
            let private = chance.below(2) == 0;
            let id = scene.id;
            let tap = match chance.below(9) {
                0..3 => AttendanceButton::Come(id),
                3 | 4 => AttendanceButton::Bring(id),
                5 | 6 => AttendanceButton::Cannot(id),
                _ if private => AttendanceButton::Guests(id, chance.below(7) as u32),
                _ => AttendanceButton::Come(id),
            };
            let mut presser = Some(who);
            if chance.below(10) == 0 {
                capacity = (chance.below(4) > 0).then(|| 1 + chance.below(7) as i64);
                scene.set_capacity(capacity).await;
                presser = None;
            } else {
                let out = scene.tap(who, if private { who } else { OURS }, tap).await;
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
                    AttendanceButton::Come(_) => Wish::Come,
                    AttendanceButton::Bring(_) => Wish::Bring,
                    AttendanceButton::Guests(_, n) => Wish::Guests(i64::from(n)),
                    _ => Wish::Cannot,
                };
                let of = |rows: &[Rsvp]| rows.iter().find(|r| r.person == PersonId(who)).map(rules::Answer::from);
                let mine = of(&rows_before);
                let others: i64 = rows_before
                    .iter()
                    .filter(|r| r.person != PersonId(who) && r.state == RsvpState::Going)
                    .map(Rsvp::seats)
                    .sum();
                let expected = match rules::decide(capacity, others, mine, wish) {
                    rules::Outcome::Becomes(now) => Some(now),
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
    scene.tap(2, OURS, AttendanceButton::Come(id)).await;
    let before = scene.rows().await;
    for place in [MARIA, THEIRS] {
        for tap in [
            AttendanceButton::Come(id),
            AttendanceButton::Bring(id),
            AttendanceButton::Cannot(id),
            AttendanceButton::More(id),
            AttendanceButton::Guests(id, 2),
        ] {
            let out = scene.tap(MARIA, place, tap).await;
            assert!(!out.is_empty() && !says(&out).contains("Koffie"), "{tap:?} in {place}");
            assert_eq!(scene.rows().await, before, "{tap:?} in {place}");
        }
    }
    let none = ActivityId(99);
    for tap in [
        AttendanceButton::Come(none),
        AttendanceButton::Bring(none),
        AttendanceButton::Cannot(none),
        AttendanceButton::More(none),
        AttendanceButton::Guests(none, 2),
    ] {
        assert!(!scene.tap(2, 2, tap).await.is_empty(), "{tap:?}");
    }
    assert_eq!(scene.rows().await, before);
}

#[tokio::test]
async fn what_is_cancelled_or_over_takes_no_answer_and_says_so() {
    let mut scene = scene(Some(3), "coffee").await;
    let id = scene.id;
    scene.tap(2, OURS, AttendanceButton::Come(id)).await;
    let before = scene.rows().await;
    for (state, words) in [("cancelled", "niet door"), ("held", "voorbij")] {
        scene.set_state(state).await;
        for place in [3, OURS] {
            for tap in [AttendanceButton::Come(id), AttendanceButton::Bring(id), AttendanceButton::Cannot(id)] {
                let out = scene.tap(3, place, tap).await;
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
        scene.tap(who, OURS, AttendanceButton::Come(id)).await;
    }
    for who in [1, 7] {
        for tap in [AttendanceButton::More(id), AttendanceButton::Come(id), AttendanceButton::Cannot(id)] {
            let out = scene.tap(who, who, tap).await;
            let all = format!("{out:?} {}", scene.slots().await);
            assert!((2..=6).all(|p| !all.contains(&format!("Geheim{p}"))), "{tap:?}");
        }
    }
}

impl Scene {
    /// What all cards of the activity show.
    async fn slots(&mut self) -> String {
        let thing = thing(self.id);
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

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_a_fault_and_no_list_fails_by_it() {
    let mut scene = scene(Some(3), "coffee").await;
    let id = scene.id;
    scene.tap(2, OURS, AttendanceButton::Come(id)).await;
    scene.tap(3, OURS, AttendanceButton::Come(id)).await;
    assert_eq!(scene.lists(2, 1).await, [vec![id], vec![id], vec![id]]);
    scene.spoil("update rsvps set state = 'geheim' where person_id = 2").await;
    let fault = scene.try_press(2, OURS, AttendanceButton::Cannot(id)).await.err().unwrap();
    assert!(fault.what.contains("RsvpState") && !fault.what.contains("geheim"), "{fault}");
    let kept: String =
        sqlx::query_scalar("select state from rsvps where person_id = 2").fetch_one(&mut scene.db).await.unwrap();
    assert_eq!(kept, "geheim");
    assert_eq!(scene.lists(2, 1).await, [vec![id], vec![], vec![id]]);
    assert_eq!(scene.lists(3, 1).await, [vec![id], vec![id], vec![id]]);
}

#[tokio::test]
async fn an_activity_that_cannot_be_read_is_a_fault_and_lists_leave_it_out() {
    let mut scene = scene(Some(3), "coffee").await;
    let id = scene.id;
    scene.tap(2, OURS, AttendanceButton::Come(id)).await;
    scene.spoil("update activities set state = 'geheim'").await;
    for tap in [AttendanceButton::Come(id), AttendanceButton::More(id)] {
        let fault = scene.try_press(2, OURS, tap).await.err().unwrap();
        assert!(fault.what.contains("State") && !fault.what.contains("geheim"), "{fault}");
    }
    assert_eq!(scene.lists(2, 1).await, [const { Vec::new() }; 3]);
}
