//! What people read about a series: the question whether a date goes on, all its dates, what is not certain.

use crate::features::activities::buttons::{HostingButton, RecurringButton};
use crate::features::activities::model::{Activity, ActivitySeries, State};
use crate::features::activities::show::{button, say};
use crate::model::{Button, Content, Html, Language};
use crate::text::{Arg, Day, clock_words, date_words, local_date, rule_words, texts};
use crate::turn::Turn;
use crate::when::{Timing, feasts_on};

/// Days with a name that are pointed out have a text of this name.
const FEAST: &str = "feast-";

/// The name of a holiday, where a day is one that people may not think of.
pub fn feast(language: Language, day: Day) -> Option<String> {
    let ids = feasts_on(day).into_iter().map(|name| format!("{FEAST}{}", name.replace(' ', "-")));
    let known = ids.into_iter().find(|id| texts().has(language, id));
    known.map(|id| texts().plain(language, &id, &[]))
}

/// 'Let op: zaterdag 26 december is Tweede Kerstdag.'
pub fn feast_line(language: Language, day: Day) -> Option<Html> {
    let feast = feast(language, day)?;
    let day = date_words(language, day);
    Some(say(language, "returning-feast", &[("day", Arg::Own(&day)), ("feast", Arg::Own(&feast))]))
}

/// 'elke dinsdag'.
pub fn rule(language: Language, timing: &Timing, today: Day) -> String {
    timing.repeat().map_or_else(String::new, |r| rule_words(language, &r, today))
}

/// The name of a series, and how it comes back: everything said about it begins with these.
pub fn title_and_rule(turn: &Turn<'_>, s: &ActivitySeries) -> (String, String) {
    (s.what.title_line(), rule(turn.language(), &s.timing, local_date(turn.now())))
}

/// 'dinsdag 1 december'.
pub fn day(language: Language, a: &Activity) -> String {
    date_words(language, local_date(a.starts_at))
}

/// 'van 10:00 tot 12:00 uur'.
pub fn times(language: Language, a: &Activity) -> String {
    let from = clock_words(a.starts_at);
    match a.ends_at {
        None => texts().plain(language, "returning-time", &[("from", Arg::Own(&from))]),
        Some(end) => {
            let to = clock_words(end);
            texts().plain(language, "returning-times", &[("from", Arg::Own(&from)), ("to", Arg::Own(&to))])
        }
    }
}

/// A text about a date: `$title`, `$day`.
pub fn about(language: Language, id: &str, a: &Activity) -> Html {
    let (title, day) = (a.title(), day(language, a));
    say(language, id, &[("title", Arg::Words(&title)), ("day", Arg::Own(&day))])
}

/// A button about a series.
pub fn key(language: Language, label: &str, tap: RecurringButton) -> Button {
    button(language, label, tap.data())
}

/// What a question about a date says beside the question.
#[derive(Clone, Copy, Debug, Default)]
pub struct Besides {
    /// It is asked for the second time.
    pub again: bool,
    /// People who come and wait, guests and all.
    pub people: i64,
    /// The rule gives no date after it.
    pub last: bool,
}

/// 'Gaat Koffie door op dinsdag 1 december?'
pub fn question(language: Language, a: &Activity, besides: Besides) -> Content {
    let id = if besides.again { "returning-ask-again" } else { "returning-ask" };
    let times = times(language, a);
    let args = [("times", Arg::Own(times.as_str())), ("place", Arg::Words(&a.what.place))];
    let mut text = about(language, id, a).paragraph(&say(language, "returning-where", &args));
    if besides.people > 0 {
        text = text.line(&say(language, "returning-people", &[("n", Arg::Number(besides.people))]));
    }
    if besides.last {
        text = text.line(&say(language, "returning-last", &[]));
    }
    if let Some(line) = feast_line(language, local_date(a.starts_at)) {
        text = text.paragraph(&line);
    }
    let id = a.id;
    let rows = vec![
        vec![key(language, "button-goes-on", RecurringButton::Yes(id))],
        vec![key(language, "button-not-this-time", RecurringButton::No(id))],
        vec![button(language, "button-other-this-time", HostingButton::Change(id).data())],
        vec![key(language, "button-end-series", RecurringButton::Stop(id))],
    ];
    Content::new(text, rows)
}

/// A date in a list: when it is, and whether it goes on.
pub fn line(language: Language, a: &Activity) -> Html {
    let state = match (a.state, a.confirmed) {
        (State::Planned, true) => "returning-is-on",
        (State::Planned, false) => "returning-is-open",
        (State::Cancelled, _) => "returning-is-off",
        (State::Held, _) => "returning-was",
    };
    let (day, times, state) = (day(language, a), times(language, a), texts().plain(language, state, &[]));
    let args = [("day", Arg::Own(day.as_str())), ("times", Arg::Own(&times)), ("state", Arg::Own(&state))];
    say(language, "returning-line", &args)
}
