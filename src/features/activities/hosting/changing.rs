//! [Veranderen] and [Gaat niet door]: one question, then what it was and what it becomes, and only then is it done and said. What
//! two organisers do at once is told apart by the version that each was shown.

use chrono::Months;
use serde::Deserialize;
use serde_json::Value;

use super::change_answers::Answers;
use super::manage::{about, manage, planned_activity};
use crate::features::activities::buttons::HostingButton;
use crate::features::activities::model::{Activity, Change, USUAL_LENGTH, What, same_place};
use crate::features::activities::recurring::{self, Times};
use crate::features::activities::screens::host::{key, screen};
use crate::features::activities::screens::refresh;
use crate::features::activities::show::{close_outdated, say, show};
use crate::features::activities::store::{self, hosting as sql};
use crate::features::activities::{attendance, lifecycle, news, people};
use crate::model::{ActivityId, Content, Html, Language, Moment, Result};
use crate::screen::{self, toast};
use crate::text::{Arg, local_date, span_words};
use crate::turn::{Action, CheckResult, Finish, Turn};
use crate::when::Timing;

/// The dialogue that changes something.
pub const FLOW_CHANGE: &str = "anders";

/// The dialogue that asks why it does not go on.
pub const FLOW_CANCEL: &str = "gaat-niet-door";

/// Longest that an activity lasts, in seconds: fourteen days.
const LONGEST: i64 = 14 * 86_400;

/// Months ahead of which it begins at the latest.
const AHEAD: u32 = 12;

/// The answers of the dialogue about cancelling.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelAnswers {
    about: String,
    reason: Option<String>,
}

/// [Veranderen].
pub async fn pressed(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    if let Some(a) = planned_activity(turn, id).await?
        && may_write(turn, &a).await?
    {
        turn.begin(FLOW_CHANGE, about(id));
    }
    Ok(())
}

/// May the sender write what others read of it? Where the team decided that they may not for a while, they are told.
async fn may_write(turn: &mut Turn<'_>, a: &Activity) -> Result<bool> {
    let Some(why) = screen::held_back(turn, a.neighbourhood, Action::Announce).await? else { return Ok(true) };
    turn.reply(Content::text(why))?;
    Ok(false)
}

/// [Gaat niet door]: why?
pub async fn cancel_pressed(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    if planned_activity(turn, id).await?.is_some() {
        turn.begin(FLOW_CANCEL, about(id));
    }
    Ok(())
}

/// Accepts a time that was typed if it is ahead, once, and not too far or too long.
pub fn check_time(turn: &Turn<'_>, answer: Value) -> CheckResult {
    let Ok(timing) = serde_json::from_value::<Timing>(answer.clone()) else { return CheckResult::Accept(answer) };
    let again = |id: &str| CheckResult::Again(turn.say(id, &[]), Vec::new());
    if timing.rule.is_some() {
        return again("change-once");
    }
    match wrong_time(turn, timing.begins(), timing.ends()) {
        Some(id) => again(id),
        None => CheckResult::Accept(answer),
    }
}

/// What is wrong with a time; nothing where it can be.
fn wrong_time(turn: &Turn<'_>, starts_at: Moment, ends_at: Option<Moment>) -> Option<&'static str> {
    let now = turn.now();
    let furthest = local_date(now).checked_add_months(Months::new(AHEAD));
    if starts_at <= now {
        Some("change-past")
    } else if furthest.is_some_and(|day| local_date(starts_at) > day) {
        Some("change-too-far")
    } else if ends_at.is_some_and(|end| end.since(starts_at) > LONGEST) {
        Some("change-too-long")
    } else {
        None
    }
}

/// The answers of [Veranderen].
pub async fn changed(turn: &mut Turn<'_>, answers: Answers) -> Result<Finish> {
    let Some(a) = planned_activity(turn, answers.activity()).await? else { return Ok(Finish::Done) };
    if may_write(turn, &a).await?
        && let Some(change) = answers.change(turn, &a).await?
    {
        ask(turn, &a, change).await?;
    }
    Ok(Finish::Done)
}

/// The answers of [Gaat niet door].
pub async fn cancel_answered(turn: &mut Turn<'_>, answers: CancelAnswers) -> Result<Finish> {
    let id = ActivityId(answers.about.parse().unwrap_or_default());
    if let Some(a) = planned_activity(turn, id).await? {
        ask(turn, &a, Change::Cancel(answers.reason)).await?;
    }
    Ok(Finish::Done)
}

/// What it was and what it becomes: sure?
async fn ask(turn: &mut Turn<'_>, a: &Activity, change: Change) -> Result<()> {
    if change.is_nothing(a) {
        let text = turn.say("change-same", &[]);
        return turn.reply(Content::text(text));
    }
    let me = turn.who()?;
    let language = turn.language();
    let mut text = match &change {
        Change::Cancel(reason) => cancel_words(language, a, reason.as_deref()),
        _ => before_and_after(language, a, &change),
    };
    for line in remarks(turn, a, &change).await? {
        text = text.paragraph(&line);
    }
    let id = a.id;
    let pending = sql::PendingChange { activity: id, version: a.version, change };
    let key_of_it = turn.key();
    let number = sql::keep_change(turn.db(), key_of_it, me.id, &pending).await?;
    let (yes, again) = match pending.change {
        Change::Cancel(_) => ("cancel-yes", HostingButton::Cancel(id)),
        _ => ("change-yes", HostingButton::Change(id)),
    };
    let other = if yes == "cancel-yes" { "cancel-other" } else { "change-other" };
    let mut rows = vec![vec![key(turn, yes, HostingButton::MakeChange(number))]];
    if for_all(a, &pending.change) && recurring::series_with_date(turn, a).await?.is_some() {
        rows = vec![
            vec![key(turn, "change-yes-once", HostingButton::MakeChange(number))],
            vec![key(turn, "change-yes-all", HostingButton::MakeChangeForAll(number))],
        ];
    }
    rows.push(vec![key(turn, other, again)]);
    rows.push(vec![key(turn, "change-no", HostingButton::DropChange(number))]);
    turn.reply(Content::new(text, rows))
}

/// Returns true if a change of one date can be meant for all dates of its series: not another day, and not that it does not go on.
fn for_all(a: &Activity, change: &Change) -> bool {
    match change {
        Change::Time { starts_at, .. } => a.series_day == Some(local_date(*starts_at)),
        Change::Cancel(_) => false,
        _ => true,
    }
}

fn before_and_after(language: Language, a: &Activity, change: &Change) -> Html {
    let (what, starts_at, ends_at) = change.applied(a);
    let old = change.part_of(language, &a.what, a.starts_at, a.ends_at);
    let new = change.part_of(language, &what, starts_at, ends_at);
    let args = [("title", Arg::Words(&a.what.title)), ("old", Arg::Words(&old)), ("new", Arg::Words(&new))];
    say(language, "change-sure", &args)
}

fn cancel_words(language: Language, a: &Activity, reason: Option<&str>) -> Html {
    let when = span_words(language, a.starts_at, a.ends_at);
    let mut args = vec![("title", Arg::Words(a.what.title.as_str())), ("when", Arg::Own(&when))];
    match reason {
        Some(reason) => {
            args.push(("reason", Arg::Words(reason)));
            say(language, "cancel-sure-reason", &args)
        }
        None => say(language, "cancel-sure", &args),
    }
}

/// What somebody should know before they say yes: what else is there, what the words give away, who hears it.
async fn remarks(turn: &mut Turn<'_>, a: &Activity, change: &Change) -> Result<Vec<Html>> {
    let mut remarks = Vec::new();
    let (what, starts_at, ends_at) = change.applied(a);
    if change.moves()
        && let Some(other) = in_the_way(turn, a, &what, starts_at, ends_at).await?
    {
        let when = span_words(turn.language(), other.starts_at, other.ends_at);
        let args = [("title", Arg::Words(other.title.as_str())), ("when", Arg::Own(&when))];
        remarks.push(turn.say("change-clash", &args));
    }
    if let Some(found) = change.words().and_then(|words| screen::gives_away(turn, words)) {
        remarks.push(turn.say("change-gives-away", &[("found", Arg::Own(&found))]));
    }
    let me = turn.who()?;
    let mut people = people::concerned(turn, a.id).await?;
    people.retain(|p| p.id != me.id);
    let reached = people.iter().filter(|p| Turn::reachable(p)).count();
    let count = |n: usize| [("n", Arg::Number(i64::try_from(n).unwrap_or(i64::MAX)))];
    let headcount = people::headcount(turn, a).await?;
    remarks.push(match change {
        Change::Capacity(Some(n)) if *n < headcount.going => {
            turn.say("change-fewer", &[("going", Arg::Number(headcount.going))])
        }
        Change::Capacity(_) => turn.say("change-told-nobody", &[]),
        _ => {
            let group = a.carded && (change.moves() || matches!(change, Change::Cancel(_)));
            let told = turn.say(if group { "change-told" } else { "change-told-private" }, &count(reached));
            match people.len() - reached {
                0 => told,
                missed => told.line(&turn.say("write-missed", &count(missed))),
            }
        }
    });
    Ok(remarks)
}

/// Another activity in the same place at that time.
async fn in_the_way(
    turn: &mut Turn<'_>,
    a: &Activity,
    what: &What,
    starts_at: Moment,
    ends_at: Option<Moment>,
) -> Result<Option<sql::OtherActivity>> {
    let span = (starts_at, ends_at.unwrap_or(starts_at.plus(USUAL_LENGTH)));
    let others = sql::others_between(turn.db(), a.neighbourhood, Some(a.id), span).await?;
    let here = (what.place_id, what.place.as_str());
    Ok(others.into_iter().find(|o| same_place(here, (o.place_id, &o.place))))
}

/// [Toch niet].
pub async fn drop_change(turn: &mut Turn<'_>, number: i64) -> Result<()> {
    let me = turn.who()?;
    let key_of_it = turn.key();
    let Some(pending) = sql::pending_change(turn.db(), key_of_it, number, me.id).await? else {
        return close_outdated(turn, "press-outdated");
    };
    sql::drop_change(turn.db(), number).await?;
    toast(turn, "change-dropped", &[])?;
    manage(turn, pending.activity).await
}

/// [Ja, verander het] and [Ja, gaat niet door]; with `all` for every date of the series that is to come.
pub async fn confirm_change(turn: &mut Turn<'_>, number: i64, all: bool) -> Result<()> {
    let me = turn.who()?;
    let key_of_it = turn.key();
    let Some(pending) = sql::pending_change(turn.db(), key_of_it, number, me.id).await? else {
        return close_outdated(turn, "press-outdated");
    };
    sql::drop_change(turn.db(), number).await?;
    let Some(a) = planned_activity(turn, pending.activity).await? else { return Ok(()) };
    let late = match &pending.change {
        Change::Time { starts_at, ends_at } => wrong_time(turn, *starts_at, *ends_at),
        _ => None,
    };
    let words = match &pending.change {
        // Whoever changed something meanwhile: it does not go on all the same.
        Change::Cancel(reason) => {
            lifecycle::cancel(turn, &a, reason.as_deref()).await?;
            "cancel-done"
        }
        _ if !may_write(turn, &a).await? => return Ok(()),
        _ if a.version != pending.version => "change-meanwhile",
        _ if late.is_some() => late.unwrap_or_default(),
        change => {
            if all && for_all(&a, change) {
                make_all(turn, &a, change).await?;
            }
            make(turn, &a, change).await?;
            "change-done"
        }
    };
    toast(turn, words, &[])?;
    let a = store::load(turn.db(), a.id).await?;
    let content = screen(turn, &a).await?;
    show(turn, content).await
}

/// The change is made for all dates of the series that are to come, and were not changed by themselves.
async fn make_all(turn: &mut Turn<'_>, a: &Activity, change: &Change) -> Result<()> {
    let Some(id) = recurring::series_with_date(turn, a).await? else { return Ok(()) };
    let whole = recurring::what_of(turn, id).await?;
    let (_, starts_at, ends_at) = change.applied(a);
    let times = Times::from(&Activity { starts_at, ends_at, ..a.clone() });
    let times = Some(times).filter(|_| matches!(change, Change::Time { .. }));
    recurring::change_all_dates(turn, id, &change.applied_to(&whole), times).await.map(|_| ())
}

/// The change is made: written, planned anew, told. What the change of a whole series made of it already is left alone.
async fn make(turn: &mut Turn<'_>, a: &Activity, change: &Change) -> Result<()> {
    let a = &store::load(turn.db(), a.id).await?;
    if change.is_nothing(a) {
        return Ok(());
    }
    let (what, starts_at, ends_at) = change.applied(a);
    let now = turn.now();
    let row = (a.id, a.version);
    if !sql::rewrite(turn.db(), row, &what, (starts_at, ends_at), change.moves(), now).await? {
        return Ok(());
    }
    let changed = store::load(turn.db(), a.id).await?;
    lifecycle::plan(turn, &changed);
    news::changed(turn, a, &changed, change).await?;
    if matches!(change, Change::Capacity(_)) || what.capacity != a.what.capacity {
        attendance::fill(turn, &changed).await?;
    }
    recurring::changed(turn, a.id).await?;
    refresh::all(turn, a.id).await
}
