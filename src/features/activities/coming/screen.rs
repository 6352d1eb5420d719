//! What somebody reads in private about an activity: one living message with all there is to know, how they stand, and what
//! they can do. It is edited when something changes, and never says what others do that is not shown to all.

use chrono::Datelike;

use super::super::cards::{button, head, say, standing_lines, state_line};
use super::super::states::RsvpState;
use super::super::store::{self, Activity, Rsvp};
use super::super::{company, hosting, view};
use super::rules::GUESTS_AT_MOST;
use super::tap::Tap;
use super::wish::closed;
use crate::features::agenda;
use crate::features::roles::{Action, may};
use crate::model::{Button, Content, Html, Language, Moment, Person, Result};
use crate::text::{Arg, date_words, local_date, texts};
use crate::turn::Turn;

/// The messages of so many who wait show where they stand as it changes; who is further back reads it anew with [Meer].
const ROW_AT_MOST: usize = 5;

/// Everything about an activity for this person, with their buttons.
pub async fn content(turn: &mut Turn<'_>, a: &Activity, me: &Person) -> Result<Content> {
    let language = me.language;
    let organiser = turn.person(a.organiser).await?;
    let mut text = head(language, a, &organiser.name);
    if let Some(details) = &a.what.details {
        text = text.paragraph(&Html::from_words(details));
    }
    let mut rows = Vec::new();
    if closed(a, turn.now()).is_some() {
        let held = || say(language, "activity-held", &[]);
        text = text.paragraph(&state_line(language, a).unwrap_or_else(held));
    } else {
        let mine = store::rsvp(turn.db(), a.id, me.id).await?;
        let lines = lines(turn, a, me, mine.as_ref()).await?;
        text = text.paragraph(&lines);
        rows = buttons(language, a, mine.as_ref());
        if mine.is_some_and(|r| r.state == RsvpState::Going) {
            rows.extend(company::row(turn, a, me).await?);
        }
        rows.extend(agenda::calendar_button(language, a.id).map(|b| vec![b]));
    }
    let (member, place) = (turn.membership(me.id, a.neighbourhood).await?, turn.neighbourhood(a.neighbourhood).await?);
    if a.organiser == me.id || may(member.as_ref(), Action::Moderate, &place) {
        rows.extend(hosting::rows(turn, a).await?);
    }
    Ok(Content::new(text, rows))
}

/// How they stand.
async fn lines(turn: &mut Turn<'_>, a: &Activity, me: &Person, mine: Option<&Rsvp>) -> Result<Html> {
    let language = me.language;
    let Some(mine) = mine else {
        let standing = view::standing(turn, a).await?;
        return Ok(standing_lines(language, a, &standing));
    };
    let args = [("guests", Arg::Number(mine.guests)), ("seats", Arg::Number(mine.seats()))];
    let text = match mine.state {
        RsvpState::Going if mine.given_at.is_some() => return Ok(say(language, "coming-given", &args)),
        RsvpState::Going => say(language, "coming-going", &args),
        RsvpState::NotGoing => return Ok(say(language, "coming-not", &[])),
        RsvpState::Waiting => {
            let n = store::ahead(turn.db(), mine).await? + 1;
            let text =
                say(language, "coming-waiting", &args).line(&say(language, "coming-turn", &[("n", Arg::Number(n))]));
            text.line(&say(language, "coming-hear", &args))
        }
    };
    Ok(match a.capacity() {
        Some(capacity) => say(language, "coming-capacity", &[("n", Arg::Number(capacity))]).line(&text),
        None => text,
    })
}

/// What they can do.
fn buttons(language: Language, a: &Activity, mine: Option<&Rsvp>) -> Vec<Vec<Button>> {
    let tap = |label: &str, tap: Tap| button(language, label, &tap.data());
    let come = |label| tap(label, Tap::Come(a.id));
    let cannot = || tap("button-cannot", Tap::Cannot(a.id));
    let bring = || tap("button-bring", Tap::Bring(a.id));
    let guests = |label, n: i64| tap(label, Tap::Guests(a.id, u8::try_from(n).unwrap_or_default()));
    let Some(mine) = mine else { return vec![vec![come("button-come"), cannot()], vec![bring()]] };
    if mine.state == RsvpState::NotGoing {
        return vec![vec![come("button-come"), bring()]];
    }
    if mine.given_at.is_some() {
        let mut rows = vec![vec![come("button-come"), cannot()]];
        rows.extend((mine.guests > 0).then(|| vec![guests("button-no-guest", 0)]));
        return rows;
    }
    let mut rows = vec![vec![cannot()]];
    let mut party = Vec::new();
    match mine.guests {
        0 => party.push(bring()),
        n if n < GUESTS_AT_MOST => party.push(guests("button-another-guest", n + 1)),
        _ => {}
    }
    match mine.guests {
        0 => {}
        1 => party.push(guests("button-no-guest", 0)),
        n => party.push(guests("button-guest-less", n - 1)),
    }
    rows.push(party);
    rows
}

/// Shows the sender how they stand now, where they look: the message that they pressed in private, or their living one.
pub async fn here(turn: &mut Turn<'_>, a: &Activity, me: &Person) -> Result<()> {
    let content = content(turn, a, me).await?;
    let thing = view::thing(a.id);
    if turn.in_private() {
        return turn.move_card(thing, content).await;
    }
    let stands = store::rsvp(turn.db(), a.id, me.id).await?.is_some_and(|r| r.state != RsvpState::NotGoing);
    if Turn::reachable(me) && (stands && closed(a, turn.now()).is_none() || turn.has_card(&thing, me.chat).await?) {
        turn.card(thing, me.chat, content);
    }
    Ok(())
}

/// Brings somebody's message in private up to date, where they have one.
pub async fn refresh(turn: &mut Turn<'_>, a: &Activity, person: &Person) -> Result<()> {
    let thing = view::thing(a.id);
    if Turn::reachable(person) && turn.has_card(&thing, person.chat).await? {
        let content = content(turn, a, person).await?;
        turn.card(thing, person.chat, content);
    }
    Ok(())
}

/// The first of those who wait see that they moved on.
pub async fn refresh_row(turn: &mut Turn<'_>, a: &Activity) -> Result<()> {
    for rsvp in store::waiting(turn.db(), a.id).await?.into_iter().take(ROW_AT_MOST) {
        let person = turn.person(rsvp.person).await?;
        refresh(turn, a, &person).await?;
    }
    Ok(())
}

/// 'Tot dinsdag!'
pub fn until(language: Language, starts_at: Moment, now: Moment) -> String {
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
