//! 'Gaat Koffie door op dinsdag 1 december?': the organiser is asked in private some days ahead, once a date, and reminded once.
//! Yes puts the card in the groups. On the day before, who signed up for what nobody said yes to reads that it is not certain.

use super::dates;
use super::rules::{self, Pace, SILENT, Step};
use super::unanswered;
use crate::features::activities::access::{managed_date, may_manage};
use crate::features::activities::buttons::RecurringButton;
use crate::features::activities::jobs::Job;
use crate::features::activities::model::{Activity, ActivitySeries, Asked, State, thing};
use crate::features::activities::screens::card::text_about;
use crate::features::activities::screens::refresh;
use crate::features::activities::screens::series::{self as words, Besides};
use crate::features::activities::show::{say, show};
use crate::features::activities::store::{self, series as sql};
use crate::features::activities::{lifecycle, people};
use crate::model::{ActivityId, Content, Language, Reach, Result};
use crate::screen;
use crate::screen::toast;
use crate::text::{Arg, in_daytime, texts};
use crate::turn::Turn;

/// The question about a date, in a language.
async fn question(
    turn: &mut Turn<'_>,
    s: &ActivitySeries,
    a: &Activity,
    again: bool,
    language: Language,
) -> Result<Content> {
    let people = people::headcount(turn, a).await?.people();
    Ok(words::question(language, a, Besides { again, people, last: dates::is_last(s, a) }))
}

/// Asks the organiser, if they can be asked. Returns true if so.
async fn ask(turn: &mut Turn<'_>, s: &ActivitySeries, a: &Activity, again: bool) -> Result<bool> {
    let organiser = turn.person(s.organiser).await?;
    if !Turn::reachable(&organiser) || !may_manage(turn, s.neighbourhood, s.organiser, organiser.id).await? {
        return Ok(false);
    }
    let content = question(turn, s, a, again, organiser.language).await?;
    turn.tell(&organiser, content, Some(thing(a.id)));
    Ok(true)
}

/// Returns true if its organiser blocked Stoep, or may announce no more. Then its dates are on the worklist as without an organiser.
async fn is_gone(turn: &mut Turn<'_>, s: &ActivitySeries) -> Result<bool> {
    let organiser = turn.person(s.organiser).await?;
    Ok(organiser.reach == Reach::Closed || !may_manage(turn, s.neighbourhood, s.organiser, organiser.id).await?)
}

/// The next step about a date of which nobody said yet that it goes on.
pub async fn due(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = store::activity(turn.db(), id).await? else { return Ok(()) };
    let Some(s) = sql::of_date(turn.db(), &a).await? else { return Ok(()) };
    let Some(series) = dates::of(&s.timing).filter(|_| a.state == State::Planned && !a.confirmed) else {
        return Ok(());
    };
    let (pace, now, unanswered) = (Pace::of(&series), turn.now(), s.on_worklist.is_some());
    let mut asked = sql::asked(turn.db(), id).await?;
    let (step, at) = rules::next(pace, a.starts_at, asked, unanswered, now);
    if at > now {
        turn.schedule(Job::AskAboutDate, id.0, at);
        return Ok(());
    }
    // Late by night, because the program was off: the morning is early enough, unless it is too late then.
    if in_daytime(now) < a.starts_at && turn.defer_to_morning(Job::AskAboutDate, id.0) {
        return Ok(());
    }
    match step {
        Step::Ask => {
            asked.at = Some(now);
            if !ask(turn, &s, &a, false).await? && !is_gone(turn, &s).await? {
                unanswered::put_on_worklist(turn, &s, &a).await?;
            }
        }
        Step::Again => {
            asked.again = Some(now);
            ask(turn, &s, &a, true).await?;
        }
        Step::Doubt => {
            unanswered::move_on_worklist(turn, &s, &a).await?;
            asked = Asked { at: asked.at.or(Some(now)), doubted: Some(now), ..asked };
            doubt(turn, &s, &a).await?;
        }
        Step::End => return lapse(turn, &a).await,
    }
    sql::note_asked(turn.db(), id, asked).await?;
    // Nobody may be asked any more, after this.
    let unanswered = sql::load(turn.db(), s.id).await?.on_worklist.is_some();
    dates::plan_after(turn, &a, pace, asked, unanswered);
    Ok(())
}

/// It is not certain: who signed up reads that. The second time in a row, the team looks along.
async fn doubt(turn: &mut Turn<'_>, s: &ActivitySeries, a: &Activity) -> Result<()> {
    tell_concerned(turn, a, "returning-unsure").await?;
    if s.on_worklist.is_some() || is_gone(turn, s).await? || sql::count_silence(turn.db(), s.id).await? < SILENT {
        return Ok(());
    }
    unanswered::put_on_worklist(turn, s, a).await?;
    let organiser = turn.person(s.organiser).await?;
    if Turn::reachable(&organiser) {
        let neighbourhood = turn.neighbourhood(s.neighbourhood).await?;
        let language = organiser.language;
        let team = screen::the_team(language, &neighbourhood);
        let text = text_about(language, "returning-silent", a, &[("team", Arg::Words(&team))]);
        let rows = vec![
            vec![words::key(language, "button-series-go-on", RecurringButton::GoOn(a.id))],
            vec![words::key(language, "button-end-series", RecurringButton::Stop(a.id))],
        ];
        turn.tell(&organiser, Content::new(text, rows), Some(thing(a.id)));
    }
    Ok(())
}

async fn tell_concerned(turn: &mut Turn<'_>, a: &Activity, id: &str) -> Result<()> {
    for person in people::concerned(turn, a.id).await? {
        if Turn::reachable(&person) {
            let text = words::about(person.language, id, a);
            turn.tell(&person, Content::text(text), Some(thing(a.id)));
        }
    }
    Ok(())
}

/// Nobody said yes in time: it is off. Who signed up was told that it is not certain, and reads it now.
async fn lapse(turn: &mut Turn<'_>, a: &Activity) -> Result<()> {
    let (now, neighbourhood) = (turn.now(), turn.neighbourhood(a.neighbourhood).await?);
    let reason = texts().plain(neighbourhood.language, "returning-reason", &[]);
    if sql::lapse(turn.db(), a.id, &reason, now).await? {
        // The program was off until it was too late: by night nobody is woken for what they found out.
        if in_daytime(now) == now {
            tell_concerned(turn, a, "returning-lapsed").await?;
        }
        refresh::all(turn, a.id).await?;
        lifecycle::list_next_of_series(turn, a).await?;
    }
    Ok(())
}

/// A date goes on: it gets its card. Who read that it was not certain reads that it is. Returns true if that was not known yet.
pub async fn confirm(turn: &mut Turn<'_>, a: &Activity) -> Result<bool> {
    let now = turn.now();
    if !sql::confirm(turn.db(), a.id, now).await? {
        return Ok(false);
    }
    turn.cancel(Job::AskAboutDate, a.id.0);
    let a = store::load(turn.db(), a.id).await?;
    lifecycle::plan(turn, &a);
    refresh::all(turn, a.id).await?;
    if sql::asked(turn.db(), a.id).await?.doubted.is_some() {
        tell_concerned(turn, &a, "returning-certain").await?;
    }
    Ok(true)
}

/// The organiser said something. What stood on the worklist goes on; but for `about`, they are asked anew what they said nothing
/// about.
pub async fn organiser_answered(turn: &mut Turn<'_>, s: &ActivitySeries, about: Option<ActivityId>) -> Result<()> {
    sql::clear_silence(turn.db(), s.id).await?;
    if s.on_worklist.is_none() {
        return Ok(());
    }
    unanswered::take_off_worklist(turn, s).await?;
    let s = sql::load(turn.db(), s.id).await?;
    resume(turn, &s, about).await
}

/// A series goes on after a silence: missing dates are made, and what is near is asked about at once.
pub async fn resume(turn: &mut Turn<'_>, s: &ActivitySeries, but: Option<ActivityId>) -> Result<()> {
    let Some(series) = dates::of(&s.timing) else { return Ok(()) };
    let now = turn.now();
    dates::make(turn, s, false).await?;
    for a in dates::coming(turn, s).await? {
        if a.confirmed || Some(a.id) == but {
            continue;
        }
        let mut asked = sql::asked(turn.db(), a.id).await?;
        if asked.at.is_some() {
            ask(turn, s, &a, false).await?;
            asked.at = Some(now);
            sql::note_asked(turn.db(), a.id, asked).await?;
        }
        dates::plan_after(turn, &a, Pace::of(&series), asked, false);
    }
    Ok(())
}

/// Why nothing can be said about a date any more; `None` if it can.
pub fn too_late(turn: &Turn<'_>, s: &ActivitySeries, a: &Activity) -> Option<&'static str> {
    match a.state {
        State::Cancelled if a.starts_at > turn.now() => Some("returning-date-off"),
        State::Cancelled | State::Held => Some("returning-date-over"),
        State::Planned if a.starts_at <= turn.now() => Some("returning-date-over"),
        State::Planned if s.ended => Some("returning-is-ended"),
        State::Planned => None,
    }
}

/// A word of the organiser's comes too late for its date, but it is one.
pub async fn answered_late(turn: &mut Turn<'_>, s: &ActivitySeries, a: &Activity, id: &str) -> Result<()> {
    let me = turn.who()?;
    toast(turn, id, &[])?;
    let text = say(me.language, id, &[]);
    show(turn, Content::text(words::about(me.language, "returning-about", a).line(&text))).await?;
    if me.id == s.organiser && !s.ended {
        organiser_answered(turn, s, Some(a.id)).await?;
    }
    Ok(())
}

/// [Ja, gaat door].
pub async fn confirm_pressed(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some((a, s)) = managed_date(turn, id).await? else { return Ok(()) };
    if let Some(words) = too_late(turn, &s, &a) {
        return answered_late(turn, &s, &a, words).await;
    }
    let me = turn.who()?;
    let text = if confirm(turn, &a).await? { "returning-yes" } else { "returning-yes-known" };
    show(turn, Content::text(words::about(me.language, text, &a))).await?;
    if me.id == s.organiser {
        organiser_answered(turn, &s, Some(id)).await?;
    }
    Ok(())
}

/// Back to the question.
pub async fn show_question(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some((a, s)) = managed_date(turn, id).await? else { return Ok(()) };
    if let Some(words) = too_late(turn, &s, &a) {
        return toast(turn, words, &[]);
    }
    let language = turn.language();
    if a.confirmed {
        return show(turn, Content::text(words::about(language, "returning-yes-known", &a))).await;
    }
    let content = question(turn, &s, &a, false, language).await?;
    show(turn, content).await
}

/// [Ik ga door]: the organiser answers after all.
pub async fn go_on(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some((a, s)) = managed_date(turn, id).await? else { return Ok(()) };
    if s.ended {
        return toast(turn, "returning-is-ended", &[]);
    }
    let me = turn.who()?;
    if me.id != s.organiser {
        return toast(turn, "returning-not-yours", &[]);
    }
    show(turn, Content::text(words::about(me.language, "returning-gone-on", &a))).await?;
    organiser_answered(turn, &s, None).await
}
