//! When an activity has been: its card says so, and the next morning its organiser is asked how many came. How many, not who; and
//! who came is asked nothing.

use serde::Deserialize;

use super::manage::about;
use crate::features::activities::access::{managed_activity, may_manage};
use crate::features::activities::buttons::HostingButton;
use crate::features::activities::jobs::Job;
use crate::features::activities::model::{Activity, ActivityChange, State, thing};
use crate::features::activities::screens::card::text_about;
use crate::features::activities::screens::host::screen;
use crate::features::activities::screens::refresh;
use crate::features::activities::show::{button, show};
use crate::features::activities::store::{self, hosting as sql};
use crate::features::activities::times::{asked_at, is_long_ago};
use crate::features::activities::{going_together, lifecycle, people};
use crate::features::worklist;
use crate::model::{ActivityId, Button, Content, Result};
use crate::screen::{outdated, toast};
use crate::text::{Arg, texts};
use crate::turn::Finish;
use crate::turn::Turn;

/// The dialogue that asks how many came.
pub const FLOW: &str = "hoeveel";

/// The answers of the dialogue.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    about: String,
    came: i64,
}

/// Its time is over.
pub async fn over(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = store::activity(turn.db(), id).await? else { return Ok(()) };
    let now = turn.now();
    if now < a.over_at() {
        // It was put off since.
        lifecycle::plan(turn, &a);
        return Ok(());
    }
    let changed = match a.state.after(ActivityChange::TimePasses { confirmed: a.confirmed }) {
        Some(State::Held) => sql::mark_held(turn.db(), id, now).await?,
        Some(_) => sql::cancel(turn.db(), id, None, now).await?,
        None => false,
    };
    if !changed {
        return Ok(());
    }
    sql::drop_pending(turn.db(), id).await?;
    going_together::over(turn, id).await?;
    worklist::resolve(turn, &thing(id)).await?;
    lifecycle::list_next_of_series(turn, &a).await?;
    refresh::all(turn, id).await?;
    if a.confirmed {
        turn.schedule(Job::AskCount, id.0, asked_at(a.over_at()));
    }
    Ok(())
}

/// The next morning.
pub async fn ask(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let now = turn.now();
    let asked = |a: &Activity| a.state == State::Held && a.came.is_none() && !is_long_ago(a.over_at(), now);
    let Some(a) = store::activity(turn.db(), id).await?.filter(asked) else { return Ok(()) };
    if turn.defer_to_morning(Job::AskCount, id.0) {
        return Ok(());
    }
    let to = turn.person(a.organiser).await?;
    if !Turn::may_disturb(&to) || !may_manage(turn, a.neighbourhood, a.organiser, to.id).await? {
        return Ok(());
    }
    let language = to.language;
    let text = text_about(language, "back-ask", &a, &[]);
    let going = people::headcount(turn, &a).await?.going;
    let mut rows = Vec::new();
    if going > 0 {
        let label = texts().plain(language, "back-as-many", &[("n", Arg::Number(going))]);
        rows.push(vec![Button::press(label, HostingButton::Came(id, going).data())]);
    }
    rows.push(vec![button(language, "back-other", HostingButton::Count(id).data())]);
    rows.push(vec![button(language, "back-unknown", HostingButton::CountUnknown(id).data())]);
    rows.push(vec![button(language, "hosting-again", HostingButton::Copy(id).data())]);
    turn.tell(&to, Content::new(text, rows), Some(thing(id)));
    Ok(())
}

/// An activity that has been, of the sender's, or an answer.
async fn held_activity(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Activity>> {
    let Some(a) = managed_activity(turn, id).await? else { return Ok(None) };
    if a.state == State::Held {
        return Ok(Some(a));
    }
    outdated(turn)?;
    Ok(None)
}

/// [Ander aantal], [Hoeveel kwamen er?].
pub async fn count(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    if held_activity(turn, id).await?.is_some() {
        turn.begin(FLOW, about(id));
    }
    Ok(())
}

/// A number was typed.
pub async fn counted(turn: &mut Turn<'_>, answers: Answers) -> Result<Finish> {
    came(turn, ActivityId(answers.about.parse().unwrap_or_default()), Some(answers.came)).await?;
    Ok(Finish::Done)
}

/// So many came; `None`: they don't know.
pub async fn came(turn: &mut Turn<'_>, id: ActivityId, n: Option<i64>) -> Result<()> {
    let Some(a) = held_activity(turn, id).await? else { return Ok(()) };
    if n.is_some_and(|n| !(0..=9999).contains(&n)) {
        return outdated(turn);
    }
    if n.is_some() {
        sql::set_came(turn.db(), id, n).await?;
    }
    let words = if n.is_some() { "back-noted" } else { "back-fine" };
    let a = store::load(turn.db(), a.id).await?;
    let content = screen(turn, &a).await?;
    if turn.press().is_some() {
        toast(turn, words, &[])?;
        return show(turn, content).await;
    }
    let text = turn.say(words, &[]).paragraph(&content.text);
    turn.reply(Content { text, keyboard: content.keyboard })
}
