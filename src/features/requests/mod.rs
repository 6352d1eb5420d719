//! Help requests: a neighbour asks, others see one card in their group, somebody wants to help, the asker chooses, and both
//! know how to reach each other. It ends as done or as no longer needed, and everybody who waited hears it.

mod access;
mod afterwards;
mod ask;
mod audience;
mod board;
mod buttons;
mod caller;
mod candidates;
mod choice;
mod delivery;
mod drafts;
mod end_contact;
mod ending;
mod left;
mod load;
mod media;
mod model;
mod names;
mod own;
mod post;
mod reach;
mod renew;
mod respond;
mod screens;
mod search;
mod search_jobs;
mod series;
mod series_offer;
mod store;
mod suggest;
mod team;
mod tell;
#[cfg(test)]
mod tests;
mod time_from_text;
mod transitions;

use async_trait::async_trait;
use serde_json::{Map, Value};

use super::contact;
use crate::model::{Content, Fault, Html, MembershipChange, PersonId, RequestId, ResponseId, Result, Thing};
use crate::screen::{self, toast};
use crate::text::Arg;
use crate::turn::{
    CheckResult, ChoiceOption, Codes, Command, CommandPlace, Feature, Finish, JobCodes, MyThings, News, Page, Pressed,
    Reason, Row, Turn, Way, WayOn, WorkItem,
};

use buttons::RequestButton;
use model::draft::RequestDraft;
use model::reasons;
use model::rules::Change;
use names::{FLOW_REACH, FLOW_REACH_TEAM, FLOW_RENEW, Job, NAME};
use renew::RenewAnswers;

pub use model::rules;

const VRAAG: &str = include_str!("../../../dialogues/flows/vraag.toml");
const REACH_TEAM: &str = include_str!("../../../dialogues/flows/reach-team.toml");
const REACH: &str = include_str!("../../../dialogues/flows/reach.toml");

const RENEW: &str = include_str!("../../../dialogues/flows/renew.toml");

/// The room.
pub struct Requests;

const COMMANDS: &[Command] = &[
    Command { nl: "vraag", en: "ask", also: &["hulp"], place: CommandPlace::Everywhere, help: 10 },
    Command { nl: "prikbord", en: "board", also: &[], place: CommandPlace::Private, help: 20 },
];

#[async_trait]
impl Feature for Requests {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn links(&self) -> &'static [&'static str] {
        &["v_", "d_", "h_", "m_", "r_"]
    }

    fn flows(&self) -> &'static [&'static str] {
        &[VRAAG, REACH, REACH_TEAM, RENEW]
    }

    fn validate_answers(&self, flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        match flow {
            FLOW_REACH | FLOW_REACH_TEAM => contact::Answers::read(answers).map(|_| ()),
            FLOW_RENEW => RenewAnswers::read(answers).map(|_| ()),
            _ => RequestDraft::of_answers(answers).map(|_| ()),
        }
    }

    fn samples(&self, name: &str) -> Option<&'static [&'static str]> {
        match name {
            "neighbourhoods" => Some(&["1"]),
            "sights" => Some(&["group", "quiet", "met", "team"]),
            "weekdays" => Some(&["0", "6"]),
            "whose" => Some(&["mine", "caller"]),
            _ => None,
        }
    }

    fn checks(&self) -> &'static [&'static str] {
        &["category", "knows", "near", "phone", "told", "when"]
    }

    fn ways_on(&self) -> Vec<WayOn> {
        vec![
            WayOn { way: Way::Ask, label: "menu-ask", data: RequestButton::Ask.data() },
            WayOn { way: Way::Help, label: "menu-help", data: RequestButton::Board.data() },
        ]
    }

    async fn rows(&self, turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Row>> {
        let Page::Lonely(_) = page else { return Ok(Vec::new()) };
        Ok(vec![Row { order: 10, buttons: vec![turn.button("distress-company", RequestButton::AskCompany.data())] }])
    }

    async fn command(&self, turn: &mut Turn<'_>, name: &str, rest: &str) -> Result<()> {
        match name {
            "prikbord" => board::board(turn).await,
            _ => ask::command(turn, rest).await,
        }
    }

    async fn replied_to_card(&self, turn: &mut Turn<'_>, thing: i64) -> Result<Option<Content>> {
        respond::wish(turn, RequestId(thing)).await
    }

    async fn suggest(&self, turn: &mut Turn<'_>, words: &str) -> Result<Option<Content>> {
        suggest::suggest(turn, words).await
    }

    async fn link(&self, turn: &mut Turn<'_>, start: &str) -> Result<()> {
        if let Some(key) = start.strip_prefix("v_") {
            return match screen::linked_neighbourhood(turn, key).await? {
                Some(n) => ask::opened_for(turn, n).await,
                None => Ok(()),
            };
        }
        let Some((kind, Ok(id))) = start.split_once('_').map(|(kind, id)| (kind, id.parse::<i64>())) else {
            return toast(turn, "link-old", &[]);
        };
        match kind {
            "d" => ask::opened_with(turn, id).await,
            "h" => respond::help(turn, RequestId(id)).await,
            _ => own::more(turn, RequestId(id)).await,
        }
    }

    fn card_of(&self, data: &str) -> Option<Thing> {
        match RequestButton::read(data)? {
            RequestButton::Help(id) | RequestButton::More(id) => Some(load::thing(id)),
            _ => None,
        }
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match RequestButton::read(data) {
            // `mine` answers the second.
            None | Some(RequestButton::Mine(_)) => return Ok(Pressed::Outdated),
            Some(RequestButton::Ask) => ask::ask_pressed(turn).await,
            Some(RequestButton::AskCompany) => ask::company(turn).await,
            Some(RequestButton::Board) => board::board(turn).await,
            Some(RequestButton::OnBoard(tap)) => board::press(turn, tap).await,
            Some(RequestButton::Help(id)) => respond::help(turn, id).await,
            Some(RequestButton::More(id)) => own::more(turn, id).await,
            Some(RequestButton::Item(id, page)) => own::item_pressed(turn, id, page).await,
            Some(RequestButton::Yes(id, version)) => choice::yes(turn, id, version, false).await,
            Some(RequestButton::No(id, version)) => choice::no(turn, id, version, false).await,
            Some(RequestButton::Cant(id)) => respond::cant(turn, id).await,
            Some(RequestButton::Reach(id)) => reach::reach_pressed(turn, id).await,
            Some(RequestButton::Done(id)) => ending::end(turn, id, Change::Done).await,
            Some(RequestButton::Withdraw(id)) => ending::end(turn, id, Change::Withdraw).await,
            Some(RequestButton::Undo(id)) => ending::undo(turn, id).await,
            Some(RequestButton::StillNeeded(id)) => search::still_needed(turn, id).await,
            Some(RequestButton::Renew(id)) => renew::pressed(turn, id).await,
            Some(RequestButton::NotNow(id)) => search::not_now(turn, id).await,
            Some(RequestButton::AskNoMore(id)) => search::ask_no_more(turn, id).await,
            Some(RequestButton::Place(id)) => post::place_pressed(turn, id, false).await,
            Some(RequestButton::OtherTime(id)) => drafts::other_time(turn, id).await,
            Some(RequestButton::PlaceAnyway(id)) => post::place_pressed(turn, id, true).await,
            Some(RequestButton::PlaceFor(id, audience)) => post::place_for_pressed(turn, id, audience).await,
            Some(RequestButton::Adjust(id)) => post::adjust_pressed(turn, id).await,
            Some(RequestButton::Resume(id)) => {
                turn.close_pressed();
                ask::opened_with(turn, id).await
            }
            Some(RequestButton::Drop(id)) => post::drop_pressed(turn, id).await,
            Some(RequestButton::NotThis(id)) => suggest::refused(turn, id).await,
            Some(RequestButton::After(tap)) => afterwards::press(turn, tap).await,
            Some(RequestButton::Series(tap)) => series::press(turn, tap).await,
            Some(RequestButton::Team(tap)) => team::acts::press(turn, tap).await,
        }?;
        Ok(Pressed::Handled)
    }

    fn codes(&self) -> Codes {
        Codes::of::<RequestButton>()
    }

    fn reasons(&self) -> &'static [Reason] {
        reasons::ALL
    }

    async fn heard(&self, turn: &mut Turn<'_>, news: News) -> Result<()> {
        match news {
            News::RoleChanged(person, n) => team::assignee::role_lost(turn, person, n).await,
            News::Left(person, n) => left::left(turn, person, n).await,
            News::MayNotHelp(person, n) => left::may_not_help(turn, person, n).await,
            News::SettingChanged(..) => Ok(()),
        }
    }

    async fn contact_ended(&self, turn: &mut Turn<'_>, other: PersonId) -> Result<Vec<Html>> {
        let reopened = end_contact::end_contact(turn, other).await?;
        Ok(reopened.iter().map(|title| turn.say("apart-open", &[("title", Arg::Words(title))])).collect())
    }

    async fn counterpart(&self, turn: &mut Turn<'_>, response: ResponseId) -> Result<Option<PersonId>> {
        let me = turn.who()?;
        end_contact::other_of(turn, me.id, response).await
    }

    async fn show_response(&self, turn: &mut Turn<'_>, response: ResponseId) -> Result<()> {
        match store::response(turn.db(), response).await? {
            Some(s) => screens::view::show_item(turn, s.request, None).await,
            None => Ok(()),
        }
    }

    /// What waits for an age: a wish to ask or to help, or a draft.
    async fn resumed(&self, turn: &mut Turn<'_>, data: &str) -> Result<()> {
        match RequestButton::read(data) {
            Some(RequestButton::Ask) => ask::ask_pressed(turn).await,
            Some(RequestButton::Help(id)) => respond::help(turn, id).await,
            Some(RequestButton::Resume(draft)) => ask::opened_with(turn, draft).await,
            _ => Ok(()),
        }
    }

    async fn render(&self, turn: &mut Turn<'_>, thing: i64) -> Result<()> {
        screens::view::render(turn, RequestId(thing)).await
    }

    async fn mine(&self, turn: &mut Turn<'_>, page: u32) -> Result<Option<MyThings>> {
        own::mine(turn, page).await.map(Some)
    }

    async fn work(&self, turn: &mut Turn<'_>, thing: i64, reason: &Reason) -> Result<Option<WorkItem>> {
        team::work::work(turn, RequestId(thing), reason).await
    }

    async fn assigned(&self, turn: &mut Turn<'_>, thing: i64, who: Option<PersonId>) -> Result<()> {
        team::assignee::assignee_changed(turn, RequestId(thing), who).await
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        let request = RequestId(thing);
        match Job::of_word(kind) {
            Some(Job::AskHowItWent) => afterwards::ask_due(turn, request).await,
            Some(Job::EndWait) => afterwards::wait_over(turn, request).await,
            Some(Job::Forget) => media::forget(turn, request).await,
            Some(Job::DropDraft) => drafts::draft_expired(turn, thing).await,
            Some(Job::Search) => search::take_step(turn, request).await,
            Some(Job::RemindToChoose) => search::remind_to_choose(turn, request).await,
            None => Err(Fault::event("a job of a kind that requests do not know")),
        }
    }

    async fn membership(&self, turn: &mut Turn<'_>, change: MembershipChange) -> Result<()> {
        if change == MembershipChange::Out && !turn.in_private() {
            search::groups_changed(turn).await?;
        }
        Ok(())
    }

    async fn undelivered(&self, turn: &mut Turn<'_>, person: PersonId, thing: &Thing) -> Result<()> {
        let person = turn.person(person).await?;
        delivery::undelivered(turn, &person, RequestId(thing.id)).await
    }

    async fn card_lost(&self, turn: &mut Turn<'_>, thing: &Thing, stood: bool) -> Result<()> {
        delivery::card_lost(turn, RequestId(thing.id), stood).await
    }

    async fn card_waits(&self, turn: &mut Turn<'_>, thing: &Thing) -> Result<()> {
        delivery::card_waits(turn, RequestId(thing.id)).await
    }

    async fn card_stands(&self, turn: &mut Turn<'_>, thing: &Thing) -> Result<()> {
        delivery::card_stands(turn, RequestId(thing.id)).await
    }

    async fn choices(
        &self,
        turn: &mut Turn<'_>,
        name: &str,
        answers: &Map<String, Value>,
    ) -> Result<Vec<ChoiceOption>> {
        match name {
            "sights" => audience::offered(turn, answers).await,
            "weekdays" => Ok(ask::weekdays(turn, answers)),
            "whose" => caller::offered(turn, answers).await,
            _ => ask::neighbourhoods(turn).await,
        }
    }

    async fn check(
        &self,
        turn: &mut Turn<'_>,
        name: &str,
        answer: Value,
        answers: &Map<String, Value>,
    ) -> Result<CheckResult> {
        match name {
            "phone" => Ok(caller::check_phone(turn, answer)),
            "told" => Ok(caller::check_told(turn, answer)),
            "when" => Ok(time_from_text::check(turn, answer)),
            "knows" => Ok(audience::check_knows(answer)),
            "category" => audience::check_category(turn, answer, answers).await,
            _ => audience::check(turn, answer, answers).await,
        }
    }

    async fn finish(&self, turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        let unreadable = |_| Fault::event(format!("answers of {flow} can't be read"));
        let contact = || contact::Answers::read(&answers).map_err(unreadable);
        match flow {
            FLOW_REACH => reach::finish_reach(turn, contact()?).await,
            FLOW_REACH_TEAM => team::acts::reached(turn, contact()?).await,
            FLOW_RENEW => renew::finish(turn, RenewAnswers::read(&answers).map_err(unreadable)?).await,
            _ => post::finish(turn, RequestDraft::of_answers(&answers).map_err(unreadable)?).await,
        }
    }
}
