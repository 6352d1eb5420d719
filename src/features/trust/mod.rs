//! Trust: who may help whom. Who said that Stoep may ask them, whom the team has met, who is 16 or older, and between whom
//! there is no contact any more.

mod age;
mod buttons;
mod store;

use async_trait::async_trait;
use serde_json::{Map, Value};

use super::{Feature, Finish};
use crate::model::{Fault, NeighbourhoodId, PersonId, Result};
use crate::turn::Turn;

use buttons::Tap;

pub use age::ask_age;
pub use store::set_adult;

/// The feature's name.
const NAME: &str = "tru";

/// The dialogue that asks for the age.
const FLOW_AGE: &str = "age";

/// The feature.
pub struct Trust;

#[async_trait]
impl Feature for Trust {
    fn name(&self) -> &'static str {
        NAME
    }

    fn flows(&self) -> &'static [&'static str] {
        &[include_str!("../../../dialogues/flows/age.toml")]
    }

    fn reads(&self, _flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        age::read(answers).map(|_| ())
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<()> {
        match Tap::read(data) {
            Some(Tap::Adult) => age::correct(turn).await,
            None => {
                turn.answer(turn.label("press-outdated", &[]));
                Ok(())
            }
        }
    }

    async fn finish(&self, turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        let adult = age::read(&answers).map_err(|why| Fault::event(format!("answers of {flow}: {why}")))?;
        age::finish(turn, adult).await
    }
}

/// Is this person 16 or older? None: they were not asked yet.
pub async fn adult(turn: &mut Turn<'_>, person: PersonId) -> Result<Option<bool>> {
    store::adult(turn.db(), person).await
}

/// Everybody with whom this person has no contact any more, whichever of the two wanted it.
pub async fn apart_from(turn: &mut Turn<'_>, person: PersonId) -> Result<Vec<PersonId>> {
    store::apart_from(turn.db(), person).await
}

/// Does one of the two want no contact with the other?
pub async fn apart(turn: &mut Turn<'_>, one: PersonId, other: PersonId) -> Result<bool> {
    Ok(apart_from(turn, one).await?.contains(&other))
}

/// Those in a neighbourhood who said that Stoep may ask them to help, longest first.
pub async fn willing(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Vec<PersonId>> {
    store::willing(turn.db(), n).await
}

/// Those in a neighbourhood whom the team has met and who said that Stoep may ask them, longest known first.
pub async fn met(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Vec<PersonId>> {
    store::met(turn.db(), n).await
}

/// Those in a neighbourhood who said that Stoep may not ask them any more.
pub async fn unwilling(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Vec<PersonId>> {
    store::unwilling(turn.db(), n).await
}

/// The sender says whether Stoep may ask them to help in this neighbourhood.
pub async fn set_willing(turn: &mut Turn<'_>, n: NeighbourhoodId, willing: bool) -> Result<()> {
    let (who, now) = (turn.who()?, turn.now());
    store::set_willing(turn.db(), who.id, n, willing, now).await
}
