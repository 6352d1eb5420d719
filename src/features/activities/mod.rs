//! Activities where people meet: an organiser announces one, others see one card in their group and say with one tap that
//! they come. Who finds it full waits for a place; everybody is reminded, told of changes, and nobody stands before a closed door.
//!
//! Below: `model` (types), `buttons` (what buttons carry), `jobs`, `store` (SQL), `show` (how it answers), `access` (who may),
//! `people` (who comes, as people), `screens` (drawing), `times`, `tell` and `news` (when and how those whom it concerns hear
//! something). Above, each importing only those before it: `going_together` (who would rather not come alone), `attendance`
//! ([Ik kom]: who comes, who waits), `lifecycle` (made, planned, cancelled), `recurring` (what comes back), `announcing` (the
//! dialogue and the one line), `hosting` (what the organiser does, reminders, looking back).

mod access;
mod announcing;
mod attendance;
mod buttons;
mod going_together;
mod hosting;
mod jobs;
mod lifecycle;
mod model;
mod news;
mod people;
mod recurring;
pub mod rules;
#[cfg(test)]
mod scene;
mod screens;
mod show;
mod store;
mod tell;
mod times;

use async_trait::async_trait;
use serde_json::{Map, Value};

use crate::model::{
    ActivityId, Content, Fault, Html, MembershipChange, Moment, NeighbourhoodId, PersonId, Result, Thing,
};
use crate::turn::{
    ANNOUNCE_OPENLY, Action, CheckResult, ChoiceOption, Codes, Command, CommandPlace, Feature, Finish, JobCodes,
    MyThings, News, Occasion, Page, Pressed, Reason, Row, Switch, Turn, WorkItem,
};
use buttons::{ActivityButton, AnnouncingButton};
use jobs::Job;
use model::{LINK, NAME, SHOW_NAMES};

pub use lifecycle::make;
pub use model::kinds::{kinds, name as kind_name};
pub use model::{Access, Activity, NewActivity as New, What};
pub use recurring::begin as make_series;

/// Its dialogues.
const FLOWS: &[&str] = &[
    announcing::FLOW_TOML,
    hosting::FLOWS[0],
    hosting::FLOWS[1],
    hosting::FLOWS[2],
    hosting::FLOWS[3],
    going_together::FLOW,
];

/// The feature.
pub struct Activities;

#[async_trait]
impl Feature for Activities {
    fn name(&self) -> &'static str {
        NAME
    }

    fn links(&self) -> &'static [&'static str] {
        &[LINK, announcing::LINK]
    }

    fn commands(&self) -> &'static [Command] {
        &[Command { nl: "activiteit", en: "activity", also: &[], place: CommandPlace::Everywhere, help: 27 }]
    }

    async fn command(&self, turn: &mut Turn<'_>, _name: &str, rest: &str) -> Result<()> {
        announcing::command(turn, rest).await
    }

    fn flows(&self) -> &'static [&'static str] {
        FLOWS
    }

    fn validate_answers(&self, flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        match flow {
            announcing::FLOW => announcing::validate_answers(answers),
            going_together::FLOW_REACH => going_together::validate_answers(answers),
            _ => hosting::validate_answers(flow, answers),
        }
    }

    fn samples(&self, name: &str) -> Option<&'static [&'static str]> {
        if name == hosting::PLACES { Some(&["Buurthuis"]) } else { announcing::samples(name) }
    }

    fn checks(&self) -> &'static [&'static str] {
        &["ahead", announcing::TIME, announcing::SEATS]
    }

    async fn choices(
        &self,
        turn: &mut Turn<'_>,
        name: &str,
        answers: &Map<String, Value>,
    ) -> Result<Vec<ChoiceOption>> {
        match name {
            hosting::PLACES => hosting::places(turn, answers).await,
            _ => announcing::choices(turn, name, answers).await,
        }
    }

    async fn check(
        &self,
        turn: &mut Turn<'_>,
        name: &str,
        answer: Value,
        _answers: &Map<String, Value>,
    ) -> Result<CheckResult> {
        Ok(match name {
            announcing::TIME | announcing::SEATS => announcing::check(turn, name, answer),
            _ => hosting::check_time(turn, answer),
        })
    }

    async fn finish(&self, turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        match flow {
            announcing::FLOW => announcing::finish(turn, &answers).await,
            going_together::FLOW_REACH => going_together::finish(turn, &answers).await,
            _ if hosting::owns(flow) => hosting::finish(turn, flow, answers).await,
            _ => Err(Fault::event("a dialogue that activities do not know")),
        }
    }

    fn reasons(&self) -> &'static [Reason] {
        &[lifecycle::ORPHAN, recurring::GHOST]
    }

    async fn work(&self, turn: &mut Turn<'_>, thing: i64, reason: &Reason) -> Result<Option<WorkItem>> {
        match *reason {
            lifecycle::ORPHAN => lifecycle::work(turn, ActivityId(thing)).await,
            recurring::GHOST => recurring::work(turn, ActivityId(thing)).await,
            _ => Ok(None),
        }
    }

    async fn membership(&self, turn: &mut Turn<'_>, change: MembershipChange) -> Result<()> {
        let Some(who) = turn.sender().filter(|_| turn.in_private()) else { return Ok(()) };
        match change {
            MembershipChange::Out => lifecycle::unreachable(turn, who.id).await,
            MembershipChange::In { .. } => lifecycle::reachable_again(turn, who.id).await,
            MembershipChange::Rights { .. } => Ok(()),
        }
    }

    async fn undelivered(&self, turn: &mut Turn<'_>, person: PersonId, thing: &Thing) -> Result<()> {
        lifecycle::unreachable(turn, person).await?;
        attendance::undelivered(turn, person, ActivityId(thing.id)).await
    }

    async fn link(&self, turn: &mut Turn<'_>, start: &str) -> Result<()> {
        if start.starts_with(announcing::LINK) {
            announcing::link(turn, start).await
        } else {
            attendance::link(turn, start).await
        }
    }

    async fn replied_to_card(&self, turn: &mut Turn<'_>, thing: i64) -> Result<Option<Content>> {
        attendance::wish(turn, ActivityId(thing)).await
    }

    fn codes(&self) -> Codes {
        Codes::of::<ActivityButton>()
    }

    fn card_of(&self, data: &str) -> Option<Thing> {
        match ActivityButton::read(data)? {
            ActivityButton::Attendance(tap) => attendance::card_of(tap),
            _ => None,
        }
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match ActivityButton::read(data) {
            Some(ActivityButton::Announcing(tap)) => announcing::press(turn, tap).await?,
            Some(ActivityButton::Attendance(tap)) => attendance::press(turn, tap).await?,
            Some(ActivityButton::Hosting(tap)) => hosting::press(turn, tap).await?,
            Some(ActivityButton::Recurring(tap)) => recurring::press(turn, tap).await?,
            Some(ActivityButton::Together(tap)) => going_together::press(turn, tap).await?,
            None => return Ok(Pressed::Outdated),
        }
        Ok(Pressed::Handled)
    }

    async fn resumed(&self, turn: &mut Turn<'_>, data: &str) -> Result<()> {
        self.press(turn, data).await.map(|_| ())
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        let job = Job::of_word(kind).ok_or_else(|| Fault::event("a job of a kind that activities do not know"))?;
        match job {
            Job::TellPlace | Job::RemindPlace | Job::PassPlace => attendance::job(turn, job, thing).await,
            Job::RemindDayBefore | Job::RemindShortly | Job::Over | Job::AskCount => {
                hosting::job(turn, job, ActivityId(thing)).await
            }
            Job::MakeDates | Job::AskAboutDate => recurring::job(turn, job, thing).await,
            Job::DropDraft => announcing::draft_expired(turn, thing).await,
            Job::LookForCompany => going_together::look(turn, thing).await,
        }
    }

    async fn card_lost(&self, turn: &mut Turn<'_>, thing: &Thing, stood: bool) -> Result<()> {
        let text = if stood { "activity-card-gone" } else { "activity-card-never" };
        tell::organiser_of_card(turn, ActivityId(thing.id), text).await
    }

    async fn card_waits(&self, turn: &mut Turn<'_>, thing: &Thing) -> Result<()> {
        tell::organiser_of_card(turn, ActivityId(thing.id), "activity-card-waits").await
    }

    async fn card_stands(&self, turn: &mut Turn<'_>, thing: &Thing) -> Result<()> {
        tell::organiser_of_card(turn, ActivityId(thing.id), "activity-card-stands").await
    }

    async fn mine(&self, turn: &mut Turn<'_>, page: u32) -> Result<Option<MyThings>> {
        attendance::mine(turn, page).await
    }

    fn switches(&self) -> &'static [Switch] {
        &[ANNOUNCE_OPENLY, SHOW_NAMES]
    }

    async fn heard(&self, turn: &mut Turn<'_>, news: News) -> Result<()> {
        match news {
            News::RoleChanged(_, n) => lifecycle::rights_changed(turn, n).await,
            News::SettingChanged(n, Some(key)) if key == ANNOUNCE_OPENLY.key => {
                lifecycle::rights_changed(turn, n).await
            }
            News::SettingChanged(n, Some(key)) if key == SHOW_NAMES.key => attendance::names_changed(turn, n).await,
            News::Left(person, n) => {
                attendance::left(turn, person, n).await?;
                lifecycle::rights_changed(turn, n).await
            }
            News::MayNotHelp(..) | News::SettingChanged(..) => Ok(()),
        }
    }

    async fn occasions(
        &self,
        turn: &mut Turn<'_>,
        n: NeighbourhoodId,
        from: Moment,
        to: Moment,
    ) -> Result<Vec<Occasion>> {
        store::occasions(turn.db(), n, from, to).await
    }

    async fn occasion(&self, turn: &mut Turn<'_>, thing: i64) -> Result<Option<Occasion>> {
        store::occasion(turn.db(), ActivityId(thing)).await
    }

    async fn rows(&self, turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Row>> {
        let Page::EmptyAgenda(n) = *page else { return Ok(Vec::new()) };
        let may = turn.allowed(n, Action::Announce).await?;
        let announce =
            || Row { order: 10, buttons: vec![turn.button("button-organise", AnnouncingButton::New.data())] };
        Ok(may.then(announce).into_iter().collect())
    }

    async fn contact_ended(&self, turn: &mut Turn<'_>, other: PersonId) -> Result<Vec<Html>> {
        going_together::contact_ended(turn, other).await
    }

    async fn render(&self, turn: &mut Turn<'_>, thing: i64) -> Result<()> {
        screens::refresh::cards(turn, ActivityId(thing)).await
    }
}
