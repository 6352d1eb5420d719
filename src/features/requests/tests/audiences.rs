//! What the group does not see is read by its asker, by who was asked or responded, and by nobody else in the neighbourhood.

use super::*;

/// A request of Fatima's which only these see.
async fn asked(scene: &mut Scene, audience: Audience) -> RequestId {
    let new = request_of_fatima(&mut scene.db, &RequestDraft { audience: Some(audience), ..secret("stil") }).await;
    store::insert(&mut scene.db, &new, NOW).await.unwrap()
}

async fn may_read(scene: &mut Scene, who: i64, id: RequestId) -> bool {
    let mut read = false;
    for tap in [RequestButton::More(id), RequestButton::Item(id, 0), RequestButton::Help(id)] {
        let (out, begins) = scene.press(who, who, 77, tap).await;
        assert!(begins || !out.is_empty(), "{tap:?} is not answered");
        read |= out.iter().any(|send| says(send).contains("geheim"));
    }
    read
}

#[tokio::test]
async fn a_quiet_request_is_for_who_was_asked() {
    for audience in [Audience::Quiet, Audience::Met, Audience::Team] {
        let mut scene = scene().await;
        let id = asked(&mut scene, audience).await;
        assert!(may_read(&mut scene, FATIMA, id).await, "{audience:?}: the asker");
        for who in [MO, MARIA] {
            assert!(!may_read(&mut scene, who, id).await, "{audience:?}: {who}");
        }
        assert!(store::responses_of(&mut scene.db, id).await.unwrap().is_empty(), "{audience:?}");
        store::note_approached(&mut scene.db, id, PersonId(MO), NOW).await.unwrap();
        assert!(may_read(&mut scene, MO, id).await, "{audience:?}: who was asked");
    }
}
