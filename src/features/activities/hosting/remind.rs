//! Reminders: who comes reads what, when and where the day before and shortly before, and can still say that they can't. Who
//! organises it reads the day before how many come. Nobody is reminded of what they signed up for after that moment.

use crate::features::activities::buttons::{AttendanceButton, HostingButton};
use crate::features::activities::model::{Activity, State, thing};
use crate::features::activities::people;
use crate::features::activities::screens::card::text_about;
use crate::features::activities::screens::host::counts;
use crate::features::activities::show::{button, say};
use crate::features::activities::store::{self, hosting as sql};
use crate::features::activities::times::Reminder;
use crate::model::{ActivityId, Class, Content, Html, Language, Moment, Outgoing, Person, Result, Send};
use crate::text::{Arg, local_date};
use crate::turn::Turn;

/// A reminder is due.
pub async fn due(turn: &mut Turn<'_>, id: ActivityId, which: Reminder) -> Result<()> {
    let Some(a) = store::activity(turn.db(), id).await?.filter(|a| a.state == State::Planned && a.confirmed) else {
        return Ok(());
    };
    let now = turn.now();
    let (Some(due), Some(at)) = (which.due(a.starts_at), which.said_at(a.starts_at, now)) else { return Ok(()) };
    if at > now {
        turn.schedule(which.job(), id.0, at);
        return Ok(());
    }
    let organiser = turn.person(a.organiser).await?;
    let mut told = Vec::new();
    if which.is_first(a.starts_at) {
        told.push(organiser.id);
        remind_organiser(turn, &a, &organiser).await?;
    }
    for (person, guests) in sql::going_by(turn.db(), id, due).await? {
        let person = turn.person(person).await?;
        if !told.contains(&person.id) {
            let text = words(&a, person.language, now, guests);
            let row = vec![button(person.language, "button-cannot", AttendanceButton::Cannot(id).data())];
            put(turn, &a, &person, Content::new(text, vec![row]));
        }
    }
    Ok(())
}

fn put(turn: &mut Turn<'_>, a: &Activity, to: &Person, content: Content) {
    if Turn::may_disturb(to) {
        turn.put(Outgoing {
            chat: to.chat,
            class: Class::Reminder,
            send: Send::Message { content, topic: None, reply_to: None },
            not_before: None,
            not_after: Some(a.starts_at),
            thing: Some(thing(a.id)),
            instead: None,
            team_of: None,
        });
    }
}

/// That it is today or tomorrow, with when and where.
fn head(a: &Activity, language: Language, now: Moment) -> Html {
    let (today, day) = (local_date(now), local_date(a.starts_at));
    let id = if day == today { "reminder-today" } else { "reminder-tomorrow" };
    text_about(language, id, a, &[])
}

fn words(a: &Activity, language: Language, now: Moment, guests: i64) -> Html {
    let mut text = head(a, language, now);
    if guests > 0 {
        text = text.line(&say(language, "reminder-guests", &[("n", Arg::Number(guests))]));
    }
    text.paragraph(&say(language, "reminder-cannot", &[]))
}

async fn remind_organiser(turn: &mut Turn<'_>, a: &Activity, to: &Person) -> Result<()> {
    let language = to.language;
    let headcount = people::headcount(turn, a).await?;
    let text = head(a, language, turn.now()).paragraph(&counts(language, a, &headcount));
    let row = vec![button(language, "hosting-manage", HostingButton::Manage(a.id).data())];
    put(turn, a, to, Content::new(text, vec![row]));
    Ok(())
}
