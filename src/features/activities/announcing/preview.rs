//! An activity that is not there yet, as its organiser sees it in the group before it is.

use super::draft::KeptDraft;
use crate::features::activities::buttons::AnnouncingButton;
use crate::features::activities::model::{Activity, State, What};
use crate::features::activities::screens::card;
use crate::features::activities::show::say;
use crate::features::venues::{self, Venue};
use crate::model::{ActivityId, Button, Content, Html, Moment, Neighbourhood, NeighbourhoodId, Person, Result};
use crate::text::{Arg, clip, local_date, texts, timing_words};
use crate::turn::Turn;
use crate::when::Timing;

/// An activity that is not there yet, as its organiser sees it in the group before it is.
pub fn preview(
    turn: &Turn<'_>,
    who: &Person,
    neighbourhood: &Neighbourhood,
    kept: &KeptDraft,
    places: &[Venue],
    id: i64,
) -> Content {
    let (language, today) = (neighbourhood.language, local_date(turn.now()));
    let words = |t: &Timing| timing_words(language, t, today);
    let mut text = Html::default();
    if let (Some(what), Some(timing)) = (kept.draft.what(places, ""), &kept.draft.when) {
        let shown = as_activity(who, neighbourhood.id, what, timing.begins());
        text = card::head_at(language, &shown, &words(timing), &who.name);
        if let Some(capacity) = shown.what.capacity {
            text = text.line(&say(language, "activity-places", &[("n", Arg::Number(capacity))]));
        }
        if let Some(details) = &shown.what.details {
            text = text.paragraph(&Html::from_words(details));
        }
    }
    text = text.paragraph(&say(language, "announce-preview", &[("name", Arg::Words(&who.name))]));
    let button = |id: &str, tap: AnnouncingButton| Button::press(texts().plain(language, id, &[]), tap.data());
    let mut rows = vec![vec![button("button-place", AnnouncingButton::Post(id, kept.swapped))]];
    if let Some(other) = &kept.other {
        let label = texts().plain(language, "button-rather", &[("when", Arg::Own(&words(other)))]);
        rows.push(vec![Button::press(clip(&label, 64), AnnouncingButton::ShowReading(id, !kept.swapped).data())]);
    }
    rows.push(vec![
        button("button-adjust", AnnouncingButton::Adjust(id)),
        button("button-drop", AnnouncingButton::Drop(id)),
    ]);
    Content::new(text, rows)
}

/// Something to show that has no row yet.
fn as_activity(who: &Person, n: NeighbourhoodId, what: What, starts_at: Moment) -> Activity {
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
        state: State::Planned,
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

/// Shows it on the pressed message.
pub async fn show(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, kept: &KeptDraft, id: i64) -> Result<()> {
    let (neighbourhood, places) = (turn.neighbourhood(n).await?, venues::of(turn, n).await?);
    let content = preview(turn, who, &neighbourhood, kept, &places, id);
    turn.edit_pressed(content);
    Ok(())
}
