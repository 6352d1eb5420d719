//! Puts what a dialogue shows into words: a question with its buttons, a summary, and what stays of them in the chat once
//! somebody has pressed.

use crate::dialogue::{self, Action, Key, Label, Say, View};
use crate::model::{Button, Content, Html, Keyboard, Language};
use crate::text::{Arg, Args, clip, length, texts};

/// The most characters of a message (Bot API, `sendMessage`).
const MESSAGE_AT_MOST: usize = 4096;

/// The most characters of a question or summary: below it stands later what was pressed.
const BODY_AT_MOST: usize = 4000;

/// The most characters on a button: what a telephone shows without cutting it.
const LABEL_AT_MOST: usize = 64;

/// To so many characters answers are cut, one after the other, until the summary fits.
const CUTS: [usize; 7] = [2000, 1000, 500, 200, 80, 30, 10];

/// A label as words, as somebody sees it on a button.
pub fn words(language: Language, label: &Label) -> String {
    match label {
        Label::Id(id) => texts().plain(language, id, &[]),
        Label::Words(words) => words.clone(),
    }
}

/// Something to say.
pub fn say(language: Language, say: &Say) -> Html {
    match say {
        Say::Ready(html) => html.clone(),
        Say::Text(id, given) => {
            let args: Vec<(&str, Arg<'_>)> = given
                .iter()
                .map(|(name, arg)| {
                    let arg = match arg {
                        dialogue::Arg::Number(n) => Arg::Number(*n),
                        dialogue::Arg::Word(word) => Arg::Own(word),
                    };
                    (name.as_str(), arg)
                })
                .collect();
            texts().html(language, id, &args)
        }
    }
}

/// What is asked, below what is said with it. Two messages where it does not fit in one.
pub fn ask(language: Language, notes: &[Html], view: &View, anew: Option<Button>) -> Vec<Content> {
    let note = notes.iter().fold(Html::default(), |all, n| all.paragraph(n));
    let body = body(language, view);
    let mut rows: Vec<Vec<Button>> =
        view.rows.iter().map(|row| row.iter().map(|key| button(language, key)).collect()).collect();
    rows.extend(anew.map(|b| vec![b]));
    let whole = note.clone().paragraph(&body);
    if length(&whole.plain()) <= MESSAGE_AT_MOST {
        return vec![Content::new(whole, rows)];
    }
    vec![Content::text(note), Content::new(body, rows)]
}

/// What stays of a question: its text and what was pressed, without buttons.
pub fn closed(language: Language, view: &View, pressed: &Label, action: Option<Action>) -> Content {
    let label = clip(&words(language, pressed), LABEL_AT_MOST);
    let arg = match pressed {
        Label::Id(_) => Arg::Own(&label),
        Label::Words(_) => Arg::Words(&label),
    };
    let mark = match action {
        // The label has an arrow of its own.
        Some(Action::Back) => texts().html(language, "dialogue-back", &[]),
        _ => texts().html(language, "dialogue-picked", &[("label", arg)]),
    };
    Content::text(body(language, view).paragraph(&mark))
}

/// The message with the button that shares the own number: a message can't have that one and others.
pub fn share(language: Language) -> Content {
    Content {
        text: texts().html(language, "dialogue-share-how", &[]),
        keyboard: Keyboard::ShareContact { label: texts().plain(language, "dialogue-share", &[]) },
    }
}

fn button(language: Language, key: &Key) -> Button {
    let label = clip(&words(language, &key.label), LABEL_AT_MOST);
    let label = match (key.picked, &key.label) {
        (false, _) => label,
        (true, Label::Id(_)) => texts().plain(language, "dialogue-picked", &[("label", Arg::Own(&label))]),
        (true, Label::Words(_)) => texts().plain(language, "dialogue-picked", &[("label", Arg::Words(&label))]),
    };
    Button::press(label, key.data.clone())
}

/// Question or summary, with long answers cut where they would not fit.
fn body(language: Language, view: &View) -> Html {
    let whole = body_within(language, view, usize::MAX);
    if length(&whole.plain()) <= BODY_AT_MOST {
        return whole;
    }
    let mut cut = CUTS.iter().map(|most| body_within(language, view, *most));
    cut.find(|b| length(&b.plain()) <= BODY_AT_MOST).unwrap_or_else(|| texts().html(language, &view.text, &[]))
}

fn body_within(language: Language, view: &View, most: usize) -> Html {
    let mut text = texts().html(language, &view.text, &[]);
    let fill = |id: &str, name: Option<&str>, answer: &Label| {
        let shown = clip(&words(language, answer), most);
        let answer = match answer {
            Label::Id(_) => Arg::Own(&shown),
            Label::Words(_) => Arg::Words(&shown),
        };
        let args: Args<'_> = &[("answer", answer), ("name", Arg::Own(name.unwrap_or_default()))];
        texts().html(language, id, args)
    };
    if let Some(now) = &view.now {
        text = text.paragraph(&fill("dialogue-now", None, now));
    }
    let lines = view.lines.iter().fold(Html::default(), |all, line| {
        let name = texts().plain(language, &line.name, &[]);
        all.line(&fill("dialogue-line", Some(&name), &line.answer))
    });
    text.paragraph(&lines)
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
        let asked = ask(Language::Nl, &[Html::from_words("<eerst>")], &shown, None);
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].text.as_str(), "&lt;eerst&gt;\n\nJa");
        assert_eq!(labels(&asked[0]), ["Ja", "Nee", "Stop"]);
        let closed = closed(Language::Nl, &shown, &Label::id("dialogue-no"), None);
        assert_eq!(closed.text.as_str(), "Ja\n\n✓ Nee");
        assert_eq!(closed.keyboard, Keyboard::None);
    }

    #[test]
    fn an_answer_that_is_there_is_marked() {
        let known = json!({"yes": false, "b": "<b>x</b>", "c": "y"});
        let (mut state, _) = start(&flow(), known.as_object().unwrap().clone(), 1);
        for label in ["Wijzigen", "dialogue-yes-name"] {
            take(&flow(), &mut state, Input::Text(label.into()), Moment(0), &|l| words(Language::Nl, l));
        }
        let asked = ask(Language::Nl, &[], &view(&flow(), &state), None);
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
                let asked = ask(Language::Nl, &[], &shown, None);
                let text = asked[0].text.plain();
                assert!(asked.len() == 1 && length(&text) <= BODY_AT_MOST, "{typed} {times}");
                assert!(text.contains("dialogue-b-name: \u{2068}") && text.contains("dialogue-c-name: \u{2068}"));
                let closed = closed(Language::Nl, &shown, &Label::words(typed.repeat(64)), None);
                assert!(length(&closed.text.plain()) <= MESSAGE_AT_MOST);
            }
        }
    }

    #[test]
    fn what_is_said_stands_by_itself_where_both_do_not_fit() {
        let (state, _) = start(&flow(), Default::default(), 1);
        let note = Html::from_words(&"x".repeat(4095));
        let asked = ask(Language::Nl, &[note], &view(&flow(), &state), None);
        assert_eq!(asked.iter().map(|c| length(&c.text.plain())).collect::<Vec<_>>(), [4095, 2]);
    }
}
