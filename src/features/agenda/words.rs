//! How the agenda speaks of activities. Pure.

use super::rules::Filters;
use crate::features::activities::kind_name;
use crate::model::{Html, Language};
use crate::text::{Arg, clip, span_words, texts};
use crate::turn::Occasion;

/// Characters of a title in the agenda, at most.
const TITLE_AT_MOST: usize = 120;

/// Characters of a place in the agenda, at most.
const PLACE_AT_MOST: usize = 100;

fn say(language: Language, id: &str) -> Html {
    texts().html(language, id, &[])
}

/// What, when, where; whether it goes on, and whether there is a place. With its number, where buttons name it so.
pub(super) fn item(language: Language, shown: &Occasion, number: Option<usize>) -> Html {
    let title = clip(&shown.title, TITLE_AT_MOST);
    let when = span_words(language, shown.starts_at, shown.ends_at);
    let place = clip(&shown.place, PLACE_AT_MOST);
    let number = number.map(|n| format!("{n}. ")).unwrap_or_default();
    let args = [
        ("number", Arg::Own(&number)),
        ("title", Arg::Words(&title)),
        ("when", Arg::Own(&when)),
        ("place", Arg::Words(&place)),
    ];
    let text = texts().html(language, "agenda-item", &args);
    if shown.cancelled {
        return text.line(&say(language, "agenda-cancelled"));
    }
    let text = if shown.confirmed { text } else { text.line(&say(language, "agenda-unsure")) };
    match (shown.walk_in, shown.left()) {
        (true, _) => text.line(&say(language, "agenda-walk-in")),
        (false, Some(0)) => text.line(&say(language, "agenda-full")),
        (false, Some(left)) => text.line(&texts().html(language, "agenda-left", &[("n", Arg::Number(left))])),
        (false, None) => text,
    }
}

/// What is shown alone: 'Alleen: gratis, met rolstoel.' Nothing where all is shown.
pub(super) fn only(language: Language, filters: Filters) -> Option<Html> {
    let Filters { free, wheelchair, children, kind } = filters;
    let mut parts: Vec<String> = Vec::new();
    for (on, id) in
        [(free, "agenda-only-free"), (wheelchair, "agenda-only-wheelchair"), (children, "agenda-only-children")]
    {
        parts.extend(on.then(|| texts().plain(language, id, &[])));
    }
    parts.extend(kind.map(|kind| kind_name(language, kind)));
    let list = parts.join(", ");
    (!list.is_empty()).then(|| texts().html(language, "agenda-only", &[("list", Arg::Own(&list))]))
}
