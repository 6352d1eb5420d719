//! Members: the first words with Stoep, joining a neighbourhood, the language, stopping, leaving again, and what
//! Stoep keeps.
//!
//! `/start` says hello with four ways on. A join link makes somebody a resident. `/taal` changes the language at once,
//! `/stop` asks what should stop, `/privacy` says what is kept and for how long.

mod group_left;
mod leaving;
mod own_name;

use async_trait::async_trait;
use serde_json::{Map, Value};

use crate::buttons;
use crate::model::{Content, Html, Language, NeighbourhoodId, Result, Role, Standing, Switch};
use crate::screen;
use crate::text::Arg;
use crate::turn::{Codes, Command, CommandPlace, Feature, Finish, LastGroupLeft, Page, Pressed, Row, Turn};

pub use crate::screen::{HELLO, JOIN, how_to_join, menu, no_neighbourhood};

const NAME: &str = "mem";

buttons! {
    /// The room's buttons.
    MemberButton: NAME => {
        /// Speak this language.
        Speak(language: Language) = "speak",
        /// Stop the dialogue of this number, and no later one.
        StopDialogue(number: u32) = "stop",
        /// No unasked messages any more.
        Quiet = "quiet",
        /// Unasked messages again.
        Loud = "loud",
        /// Leave this neighbourhood? Asks first.
        Leave(n: NeighbourhoodId) = "leave",
        /// Leave it.
        LeaveNow(n: NeighbourhoodId) = "leavenow",
        /// Still take part in this neighbourhood, whose last group they left.
        Stay(n: NeighbourhoodId) = "stay",
        /// Leave the dialogue open, for another day.
        Later = "later",
        /// Stop nothing.
        GoOn = "on",
    }
}

/// The feature.
pub struct Members;

#[async_trait]
impl Feature for Members {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> &'static [Command] {
        &[
            Command { nl: "start", en: "start", also: &[], place: CommandPlace::Private, help: 0 },
            Command { nl: "taal", en: "language", also: &[], place: CommandPlace::Private, help: 70 },
            Command { nl: "naam", en: "name", also: &[], place: CommandPlace::Private, help: 72 },
            Command { nl: "stop", en: "stop", also: &[], place: CommandPlace::Private, help: 90 },
            Command { nl: "privacy", en: "privacy", also: &[], place: CommandPlace::Private, help: 80 },
        ]
    }

    fn flows(&self) -> &'static [&'static str] {
        &[include_str!("../../../dialogues/flows/naam.toml")]
    }

    fn validate_answers(&self, _flow: &str, answers: &Map<String, Value>) -> std::result::Result<(), String> {
        answers.get("name").and_then(Value::as_str).map(|_| ()).ok_or_else(|| "no name".into())
    }

    async fn finish(&self, turn: &mut Turn<'_>, _flow: &str, answers: Map<String, Value>) -> Result<Finish> {
        let name = answers.get("name").and_then(Value::as_str).unwrap_or_default();
        own_name::choose(turn, name).await?;
        Ok(Finish::Done)
    }

    fn links(&self) -> &'static [&'static str] {
        &[JOIN, screen::STAY]
    }

    fn codes(&self) -> Codes {
        Codes::of::<MemberButton>()
    }

    fn switches(&self) -> &'static [Switch] {
        &[group_left::LEAVERS_OUT]
    }

    async fn rows(&self, turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Row>> {
        Ok(match page {
            Page::Stuck => vec![Row::new(20, vec![turn.button("later-button", MemberButton::Later.data())])],
            _ => Vec::new(),
        })
    }

    async fn last_group_left(&self, turn: &mut Turn<'_>, left: LastGroupLeft) -> Result<()> {
        group_left::left(turn, left).await
    }

    async fn command(&self, turn: &mut Turn<'_>, name: &str, rest: &str) -> Result<()> {
        match name {
            "start" => start(turn, rest).await,
            "taal" => language(turn),
            "naam" => own_name::command(turn, rest).await,
            "stop" => stop(turn).await,
            "privacy" => {
                let text = turn.say("privacy", &[]);
                let mut rows = screen::human_row(turn);
                rows.extend(screen::rows_on(turn, &Page::Privacy).await?);
                rows.extend(leaving::rows(turn).await?);
                turn.reply(Content::new(text, rows))
            }
            _ => Ok(()),
        }
    }

    async fn link(&self, turn: &mut Turn<'_>, start: &str) -> Result<()> {
        if let Some(n) = start.strip_prefix(screen::STAY) {
            return group_left::stay_by_link(turn, n).await;
        }
        let code = start.strip_prefix(JOIN).unwrap_or(start);
        let Some(neighbourhood) = turn.neighbourhood_of_code(code).await? else {
            return turn.reply(Content::new(turn.say("join-unknown", &[]), menu(turn)));
        };
        let who = turn.who()?;
        // Who opens the link says by that that they still take part.
        turn.drop_standing(who.id, neighbourhood.id, Standing::Asked).await?;
        if !turn.join(who.id, neighbourhood.id).await?.is_in() {
            return screen::tell_put_out(turn, neighbourhood.id).await;
        }
        let text = turn.say(
            "join-welcome",
            &[("neighbourhood", Arg::Words(&neighbourhood.name)), ("team", Arg::Words(&neighbourhood.team))],
        );
        turn.reply(Content::new(text, menu(turn)))
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match MemberButton::read(data) {
            Some(MemberButton::Speak(language)) => {
                let who = turn.who()?;
                turn.set_language(who.id, language).await?;
                if turn.memberships(who.id).await?.iter().any(|m| !m.roles.is_empty()) {
                    let who = turn.person(who.id).await?;
                    screen::show_commands(turn, &who).await?;
                }
                let text = turn.say("language-set", &[]);
                if turn.in_dialogue() {
                    turn.edit_pressed(Content::text(text));
                    turn.resume_dialogue();
                } else {
                    let text = text.paragraph(&turn.say("what-now", &[]));
                    turn.edit_pressed(Content::new(text, menu(turn)));
                }
            }
            Some(MemberButton::StopDialogue(number)) => {
                let open = turn.dialogue_number() == Some(number);
                if open {
                    turn.end_dialogue()?;
                } else {
                    // What they are in by now is another question: it stays.
                    turn.resume_dialogue();
                }
                let id = if open { "stop-done" } else { "stop-nothing" };
                turn.edit_pressed(Content::new(turn.say(id, &[]), menu(turn)));
            }
            Some(MemberButton::Quiet | MemberButton::Loud) => {
                let (who, quiet) = (turn.who()?, MemberButton::read(data) == Some(MemberButton::Quiet));
                turn.set_quiet(who.id, quiet).await?;
                let content = if quiet {
                    let mut text = turn.say("quiet-on", &[]);
                    if turn.memberships(who.id).await?.iter().any(|m| m.is(Role::Moderator)) {
                        text = text.paragraph(&turn.say("quiet-team", &[]));
                    }
                    Content::new(text, vec![vec![turn.button("quiet-undo", MemberButton::Loud.data())]])
                } else {
                    Content::text(turn.say("quiet-off", &[]))
                };
                turn.edit_pressed(content);
            }
            Some(MemberButton::Leave(n)) => leaving::ask(turn, n).await?,
            Some(MemberButton::LeaveNow(n)) => leaving::leave(turn, n).await?,
            Some(MemberButton::Stay(n)) => group_left::stay(turn, n).await?,
            Some(MemberButton::Later) => {
                turn.hold_dialogue();
                let rows = vec![vec![turn.button("later-go-on", MemberButton::GoOn.data())]];
                turn.edit_pressed(Content::new(turn.say("later-done", &[]), rows));
            }
            Some(MemberButton::GoOn) => {
                turn.edit_pressed(Content::text(turn.say("stop-go-on", &[])));
                turn.resume_dialogue();
            }
            None => return Ok(Pressed::Outdated),
        }
        Ok(Pressed::Handled)
    }
}

/// Costs no look in the database: many people open Stoep at once when its link is shared.
async fn start(turn: &mut Turn<'_>, rest: &str) -> Result<()> {
    let mut text = Html::default();
    let who = turn.who()?;
    if who.quiet {
        turn.set_quiet(who.id, false).await?;
        text = turn.say("quiet-off", &[]);
    }
    let id = if rest.is_empty() || rest == HELLO { "welcome" } else { "link-unknown" };
    let text = text.paragraph(&turn.say(id, &[]));
    turn.reply(Content::new(text, menu(turn)))
}

/// Says hello again to somebody who does.
pub fn hello(turn: &mut Turn<'_>) -> Result<()> {
    turn.reply(Content::new(turn.say("welcome", &[]), menu(turn)))
}

fn language(turn: &mut Turn<'_>) -> Result<()> {
    let text = turn.say("language-which", &[]);
    // Each in its own language: who can't read this one must find the way out.
    turn.hold_dialogue();
    let row = Language::ALL.map(|l| turn.button(&format!("language-{}", l.code()), MemberButton::Speak(l).data()));
    turn.reply(Content::new(text, vec![row.to_vec()]))
}

async fn stop(turn: &mut Turn<'_>) -> Result<()> {
    let mut rows = Vec::new();
    // This asks something itself; the question they are in must not stand below it.
    turn.hold_dialogue();
    let text = if let Some(number) = turn.dialogue_number() {
        rows.push(vec![turn.button("stop-question", MemberButton::StopDialogue(number).data())]);
        turn.say("stop-which", &[])
    } else {
        turn.say("stop-messages", &[])
    };
    rows.push(vec![turn.button("stop-all", MemberButton::Quiet.data())]);
    rows.extend(leaving::rows(turn).await?);
    rows.push(vec![turn.button("stop-not", MemberButton::GoOn.data())]);
    turn.reply(Content::new(text, rows))
}
