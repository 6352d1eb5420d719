//! How a help request and the responses to it go from one state to the next, and the limits on asking. Pure: every change
//! that the room makes is asked here first, and a test goes through each state with each change.

pub use super::states::{ResponseState, State};
use crate::model::{Moment, PersonId};

/// Help requests that somebody may have open at the same time.
pub const OPEN_AT_MOST: i64 = 5;

/// New cards that somebody may post on one day in Amsterdam.
pub const NEW_A_DAY: i64 = 10;

/// Seconds in which a posted request can always be undone.
const UNDO_FOR: i64 = 10 * 60;

/// Seconds in which its card can be deleted. Telegram lets a bot do so for 48 hours (Bot API, `deleteMessage`); an hour is
/// left for what waits to be sent.
const DELETED_FOR: i64 = 47 * 3600;

/// What can happen to a help request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The asker accepts a helper.
    Accept,
    /// A helper who was accepted can't after all.
    HelperCant,
    /// It happened.
    Done,
    /// No longer needed.
    Withdraw,
    /// A moderator takes it over.
    TakeOver,
    /// The moderator hands it to another moderator.
    HandOn,
    /// The moderator hands it to volunteers again.
    HandBack,
    /// Its time passed.
    Lapse,
    /// Still needed.
    Renew,
}

/// What can happen to a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseChange {
    /// The asker says yes.
    Accept,
    /// The asker says no.
    Decline,
    /// The helper can't after all.
    Withdraw,
    /// It happened.
    Finish,
}

/// What the next state hangs on, beside the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Helpers asked for.
    pub wanted: i64,
    /// Helpers accepted, once the change is made.
    pub accepted: i64,
}

/// A change that does not fit: the state that stands in its way. The text `request-is-{state}` says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal<S>(pub S);

/// The state of a help request after a change.
///
/// # Errors
/// Where the change is not allowed from this state.
pub fn next(state: State, change: Change, facts: Facts) -> Result<State, Refusal<State>> {
    let filled = if facts.accepted >= facts.wanted { State::Promised } else { State::Open };
    match (state, change) {
        (State::Open, Change::Accept) => Ok(filled),
        (State::Open | State::Promised, Change::HelperCant) => Ok(filled),
        (State::Open | State::Promised | State::TakenOver, Change::Done) => Ok(State::Done),
        (State::Open | State::Promised | State::TakenOver | State::Lapsed, Change::Withdraw) => Ok(State::Withdrawn),
        (State::Open | State::Promised | State::Lapsed, Change::TakeOver) => Ok(State::TakenOver),
        (State::TakenOver, Change::HandOn) => Ok(State::TakenOver),
        (State::TakenOver, Change::HandBack) => Ok(State::Open),
        (State::Open, Change::Lapse) => Ok(State::Lapsed),
        (State::Lapsed, Change::Renew) => Ok(State::Open),
        (State::Promised | State::Done | State::Withdrawn | State::TakenOver | State::Lapsed, Change::Accept)
        | (State::Done | State::Withdrawn | State::TakenOver | State::Lapsed, Change::HelperCant)
        | (State::Done | State::Withdrawn | State::Lapsed, Change::Done)
        | (State::Done | State::Withdrawn, Change::Withdraw)
        | (State::Done | State::Withdrawn | State::TakenOver, Change::TakeOver)
        | (
            State::Open | State::Promised | State::Done | State::Withdrawn | State::Lapsed,
            Change::HandOn | Change::HandBack,
        )
        | (State::Promised | State::Done | State::Withdrawn | State::TakenOver | State::Lapsed, Change::Lapse)
        | (State::Open | State::Promised | State::Done | State::Withdrawn | State::TakenOver, Change::Renew) => {
            Err(Refusal(state))
        }
    }
}

/// The state of a response after a change.
///
/// # Errors
/// Where the change is not allowed from this state.
pub fn next_response(state: ResponseState, change: ResponseChange) -> Result<ResponseState, Refusal<ResponseState>> {
    use ResponseChange as C;
    use ResponseState as S;
    match (state, change) {
        (S::Offered, C::Accept) => Ok(S::Accepted),
        (S::Offered, C::Decline) => Ok(S::Declined),
        (S::Offered | S::Accepted, C::Withdraw) => Ok(S::Withdrawn),
        (S::Accepted, C::Finish) => Ok(S::Done),
        (S::Accepted | S::Declined | S::Withdrawn | S::Done, C::Accept | C::Decline)
        | (S::Declined | S::Withdrawn | S::Done, C::Withdraw)
        | (S::Offered | S::Declined | S::Withdrawn | S::Done, C::Finish) => Err(Refusal(state)),
    }
}

/// What becomes of a response when its request ends in this state, or the team takes it over. `None` if it stays as it is.
pub fn response_at_end(response: ResponseState, request: State) -> Option<ResponseChange> {
    match (response, request) {
        (ResponseState::Offered, State::Done | State::Withdrawn) => Some(ResponseChange::Decline),
        (ResponseState::Accepted, State::Done) => Some(ResponseChange::Finish),
        (ResponseState::Accepted, State::Withdrawn) => Some(ResponseChange::Withdraw),
        // Neighbours may offer again, should it come back to them.
        (ResponseState::Offered | ResponseState::Accepted, State::TakenOver) => Some(ResponseChange::Withdraw),
        (ResponseState::Offered | ResponseState::Accepted, _)
        | (ResponseState::Declined | ResponseState::Withdrawn | ResponseState::Done, _) => None,
    }
}

/// What becomes of a response when its request lapses: an offer was for a time that is over. Who was accepted helps.
pub fn response_at_lapse(response: ResponseState) -> Option<ResponseChange> {
    match response {
        ResponseState::Offered => Some(ResponseChange::Withdraw),
        ResponseState::Accepted | ResponseState::Declined | ResponseState::Withdrawn | ResponseState::Done => None,
    }
}

/// Returns true if nothing more happens to a request in this state.
pub fn is_end(state: State) -> bool {
    match state {
        State::Done | State::Withdrawn => true,
        State::Open | State::Promised | State::TakenOver | State::Lapsed => false,
    }
}

/// Returns true if the posting may be undone: until somebody responded, and in any case for ten minutes; but no longer than a bot can delete
/// what it posted.
pub fn may_undo(state: State, posted_at: Moment, responses: usize, now: Moment) -> bool {
    let old = now.since(posted_at);
    !is_end(state) && (old <= UNDO_FOR || (responses == 0 && old <= DELETED_FOR))
}

/// Why somebody can't ask more now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enough {
    /// Too many open at the same time.
    Open,
    /// Too many new ones today.
    Today,
}

/// Whether somebody with so many open requests, and so many posted today, may post another.
///
/// # Errors
/// Which limit is reached.
pub fn may_post(open: i64, today: i64) -> Result<(), Enough> {
    if open >= OPEN_AT_MOST {
        Err(Enough::Open)
    } else if today >= NEW_A_DAY {
        Err(Enough::Today)
    } else {
        Ok(())
    }
}

/// Why somebody's wish to help goes no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOffer {
    /// It is their own request.
    Own,
    /// They did already.
    Again,
    /// The asker declined them before, and is not asked twice.
    Declined,
    /// The request is not open.
    State(State),
}

/// Whether this neighbour may offer to help. `mine` is their latest response to the request.
///
/// # Errors
/// Why not.
pub fn may_offer(state: State, asker: PersonId, helper: PersonId, mine: Option<ResponseState>) -> Result<(), NoOffer> {
    if asker == helper {
        return Err(NoOffer::Own);
    }
    match mine {
        Some(ResponseState::Offered | ResponseState::Accepted) => return Err(NoOffer::Again),
        Some(ResponseState::Declined) if state == State::Open => return Err(NoOffer::Declined),
        Some(ResponseState::Declined | ResponseState::Withdrawn | ResponseState::Done) | None => {}
    }
    match state {
        State::Open => Ok(()),
        State::Promised | State::Done | State::Withdrawn | State::TakenOver | State::Lapsed => {
            Err(NoOffer::State(state))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGES: [Change; 9] = [
        Change::Accept,
        Change::HelperCant,
        Change::Done,
        Change::Withdraw,
        Change::TakeOver,
        Change::HandOn,
        Change::HandBack,
        Change::Lapse,
        Change::Renew,
    ];

    #[test]
    fn every_state_with_every_change() {
        use State::{Done, Lapsed, Open, Promised, TakenOver, Withdrawn};
        // One line a state; the columns are CHANGES, with as many helpers accepted as wanted after 'accept', and none
        // after 'helper can't'. A dash is a refusal.
        const NO: Option<State> = None;
        let table: [(State, [Option<State>; 9]); 6] = [
            (
                Open,
                [Some(Promised), Some(Open), Some(Done), Some(Withdrawn), Some(TakenOver), NO, NO, Some(Lapsed), NO],
            ),
            (Promised, [NO, Some(Open), Some(Done), Some(Withdrawn), Some(TakenOver), NO, NO, NO, NO]),
            (Done, [NO; 9]),
            (Withdrawn, [NO; 9]),
            (TakenOver, [NO, NO, Some(Done), Some(Withdrawn), NO, Some(TakenOver), Some(Open), NO, NO]),
            (Lapsed, [NO, NO, NO, Some(Withdrawn), Some(TakenOver), NO, NO, NO, Some(Open)]),
        ];
        assert_eq!(table.map(|(s, _)| s), State::ALL);
        for (state, row) in table {
            for (change, expected) in CHANGES.into_iter().zip(row) {
                let facts = Facts { wanted: 1, accepted: i64::from(change == Change::Accept) };
                assert_eq!(next(state, change, facts), expected.ok_or(Refusal(state)), "{state:?} {change:?}");
            }
        }
    }

    #[test]
    fn a_request_for_two_is_promised_by_the_second() {
        for (state, change, accepted, expected) in [
            (State::Open, Change::Accept, 1, State::Open),
            (State::Open, Change::Accept, 2, State::Promised),
            (State::Open, Change::HelperCant, 0, State::Open),
            (State::Promised, Change::HelperCant, 1, State::Open),
        ] {
            assert_eq!(next(state, change, Facts { wanted: 2, accepted }), Ok(expected));
        }
    }

    #[test]
    fn every_state_of_a_response_with_every_change() {
        use ResponseState::{Accepted, Declined, Done, Offered, Withdrawn};
        let table = [
            (Offered, [Some(Accepted), Some(Declined), Some(Withdrawn), None]),
            (Accepted, [None, None, Some(Withdrawn), Some(Done)]),
            (Declined, [None; 4]),
            (Withdrawn, [None; 4]),
            (Done, [None; 4]),
        ];
        assert_eq!(table.map(|(s, _)| s), ResponseState::ALL);
        let changes =
            [ResponseChange::Accept, ResponseChange::Decline, ResponseChange::Withdraw, ResponseChange::Finish];
        for (state, row) in table {
            for (change, expected) in changes.into_iter().zip(row) {
                assert_eq!(next_response(state, change), expected.ok_or(Refusal(state)), "{state:?} {change:?}");
            }
        }
    }

    #[test]
    fn what_becomes_of_a_response_at_the_end_is_always_allowed() {
        for response in ResponseState::ALL {
            for request in State::ALL {
                let living = matches!(response, ResponseState::Offered | ResponseState::Accepted);
                let change = response_at_end(response, request);
                let over = is_end(request) || request == State::TakenOver;
                assert_eq!(change.is_some(), living && over, "{response:?} {request:?}");
                assert!(change.is_none_or(|c| next_response(response, c).is_ok()));
            }
        }
    }

    #[test]
    fn a_lapse_takes_back_what_was_only_offered() {
        for response in ResponseState::ALL {
            let change = response_at_lapse(response);
            assert_eq!(change.is_some(), response == ResponseState::Offered, "{response:?}");
            assert!(change.is_none_or(|c| next_response(response, c) == Ok(ResponseState::Withdrawn)));
        }
    }

    #[test]
    fn who_may_offer() {
        let (asker, helper) = (PersonId(1), PersonId(2));
        assert_eq!(may_offer(State::Open, asker, asker, None), Err(NoOffer::Own));
        for (mine, open) in [
            (None, Ok(())),
            (Some(ResponseState::Offered), Err(NoOffer::Again)),
            (Some(ResponseState::Accepted), Err(NoOffer::Again)),
            (Some(ResponseState::Declined), Err(NoOffer::Declined)),
            (Some(ResponseState::Withdrawn), Ok(())),
            (Some(ResponseState::Done), Ok(())),
        ] {
            assert_eq!(may_offer(State::Open, asker, helper, mine), open, "{mine:?}");
        }
        for state in State::ALL.into_iter().filter(|s| *s != State::Open) {
            assert_eq!(may_offer(state, asker, helper, None), Err(NoOffer::State(state)));
        }
    }

    #[test]
    fn undo_lasts_until_a_response_at_least_ten_minutes_and_at_most_two_days() {
        let posted = Moment(1000);
        for (state, responses, after, expected) in [
            (State::Open, 0, 0, true),
            (State::Open, 0, 47 * 3600, true),
            (State::Open, 0, 47 * 3600 + 1, false),
            (State::Open, 1, 600, true),
            (State::Open, 1, 601, false),
            (State::Promised, 1, 60, true),
            (State::Done, 0, 0, false),
            (State::Withdrawn, 0, 0, false),
        ] {
            assert_eq!(may_undo(state, posted, responses, posted.plus(after)), expected, "{state:?} {after}");
        }
    }

    #[test]
    fn limits_on_asking() {
        for (open, today, expected) in
            [(0, 0, Ok(())), (4, 9, Ok(())), (5, 0, Err(Enough::Open)), (0, 10, Err(Enough::Today))]
        {
            assert_eq!(may_post(open, today), expected);
        }
    }
}
