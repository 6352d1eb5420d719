//! The card of an activity in the groups, and the head that every message about it begins with.

use super::series;
use crate::features::activities::buttons::AttendanceButton;
use crate::features::activities::model::{Activity, Headcount, State, kinds};
use crate::features::activities::show::{add_paragraph, button, say};
use crate::features::activities::{people, store};
use crate::model::{Content, Html, Language, Result};
use crate::text::{Arg, Args, local_date, span_words};
use crate::turn::Turn;

/// When it is, in words.
pub fn when_words(language: Language, a: &Activity) -> String {
    span_words(language, a.starts_at, a.ends_at)
}

/// A text about an activity: it may name its `$title`, `$when` and `$place`, and what is given besides.
pub fn text_about(language: Language, id: &str, a: &Activity, more: Args<'_>) -> Html {
    let (title, when) = (a.title(), when_words(language, a));
    let own = [("title", Arg::Words(&title)), ("when", Arg::Own(&when)), ("place", Arg::Words(&a.what.place))];
    say(language, id, &[&own, more].concat())
}

/// What, when, where, what it costs, for whom it is easy to reach, and by whom.
pub fn head(language: Language, a: &Activity, organiser: &str) -> Html {
    head_at(language, a, &when_words(language, a), organiser)
}

/// As [`head`], with other words for when.
pub fn head_at(language: Language, a: &Activity, when: &str, organiser: &str) -> Html {
    let args = [
        ("icon", Arg::Own(kinds::icon(&a.what.kind))),
        ("title", Arg::Words(&a.what.title)),
        ("when", Arg::Own(when)),
        ("place", Arg::Words(&a.what.place)),
    ];
    let mut text = say(language, "activity-head", &args);
    if a.state == State::Planned && !a.confirmed {
        text = text.line(&say(language, "activity-unsure", &[]));
    }
    text = text.line(&match &a.what.cost {
        None => say(language, "activity-free", &[]),
        Some(cost) => say(language, "activity-cost", &[("cost", Arg::Words(cost))]),
    });
    text = text.line(&say(language, "activity-from", &[("name", Arg::Words(organiser))]));
    let access = &a.what.access;
    let mut lines: Vec<Html> = access.texts().map(|id| say(language, id, &[])).collect();
    if let Some(languages) = &access.languages {
        lines.push(say(language, "activity-languages", &[("languages", Arg::Words(languages))]));
    }
    add_paragraph(text, lines)
}

/// 'Dit komt terug: elke dinsdag', of a date of a series that goes on.
pub async fn returns_line(turn: &mut Turn<'_>, a: &Activity, language: Language) -> Result<Option<Html>> {
    let Some(s) = store::series::of_date(turn.db(), a).await?.filter(|s| !s.ended) else { return Ok(None) };
    let rule = series::rule(language, &s.timing, local_date(turn.now()));
    Ok(Some(say(language, "activity-returns", &[("rule", Arg::Own(&rule))])))
}

/// Who comes, in one line. `more` people come whose names do not fit.
fn names_line(language: Language, names: &[(String, i64)], more: i64) -> Html {
    let one = |(name, guests): &(String, i64)| match guests {
        0 => say(language, "activity-name", &[("name", Arg::Words(name))]),
        _ => say(language, "activity-name-guests", &[("name", Arg::Words(name)), ("n", Arg::Number(*guests))]),
    };
    let list = names
        .iter()
        .map(one)
        .reduce(|all, name| {
            say(language, "activity-names-and", &[("all", Arg::Markup(&all)), ("name", Arg::Markup(&name))])
        })
        .unwrap_or_default();
    let list = match more {
        ..=0 => list,
        _ => say(language, "activity-names-more", &[("names", Arg::Markup(&list)), ("n", Arg::Number(more))]),
    };
    say(language, "activity-names", &[("names", Arg::Markup(&list))])
}

/// How many come, which places are left, who waits.
pub fn headcount_lines(language: Language, a: &Activity, headcount: &Headcount) -> Html {
    let n = |id: &str, n: i64| say(language, id, &[("n", Arg::Number(n))]);
    let left = a.capacity().map(|c| (c - headcount.going).max(0));
    let mut text = match (headcount.going, left) {
        // That nobody comes yet keeps people away, and says nothing that they need.
        (0, None) => Html::default(),
        (0, Some(left)) => n("activity-places", left),
        (going, None) => n("activity-going", going),
        (going, Some(0)) => n("activity-going", going).line(&say(language, "activity-full", &[])),
        (going, Some(left)) => n("activity-going", going).line(&n("activity-places-left", left)),
    };
    if headcount.waiting > 0 {
        text = text.line(&n("activity-waiting", headcount.waiting));
    }
    match headcount.names.as_deref() {
        Some(names @ [_, ..]) => {
            let shown: i64 = names.iter().map(|(_, guests)| 1 + guests).sum();
            text.line(&names_line(language, names, headcount.going - shown))
        }
        Some([]) | None => text,
    }
}

/// That it does not happen, or has been; nothing while it is planned.
pub fn state_line(language: Language, a: &Activity) -> Option<Html> {
    match (a.state, &a.reason) {
        (State::Planned, _) => None,
        (State::Cancelled, Some(reason)) => {
            Some(say(language, "activity-cancelled-reason", &[("reason", Arg::Words(reason))]))
        }
        (State::Cancelled, None) => Some(say(language, "activity-cancelled", &[])),
        (State::Held, _) => Some(say(language, "activity-held", &[])),
    }
}

/// What the card of an activity shows now.
pub async fn content(turn: &mut Turn<'_>, a: &Activity) -> Result<Content> {
    let organiser = turn.person(a.organiser).await?;
    let language = turn.neighbourhood(a.neighbourhood).await?.language;
    let headcount = people::headcount(turn, a).await?;
    let mut text = head(language, a, &organiser.name);
    if let Some(line) = returns_line(turn, a, language).await? {
        text = text.line(&line);
    }
    if a.photo {
        text = text.line(&say(language, "activity-photo", &[]));
    }
    if a.voice {
        text = text.line(&say(language, "activity-voice", &[]));
    }
    if let Some(details) = &a.what.details {
        text = text.paragraph(&Html::from_words(details));
    }
    if let Some(line) = state_line(language, a) {
        return Ok(Content::text(text.paragraph(&line)));
    }
    let tap = |label, tap: AttendanceButton| button(language, label, tap.data());
    let rows = vec![
        vec![tap("button-come", AttendanceButton::Come(a.id)), tap("button-cannot", AttendanceButton::Cannot(a.id))],
        vec![tap("button-bring", AttendanceButton::Bring(a.id))],
        vec![tap("button-activity-more", AttendanceButton::More(a.id))],
    ];
    Ok(Content::new(text.paragraph(&headcount_lines(language, a, &headcount)), rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_do_not_fit_are_counted() {
        let names = [("Joop".to_owned(), 0), ("<b>Salma</b>".to_owned(), 2)];
        let plain = |more| names_line(Language::Nl, &names, more).plain().replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(plain(0), "Er komen: Joop, <b>Salma</b> met 2 gasten.");
        assert_eq!(plain(3), "Er komen: Joop, <b>Salma</b> met 2 gasten en nog 3.");
    }
}
