//! Photos and voice messages that belong to a request. A card says that they are there; [Meer] passes them on as they are, in
//! private, to whoever may see the request. Thirty days after its end they are forgotten, and so is who called the team.

use super::model::draft::RequestDraft;
use super::model::request::Request;
use super::model::rules::is_end;
use super::names::Job;
use super::screens::basics::say;
use super::store;
use crate::dialogue::spoken;
use crate::model::{Content, Media, Person, RequestId, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// Days after its end for which it is kept: somebody may still ask what it was about.
const KEPT_DAYS: i64 = 30;

/// A spoken title and spoken details, and a photo: which of them it is, as the table names it.
const KINDS: [&str; 3] = ["title", "details", "photo"];

/// Keeps what came along with a new request.
pub async fn keep(turn: &mut Turn<'_>, id: RequestId, draft: &RequestDraft) -> Result<()> {
    let key = turn.key();
    let files = [spoken(draft.title.as_ref()), spoken(draft.details.as_ref()), draft.photo.as_deref()];
    for (kind, file) in KINDS.into_iter().zip(files) {
        if let Some(file) = file {
            store::keep_media(turn.db(), key, id, kind, file).await?;
        }
    }
    Ok(())
}

/// Passes on what belongs to a request.
pub async fn pass_on(turn: &mut Turn<'_>, r: &Request, to: &Person) -> Result<()> {
    if !(r.photo || r.voice) {
        return Ok(());
    }
    let key = turn.key();
    for kind in KINDS {
        let Some(file) = store::media(turn.db(), key, r.root(), kind).await? else { continue };
        let photo = kind == "photo";
        let text =
            say(to.language, if photo { "media-photo" } else { "media-voice" }, &[("title", Arg::Words(&r.title))]);
        let media = if photo { Media::photo(file) } else { Media::voice(file) };
        // Without a wish to hear of it: the request itself arrived.
        turn.tell_media(to, media, Content::text(text), None);
    }
    Ok(())
}

/// A request has ended: what came along with it is forgotten some time later.
pub fn forget_later(turn: &mut Turn<'_>, r: &Request) {
    if r.photo || r.voice || r.called {
        let at = turn.now().plus_days(KEPT_DAYS);
        turn.schedule(Job::Forget, r.id.0, at);
    }
}

/// That time is over. Of a series the last date to end counts.
pub async fn forget(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(()) };
    let Some(last) = store::all_ended(turn.db(), r.root()).await?.filter(|_| is_end(r.state)) else { return Ok(()) };
    let at = last.plus_days(KEPT_DAYS);
    if at > turn.now() {
        turn.schedule(Job::Forget, id.0, at);
        return Ok(());
    }
    store::forget(turn.db(), r.root()).await
}
