//! Posting a request: from the dialogue's summary, or from a preview or a question of safety, whose buttons carry a draft.
//! Whichever way it comes, the same must hold first.

use super::ask::{begin, enough_text, forget_day, keep_draft, rules_of_posting, span_of};
use super::buttons::Tap;
use super::caller;
use super::cards::say;
use super::category::{OTHER, category};
use super::draft::{Draft, typed};
use super::safety::findings;
use super::sights;
use super::states::{Sight, Subject};
use super::store::{self, New, Request};
use super::view::{self, toast, whole_after};
use super::{DRAFT, DRAFT_JOB, NAME, course, media, rounds};
use crate::features::roles::{Action, may};
use crate::features::worklist::{self, Kind};
use crate::features::{Finish, members, neighbourhood, trust};
use crate::model::{Button, Content, Html, Language, Moment, NeighbourhoodId, Person, Reach, RequestId, Result};
use crate::text::{Arg, clip, clock_words, day_words, local_date, texts};
use crate::turn::Turn;

/// What must hold before anything is posted, whichever way it came.
async fn why_not(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &Draft) -> Result<Option<Html>> {
    let (member, place) = (turn.membership(who.id, n).await?, turn.neighbourhood(n).await?);
    if !may(member.as_ref(), Action::TakePart, &place) {
        return Ok(Some(turn.say("other-neighbourhood", &[])));
    }
    if draft.subject() == Subject::Caller {
        if draft.caller().is_none() || !caller::may_ask(turn, who, n).await? {
            return Ok(Some(turn.say("caller-team-only", &[])));
        }
    } else if let Err(enough) = rules_of_posting(turn, who).await? {
        return Ok(Some(enough_text(turn, enough)));
    }
    if draft.title.is_none() {
        return Ok(Some(turn.say("title-missing", &[])));
    }
    if draft.is_over(turn.now()) {
        return Ok(Some(turn.say("time-is-over", &[])));
    }
    if draft.seen_by() == Sight::Group && !sights::has_group(turn, n).await? {
        return Ok(Some(turn.say("no-group", &[])));
    }
    Ok(None)
}

/// [Plaatsen] under the dialogue's summary.
pub async fn finish(turn: &mut Turn<'_>, draft: Draft) -> Result<Finish> {
    let who = turn.who()?;
    let mine = turn.memberships(who.id).await?;
    let sole = mine.first().filter(|_| mine.len() == 1).map(|m| m.neighbourhood);
    let Some(n) = draft.place().or(sole) else { return Ok(Finish::NotNow(members::how_to_join(turn))) };
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

/// Should its asker think again, before others read it? The team may read anything.
fn needs_question(draft: &Draft) -> bool {
    match draft.seen_by() {
        Sight::Team => false,
        Sight::Met => !draft.findings().is_empty(),
        Sight::Group | Sight::Quiet => draft.is_private() || !draft.findings().is_empty(),
    }
}

/// `a`, `a and b`, `a, b and c`.
fn in_words(turn: &Turn<'_>, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), turn.label("safety-and", &[])),
    }
}

/// What a text holds that its writer may not want a whole group to read, in the sender's language; none where there is nothing.
pub fn gives_away(turn: &Turn<'_>, text: &str) -> Option<String> {
    let names: Vec<String> = findings(text).into_iter().map(|f| turn.label(f.text(), &[])).collect();
    (!names.is_empty()).then(|| in_words(turn, &names))
}

/// Safety's question. The answers are kept meanwhile.
async fn question(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &Draft) -> Result<Content> {
    let mut text = Html::default();
    let id = keep_draft(turn, who, n, draft).await?;
    let (found, seen_by) = (draft.findings(), draft.seen_by());
    let mut rows = vec![vec![turn.button("button-rewrite", Tap::Adjust(id).data())]];
    if !found.is_empty() {
        let names: Vec<String> = found.iter().map(|f| turn.label(f.text(), &[])).collect();
        let readers = if seen_by == Sight::Group { "safety-first" } else { "safety-first-quiet" };
        text = text.paragraph(&turn.say(readers, &[("what", Arg::Own(&in_words(turn, &names)))]));
    }
    if draft.is_private() && seen_by != Sight::Met {
        let place = turn.neighbourhood(n).await?;
        let team = neighbourhood::the_team(who.language, &place);
        text = text.paragraph(&turn.say("safety-private", &[("team", Arg::Own(&team))]));
        let met = sights::anybody_met(turn, n).await?;
        for sight in [Sight::Met, Sight::Team].into_iter().filter(|s| met || *s == Sight::Team) {
            let label = sights::label(who.language, sight, &place);
            rows.push(vec![Button::press(label, Tap::PlaceFor(id, sight).data())]);
        }
    } else {
        rows.push(vec![turn.button("button-place-anyway", Tap::PlaceAnyway(id).data())]);
    }
    Ok(Content::new(text, rows))
}

/// Writes the request: each date of a series is one of its own, and the first holds what they share.
async fn post(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &Draft, sent: Moment) -> Result<RequestId> {
    turn.set_current(who.id, n).await?;
    let now = turn.now();
    let spans = draft.spans(sent);
    let category = draft.category.as_deref().unwrap_or(OTHER);
    let place = turn.neighbourhood(n).await?;
    let spoken = title_of_category(place.language, category);
    let new = New {
        neighbourhood: n,
        asker: who.id,
        category,
        title: typed(draft.title.as_ref()).unwrap_or(&spoken),
        details: typed(draft.details.as_ref()),
        span: span_of(draft, sent),
        sight: draft.seen_by(),
        named: draft.is_named(),
        subject: draft.subject(),
        wanted: draft.wanted(),
        series: None,
        same_helper: draft.wants_one_helper(),
    };
    let first = match spans.as_slice() {
        [_, _, ..] => store::insert_series(turn.db(), &new, &spans, now).await?,
        _ => store::insert(turn.db(), &new, now).await?,
    };
    media::keep(turn, first, draft).await?;
    if let Some(caller) = draft.caller() {
        let key = turn.key();
        store::set_caller(turn.db(), key, first, &caller).await?;
    }
    let r = view::must(turn, first).await?;
    rounds::begin(turn, &r).await?;
    for date in store::dates_of(turn.db(), first).await?.iter().filter(|d| d.id != first) {
        rounds::begin(turn, date).await?;
    }
    if draft.is_unaware() {
        worklist::put(turn, n, Kind::Unaware, &view::thing(first)).await?;
    }
    if turn.in_private() {
        view::refresh_cards(turn, first).await?;
    }
    Ok(first)
}

/// What a request is called that was spoken: as its category, without the sign before it.
fn title_of_category(language: Language, id: &str) -> String {
    let name = texts().plain(language, &format!("vraag-category-{id}"), &[]);
    let icon = category(id).map_or("", |c| c.icon.as_str());
    name.trim_start_matches(icon).trim().to_owned()
}

/// What the asker reads once it is there: who sees it, and what comes next.
async fn posted(turn: &mut Turn<'_>, id: RequestId, who: &Person, draft: &Draft) -> Result<Content> {
    let r = view::must(turn, id).await?;
    let place = turn.neighbourhood(r.neighbourhood).await?;
    let team = neighbourhood::the_team(who.language, &place);
    let args = [("neighbourhood", Arg::Words(place.name.as_str())), ("team", Arg::Own(&team))];
    let text = if draft.is_unaware() { "posted-unaware".to_owned() } else { format!("posted-{}", r.sight.word()) };
    let mut words = say(who.language, &text, &args);
    if matches!(r.sight, Sight::Quiet | Sight::Met) && rounds::anybody(turn, &r).await? {
        // When they hear of it at the latest, where nobody can help. Where nobody can be asked they hear that at once.
        let news = course::plan(r.span, r.since, None).team;
        let day = day_words(who.language, local_date(news), local_date(turn.now()));
        let time = clock_words(news);
        words =
            words.paragraph(&say(who.language, "posted-heard", &[("day", Arg::Own(&day)), ("time", Arg::Own(&time))]));
    }
    whole_after(turn, words, &r, who).await
}

/// A draft's button: only its asker's, and only while the draft is there.
pub async fn pressed_draft(turn: &mut Turn<'_>, id: i64) -> Result<Option<(Person, NeighbourhoodId, Draft, Moment)>> {
    let who = turn.who()?;
    let key = turn.key();
    match store::draft(turn.db(), key, id).await? {
        // A second tap on [Plaatsen]: the message is the card by now, and stays as it is.
        None if turn.pressed_card().await?.is_some() => {
            toast(turn, "placed", &[])?;
            Ok(None)
        }
        None => {
            toast(turn, "press-outdated", &[])?;
            // In private it may be the second tap of one finger: the message shows the request by now.
            if !turn.in_private() {
                turn.close_pressed();
            }
            Ok(None)
        }
        Some((asker, ..)) if asker != who.id => {
            toast(turn, "press-not-yours", &[])?;
            Ok(None)
        }
        // Callback data comes from a client: nobody puts their draft in the place of another's card.
        Some(_) if turn.pressed_card().await?.is_some() => {
            toast(turn, "press-outdated", &[])?;
            Ok(None)
        }
        Some((_, n, draft, made_at)) => Ok(Some((who, n, draft, made_at))),
    }
}

/// [Plaatsen] under the preview in a group, or [Toch plaatsen] in private.
pub async fn place_pressed(turn: &mut Turn<'_>, id: i64, anyway: bool) -> Result<()> {
    let Some((who, n, mut draft, made_at)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if !trust::ask_age(turn, Some(format!("{}:{DRAFT}{id}", super::NAME))).await? {
        return Ok(());
    }
    if !turn.in_private() {
        let here = turn.chat_here().and_then(|c| c.neighbourhood);
        if here != Some(n) || needs_question(&draft) || draft.seen_by() != Sight::Group {
            turn.close_pressed();
            return toast(turn, "press-outdated", &[]);
        }
        return place_here(turn, id, &who, n, &draft, made_at).await;
    }
    if !anyway {
        turn.close_pressed();
        return toast(turn, "press-outdated", &[]);
    }
    if forget_day(turn, &mut draft, made_at) {
        return go_on(turn, id, draft).await;
    }
    if draft.is_private() && matches!(draft.seen_by(), Sight::Group | Sight::Quiet) {
        drop(turn, id).await?;
        let content = question(turn, &who, n, &draft).await?;
        return view::show(turn, content);
    }
    place(turn, id, &who, n, &draft, made_at).await
}

/// [Buren die het team kent] or [Alleen het wijkteam], for what does not belong in the group.
pub async fn place_for_pressed(turn: &mut Turn<'_>, id: i64, sight: Sight) -> Result<()> {
    let Some((who, n, mut draft, made_at)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if !trust::ask_age(turn, Some(format!("{}:{DRAFT}{id}", super::NAME))).await? {
        return Ok(());
    }
    if !turn.in_private() || !matches!(sight, Sight::Met | Sight::Team) {
        turn.close_pressed();
        return toast(turn, "press-outdated", &[]);
    }
    (draft.sight, draft.near) = (Some(sight), Some(sight));
    if forget_day(turn, &mut draft, made_at) {
        return go_on(turn, id, draft).await;
    }
    place(turn, id, &who, n, &draft, made_at).await
}

/// Posts a draft from its message in private.
async fn place(
    turn: &mut Turn<'_>,
    id: i64,
    who: &Person,
    n: NeighbourhoodId,
    draft: &Draft,
    made_at: Moment,
) -> Result<()> {
    if let Some(why) = why_not(turn, who, n, draft).await? {
        turn.alert(clip(&why.plain(), 200));
        return Ok(());
    }
    drop(turn, id).await?;
    let request = post(turn, who, n, draft, made_at).await?;
    let content = posted(turn, request, who, draft).await?;
    view::show(turn, content)
}

/// Posts a draft from its preview in the group, which becomes the card.
async fn place_here(
    turn: &mut Turn<'_>,
    id: i64,
    who: &Person,
    n: NeighbourhoodId,
    draft: &Draft,
    made_at: Moment,
) -> Result<()> {
    if let Some(why) = why_not(turn, who, n, draft).await? {
        turn.alert(clip(&why.plain(), 200));
        return Ok(());
    }
    drop(turn, id).await?;
    let request = post(turn, who, n, draft, made_at).await?;
    let r = view::must(turn, request).await?;
    let card = view::card_content(turn, &r, &[]).await?;
    turn.adopt_pressed(view::thing(request), card).await?;
    toast(turn, "placed", &[])?;
    post_elsewhere(turn, &r).await?;
    if Turn::reachable(who) {
        let content = posted(turn, request, who, draft).await?;
        turn.tell(who, content, None);
    }
    Ok(())
}

/// The card in the neighbourhood's other groups.
async fn post_elsewhere(turn: &mut Turn<'_>, r: &Request) -> Result<()> {
    let here = turn.chat_here().map(|c| c.id);
    let card = view::card_content(turn, r, &[]).await?;
    for group in turn.groups(r.neighbourhood).await? {
        if group.reach == Reach::Open && Some(group.id) != here {
            turn.card(view::thing(r.id), group.id, card.clone());
        }
    }
    Ok(())
}

pub async fn drop(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    store::drop_draft(turn.db(), id).await?;
    turn.cancel(NAME, DRAFT_JOB, id);
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
async fn go_on(turn: &mut Turn<'_>, id: i64, draft: Draft) -> Result<()> {
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

/// A draft that nobody came back to.
pub async fn draft_expired(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    store::drop_draft(turn.db(), id).await?;
    Ok(())
}
