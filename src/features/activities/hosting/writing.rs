//! [Bericht aan iedereen]: the organiser's words, typed or spoken, to everybody who comes or waits. At most three a day.

use serde::Deserialize;

use super::manage::{self, coming_up};
use super::tell::{self, Hours};
use super::{FLOW_WRITE, about};
use crate::dialogue::Words;
use crate::features::Finish;
use crate::features::activities::cards::{button, say, title_of, when_words};
use crate::features::activities::store::hosting as sql;
use crate::features::activities::store::{Activity, hosting};
use crate::features::activities::view;
use crate::model::{ActivityId, Content, Html, Person, Result};
use crate::text::{Arg, local_date};
use crate::turn::Turn;

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
    let mut all = view::concerned(turn, a.id).await?;
    all.retain(|p| p.id != me.id);
    Ok(all)
}

/// Why nothing can be sent now; none where it can.
async fn why_not(turn: &mut Turn<'_>, a: &Activity) -> Result<Option<Html>> {
    let today = local_date(turn.now()).to_string();
    if readers(turn, a).await?.is_empty() {
        return Ok(Some(turn.say("write-nobody", &[])));
    }
    if hosting::notices(turn.db(), a.id, &today).await? >= A_DAY {
        return Ok(Some(turn.say("write-enough", &[("n", Arg::Number(A_DAY))])));
    }
    Ok(None)
}

/// The button.
pub async fn pressed(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = coming_up(turn, id).await? else { return Ok(()) };
    match why_not(turn, &a).await? {
        Some(words) => {
            turn.alert(words.plain());
            Ok(())
        }
        None => {
            turn.begin(FLOW_WRITE, about(id));
            Ok(())
        }
    }
}

/// The words, confirmed.
pub async fn written(turn: &mut Turn<'_>, answers: Answers) -> Result<Finish> {
    let id = ActivityId(answers.about.parse().unwrap_or_default());
    let Some(a) = coming_up(turn, id).await? else { return Ok(Finish::Done) };
    if let Some(words) = why_not(turn, &a).await? {
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
        if send(turn, &a, &to, hours, &answers.words)? {
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
    turn.reply(Content::new(text, vec![manage::back(turn, id)]))?;
    Ok(Finish::Done)
}

fn send(turn: &mut Turn<'_>, a: &Activity, to: &Person, hours: Hours, words: &Words) -> Result<bool> {
    let me = turn.who()?;
    let language = to.language;
    let (title, when) = (title_of(a), when_words(language, a));
    let args = [("name", Arg::Words(me.name.as_str())), ("title", Arg::Words(&title)), ("when", Arg::Own(&when))];
    let head = say(language, "write-from", &args);
    let rows = vec![vec![button(language, "write-look", &format!("c:meer:{}", a.id))]];
    Ok(match words {
        Words::Typed(words) => {
            let text = head.paragraph(&Html::from_words(words));
            tell::person(turn, a, to, hours, Content::new(text, rows))
        }
        Words::Spoken { voice } => tell::voice(turn, a, to, hours, voice, Content::new(head, rows)),
    })
}
