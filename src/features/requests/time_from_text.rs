//! When help is needed, in the asker's own words: typed at the question in the dialogue, or behind /vraag in a group, where it
//! is shown first, with what else it could mean. A day that repeats each week or every other week fills in the steps about
//! repeating; of any other way to repeat, the first time is taken, and that is said.

use chrono::Datelike;
use serde_json::{Map, Value, json};

use super::model::draft::{Repeats, RequestDraft, TIMES_AT_LEAST, TIMES_AT_MOST};
use super::model::span::{Asked, When};
use crate::model::Moment;
use crate::text::{Arg, DayPart, local_date, part_of, timing_words};
use crate::turn::{CheckResult, Turn};
use crate::when::{Every, Note, Purpose, Timing, read, wall};

/// Nobody knows so many days ahead when they need a neighbour, and a card shows no year.
const DAYS_AHEAD: i64 = 360;

/// Fills in what words in a group that were sent at this moment say of when. What is over, or no time at all, says nothing.
/// Returns true if it was to repeat in a way that is not possible yet.
pub fn fill(draft: &mut RequestDraft, words: &str, sent: Moment) -> bool {
    let Ok(reading) = read(words, sent, Purpose::Request) else { return false };
    let timing = Timing::of(&reading);
    if !is_ahead(&timing, sent) || is_now(&timing, sent) || is_far(&timing, sent) {
        return false;
    }
    let or_when = reading.other.as_deref().map(Timing::of).map(without_rule);
    let or_when = or_when.filter(|o| is_ahead(o, sent) && !is_far(o, sent));
    let (rhythm, repeats) = (rhythm(&timing), timing.rule.is_some());
    let timing = without_rule(timing);
    draft.or_when = or_when.filter(|o| *o != timing);
    let (when, part) = asked(timing, sent);
    (draft.when, draft.part) = (Some(when), part);
    if let Some(Rhythm { repeats, day, times }) = rhythm {
        (draft.repeats, draft.day, draft.times) = (Some(repeats), Some(day.to_string()), times);
    }
    repeats && rhythm.is_none()
}

/// A way to repeat that the steps about repeating know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rhythm {
    repeats: Repeats,
    /// The day of the week, by its number from Monday.
    day: u32,
    /// How many times, where that was said.
    times: Option<i64>,
}

fn is_ahead(timing: &Timing, sent: Moment) -> bool {
    !timing.notes(wall(sent)).iter().any(|n| matches!(n, Note::Past | Note::Skipped))
}

fn is_far(timing: &Timing, sent: Moment) -> bool {
    (timing.start.day - local_date(sent)).num_days() > DAYS_AHEAD
}

/// 'Nu', 'zo snel mogelijk': this minute.
fn is_now(timing: &Timing, sent: Moment) -> bool {
    timing.end.is_none() && timing.has_time() && (0..60).contains(&sent.since(timing.begins()))
}

fn without_rule(timing: Timing) -> Timing {
    Timing { rule: None, except: Vec::new(), ..timing }
}

/// Today, tomorrow, and a part of them, as the buttons say it; else as it was typed.
pub fn asked(timing: Timing, sent: Moment) -> (Asked, Option<DayPart>) {
    let (today, part) = (local_date(sent), part_of(&timing));
    let whole = timing.end.is_none() && !timing.has_time();
    let button = match (timing.start.day - today).num_days() {
        0 => When::Today,
        1 => When::Tomorrow,
        _ => return (Asked::Typed(timing), None),
    };
    if whole || part.is_some() { (Asked::Button(button), part) } else { (Asked::Typed(timing), None) }
}

/// How it repeats, where the steps about repeating know that.
fn rhythm(timing: &Timing) -> Option<Rhythm> {
    let repeat = timing.repeat().filter(|r| r.every == Every::Week && r.on.len() <= 1 && r.except.is_empty())?;
    let repeats = match repeat.interval {
        1 => Repeats::Weekly,
        2 => Repeats::Fortnightly,
        _ => return None,
    };
    let first = timing.start.day;
    let until = |last: chrono::NaiveDate| (last - first).num_days() / (7 * i64::from(repeat.interval)) + 1;
    let times = repeat.count.map(i64::from).or(repeat.until.map(until));
    if times.is_some_and(|n| n < TIMES_AT_LEAST) {
        return None;
    }
    let day = first.weekday().num_days_from_monday();
    Some(Rhythm { repeats, day, times: times.map(|n| n.min(TIMES_AT_MOST)) })
}

/// The check of what was typed at the question.
pub fn check(turn: &Turn<'_>, answer: Value) -> CheckResult {
    let Ok(timing) = serde_json::from_value::<Timing>(answer.clone()) else { return CheckResult::Accept(answer) };
    let sent = turn.sent_at();
    if is_far(&timing, sent) {
        return CheckResult::Again(turn.say("when-too-far", &[]), Vec::new());
    }
    if is_now(&timing, sent) {
        return CheckResult::Accept(json!("today"));
    }
    if timing.rule.is_none() {
        return CheckResult::Accept(answer);
    }
    let (language, today) = (turn.language(), local_date(turn.now()));
    let mut known = Map::new();
    let found = rhythm(&timing);
    let say = match found {
        Some(_) => turn.say("when-repeats", &[("when", Arg::Own(&timing_words(language, &timing, today)))]),
        None => {
            let first = timing_words(language, &without_rule(timing.clone()), today);
            turn.say("when-once", &[("when", Arg::Own(&first))])
        }
    };
    if let Some(Rhythm { repeats, day, times }) = found {
        known.insert("repeats".into(), json!(repeats));
        known.insert("day".into(), json!(day.to_string()));
        known.extend(times.map(|n| ("times".to_owned(), json!(n))));
    }
    CheckResult::AcceptAs { value: json!(without_rule(timing)), known, say: Some(say) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::requests::model::span::Span;
    use crate::model::Language;

    fn said(words: &str, sent: Moment) -> (RequestDraft, bool) {
        let mut draft = RequestDraft::default();
        let once = fill(&mut draft, words, sent);
        (draft, once)
    }

    #[test]
    fn words_in_a_group_say_when() {
        // Monday 23 November 2026, 10:00.
        let sent = Moment(1_795_424_400);
        for (text, when, other) in [
            ("Wie kan boodschappen doen morgen?", Some("dinsdag 24 november"), None),
            ("Lamp ophangen vanavond", Some("maandag 23 november, in de avond"), None),
            ("Oppas gezocht voor morgenavond", Some("dinsdag 24 november, in de avond"), None),
            ("Wie kan zaterdag om twee uur helpen tillen?", Some("zaterdag 28 november om 14:00 uur"), None),
            (
                "Wie kan zaterdag om 9 uur helpen?",
                Some("zaterdag 28 november om 9:00 uur"),
                Some("zaterdag 28 november om 21:00 uur"),
            ),
            ("vandaag of morgen een kop koffie", Some("maandag 23 november"), Some("dinsdag 24 november")),
            ("overmorgen soep", Some("woensdag 25 november"), None),
            ("Goedemorgen! Mijn wifi doet het niet", None, None),
            ("Goede morgen, wie wil wandelen", None, None),
            ("Wie kan twee tassen dragen?", None, None),
            ("Mijn fiets is gisteren gestolen, wie helpt?", None, None),
            ("Ik heb nu geen auto", None, None),
            ("Wie kan op 30 februari helpen?", None, None),
            ("Feest op 4 mei 2028", None, None),
            ("", None, None),
        ] {
            let (said, _) = said(text, sent);
            let words = |asked: &Asked, part| Span::of(asked, part, sent).words(Language::Nl);
            assert_eq!(said.when.as_ref().map(|w| words(w, said.part)).as_deref(), when, "{text}");
            let or_when = said.or_when.map(|t| words(&Asked::Typed(t), None));
            assert_eq!(or_when.as_deref(), other, "{text}");
        }
    }

    #[test]
    fn today_and_tomorrow_are_what_the_buttons_say() {
        let sent = Moment(1_795_424_400);
        for (text, when, part) in [
            ("morgen", When::Tomorrow, None),
            ("morgenochtend", When::Tomorrow, Some(DayPart::Morning)),
            ("vanavond", When::Today, Some(DayPart::Evening)),
        ] {
            let (said, _) = said(text, sent);
            assert_eq!((said.when, said.part), (Some(Asked::Button(when)), part), "{text}");
        }
        assert!(matches!(said("morgen om 3 uur", sent).0.when, Some(Asked::Typed(_))));
    }

    #[test]
    fn what_repeats_fills_in_the_steps_or_is_taken_once() {
        use Repeats::{Fortnightly, Weekly};
        let sent = Moment(1_795_424_400);
        for (text, rhythm, once) in [
            ("elke dinsdag om 10 uur", Some((Weekly, 1, None)), false),
            ("om de week op donderdag", Some((Fortnightly, 3, None)), false),
            ("elke dinsdag om 10 uur, 6 keer", Some((Weekly, 1, Some(6))), false),
            ("elke dinsdag tot 1 januari", Some((Weekly, 1, Some(6))), false),
            ("elke dag om 10 uur", None, true),
            ("elke eerste maandag van de maand", None, true),
            ("zaterdag om twee uur", None, false),
        ] {
            let (draft, once_only) = said(text, sent);
            assert_eq!(draft.repeats, rhythm.map(|r| r.0), "{text}");
            assert_eq!(draft.day, rhythm.map(|r| r.1.to_string()), "{text}");
            assert_eq!(draft.times, rhythm.and_then(|r| r.2), "{text}");
            assert_eq!(once_only, once, "{text}");
            assert!(
                matches!(&draft.when, Some(Asked::Typed(t)) if t.rule.is_none())
                    || draft.part.is_some()
                    || draft.when == Some(Asked::Button(When::Tomorrow)),
                "{text}"
            );
        }
    }
}
