//! Setting a group up: from the moment the bot is added, by a short dialogue in private, to the first line that residents
//! see.
//!
//! Only who added the bot can set the group up, and only where the operator allowed them to. Everything is looked at again
//! at the end: in between, the bot may have been removed, or somebody else may have been faster.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::buttons::{Govern, Job, NeighbourhoodButton};
use super::{NAME, SETUP, people, roles, store};
use crate::model::{
    Button, Chat, ChatId, Class, Content, Neighbourhood, NeighbourhoodId, Outgoing, Person, Reach, Refusal, Result,
    Role, Send, Thing,
};
use crate::screen::{join_link, the_team};
use crate::text::{Arg, clip, texts};
use crate::turn::{ANNOUNCE_OPENLY, Action, ChoiceOption, Finish, Switch, Turn};

/// The dialogue's id.
pub(super) const FLOW: &str = "setup";

/// Seconds within which Telegram says that a group moved, after it said that the bot was added to a new one.
const MOVES_WITHIN: i64 = 60;

/// The topic of a group without topics, and of a forum's general topic.
const GENERAL: &str = "general";

/// The answers of the dialogue.
#[derive(Debug, Deserialize)]
pub(super) struct Answers {
    group: String,
    #[serde(rename = "where")]
    kind: Where,
    existing: Option<String>,
    name: Option<String>,
    team: Option<Team>,
    #[serde(rename = "team-words")]
    team_words: Option<String>,
    moderator: Option<FirstModerator>,
    announce: Option<Announce>,
    topic: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Where {
    New,
    Existing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Team {
    Wijkteam,
    Buurtteam,
    Sociaal,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum FirstModerator {
    Other,
    /// `me`: what a dialogue that was begun earlier may still say. Nobody appoints themselves.
    #[serde(alias = "me")]
    Nobody,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Announce {
    Organisers,
    Everyone,
}

/// The bot was added to a group.
pub(super) async fn added(turn: &mut Turn<'_>) -> Result<()> {
    let Some(chat) = turn.chat_here().filter(|c| c.kind.is_group() && c.neighbourhood.is_none()).cloned() else {
        return Ok(());
    };
    if let Some(who) = turn.sender() {
        let before = store::setup_of(turn.db(), chat.id).await?;
        if before.is_some_and(|b| b.added_by == who.id) {
            return Ok(());
        }
        // A name that no earlier line had: where the bot was removed and comes back, that one is history.
        let line = turn.seed() as i64;
        store::note_setup(turn.db(), chat.id, who.id, line).await?;
    }
    if turn.may_be_upgraded(&chat).await? {
        let soon = turn.now().plus(MOVES_WITHIN);
        turn.schedule(Job::Greet, chat.id.0, soon);
        return Ok(());
    }
    greet(turn, &chat).await
}

/// The bot was added to what may have been an upgraded group, and by now it shows which it is.
pub(super) async fn greet_later(turn: &mut Turn<'_>, chat: ChatId) -> Result<()> {
    let chat = turn.chat(chat).await?;
    if chat.reach != Reach::Open || chat.neighbourhood.is_some() {
        return store::drop_setup(turn.db(), chat.id).await;
    }
    greet(turn, &chat).await
}

/// What the group reads where the bot was added, and in private who added it.
async fn greet(turn: &mut Turn<'_>, chat: &Chat) -> Result<()> {
    let Some(setup) = store::setup_of(turn.db(), chat.id).await? else {
        // An anonymous administrator: nobody whom one could ask. The group hears what to do, and nothing waits.
        let content = Content::text(turn.say("group-added-anonymously", &[]));
        turn.put(Outgoing::new(chat.id, Class::Card, Send::message(content)));
        return Ok(());
    };
    let who = turn.person(setup.added_by).await?;
    let card = |id: &str| texts().html(who.language, id, &[]);
    if !may_set_up(turn, &who).await? {
        turn.card(thing(setup.line), chat.id, Content::text(card("group-not-allowed")));
        return Ok(());
    }
    let begin = texts().plain(who.language, "setup-begin", &[]);
    let open = Button::open(begin.clone(), format!("{SETUP}{}", chat.id));
    turn.card(thing(setup.line), chat.id, Content::new(card("group-set-me-up"), vec![vec![open]]));
    if Turn::reachable(&who) {
        let text = texts().html(who.language, "setup-offer", &[("group", Arg::Words(&chat.title))]);
        let rows = vec![vec![Button::press(begin, NeighbourhoodButton::SetUp(chat.id).data())]];
        turn.tell(&who, Content::new(text, rows), None);
    }
    Ok(())
}

/// The one line in a group that waits to be set up: a card, so that its button goes when it is of no more use.
fn thing(line: i64) -> Thing {
    Thing { feature: NAME.to_owned(), id: line }
}

/// The bot was removed from a group, or the group ended.
pub(super) async fn removed(turn: &mut Turn<'_>) -> Result<()> {
    match turn.chat_here().filter(|c| c.kind.is_group()).cloned() {
        Some(chat) => lost(turn, chat).await,
        None => Ok(()),
    }
}

async fn lost(turn: &mut Turn<'_>, chat: Chat) -> Result<()> {
    store::drop_setup(turn.db(), chat.id).await?;
    let Some(n) = chat.neighbourhood else { return Ok(()) };
    turn.place_group(chat.id, None, None).await?;
    store::note_former(turn.db(), chat.id, n).await?;
    tell_administrators(turn, n, &chat, "group-lost").await
}

/// A group lets us not write: who administers the neighbourhood can do something about it.
pub(super) async fn refused(turn: &mut Turn<'_>, chat: ChatId, how: Refusal) -> Result<()> {
    let chat = turn.chat(chat).await?;
    let Some(n) = chat.neighbourhood else { return Ok(()) };
    match how {
        Refusal::NotNow => tell_administrators(turn, n, &chat, "group-refuses").await,
        Refusal::NoTopic => tell_administrators(turn, n, &chat, "group-no-topic").await,
        Refusal::Out => lost(turn, chat).await,
    }
}

async fn tell_administrators(turn: &mut Turn<'_>, n: NeighbourhoodId, chat: &Chat, id: &str) -> Result<()> {
    let neighbourhood = turn.neighbourhood(n).await?;
    for person in turn.holders(n, Role::Administrator).await? {
        if Turn::may_disturb(&person) {
            let args = [("group", Arg::Words(&chat.title)), ("neighbourhood", Arg::Words(&neighbourhood.name))];
            let text = texts().html(person.language, id, &args);
            turn.tell(&person, Content::text(text), None);
        }
    }
    Ok(())
}

/// Somebody wants to set this group up.
pub(super) async fn begin(turn: &mut Turn<'_>, chat: ChatId) -> Result<()> {
    if let Err(refusal) = waiting(turn, chat).await? {
        return turn.reply(Content::text(turn.say(refusal, &[])));
    }
    let mut prefill = Map::new();
    prefill.insert("group".into(), chat.to_string().into());
    if governed(turn).await?.is_empty() {
        prefill.insert("where".into(), "new".into());
    } else if !turn.may_set_up().await? {
        prefill.insert("where".into(), "existing".into());
    }
    if store::topics(turn.db(), chat).await?.is_empty() {
        prefill.insert("topic".into(), GENERAL.into());
    }
    turn.begin(FLOW, prefill);
    Ok(())
}

/// The group, where the sender may set it up now; else the id of the text that says why not.
async fn waiting(turn: &mut Turn<'_>, chat: ChatId) -> Result<std::result::Result<Chat, &'static str>> {
    let who = turn.who()?;
    let Some(setup) = store::setup_of(turn.db(), chat).await? else {
        // What became of it is said only to somebody whose group it is.
        for place in governed(turn).await? {
            if turn.groups(place.id).await?.iter().any(|g| g.id == chat) {
                return Ok(Err("setup-taken"));
            }
        }
        return Ok(Err("setup-gone"));
    };
    if setup.added_by != who.id {
        return Ok(Err("setup-not-yours"));
    }
    let who = turn.who()?;
    if !may_set_up(turn, &who).await? {
        return Ok(Err("setup-not-allowed"));
    }
    let chat = turn.chat(chat).await?;
    Ok(match (chat.reach, chat.neighbourhood) {
        (_, Some(_)) => Err("setup-taken"),
        (Reach::Open, None) => Ok(chat),
        (Reach::Closed | Reach::Never, None) => Err("setup-gone"),
    })
}

/// May the sender set up a group: as a new neighbourhood, or as one more of theirs?
async fn may_set_up(turn: &mut Turn<'_>, who: &Person) -> Result<bool> {
    if turn.person_may_set_up(who).await? {
        return Ok(true);
    }
    for member in turn.memberships(who.id).await? {
        if turn.person_allowed(who.id, member.neighbourhood, Action::Govern).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The neighbourhoods that the sender administers, oldest membership first.
pub(super) async fn governed(turn: &mut Turn<'_>) -> Result<Vec<Neighbourhood>> {
    let who = turn.who()?;
    let mut found = Vec::new();
    for member in turn.memberships(who.id).await? {
        if turn.allowed(member.neighbourhood, Action::Govern).await? {
            found.push(turn.neighbourhood(member.neighbourhood).await?);
        }
    }
    Ok(found)
}

/// The choices of the dialogue's steps.
pub(super) async fn choices(
    turn: &mut Turn<'_>,
    name: &str,
    answers: &Map<String, Value>,
) -> Result<Vec<ChoiceOption>> {
    let mut offered = Vec::new();
    match name {
        "groups" => {
            let who = turn.who()?;
            for id in store::waiting_for(turn.db(), who.id).await? {
                let chat = turn.chat(id).await?;
                offered.push(ChoiceOption { value: id.to_string(), label: clip(&chat.title, 40) });
            }
        }
        "governed" => {
            for neighbourhood in governed(turn).await? {
                offered
                    .push(ChoiceOption { value: neighbourhood.id.to_string(), label: clip(&neighbourhood.name, 40) });
            }
        }
        "topics" => {
            offered.push(ChoiceOption { value: GENERAL.into(), label: turn.label("setup-topic-general", &[]) });
            let group = answers.get("group").and_then(Value::as_str).and_then(|g| g.parse().ok());
            if let Some(group) = group {
                for (topic, name) in store::topics(turn.db(), ChatId(group)).await? {
                    offered.push(ChoiceOption { value: topic.to_string(), label: clip(&name, 40) });
                }
            }
        }
        _ => {}
    }
    Ok(offered)
}

/// What the team is called, in the words of the neighbourhood's language.
fn team_name(turn: &Turn<'_>, answers: &Answers) -> String {
    let id = match answers.team {
        Some(Team::Other) | None => return answers.team_words.clone().unwrap_or_else(|| turn.label("team-usual", &[])),
        Some(Team::Wijkteam) => "setup-team-wijkteam",
        Some(Team::Buurtteam) => "setup-team-buurtteam",
        Some(Team::Sociaal) => "setup-team-sociaal",
    };
    turn.label(id, &[]).to_lowercase()
}

/// Everything was answered: the neighbourhood begins, or the group joins one that exists.
pub(super) async fn finish(turn: &mut Turn<'_>, answers: Answers) -> Result<Finish> {
    let wanted = answers.group.parse().map_or(ChatId(0), ChatId);
    let chat = match waiting(turn, wanted).await? {
        Ok(chat) => chat,
        Err(refusal) => {
            turn.reply(Content::text(turn.say(refusal, &[])))?;
            return Ok(Finish::Done);
        }
    };
    let neighbourhood = match answers.kind {
        Where::Existing => {
            let id = answers.existing.as_deref().and_then(|e| e.parse().ok()).map(NeighbourhoodId);
            match governed(turn).await?.into_iter().find(|n| Some(n.id) == id) {
                Some(neighbourhood) => neighbourhood,
                None => return Ok(Finish::NotNow(turn.say("setup-no-longer-yours", &[]))),
            }
        }
        Where::New if !turn.may_set_up().await? => {
            turn.reply(Content::text(turn.say("setup-not-allowed", &[])))?;
            return Ok(Finish::Done);
        }
        Where::New => match begin_neighbourhood(turn, &answers).await? {
            Some(neighbourhood) => neighbourhood,
            None => return Ok(Finish::NotNow(turn.say("neighbourhood-name-empty", &[]))),
        },
    };
    let topic = answers.topic.parse().ok();
    turn.place_group(chat.id, Some(neighbourhood.id), topic).await?;
    if let Some(setup) = store::setup_of(turn.db(), chat.id).await? {
        let text = texts().html(neighbourhood.language, "group-is-set-up", &[]);
        turn.card(thing(setup.line), chat.id, Content::text(text));
    }
    store::drop_setup(turn.db(), chat.id).await?;
    tell_former(turn, &chat, neighbourhood.id).await?;
    greet_group(turn, &chat, &neighbourhood, topic);
    tell_setter(turn, &neighbourhood, answers.kind, answers.moderator).await?;
    Ok(Finish::Done)
}

/// Makes the new neighbourhood, with the sender as its administrator; `None` if its name is empty.
async fn begin_neighbourhood(turn: &mut Turn<'_>, answers: &Answers) -> Result<Option<Neighbourhood>> {
    let name = answers.name.as_deref().map(super::tidy).unwrap_or_default();
    if name.is_empty() {
        return Ok(None);
    }
    let who = turn.who()?;
    let team = super::tidy(&team_name(turn, answers));
    let language = turn.language();
    let n = turn.make_neighbourhood(&name, &team, language).await?.id;
    turn.spend_leave(who.id, n).await?;
    let everyone = answers.announce == Some(Announce::Everyone);
    turn.store_setting(n, ANNOUNCE_OPENLY.key, Switch::value(everyone)).await?;
    // Nobody was put out of what begins now.
    let _ = turn.join(who.id, n).await?;
    roles::give(turn, &who, n, Role::Administrator).await?;
    Ok(Some(turn.neighbourhood(n).await?))
}

/// A group that was another neighbourhood's: its administrators hear that it belongs to another one now.
async fn tell_former(turn: &mut Turn<'_>, chat: &Chat, now: NeighbourhoodId) -> Result<()> {
    let Some(former) = store::take_former(turn.db(), chat.id).await?.filter(|former| *former != now) else {
        return Ok(());
    };
    let (me, place) = (turn.who()?, turn.neighbourhood(former).await?);
    for person in turn.holders(former, Role::Administrator).await? {
        if person.id != me.id && Turn::may_disturb(&person) {
            let args = [("group", Arg::Words(&chat.title)), ("neighbourhood", Arg::Words(&place.name))];
            turn.tell(&person, Content::text(texts().html(person.language, "group-elsewhere", &args)), None);
        }
    }
    Ok(())
}

/// The first line that the group sees, with the way in.
fn greet_group(turn: &mut Turn<'_>, chat: &Chat, neighbourhood: &Neighbourhood, topic: Option<i64>) {
    let args = [("neighbourhood", Arg::Words(&neighbourhood.name))];
    let text = texts().html(neighbourhood.language, "group-hello", &args);
    let label = texts().plain(neighbourhood.language, "group-join", &[]);
    let join = Button::press(label, NeighbourhoodButton::Join(neighbourhood.id).data());
    let content = Content::new(text, vec![vec![join]]);
    turn.put(Outgoing::new(chat.id, Class::Card, Send::Message { content, topic, reply_to: None }));
}

/// The administrator reads what there is now: the join link, and what still lacks.
async fn tell_setter(
    turn: &mut Turn<'_>,
    neighbourhood: &Neighbourhood,
    kind: Where,
    moderator: Option<FirstModerator>,
) -> Result<()> {
    let link = join_link(turn, neighbourhood);
    let team = the_team(turn.language(), neighbourhood);
    let args =
        [("neighbourhood", Arg::Words(&neighbourhood.name)), ("team", Arg::Words(&team)), ("link", Arg::Own(&link))];
    let mut text = match kind {
        Where::New => turn.say("setup-done", &args),
        Where::Existing => turn.say("setup-joined", &args),
    };
    if moderator == Some(FirstModerator::Nobody) {
        text = text.paragraph(&turn.say("setup-no-moderator", &args));
    }
    let rows = vec![
        vec![turn.button("place-invite", Govern::Invite(neighbourhood.id).data())],
        vec![turn.button("place-home", NeighbourhoodButton::Home(neighbourhood.id).data())],
    ];
    turn.reply(Content::new(text, rows))?;
    if moderator == Some(FirstModerator::Other) {
        // A message of its own, without buttons: it is passed on, and its link is never shown again.
        let invitation = people::invitation(turn, neighbourhood, Role::Moderator).await?;
        turn.reply(Content::text(invitation))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn answers_are_read_as_the_dialogue_gives_them() {
        let new = json!({
            "group": "3", "where": "new", "name": "Oosterpark", "team": "other", "team-words": "Buurtteam Oost",
            "moderator": "nobody", "announce": "everyone", "topic": "general"
        });
        let read: Answers = serde_json::from_value(new).unwrap();
        assert_eq!((read.kind, read.moderator), (Where::New, Some(FirstModerator::Nobody)));
        let joined = json!({ "group": "3", "where": "existing", "existing": "1", "topic": "77" });
        let read: Answers = serde_json::from_value(joined).unwrap();
        assert_eq!(read.topic.parse::<i64>().ok(), Some(77));
    }
}
