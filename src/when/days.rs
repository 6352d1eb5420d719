//! One day, as people name it: 'zaterdag', 'volgende week woensdag', '5 dec', '22-4', 'de 15e', 'overmorgen',
//! 'de eerste vrijdag van juli', 'de dag na Koningsdag'.

use chrono::{Datelike, NaiveDate, Weekday};

use super::lex::{Form, Lex, Part, Unit};
use super::reader::{Day, Reader, first_of, plus, plus_months};

/// Words before a day in this very week or the first to come.
pub const COMING: &[&str] = &[
    "komende",
    "komend",
    "aanstaande",
    "aankomende",
    "aankomend",
    "as",
    "eerstvolgende",
    "eerstkomende",
    "coming",
    "aanstaand",
    "toekomende",
];
/// Words before what comes after this one.
pub const NEXT: &[&str] = &["volgende", "volgend", "next"];
/// Words before this one.
pub const THIS: &[&str] =
    &["deze", "dit", "huidige", "this", "current", "lopende", "die", "dat", "dezelfde", "hetzelfde"];
/// Words before the one that is over.
pub const PAST: &[&str] = &[
    "vorige",
    "vorig",
    "afgelopen",
    "verleden",
    "last",
    "laatst",
    "previous",
    "jongstleden",
    "voorbije",
    "voorgaande",
    "voorbij",
];

impl Reader {
    /// A day here.
    pub fn day(&self, i: usize) -> Option<(Day, usize)> {
        let weak_day = self.feast(i);
        [
            self.named_day(i),
            self.in_words(i),
            self.in_numbers(i),
            self.nth_weekday(i),
            self.of_the_month(i),
            self.in_said_month(i),
            self.relative(i),
            self.beside(i),
            weak_day,
        ]
        .into_iter()
        .flatten()
        .max_by_key(|(_, next)| *next)
    }

    /// The name of a day here, where it is one and no other word ('zo', 'ma', 'vrij').
    pub fn weekday(&self, i: usize) -> Option<(Weekday, usize)> {
        let Lex::Weekday(day, form) = self.lex(i) else { return None };
        let dot = self.w(i + 1) == "." && self.glued(i + 1);
        let next = if dot && form != Form::Full { i + 2 } else { i + 1 };
        if form != Form::Risky {
            return Some((day, next));
        }
        let before = self.follows(i, &["op", "elke", "iedere", "t/m", "week", "as", "on"])
            || self.follows(i, COMING)
            || self.follows(i, NEXT)
            || self.follows(i, PAST)
            || self.follows(i, THIS) && self.w(i) != "zo";
        let behind = self.date_or_time_behind(next)
            || self.is(next, &["as", "t/m"])
            || self.is(next, COMING)
            || self.is(next, &["ochtend", "middag", "avond"]);
        let list = |j: usize| matches!(self.lex(j), Lex::Weekday(..)) && j != i;
        let through = |j: usize| self.phrase(j, &["tot", "en", "met"]);
        let listed = self.is(i + 1, &["en", "-", "of", "/", "tot", "&", ",", "+"]) && list(i + 2)
            || self.follows(i, &["en", "-", "of", "/", "tot", "&", "t/m", ",", "+"]) && list(i.wrapping_sub(2))
            || through(i + 1).is_some_and(list)
            || i >= 4 && through(i - 3).is_some() && list(i - 4);
        let alone = self.t.len() == 1 || self.t.len() == 2 && dot;
        let unsure_words =
            matches!(self.w(i), "zo" | "do" | "di" | "ma" | "zat" | "don" | "zon" | "sun" | "vrij" | "din");
        // 'op zo een dag'
        let such = self.w(i) == "zo" && self.before(i) == "op" && !self.is(next, &["", ".", ","]);
        let shortened = dot && (!unsure_words || next == self.t.len());
        (behind || listed || alone || shortened || before && !such).then_some((day, next))
    }

    fn date_or_time_behind(&self, i: usize) -> bool {
        let j = self.skip(i, &[","]);
        let date = self.in_numbers(j).is_some() || self.month_day(j).is_some();
        let k = self.skip_all(j, &["om", "van", "vanaf", "at", "tussen"]);
        // 'zo om 3 uur' is soon, 'zo. 15:00' is Sunday.
        let time = (k == j || self.w(i.wrapping_sub(1)) != "zo") && self.clock(k).is_some();
        let range = self.digits(j, 2).is_some() && self.is(j + 1, &["-", "tot"]) && self.digits(j + 2, 2).is_some();
        let part = self.is(j, &["'s"]);
        date || time || range || part
    }

    /// 'volgende week vrijdag', 'zaterdag 28 november', 'dinsdag over een week', 'vrijdag a.s.'.
    fn named_day(&self, i: usize) -> Option<(Day, usize)> {
        let today = self.today();
        // A week said before the day: 'volgende week op vrijdag', 'over twee weken dinsdag', 'week 40 maandag'.
        if let Some((monday, j)) = self.week_said(i) {
            let k = self.skip_all(j, &["op", "on", ",", "de", "'s"]);
            if let Some((weekday, next)) = self.weekday(k) {
                let date = Reader::weekday_from(monday, weekday);
                let next = self.named_date(weekday, next).map_or((Day::on(date), next), |found| found);
                return Some(next);
            }
        }
        let coming = self.is(i, COMING);
        let next_one = self.is(i, NEXT);
        let this = self.is(i, THIS) && !self.is(i, &["die", "dat"]);
        // 'Laatste vrijdag' is over; 'laatste vrijdag van juli' was read elsewhere.
        let past = self.is(i, PAST) || self.w(i) == "laatste";
        let k = if coming || next_one || this || past { i + 1 } else { i };
        let k = if self.w(k) == "." && self.w(i) == "as" { k + 1 } else { k };
        let (weekday, j) = self.weekday(k)?;
        let soonest = Reader::weekday_from(plus(today, 1), weekday);
        if k > i && next_one {
            let date = Reader::weekday_from(plus(Reader::monday(today), 7), weekday);
            let other = (soonest != date).then_some(soonest);
            return Some((Day { other, ..Day::on(date) }, j));
        }
        if k > i && past {
            return Some((Day::on(Reader::weekday_from(plus(today, -7), weekday)), j));
        }
        if k > i && this {
            return Some((Day::on(Reader::weekday_from(today, weekday)), j));
        }
        if let Some(found) = self.named_date(weekday, j) {
            return Some(found);
        }
        // What is said behind the day.
        let b = self.skip(j, &[",", "in", "van", "of"]);
        if self.is(b, COMING) && !matches!(self.unit(b + 1), Some(Unit::Week | Unit::Month)) {
            let next = if self.w(b + 1) == "." { b + 2 } else { b + 1 };
            return Some((Day::on(soonest), next));
        }
        if self.is(b, &["jl", "jongstleden", "ll"]) {
            let date = Reader::weekday_from(plus(today, -7), weekday);
            return Some((Day::on(date), if self.w(b + 1) == "." { b + 2 } else { b + 1 }));
        }
        if let Some((monday, next)) = self.week_said(b)
            && !self.is(b, &["over"])
        {
            return Some((Day::on(Reader::weekday_from(monday, weekday)), next));
        }
        if self.w(b) == "over"
            && let Some((length, next)) = self.length(b + 1)
            && length.is_days()
        {
            return Some((Day::on(length.after(Reader::weekday_from(today, weekday))), next));
        }
        // 'maandag' on a Monday is the next one; today is the other reading.
        let other = (weekday == today.weekday()).then_some(today);
        Some((Day { other, ..Day::on(soonest) }, j))
    }

    /// The date behind the name of a day; the date wins where the two differ.
    fn named_date(&self, weekday: Weekday, i: usize) -> Option<(Day, usize)> {
        let j = self.skip_all(i, &[",", "de", "den", "the", "op"]);
        let year_less = |d: &Day| d.date.weekday() != weekday;
        if let Some((day, next)) = self.in_words(j) {
            // Without a year, the year in which the day has that name, if it is near.
            let not = (year_less(&day) && !day.missing).then_some(weekday);
            return Some((Day { not, ..day }, next));
        }
        if let Some((day, next)) = self.in_numbers(j) {
            // 'maandag 11-4' where 11 April is no Monday: from eleven to four.
            let hours = self.digits(j, 2).is_some_and(|h| h <= 24) && self.w(j + 1) == "-" && next == j + 3;
            let other_day = hours && year_less(&day);
            return (!other_day).then_some((day, next));
        }
        // 'zaterdag 28', 'zaterdag de 28e': where that day is a Saturday soon.
        let (n, next) = match self.ordinal(j) {
            Some((n @ 1..=31, next)) => (n as u32, next),
            Some(_) => return None,
            None => {
                let next = j + 1;
                let full_stop = self.w(next) == "." && !self.glued(next + 1);
                let clock = self.unit(next).is_some()
                    || !full_stop && self.is(next, &[":", ".", "-", "tot", "t/m", "pm", "am", "'", "/", "uur"])
                    || self.w(next) == "en"
                        && !matches!(self.lex(next + 1), Lex::Weekday(..))
                        && self.month_day(next + 1).is_none();
                (self.digits(j, 2).filter(|n| (1..=31).contains(n) && !clock && !self.counts_things(next))?, next)
            }
        };
        let mut month = first_of(self.today());
        // 'Vrijdag de dertiende' may take a while; 'zaterdag 28' is soon.
        let months = if self.ordinal(j).is_some() { 14 } else { 3 };
        for _ in 0..months {
            let date = month.with_day(n).filter(|d| *d >= self.today() && d.weekday() == weekday);
            if let Some(date) = date {
                return Some((Day::on(date), next));
            }
            month = plus_months(month, 1);
        }
        None
    }

    /// The Monday of a week that is said: 'volgende week', 'deze week', 'over twee weken', 'week 40'.
    pub fn week_said(&self, i: usize) -> Option<(NaiveDate, usize)> {
        let monday = Reader::monday(self.today());
        if self.w(i) == "over"
            && let Some((length, next)) = self.length(i + 1)
            && matches!(self.unit(next - 1), Some(Unit::Week))
        {
            return Some((Reader::monday(length.after(monday)), next));
        }
        if let Some(found) = self.numbered_week(i) {
            return Some(found);
        }
        // 'in de week van 5 maart op vrijdag'
        if let Some((week, next)) = self.week_of(i).filter(|(s, _)| s.unit == Unit::Week) {
            return Some((week.first, next));
        }
        let j = self.skip(i, &["in", "de"]);
        let weeks = if self.is(j, NEXT) || self.is(j, COMING) {
            7
        } else if self.is(j, THIS) {
            0
        } else if self.is(j, PAST) {
            -7
        } else {
            return None;
        };
        (self.unit(j + 1) == Some(Unit::Week)).then(|| (plus(monday, weeks), j + 2))
    }

    /// 'vandaag', 'morgen', 'overmorgen', 'de volgende dag'; 'morgen' is no day in 'goede morgen' and 's morgens.
    fn relative(&self, i: usize) -> Option<(Day, usize)> {
        let today = self.today();
        let found = |days, next| Some((Day::on(plus(today, days)), next));
        if self.w(i) == "later" && self.is(i + 1, &["vandaag", "today"]) {
            return found(0, i + 2);
        }
        if let Some(next) =
            self.phrase(i, &["dag", "na", "morgen"]).or_else(|| self.phrase(i, &["day", "after", "tomorrow"]))
        {
            return found(2, next);
        }
        let (date, next) = match self.w(i) {
            "vandaag" | "heden" | "today" | "vandaaag" | "straks" | "zometeen" | "dadelijk" => (today, i + 1),
            "overmorgen" | "overmorge" | "overmrgn" => (plus(today, 2), i + 1),
            "gisteren" | "gister" | "yesterday" => (plus(today, -1), i + 1),
            "eergisteren" | "eergister" => (plus(today, -2), i + 1),
            "tomorrow" | "morge" | "mrgn" | "tmrw" => (plus(today, 1), i + 1),
            "morgen" => {
                let day_before = matches!(self.lex(i.wrapping_sub(1)), Lex::Weekday(..) | Lex::Habit(_));
                let part = self.is(
                    i.wrapping_sub(1),
                    &[
                        "'s", "s", "de", "deze", "der", "goede", "goeie", "goeden", "in", "vroege", "late", "elke",
                        "iedere", "goed", "ieder",
                    ],
                );
                if part || day_before && i > 0 {
                    return None;
                }
                (plus(today, 1), i + 1)
            }
            word if (PAST.contains(&word) || word == "laatste") && self.w(i + 1) == "dag" => (plus(today, -1), i + 2),
            word if NEXT.contains(&word) && self.unit(i + 1) == Some(Unit::Day) && self.w(i + 1) != "dagen" => {
                (plus(today, 1), i + 2)
            }
            _ => return None,
        };
        // 'morgen over een week', 'vandaag over veertien dagen'.
        if self.w(next) == "over"
            && let Some((length, after)) = self.length(next + 1)
            && length.is_days()
        {
            return Some((Day::on(length.after(date)), after));
        }
        Some((Day::on(date), next))
    }

    /// 'de dag na Koningsdag', 'de zaterdag voor kerst', 'de dag voor 5 december'.
    fn beside(&self, i: usize) -> Option<(Day, usize)> {
        let weekday = self.weekday(i);
        let j = match weekday {
            Some((_, next)) => next,
            None if self.unit(i) == Some(Unit::Day) => i + 1,
            None => return None,
        };
        if let Some(later) = self.after_that(j).filter(|_| weekday.is_none() && self.w(i) == "dag") {
            return Some((Day::on(plus(self.today(), if later { 1 } else { -1 })), j + 1));
        }
        let later = match self.w(j) {
            "na" | "after" => true,
            "voor" | "before" => false,
            _ => return None,
        };
        let k = self.skip_all(j + 1, &["de", "the", "het"]);
        let (day, next) = self.dated(k)?;
        let date = match weekday {
            None => plus(day.date, if later { 1 } else { -1 }),
            Some((weekday, _)) if later => Reader::weekday_from(plus(day.date, 1), weekday),
            Some((weekday, _)) => Reader::weekday_from(plus(day.date, -7), weekday),
        };
        Some((Day { date, ..day }, next))
    }

    /// 'erna', 'daarop': is it later? 'Ervoor' is not. `None` if no such word stands there.
    pub fn after_that(&self, i: usize) -> Option<bool> {
        match self.w(i) {
            "erna" | "daarna" | "erop" | "daarop" | "hierna" => Some(true),
            "ervoor" | "daarvoor" | "hiervoor" => Some(false),
            _ => None,
        }
    }

    /// 'de avond voor kerst'.
    pub fn eve(&self, i: usize) -> Option<(Part, Day, usize)> {
        let i = self.skip(i, &["de", "the"]);
        let part = self.part_word(i).filter(|_| self.is(i + 1, &["voor", "before"]))?;
        let (day, next) = self.dated(self.skip_all(i + 2, &["de", "the", "het"]))?;
        Some((part, Day { date: plus(day.date, -1), ..day }, next))
    }

    /// A day that doesn't depend on the day of the week.
    fn dated(&self, k: usize) -> Option<(Day, usize)> {
        self.in_words(k).or_else(|| self.in_numbers(k)).or_else(|| self.feast(k)).or_else(|| self.relative(k))
    }
}
