//! Parts of the day: 'vanavond', ''s middags', 'vroeg in de ochtend', 'na de lunch'; and from when to when each lasts.

use chrono::{Timelike, Weekday};

use super::Purpose;
use super::lex::{Form, Lex, Part};
use super::reader::{Day, Reader, plus};

/// Early or late in a part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// 'Vroeg', 'begin'.
    Early,
    /// 'Laat', 'eind'.
    Late,
}

/// A part of the day as it was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Which part.
    pub part: Part,
    /// First and last minute of the day, where they have a measure of their own ('na de lunch').
    pub own: Option<(u32, u32)>,
    /// Early or late in it.
    pub shade: Option<Shade>,
    /// The day that was said in the same word ('vanavond').
    pub day: Option<Day>,
}

/// Stretches with a name of their own: words, and minutes of the day.
const STRETCHES: &[(&[&str], u32, u32)] = &[
    (&["na", "de", "lunch"], 13 * 60, 17 * 60),
    (&["na", "lunchtijd"], 13 * 60, 17 * 60),
    (&["after", "lunch"], 13 * 60, 17 * 60),
    (&["voor", "de", "lunch"], 11 * 60, 12 * 60),
    (&["tussen", "de", "middag"], 12 * 60, 13 * 60),
    (&["na", "schooltijd"], 15 * 60, 17 * 60),
    (&["na", "school"], 15 * 60, 17 * 60),
    (&["na", "het", "werk"], 17 * 60, 21 * 60),
    (&["na", "werktijd"], 17 * 60, 21 * 60),
    (&["na", "het", "eten"], 19 * 60, 22 * 60),
    (&["na", "het", "avondeten"], 19 * 60, 22 * 60),
    (&["na", "etenstijd"], 19 * 60, 22 * 60),
    (&["rond", "etenstijd"], 18 * 60, 19 * 60),
    (&["tegen", "etenstijd"], 17 * 60, 18 * 60),
    (&["etenstijd"], 18 * 60, 19 * 60),
    (&["onder", "kantooruren"], 9 * 60, 17 * 60),
    (&["tijdens", "kantooruren"], 9 * 60, 17 * 60),
    (&["onder", "kantoortijd"], 9 * 60, 17 * 60),
    (&["overdag"], 8 * 60, 18 * 60),
];

/// Wishes: 'goede avond' is no evening.
const WISHES: &[&str] = &[
    "goede",
    "goeie",
    "goeden",
    "fijne",
    "prettige",
    "leuke",
    "gezellige",
    "mooie",
    "fijn",
    "prettig",
    "goed",
    "een",
    "good",
    "nice",
    "lekkere",
];

impl Reader {
    /// A part of the day here.
    pub fn hours(&self, i: usize) -> Option<(Hours, usize)> {
        for (words, from, to) in STRETCHES {
            if let Some(next) = self.phrase(i, words) {
                return Some((Hours { part: Part::Afternoon, own: Some((*from, *to)), shade: None, day: None }, next));
            }
        }
        let today = || Some(Day::on(self.today()));
        let plain = |part, next| Some((Hours { part, own: None, shade: None, day: None }, next));
        let now = match self.w(i) {
            "vanochtend" | "vanmorgen" => Some(Part::Morning),
            "vanmiddag" | "vanmidag" | "vannamiddag" => Some(Part::Afternoon),
            "vanavond" | "vanavnd" | "vanaaf" | "tonight" | "vanaof" | "vnavond" => Some(Part::Evening),
            "vannacht" => Some(Part::Night),
            _ => None,
        };
        if let Some(part) = now {
            return Some((Hours { part, own: None, shade: None, day: today() }, i + 1));
        }
        if self.is(i, &["vroege", "late"]) && !self.follows(i, WISHES) {
            return self.part_word(i + 1).and_then(|part| plain(part, i + 2));
        }
        if self.is(i, &["deze", "this", "dezelfde"]) {
            let j = self.skip(i + 1, &["vroege", "late"]);
            let part = if self.w(j) == "morgen" { Some(Part::Morning) } else { self.part_word(j) };
            return part.map(|part| (Hours { part, own: None, shade: None, day: today() }, j + 1));
        }
        if self.is(i, &["afgelopen", "vorige", "last", "komende"]) {
            let day = plus(self.today(), if self.w(i) == "komende" { 0 } else { -1 });
            let part = self.part_word(i + 1);
            return part.map(|part| (Hours { part, own: None, shade: None, day: Some(Day::on(day)) }, i + 2));
        }
        if self.is(i, &["volgende", "next"]) {
            let part = if self.w(i + 1) == "morgen" { Some(Part::Morning) } else { self.part_word(i + 1) };
            let day = Some(Day::on(plus(self.today(), 1)));
            return part.map(|part| (Hours { part, own: None, shade: None, day }, i + 2));
        }
        if let Some((part, next)) = self.part_behind(i).filter(|_| self.w(i) != ",") {
            return plain(part, next);
        }
        if self.is(i, &["de", "the", "een", "elke", "iedere", "every"]) && !self.follows(i, WISHES) {
            let j = self.skip(i + 1, &["vroege", "late", "hele"]);
            let morning =
                self.is(j, &["morgen", "morgens"]) && (j > i + 1 || self.before(i) == "in" || self.w(i) != "de");
            if morning {
                return plain(Part::Morning, j + 1);
            }
            return self.part_word(j).filter(|_| self.w(i) != "een").and_then(|part| plain(part, j + 1));
        }
        // Behind a day: 'dinsdag avond', 'maandag morgen', 'morgen middag'; or all that was written.
        let day_before = i > 0
            && (matches!(self.lex(i - 1), Lex::Weekday(_, Form::Full | Form::Short) | Lex::Habit(_))
                || self
                    .follows(i, &["morgen", "vandaag", "gisteren", "overmorgen", "tomorrow", "yesterday", "gister"]));
        let risky_day = i > 0 && matches!(self.lex(i - 1), Lex::Weekday(..));
        if self.is(i, &["morgen", "vroeg"]) && day_before && !self.is(i + 1, &["in", "op", "'s"]) {
            return plain(Part::Morning, i + 1);
        }
        let part = self.part_word(i)?;
        let date_before =
            self.digits(i.wrapping_sub(1), 4).is_some() || matches!(self.lex(i.wrapping_sub(1)), Lex::Month(..));
        let alone = self.t.len() == 1;
        (day_before
            || risky_day
            || alone
            || i > 0 && date_before
            || self.glued(i) && i > 0 && !matches!(self.before(i), "-" | "'"))
        .then_some(())
        .filter(|()| !self.follows(i, WISHES))
        .and_then(|()| plain(part, i + 1))
    }

    /// 'Vroeg' or 'laat' beside a part of the day.
    pub fn shade(&self, from: usize, to: usize) -> Option<Shade> {
        (from.saturating_sub(4)..(to + 4).min(self.t.len())).find_map(|j| match self.w(j) {
            "vroeg" | "vroege" | "begin" | "early" => Some(Shade::Early),
            "laat" | "late" | "later" | "eind" | "einde" => Some(Shade::Late),
            _ => None,
        })
    }

    /// From when to when a part of the day lasts, in minutes of the day. Where nobody said what it is about, as calendars
    /// cut the day; for a request and an activity, as neighbours do.
    pub fn lasts_from(&self, hours: &Hours) -> (u32, u32) {
        if let Some(own) = hours.own {
            return own;
        }
        let calendar = self.purpose == Purpose::Any;
        let early_morning = self.now.hour() < 6;
        let (from, to) = match hours.part {
            Part::Morning if calendar => (8, 12),
            Part::Morning => (6, 12),
            Part::Afternoon if calendar => (12, 16),
            Part::Afternoon => (12, 18),
            Part::Evening if calendar => (16, 20),
            Part::Evening => (18, 23),
            Part::Night if hours.day.is_some() && early_morning => (0, 6),
            Part::Night if calendar => (20, 24),
            Part::Night => (23, 24),
            Part::Lunch => (12, 13),
        };
        let (from, to): (u32, u32) = (from * 60, to * 60);
        match hours.shade {
            Some(Shade::Early) => (from, to.min(from + 120)),
            Some(Shade::Late) => (from.max(to.saturating_sub(120)), to),
            None => (from, to),
        }
    }

    /// Monday to Friday.
    pub fn working_days() -> [Weekday; 5] {
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri]
    }
}
