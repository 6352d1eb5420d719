//! What follows from what both sides said afterwards, and when they are asked. Pure, and tested answer by answer.
//!
//! The asker's 'goed' ends a request at once, as [Gelukt] does, whatever a helper said or says later: if it waited for the
//! helper's word, the asker could read from the waiting that something was wrong.

use super::reasons;
use super::span::Span;
use super::states::Verdict;
use crate::model::Moment;
use crate::text::{in_daytime, local_date, local_day_start};
use crate::turn::Reason;

/// Days after which silence counts.
pub const WAIT_DAYS: i64 = 3;

/// Days after the match, for a request without a date.
const UNDATED_DAYS: i64 = 7;

/// Seconds between the end of a request's time, or its match, and the question.
const PAUSE: i64 = 2 * 3600;

/// The hour of the question where it would have come at night.
const MORNING: u32 = 9;

/// When both sides are asked how it went.
pub fn when_to_ask(span: Span, matched: Moment) -> Moment {
    let at = match span.end() {
        Some(end) => Moment(end.0.max(matched.0)).plus(PAUSE),
        None => matched.plus_days(UNDATED_DAYS),
    };
    let day = in_daytime(at);
    if day == at { at } else { local_day_start(local_date(day), MORNING) }
}

/// What follows from the answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The request is done.
    pub done: bool,
    /// The team looks, for this reason.
    pub team: Option<Reason>,
}

/// What follows from what the asker and the helpers said so far. `waited`: the time for answering is over.
pub fn outcome(asker: Option<Verdict>, helpers: &[Option<Verdict>], waited: bool) -> Outcome {
    let said = |verdict| helpers.contains(&Some(verdict));
    let done = match asker {
        Some(Verdict::Good) => true,
        Some(Verdict::Not | Verdict::Bad) => false,
        // A helper's word stands where the asker is silent, unless another helper or they themselves say otherwise.
        None => waited && said(Verdict::Good) && !said(Verdict::Not) && !said(Verdict::Bad),
    };
    let bad = asker == Some(Verdict::Bad) || said(Verdict::Bad);
    let good = asker == Some(Verdict::Good) || said(Verdict::Good);
    let not = asker == Some(Verdict::Not) || said(Verdict::Not);
    let team = if bad {
        Some(reasons::UNPLEASANT)
    } else if good && not && (asker.is_some() || waited) {
        Some(reasons::DISAGREEMENT)
    } else if waited && !done {
        Some(reasons::SILENCE)
    } else {
        None
    };
    Outcome { done, team }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::DayPart;

    const ANSWERS: [Option<Verdict>; 4] = [None, Some(Verdict::Good), Some(Verdict::Not), Some(Verdict::Bad)];

    #[test]
    fn every_answer_with_every_other() {
        let done = |team| Outcome { done: true, team };
        let stays = |team| Outcome { done: false, team };
        let (quiet, apart, silence) = (None, Some(reasons::DISAGREEMENT), Some(reasons::SILENCE));
        let bad = Some(reasons::UNPLEASANT);
        // A line for what the asker said; in it, what the helper said: nothing, good, not, bad. First while there is time,
        // then after it.
        let table = [
            [
                [stays(quiet), stays(quiet), stays(quiet), stays(bad)],
                [done(quiet), done(quiet), done(apart), done(bad)],
                [stays(quiet), stays(apart), stays(quiet), stays(bad)],
                [stays(bad), stays(bad), stays(bad), stays(bad)],
            ],
            [
                [stays(silence), done(quiet), stays(silence), stays(bad)],
                [done(quiet), done(quiet), done(apart), done(bad)],
                [stays(silence), stays(apart), stays(silence), stays(bad)],
                [stays(bad), stays(bad), stays(bad), stays(bad)],
            ],
        ];
        for (waited, table) in [false, true].into_iter().zip(table) {
            for (asker, line) in ANSWERS.into_iter().zip(table) {
                for (helper, expected) in ANSWERS.into_iter().zip(line) {
                    assert_eq!(outcome(asker, &[helper], waited), expected, "{asker:?} {helper:?} {waited}");
                }
            }
        }
    }

    #[test]
    fn several_helpers() {
        use Verdict::{Bad, Good, Not};
        for (asker, helpers, waited, done, team) in [
            (Some(Good), [Some(Good), None], false, true, None),
            (Some(Good), [None, None], true, true, None),
            (Some(Good), [Some(Good), Some(Not)], false, true, Some(reasons::DISAGREEMENT)),
            (Some(Good), [Some(Good), Some(Bad)], false, true, Some(reasons::UNPLEASANT)),
            (None, [Some(Good), None], true, true, None),
            (None, [Some(Good), Some(Not)], false, false, None),
            (None, [Some(Good), Some(Not)], true, false, Some(reasons::DISAGREEMENT)),
            (None, [Some(Good), Some(Bad)], true, false, Some(reasons::UNPLEASANT)),
            (Some(Not), [Some(Not), Some(Not)], false, false, None),
        ] {
            let expected = Outcome { done, team };
            assert_eq!(outcome(asker, &helpers, waited), expected, "{asker:?} {helpers:?} {waited}");
        }
    }

    #[test]
    fn what_the_asker_reads_never_hangs_on_what_a_helper_said_that_was_not_good() {
        for asker in ANSWERS.into_iter().flatten() {
            let alone = outcome(Some(asker), &[None], false).done;
            for helper in ANSWERS {
                assert_eq!(outcome(Some(asker), &[helper], false).done, alone, "{asker:?} {helper:?}");
            }
        }
    }

    #[test]
    fn when_it_is_asked() {
        let day = |text: &str| text.parse().unwrap();
        let at = |text: &str, hour| local_day_start(day(text), hour);
        let one = |part| Span { days: Some((day("2026-11-24"), day("2026-11-24"))), part, ..Span::default() };
        let week = Span { days: Some((day("2026-11-23"), day("2026-11-29"))), part: None, ..Span::default() };
        let matched = at("2026-11-23", 10);
        for (span, matched, expected) in [
            (one(Some(DayPart::Morning)), matched, at("2026-11-24", 14)),
            (one(Some(DayPart::Afternoon)), matched, at("2026-11-24", 20)),
            (one(Some(DayPart::Evening)), matched, at("2026-11-25", 9)),
            (one(None), matched, at("2026-11-25", 9)),
            (week, matched, at("2026-11-30", 9)),
            (Span::default(), matched, at("2026-11-30", 10)),
            (Span::default(), at("2026-11-23", 23), at("2026-12-01", 9)),
            (Span::default(), at("2026-11-23", 7), at("2026-11-30", 9)),
            // Agreed after its time: two hours to help in.
            (one(Some(DayPart::Morning)), at("2026-11-24", 15), at("2026-11-24", 17)),
            (one(Some(DayPart::Morning)), at("2026-11-24", 20), at("2026-11-25", 9)),
        ] {
            assert_eq!(when_to_ask(span, matched), expected, "{span:?} {matched:?}");
        }
    }
}
