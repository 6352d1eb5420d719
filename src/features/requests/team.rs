//! A request and the team: what the worklist shows of it, who works on it, and when it no longer needs the team.
//!
//! The team sees everything but how people can be reached, which only who works on it reads. What both sides said afterwards is
//! for the team alone, and not for somebody of the team whom it is about.

mod acts;
mod buttons;

use super::buttons::Tap;
use super::caller;
use super::cards::{button, contact_of, from_line, head, knows_asker, say};
use super::rules::{self, ResponseState, State};
use super::states::{Subject, Verdict};
use super::store::{self, Request, Response};
use super::view::{self, tell, thing};
use crate::features::neighbourhood::the_team;
use crate::features::roles::{self, Action, may};
use crate::features::worklist::{self, Kind, Work};
use crate::model::{Button, Content, Html, Language, NeighbourhoodId, Person, PersonId, RequestId, Result};
use crate::text::{Arg, clip, local_date, texts};
use crate::turn::Turn;

pub use acts::{press, reached};
pub use buttons::TeamTap;
#[cfg(test)]
pub use buttons::all;

/// A request as the worklist shows it; none where it ended and nothing is left to look at.
pub async fn work(turn: &mut Turn<'_>, id: RequestId, kind: Kind) -> Result<Option<Work>> {
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(None) };
    if rules::is_end(r.state) && !kind.sticky {
        return Ok(None);
    }
    let responses = store::responses_of(turn.db(), id).await?;
    let about = about(&r, &responses);
    let language = turn.language();
    let asker = turn.person(r.asker).await?;
    let own = turn.sender().is_some_and(|p| about.contains(&p.id));
    let name = [("name", Arg::Words(asker.name.as_str()))];
    let line = |id: &str, name: &str| say(language, id, &[("name", Arg::Words(name))]);

    let mut text = head(language, &r, Some(from_line(language, &r, &asker.name, true)));
    if let Some(details) = &r.details {
        text = text.paragraph(&Html::from_words(details));
    }
    text = text.paragraph(&say(language, &format!("team-sight-{}", r.sight.word()), &[]));
    if r.subject == Subject::Caller {
        text = text.line(&say(language, "team-subject-caller", &name));
    }
    if !knows_asker(&r, false) {
        text = text.line(&say(language, "team-unnamed", &name));
    }
    let mut hands = Html::default();
    if let Some(caller) = caller::of(turn, &r).await? {
        hands = caller::words(language, &caller);
    }
    match contact_of(&asker, r.contact.as_deref()) {
        _ if !hands.is_empty() => {}
        Some(contact) => hands = contact_line(language, &asker.name, &contact),
        None if r.subject == Subject::Caller => {}
        None if r.state == State::TakenOver => hands = say(language, "team-contact-asked", &name),
        None => hands = say(language, "team-no-contact", &name),
    }
    let mut helpers = Html::default();
    let mut said = Html::default();
    if kind.about_people && !own {
        said = line(said_text(r.verdict), &asker.name);
    }
    for response in &responses {
        let helper = turn.person(response.helper).await?;
        match response.state {
            ResponseState::Offered => helpers = helpers.line(&line("team-offered", &helper.name)),
            ResponseState::Accepted => helpers = helpers.line(&line("team-accepted", &helper.name)),
            ResponseState::Declined | ResponseState::Withdrawn | ResponseState::Done => {}
        }
        let helped = matches!(response.state, ResponseState::Accepted | ResponseState::Done);
        if helped && let Some(contact) = contact_of(&helper, response.contact.as_deref()) {
            hands = hands.line(&contact_line(language, &helper.name, &contact));
        }
        if kind.about_people && !own && (helped || response.verdict.is_some()) {
            said = said.line(&line(said_text(response.verdict), &helper.name));
        }
    }
    text = text.paragraph(&helpers).paragraph(&said);
    if let (State::TakenOver, Some(reason)) = (r.state, r.reason) {
        text = text.paragraph(&say(language, &format!("team-because-{}", reason.word()), &[]));
    }
    let title = view::title_of(&r);
    let today = r.span.days.is_some_and(|(_, to)| to == local_date(turn.now()));
    let rows = rows(turn, &r, kind).await?;
    Ok(Some(Work { title, text, contact: hands, rows, about, today, ..Work::default() }))
}

fn contact_line(language: Language, name: &str, contact: &str) -> Html {
    say(language, "match-contact", &[("name", Arg::Words(name)), ("contact", Arg::Words(contact))])
}

fn said_text(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Good) => "team-said-good",
        Some(Verdict::Not) => "team-said-not",
        Some(Verdict::Bad) => "team-said-bad",
        None => "team-said-nothing",
    }
}

/// Whose own affair a request is: who asks for themselves, and who helps or helped. A moderator who asks for a caller does
/// so for the team.
fn about(r: &Request, responses: &[Response]) -> Vec<PersonId> {
    let mut about = Vec::new();
    if r.subject != Subject::Caller {
        about.push(r.asker);
    }
    for response in responses {
        let has_part = match response.state {
            ResponseState::Offered | ResponseState::Accepted | ResponseState::Done => true,
            ResponseState::Declined | ResponseState::Withdrawn => response.verdict.is_some(),
        };
        if has_part {
            about.push(response.helper);
        }
    }
    about
}

/// What who works on it can do, by its state. An administrator without a moderator ends it or hands it back.
async fn rows(turn: &mut Turn<'_>, r: &Request, kind: Kind) -> Result<Vec<Vec<Button>>> {
    let Some(who) = turn.sender() else { return Ok(Vec::new()) };
    let (member, place) = (turn.membership(who.id, r.neighbourhood).await?, turn.neighbourhood(r.neighbourhood).await?);
    let of_team = may(member.as_ref(), Action::TakeOver, &place);
    let one = |label: &str, tap: TeamTap| vec![button(who.language, label, Tap::Team(tap))];
    let over = one("button-take-over", TeamTap::Over(r.id));
    let ends = vec![
        button(who.language, "button-done", Tap::Team(TeamTap::Done(r.id))),
        button(who.language, "button-withdraw", Tap::Team(TeamTap::End(r.id))),
    ];
    let settle = one("button-settle", TeamTap::Settle(r.id));
    let mut rows = Vec::new();
    match r.state {
        State::Open => rows.extend([over, ends]),
        State::Promised if kind.about_people => rows.extend([over, ends, settle]),
        State::Promised => rows.extend([over, ends]),
        State::Lapsed => rows.extend([over, one("button-withdraw", TeamTap::End(r.id))]),
        State::TakenOver => {
            rows.extend([ends, one("button-hand-back", TeamTap::Back(r.id))]);
            if of_team {
                rows.push(one("button-hand-on", TeamTap::On(r.id)));
            }
        }
        State::Done | State::Withdrawn => rows.push(settle),
    }
    if !of_team && r.state != State::TakenOver && !rules::is_end(r.state) {
        rows.remove(0);
    }
    if r.photo || r.voice {
        rows.push(vec![button(who.language, "button-media", Tap::More(r.id))]);
    }
    Ok(rows)
}

/// 'Els van het wijkteam helpt verder', where it is so.
pub async fn by_line(turn: &mut Turn<'_>, r: &Request, language: Language) -> Result<Option<Html>> {
    let Some(handler) = standing_handler(turn, r).await? else { return Ok(None) };
    let place = turn.neighbourhood(r.neighbourhood).await?;
    let team = the_team(language, &place);
    Ok(Some(say(language, "team-by", &[("name", Arg::Words(&handler.name)), ("team", Arg::Words(&team))])))
}

/// The moderator who took it over, as long as they work on it.
pub async fn standing_handler(turn: &mut Turn<'_>, r: &Request) -> Result<Option<Person>> {
    let Some(handler) = r.handler else { return Ok(None) };
    if worklist::holder(turn, &thing(r.id)).await? != Some(handler) {
        return Ok(None);
    }
    Ok(Some(turn.person(handler).await?))
}

/// The asker's button that lets the handler know how to reach them; none where that is known.
pub fn reach_row(language: Language, r: &Request, asker: &Person, handler: &Person) -> Option<Vec<Button>> {
    if contact_of(asker, r.contact.as_deref()).is_some() {
        return None;
    }
    let name = clip(&handler.name, 40);
    let label = texts().plain(language, "button-reach-team", &[("name", Arg::Words(&name))]);
    Some(vec![Button::press(label, Tap::Team(TeamTap::Reach(r.id)).data())])
}

/// Somebody else of the team works on it from now on, or nobody.
pub async fn worker(turn: &mut Turn<'_>, id: RequestId, who: Option<PersonId>) -> Result<()> {
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(()) };
    match who {
        None if r.state == State::TakenOver => handler_left(turn, &r).await,
        Some(to) if r.state == State::TakenOver && r.handler != Some(to) => acts::assign_to(turn, &r, to).await,
        None | Some(_) => Ok(()),
    }
}

async fn handler_left(turn: &mut Turn<'_>, r: &Request) -> Result<()> {
    let Some(handler) = r.handler else { return Ok(()) };
    let (asker, handler) = (turn.person(r.asker).await?, turn.person(handler).await?);
    let args = [("name", Arg::Words(handler.name.as_str())), ("title", Arg::Words(&r.title))];
    tell(turn, r, &asker, Content::text(say(asker.language, "team-handler-left", &args))).await?;
    view::refresh_cards(turn, r.id).await
}

/// Somebody is no moderator any more: what they asked for callers is another one's at once, with the caller's number.
pub async fn left(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    let (member, place) = (turn.membership(person, n).await?, turn.neighbourhood(n).await?);
    if may(member.as_ref(), Action::TakeOver, &place) {
        return Ok(());
    }
    let from = turn.person(person).await?;
    let team = roles::team(turn, n, &[person]).await?;
    for id in store::callers_of(turn.db(), person, n).await? {
        // Nobody asks for a caller whom they want to help themselves.
        let helpers: Vec<PersonId> = store::responses_of(turn.db(), id).await?.into_iter().map(|s| s.helper).collect();
        let Some(to) = team.iter().find(|p| !helpers.contains(&p.id)).or(team.first()) else {
            worklist::put(turn, n, Kind::Team, &thing(id)).await?;
            continue;
        };
        store::set_asker(turn.db(), id, to.id).await?;
        let r = view::must(turn, id).await?;
        let args = [("name", Arg::Words(from.name.as_str())), ("title", Arg::Words(&r.title))];
        let content = view::whole_after(turn, say(to.language, "team-caller-yours", &args), &r, to).await?;
        tell(turn, &r, to, content).await?;
        view::refresh_cards(turn, id).await?;
    }
    Ok(())
}
