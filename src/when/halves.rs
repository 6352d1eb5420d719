//! Which half of the day: 'drie uur' is in the afternoon, 'vijf tot zeven 's avonds' begins in the evening too. Times are
//! minutes of the day here.

use super::Purpose;
use super::clock::{Clock, Said};
use super::lex::Part;

const DAY: u32 = 1440;
const HALF: u32 = 720;

/// A time that was chosen, and the other it could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Minutes of the day.
    pub at: u32,
    /// The same in the other half of the day, where that was left open.
    pub other: Option<u32>,
    /// Left open so far that the other is as good, where this one has passed.
    pub open: bool,
}

fn minutes(clock: Clock) -> u32 {
    clock.h * 60 + clock.m
}

fn halves(clock: Clock) -> [u32; 2] {
    let early = minutes(clock) % HALF;
    [early, early + HALF]
}

/// The time in a part of the day. `None` if it doesn't fit there.
fn in_part(clock: Clock, part: Part) -> u32 {
    let [early, late] = halves(clock);
    match part {
        _ if clock.said == Said::Exactly => minutes(clock),
        Part::Morning => early,
        Part::Afternoon => late,
        // Twelve in the evening is midnight.
        Part::Evening if early < 60 => early,
        Part::Evening => late,
        Part::Night if early >= 6 * 60 => late,
        Part::Night => early,
        Part::Lunch if early >= 10 * 60 => early,
        Part::Lunch => late,
    }
}

/// Returns whether the half of the day is sure without further words.
fn is_sure(clock: Clock, purpose: Purpose) -> bool {
    match clock.said {
        Said::Exactly => true,
        Said::InDigits => purpose == Purpose::Any,
        Said::InWords | Said::Bare => false,
    }
}

/// What a neighbour means with a time alone.
fn usual(clock: Clock, purpose: Purpose) -> u32 {
    let [early, late] = halves(clock);
    if is_sure(clock, purpose) {
        return minutes(clock);
    }
    // People meet at eight in the evening; what is written in digits is more often meant as it stands.
    let evening = if purpose == Purpose::Activity && clock.said != Said::InDigits { 9 * 60 } else { 7 * 60 };
    if early < evening { late } else { early }
}

/// Returns whether people meet or help at this time. Nobody is asked whether half past two in the night was meant.
fn is_likely(at: u32, range: bool) -> bool {
    (7 * 60..=if range { 20 * 60 + 30 } else { 21 * 60 }).contains(&at)
}

/// One time.
pub fn one(clock: Clock, hint: Option<Part>, purpose: Purpose) -> Chosen {
    if let Some(part) = clock.part.or(hint) {
        return Chosen { at: in_part(clock, part), other: None, open: false };
    }
    let at = usual(clock, purpose);
    let two = clock.said != Said::Exactly;
    // Who writes '10:00' means that; '3:30' can be in the afternoon.
    let early = clock.said != Said::InDigits || clock.h < 9;
    let other = (at + HALF) % DAY;
    Chosen {
        at,
        other: (two && early && is_likely(other, false)).then_some(other),
        open: two && !is_sure(clock, purpose),
    }
}

/// From one time to another. What one side leaves open the other decides: as short as it can be.
pub fn two(from: Clock, to: Clock, hint: Option<Part>, purpose: Purpose) -> (Chosen, Chosen) {
    let parted = |c: Clock| c.part.or(hint).is_some();
    let exactly = |c: Clock| c.said == Said::Exactly;
    // Who counts to twenty-four on one side does so on the other; and who says in which part of the day, means both.
    let literal = purpose == Purpose::Any
        && !parted(from)
        && !parted(to)
        && (exactly(from) && from.h > 12 || exactly(to) && to.h > 12);
    let options = |clock: Clock, other: Clock, hint: Option<Part>| -> Vec<u32> {
        match clock.part.or(hint) {
            Some(part) => vec![in_part(clock, part)],
            None if exactly(clock) || literal => vec![minutes(clock)],
            None if is_sure(clock, purpose) && !parted(other) => vec![minutes(clock)],
            None => halves(clock).to_vec(),
        }
    };
    // A part of the day beside both belongs to the first, unless the second says its own.
    let froms = if to.part.is_some() { options(from, to, None) } else { options(from, to, hint) };
    let tos = options(to, from, None);
    let lasts = |a: u32, b: u32| match (b + DAY - a) % DAY {
        0 => DAY,
        n => n,
    };
    let open = froms.len() > 1 && tos.len() > 1;
    // 'Tussen 8 en 12' is over at noon: hardly anything lasts until midnight.
    let until_noon = to.h == 12 && to.m == 0 && (6..12).contains(&from.h);
    let first = if until_noon { minutes(from) } else { usual(from, purpose) };
    let froms: Vec<u32> = if open { vec![first] } else { froms };
    let pairs = froms.iter().flat_map(|a| tos.iter().map(|b| (*a, *b)));
    let (a, b) = pairs.min_by_key(|(a, b)| lasts(*a, *b)).unwrap_or((minutes(from), minutes(to)));
    // The other reading moves both.
    let other = (open && lasts(a, b) <= HALF && is_likely((a + HALF) % DAY, true))
        .then_some(((a + HALF) % DAY, (b + HALF) % DAY));
    (Chosen { at: a, other: other.map(|o| o.0), open }, Chosen { at: b, other: other.map(|o| o.1), open })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(h: u32, m: u32, said: Said, part: Option<Part>) -> Clock {
        Clock { part, ..Clock::new(h, m, said).unwrap() }
    }

    #[test]
    fn the_half_of_the_day() {
        let words = |h, part| one(clock(h, 0, Said::InWords, part), None, Purpose::Request).at / 60;
        assert_eq!((words(3, None), words(9, None), words(12, None)), (15, 9, 12));
        assert_eq!(
            (words(9, Some(Part::Evening)), words(12, Some(Part::Night)), words(1, Some(Part::Lunch))),
            (21, 0, 13)
        );
        let meeting = |h| one(clock(h, 0, Said::InWords, None), None, Purpose::Activity).at / 60;
        assert_eq!((meeting(8), meeting(10)), (20, 10));
    }

    #[test]
    fn one_side_decides_for_the_other() {
        let hours = |a: Clock, b: Clock, purpose| {
            let (a, b) = two(a, b, None, purpose);
            (a.at / 60, b.at / 60)
        };
        let bare = |h| clock(h, 0, Said::Bare, None);
        let evening = |h| clock(h, 0, Said::Bare, Some(Part::Evening));
        assert_eq!(hours(bare(7), evening(9), Purpose::Any), (19, 21));
        assert_eq!(hours(bare(10), bare(2), Purpose::Request), (10, 14));
        assert_eq!(hours(bare(2), bare(5), Purpose::Activity), (14, 17));
        assert_eq!(hours(bare(8), bare(12), Purpose::Activity), (8, 12));
        assert_eq!(hours(bare(8), bare(11), Purpose::Activity), (20, 23));
        assert_eq!(hours(clock(14, 0, Said::Exactly, None), bare(4), Purpose::Activity), (14, 16));
        assert_eq!(hours(clock(14, 0, Said::Exactly, None), bare(4), Purpose::Any), (14, 4));
    }
}
