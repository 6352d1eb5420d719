//! [Overdragen]: somebody who may announce here is asked to organise an activity from now on, and must say yes. Both hear how it
//! went; the card shows the new name, and who comes reads it.

use super::manage::planned_activity;
use crate::features::activities::access::may_manage;
use crate::features::activities::buttons::HostingButton;
use crate::features::activities::model::kinds::is_unseen;
use crate::features::activities::model::{Activity, Headcount, State, thing};
use crate::features::activities::screens::card::text_about;
use crate::features::activities::screens::host::{self, back, key};
use crate::features::activities::screens::refresh;
use crate::features::activities::show::{PAGES, button, close_outdated, say, show};
use crate::features::activities::store::{self, hosting as sql};
use crate::features::activities::{lifecycle, news, people, recurring};
use crate::features::worklist;
use crate::model::{ActivityId, Button, Content, Person, PersonId, Result, Role};
use crate::screen::Paging;
use crate::screen::{outdated, toast};
use crate::text::{Arg, clip};
use crate::turn::{Action, Turn};

/// Names on one page.
const ON_A_PAGE: usize = 6;

/// Longest name on a button, in characters.
const ON_BUTTON: usize = 40;

/// Who can be asked: whoever has a role here, and where every resident may announce, who comes. Nobody sees of whom a
/// neighbourhood consists, nor who comes to what shows nobody.
async fn candidates(turn: &mut Turn<'_>, a: &Activity) -> Result<Vec<Person>> {
    let mut all: Vec<Person> = Vec::new();
    for role in Role::ALL {
        all.extend(turn.holders(a.neighbourhood, role).await?);
    }
    if !is_unseen(&a.what.kind) {
        all.extend(people::going(turn, a.id).await?);
    }
    let mut found: Vec<Person> = Vec::new();
    for person in all {
        let known = person.id == a.organiser || found.iter().any(|p| p.id == person.id);
        if !known
            && Turn::reachable(&person)
            && turn.person_allowed(person.id, a.neighbourhood, Action::Announce).await?
        {
            found.push(person);
        }
    }
    Ok(found)
}

/// The button: to whom?
pub async fn list(turn: &mut Turn<'_>, id: ActivityId, page: u32) -> Result<()> {
    let Some(a) = planned_activity(turn, id).await? else { return Ok(()) };
    let all = candidates(turn, &a).await?;
    if all.is_empty() {
        turn.alert(turn.label("hand-nobody", &[]));
        return Ok(());
    }
    let paging = Paging::new(page, all.len(), ON_A_PAGE);
    let label = |p: &Person| vec![named(&p.name, HostingButton::HandTo(id, p.id))];
    let mut rows: Vec<Vec<Button>> = paging.of(&all).iter().map(label).collect();
    rows.extend(paging.row(turn, PAGES, |page| HostingButton::Hand(id, page).data()));
    rows.push(back(turn, id));
    let text = host::head(turn.language(), &a).paragraph(&turn.say("hand-to-whom", &[]));
    show(turn, Content::new(text, rows)).await
}

fn named(name: &str, tap: HostingButton) -> Button {
    Button::press(clip(name, ON_BUTTON), tap.data())
}

/// Somebody whom the sender can ask, or an answer to who pressed: a client may make up a key.
async fn candidate(turn: &mut Turn<'_>, a: &Activity, to: PersonId) -> Result<Option<Person>> {
    let found = candidates(turn, a).await?.into_iter().find(|p| p.id == to);
    if found.is_none() {
        toast(turn, "hand-not-them", &[])?;
    }
    Ok(found)
}

/// A name was chosen: sure?
pub async fn chosen(turn: &mut Turn<'_>, id: ActivityId, to: PersonId) -> Result<()> {
    let Some(a) = planned_activity(turn, id).await? else { return Ok(()) };
    let Some(to) = candidate(turn, &a, to).await? else { return Ok(()) };
    // Who is of the team may take it on themselves.
    if to.id == turn.who()?.id {
        return take_over(turn, &a, false).await;
    }
    let args = [("name", Arg::Words(to.name.as_str())), ("title", Arg::Words(&a.what.title))];
    let text = turn.say("hand-sure", &args);
    let mut rows = vec![vec![key(turn, "hand-yes", HostingButton::Ask(id, to.id))]];
    if recurring::series_with_date(turn, &a).await?.is_some() {
        rows = vec![
            vec![key(turn, "hand-yes-once", HostingButton::Ask(id, to.id))],
            vec![key(turn, "hand-yes-all", HostingButton::AskAll(id, to.id))],
        ];
    }
    rows.push(vec![key(turn, "hand-no", HostingButton::Hand(id, 0))]);
    show(turn, Content::new(text, rows)).await
}

/// [Ja, vraag het]; with `whole` for all dates of the series that are to come.
pub async fn ask(turn: &mut Turn<'_>, id: ActivityId, to: PersonId, whole: bool) -> Result<()> {
    let Some(a) = planned_activity(turn, id).await? else { return Ok(()) };
    let Some(to) = candidate(turn, &a, to).await? else { return Ok(()) };
    let me = turn.who()?;
    let whole = whole && recurring::series_with_date(turn, &a).await?.is_some();
    let number = sql::offer(turn.db(), id, (me.id, to.id), whole).await?;
    let headcount = people::headcount(turn, &a).await?;
    let language = to.language;
    let asks = if whole { "hand-offer-all" } else { "hand-offer" };
    let text = say(language, asks, &[("name", Arg::Words(&me.name))])
        .paragraph(&host::head(language, &a))
        .paragraph(&host::counts(language, &a, &Headcount { names: None, ..headcount }))
        .paragraph(&say(language, "hand-offer-what", &[]));
    let rows = vec![
        vec![button(language, "hand-accept", HostingButton::Accept(number).data())],
        vec![button(language, "hand-refuse", HostingButton::Refuse(number).data())],
    ];
    turn.tell(&to, Content::new(text, rows), Some(thing(id)));
    let text = turn.say("hand-asked", &[("name", Arg::Words(&to.name))]);
    let rows = vec![back(turn, id)];
    show(turn, Content::new(text, rows)).await
}

/// An offer to the sender that still stands, or an answer to who pressed.
async fn offer(turn: &mut Turn<'_>, number: i64) -> Result<Option<(Activity, Person, bool)>> {
    let me = turn.who()?;
    if let Some((id, from, whole)) = sql::offered(turn.db(), number, me.id).await?
        && let Some(a) = store::activity(turn.db(), id).await?
        && a.state == State::Planned
    {
        sql::drop_offer(turn.db(), number).await?;
        let from = turn.person(from).await?;
        return Ok(Some((a, from, whole)));
    }
    close_outdated(turn, "hand-over")?;
    Ok(None)
}

/// [Ja, dat doe ik].
pub async fn accept(turn: &mut Turn<'_>, number: i64) -> Result<()> {
    let Some((a, from, whole)) = offer(turn, number).await? else { return Ok(()) };
    // Whoever offered it may have lost the right to since, or have lost it to another.
    if !may_manage(turn, a.neighbourhood, a.organiser, from.id).await? {
        return close_outdated(turn, "hand-over");
    }
    let me = turn.who()?;
    if !turn.person_allowed(me.id, a.neighbourhood, Action::Announce).await? {
        return close_outdated(turn, "hand-not-you");
    }
    take_over(turn, &a, whole).await
}

/// The sender organises it from now on, or with `whole` all dates of its series; everybody whom it concerns hears so.
async fn take_over(turn: &mut Turn<'_>, a: &Activity, whole: bool) -> Result<()> {
    let (me, now) = (turn.who()?, turn.now());
    let from = turn.person(a.organiser).await?;
    let whole = match recurring::series_with_date(turn, a).await? {
        Some(series) if whole => recurring::hand_over(turn, series, me.id).await?,
        Some(_) | None => false,
    };
    // A date that is going on is none of those to come.
    let theirs = store::load(turn.db(), a.id).await?.organiser == me.id;
    if !theirs && !sql::set_organiser(turn.db(), a.id, (from.id, me.id), now).await? {
        return toast(turn, "hand-over", &[]);
    }
    worklist::resolve(turn, &thing(a.id)).await?;
    let a = store::load(turn.db(), a.id).await?;
    news::handed_over(turn, &a, (&from, &me), whole && theirs).await?;
    refresh::all(turn, a.id).await?;
    toast(turn, "hand-yours", &[])?;
    let content = host::screen(turn, &a).await?;
    show(turn, content).await
}

/// [Liever niet].
pub async fn refuse(turn: &mut Turn<'_>, number: i64) -> Result<()> {
    let Some((a, from, _)) = offer(turn, number).await? else { return Ok(()) };
    let me = turn.who()?;
    let text = text_about(from.language, "hand-refused", &a, &[("name", Arg::Words(&me.name))]);
    let row = vec![button(from.language, "hosting-manage", HostingButton::Manage(a.id).data())];
    turn.tell(&from, Content::new(text, vec![row]), Some(thing(a.id)));
    let text = turn.say("hand-refused-thanks", &[("name", Arg::Words(&from.name))]);
    show(turn, Content::text(text)).await
}

/// [Ik organiseer dit verder].
pub async fn adopt(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = store::activity(turn.db(), id).await? else { return outdated(turn) };
    if turn.allowed(a.neighbourhood, Action::Moderate).await? && !lifecycle::is_orphan(turn, &a).await? {
        toast(turn, "orphan-over", &[])?;
        return worklist::show(turn, a.neighbourhood, &thing(id)).await;
    }
    if !worklist::claim_for(turn, a.neighbourhood, &thing(id), Action::Moderate).await? {
        return Ok(());
    }
    take_over(turn, &a, true).await
}
