//! Dialogues as a person would have them ([`talk`]) and as they were stored once ([`stored`]), and flows as a careless author
//! would write them ([`author`]). What one kind of step alone does is tested in its file.

mod author;
mod stored;
mod talk;

use serde::Deserialize;

pub(super) use self::talk::{Chat, again, object};
pub(super) use super::*;
use crate::when::Timing;

const REQUEST: &str = r#"
id = "request"
version = 3
feature = "requests"

[[step]]
id = "category"
kind = "choice"
choices = ["groceries", "job", "transport", "forms", "company"]

[[step]]
id = "people"
kind = "choice"
choices = ["one", "more"]
if = { step = "category", in = ["transport"] }

[[step]]
id = "title"
kind = "text"
max = 40
check = "public-text"

[[step]]
id = "when"
kind = "choice"
choices_from = "days"

[[step]]
id = "details"
kind = "text"
more = true

[[step]]
id = "for-other"
kind = "yes-no"
more = true

[[step]]
id = "knows"
kind = "yes-no"
more = true
if = { step = "for-other", in = ["yes"] }

[[step]]
id = "reach"
kind = "contact"
more = true
"#;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(dead_code, reason = "read, not used: the check asks whether it can be read")]
struct Request {
    category: Category,
    people: Option<String>,
    title: String,
    when: String,
    details: Option<String>,
    for_other: Option<bool>,
    knows: Option<bool>,
    reach: Option<Contact>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Category {
    Groceries,
    Job,
    Transport,
    Forms,
    Company,
}

pub(super) fn flow() -> Flow {
    Flow::from_toml(REQUEST).unwrap()
}

pub(super) fn words(label: &Label) -> String {
    let id = match label {
        Label::Words(words) => return words.clone(),
        Label::When(timing) => return timing_words(timing),
        Label::Several(labels) => return labels.iter().map(words).collect::<Vec<_>>().join(", "),
        Label::Id(id) => id,
    };
    match id.as_str() {
        "dialogue-back" => "‹ Terug",
        "dialogue-stop" => "Stop",
        "dialogue-skip" => "Overslaan",
        "dialogue-ready" => "Klaar",
        "dialogue-when-yes" => "Ja, dat klopt",
        "dialogue-yes" => "Ja",
        "dialogue-no" => "Nee",
        "dialogue-more" => "Meer vertellen",
        "dialogue-change" => "Iets veranderen",
        "request-confirm" => "Plaatsen",
        "request-category-groceries" => "Boodschappen",
        "request-category-transport" => "Vervoer",
        "request-title-name" => "Wat",
        other => other,
    }
    .to_owned()
}

/// '2026-11-28T14:30/2026-11-28T16:00', with a rule behind it.
pub(super) fn timing_words(timing: &Timing) -> String {
    let end = timing.end.map(|end| format!("/{end}")).unwrap_or_default();
    let rule = timing.rule.as_ref().map(|rule| format!(" {rule}")).unwrap_or_default();
    format!("{}{end}{rule}", timing.start)
}

pub(super) fn days() -> Vec<Choice> {
    vec![
        Choice::new("2026-03-02", Label::words("Vandaag")),
        Choice::new("2026-03-03", Label::words("Morgen")),
        Choice::new("later", Label::words("Later")),
    ]
}
