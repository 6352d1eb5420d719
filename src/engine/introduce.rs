//! Makes the people and chats of a batch known before any feature runs: a few statements for all, not a few for each.

use std::collections::{HashMap, HashSet};

use sqlx::SqliteConnection;

use super::command::command;
use crate::model::{
    BotName, ChatKind, Event, EventChat, Fault, Happening, MembershipChange, Moment, PersonId, Reach, Result, Sender,
};
use crate::store::{self, ChatSeen, PersonSeen};
use crate::text::clean_name;
use crate::turn::Batch;

/// Returns whether this event makes its sender known to us. A reply to us does. Writing in a group alone does not,
/// nor does another bot's command.
fn concerns_us(event: &Event, bot: &BotName) -> bool {
    let private = event.chat.as_ref().is_none_or(|p| p.kind == ChatKind::Private);
    match &event.what {
        Happening::Message(m) => private || m.reply_to.is_some() || command(&m.text, &bot.username).is_some(),
        Happening::Press(_) | Happening::Membership(_) => true,
        _ => false,
    }
}

/// Makes the batch's people and chats known, and loads what features will ask of them, before any feature runs.
pub async fn introduce(
    tx: &mut SqliteConnection,
    batch: &mut Batch,
    store: &store::Store,
    bot: &BotName,
    now: Moment,
    events: impl Iterator<Item = &Event>,
) -> Result<()> {
    let mut chats: HashMap<i64, ChatSeen> = HashMap::new();
    let mut people: HashMap<i64, PersonSeen> = HashMap::new();
    for event in events {
        let topic_made = matches!(&event.what, Happening::Message(m) if m.new_topic.is_some());
        if !concerns_us(event, bot) && !topic_made {
            continue;
        }
        if let Some(p) = &event.chat {
            let leaves = matches!(event.what, Happening::Membership(MembershipChange::Out));
            let reach = if leaves { Reach::Closed } else { Reach::Open };
            let title = match p.kind {
                ChatKind::Private => String::new(),
                ChatKind::Group | ChatKind::Supergroup => clean_name(&p.title),
                ChatKind::Channel => continue,
            };
            chats.insert(p.tg_id, ChatSeen(p.tg_id, p.kind.word(), title, reach.word()));
        }
        let Some(s) = event.sender.as_ref().filter(|s| !s.faceless && concerns_us(event, bot)) else { continue };
        chats.entry(s.user_id).or_insert_with(|| ChatSeen(s.user_id, "private", String::new(), "never"));
        people.insert(
            s.user_id,
            PersonSeen(s.user_id, clean_name(&s.name), s.initial.clone(), s.username.clone(), s.language_tag.clone()),
        );
    }
    if !chats.is_empty() {
        let seen: Vec<ChatSeen> = chats.into_values().collect();
        for chat in store::upsert_chats(tx, &seen).await? {
            batch.put_chat(chat);
        }
    }
    if people.is_empty() {
        return Ok(());
    }
    let seen: Vec<PersonSeen> = people.into_values().collect();
    let known = store::upsert_people(tx, &seen).await?;
    let ids: Vec<PersonId> = known.iter().map(|p| p.id).collect();
    for person in known {
        batch.put_person(person);
    }
    let mut members: HashMap<PersonId, Vec<_>> = ids.iter().map(|p| (*p, Vec::new())).collect();
    for member in store::load_members(tx, &ids, now).await? {
        members.entry(member.person).or_default().push(member);
    }
    for (person, list) in members {
        batch.put_members(person, list);
    }
    let mut dialogues = store::load_dialogues(tx, store.key(), &ids).await?;
    let unique: HashSet<PersonId> = ids.into_iter().collect();
    for person in unique {
        batch.put_dialogue(person, dialogues.remove(&person));
    }
    Ok(())
}

/// Makes the person and the chat of a press that waited known to the batch; returns the press as an event.
pub async fn introduce_again(
    tx: &mut SqliteConnection,
    batch: &mut Batch,
    store: &store::Store,
    held: store::HeldPress,
    now: Moment,
) -> Result<Event> {
    let known = |what: &str| Fault::event(format!("a held press without its {what}"));
    let person = store::person(tx, held.person).await?.ok_or_else(|| known("person"))?;
    let chat = store::chat(tx, held.chat).await?.ok_or_else(|| known("chat"))?;
    let sender = Sender {
        user_id: person.user_id,
        name: person.name.clone(),
        initial: None,
        username: person.username.clone(),
        language_tag: None,
        faceless: false,
    };
    let place = EventChat { tg_id: chat.tg_id, kind: chat.kind, title: chat.title.clone(), topic: None };
    if batch.person_of_user(person.user_id).is_none() {
        let members = store::load_members(tx, &[person.id], now).await?;
        batch.put_members(person.id, members);
        batch.put_person(person);
    }
    if !batch.knows_dialogue(held.person) {
        let mut dialogues = store::load_dialogues(tx, store.key(), &[held.person]).await?;
        batch.put_dialogue(held.person, dialogues.remove(&held.person));
    }
    if batch.chat_of_tg(chat.tg_id).is_none() {
        batch.put_chat(chat);
    }
    Ok(Event {
        at: held.at,
        seed: held.seed.cast_unsigned(),
        sender: Some(sender),
        chat: Some(place),
        what: Happening::Press(held.press),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Message;

    #[test]
    fn writing_in_a_group_makes_nobody_known() {
        let bot = BotName { username: "StoepBot".into(), ..BotName::default() };
        let known = |kind, text: &str, reply_to| {
            let message = Message { id: 1, text: text.into(), attachment: None, reply_to, new_topic: None };
            let place = EventChat { tg_id: -5, kind, title: String::new(), topic: None };
            let what = Happening::Message(message);
            concerns_us(&Event { at: Moment(0), seed: 0, sender: None, chat: Some(place), what }, &bot)
        };
        assert!(known(ChatKind::Private, "hoi", None));
        assert!(known(ChatKind::Group, "/vraag@stoepbot lamp", None));
        assert!(known(ChatKind::Group, "dat wil ik wel doen", Some(7)), "a reply to us is written to us");
        for text in ["hoi", "dank je", "/weer@ander_bot", "/ hm"] {
            assert!(!known(ChatKind::Group, text, None), "{text}");
        }
    }
}
