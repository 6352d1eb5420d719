//! Groups: who is in them, which topics they have, and how they become supergroups or end.

use serde_json::{Value, json};

use super::log::What;
use super::state::{AdminRights, Author, Chat, ChatKey, ChatKind, Message, Standing, State, Topic};
use super::world::{Impossible, World, impossible};

impl World {
    /// Adds a group with its creator in it and gives its id: −N for a basic group, −100N for a supergroup. Only a
    /// supergroup can be a forum.
    pub fn add_group(&self, title: &str, supergroup: bool, forum: bool, creator: i64) -> i64 {
        self.with(|s| {
            s.last_group += 1;
            let id = if supergroup || forum { supergroup_id(s.last_group) } else { -s.last_group };
            let kind = if supergroup || forum { ChatKind::Supergroup } else { ChatKind::Group };
            let mut chat = Chat::new(ChatKey::group(id), kind, title.into());
            chat.forum = forum;
            chat.members.insert(creator, Standing::Creator);
            s.chats.insert(chat.key, chat);
            s.note(What::GroupChanged { chat: id });
            id
        })
    }

    /// A person joins a group.
    pub fn add_member(&self, chat: i64, user: i64) -> Result<(), Impossible> {
        self.with(|s| {
            if !s.people.contains_key(&user) {
                return impossible("nobody has this id");
            }
            s.change_standing(chat, user, user, Standing::Member)
        })
    }

    /// A person leaves a group.
    pub fn remove_member(&self, chat: i64, user: i64) -> Result<(), Impossible> {
        self.with(|s| s.change_standing(chat, user, user, Standing::Left))
    }

    /// An administrator of a group puts somebody out of it.
    pub fn put_member_out(&self, chat: i64, user: i64, by: i64) -> Result<(), Impossible> {
        self.with(|s| s.change_standing(chat, user, by, Standing::Kicked))
    }

    /// Somebody is out of a group, and no bot hears of it: a large group shows nobody leaving, and tells administrators alone.
    pub fn slip_out(&self, chat: i64, user: i64) -> Result<(), Impossible> {
        self.with(|s| match s.chats.get_mut(&ChatKey::group(chat)) {
            Some(group) if group.standing(user).is_in() => {
                group.members.insert(user, Standing::Left);
                s.note(What::GroupChanged { chat });
                Ok(())
            }
            _ => impossible("is not in the group"),
        })
    }

    /// Makes a member an administrator of the group, or an ordinary member again.
    pub fn set_member_admin(
        &self,
        chat: i64,
        user: i64,
        by: i64,
        rights: Option<AdminRights>,
    ) -> Result<(), Impossible> {
        self.with(|s| s.change_standing(chat, user, by, standing(rights)))
    }

    /// Somebody adds a bot to a group, at once as an administrator or not.
    pub fn add_bot_to_group(
        &self,
        chat: i64,
        bot: i64,
        by: i64,
        as_admin: Option<AdminRights>,
    ) -> Result<(), Impossible> {
        self.with(|s| {
            if !s.bots.contains_key(&bot) {
                return impossible("there is no such bot");
            }
            s.change_standing(chat, bot, by, standing(as_admin))
        })
    }

    /// Somebody removes a bot from a group.
    pub fn remove_bot_from_group(&self, chat: i64, bot: i64, by: i64) -> Result<(), Impossible> {
        self.with(|s| s.change_standing(chat, bot, by, Standing::Kicked))
    }

    /// An administrator of a group forbids somebody, a bot most likely, to write there, or allows it again.
    pub fn silence(&self, chat: i64, user: i64, by: i64, silent: bool) -> Result<(), Impossible> {
        let new = if silent { Standing::Silenced } else { Standing::Member };
        self.with(|s| match s.chats.get(&ChatKey::group(chat)) {
            Some(group) if group.standing(user).is_in() => s.change_standing(chat, user, by, new),
            _ => impossible("is not in the group"),
        })
    }

    /// Makes a topic in a forum and gives its thread id.
    pub fn create_topic(&self, chat: i64, by: i64, name: &str) -> Result<i64, Impossible> {
        self.with(|s| {
            let Some(group) = s.chats.get(&ChatKey::group(chat)) else { return impossible("there is no such group") };
            if !group.forum {
                return impossible("the group has no topics");
            }
            s.make_topic(group.key, Author::Person(by), name)
        })
    }

    /// Closes a topic, or opens it again: in a closed one only those may write who may manage topics.
    pub fn close_topic(&self, chat: i64, thread: i64, closed: bool) -> Result<(), Impossible> {
        self.with(|s| match s.chats.get_mut(&ChatKey::group(chat)).and_then(|c| c.topics.get_mut(&thread)) {
            Some(topic) => {
                topic.closed = closed;
                s.note(What::GroupChanged { chat });
                Ok(())
            }
            None => impossible("there is no such topic"),
        })
    }

    /// Deletes a topic with all its messages.
    pub fn delete_topic(&self, chat: i64, thread: i64) -> Result<(), Impossible> {
        self.with(|s| {
            let Some(group) = s.chats.get_mut(&ChatKey::group(chat)) else {
                return impossible("there is no such group");
            };
            if group.topics.remove(&thread).is_none() {
                return impossible("there is no such topic");
            }
            for message in group.messages.values_mut().filter(|m| m.thread == Some(thread)) {
                message.deleted = true;
            }
            s.note(What::GroupChanged { chat });
            Ok(())
        })
    }

    /// A basic group becomes a supergroup: another id, both service messages, and the old id answers with the new one.
    /// Gives the new id.
    pub fn upgrade_group(&self, chat: i64) -> Result<i64, Impossible> {
        self.with(|s| {
            let group = s.live_group(chat)?;
            if group.kind != ChatKind::Group {
                return impossible("it is a supergroup already");
            }
            let (old, new) = (group.key, ChatKey::group(supergroup_id(-chat)));
            let creator = group.creator();
            let mut upgraded = Chat::new(new, ChatKind::Supergroup, group.title.clone());
            upgraded.members = group.members.clone();
            s.chats.insert(new, upgraded);
            // Telegram's server says first that each bot was added to the new one (tdlib/telegram-bot-api, issue 266).
            for bot in s.bots_in(new) {
                let standing = s.chats.get(&new).map_or(Standing::Left, |c| c.standing(bot).clone());
                s.tell_standing(new, bot, creator, &Standing::Left, &standing);
            }
            s.serve(old, Author::Person(creator), "migrate_to_chat_id", new.id.into());
            if let Some(group) = s.chats.get_mut(&old) {
                group.migrated_to = Some(new.id);
            }
            s.serve(new, Author::Person(creator), "migrate_from_chat_id", old.id.into());
            s.note(What::GroupChanged { chat: old.id });
            Ok(new.id)
        })
    }

    /// Its creator deletes a group.
    pub fn delete_group(&self, chat: i64) -> Result<(), Impossible> {
        self.with(|s| {
            let group = s.live_group(chat)?;
            let (key, creator) = (group.key, group.creator());
            for bot in s.bots_in(key) {
                let old = s.chats.get(&key).map_or(Standing::Left, |c| c.standing(bot).clone());
                s.tell_standing(key, bot, creator, &old, &Standing::Left);
            }
            if let Some(group) = s.chats.get_mut(&key) {
                group.deleted = true;
                group.members.clear();
            }
            s.note(What::GroupChanged { chat });
            Ok(())
        })
    }
}

impl State {
    fn live_group(&self, chat: i64) -> Result<&Chat, Impossible> {
        let group = self.chats.get(&ChatKey::group(chat)).filter(|c| c.is_live());
        group.map_or_else(|| impossible("there is no such group"), Ok)
    }

    fn change_standing(&mut self, chat: i64, user: i64, by: i64, new: Standing) -> Result<(), Impossible> {
        let group = self.live_group(chat)?;
        let (key, old) = (group.key, group.standing(user).clone());
        if old == new || old == Standing::Creator {
            return impossible("that is so already, or it is the creator");
        }
        if !old.is_in() && !new.is_in() {
            return impossible("is not in the group");
        }
        let basic = group.kind == ChatKind::Group;
        let author = Author::Person(by);
        // Who is put out of a supergroup does not see the message about it; in a basic group they do.
        if !new.is_in() && basic {
            let user_json = self.user(user);
            self.serve(key, author, "left_chat_member", user_json);
        }
        if let Some(group) = self.chats.get_mut(&key) {
            group.members.insert(user, new.clone());
        }
        self.tell_standing(key, user, by, &old, &new);
        if !old.is_in() {
            let user_json = self.user(user);
            self.serve(key, author, "new_chat_members", json!([user_json]));
        } else if !new.is_in() && !basic {
            let user_json = self.user(user);
            self.serve(key, author, "left_chat_member", user_json);
        }
        self.note(What::GroupChanged { chat });
        Ok(())
    }

    /// Puts a service message into a chat and tells the bots.
    pub fn serve(&mut self, key: ChatKey, by: Author, field: &'static str, value: Value) -> Option<i64> {
        let message = Message::service(by, self.now(), field, value);
        let id = self.put(key, message)?;
        self.note(What::Service { chat: key.id, message_id: id, kind: field.into() });
        self.deliver(key, id, "message");
        Some(id)
    }

    /// Makes a topic; its id is the id of the message that says so.
    pub fn make_topic(&mut self, key: ChatKey, by: Author, name: &str) -> Result<i64, Impossible> {
        let topic = Topic { name: name.into(), closed: false, by };
        let content = State::topic(&topic);
        let message = Message::service(by, self.now(), "forum_topic_created", content.into());
        let Some(id) = self.put(key, message) else { return impossible("there is no such group") };
        if let Some(group) = self.chats.get_mut(&key) {
            group.topics.insert(id, topic);
            if let Some(message) = group.messages.get_mut(&id) {
                message.thread = Some(id);
            }
        }
        self.note(What::Service { chat: key.id, message_id: id, kind: "forum_topic_created".into() });
        self.deliver(key, id, "message");
        Ok(id)
    }
}

fn standing(rights: Option<AdminRights>) -> Standing {
    rights.map_or(Standing::Member, Standing::Administrator)
}

impl Chat {
    /// Returns true if it was not deleted and has no newer id.
    pub fn is_live(&self) -> bool {
        !self.deleted && self.migrated_to.is_none()
    }

    fn creator(&self) -> i64 {
        self.members.iter().find(|(_, m)| **m == Standing::Creator).map_or(0, |(id, _)| *id)
    }
}

fn supergroup_id(number: i64) -> i64 {
    -1_000_000_000_000 - number
}
