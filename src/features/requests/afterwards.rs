//! Afterwards: when the time of a promised request has passed, its asker and its helpers are each asked in private how it
//! went: [Goed], [Niet gebeurd] or [Niet fijn]. What one of them says is never shown to the other. Where they say different
//! things, both say nothing, or it was not pleasant, the team looks.

use super::access::own_request;
use super::buttons::AfterwardsButton;
use super::load::{self, accepted_of};
use super::model::afterwards_rules::{Outcome, WAIT_DAYS, outcome};
use super::model::reasons;
use super::model::request::Request;
use super::model::rules::{self, Change, Facts, ResponseChange};
use super::model::span::Span;
use super::model::states::{Beneficiary, ResponseState, State, Verdict};
use super::names::Job;
use super::screens::afterwards::{asker_question, helper_question, still_rows};
use super::screens::basics::{say, state_text};
use super::screens::dates::Date;
use super::screens::item::PARTINGS_AT_MOST;
use super::screens::series::load_dates;
use super::screens::{cards, view};
use super::store;
use super::tell::tell;
use super::transitions::{change, change_response, close};
use crate::features::{trust, worklist};
use crate::model::{Content, PersonId, RequestId, ResponseId, Result};
use crate::screen::{self, outdated, show, the_team, toast};
use crate::text::{Arg, in_daytime};
use crate::turn::Turn;

/// The question is due: who did not say how it went is asked.
pub async fn ask_due(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    if turn.defer_to_morning(Job::AskHowItWent, id.0) {
        return Ok(());
    }
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(()) };
    match r.state {
        State::Promised => {
            let now = turn.now();
            store::set_after(turn.db(), id, now).await?;
            turn.schedule(Job::EndWait, id.0, now.plus_days(WAIT_DAYS));
            let r = load::existing(turn, id).await?;
            if r.verdict.is_none() {
                let asker = turn.person(r.asker).await?;
                let mut helpers = Vec::new();
                for response in store::responses_of(turn.db(), id).await?.iter().filter(|s| s.takes_part()) {
                    helpers.push(turn.person(response.helper).await?.name);
                }
                tell(turn, &r, &asker, asker_question(&r, &asker, &helpers)).await?;
            }
            ask_helpers(turn, &r).await
        }
        State::Done if r.after_at.is_none() => ask_helpers(turn, &r).await,
        State::Open | State::Done | State::Withdrawn | State::TakenOver | State::Lapsed => Ok(()),
    }
}

/// The asker said that it is done: the helpers are asked how it went, unless they were already; at night not before the
/// morning.
pub async fn done_by_asker(turn: &mut Turn<'_>, was: &Request) -> Result<()> {
    let before = standing(turn, was.id, false).await?;
    if was.verdict != Some(Verdict::Bad) {
        store::set_verdict(turn.db(), was.id, Verdict::Good).await?;
    }
    if was.after_at.is_none() {
        let now = turn.now();
        let morning = in_daytime(now);
        if morning == now {
            let r = load::existing(turn, was.id).await?;
            ask_helpers(turn, &r).await?;
        } else {
            turn.schedule(Job::AskHowItWent, was.id.0, morning);
        }
    }
    conclude(turn, was.id, before, false).await
}

async fn ask_helpers(turn: &mut Turn<'_>, r: &Request) -> Result<()> {
    let now = turn.now();
    store::set_after(turn.db(), r.id, now).await?;
    let asker = turn.person(r.asker).await?;
    for response in store::responses_of(turn.db(), r.id).await? {
        if response.takes_part() && response.verdict.is_none() {
            let helper = turn.person(response.helper).await?;
            tell(turn, r, &helper, helper_question(r, &asker, &helper, response.id)).await?;
        }
    }
    Ok(())
}

/// Nobody said more for three days.
pub async fn wait_over(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    if turn.defer_to_morning(Job::EndWait, id.0) {
        return Ok(());
    }
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(()) };
    if r.state != State::Promised {
        return Ok(());
    }
    let before = standing(turn, id, false).await?;
    conclude(turn, id, before, true).await
}

/// What follows from the answers so far.
async fn standing(turn: &mut Turn<'_>, id: RequestId, waited: bool) -> Result<Outcome> {
    let r = load::existing(turn, id).await?;
    let responses = store::responses_of(turn.db(), id).await?;
    let said: Vec<_> = responses.iter().filter(|s| s.takes_part()).map(|s| s.verdict).collect();
    Ok(outcome(r.verdict, &said, waited))
}

/// Does what follows from the answers and did not before.
async fn conclude(turn: &mut Turn<'_>, id: RequestId, before: Outcome, waited: bool) -> Result<()> {
    let after = standing(turn, id, waited).await?;
    let r = load::existing(turn, id).await?;
    if after.done && r.state == State::Promised {
        close(turn, &r, State::Done, None).await?;
    }
    match after.team {
        Some(kind) if after.team != before.team => worklist::put(turn, r.neighbourhood, kind, &load::thing(id)).await,
        Some(_) | None => Ok(()),
    }
}

/// A press of this room.
pub async fn press(turn: &mut Turn<'_>, tap: AfterwardsButton) -> Result<()> {
    match tap {
        AfterwardsButton::Asker(id, verdict) => asker_said(turn, id, verdict).await,
        AfterwardsButton::Helper(id, verdict) => helper_said(turn, id, verdict).await,
        AfterwardsButton::Enough(id) => enough(turn, id).await,
    }
}

/// [Zo is het genoeg]: the helpers who were accepted are all that are asked for.
async fn enough(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = own_request(turn, id).await? else { return Ok(()) };
    let accepted = accepted_of(turn, id).await?;
    match rules::next(r.state, Change::Accept, Facts { wanted: accepted, accepted }) {
        Ok(to) if accepted > 0 => {
            store::set_wanted(turn.db(), id, accepted).await?;
            change(turn, &r, to).await?;
            toast(turn, "enough-toast", &[])?;
        }
        // Nobody helps any more.
        Ok(_) => outdated(turn)?,
        Err(rules::Refusal(state)) => toast(turn, &state_text(state), &[])?,
    }
    view::show_item(turn, id, None).await
}

async fn asker_said(turn: &mut Turn<'_>, id: RequestId, verdict: Verdict) -> Result<()> {
    let Some(r) = own_request(turn, id).await? else { return Ok(()) };
    let me = turn.who()?;
    // What was not pleasant is never too late to say, and not taken back by a finger that slips.
    let counts = r.verdict != Some(Verdict::Bad)
        && r.after_at.is_some()
        && (r.state == State::Promised || verdict == Verdict::Bad);
    if counts {
        let before = standing(turn, id, false).await?;
        store::set_verdict(turn.db(), id, verdict).await?;
        conclude(turn, id, before, false).await?;
    } else if r.verdict != Some(verdict) && r.verdict != Some(Verdict::Bad) {
        toast(turn, "after-late", &[])?;
        return view::show_item(turn, id, None).await;
    }
    let said = if r.verdict == Some(Verdict::Bad) { Verdict::Bad } else { verdict };
    let title = cards::dated_title(me.language, &r);
    let title = [("title", Arg::Words(title.as_str()))];
    let content = match said {
        Verdict::Good => Content::text(turn.say("after-good-asker", &title)),
        Verdict::Not => Content::new(turn.say("after-not-asker", &title), still_rows(me.language, &r)),
        Verdict::Bad => bad(turn, &r, None).await?,
    };
    view::asker_is_here(turn, &r, &me).await?;
    show(turn, content)
}

async fn helper_said(turn: &mut Turn<'_>, id: ResponseId, verdict: Verdict) -> Result<()> {
    let me = turn.who()?;
    let Some(response) = store::response(turn.db(), id).await? else { return outdated(turn) };
    if response.helper != me.id || !turn.in_private() {
        return outdated(turn);
    }
    let r = load::existing(turn, response.request).await?;
    let asked = r.after_at.is_some();
    let in_time = r.after_at.is_some_and(|at| turn.now() <= at.plus_days(WAIT_DAYS)) || r.state == State::Promised;
    let counts = response.verdict != Some(Verdict::Bad)
        && match response.state {
            ResponseState::Accepted | ResponseState::Done => asked && (in_time || verdict == Verdict::Bad),
            // Released meanwhile, because the asker still needs help.
            ResponseState::Withdrawn => verdict == Verdict::Bad && response.chosen,
            ResponseState::Offered | ResponseState::Declined => false,
        };
    if counts {
        let before = standing(turn, r.id, false).await?;
        store::set_helper_verdict(turn.db(), id, verdict).await?;
        if response.takes_part() {
            conclude(turn, r.id, before, false).await?;
        } else {
            worklist::put(turn, r.neighbourhood, reasons::UNPLEASANT, &load::thing(r.id)).await?;
        }
    } else if response.verdict != Some(verdict) && response.verdict != Some(Verdict::Bad) {
        toast(turn, "after-late", &[])?;
        return view::show_item(turn, r.id, None).await;
    }
    let said = if response.verdict == Some(Verdict::Bad) { Verdict::Bad } else { verdict };
    let title = cards::dated_title(me.language, &r);
    let title = [("title", Arg::Words(title.as_str()))];
    let content = match said {
        Verdict::Good => Content::text(turn.say("after-good-helper", &title)),
        Verdict::Not => Content::text(turn.say("after-not-helper", &title)),
        Verdict::Bad => bad(turn, &r, Some(id)).await?,
    };
    show(turn, content)
}

/// Who says that it was not pleasant: the team looks, and here are the ways on.
async fn bad(turn: &mut Turn<'_>, r: &Request, mine: Option<ResponseId>) -> Result<Content> {
    let neighbourhood = turn.neighbourhood(r.neighbourhood).await?;
    let team = the_team(turn.language(), &neighbourhood);
    let text = turn
        .say("after-bad", &[("title", Arg::Words(&cards::dated_title(turn.language(), r))), ("team", Arg::Own(&team))]);
    let mut rows = screen::human_row(turn);
    let language = turn.language();
    match mine {
        // Whom they helped is the caller, who has no Telegram.
        Some(_) if r.beneficiary == Beneficiary::Caller => {}
        Some(id) => {
            let asker = turn.person(r.asker).await?;
            rows.push(vec![trust::no_contact_button(language, &asker.name, id)]);
        }
        None => {
            let all = store::responses_of(turn.db(), r.id).await?;
            for response in all.iter().filter(|s| s.takes_part()).take(PARTINGS_AT_MOST) {
                let helper = turn.person(response.helper).await?;
                rows.push(vec![trust::no_contact_button(language, &helper.name, response.id)]);
            }
        }
    }
    Ok(Content::new(text, rows))
}

/// Returns true if this helper helps on another day of the same series.
async fn helps_on_other_days(turn: &mut Turn<'_>, r: &Request, helper: PersonId) -> Result<bool> {
    let Some(first) = r.series else { return Ok(false) };
    let dates = load_dates(turn, first).await?;
    let helps = |d: &Date| d.latest(helper).is_some_and(|s| s.state == ResponseState::Accepted);
    Ok(dates.iter().any(|d| d.request.id != r.id && !rules::is_end(d.request.state) && helps(d)))
}

/// Still needed, for another time: its helpers are free, and the search begins anew.
pub async fn reopen(turn: &mut Turn<'_>, r: &Request, span: Span) -> Result<()> {
    let Ok(to) = rules::next(r.state, Change::HelperCant, Facts { wanted: r.wanted, accepted: 0 }) else {
        return Ok(());
    };
    let asker = turn.person(r.asker).await?;
    for response in store::responses_of(turn.db(), r.id).await? {
        if !change_response(turn, &response, ResponseChange::Withdraw).await? {
            continue;
        }
        let helper = turn.person(response.helper).await?;
        let text = if response.state == ResponseState::Accepted { "after-released" } else { "after-let-go" };
        let title = cards::dated_title(helper.language, r);
        let args = [("title", Arg::Words(title.as_str())), ("name", Arg::Words(&asker.name))];
        let mut words = say(helper.language, text, &args);
        if helps_on_other_days(turn, r, helper.id).await? {
            words = words.line(&say(helper.language, "after-keeps", &[]));
        }
        tell(turn, r, &helper, Content::text(words)).await?;
    }
    store::set_span(turn.db(), r.id, span).await?;
    // What was asked and said is about the day that has been.
    store::forget_after(turn.db(), r.id).await?;
    change(turn, r, to).await
}
