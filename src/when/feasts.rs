//! Days with a name: on a date, counted from Easter or as the nth weekday of a month, or in a table. The names and dates
//! stand with their sources in `dialogues/facts/feasts.toml`, which the program carries in itself.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::lex::Lex;
use super::ordinals::nth_in;
use super::reader::{Day, Reader, plus};
use super::token::tokens;

/// A day with a name, as the file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Feast {
    names: Vec<String>,
    date: Option<String>,
    unless: Option<(u32, i64)>,
    easter: Option<i64>,
    nth: Option<(i32, u32, u32)>,
    #[serde(default, deserialize_with = "days")]
    dates: Vec<NaiveDate>,
    source: String,
}

fn days<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<NaiveDate>, D::Error> {
    let texts = Vec::<String>::deserialize(from)?;
    texts.iter().map(|t| t.parse().map_err(|_| D::Error::custom(format!("{t} is no date")))).collect()
}

#[derive(Deserialize)]
struct File {
    feast: Vec<Feast>,
}

struct Table {
    feasts: Vec<Feast>,
    /// By the first word of a name: the words, and whose name it is.
    names: HashMap<String, Vec<(Vec<String>, usize)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // A file that can't be read is named by `problems`; the reader then knows no feast.
    let feasts = read().map_or_else(|_| Vec::new(), |file| file.feast);
    let mut names: HashMap<String, Vec<(Vec<String>, usize)>> = HashMap::new();
    for (n, feast) in feasts.iter().enumerate() {
        for name in &feast.names {
            let words: Vec<String> = tokens(name).into_iter().map(|t| t.word).collect();
            if let Some(first) = words.first() {
                names.entry(first.clone()).or_default().push((words.clone(), n));
            }
        }
    }
    Table { feasts, names }
});

fn read() -> Result<File, toml::de::Error> {
    toml::from_str(include_str!("../../dialogues/facts/feasts.toml"))
}

/// What is wrong with the file, for whoever changes it.
pub fn problems() -> Vec<String> {
    match read() {
        Err(e) => vec![format!("feasts.toml: {e}")],
        Ok(file) => file
            .feast
            .iter()
            .filter_map(|f| {
                let name = f.names.first().map_or("a feast without a name", String::as_str);
                let kinds = [f.date.is_some(), f.easter.is_some(), f.nth.is_some(), !f.dates.is_empty()];
                let one = kinds.iter().filter(|k| **k).count() == 1;
                let dated = f.dates.is_empty() && f.on(2027).is_none();
                (!one || dated || f.source.is_empty())
                    .then(|| format!("feasts.toml: {name} needs one date and a source"))
            })
            .collect(),
    }
}

/// What a day is called, by the first name that the file has for it; empty for an ordinary day.
pub fn feasts_on(day: NaiveDate) -> Vec<&'static str> {
    let here = |feast: &&Feast| {
        if feast.dates.is_empty() { feast.on(day.year()) == Some(day) } else { feast.dates.contains(&day) }
    };
    TABLE.feasts.iter().filter(here).filter_map(|f| f.names.first()).map(String::as_str).collect()
}

impl Feast {
    /// Its day in a year, if it has one. A feast that follows the moon can have two in a year: the first.
    fn on(&self, year: i32) -> Option<NaiveDate> {
        if let Some(date) = &self.date {
            let (month, day) = date.split_once('-')?;
            let date = NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
            return Some(match self.unless {
                Some((weekday, days)) if date.weekday().number_from_monday() == weekday => plus(date, days),
                _ => date,
            });
        }
        if let Some(days) = self.easter {
            return easter(year).map(|e| plus(e, days));
        }
        if let Some((n, weekday, month)) = self.nth {
            let weekday = Weekday::try_from(u8::try_from(weekday.checked_sub(1)?).ok()?).ok()?;
            return nth_in(NaiveDate::from_ymd_opt(year, month, 1)?, n, weekday);
        }
        self.dates.iter().find(|d| d.year() == year).copied()
    }

    /// The next one on or after a day.
    fn next(&self, day: NaiveDate) -> Option<NaiveDate> {
        if !self.dates.is_empty() {
            return self.dates.iter().find(|d| **d >= day).copied();
        }
        (0..3).filter_map(|n| self.on(day.year() + n)).find(|d| *d >= day)
    }
}

/// Easter Sunday, by the rule that Gauss, Meeus and Jones wrote down.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

impl Reader {
    /// A day with a name, and the year behind it.
    pub fn feast(&self, i: usize) -> Option<(Day, usize)> {
        let (first, after) = self.name_word(i)?;
        let mut best: Option<(usize, usize)> = None;
        for (words, feast) in TABLE.names.get(first)? {
            let mut j = after;
            // 'oud-en-nieuw', 'Maria-Hemelvaart'
            let hyphen = |j: usize| self.w(j) == "-" && self.glued(j) && self.glued(j + 1);
            let fits = words.iter().skip(1).all(|word| {
                match self.name_word(if hyphen(j) && word != "-" { j + 1 } else { j }) {
                    Some((w, next)) if w == word => {
                        j = next;
                        true
                    }
                    _ => false,
                }
            });
            if fits && best.is_none_or(|(_, end)| j > end) {
                best = Some((*feast, j));
            }
        }
        let (feast, next) = best?;
        // 'paas weekend' is more than a day, 'kerst-inn' is none.
        if self.w(next) == "-" && self.glued(next) && self.glued(next + 1) {
            return None;
        }
        let feast = TABLE.feasts.get(feast)?;
        if let Some((year, after)) = self.year_said(next) {
            return feast.on(year).map(|date| (Day::on(date), after));
        }
        feast.next(self.today()).map(|date| (Day::on(date), next))
    }

    /// Returns whether the name of a feast begins with this word.
    pub fn begins_feast(&self, i: usize) -> bool {
        TABLE.names.contains_key(self.w(i))
    }

    /// A word as names have it: '1e' is 'eerste'.
    fn name_word(&self, i: usize) -> Option<(&str, usize)> {
        let token = self.t.get(i)?;
        if matches!(token.lex, Lex::Digits(_)) {
            return match self.ordinal(i) {
                Some((1, next)) => Some(("eerste", next)),
                Some((2, next)) => Some(("tweede", next)),
                _ => None,
            };
        }
        Some((token.word.as_str(), i + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_moves() {
        for date in ["2000-04-23", "2008-03-23", "2011-04-24", "2026-04-05", "2027-03-28", "2038-04-25"] {
            assert_eq!(easter(day(date).year()), Some(day(date)));
        }
    }

    #[test]
    fn the_file_is_in_order() {
        assert_eq!(problems(), [] as [&str; 0]);
        for feast in &TABLE.feasts {
            assert!(feast.dates.is_sorted(), "{:?}", feast.names);
        }
    }

    #[test]
    fn a_day_is_called_by_its_name() {
        for (date, name) in [
            ("2026-12-26", Some("tweede kerstdag")),
            ("2027-03-29", Some("tweede paasdag")),
            ("2027-04-27", Some("koningsdag")),
            ("2026-11-24", None),
        ] {
            assert_eq!(feasts_on(day(date)).first().copied(), name, "{date}");
        }
    }

    #[test]
    fn the_kings_birthday_is_never_on_a_sunday() {
        let feast = TABLE.feasts.iter().find(|f| f.names.iter().any(|n| n == "koningsdag")).unwrap();
        assert_eq!(feast.on(2025), Some(day("2025-04-26")));
        assert_eq!(feast.on(2026), Some(day("2026-04-27")));
        assert_eq!(feast.on(2031), Some(day("2031-04-26")));
    }
}
