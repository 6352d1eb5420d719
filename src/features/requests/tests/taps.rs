//! Every kind of press about some things, for the tests to try.

use super::*;
use crate::features::requests::buttons::{AfterwardsButton, BoardButton, BoardView, SeriesButton, TeamButton};
use crate::features::requests::model::states::TakeoverReason;
use crate::model::ResponseId;
use crate::turn::CodeField;

/// Every kind of press, about these things.
pub fn all(a: i64, b: i64, page: u32) -> Vec<RequestButton> {
    let (request, response) = (RequestId(a), ResponseId(a));
    let look = BoardView { page, ..BoardView::default() };
    let mut taps = vec![
        RequestButton::Ask,
        RequestButton::AskCompany,
        RequestButton::NotThis(a),
        RequestButton::Board,
        RequestButton::OnBoard(BoardButton::Page(look)),
        RequestButton::OnBoard(BoardButton::Which(look)),
        RequestButton::OnBoard(BoardButton::WhichOfAll(look)),
        RequestButton::OnBoard(BoardButton::Item(look, request)),
        RequestButton::Mine(page),
        RequestButton::Help(request),
        RequestButton::More(request),
        RequestButton::Item(request, page),
        RequestButton::Yes(response, b),
        RequestButton::No(response, b),
        RequestButton::Cant(response),
        RequestButton::Reach(response),
        RequestButton::Done(request),
        RequestButton::Withdraw(request),
        RequestButton::Undo(request),
        RequestButton::StillNeeded(request),
        RequestButton::Renew(request),
        RequestButton::NotNow(request),
        RequestButton::AskNoMore(request),
        RequestButton::Place(a),
        RequestButton::OtherTime(a),
        RequestButton::PlaceAnyway(a),
        RequestButton::PlaceFor(a, Audience::Met),
        RequestButton::PlaceFor(a, Audience::Team),
        RequestButton::Adjust(a),
        RequestButton::Drop(a),
        RequestButton::Resume(a),
        RequestButton::After(AfterwardsButton::Enough(request)),
    ];
    for verdict in Verdict::ALL {
        taps.extend([
            RequestButton::After(AfterwardsButton::Asker(request, verdict)),
            RequestButton::After(AfterwardsButton::Helper(response, verdict)),
        ]);
    }
    let series = [
        SeriesButton::Whole(request),
        SeriesButton::Dates(request, page),
        SeriesButton::Date(request),
        SeriesButton::Pick(request, page, page),
        SeriesButton::Offer(request, page),
        SeriesButton::Yes(response, b),
        SeriesButton::No(response, b),
        SeriesButton::Cant(request),
        SeriesButton::Stop(request, false),
        SeriesButton::Stop(request, true),
    ];
    taps.extend(series.map(RequestButton::Series));
    let team = [
        TeamButton::Over(request),
        TeamButton::Back(request),
        TeamButton::BackAgreed(request),
        TeamButton::On(request),
        TeamButton::OnTo(request, PersonId(b)),
        TeamButton::Done(request),
        TeamButton::End(request),
        TeamButton::Resolve(request),
        TeamButton::Reach(request),
    ];
    taps.extend(
        team.into_iter().chain(TakeoverReason::ALL.map(|r| TeamButton::OverFor(request, r))).map(RequestButton::Team),
    );
    taps
}

/// The words of a press, without the things that it is about.
fn words(tap: RequestButton) -> String {
    let data = tap.data();
    let words = data.split(':').filter(|part| part.starts_with(char::is_alphabetic));
    words.take(if data.starts_with("req:tm:") { 3 } else { 2 }).collect::<Vec<_>>().join(":")
}

#[test]
fn no_kind_is_missing() {
    let ours: std::collections::BTreeSet<String> = all(1, 1, 0).into_iter().map(words).collect();
    let declared = RequestButton::samples().into_iter().map(words).collect();
    assert_eq!(ours, declared);
}
