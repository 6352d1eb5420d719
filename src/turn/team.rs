//! Messages that show what is the team's: remembered, so that who is no longer of the team loses them from the screen.

use super::Turn;
use crate::model::{Class, Content, Media, NeighbourhoodId, Outgoing, Person, Result, Send, Thing};
use crate::store::{self, TeamMessage};

impl Turn<'_> {
    /// As [`crate::screen::show`], for what is a neighbourhood's team's.
    pub async fn show_team(&mut self, n: NeighbourhoodId, content: Content) -> Result<()> {
        let pressed = self.press().and_then(|p| p.message_id).filter(|_| self.in_private());
        let (Some(message_id), Some(chat)) = (pressed, self.chat) else { return self.reply_team(n, content) };
        let message = TeamMessage { message_id, media: false };
        store::note_team_message(self.db, chat, message, n, self.now).await?;
        self.edit_pressed(content);
        Ok(())
    }

    /// Says to the sender in private what is a neighbourhood's team's.
    pub fn reply_team(&mut self, n: NeighbourhoodId, content: Content) -> Result<()> {
        let to = self.who()?;
        self.put(Outgoing::new(to.chat, Class::Reply, Send::message(content)).of_team(n));
        Ok(())
    }

    /// As [`Turn::tell_media`], for what is a neighbourhood's team's.
    pub fn tell_team_media(
        &mut self,
        person: &Person,
        n: NeighbourhoodId,
        media: Media,
        content: Content,
        about: Option<Thing>,
    ) {
        let (send, after) = Self::media_below(media, content);
        self.put(Outgoing::new(person.chat, Class::Reply, send).about(about.clone()).of_team(n));
        if let Some(after) = after {
            self.put(Outgoing::new(person.chat, Class::Reply, Send::message(after)).about(about).of_team(n));
        }
    }

    /// Takes off somebody's screen what is a neighbourhood's team's; in its place stands this.
    pub async fn wipe_team_messages(&mut self, person: &Person, n: NeighbourhoodId, content: &Content) -> Result<()> {
        for message in store::take_team_messages(self.db, person.chat, n).await? {
            let message_id = message.message_id;
            let send = match message.media {
                true => Send::Delete { message_id },
                false => Send::Edit { message_id, content: content.clone() },
            };
            self.put(Outgoing::new(person.chat, Class::Reply, send));
        }
        Ok(())
    }
}
