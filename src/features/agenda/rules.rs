//! What stands in which part of the agenda, what fits a choice, and when the week's message is due. Pure.

use chrono::{Datelike, Days};

use crate::features::activities;
use crate::model::{Moment, words};
use crate::text::{Day, local_date, local_day_start};
use crate::turn::Occasion;

words! {
    /// Which days somebody looks at. Its word stands in text ids, and the word's first letter in buttons.
    pub enum Span {
        /// What is not over of today.
        Today = "today",
        /// Until Sunday night.
        Week = "week",
        /// After that Sunday.
        Later = "later",
    }
}

/// What somebody wants to see alone. What they chose must all be so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// What costs nothing.
    pub free: bool,
    /// Where one can come in with a wheelchair.
    pub wheelchair: bool,
    /// Where children may come along.
    pub children: bool,
    /// Id of a kind.
    pub kind: Option<&'static str>,
}

impl Filters {
    /// Is anything chosen?
    pub fn any(self) -> bool {
        self != Filters::default()
    }

    /// Does this fit all that was chosen?
    pub fn fit(self, shown: &Occasion) -> bool {
        (!self.free || shown.free)
            && (!self.wheelchair || shown.wheelchair)
            && (!self.children || shown.children)
            && self.kind.is_none_or(|k| k == shown.kind)
    }
}

/// The kind that stands at this place of all kinds, from 1; none at 0. Outer none: there is no such place.
pub fn kind_at(place: usize) -> Option<Option<&'static str>> {
    match place.checked_sub(1) {
        None => Some(None),
        Some(at) => activities::kinds().get(at).map(|k| Some(k.id.as_str())),
    }
}

/// The place of a kind among all kinds, from 1; 0 for none.
pub fn place_of(kind: Option<&str>) -> usize {
    kind.and_then(|kind| activities::kinds().iter().position(|k| k.id == kind)).map_or(0, |at| at + 1)
}

/// The Sunday with which the week of this moment ends.
pub fn sunday(now: Moment) -> Day {
    let today = local_date(now);
    let left = u64::from(7 - today.weekday().number_from_monday());
    today.checked_add_days(Days::new(left)).unwrap_or(today)
}

/// Does this stand in this part of the agenda now? What goes on since another day is of today. What is cancelled stands on its
/// day and in its week; who looks further ahead sees what there will be.
pub fn is_in(span: Span, shown: &Occasion, now: Moment) -> bool {
    let day = local_date(shown.starts_at);
    match span {
        Span::Today => day <= local_date(now),
        Span::Week => day <= sunday(now),
        Span::Later => day > sunday(now) && !shown.cancelled,
    }
}

/// The hour on the wall clock at which the week's message goes out, on Monday.
const DIGEST_FROM: u32 = 9;

/// The hour after which it is too late for it.
const DIGEST_TO: u32 = 18;

/// Until when the week's message may go out, where now is the time for it: on Monday from nine to six.
pub fn digest_until(now: Moment) -> Option<Moment> {
    let today = local_date(now);
    let until = local_day_start(today, DIGEST_TO);
    let is_time =
        today.weekday().number_from_monday() == 1 && local_day_start(today, DIGEST_FROM) <= now && now < until;
    is_time.then_some(until)
}

/// When the next week's message is due: the first Monday at nine after now.
pub fn next_digest(now: Moment) -> Moment {
    let monday = |weeks: u64| {
        let today = local_date(now);
        let monday = today.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into())).unwrap_or(today);
        local_day_start(monday.checked_add_days(Days::new(7 * weeks)).unwrap_or(monday), DIGEST_FROM)
    };
    if monday(0) > now { monday(0) } else { monday(1) }
}

/// An activity to try things with.
#[cfg(test)]
pub(super) fn sample(id: i64, starts_at: Moment) -> Occasion {
    Occasion {
        thing: crate::model::Thing { feature: "act".into(), id },
        neighbourhood: crate::model::NeighbourhoodId(1),
        kind: "coffee".into(),
        title: "☕ Koffie".into(),
        details: None,
        starts_at,
        ends_at: None,
        over_at: starts_at.plus(7200),
        place: "Buurthuis".into(),
        capacity: None,
        going: 0,
        free: true,
        wheelchair: false,
        children: false,
        walk_in: false,
        confirmed: true,
        cancelled: false,
        held: false,
        sequence: 0,
        changed_at: starts_at,
        open: String::new(),
        link: format!("k_{id}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clock_words;

    fn at(day: &str, hour: u32) -> Moment {
        local_day_start(day.parse().unwrap(), hour)
    }

    #[test]
    fn the_week_ends_on_sunday_night() {
        for (now, starts, today, week, later) in [
            (("2026-11-23", 10), ("2026-11-23", 20), true, true, false),
            (("2026-11-23", 10), ("2026-11-24", 0), false, true, false),
            (("2026-11-23", 10), ("2026-11-29", 23), false, true, false),
            (("2026-11-23", 10), ("2026-11-30", 0), false, false, true),
            (("2026-11-29", 23), ("2026-11-29", 23), true, true, false),
            (("2026-11-29", 23), ("2026-11-30", 0), false, false, true),
            (("2026-11-30", 0), ("2026-11-30", 9), true, true, false),
            // It began yesterday and goes on.
            (("2026-11-30", 0), ("2026-11-29", 23), true, true, false),
            // Over New Year: a week of two years.
            (("2026-12-31", 12), ("2027-01-01", 12), false, true, false),
            (("2026-12-31", 12), ("2027-01-03", 23), false, true, false),
            (("2026-12-31", 12), ("2027-01-04", 0), false, false, true),
            // The Sundays on which the clock changes.
            (("2027-03-28", 0), ("2027-03-28", 23), true, true, false),
            (("2027-10-31", 0), ("2027-10-31", 23), true, true, false),
            (("2027-10-31", 23), ("2027-11-01", 0), false, false, true),
        ] {
            let (now, shown) = (at(now.0, now.1), sample(1, at(starts.0, starts.1)));
            let found = Span::ALL.map(|span| is_in(span, &shown, now));
            assert_eq!(found, [today, week, later], "{now:?} {:?}", shown.starts_at);
        }
    }

    #[test]
    fn what_is_cancelled_stands_in_its_week_alone() {
        let now = at("2026-11-23", 10);
        let near = Occasion { cancelled: true, ..sample(1, at("2026-11-23", 20)) };
        let far = Occasion { cancelled: true, ..sample(1, at("2026-12-23", 20)) };
        assert!(is_in(Span::Today, &near, now) && is_in(Span::Week, &near, now) && !is_in(Span::Later, &far, now));
    }

    #[test]
    fn all_that_was_chosen_must_be_so() {
        let free = Occasion { wheelchair: true, ..sample(1, at("2026-11-23", 20)) };
        let paid = Occasion { free: false, children: true, kind: "games".into(), ..free.clone() };
        let of = |free, wheelchair, children, kind| Filters { free, wheelchair, children, kind };
        for (filters, fits_free, fits_paid) in [
            (of(false, false, false, None), true, true),
            (of(true, false, false, None), true, false),
            (of(false, true, false, None), true, true),
            (of(false, true, true, None), false, true),
            (of(true, true, true, None), false, false),
            (of(false, false, false, Some("coffee")), true, false),
            (of(false, false, true, Some("games")), false, true),
        ] {
            assert_eq!((filters.fit(&free), filters.fit(&paid)), (fits_free, fits_paid), "{filters:?}");
        }
    }

    #[test]
    fn every_kind_has_a_place() {
        for kind in activities::kinds() {
            assert_eq!(kind_at(place_of(Some(&kind.id))), Some(Some(kind.id.as_str())));
        }
        assert_eq!((kind_at(0), kind_at(activities::kinds().len() + 1), place_of(Some("?"))), (Some(None), None, 0));
    }

    #[test]
    fn the_message_of_the_week_is_mondays() {
        for (now, until, next) in [
            (at("2026-11-23", 8), None, at("2026-11-23", 9)),
            (at("2026-11-23", 9).plus(-1), None, at("2026-11-23", 9)),
            (at("2026-11-23", 9), Some(at("2026-11-23", 18)), at("2026-11-30", 9)),
            (at("2026-11-23", 18).plus(-1), Some(at("2026-11-23", 18)), at("2026-11-30", 9)),
            (at("2026-11-23", 18), None, at("2026-11-30", 9)),
            (at("2026-11-24", 9), None, at("2026-11-30", 9)),
            (at("2026-11-29", 23), None, at("2026-11-30", 9)),
            (at("2026-12-31", 9), None, at("2027-01-04", 9)),
            // Nine stays nine, whatever the clock did in the night before.
            (at("2027-03-27", 9), None, at("2027-03-29", 9)),
            (at("2027-10-30", 9), None, at("2027-11-01", 9)),
        ] {
            assert_eq!((digest_until(now), next_digest(now)), (until, next), "{now:?}");
            assert_eq!(clock_words(next), "9:00");
        }
    }
}
