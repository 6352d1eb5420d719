//! Activities where people meet: an organiser announces one, others see one card in their group and say with one tap that
//! they come. Who finds it full waits for a place; everybody is reminded, told of changes, and nobody stands before a closed door.
//!
//! Below: `model` (types), `buttons` (what buttons carry), `store` (SQL), `show` (how it answers), `access` (who may), `people` (who
//! comes, as people), `screens` (drawing), `times`, `tell` and `news` (when and how those whom it concerns hear something).
//! Above, each importing only those before it: `going_together` (who would rather not come alone), `attendance` ([Ik kom]: who comes,
//! who waits), `lifecycle` (made, planned, cancelled), `recurring` (what comes back), `announcing` (the dialogue and the one line),
//! `hosting` (what the organiser does, reminders, looking back).

mod access;
mod announcing;
mod attendance;
mod buttons;
mod going_together;
mod hosting;
mod lifecycle;
mod model;
mod news;
mod people;
mod recurring;
mod screens;
mod show;
mod store;
mod tell;
mod times;

use async_trait::async_trait;
use serde_json::{Map, Value};

use super::worklist::{Kind, Work};
use super::{Command, CommandPlace, Feature, Finish, Offered, Opinion};
use crate::model::{ActivityId, Button, Fault, MembershipChange, Moment, NeighbourhoodId, PersonId, Result, Thing};
use crate::turn::Turn;
use buttons::AttendanceTap;
use model::{LINK, NAME};

pub use attendance::{mine_part as mine, names_changed};
pub use lifecycle::{make, rights_changed};
pub use model::kinds::{kinds, name as kind_name};
pub use model::{Access, Activity, NewActivity as New, Shown, State, What};
pub use recurring::begin as make_series;

/// What begins the data of a button of this room, where it waits for somebody's age.
pub const WISH: &str = "act:";

/// What goes on once somebody said that they are 16 or older: the button that they pressed before, without [`WISH`].
pub async fn go_on(turn: &mut Turn<'_>, tap: &str) -> Result<()> {
    Activities.press(turn, tap).await
}

/// Its dialogues.
const FLOWS: &[&str] = &[
    announcing::FLOW_TOML,
    hosting::FLOWS[0],
    hosting::FLOWS[1],
    hosting::FLOWS[2],
    hosting::FLOWS[3],
    going_together::FLOW,
];

/// Callback data that begins to announce something, for menus of other rooms.
pub const ANNOUNCE: &str = announcing::NEW;

/// The room.
pub struct Activities;

#[async_trait]
impl Feature for Activities {
    fn name(&self) -> &'static str {
        NAME
    }

    fn links(&self) -> &'static [&'static str] {
        &[LINK, "p_"]
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
            going_together::FLOW_REACH => going_together::reads(answers),
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
        if flow == going_together::FLOW_REACH {
            return going_together::finish(turn, &answers).await;
        }
        if flow == announcing::FLOW {
            return announcing::finish(turn, &answers).await;
        }
        Err(Fault::event("a dialogue that activities do not know"))
    }

    async fn work(&self, turn: &mut Turn<'_>, thing: i64, kind: Kind) -> Result<Option<Work>> {
        match kind {
            Kind::Orphan => lifecycle::work(turn, ActivityId(thing)).await,
            Kind::Ghost => recurring::work(turn, ActivityId(thing)).await,
            _ => Ok(None),
        }
    }

    async fn membership(&self, turn: &mut Turn<'_>, change: MembershipChange) -> Result<()> {
        hosting::membership(turn, change).await
    }

    async fn undelivered(&self, turn: &mut Turn<'_>, person: PersonId, thing: &Thing) -> Result<()> {
        lifecycle::unreachable(turn, person).await?;
        attendance::undelivered(turn, person, ActivityId(thing.id)).await
    }

    async fn link(&self, turn: &mut Turn<'_>, start: &str) -> Result<()> {
        if start.starts_with("p_") { announcing::link(turn, start).await } else { attendance::link(turn, start).await }
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<()> {
        match data.split_once(':') {
            Some(("a", tap)) => announcing::press(turn, tap).await,
            Some(("c", tap)) => attendance::press(turn, tap).await,
            Some(("h", tap)) => hosting::press(turn, tap).await,
            Some(("r", tap)) => recurring::press(turn, tap).await,
            Some(("w", tap)) => going_together::press(turn, tap).await,
            _ => show::outdated(turn),
        }
    }

    fn in_groups(&self, data: &str) -> bool {
        match data.split_once(':') {
            Some(("a", tap)) => announcing::in_groups(tap),
            Some(("c", tap)) => attendance::in_groups(tap),
            _ => false,
        }
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        match kind.split_once('-') {
            Some(("come", _)) => attendance::job(turn, kind, thing).await,
            Some(("host", _)) => hosting::job(turn, kind, thing).await,
            Some(("again", _)) => recurring::job(turn, kind, thing).await,
            Some(("draft", _)) => announcing::draft_expired(turn, thing).await,
            Some(("with", _)) => going_together::job(turn, kind, thing).await,
            _ => Err(Fault::event("a job of a kind that activities do not know")),
        }
    }
}

/// A button that shows an activity in private.
pub fn show_button(label: String, id: ActivityId) -> Button {
    Button::press(label, AttendanceTap::More(id).data())
}

/// The start parameter of a link that shows an activity in private.
pub fn start(id: ActivityId) -> String {
    format!("{LINK}{id}")
}

/// What is not over at `from` and begins before `to`, in order of time: planned and cancelled, not what has been.
pub async fn agenda(turn: &mut Turn<'_>, n: NeighbourhoodId, from: Moment, to: Moment) -> Result<Vec<Shown>> {
    store::between(turn.db(), n, from, to).await
}

/// One activity as others may see it; `None` if there is none of this key.
pub async fn shown(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Shown>> {
    store::shown(turn.db(), id).await
}
