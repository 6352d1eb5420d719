//! [Bericht aan iedereen]: the organiser's words, typed or spoken, to everybody who comes or waits. At most three a day.

use serde::Deserialize;

use super::manage::{about, planned_activity};
use crate::dialogue::Words;
use crate::features::activities::buttons::AttendanceButton;
use crate::features::activities::model::Activity;
use crate::features::activities::people;
use crate::features::activities::screens::card::text_about;
use crate::features::activities::screens::host::back;
use crate::features::activities::show::button;
use crate::features::activities::store::hosting as sql;
use crate::features::activities::tell::{self, Hours};
use crate::model::{ActivityId, Content, Html, Person, Result};
use crate::screen;
use crate::text::{Arg, local_date};
use crate::turn::Finish;
use crate::turn::{Action, Turn};

/// The dialogue that writes to everybody.
pub const FLOW: &str = "bericht";

/// Messages to everybody in one day.
const A_DAY: i64 = 3;

/// The answers of the dialogue.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    about: String,
    words: Words,
}

/// Whom it goes to: who comes and who waits, but not who writes.
async fn readers(turn: &mut Turn<'_>, a: &Activity) -> Result<Vec<Person>> {
    let me = turn.who()?;
    let mut all = people::concerned(turn, a.id).await?;
    all.retain(|p| p.id != me.id);
    Ok(all)
}

/// Why nothing can be sent now; `None` if it can.
async fn reason_not_to_write(turn: &mut Turn<'_>, a: &Activity) -> Result<Option<Html>> {
    if let Some(why) = screen::held_back(turn, a.neighbourhood, Action::Announce).await? {
        return Ok(Some(why));
    }
    let today = local_date(turn.now()).to_string();
    if readers(turn, a).await?.is_empty() {
        return Ok(Some(turn.say("write-nobody", &[])));
    }
    if sql::notices(turn.db(), a.id, &today).await? >= A_DAY {
        return Ok(Some(turn.say("write-enough", &[("n", Arg::Number(A_DAY))])));
    }
    Ok(None)
}

/// The button.
pub async fn pressed(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = planned_activity(turn, id).await? else { return Ok(()) };
    match reason_not_to_write(turn, &a).await? {
        Some(words) => {
            turn.alert(words.plain());
            Ok(())
        }
        None => {
            turn.begin(FLOW, about(id));
            Ok(())
        }
    }
}

/// The words, confirmed.
pub async fn written(turn: &mut Turn<'_>, answers: Answers) -> Result<Finish> {
    let id = ActivityId(answers.about.parse().unwrap_or_default());
    let Some(a) = planned_activity(turn, id).await? else { return Ok(Finish::Done) };
    if let Some(words) = reason_not_to_write(turn, &a).await? {
        turn.reply(Content::text(words))?;
        return Ok(Finish::Done);
    }
    let today = local_date(turn.now()).to_string();
    if !sql::count_notice(turn.db(), id, &today, A_DAY).await? {
        return Ok(Finish::Done);
    }
    let hours = Hours::of(turn, a.starts_at, a.over_at());
    let (mut reached, mut missed) = (0i64, 0i64);
    for to in readers(turn, &a).await? {
        if send(turn, &a, &to, &hours, &answers.words)? {
            reached += 1;
        } else {
            missed += 1;
        }
    }
    let sent = if hours.wait() { "write-sent-later" } else { "write-sent" };
    let mut text = turn.say(sent, &[("n", Arg::Number(reached))]);
    if missed > 0 {
        text = text.line(&turn.say("write-missed", &[("n", Arg::Number(missed))]));
    }
    turn.reply(Content::new(text, vec![back(turn, id)]))?;
    Ok(Finish::Done)
}

fn send(turn: &mut Turn<'_>, a: &Activity, to: &Person, hours: &Hours, words: &Words) -> Result<bool> {
    let me = turn.who()?;
    let language = to.language;
    let head = text_about(language, "write-from", a, &[("name", Arg::Words(&me.name))]);
    let rows = vec![vec![button(language, "write-look", AttendanceButton::More(a.id).data())]];
    Ok(match words {
        Words::Typed(words) => {
            let text = head.paragraph(&Html::from_words(words));
            tell::person(turn, a, to, hours, Content::new(text, rows))
        }
        Words::Spoken { voice } => tell::voice(turn, a, to, hours, voice, Content::new(head, rows)),
    })
}
