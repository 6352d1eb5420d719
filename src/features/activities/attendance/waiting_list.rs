//! A place that came free: it is at once the first one's who waits and fits. They hear it in the daytime, are asked once more,
//! and only then, still in the daytime, it goes to the next one who waits.

use super::rules::FreeSeats;
use super::times::{next_at, told_at};
use crate::features::activities::buttons::AttendanceButton;
use crate::features::activities::jobs::Job;
use crate::features::activities::model::{Activity, Rsvp, RsvpState, thing};
use crate::features::activities::screens::card::text_about;
use crate::features::activities::screens::refresh;
use crate::features::activities::show::{button, say};
use crate::features::activities::{going_together, store};
use crate::model::{Content, Fault, Html, Moment, Person, Result};
use crate::text::{Arg, in_daytime, local_date, span_words};
use crate::turn::Turn;

/// Nothing is to be asked any more about a place that somebody was given.
pub fn forget_jobs(turn: &mut Turn<'_>, rsvp: i64) {
    for job in [Job::TellPlace, Job::RemindPlace, Job::PassPlace] {
        turn.cancel(job, rsvp);
    }
}

/// FreeSeats came free, or there are more of them: who waits longest and fits gets one, and hears it. Who can't be told is passed
/// over, as long as somebody else who waits fits.
pub async fn fill(turn: &mut Turn<'_>, a: &Activity) -> Result<()> {
    let row = store::waiting(turn.db(), a.id).await?;
    // Nobody is called to what goes on already; who comes by and taps gets what is free.
    if row.is_empty() || !a.is_open(turn.now()) || turn.now() >= a.starts_at {
        return Ok(());
    }
    let mut places = FreeSeats::new(a.capacity(), store::seats(turn.db(), a.id).await?.going);
    let (mut lucky, mut passed) = (Vec::new(), Vec::new());
    for rsvp in row {
        // Of a long row no more people are looked up than there are places.
        if places.full() {
            break;
        }
        if !places.fit(rsvp.seats()) {
            continue;
        }
        let person = turn.person(rsvp.person).await?;
        if Turn::reachable(&person) {
            places.take(rsvp.seats());
            lucky.push((rsvp, person, true));
        } else {
            passed.push((rsvp, person, false));
        }
    }
    passed.retain(|(rsvp, ..)| places.take(rsvp.seats()));
    let given = !(lucky.is_empty() && passed.is_empty());
    for (rsvp, person, reachable) in lucky.into_iter().chain(passed) {
        give(turn, a, &rsvp, &person, reachable).await?;
    }
    if given {
        refresh::waiting(turn, a).await?;
        turn.touched(thing(a.id));
    }
    Ok(())
}

/// The place is theirs from now on. Who can't be told can't be asked either: it simply is.
async fn give(turn: &mut Turn<'_>, a: &Activity, rsvp: &Rsvp, person: &Person, reachable: bool) -> Result<()> {
    let now = turn.now();
    let given_at = reachable.then_some(now);
    change(turn, rsvp, &Rsvp { state: RsvpState::Going, given_at, reminded_at: None, ..rsvp.clone() }).await?;
    if !reachable {
        return Ok(());
    }
    refresh::of_person(turn, a, person).await?;
    let at = told_at(now, a.starts_at);
    if at > now {
        turn.schedule(Job::TellPlace, rsvp.id, at);
        return Ok(());
    }
    tell(turn, a, rsvp, person);
    Ok(())
}

/// Changes an answer; what was read a moment ago in the same transaction must still be so.
async fn change(turn: &mut Turn<'_>, from: &Rsvp, to: &Rsvp) -> Result<()> {
    let now = turn.now();
    match store::change_rsvp(turn.db(), from, to, now).await? {
        true => Ok(()),
        false => Err(Fault::event("an answer changed within one transaction")),
    }
}

/// 'Er is een plek voor je.'
fn tell(turn: &mut Turn<'_>, a: &Activity, rsvp: &Rsvp, person: &Person) {
    let text = news(person, a, "coming-free", rsvp);
    ask(turn, a, person, text);
    if let Some(at) = next_at(turn.now(), a.starts_at) {
        turn.schedule(Job::RemindPlace, rsvp.id, at);
    }
}

fn news(person: &Person, a: &Activity, id: &str, rsvp: &Rsvp) -> Html {
    text_about(person.language, id, a, &[("seats", Arg::Number(rsvp.seats()))])
}

/// With [Ik kom] [Ik kan niet].
fn ask(turn: &mut Turn<'_>, a: &Activity, person: &Person, text: Html) {
    let row = [("button-come", AttendanceButton::Come(a.id)), ("button-cannot", AttendanceButton::Cannot(a.id))];
    let row = row.map(|(label, tap)| button(person.language, label, tap.data()));
    turn.tell(person, Content::new(text, vec![row.into()]), Some(thing(a.id)));
}

/// A job is due.
pub async fn job(turn: &mut Turn<'_>, job: Job, thing: i64) -> Result<()> {
    let Some(rsvp) = store::rsvp_by_id(turn.db(), thing).await? else { return Ok(()) };
    let a = store::load(turn.db(), rsvp.activity).await?;
    let now = turn.now();
    if rsvp.state != RsvpState::Going || rsvp.given_at.is_none() || !a.is_open(now) || now >= a.starts_at {
        return Ok(());
    }
    let person = turn.person(rsvp.person).await?;
    if !Turn::reachable(&person) {
        return pass_over(turn, &rsvp).await;
    }
    if job == Job::TellPlace {
        // Late, because Stoep was off, it may be night again.
        let at = told_at(now, a.starts_at);
        if at > now {
            turn.schedule(Job::TellPlace, rsvp.id, at);
        } else {
            tell(turn, &a, &rsvp, &person);
        }
        return Ok(());
    }
    let today = local_date(now) == local_date(a.starts_at);
    if !today && in_daytime(now) != now {
        turn.defer_to_morning(job, rsvp.id);
        return Ok(());
    }
    // So near that they keep it: nothing is asked any more.
    let Some(next) = next_at(now, a.starts_at).or((job == Job::PassPlace).then_some(now)) else { return Ok(()) };
    let wanted = somebody_waits(turn, &a, &rsvp).await?;
    match job {
        Job::PassPlace if wanted => pass(turn, &a, &rsvp, &person).await,
        Job::PassPlace => {
            if next > now {
                turn.schedule(Job::PassPlace, rsvp.id, next);
            }
            Ok(())
        }
        _ if wanted => remind(turn, &a, &rsvp, &person, next).await,
        // Nobody waits for it: there is no hurry.
        _ => {
            turn.schedule(Job::RemindPlace, rsvp.id, next);
            Ok(())
        }
    }
}

/// Returns true if somebody else who can be told would get a place, if this one came free.
async fn somebody_waits(turn: &mut Turn<'_>, a: &Activity, rsvp: &Rsvp) -> Result<bool> {
    let places = FreeSeats::new(a.capacity(), store::seats(turn.db(), a.id).await?.going).without(rsvp.seats());
    for waiter in store::waiting(turn.db(), a.id).await? {
        if places.fit(waiter.seats()) && Turn::reachable(&turn.person(waiter.person).await?) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Asks once more, and says until when.
async fn remind(turn: &mut Turn<'_>, a: &Activity, rsvp: &Rsvp, person: &Person, passes_at: Moment) -> Result<()> {
    let now = turn.now();
    if !store::note_reminded(turn.db(), rsvp, now).await? {
        return Ok(());
    }
    let at = span_words(person.language, passes_at, None);
    let text = news(person, a, "coming-free-still", rsvp);
    let text = text.paragraph(&say(person.language, "coming-free-until", &[("at", Arg::Own(&at))]));
    ask(turn, a, person, text);
    turn.schedule(Job::PassPlace, rsvp.id, passes_at);
    Ok(())
}

/// They said nothing: the place goes to the next one.
async fn pass(turn: &mut Turn<'_>, a: &Activity, rsvp: &Rsvp, person: &Person) -> Result<()> {
    let gone = Rsvp { state: RsvpState::NotGoing, guests: 0, given_at: None, reminded_at: None, ..rsvp.clone() };
    change(turn, rsvp, &gone).await?;
    going_together::attendee_left(turn, a, person.id).await?;
    let text = news(person, a, "coming-passed", rsvp);
    let row = vec![button(person.language, "button-wait-again", AttendanceButton::Come(a.id).data())];
    turn.tell(person, Content::new(text, vec![row]), Some(thing(a.id)));
    refresh::of_person(turn, a, person).await?;
    fill(turn, a).await?;
    turn.touched(thing(a.id));
    Ok(())
}

/// They can't be told of their place: it is the next one's. They keep their turn, for when they can be told again.
pub async fn pass_over(turn: &mut Turn<'_>, rsvp: &Rsvp) -> Result<()> {
    let waits = Rsvp { state: RsvpState::Waiting, given_at: None, reminded_at: None, ..rsvp.clone() };
    change(turn, rsvp, &waits).await?;
    forget_jobs(turn, rsvp.id);
    let a = store::load(turn.db(), rsvp.activity).await?;
    going_together::attendee_left(turn, &a, rsvp.person).await?;
    fill(turn, &a).await?;
    turn.touched(thing(a.id));
    Ok(())
}
