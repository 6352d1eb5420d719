//! A call: somebody wants to speak to a human of the team.
//!
//! It rings every moderator who can be reached, as a card in private, and stands on the worklist; it is confidential. Who takes it
//! up, by the card or on the list, reads how to reach the person until it is done; the others' cards say who did, and the person
//! reads the name. Nobody took it after a day: the person hears that too.

use super::NAME;
use super::buttons::{HelpButton, Job};
use super::store::{self, Call};
use crate::features::worklist;
use crate::model::{Button, Content, Html, Neighbourhood, NeighbourhoodId, Person, PersonId, Result, Thing};
use crate::screen::{numbers, the_team};
use crate::text::{Arg, clip, texts};
use crate::turn::{Action, Pressed, Reason, Turn, WorkItem};

/// Somebody wants to speak to a human. The cards tell the team.
pub(super) const CALL: Reason = Reason { announced: true, in_title: true, ..Reason::plain("call") };

const WAIT_HOURS: i64 = 24;
const KEEP_DAYS: i64 = 30;

fn thing(call: i64) -> Thing {
    Thing { feature: NAME.to_owned(), id: call }
}

/// A new call rings these people.
pub(super) async fn begin(turn: &mut Turn<'_>, id: i64, team: &[Person]) -> Result<()> {
    let Some(call) = store::call(turn.db(), id).await? else { return Ok(()) };
    for member in team {
        card(turn, &call, member).await?;
    }
    worklist::put(turn, call.neighbourhood, CALL, &thing(id)).await?;
    let now = turn.now();
    turn.schedule(Job::Wait, id, now.plus(WAIT_HOURS * 3600));
    turn.schedule(Job::Drop, id, now.plus_days(KEEP_DAYS));
    Ok(())
}

// ── who sees it ────────────────────────────────────────────────────────────────────────────────────────────────

/// Draws a call's card for somebody of the team. How to reach the person stands there for everybody until somebody takes it, and for
/// that one alone from then on. Who is no moderator any more reads nothing of it.
async fn card(turn: &mut Turn<'_>, call: &Call, member: &Person) -> Result<()> {
    if !turn.person_allowed(member.id, call.neighbourhood, Action::ReadConfidential).await? {
        turn.card(thing(call.id), member.chat, Content::text(texts().html(member.language, "team-gone", &[])));
        return Ok(());
    }
    let asker = turn.person(call.person).await?;
    let taker = match call.claimed_by {
        Some(by) => turn.person(by).await?.name,
        None => String::new(),
    };
    let args = [
        ("name", Arg::Words(asker.name.as_str())),
        ("contact", Arg::Words(call.contact.as_str())),
        ("taker", Arg::Words(taker.as_str())),
    ];
    let (id, rows) = match call.claimed_by {
        None => {
            let label = texts().plain(member.language, "call-take", &[]);
            ("call", vec![vec![Button::press(label, HelpButton::Take(call.id).data())]])
        }
        Some(by) if by != member.id => ("call-taken", Vec::new()),
        Some(_) if worklist::contains(turn, &thing(call.id)).await? => {
            let label = texts().plain(member.language, "call-done", &[]);
            ("call-yours", vec![vec![Button::press(label, HelpButton::Done(call.id).data())]])
        }
        Some(_) => ("call-handled", Vec::new()),
    };
    let text = texts().html(member.language, id, &args);
    let text = match call.urgent && call.claimed_by.is_none() {
        true => texts().html(member.language, "call-urgent", &[]).line(&text),
        false => text,
    };
    turn.card(thing(call.id), member.chat, Content::new(text, rows));
    Ok(())
}

/// Those of the team who have a card of a call.
async fn rung(turn: &mut Turn<'_>, call: &Call) -> Result<Vec<Person>> {
    let mut rung = Vec::new();
    for member in turn.colleagues(call.neighbourhood).await? {
        if turn.has_card(&thing(call.id), member.chat).await? {
            rung.push(member);
        }
    }
    Ok(rung)
}

/// Draws every card of a call anew.
async fn redraw(turn: &mut Turn<'_>, call: &Call) -> Result<()> {
    for member in rung(turn, call).await?.iter().filter(|p| Turn::reachable(p)) {
        card(turn, call, member).await?;
    }
    Ok(())
}

/// A call says something else: its cards are drawn anew.
pub(super) async fn redrawn(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    match store::call(turn.db(), id).await? {
        Some(call) => redraw(turn, &call).await,
        None => Ok(()),
    }
}

/// Somebody's role changed: who is no moderator any more loses what their cards say.
pub(super) async fn role_changed(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    if turn.person_allowed(person, n, Action::ReadConfidential).await? {
        return Ok(());
    }
    let person = turn.person(person).await?;
    for id in store::calls_in(turn.db(), n).await? {
        if turn.has_card(&thing(id), person.chat).await?
            && let Some(call) = store::call(turn.db(), id).await?
        {
            card(turn, &call, &person).await?;
            if call.only_for == Some(person.id) && call.claimed_by.is_none() {
                only_one_left(turn, &call, &person).await?;
            }
        }
    }
    Ok(())
}

/// The only one who might see a call is not of the team any more: nobody else sees it, and the person may ask again.
async fn only_one_left(turn: &mut Turn<'_>, call: &Call, gone: &Person) -> Result<()> {
    let asker = turn.person(call.person).await?;
    let neighbourhood = turn.neighbourhood(call.neighbourhood).await?;
    let text = texts().html(asker.language, "haste-only-left", &[("name", Arg::Words(&gone.name))]);
    tell_with_numbers(turn, &asker, text, &neighbourhood);
    drop_call(turn, call.id).await
}

/// A call as the worklist shows it. `None` if it is forgotten.
pub(super) async fn work(turn: &mut Turn<'_>, id: i64) -> Result<Option<WorkItem>> {
    let Some(call) = store::call(turn.db(), id).await? else { return Ok(None) };
    let asker = turn.person(call.person).await?;
    let args = [("name", Arg::Words(asker.name.as_str())), ("contact", Arg::Words(call.contact.as_str()))];
    Ok(Some(WorkItem {
        title: turn.label(if call.urgent { "call-title-urgent" } else { "call-title" }, &args),
        text: turn.say("call-work", &args),
        contact: turn.say("call-work-contact", &args),
        rows: vec![vec![turn.button("call-done", HelpButton::Done(id).data())]],
        about: vec![call.person],
        confidential: true,
        urgent: call.urgent,
        only_for: call.only_for,
        ..WorkItem::default()
    }))
}

// ── who takes it ───────────────────────────────────────────────────────────────────────────────────────────────

/// [Ik pak dit op] on a card.
pub(super) async fn take(turn: &mut Turn<'_>, id: i64) -> Result<Pressed> {
    let who = turn.who()?;
    let Some(call) = store::call(turn.db(), id).await?.filter(|c| c.person != who.id) else {
        turn.close_pressed();
        return Ok(Pressed::Outdated);
    };
    if !turn.allowed(call.neighbourhood, Action::ReadConfidential).await? {
        turn.close_pressed();
        return Ok(Pressed::Outdated);
    }
    if let Some(by) = call.claimed_by {
        let taker = turn.person(by).await?.name;
        turn.answer(turn.label("call-taken-toast", &[("name", Arg::Words(&clip(&taker, 60)))]));
        redraw(turn, &call).await?;
    } else {
        worklist::assign(turn, &thing(id), who.id).await?;
        taken(turn, call, &who).await?;
    }
    Ok(Pressed::Handled)
}

/// Somebody of the team works on a call from now on, or nobody does any more.
pub(super) async fn assigned(turn: &mut Turn<'_>, id: i64, who: Option<PersonId>) -> Result<()> {
    let Some(call) = store::call(turn.db(), id).await? else { return Ok(()) };
    match who {
        Some(who) => {
            let who = turn.person(who).await?;
            taken(turn, call, &who).await
        }
        None => given_back(turn, call).await,
    }
}

async fn taken(turn: &mut Turn<'_>, call: Call, by: &Person) -> Result<()> {
    let now = turn.now();
    store::set_claimed(turn.db(), call.id, Some(by.id), now).await?;
    turn.cancel(Job::Wait, call.id);
    let call = Call { claimed_by: Some(by.id), ..call };
    redraw(turn, &call).await?;
    let asker = turn.person(call.person).await?;
    if Turn::reachable(&asker) {
        let neighbourhood = turn.neighbourhood(call.neighbourhood).await?;
        let team = the_team(asker.language, &neighbourhood);
        let args = [
            ("name", Arg::Words(by.name.as_str())),
            ("team", Arg::Words(&team)),
            ("neighbourhood", Arg::Words(&neighbourhood.name)),
        ];
        turn.tell(&asker, Content::text(texts().html(asker.language, "human-taken", &args)), None);
    }
    Ok(())
}

/// The cards offer it again, and the person hears that it waits once more.
async fn given_back(turn: &mut Turn<'_>, call: Call) -> Result<()> {
    if store::waiting(turn.db(), call.neighbourhood, call.person).await?.is_some() {
        // They asked again meanwhile: that call rings, and one is enough.
        return worklist::resolve(turn, &thing(call.id)).await;
    }
    let now = turn.now();
    store::set_claimed(turn.db(), call.id, None, now).await?;
    turn.schedule(Job::Wait, call.id, now.plus(WAIT_HOURS * 3600));
    let call = Call { claimed_by: None, ..call };
    redraw(turn, &call).await?;
    let asker = turn.person(call.person).await?;
    if Turn::reachable(&asker) {
        let neighbourhood = turn.neighbourhood(call.neighbourhood).await?;
        let text = to_asker(&asker, "human-again", &neighbourhood);
        turn.tell(&asker, Content::text(text), None);
    }
    Ok(())
}

/// [Afgehandeld] on the worklist, by who took it.
pub(super) async fn done(turn: &mut Turn<'_>, id: i64) -> Result<Pressed> {
    let who = turn.who()?;
    let Some(call) = store::call(turn.db(), id).await?.filter(|c| c.claimed_by == Some(who.id)) else {
        return Ok(Pressed::Outdated);
    };
    if !worklist::contains(turn, &thing(id)).await? {
        return Ok(Pressed::Outdated);
    }
    if worklist::claim_for(turn, call.neighbourhood, &thing(id), Action::ReadConfidential).await? {
        worklist::resolve(turn, &thing(id)).await?;
        redraw(turn, &call).await?;
        if turn.pressed_card().await? != Some(thing(id)) {
            worklist::show(turn, call.neighbourhood, &thing(id)).await?;
        }
    }
    Ok(Pressed::Handled)
}

// ── later ──────────────────────────────────────────────────────────────────────────────────────────────────────

/// A day later: did anybody take it? At night that is looked at in the morning.
pub(super) async fn waited(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    if turn.defer_to_morning(Job::Wait, id) {
        return Ok(());
    }
    let Some(call) = store::call(turn.db(), id).await?.filter(|c| c.claimed_by.is_none()) else { return Ok(()) };
    let asker = turn.person(call.person).await?;
    let neighbourhood = turn.neighbourhood(call.neighbourhood).await?;
    tell_with_numbers(turn, &asker, to_asker(&asker, "human-nobody-yet", &neighbourhood), &neighbourhood);
    Ok(())
}

/// The call did not reach somebody of the team. Where nobody is left who saw it, the person hears that at once, and may ask again.
pub(super) async fn undelivered(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(call) = store::call(turn.db(), id).await?.filter(|c| c.claimed_by.is_none()) else { return Ok(()) };
    for member in rung(turn, &call).await? {
        if Turn::reachable(&member)
            && turn.person_allowed(member.id, call.neighbourhood, Action::ReadConfidential).await?
        {
            return Ok(());
        }
    }
    let asker = turn.person(call.person).await?;
    let neighbourhood = turn.neighbourhood(call.neighbourhood).await?;
    tell_with_numbers(turn, &asker, to_asker(&asker, "human-nobody", &neighbourhood), &neighbourhood);
    turn.cancel(Job::Wait, id);
    turn.cancel(Job::Drop, id);
    turn.remove_cards(&thing(id)).await?;
    drop_call(turn, id).await
}

fn to_asker(asker: &Person, id: &str, neighbourhood: &Neighbourhood) -> Html {
    texts().html(asker.language, id, &[("team", Arg::Words(&the_team(asker.language, neighbourhood)))])
}

fn tell_with_numbers(turn: &mut Turn<'_>, asker: &Person, text: Html, neighbourhood: &Neighbourhood) {
    if Turn::reachable(asker) {
        turn.tell(asker, Content::text(text.paragraph(&numbers(asker.language, Some(neighbourhood)))), None);
    }
}

/// A month later nothing of it is kept. The cards in the team's chats are too old to be deleted there: they lose what they said.
pub(super) async fn forget(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    if let Some(call) = store::call(turn.db(), id).await? {
        let neighbourhood = turn.neighbourhood(call.neighbourhood).await?;
        let team = turn.colleagues(neighbourhood.id).await?;
        for (chat, _) in turn.cards_of(&thing(id)).await? {
            let language = team.iter().find(|p| p.chat == chat).map_or(neighbourhood.language, |p| p.language);
            turn.card(thing(id), chat, Content::text(texts().html(language, "call-over", &[])));
        }
    }
    drop_call(turn, id).await
}

async fn drop_call(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    worklist::resolve(turn, &thing(id)).await?;
    turn.cancel(Job::Wait, id);
    store::drop_call(turn.db(), id).await
}
