//! Makes one reading of the pieces of a sentence: the day and the time that belong together, in the right half of the day,
//! with the other way to read it, and what is to be said about it.

use chrono::{Datelike, NaiveDate, Timelike};

use super::clock::Clock;
use super::halves::{Chosen, one, two};
use super::lex::{Part, Unit};
use super::meaning::{Times, plain, point, point_at};
use super::parts::Hours;
use super::ranges::End;
use super::reader::{Day, Reader, Span, plus};
use super::rule::Repeat;
use super::scan::{Lead, Piece, What};
use super::{Point, Purpose, Reading, Unread};

/// The pieces that were chosen.
#[derive(Default)]
struct Chosens<'a> {
    day: Option<&'a Day>,
    span: Option<&'a Span>,
    repeat: Option<&'a Repeat>,
}

impl Reader {
    /// The reading of the pieces.
    pub fn compose(&self, pieces: Vec<Piece>) -> Result<Reading, Unread> {
        let place = self.place(&pieces);
        let mut reading = self.whole(&pieces).or_else(|| self.of_parts(&pieces)).ok_or(Unread::NoTime)??;
        reading.place = place;
        if let Some(other) = &mut reading.other {
            other.place = reading.place.clone();
        }
        self.note(&mut reading);
        Ok(reading)
    }

    /// Where the pieces stand, in bytes: from the first to the last.
    pub fn place(&self, pieces: &[Piece]) -> std::ops::Range<usize> {
        let at = |piece: Option<&Piece>, last: bool| {
            let token = piece.and_then(|p| self.t.get(if last { p.to.saturating_sub(1) } else { p.from }));
            token.map_or(0, |t| if last { t.to } else { t.from })
        };
        at(pieces.first(), false)..at(pieces.last(), true)
    }

    /// A piece that says everything by itself.
    fn whole(&self, pieces: &[Piece]) -> Option<Result<Reading, Unread>> {
        let day_said = pieces.iter().any(|p| matches!(p.what, What::Day(_) | What::Span(_) | What::Repeat(_)));
        let clock_said = pieces.iter().any(|p| matches!(p.what, What::Clock(_) | What::Clocks(..)));
        pieces.iter().find_map(|piece| match &piece.what {
            What::Missing => Some(Err(Unread::NoSuchDay)),
            What::Between(a, b) => Some(self.between(a, b)),
            What::Stretch(from, to) if !clock_said => Some(Ok(plain(point(*from), Some(point(*to))))),
            // 'nu' is little beside a day or a time.
            What::At(at) if !clock_said && (!day_said || piece.to - piece.from > 1) => {
                Some(Ok(plain(point(*at), None)))
            }
            _ => None,
        })
    }

    fn between(&self, a: &End, b: &End) -> Result<Reading, Unread> {
        let missing = [a, b].iter().any(|e| e.day.as_ref().is_some_and(|d| d.missing));
        let (Some(first), Some(last)) = (a.first(), b.first()) else { return Err(Unread::NoTime) };
        if missing {
            return Err(Unread::NoSuchDay);
        }
        let parted = |end: &End| end.hours.is_some() || end.clock.is_some_and(|c| c.part.is_some());
        let literal = self.purpose == Purpose::Any && parted(a) != parted(b);
        let time = |end: &End, is_end: bool| {
            let hint = end.hours.as_ref().map(|h| h.part);
            match (&end.clock, &end.hours) {
                // Beside a part of the day on the other side, calendars take the bare hour as it stands.
                (Some(clock), _) if literal && clock.part.is_none() && hint.is_none() => Some(clock.h * 60 + clock.m),
                (Some(clock), _) => Some(one(*clock, hint, self.purpose).at),
                (None, Some(hours)) => {
                    let (from, to) = self.lasts_from(hours);
                    Some(if is_end { to } else { from })
                }
                (None, None) => None,
            }
        };
        let last = if last < first { plus(last, 7) } else { last };
        let start = point_at(first, time(a, false));
        let end = point_at(last, time(b, true));
        Ok(plain(start, Some(end)))
    }

    fn of_parts(&self, pieces: &[Piece]) -> Option<Result<Reading, Unread>> {
        let (times, times_at) = self.times_said(pieces).map_or((None, None), |(t, at)| (Some(t), Some(at)));
        let mut chosen = Chosens::default();
        let mut best: Option<(usize, usize)> = None;
        for (n, piece) in pieces.iter().enumerate() {
            let is_day = match &piece.what {
                What::Day(_) | What::Repeat(_) => true,
                What::Span(span) => !span.weak || pieces.len() == 1,
                What::Hours(hours) => hours.day.is_some(),
                _ => false,
            };
            let excluded = piece.lead == Lead::Except
                && pieces.iter().any(|p| {
                    p.lead != Lead::Except && matches!(p.what, What::Day(_) | What::Repeat(_) | What::Span(_))
                });
            // 'Niet op vrijdag' alone is no answer to when.
            let excluded = excluded || piece.lead == Lead::Except && self.purpose != Purpose::Any && times_at.is_none();
            if !is_day || excluded {
                continue;
            }
            let cost = times_at.map_or(n, |at| self.apart(piece, at));
            // 'Zaterdag of zondag om twee uur': the first of the two.
            let second =
                n > 0 && best.is_some_and(|(b, _)| b + 1 == n) && self.is(piece.from.wrapping_sub(1), &["of", "or"]);
            if best.is_none_or(|(_, c)| cost < c && !second) {
                best = Some((n, cost));
            }
        }
        // Something that comes back is what the sentence is about, wherever it stands.
        let best = best.map(|(n, _)| self.narrowed(pieces, n)).map(|n| self.dated_one(pieces, n));
        let repeat_at = pieces
            .iter()
            .position(|p| matches!(p.what, What::Repeat(_)) && p.lead != Lead::Except)
            .or_else(|| pieces.iter().position(|p| matches!(p.what, What::Repeat(_))));
        let at = repeat_at.or(best);
        let own_day: Day;
        match at.and_then(|n| pieces.get(n)).map(|p| &p.what) {
            Some(What::Day(day)) => chosen.day = Some(day),
            Some(What::Span(span)) => chosen.span = Some(span),
            Some(What::Repeat(repeat)) => chosen.repeat = Some(repeat),
            Some(What::Hours(Hours { day: Some(day), .. })) => {
                own_day = day.clone();
                chosen.day = Some(&own_day);
            }
            _ => {}
        }
        if chosen.day.is_some_and(|d| d.missing) {
            return Some(Err(Unread::NoSuchDay));
        }
        if at.is_none() && times.is_none() {
            // 'Hoe ziet mijn dag eruit': today, where nothing else was said.
            return self.this_day().map(Ok);
        }
        // 'volgende week … dinsdag': a day within the week that was said before it.
        let within: Day;
        if let (Some(day), Some(week)) = (chosen.day, self.week_before(pieces, at)) {
            let date = Reader::weekday_from(week, day.date.weekday());
            if self.is_plain_weekday(pieces, at) {
                within = Day::on(date);
                chosen.day = Some(&within);
            }
        }
        if let Some(repeat) = chosen.repeat {
            return Some(self.coming_back(repeat.clone(), pieces, times));
        }
        // 'Vijf keer op dinsdag'
        let often = pieces.iter().any(|p| matches!(p.what, What::Times(_) | What::Weeks(_)));
        if let Some(day) = chosen.day.filter(|_| often) {
            let mut repeat = Repeat::weekly(day.date.weekday());
            repeat.begin = Some(day.date);
            return Some(self.coming_back(repeat, pieces, times));
        }
        let lead = at.and_then(|n| pieces.get(n)).map_or(Lead::None, |p| p.lead);
        Some(Ok(match (chosen.day, chosen.span) {
            (Some(day), _) if lead == Lead::Until && times.is_none() && day.date > self.today() => {
                plain(Point { day: self.today(), time: None }, Some(Point { day: day.date, time: None }))
            }
            (Some(day), _) => self.on_day(day, self.or_day(pieces, at, times), times),
            (None, Some(span)) => self.on_span(span, times),
            (None, None) => Reading { dated: false, ..self.undated(times?) },
        }))
    }

    /// How far apart a day and a time stand; a comma and a full stop part them more, and a day is said before its time.
    fn apart(&self, piece: &Piece, (from, to): (usize, usize)) -> usize {
        let (a, b, behind) = if piece.to <= from {
            (piece.to, from, 0)
        } else if piece.from >= to {
            (to, piece.from, 2)
        } else {
            return 0;
        };
        let signs: usize = (a..b)
            .map(|i| match self.w(i) {
                "." | "!" | "?" => 12,
                "," | ";" => 5,
                _ => 1,
            })
            .sum();
        let ruled_out = if piece.lead == Lead::Except { 100 } else { 0 };
        signs + behind + ruled_out
    }

    /// The times of the sentence, and the words in which they stand.
    fn times_said(&self, pieces: &[Piece]) -> Option<(Times, (usize, usize))> {
        let parts =
            || pieces.iter().filter_map(|p| if let What::Hours(hours) = &p.what { Some((hours, p)) } else { None });
        // 'Vanavond na het eten': the narrower of the two.
        let hours = parts().find(|(h, _)| h.own.is_some()).or_else(|| parts().next());
        let hint = hours.map(|(h, _)| h.part).filter(|p| *p != Part::Lunch);
        if let Some((from, to, piece)) =
            pieces.iter().find_map(|p| if let What::Clocks(a, b) = p.what { Some((a, b, p)) } else { None })
        {
            let (a, b) = two(from, to, hint, self.purpose);
            let other = a.other.map(|o| (Some(o), b.other));
            return Some((
                Times {
                    from: Some(a.at),
                    to: Some(b.at),
                    other,
                    open: a.open,
                    overnight: self.overnight(from, hint, a),
                },
                (piece.from, piece.to),
            ));
        }
        let clocks: Vec<(&Clock, &Piece)> =
            pieces.iter().filter_map(|p| if let What::Clock(c) = &p.what { Some((c, p)) } else { None }).collect();
        let first = clocks.iter().find(|(_, p)| p.lead != Lead::Until);
        let last = clocks.iter().find(|(_, p)| p.lead == Lead::Until);
        match (first, last) {
            (Some((from, piece)), Some((to, _))) => {
                let (a, b) = two(**from, **to, hint, self.purpose);
                let other = a.other.map(|o| (Some(o), b.other));
                Some((
                    Times { from: Some(a.at), to: Some(b.at), other, open: a.open, overnight: false },
                    (piece.from, piece.to),
                ))
            }
            (Some((from, piece)), None) => {
                let a = one(**from, hint, self.purpose);
                Some((
                    Times {
                        from: Some(a.at),
                        to: None,
                        other: a.other.map(|o| (Some(o), None)),
                        open: a.open,
                        overnight: self.overnight(**from, hint, a),
                    },
                    (piece.from, piece.to),
                ))
            }
            (None, Some((to, piece))) => {
                let b = one(**to, hint, self.purpose);
                Some((
                    Times {
                        from: None,
                        to: Some(b.at),
                        other: b.other.map(|o| (None, Some(o))),
                        open: b.open,
                        overnight: false,
                    },
                    (piece.from, piece.to),
                ))
            }
            (None, None) => {
                let (hours, piece) = hours?;
                let (from, to) = self.lasts_from(hours);
                Some((
                    Times { from: Some(from), to: Some(to), other: None, open: false, overnight: false },
                    (piece.from, piece.to),
                ))
            }
        }
    }

    /// Returns whether a time belongs to the night after the day that was said: 'vanavond om 12 uur', 'vannacht om 3 uur'.
    fn overnight(&self, clock: Clock, hint: Option<Part>, chosen: Chosen) -> bool {
        let late = matches!(clock.part.or(hint), Some(Part::Evening | Part::Night));
        // In the small hours, 'vannacht' is the night that it is.
        let small_hours = self.now.hour() < 6;
        let night = clock.part.is_none() && hint == Some(Part::Night) && chosen.at < 6 * 60 && !small_hours;
        // Calendars begin a day with its midnight; people end the day with it.
        if self.purpose == Purpose::Any && hint.is_none() && chosen.at < 60 {
            return false;
        }
        late && chosen.at < 60 && clock.h == 12 || chosen.at == 0 && clock.h == 0 && clock.m == 0 || night
    }

    /// 'Volgende maand 4 tot 23': of days within days, the fewer.
    fn narrowed(&self, pieces: &[Piece], at: usize) -> usize {
        let Some(What::Span(wide)) = pieces.get(at).map(|p| &p.what) else { return at };
        let narrower = |p: &Piece| match &p.what {
            What::Span(span) => {
                let within = wide.first <= span.first && span.last <= wide.last;
                let month =
                    wide.unit == Unit::Month && span.unit == Unit::Day && wide.first.month() == span.first.month();
                span != wide && (within || month)
            }
            What::Day(day) => p.lead == Lead::None && wide.first <= day.date && day.date <= wide.last,
            _ => false,
        };
        (at + 1..pieces.len()).find(|n| pieces.get(*n).is_some_and(narrower)).unwrap_or(at)
    }

    /// 'Zaterdagavond 12 december': the date, where it falls on the day that was named.
    fn dated_one(&self, pieces: &[Piece], at: usize) -> usize {
        let Some(What::Day(named)) =
            pieces.get(at).filter(|_| self.is_plain_weekday(pieces, Some(at))).map(|p| &p.what)
        else {
            return at;
        };
        let same = |n: &usize| matches!(pieces.get(*n).map(|p| &p.what), Some(What::Day(d)) if d.date.weekday() == named.date.weekday() && !d.missing);
        (0..pieces.len()).filter(|n| *n != at && !self.is_plain_weekday(pieces, Some(*n))).find(same).unwrap_or(at)
    }

    /// The Monday of a week that was said before the chosen piece.
    fn week_before(&self, pieces: &[Piece], at: Option<usize>) -> Option<NaiveDate> {
        pieces.iter().take(at?).rev().find_map(|p| match &p.what {
            What::Span(span)
                if span.unit == Unit::Week && !span.weak && Reader::days_between(span.first, span.last) == 6 =>
            {
                Some(span.first)
            }
            _ => None,
        })
    }
}
