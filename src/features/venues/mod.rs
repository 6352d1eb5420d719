//! Where people meet in a neighbourhood: a list that administrators keep under `/buurt` → [Instellingen] → [Plekken], and from
//! which organisers choose. What is taken off the list keeps its words in the activities that were there.

mod screens;
mod store;

use async_trait::async_trait;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::neighbourhood;
use crate::buttons;
use crate::model::{Button, Fault, Neighbourhood, NeighbourhoodId, Result, VenueId};
use crate::text::clip;
use crate::turn::{Action, CheckResult, ChoiceOption, Codes, Feature, Finish, Page, Pressed, Row, Turn};

const NAME: &str = "plc";

buttons! {
    /// The room's buttons.
    VenueButton: NAME => {
        /// The list.
        List(n: NeighbourhoodId) = "list",
        /// One more.
        Add(n: NeighbourhoodId) = "add",
        /// One of them.
        One(id: VenueId) = "one",
        /// Change it.
        Change(id: VenueId) = "change",
        /// Take it off the list? Asks first.
        Off(id: VenueId) = "off",
        /// Take it off.
        OffNow(id: VenueId) = "offnow",
    }
}

/// The dialogue about one place.
const FLOW: &str = "plek";

/// What stands for a place that is not on the list yet.
const NEW: &str = "new";

/// Most places on a list: more are no help to choose from.
const AT_MOST: usize = 30;

/// A place on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Venue {
    /// Key.
    pub id: VenueId,
    /// 'Buurthuis De Meevaart': no other place on the list is called so.
    pub name: String,
    /// Where that is, in words.
    pub address: Option<String>,
    /// Can one come in with a wheelchair?
    pub wheelchair: bool,
}

impl Venue {
    /// As people read it: with its address.
    pub fn words(&self) -> String {
        match &self.address {
            Some(address) => format!("{}, {address}", self.name),
            None => self.name.clone(),
        }
    }
}

/// The places of a neighbourhood, by name.
pub async fn of(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Vec<Venue>> {
    store::venues(turn.db(), n).await
}

/// The answers of the dialogue.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answers {
    place: String,
    change: String,
    name: String,
    address: Option<String>,
    wheelchair: bool,
}

/// The feature.
pub struct Venues;

#[async_trait]
impl Feature for Venues {
    fn name(&self) -> &'static str {
        NAME
    }

    fn codes(&self) -> Codes {
        Codes::of::<VenueButton>()
    }

    fn flows(&self) -> &'static [&'static str] {
        &[include_str!("../../../dialogues/flows/plek.toml")]
    }

    fn validate_answers(&self, _flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        serde_json::from_value::<Answers>(Value::Object(answers.clone())).map(|_| ()).map_err(|e| e.to_string())
    }

    fn samples(&self, name: &str) -> Option<&'static [&'static str]> {
        match name {
            "lists" => Some(&["1"]),
            "listed" => Some(&[NEW, "1"]),
            _ => None,
        }
    }

    fn checks(&self) -> &'static [&'static str] {
        &["name"]
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match VenueButton::read(data) {
            Some(VenueButton::List(n)) => screens::list(turn, n).await,
            Some(VenueButton::Add(n)) => screens::add(turn, n).await,
            Some(VenueButton::One(id)) => screens::one(turn, id).await,
            Some(VenueButton::Change(id)) => screens::change(turn, id).await,
            Some(VenueButton::Off(id)) => screens::off(turn, id, false).await,
            Some(VenueButton::OffNow(id)) => screens::off(turn, id, true).await,
            None => return Ok(Pressed::Outdated),
        }?;
        Ok(Pressed::Handled)
    }

    async fn rows(&self, turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Row>> {
        let (order, n) = match *page {
            Page::Settings(n) => (25, n),
            // Who may not change the list sees it all the same, where they choose from it.
            Page::Neighbourhood(n, false) if turn.allowed(n, Action::Announce).await? => (30, n),
            _ => return Ok(Vec::new()),
        };
        Ok(vec![Row::new(order, vec![turn.button("places-button", VenueButton::List(n).data())])])
    }

    async fn choices(
        &self,
        turn: &mut Turn<'_>,
        name: &str,
        answers: &Map<String, Value>,
    ) -> Result<Vec<ChoiceOption>> {
        if name == "lists" {
            let governed = turn.neighbourhoods_where(Action::Govern).await?;
            let offer = |n: Neighbourhood| ChoiceOption { value: n.id.to_string(), label: clip(&n.name, 64) };
            return Ok(governed.into_iter().map(offer).collect());
        }
        let new = ChoiceOption { value: NEW.to_owned(), label: turn.label("places-add", &[]) };
        let listed = of(turn, key_of(answers)).await?;
        let others = listed.into_iter().map(|p| ChoiceOption { value: p.id.to_string(), label: clip(&p.name, 64) });
        Ok(std::iter::once(new).chain(others).collect())
    }

    async fn check(
        &self,
        turn: &mut Turn<'_>,
        _name: &str,
        answer: Value,
        answers: &Map<String, Value>,
    ) -> Result<CheckResult> {
        let name = tidy(answer.as_str().unwrap_or_default());
        if !name.chars().any(char::is_alphanumeric) {
            return Ok(CheckResult::Again(turn.say("places-name-empty", &[]), Vec::new()));
        }
        let this = answers.get("change").and_then(Value::as_str).unwrap_or(NEW);
        let listed = of(turn, key_of(answers)).await?;
        if listed.iter().any(|p| p.id.to_string() != this && p.name.to_lowercase() == name.to_lowercase()) {
            return Ok(CheckResult::Again(turn.say("places-double", &[]), Vec::new()));
        }
        Ok(CheckResult::Accept(name.into()))
    }

    async fn finish(&self, turn: &mut Turn<'_>, _flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        let answers: Answers = serde_json::from_value(Value::Object(answers))
            .map_err(|_| Fault::event("answers of plek can't be read"))?;
        let n = NeighbourhoodId(answers.place.parse().unwrap_or_default());
        let Some(n) = screens::governed(turn, n).await? else {
            return Ok(Finish::NotNow(turn.say("place-not-yours", &[])));
        };
        let (name, address) = (tidy(&answers.name), answers.address.as_deref().map(tidy));
        let address = address.as_deref().filter(|a| !a.is_empty());
        let done = match answers.change.parse().ok().map(VenueId) {
            Some(id) if store::neighbourhood_of(turn.db(), id).await? != Some(n) => false,
            Some(id) => store::change(turn.db(), id, &name, address, answers.wheelchair).await?,
            None if of(turn, n).await?.len() >= AT_MOST => {
                return Ok(Finish::NotNow(
                    turn.say("places-enough", &[("n", i64::try_from(AT_MOST).unwrap_or_default().into())]),
                ));
            }
            None => store::add(turn.db(), n, &name, address, answers.wheelchair).await?,
        };
        if !done {
            return Ok(Finish::NotNow(turn.say("places-double", &[])));
        }
        let content = screens::list_content(turn, n).await?;
        turn.reply(content)?;
        Ok(Finish::Done)
    }
}

/// The neighbourhood that a dialogue is about.
fn key_of(answers: &Map<String, Value>) -> NeighbourhoodId {
    let key = answers.get("place").and_then(Value::as_str).and_then(|n| n.parse().ok());
    NeighbourhoodId(key.unwrap_or_default())
}

fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where [Terug] leads from the list: to the settings, or to the neighbourhood's page for who may not change them.
fn back(turn: &Turn<'_>, n: NeighbourhoodId, governs: bool) -> Vec<Button> {
    if governs { neighbourhood::back_to_settings(turn, n) } else { neighbourhood::back_to_home(turn, n) }
}
