//! Saying something with a photo, a voice message or a file.

use super::Turn;
use crate::model::{Class, Content, Fault, File, Media, Outgoing, Person, Result, Send, Thing};
use crate::text::length;

/// The most characters below a photo, a voice message or a file (Bot API, `sendPhoto`), after parsing.
const CAPTION_AT_MOST: usize = 1024;

impl Turn<'_> {
    /// Passes on to a person in private what somebody sent, with these words and buttons below it. Words that are too many
    /// for that follow in a message of their own, with the buttons. With `about`, the feature hears where it could not be
    /// delivered, or where Telegram no longer knows the file.
    pub fn tell_media(&mut self, person: &Person, media: Media, content: Content, about: Option<Thing>) {
        let (send, after) = Self::media_below(media, content);
        self.tell_with(person, send, after, about);
    }

    /// What passes something on with these words below it, and what follows because it does not fit there.
    pub(super) fn media_below(media: Media, content: Content) -> (Send, Option<Content>) {
        let (content, after) = below(content);
        (Send::Media { media, content, topic: None, reply_to: None }, after)
    }

    /// Gives a person a file in private, with these words and buttons below it. A fault where it is too large.
    pub fn tell_document(&mut self, person: &Person, file: File, content: Content, about: Option<Thing>) -> Result<()> {
        if file.bytes.len() > File::AT_MOST {
            return Err(Fault::event("a file that is too large to send"));
        }
        let (content, after) = below(content);
        self.tell_with(person, Send::Document { file, content }, after, about);
        Ok(())
    }

    fn tell_with(&mut self, person: &Person, send: Send, after: Option<Content>, about: Option<Thing>) {
        self.put(Outgoing::new(person.chat, Class::Reply, send).about(about.clone()));
        if let Some(after) = after {
            self.tell(person, after, about);
        }
    }
}

/// What stands below, and what follows because it does not fit there.
fn below(content: Content) -> (Content, Option<Content>) {
    if length(&content.text.plain()) <= CAPTION_AT_MOST { (content, None) } else { (Content::default(), Some(content)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Html;

    #[test]
    fn what_does_not_fit_below_follows() {
        let words = |n: usize| Content::text(Html::from_words(&"<".repeat(n)));
        assert_eq!(below(words(1024)), (words(1024), None));
        assert_eq!(below(words(1025)), (Content::default(), Some(words(1025))));
    }
}
