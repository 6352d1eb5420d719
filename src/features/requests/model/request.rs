//! A help request and the responses to it, as the rest of the room handles them.

use super::span::Span;
use super::states::{Audience, Beneficiary, ResponseState, State, TakeoverReason, Verdict};
use crate::model::{Moment, NeighbourhoodId, PersonId, RequestId, ResponseId};

/// A help request.
#[derive(Clone, Debug)]
pub struct Request {
    /// Key.
    pub id: RequestId,
    /// Where.
    pub neighbourhood: NeighbourhoodId,
    /// Whose.
    pub asker: PersonId,
    /// Id of its category.
    pub category: String,
    /// What, in one line.
    pub title: String,
    /// All else.
    pub details: Option<String>,
    /// When.
    pub span: Span,
    /// Who sees it.
    pub audience: Audience,
    /// Whether the asker's name is shown.
    pub named: bool,
    /// For whom it is.
    pub beneficiary: Beneficiary,
    /// Where it stands.
    pub state: State,
    /// Helpers asked for.
    pub wanted: i64,
    /// The first date of its series, where it repeats; its own key for that one.
    pub series: Option<RequestId>,
    /// Whether one helper is wanted for every date of the series.
    pub same_helper: bool,
    /// The moderator who took it over.
    pub handler: Option<PersonId>,
    /// Why it was taken over.
    pub reason: Option<TakeoverReason>,
    /// Counts changes of state, for choices about what was shown.
    pub version: i64,
    /// How wide the search is by now, from 1.
    pub round: i64,
    /// How a helper can reach the asker, where they said.
    pub contact: Option<String>,
    /// A private message to the asker did not arrive.
    pub unreached: bool,
    /// When it was posted.
    pub posted_at: Moment,
    /// When this search for helpers began: when it was posted, renewed or opened again.
    pub since: Moment,
    /// When its asker was asked whether it is still needed.
    pub asked_at: Option<Moment>,
    /// When both sides were asked how it went.
    pub after_at: Option<Moment>,
    /// What the asker said afterwards.
    pub verdict: Option<Verdict>,
    /// Whether a photo came along.
    pub photo: bool,
    /// Whether some of it was spoken.
    pub voice: bool,
    /// Whether the name and number of somebody who called the team are kept with it.
    pub called: bool,
}

impl Request {
    /// What its card hangs on, and what a series is named by: its first date. Its own key where it does not repeat.
    pub fn root(&self) -> RequestId {
        self.series.unwrap_or(self.id)
    }

    /// Returns true if its asker said that it did not happen, so that it can be asked for another day.
    pub fn may_reopen(&self) -> bool {
        self.state == State::Promised && self.verdict == Some(Verdict::Not)
    }
}

/// A neighbour's response.
#[derive(Clone, Debug)]
pub struct Response {
    /// Key.
    pub id: ResponseId,
    /// To which request.
    pub request: RequestId,
    /// Whose.
    pub helper: PersonId,
    /// Where it stands.
    pub state: ResponseState,
    /// How the asker can reach the helper, where they said.
    pub contact: Option<String>,
    /// The asker said yes to it once, whatever became of it.
    pub chosen: bool,
    /// What the helper said afterwards.
    pub verdict: Option<Verdict>,
}

impl Response {
    /// Returns true if its helper helped, or was to.
    pub fn takes_part(&self) -> bool {
        matches!(self.state, ResponseState::Accepted | ResponseState::Done)
    }
}

/// As much of a request as the board needs to sort and choose.
#[derive(Clone, Debug)]
pub struct OnBoard {
    /// Key.
    pub id: RequestId,
    /// Whose.
    pub asker: PersonId,
    /// Id of its category.
    pub category: String,
    /// Who sees it.
    pub audience: Audience,
}
