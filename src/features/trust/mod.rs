//! Trust: who may help whom. Who said that Stoep may ask them, whom the team has met, who is 16 or older, and between whom
//! there is no contact any more.

mod acquaint;
mod age;
mod buttons;
mod helpers;
mod no_contact;
mod store;
#[cfg(test)]
mod tests;
mod willing;

use async_trait::async_trait;
use serde_json::{Map, Value};

use crate::features::contact;
use crate::model::{Button, Fault, Language, NeighbourhoodId, PersonId, ResponseId, Result};
use crate::text::{Arg, clip, texts};
use crate::turn::{Codes, Feature, Finish, News, Page, Pressed, Reason, Row, Turn, WorkItem};

use buttons::TrustButton;

pub use age::ask_age;
pub use no_contact::{ask_about as ask_about_contact, end_contact};
pub use store::set_adult;
pub use willing::willing_button;

/// The feature's name.
const NAME: &str = "tru";

/// The dialogue that asks for the age.
const FLOW_AGE: &str = "age";

/// The dialogue in which somebody says how the team can reach them.
const FLOW_ACQUAINT: &str = "acquaint";

/// Longest name on a button, in characters.
const ON_BUTTON: usize = 30;

/// The feature.
pub struct Trust;

#[async_trait]
impl Feature for Trust {
    fn name(&self) -> &'static str {
        NAME
    }

    fn flows(&self) -> &'static [&'static str] {
        &[include_str!("../../../dialogues/flows/age.toml"), include_str!("../../../dialogues/flows/acquaint.toml")]
    }

    fn validate_answers(&self, flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        if flow == FLOW_AGE { age::read(answers).map(|_| ()) } else { contact::read_for_team(answers).map(|_| ()) }
    }

    fn codes(&self) -> Codes {
        Codes::of::<TrustButton>()
    }

    async fn rows(&self, turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Row>> {
        let button = match *page {
            Page::Privacy => no_contact::list_button(turn).await?,
            Page::Mine => match turn.member().await? {
                Some(member) => Some(willing_button(turn, member.neighbourhood).await?),
                None => None,
            },
            Page::Standing(n, person) => age::correct_button(turn, n, person).await?,
            Page::Neighbourhood(n, _) | Page::Worklist(n) => helpers::list_button(turn, n).await?,
            _ => None,
        };
        Ok(button.map(|b| Row { order: 50, buttons: vec![b] }).into_iter().collect())
    }

    /// What somebody wanted goes on once they said that they are 16 or older.
    async fn resumed(&self, turn: &mut Turn<'_>, data: &str) -> Result<()> {
        match TrustButton::read(data) {
            Some(TrustButton::Willing) => willing::go_on(turn).await,
            Some(TrustButton::Acquaint) => acquaint::pressed(turn).await,
            // Nothing else waits for an age.
            _ => Ok(()),
        }
    }

    async fn heard(&self, turn: &mut Turn<'_>, news: News) -> Result<()> {
        match news {
            News::Left(person, n) => {
                acquaint::forget(turn, n, person).await?;
                store::forget_helper(turn.db(), n, person).await
            }
            News::MayNotHelp(person, n) => {
                acquaint::forget(turn, n, person).await?;
                let now = turn.now();
                store::set_willing(turn.db(), person, n, false, now).await
            }
            News::RoleChanged(..) | News::SettingChanged(..) => Ok(()),
        }
    }

    fn reasons(&self) -> &'static [Reason] {
        &[acquaint::ACQUAINTANCE]
    }

    async fn work(&self, turn: &mut Turn<'_>, thing: i64, _reason: &Reason) -> Result<Option<WorkItem>> {
        acquaint::work(turn, thing).await
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match TrustButton::read(data) {
            Some(TrustButton::Adult) => age::correct(turn).await,
            Some(TrustButton::AdultBy(n, person)) => age::correct_for(turn, n, person).await,
            Some(TrustButton::EndContact(response)) => no_contact::ask(turn, response).await,
            Some(TrustButton::EndContactNow(response)) => no_contact::with_counterpart(turn, response).await,
            Some(TrustButton::KeepContact(response)) => no_contact::keep(turn, response).await,
            Some(TrustButton::Reconcile(other)) => no_contact::reconcile(turn, other).await,
            Some(TrustButton::NoContactList) => no_contact::list(turn).await,
            Some(TrustButton::Willing) => willing::pressed(turn, true).await,
            Some(TrustButton::Unwilling) => willing::pressed(turn, false).await,
            Some(TrustButton::Acquaint) => acquaint::pressed(turn).await,
            Some(TrustButton::Helpers(n, page)) => helpers::list(turn, n, page).await,
            Some(TrustButton::Helper(n, person)) => helpers::one(turn, n, person).await,
            Some(TrustButton::Met(n, person)) => helpers::met(turn, n, person).await,
            Some(TrustButton::Vog(n, person)) => helpers::vog(turn, n, person).await,
            Some(TrustButton::Unmeet(n, person)) => helpers::unmeet(turn, n, person).await,
            Some(TrustButton::Unmet(n, person)) => helpers::unmet(turn, n, person).await,
            None => return Ok(Pressed::Outdated),
        }?;
        Ok(Pressed::Handled)
    }

    async fn finish(&self, turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        let unreadable = |why| Fault::event(format!("answers of {flow}: {why}"));
        if flow == FLOW_AGE {
            return age::finish(turn, age::read(&answers).map_err(unreadable)?).await;
        }
        let (n, contact) = contact::read_for_team(&answers).map_err(unreadable)?;
        acquaint::finish(turn, n, &contact).await
    }
}

/// Returns true if this person said that they are 16 or older; `None` if they were not asked yet.
pub async fn adult(turn: &mut Turn<'_>, person: PersonId) -> Result<Option<bool>> {
    store::adult(turn.db(), person).await
}

/// Everybody with whom this person has no contact any more, whichever of the two wanted it.
pub async fn no_contact_with(turn: &mut Turn<'_>, person: PersonId) -> Result<Vec<PersonId>> {
    store::no_contact_with(turn.db(), person).await
}

/// Returns true if one of the two wants no contact with the other.
pub async fn have_no_contact(turn: &mut Turn<'_>, one: PersonId, other: PersonId) -> Result<bool> {
    Ok(no_contact_with(turn, one).await?.contains(&other))
}

/// [Geen contact meer] with the other person of this response.
pub fn no_contact_button(language: Language, name: &str, id: ResponseId) -> Button {
    let name = clip(name, ON_BUTTON);
    Button::press(
        texts().plain(language, "apart-button", &[("name", Arg::Words(&name))]),
        TrustButton::EndContact(id).data(),
    )
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
    store::set_willing(turn.db(), who.id, n, willing, now).await?;
    if !willing {
        acquaint::forget(turn, n, who.id).await?;
    }
    Ok(())
}

/// The button that leads to getting to know the team; none for who did.
pub async fn acquaint_button(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<Button>> {
    let me = turn.who()?;
    let known = is_met(turn, n, me.id).await?;
    Ok((!known).then(|| turn.button("acquaint-button", TrustButton::Acquaint.data())))
}

/// Has the team met this person?
pub async fn is_met(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<bool> {
    Ok(store::helper(turn.db(), n, person).await?.is_some_and(|h| h.met_on.is_some()))
}
