//! Posting a request: from the dialogue's summary, or from a preview or a question of safety, whose buttons carry a draft.
//! Whichever way it comes, the same must hold first.

use super::ask::{begin, enough_text, forget_day, keep_draft, rules_of_posting, span_of};
use super::buttons::Tap;
use super::cards::say;
use super::category::{OTHER, is_sensitive};
use super::draft::Draft;
use super::safety::Finding;
use super::states::{Sight, Subject};
use super::store::{self, New, Request};
use super::view::{self, item_after, toast};
use super::when::Span;
use super::{DRAFT_JOB, NAME};
use crate::features::roles::{Action, may};
use crate::features::{Finish, help, members};
use crate::model::{Content, Html, Moment, NeighbourhoodId, Person, Reach, RequestId, Result};
use crate::text::{Arg, clip};
use crate::turn::Turn;

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

/// `a`, `a and b`, `a, b and c`.
fn in_words(turn: &Turn<'_>, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), turn.label("safety-and", &[])),
    }
}

/// Safety's question. The answers are kept meanwhile.
async fn ask_first(
    turn: &mut Turn<'_>,
    who: &Person,
    n: NeighbourhoodId,
    draft: &Draft,
    found: &[Finding],
) -> Result<()> {
    let id = keep_draft(turn, who, n, draft).await?;
    let names: Vec<String> = found.iter().map(|f| turn.label(f.text(), &[])).collect();
    let mut text = Html::default();
    let mut rows = vec![vec![turn.button("button-rewrite", Tap::Adjust(id).data())]];
    if !names.is_empty() {
        text = turn.say("safety-first", &[("what", Arg::Own(&in_words(turn, &names)))]);
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
    let new = New {
        neighbourhood: n,
        asker: who.id,
        category: draft.category.as_deref().unwrap_or(OTHER),
        title: draft.title.as_deref().unwrap_or_default(),
        details: draft.details.as_deref(),
        span,
        sight: Sight::Group,
        named: true,
        subject: Subject::Own,
        wanted: 1,
        series: None,
        same_helper: false,
    };
    store::insert(turn.db(), &new, now).await
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
    let Some((who, n, mut draft, made_at)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if turn.in_private() && anyway && forget_day(turn, &mut draft, made_at) {
        return go_on(turn, id, draft).await;
    }
    let here = turn.chat_here().and_then(|c| c.neighbourhood);
    let fits =
        if turn.in_private() { anyway } else { here == Some(n) && draft.findings().is_empty() && !draft.is_private() };
    if !fits {
        turn.close_pressed();
        return toast(turn, "press-outdated", &[]);
    }
    if let Some(why) = why_not(turn, &who, n, &draft).await? {
        turn.alert(clip(&why.plain(), 200));
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
