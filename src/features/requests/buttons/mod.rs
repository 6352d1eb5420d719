//! What the buttons of this room carry. A button names a thing and an action; it grants nothing.

pub mod afterwards;
pub mod board;
pub mod series;
pub mod team;

use std::fmt;

use afterwards::AfterTap;
use board::BoardTap;
use series::SeriesTap;
use team::TeamTap;

use crate::features::requests::model::states::Audience;
use crate::model::{RequestId, ResponseId};

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tap {
    /// Begin to ask.
    Ask,
    /// What is open now, to help with.
    Board,
    /// A place on the board.
    OnBoard(BoardTap),
    /// My requests and responses, this page.
    Mine(u32),
    /// I want to help.
    Help(RequestId),
    /// Show all about it.
    More(RequestId),
    /// As `More`, on the message of /mijn, with the way back to this page.
    Item(RequestId, u32),
    /// This helper, gladly; with the version of the request that was shown.
    Yes(ResponseId, i64),
    /// Not this helper; with the version that was shown.
    No(ResponseId, i64),
    /// The helper can't after all.
    Cant(ResponseId),
    /// I say how I can be reached.
    Reach(ResponseId),
    /// It happened.
    Done(RequestId),
    /// No longer needed.
    Withdraw(RequestId),
    /// Undo the posting.
    Undo(RequestId),
    /// Yes, it is still needed.
    StillNeeded(RequestId),
    /// Ask again for what lapsed.
    Renew(RequestId),
    /// Who was asked in private can't now.
    NotNow(RequestId),
    /// Who was asked in private does not want to be asked any more.
    AskNoMore(RequestId),
    /// Place this draft.
    Place(i64),
    /// Not that time, but the other one that it could mean.
    OtherTime(i64),
    /// Place it, read warning and all.
    PlaceAnyway(i64),
    /// Place it for these to see.
    PlaceFor(i64, Audience),
    /// Change this draft, in private.
    Adjust(i64),
    /// Throw this draft away.
    Drop(i64),
    /// How it went, afterwards.
    After(AfterTap),
    /// About a request that repeats.
    Series(SeriesTap),
    /// The team and a request.
    Team(TeamTap),
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::Ask => f.write_str("ask"),
            Tap::Board => f.write_str("board"),
            Tap::OnBoard(tap) => tap.fmt(f),
            Tap::Mine(page) => write!(f, "mine:{page}"),
            Tap::Help(id) => write!(f, "help:{id}"),
            Tap::More(id) => write!(f, "more:{id}"),
            Tap::Item(id, page) => write!(f, "item:{id}:{page}"),
            Tap::Yes(id, version) => write!(f, "yes:{id}:{version}"),
            Tap::No(id, version) => write!(f, "no:{id}:{version}"),
            Tap::Cant(id) => write!(f, "cant:{id}"),
            Tap::Reach(id) => write!(f, "reach:{id}"),
            Tap::Done(id) => write!(f, "done:{id}"),
            Tap::Withdraw(id) => write!(f, "end:{id}"),
            Tap::Undo(id) => write!(f, "undo:{id}"),
            Tap::StillNeeded(id) => write!(f, "need:{id}"),
            Tap::Renew(id) => write!(f, "renew:{id}"),
            Tap::NotNow(id) => write!(f, "later:{id}"),
            Tap::AskNoMore(id) => write!(f, "never:{id}"),
            Tap::Place(id) => write!(f, "place:{id}"),
            Tap::OtherTime(id) => write!(f, "time:{id}"),
            Tap::PlaceAnyway(id) => write!(f, "any:{id}"),
            Tap::PlaceFor(id, audience) => write!(f, "for:{id}:{}", audience.word()),
            Tap::Adjust(id) => write!(f, "adjust:{id}"),
            Tap::Drop(id) => write!(f, "drop:{id}"),
            Tap::After(tap) => tap.fmt(f),
            Tap::Series(tap) => tap.fmt(f),
            Tap::Team(tap) => tap.fmt(f),
        }
    }
}

impl Tap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<Tap> {
        if let Some(tap) = TeamTap::read(data) {
            return Some(Tap::Team(tap));
        }
        if let Some(tap) = AfterTap::read(data) {
            return Some(Tap::After(tap));
        }
        if let Some(tap) = SeriesTap::read(data) {
            return Some(Tap::Series(tap));
        }
        if let Some(tap) = BoardTap::read(data) {
            return Some(Tap::OnBoard(tap));
        }
        let mut parts = data.split(':');
        let (word, first, second) = (parts.next()?, parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        let number = |part: Option<&str>| part.and_then(|p| p.parse::<i64>().ok());
        let page = |part: Option<&str>| part.and_then(|p| p.parse::<u32>().ok());
        let one = || number(first).filter(|_| second.is_none());
        let request = || one().map(RequestId);
        let response = || one().map(ResponseId);
        match word {
            "ask" if first.is_none() => Some(Tap::Ask),
            "board" if first.is_none() => Some(Tap::Board),
            "mine" if second.is_none() => page(first).map(Tap::Mine),
            "help" => request().map(Tap::Help),
            "more" => request().map(Tap::More),
            "item" => Some(Tap::Item(RequestId(number(first)?), page(second)?)),
            "yes" => Some(Tap::Yes(ResponseId(number(first)?), number(second)?)),
            "no" => Some(Tap::No(ResponseId(number(first)?), number(second)?)),
            "cant" => response().map(Tap::Cant),
            "reach" => response().map(Tap::Reach),
            "done" => request().map(Tap::Done),
            "end" => request().map(Tap::Withdraw),
            "undo" => request().map(Tap::Undo),
            "need" => request().map(Tap::StillNeeded),
            "renew" => request().map(Tap::Renew),
            "later" => request().map(Tap::NotNow),
            "never" => request().map(Tap::AskNoMore),
            "place" => one().map(Tap::Place),
            "time" => one().map(Tap::OtherTime),
            "any" => one().map(Tap::PlaceAnyway),
            "for" => Some(Tap::PlaceFor(number(first)?, Audience::from_word(second?)?)),
            "adjust" => one().map(Tap::Adjust),
            "drop" => one().map(Tap::Drop),
            _ => None,
        }
    }

    /// Does it stand in groups? All others stand in private chats alone.
    pub fn in_groups(self) -> bool {
        matches!(
            self,
            Tap::Ask | Tap::Help(_) | Tap::More(_) | Tap::Place(_) | Tap::OtherTime(_) | Tap::Adjust(_) | Tap::Drop(_)
        )
    }

    /// The callback data: our prefix, and the press.
    pub fn data(self) -> String {
        format!("{}:{self}", crate::features::requests::names::NAME)
    }
}

/// Every kind of press, about these things.
#[cfg(test)]
pub(super) fn all(a: i64, b: i64, page: u32) -> Vec<Tap> {
    let (request, response) = (RequestId(a), ResponseId(a));
    let mut taps = vec![
        Tap::Ask,
        Tap::Board,
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
    ];
    taps.extend(team::all(a, b).into_iter().map(Tap::Team));
    taps.extend(afterwards::all(a).into_iter().map(Tap::After));
    taps.extend(series::all(a, b, page).into_iter().map(Tap::Series));
    taps.extend(board::all(a, page).into_iter().map(Tap::OnBoard));
    taps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(a in any::<i64>(), b in any::<i64>(), page in any::<u32>()) {
            let mut seen = std::collections::HashSet::new();
            for tap in all(a, b, page) {
                let data = tap.data();
                prop_assert!(data.len() <= 64, "{data}");
                prop_assert_eq!(Tap::read(data.strip_prefix("req:").unwrap()), Some(tap));
                prop_assert!(seen.insert(data));
            }
        }

        #[test]
        fn what_is_not_ours_is_nothing(data in any::<String>()) {
            if let Some(tap) = Tap::read(&data) {
                prop_assert_eq!(Tap::read(&tap.to_string()), Some(tap));
            }
        }
    }

    #[test]
    fn more_or_less_than_it_holds_is_nothing() {
        for data in ["", "help", "help:", "help:1:2", "yes:1", "yes:1:2:3", "ask:1", "mine:-1", "mine", "nothing:1"] {
            assert_eq!(Tap::read(data), None, "{data}");
        }
    }
}
