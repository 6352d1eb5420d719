//! A request as the worklist shows it: what the team sees of it, and what it can do.
//!
//! The team sees everything but how people can be reached, which only who works on it reads. What both sides said afterwards is
//! for the team alone, and not for somebody of the team whom it is about.

use crate::features::contact;
use crate::features::requests::buttons::{RequestButton, TeamButton};
use crate::features::requests::model::reasons;
use crate::features::requests::model::request::{Request, Response};
use crate::features::requests::model::rules;
use crate::features::requests::model::states::{Audience, Beneficiary, ResponseState, State, Verdict};
use crate::features::requests::screens::basics::{button, say};
use crate::features::requests::screens::cards::{self, from_line, head, knows_asker};
use crate::features::requests::{caller, store};
use crate::model::{Button, Html, Language, PersonId, RequestId, Result};
use crate::text::{Arg, local_date};
use crate::turn::{Action, Reason, Turn, WorkItem};

/// A request as the worklist shows it. `None` if it ended and nothing is left to look at.
pub async fn work(turn: &mut Turn<'_>, id: RequestId, reason: &Reason) -> Result<Option<WorkItem>> {
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(None) };
    if rules::is_end(r.state) && !reason.sticky {
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
    text = text.paragraph(&say(language, &format!("team-sight-{}", r.audience.word()), &[]));
    if r.beneficiary == Beneficiary::Caller {
        text = text.line(&say(language, "team-subject-caller", &name));
    }
    if !knows_asker(&r, false) {
        text = text.line(&say(language, "team-unnamed", &name));
    }
    let mut contact_lines = Html::default();
    if let Some(caller) = caller::of(turn, &r).await? {
        contact_lines = caller::words(language, &caller);
    }
    match contact::of(&asker, r.contact.as_deref()) {
        _ if !contact_lines.is_empty() => {}
        Some(contact) => contact_lines = contact_line(language, &asker.name, &contact),
        None if r.beneficiary == Beneficiary::Caller => {}
        None if r.state == State::TakenOver => contact_lines = say(language, "team-contact-asked", &name),
        None => contact_lines = say(language, "team-no-contact", &name),
    }
    let mut helpers = Html::default();
    let mut said = Html::default();
    if reason.about_people && !own {
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
        if helped && let Some(contact) = contact::of(&helper, response.contact.as_deref()) {
            contact_lines = contact_lines.line(&contact_line(language, &helper.name, &contact));
        }
        if reason.about_people && !own && (helped || response.verdict.is_some()) {
            said = said.line(&line(said_text(response.verdict), &helper.name));
        }
    }
    text = text.paragraph(&helpers).paragraph(&said);
    if let (State::TakenOver, Some(why)) = (r.state, r.reason) {
        text = text.paragraph(&say(language, &format!("team-because-{}", why.word()), &[]));
    }
    let title = cards::title_of(&r);
    let today = r.span.days.is_some_and(|(_, to)| to == local_date(turn.now()));
    let rows = rows(turn, &r, reason).await?;
    let confidential = is_confidential(&r, reason);
    Ok(Some(WorkItem {
        title,
        in_own_words: true,
        text,
        contact: contact_lines,
        rows,
        about,
        today,
        confidential,
        ..WorkItem::default()
    }))
}

/// Returns true if a request is for moderators alone: the group may not see it or who asks it, somebody asks it for another, people
/// said things of each other, or a moderator carries it on.
fn is_confidential(r: &Request, reason: &Reason) -> bool {
    r.audience != Audience::Group
        || !knows_asker(r, false)
        || r.beneficiary == Beneficiary::Caller
        || *reason == reasons::UNAWARE
        || reason.about_people
        || reason.for_moderators
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
    if r.beneficiary != Beneficiary::Caller {
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

/// What who works on it can do, by its state. An administrator without a moderator ends it or contact_lines it back.
async fn rows(turn: &mut Turn<'_>, r: &Request, reason: &Reason) -> Result<Vec<Vec<Button>>> {
    let Some(who) = turn.sender() else { return Ok(Vec::new()) };
    let of_team = turn.person_allowed(who.id, r.neighbourhood, Action::TakeOver).await?;
    let one = |label: &str, tap: TeamButton| vec![button(who.language, label, RequestButton::Team(tap))];
    let over = one("button-take-over", TeamButton::Over(r.id));
    let ends = vec![
        button(who.language, "button-done", RequestButton::Team(TeamButton::Done(r.id))),
        button(who.language, "button-withdraw", RequestButton::Team(TeamButton::End(r.id))),
    ];
    let settle = one("button-settle", TeamButton::Resolve(r.id));
    let mut rows = Vec::new();
    match r.state {
        State::Open => rows.extend([over, ends]),
        // 'Els laat weten dat het gelukt is' is no answer to what was not pleasant.
        State::Promised if reason.about_people => rows.extend([over, settle]),
        State::Promised => rows.extend([over, ends]),
        State::Lapsed => rows.extend([over, one("button-withdraw", TeamButton::End(r.id))]),
        State::TakenOver => {
            rows.extend([ends, one("button-hand-back", TeamButton::Back(r.id))]);
            if of_team {
                rows.push(one("button-hand-on", TeamButton::On(r.id)));
            }
        }
        State::Done | State::Withdrawn => rows.push(settle),
    }
    if !of_team && r.state != State::TakenOver && !rules::is_end(r.state) {
        rows.remove(0);
    }
    if r.photo || r.voice {
        rows.push(vec![button(who.language, "button-media", RequestButton::More(r.id))]);
    }
    Ok(rows)
}
