//! Somebody writes in private what is plainly a question for help, without a command: 'Wie kan mijn lamp ophangen?'. Stoep offers to make a
//! request of it, with what it read; one tap goes on in the dialogue, and nothing has to be typed twice.

use super::access::pressed_draft;
use super::buttons::RequestButton;
use super::drafts::{self, keep_draft};
use super::model::category::{self, OTHER, guess, is_sensitive};
use super::model::draft::RequestDraft;
use super::time_from_text::fill;
use crate::model::{Content, Result};
use crate::screen;
use crate::text::{Arg, asking, clip};
use crate::turn::Turn;

/// The most characters of the words that are shown again.
const SHOWN_AT_MOST: usize = 200;

/// What to offer for these words. `None` where they ask for nothing.
pub async fn suggest(turn: &mut Turn<'_>, words: &str) -> Result<Option<Content>> {
    if !asking::asks_for_help(words) {
        return Ok(None);
    }
    let Some(member) = turn.member().await? else { return Ok(None) };
    let who = turn.who()?;
    let mut draft = RequestDraft::of_words(None, words);
    fill(&mut draft, words, turn.sent_at());
    let seen = guess(words);
    draft.category = Some(seen.category.to_owned()).filter(|c| c != OTHER && !is_sensitive(c));
    let id = keep_draft(turn, &who, member.neighbourhood, &draft).await?;
    let mut text = turn.say("suggest-request", &[("words", Arg::Words(&clip(words.trim(), SHOWN_AT_MOST)))]);
    if let Some(category) = &draft.category {
        let name = category::name(who.language, category);
        text = text.paragraph(&turn.say("suggest-about", &[("category", Arg::Own(&name))]));
    }
    let rows = vec![
        vec![turn.button("suggest-yes", RequestButton::Resume(id).data())],
        vec![turn.button("suggest-no", RequestButton::NotThis(id).data())],
    ];
    Ok(Some(Content::new(text, rows)))
}

/// [Nee, dat bedoel ik niet]: the draft goes, and the ways on are shown.
pub async fn refused(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    if pressed_draft(turn, id).await?.is_none() {
        return Ok(());
    }
    drafts::drop(turn, id).await?;
    screen::show(turn, Content::new(turn.say("suggest-not", &[]), screen::menu(turn)))
}
