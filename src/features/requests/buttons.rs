//! What the buttons of this room carry. A button names a thing and an action; it grants nothing.

use super::model::category::known;
use super::model::states::{Audience, TakeoverReason, Verdict};
use super::names::NAME;
use crate::buttons;
use crate::model::{PersonId, RequestId, ResponseId};
use crate::turn::{CodeField, Parts};

buttons! {
    /// A button of this room.
    pub RequestButton: NAME => {
        /// Begin to ask.
        Ask = "ask" in group,
        /// Begin to ask for company.
        AskCompany = "gezel",
        /// What is open now, to help with.
        Board = "board",
        /// A place on the board.
        OnBoard(button: BoardButton) = flat,
        /// My requests and responses, this page.
        Mine(page: u32) = "mine",
        /// I want to help.
        Help(request: RequestId) = "help" in group,
        /// Show all about it.
        More(request: RequestId) = "more" in group,
        /// As `More`, on the message of /mijn, with the way back to this page.
        Item(request: RequestId, page: u32) = "item",
        /// This helper, gladly; with the version of the request that was shown.
        Yes(response: ResponseId, version: i64) = "yes",
        /// Not this helper; with the version that was shown.
        No(response: ResponseId, version: i64) = "no",
        /// The helper can't after all.
        Cant(response: ResponseId) = "cant",
        /// I say how I can be reached.
        Reach(response: ResponseId) = "reach",
        /// It happened.
        Done(request: RequestId) = "done",
        /// No longer needed.
        Withdraw(request: RequestId) = "end",
        /// Undo the posting.
        Undo(request: RequestId) = "undo",
        /// Yes, it is still needed.
        StillNeeded(request: RequestId) = "need",
        /// Ask again for what lapsed.
        Renew(request: RequestId) = "renew",
        /// Who was asked in private can't now.
        NotNow(request: RequestId) = "later",
        /// Who was asked in private does not want to be asked any more.
        AskNoMore(request: RequestId) = "never",
        /// Place this draft.
        Place(draft: i64) = "place" in group,
        /// Not that time, but the other one that it could mean.
        OtherTime(draft: i64) = "time" in group,
        /// Place it, read warning and all.
        PlaceAnyway(draft: i64) = "any",
        /// Place it for these to see.
        PlaceFor(draft: i64, audience: Audience) = "for",
        /// Change this draft, in private.
        Adjust(draft: i64) = "adjust" in group,
        /// What was written is no question for help: drop this draft.
        NotThis(draft: i64) = "notask",
        /// Throw this draft away.
        Drop(draft: i64) = "drop" in group,
        /// Go on with this draft, which waited for an answer to another question. Stands on no message.
        Resume(draft: i64) = "draft",
        /// How it went, afterwards.
        After(button: AfterwardsButton) = flat,
        /// About a request that repeats.
        Series(button: SeriesButton) = flat,
        /// The team and a request.
        Team(button: TeamButton) = "tm",
    }
}

buttons! {
    /// A button of the board.
    pub BoardButton => {
        /// This page.
        Page(look: BoardView) = "bp",
        /// Asks which category, with the first of them.
        Which(look: BoardView) = "bw",
        /// Asks which category, with all of them.
        WhichOfAll(look: BoardView) = "ba",
        /// One request, with the way back to where it was found.
        Item(look: BoardView, request: RequestId) = "bi",
    }
}

buttons! {
    /// An answer to how it went.
    pub AfterwardsButton => {
        /// How it went, says the asker.
        Asker(request: RequestId, verdict: Verdict) = "how",
        /// How it went, says a helper.
        Helper(response: ResponseId, verdict: Verdict) = "went",
        /// So many helpers are enough.
        Enough(request: RequestId) = "enough",
    }
}

buttons! {
    /// A button about a series, or about one of its dates. A series is named by its first date.
    pub SeriesButton => {
        /// All of it, on the pressed message.
        Whole(first: RequestId) = "all",
        /// Its dates to choose one from, this page.
        Dates(first: RequestId, page: u32) = "dates",
        /// One date.
        Date(request: RequestId) = "date",
        /// A helper chooses dates: those chosen so far, a bit each, and the page shown.
        Pick(first: RequestId, chosen: u32, page: u32) = "pick",
        /// A helper offers for the dates chosen.
        Offer(first: RequestId, chosen: u32) = "offer",
        /// This helper, gladly, for every date they offered; with the version that was shown.
        Yes(response: ResponseId, version: i64) = "yesall",
        /// Not this helper; with the version that was shown.
        No(response: ResponseId, version: i64) = "noall",
        /// The helper can't on any date.
        Cant(first: RequestId) = "cantall",
        /// None of it is needed any more; asked first, then sure.
        Stop(first: RequestId, sure: bool) = "stopall",
    }
}

buttons! {
    /// A button of the team, and the one answer of the asker to it.
    pub TeamButton => {
        /// I take it over: asks for what reason.
        Over(request: RequestId) = "over",
        /// I take it over, for this reason.
        OverFor(request: RequestId, reason: TakeoverReason) = "for",
        /// Back to the neighbours.
        Back(request: RequestId) = "back",
        /// Back to the neighbours, as the asker agreed.
        BackAgreed(request: RequestId) = "agreed",
        /// To a colleague: asks to whom.
        On(request: RequestId) = "on",
        /// To this colleague.
        OnTo(request: RequestId, colleague: PersonId) = "to",
        /// It happened.
        Done(request: RequestId) = "done",
        /// No longer needed.
        End(request: RequestId) = "end",
        /// The team saw to it.
        Resolve(request: RequestId) = "settle",
        /// The asker says how the moderator can reach them.
        Reach(request: RequestId) = "reach",
    }
}

/// What of the board somebody looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BoardView {
    /// This category alone.
    pub category: Option<&'static str>,
    /// What is needed first comes first; else what is newest.
    pub soonest: bool,
    /// The page, from 0.
    pub page: u32,
}

impl CodeField for BoardView {
    fn encode(&self, out: &mut String) {
        // By number, from 1; after a change of the categories an old button shows another one, which does no harm.
        let at = self.category.and_then(|c| known().position(|k| k == c)).map_or(0, |at| at + 1);
        u32::try_from(at).unwrap_or_default().encode(out);
        self.soonest.encode(out);
        self.page.encode(out);
    }

    fn decode(parts: &mut Parts<'_>) -> Option<BoardView> {
        let category = match usize::try_from(u32::decode(parts)?).ok()?.checked_sub(1) {
            None => None,
            Some(at) => Some(known().nth(at)?),
        };
        Some(BoardView { category, soonest: bool::decode(parts)?, page: u32::decode(parts)? })
    }

    fn samples() -> Vec<BoardView> {
        vec![BoardView::default(), BoardView { category: known().last(), soonest: true, page: u32::MAX }]
    }
}

macro_rules! word_field {
    ($($name:ty),+) => {$(
        impl CodeField for $name {
            fn encode(&self, out: &mut String) {
                out.push(':');
                out.push_str(self.word());
            }
            fn decode(parts: &mut Parts<'_>) -> Option<Self> {
                Self::from_word(parts.next()?)
            }
            fn samples() -> Vec<Self> {
                Self::ALL.to_vec()
            }
        }
    )+};
}
word_field!(Audience, TakeoverReason, Verdict);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_that_were_sent_live_on() {
        let (request, response) = (RequestId(7), ResponseId(8));
        let look = BoardView { category: known().nth(1), soonest: true, page: 2 };
        for (tap, data) in [
            (RequestButton::Ask, "req:ask"),
            (RequestButton::Item(request, 3), "req:item:7:3"),
            (RequestButton::Yes(response, 4), "req:yes:8:4"),
            (RequestButton::Withdraw(request), "req:end:7"),
            (RequestButton::PlaceFor(9, Audience::Met), "req:for:9:met"),
            (RequestButton::Resume(9), "req:draft:9"),
            (RequestButton::OnBoard(BoardButton::Page(BoardView::default())), "req:bp:0:0:0"),
            (RequestButton::OnBoard(BoardButton::Which(look)), "req:bw:2:1:2"),
            (RequestButton::OnBoard(BoardButton::WhichOfAll(look)), "req:ba:2:1:2"),
            (RequestButton::OnBoard(BoardButton::Item(look, request)), "req:bi:2:1:2:7"),
            (RequestButton::After(AfterwardsButton::Asker(request, Verdict::Not)), "req:how:7:not"),
            (RequestButton::After(AfterwardsButton::Helper(response, Verdict::Bad)), "req:went:8:bad"),
            (RequestButton::After(AfterwardsButton::Enough(request)), "req:enough:7"),
            (RequestButton::Series(SeriesButton::Pick(request, 5, 1)), "req:pick:7:5:1"),
            (RequestButton::Series(SeriesButton::Yes(response, 4)), "req:yesall:8:4"),
            (RequestButton::Series(SeriesButton::Stop(request, true)), "req:stopall:7:1"),
            (RequestButton::Team(TeamButton::OverFor(request, TakeoverReason::Unsafe)), "req:tm:for:7:unsafe"),
            (RequestButton::Team(TeamButton::OnTo(request, PersonId(3))), "req:tm:to:7:3"),
            (RequestButton::Team(TeamButton::Resolve(request)), "req:tm:settle:7"),
        ] {
            assert_eq!(tap.data(), data);
            assert_eq!(data.strip_prefix("req:").and_then(RequestButton::read), Some(tap));
        }
    }
}
