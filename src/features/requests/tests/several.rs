//! Several helpers for one request: never more than were asked for, and fewer may be enough.

use super::*;
use crate::model::ResponseId;

/// A request of Fatima's for so many helpers, with offers of Joop, Mo and Maria.
async fn asked(scene: &mut Scene, wanted: i64) -> (RequestId, Vec<ResponseId>) {
    let new = request_of_fatima(&mut scene.db, &RequestDraft { helpers: Some(wanted), ..secret("verhuizen") }).await;
    let id = store::insert(&mut scene.db, &new, NOW).await.unwrap();
    let mut offers = Vec::new();
    for who in [JOOP, MO, MARIA] {
        offers.push(store::offer(&mut scene.db, id, PersonId(who), NOW).await.unwrap().unwrap());
    }
    (id, offers)
}

async fn stands(scene: &mut Scene, id: RequestId) -> (State, i64, usize) {
    let r = store::request(&mut scene.db, id).await.unwrap().unwrap();
    let responses = store::responses_of(&mut scene.db, id).await.unwrap();
    let accepted = responses.iter().filter(|s| s.state == ResponseState::Accepted).count();
    (r.state, r.wanted, accepted)
}

#[tokio::test]
async fn never_more_are_accepted_than_were_asked_for() {
    let mut scene = scene().await;
    let (id, offers) = asked(&mut scene, 2).await;
    for (offer, expected) in offers.into_iter().zip([(State::Open, 1), (State::Promised, 2), (State::Promised, 2)]) {
        for version in [1, 1, 2] {
            scene.press(FATIMA, FATIMA, 77, RequestButton::Yes(offer, version)).await;
        }
        assert_eq!(stands(&mut scene, id).await, (expected.0, 2, expected.1));
    }
}

#[tokio::test]
async fn fewer_are_enough_until_one_of_them_can_not() {
    let mut scene = scene().await;
    let (id, offers) = asked(&mut scene, 3).await;
    let enough = RequestButton::After(AfterwardsButton::Enough(id));
    scene.press(FATIMA, FATIMA, 77, enough).await;
    assert_eq!(stands(&mut scene, id).await, (State::Open, 3, 0), "nobody helps yet");
    scene.press(FATIMA, FATIMA, 77, RequestButton::Yes(offers[0], 1)).await;
    scene.press(FATIMA, FATIMA, 77, RequestButton::Yes(offers[1], 1)).await;
    for who in [JOOP, MO] {
        scene.press(who, who, 77, enough).await;
    }
    assert_eq!(stands(&mut scene, id).await, (State::Open, 3, 2));
    scene.press(FATIMA, FATIMA, 77, enough).await;
    scene.press(FATIMA, FATIMA, 77, enough).await;
    assert_eq!(stands(&mut scene, id).await, (State::Promised, 2, 2));
    scene.press(JOOP, JOOP, 77, RequestButton::Cant(offers[0])).await;
    assert_eq!(stands(&mut scene, id).await, (State::Open, 2, 1));
}
