//! Posts an activity: what must hold first, what its organiser is asked about, writing it with what came along; and the buttons of
//! a draft.

use super::begin::{LINK, go_on, who_may};
use super::concerns::{self, on_last_day, time_problem};
use super::draft::{ActivityDraft, KeptDraft};
use super::{drafts, preview};
use crate::dialogue::spoken;
use crate::features::activities::buttons::AnnouncingButton;
use crate::features::activities::model::{Activity, Concern, kinds, thing};
use crate::features::activities::screens::card;
use crate::features::activities::screens::private::manage_rows;
use crate::features::activities::show::say;
use crate::features::activities::{recurring, store};
use crate::features::venues;
use crate::model::{ActivityId, Content, Fault, Html, NeighbourhoodId, Person, Reach, Result};
use crate::screen;
use crate::screen::{outdated, toast};
use crate::text::{Arg, clip};
use crate::turn::{Action, Finish, Turn};

/// What a spoken title and spoken details are called in the table.
const SPOKEN: [&str; 2] = ["title", "details"];

/// What must hold before anything is posted, whichever way it came.
async fn reason_not_to_post(
    turn: &mut Turn<'_>,
    who: &Person,
    n: NeighbourhoodId,
    draft: &ActivityDraft,
) -> Result<Option<Html>> {
    if turn.membership(who.id, n).await?.is_none() {
        return Ok(Some(turn.say("announce-elsewhere", &[])));
    }
    if !turn.allowed(n, Action::Announce).await? {
        let neighbourhood = turn.neighbourhood(n).await?;
        return who_may(turn, who, &neighbourhood).await.map(Some);
    }
    let time_problem = draft.when.as_ref().filter(|t| t.has_time()).map(|t| time_problem(t, turn.now()));
    Ok(match time_problem {
        Some(None) if draft.title.is_some() && draft.place.is_some() => None,
        Some(Some(id)) => Some(turn.say(id, &[])),
        None | Some(None) => Some(turn.say("announce-incomplete", &[])),
    })
}

/// [Plaatsen] under the dialogue's summary.
pub async fn finish(turn: &mut Turn<'_>, draft: ActivityDraft) -> Result<Finish> {
    let who = turn.who()?;
    let Some(n) = draft.in_neighbourhood() else { return Ok(Finish::NotNow(screen::how_to_join(turn).await?)) };
    if let Some(why) = reason_not_to_post(turn, &who, n, &draft).await? {
        return Ok(Finish::NotNow(why));
    }
    let kept = KeptDraft { draft, asked: true, ..KeptDraft::default() };
    let content = question_or_post(turn, &who, n, &kept).await?;
    turn.reply(content)?;
    Ok(Finish::Done)
}

/// What the organiser is asked first, where there is anything. The draft is kept meanwhile.
async fn question(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, kept: &KeptDraft) -> Result<Option<Content>> {
    let places = venues::of(turn, n).await?;
    let Some((concern, text)) = concerns::first(turn, n, kept, &places).await? else { return Ok(None) };
    let id = drafts::keep(turn, who, n, kept).await?;
    let button = |label: &str, tap: AnnouncingButton| vec![turn.button(label, tap.data())];
    let agree = AnnouncingButton::Agree(id, concern);
    let rows = match concern {
        Concern::Safety => {
            vec![button("button-rewrite", AnnouncingButton::Adjust(id)), button("button-place-anyway", agree)]
        }
        Concern::Months => vec![
            button("button-last-day", AnnouncingButton::LastDay(id)),
            button("button-skip-months", agree),
            button("button-other-time", AnnouncingButton::OtherTime(id)),
        ],
        Concern::Clash => vec![
            button("button-here-anyway", agree),
            button("button-other-place", AnnouncingButton::OtherVenue(id)),
            button("button-other-time", AnnouncingButton::OtherTime(id)),
        ],
        Concern::Holiday => {
            vec![button("button-that-day", agree), button("button-other-time", AnnouncingButton::OtherTime(id))]
        }
    };
    Ok(Some(Content::new(text, rows)))
}

/// What the organiser is asked first; where there is nothing, it is posted, and they read that.
async fn question_or_post(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, kept: &KeptDraft) -> Result<Content> {
    if let Some(question) = question(turn, who, n, kept).await? {
        return Ok(question);
    }
    let a = post(turn, who, n, &kept.draft).await?;
    posted(turn, who, &a).await
}

/// Writes the activity: one that comes back with its first dates.
async fn post(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &ActivityDraft) -> Result<Activity> {
    turn.set_current(who.id, n).await?;
    let places = venues::of(turn, n).await?;
    let language = turn.neighbourhood(n).await?.language;
    let kind = draft.kind.as_deref().unwrap_or(kinds::OTHER);
    let called = kinds::name(language, kind).trim_start_matches(kinds::icon(kind)).trim().to_owned();
    let lacks = || Fault::event("an activity that lacks something");
    let what = draft.what(&places, &called).ok_or_else(lacks)?;
    let timing = draft.when.clone().ok_or_else(lacks)?;
    let a = recurring::begin(turn, who.id, n, &what, &timing).await?;
    keep_media(turn, a.id, draft).await?;
    // The card says what came along.
    let a = store::load(turn.db(), a.id).await?;
    turn.touched(thing(a.id));
    Ok(a)
}

async fn keep_media(turn: &mut Turn<'_>, id: ActivityId, draft: &ActivityDraft) -> Result<()> {
    let key = turn.key();
    if let Some(photo) = &draft.photo {
        store::keep_photo(turn.db(), key, id, photo).await?;
    }
    let voices = [spoken(draft.title.as_ref()), spoken(draft.details.as_ref())];
    for (kind, voice) in SPOKEN.into_iter().zip(voices) {
        if let Some(voice) = voice {
            store::keep_voice(turn.db(), key, id, kind, voice).await?;
        }
    }
    Ok(())
}

/// What the organiser reads once it is there: where it is seen, and what happens by itself.
async fn posted(turn: &mut Turn<'_>, who: &Person, a: &Activity) -> Result<Content> {
    let neighbourhood = turn.neighbourhood(a.neighbourhood).await?;
    let grouped = turn.groups(a.neighbourhood).await?.iter().any(|g| g.reach == Reach::Open);
    let args = [("place", Arg::Words(neighbourhood.name.as_str()))];
    let mut text = card::head(who.language, a, &who.name);
    text = text.paragraph(&say(who.language, if grouped { "announced" } else { "announced-agenda" }, &args));
    text = text.line(&say(who.language, "announced-next", &[]));
    let rows = manage_rows(turn, a).await?;
    Ok(Content::new(text, rows))
}

/// A draft's button: only its organiser's, and only while the draft is there.
async fn pressed_draft(turn: &mut Turn<'_>, id: i64) -> Result<Option<(Person, NeighbourhoodId, KeptDraft)>> {
    let (who, key) = (turn.who()?, turn.key());
    let card = turn.pressed_card().await?.is_some();
    match store::draft::<KeptDraft>(turn.db(), key, id).await? {
        // A second tap on [Plaatsen]: the message is the card by now, and stays as it is.
        None if card => toast(turn, "announced-toast", &[])?,
        None => {
            outdated(turn)?;
            // In private it may be the second tap of one finger: the message says by now that it is there.
            if !turn.in_private() {
                turn.close_pressed();
            }
        }
        Some((person, ..)) if person != who.id => toast(turn, "press-not-yours", &[])?,
        // Callback data comes from a client: nobody puts their draft in the place of another's card.
        Some(_) if card => outdated(turn)?,
        Some((_, n, kept)) => return Ok(Some((who, n, kept))),
    }
    Ok(None)
}

/// [Plaatsen] under the preview in a group, which becomes the card.
pub async fn post_pressed(turn: &mut Turn<'_>, id: i64, other: bool) -> Result<()> {
    let Some((who, n, kept)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if turn.in_private() || turn.chat_here().and_then(|c| c.neighbourhood) != Some(n) {
        turn.close_pressed();
        return outdated(turn);
    }
    if kept.swapped != other {
        toast(turn, "announce-changed", &[])?;
        return preview::show(turn, &who, n, &kept, id).await;
    }
    if let Some(why) = reason_not_to_post(turn, &who, n, &kept.draft).await? {
        turn.alert(clip(&why.plain(), 200));
        return Ok(());
    }
    let places = venues::of(turn, n).await?;
    if concerns::first(turn, n, &kept, &places).await?.is_some() {
        // Something came up since: it is asked in private.
        turn.open_private(&format!("{LINK}{id}"));
        return Ok(());
    }
    drafts::drop(turn, id).await?;
    let a = post(turn, &who, n, &kept.draft).await?;
    let card = card::content(turn, &a).await?;
    turn.adopt_pressed(thing(a.id), card).await?;
    toast(turn, "announced-toast", &[])?;
    if Turn::reachable(&who) {
        let content = posted(turn, &who, &a).await?;
        turn.tell(&who, content, None);
    }
    Ok(())
}

/// [Liever …]: the other way to read when it is, or the first again.
pub async fn reading_pressed(turn: &mut Turn<'_>, id: i64, other: bool) -> Result<()> {
    let Some((who, n, mut kept)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if kept.swapped != other {
        std::mem::swap(&mut kept.draft.when, &mut kept.other);
        kept.swapped = other;
        let key = turn.key();
        store::set_draft(turn.db(), key, id, &kept).await?;
    }
    preview::show(turn, &who, n, &kept, id).await
}

/// [Aanpassen]: goes on in private, with what is there.
pub async fn adjust_pressed(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((_, _, kept)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if turn.in_private() {
        return go_on(turn, id, kept).await;
    }
    turn.open_private(&format!("{LINK}{id}"));
    turn.delete_pressed();
    Ok(())
}

/// [Weg ermee].
pub async fn drop_pressed(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    if pressed_draft(turn, id).await?.is_none() {
        return Ok(());
    }
    drafts::drop(turn, id).await?;
    turn.delete_pressed();
    toast(turn, "announce-dropped", &[])
}

/// An answer in private to what was asked: all the same, or on the last day of the month. Then the next question, or it is posted.
pub async fn agreed(turn: &mut Turn<'_>, id: i64, concern: Concern, last_day: bool) -> Result<()> {
    let Some((who, n, mut kept)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if last_day {
        kept.draft.when = kept.draft.when.as_ref().and_then(on_last_day).or(kept.draft.when);
    }
    kept.agreed.push(concern);
    if let Some(why) = reason_not_to_post(turn, &who, n, &kept.draft).await? {
        turn.alert(clip(&why.plain(), 200));
        return Ok(());
    }
    drafts::drop(turn, id).await?;
    let content = question_or_post(turn, &who, n, &kept).await?;
    turn.edit_pressed(content);
    Ok(())
}

/// [Andere plek] or [Andere tijd]: back to the dialogue, which asks for that alone.
pub async fn change_one(turn: &mut Turn<'_>, id: i64, venue: bool) -> Result<()> {
    let Some((_, _, mut kept)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if venue {
        kept.draft.place = None;
    } else {
        kept.draft.when = None;
    }
    go_on(turn, id, kept).await
}
