//! Asking for help: `/vraag` in private opens the dialogue; behind `/vraag` in a group stands the request itself, which is
//! shown to its asker first and becomes the card by their tap. What may hold too much is led to private.

use super::buttons::Tap;
use super::cards::{preview, say};
use super::category::{Guess, OTHER, guess, is_sensitive};
use super::draft::Draft;
use super::rules::{self, Enough, OPEN_AT_MOST, State};
use super::safety::Finding;
use super::store::{self, Request};
use super::view::{self, item_after, toast};
use super::when::{Span, When};
use super::{DRAFT_JOB, FLOW_ASK, NAME};
use crate::features::roles::{Action, may};
use crate::features::{Finish, help, members};
use crate::model::{Button, Content, Html, Moment, Neighbourhood, NeighbourhoodId, Person, Reach, RequestId, Result};
use crate::text::{Arg, local_date, local_day_start, texts};
use crate::turn::Turn;

/// Days that a draft is kept which its asker can't see in the group.
const DRAFT_DAYS: i64 = 30;

/// Days that a preview in a group waits for its asker's tap.
const PREVIEW_DAYS: i64 = 1;

/// `/vraag`, with what stood behind it.
pub async fn command(turn: &mut Turn<'_>, rest: &str) -> Result<()> {
    if turn.in_private() {
        return in_private(turn, Draft::of_words(None, rest)).await;
    }
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    let who = turn.who()?;
    turn.join(who.id, n).await?;
    let place = turn.neighbourhood(n).await?;
    let language = place.language;
    if rest.trim().is_empty() {
        let label = texts().plain(language, "button-ask", &[]);
        let content = Content::new(
            say(language, "group-ask", &[("name", Arg::Words(&who.name))]),
            vec![vec![Button::press(label, Tap::Ask.data())]],
        );
        return turn.say_here(content);
    }
    let seen = guess(rest);
    let draft = Draft { when: seen.when, part: seen.part, ..Draft::of_words(Some(n), rest) };
    let private = draft.is_private()
        || draft.title.is_none()
        || !draft.findings().is_empty()
        || rules_of_posting(turn, &who).await?.is_err();
    if private {
        lead_to_private(turn, &who, &place, draft, &seen).await
    } else {
        show_preview(turn, &who, &place, draft, &seen).await
    }
}

async fn show_preview(
    turn: &mut Turn<'_>,
    who: &Person,
    place: &Neighbourhood,
    mut draft: Draft,
    seen: &Guess,
) -> Result<()> {
    draft.category = Some(seen.category.to_owned());
    let shown = as_request(&draft, who, place.id, turn.sent_at());
    let id = keep(turn, who, place.id, &draft, PREVIEW_DAYS).await?;
    turn.say_here(preview(place.language, &shown, &who.name, id))
}

async fn lead_to_private(
    turn: &mut Turn<'_>,
    who: &Person,
    place: &Neighbourhood,
    mut draft: Draft,
    seen: &Guess,
) -> Result<()> {
    // A guess that nobody saw is not an answer: only what is plain to see is filled in.
    draft.category = Some(seen.category.to_owned()).filter(|c| c != OTHER && !is_sensitive(c));
    let id = keep(turn, who, place.id, &draft, DRAFT_DAYS).await?;
    let label = texts().plain(place.language, "button-go-on", &[]);
    let text = say(place.language, "group-private", &[("name", Arg::Words(&who.name))]);
    turn.say_here(Content::new(text, vec![vec![Button::open(label, format!("d_{id}"))]]))?;
    if turn.chat_here().is_some_and(|c| c.may_delete) {
        turn.delete_here()?;
    }
    Ok(())
}

async fn keep(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &Draft, days: i64) -> Result<i64> {
    let (key, now) = (turn.key(), turn.now());
    let id = store::keep_draft(turn.db(), key, who.id, n, draft, now).await?;
    turn.schedule(NAME, DRAFT_JOB, id, now.plus_days(days));
    Ok(id)
}

/// A request that is not there yet, to show.
fn as_request(draft: &Draft, who: &Person, n: NeighbourhoodId, sent: Moment) -> Request {
    Request {
        id: RequestId(0),
        neighbourhood: n,
        asker: who.id,
        category: draft.category.clone().unwrap_or_else(|| OTHER.to_owned()),
        title: draft.title.clone().unwrap_or_default(),
        details: draft.details.clone(),
        span: span_of(draft, sent),
        state: State::Open,
        wanted: 1,
        version: 1,
        contact: None,
        unreached: false,
        posted_at: sent,
    }
}

fn span_of(draft: &Draft, sent: Moment) -> Span {
    Span::of(draft.when.unwrap_or(When::Later), draft.part, sent)
}

/// Begins the dialogue with what is known already; says whether it did.
async fn begin(turn: &mut Turn<'_>, mut draft: Draft) -> Result<bool> {
    let who = turn.who()?;
    let mine = turn.memberships(who.id).await?;
    let Some(first) = mine.first() else {
        let text = members::how_to_join(turn);
        turn.reply(Content::text(text))?;
        return Ok(false);
    };
    if let Err(enough) = rules_of_posting(turn, &who).await? {
        let text = enough_text(turn, enough);
        turn.reply(Content::new(text, vec![vec![turn.button("button-mine", Tap::Mine(0).data())]]))?;
        return Ok(false);
    }
    if !draft.place().is_some_and(|n| mine.iter().any(|m| m.neighbourhood == n)) {
        draft.neighbourhood = (mine.len() == 1).then(|| first.neighbourhood.to_string());
    }
    turn.begin(FLOW_ASK, draft.answers());
    Ok(true)
}

async fn in_private(turn: &mut Turn<'_>, draft: Draft) -> Result<()> {
    begin(turn, draft).await.map(|_| ())
}

/// [Vraag stellen]: in a group it joins, and opens the private chat.
pub async fn ask_pressed(turn: &mut Turn<'_>) -> Result<()> {
    if turn.in_private() {
        return in_private(turn, Draft::default()).await;
    }
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    let who = turn.who()?;
    turn.join(who.id, n).await?;
    turn.open_private(&format!("v_{n}"));
    Ok(())
}

/// The private chat opened from a group where they pressed [Vraag stellen].
pub async fn opened_for(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    in_private(turn, Draft { neighbourhood: Some(n.to_string()), ..Draft::default() }).await
}

/// The private chat opened with a draft from a group.
pub async fn opened_with(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let who = turn.who()?;
    let key = turn.key();
    let found = store::draft(turn.db(), key, id).await?.filter(|(asker, ..)| *asker == who.id);
    let Some((_, _, mut draft, made_at)) = found else {
        // Who opens the link again in the middle of the dialogue is asked the question again.
        return if turn.in_dialogue() { Ok(()) } else { toast(turn, "draft-gone", &[]) };
    };
    if local_date(made_at) != local_date(turn.sent_at()) {
        // 'Morgen' was said on another day.
        draft.when = None;
        draft.part = None;
    }
    if begin(turn, draft).await? {
        // The dialogue keeps it from here.
        drop(turn, id).await?;
    }
    Ok(())
}

async fn rules_of_posting(turn: &mut Turn<'_>, who: &Person) -> Result<Result<(), Enough>> {
    let since = local_day_start(local_date(turn.now()), 0);
    let (open, today) = store::counts(turn.db(), who.id, since).await?;
    Ok(rules::may_post(open, today))
}

fn enough_text(turn: &Turn<'_>, enough: Enough) -> Html {
    match enough {
        Enough::Open => turn.say("enough-open", &[("most", OPEN_AT_MOST.into())]),
        Enough::Today => turn.say("enough-today", &[]),
    }
}

/// What must hold before anything is posted, whichever way it came.
async fn why_not(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &Draft) -> Result<Option<Html>> {
    let (member, place) = (turn.membership(who.id, n).await?, turn.neighbourhood(n).await?);
    if !may(member.as_ref(), Action::TakePart, &place) {
        return Ok(Some(turn.say("other-neighbourhood", &[])));
    }
    if let Err(enough) = rules_of_posting(turn, who).await? {
        return Ok(Some(enough_text(turn, enough)));
    }
    if draft.category.as_deref().is_none_or(is_sensitive) {
        return Ok(Some(turn.say("category-not-here", &[])));
    }
    if draft.title.is_none() {
        return Ok(Some(turn.say("title-missing", &[])));
    }
    if !turn.groups(n).await?.iter().any(|g| g.reach == Reach::Open) {
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
    if let Some(why) = why_not(turn, &who, n, &draft).await? {
        return Ok(Finish::NotNow(why));
    }
    let found = draft.findings();
    if !found.is_empty() || draft.is_private() {
        ask_first(turn, &who, n, &draft, &found).await?;
        return Ok(Finish::Done);
    }
    let span = span_of(&draft, turn.sent_at());
    let id = post(turn, &who, n, &draft, span).await?;
    view::refresh_cards(turn, id).await?;
    let content = posted(turn, id, &who).await?;
    turn.reply(content)?;
    Ok(Finish::Done)
}

/// Safety's question. The answers are kept meanwhile.
async fn ask_first(
    turn: &mut Turn<'_>,
    who: &Person,
    n: NeighbourhoodId,
    draft: &Draft,
    found: &[Finding],
) -> Result<()> {
    let id = keep(turn, who, n, draft, DRAFT_DAYS).await?;
    let names: Vec<String> = found.iter().map(|f| turn.label(f.text(), &[])).collect();
    let mut text = Html::default();
    let mut rows = vec![vec![turn.button("button-rewrite", Tap::Adjust(id).data())]];
    if !names.is_empty() {
        text = turn.say("safety-first", &[("what", Arg::Own(&names.join(", ")))]);
    }
    if draft.is_private() {
        text = text.paragraph(&turn.say("safety-team", &[]));
        rows.push(vec![turn.button("button-human", help::HUMAN)]);
    }
    rows.push(vec![turn.button("button-place-anyway", Tap::PlaceAnyway(id).data())]);
    turn.reply(Content::new(text, rows))
}

async fn post(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &Draft, span: Span) -> Result<RequestId> {
    turn.set_current(who.id, n).await?;
    let now = turn.now();
    store::insert(turn.db(), who.id, n, draft, span, now).await
}

async fn posted(turn: &mut Turn<'_>, id: RequestId, who: &Person) -> Result<Content> {
    let r = view::must(turn, id).await?;
    let place = turn.neighbourhood(r.neighbourhood).await?;
    let words = say(who.language, "posted", &[("neighbourhood", Arg::Words(&place.name))]);
    item_after(turn, words, &r, who).await
}

/// A draft's button: only its asker's, and only while the draft is there.
async fn pressed_draft(turn: &mut Turn<'_>, id: i64) -> Result<Option<(Person, NeighbourhoodId, Draft, Moment)>> {
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
            turn.close_pressed();
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
    let Some((who, n, draft, made_at)) = pressed_draft(turn, id).await? else { return Ok(()) };
    let here = turn.chat_here().and_then(|c| c.neighbourhood);
    let fits =
        if turn.in_private() { anyway } else { here == Some(n) && draft.findings().is_empty() && !draft.is_private() };
    if !fits {
        turn.close_pressed();
        return toast(turn, "press-outdated", &[]);
    }
    if let Some(why) = why_not(turn, &who, n, &draft).await? {
        turn.alert(crate::text::clip(&why.plain(), 200));
        return Ok(());
    }
    drop(turn, id).await?;
    let span = span_of(&draft, made_at);
    let request = post(turn, &who, n, &draft, span).await?;
    if !turn.in_private() {
        let r = view::must(turn, request).await?;
        let card = view::card_content(turn, &r, &[]).await?;
        turn.adopt_pressed(view::thing(request), card).await?;
        toast(turn, "placed", &[])?;
        post_elsewhere(turn, &r).await?;
        if Turn::reachable(&who) {
            let content = posted(turn, request, &who).await?;
            turn.tell(&who, content, None);
        }
        return Ok(());
    }
    view::refresh_cards(turn, request).await?;
    let content = posted(turn, request, &who).await?;
    view::show(turn, content)
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

async fn drop(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    store::drop_draft(turn.db(), id).await?;
    turn.cancel(NAME, DRAFT_JOB, id);
    Ok(())
}

/// [Aanpassen]: goes on in private, with what is there.
pub async fn adjust_pressed(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((_, _, draft, _)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if turn.in_private() {
        if begin(turn, draft).await? {
            turn.close_pressed();
            drop(turn, id).await?;
        }
        return Ok(());
    }
    turn.open_private(&format!("d_{id}"));
    turn.delete_pressed();
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

/// What the team can do where a card can't: with the way to a human.
pub fn lead_to_human(turn: &mut Turn<'_>) -> Result<()> {
    let text = turn.say("category-human", &[]);
    let row = vec![turn.button("button-human", help::HUMAN)];
    turn.reply(Content::new(text, vec![row]))
}

/// Says why help with this can't be found now, and stays where the dialogue is.
pub fn sensitive_text(turn: &Turn<'_>) -> Html {
    turn.say("category-sensitive", &[])
}
