//! Puts what a dialogue shows into words: a question with its buttons, a summary, and what stays of them in the chat once
//! somebody has pressed.

use crate::dialogue::{self, Action, Key, Label, Say, View};
use crate::model::{Button, Content, Html, Keyboard, Language};
use crate::text::{Arg, Args, Day, clip, length, texts, timing_words};

/// The most characters of a message (Bot API, `sendMessage`).
const MESSAGE_AT_MOST: usize = 4096;

/// The most characters of a question or summary: below it stands later what was pressed.
const BODY_AT_MOST: usize = 4000;

/// The most characters on a button: what a telephone shows without cutting it.
const LABEL_AT_MOST: usize = 64;

/// The most characters of what was chosen, where several were.
const SEVERAL_AT_MOST: usize = 500;

/// To so many characters answers are cut, one after the other, until the summary fits.
const CUTS: [usize; 7] = [2000, 1000, 500, 200, 80, 30, 10];

/// To whom something is said.
#[derive(Clone, Copy, Debug)]
pub struct To {
    /// Their language.
    pub language: Language,
    /// The day it is: dates of its year are said without the year.
    pub today: Day,
}

/// A label as words, as somebody sees it on a button.
pub fn words(to: To, label: &Label) -> String {
    match label {
        Label::Id(id) => texts().plain(to.language, id, &[]),
        Label::Words(words) => words.clone(),
        Label::When(timing) => timing_words(to.language, timing, to.today),
        Label::Several(labels) => labels.iter().map(|l| words(to, l)).collect::<Vec<_>>().join(", "),
    }
}

/// A label's words to be filled into a text: kept apart where they are somebody's.
fn filled<'a>(label: &Label, words: &'a str) -> Arg<'a> {
    let theirs = |label: &Label| matches!(label, Label::Words(_));
    match label {
        Label::Several(labels) if labels.iter().any(theirs) => Arg::Words(words),
        Label::Words(_) => Arg::Words(words),
        Label::Id(_) | Label::When(_) | Label::Several(_) => Arg::Own(words),
    }
}

/// Something to say.
pub fn say(to: To, say: &Say) -> Html {
    match say {
        Say::Ready(html) => html.clone(),
        Say::Text(id, given) => text(to, id, given),
    }
}

/// One of our texts, with what is filled in.
fn text(to: To, id: &str, given: &[(String, dialogue::Arg)]) -> Html {
    let words: Vec<String> = given
        .iter()
        .map(|(_, arg)| match arg {
            dialogue::Arg::Number(_) => String::new(),
            dialogue::Arg::Word(word) => word.clone(),
            dialogue::Arg::Text(id) => texts().plain(to.language, id, &[]),
            dialogue::Arg::When(timing) => timing_words(to.language, timing, to.today),
        })
        .collect();
    let args: Vec<(&str, Arg<'_>)> = given
        .iter()
        .zip(&words)
        .map(|((name, arg), words)| {
            let arg = match arg {
                dialogue::Arg::Number(n) => Arg::Number(*n),
                _ => Arg::Own(words),
            };
            (name.as_str(), arg)
        })
        .collect();
    texts().html(to.language, id, &args)
}

/// What is asked, below what is said with it, with `extra` rows below its own. Two messages where it does not fit in one.
pub fn ask(to: To, notes: &[Html], view: &View, extra: Vec<Vec<Button>>) -> Vec<Content> {
    let note = notes.iter().fold(Html::default(), |all, n| all.paragraph(n));
    let body = body(to, view);
    let mut rows: Vec<Vec<Button>> =
        view.rows.iter().map(|row| row.iter().map(|key| button(to, key)).collect()).collect();
    rows.extend(extra);
    let whole = note.clone().paragraph(&body);
    if length(&whole.plain()) <= MESSAGE_AT_MOST {
        return vec![Content::new(whole, rows)];
    }
    vec![Content::text(note), Content::new(body, rows)]
}

/// What stays of a question: its text and what was pressed, without buttons.
pub fn closed(to: To, view: &View, pressed: &Label, action: Option<Action>) -> Content {
    let most = if matches!(pressed, Label::Several(_)) { SEVERAL_AT_MOST } else { LABEL_AT_MOST };
    let label = clip(&words(to, pressed), most);
    let mark = match action {
        // The label has an arrow of its own.
        Some(Action::Back) => texts().html(to.language, "dialogue-back", &[]),
        _ => texts().html(to.language, "dialogue-picked", &[("label", filled(pressed, &label))]),
    };
    Content::text(body(to, view).paragraph(&mark))
}

/// The message with the button that shares the own number: a message can't have that one and others.
pub fn share(language: Language) -> Content {
    Content {
        text: texts().html(language, "dialogue-share-how", &[]),
        keyboard: Keyboard::ShareContact { label: texts().plain(language, "dialogue-share", &[]) },
    }
}

fn button(to: To, key: &Key) -> Button {
    let label = clip(&words(to, &key.label), LABEL_AT_MOST);
    let label = match key.picked {
        false => label,
        true => texts().plain(to.language, "dialogue-picked", &[("label", filled(&key.label, &label))]),
    };
    Button::press(label, key.data.clone())
}

/// Question or summary, with long answers cut where they would not fit.
fn body(to: To, view: &View) -> Html {
    let whole = body_within(to, view, usize::MAX);
    if length(&whole.plain()) <= BODY_AT_MOST {
        return whole;
    }
    let mut cut = CUTS.iter().map(|most| body_within(to, view, *most));
    cut.find(|b| length(&b.plain()) <= BODY_AT_MOST).unwrap_or_else(|| text(to, &view.text, &view.filled))
}

fn body_within(to: To, view: &View, most: usize) -> Html {
    let mut text = text(to, &view.text, &view.filled);
    let fill = |id: &str, name: Option<&str>, answer: &Label| {
        let shown = clip(&words(to, answer), most);
        let args: Args<'_> = &[("answer", filled(answer, &shown)), ("name", Arg::Own(name.unwrap_or_default()))];
        texts().html(to.language, id, args)
    };
    if let Some(now) = &view.now {
        text = text.paragraph(&fill("dialogue-now", None, now));
    }
    let lines = view.lines.iter().fold(Html::default(), |all, line| {
        let name = texts().plain(to.language, &line.name, &[]);
        all.line(&fill("dialogue-line", Some(&name), &line.answer))
    });
    // Nobody listens to it before it is sent.
    let is_spoken = view.lines.iter().any(|line| line.answer == Label::id("dialogue-voice"));
    let text = text.paragraph(&lines);
    if is_spoken { text.paragraph(&texts().html(to.language, "dialogue-voice-danger", &[])) } else { text }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::dialogue::{Flow, Input, start, take, view};
    use crate::model::Moment;

    /// Its texts are missing, so their ids stand for them.
    const FLOW: &str = r#"
id = "dialogue"
version = 1
feature = "f"
[[step]]
id = "yes"
kind = "yes-no"
[[step]]
id = "b"
kind = "text"
max = 4096
[[step]]
id = "c"
kind = "text"
max = 4096
"#;

    const TO: To = To { language: Language::Nl, today: Day::MIN };

    fn flow() -> Flow {
        Flow::from_toml(FLOW).unwrap()
    }

    fn labels(content: &Content) -> Vec<&str> {
        let Keyboard::Inline(rows) = &content.keyboard else { return Vec::new() };
        rows.iter()
            .flatten()
            .map(|b| match b {
                Button::Press { label, .. } | Button::Open { label, .. } => label.as_str(),
            })
            .collect()
    }

    #[test]
    fn a_question_shows_what_is_said_and_its_buttons() {
        let (state, _) = start(&flow(), Default::default(), 1);
        let shown = view(&flow(), &state);
        let asked = ask(TO, &[Html::from_words("<eerst>")], &shown, Vec::new());
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].text.as_str(), "&lt;eerst&gt;\n\nJa");
        assert_eq!(labels(&asked[0]), ["Ja", "Nee", "Stop"]);
        let closed = closed(TO, &shown, &Label::id("dialogue-no"), None);
        assert_eq!(closed.text.as_str(), "Ja\n\n✓ Nee");
        assert_eq!(closed.keyboard, Keyboard::None);
    }

    #[test]
    fn an_answer_that_is_there_is_marked() {
        let known = json!({"yes": false, "b": "<b>x</b>", "c": "y"});
        let (mut state, _) = start(&flow(), known.as_object().unwrap().clone(), 1);
        for label in ["Veranderen", "dialogue-yes-name"] {
            take(&flow(), &mut state, Input::Text(label.into()), Moment(0), &|l| words(TO, l));
        }
        let asked = ask(TO, &[], &view(&flow(), &state), Vec::new());
        assert_eq!(asked[0].text.plain(), "Ja\n\nJe antwoord is nu: Nee");
        assert_eq!(labels(&asked[0]), ["Ja", "✓ Nee", "‹ Terug", "Stop"]);
    }

    #[test]
    fn a_summary_always_fits_in_a_message() {
        for typed in ["a", "<", "👩🏽‍🦽"] {
            for times in [1, 10, 1000, 4096] {
                let long: String = typed.repeat(times).chars().take(4096).collect();
                let known = json!({"yes": true, "b": long, "c": long});
                let (state, _) = start(&flow(), known.as_object().unwrap().clone(), 1);
                let shown = view(&flow(), &state);
                let asked = ask(TO, &[], &shown, Vec::new());
                let text = asked[0].text.plain();
                assert!(asked.len() == 1 && length(&text) <= BODY_AT_MOST, "{typed} {times}");
                assert!(text.contains("dialogue-b-name: \u{2068}") && text.contains("dialogue-c-name: \u{2068}"));
                let closed = closed(TO, &shown, &Label::words(typed.repeat(64)), None);
                assert!(length(&closed.text.plain()) <= MESSAGE_AT_MOST);
            }
        }
    }

    #[test]
    fn what_is_said_stands_by_itself_where_both_do_not_fit() {
        let (state, _) = start(&flow(), Default::default(), 1);
        let note = Html::from_words(&"x".repeat(4095));
        let asked = ask(TO, &[note], &view(&flow(), &state), Vec::new());
        assert_eq!(asked.iter().map(|c| length(&c.text.plain())).collect::<Vec<_>>(), [4095, 2]);
    }
}
