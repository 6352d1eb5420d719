//! Activities where people meet: an organiser announces one, others see one card in their group and say with one tap that
//! they come. Who finds it full waits for a place; everybody is reminded, told of changes, and nobody stands before a closed door.
//!
//! Its rooms: `announcing` (the dialogue and the one line), `coming` (who comes, who waits), `hosting` (reminders, changes, what
//! the organiser does), `returning` (what comes back), `company` (who would rather not come alone).

mod agenda;
mod announcing;
mod cards;
mod coming;
mod company;
mod hosting;
mod kinds;
mod making;
mod returning;
mod states;
mod store;
mod view;

use async_trait::async_trait;
use serde_json::{Map, Value};

pub use making::make;
pub use returning::begin as make_series;
pub use states::{Access, State, What};
pub use store::{Activity, New};

use super::worklist::{Kind, Work};
use super::{Command, CommandPlace, Feature, Finish, Offered, Opinion};
use crate::model::{ActivityId, Fault, MembershipChange, Moment, NeighbourhoodId, PersonId, Result, Thing};
use crate::turn::{ANNOUNCE_OPENLY, Action, MyThings, News, Occasion, Page, Pressed, Row, Switch, Turn};

pub use kinds::{kinds, name as kind_name};

/// The feature's name.
const NAME: &str = "act";

/// Do the cards of a neighbourhood's activities name who comes?
const SHOW_NAMES: Switch = Switch { key: "names", order: 45, apart: true };

/// Its dialogues.
const FLOWS: &[&str] =
    &[announcing::FLOW_TOML, hosting::FLOWS[0], hosting::FLOWS[1], hosting::FLOWS[2], hosting::FLOWS[3], company::FLOW];

/// The room.
pub struct Activities;

#[async_trait]
impl Feature for Activities {
    fn name(&self) -> &'static str {
        NAME
    }

    fn links(&self) -> &'static [&'static str] {
        &["k_", "p_"]
    }

    fn commands(&self) -> &'static [Command] {
        &[Command { nl: "activiteit", en: "activity", also: &[], place: CommandPlace::Everywhere }]
    }

    async fn command(&self, turn: &mut Turn<'_>, _name: &str, rest: &str) -> Result<()> {
        announcing::command(turn, rest).await
    }

    fn flows(&self) -> &'static [&'static str] {
        FLOWS
    }

    fn reads(&self, flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        match flow {
            announcing::FLOW => announcing::reads(answers),
            company::FLOW_REACH => company::reads(answers),
            _ => hosting::reads(flow, answers),
        }
    }

    fn samples(&self, name: &str) -> Option<&'static [&'static str]> {
        if name == "meeting-places" { Some(&["Buurthuis"]) } else { announcing::samples(name) }
    }

    fn checks(&self) -> &'static [&'static str] {
        &["ahead", announcing::TIME, announcing::SEATS]
    }

    async fn choices(&self, turn: &mut Turn<'_>, name: &str, answers: &Map<String, Value>) -> Result<Vec<Offered>> {
        match name {
            "meeting-places" => hosting::places(turn, answers).await,
            _ => announcing::choices(turn, name, answers).await,
        }
    }

    async fn check(
        &self,
        turn: &mut Turn<'_>,
        name: &str,
        answer: Value,
        _answers: &Map<String, Value>,
    ) -> Result<Opinion> {
        Ok(match name {
            announcing::TIME | announcing::SEATS => announcing::check(turn, name, answer),
            _ => hosting::look_at_time(turn, answer),
        })
    }

    async fn finish(&self, turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        if hosting::owns(flow) {
            return hosting::finish(turn, flow, answers).await;
        }
        if flow == company::FLOW_REACH {
            return company::finish(turn, &answers).await;
        }
        if flow == announcing::FLOW {
            return announcing::finish(turn, &answers).await;
        }
        Err(Fault::event("a dialogue that activities do not know"))
    }

    fn switches(&self) -> &'static [Switch] {
        &[ANNOUNCE_OPENLY, SHOW_NAMES]
    }

    async fn heard(&self, turn: &mut Turn<'_>, news: News) -> Result<()> {
        match news {
            News::RoleChanged(_, n) => hosting::rights_changed(turn, n).await,
            News::SettingChanged(n, Some(key)) if key == ANNOUNCE_OPENLY.key => hosting::rights_changed(turn, n).await,
            News::SettingChanged(n, Some(key)) if key == SHOW_NAMES.key => coming::names_changed(turn, n).await,
            News::SettingChanged(..) => Ok(()),
        }
    }

    async fn occasions(
        &self,
        turn: &mut Turn<'_>,
        n: NeighbourhoodId,
        from: Moment,
        to: Moment,
    ) -> Result<Vec<Occasion>> {
        store::between(turn.db(), n, from, to).await
    }

    async fn occasion(&self, turn: &mut Turn<'_>, thing: i64) -> Result<Option<Occasion>> {
        agenda::occasion(turn, ActivityId(thing)).await
    }

    async fn rows(&self, turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Row>> {
        let Page::EmptyAgenda(n) = *page else { return Ok(Vec::new()) };
        let may = turn.allowed(n, Action::Announce).await?;
        let announce = || Row { order: 10, buttons: vec![turn.button("button-organise", announcing::NEW)] };
        Ok(may.then(announce).into_iter().collect())
    }

    async fn resumed(&self, turn: &mut Turn<'_>, data: &str) -> Result<()> {
        self.press(turn, data).await.map(|_| ())
    }

    async fn work(&self, turn: &mut Turn<'_>, thing: i64, kind: &Kind) -> Result<Option<Work>> {
        match *kind {
            Kind::Orphan => hosting::work(turn, ActivityId(thing)).await,
            Kind::Ghost => returning::work(turn, ActivityId(thing)).await,
            _ => Ok(None),
        }
    }

    async fn membership(&self, turn: &mut Turn<'_>, change: MembershipChange) -> Result<()> {
        hosting::membership(turn, change).await
    }

    async fn undelivered(&self, turn: &mut Turn<'_>, person: PersonId, thing: &Thing) -> Result<()> {
        hosting::undelivered(turn, person).await?;
        coming::undelivered(turn, person, ActivityId(thing.id)).await
    }

    async fn link(&self, turn: &mut Turn<'_>, start: &str) -> Result<()> {
        if start.starts_with("p_") { announcing::link(turn, start).await } else { coming::link(turn, start).await }
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match data.split_once(':') {
            Some(("a", tap)) => announcing::press(turn, tap).await,
            Some(("c", tap)) => coming::press(turn, tap).await,
            Some(("h", tap)) => hosting::press(turn, tap).await,
            Some(("r", tap)) => returning::press(turn, tap).await,
            Some(("w", tap)) => company::press(turn, tap).await,
            _ => return Ok(Pressed::Outdated),
        }?;
        Ok(Pressed::Handled)
    }

    fn in_groups(&self, data: &str) -> bool {
        match data.split_once(':') {
            Some(("a", tap)) => announcing::in_groups(tap),
            Some(("c", tap)) => coming::in_groups(tap),
            _ => false,
        }
    }

    /// What the sender goes to and organises.
    async fn mine(&self, turn: &mut Turn<'_>) -> Result<Option<MyThings>> {
        Ok(coming::mine_part(turn).await?.map(|(text, rows)| MyThings { order: 20, text, rows }))
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        match kind.split_once('-') {
            Some(("come", _)) => coming::job(turn, kind, thing).await,
            Some(("host", _)) => hosting::job(turn, kind, thing).await,
            Some(("again", _)) => returning::job(turn, kind, thing).await,
            Some(("draft", _)) => announcing::draft_expired(turn, thing).await,
            Some(("with", _)) => company::job(turn, kind, thing).await,
            _ => Err(Fault::event("a job of a kind that activities do not know")),
        }
    }
}
