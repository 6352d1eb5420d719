//! What a turn can do about cards: the one living message about a thing in a chat, a group or somebody's own.

use super::Turn;
use crate::model::{CardKey, ChatId, Class, Content, Fault, Outgoing, Result, Send, Thing};
use crate::store::{self, SlotChange};

impl Turn<'_> {
    /// The thing changed: its feature draws its cards once, after all events of the batch.
    pub fn touched(&mut self, thing: Thing) {
        self.batch.touch(thing);
    }

    /// What a thing's card in a chat shows from now on: sent or edited when its turn comes.
    pub fn card(&mut self, thing: Thing, chat: ChatId, content: Content) {
        self.batch.put_card(SlotChange { key: CardKey { thing, chat }, content });
    }

    /// The pressed message, where it can become a card: this very button stands on it, for the data of a press is what a client
    /// says it is, and it is a text, for a card is one.
    fn pressed_card_to_be(&self) -> Option<i64> {
        self.press().filter(|p| p.stands && p.is_text).and_then(|p| p.message_id)
    }

    /// The pressed message becomes the thing's card; where it may not be changed, the card is a new message.
    pub async fn adopt_pressed(&mut self, thing: Thing, content: Content) -> Result<()> {
        let chat = self.chat.ok_or_else(|| Fault::event("an event without a chat"))?;
        let key = CardKey { thing, chat };
        match self.pressed_card_to_be() {
            Some(message_id) => {
                let slot = store::adopt_slot(self.db, self.key, &key, message_id, &content, false).await?;
                self.batch.put_slot(slot, chat);
            }
            None => self.batch.put_card(SlotChange { key, content }),
        }
        Ok(())
    }

    /// The pressed message becomes the thing's card, whatever was it before: that keeps its words and loses its buttons.
    /// Where the pressed message may not be changed, or was it already, as [`Turn::card`].
    pub async fn move_card(&mut self, thing: Thing, content: Content) -> Result<()> {
        let chat = self.chat.ok_or_else(|| Fault::event("an event without a chat"))?;
        let key = CardKey { thing, chat };
        let before = store::message_of_slot(self.db, &key).await?;
        match self.pressed_card_to_be() {
            Some(message_id) if before != Some(message_id) => {
                self.close_message(chat, before);
                self.batch.drop_card(&key);
                let slot = store::adopt_slot(self.db, self.key, &key, message_id, &content, true).await?;
                self.batch.put_slot(slot, chat);
            }
            _ => self.batch.put_card(SlotChange { key, content }),
        }
        Ok(())
    }

    /// The thing's card in this chat is a new message from now on, at the end of it; the one before keeps its words and
    /// loses its buttons.
    pub async fn card_anew(&mut self, thing: Thing, chat: ChatId, content: Content) -> Result<()> {
        let key = CardKey { thing, chat };
        let before = store::leave_slot(self.db, &key).await?;
        self.close_message(chat, before);
        self.batch.put_card(SlotChange { key, content });
        Ok(())
    }

    /// In a group: takes the buttons off the pressed message, where it looks like the thing's card and is none. Such a copy is
    /// left where Telegram took a card and its answer was lost; what is changed later is changed on the other one.
    pub async fn close_copy(&mut self, thing: Thing) -> Result<()> {
        let Some(chat) = self.chat.filter(|_| !self.in_private()) else { return Ok(()) };
        let Some(pressed) = self.press().filter(|p| p.stands).and_then(|p| p.message_id) else { return Ok(()) };
        let card = store::message_of_slot(self.db, &CardKey { thing, chat }).await?;
        if card.is_some_and(|card| card != pressed) {
            self.close_message(chat, Some(pressed));
        }
        Ok(())
    }

    fn close_message(&mut self, chat: ChatId, message: Option<i64>) {
        let Some(message_id) = message else { return };
        self.put(Outgoing::new(chat, Class::Card, Send::CloseButtons { message_id }));
    }

    /// Has a thing a card in this chat, or will it have one with this batch?
    pub async fn has_card(&mut self, thing: &Thing, chat: ChatId) -> Result<bool> {
        let key = CardKey { thing: thing.clone(), chat };
        Ok(self.batch.has_card(&key) || store::has_slot(self.db, &key).await?)
    }

    /// The thing whose card the pressed message is.
    pub async fn pressed_card(&mut self) -> Result<Option<Thing>> {
        match (self.chat, self.press().and_then(|p| p.message_id)) {
            (Some(chat), Some(message_id)) => store::thing_of_message(self.db, chat, message_id).await,
            _ => Ok(None),
        }
    }

    /// The thing whose card the message of ours is that the sender replied to.
    pub async fn replied_card(&mut self) -> Result<Option<Thing>> {
        match (self.chat, self.message().and_then(|m| m.reply_to)) {
            (Some(chat), Some(message_id)) => store::thing_of_message(self.db, chat, message_id).await,
            _ => Ok(None),
        }
    }

    /// Forgets where a thing's cards stand; the messages stay as they are.
    pub async fn forget_cards(&mut self, thing: &Thing) -> Result<()> {
        self.batch.drop_cards(thing);
        for (slot, ..) in store::slots_of(self.db, thing).await? {
            store::delete_slot(self.db, slot).await?;
        }
        Ok(())
    }

    /// Deletes a thing's cards from the groups.
    pub async fn remove_cards(&mut self, thing: &Thing) -> Result<()> {
        self.batch.drop_cards(thing);
        for (slot, chat) in store::remove_slots(self.db, thing).await? {
            self.batch.put_slot(slot, chat);
        }
        Ok(())
    }

    /// Where a thing has cards, with the message where it is there already.
    pub async fn cards_of(&mut self, thing: &Thing) -> Result<Vec<(ChatId, Option<i64>)>> {
        let slots = store::slots_of(self.db, thing).await?;
        Ok(slots.into_iter().map(|(_, chat, message)| (chat, message)).collect())
    }
}
