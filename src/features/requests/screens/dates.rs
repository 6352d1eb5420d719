//! A request that repeats, in words: one card and one message list its dates, each with how it stands, from the first that is
//! still to come. Pure.

use super::basics::say;
use crate::features::requests::model::request::{Request, Response};
use crate::features::requests::model::states::{ResponseState, State};
use crate::model::{Html, Language, Person, PersonId};
use crate::text::{Arg, texts};

/// Dates on one card, message or page.
pub const SHOWN: usize = 6;

/// One date of a series, with everybody who responded to it.
#[derive(Clone, Debug)]
pub struct Date {
    /// The request.
    pub request: Request,
    /// Responses with who gave them, oldest first.
    pub responses: Vec<(Response, Person)>,
}

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// A group, or a neighbour who did not respond.
    Neighbour,
    /// Whose request it is.
    Asker,
    /// Somebody who responded.
    Helper(PersonId),
}

impl Date {
    /// Whose responses stand like this.
    pub fn in_state(&self, state: ResponseState) -> impl Iterator<Item = &(Response, Person)> {
        self.responses.iter().filter(move |(s, _)| s.state == state)
    }

    /// Somebody's latest response.
    pub fn latest(&self, helper: PersonId) -> Option<&Response> {
        self.responses.iter().rev().find(|(s, _)| s.helper == helper).map(|(s, _)| s)
    }

    /// The day, without its part.
    pub fn day(&self, language: Language) -> String {
        self.request.span.day_words(language)
    }

    fn is_living(&self) -> bool {
        match self.request.state {
            State::Open | State::Promised | State::TakenOver => true,
            State::Done | State::Withdrawn | State::Lapsed => false,
        }
    }

    fn line(&self, language: Language, viewer: Viewer) -> Html {
        let names = |state| {
            let names: Vec<&str> = self.in_state(state).map(|(_, p)| p.name.as_str()).collect();
            (names.join(", "), names.len())
        };
        let (helping, offering) = (names(ResponseState::Accepted), names(ResponseState::Offered));
        let mine = match viewer {
            Viewer::Helper(me) => self.latest(me).map(|s| s.state),
            Viewer::Neighbour | Viewer::Asker => None,
        };
        let (id, who) = match (self.request.state, viewer, mine) {
            (State::Open | State::Promised, _, Some(ResponseState::Accepted)) => ("date-mine", None),
            (State::Open, _, Some(ResponseState::Offered)) => ("date-offered", None),
            (State::Open, Viewer::Asker, _) if offering.1 > 0 => ("date-offered-by", Some(offering)),
            (State::Open | State::Promised, Viewer::Asker, _) if helping.1 > 0 => ("date-helped-by", Some(helping)),
            (State::Open, ..) => ("date-open", None),
            (State::Promised, ..) => ("date-promised", None),
            (State::Done, ..) => ("date-done", None),
            (State::Withdrawn, ..) => ("date-withdrawn", None),
            (State::TakenOver, ..) => ("date-taken-over", None),
            (State::Lapsed, ..) => ("date-lapsed", None),
        };
        let (names, n) = who.unwrap_or_default();
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let day = self.day(language);
        say(language, id, &[("day", Arg::Own(&day)), ("names", Arg::Words(&names)), ("n", Arg::Number(n))])
    }
}

/// How the whole stands: open while help for any date is looked for.
pub fn state_of(dates: &[Date]) -> State {
    let order = [State::Open, State::Promised, State::TakenOver, State::Lapsed, State::Done];
    order.into_iter().find(|s| dates.iter().any(|d| d.request.state == *s)).unwrap_or(State::Withdrawn)
}

/// Counts changes of the whole, for choices about what was shown.
pub fn version_of(dates: &[Date]) -> i64 {
    dates.iter().map(|d| d.request.version).sum()
}

/// '6 keer, van dinsdag 1 december tot en met dinsdag 5 januari'.
pub fn when_words(language: Language, dates: &[Date]) -> String {
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return String::new() };
    let n = i64::try_from(dates.len()).unwrap_or(i64::MAX);
    let (from, to) = (first.day(language), last.day(language));
    let args = [("n", Arg::Number(n)), ("from", Arg::Own(&from)), ("to", Arg::Own(&to))];
    let words = texts().plain(language, "series-when", &args);
    match first.request.span.time_words(language) {
        Some(time) => format!("{words}, {time}"),
        None => words,
    }
}

/// The dates with how each stands, from the first that is still to come; nothing where none is.
pub fn lines(language: Language, dates: &[Date], viewer: Viewer) -> Html {
    let Some(from) = dates.iter().position(Date::is_living) else { return Html::default() };
    let shown = dates.iter().skip(from).take(SHOWN);
    let text = shown.fold(Html::default(), |text, date| {
        let line = date.line(language, viewer);
        if text.is_empty() { line } else { text.line(&line) }
    });
    match dates.len().saturating_sub(from + SHOWN) {
        0 => text,
        more => {
            let n = i64::try_from(more).unwrap_or(i64::MAX);
            text.line(&say(language, "series-later", &[("n", Arg::Number(n))]))
        }
    }
}

/// The dates that a number names, a bit each.
pub fn chosen(mask: u32, index: usize) -> bool {
    u32::try_from(index).ok().and_then(|i| mask.checked_shr(i)).is_some_and(|bits| bits & 1 == 1)
}

/// The number with this date chosen, or not any more.
pub fn toggled(mask: u32, index: usize) -> u32 {
    let bit = u32::try_from(index).ok().and_then(|i| 1_u32.checked_shl(i)).unwrap_or(0);
    mask ^ bit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_chosen_and_let_go_by_a_tap() {
        let both = toggled(toggled(0, 0), 25);
        let of = |mask| (0..40).filter(|i| chosen(mask, *i)).collect::<Vec<_>>();
        assert_eq!(of(both), [0, 25]);
        assert_eq!(of(toggled(both, 0)), [25]);
        assert_eq!(of(toggled(both, 40)), [0, 25], "more than a series can have");
    }
}
