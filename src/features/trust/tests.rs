//! What a button's data can't do here: who is not of the team marks nobody as known, nobody parts two others, and nobody
//! looks after themselves.

use super::buttons::TrustButton;
use super::*;
use crate::features::FEATURES;
use crate::model::{Role, Send};
use crate::turn::town::{NOW, Town};

const ELS: i64 = 1;
const JOOP: i64 = 2;
const MARIA: i64 = 3;
const KAREL: i64 = 4;
const FATIMA: i64 = 5;

/// Els is of the team, Karel an administrator. Joop wants to help Fatima's neighbourhood; Maria belongs to another one.
struct Scene {
    town: Town,
    n: NeighbourhoodId,
    joop: PersonId,
    els: PersonId,
    /// Joop's accepted response to Fatima.
    response: ResponseId,
}

async fn scene() -> Scene {
    let people: [(i64, &str, usize, &[Role]); 5] = [
        (ELS, "Els", 0, &[Role::Moderator]),
        (JOOP, "Joop", 0, &[]),
        (MARIA, "Maria", 1, &[Role::Moderator]),
        (KAREL, "Karel", 0, &[Role::Administrator]),
        (FATIMA, "Fatima", 0, &[]),
    ];
    let mut town = Town::new(["Oosterpark", "Westerpark"], &people).await;
    let n = town.neighbourhoods[0];
    for person in [ELS, JOOP].map(|id| town.person(id)) {
        store::set_willing(&mut town.db, person, n, true, NOW).await.unwrap();
    }
    for statement in [
        "insert into requests (id, neighbourhood_id, asker_id, category, title, sight, state, posted_at, since)
         select 7, n.id, p.id, 'other', 'x', 'group', 'open', 0, 0 from people p, neighbourhoods n
         where p.name = 'Fatima' and n.name = 'Oosterpark'",
        "insert into responses (id, request_id, helper_id, state, offered_at)
         select 9, 7, p.id, 'accepted', 0 from people p where p.name = 'Joop'",
    ] {
        sqlx::query(statement).execute(&mut town.db).await.unwrap();
    }
    Scene { n, joop: town.person(JOOP), els: town.person(ELS), response: ResponseId(9), town }
}

impl Scene {
    /// Everything that presses may change, row by row.
    async fn rows(&mut self) -> String {
        let helpers = store::helpers(&mut self.town.db, self.n).await.unwrap();
        let apart: Vec<i64> =
            sqlx::query_scalar("select person_id from apart").fetch_all(&mut self.town.db).await.unwrap();
        let states: Vec<String> =
            sqlx::query_scalar("select state from responses").fetch_all(&mut self.town.db).await.unwrap();
        format!("{helpers:?} {apart:?} {states:?}")
    }

    /// What goes out because this person presses this in private.
    async fn press(&mut self, who: i64, tap: TrustButton) -> Vec<Send> {
        let data = tap.data().replace("tru:", "");
        let (pressed, out) = self.town.press(FEATURES, who, &data, async |turn| Trust.press(turn, &data).await).await;
        pressed.unwrap();
        out
    }

    fn about(&self, person: PersonId) -> Vec<TrustButton> {
        [TrustButton::Helper, TrustButton::Met, TrustButton::Vog, TrustButton::Unmeet, TrustButton::Unmet]
            .map(|tap| tap(self.n, person))
            .to_vec()
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
        for tap in scene.about(scene.joop).into_iter().chain([TrustButton::Helpers(scene.n, 0)]) {
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
    scene.press(ELS, TrustButton::Met(scene.n, scene.joop)).await;
    assert_ne!(scene.rows().await, before);
}

#[tokio::test]
async fn a_vog_alone_makes_nobody_known_and_goes_with_the_rest() {
    let mut scene = scene().await;
    let (n, joop) = (scene.n, scene.joop);
    scene.press(ELS, TrustButton::Vog(n, joop)).await;
    assert!(store::met(&mut scene.town.db, n).await.unwrap().is_empty());
    for tap in [TrustButton::Met(n, joop), TrustButton::Vog(n, joop)] {
        scene.press(ELS, tap).await;
    }
    assert_eq!(store::met(&mut scene.town.db, n).await.unwrap(), [joop]);
    scene.press(ELS, TrustButton::Unmet(n, joop)).await;
    let helper = store::helper(&mut scene.town.db, n, joop).await.unwrap().unwrap();
    assert_eq!((helper.met_on, helper.vog_on), (None, None));
}

#[tokio::test]
async fn nobody_parts_two_others() {
    let mut scene = scene().await;
    let before = scene.rows().await;
    for who in [ELS, KAREL, MARIA] {
        for id in [scene.response, ResponseId(99)] {
            for tap in [TrustButton::EndContact(id), TrustButton::EndContactNow(id), TrustButton::KeepContact(id)] {
                let out = scene.press(who, tap).await;
                assert!(is_answer(&out), "{out:?}");
                assert_eq!(scene.rows().await, before, "{who}");
            }
        }
    }
    scene.press(JOOP, TrustButton::EndContact(scene.response)).await;
    assert_eq!(scene.rows().await, before, "asked first");
    scene.press(JOOP, TrustButton::EndContactNow(scene.response)).await;
    let after = scene.rows().await;
    assert!(after.contains("withdrawn"), "{after}");
    // The other can't take it back, and who wanted it can.
    let fatima = PersonId(5);
    scene.press(FATIMA, TrustButton::Reconcile(scene.joop)).await;
    assert_eq!(scene.rows().await, after);
    scene.press(JOOP, TrustButton::Reconcile(fatima)).await;
    assert!(store::no_contact_with(&mut scene.town.db, scene.joop).await.unwrap().is_empty());
}
