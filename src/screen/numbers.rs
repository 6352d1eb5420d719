//! Numbers that residents may need, from a file of facts with source and date. Wrong ones are worse than none: the check says
//! which entries nobody looked at for a year.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::{TEAM_PHONE, the_team};
use crate::model::{Html, Language, Neighbourhood};
use crate::text::{Arg, texts};

/// Days after which an entry has to be looked at again.
const GOOD_FOR: u64 = 365;

/// One number.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Number {
    /// What one dials.
    number: String,
    /// What it is for.
    name: Words,
    /// When somebody answers.
    hours: Words,
    /// The public page that says so.
    source: String,
    /// Is it there for children?
    #[serde(default)]
    children: bool,
    /// Did somebody compare it with the organisation's own page?
    seen: bool,
    /// The day up to which that page vouches for it, YYYY-MM-DD; empty where nobody knows.
    checked: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    nl: String,
    en: String,
}

impl Words {
    fn of(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    number: Vec<Number>,
}

const SOURCE: &str = include_str!("../../dialogues/facts/numbers.toml");

fn read(source: &str) -> Result<Vec<Number>, String> {
    toml::from_str::<File>(source).map(|f| f.number).map_err(|e| e.to_string())
}

fn all() -> &'static [Number] {
    // A test reads the file, so it can be read here.
    static NUMBERS: LazyLock<Vec<Number>> = LazyLock::new(|| read(SOURCE).unwrap_or_default());
    &NUMBERS
}

/// What has to be looked at, in words for whoever looks after the file: unreadable, without a source, or too old.
pub fn problems(today: NaiveDate) -> Vec<String> {
    match read(SOURCE) {
        Ok(numbers) => numbers.iter().filter_map(|n| problem(n, today)).collect(),
        Err(error) => vec![format!("dialogues/facts/numbers.toml: {error}")],
    }
}

fn problem(number: &Number, today: NaiveDate) -> Option<String> {
    let checked: Option<NaiveDate> = number.checked.parse().ok();
    let what = match checked {
        _ if !number.source.starts_with("https://") => "has no public page as its source".to_owned(),
        None => format!("has no day on which it was checked: look at {}", number.source),
        Some(checked) if checked > today => format!("was checked on {checked}, which is still to come"),
        Some(checked) if checked.checked_add_days(Days::new(GOOD_FOR)).is_none_or(|until| until < today) => {
            format!("is vouched for up to {checked} alone: look at {} again", number.source)
        }
        Some(_) if !number.seen => {
            format!("was not compared with the organisation's own page: look at {}", number.source)
        }
        Some(_) => return None,
    };
    Some(format!("dialogues/facts/numbers.toml: {} {what}", number.number))
}

/// Setting: the telephone of the doctors who are there outside office hours.
pub const DOCTOR_PHONE: &str = "doctor";

/// Setting: the telephone of the food bank.
pub const FOOD_PHONE: &str = "food";

/// The numbers to call where it can't wait, with a line before them: after the first, 112, those of the neighbourhood.
pub fn numbers(language: Language, own: Option<&Neighbourhood>) -> Html {
    let (first, others) = all().split_at(all().len().min(1));
    let mut list = lines(first.iter(), language);
    if let Some(neighbourhood) = own {
        for (key, id) in [(TEAM_PHONE, "number-team"), (DOCTOR_PHONE, "number-doctor")] {
            if let Some(phone) = neighbourhood.words(key) {
                let team = the_team(language, neighbourhood);
                let args = [("number", Arg::Words(phone)), ("team", Arg::Words(&team))];
                list = list.line(&texts().html(language, id, &args));
            }
        }
    }
    texts().html(language, "numbers", &[]).line(&list).line(&lines(others.iter(), language))
}

/// The same with what is there for children first.
pub fn list_for_children(language: Language) -> Html {
    let (first, others): (Vec<_>, Vec<_>) = all().iter().partition(|n| n.children);
    lines(first.into_iter().chain(others), language)
}

fn lines<'n>(numbers: impl Iterator<Item = &'n Number>, language: Language) -> Html {
    numbers.fold(Html::default(), |list, n| {
        let args = [
            ("number", Arg::Own(n.number.as_str())),
            ("name", Arg::Own(n.name.of(language))),
            ("hours", Arg::Own(n.hours.of(language))),
        ];
        list.line(&texts().html(language, "number-line", &args))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(checked: &str, source: &str) -> Number {
        let words = || Words { nl: "x".into(), en: "x".into() };
        Number {
            number: "112".into(),
            name: words(),
            hours: words(),
            children: false,
            seen: true,
            source: source.into(),
            checked: checked.into(),
        }
    }

    #[test]
    fn the_file_reads_well_and_begins_with_the_emergency_number() {
        assert_eq!(all().first().map(|n| n.number.as_str()), Some("112"));
        for n in all() {
            let day: Option<NaiveDate> = n.checked.parse().ok();
            assert!(n.checked.is_empty() || day.is_some(), "{}", n.number);
            assert!(n.source.starts_with("https://"), "{}", n.number);
            assert_eq!(day.and_then(|day| problem(&Number { seen: true, ..n.clone() }, day)), None);
            for language in Language::ALL {
                assert!(!n.name.of(language).is_empty() && !n.hours.of(language).is_empty(), "{}", n.number);
            }
        }
    }

    #[test]
    fn a_child_reads_its_own_number_first_and_all_the_others() {
        for language in Language::ALL {
            let (all, list) = (lines(all().iter(), language).plain(), list_for_children(language).plain());
            assert!(list.starts_with("0800-0432"), "{list}");
            let sorted = |l: &str| l.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
            assert_eq!(sorted(&list), sorted(&all));
        }
    }

    #[test]
    fn an_entry_that_nobody_looked_at_for_a_year_is_named() {
        let page = "https://example.org";
        let today: NaiveDate = "2026-11-23".parse().unwrap();
        assert!(problem(&sample("2025-11-23", page), today).is_none());
        assert!(problem(&sample("2025-11-22", page), today).is_some());
        assert!(problem(&Number { seen: false, ..sample("2026-11-22", page) }, today).is_some());
        assert!(problem(&sample("2026-11-24", page), today).is_some());
        assert!(problem(&sample("soon", page), today).is_some());
        assert!(problem(&sample("2026-11-23", "heard it"), today).is_some());
    }
}
