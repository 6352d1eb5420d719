//! One date of a series does not go on, or none any more. Nobody who signed up is left without a word; where nobody did, nothing is
//! said.

use super::{asking, dates, unanswered};
use crate::features::activities::access::managed_date;
use crate::features::activities::buttons::RecurringButton;
use crate::features::activities::jobs::Job;
use crate::features::activities::model::{Activity, ActivitySeries};
use crate::features::activities::screens::{refresh, series as words};
use crate::features::activities::show::{say, show};
use crate::features::activities::store::series as sql;
use crate::features::activities::{lifecycle, news, people};
use crate::model::{ActivityId, Content, Result};
use crate::screen::toast;
use crate::text::Arg;
use crate::turn::Turn;

/// A date does not happen. `tell`: who signed up is told of this date; else they read of all at once.
async fn call_off(turn: &mut Turn<'_>, a: &Activity, tell: bool) -> Result<()> {
    let now = turn.now();
    turn.cancel(Job::AskAboutDate, a.id.0);
    // What stands in the groups is called off there, too, whoever signed up.
    if !a.carded && sql::withdraw(turn.db(), a.id, now).await? {
        refresh::all(turn, a.id).await?;
        return lifecycle::list_next_of_series(turn, a).await;
    }
    match tell {
        true => lifecycle::cancel(turn, a, None).await,
        false => lifecycle::cancel_quietly(turn, a, None).await.map(|_| ()),
    }
}

/// [Deze keer niet]: sure, where somebody comes?
pub async fn cancel_date(turn: &mut Turn<'_>, id: ActivityId, sure: bool) -> Result<()> {
    let Some((a, s)) = managed_date(turn, id).await? else { return Ok(()) };
    if let Some(words) = asking::too_late(turn, &s, &a) {
        return asking::answered_late(turn, &s, &a, words).await;
    }
    let me = turn.who()?;
    let people = people::headcount(turn, &a).await?.people();
    if people > 0 && !sure {
        let text = words::about(me.language, "returning-no-sure", &a);
        let text = text.paragraph(&say(me.language, "returning-no-people", &[("n", Arg::Number(people))]));
        let rows = vec![
            vec![words::key(me.language, "button-call-off", RecurringButton::NoSure(id))],
            vec![words::key(me.language, "button-not", RecurringButton::Question(id))],
        ];
        return show(turn, Content::new(text, rows)).await;
    }
    call_off(turn, &a, true).await?;
    let mut text = words::about(me.language, "returning-no", &a);
    let next = dates::coming(turn, &s).await?.into_iter().find(|next| next.starts_at > a.starts_at);
    if let Some(next) = next {
        text = text.line(&words::about(me.language, "returning-next", &next));
    }
    show(turn, Content::text(text)).await?;
    if me.id == s.organiser {
        asking::organiser_answered(turn, &s, Some(id)).await?;
    }
    Ok(())
}

/// [Stop de reeks]: sure?
pub async fn end_series(turn: &mut Turn<'_>, id: ActivityId, sure: bool) -> Result<()> {
    let Some((a, s)) = managed_date(turn, id).await? else { return Ok(()) };
    if s.ended {
        return toast(turn, "returning-is-ended", &[]);
    }
    let me = turn.who()?;
    let (title, _) = words::title_and_rule(turn, &s);
    let coming = dates::coming(turn, &s).await?;
    let mut all = 0;
    for date in &coming {
        all += people::headcount(turn, date).await?.people();
    }
    let title = [("title", Arg::Words(title.as_str()))];
    if !sure {
        let mut text = say(me.language, "returning-stop-sure", &title);
        if all > 0 {
            text = text.line(&say(me.language, "returning-stop-people", &[]));
        }
        let back = if a.confirmed { RecurringButton::Dates(id, 0) } else { RecurringButton::Question(id) };
        let rows = vec![
            vec![words::key(me.language, "button-stop-yes", RecurringButton::StopSure(id))],
            vec![words::key(me.language, "button-not", back)],
        ];
        return show(turn, Content::new(text, rows)).await;
    }
    let text = say(me.language, if all > 0 { "returning-stopped-people" } else { "returning-stopped" }, &title);
    show(turn, Content::text(text)).await?;
    end(turn, &s, coming).await
}

async fn end(turn: &mut Turn<'_>, s: &ActivitySeries, coming: Vec<Activity>) -> Result<()> {
    let (now, me) = (turn.now(), turn.who()?);
    if !sql::end(turn.db(), s.id, now).await? {
        return Ok(());
    }
    turn.cancel(Job::MakeDates, s.id.0);
    news::series_stopped(turn, s, &coming).await?;
    for a in &coming {
        call_off(turn, a, false).await?;
    }
    unanswered::take_off_worklist(turn, s).await?;
    let organiser = turn.person(s.organiser).await?;
    if organiser.id != me.id && Turn::reachable(&organiser) {
        let title = s.what.title_line();
        let args = [("title", Arg::Words(title.as_str())), ("name", Arg::Words(&me.name))];
        let text = say(organiser.language, "returning-stopped-by", &args);
        turn.tell(&organiser, Content::text(text), None);
    }
    Ok(())
}
