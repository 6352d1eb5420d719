//! What nobody but the organiser and the team may do, whatever a client makes up; and each state with each press.

use crate::features::activities::Activities;
use crate::features::activities::buttons::HostingButton;
use crate::features::activities::model::{Change, State};
use crate::features::activities::scene::{self, NOW, ORGANISER, OURS, Scene};
use crate::features::activities::store::hosting as sql;
use crate::model::{Outgoing, Role, Send};
use crate::store as whole;
use crate::turn::Feature;

const MODERATOR: i64 = 2;
/// Comes to the activity.
const RESIDENT: i64 = 3;
/// Organises here as well, but not this.
const OTHER: i64 = 4;
/// Moderator of another neighbourhood.
const STRANGER: i64 = 5;

async fn scene() -> Scene {
    let mut scene = scene::scene(STRANGER, None, "coffee").await;
    let [ours, theirs] = scene.neighbourhoods;
    for (who, n, role) in [
        (ORGANISER, ours, Role::Organiser),
        (OTHER, ours, Role::Organiser),
        (MODERATOR, ours, Role::Moderator),
        (STRANGER, theirs, Role::Moderator),
    ] {
        let person = scene.person(who);
        whole::give_role(&mut scene.db, person, n, role, NOW).await.unwrap();
    }
    let resident = scene.person(RESIDENT);
    sqlx::query("insert into rsvps (activity_id, person_id, state, said_at) values (?, ?, 'going', ?)")
        .bind(scene.id)
        .bind(resident)
        .bind(NOW)
        .execute(&mut scene.db)
        .await
        .unwrap();
    scene
}

impl Scene {
    /// This person presses; gives what goes out.
    async fn press(&mut self, who: i64, chat: i64, tap: HostingButton) -> Vec<Outgoing> {
        let (mut batch, began) = self.try_press(who, chat, tap).await.unwrap();
        assert!(!began || [ORGANISER, MODERATOR].contains(&who), "{who} began a dialogue by {tap:?}");
        batch.take_out()
    }

    /// A change by this person that waits for its yes.
    async fn waiting(&mut self, who: i64, change: Change) -> i64 {
        let version = self.activity().await.version;
        let waiting = sql::PendingChange { activity: self.id, version, change };
        let by = self.person(who);
        sql::keep_change(&mut self.db, &self.key, by, &waiting).await.unwrap()
    }

    /// Every kind of press, about the activity and what waits.
    async fn taps(&mut self) -> Vec<HostingButton> {
        let (id, other) = (self.id, self.person(OTHER));
        let waiting = self.waiting(ORGANISER, Change::Cancel(None)).await;
        let offer = {
            let pair = (self.person(ORGANISER), self.person(MODERATOR));
            sql::offer(&mut self.db, id, pair, false).await.unwrap()
        };
        vec![
            HostingButton::Manage(id),
            HostingButton::More(id),
            HostingButton::Who(id, 0),
            HostingButton::Write(id),
            HostingButton::Change(id),
            HostingButton::MakeChange(waiting),
            HostingButton::MakeChangeForAll(waiting),
            HostingButton::DropChange(waiting),
            HostingButton::Cancel(id),
            HostingButton::Count(id),
            HostingButton::Came(id, 3),
            HostingButton::CountUnknown(id),
            HostingButton::Copy(id),
            HostingButton::Hand(id, 0),
            HostingButton::HandTo(id, other),
            HostingButton::Ask(id, other),
            HostingButton::AskAll(id, other),
            HostingButton::Accept(offer),
            HostingButton::Refuse(offer),
            HostingButton::Adopt(id),
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
    let out = scene.press(ORGANISER, OURS, HostingButton::Who(id, 0)).await;
    assert!(!said(&out).contains("Geheim"), "{out:?}");
}

#[tokio::test]
async fn what_is_over_is_not_changed_any_more() {
    for state in ["held", "cancelled"] {
        for who in [ORGANISER, MODERATOR] {
            let mut scene = scene().await;
            let mut taps = scene.taps().await;
            for change in [Change::Title("Thee".into()), Change::Cancel(None)] {
                taps.push(HostingButton::MakeChange(scene.waiting(who, change).await));
            }
            taps.retain(|t| !matches!(t, HostingButton::Came(..)));
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
        scene.press(ORGANISER, ORGANISER, HostingButton::Came(id, n)).await;
        assert_eq!(scene.activity().await.came, came, "{n} in {state}");
    }
}

#[tokio::test]
async fn a_change_is_made_to_what_was_shown() {
    let mut scene = scene().await;
    let late = scene.waiting(MODERATOR, Change::Title("Soep".into())).await;
    let first = scene.waiting(ORGANISER, Change::Title("Thee".into())).await;
    scene.press(ORGANISER, ORGANISER, HostingButton::MakeChange(first)).await;
    scene.press(ORGANISER, ORGANISER, HostingButton::MakeChange(first)).await;
    scene.press(MODERATOR, MODERATOR, HostingButton::MakeChange(late)).await;
    let a = scene.activity().await;
    assert_eq!((a.what.title.as_str(), a.version, a.sequence), ("Thee", 2, 0));
    // What is past by the time of the yes is refused.
    let past = Change::Time { starts_at: NOW, ends_at: None };
    let past = scene.waiting(ORGANISER, past).await;
    scene.press(ORGANISER, ORGANISER, HostingButton::MakeChange(past)).await;
    assert_eq!(scene.activity().await.version, 2);
    let later = Change::Time { starts_at: NOW.plus_days(4), ends_at: None };
    let later = scene.waiting(ORGANISER, later).await;
    scene.press(ORGANISER, ORGANISER, HostingButton::MakeChange(later)).await;
    let a = scene.activity().await;
    assert_eq!((a.starts_at, a.version, a.sequence), (NOW.plus_days(4), 3, 1));
}

#[tokio::test]
async fn it_is_cancelled_once() {
    let mut scene = scene().await;
    let one = scene.waiting(ORGANISER, Change::Cancel(Some("ziek".into()))).await;
    let two = scene.waiting(MODERATOR, Change::Cancel(Some("dicht".into()))).await;
    let out = said(&scene.press(ORGANISER, ORGANISER, HostingButton::MakeChange(one)).await);
    assert!(out.contains("ziek"), "{out}");
    let out = said(&scene.press(MODERATOR, MODERATOR, HostingButton::MakeChange(two)).await);
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
    scene.press(MODERATOR, MODERATOR, HostingButton::Accept(old)).await;
    scene.press(RESIDENT, RESIDENT, HostingButton::Accept(offer)).await;
    assert_eq!(scene.activity().await.organiser, from);
    scene.press(OTHER, OTHER, HostingButton::Accept(offer)).await;
    assert_eq!(scene.activity().await.organiser, to);
    // Who gave it away may do no more, and can't take it back by the same offer.
    let out = said(&scene.press(ORGANISER, ORGANISER, HostingButton::Manage(id)).await);
    assert!(!out.contains("Koffie"), "{out}");
    scene.press(OTHER, OTHER, HostingButton::Accept(offer)).await;
    assert_eq!((scene.activity().await.organiser, scene.activity().await.version), (to, 2));
}
