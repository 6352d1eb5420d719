//! What comes back: 'elke dinsdag', 'om de week', 'iedere eerste maandag van de maand', 'doordeweeks'.

use chrono::Weekday;

use super::lex::{Form, Lex, Unit};
use super::parts::Hours;
use super::reader::Reader;
use super::rule::{Every, Repeat, Weeks};

/// What the grammar found, with the part of the day in it and the parity of the week.
pub type Found = (Repeat, Option<Hours>, usize);

/// Words before what comes back.
pub const EACH: &[&str] = &["elke", "elk", "iedere", "ieder", "every", "each", "alle"];

impl Reader {
    /// Something that comes back, here.
    pub fn repeat(&self, i: usize) -> Option<Found> {
        let found = [self.each(i), self.every_other(i), self.habit(i), self.adverb(i), self.times_per(i)];
        let (mut repeat, mut hours, mut next) = found.into_iter().flatten().max_by_key(|f| f.2)?;
        if hours.is_none()
            && let Some((h, after)) = self.hours(next)
            && h.day.is_none()
        {
            (hours, next) = (Some(h), after);
        }
        // 'elke dinsdag om de week', 'elke dinsdag in de even weken'
        if let Some(after) =
            self.phrase(next, &["om", "de", "week"]).or_else(|| self.phrase(next, &["om", "de", "andere", "week"]))
        {
            repeat.interval = 2;
            next = after;
        }
        let k = self.skip_all(next, &["in", "de", "op"]);
        if self.is(k, &["even", "oneven"]) && self.unit(k + 1) == Some(Unit::Week) {
            repeat.interval = 2;
            repeat.even_weeks = Some(self.w(k) == "even");
            next = k + 2;
        }
        Some((repeat, hours, next))
    }

    /// 'elke dinsdag en donderdag', 'iedere eerste maandag van de maand', 'elke twee weken', 'elke werkdag', 'elke avond'.
    fn each(&self, i: usize) -> Option<Found> {
        if !self.is(i, EACH) {
            return None;
        }
        let mut j = i + 1;
        let other = self.is(j, &["andere", "other"]);
        if other {
            j += 1;
        }
        let interval = if other { 2 } else { 1 };
        if self.is(j, &["werkdag", "weekdag", "werkdagen", "doordeweekse", "weekday"]) {
            let next = if self.w(j) == "doordeweekse" { j + 2 } else { j + 1 };
            return Some((self.on_days(&Reader::working_days(), 1), None, next));
        }
        if let Some((days, next)) = self.weekdays(j, true) {
            let mut repeat = self.on_days(&days, interval);
            // 'elke zaterdag van de maand' is every Saturday.
            let next = self.month_behind(next).unwrap_or(next);
            repeat.interval = interval;
            return Some((repeat, None, next));
        }
        // 'elke eerste en derde dinsdag van de maand'
        if let Some((n, k)) = self.ordinal(j) {
            let mut nths = vec![n];
            let mut k = k;
            while self.is(k, &["en", "and", ","])
                && let Some((more, after)) = self.ordinal(k + 1)
            {
                nths.push(more);
                k = after;
            }
            if let Lex::Weekday(weekday, _) = self.lex(k) {
                let next = self.weekday(k).map_or(k + 1, |(_, next)| next);
                let mut repeat = Repeat::new(Every::Month, 1);
                repeat.on = nths.into_iter().map(|n| (Some(n), weekday)).collect();
                return Some((repeat, None, self.month_behind(next).unwrap_or(next)));
            }
            if self.unit(k) == Some(Unit::Day) {
                let mut repeat = Repeat::new(Every::Month, 1);
                repeat.month_day = Some(n);
                return repeat.month_day.is_some().then_some((repeat, None, self.month_behind(k + 1).unwrap_or(k + 1)));
            }
            if let Some((day, month, next)) = self.month_day(j) {
                let mut repeat = Repeat::new(Every::Year, 1);
                (repeat.month, repeat.month_day) = (Some(month), i32::try_from(day).ok());
                return Some((repeat, None, next));
            }
            let mut repeat = Repeat::new(Every::Month, 1);
            repeat.month_day = Some(n);
            let next = self.month_behind(k);
            return (next.is_some() || matches!(self.lex(j), Lex::Digits(_))).then_some((
                repeat,
                None,
                next.unwrap_or(k),
            ));
        }
        if let Some((hours, next)) = self.hours(i).filter(|(_, next)| *next > j) {
            return Some((Repeat::new(Every::Day, 1), Some(hours), next));
        }
        if self.is(j, &["half", "halve"]) && self.unit(j + 1) == Some(Unit::Year) {
            return self.with_days(Repeat::new(Every::Month, 6), j + 2);
        }
        let (n, k) = self.number(j).unwrap_or((interval, j));
        let repeat = self.unit_repeat(self.unit(k)?, n)?;
        // 'elke week op dinsdag', 'elke maand op de 15e', 'elke week dinsdag'
        self.with_days(repeat, k + 1)
    }

    fn month_behind(&self, i: usize) -> Option<usize> {
        let j = self.skip_all(i, &["van", "in", "of", "the", "de", "elke", "iedere", "every"]);
        (j > i && self.unit(j) == Some(Unit::Month)).then_some(j + 1)
    }

    fn with_days(&self, mut repeat: Repeat, next: usize) -> Option<Found> {
        let k = self.skip_all(next, &["op", "on", "de", "the", ","]);
        match repeat.every {
            Every::Week => {
                if let Some((days, after)) = self.weekdays(k, false) {
                    repeat.on = days.into_iter().map(|d| (None, d)).collect();
                    return Some((repeat, None, after));
                }
            }
            Every::Month => {
                if let Some((n, after)) = self.ordinal(k) {
                    if let Some((weekday, after)) = self.weekday(after) {
                        repeat.on = vec![(Some(n), weekday)];
                        return Some((repeat, None, after));
                    }
                    repeat.month_day = Some(n);
                    return Some((repeat, None, after));
                }
            }
            Every::Year => {
                if let Some((day, month, after)) = self.month_day(k) {
                    (repeat.month, repeat.month_day) = (Some(month), i32::try_from(day).ok());
                    return Some((repeat, None, after));
                }
            }
            Every::Hour | Every::Day => {}
        }
        Some((repeat, None, next))
    }

    fn unit_repeat(&self, unit: Unit, n: u32) -> Option<Repeat> {
        if n == 0 || n > 99 {
            return None;
        }
        Some(match unit {
            Unit::Hour => Repeat::new(Every::Hour, n),
            Unit::Day if n.is_multiple_of(7) => Repeat::new(Every::Week, n / 7),
            Unit::Day => Repeat::new(Every::Day, n),
            Unit::Week => Repeat::new(Every::Week, n),
            Unit::Month => Repeat::new(Every::Month, n),
            Unit::Quarter => Repeat::new(Every::Month, n * 3),
            Unit::Year => Repeat::new(Every::Year, n),
            Unit::Weekend => self.on_days(&[Weekday::Sat, Weekday::Sun], n),
            Unit::Second | Unit::Minute | Unit::QuarterHour | Unit::Decade => return None,
        })
    }

    fn on_days(&self, days: &[Weekday], interval: u32) -> Repeat {
        let mut repeat = Repeat::new(Every::Week, interval);
        repeat.on = days.iter().map(|d| (None, *d)).collect();
        repeat
    }

    /// 'om de week', 'om de andere dinsdag', 'om de twee weken', 'dinsdag om de week', 'eens per maand'.
    fn every_other(&self, i: usize) -> Option<Found> {
        if let Some((weekday, next)) = self.weekday(i) {
            let part = self.part_word(next).map(|part| Hours { part, own: None, shade: None, day: None });
            let next = if part.is_some() { next + 1 } else { next };
            let after = self
                .phrase(next, &["om", "de", "week"])
                .or_else(|| self.phrase(next, &["om", "de", "andere", "week"]))?;
            return Some((self.on_days(&[weekday], 2), part, after));
        }
        let j = self.phrase(i, &["om", "de"])?;
        let j = self.skip(j, &["andere"]);
        if let Some((weekday, next)) = self.weekday(j) {
            return Some((self.on_days(&[weekday], 2), None, next));
        }
        let (n, k) = self.number(j).unwrap_or((2, j));
        let repeat = self.unit_repeat(self.unit(k)?, n)?;
        self.with_days(repeat, k + 1)
    }

    /// 'maandags', 's zondags', 'op dinsdagen', 'doordeweeks', 'door de week', 'in de weekenden', 'op werkdagen'.
    fn habit(&self, i: usize) -> Option<Found> {
        // 'maandag en woensdag': those two, once.
        if matches!(self.lex(i), Lex::Weekday(..)) {
            let named = self.weekday(i)?.1;
            let listed =
                self.is(named, &["en", "and", "&", "+", ",", "/"]) || self.w(named) == "-" && self.w(named + 1) == "en";
            let (days, next) = self.weekdays(i, false).filter(|(days, _)| listed && days.len() > 1)?;
            let mut repeat = self.on_days(&days, 1);
            // 'Twee keer per week, dinsdag en vrijdag' goes on.
            let weekly = (1..i).rev().take(4).any(|k| self.unit(k) == Some(Unit::Week) && self.before(k) == "per");
            repeat.count = u32::try_from(days.len()).ok().filter(|_| !weekly);
            // With a date behind a day, they are two dates.
            return (self.month_day(next).is_none() && self.in_numbers(next).is_none()).then_some((repeat, None, next));
        }
        // 'in de even weken op maandag'
        if self.is(i, &["even", "oneven"]) && self.unit(i + 1) == Some(Unit::Week) {
            let mut found = self.with_days(Repeat::new(Every::Week, 2), i + 2)?;
            found.0.even_weeks = Some(self.w(i) == "even");
            return Some(found);
        }
        // 'de 1e van elke maand'
        if let Some((n, j)) = self.ordinal(i)
            && self.w(j) == "van"
            && self.is(j + 1, EACH)
            && self.unit(j + 2) == Some(Unit::Month)
        {
            let mut repeat = Repeat::new(Every::Month, 1);
            repeat.month_day = Some(n).filter(|n| (1..=31).contains(n));
            return repeat.month_day.is_some().then_some((repeat, None, j + 3));
        }
        // 'zes dinsdagen'
        if let Some((n @ 2..=60, j)) = self.number(i)
            && let Lex::Habit(day) = self.lex(j)
        {
            let count = Some(n);
            return Some((Repeat { count, ..Repeat::weekly(day) }, None, j + 1));
        }
        // '1e en 3e dinsdag van de maand'
        if let Some((n, j)) = self.ordinal(i)
            && self.is(j, &["en", "and"])
            && let Some((more, j)) = self.ordinal(j + 1)
            && let Lex::Weekday(weekday, Form::Full | Form::Short) = self.lex(j)
        {
            let mut repeat = Repeat::new(Every::Month, 1);
            repeat.on = vec![(Some(n), weekday), (Some(more), weekday)];
            return Some((repeat, None, self.month_behind(j + 1).unwrap_or(j + 1)));
        }
        let week = |next| Some((self.on_days(&Reader::working_days(), 1), None, next));
        if self.w(i) == "doordeweekse" {
            return week(if self.unit(i + 1) == Some(Unit::Day) { i + 2 } else { i + 1 });
        }
        if self.is(i, &["doordeweeks", "werkdagen", "weekdagen", "weekdays"]) {
            return week(i + 1);
        }
        if let Some(next) = self.phrase(i, &["door", "de", "week"]) {
            return week(next);
        }
        if self.is(i, &["weekenden", "weekends", "weekeinden"]) {
            return Some((self.on_days(&[Weekday::Sat, Weekday::Sun], 1), None, i + 1));
        }
        // 'Twee zondagen' are two, and no more.
        let counted = i > 0 && self.number(i - 1).is_some();
        let Lex::Habit(_) = self.lex(i) else { return None };
        if counted {
            return None;
        }
        let (days, next) = self.weekdays(i, true)?;
        Some((self.on_days(&days, 1), None, next))
    }

    /// 'wekelijks op dinsdag', 'dagelijks', 'maandelijks', 'tweewekelijks'.
    fn adverb(&self, i: usize) -> Option<Found> {
        let repeat = match self.w(i) {
            "dagelijks" | "daily" | "dagelijkse" => Repeat::new(Every::Day, 1),
            "wekelijks" | "weekly" | "wekelijkse" => Repeat::new(Every::Week, 1),
            "tweewekelijks" | "tweewekelijkse" | "veertiendaags" | "fortnightly" => Repeat::new(Every::Week, 2),
            "maandelijks" | "monthly" | "maandelijkse" => Repeat::new(Every::Month, 1),
            "jaarlijks" | "yearly" | "jaarlijkse" => Repeat::new(Every::Year, 1),
            _ => return None,
        };
        self.with_days(repeat, i + 1)
    }

    /// 'een keer per week', 'eens in de twee weken', '1x per maand'; 'twee keer per week' names no days.
    fn times_per(&self, i: usize) -> Option<Found> {
        let j = if self.w(i) == "eens" {
            i + 1
        } else {
            let (1, next) = self.number(i)? else { return None };
            if !self.is(next, &["keer", "x", "maal"]) {
                return None;
            }
            next + 1
        };
        let (n, k) = if self.is(j, &["per", "in"]) {
            let k = self.skip(j + 1, &["de", "het"]);
            self.number(k).unwrap_or((1, k))
        } else {
            return None;
        };
        let repeat = self.unit_repeat(self.unit(k)?, n)?;
        self.with_days(repeat, k + 1)
    }

    /// Names of days in a row: 'maandag, woensdag en vrijdag', 'ma t/m vr'.
    fn weekdays(&self, i: usize, habit: bool) -> Option<(Vec<Weekday>, usize)> {
        let one = |j: usize| match self.lex(j) {
            Lex::Habit(day) if habit => Some((day, j + 1)),
            Lex::Weekday(day, form)
                if form != Form::Risky || j > i || self.follows(j, EACH) || self.weekday(j).is_some() =>
            {
                Some((day, if self.w(j + 1) == "." && self.glued(j + 1) && form != Form::Full { j + 2 } else { j + 1 }))
            }
            _ => None,
        };
        let (first, mut next) = one(i)?;
        let mut days = vec![first];
        loop {
            let last = days.last().copied().unwrap_or(first);
            // 'maandag- en woensdagochtend'
            let hyphen = self.w(next) == "-" && self.is(next + 1, &["en", "and", ","]);
            next += usize::from(hyphen);
            let through = self.is(next, &["t/m", "tm", "-", "tot"]);
            let j = if through || self.is(next, &["en", "and", ",", "&", "+", "/"]) {
                let tot = self.phrase(next, &["tot", "en", "met"]).unwrap_or(next + 1);
                self.skip_all(tot, &["en", "op", "elke", "iedere"])
            } else {
                return Some((days, next));
            };
            let Some((day, after)) = one(j) else { return Some((days, next)) };
            if through {
                let mut step = last.succ();
                while step != day && days.len() < 7 {
                    days.push(step);
                    step = step.succ();
                }
            }
            if !days.contains(&day) {
                days.push(day);
            }
            next = after;
        }
    }

    /// 'zes weken lang', '5 keer', 'tien lessen': how often in all.
    pub fn times(&self, i: usize) -> Option<(Result<u32, Weeks>, usize)> {
        let (n, next) = self.number(i).filter(|(n, _)| (1..=99).contains(n))?;
        if n > 1
            && self.is(
                next,
                &["keer", "x", "maal", "lessen", "bijeenkomsten", "times", "avonden", "ochtenden", "middagen"],
            )
            && self.w(next + 1) != "per"
        {
            return Some((Ok(n), next + 1));
        }
        let weeks = self.unit(next) == Some(Unit::Week);
        (weeks && self.is(next + 1, &["lang", "achter", "achtereen", "long"])).then(|| (Err(Weeks(n)), next + 2))
    }
}
