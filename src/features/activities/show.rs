//! How the parts of this feature answer, beside what all screens share: texts and buttons in a language, another content for the
//! pressed message.

use crate::model::{Button, Content, Html, Language, Result};
use crate::screen::toast;
use crate::text::{Args, texts};
use crate::turn::Turn;

/// Labels of the buttons to the page before and the next one.
pub const PAGES: [&str; 2] = ["button-previous", "button-next"];

/// A text in a language.
pub fn say(language: Language, id: &str, args: Args<'_>) -> Html {
    texts().html(language, id, args)
}

/// Adds lines to a text, as a paragraph of their own.
pub fn add_paragraph(text: Html, lines: impl IntoIterator<Item = Html>) -> Html {
    let paragraph = lines.into_iter().reduce(|all, line| all.line(&line));
    text.paragraph(&paragraph.unwrap_or_default())
}

/// A button in a language, with its callback data.
pub fn button(language: Language, label: &str, data: String) -> Button {
    Button::press(texts().plain(language, label, &[]), data)
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
