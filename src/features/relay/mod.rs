//! A question to the team, through Stoep: a resident asks, one of the team answers, and neither gets the other's contact.
//!
//! Before the first word stands what holds: who sees it, how long it is kept, and that [Niet oké] lets somebody else of the team
//! read it. One answers by button, by replying to a message, or, as the resident, by just writing.

mod buttons;
mod object;
mod store;
mod talk;

use async_trait::async_trait;
use serde_json::{Map, Value};

use crate::dialogue::Words;
use crate::model::{Attachment, Button, Fault, NeighbourhoodId, PersonId, Result, Thing};
use crate::screen::the_team;
use crate::text::{Arg, clip};
use crate::turn::{Codes, Feature, Finish, JobCodes, News, Page, Pressed, Reason, Row, Turn, WorkItem};

use buttons::{Job, RelayButton};

const NAME: &str = "rel";

/// A question waits for an answer.
const QUESTION: Reason = Reason::plain("question");
/// Somebody said that a conversation is not all right.
const UNPLEASANT: Reason = Reason { sticky: true, lasting: true, about_people: true, ..Reason::plain("unpleasant") };

const FLOW_ASK: &str = "relay-ask";
const FLOW_ANSWER: &str = "relay-answer";

/// The feature. Before `help` in the register: who is in a conversation with the team writes to the team.
pub struct Relays;

#[async_trait]
impl Feature for Relays {
    fn name(&self) -> &'static str {
        NAME
    }

    fn flows(&self) -> &'static [&'static str] {
        &[
            include_str!("../../../dialogues/flows/relay-ask.toml"),
            include_str!("../../../dialogues/flows/relay-answer.toml"),
        ]
    }

    fn validate_answers(&self, flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        read(flow, answers).map(|_| ())
    }

    fn codes(&self) -> Codes {
        Codes::of::<RelayButton>()
    }

    fn reasons(&self) -> &'static [Reason] {
        &[QUESTION, UNPLEASANT]
    }

    /// [Stel een vraag], and [Alleen het wijkteam] for who is in distress.
    async fn rows(&self, turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Row>> {
        let button = match page {
            Page::Team(n) => turn.button("relay-ask", RelayButton::Ask(*n).data()),
            Page::Alone(n) => {
                let neighbourhood = turn.neighbourhood(*n).await?;
                let team = the_team(turn.language(), &neighbourhood);
                let label = turn.label("relay-alone", &[("team", Arg::Words(&clip(&team, 40)))]);
                Button::press(label, RelayButton::Ask(*n).data())
            }
            _ => return Ok(Vec::new()),
        };
        Ok(vec![Row { order: 10, buttons: vec![button] }])
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        let Some(tap) = RelayButton::read(data) else { return Ok(Pressed::Outdated) };
        match tap {
            RelayButton::Ask(n) => talk::ask(turn, n).await,
            RelayButton::Answer(id) => talk::answer_pressed(turn, id).await,
            RelayButton::Finish(id) => talk::finish_pressed(turn, id).await,
            RelayButton::FinishNow(id) => talk::finished(turn, id).await,
            RelayButton::Object(id) => object::pressed(turn, id).await,
            RelayButton::ObjectNow(id) => object::confirmed(turn, id).await,
            RelayButton::Never => object::never(turn),
            RelayButton::Open(id) => object::open(turn, id).await,
            RelayButton::Earlier(id) => object::open_earlier(turn, id).await,
            RelayButton::Settle(id) => object::settle(turn, id).await,
        }?;
        Ok(Pressed::Handled)
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        match Job::of_word(kind) {
            Some(Job::Wait) => talk::waited(turn, thing).await,
            Some(Job::Quiet) => talk::fell_silent(turn, thing).await,
            Some(Job::Drop) => talk::forget(turn, thing).await,
            None => Ok(()),
        }
    }

    async fn heard(&self, turn: &mut Turn<'_>, news: News) -> Result<()> {
        match news {
            News::RoleChanged(person, n) => talk::role_changed(turn, person, n).await,
            News::Left(person, n) => talk::left(turn, person, n).await,
            News::SettingChanged(..) | News::MayNotHelp(..) => Ok(()),
        }
    }

    async fn undelivered(&self, turn: &mut Turn<'_>, person: PersonId, thing: &Thing) -> Result<()> {
        talk::undelivered(turn, person, thing.id).await
    }

    async fn finish(&self, turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        let (key, words) = read(flow, &answers).map_err(|_| Fault::event("answers of a relay can't be read"))?;
        if flow == FLOW_ASK {
            talk::asked(turn, NeighbourhoodId(key), &words).await?;
        } else {
            talk::go_on(turn, key, &words).await?;
        }
        Ok(Finish::Done)
    }

    /// Who works on it reads what was said; of one that is not all right, everybody but the two of it may, and each reading is
    /// written down.
    async fn work(&self, turn: &mut Turn<'_>, thing: i64, _reason: &Reason) -> Result<Option<WorkItem>> {
        talk::work(turn, thing).await
    }

    async fn assigned(&self, turn: &mut Turn<'_>, thing: i64, who: Option<PersonId>) -> Result<()> {
        match who {
            Some(who) => {
                let who = turn.person(who).await?;
                talk::assigned(turn, thing, &who).await
            }
            None => talk::unassigned(turn, thing).await,
        }
    }

    async fn passes_on(&self, turn: &mut Turn<'_>) -> Result<bool> {
        let who = turn.who()?;
        if turn.replied_card().await?.is_some_and(|thing| thing.feature == NAME) {
            return Ok(true);
        }
        Ok(store::open_of(turn.db(), who.id).await?.len() == 1)
    }

    async fn replied(&self, turn: &mut Turn<'_>, thing: &Thing) -> Result<bool> {
        let Some(id) = store::relay_of(turn.db(), thing.id).await? else { return Ok(false) };
        let Some(words) = words_of(turn) else { return Ok(false) };
        talk::go_on(turn, id, &words).await?;
        Ok(true)
    }

    async fn fallback(&self, turn: &mut Turn<'_>) -> Result<bool> {
        let Some(words) = words_of(turn) else { return Ok(false) };
        let who = turn.who()?;
        let open = store::open_of(turn.db(), who.id).await?;
        let [one] = open.as_slice() else { return Ok(false) };
        talk::go_on(turn, *one, &words).await?;
        Ok(true)
    }
}

/// What the sender's message says, where it is words.
fn words_of(turn: &Turn<'_>) -> Option<Words> {
    let message = turn.message()?;
    match &message.attachment {
        None if !message.text.trim().is_empty() => Some(Words::Typed(message.text.trim().to_owned())),
        Some(Attachment::Voice { file_id }) => Some(Words::Spoken { voice: file_id.clone() }),
        None | Some(Attachment::Contact { .. } | Attachment::Photo { .. } | Attachment::Other) => None,
    }
}

/// The answers of either dialogue: the neighbourhood or the conversation, and the words.
fn read(flow: &str, answers: &Map<String, Value>) -> std::result::Result<(i64, Words), String> {
    let about = if flow == FLOW_ASK { "place" } else { "about" };
    // What names nothing is answered like what is over.
    let key = answers.get(about).and_then(Value::as_str).ok_or("no key")?.parse().unwrap_or_default();
    let words = serde_json::from_value(answers.get("words").cloned().unwrap_or_default());
    Ok((key, words.map_err(|e: serde_json::Error| e.to_string())?))
}

/// A conversation as the worklist names it, or a message of one as cards and replies name it.
fn thing(id: i64) -> Thing {
    Thing { feature: NAME.to_owned(), id }
}
