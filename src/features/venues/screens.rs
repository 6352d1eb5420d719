//! The list of places as administrators and organisers see it, and what administrators do with one of them.

use serde_json::Map;

use super::{AT_MOST, FLOW, NEW, Venue, VenueButton, back, of, store};
use crate::model::{Button, Content, NeighbourhoodId, Result, VenueId};
use crate::screen;
use crate::text::{Arg, clip};
use crate::turn::{Action, Turn};

/// Longest name on a button, in characters.
const ON_BUTTON: usize = 40;

/// The neighbourhood, where the sender may govern it.
pub async fn governed(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<NeighbourhoodId>> {
    Ok((allowed(turn, n).await? == Some(true)).then_some(n))
}

/// May the sender govern this neighbourhood? `None` where they may not even see its list.
async fn allowed(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<bool>> {
    if !turn.allowed(n, Action::Announce).await? {
        return Ok(None);
    }
    turn.allowed(n, Action::Govern).await.map(Some)
}

/// The list.
pub async fn list(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    if allowed(turn, n).await?.is_none() {
        turn.alert(turn.label("place-not-yours", &[]));
        return Ok(());
    }
    let content = list_content(turn, n).await?;
    turn.edit_pressed(content);
    Ok(())
}

/// The list, for who may see it.
pub async fn list_content(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Content> {
    let governs = allowed(turn, n).await? == Some(true);
    let places = of(turn, n).await?;
    let name = turn.neighbourhood(n).await?.name;
    let args = [("place", Arg::Words(name.as_str()))];
    let mut text = turn.say(if places.is_empty() { "places-none" } else { "places-title" }, &args);
    for (i, place) in places.iter().enumerate() {
        let line = line(turn, place);
        text = if i == 0 { text.paragraph(&line) } else { text.line(&line) };
    }
    let mut rows = Vec::new();
    if governs {
        if places.len() < AT_MOST {
            rows.push(vec![turn.button("places-add", VenueButton::Add(n).data())]);
        }
        rows.extend(
            places.iter().map(|p| vec![Button::press(clip(&p.name, ON_BUTTON), VenueButton::One(p.id).data())]),
        );
    }
    rows.push(back(turn, n, governs));
    Ok(Content::new(text, rows))
}

fn line(turn: &Turn<'_>, place: &Venue) -> crate::model::Html {
    let words = place.words();
    turn.say(if place.wheelchair { "places-line-wheelchair" } else { "places-line" }, &[("words", Arg::Words(&words))])
}

/// A place, where the sender may change it; else they are told.
async fn mine(turn: &mut Turn<'_>, id: VenueId) -> Result<Option<(NeighbourhoodId, Venue)>> {
    let n = store::neighbourhood_of(turn.db(), id).await?;
    if let Some(n) = n
        && let Some(n) = governed(turn, n).await?
    {
        let found = of(turn, n).await?.into_iter().find(|p| p.id == id);
        return Ok(found.map(|p| (n, p)));
    }
    // Gone, or of another neighbourhood: nothing is said about which.
    turn.answer(turn.label("places-gone", &[]));
    Ok(None)
}

/// One of them.
pub async fn one(turn: &mut Turn<'_>, id: VenueId) -> Result<()> {
    let Some((n, place)) = mine(turn, id).await? else { return Ok(()) };
    let text = line(turn, &place);
    let rows = vec![
        vec![turn.button("places-change", VenueButton::Change(id).data())],
        vec![turn.button("places-off", VenueButton::Off(id).data())],
        vec![turn.button("dialogue-back", VenueButton::List(n).data())],
    ];
    turn.edit_pressed(Content::new(text, rows));
    Ok(())
}

/// [Plek toevoegen].
pub async fn add(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    if governed(turn, n).await?.is_none() {
        turn.alert(turn.label("place-not-yours", &[]));
        return Ok(());
    }
    let known = [("place", n.to_string()), ("change", NEW.to_owned())];
    turn.begin(FLOW, known.into_iter().map(|(step, answer)| (step.to_owned(), answer.into())).collect());
    Ok(())
}

/// [Veranderen]: the dialogue's summary, with what is there.
pub async fn change(turn: &mut Turn<'_>, id: VenueId) -> Result<()> {
    let Some((n, place)) = mine(turn, id).await? else { return Ok(()) };
    let mut known = Map::new();
    known.insert("place".into(), n.to_string().into());
    known.insert("change".into(), id.to_string().into());
    known.insert("name".into(), place.name.into());
    known.insert("address".into(), place.address.into());
    known.insert("wheelchair".into(), place.wheelchair.into());
    turn.begin(FLOW, known);
    Ok(())
}

/// [Van de lijst halen], after a question.
pub async fn off(turn: &mut Turn<'_>, id: VenueId, sure: bool) -> Result<()> {
    let Some((n, place)) = mine(turn, id).await? else { return Ok(()) };
    if !sure {
        let args = [("name", Arg::Words(place.name.as_str()))];
        screen::ask_sure(turn, "places-off", &args, VenueButton::OffNow(id).data(), VenueButton::One(id).data());
        return Ok(());
    }
    let now = turn.now();
    store::take_off(turn.db(), id, now).await?;
    let content = list_content(turn, n).await?;
    turn.edit_pressed(content);
    Ok(())
}
