//! The answers of the dialogue behind [Veranderen], and the change that they mean.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::features::activities::model::{Access, Activity, Change};
use crate::features::activities::store;
use crate::features::venues;
use crate::model::{ActivityId, Result};
use crate::text::clip;
use crate::turn::{ChoiceOption, Turn};
use crate::when::Timing;

/// The choices of venues.
pub const PLACES: &str = "meeting-places";

/// The part that changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Part {
    Time,
    Place,
    Title,
    Details,
    Capacity,
    Cost,
    Access,
    Languages,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Limit {
    Number,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Price {
    Free,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Easy {
    Wheelchair,
    Quiet,
    Children,
    WalkIn,
}

/// The answers of the dialogue.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    about: String,
    what: Part,
    when: Option<Timing>,
    place: Option<String>,
    title: Option<String>,
    details: Option<String>,
    limit: Option<Limit>,
    capacity: Option<i64>,
    price: Option<Price>,
    cost: Option<String>,
    access: Option<Vec<Easy>>,
    languages: Option<String>,
}

impl Answers {
    /// The activity that they are about.
    pub fn activity(&self) -> ActivityId {
        ActivityId(self.about.parse().unwrap_or_default())
    }

    /// What changes; `None` if its answer is missing, which no flow lets happen.
    pub async fn change(self, turn: &mut Turn<'_>, a: &Activity) -> Result<Option<Change>> {
        Ok(match self.what {
            Part::Time => self.when.map(|t| Change::Time { starts_at: t.begins(), ends_at: t.ends() }),
            Part::Place => match self.place {
                Some(place) => Some(place_of(turn, a, place).await?),
                None => None,
            },
            Part::Title => self.title.map(Change::Title),
            Part::Details => Some(Change::Details(self.details)),
            Part::Capacity => Some(Change::Capacity(self.capacity.filter(|_| self.limit == Some(Limit::Number)))),
            Part::Cost => Some(Change::Cost(self.cost.filter(|_| self.price == Some(Price::Other)))),
            Part::Access => {
                let chosen = self.access.unwrap_or_default();
                let has = |easy| chosen.contains(&easy);
                Some(Change::Access(Access {
                    wheelchair: has(Easy::Wheelchair),
                    quiet: has(Easy::Quiet),
                    children: has(Easy::Children),
                    walk_in: has(Easy::WalkIn),
                    languages: a.what.access.languages.clone(),
                }))
            }
            Part::Languages => Some(Change::Languages(self.languages)),
        })
    }
}

/// Where people meet on the neighbourhood's list, to choose from.
pub async fn places(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Vec<ChoiceOption>> {
    let id =
        answers.get("about").and_then(Value::as_str).and_then(|id| id.parse().ok()).map_or(ActivityId(0), ActivityId);
    let Some(a) = store::activity(turn.db(), id).await? else { return Ok(Vec::new()) };
    let offer = |p: venues::Venue| ChoiceOption { label: clip(&p.name, 64), value: p.name };
    Ok(venues::of(turn, a.neighbourhood).await?.into_iter().map(offer).collect())
}

async fn place_of(turn: &mut Turn<'_>, a: &Activity, place: String) -> Result<Change> {
    let all = venues::of(turn, a.neighbourhood).await?;
    let listed = all.iter().find(|p| p.name.to_lowercase() == place.trim().to_lowercase());
    Ok(match listed {
        Some(listed) => Change::Place { place_id: Some(listed.id), place: listed.words() },
        None => Change::Place { place_id: None, place },
    })
}
