//! Help: what one can do here, a kind answer to what Stoep does not understand, and the way to a human: a call to the team.
//!
//! The first message that Stoep does not understand gets one answer with the ways on; the next in a row the offer to speak
//! to a human of the neighbourhood's team.

mod ask;
mod buttons;
mod calls;
mod distress;
mod haste;
mod store;
mod team;
mod typed;
mod words;

use async_trait::async_trait;
use serde_json::{Map, Value};

use crate::dialogue::WordsFor;
use crate::features::contact;
use crate::model::{Attachment, Content, Html, PersonId, Result, Role, Thing};
use crate::screen;
use crate::text::Arg;
use crate::turn::{
    ChoiceOption, Codes, Command, CommandPlace, Feature, Finish, Heard, JobCodes, News, Page, Pressed, Reason, Row,
    Turn, Way, WayOn, WorkItem,
};

use buttons::{HelpButton, Job};
use words::Small;

const NAME: &str = "help";

/// The feature. Last in the register: it answers what nobody else did.
pub struct Help;

#[async_trait]
impl Feature for Help {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> &'static [Command] {
        &[
            Command { nl: "help", en: "help", also: &[], place: CommandPlace::Private, help: 0 },
            Command { nl: "wijkteam", en: "team", also: &["buurtteam"], place: CommandPlace::Private, help: 40 },
        ]
    }

    fn flows(&self) -> &'static [&'static str] {
        &[include_str!("../../../dialogues/flows/human.toml"), include_str!("../../../dialogues/flows/haste.toml")]
    }

    fn validate_answers(&self, _flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        contact::read_for_team(answers).map(|_| ())
    }

    fn samples(&self, name: &str) -> Option<&'static [&'static str]> {
        ["places", "whom"].contains(&name).then_some(&["1"])
    }

    fn ways_on(&self) -> Vec<WayOn> {
        vec![WayOn { way: Way::Human, label: "menu-human", data: HelpButton::Human.data() }]
    }

    async fn rows(&self, turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Row>> {
        let stuck = matches!(page, Page::Stuck);
        Ok(screen::human_row(turn).into_iter().filter(|_| stuck).map(|row| Row::new(10, row)).collect())
    }

    async fn command(&self, turn: &mut Turn<'_>, name: &str, _rest: &str) -> Result<()> {
        if name == "wijkteam" { team::team(turn).await } else { help(turn).await }
    }

    fn codes(&self) -> Codes {
        Codes::of::<HelpButton>()
    }

    fn reasons(&self) -> &'static [Reason] {
        &[calls::CALL]
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        let Some(tap) = HelpButton::read(data) else { return Ok(Pressed::Outdated) };
        match tap {
            HelpButton::Human => ask::human(turn).await?,
            HelpButton::Call(n) => ask::call_by_username(turn, n).await?,
            HelpButton::Otherwise(n) => ask::call_otherwise(turn, n).await?,
            HelpButton::Haste => haste::asked(turn).await?,
            HelpButton::HasteTo(n, whom) => haste::chosen(turn, n, whom).await?,
            HelpButton::HasteCall(n, whom) => haste::by_username(turn, n, whom).await?,
            HelpButton::HasteOtherwise(n, whom) => haste::otherwise(turn, n, whom).await?,
            HelpButton::CallMyself(n) => haste::call_myself(turn, n).await?,
            HelpButton::Never => {
                turn.edit_pressed(Content::text(turn.say("human-not", &[])));
            }
            HelpButton::Take(call) => return calls::take(turn, call).await,
            HelpButton::Done(call) => return calls::done(turn, call).await,
        }
        Ok(Pressed::Handled)
    }

    async fn work(&self, turn: &mut Turn<'_>, thing: i64, _reason: &Reason) -> Result<Option<WorkItem>> {
        calls::work(turn, thing).await
    }

    async fn assigned(&self, turn: &mut Turn<'_>, thing: i64, who: Option<PersonId>) -> Result<()> {
        calls::assigned(turn, thing, who).await
    }

    async fn job(&self, turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
        match Job::of_word(kind) {
            Some(Job::Wait) => calls::waited(turn, thing).await,
            Some(Job::Drop) => calls::forget(turn, thing).await,
            None => Ok(()),
        }
    }

    async fn heard(&self, turn: &mut Turn<'_>, news: News) -> Result<()> {
        match news {
            News::RoleChanged(person, n) => calls::role_changed(turn, person, n).await,
            News::Left(..) | News::MayNotHelp(..) | News::SettingChanged(..) => Ok(()),
        }
    }

    async fn undelivered(&self, turn: &mut Turn<'_>, _person: PersonId, thing: &Thing) -> Result<()> {
        calls::undelivered(turn, thing.id).await
    }

    async fn choices(
        &self,
        turn: &mut Turn<'_>,
        name: &str,
        _answers: &Map<String, Value>,
    ) -> Result<Vec<ChoiceOption>> {
        if name == "whom" { haste::choices(turn).await } else { ask::choices(turn).await }
    }

    async fn finish(&self, turn: &mut Turn<'_>, flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        if flow == haste::FLOW {
            haste::finish(turn, &answers).await?
        } else {
            ask::finish(turn, &answers).await?
        }
        Ok(Finish::Done)
    }

    async fn listen(&self, turn: &mut Turn<'_>, words: &str, for_whom: WordsFor) -> Result<Heard> {
        distress::listen(turn, words, for_whom).await
    }

    async fn fallback(&self, turn: &mut Turn<'_>) -> Result<bool> {
        let Some(message) = turn.message() else { return Ok(false) };
        match words::small(&message.text) {
            Some(Small::Hello) => {
                turn.understood().await?;
                turn.reply(Content::new(turn.say("welcome", &[]), screen::menu(turn)))?;
            }
            Some(Small::Thanks) => {
                turn.understood().await?;
                turn.reply(Content::text(turn.say("you-are-welcome", &[])))?;
            }
            Some(Small::Help) => {
                turn.understood().await?;
                help(turn).await?;
            }
            None if typed::typed(turn, &message.text).await? => turn.understood().await?,
            None => match suggestion(turn, &message.text).await? {
                Some(content) => {
                    turn.understood().await?;
                    turn.reply(content)?;
                }
                None => puzzled(turn, message.attachment.as_ref()).await?,
            },
        }
        Ok(true)
    }
}

/// What a feature offers for words that nobody answers to.
async fn suggestion(turn: &mut Turn<'_>, words: &str) -> Result<Option<Content>> {
    for feature in turn.features() {
        if let Some(content) = feature.suggest(turn, words).await? {
            return Ok(Some(content));
        }
    }
    Ok(None)
}

/// The commands that have a line in /help, in order, each with what it is for.
fn lines(turn: &Turn<'_>) -> Html {
    let mut commands: Vec<_> = turn.features().iter().flat_map(|f| f.commands()).filter(|c| c.help > 0).collect();
    commands.sort_by_key(|c| c.help);
    let language = turn.language();
    commands.iter().fold(Html::default(), |list, command| {
        let what = turn.label(&format!("command-{}-help", command.nl), &[]);
        let line =
            turn.say("help-line", &[("command", Arg::Own(command.name_in(language))), ("what", Arg::Own(&what))]);
        if list.is_empty() { line } else { list.line(&line) }
    })
}

/// What this person can do here.
async fn help(turn: &mut Turn<'_>) -> Result<()> {
    let mut text = turn.say("help", &[]).paragraph(&lines(turn)).paragraph(&turn.say("help-more", &[]));
    match turn.member().await? {
        None => text = text.paragraph(&screen::how_to_join(turn).await?),
        Some(member) => {
            let neighbourhood = turn.neighbourhood(member.neighbourhood).await?;
            let team = screen::the_team(turn.language(), &neighbourhood);
            let args = [("neighbourhood", Arg::Words(&neighbourhood.name)), ("team", Arg::Words(&team))];
            for role in [Role::Moderator, Role::Administrator].into_iter().filter(|r| member.is(*r)) {
                text = text.paragraph(&turn.say(&format!("help-{}", role.word()), &args));
            }
        }
    }
    turn.reply(Content::new(text, screen::menu(turn)))
}

/// Stoep does not understand: once kindly with the ways on, after that with the offer of a human.
async fn puzzled(turn: &mut Turn<'_>, attachment: Option<&Attachment>) -> Result<()> {
    // Whoever is not understood may be in need: a number and a human are never far.
    let in_danger = turn.say("puzzled-danger", &[]);
    let content = if turn.puzzle().await? > 1 {
        Content::new(turn.say("puzzled-again", &[]).paragraph(&in_danger), screen::human_row(turn))
    } else {
        let id = match attachment {
            Some(Attachment::Voice { .. }) => "puzzled-voice",
            Some(Attachment::Photo { .. }) => "puzzled-photo",
            Some(Attachment::Contact { .. } | Attachment::Other) => "puzzled-other",
            None => "puzzled",
        };
        Content::new(turn.say(id, &[]).paragraph(&in_danger), screen::menu(turn))
    };
    turn.reply(content)
}
