//! Who is still in the groups of a neighbourhood. What somebody does in a group shows that they are there; Telegram says when they leave.
//! Before two people learn how to reach each other, Telegram is asked once more: the press waits for that, a minute at most.

use super::Turn;
use crate::model::{
    ChatKind, Class, Happening, Moment, NeighbourhoodId, Outgoing, PersonId, Presence, Reach, Result, Send, Standing,
    Thing,
};
use crate::store::{self, HeldPress};

/// What questions about a held press are about, in the outbox and among the jobs. No feature can have this name: it is too long.
pub const HELD: &str = "held-press";

/// What the job is called that goes on without an answer.
pub const GO_ON: &str = "go-on";

/// Seconds that a press waits for Telegram's word; then what is known counts.
const PATIENCE: i64 = 60;

/// The reason of who was put out of a neighbourhood because a group's administrator put them out of its last group.
pub const OUT_OF_GROUP: &str = "group";

/// Where somebody left the last group of a neighbourhood in which they were seen.
#[derive(Clone, Copy, Debug)]
pub struct LastGroupLeft {
    /// Who.
    pub person: PersonId,
    /// Which neighbourhood.
    pub neighbourhood: NeighbourhoodId,
    /// Did an administrator of the group put them out?
    pub put_out: bool,
}

impl Turn<'_> {
    /// For the engine, before somebody's act in a group is handled: who is there again takes part again, if all that kept them out was
    /// that they were not.
    pub async fn welcome_back(&mut self) -> Result<()> {
        let Some(n) = self.group_neighbourhood() else { return Ok(()) };
        let who = self.who()?;
        if self.membership(who.id, n).await?.is_none() {
            self.is_back(who.id, n).await?;
        }
        Ok(())
    }

    /// For the engine, after somebody's act in a group was handled: a member was seen there.
    pub async fn note_present(&mut self) -> Result<()> {
        let Some(n) = self.group_neighbourhood() else { return Ok(()) };
        let (who, Some(chat)) = (self.who()?, self.chat) else { return Ok(()) };
        if self.membership(who.id, n).await?.is_some() {
            store::note_present(self.db, who.id, chat).await?;
        }
        Ok(())
    }

    fn group_neighbourhood(&self) -> Option<NeighbourhoodId> {
        let here = self.chat_here().filter(|c| c.kind != ChatKind::Private)?.neighbourhood;
        let is_act = matches!(self.event.what, Happening::Message(_) | Happening::Press(_));
        here.filter(|_| is_act && self.sender.is_some())
    }

    async fn is_back(&mut self, person: PersonId, n: NeighbourhoodId) -> Result<()> {
        for row in self.standings(person, n).await? {
            let by_group = row.standing == Standing::Out && row.reason.as_deref() == Some(OUT_OF_GROUP);
            if by_group || row.standing == Standing::Asked {
                self.drop_standing(person, n, row.standing).await?;
            }
        }
        Ok(())
    }

    /// For the engine: Telegram said that a user is, or is no longer, in a chat. Where that was the last group of a neighbourhood in
    /// which a member was seen, that is returned: to leave a group is to have been seen there. Who is not known to us stays so.
    pub async fn note_presence(
        &mut self,
        tg_chat: i64,
        user_id: i64,
        presence: Presence,
    ) -> Result<Option<LastGroupLeft>> {
        let Some(person) = store::person_of_user(self.db, user_id).await? else { return Ok(None) };
        let Some(chat) = store::chat_by_tg_id(self.db, tg_chat).await? else { return Ok(None) };
        let Some(n) = chat.neighbourhood else { return Ok(None) };
        if presence == Presence::Here {
            self.is_back(person, n).await?;
            if self.membership(person, n).await?.is_some() {
                store::note_present(self.db, person, chat.id).await?;
            }
            return Ok(None);
        }
        store::drop_present(self.db, person, chat.id).await?;
        if !store::present_in(self.db, person, n).await?.is_empty() {
            return Ok(None);
        }
        let member = self.membership(person, n).await?;
        // Who has a role belongs to the neighbourhood by that, in a group or not.
        let resident = member.is_some_and(|m| m.roles.is_empty());
        Ok(resident.then_some(LastGroupLeft { person, neighbourhood: n, put_out: presence == Presence::PutOut }))
    }

    /// Two people are about to learn how to reach each other by this press. Where one of them was seen in a group, Telegram is asked
    /// whether they still are, and this returns true: the press is handled again once Telegram answered, or after a minute by what is
    /// known then.
    pub async fn hold_for_presence(&mut self, n: NeighbourhoodId, people: &[PersonId]) -> Result<bool> {
        let (Some(press), Some(here)) = (self.press().filter(|p| !p.presence_asked), self.chat) else {
            return Ok(false);
        };
        let mut questions = Vec::new();
        for person in people {
            let user_id = self.person(*person).await?.user_id;
            for chat in store::present_in(self.db, *person, n).await? {
                if self.chat(chat).await?.reach == Reach::Open {
                    questions.push((chat, user_id));
                }
            }
        }
        if questions.is_empty() {
            return Ok(false);
        }
        let (person, seed) = (self.who()?.id, self.event.seed.cast_signed());
        let held = HeldPress { person, chat: here, press: press.clone(), at: self.event.at, seed };
        let id = store::hold_press(self.db, &held).await?;
        for (chat, user_id) in questions {
            let about = Some(Thing { feature: HELD.to_owned(), id });
            self.put(Outgoing::new(chat, Class::Press, Send::AskPresence { user_id }).about(about));
        }
        let until: Moment = self.now.plus(PATIENCE);
        self.batch.put_job(HELD, GO_ON, id, Some(until));
        // It is answered when it is handled again.
        self.answered = true;
        Ok(true)
    }

    /// For the engine: a held press is handled now, with or without an answer.
    pub fn end_hold(&mut self, id: i64) {
        self.batch.put_job(HELD, GO_ON, id, None);
    }
}
