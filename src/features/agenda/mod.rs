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

use super::{Command, CommandPlace, Feature};
use crate::model::{ActivityId, Button, Neighbourhood, Result};
use crate::text::texts;
use crate::turn::{Page, Pressed, Row, Turn, Way, WayOn};

use buttons::Tap;

const NAME: &str = "agd";

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
        &[Command { nl: "agenda", en: "whatson", also: &[], place: CommandPlace::Everywhere }]
    }

    fn links(&self) -> &'static [&'static str] {
        &[LINK]
    }

    fn ways_on(&self) -> Vec<WayOn> {
        vec![WayOn { way: Way::Attend, label: "menu-agenda", data: Tap::Open.data() }]
    }

    async fn command(&self, turn: &mut Turn<'_>, _name: &str, _rest: &str) -> Result<()> {
        if turn.in_private() { pages::open(turn).await } else { pages::in_group(turn).await }
    }

    async fn link(&self, turn: &mut Turn<'_>, start: &str) -> Result<()> {
        pages::link(turn, start.strip_prefix(LINK).unwrap_or(start)).await
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match Tap::read(data) {
            Some(Tap::Open) => pages::open(turn).await,
            Some(Tap::Page(look)) => pages::page_pressed(turn, look).await,
            Some(Tap::Kinds(look, all)) => pages::kinds_pressed(turn, look, all).await,
            Some(Tap::File(look)) => files::all(turn, look).await,
            Some(Tap::One(id)) => files::one(turn, id).await,
            None => return Ok(Pressed::Outdated),
        }?;
        Ok(Pressed::Handled)
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        digest::job(turn, kind, thing).await
    }

    async fn rows(&self, _turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Row>> {
        let Page::Of(thing, language) = page else { return Ok(Vec::new()) };
        // [Zet in mijn agenda]
        let label = texts().plain(*language, "button-calendar", &[]);
        Ok(vec![Row { order: 50, buttons: vec![Button::press(label, Tap::One(ActivityId(thing.id)).data())] }])
    }
}

/// The start parameter of a link that opens this neighbourhood's agenda, and makes whoever opens it a resident.
fn start(place: &Neighbourhood) -> String {
    format!("{LINK}{}", place.join_code)
}

/// The week's message was switched on or off.
pub fn digest_switched(turn: &mut Turn<'_>, place: &Neighbourhood) {
    digest::switched(turn, place);
}
