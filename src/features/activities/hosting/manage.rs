//! [Beheren]: what an organiser can look at and do; the team has the same.

use serde_json::{Map, Value};

use crate::features::activities::access::managed_activity;
use crate::features::activities::buttons::HostingButton;
use crate::features::activities::model::kinds::is_unseen;
use crate::features::activities::model::{Activity, RsvpState, State};
use crate::features::activities::screens::host::{back, head, key, screen};
use crate::features::activities::show::{PAGES, show};
use crate::features::activities::{announcing, recurring, store};
use crate::model::{ActivityId, Content, Html, Person, Result};
use crate::screen::Paging;
use crate::screen::toast;
use crate::text::Arg;
use crate::turn::Turn;

/// Names on one page.
const ON_A_PAGE: usize = 25;

/// An activity that the sender may manage and that is still planned; otherwise answers and returns `None`. Who comes too late
/// reads how it stands.
pub async fn planned_activity(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Activity>> {
    let Some(a) = managed_activity(turn, id).await? else { return Ok(None) };
    let words = match a.state {
        State::Planned => return Ok(Some(a)),
        State::Cancelled => "hosting-is-cancelled",
        State::Held => "hosting-is-held",
    };
    toast(turn, words, &[])?;
    let content = screen(turn, &a).await?;
    show(turn, content).await?;
    Ok(None)
}

/// [Beheren].
pub async fn manage(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = managed_activity(turn, id).await? else { return Ok(()) };
    let content = screen(turn, &a).await?;
    show(turn, content).await
}

/// [Meer keuzes].
pub async fn more(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(a) = planned_activity(turn, id).await? else { return Ok(()) };
    let text = head(turn.language(), &a).paragraph(&turn.say("hosting-more-what", &[]));
    let mut rows = vec![
        vec![key(turn, "hosting-copy", HostingButton::Copy(id))],
        vec![key(turn, "hosting-hand", HostingButton::Hand(id, 0))],
    ];
    rows.extend(recurring::rows(turn, &a).await?);
    rows.push(back(turn, id));
    show(turn, Content::new(text, rows)).await
}

/// [Kopiëren] and [Nog een keer organiseren].
pub async fn copy(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    match managed_activity(turn, id).await? {
        Some(a) => announcing::copy(turn, &a).await,
        None => Ok(()),
    }
}

/// [Wie komen er?]: the names, with their guests, and who waits in the order of the row.
pub async fn who(turn: &mut Turn<'_>, id: ActivityId, page: u32) -> Result<()> {
    let Some(a) = managed_activity(turn, id).await? else { return Ok(()) };
    if is_unseen(&a.what.kind) {
        return toast(turn, "hosting-unseen", &[]);
    }
    let mut rsvps = store::rsvps_of(turn.db(), id).await?;
    rsvps.retain(|r| r.state != RsvpState::NotGoing);
    rsvps.sort_by_key(|r| {
        (r.state == RsvpState::Waiting, if r.state == RsvpState::Waiting { r.place_in_row } else { 0 })
    });
    let paging = Paging::new(page, rsvps.len(), ON_A_PAGE);
    let mut text = head(turn.language(), &a);
    let mut before = None;
    for rsvp in paging.of(&rsvps) {
        if before != Some(rsvp.state) {
            let id = if rsvp.state == RsvpState::Waiting { "hosting-waiting" } else { "hosting-going" };
            text = text.paragraph(&turn.say(id, &[]));
            before = Some(rsvp.state);
        }
        let person = turn.person(rsvp.person).await?;
        text = text.line(&name_line(turn, &person, rsvp.guests));
    }
    if rsvps.is_empty() {
        text = text.paragraph(&turn.say("activity-nobody", &[]));
    }
    let pages = paging.row(turn, PAGES, |page| HostingButton::Who(id, page).data());
    let rows = pages.into_iter().chain([back(turn, id)]).collect();
    show(turn, Content::new(text, rows)).await
}

fn name_line(turn: &Turn<'_>, person: &Person, guests: i64) -> Html {
    let name = ("name", Arg::Words(person.name.as_str()));
    match guests {
        0 => turn.say("activity-name", &[name]),
        n => turn.say("activity-name-guests", &[name, ("n", Arg::Number(n))]),
    }
}

/// What a dialogue about an activity knows beforehand.
pub fn about(id: ActivityId) -> Map<String, Value> {
    Map::from_iter([("about".to_owned(), Value::String(id.to_string()))])
}
