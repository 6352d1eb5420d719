//! [Praat met iemand]: from a tap to a named human of the team.
//!
//! The person says how they can be reached; everybody of the team gets the question in private; the first to press takes it,
//! the others see who did, and the person reads the name. Where nobody can be reached, Stoep says so and gives the numbers.
//! Nobody took it after a day: the person hears that too, and the administrators get the question as well.

use serde_json::{Map, Value};

use super::buttons::Tap;
use super::store::{self, Call};
use super::{NAME, button};
use crate::dialogue::Contact;
use crate::features::neighbourhood::the_team;
use crate::features::roles::{self, Action, may};
use crate::features::{Finish, Offered, members};
use crate::model::{Button, Content, Html, Neighbourhood, NeighbourhoodId, Person, Result, Role, Thing};
use crate::text::{Arg, clip, texts};
use crate::turn::Turn;

/// The dialogue that asks how somebody can be reached.
pub(super) const FLOW: &str = "human";

/// Job: did anybody take it?
pub(super) const WAIT: &str = "wait";
/// Job: forget it.
pub(super) const DROP: &str = "drop";

const WAIT_HOURS: i64 = 24;
const KEEP_DAYS: i64 = 30;

fn thing(call: i64) -> Thing {
    Thing { feature: NAME.to_owned(), id: call }
}

/// Somebody wants to speak to a human.
pub(super) async fn human(turn: &mut Turn<'_>) -> Result<()> {
    let who = turn.who()?;
    let Some(member) = turn.member().await? else {
        let text = with_numbers(turn, turn.say("human-outside", &[]).paragraph(&members::how_to_join(turn)));
        return turn.reply(Content::text(text));
    };
    let place = turn.neighbourhood(member.neighbourhood).await?;
    if store::waiting(turn.db(), place.id, who.id).await?.is_some() {
        return waits(turn, &place);
    }
    if roles::team(turn, place.id, &[who.id]).await?.is_empty() {
        return nobody(turn, &place);
    }
    let Some(username) = &who.username else {
        ask_contact(turn, &place);
        return Ok(());
    };
    let at = format!("@{username}");
    let team = the_team(turn.language(), &place);
    let args = [("team", Arg::Words(&team)), ("name", Arg::Words(&who.name)), ("contact", Arg::Words(&at))];
    let text = turn.say("human-ask", &args);
    let rows = vec![
        vec![button(turn, "human-yes", Tap::Call(place.id))],
        vec![button(turn, "human-otherwise", Tap::Otherwise(place.id))],
        vec![button(turn, "human-no", Tap::Never)],
    ];
    turn.reply(Content::new(text, rows))
}

/// A neighbourhood that the sender belongs to; others are none of their business.
async fn mine(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<Neighbourhood>> {
    let who = turn.who()?;
    match turn.membership(who.id, n).await? {
        Some(_) => Ok(Some(turn.neighbourhood(n).await?)),
        None => Ok(None),
    }
}

/// [Ja, vraag het]: under the own @username.
pub(super) async fn call_by_username(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let who = turn.who()?;
    match (mine(turn, n).await?, &who.username) {
        (Some(place), Some(username)) => {
            turn.close_pressed();
            call(turn, &place, &format!("@{username}")).await
        }
        (Some(place), None) => {
            ask_contact(turn, &place);
            Ok(())
        }
        (None, _) => human(turn).await,
    }
}

/// [Op een andere manier].
pub(super) async fn call_otherwise(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    match mine(turn, n).await? {
        Some(place) => {
            turn.close_pressed();
            ask_contact(turn, &place);
            Ok(())
        }
        None => human(turn).await,
    }
}

fn ask_contact(turn: &mut Turn<'_>, place: &Neighbourhood) {
    let mut prefill = Map::new();
    prefill.insert("place".into(), place.id.to_string().into());
    turn.begin(FLOW, prefill);
}

/// The neighbourhoods whose team the sender can ask.
pub(super) async fn choices(turn: &mut Turn<'_>) -> Result<Vec<Offered>> {
    let who = turn.who()?;
    let mut offered = Vec::new();
    for member in turn.memberships(who.id).await? {
        let place = turn.neighbourhood(member.neighbourhood).await?;
        offered.push(Offered { value: place.id.to_string(), label: clip(&place.name, 40) });
    }
    Ok(offered)
}

/// The answers of the dialogue.
pub(super) fn read(answers: &Map<String, Value>) -> std::result::Result<(NeighbourhoodId, String), String> {
    let place = answers.get("place").and_then(Value::as_str).ok_or("no place")?;
    let contact = answers.get("contact").cloned().unwrap_or_default();
    match serde_json::from_value::<Contact>(contact) {
        Ok(Contact::Phone(words) | Contact::Words(words)) => {
            Ok((NeighbourhoodId(place.parse().unwrap_or_default()), words))
        }
        Err(e) => Err(e.to_string()),
    }
}

/// The person said how they can be reached.
pub(super) async fn finish(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<Finish> {
    // A neighbourhood that they left since: from the beginning.
    let place = match read(answers) {
        Ok((n, contact)) => mine(turn, n).await?.map(|place| (place, contact)),
        Err(_) => None,
    };
    match place {
        Some((place, contact)) => call(turn, &place, &contact).await?,
        None => human(turn).await?,
    }
    Ok(Finish::Done)
}

async fn call(turn: &mut Turn<'_>, place: &Neighbourhood, contact: &str) -> Result<()> {
    let who = turn.who()?;
    let team = roles::team(turn, place.id, &[who.id]).await?;
    if team.is_empty() {
        return nobody(turn, place);
    }
    let now = turn.now();
    let Some(id) = store::make_call(turn.db(), place.id, who.id, contact, now).await? else {
        return waits(turn, place);
    };
    for member in &team {
        ring(turn, member, id, &who.name, contact);
    }
    turn.schedule(NAME, WAIT, id, now.plus(WAIT_HOURS * 3600));
    turn.schedule(NAME, DROP, id, now.plus_days(KEEP_DAYS));
    answer(turn, "human-asked", place)
}

/// Shows the call to somebody of the team. A card: it is edited once somebody took it.
fn ring(turn: &mut Turn<'_>, member: &Person, call: i64, name: &str, contact: &str) {
    let args = [("name", Arg::Words(name)), ("contact", Arg::Words(contact))];
    let text = texts().html(member.language, "call", &args);
    let label = texts().plain(member.language, "call-take", &[]);
    let take = Button::press(label, format!("{NAME}:{}", Tap::Take(call)));
    turn.card(thing(call), member.chat, Content::new(text, vec![vec![take]]));
}

fn nobody(turn: &mut Turn<'_>, place: &Neighbourhood) -> Result<()> {
    answer(turn, "human-nobody", place)
}

fn waits(turn: &mut Turn<'_>, place: &Neighbourhood) -> Result<()> {
    answer(turn, "human-waiting", place)
}

fn answer(turn: &mut Turn<'_>, id: &str, place: &Neighbourhood) -> Result<()> {
    let team = the_team(turn.language(), place);
    let text = with_numbers(turn, turn.say(id, &[("team", Arg::Words(&team))]));
    turn.reply(Content::text(text))
}

fn with_numbers(turn: &Turn<'_>, text: Html) -> Html {
    text.paragraph(&super::numbers(turn.language()))
}

/// [Ik pak dit op].
pub(super) async fn take(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let who = turn.who()?;
    let Some(call) = store::call(turn.db(), id).await? else {
        turn.answer(turn.label("press-outdated", &[]));
        turn.close_pressed();
        return Ok(());
    };
    let member = turn.membership(who.id, call.neighbourhood).await?;
    let place = turn.neighbourhood(call.neighbourhood).await?;
    if !may(member.as_ref(), Action::Moderate, &place) || call.person == who.id {
        turn.alert(turn.label("press-not-yours", &[]));
        return Ok(());
    }
    let now = turn.now();
    if !store::take_call(turn.db(), id, who.id, now).await? {
        let taker = match call.claimed_by {
            Some(by) => turn.person(by).await?.name,
            None => String::new(),
        };
        turn.answer(turn.label("call-taken-toast", &[("name", Arg::Words(&clip(&taker, 60)))]));
        return show_taken(turn, &call).await;
    }
    turn.cancel(NAME, WAIT, id);
    let call = Call { claimed_by: Some(who.id), ..call };
    show_taken(turn, &call).await?;
    let asker = turn.person(call.person).await?;
    if Turn::reachable(&asker) {
        let team = the_team(asker.language, &place);
        let args =
            [("name", Arg::Words(who.name.as_str())), ("team", Arg::Words(&team)), ("place", Arg::Words(&place.name))];
        let of_team = member.is_some_and(|m| m.is(Role::Moderator));
        let id = if of_team { "human-taken" } else { "human-taken-administrator" };
        let text = texts().html(asker.language, id, &args);
        turn.tell(&asker, Content::text(text), None);
    }
    Ok(())
}

/// Every copy says who took it; how to reach the person stays with that one alone.
async fn show_taken(turn: &mut Turn<'_>, call: &Call) -> Result<()> {
    let Some(by) = call.claimed_by else { return Ok(()) };
    let taker = turn.person(by).await?;
    let asker = turn.person(call.person).await?;
    let copies: Vec<_> = turn.cards_of(&thing(call.id)).await?.into_iter().map(|(chat, _)| chat).collect();
    for role in [Role::Moderator, Role::Administrator] {
        for member in turn.holders(call.neighbourhood, role).await? {
            if !copies.contains(&member.chat) || !Turn::reachable(&member) {
                continue;
            }
            let id = if member.id == by { "call-yours" } else { "call-taken" };
            let args = [
                ("name", Arg::Words(asker.name.as_str())),
                ("contact", Arg::Words(call.contact.as_str())),
                ("taker", Arg::Words(taker.name.as_str())),
            ];
            turn.card(thing(call.id), member.chat, Content::text(texts().html(member.language, id, &args)));
        }
    }
    Ok(())
}

/// Shows the call to the administrators who have not seen it; says whether there was one.
async fn ring_administrators(turn: &mut Turn<'_>, call: &Call, asker: &Person) -> Result<bool> {
    let copies = turn.cards_of(&thing(call.id)).await?;
    let mut rang = false;
    for member in turn.holders(call.neighbourhood, Role::Administrator).await? {
        let known = copies.iter().any(|(chat, _)| *chat == member.chat);
        if member.id != asker.id && !known && Turn::may_disturb(&member) {
            ring(turn, &member, call.id, &asker.name, &call.contact);
            rang = true;
        }
    }
    Ok(rang)
}

/// A day later: did anybody take it? At night that is looked at in the morning.
pub(super) async fn waited(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    if turn.till_morning(NAME, WAIT, id) {
        return Ok(());
    }
    let Some(call) = store::call(turn.db(), id).await?.filter(|c| c.claimed_by.is_none()) else { return Ok(()) };
    let asker = turn.person(call.person).await?;
    let place = turn.neighbourhood(call.neighbourhood).await?;
    let passed_on = ring_administrators(turn, &call, &asker).await?;
    let mut text = to_asker(&asker, "human-nobody-yet", &place);
    if passed_on {
        text = text.line(&texts().html(asker.language, "human-passed-on", &[]));
    }
    tell_with_numbers(turn, &asker, text);
    Ok(())
}

/// The call did not reach somebody of the team. Where nobody is left who saw it, the administrators get it; where they can't
/// be reached either, the person hears that at once, and may ask again.
pub(super) async fn unheard(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(call) = store::call(turn.db(), id).await?.filter(|c| c.claimed_by.is_none()) else { return Ok(()) };
    let copies = turn.cards_of(&thing(id)).await?;
    for role in [Role::Moderator, Role::Administrator] {
        let holders = turn.holders(call.neighbourhood, role).await?;
        if holders.iter().any(|p| Turn::reachable(p) && copies.iter().any(|(chat, _)| *chat == p.chat)) {
            return Ok(());
        }
    }
    let asker = turn.person(call.person).await?;
    if ring_administrators(turn, &call, &asker).await? {
        return Ok(());
    }
    let place = turn.neighbourhood(call.neighbourhood).await?;
    tell_with_numbers(turn, &asker, to_asker(&asker, "human-nobody", &place));
    turn.cancel(NAME, WAIT, id);
    turn.cancel(NAME, DROP, id);
    turn.remove_cards(&thing(id)).await?;
    store::drop_call(turn.db(), id).await
}

fn to_asker(asker: &Person, id: &str, place: &Neighbourhood) -> Html {
    texts().html(asker.language, id, &[("team", Arg::Words(&the_team(asker.language, place)))])
}

fn tell_with_numbers(turn: &mut Turn<'_>, asker: &Person, text: Html) {
    if Turn::reachable(asker) {
        turn.tell(asker, Content::text(text.paragraph(&super::numbers(asker.language))), None);
    }
}

/// A month later nothing of it is kept. The copies in the team's chats are too old to be deleted there: they lose what they
/// said.
pub(super) async fn forget(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    if let Some(call) = store::call(turn.db(), id).await? {
        let place = turn.neighbourhood(call.neighbourhood).await?;
        let team = turn.holders(place.id, Role::Moderator).await?;
        for (chat, _) in turn.cards_of(&thing(id)).await? {
            let language = team.iter().find(|p| p.chat == chat).map_or(place.language, |p| p.language);
            turn.card(thing(id), chat, Content::text(texts().html(language, "call-over", &[])));
        }
    }
    store::drop_call(turn.db(), id).await
}
