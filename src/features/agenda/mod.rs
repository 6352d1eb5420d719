//! The neighbourhood's agenda: `/agenda` shows what is to come, calendars take it over, and on Monday morning the group may
//! have one message with the week.
//!
//! In private it is one message with pages: today, this week, later, and what somebody wants to see alone. In a group it is
//! two lines and the way to private. A file of one activity, or of all, goes into the calendar of a telephone.

mod buttons;
mod digest;
mod files;
mod pages;
mod rules;
mod words;

use async_trait::async_trait;

use crate::jobs;
use crate::model::{ActivityId, Button, Language, Neighbourhood, NeighbourhoodId, Result};
use crate::text::texts;
use crate::turn::{
    Codes, Command, CommandPlace, Feature, JobCodes, News, Page, Pressed, Row, Switch, Turn, Way, WayOn,
};

use buttons::AgendaButton;

const NAME: &str = "agd";

jobs! {
    /// The room's jobs.
    Job: NAME => {
        /// The week's message to a neighbourhood's groups.
        Digest = "digest",
    }
}

/// What the start parameter of a link to the agenda begins with; the neighbourhood's join code follows.
const LINK: &str = "g_";

/// The feature.
pub struct Agenda;

#[async_trait]
impl Feature for Agenda {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> &'static [Command] {
        &[Command { nl: "agenda", en: "whatson", also: &[], place: CommandPlace::Everywhere, help: 24 }]
    }

    fn links(&self) -> &'static [&'static str] {
        &[LINK]
    }

    fn codes(&self) -> Codes {
        Codes::of::<AgendaButton>()
    }

    /// [Zet in mijn agenda], for what happens at a time.
    async fn rows(&self, turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Row>> {
        let Page::Of(thing, language) = page else { return Ok(Vec::new()) };
        let Some(feature) = turn.feature(&thing.feature) else { return Ok(Vec::new()) };
        let happens = feature.occasion(turn, thing.id).await?.is_some();
        let button = calendar_button(*language, ActivityId(thing.id)).filter(|_| happens);
        Ok(button.map(|b| Row { order: 50, buttons: vec![b] }).into_iter().collect())
    }

    fn ways_on(&self) -> Vec<WayOn> {
        vec![WayOn { way: Way::Attend, label: "menu-agenda", data: AgendaButton::Open.data() }]
    }

    async fn command(&self, turn: &mut Turn<'_>, _name: &str, _rest: &str) -> Result<()> {
        if turn.in_private() { pages::open(turn).await } else { pages::in_group(turn).await }
    }

    async fn link(&self, turn: &mut Turn<'_>, start: &str) -> Result<()> {
        pages::link(turn, start.strip_prefix(LINK).unwrap_or(start)).await
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match AgendaButton::read(data) {
            Some(AgendaButton::Open) => pages::open(turn).await,
            Some(AgendaButton::Page(look)) => pages::page_pressed(turn, look).await,
            Some(AgendaButton::Kinds(look)) => pages::kinds_pressed(turn, look, false).await,
            Some(AgendaButton::AllKinds(look)) => pages::kinds_pressed(turn, look, true).await,
            Some(AgendaButton::File(look)) => files::all(turn, look).await,
            Some(AgendaButton::One(id)) => files::one(turn, id).await,
            None => return Ok(Pressed::Outdated),
        }?;
        Ok(Pressed::Handled)
    }

    fn switches(&self) -> &'static [Switch] {
        &[digest::SWITCH]
    }

    async fn heard(&self, turn: &mut Turn<'_>, news: News) -> Result<()> {
        match news {
            News::SettingChanged(n, Some(key)) if key == digest::SWITCH.key => digest::switched(turn, n).await,
            _ => Ok(()),
        }
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        match Job::of_word(kind) {
            Some(Job::Digest) => digest::due(turn, NeighbourhoodId(thing)).await,
            None => Ok(()),
        }
    }
}

/// The button [Zet in mijn agenda] of an activity, for a private chat.
pub fn calendar_button(language: Language, id: ActivityId) -> Option<Button> {
    Some(Button::press(texts().plain(language, "button-calendar", &[]), AgendaButton::One(id).data()))
}

/// The start parameter of a link that opens this neighbourhood's agenda, and makes whoever opens it a resident.
fn start(neighbourhood: &Neighbourhood) -> String {
    format!("{LINK}{}", neighbourhood.join_code)
}
