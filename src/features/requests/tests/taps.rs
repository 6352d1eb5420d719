//! Every kind of press about some things, for the tests to try.

use super::*;
use crate::features::requests::buttons::{AfterTap, BoardTap, Look, SeriesTap, TeamTap};
use crate::features::requests::model::states::TakeoverReason;
use crate::model::ResponseId;
use crate::turn::CodeField;

/// Every kind of press, about these things.
pub fn all(a: i64, b: i64, page: u32) -> Vec<Tap> {
    let (request, response) = (RequestId(a), ResponseId(a));
    let look = Look { page, ..Look::default() };
    let mut taps = vec![
        Tap::Ask,
        Tap::Board,
        Tap::OnBoard(BoardTap::Page(look)),
        Tap::OnBoard(BoardTap::Which(look)),
        Tap::OnBoard(BoardTap::WhichOfAll(look)),
        Tap::OnBoard(BoardTap::Item(look, request)),
        Tap::Mine(page),
        Tap::Help(request),
        Tap::More(request),
        Tap::Item(request, page),
        Tap::Yes(response, b),
        Tap::No(response, b),
        Tap::Cant(response),
        Tap::Reach(response),
        Tap::Done(request),
        Tap::Withdraw(request),
        Tap::Undo(request),
        Tap::StillNeeded(request),
        Tap::Renew(request),
        Tap::NotNow(request),
        Tap::AskNoMore(request),
        Tap::Place(a),
        Tap::OtherTime(a),
        Tap::PlaceAnyway(a),
        Tap::PlaceFor(a, Audience::Met),
        Tap::PlaceFor(a, Audience::Team),
        Tap::Adjust(a),
        Tap::Drop(a),
        Tap::Resume(a),
        Tap::After(AfterTap::Enough(request)),
    ];
    for verdict in Verdict::ALL {
        taps.extend([Tap::After(AfterTap::Asker(request, verdict)), Tap::After(AfterTap::Helper(response, verdict))]);
    }
    let series = [
        SeriesTap::Whole(request),
        SeriesTap::Dates(request, page),
        SeriesTap::Date(request),
        SeriesTap::Pick(request, page, page),
        SeriesTap::Offer(request, page),
        SeriesTap::Yes(response, b),
        SeriesTap::No(response, b),
        SeriesTap::Cant(request),
        SeriesTap::Stop(request, false),
        SeriesTap::Stop(request, true),
    ];
    taps.extend(series.map(Tap::Series));
    let team = [
        TeamTap::Over(request),
        TeamTap::Back(request),
        TeamTap::BackAgreed(request),
        TeamTap::On(request),
        TeamTap::OnTo(request, PersonId(b)),
        TeamTap::Done(request),
        TeamTap::End(request),
        TeamTap::Resolve(request),
        TeamTap::Reach(request),
    ];
    taps.extend(team.into_iter().chain(TakeoverReason::ALL.map(|r| TeamTap::OverFor(request, r))).map(Tap::Team));
    taps
}

/// The words of a press, without the things that it is about.
fn words(tap: Tap) -> String {
    let data = tap.data();
    let words = data.split(':').filter(|part| part.starts_with(char::is_alphabetic));
    words.take(if data.starts_with("req:tm:") { 3 } else { 2 }).collect::<Vec<_>>().join(":")
}

#[test]
fn no_kind_is_missing() {
    let ours: std::collections::BTreeSet<String> = all(1, 1, 0).into_iter().map(words).collect();
    let declared = Tap::samples().into_iter().map(words).collect();
    assert_eq!(ours, declared);
}
