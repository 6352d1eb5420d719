//! Afterwards: when the time of a promised request has passed, its asker and its helpers are each asked in private how it
//! went: [Goed], [Niet gebeurd] or [Niet fijn]. What one of them says is never shown to the other. Where they say different
//! things, both say nothing, or it was not pleasant, the team looks.

use super::NAME;
use super::after_rules::{Outcome, WAIT_DAYS, outcome, when_to_ask};
use super::after_taps::AfterTap;
use super::buttons::Tap;
use super::cards::{self, PARTINGS_AT_MOST, say};
use super::mine::{close, mine_or_answer};
use super::respond::{accepted_of, change, change_response, state_text};
use super::rules::{self, Change, Facts, ResponseChange};
use super::states::{ResponseState, Sight, State, Subject, Verdict};
use super::store::{self, Request, Response};
use super::view::{self, show, tell, toast};
use super::when::Span;
use crate::features::{help, neighbourhood, trust, worklist};
use crate::model::{Button, Content, Html, Language, Person, RequestId, ResponseId, Result};
use crate::text::{Arg, in_daytime, texts};
use crate::turn::Turn;

/// The job that asks both sides.
pub const ASK_JOB: &str = "after";

/// The job that counts silence as an answer.
pub const WAIT_JOB: &str = "wait";

/// What must follow every change of state: the question afterwards is planned or not needed any more, and what the team
/// need not look at goes from its list.
pub async fn follow(turn: &mut Turn<'_>, was: &Request, to: State) -> Result<()> {
    turn.cancel(NAME, WAIT_JOB, was.id.0);
    let thing = view::thing(was.id);
    match to {
        State::Promised => {
            store::forget_after(turn.db(), was.id).await?;
            let at = when_to_ask(was.span, turn.now());
            turn.schedule(NAME, ASK_JOB, was.id.0, at);
            worklist::calm(turn, &thing).await
        }
        State::Done | State::Withdrawn => {
            turn.cancel(NAME, ASK_JOB, was.id.0);
            worklist::calm(turn, &thing).await
        }
        State::Open => {
            turn.cancel(NAME, ASK_JOB, was.id.0);
            // What is for the team alone stays with it.
            if was.sight == Sight::Team { Ok(()) } else { worklist::calm(turn, &thing).await }
        }
        State::TakenOver | State::Lapsed => {
            turn.cancel(NAME, ASK_JOB, was.id.0);
            Ok(())
        }
    }
}

/// The question is due: who did not say how it went is asked.
pub async fn ask_due(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    if turn.till_morning(NAME, ASK_JOB, id.0) {
        return Ok(());
    }
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(()) };
    match r.state {
        State::Promised => {
            let now = turn.now();
            store::set_after(turn.db(), id, now).await?;
            turn.schedule(NAME, WAIT_JOB, id.0, now.plus_days(WAIT_DAYS));
            let r = view::must(turn, id).await?;
            if r.verdict.is_none() {
                let asker = turn.person(r.asker).await?;
                let content = asker_question(turn, &r, &asker).await?;
                tell(turn, &r, &asker, content).await?;
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
            let r = view::must(turn, was.id).await?;
            ask_helpers(turn, &r).await?;
        } else {
            turn.schedule(NAME, ASK_JOB, was.id.0, morning);
        }
    }
    conclude(turn, was.id, before, false).await
}

async fn ask_helpers(turn: &mut Turn<'_>, r: &Request) -> Result<()> {
    let now = turn.now();
    store::set_after(turn.db(), r.id, now).await?;
    let asker = turn.person(r.asker).await?;
    for response in store::responses_of(turn.db(), r.id).await? {
        if takes_part(&response) && response.verdict.is_none() {
            let helper = turn.person(response.helper).await?;
            tell(turn, r, &helper, helper_question(r, &asker, &helper, response.id)).await?;
        }
    }
    Ok(())
}

/// Is it about a helper who helped, or was to?
fn takes_part(response: &Response) -> bool {
    matches!(response.state, ResponseState::Accepted | ResponseState::Done)
}

/// Nobody said more for three days.
pub async fn wait_over(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    if turn.till_morning(NAME, WAIT_JOB, id.0) {
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
    let r = view::must(turn, id).await?;
    let responses = store::responses_of(turn.db(), id).await?;
    let said: Vec<_> = responses.iter().filter(|s| takes_part(s)).map(|s| s.verdict).collect();
    Ok(outcome(r.verdict, &said, waited))
}

/// Does what follows from the answers and did not before.
async fn conclude(turn: &mut Turn<'_>, id: RequestId, before: Outcome, waited: bool) -> Result<()> {
    let after = standing(turn, id, waited).await?;
    let r = view::must(turn, id).await?;
    if after.done && r.state == State::Promised {
        close(turn, &r, State::Done).await?;
        view::refresh_cards(turn, id).await?;
    }
    match after.team {
        Some(kind) if after.team != before.team => worklist::put(turn, r.neighbourhood, kind, &view::thing(id)).await,
        Some(_) | None => Ok(()),
    }
}

// ── the answers ────────────────────────────────────────────────────────────────────────────────────────────────

/// A press of this room.
pub async fn press(turn: &mut Turn<'_>, tap: AfterTap) -> Result<()> {
    match tap {
        AfterTap::Asker(id, verdict) => asker_said(turn, id, verdict).await,
        AfterTap::Helper(id, verdict) => helper_said(turn, id, verdict).await,
        AfterTap::Enough(id) => enough(turn, id).await,
    }
}

/// [Zo is het genoeg]: the helpers who were accepted are all that are asked for.
async fn enough(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = mine_or_answer(turn, id).await? else { return Ok(()) };
    let accepted = accepted_of(turn, id).await?;
    match rules::next(r.state, Change::Accept, Facts { wanted: accepted, accepted }) {
        Ok(to) if accepted > 0 => {
            store::set_wanted(turn.db(), id, accepted).await?;
            change(turn, &r, to).await?;
            view::refresh_cards(turn, id).await?;
            toast(turn, "enough-toast", &[])?;
        }
        // Nobody helps any more.
        Ok(_) => toast(turn, "press-outdated", &[])?,
        Err(rules::Refusal(state)) => toast(turn, &state_text(state), &[])?,
    }
    view::show_item(turn, id, None).await
}

async fn asker_said(turn: &mut Turn<'_>, id: RequestId, verdict: Verdict) -> Result<()> {
    let Some(r) = mine_or_answer(turn, id).await? else { return Ok(()) };
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
    let content = match said {
        Verdict::Good => {
            Content::text(turn.say("after-good-asker", &[("title", Arg::Words(&view::called(me.language, &r)))]))
        }
        Verdict::Not => {
            let r = view::must(turn, id).await?;
            let text = turn.say("after-not-asker", &[("title", Arg::Words(&view::called(me.language, &r)))]);
            Content::new(text, still_rows(me.language, &r))
        }
        Verdict::Bad => bad(turn, &r, None).await?,
    };
    view::asker_is_here(turn, &r, &me).await?;
    show(turn, content)
}

async fn helper_said(turn: &mut Turn<'_>, id: ResponseId, verdict: Verdict) -> Result<()> {
    let me = turn.who()?;
    let Some(response) = store::response(turn.db(), id).await? else { return toast(turn, "press-outdated", &[]) };
    if response.helper != me.id || !turn.in_private() {
        return toast(turn, "press-not-yours", &[]);
    }
    let r = view::must(turn, response.request).await?;
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
        if takes_part(&response) {
            conclude(turn, r.id, before, false).await?;
        } else {
            worklist::put(turn, r.neighbourhood, worklist::Kind::Unpleasant, &view::thing(r.id)).await?;
        }
    } else if response.verdict != Some(verdict) && response.verdict != Some(Verdict::Bad) {
        toast(turn, "after-late", &[])?;
        return view::show_item(turn, r.id, None).await;
    }
    let said = if response.verdict == Some(Verdict::Bad) { Verdict::Bad } else { verdict };
    let content = match said {
        Verdict::Good => {
            Content::text(turn.say("after-good-helper", &[("title", Arg::Words(&view::called(me.language, &r)))]))
        }
        Verdict::Not => {
            Content::text(turn.say("after-not-helper", &[("title", Arg::Words(&view::called(me.language, &r)))]))
        }
        Verdict::Bad => bad(turn, &r, Some(id)).await?,
    };
    show(turn, content)
}

/// Who says that it was not pleasant: the team looks, and here are the ways on.
async fn bad(turn: &mut Turn<'_>, r: &Request, mine: Option<ResponseId>) -> Result<Content> {
    let place = turn.neighbourhood(r.neighbourhood).await?;
    let team = neighbourhood::the_team(turn.language(), &place);
    let text =
        turn.say("after-bad", &[("title", Arg::Words(&view::called(turn.language(), r))), ("team", Arg::Own(&team))]);
    let mut rows = vec![vec![turn.button("button-human", help::HUMAN)]];
    let language = turn.language();
    match mine {
        // Whom they helped is the caller, who has no Telegram.
        Some(_) if r.subject == Subject::Caller => {}
        Some(id) => {
            let asker = turn.person(r.asker).await?;
            rows.push(vec![trust::apart_button(language, &asker.name, id)]);
        }
        None => {
            let all = store::responses_of(turn.db(), r.id).await?;
            for response in all.iter().filter(|s| takes_part(s)).take(PARTINGS_AT_MOST) {
                let helper = turn.person(response.helper).await?;
                rows.push(vec![trust::apart_button(language, &helper.name, response.id)]);
            }
        }
    }
    Ok(Content::new(text, rows))
}

// ── the questions ──────────────────────────────────────────────────────────────────────────────────────────────

async fn asker_question(turn: &mut Turn<'_>, r: &Request, asker: &Person) -> Result<Content> {
    let mut names = Vec::new();
    for response in store::responses_of(turn.db(), r.id).await? {
        if takes_part(&response) {
            names.push(turn.person(response.helper).await?.name);
        }
    }
    let title = view::called(asker.language, r);
    let title = ("title", Arg::Words(title.as_str()));
    let text = match names.as_slice() {
        [one] => say(asker.language, "after-ask-asker", &[title, ("name", Arg::Words(one))]),
        _ => say(asker.language, "after-ask-asker-many", &[title]),
    };
    Ok(Content::new(text, asker_rows(asker.language, r.id)))
}

fn helper_question(r: &Request, asker: &Person, helper: &Person, id: ResponseId) -> Content {
    let title = view::called(helper.language, r);
    let args = [("title", Arg::Words(title.as_str())), ("name", Arg::Words(&asker.name))];
    let question = if r.state == State::Done { "after-ask-helper-done" } else { "after-ask-helper" };
    Content::new(say(helper.language, question, &args), helper_rows(helper.language, id))
}

fn button(language: Language, label: &str, tap: AfterTap) -> Button {
    Button::press(texts().plain(language, label, &[]), Tap::After(tap).data())
}

/// The answers that an asker chooses from.
pub fn asker_rows(language: Language, id: RequestId) -> Vec<Vec<Button>> {
    answers(language, |verdict| AfterTap::Asker(id, verdict))
}

/// The answers that a helper chooses from.
pub fn helper_rows(language: Language, id: ResponseId) -> Vec<Vec<Button>> {
    answers(language, |verdict| AfterTap::Helper(id, verdict))
}

fn answers(language: Language, tap: impl Fn(Verdict) -> AfterTap) -> Vec<Vec<Button>> {
    let row =
        [("button-after-good", Verdict::Good), ("button-after-not", Verdict::Not), ("button-after-bad", Verdict::Bad)];
    vec![row.into_iter().map(|(label, verdict)| button(language, label, tap(verdict))).collect()]
}

/// Whether help is still needed, where it did not happen.
pub fn still_rows(language: Language, r: &Request) -> Vec<Vec<Button>> {
    vec![
        vec![cards::button(language, "button-still-needed", Tap::Renew(r.id))],
        vec![cards::button(language, "button-withdraw", Tap::Withdraw(r.id))],
    ]
}

/// Did its asker say that it did not happen, so that it can be asked for another day?
pub fn may_reopen(r: &Request) -> bool {
    r.state == State::Promised && r.verdict == Some(Verdict::Not)
}

/// Still needed, for another time: its helpers are free, and the search begins anew.
pub async fn reopen(turn: &mut Turn<'_>, r: &Request, span: Span) -> Result<()> {
    let Ok(to) = rules::next(r.state, Change::HelperCant, Facts { wanted: r.wanted, accepted: 0 }) else {
        return Ok(());
    };
    let asker = turn.person(r.asker).await?;
    for response in store::responses_of(turn.db(), r.id).await? {
        let Ok(state) = rules::next_response(response.state, ResponseChange::Withdraw) else { continue };
        change_response(turn, &response, state).await?;
        let helper = turn.person(response.helper).await?;
        let text = if response.state == ResponseState::Accepted { "after-released" } else { "after-let-go" };
        let title = view::called(helper.language, r);
        let args = [("title", Arg::Words(title.as_str())), ("name", Arg::Words(&asker.name))];
        tell(turn, r, &helper, Content::text(say(helper.language, text, &args))).await?;
    }
    store::set_span(turn.db(), r.id, span).await?;
    // What was asked and said is about the day that has been.
    store::forget_after(turn.db(), r.id).await?;
    change(turn, r, to).await?;
    view::refresh_cards(turn, r.id).await
}

/// What an asker who looks at a promised request is asked: how it went, or whether help is still needed. None: it is too
/// early, or nothing is left to ask.
pub fn open_question(language: Language, r: &Request) -> Option<(Html, Vec<Vec<Button>>)> {
    if r.state != State::Promised || r.after_at.is_none() {
        return None;
    }
    match r.verdict {
        None => Some((say(language, "after-open", &[]), asker_rows(language, r.id))),
        Some(Verdict::Not) => Some((say(language, "after-still", &[]), still_rows(language, r))),
        Some(Verdict::Good | Verdict::Bad) => None,
    }
}
