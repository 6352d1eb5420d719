//! The photo and the voice messages of an activity, passed on in private.

use crate::features::activities::model::Activity;
use crate::features::activities::show::say;
use crate::features::activities::store;
use crate::model::{Class, Content, Html, Media, Outgoing, Person, Result, Send};
use crate::text::Arg;
use crate::turn::Turn;

/// Passes on the photo and the voice messages of an activity.
pub async fn pass_on(turn: &mut Turn<'_>, a: &Activity, to: &Person) -> Result<()> {
    let key = turn.key();
    let title = [("title", Arg::Words(a.what.title.as_str()))];
    if let Some(file) = store::photo(turn.db(), key, a.id).await? {
        put(turn, to, Media::photo(file), say(to.language, "media-photo", &title));
    }
    for file in store::voices(turn.db(), key, a.id).await? {
        put(turn, to, Media::voice(file), say(to.language, "media-voice", &title));
    }
    Ok(())
}

/// In one row with the message about the activity, so that it always comes before that.
fn put(turn: &mut Turn<'_>, to: &Person, media: Media, words: Html) {
    turn.put(Outgoing::new(
        to.chat,
        Class::Card,
        Send::Media { media, content: Content::text(words), topic: None, reply_to: None },
    ));
}
