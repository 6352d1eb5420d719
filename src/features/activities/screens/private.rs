//! What somebody reads in private about an activity: one living message with all there is to know, how they stand, and what
//! they can do. It is edited when something changes, and never says what others do that is not shown to all.

use super::card::{head, headcount_lines, returns_line, state_line};
use crate::features::activities::access::{is_to_come, may_manage};
use crate::features::activities::buttons::{AttendanceButton, HostingButton, TogetherButton};
use crate::features::activities::model::{Activity, GUESTS_AT_MOST, Rsvp, RsvpState, SearchState, thing};
use crate::features::activities::show::{button, say};
use crate::features::activities::{people, store};
use crate::features::trust;
use crate::model::{Button, Content, Html, Language, Person, Result};
use crate::screen::rows_on;
use crate::text::Arg;
use crate::turn::{Page, Turn};

/// Everything about an activity for this person, with their buttons.
pub async fn content(turn: &mut Turn<'_>, a: &Activity, me: &Person) -> Result<Content> {
    let rsvp = store::rsvp(turn.db(), a.id, me.id).await?;
    content_with(turn, a, me, rsvp.as_ref()).await
}

/// As [`content`], for a caller that knows what they answered.
pub async fn content_with(turn: &mut Turn<'_>, a: &Activity, me: &Person, rsvp: Option<&Rsvp>) -> Result<Content> {
    let language = me.language;
    let organiser = turn.person(a.organiser).await?;
    let mut text = head(language, a, &organiser.name);
    if let Some(line) = returns_line(turn, a, language).await? {
        text = text.line(&line);
    }
    if let Some(details) = &a.what.details {
        text = text.paragraph(&Html::from_words(details));
    }
    let mut rows = Vec::new();
    if a.is_open(turn.now()) {
        let lines = lines(turn, a, me, rsvp).await?;
        text = text.paragraph(&lines);
        rows = buttons(language, a, rsvp);
        if rsvp.is_some_and(|r| r.state == RsvpState::Going) {
            rows.extend(together_row(turn, a, me).await?);
        }
        rows.extend(rows_on(turn, &Page::Of(thing(a.id), language)).await?);
    } else {
        let held = || say(language, "activity-held", &[]);
        text = text.paragraph(&state_line(language, a).unwrap_or_else(held));
    }
    if a.organiser == me.id || may_manage(turn, a.neighbourhood, a.organiser, me.id).await? {
        rows.extend(manage_rows(turn, a).await?);
    }
    Ok(Content::new(text, rows))
}

/// [Beheren], where the sender may change this activity.
pub async fn manage_rows(turn: &mut Turn<'_>, a: &Activity) -> Result<Vec<Vec<Button>>> {
    let Some(me) = turn.sender() else { return Ok(Vec::new()) };
    if !may_manage(turn, a.neighbourhood, a.organiser, me.id).await? {
        return Ok(Vec::new());
    }
    Ok(vec![vec![button(me.language, "hosting-manage", HostingButton::Manage(a.id).data())]])
}

/// For somebody who comes: to look for company, to look no further, or with whom they go.
async fn together_row(turn: &mut Turn<'_>, a: &Activity, me: &Person) -> Result<Option<Vec<Button>>> {
    if !is_to_come(turn, a) || trust::adult(turn, me.id).await? == Some(false) {
        return Ok(None);
    }
    let (label, tap) = match store::going_together::search_of(turn.db(), a.id, me.id).await? {
        None => ("company-button", TogetherButton::Alone(a.id)),
        Some(s) if s.state == SearchState::Met => ("company-who", TogetherButton::Who(s.id)),
        Some(s) => ("company-stop", TogetherButton::Stop(s.id)),
    };
    Ok(Some(vec![button(me.language, label, tap.data())]))
}

/// How they stand.
async fn lines(turn: &mut Turn<'_>, a: &Activity, me: &Person, mine: Option<&Rsvp>) -> Result<Html> {
    let language = me.language;
    let Some(mine) = mine else {
        let headcount = people::headcount(turn, a).await?;
        return Ok(headcount_lines(language, a, &headcount));
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
        // Who comes has their place.
        Some(capacity) if mine.state == RsvpState::Waiting => {
            text.line(&say(language, "coming-capacity", &[("n", Arg::Number(capacity))]))
        }
        Some(_) | None => text,
    })
}

/// What they can do.
fn buttons(language: Language, a: &Activity, mine: Option<&Rsvp>) -> Vec<Vec<Button>> {
    let tap = |label: &str, tap: AttendanceButton| button(language, label, tap.data());
    let come = |label| tap(label, AttendanceButton::Come(a.id));
    let cannot = || tap("button-cannot", AttendanceButton::Cannot(a.id));
    let bring = || tap("button-bring", AttendanceButton::Bring(a.id));
    let guests = |label, n: i64| tap(label, AttendanceButton::Guests(a.id, u32::try_from(n).unwrap_or_default()));
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
