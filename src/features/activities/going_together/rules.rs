//! How a search for company goes, and what somebody who was asked may still say. Pure.
//!
//! Who looks is told of one neighbour at a time; only when both said yes do they hear each other's name.

use crate::features::activities::model::{AskState, SearchState};
use crate::model::Moment;
use crate::text::{in_daytime, local_date, local_day_start};

/// How many neighbours are asked at a time.
pub const AT_A_TIME: usize = 3;

/// Seconds after which more neighbours are asked, where the activity is days away.
const PATIENCE: i64 = 24 * 3600;

/// Seconds before an activity from which on nobody new is asked: who would not hear it in time.
pub const TOO_LATE: i64 = 3600;

/// The hour, the day before, at which somebody hears that nobody was found: there is time for another plan.
const NEWS_HOUR: u32 = 17;

/// What somebody does about a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Who was asked: yes, gladly.
    Willing,
    /// Who was asked: rather not.
    Decline,
    /// Who looks: yes, with this one.
    Choose,
    /// Who looks: rather not.
    Refuse,
}

/// What becomes of a question; `None` if nothing may be said any more.
pub fn after_reply(search: SearchState, ask: AskState, reply: Reply) -> Option<AskState> {
    use AskState::{Asked, Chosen, Declined, Offered, Over, Willing};
    match (search, ask, reply) {
        (SearchState::Looking, Asked, Reply::Willing) => Some(Willing),
        (SearchState::Looking, Asked | Willing | Offered, Reply::Decline) => Some(Declined),
        (SearchState::Looking, Offered, Reply::Choose) => Some(Chosen),
        (SearchState::Looking, Offered, Reply::Refuse) => Some(Over),
        _ => None,
    }
}

/// When more neighbours are asked, or the seeker hears that there is nobody: a day later, sooner where the activity is near,
/// never at night. None: it begins before that.
pub fn next_look(now: Moment, starts_at: Moment) -> Option<Moment> {
    let left = starts_at.since(now);
    let (at, news) = (in_daytime(now.plus(PATIENCE.min(left / 3))), news_at(starts_at));
    // The hour at which they are told at the latest is not passed over.
    let at = if now < news && at > news { news } else { at };
    (left > 0 && at < starts_at.plus(-TOO_LATE)).then_some(at)
}

/// When the seeker hears at the latest that nobody was found: late in the afternoon of the day before.
pub fn news_at(starts_at: Moment) -> Moment {
    let day = local_date(starts_at);
    local_day_start(day.pred_opt().unwrap_or(day), NEWS_HOUR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_with_every_word() {
        use AskState::{Asked, Chosen, Declined, Offered, Over, Willing};
        let says = [Reply::Willing, Reply::Decline, Reply::Choose, Reply::Refuse];
        for (ask, expected) in [
            (Asked, [Some(Willing), Some(Declined), None, None]),
            (Willing, [None, Some(Declined), None, None]),
            (Offered, [None, Some(Declined), Some(Chosen), Some(Over)]),
            (Declined, [None; 4]),
            (Chosen, [None; 4]),
            (Over, [None; 4]),
        ] {
            for (say, expected) in says.into_iter().zip(expected) {
                assert_eq!(after_reply(SearchState::Looking, ask, say), expected, "{ask:?} {say:?}");
                for ended in [SearchState::Met, SearchState::Ended] {
                    assert_eq!(after_reply(ended, ask, say), None, "{ended:?} {ask:?} {say:?}");
                }
            }
        }
    }

    #[test]
    fn when_more_are_asked() {
        let at = |d: &str, hour| local_day_start(d.parse().unwrap(), hour);
        for (now, starts, next) in [
            // A week away: a day later.
            (at("2026-11-23", 10), at("2026-11-30", 10), Some(at("2026-11-24", 10))),
            // Tomorrow at ten: a third of what is left.
            (at("2026-11-23", 10), at("2026-11-24", 10), Some(at("2026-11-23", 17))),
            // That would be at night, and after the hour at which they hear it at the latest.
            (at("2026-11-23", 16), at("2026-11-24", 10), Some(at("2026-11-23", 17))),
            // That would be at night.
            (at("2026-11-23", 18), at("2026-11-24", 10), Some(at("2026-11-24", 8))),
            // It begins before anybody can be asked.
            (at("2026-11-23", 20), at("2026-11-24", 9), None),
            (at("2026-11-23", 10), at("2026-11-23", 10), None),
            (at("2026-11-23", 10), at("2026-11-22", 10), None),
        ] {
            assert_eq!(next_look(now, starts), next, "{now:?} {starts:?}");
        }
        assert_eq!(news_at(at("2026-11-24", 10)), at("2026-11-23", 17));
    }
}
