//! What every screen of the room is put together from: texts and buttons in a language, and answers to a press.

use crate::features::requests::buttons::RequestButton;
use crate::features::requests::model::rules::NoOffer;
use crate::features::requests::model::states::State;
use crate::model::{Button, Content, Html, Keyboard, Language, Result};
use crate::screen::toast;
use crate::text::{Arg, Args, clip, texts};
use crate::turn::Turn;

/// Longest name or title on a button, in characters.
pub const ON_BUTTON: usize = 40;

/// A text in a language.
pub fn say(language: Language, id: &str, args: Args<'_>) -> Html {
    texts().html(language, id, args)
}

/// A button in a language.
pub fn button(language: Language, id: &str, tap: RequestButton) -> Button {
    Button::press(texts().plain(language, id, &[]), tap.data())
}

/// A button with somebody's name.
pub fn named_button(language: Language, id: &str, name: &str, tap: RequestButton) -> Button {
    let name = clip(name, ON_BUTTON);
    Button::press(texts().plain(language, id, &[("name", Arg::Words(&name))]), tap.data())
}

/// [Ja, graag] and [Nee, bedankt], each with the helper's name.
pub fn choice_row(language: Language, name: &str, yes: RequestButton, no: RequestButton) -> Vec<Button> {
    vec![named_button(language, "button-yes-name", name, yes), named_button(language, "button-no-name", name, no)]
}

/// What the state is called where there is nothing more to say.
pub fn state_line(language: Language, state: State) -> Html {
    say(language, &state_text(state), &[])
}

/// Text id of the line that a state gives in a press' answer.
pub fn state_text(state: State) -> String {
    format!("request-is-{}", state.word().replace('_', "-"))
}

/// Answers a wish to help that goes no further.
pub fn refuse_offer(turn: &mut Turn<'_>, why: NoOffer) -> Result<()> {
    match why {
        NoOffer::Own => toast(turn, "offer-own", &[]),
        NoOffer::Again => toast(turn, "offer-again", &[]),
        NoOffer::Declined => toast(turn, "offer-declined", &[]),
        NoOffer::State(state) => toast(turn, &state_text(state), &[]),
    }
}

/// Puts a row of buttons below a message's own.
pub fn add_row(content: &mut Content, row: Vec<Button>) {
    match &mut content.keyboard {
        Keyboard::Inline(rows) => rows.push(row),
        Keyboard::None | Keyboard::ShareContact { .. } | Keyboard::Remove => {
            content.keyboard = Keyboard::Inline(vec![row]);
        }
    }
}
