//! [Ik kom], [Ik neem iemand mee], [Ik kan niet], and how many guests. [`respond`] is the whole of a tap: load, judge
//! ([`rules::decide`]), write, tell, draw. It looks at how things are, not at what the card showed: on a card that hundreds tap,
//! most of it would be outdated.

use chrono::Datelike;

use super::rules::{self, Answer, Outcome, Wish};
use super::waiting_list;
use crate::features::activities::access::visible_activity;
use crate::features::activities::model::{Activity, LINK, Rsvp, RsvpState, State, thing};
use crate::features::activities::screens::{private, refresh};
use crate::features::activities::{going_together, store};
use crate::model::{ActivityId, Fault, Language, Moment, NeighbourhoodId, Person, PersonId, Result};
use crate::screen::{outdated, toast};
use crate::text::{Arg, date_words, local_date, texts};
use crate::turn::Turn;

/// The sender wants something of an activity.
pub async fn respond(turn: &mut Turn<'_>, id: ActivityId, wish: Wish) -> Result<()> {
    let Some(a) = visible_activity(turn, id).await? else { return Ok(()) };
    let me = turn.who()?;
    let before = store::rsvp(turn.db(), id, me.id).await?;
    if !a.is_open(turn.now()) {
        let why = if a.state == State::Cancelled { "coming-toast-cancelled" } else { "coming-toast-held" };
        toast(turn, why, &[])?;
        turn.touched(thing(a.id));
        return draw_own(turn, &a, &me, before.as_ref()).await;
    }
    let taken = store::seats(turn.db(), id).await?.going;
    let others = taken - before.as_ref().map_or(0, Rsvp::seats_taken);
    match rules::decide(a.capacity(), others, before.as_ref().map(Answer::from), wish) {
        Outcome::NoSeatForGuest => toast(turn, "coming-toast-no-guest", &[])?,
        Outcome::NotThere => outdated(turn)?,
        Outcome::Becomes(answer) => {
            let now = write(turn, &a, &me, before.as_ref(), answer).await?;
            tell(turn, &a, &me, before.as_ref(), &now).await?;
            if before.as_ref().map(Answer::from) != Some(answer) {
                follow_up(turn, &a, before.as_ref(), &now).await?;
            }
            // Who says of something they never said yes to that they can't come needs nothing to look back at.
            if before.is_none() && answer.state == RsvpState::NotGoing && !turn.in_private() {
                return Ok(());
            }
            return draw_own(turn, &a, &me, Some(&now)).await;
        }
    }
    draw_own(turn, &a, &me, before.as_ref()).await
}

/// Somebody left a neighbourhood or was put out of it: what they were to come to there, they don't.
pub async fn left(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    let (who, now) = (turn.person(person).await?, turn.now());
    for id in store::going_to(turn.db(), person, now).await? {
        let a = store::load(turn.db(), id).await?;
        if a.neighbourhood != n {
            continue;
        }
        let before = store::rsvp(turn.db(), id, person).await?;
        let not = Answer { state: RsvpState::NotGoing, guests: 0 };
        let now = write(turn, &a, &who, before.as_ref(), not).await?;
        follow_up(turn, &a, before.as_ref(), &now).await?;
        refresh::of_person(turn, &a, &who).await?;
    }
    Ok(())
}

/// Writes an answer and returns it as it is kept.
async fn write(turn: &mut Turn<'_>, a: &Activity, me: &Person, before: Option<&Rsvp>, now: Answer) -> Result<Rsvp> {
    let at = turn.now();
    let place_in_row = match before {
        Some(b) if b.state == RsvpState::Waiting || now.state != RsvpState::Waiting => b.place_in_row,
        _ if now.state == RsvpState::Waiting => store::last_in_row(turn.db(), a.id).await? + 1,
        _ => 0,
    };
    // Whatever they said: they said something, so nothing is asked any more about a place that they were given.
    let written = Rsvp {
        id: before.map_or(0, |b| b.id),
        activity: a.id,
        person: me.id,
        state: now.state,
        guests: now.guests,
        place_in_row,
        given_at: None,
        reminded_at: None,
    };
    let Some(before) = before else {
        let id = store::insert_rsvp(turn.db(), &written, at).await?;
        let id = id.ok_or_else(|| Fault::event("somebody answered twice within one transaction"))?;
        return Ok(Rsvp { id, ..written });
    };
    if written != *before && !store::change_rsvp(turn.db(), before, &written, at).await? {
        return Err(Fault::event("an answer changed within one transaction"));
    }
    if before.given_at.is_some() {
        waiting_list::forget_jobs(turn, before.id);
    }
    Ok(written)
}

/// Says in a line that passes by what the tap means.
async fn tell(turn: &mut Turn<'_>, a: &Activity, me: &Person, before: Option<&Rsvp>, now: &Rsvp) -> Result<()> {
    if turn.press().is_none() {
        return Ok(());
    }
    if !turn.in_private() && !Turn::reachable(me) && now.state != RsvpState::NotGoing {
        // Nobody could tell them of a change: the answer opens the chat in which they read how they stand.
        turn.open_private(&format!("{LINK}{}", a.id));
        return Ok(());
    }
    let (was, guests) = (before.map(|b| b.state), Arg::Number(now.guests));
    match now.state {
        RsvpState::Going => {
            let same = before.is_some_and(|b| Answer::from(b) == Answer::from(now) && b.given_at.is_none());
            let until = until(turn.language(), a.starts_at, turn.now());
            let id = if same { "coming-toast-going-already" } else { "coming-toast-going" };
            toast(turn, id, &[("guests", guests), ("until", Arg::Own(&until))])
        }
        RsvpState::Waiting => {
            let n = store::ahead(turn.db(), now).await? + 1;
            let same = was == Some(RsvpState::Waiting);
            let id = if same { "coming-toast-waiting-already" } else { "coming-toast-waiting" };
            toast(turn, id, &[("guests", guests), ("n", Arg::Number(n))])
        }
        RsvpState::NotGoing => {
            let id = match was {
                Some(RsvpState::Going) => "coming-toast-left",
                Some(RsvpState::Waiting) => "coming-toast-left-row",
                Some(RsvpState::NotGoing) | None => "coming-toast-not",
            };
            toast(turn, id, &[])
        }
    }
}

/// What a changed answer means for others: who would have gone along, who gets the place that came free, who moved on.
async fn follow_up(turn: &mut Turn<'_>, a: &Activity, before: Option<&Rsvp>, now: &Rsvp) -> Result<()> {
    let was = before.map(|b| b.state);
    let freed = before.map_or(0, Rsvp::seats_taken) > now.seats_taken();
    if was == Some(RsvpState::Going) && now.state == RsvpState::NotGoing {
        going_together::attendee_left(turn, a, now.person).await?;
    }
    if freed {
        waiting_list::fill(turn, a).await?;
    }
    if freed || was == Some(RsvpState::Waiting) {
        refresh::waiting(turn, a).await?;
    }
    turn.touched(thing(a.id));
    Ok(())
}

/// Shows the sender how they stand now, where they look: the message that they pressed in private, or their living one.
async fn draw_own(turn: &mut Turn<'_>, a: &Activity, me: &Person, rsvp: Option<&Rsvp>) -> Result<()> {
    let content = private::content_with(turn, a, me, rsvp).await?;
    let thing = thing(a.id);
    if turn.in_private() {
        return turn.move_card(thing, content).await;
    }
    let stands = rsvp.is_some_and(|r| r.state != RsvpState::NotGoing) && a.is_open(turn.now());
    if Turn::reachable(me) && (stands || turn.has_card(&thing, me.chat).await?) {
        turn.card(thing, me.chat, content);
    }
    Ok(())
}

/// 'Tot dinsdag!'
fn until(language: Language, starts_at: Moment, now: Moment) -> String {
    let (day, today) = (local_date(starts_at), local_date(now));
    let plain = |id: &str, args: &[(&str, Arg<'_>)]| texts().plain(language, id, args);
    let words = match day.signed_duration_since(today).num_days() {
        ..=0 => return plain("coming-until-today", &[]),
        1 => return plain("coming-until-tomorrow", &[]),
        2..=6 => plain(&format!("weekday-{}", day.weekday().number_from_monday()), &[]),
        _ => date_words(language, day),
    };
    plain("coming-until", &[("day", Arg::Own(&words))])
}
