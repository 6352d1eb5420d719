//! What can be changed about an activity, and what it looks like before and after. Pure.

use serde::{Deserialize, Serialize};

use super::{Access, Activity, What};
use crate::model::{Language, Moment, VenueId};
use crate::text::{span_words, texts};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// When it is.
    Time {
        /// When it begins.
        starts_at: Moment,
        /// When it ends, where that was said.
        ends_at: Option<Moment>,
    },
    /// Where it is.
    Place {
        /// On the neighbourhood's list.
        place_id: Option<VenueId>,
        /// As people read it.
        place: String,
    },
    /// What it is called.
    Title(String),
    /// All else that is to be known.
    Details(Option<String>),
    /// How many fit; `None`: as many as come.
    Capacity(Option<i64>),
    /// What it costs; `None`: it is free.
    Cost(Option<String>),
    /// For whom it is easy to reach.
    Access(Access),
    /// Which other languages are spoken.
    Languages(Option<String>),
    /// It does not go on, perhaps for a reason.
    Cancel(Option<String>),
}

impl Change {
    /// Returns true if people have to come at another time, or to another venue.
    pub fn moves(&self) -> bool {
        matches!(self, Change::Time { .. } | Change::Place { .. })
    }

    /// Returns true if it concerns those who come. How many fit does not: who gets a place hears that by itself.
    pub fn concerns_attendees(&self) -> bool {
        !matches!(self, Change::Capacity(_))
    }

    /// Words of somebody's own that a whole group will read.
    pub fn words(&self) -> Option<&str> {
        match self {
            Change::Place { place_id: None, place } => Some(place),
            Change::Title(words) => Some(words),
            Change::Details(words) | Change::Cost(words) | Change::Languages(words) | Change::Cancel(words) => {
                words.as_deref()
            }
            Change::Place { .. } | Change::Time { .. } | Change::Capacity(_) | Change::Access(_) => None,
        }
    }

    /// The activity with this change: what it is, and when.
    pub fn applied(&self, a: &Activity) -> (What, Moment, Option<Moment>) {
        let (starts_at, ends_at) = match self {
            Change::Time { starts_at, ends_at } => (*starts_at, *ends_at),
            _ => (a.starts_at, a.ends_at),
        };
        (self.applied_to(&a.what), starts_at, ends_at)
    }

    /// What something is with this change.
    pub fn applied_to(&self, what: &What) -> What {
        let mut what = what.clone();
        match self.clone() {
            Change::Place { place_id, place } => (what.place_id, what.place) = (place_id, place),
            Change::Title(title) => what.title = title,
            Change::Details(details) => what.details = details,
            Change::Capacity(capacity) => what.capacity = capacity,
            Change::Cost(cost) => what.cost = cost,
            // Where nobody signs up, no place can be full.
            Change::Access(access) => {
                what.capacity = what.capacity.filter(|_| !access.walk_in);
                what.access = access;
            }
            Change::Languages(languages) => what.access.languages = languages,
            Change::Time { .. } | Change::Cancel(_) => {}
        }
        what
    }

    /// Returns true if it would leave everything as it is.
    pub fn is_nothing(&self, a: &Activity) -> bool {
        !matches!(self, Change::Cancel(_)) && self.applied(a) == (a.what.clone(), a.starts_at, a.ends_at)
    }

    /// How this part of an activity reads, as it is.
    pub fn part_of(&self, language: Language, what: &What, starts_at: Moment, ends_at: Option<Moment>) -> String {
        let or = |words: &Option<String>, id: &str| words.clone().unwrap_or_else(|| plain(language, id));
        match self {
            Change::Time { .. } => span_words(language, starts_at, ends_at),
            Change::Place { .. } => what.place.clone(),
            Change::Title(_) => what.title.clone(),
            Change::Details(_) => or(&what.details, "change-nothing"),
            Change::Capacity(_) => what.capacity.map_or_else(|| plain(language, "change-no-limit"), |n| n.to_string()),
            Change::Cost(_) => or(&what.cost, "change-free"),
            Change::Access(_) => access_words(language, &what.access),
            Change::Languages(_) => or(&what.access.languages, "change-nothing"),
            Change::Cancel(_) => String::new(),
        }
    }

    /// Text id of what this part is called.
    pub fn name(&self) -> &'static str {
        match self {
            Change::Time { .. } => "anders-what-time",
            Change::Place { .. } => "anders-what-place",
            Change::Title(_) => "anders-what-title",
            Change::Details(_) => "anders-what-details",
            Change::Capacity(_) => "anders-what-capacity",
            Change::Cost(_) => "anders-what-cost",
            Change::Access(_) => "anders-what-access",
            Change::Languages(_) => "anders-what-languages",
            Change::Cancel(_) => "hosting-cancel",
        }
    }
}

fn plain(language: Language, id: &str) -> String {
    texts().plain(language, id, &[])
}

fn access_words(language: Language, access: &Access) -> String {
    let lines: Vec<String> = access.texts().map(|id| plain(language, id)).collect();
    if lines.is_empty() { plain(language, "change-nothing") } else { lines.join(" ") }
}

/// Returns true if two venues are the same: by the neighbourhood's list, else by their words, however they are written.
pub fn same_place(a: (Option<VenueId>, &str), b: (Option<VenueId>, &str)) -> bool {
    match (a.0, b.0) {
        (Some(a), Some(b)) => a == b,
        _ => fold(a.1) == fold(b.1) && !fold(a.1).is_empty(),
    }
}

fn fold(place: &str) -> String {
    let words = place.to_lowercase();
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.skip_while(|w| matches!(*w, "het" | "de" | "the" | "in" | "at")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_the_same_by_the_list_or_by_their_words() {
        let (one, two) = (Some(VenueId(1)), Some(VenueId(2)));
        for (a, b, same) in [
            ((one, "Buurthuis"), (one, "Het Buurthuis"), true),
            ((one, "Buurthuis"), (two, "Buurthuis"), false),
            ((one, "Buurthuis"), (None, "in het buurthuis!"), true),
            ((None, "Café De Hoek"), (None, "café de  hoek"), true),
            ((None, "Park"), (None, "Parkzaal"), false),
            ((None, ""), (None, ""), false),
            ((None, "!"), (None, "?"), false),
        ] {
            assert_eq!(same_place(a, b), same, "{a:?} {b:?}");
            assert_eq!(same_place(b, a), same);
        }
    }

    #[test]
    fn changes_stay_readable_in_the_database() {
        for (change, json) in [
            (Change::Time { starts_at: Moment(1), ends_at: None }, r#"{"time":{"starts_at":1,"ends_at":null}}"#),
            (Change::Cancel(Some("ziek".into())), r#"{"cancel":"ziek"}"#),
            (Change::Cost(None), r#"{"cost":null}"#),
        ] {
            assert_eq!(serde_json::to_string(&change).unwrap(), json);
            assert_eq!(serde_json::from_str::<Change>(json).unwrap(), change);
        }
    }
}
