//! [Ik kom], [Ik neem iemand mee], [Ik kan niet], and how many guests: what somebody wants, and what becomes of it. A tap looks
//! at how things are, not at what the card showed: on a card that hundreds tap, most of it would be outdated.

use super::super::company;
use super::super::states::{RsvpState, State};
use super::super::store::{self, Activity, Rsvp};
use super::super::view;
use super::rules::{self, Outcome, Standing, Wish};
use super::{LINK, free, reachable_activity, screen};
use crate::model::{ActivityId, Fault, Moment, Person, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// Can somebody still say that they come? Else the text that says why not.
pub fn closed(a: &Activity, now: Moment) -> Option<&'static str> {
    match a.state {
        State::Cancelled => Some("coming-toast-cancelled"),
        State::Held => Some("coming-toast-held"),
        State::Planned => (now >= a.over_at()).then_some("coming-toast-held"),
    }
}

/// How somebody stands, for the rules.
pub fn standing(rsvp: &Rsvp) -> Standing {
    Standing { state: rsvp.state, guests: rsvp.guests }
}

/// The sender wants something.
pub async fn say(turn: &mut Turn<'_>, id: ActivityId, wish: Wish) -> Result<()> {
    let Some(a) = reachable_activity(turn, id).await? else { return Ok(()) };
    let me = turn.who()?;
    if let Some(why) = closed(&a, turn.now()) {
        view::toast(turn, why, &[])?;
        view::refresh_cards(turn, id).await?;
        return screen::here(turn, &a, &me).await;
    }
    let before = store::rsvp(turn.db(), id, me.id).await?;
    let taken = store::seats(turn.db(), id).await?.going;
    let own = before.as_ref().filter(|r| r.state == RsvpState::Going).map_or(0, Rsvp::seats);
    match rules::decide(a.capacity(), taken - own, before.as_ref().map(standing), wish) {
        Outcome::NoSeatForGuest => {
            view::toast(turn, "coming-toast-no-guest", &[])?;
            screen::here(turn, &a, &me).await
        }
        Outcome::NotThere => {
            view::toast(turn, "press-outdated", &[])?;
            screen::here(turn, &a, &me).await
        }
        Outcome::Stands(now) => stands(turn, &a, &me, before, now).await,
    }
}

/// This is how they stand from now on: it is written, answered, and shown to all whom it concerns.
async fn stands(turn: &mut Turn<'_>, a: &Activity, me: &Person, before: Option<Rsvp>, now: Standing) -> Result<()> {
    let rsvp = write(turn, a, me, before.as_ref(), now).await?;
    let same = before.as_ref().is_some_and(|b| standing(b) == now);
    answer(turn, a, me, before.as_ref(), &rsvp).await?;
    if !same {
        let held = |r: &Rsvp| if r.state == RsvpState::Going { r.seats() } else { 0 };
        let freed = before.as_ref().map_or(0, held) > held(&rsvp);
        if before.as_ref().is_some_and(|b| b.state == RsvpState::Going) && now.state == RsvpState::NotGoing {
            company::left(turn, a, me.id).await?;
        }
        if freed {
            free::fill(turn, a.id).await?;
        }
        if freed || before.as_ref().is_some_and(|b| b.state == RsvpState::Waiting) {
            screen::refresh_row(turn, a).await?;
        }
        view::refresh_cards(turn, a.id).await?;
    }
    // Who says of something they never said yes to that they can't come needs nothing to look back at.
    if before.is_none() && now.state == RsvpState::NotGoing && !turn.in_private() {
        return Ok(());
    }
    screen::here(turn, a, me).await
}

async fn write(turn: &mut Turn<'_>, a: &Activity, me: &Person, before: Option<&Rsvp>, now: Standing) -> Result<Rsvp> {
    let at = turn.now();
    let waits_already = before.is_some_and(|b| b.state == RsvpState::Waiting);
    let place = match before {
        Some(b) if waits_already || now.state != RsvpState::Waiting => b.place_in_row,
        _ if now.state == RsvpState::Waiting => store::last_in_row(turn.db(), a.id).await? + 1,
        _ => 0,
    };
    match before {
        None => {
            let made = store::insert_rsvp(turn.db(), a.id, me.id, now.state, now.guests, place, at).await?;
            made.ok_or_else(|| Fault::event("somebody answered twice within one transaction"))?;
        }
        Some(b) => {
            let after = Rsvp {
                state: now.state,
                guests: now.guests,
                place_in_row: place,
                // Whatever they said: they said something.
                given_at: None,
                reminded_at: None,
                ..b.clone()
            };
            if after != *b && !store::change_rsvp(turn.db(), b, &after, at).await? {
                return Err(Fault::event("an answer changed within one transaction"));
            }
            if b.given_at.is_some() {
                free::forget_jobs(turn, b.id);
            }
        }
    }
    let written = store::rsvp(turn.db(), a.id, me.id).await?;
    written.ok_or_else(|| Fault::event("an answer that must be there is not"))
}

/// The line that passes by: what the tap means.
async fn answer(turn: &mut Turn<'_>, a: &Activity, me: &Person, before: Option<&Rsvp>, now: &Rsvp) -> Result<()> {
    if turn.press().is_none() {
        return Ok(());
    }
    if !turn.in_private() && !Turn::reachable(me) && now.state != RsvpState::NotGoing {
        // Nobody could tell them of a change: the answer opens the chat in which they read how they stand.
        turn.open_private(&format!("{LINK}{}", a.id));
        return Ok(());
    }
    let until = screen::until(turn.language(), a.starts_at, turn.now());
    let (again, guests) = (before.is_some_and(|b| standing(b) == standing(now)), Arg::Number(now.guests));
    let was = before.map(|b| b.state);
    match now.state {
        RsvpState::Going => {
            let given = before.is_some_and(|b| b.given_at.is_some());
            let id = if again && !given { "coming-toast-going-already" } else { "coming-toast-going" };
            view::toast(turn, id, &[("guests", guests), ("until", Arg::Own(&until))])
        }
        RsvpState::Waiting => {
            let n = store::ahead(turn.db(), now).await? + 1;
            let id = match was {
                Some(RsvpState::Waiting) => "coming-toast-waiting-already",
                _ => "coming-toast-waiting",
            };
            view::toast(turn, id, &[("guests", guests), ("n", Arg::Number(n))])
        }
        RsvpState::NotGoing => {
            let id = match was {
                Some(RsvpState::Going) => "coming-toast-left",
                Some(RsvpState::Waiting) => "coming-toast-left-row",
                Some(RsvpState::NotGoing) | None => "coming-toast-not",
            };
            view::toast(turn, id, &[])
        }
    }
}
