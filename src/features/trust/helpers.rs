//! [Vrijwilligers], for moderators: who said that they want to help, and whom the team has met. [Kennisgemaakt vandaag], the day
//! on which somebody showed a VOG, and [Intrekken]. The neighbour is told each time.

use super::buttons::TrustButton;
use super::store::{self, Helper};
use super::{ON_BUTTON, acquaint};
use crate::features::worklist;
use crate::model::{Button, Content, Html, Language, Neighbourhood, NeighbourhoodId, Person, PersonId, Result};
use crate::screen::{self, Paging};
use crate::text::{Arg, Day, clip, day_words, local_date, texts};
use crate::turn::{Action, Page, Turn};

/// How many stand on one page.
const ON_A_PAGE: usize = 5;

/// The neighbourhood, where the sender may do this; else they are answered.
async fn allowed(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<Neighbourhood>> {
    if turn.allowed(n, Action::TakeOver).await? && turn.in_private() {
        return Ok(Some(turn.neighbourhood(n).await?));
    }
    turn.answer(turn.label("press-not-yours", &[]));
    Ok(None)
}

/// As [`allowed`], about somebody else who helps here.
async fn about(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<Option<(Neighbourhood, Helper)>> {
    let Some(neighbourhood) = allowed(turn, n).await? else { return Ok(None) };
    if person == turn.who()?.id {
        turn.alert(turn.label("helper-self", &[]));
        return Ok(None);
    }
    match store::helper(turn.db(), n, person).await? {
        Some(helper) => Ok(Some((neighbourhood, helper))),
        None => {
            screen::outdated(turn)?;
            Ok(None)
        }
    }
}

/// A day in words.
fn day(turn: &Turn<'_>, language: Language, day: &str) -> String {
    day.parse::<Day>().map_or_else(|_| day.to_owned(), |d| day_words(language, d, local_date(turn.now())))
}

/// The button that leads to the helpers of a neighbourhood, for who may look after them.
pub(super) async fn list_button(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<Button>> {
    let may = turn.allowed(n, Action::TakeOver).await?;
    Ok(may.then(|| turn.button("helpers-button", TrustButton::Helpers(n, 0).data())))
}

/// All helpers.
pub(super) async fn list(turn: &mut Turn<'_>, n: NeighbourhoodId, page: u32) -> Result<()> {
    let Some(neighbourhood) = allowed(turn, n).await? else { return Ok(()) };
    let all = store::helpers(turn.db(), n).await?;
    if all.is_empty() {
        let text = turn.say("helpers-none", &[("neighbourhood", Arg::Words(&neighbourhood.name))]);
        let mut rows = screen::rows_on(turn, &Page::Helpers(n)).await?;
        rows.push(vec![worklist::list_button(turn, n)]);
        turn.edit_pressed(Content::new(text, rows));
        return Ok(());
    }
    let paging = Paging::new(page, all.len(), ON_A_PAGE);
    let mut text = turn.say("helpers", &[("neighbourhood", Arg::Words(&neighbourhood.name))]);
    let mut rows = Vec::new();
    for helper in paging.of(&all) {
        let name = turn.person(helper.person).await?.name;
        text = text.paragraph(&line(turn, &name, helper));
        rows.push(vec![Button::press(clip(&name, ON_BUTTON), TrustButton::Helper(n, helper.person).data())]);
    }
    rows.extend(paging.row(turn, ["helpers-before", "helpers-after"], |page| TrustButton::Helpers(n, page).data()));
    rows.extend(screen::rows_on(turn, &Page::Helpers(n)).await?);
    rows.push(vec![worklist::list_button(turn, n)]);
    turn.edit_pressed(Content::new(text, rows));
    Ok(())
}

/// One of them in the list.
fn line(turn: &Turn<'_>, name: &str, helper: &Helper) -> Html {
    let name = Html::from_words(name);
    name.line(&match (&helper.contact, &helper.met_on) {
        (_, Some(on)) => turn.say("helper-met", &[("day", Arg::Own(&day(turn, turn.language(), on)))]),
        (Some(_), None) => turn.say("helper-wants", &[]),
        (None, None) => turn.say("helper-not-met", &[]),
    })
}

/// One of them.
pub(super) async fn one(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<()> {
    let Some((_, helper)) = about(turn, n, person).await? else { return Ok(()) };
    show(turn, n, &helper).await
}

async fn show(turn: &mut Turn<'_>, n: NeighbourhoodId, helper: &Helper) -> Result<()> {
    let content = screen(turn, n, helper).await?;
    turn.edit_pressed(content);
    Ok(())
}

/// All that the team knows of a helper, and what it can do.
async fn screen(turn: &mut Turn<'_>, n: NeighbourhoodId, helper: &Helper) -> Result<Content> {
    let person = turn.person(helper.person).await?;
    let mut text = turn.say("helper", &[("name", Arg::Words(&person.name))]);
    if !helper.willing {
        text = text.line(&turn.say("helper-not-willing", &[]));
    }
    let language = turn.language();
    let tap = |tap: fn(NeighbourhoodId, PersonId) -> TrustButton| tap(n, helper.person).data();
    let mut rows = Vec::new();
    match &helper.met_on {
        Some(on) => {
            text = text.line(&turn.say("helper-met", &[("day", Arg::Own(&day(turn, language, on)))]));
            text = match &helper.vog_on {
                Some(on) => text.line(&turn.say("helper-vog", &[("day", Arg::Own(&day(turn, language, on)))])),
                None => text,
            };
            text = text.paragraph(&turn.say("helper-vog-about", &[]));
            rows.push(vec![turn.button("helper-button-vog", tap(TrustButton::Vog))]);
            rows.push(vec![turn.button("helper-button-unmeet", tap(TrustButton::Unmeet))]);
        }
        None => {
            text = text.line(&turn.say("helper-not-met", &[]));
            if helper.contact.is_some() {
                // How to reach them is for who works on it, and stands on the worklist.
                text = text.paragraph(&turn.say("helper-on-worklist", &[]));
            }
            text = text.paragraph(&turn.say("helper-met-about", &[]));
            rows.push(vec![turn.button("helper-button-met", tap(TrustButton::Met))]);
        }
    }
    rows.extend(screen::rows_on(turn, &Page::About(n, helper.person)).await?);
    rows.push(vec![turn.button("helpers-back", TrustButton::Helpers(n, 0).data())]);
    Ok(Content::new(text, rows))
}

/// [Kennisgemaakt vandaag].
pub(super) async fn met(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<()> {
    let Some((neighbourhood, helper)) = about(turn, n, person).await? else { return Ok(()) };
    if helper.met_on.is_none() {
        let (me, today) = (turn.who()?, local_date(turn.now()).to_string());
        store::set_met(turn.db(), n, person, Some(&today), me.id).await?;
        acquaint::forget(turn, n, person).await?;
        tell(turn, &neighbourhood, person, "met-news", Some(&today)).await?;
    }
    again(turn, n, person, "helper-toast-met").await
}

/// [VOG gezien vandaag].
pub(super) async fn vog(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<()> {
    let Some((neighbourhood, helper)) = about(turn, n, person).await? else { return Ok(()) };
    if helper.met_on.is_none() {
        screen::outdated(turn)?;
        return show(turn, n, &helper).await;
    }
    let today = local_date(turn.now()).to_string();
    if helper.vog_on.as_ref() != Some(&today) {
        store::set_vog(turn.db(), n, person, &today).await?;
        tell(turn, &neighbourhood, person, "vog-news", Some(&today)).await?;
    }
    again(turn, n, person, "helper-toast-vog").await
}

/// [Intrekken]: is that meant?
pub(super) async fn unmeet(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<()> {
    let Some((_, helper)) = about(turn, n, person).await? else { return Ok(()) };
    if helper.met_on.is_none() {
        screen::outdated(turn)?;
        return show(turn, n, &helper).await;
    }
    let name = turn.person(person).await?.name;
    let (yes, no) = (TrustButton::Unmet(n, person).data(), TrustButton::Helper(n, person).data());
    screen::ask_sure(turn, "helper-unmeet", &[("name", Arg::Words(&name))], yes, no);
    Ok(())
}

/// [Ja, intrekken].
pub(super) async fn unmet(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<()> {
    let Some((neighbourhood, helper)) = about(turn, n, person).await? else { return Ok(()) };
    if helper.met_on.is_some() {
        let me = turn.who()?;
        store::set_met(turn.db(), n, person, None, me.id).await?;
        tell(turn, &neighbourhood, person, "unmet-news", None).await?;
    }
    again(turn, n, person, "helper-toast-unmet").await
}

/// The pressed message as things are now.
async fn again(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId, toast: &str) -> Result<()> {
    turn.answer(turn.label(toast, &[]));
    match store::helper(turn.db(), n, person).await? {
        Some(helper) => show(turn, n, &helper).await,
        None => Ok(()),
    }
}

/// Tells the neighbour what the team wrote down.
async fn tell(
    turn: &mut Turn<'_>,
    neighbourhood: &Neighbourhood,
    to: PersonId,
    id: &str,
    on: Option<&str>,
) -> Result<()> {
    let (me, to): (Person, Person) = (turn.who()?, turn.person(to).await?);
    if !Turn::reachable(&to) {
        return Ok(());
    }
    let language = to.language;
    let on = on.map(|d| day(turn, language, d)).unwrap_or_default();
    let team = screen::the_team(language, neighbourhood);
    let args = [("name", Arg::Words(me.name.as_str())), ("team", Arg::Words(&team)), ("day", Arg::Own(&on))];
    let rows = screen::human_button(language, turn, None).map(|b| vec![b]).into_iter().collect();
    turn.tell(&to, Content::new(texts().html(language, id, &args), rows), None);
    Ok(())
}
