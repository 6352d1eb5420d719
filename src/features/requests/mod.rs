//! Help requests: a neighbour asks, others see one card in their group, somebody wants to help, the asker chooses, and both
//! know how to reach each other. It ends as done or as no longer needed, and everybody who waited hears it.

mod after;
mod after_rules;
mod after_taps;
mod ask;
mod board;
mod board_taps;
mod buttons;
mod caller;
mod cards;
mod category;
mod course;
mod dates;
mod draft;
mod media;
mod mine;
mod part;
mod post;
mod renew;
mod respond;
mod rounds;
pub mod rules;
mod safety;
mod said;
mod series;
mod series_help;
mod series_taps;
mod sights;
mod states;
mod store;
mod team;
#[cfg(test)]
mod tests;
mod view;
mod when;

use async_trait::async_trait;
use serde_json::{Map, Value};

use super::worklist::{Kind, Work};
use super::{Command, CommandPlace, Feature, Finish, Offered, Opinion};
use crate::model::{Html, MembershipChange, NeighbourhoodId, PersonId, RequestId, ResponseId, Result, Thing};
use crate::text::Arg;
use crate::turn::{Pressed, Turn, Way, WayOn};

use buttons::Tap;
use draft::Draft;
use renew::RenewAnswers;
use rules::Change;

/// The feature's name.
const NAME: &str = "req";

/// The dialogue in which one asks.
const FLOW_ASK: &str = "vraag";

/// The dialogue in which one says how one can be reached.
const FLOW_REACH: &str = "reach";

/// The dialogue in which one asks again for what lapsed.
const FLOW_RENEW: &str = "renew";

/// The dialogue in which one says how the team can reach one.
const FLOW_REACH_TEAM: &str = "reach-team";

/// The job that throws a draft away.
const DRAFT_JOB: &str = "draft";

/// What waits for an age where words are kept: with their draft's key behind it.
const DRAFT: &str = "draft:";

const VRAAG: &str = include_str!("../../../dialogues/flows/vraag.toml");
const REACH_TEAM: &str = include_str!("../../../dialogues/flows/reach-team.toml");
const REACH: &str = include_str!("../../../dialogues/flows/reach.toml");

const RENEW: &str = include_str!("../../../dialogues/flows/renew.toml");

/// Callback data that begins to ask, for menus of other rooms.
pub const ASK: &str = "req:ask";

/// Callback data that shows what one can help with now, for menus of other rooms.
pub const BOARD: &str = "req:board";

/// What goes on once somebody said that they are 16 or older: the short data of the button that they pressed before.
async fn go_on(turn: &mut Turn<'_>, then: &str) -> Result<()> {
    if let Some(draft) = then.strip_prefix(DRAFT).and_then(|id| id.parse().ok()) {
        return ask::opened_with(turn, draft).await;
    }
    match Tap::read(then) {
        Some(Tap::Ask) => ask::ask_pressed(turn).await,
        Some(Tap::Help(id)) => respond::help(turn, id).await,
        // Nothing else waits for an age.
        _ => Ok(()),
    }
}

/// How somebody can be reached: as they said, or by their @name.
pub use cards::contact_of;
pub use post::gives_away;

/// Asking somebody how they can be reached, for this room and others.
pub use respond::{ReachAnswers, begin_reach_by};

/// Somebody is no moderator of a neighbourhood any more.
pub use team::left as moderator_left;

/// The room.
pub struct Requests;

const COMMANDS: &[Command] = &[
    Command { nl: "vraag", en: "ask", also: &["hulp"], place: CommandPlace::Everywhere },
    Command { nl: "prikbord", en: "board", also: &[], place: CommandPlace::Private },
    Command { nl: "mijn", en: "mine", also: &[], place: CommandPlace::Private },
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

    fn reads(&self, flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        match flow {
            FLOW_REACH | FLOW_REACH_TEAM => ReachAnswers::read(answers).map(|_| ()),
            FLOW_RENEW => RenewAnswers::read(answers).map(|_| ()),
            _ => Draft::of_answers(answers).map(|_| ()),
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
        &["near", "phone", "told", "when"]
    }

    fn ways_on(&self) -> Vec<WayOn> {
        vec![
            WayOn { way: Way::Ask, label: "menu-ask", data: ASK.to_owned() },
            WayOn { way: Way::Help, label: "menu-help", data: BOARD.to_owned() },
        ]
    }

    async fn command(&self, turn: &mut Turn<'_>, name: &str, rest: &str) -> Result<()> {
        match name {
            "mijn" => mine::mine(turn, 0).await,
            "prikbord" => board::board(turn).await,
            _ => ask::command(turn, rest).await,
        }
    }

    async fn link(&self, turn: &mut Turn<'_>, start: &str) -> Result<()> {
        let Some((kind, Ok(id))) = start.split_once('_').map(|(kind, id)| (kind, id.parse::<i64>())) else {
            return view::toast(turn, "link-old", &[]);
        };
        match kind {
            "v" => ask::opened_for(turn, NeighbourhoodId(id)).await,
            "d" => ask::opened_with(turn, id).await,
            "h" => respond::help(turn, RequestId(id)).await,
            _ => mine::more(turn, RequestId(id)).await,
        }
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match Tap::read(data) {
            None => return Ok(Pressed::Outdated),
            Some(Tap::Ask) => ask::ask_pressed(turn).await,
            Some(Tap::Board) => board::board(turn).await,
            Some(Tap::OnBoard(tap)) => board::press(turn, tap).await,
            Some(Tap::Mine(page)) => mine::mine(turn, page).await,
            Some(Tap::Help(id)) => respond::help(turn, id).await,
            Some(Tap::More(id)) => mine::more(turn, id).await,
            Some(Tap::Item(id, page)) => mine::item_pressed(turn, id, page).await,
            Some(Tap::Yes(id, version)) => respond::yes(turn, id, version).await,
            Some(Tap::No(id, version)) => respond::no(turn, id, version).await,
            Some(Tap::Cant(id)) => respond::cant(turn, id).await,
            Some(Tap::Reach(id)) => respond::reach_pressed(turn, id).await,
            Some(Tap::Done(id)) => mine::end(turn, id, Change::Done).await,
            Some(Tap::Withdraw(id)) => mine::end(turn, id, Change::Withdraw).await,
            Some(Tap::Undo(id)) => mine::undo(turn, id).await,
            Some(Tap::StillNeeded(id)) => rounds::still_needed(turn, id).await,
            Some(Tap::Renew(id)) => renew::pressed(turn, id).await,
            Some(Tap::NotNow(id)) => rounds::not_now(turn, id).await,
            Some(Tap::AskNoMore(id)) => rounds::ask_no_more(turn, id).await,
            Some(Tap::Place(id)) => post::place_pressed(turn, id, false).await,
            Some(Tap::OtherTime(id)) => said::other_time(turn, id).await,
            Some(Tap::PlaceAnyway(id)) => post::place_pressed(turn, id, true).await,
            Some(Tap::PlaceFor(id, sight)) => post::place_for_pressed(turn, id, sight).await,
            Some(Tap::Adjust(id)) => post::adjust_pressed(turn, id).await,
            Some(Tap::Drop(id)) => post::drop_pressed(turn, id).await,
            Some(Tap::After(tap)) => after::press(turn, tap).await,
            Some(Tap::Series(tap)) => series::press(turn, tap).await,
            Some(Tap::Team(tap)) => team::press(turn, tap).await,
        }?;
        Ok(Pressed::Handled)
    }

    fn in_groups(&self, data: &str) -> bool {
        Tap::read(data).is_some_and(Tap::in_groups)
    }

    async fn contact_ended(&self, turn: &mut Turn<'_>, other: PersonId) -> Result<Vec<Html>> {
        let reopened = part::part(turn, other).await?;
        Ok(reopened.iter().map(|title| turn.say("apart-open", &[("title", Arg::Words(title))])).collect())
    }

    async fn counterpart(&self, turn: &mut Turn<'_>, response: ResponseId) -> Result<Option<PersonId>> {
        let me = turn.who()?;
        part::other_of(turn, me.id, response).await
    }

    async fn resumed(&self, turn: &mut Turn<'_>, data: &str) -> Result<()> {
        go_on(turn, data).await
    }

    async fn work(&self, turn: &mut Turn<'_>, thing: i64, kind: &Kind) -> Result<Option<Work>> {
        team::work(turn, RequestId(thing), *kind).await
    }

    async fn assigned(&self, turn: &mut Turn<'_>, thing: i64, who: Option<PersonId>) -> Result<()> {
        team::worker(turn, RequestId(thing), who).await
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        match kind {
            after::ASK_JOB => after::ask_due(turn, RequestId(thing)).await,
            after::WAIT_JOB => after::wait_over(turn, RequestId(thing)).await,
            media::FORGET => media::forget(turn, RequestId(thing)).await,
            DRAFT_JOB => post::draft_expired(turn, thing).await,
            rounds::COURSE => rounds::due(turn, RequestId(thing)).await,
            rounds::CHOOSE => rounds::choose(turn, RequestId(thing)).await,
            _ => Err(crate::model::Fault::event("a job of a kind that requests do not know")),
        }
    }

    async fn membership(&self, turn: &mut Turn<'_>, change: MembershipChange) -> Result<()> {
        if change == MembershipChange::Out && !turn.in_private() {
            rounds::groups_changed(turn).await?;
        }
        Ok(())
    }

    async fn undelivered(&self, turn: &mut Turn<'_>, person: PersonId, thing: &Thing) -> Result<()> {
        let person = turn.person(person).await?;
        respond::undelivered(turn, &person, RequestId(thing.id)).await
    }

    async fn card_lost(&self, turn: &mut Turn<'_>, thing: &Thing) -> Result<()> {
        respond::card_lost(turn, RequestId(thing.id)).await
    }

    async fn choices(&self, turn: &mut Turn<'_>, name: &str, answers: &Map<String, Value>) -> Result<Vec<Offered>> {
        match name {
            "sights" => sights::offered(turn, answers).await,
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
    ) -> Result<Opinion> {
        match name {
            "phone" => Ok(caller::look_at_phone(turn, answer)),
            "told" => Ok(caller::look_at_told(turn, answer)),
            "when" => Ok(said::look_at(turn, answer)),
            _ => sights::look_at(turn, answer, answers).await,
        }
    }

    async fn finish(&self, turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        let unreadable = |what| crate::model::Fault::event(format!("answers of {flow} can't be read: {what}"));
        if flow == FLOW_REACH {
            let answers = ReachAnswers::read(&answers).map_err(|_| unreadable("reach"))?;
            return respond::finish_reach(turn, answers).await;
        }
        if flow == FLOW_RENEW {
            let answers = RenewAnswers::read(&answers).map_err(|_| unreadable("renew"))?;
            return renew::finish(turn, answers).await;
        }
        if flow == FLOW_REACH_TEAM {
            let answers = ReachAnswers::read(&answers).map_err(|_| unreadable("reach-team"))?;
            return team::reached(turn, answers).await;
        }
        let draft = Draft::of_answers(&answers).map_err(|_| unreadable("draft"))?;
        post::finish(turn, draft).await
    }
}
