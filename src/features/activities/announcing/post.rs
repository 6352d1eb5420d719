//! Posting an activity: from the dialogue's summary, from the preview in a group, or after a question about it. Whichever way
//! it comes, the same must hold first.

use super::DRAFT_JOB;
use super::ask::{go_on, keep_draft, who_may};
use super::buttons::Tap;
use super::concerns::{self, Concern, on_last_day, trouble};
use super::draft::{Draft, Kept, spoken};
use crate::features::activities::store::{self, Activity, New};
use crate::features::activities::{NAME, cards, hosting, kinds, making, returning, view};
use crate::features::places::{self, Place};
use crate::features::roles::{Action, may};
use crate::features::{Finish, members};
use crate::model::{
    ActivityId, Button, Class, Content, Fault, Html, Media, Moment, Neighbourhood, NeighbourhoodId, Outgoing, Person,
    Reach, Result, Send,
};
use crate::text::{Arg, clip, local_date, texts, timing_words};
use crate::turn::Turn;

/// What a spoken title and spoken details are called in the table.
const SPOKEN: [&str; 2] = ["title", "details"];

/// What must hold before anything is posted, whichever way it came.
async fn why_not(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &Draft) -> Result<Option<Html>> {
    let (member, place) = (turn.membership(who.id, n).await?, turn.neighbourhood(n).await?);
    if member.is_none() {
        return Ok(Some(turn.say("announce-elsewhere", &[])));
    }
    if !may(member.as_ref(), Action::Announce, &place) {
        return who_may(turn, who, &place).await.map(Some);
    }
    let trouble = draft.when.as_ref().filter(|t| t.has_time()).map(|t| trouble(t, turn.now()));
    Ok(match trouble {
        Some(None) if draft.title.is_some() && draft.place.is_some() => None,
        Some(Some(trouble)) => Some(turn.say(trouble.text(), &[])),
        None | Some(None) => Some(turn.say("announce-incomplete", &[])),
    })
}

/// [Plaatsen] under the dialogue's summary.
pub async fn finish(turn: &mut Turn<'_>, draft: Draft) -> Result<Finish> {
    let who = turn.who()?;
    let Some(n) = draft.in_neighbourhood() else { return Ok(Finish::NotNow(members::how_to_join(turn))) };
    if let Some(why) = why_not(turn, &who, n, &draft).await? {
        return Ok(Finish::NotNow(why));
    }
    let kept = Kept { draft, asked: true, ..Kept::default() };
    let content = match question(turn, &who, n, &kept).await? {
        Some(question) => question,
        None => {
            let a = post(turn, &who, n, &kept.draft).await?;
            posted(turn, &who, &a).await?
        }
    };
    turn.reply(content)?;
    Ok(Finish::Done)
}

/// What the organiser is asked first, where there is anything. The draft is kept meanwhile.
async fn question(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, kept: &Kept) -> Result<Option<Content>> {
    let places = places::of(turn, n).await?;
    let Some((concern, text)) = concerns::first(turn, n, kept, &places).await? else { return Ok(None) };
    let id = keep_draft(turn, who, n, kept).await?;
    let button = |turn: &Turn<'_>, label: &str, tap: Tap| vec![turn.button(label, tap.data())];
    let agree = Tap::Agree(id, concern);
    let rows = match concern {
        Concern::Safety => {
            vec![button(turn, "button-rewrite", Tap::Adjust(id)), button(turn, "button-place-anyway", agree)]
        }
        Concern::Months => vec![
            button(turn, "button-last-day", Tap::LastDay(id)),
            button(turn, "button-skip-months", agree),
            button(turn, "button-other-time", Tap::OtherTime(id)),
        ],
        Concern::Clash => vec![
            button(turn, "button-here-anyway", agree),
            button(turn, "button-other-place", Tap::OtherPlace(id)),
            button(turn, "button-other-time", Tap::OtherTime(id)),
        ],
        Concern::Holiday => {
            vec![button(turn, "button-that-day", agree), button(turn, "button-other-time", Tap::OtherTime(id))]
        }
    };
    Ok(Some(Content::new(text, rows)))
}

/// Writes the activity: one that comes back with its first dates.
async fn post(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, draft: &Draft) -> Result<Activity> {
    turn.set_current(who.id, n).await?;
    let places = places::of(turn, n).await?;
    let language = turn.neighbourhood(n).await?.language;
    let kind = draft.kind.as_deref().unwrap_or(kinds::OTHER);
    let called = kinds::name(language, kind).trim_start_matches(kinds::icon(kind)).trim().to_owned();
    let lacks = || Fault::event("an activity that lacks something");
    let what = draft.what(&places, &called).ok_or_else(lacks)?;
    let timing = draft.when.clone().ok_or_else(lacks)?;
    let a = if timing.rule.is_some() {
        returning::begin(turn, who.id, n, &what, &timing).await?
    } else {
        let (starts_at, ends_at) = (timing.begins(), timing.ends());
        let new =
            New { neighbourhood: n, organiser: who.id, what: &what, starts_at, ends_at, series: None, confirmed: true };
        making::make(turn, &new).await?.ok_or_else(lacks)?
    };
    keep_media(turn, a.id, draft).await?;
    // The card says what came along.
    view::refresh_cards(turn, a.id).await?;
    view::must(turn, a.id).await
}

async fn keep_media(turn: &mut Turn<'_>, id: ActivityId, draft: &Draft) -> Result<()> {
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

/// Passes on the photo and the voice messages of an activity, in private.
pub async fn photo(turn: &mut Turn<'_>, a: &Activity, to: &Person) -> Result<()> {
    let key = turn.key();
    let title = [("title", Arg::Words(a.what.title.as_str()))];
    if let Some(file) = store::photo(turn.db(), key, a.id).await? {
        let text = cards::say(to.language, "media-photo", &title);
        pass_on(turn, to, Media::photo(file), text);
    }
    for file in store::voices(turn.db(), key, a.id).await? {
        let text = cards::say(to.language, "media-voice", &title);
        pass_on(turn, to, Media::voice(file), text);
    }
    Ok(())
}

/// In one row with the message about the activity, so that it always comes before that.
fn pass_on(turn: &mut Turn<'_>, to: &Person, media: Media, words: Html) {
    turn.put(Outgoing {
        chat: to.chat,
        class: Class::Card,
        send: Send::Media { media, content: Content::text(words), topic: None, reply_to: None },
        not_before: None,
        not_after: None,
        thing: None,
    });
}

/// What the organiser reads once it is there: where it is seen, and what happens by itself.
async fn posted(turn: &mut Turn<'_>, who: &Person, a: &Activity) -> Result<Content> {
    let place = turn.neighbourhood(a.neighbourhood).await?;
    let grouped = turn.groups(a.neighbourhood).await?.iter().any(|g| g.reach == Reach::Open);
    let args = [("place", Arg::Words(place.name.as_str()))];
    let mut text = cards::head(who.language, a, &who.name);
    text = text.paragraph(&cards::say(who.language, if grouped { "announced" } else { "announced-agenda" }, &args));
    text = text.line(&cards::say(who.language, "announced-next", &[]));
    let rows = hosting::rows(turn, a).await?;
    Ok(Content::new(text, rows))
}

/// An activity that is not there yet, as its organiser sees it in the group before it is.
pub fn preview(
    turn: &Turn<'_>,
    who: &Person,
    place: &Neighbourhood,
    kept: &Kept,
    places: &[Place],
    id: i64,
) -> Content {
    let (language, today) = (place.language, local_date(turn.now()));
    let words = |t: &crate::when::Timing| timing_words(language, t, today);
    let mut text = Html::default();
    if let (Some(what), Some(timing)) = (kept.draft.what(places, ""), &kept.draft.when) {
        let shown = as_activity(who, place.id, what, timing.begins());
        text = cards::head_at(language, &shown, &words(timing), &who.name);
        if let Some(capacity) = shown.what.capacity {
            text = text.line(&cards::say(language, "activity-places", &[("n", Arg::Number(capacity))]));
        }
        if let Some(details) = &shown.what.details {
            text = text.paragraph(&Html::from_words(details));
        }
    }
    text = text.paragraph(&cards::say(language, "announce-preview", &[("name", Arg::Words(&who.name))]));
    let button = |id: &str, tap: Tap| Button::press(texts().plain(language, id, &[]), tap.data());
    let mut rows = vec![vec![button("button-place", Tap::Place(id, kept.swapped))]];
    if let Some(other) = &kept.other {
        let label = texts().plain(language, "button-rather", &[("when", Arg::Own(&words(other)))]);
        rows.push(vec![Button::press(clip(&label, 64), Tap::Read(id, !kept.swapped).data())]);
    }
    rows.push(vec![button("button-adjust", Tap::Adjust(id)), button("button-drop", Tap::Drop(id))]);
    Content::new(text, rows)
}

/// Something to show that has no row yet.
fn as_activity(
    who: &Person,
    n: NeighbourhoodId,
    what: crate::features::activities::states::What,
    starts_at: Moment,
) -> Activity {
    Activity {
        id: ActivityId(0),
        neighbourhood: n,
        organiser: who.id,
        what,
        starts_at,
        ends_at: None,
        series: None,
        series_day: None,
        confirmed: true,
        carded: true,
        state: crate::features::activities::states::State::Planned,
        reason: None,
        sequence: 0,
        version: 1,
        came: None,
        made_at: starts_at,
        changed_at: starts_at,
        photo: false,
        voice: false,
    }
}

/// A draft's button: only its organiser's, and only while the draft is there.
async fn pressed_draft(turn: &mut Turn<'_>, id: i64) -> Result<Option<(Person, NeighbourhoodId, Kept)>> {
    let (who, key) = (turn.who()?, turn.key());
    let card = turn.pressed_card().await?.is_some();
    match store::draft(turn.db(), key, id).await? {
        // A second tap on [Plaatsen]: the message is the card by now, and stays as it is.
        None if card => view::toast(turn, "announced-toast", &[])?,
        None => {
            view::toast(turn, "press-outdated", &[])?;
            // In private it may be the second tap of one finger: the message says by now that it is there.
            if !turn.in_private() {
                turn.close_pressed();
            }
        }
        Some((person, ..)) if person != who.id => view::toast(turn, "press-not-yours", &[])?,
        // Callback data comes from a client: nobody puts their draft in the place of another's card.
        Some(_) if card => view::toast(turn, "press-outdated", &[])?,
        Some((_, n, kept)) => return Ok(Some((who, n, kept))),
    }
    Ok(None)
}

/// [Plaatsen] under the preview in a group, which becomes the card.
pub async fn place_pressed(turn: &mut Turn<'_>, id: i64, other: bool) -> Result<()> {
    let Some((who, n, kept)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if turn.in_private() || turn.chat_here().and_then(|c| c.neighbourhood) != Some(n) {
        turn.close_pressed();
        return view::toast(turn, "press-outdated", &[]);
    }
    if kept.swapped != other {
        view::toast(turn, "announce-changed", &[])?;
        return show_preview(turn, &who, n, &kept, id).await;
    }
    if let Some(why) = why_not(turn, &who, n, &kept.draft).await? {
        turn.alert(clip(&why.plain(), 200));
        return Ok(());
    }
    let places = places::of(turn, n).await?;
    if concerns::first(turn, n, &kept, &places).await?.is_some() {
        // Something came up since: it is asked in private.
        turn.open_private(&format!("p_{id}"));
        return Ok(());
    }
    drop(turn, id).await?;
    let a = post(turn, &who, n, &kept.draft).await?;
    let card = view::card_content(turn, &a).await?;
    turn.adopt_pressed(view::thing(a.id), card).await?;
    view::toast(turn, "announced-toast", &[])?;
    if Turn::reachable(&who) {
        let content = posted(turn, &who, &a).await?;
        turn.tell(&who, content, None);
    }
    Ok(())
}

async fn show_preview(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, kept: &Kept, id: i64) -> Result<()> {
    let (place, places) = (turn.neighbourhood(n).await?, places::of(turn, n).await?);
    let content = preview(turn, who, &place, kept, &places, id);
    turn.edit_pressed(content);
    Ok(())
}

/// [Liever …]: the other way to read when it is, or the first again.
pub async fn read_pressed(turn: &mut Turn<'_>, id: i64, other: bool) -> Result<()> {
    let Some((who, n, mut kept)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if kept.swapped != other {
        std::mem::swap(&mut kept.draft.when, &mut kept.other);
        kept.swapped = other;
        let key = turn.key();
        store::set_draft(turn.db(), key, id, &kept).await?;
    }
    show_preview(turn, &who, n, &kept, id).await
}

/// [Aanpassen]: goes on in private, with what is there.
pub async fn adjust_pressed(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((_, _, kept)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if turn.in_private() {
        return go_on(turn, id, kept).await;
    }
    turn.open_private(&format!("p_{id}"));
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
    view::toast(turn, "announce-dropped", &[])
}

/// An answer in private to what was asked: all the same, or on the last day of the month. Then the next question, or it is posted.
pub async fn agreed(turn: &mut Turn<'_>, id: i64, concern: Concern, last_day: bool) -> Result<()> {
    let Some((who, n, mut kept)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if last_day {
        kept.draft.when = kept.draft.when.as_ref().and_then(on_last_day).or(kept.draft.when);
    }
    kept.agreed.push(concern);
    if let Some(why) = why_not(turn, &who, n, &kept.draft).await? {
        turn.alert(clip(&why.plain(), 200));
        return Ok(());
    }
    drop(turn, id).await?;
    let content = match question(turn, &who, n, &kept).await? {
        Some(question) => question,
        None => {
            let a = post(turn, &who, n, &kept.draft).await?;
            posted(turn, &who, &a).await?
        }
    };
    turn.edit_pressed(content);
    Ok(())
}

/// [Andere plek] or [Andere tijd]: back to the dialogue, which asks for that alone.
pub async fn otherwise(turn: &mut Turn<'_>, id: i64, place: bool) -> Result<()> {
    let Some((_, _, mut kept)) = pressed_draft(turn, id).await? else { return Ok(()) };
    if place {
        kept.draft.place = None;
    } else {
        kept.draft.when = None;
    }
    go_on(turn, id, kept).await
}

/// Throws a draft away.
pub async fn drop(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    store::drop_draft(turn.db(), id).await?;
    turn.cancel(NAME, DRAFT_JOB, id);
    Ok(())
}
