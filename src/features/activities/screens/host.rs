//! The organiser's screen of an activity: how many come and what can be done with it. For fellow sufferers it shows numbers alone.

use super::card::{state_line, text_about};
use crate::features::activities::buttons::HostingButton;
use crate::features::activities::model::kinds::is_unseen;
use crate::features::activities::model::{Activity, Headcount, State};
use crate::features::activities::people;
use crate::features::activities::show::{button, say};
use crate::model::{ActivityId, Button, Content, Html, Language, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// A button of the organiser in the sender's language.
pub fn key(turn: &Turn<'_>, label: &str, tap: HostingButton) -> Button {
    button(turn.language(), label, tap.data())
}

/// The way back to the first screen.
pub fn back(turn: &Turn<'_>, id: ActivityId) -> Vec<Button> {
    vec![key(turn, "hosting-back", HostingButton::Manage(id))]
}

/// What, when and where.
pub fn head(language: Language, a: &Activity) -> Html {
    text_about(language, "hosting-head", a, &[])
}

/// How many come and wait, for who organises it; how many were to come, once it is over.
pub fn counts(language: Language, a: &Activity, headcount: &Headcount) -> Html {
    let n = |id: &str, n: i64| say(language, id, &[("n", Arg::Number(n))]);
    if a.state != State::Planned {
        return if headcount.going == 0 { Html::default() } else { n("hosting-signed-up", headcount.going) };
    }
    let mut text =
        if headcount.going == 0 { say(language, "activity-nobody", &[]) } else { n("activity-going", headcount.going) };
    match a.what.capacity.map(|c| c - headcount.going) {
        None => {}
        Some(left) if left > 0 => text = text.line(&n("activity-places-left", left)),
        Some(_) => text = text.line(&say(language, "hosting-full", &[])),
    }
    if headcount.waiting > 0 {
        text = text.line(&n("activity-waiting", headcount.waiting));
    }
    text
}

/// Everything about an activity for who looks after it.
pub async fn screen(turn: &mut Turn<'_>, a: &Activity) -> Result<Content> {
    let language = turn.language();
    let headcount = people::headcount(turn, a).await?;
    let mut text = head(language, a).paragraph(&counts(language, a, &headcount));
    if let Some(line) = state_line(language, a) {
        text = text.paragraph(&line);
    }
    let organiser = turn.person(a.organiser).await?;
    if organiser.id != turn.who()?.id {
        text = text.paragraph(&say(language, "activity-from", &[("name", Arg::Words(&organiser.name))]));
    }
    let named = headcount.people() > 0 && !is_unseen(&a.what.kind);
    if is_unseen(&a.what.kind) {
        text = text.paragraph(&say(language, "hosting-unseen", &[]));
    }
    let one = |label: &str, tap: HostingButton| vec![button(language, label, tap.data())];
    let id = a.id;
    let mut rows = Vec::new();
    if named {
        rows.push(one("hosting-who", HostingButton::Who(id, 0)));
    }
    match a.state {
        State::Planned => {
            rows.push(one("hosting-write", HostingButton::Write(id)));
            rows.push(one("hosting-change", HostingButton::Change(id)));
            rows.push(one("hosting-cancel", HostingButton::Cancel(id)));
            rows.push(one("hosting-more", HostingButton::More(id)));
        }
        State::Held => {
            match a.came {
                Some(n) => text = text.paragraph(&say(language, "hosting-came", &[("n", Arg::Number(n))])),
                None => rows.push(one("hosting-count", HostingButton::Count(id))),
            }
            rows.push(one("hosting-again", HostingButton::Copy(id)));
        }
        State::Cancelled => rows.push(one("hosting-again", HostingButton::Copy(id))),
    }
    Ok(Content::new(text, rows))
}
