//! What the team does with a request: takes it over, hands it back or on, ends it. Each press asks again who presses, where the
//! request stands, and whether a colleague works on it; everybody concerned hears what happened.

use crate::features::requests::access::outdated_answers;
use crate::features::requests::buttons::{RequestButton, TeamButton};
use crate::features::requests::load::{self, thing};
use crate::features::requests::model::category::is_sensitive;
use crate::features::requests::model::reasons;
use crate::features::requests::model::request::Request;
use crate::features::requests::model::rules::{self, Change, Facts, Refusal};
use crate::features::requests::model::states::{Audience, Beneficiary, ResponseState, State, TakeoverReason};
use crate::features::requests::names::FLOW_REACH_TEAM;
use crate::features::requests::screens::basics::{button, say, state_text};
use crate::features::requests::screens::handler::{reach_row, standing_handler};
use crate::features::requests::tell::{tell, tell_text};
use crate::features::requests::{candidates, store, transitions};
use crate::features::{contact, worklist};
use crate::model::{Button, Content, Person, PersonId, RequestId, Result, Role};
use crate::screen::{self, alert, outdated, show, the_team, toast};
use crate::text::{Arg, clip, local_date, texts};
use crate::turn::{Action, Finish, Turn};

/// Most colleagues to choose from.
const COLLEAGUES: usize = 20;

/// A press of the team.
pub async fn press(turn: &mut Turn<'_>, tap: TeamButton) -> Result<()> {
    match tap {
        TeamButton::Over(id) => ask_reason(turn, id).await,
        TeamButton::OverFor(id, reason) => take_over(turn, id, reason).await,
        TeamButton::Back(id) => hand_back(turn, id, false).await,
        TeamButton::BackAgreed(id) => hand_back(turn, id, true).await,
        TeamButton::On(id) => ask_colleague(turn, id).await,
        TeamButton::OnTo(id, to) => hand_on(turn, id, to).await,
        TeamButton::Done(id) => end(turn, id, Some(Change::Done)).await,
        TeamButton::End(id) => end(turn, id, Some(Change::Withdraw)).await,
        TeamButton::Resolve(id) => end(turn, id, None).await,
        TeamButton::Reach(id) => reach(turn, id).await,
    }
}

/// The request, where the sender may do this with it now; else they have been answered.
async fn mine_to_do(turn: &mut Turn<'_>, id: RequestId, action: Action) -> Result<Option<Request>> {
    let Some(r) = store::request(turn.db(), id).await? else { return outdated(turn).map(|()| None) };
    Ok(worklist::claim_for(turn, r.neighbourhood, &thing(id), action).await?.then_some(r))
}

/// As [`mine_to_do`], where this change fits; with the state after it.
async fn mine_to_change(
    turn: &mut Turn<'_>,
    id: RequestId,
    action: Action,
    change: Change,
) -> Result<Option<(Request, State)>> {
    // Who takes over what is not on the list puts it there by that.
    let lists = change == Change::TakeOver && !worklist::contains(turn, &thing(id)).await?;
    let found = match store::request(turn.db(), id).await? {
        Some(r) if lists && turn.allowed(r.neighbourhood, action).await? => Some(r),
        Some(_) | None => mine_to_do(turn, id, action).await?,
    };
    let Some(r) = found else { return Ok(None) };
    Ok(next(turn, &r, change).await?.map(|to| (r, to)))
}

/// The state after a change; if it does not fit, they are told why, and see the thing as it is now.
async fn next(turn: &mut Turn<'_>, r: &Request, change: Change) -> Result<Option<State>> {
    match rules::next(r.state, change, Facts { wanted: r.wanted, accepted: 0 }) {
        Ok(to) => Ok(Some(to)),
        Err(Refusal(state)) => {
            toast(turn, &state_text(state), &[])?;
            worklist::show(turn, r.neighbourhood, &thing(r.id)).await.map(|()| None)
        }
    }
}

fn ask(turn: &mut Turn<'_>, id: &str, args: &[(&str, Arg<'_>)], rows: Vec<Vec<Button>>) -> Result<()> {
    show(turn, Content::new(turn.say(id, args), rows))
}

/// A way back to the thing on the list.
async fn back_row(turn: &mut Turn<'_>, id: RequestId) -> Result<Vec<Button>> {
    let label = turn.label("button-not", &[]);
    Ok(worklist::button_to(turn, &thing(id), label).await?.into_iter().collect())
}

/// [Ik neem het over]: asks for what reason.
async fn ask_reason(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some((r, _)) = mine_to_change(turn, id, Action::TakeOver, Change::TakeOver).await? else { return Ok(()) };
    let language = turn.language();
    let choice = |reason: &TakeoverReason| {
        let over = RequestButton::Team(TeamButton::OverFor(id, *reason));
        vec![button(language, &format!("reason-{}", reason.word()), over)]
    };
    // Where no neighbour was asked, it can't be for want of one.
    let asked = r.audience != Audience::Team;
    let reasons = TakeoverReason::ALL.iter().filter(|why| asked || **why != TakeoverReason::Nobody);
    let mut rows: Vec<_> = reasons.map(choice).collect();
    let back = back_row(turn, id).await?;
    if !back.is_empty() {
        rows.push(back);
    }
    ask(turn, "team-why", &[], rows)
}

async fn take_over(turn: &mut Turn<'_>, id: RequestId, reason: TakeoverReason) -> Result<()> {
    let Some((r, _)) = mine_to_change(turn, id, Action::TakeOver, Change::TakeOver).await? else { return Ok(()) };
    let me = turn.who()?;
    transitions::take_over(turn, &r, me.id, reason).await?;
    worklist::put(turn, r.neighbourhood, reasons::TAKEN_OVER, &thing(id)).await?;
    worklist::assign(turn, &thing(id), me.id).await?;
    for response in store::responses_of(turn.db(), id).await? {
        let Some(what) = rules::response_at_end(response.state, State::TakenOver) else { continue };
        transitions::change_response(turn, &response, what).await?;
        let helper = turn.person(response.helper).await?;
        let accepted = response.state == ResponseState::Accepted;
        let text = if accepted { "team-accepted-news" } else { "team-offered-news" };
        tell_text(turn, &r, &helper, text, &[("title", Arg::Words(&r.title))]).await?;
    }
    say_who_helps(turn, id).await?;
    let asker = turn.person(r.asker).await?;
    toast(turn, "team-took-over", &[("name", Arg::Words(&asker.name))])?;
    worklist::show(turn, r.neighbourhood, &thing(id)).await
}

/// The asker reads who helps from now on, and how they will be reached.
async fn say_who_helps(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let r = load::existing(turn, id).await?;
    let Some(handler) = standing_handler(turn, &r).await? else { return Ok(()) };
    let asker = turn.person(r.asker).await?;
    if asker.id == handler.id {
        return Ok(());
    }
    let neighbourhood = turn.neighbourhood(r.neighbourhood).await?;
    let (language, team) = (asker.language, the_team(asker.language, &neighbourhood));
    let name = ("name", Arg::Words(handler.name.as_str()));
    let text = say(language, "team-helps", &[name, ("team", Arg::Words(&team)), ("title", Arg::Words(&r.title))]);
    let content = match (contact::of(&asker, r.contact.as_deref()), reach_row(language, &r, &asker, &handler)) {
        (Some(contact), _) => {
            let how = say(language, "team-helps-reach", &[name, ("contact", Arg::Words(&contact))]);
            Content::text(text.paragraph(&how))
        }
        (None, row) => {
            let how = say(language, "team-helps-how", &[name]);
            Content::new(text.paragraph(&how), row.into_iter().collect())
        }
    };
    tell(turn, &r, &asker, content).await
}

/// [Deel mijn contact met Els], by the asker.
async fn reach(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let me = turn.who()?;
    let r = store::request(turn.db(), id).await?.filter(|r| r.asker == me.id);
    match r {
        Some(r) if standing_handler(turn, &r).await?.is_some() => {
            contact::begin(turn, FLOW_REACH_TEAM, id.0);
            Ok(())
        }
        Some(_) | None => outdated(turn),
    }
}

/// The asker gave their contact for the moderator who took it over.
pub async fn reached(turn: &mut Turn<'_>, answers: contact::Answers) -> Result<Finish> {
    let me = turn.who()?;
    let id = RequestId(answers.about());
    let found = store::request(turn.db(), id).await?.filter(|r| r.asker == me.id);
    let handler = match &found {
        Some(r) => standing_handler(turn, r).await?,
        None => None,
    };
    let (Some(r), Some(handler)) = (found, handler) else { return outdated_answers(turn) };
    let contact = answers.contact();
    store::set_asker_contact(turn.db(), id, &contact).await?;
    let args =
        [("name", Arg::Words(me.name.as_str())), ("contact", Arg::Words(&contact)), ("title", Arg::Words(&r.title))];
    tell_text(turn, &r, &handler, "team-reach-news", &args).await?;
    turn.reply(Content::text(turn.say("reach-thanks", &[("name", Arg::Words(&handler.name))])))?;
    Ok(Finish::Done)
}

/// [Terug naar de buurt].
async fn hand_back(turn: &mut Turn<'_>, id: RequestId, agreed: bool) -> Result<()> {
    let Some((r, to)) = mine_to_change(turn, id, Action::Moderate, Change::HandBack).await? else { return Ok(()) };
    let asker = turn.person(r.asker).await?;
    let audience = if r.audience != Audience::Team {
        r.audience
    } else if is_sensitive(&r.category) {
        Audience::Met
    } else {
        Audience::Quiet
    };
    if audience != r.audience && !agreed {
        let yes = vec![button(turn.language(), "team-agreed-yes", RequestButton::Team(TeamButton::BackAgreed(id)))];
        let rows = vec![yes, back_row(turn, id).await?];
        return ask(turn, "team-agreed", &[("name", Arg::Words(&asker.name))], rows);
    }
    let now = turn.now();
    let dateless = r.span.days.is_some_and(|(_, last)| last < local_date(now));
    // First, because the search begins with what stands there.
    store::begin_again(turn.db(), id, audience, dateless, now).await?;
    transitions::change(turn, &r, to).await?;
    worklist::resolve(turn, &thing(id)).await?;
    let again = load::existing(turn, id).await?;
    // Where nobody can be asked, the search itself says so at once.
    let searches = audience == Audience::Group || candidates::anybody(turn, &again).await?;
    if searches && asker.id != turn.who()?.id {
        let text = match audience {
            Audience::Group => "team-back-group",
            _ if audience != r.audience => "team-back-first",
            _ => "team-back-private",
        };
        let me = turn.who()?;
        let args = [("title", Arg::Words(r.title.as_str())), ("name", Arg::Words(&me.name))];
        tell_text(turn, &r, &asker, text, &args).await?;
    }
    toast(turn, "team-handed-back", &[])?;
    worklist::show(turn, r.neighbourhood, &thing(id)).await
}

/// Moderators other than the sender.
async fn others(turn: &mut Turn<'_>, r: &Request) -> Result<Vec<Person>> {
    let me = turn.who()?;
    let mut all = turn.holders(r.neighbourhood, Role::Moderator).await?;
    all.retain(|p| p.id != me.id && (p.id != r.asker || r.beneficiary == Beneficiary::Caller));
    Ok(all)
}

/// [Aan een collega]: asks to whom.
async fn ask_colleague(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some((r, _)) = mine_to_change(turn, id, Action::TakeOver, Change::HandOn).await? else { return Ok(()) };
    let others = others(turn, &r).await?;
    if others.is_empty() {
        return alert(turn, "team-no-colleague", &[]);
    }
    let mut rows = Vec::new();
    for person in others.iter().take(COLLEAGUES) {
        let to = RequestButton::Team(TeamButton::OnTo(id, person.id));
        rows.push(vec![Button::press(clip(&person.name, 40), to.data())]);
    }
    rows.push(back_row(turn, id).await?);
    ask(turn, "team-to-whom", &[], rows)
}

async fn hand_on(turn: &mut Turn<'_>, id: RequestId, to: PersonId) -> Result<()> {
    let Some((r, _)) = mine_to_change(turn, id, Action::TakeOver, Change::HandOn).await? else { return Ok(()) };
    // A key that a client made up, or somebody who was dismissed since.
    let Some(to) = others(turn, &r).await?.into_iter().find(|p| p.id == to) else {
        return alert(turn, "press-outdated", &[]);
    };
    worklist::assign(turn, &thing(id), to.id).await?;
    assign_to(turn, &r, to.id).await?;
    let me = turn.who()?;
    let text = say(to.language, "team-yours-now", &[("name", Arg::Words(&me.name))]);
    let label = texts().plain(to.language, "work-look", &[]);
    let rows = worklist::button_to(turn, &thing(id), label).await?.map(|b| vec![b]).into_iter().collect();
    turn.tell(&to, Content::new(text, rows), None);
    toast(turn, "team-handed-on", &[("name", Arg::Words(&to.name))])?;
    worklist::show(turn, r.neighbourhood, &thing(id)).await
}

/// Another moderator helps from now on; the asker hears who.
pub async fn assign_to(turn: &mut Turn<'_>, r: &Request, to: PersonId) -> Result<()> {
    if !turn.person_allowed(to, r.neighbourhood, Action::TakeOver).await? {
        return Ok(());
    }
    transitions::take_over(turn, r, to, r.reason.unwrap_or(TakeoverReason::Other)).await?;
    say_who_helps(turn, r.id).await
}

/// [Gelukt], [Niet meer nodig], and [Afgehandeld], which takes it off the list and claims nothing.
async fn end(turn: &mut Turn<'_>, id: RequestId, what: Option<Change>) -> Result<()> {
    let Some(r) = mine_to_do(turn, id, Action::Moderate).await? else { return Ok(()) };
    if what.is_some() || !rules::is_end(r.state) {
        let Some(to) = next(turn, &r, what.unwrap_or(Change::Withdraw)).await? else { return Ok(()) };
        let helpers_read = what.is_none().then_some("team-settled-helper");
        transitions::close(turn, &r, to, helpers_read).await?;
        tell_asker_of_end(turn, &r, what).await?;
    }
    worklist::resolve(turn, &thing(id)).await?;
    toast(turn, "team-done-toast", &[])?;
    worklist::show(turn, r.neighbourhood, &thing(id)).await
}

async fn tell_asker_of_end(turn: &mut Turn<'_>, r: &Request, what: Option<Change>) -> Result<()> {
    let (me, asker) = (turn.who()?, turn.person(r.asker).await?);
    if me.id == asker.id {
        return Ok(());
    }
    let id = match what {
        Some(Change::Done) => "team-done",
        Some(_) => "team-ended",
        None => "team-settled",
    };
    let args = [("name", Arg::Words(me.name.as_str())), ("title", Arg::Words(&r.title))];
    let row = match what {
        Some(_) => None,
        None => screen::human_button(asker.language, turn, None).map(|button| vec![button]),
    };
    tell(turn, r, &asker, Content::new(say(asker.language, id, &args), row.into_iter().collect())).await
}
