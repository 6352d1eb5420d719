//! Somebody's page as moderators see it: how they stand, and what can be decided. And the list of neighbours that leads to it.

use super::buttons::{Act, ModerationButton, Why};
use super::may_decide;
use crate::model::{Button, Content, NeighbourhoodId, PersonId, Result, Standing};
use crate::screen::{self, Paging, not_for_you, rows_on};
use crate::text::{Arg, clip, date_words, local_date};
use crate::turn::{Action, Page, Turn};

/// How many stand on one page.
const ON_A_PAGE: usize = 8;

/// Longest name on a button, in characters.
pub(super) const ON_BUTTON: usize = 30;

/// The button to somebody's page, for who may decide about them.
pub(super) async fn button_to(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<Option<Button>> {
    if person == turn.who()?.id || !turn.allowed(n, Action::TakeOver).await? {
        return Ok(None);
    }
    let name = turn.person(person).await?.name;
    let label = turn.label("moderation-button", &[("name", Arg::Words(&clip(&name, ON_BUTTON)))]);
    Ok(Some(Button::press(label, ModerationButton::Person(n, person).data())))
}

/// Every neighbour, who is held back first.
pub(super) async fn list(turn: &mut Turn<'_>, n: NeighbourhoodId, page: u32) -> Result<()> {
    if !turn.in_private() || !turn.allowed(n, Action::TakeOver).await? {
        return not_for_you(turn).await;
    }
    let me = turn.who()?;
    let mut all: Vec<PersonId> = Vec::new();
    for (person, _) in turn.restricted(n).await? {
        if !all.contains(&person) {
            all.push(person);
        }
    }
    let held_back = all.len();
    let residents = turn.residents(n).await?;
    all.extend(residents.into_iter().filter(|p| *p != me.id && !all.contains(p)).collect::<Vec<_>>());
    let paging = Paging::new(page, all.len(), ON_A_PAGE);
    let neighbourhood = turn.neighbourhood(n).await?;
    let mut rows = Vec::new();
    for (at, person) in all.iter().enumerate().skip(paging.before()).take(ON_A_PAGE) {
        let name = clip(&turn.person(*person).await?.name, ON_BUTTON);
        let label = if at < held_back { format!("⛔ {name}") } else { name };
        rows.push(vec![Button::press(label, ModerationButton::Person(n, *person).data())]);
    }
    rows.extend(paging.row(turn, ["helpers-before", "helpers-after"], |page| ModerationButton::List(n, page).data()));
    let id = if all.is_empty() { "moderation-list-none" } else { "moderation-list" };
    let text = turn.say(id, &[("neighbourhood", Arg::Words(&neighbourhood.name))]);
    screen::show(turn, Content::new(text, rows))
}

/// Somebody's page, on the pressed message.
pub(super) async fn show(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<()> {
    if !may_decide(turn, n, person).await? {
        return Ok(());
    }
    let name = turn.person(person).await?.name;
    let neighbourhood = turn.neighbourhood(n).await?;
    let standings = turn.standings(person, n).await?;
    let args = [("name", Arg::Words(name.as_str())), ("neighbourhood", Arg::Words(&neighbourhood.name))];
    let mut text = turn.say("moderation-person", &args);
    for row in standings.iter().filter(|s| !matches!(s.standing, Standing::Left | Standing::Asked)) {
        let day = row.until.map(|until| date_words(turn.language(), local_date(until)));
        let id = format!("moderation-is-{}{}", word(row.standing), if day.is_some() { "-until" } else { "" });
        text = text.line(&turn.say(&id, &[("day", Arg::Own(day.as_deref().unwrap_or_default()))]));
        if let Some(why) = row.reason.as_deref().and_then(Why::from_word) {
            text = text.line(&turn.say(&format!("moderation-why-{}", why.word()), &[]));
        }
    }
    let stands = |standing| standings.iter().any(|s| s.standing == standing);
    let mut rows = Vec::new();
    if stands(Standing::Out) {
        rows.push(vec![undo_button(turn, n, person, Standing::Out)]);
        if standings.iter().any(|s| s.standing == Standing::Out && s.until.is_some()) {
            rows.push(vec![
                turn.button("moderation-out-for-good", ModerationButton::Why(n, person, Act::OutForGood).data()),
            ]);
        }
    } else {
        rows.push(vec![match stands(Standing::Muted) {
            true => undo_button(turn, n, person, Standing::Muted),
            false => turn.button("moderation-mute", ModerationButton::Why(n, person, Act::Mute).data()),
        }]);
        rows.push(vec![match stands(Standing::NoHelp) {
            true => undo_button(turn, n, person, Standing::NoHelp),
            false => turn.button("moderation-no-help", ModerationButton::Why(n, person, Act::NoHelp).data()),
        }]);
        let label = turn.label("moderation-put-out", &[("name", Arg::Words(&clip(&name, ON_BUTTON)))]);
        rows.push(vec![Button::press(label, ModerationButton::PutOut(n, person).data())]);
    }
    rows.extend(rows_on(turn, &Page::Standing(n, person)).await?);
    rows.push(vec![turn.button("helpers-back", ModerationButton::List(n, 0).data())]);
    screen::show(turn, Content::new(text, rows))
}

/// Its word in text ids.
pub(super) fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Left => "left",
        Standing::Asked => "asked",
        Standing::Out => "out",
        Standing::NoHelp => "no-help",
        Standing::Muted => "muted",
    }
}

fn undo_button(turn: &Turn<'_>, n: NeighbourhoodId, person: PersonId, standing: Standing) -> Button {
    turn.button(&format!("moderation-undo-{}", word(standing)), ModerationButton::Undo(n, person, standing).data())
}

/// [Zet {name} uit de buurt]: for how long?
pub(super) async fn how_long(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<()> {
    if !may_decide(turn, n, person).await? {
        return Ok(());
    }
    let name = turn.person(person).await?.name;
    let rows = vec![
        vec![turn.button("moderation-out", ModerationButton::Why(n, person, Act::Out).data())],
        vec![turn.button("moderation-out-for-good", ModerationButton::Why(n, person, Act::OutForGood).data())],
        vec![turn.button("moderation-not", ModerationButton::Person(n, person).data())],
    ];
    let text = turn.say("moderation-how-long", &[("name", Arg::Words(&name))]);
    screen::show(turn, Content::new(text, rows))
}
