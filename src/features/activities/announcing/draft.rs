//! An activity that is not announced yet: the answers of the dialogue, or what was read of a line in a group. Pure.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::line::{Cost, Line, Where};
use crate::dialogue::{Words, typed};
use crate::features::activities::model::{Access, Concern, What, kinds};
use crate::features::venues::Venue;
use crate::model::NeighbourhoodId;
use crate::when::Timing;

/// The answers, as far as they are there. Field names are the steps of the flow `activiteit`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ActivityDraft {
    /// Key of the neighbourhood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub neighbourhood: Option<String>,
    /// What, in one line or spoken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Words>,
    /// Id of its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Timing>,
    /// Where: a name on the list, or own words.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// For whom it is easy to reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Vec<String>>,
    /// How many people fit: a number in digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<String>,
    /// What it costs, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<String>,
    /// All else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<Words>,
    /// Which other languages are spoken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub languages: Option<String>,
    /// Telegram's name of a photo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
}

/// A draft, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDraft {
    /// What is known.
    pub draft: ActivityDraft,
    /// The other way to read when it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<Timing>,
    /// Whether the other way is the one that is shown: then it is the draft's, and `other` is the first.
    #[serde(default)]
    pub swapped: bool,
    /// Whether everything was asked: then what is not there was skipped.
    #[serde(default)]
    pub asked: bool,
    /// What its organiser was asked about, and said yes to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed: Vec<Concern>,
}

impl ActivityDraft {
    /// Reads the answers of the dialogue.
    ///
    /// # Errors
    /// Where a step is unknown or an answer is of another kind; in words for the author of the flow.
    pub fn of_answers(answers: &Map<String, Value>) -> Result<ActivityDraft, String> {
        let draft: ActivityDraft = serde_json::from_value(Value::Object(answers.clone())).map_err(|e| e.to_string())?;
        let title = draft.title.map(|title| match title {
            Words::Typed(words) => Words::Typed(words.split_whitespace().collect::<Vec<_>>().join(" ")),
            spoken @ Words::Spoken { .. } => spoken,
        });
        Ok(ActivityDraft { title, ..draft })
    }

    /// What was read of a line, for a neighbourhood with these places. What is not clear is left out, to be asked.
    pub fn of_line(n: Option<NeighbourhoodId>, line: &Line, when: Option<Timing>, places: &[Venue]) -> ActivityDraft {
        let place = match &line.place {
            None => None,
            Some(Where::Listed(i)) => places.get(*i).map(|p| p.name.clone()),
            Some(Where::Words(words)) => Some(words.clone()),
        };
        let (access, seats) = (words_of(&line.access), line.seats.map(|s| s.to_string()));
        ActivityDraft {
            neighbourhood: n.map(|n| n.to_string()),
            kind: line.title.as_deref().and_then(kinds::guess).map(str::to_owned),
            title: line.title.clone().map(Words::Typed),
            when,
            place,
            access: Some(access).filter(|a| !a.is_empty()),
            seats,
            cost: match &line.cost {
                Some(Cost::Words(words)) => Some(words.clone()),
                Some(Cost::Free) | None => None,
            },
            details: line.details.clone().map(Words::Typed),
            languages: line.access.languages.clone(),
            photo: None,
        }
    }

    /// An activity that is there already, to announce once more on another date.
    pub fn of_what(n: NeighbourhoodId, what: &What) -> ActivityDraft {
        ActivityDraft {
            neighbourhood: Some(n.to_string()),
            title: Some(Words::Typed(what.title.clone())),
            kind: Some(what.kind.clone()),
            place: Some(what.place.clone()),
            access: Some(words_of(&what.access)).filter(|a| !a.is_empty()),
            seats: what.capacity.map(|c| c.to_string()),
            cost: what.cost.clone(),
            details: what.details.clone().map(Words::Typed),
            languages: what.access.languages.clone(),
            ..ActivityDraft::default()
        }
    }

    /// As answers to begin the dialogue with.
    pub fn answers(&self) -> Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(answers)) => answers,
            _ => Map::new(),
        }
    }

    /// As answers to begin the dialogue with once more: what was skipped stays so.
    pub fn answers_asked(&self) -> Map<String, Value> {
        let mut answers = self.answers();
        for step in ["access", "languages", "seats"] {
            answers.entry(step).or_insert(Value::Null);
        }
        answers
    }

    /// The neighbourhood it is for.
    pub fn in_neighbourhood(&self) -> Option<NeighbourhoodId> {
        self.neighbourhood.as_deref().and_then(|n| n.parse().ok()).map(NeighbourhoodId)
    }

    /// The place on the list that is meant.
    pub fn listed<'p>(&self, places: &'p [Venue]) -> Option<&'p Venue> {
        let said = folded(self.place.as_deref()?);
        places.iter().find(|p| folded(&p.name) == said)
    }

    /// What it is; `spoken` is the title of one whose title was spoken. `None` if something is missing.
    pub fn what(&self, places: &[Venue], spoken: &str) -> Option<What> {
        let place = self.place.as_deref()?.trim();
        let listed = self.listed(places);
        let has = |word: &str| self.access.iter().flatten().any(|a| a == word);
        let walk_in = has("walk-in");
        Some(What {
            kind: self.kind.clone().unwrap_or_else(|| kinds::OTHER.to_owned()),
            title: match self.title.as_ref()? {
                Words::Typed(title) => title.clone(),
                Words::Spoken { .. } => spoken.to_owned(),
            },
            details: typed(self.details.as_ref()).map(str::to_owned),
            place_id: listed.map(|p| p.id),
            place: listed.map_or_else(|| place.to_owned(), Venue::words),
            capacity: self.seats.as_deref().and_then(|s| s.parse().ok()).filter(|_| !walk_in),
            cost: self.cost.as_deref().map(str::trim).filter(|c| !is_free(c)).map(str::to_owned),
            access: Access {
                // A place that one can enter with a wheelchair is known to be so.
                wheelchair: has("wheelchair") || listed.is_some_and(|p| p.wheelchair),
                quiet: has("quiet"),
                children: has("children"),
                languages: self.languages.clone(),
                walk_in,
            },
        })
    }

    /// What a whole group would read, in own words.
    pub fn words(&self) -> String {
        let all =
            [typed(self.title.as_ref()), typed(self.details.as_ref()), self.cost.as_deref(), self.languages.as_deref()];
        all.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// Where it is, where nobody else put that on a list.
    pub fn own_place(&self, places: &[Venue]) -> Option<&str> {
        self.place.as_deref().filter(|_| self.listed(places).is_none())
    }
}

/// Ids of what somebody chose under 'easy to reach'.
fn words_of(access: &Access) -> Vec<String> {
    [
        (access.wheelchair, "wheelchair"),
        (access.quiet, "quiet"),
        (access.children, "children"),
        (access.languages.is_some(), "languages"),
        (access.walk_in, "walk-in"),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, word)| word.to_owned())
    .collect()
}

/// Words that say that something costs nothing.
fn is_free(cost: &str) -> bool {
    let words = folded(cost);
    words.is_empty()
        || ["gratis", "niets", "niks", "geen", "0", "free", "nothing", "0 euro", "none"].contains(&words.as_str())
}

/// Small letters and digits, one space between words.
pub fn folded(words: &str) -> String {
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// A place in own words, without what only leads to it: 'in het badhuis' and 'Badhuis' are one.
pub fn folded_place(place: &str) -> String {
    let words = folded(place);
    let mut left = words.split(' ').peekable();
    while left
        .next_if(|w| matches!(*w, "in" | "bij" | "op" | "aan" | "at" | "de" | "het" | "een" | "the" | "t"))
        .is_some()
    {}
    left.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Moment, VenueId};

    fn places() -> Vec<Venue> {
        vec![Venue {
            id: VenueId(4),
            name: "Buurthuis De Meevaart".into(),
            address: Some("Balistraat".into()),
            wheelchair: true,
        }]
    }

    #[test]
    fn a_line_becomes_what_it_says() {
        let names: Vec<String> = places().iter().map(|p| p.name.clone()).collect();
        let line = super::super::line::read(
            "Koffie in het buurthuis dinsdag 10-12 u, max 12, 2 euro, ook Engels",
            &names,
            Moment(1_795_424_400),
        );
        let when = line.when.as_ref().map(Timing::of).ok();
        let draft = ActivityDraft::of_line(Some(NeighbourhoodId(1)), &line, when, &places());
        assert_eq!(ActivityDraft::of_answers(&draft.answers()), Ok(draft.clone()));
        let what = draft.what(&places(), "").unwrap();
        assert_eq!((what.kind.as_str(), what.title.as_str(), what.capacity), ("coffee", "Koffie", Some(12)));
        assert_eq!((what.place_id, what.place.as_str()), (Some(VenueId(4)), "Buurthuis De Meevaart, Balistraat"));
        assert_eq!((what.cost.as_deref(), what.access.languages.as_deref()), (Some("€ 2"), Some("Engels")));
        assert!(what.access.wheelchair);
        assert_eq!(ActivityDraft::of_what(NeighbourhoodId(1), &what).what(&places(), "").unwrap().place_id, None);
    }

    #[test]
    fn what_is_free_has_no_price_and_who_walks_in_is_not_counted() {
        let draft = ActivityDraft {
            title: Some(Words::Spoken { voice: "v".into() }),
            place: Some(" het park ".into()),
            cost: Some("Gratis!".into()),
            seats: Some("12".into()),
            access: Some(vec!["walk-in".into()]),
            ..ActivityDraft::default()
        };
        let what = draft.what(&[], "Koffie").unwrap();
        assert_eq!((what.title.as_str(), what.place.as_str()), ("Koffie", "het park"));
        assert_eq!((what.cost, what.capacity), (None, None));
        assert_eq!(ActivityDraft { access: None, ..draft.clone() }.what(&[], "").unwrap().capacity, Some(12));
        assert_eq!(ActivityDraft { place: None, ..draft }.what(&[], ""), None);
    }
}
