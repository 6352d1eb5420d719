//! When a search for helpers goes a step further: to more neighbours, to the team, to the question whether it is still
//! needed, to its end. Pure. Nobody sees this; what they see at each step is in `search.rs`.
//!
//! The steps fit the time there is. A request for today goes on after half an hour, or sooner where less is left; one for
//! tomorrow after hours; any other after a day. Nothing falls in the night but what is about today.

use chrono::Days;

use super::span::Span;
use super::states::Audience;
use crate::model::{Moment, PersonId};
use crate::text::{Day, in_daytime, local_date, local_day_start};

const MINUTE: i64 = 60;

const HOUR: i64 = 60 * MINUTE;

const DAY: i64 = 24 * HOUR;

/// The round in which the team looks along.
pub const TEAM: i64 = 4;

/// The moments of one search, each not before the one above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The first neighbours are asked in private, where there is no card.
    pub first: Moment,
    /// More neighbours are asked in private.
    pub second: Moment,
    /// And more.
    pub third: Moment,
    /// The team looks along.
    pub team: Moment,
    /// The asker is asked whether it is still needed.
    pub ask: Moment,
    /// Its time is over.
    pub end: Moment,
}

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The last round that was done: 0 before the first, [`TEAM`] after the last.
    pub round: i64,
    /// When its asker was asked whether it is still needed.
    pub asked: Option<Moment>,
}

/// What is to be done now. Steps that were missed are done once, together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// Ask neighbours, as in this round.
    pub round: Option<i64>,
    /// Let the team look along.
    pub team: bool,
    /// Ask the asker whether it is still needed.
    pub ask: bool,
    /// Its time is over: nothing else is to be done then.
    pub lapse: bool,
}

/// The moments of a search that begins at `since`. Without a date it ends three days after its asker was asked.
pub fn plan(span: Span, since: Moment, asked: Option<Moment>) -> Plan {
    match span.days {
        Some((_, to)) => dated(span, to, since),
        None => undated(since, asked),
    }
}

fn undated(since: Moment, asked: Option<Moment>) -> Plan {
    let first = in_daytime(since);
    let second = in_daytime(since.plus(DAY));
    let third = in_daytime(second.plus(DAY));
    let team = in_daytime(third.plus(DAY));
    let ask = in_daytime(since.plus(7 * DAY)).max(team);
    let end = in_daytime(asked.unwrap_or(ask).max(ask).plus(3 * DAY));
    Plan { first, second, third, team, ask, end }
}

fn dated(span: Span, to: Day, since: Moment) -> Plan {
    let end = end_of(span, to, since);
    // Where a time was said, somebody has to be found before it.
    let by = span.begins().filter(|by| *by > since).unwrap_or(end);
    let left = by.since(since);
    let today = to == local_date(since);
    let gap = if today {
        (30 * MINUTE).min(left / 4)
    } else if Some(to) == next_day(local_date(since)) {
        (3 * HOUR).min(left / 6)
    } else {
        DAY.min(left / 6)
    };
    // Out of the night, where that leaves time enough before the end.
    let awake = |at: Moment| {
        let moved = in_daytime(at);
        let fits = if today { moved.since(since) <= left / 2 } else { moved < by };
        let evening = evening_before(at).map(|evening| evening.max(since)).filter(|e| in_daytime(*e) == *e);
        match evening.filter(|_| !today && moved > at) {
            _ if fits => moved,
            // The morning is when it is over.
            Some(evening) => evening,
            // Asked in the night for what is over before the morning: nobody is woken.
            None if !today && moved > at => by,
            None => at.min(by),
        }
    };
    // The search through the neighbourhood takes no more than half of the time, so that the team has the other.
    let half = awake(since.plus(left / 2));
    let first = awake(since).min(half);
    let second = awake(first.plus(gap)).min(half);
    let third = awake(second.plus(gap)).min(half);
    let team = awake(third.plus(gap)).min(half);
    let ask = still_needed(to, today, team, by, awake);
    Plan { first, second, third, team, ask, end }
}

/// The evening before; where that is too soon after the team was asked, between the two. Where an hour is left or less,
/// together with it.
fn still_needed(to: Day, today: bool, team: Moment, end: Moment, awake: impl Fn(Moment) -> Moment) -> Moment {
    let evening = to.pred_opt().map(|d| local_day_start(d, 20)).filter(|_| !today);
    match evening {
        Some(evening) if evening.since(team) >= 3 * HOUR => evening,
        _ if end.since(team) <= HOUR => team,
        // That may be when it is over, or past midnight: then together with the team, too.
        _ => {
            Some(awake(team.plus(end.since(team) / 2))).filter(|at| *at < end && local_date(*at) <= to).unwrap_or(team)
        }
    }
}

/// The last evening hour before a moment in the night.
fn evening_before(at: Moment) -> Option<Moment> {
    let day = local_date(at);
    [Some(day), day.pred_opt()].into_iter().flatten().map(|d| local_day_start(d, 20)).find(|evening| *evening <= at)
}

fn next_day(day: Day) -> Option<Day> {
    day.checked_add_days(Days::new(1))
}

/// When the time of a request is over. Who asks for a time or a part of the day that is over has until ten in the evening, or else
/// until midnight; where the day is over, it ends at once.
fn end_of(span: Span, to: Day, since: Moment) -> Moment {
    let on_the_day = Span::default().on(to).end();
    let midnight = next_day(to).map(|d| local_day_start(d, 0).plus(-MINUTE));
    let ends = [span.end(), on_the_day, midnight];
    ends.into_iter().flatten().find(|end| *end > since).unwrap_or(since)
}

/// When a later date of a series begins to be looked for: six days ahead.
pub fn of_series(span: Span, since: Moment) -> Moment {
    let ahead = span.days.and_then(|(from, _)| from.checked_sub_days(Days::new(6)));
    ahead.map_or(since, |day| since.max(local_day_start(day, 9)))
}

/// Returns true if a request is about the day that it is now, or about the night that follows it: a message about it may come
/// in the evening, too.
pub fn about_today(span: Span, now: Moment) -> bool {
    let lasts = span.end().is_some_and(|end| now < end);
    span.days.is_some_and(|(_, to)| to == local_date(now) || lasts && now >= local_day_start(to, 0))
}

/// This moment, or the morning after it where it falls in a night that the request is not about.
pub fn fitting(span: Span, at: Moment) -> Moment {
    if about_today(span, at) { at } else { in_daytime(at) }
}

impl Plan {
    /// What is to be done now. `dated`: the request has a date.
    pub fn due(&self, progress: Progress, dated: bool, now: Moment) -> Due {
        if self.end <= now && (dated || progress.asked.is_some()) {
            return Due { lapse: true, ..Due::default() };
        }
        let come = self.rounds().iter().rev().find(|(_, at)| *at <= now).map_or(0, |(round, _)| *round);
        let ahead = come > progress.round;
        Due {
            round: Some(come.min(TEAM - 1)).filter(|r| *r > progress.round),
            team: ahead && come == TEAM,
            ask: self.ask <= now && progress.asked.is_none(),
            lapse: false,
        }
    }

    /// When the next step that was not done yet is to be done: in the past, where it is late.
    pub fn next(&self, progress: Progress) -> Moment {
        let round = self.rounds().into_iter().find(|(round, _)| *round > progress.round).map(|(_, at)| at);
        let ask = progress.asked.is_none().then_some(self.ask);
        [round, ask, Some(self.end)].into_iter().flatten().min().unwrap_or(self.end)
    }

    /// The first step after a moment: when to look again, where nothing can be done now.
    pub fn after(&self, now: Moment) -> Moment {
        let all = self.rounds().map(|(_, at)| at).into_iter().chain([self.ask, self.end]);
        all.filter(|at| *at > now).min().unwrap_or(self.end)
    }

    fn rounds(&self) -> [(i64, Moment); 4] {
        [(1, self.first), (2, self.second), (3, self.third), (TEAM, self.team)]
    }
}

/// The round that is done once a search began: a card is the first one, and for the team alone there is none.
pub fn first_round(audience: Audience) -> i64 {
    match audience {
        Audience::Group => 1,
        Audience::Quiet | Audience::Met => 0,
        Audience::Team => TEAM,
    }
}

/// How many neighbours are asked in a round.
pub fn how_many(round: i64) -> usize {
    if round >= 3 { 5 } else { 3 }
}

/// A neighbour who could be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Whether they helped with such a thing before.
    pub knows: bool,
    /// When they were last asked for anything.
    pub asked: Option<Moment>,
}

/// In which order they are asked: who helped with such a thing before, then who was not asked for longest; a draw between
/// equals.
pub fn in_order(mut candidates: Vec<Candidate>, seed: u64) -> Vec<PersonId> {
    candidates.sort_by_key(|c| (!c.knows, c.asked, draw(seed, c.person)));
    candidates.into_iter().map(|c| c.person).collect()
}

/// A number for this person that another seed makes another one (splitmix64).
fn draw(seed: u64, person: PersonId) -> u64 {
    let mut z = seed.wrapping_add(person.0.unsigned_abs().wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests;
