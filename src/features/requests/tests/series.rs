//! A request that repeats: offering for dates, the asker's choice, helpers who can't, and its end. What people see of it is
//! in `tests/transcripts/requests/recurring`.

use super::*;
use crate::features::requests::model::states::ResponseState as R;
use crate::features::requests::screens::dates::{Date, version_of};
use crate::features::trust;
use crate::model::ResponseId;

impl Scene {
    fn first(&self) -> RequestId {
        self.things[2].0
    }

    /// Joop's response to the first date.
    fn joops(&self) -> ResponseId {
        ResponseId(self.things[2].1)
    }

    async fn states(&mut self) -> Vec<State> {
        let first = self.first();
        let dates = store::dates_of(&mut self.db, first).await.unwrap();
        dates.iter().map(|d| d.state).collect()
    }

    async fn version(&mut self) -> i64 {
        let first = self.first();
        let dates = store::dates_of(&mut self.db, first).await.unwrap();
        let dates: Vec<Date> = dates.into_iter().map(|request| Date { request, responses: Vec::new() }).collect();
        version_of(&dates)
    }

    /// For each date, the states of the responses to it.
    async fn responses(&mut self) -> Vec<Vec<R>> {
        let (mut all, first) = (Vec::new(), self.first());
        for d in store::dates_of(&mut self.db, first).await.unwrap() {
            let responses = store::responses_of(&mut self.db, d.id).await.unwrap();
            all.push(responses.iter().map(|s| s.state).collect());
        }
        all
    }

    async fn grown_up(&mut self, who: i64) {
        trust::set_adult(&mut self.db, PersonId(who), true, NOW).await.unwrap();
    }

    /// Taps in private.
    async fn taps_on(&mut self, who: i64, tap: SeriesButton) {
        self.press(who, who, 77, RequestButton::Series(tap)).await;
    }
}

#[tokio::test]
async fn dates_are_offered_and_accepted_and_none_gets_more_helpers_than_it_needs() {
    use State::{Open, Promised};
    let mut scene = scene().await;
    let (first, joops) = (scene.first(), scene.joops());
    scene.grown_up(MO).await;
    scene.taps_on(MO, SeriesButton::Offer(first, 0b011)).await;
    assert_eq!(scene.responses().await, [vec![R::Offered, R::Offered], vec![R::Offered], vec![]]);
    let version = scene.version().await;
    scene.taps_on(FATIMA, SeriesButton::Yes(joops, version - 1)).await;
    assert_eq!(scene.states().await, [Open; 3], "the choice was about something else");
    scene.taps_on(FATIMA, SeriesButton::Yes(joops, version)).await;
    scene.taps_on(FATIMA, SeriesButton::Yes(joops, version)).await;
    assert_eq!(scene.states().await, [Promised, Open, Open]);
    let dates = store::dates_of(&mut scene.db, first).await.unwrap();
    let mos = store::responses_of(&mut scene.db, dates[0].id).await.unwrap()[1].id;
    let version = scene.version().await;
    scene.taps_on(FATIMA, SeriesButton::Yes(mos, version)).await;
    assert_eq!(scene.states().await, [Promised, Promised, Open]);
    assert_eq!(scene.responses().await, [vec![R::Accepted, R::Withdrawn], vec![R::Accepted], vec![]]);
}

#[tokio::test]
async fn nobody_offers_for_a_date_twice_or_for_one_that_is_over() {
    let mut scene = scene().await;
    let first = scene.first();
    scene.grown_up(MO).await;
    let dates = store::dates_of(&mut scene.db, first).await.unwrap();
    assert!(store::set_state(&mut scene.db, &dates[1], State::Withdrawn, None, NOW).await.unwrap());
    scene.taps_on(MO, SeriesButton::Offer(first, u32::MAX)).await;
    scene.taps_on(MO, SeriesButton::Offer(first, u32::MAX)).await;
    assert_eq!(scene.responses().await, [vec![R::Offered, R::Offered], vec![], vec![R::Offered]]);
}

#[tokio::test]
async fn who_did_not_say_that_they_are_grown_up_offers_nothing() {
    let mut scene = scene().await;
    let first = scene.first();
    scene.taps_on(MO, SeriesButton::Offer(first, 0b111)).await;
    assert_eq!(scene.responses().await, [vec![R::Offered], vec![], vec![]]);
}

#[tokio::test]
async fn a_helper_who_can_not_any_more_leaves_every_date_open() {
    let mut scene = scene().await;
    let (first, joops) = (scene.first(), scene.joops());
    let version = scene.version().await;
    scene.taps_on(FATIMA, SeriesButton::Yes(joops, version)).await;
    scene.taps_on(JOOP, SeriesButton::Cant(first)).await;
    scene.taps_on(JOOP, SeriesButton::Cant(first)).await;
    assert_eq!(scene.states().await, [State::Open; 3]);
    assert_eq!(scene.responses().await, [vec![R::Withdrawn], vec![], vec![]]);
}

#[tokio::test]
async fn only_its_asker_stops_all_of_it_and_only_when_sure() {
    let mut scene = scene().await;
    let first = scene.first();
    for who in [JOOP, MO, MARIA] {
        scene.taps_on(who, SeriesButton::Stop(first, true)).await;
    }
    scene.taps_on(FATIMA, SeriesButton::Stop(first, false)).await;
    assert_eq!(scene.states().await, [State::Open; 3]);
    scene.taps_on(FATIMA, SeriesButton::Stop(first, true)).await;
    assert_eq!(scene.states().await, [State::Withdrawn; 3]);
    assert_eq!(scene.responses().await, [vec![R::Declined], vec![], vec![]]);
}

#[tokio::test]
async fn undo_takes_back_every_date() {
    let mut scene = scene().await;
    let first = scene.first();
    scene.press(FATIMA, FATIMA, 77, RequestButton::Undo(first)).await;
    assert_eq!(scene.states().await, [State::Withdrawn; 3]);
}
