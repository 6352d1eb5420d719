//! Who answers to an event: command, button, a reply to a message of ours, dialogue, anything else – in this order.

use super::command::command;
use super::{dialogues, listen};
use crate::dialogue;
use crate::model::{Button, Content, Event, Happening, MembershipChange, Message, Reach, Refusal, Result};
use crate::text::Arg;
use crate::turn::{CommandPlace, Register};
use crate::turn::{Pressed, Turn};

/// Gives the event to whoever answers to it.
pub async fn route(register: &Register, turn: &mut Turn<'_>, event: &Event) -> Result<()> {
    let acts_in_group = !turn.in_private() && turn.who().is_ok();
    if acts_in_group {
        turn.welcome_back().await?;
    }
    match &event.what {
        Happening::Message(m) if turn.in_private() => in_private(register, turn, m).await?,
        Happening::Message(m) => in_group(register, turn, m).await?,
        Happening::Press(p) => press(register, turn, &p.data).await?,
        Happening::GroupMember { chat, user_id, presence } => {
            if let Some(left) = turn.note_presence(*chat, *user_id, *presence).await? {
                for feature in register.features() {
                    feature.last_group_left(turn, left).await?;
                }
            }
        }
        Happening::Membership(change) => membership(register, turn, *change).await?,
        Happening::Job { feature, kind, thing, .. } => match register.feature(feature) {
            Some(f) => f.job(turn, kind, *thing).await?,
            None => tracing::warn!(feature, kind, "a job for a feature that is no more"),
        },
        Happening::Undelivered { person, thing } => {
            if let Some(f) = register.feature(&thing.feature) {
                f.undelivered(turn, *person, thing).await?;
            }
        }
        Happening::CardLost { thing, stood } => {
            if let Some(f) = register.feature(&thing.feature) {
                f.card_lost(turn, thing, *stood).await?;
            }
        }
        Happening::CardWaits { thing } => {
            if let Some(f) = register.feature(&thing.feature) {
                f.card_waits(turn, thing).await?;
            }
        }
        Happening::CardStands { thing } => {
            if let Some(f) = register.feature(&thing.feature) {
                f.card_stands(turn, thing).await?;
            }
        }
        Happening::GroupRefuses { chat, how } => {
            for feature in register.features() {
                feature.group_refuses(turn, *chat, *how).await?;
            }
        }
        // The engine's own, which never comes here; and what says nothing.
        Happening::Migrated { .. } | Happening::PresenceKnown { .. } | Happening::Nothing => {}
    }
    if acts_in_group {
        turn.note_present().await?;
    }
    dialogues::wish(register, turn).await
}

async fn in_private(register: &Register, turn: &mut Turn<'_>, message: &Message) -> Result<()> {
    if turn.who().is_err() {
        return Ok(());
    }
    if listen::in_private(register, turn, message).await? {
        return Ok(());
    }
    if let Some((name, rest)) = command(&message.text, &turn.bot().username) {
        let found = match name.as_str() {
            "start" if !rest.is_empty() => register.link(rest),
            _ => None,
        };
        if let Some(feature) = found {
            feature.link(turn, rest).await?;
        } else if let Some((feature, command)) = register.command(&name) {
            feature.command(turn, command.nl, rest).await?;
        } else {
            fallback(register, turn).await?;
            return dialogues::remind(register, turn).await;
        }
        turn.understood().await?;
        return dialogues::remind(register, turn).await;
    }
    if let Some(thing) = turn.replied_card().await?
        && let Some(feature) = register.feature(&thing.feature)
        && feature.replied(turn, &thing).await?
    {
        turn.understood().await?;
        return dialogues::remind(register, turn).await;
    }
    if dialogues::message(register, turn).await? {
        return turn.understood().await;
    }
    fallback(register, turn).await
}

async fn fallback(register: &Register, turn: &mut Turn<'_>) -> Result<()> {
    for feature in register.features() {
        if feature.fallback(turn).await? {
            break;
        }
    }
    Ok(())
}

/// In a group that is not set up: who asks something there reads that. What is asked in private everywhere may be another bot's.
fn not_set_up(register: &Register, turn: &mut Turn<'_>, message: &Message) -> Result<()> {
    let known = command(&message.text, &turn.bot().username).and_then(|(name, _)| register.command(&name));
    let is_for_groups =
        known.is_some_and(|(_, c)| matches!(c.place, CommandPlace::Everywhere | CommandPlace::Unlisted));
    if !is_for_groups || turn.who().is_err() || turn.chat_here().is_none() {
        return Ok(());
    }
    turn.answers_all("unset");
    turn.say_here(Content::text(turn.say("group-unset", &[])))
}

/// In a group Stoep answers commands alone, and a reply to a message of its own.
async fn in_group(register: &Register, turn: &mut Turn<'_>, message: &Message) -> Result<()> {
    if let (Some(name), Some(topic), Some(chat)) = (&message.new_topic, turn.topic(), turn.chat_here().map(|c| c.id)) {
        for feature in register.features() {
            feature.topic_made(turn, chat, topic, name).await?;
        }
        return Ok(());
    }
    if turn.chat_here().and_then(|c| c.neighbourhood).is_none() {
        return not_set_up(register, turn, message);
    }
    let Some((name, rest)) = command(&message.text, &turn.bot().username) else {
        return replied_in_group(register, turn, message).await;
    };
    // Another bot's command, perhaps.
    let Some((feature, command)) = register.command(&name) else { return Ok(()) };
    if turn.who().is_err() {
        // To a channel and to another bot nothing is said: nobody there would read it, and two bots could go on for ever.
        if turn.is_anonymous() {
            turn.answers_all("anonymous");
            turn.say_here(Content::text(turn.say("anonymous-command", &[])))?;
        }
        return Ok(());
    }
    if listen::behind_command(register, turn, &name, rest).await? {
        return Ok(());
    }
    let private = matches!(command.place, CommandPlace::Private | CommandPlace::Team);
    if private || rest.is_empty() {
        turn.answers_all(command.nl);
    }
    if private {
        let button = Button::open(turn.label("group-open-private", &[]), "hi");
        let text = turn.say("group-in-private", &[("command", Arg::Own(&name))]);
        return turn.say_here(Content::new(text, vec![vec![button]]));
    }
    feature.command(turn, command.nl, rest).await
}

/// Somebody replied to a message of ours in a group. To a card that is a wish to take part, as in any other chat: they are asked in
/// private, or, where that can't be, with a button below what they wrote.
async fn replied_in_group(register: &Register, turn: &mut Turn<'_>, message: &Message) -> Result<()> {
    if turn.who().is_err() || message.reply_to.is_none() || listen::replied(register, turn, message).await? {
        return Ok(());
    }
    let Some(thing) = turn.replied_card().await? else { return Ok(()) };
    let Some(feature) = register.feature(&thing.feature) else { return Ok(()) };
    let Some(content) = feature.replied_to_card(turn, thing.id).await? else { return Ok(()) };
    let who = turn.who()?;
    if turn.member().await?.is_some() && Turn::reachable(&who) {
        return turn.reply(content);
    }
    turn.answers_all("reply");
    turn.say_here(content)
}

async fn press(register: &Register, turn: &mut Turn<'_>, data: &str) -> Result<()> {
    if turn.who().is_err() {
        return Ok(());
    }
    let known = if data.starts_with(dialogue::PREFIX) {
        dialogues::press(register, turn, data).await?;
        true
    } else if let Some((feature, rest)) = register.button(data)
        && (turn.in_private() || feature.in_groups(rest))
    {
        if feature.press(turn, rest).await? == Pressed::Outdated {
            turn.answer(turn.label("press-outdated", &[]));
        }
        if let Some(thing) = feature.card_of(rest) {
            turn.close_copy(thing).await?;
        }
        true
    } else {
        false
    };
    if !known {
        turn.answer(turn.label("press-outdated", &[]));
        // What a client makes up must not take the buttons off a message that others need.
        if turn.in_private() {
            turn.close_pressed();
        }
    }
    // Telegram shows a press as busy until it is answered.
    turn.answer("");
    // A press that waited was understood when it came.
    if turn.press().is_some_and(|p| p.presence_asked) {
        return Ok(());
    }
    turn.understood().await
}

async fn membership(register: &Register, turn: &mut Turn<'_>, change: MembershipChange) -> Result<()> {
    if let Some(chat) = turn.chat_here().map(|c| c.id) {
        match change {
            MembershipChange::In { rights } | MembershipChange::Rights { rights } => {
                turn.note_may_delete(chat, rights.may_delete).await?;
                turn.note_reach(chat, Reach::Open).await?;
                if turn.note_may_write(chat, rights.may_write).await? {
                    for feature in register.features() {
                        feature.group_refuses(turn, chat, Refusal::NotNow).await?;
                    }
                }
            }
            MembershipChange::Out => turn.note_reach(chat, Reach::Closed).await?,
        }
    }
    for feature in register.features() {
        feature.membership(turn, change).await?;
    }
    Ok(())
}

/// Says to whoever waits for an answer that something went wrong, and where to ask.
pub fn apologise(turn: &mut Turn<'_>, event: &Event, fault: &str) -> Result<()> {
    let is_waited_for = matches!(event.what, Happening::Message(_) | Happening::Press(_));
    if !is_waited_for || turn.who().is_err() {
        return Ok(());
    }
    let args = [("fault", Arg::Own(fault))];
    if turn.press().is_some() {
        turn.alert(turn.label("sorry-fault", &args));
        Ok(())
    } else {
        let text = Content::text(turn.say("sorry-fault", &args));
        if turn.in_private() { turn.reply(text) } else { turn.say_here(text) }
    }
}
