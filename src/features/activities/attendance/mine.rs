//! What somebody goes to and what they organise: a part of `/mijn`, and a list of its own where there is much of it.

use crate::features::activities::buttons::AttendanceButton;
use crate::features::activities::model::{Activity, RsvpState};
use crate::features::activities::screens::card::text_about;
use crate::features::activities::show::{button, say};
use crate::features::activities::store;
use crate::model::{Button, Content, Html, Person, Result};
use crate::screen::Paging;
use crate::text::{Arg, clip, date_words, local_date};
use crate::turn::{MyThings, Turn};

/// Where its part stands in `/mijn`.
const ORDER: u8 = 20;
/// How many of each stand in `/mijn`.
const IN_PART: usize = 3;
/// How many stand on one page of the list.
const ON_A_PAGE: usize = 8;
/// Longest title on a button, in characters.
const ON_A_BUTTON: usize = 40;

/// What somebody does with an activity.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Goes,
    Organises,
}

/// All of it: what they go to, then what they organise. Each part soonest first.
async fn all(turn: &mut Turn<'_>, me: &Person) -> Result<Vec<(Role, Activity)>> {
    let now = turn.now();
    let going = store::going_to(turn.db(), me.id, now).await?;
    let organised = store::organised_by(turn.db(), me.id, now).await?;
    let going = store::all_of(turn.db(), &going).await?.into_iter().map(|a| (Role::Goes, a));
    let organised = store::all_of(turn.db(), &organised).await?.into_iter().map(|a| (Role::Organises, a));
    Ok(going.chain(organised).collect())
}

/// The part of `/mijn` about activities, with a button to each; `None` if there are none.
pub async fn mine(turn: &mut Turn<'_>, page: u32) -> Result<Option<MyThings>> {
    if page > 0 {
        return Ok(None);
    }
    let me = turn.who()?;
    let all = all(turn, &me).await?;
    if all.is_empty() {
        return Ok(None);
    }
    let count = |role| all.iter().filter(|(r, _)| *r == role).count();
    let more = [Role::Goes, Role::Organises].into_iter().any(|role| count(role) > IN_PART);
    let mut shown = Vec::new();
    for role in [Role::Goes, Role::Organises] {
        shown.extend(all.iter().filter(|(r, _)| *r == role).take(IN_PART).cloned());
    }
    let (text, mut rows) = list(turn, &me, &shown).await?;
    if more {
        rows.push(vec![button(me.language, "button-all-mine", AttendanceButton::Mine(0).data())]);
    }
    Ok(Some(MyThings { order: ORDER, text, rows, page: 0, alone: None }))
}

/// A page of all of it.
pub async fn page(turn: &mut Turn<'_>, page: u32) -> Result<()> {
    let me = turn.who()?;
    let all = all(turn, &me).await?;
    let paging = Paging::new(page, all.len(), ON_A_PAGE);
    let shown = paging.of(&all);
    let (text, mut rows) = match shown.is_empty() {
        true => (turn.say("mine-activities-none", &[]), Vec::new()),
        false => list(turn, &me, shown).await?,
    };
    let labels = ["button-mine-sooner", "button-mine-later"];
    rows.extend(paging.row(turn, labels, |page| AttendanceButton::Mine(page).data()));
    turn.edit_pressed(Content::new(text, rows));
    Ok(())
}

async fn list(turn: &mut Turn<'_>, me: &Person, shown: &[(Role, Activity)]) -> Result<(Html, Vec<Vec<Button>>)> {
    let mut text = Html::default();
    let (mut rows, mut seen) = (Vec::new(), Vec::new());
    for (role, id) in [(Role::Goes, "mine-going"), (Role::Organises, "mine-organising")] {
        let mut heading = Some(say(me.language, id, &[]));
        for (_, a) in shown.iter().filter(|(r, _)| *r == role) {
            if let Some(heading) = heading.take() {
                text = if text.is_empty() { heading } else { text.paragraph(&heading) };
            }
            text = text.line(&line(turn, me, a, role).await?);
            if !seen.contains(&a.id) {
                seen.push(a.id);
                // Two dates of a series have one name: the day tells them apart.
                let alike = shown.iter().any(|(_, other)| other.id != a.id && other.title() == a.title());
                let label = match alike {
                    true => {
                        let day = date_words(me.language, local_date(a.starts_at));
                        format!("{}, {day}", clip(&a.title(), ON_A_BUTTON / 2))
                    }
                    false => clip(&a.title(), ON_A_BUTTON),
                };
                rows.push(vec![Button::press(label, AttendanceButton::More(a.id).data())]);
            }
        }
    }
    Ok((text, rows))
}

/// '☕ Koffie: dinsdag 24 november van 10:00 tot 12:00 uur', and how they stand.
async fn line(turn: &mut Turn<'_>, me: &Person, a: &Activity, role: Role) -> Result<Html> {
    if role == Role::Organises {
        let n = store::seats(turn.db(), a.id).await?.going;
        // A list need not say each time that nobody comes yet.
        let id = if n == 0 { "mine-going-line" } else { "mine-organising-line" };
        return Ok(text_about(me.language, id, a, &[("n", Arg::Number(n))]));
    }
    let waits = store::rsvp(turn.db(), a.id, me.id).await?.is_some_and(|r| r.state == RsvpState::Waiting);
    Ok(text_about(me.language, if waits { "mine-waiting-line" } else { "mine-going-line" }, a, &[]))
}
