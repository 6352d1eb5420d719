//! What a turn can do about neighbourhoods and the people in them: beyond whom it found when it began.

use super::Turn;
use crate::model::{
    Chat, ChatId, ChatKind, Class, Content, Language, Neighbourhood, NeighbourhoodId, Outgoing, Person, PersonId,
    Reach, Result, Role, Send, Thing,
};
use crate::store::{self, InvitationKind, Unused};
use crate::text::local_date;

/// Days that an invitation code can be used.
pub const INVITATION_DAYS: i64 = 7;

/// An invitation code that somebody used.
#[derive(Clone, Copy, Debug)]
pub struct Redeemed {
    /// What it gives.
    pub kind: InvitationKind,
    /// They used it before: a second tap gives nothing twice.
    pub again: bool,
    /// Who made it; none for an operator's.
    pub by: Option<PersonId>,
}

impl Turn<'_> {
    /// Who did it, where it was a person: an anonymous administrator or a bot is none.
    pub fn sender(&self) -> Option<Person> {
        self.sender.and_then(|id| self.batch.person(id)).cloned()
    }

    /// Was it written by an anonymous administrator of the group?
    pub fn is_anonymous(&self) -> bool {
        self.event.sender.as_ref().is_some_and(|s| s.faceless)
    }

    /// Does the sender belong to no neighbourhood?
    pub fn is_stranger(&self) -> bool {
        self.sender.and_then(|id| self.batch.members(id)).is_some_and(<[_]>::is_empty)
    }

    /// The chats in which something still waits to go out under this name.
    pub async fn waiting_under(&mut self, name: &str) -> Result<std::collections::HashSet<ChatId>> {
        store::chats_waiting_under(self.db, name).await
    }

    /// May the sender set up a new neighbourhood? The operator allowed it: by an id in the configuration, or by a code that is not
    /// spent yet.
    pub async fn may_set_up(&mut self) -> Result<bool> {
        let who = self.who()?;
        self.person_may_set_up(&who).await
    }

    /// May this person set up a neighbourhood?
    pub async fn person_may_set_up(&mut self, who: &Person) -> Result<bool> {
        Ok(self.bot().operators.contains(&who.user_id) || store::has_operator_leave(self.db, who.id).await?)
    }

    /// Returns true if this supergroup may be what became of a basic group that we know: it has the name of one. Telegram says that the
    /// bot was added to it before it says that the group moved.
    pub async fn may_be_upgraded(&mut self, chat: &Chat) -> Result<bool> {
        Ok(chat.kind == ChatKind::Supergroup && store::knows_basic_group(self.db, &chat.title).await?)
    }

    /// Spends somebody's leave of the operator on a neighbourhood. Returns true if they had one, spent one on it before, or need none.
    pub async fn spend_leave(&mut self, person: PersonId, n: NeighbourhoodId) -> Result<bool> {
        let user_id = self.person(person).await?.user_id;
        Ok(self.bot().operators.contains(&user_id) || store::spend_operator_leave(self.db, person, n).await?)
    }

    /// What an invitation would give now, without using it; `None` if it is worth nothing.
    pub async fn unused_invitation(&mut self, code: &str) -> Result<Option<Unused>> {
        store::unused_invitation(self.db, code, self.now).await
    }

    /// Who holds a role in a neighbourhood, longest first.
    pub async fn holders(&mut self, n: NeighbourhoodId, role: Role) -> Result<Vec<Person>> {
        let mut holders = Vec::new();
        for id in store::holders_of(self.db, n, role).await? {
            holders.push(self.person(id).await?);
        }
        Ok(holders)
    }

    /// Whom of a neighbourhood's team to tell something without being asked: the moderators who can be reached, else the
    /// administrators; never `but`.
    pub async fn team_to_tell(&mut self, n: NeighbourhoodId, but: &[PersonId]) -> Result<Vec<Person>> {
        let mut found = self.moderators_to_tell(n, but).await?;
        if found.is_empty() {
            found = self.holders(n, Role::Administrator).await?;
            found.retain(|p| !but.contains(&p.id) && Self::may_disturb(p));
        }
        Ok(found)
    }

    /// The moderators who can be told something without being asked, other than `but`: who alone hears of what is confidential.
    pub async fn moderators_to_tell(&mut self, n: NeighbourhoodId, but: &[PersonId]) -> Result<Vec<Person>> {
        let mut found = self.holders(n, Role::Moderator).await?;
        found.retain(|p| !but.contains(&p.id) && Self::may_disturb(p));
        Ok(found)
    }

    /// Everybody who may work on a neighbourhood's worklist, moderators first.
    pub async fn colleagues(&mut self, n: NeighbourhoodId) -> Result<Vec<Person>> {
        let mut all = self.holders(n, Role::Moderator).await?;
        for person in self.holders(n, Role::Administrator).await? {
            if !all.iter().any(|p| p.id == person.id) {
                all.push(person);
            }
        }
        Ok(all)
    }

    /// The groups of a neighbourhood, oldest first.
    pub async fn groups(&mut self, n: NeighbourhoodId) -> Result<Vec<Chat>> {
        let mut groups = Vec::new();
        for id in store::groups_of(self.db, n).await? {
            groups.push(self.chat(id).await?);
        }
        Ok(groups)
    }

    /// Makes a neighbourhood, with a join link that nobody can guess.
    pub async fn make_neighbourhood(&mut self, name: &str, team: &str, language: Language) -> Result<Neighbourhood> {
        let code = store::secret()?;
        let id = store::create_neighbourhood(self.db, name, team, language, &code, self.now).await?;
        self.neighbourhood(id).await
    }

    /// Gives a neighbourhood another join link. The old one leads nowhere from now on, wherever it stands.
    pub async fn renew_join_link(&mut self, n: NeighbourhoodId) -> Result<Neighbourhood> {
        let mut renewed = self.neighbourhood(n).await?;
        renewed.join_code = store::secret()?;
        store::set_join_code(self.db, n, &renewed.join_code).await?;
        self.batch.put_neighbourhood(renewed.clone());
        Ok(renewed)
    }

    /// Whose private chat this is; none for a group.
    pub async fn person_of_chat(&mut self, chat: ChatId) -> Result<Option<Person>> {
        match store::person_of_chat(self.db, chat).await? {
            Some(id) => Ok(Some(self.person(id).await?)),
            None => Ok(None),
        }
    }

    /// The neighbourhood of a join link's code.
    pub async fn neighbourhood_of_code(&mut self, code: &str) -> Result<Option<Neighbourhood>> {
        match store::neighbourhood_by_code(self.db, code).await? {
            Some(id) => Ok(Some(self.neighbourhood(id).await?)),
            None => Ok(None),
        }
    }

    /// Makes a one-time code for a role, good for [`INVITATION_DAYS`]; made by the sender.
    pub async fn invite(&mut self, role: Role, n: NeighbourhoodId) -> Result<String> {
        let by = self.who()?.id;
        let until = self.now.plus_days(INVITATION_DAYS);
        store::make_invitation(self.db, InvitationKind::Role(role, n), Some(by), until).await
    }

    /// Uses an invitation code for the sender; `None` where it is unknown, too old, or used by somebody else.
    pub async fn redeem(&mut self, code: &str) -> Result<Option<Redeemed>> {
        let by = self.who()?.id;
        let made_by = self.unused_invitation(code).await?.and_then(|i| i.made_by);
        if let Some(kind) = store::redeem_invitation(self.db, code, by, self.now).await? {
            return Ok(Some(Redeemed { kind, again: false, by: made_by }));
        }
        let before = store::invitation_used_by(self.db, code, by).await?;
        Ok(before.map(|kind| Redeemed { kind, again: true, by: None }))
    }

    /// Notes whether the bot may delete messages of others in a group.
    pub async fn note_may_delete(&mut self, chat: ChatId, may: bool) -> Result<()> {
        store::set_may_delete(self.db, chat, may).await?;
        self.batch.refresh_chat(self.db, chat).await
    }

    /// Notes whether the bot may write in a group: where it may again, what waits goes out now. Returns true where it may no longer, and
    /// that is news.
    pub async fn note_may_write(&mut self, chat: ChatId, may: bool) -> Result<bool> {
        if may {
            if store::note_written(self.db, chat).await? {
                self.batch.hasten_cards(self.db, chat, self.now).await?;
            }
        } else if store::note_refusal(self.db, chat, self.now).await?.is_some() {
            return Ok(false);
        }
        self.batch.refresh_chat(self.db, chat).await?;
        Ok(!may)
    }

    /// Notes whether a chat can be written to.
    pub async fn note_reach(&mut self, chat: ChatId, reach: Reach) -> Result<()> {
        store::set_reach(self.db, chat, reach).await?;
        self.batch.note_reach(chat, reach);
        Ok(())
    }

    /// Sets whether a person wants no messages that they did not ask for.
    pub async fn set_quiet(&mut self, person: PersonId, quiet: bool) -> Result<()> {
        let mut p = self.person(person).await?;
        if p.quiet != quiet {
            store::set_quiet(self.db, person, quiet).await?;
            p.quiet = quiet;
            self.batch.put_person(p);
        }
        Ok(())
    }

    /// Counts one more message in a row of the sender's that was not understood. Returns the count, from 1.
    pub async fn puzzle(&mut self) -> Result<i64> {
        let mut who = self.who()?;
        who.puzzled = store::set_puzzled(self.db, who.id, true).await?;
        let count = who.puzzled;
        self.batch.put_person(who);
        Ok(count)
    }

    /// The sender did something that was understood: the row of misunderstandings ends. Costs nothing where there was none.
    pub async fn understood(&mut self) -> Result<()> {
        let Some(mut who) = self.sender().filter(|p| p.puzzled > 0) else { return Ok(()) };
        store::set_puzzled(self.db, who.id, false).await?;
        who.puzzled = 0;
        self.batch.put_person(who);
        Ok(())
    }

    /// Everybody who belongs to a neighbourhood, longest first.
    pub async fn residents(&mut self, n: NeighbourhoodId) -> Result<Vec<PersonId>> {
        store::members_of(self.db, n, self.now).await
    }

    /// Says something that somebody did not ask for, where they may be disturbed and got no such message today. Returns true if it
    /// went out. When is the caller's: not at night, but for what is about today.
    pub async fn tell_unasked(&mut self, person: &Person, content: Content, about: Option<Thing>) -> Result<bool> {
        let today = local_date(self.now).to_string();
        if !Self::may_disturb(person) || !store::note_unasked(self.db, person.id, &today).await? {
            return Ok(false);
        }
        self.put(Outgoing::new(person.chat, Class::Reminder, Send::message(content)).about(about));
        Ok(true)
    }

    /// Can this person be written to without having asked for it?
    pub fn may_disturb(person: &Person) -> bool {
        Self::reachable(person) && !person.quiet
    }
}
