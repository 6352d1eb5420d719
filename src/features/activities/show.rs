//! How the parts of this feature answer: texts and buttons in a language, a line that passes by, another content for the
//! pressed message.

use crate::model::{Button, Content, Html, Language, Result};
use crate::text::{Args, clip, texts};
use crate::turn::Turn;

/// Longest answer to a press (Bot API, `answerCallbackQuery`), in characters.
const TOAST_AT_MOST: usize = 200;

/// A text in a language.
pub fn say(language: Language, id: &str, args: Args<'_>) -> Html {
    texts().html(language, id, args)
}

/// A button in a language, with its callback data.
pub fn button(language: Language, label: &str, data: String) -> Button {
    Button::press(texts().plain(language, label, &[]), data)
}

/// Answers a press with a line that passes; if it was no press, says it in private.
pub fn toast(turn: &mut Turn<'_>, id: &str, args: Args<'_>) -> Result<()> {
    if turn.press().is_some() {
        let words = clip(&turn.label(id, args), TOAST_AT_MOST);
        turn.answer(words);
        return Ok(());
    }
    let text = turn.say(id, args);
    turn.reply(Content::text(text))
}

/// Answers a press on a button that means nothing any more.
pub fn outdated(turn: &mut Turn<'_>) -> Result<()> {
    toast(turn, "press-outdated", &[])
}

/// Answers a press on what is done, dropped or replaced, and takes the buttons off the pressed message. A finger that pressed
/// twice takes no buttons off what stands there by now.
pub fn close_outdated(turn: &mut Turn<'_>, words: &str) -> Result<()> {
    if turn.press().is_some_and(|p| p.stands) {
        turn.close_pressed();
    }
    toast(turn, words, &[])
}

/// Gives the pressed message another content, but never in place of a card; if that can't be, says it anew.
pub async fn show(turn: &mut Turn<'_>, content: Content) -> Result<()> {
    if turn.press().is_some_and(|p| p.message_id.is_some()) && turn.pressed_card().await?.is_none() {
        turn.edit_pressed(content);
        return Ok(());
    }
    turn.reply(content)
}

/// The row of buttons to the page before and after this one; `None` if there is only one page.
pub fn page_row(
    page: u32,
    last: u32,
    labels: [&'static str; 2],
    to: impl Fn(&'static str, u32) -> Button,
) -> Option<Vec<Button>> {
    let before = (page > 0).then(|| to(labels[0], page.saturating_sub(1)));
    let after = (page < last).then(|| to(labels[1], page.saturating_add(1)));
    Some(before.into_iter().chain(after).collect()).filter(|row: &Vec<Button>| !row.is_empty())
}

/// The last page, counted from 0, of so many rows.
pub fn last_page(rows: usize, on_a_page: usize) -> u32 {
    u32::try_from(rows.saturating_sub(1) / on_a_page).unwrap_or_default()
}
