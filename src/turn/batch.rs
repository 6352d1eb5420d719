//! What a batch of events shares: people, chats, memberships and dialogues loaded once, and everything that goes out,
//! written once. Lives no longer than its transaction.

use std::collections::{HashMap, HashSet};

use sqlx::SqliteConnection;

use super::Features;
use crate::model::{
    BotName, CardKey, Chat, ChatId, Class, Content, Html, Keyboard, Member, Moment, Neighbourhood, NeighbourhoodId,
    OutboxId, Outgoing, Person, PersonId, Reach, Result, Send, SlotId, Thing,
};
use crate::store::{self, JobChange, Key, OutboxRow, SlotChange, StoredDialogue};
use crate::text::neighbour_name;

/// Everything that one transaction's events share.
#[derive(Default)]
pub struct Batch {
    bot: BotName,
    features: Features,
    touched: Vec<Thing>,
    people: HashMap<PersonId, Person>,
    by_user: HashMap<i64, PersonId>,
    chats: HashMap<ChatId, Chat>,
    by_tg: HashMap<i64, ChatId>,
    neighbourhoods: HashMap<NeighbourhoodId, Neighbourhood>,
    members: HashMap<PersonId, Vec<Member>>,
    dialogues: HashMap<PersonId, Option<StoredDialogue>>,
    changed_dialogues: HashSet<PersonId>,
    out: Vec<Outgoing>,
    cards: Vec<SlotChange>,
    jobs: JobChange,
}

impl Batch {
    /// An empty batch of a program with these features.
    pub fn new(bot: BotName, features: Features) -> Batch {
        Batch { bot, features, ..Batch::default() }
    }

    pub(super) fn features(&self) -> Features {
        self.features
    }

    pub(super) fn touch(&mut self, thing: Thing) {
        if !self.touched.contains(&thing) {
            self.touched.push(thing);
        }
    }

    /// The things that were touched since this was asked last, in order.
    pub fn take_touched(&mut self) -> Vec<Thing> {
        std::mem::take(&mut self.touched)
    }

    pub(super) fn bot(&self) -> &BotName {
        &self.bot
    }

    pub(super) fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
    }

    /// The person of one of Telegram's users.
    pub fn person_of_user(&self, user_id: i64) -> Option<PersonId> {
        self.by_user.get(&user_id).copied()
    }

    /// Puts a person as the database knows them. From here on they are called as others may read it.
    pub fn put_person(&mut self, mut person: Person) {
        if let Some(teams) = &person.outside_teams {
            person.name = neighbour_name(&person.name, teams.lines());
        }
        if let Some(initial) = person.initial.take() {
            person.name = format!("{} {initial}.", person.name);
        }
        self.by_user.insert(person.user_id, person.id);
        self.people.insert(person.id, person);
    }

    pub(super) fn chat(&self, id: ChatId) -> Option<&Chat> {
        self.chats.get(&id)
    }

    /// The chat of one of Telegram's ids.
    pub fn chat_of_tg(&self, tg_id: i64) -> Option<ChatId> {
        self.by_tg.get(&tg_id).copied()
    }

    /// Puts a chat as the database knows it.
    pub fn put_chat(&mut self, chat: Chat) {
        self.by_tg.insert(chat.tg_id, chat.id);
        self.chats.insert(chat.id, chat);
    }

    /// Reads a chat anew from the database.
    pub async fn refresh_chat(&mut self, db: &mut SqliteConnection, id: ChatId) -> Result<()> {
        if let Some(chat) = store::chat(db, id).await? {
            self.put_chat(chat);
        }
        Ok(())
    }

    /// Notes whether a chat can be written to, for the rest of the batch.
    pub fn note_reach(&mut self, chat: ChatId, reach: Reach) {
        if let Some(c) = self.chats.get_mut(&chat) {
            c.reach = reach;
        }
        for p in self.people.values_mut().filter(|p| p.chat == chat) {
            p.reach = reach;
        }
    }

    pub(super) fn neighbourhood(&self, id: NeighbourhoodId) -> Option<&Neighbourhood> {
        self.neighbourhoods.get(&id)
    }

    pub(super) fn put_neighbourhood(&mut self, n: Neighbourhood) {
        self.neighbourhoods.insert(n.id, n);
    }

    pub(super) fn members(&self, person: PersonId) -> Option<&[Member]> {
        self.members.get(&person).map(Vec::as_slice)
    }

    /// Puts all memberships of a person.
    pub fn put_members(&mut self, person: PersonId, members: Vec<Member>) {
        self.members.insert(person, members);
    }

    pub(super) fn forget_members(&mut self, person: PersonId) {
        self.members.remove(&person);
    }

    /// Was it looked up which dialogue a person is in?
    pub fn knows_dialogue(&self, person: PersonId) -> bool {
        self.dialogues.contains_key(&person)
    }

    /// Puts a dialogue as the database knows it, or that there is none.
    pub fn put_dialogue(&mut self, person: PersonId, dialogue: Option<StoredDialogue>) {
        self.dialogues.insert(person, dialogue);
    }

    /// The dialogue a person is in. The engine loads those of a batch's senders beforehand.
    pub fn dialogue(&self, person: PersonId) -> Option<&StoredDialogue> {
        self.dialogues.get(&person).and_then(Option::as_ref)
    }

    /// Changes or ends the dialogue a person is in.
    pub fn set_dialogue(&mut self, person: PersonId, dialogue: Option<StoredDialogue>) {
        self.dialogues.insert(person, dialogue);
        self.changed_dialogues.insert(person);
    }

    /// Puts something to send.
    pub fn put_out(&mut self, outgoing: Outgoing) {
        self.out.push(outgoing);
    }

    /// How much was put to send so far: a place to come back to.
    pub fn put_so_far(&self) -> usize {
        self.out.len()
    }

    /// Takes the big button of this private chat away: with the first message put since `place` that has no buttons of its
    /// own. Where there is none, with these words of their own, before what was put since.
    pub fn remove_big_button(&mut self, chat: ChatId, place: usize, words: impl FnOnce() -> Html) {
        let plain = self.out.iter_mut().skip(place).find_map(|o| match &mut o.send {
            Send::Message { content, .. } if o.chat == chat && content.keyboard == Keyboard::None => Some(content),
            _ => None,
        });
        if let Some(content) = plain {
            content.keyboard = Keyboard::Remove;
            return;
        }
        let content = Content { text: words(), keyboard: Keyboard::Remove };
        let alone = Outgoing::new(chat, Class::Reply, Send::message(content));
        self.out.insert(place.min(self.out.len()), alone);
    }

    /// What was put to send so far, in order.
    #[cfg(test)]
    pub fn take_out(&mut self) -> Vec<Outgoing> {
        std::mem::take(&mut self.out)
    }

    pub(super) fn put_card(&mut self, change: SlotChange) {
        match self.cards.iter_mut().find(|c| c.key == change.key) {
            Some(known) => known.content = change.content,
            None => self.cards.push(change),
        }
    }

    /// Is a card about to be written?
    pub(super) fn has_card(&self, key: &CardKey) -> bool {
        self.cards.iter().any(|c| c.key == *key)
    }

    /// Takes back a card that is not written yet.
    pub(super) fn drop_card(&mut self, key: &CardKey) {
        self.cards.retain(|c| c.key != *key);
    }

    /// Takes back the cards of a thing that are not written yet.
    pub(super) fn drop_cards(&mut self, thing: &Thing) {
        self.cards.retain(|c| c.key.thing != *thing);
    }

    /// Takes back what is to go to a chat and is not written yet.
    pub fn drop_chat(&mut self, chat: ChatId) {
        self.out.retain(|o| o.chat != chat);
        self.cards.retain(|c| c.key.chat != chat);
    }

    /// Puts a slot whose row is up to date: it is sent, edited or deleted when its turn comes.
    pub fn put_slot(&mut self, slot: SlotId, chat: ChatId) {
        self.put_out(Outgoing::new(chat, Class::Card, Send::Card { slot }));
    }

    /// A group takes our messages again: the cards that wait for it go out now.
    pub async fn hasten_cards(&mut self, db: &mut SqliteConnection, chat: ChatId, now: Moment) -> Result<()> {
        for slot in store::waiting_cards(db, chat, now).await? {
            let name = Some(store::name_of_waiting(slot));
            self.put_out(Outgoing::new(chat, Class::Reminder, Send::Card { slot }).instead_of(name));
        }
        Ok(())
    }

    pub(super) fn put_job(&mut self, feature: &'static str, kind: &'static str, thing: i64, at: Option<Moment>) {
        self.jobs.insert((feature, kind, thing), at);
    }

    /// Did a feature ask to be woken, or take that back?
    pub fn touched_jobs(&self) -> bool {
        !self.jobs.is_empty()
    }

    /// Takes out of the outbox what this batch says anew; returns which rows that were. Of two that it says itself the newest
    /// counts.
    pub async fn replace(&mut self, db: &mut SqliteConnection) -> Result<Vec<OutboxId>> {
        let mut newest: HashSet<(ChatId, String)> = HashSet::new();
        let mut kept: Vec<Outgoing> = Vec::with_capacity(self.out.len());
        for outgoing in std::mem::take(&mut self.out).into_iter().rev() {
            let name = outgoing.instead.clone();
            if name.is_none_or(|name| newest.insert((outgoing.chat, name))) {
                kept.push(outgoing);
            }
        }
        kept.reverse();
        self.out = kept;
        if newest.is_empty() {
            return Ok(Vec::new());
        }
        let names: Vec<(ChatId, &str)> = newest.iter().map(|(chat, name)| (*chat, name.as_str())).collect();
        store::take_named_rows(db, &names).await
    }

    /// Writes everything that the batch gathered; returns the rows that are new in the outbox.
    pub async fn write(
        mut self,
        db: &mut SqliteConnection,
        key: &Key,
        mut next_id: impl FnMut() -> OutboxId,
    ) -> Result<Vec<OutboxRow>> {
        if !self.changed_dialogues.is_empty() {
            let changed: Vec<_> =
                self.changed_dialogues.iter().map(|p| (*p, self.dialogues.get(p).and_then(Option::as_ref))).collect();
            store::save_dialogues(db, key, &changed).await?;
        }
        if !self.jobs.is_empty() {
            store::store_jobs(db, &self.jobs).await?;
        }
        if !self.cards.is_empty() {
            let cards = std::mem::take(&mut self.cards);
            for (slot, chat) in store::store_cards(db, key, &cards).await? {
                self.put_slot(slot, chat);
            }
        }
        if self.out.is_empty() {
            return Ok(Vec::new());
        }
        let (mut names, mut of_team) = (Vec::new(), Vec::new());
        let mut rows: Vec<OutboxRow> = Vec::with_capacity(self.out.len());
        for o in self.out {
            let id = next_id();
            names.extend(o.instead.map(|name| (id, name)));
            let is_media = matches!(o.send, Send::Media { .. });
            of_team.extend(o.team_of.map(|n| (id, n, is_media)));
            let Outgoing { chat, class, send, not_before, not_after, thing, .. } = o;
            rows.push(OutboxRow { id, chat, class, send, not_before, not_after, thing });
        }
        let stored: HashSet<OutboxId> = store::store_rows(db, key, &rows).await?.into_iter().collect();
        if !names.is_empty() {
            store::name_rows(db, &names).await?;
        }
        if !of_team.is_empty() {
            store::mark_team_rows(db, &of_team).await?;
        }
        rows.retain(|r| stored.contains(&r.id));
        Ok(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ChatKind, Content, Event, EventChat, Happening, Html, Language};
    use crate::store::ChatSeen;
    use crate::turn::Turn;

    #[tokio::test]
    async fn what_one_event_changes_the_next_of_the_batch_finds() {
        let (_folder, opened) = store::sample().await;
        let (mut db, key) = (opened.writer().await.unwrap(), opened.key());
        let seen = [ChatSeen(-5, "group", "Buren".into(), "open")];
        let chat = store::upsert_chats(&mut db, &seen).await.unwrap().remove(0);
        let n = store::create_neighbourhood(&mut db, "Oost", "team", Language::Nl, "x", Moment(0)).await.unwrap();
        let mut batch = Batch::default();
        batch.put_chat(chat.clone());
        let place = EventChat { tg_id: -5, kind: ChatKind::Group, title: "Buren".into(), topic: None };
        let event = Event { at: Moment(0), seed: 1, sender: None, chat: Some(place), what: Happening::Nothing };

        let mut turn = Turn::new(&mut db, &mut batch, key, &event, Moment(0));
        turn.place_group(chat.id, Some(n), None).await.unwrap();
        let thing = Thing { feature: "req".into(), id: 1 };
        turn.card(thing.clone(), chat.id, Content::text(Html::from_words("hulp")));

        let mut turn = Turn::new(&mut db, &mut batch, key, &event, Moment(0));
        assert_eq!(turn.chat_here().and_then(|c| c.neighbourhood), Some(n), "whose group it is");
        turn.remove_cards(&thing).await.unwrap();
        let rows = batch.write(&mut db, key, || OutboxId(1)).await.unwrap();
        assert!(rows.is_empty(), "a card that was taken back before it was written is never posted");
    }
}
