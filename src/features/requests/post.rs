//! Posting a request: from the summary of the dialogue, or from its preview in a group. Safety may ask first whether others
//! should read it.

use super::access::pressed_draft;
use super::ask::{begin, enough_text, rules_of_posting};
use super::buttons::RequestButton;
use super::drafts::{as_request, drop, forget_day, keep_draft};
use super::load::{self, touched};
use super::model::category;
use super::model::draft::RequestDraft;
use super::model::states::{Audience, Beneficiary};
use super::model::{reasons, search_schedule};
use super::screens::basics::say;
use super::screens::view::{self, whole_after};
use super::{audience, caller, candidates, media, search_jobs, store};
use crate::features::{trust, worklist};
use crate::model::{Button, Content, Html, Moment, NeighbourhoodId, Person, RequestId, Result};
use crate::screen::{self, outdated, safety, show, the_team, toast};
use crate::text::{Arg, clip, clock_words, day_words, local_date};
use crate::turn::{Action, Finish, Turn};

/// What must hold before anything is posted, whichever way it came.
async fn why_not(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &RequestDraft) -> Result<Option<Html>> {
    if !turn.person_allowed(who.id, n, Action::TakePart).await? {
        return Ok(Some(turn.say("other-neighbourhood", &[])));
    }
    if let Some(why) = screen::held_back(turn, n, Action::Ask).await? {
        return Ok(Some(why));
    }
    if draft.beneficiary() == Beneficiary::Caller {
        if draft.caller().is_none() || !caller::may_ask(turn, who, n).await? {
            return Ok(Some(turn.say("caller-team-only", &[])));
        }
    } else if let Err(enough) = rules_of_posting(turn, who).await? {
        return Ok(Some(enough_text(turn, enough)));
    }
    if draft.title.is_none() {
        return Ok(Some(turn.say("title-missing", &[])));
    }
    let for_team = draft.seen_by() == Audience::Team && draft.beneficiary() != Beneficiary::Caller;
    if for_team && !screen::moderator_reachable(turn, n).await? {
        let neighbourhood = turn.neighbourhood(n).await?;
        return Ok(Some(screen::nobody_reachable(turn, &neighbourhood)));
    }
    if draft.is_over(turn.now()) {
        return Ok(Some(turn.say("time-is-over", &[])));
    }
    if draft.seen_by() == Audience::Group && !audience::has_group(turn, n).await? {
        return Ok(Some(turn.say("no-group", &[])));
    }
    Ok(None)
}

/// [Plaatsen] under the dialogue's summary.
pub async fn finish(turn: &mut Turn<'_>, draft: RequestDraft) -> Result<Finish> {
    let who = turn.who()?;
    let mine = turn.memberships(who.id).await?;
    let sole = mine.first().filter(|_| mine.len() == 1).map(|m| m.neighbourhood);
    let Some(n) = draft.neighbourhood_id().or(sole) else {
        return Ok(Finish::NotNow(screen::how_to_join(turn).await?));
    };
    if trust::adult(turn, who.id).await? != Some(true) {
        // Begun before anybody was asked. This stays at its summary, which is asked again after the question.
        trust::ask_age(turn, None).await?;
        return Ok(Finish::NotNow(turn.say("age-limit", &[])));
    }
    if let Some(why) = why_not(turn, &who, n, &draft).await? {
        return Ok(Finish::NotNow(why));
    }
    if needs_question(&draft) {
        let content = question(turn, &who, n, &draft).await?;
        turn.reply(content)?;
        return Ok(Finish::Done);
    }
    let sent = turn.sent_at();
    let id = post(turn, &who, n, &draft, sent).await?;
    let content = posted(turn, id, &who, &draft).await?;
    turn.reply(content)?;
    Ok(Finish::Done)
}

/// Returns true if its asker should think again before others read it. The team may read anything.
fn needs_question(draft: &RequestDraft) -> bool {
    match draft.seen_by() {
        Audience::Team => false,
        Audience::Met => !draft.findings().is_empty(),
        Audience::Group | Audience::Quiet => draft.is_private() || !draft.findings().is_empty(),
    }
}

/// Safety's question. The answers are kept meanwhile.
async fn question(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &RequestDraft) -> Result<Content> {
    let mut text = Html::default();
    let id = keep_draft(turn, who, n, draft).await?;
    let (found, seen_by) = (draft.findings(), draft.seen_by());
    let mut rows = Vec::new();
    if !found.is_empty() {
        let readers = if seen_by == Audience::Group { "safety-first" } else { "safety-first-quiet" };
        text = text.paragraph(&turn.say(readers, &[("what", Arg::Own(&safety::listed(turn, &found)))]));
    }
    if draft.is_private() && seen_by != Audience::Met {
        let neighbourhood = turn.neighbourhood(n).await?;
        let team = the_team(who.language, &neighbourhood);
        let about = draft.sensitive_guess().map(|category| category::name(who.language, category));
        text = text.paragraph(&match &about {
            Some(what) => turn.say("safety-private-about", &[("what", Arg::Own(what)), ("team", Arg::Own(&team))]),
            None => turn.say("safety-private", &[("team", Arg::Own(&team))]),
        });
        let met = audience::anybody_met(turn, n).await?;
        for audience in [Audience::Met, Audience::Team].into_iter().filter(|s| met || *s == Audience::Team) {
            let label = audience::label(who.language, audience, &neighbourhood);
            rows.push(vec![Button::press(label, RequestButton::PlaceFor(id, audience).data())]);
        }
    } else {
        rows.push(vec![turn.button("button-place-anyway", RequestButton::PlaceAnyway(id).data())]);
    }
    rows.push(vec![turn.button("button-rewrite", RequestButton::Adjust(id).data())]);
    Ok(Content::new(text, rows))
}

/// Writes the request: each date of a series is one of its own, and the first holds what they share.
async fn post(
    turn: &mut Turn<'_>,
    who: &Person,
    n: NeighbourhoodId,
    draft: &RequestDraft,
    sent: Moment,
) -> Result<RequestId> {
    turn.set_current(who.id, n).await?;
    let now = turn.now();
    let spans = draft.spans(sent);
    let neighbourhood = turn.neighbourhood(n).await?;
    let new = as_request(draft, who.id, &neighbourhood, sent);
    let first = match spans.as_slice() {
        [_, _, ..] => store::insert_series(turn.db(), &new, &spans, now).await?,
        _ => store::insert(turn.db(), &new, now).await?,
    };
    media::keep(turn, first, draft).await?;
    if let Some(caller) = draft.caller() {
        let key = turn.key();
        store::set_caller(turn.db(), key, first, &caller).await?;
    }
    let r = load::existing(turn, first).await?;
    search_jobs::begin(turn, &r).await?;
    for date in store::dates_of(turn.db(), first).await?.iter().filter(|d| d.id != first) {
        search_jobs::begin(turn, date).await?;
    }
    if draft.is_unaware() {
        worklist::put(turn, n, reasons::UNAWARE, &load::thing(first)).await?;
    }
    touched(turn, &r);
    Ok(first)
}

/// What the asker reads once it is there: who sees it, and what comes next.
async fn posted(turn: &mut Turn<'_>, id: RequestId, who: &Person, draft: &RequestDraft) -> Result<Content> {
    let r = load::existing(turn, id).await?;
    let neighbourhood = turn.neighbourhood(r.neighbourhood).await?;
    let team = the_team(who.language, &neighbourhood);
    let args = [("neighbourhood", Arg::Words(neighbourhood.name.as_str())), ("team", Arg::Own(&team))];
    let asks_some = matches!(r.audience, Audience::Quiet | Audience::Met);
    let anybody = asks_some && candidates::anybody(turn, &r).await?;
    let text = match r.audience {
        _ if draft.is_unaware() => "posted-unaware".to_owned(),
        // One message that is so, instead of two that are not both.
        Audience::Quiet | Audience::Met if !anybody => "posted-nobody".to_owned(),
        audience => format!("posted-{}", audience.word()),
    };
    let mut words = say(who.language, &text, &args);
    if anybody || (r.audience == Audience::Group && r.series.is_none()) {
        // When they hear of it at the latest, where nobody can help. Where nobody can be asked they hear that at once.
        let news = search_schedule::plan(r.span, r.since, None).team;
        let day = day_words(who.language, local_date(news), local_date(turn.now()));
        let time = clock_words(news);
        words =
            words.paragraph(&say(who.language, "posted-heard", &[("day", Arg::Own(&day)), ("time", Arg::Own(&time))]));
    }
    whole_after(turn, words, &r, who).await
}

/// [Plaatsen] under the preview in a group, or [Toch plaatsen] in private.
pub async fn place_pressed(turn: &mut Turn<'_>, id: i64, anyway: bool) -> Result<()> {
    let Some((who, n, mut draft, made_at)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if !trust::ask_age(turn, Some(RequestButton::Resume(id).data())).await? {
        return Ok(());
    }
    if !turn.in_private() {
        let here = turn.chat_here().and_then(|c| c.neighbourhood);
        if here != Some(n) || needs_question(&draft) || draft.seen_by() != Audience::Group {
            turn.close_pressed();
            return outdated(turn);
        }
        return place(turn, id, &who, n, &draft, made_at).await;
    }
    if !anyway {
        turn.close_pressed();
        return outdated(turn);
    }
    if forget_day(turn, &mut draft, made_at) {
        return go_on(turn, id, draft).await;
    }
    if draft.is_private() && matches!(draft.seen_by(), Audience::Group | Audience::Quiet) {
        drop(turn, id).await?;
        let content = question(turn, &who, n, &draft).await?;
        return show(turn, content);
    }
    place(turn, id, &who, n, &draft, made_at).await
}

/// [Buren die het team kent] or [Alleen het wijkteam], for what does not belong in the group.
pub async fn place_for_pressed(turn: &mut Turn<'_>, id: i64, audience: Audience) -> Result<()> {
    let Some((who, n, mut draft, made_at)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if !trust::ask_age(turn, Some(RequestButton::Resume(id).data())).await? {
        return Ok(());
    }
    if !turn.in_private() || !matches!(audience, Audience::Met | Audience::Team) {
        turn.close_pressed();
        return outdated(turn);
    }
    (draft.audience, draft.near) = (Some(audience), Some(audience));
    if forget_day(turn, &mut draft, made_at) {
        return go_on(turn, id, draft).await;
    }
    place(turn, id, &who, n, &draft, made_at).await
}

/// Posts a draft: from its message in private, or from its preview in the group, which becomes the card.
async fn place(
    turn: &mut Turn<'_>,
    id: i64,
    who: &Person,
    n: NeighbourhoodId,
    draft: &RequestDraft,
    made_at: Moment,
) -> Result<()> {
    if let Some(why) = why_not(turn, who, n, draft).await? {
        turn.alert(clip(&why.plain(), 200));
        return Ok(());
    }
    drop(turn, id).await?;
    let request = post(turn, who, n, draft, made_at).await?;
    if turn.in_private() {
        let content = posted(turn, request, who, draft).await?;
        return show(turn, content);
    }
    let r = load::existing(turn, request).await?;
    let card = view::card_content(turn, &r, &[]).await?;
    turn.adopt_pressed(load::thing(request), card).await?;
    toast(turn, "placed", &[])?;
    if Turn::reachable(who) {
        let content = posted(turn, request, who, draft).await?;
        turn.tell(who, content, None);
    }
    Ok(())
}

/// [Aanpassen]: goes on in private, with what is there.
pub async fn adjust_pressed(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((_, _, mut draft, made_at)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if turn.in_private() {
        forget_day(turn, &mut draft, made_at);
        return go_on(turn, id, draft).await;
    }
    turn.open_private(&format!("d_{id}"));
    turn.delete_pressed();
    Ok(())
}

/// Back to the dialogue, which keeps the draft from here.
async fn go_on(turn: &mut Turn<'_>, id: i64, draft: RequestDraft) -> Result<()> {
    if begin(turn, draft).await? {
        turn.close_pressed();
        drop(turn, id).await?;
    }
    Ok(())
}

/// [Weg ermee].
pub async fn drop_pressed(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    if pressed_draft(turn, id).await?.is_none() {
        return Ok(());
    }
    drop(turn, id).await?;
    turn.delete_pressed();
    toast(turn, "draft-dropped", &[])
}
