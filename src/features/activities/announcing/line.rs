//! An activity in one line, as somebody types it behind `/activiteit`: 'Koffie in het buurthuis elke dinsdag 10-12 u, max 12'.
//! Takes out when, where, how many, what it costs and for whom it is easy to reach; what is left is its title. Nothing is
//! announced by it: its organiser reads it back first. Pure.

mod extras;
mod place;
mod rest;

use crate::features::activities::model::Access;
use crate::model::Moment;
use crate::text::length;
use crate::when::{self, Purpose, Reading, Unread};
use rest::Rest;

pub use extras::{SEATS_AT_MOST, number};

/// Longest title, in characters.
pub const TITLE_AT_MOST: usize = 120;

/// Longest place in own words, in characters.
pub const PLACE_AT_MOST: usize = 120;

/// What was read of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is; `None` if nothing is left for it, or too much.
    pub title: Option<String>,
    /// What stood behind the title, and is nothing else.
    pub details: Option<String>,
    /// When, as far as it can be read.
    pub when: Result<Reading, Unread>,
    /// Where.
    pub place: Option<Where>,
    /// How many people fit.
    pub seats: Option<i64>,
    /// What it costs, where that was said.
    pub cost: Option<Cost>,
    /// For whom it is easy to reach.
    pub access: Access,
}

/// Where something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// On the neighbourhood's list, counted from nought.
    Listed(usize),
    /// In own words.
    Words(String),
}

/// What something costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Nothing.
    Free,
    /// In words: '€ 2', 'vrijwillige bijdrage'.
    Words(String),
}

/// Reads a line that was sent at a moment. `places` are the names on the neighbourhood's list.
pub fn read(line: &str, places: &[String], sent: Moment) -> Line {
    let mut rest = Rest::of(line);
    let seats = extras::seats(&mut rest);
    let cost = extras::cost(&mut rest);
    let access = extras::access(&mut rest);
    let listed = place::listed(&mut rest, places);
    let when = when::read(&rest.plain(), sent, Purpose::Activity);
    if let Ok(reading) = &when {
        take_when(&mut rest, reading, sent);
    }
    let place = listed.map(Where::Listed).or_else(|| place::in_words(&mut rest, places));
    let (title, details) = title(&rest.parts());
    Line { title, details, when, place, seats, cost, access }
}

/// Takes out what says when. A day with a name at the very beginning stays where the time is known without it: 'Kerst borrel
/// vrijdag 18 december'.
fn take_when(rest: &mut Rest, reading: &Reading, sent: Moment) {
    let whole = rest.plain();
    let same = |r: &Reading| (r.start, r.end, r.rule()) == (reading.start, reading.end, reading.rule());
    for said in when::said(&whole, sent, Purpose::Activity) {
        let words = whole.get(said.clone()).unwrap_or_default();
        let named = said.start == 0 && words.chars().all(|c| !c.is_ascii_digit());
        let mut without = whole.clone();
        without.replace_range(said.clone(), &" ".repeat(said.len()));
        let needless = named && when::read(&without, sent, Purpose::Activity).is_ok_and(|r| same(&r));
        if !needless {
            rest.take(said);
        }
    }
}

/// Words that lead to something that was taken out, and mean nothing at an end.
const LEADING: &str = "op om van vanaf tussen tot en met in bij aan voor de het elke iedere er is zijn kost kosten the on at from \
    and with for every a dit deze komende max of or maximaal verzamelen start vertrek meet wanneer waar tijd \
    locatie plek plaats when where";

/// The title, and what stands behind it. The first part of what is left is the title, where it is short enough.
fn title(parts: &[String]) -> (Option<String>, Option<String>) {
    let mut parts = parts.iter().filter_map(|part| trimmed(part));
    let Some(first) = parts.next() else { return (None, None) };
    let rest: Vec<String> = parts.collect();
    if length(&first) > TITLE_AT_MOST {
        let all: Vec<String> = std::iter::once(first).chain(rest).collect();
        return (None, Some(all.join(". ")));
    }
    (Some(first), Some(rest.join(". ")).filter(|d| !d.is_empty()))
}

/// Words without what only led to something else, with a capital before them; `None` if nothing is left.
fn trimmed(part: &str) -> Option<String> {
    let mut words: Vec<&str> = part.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    while words
        .last()
        .is_some_and(|w| bare(w).is_empty() && !w.chars().any(is_sign) || LEADING.split(' ').any(|l| l == bare(w)))
    {
        words.pop();
    }
    let opens = |w: &str| matches!(w, "en" | "and" | "op" | "om" | "on" | "at");
    let empty = |w: &str| bare(w).is_empty() && !w.chars().any(is_sign);
    while words.len() > 1 && words.first().is_some_and(|w| empty(w) || opens(&bare(w))) {
        words.remove(0);
    }
    let joined = words.join(" ");
    let joined = joined.trim_matches(|c: char| c.is_whitespace() || ",;:.-–|(".contains(c));
    let mut chars = joined.chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

/// A picture among the words is part of them.
fn is_sign(c: char) -> bool {
    !c.is_ascii() && !c.is_alphanumeric() && !"–—…·•’‘“”".contains(c)
}

#[cfg(test)]
mod tests;
