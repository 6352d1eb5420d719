//! What the buttons carry with which the team acts on a request.

use std::fmt;

use crate::features::requests::model::states::Reason;
use crate::model::{PersonId, RequestId};

/// What their data begins with.
const PREFIX: &str = "tm:";

/// A press by the team, and the one answer of the asker to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamTap {
    /// I take it over: why?
    Over(RequestId),
    /// I take it over, for this reason.
    OverFor(RequestId, Reason),
    /// Back to the neighbours.
    Back(RequestId),
    /// Back to the neighbours, as the asker agreed.
    BackAgreed(RequestId),
    /// To a colleague: to whom?
    On(RequestId),
    /// To this colleague.
    OnTo(RequestId, PersonId),
    /// It happened.
    Done(RequestId),
    /// No longer needed.
    End(RequestId),
    /// The team saw to it.
    Settle(RequestId),
    /// The asker says how the moderator can reach them.
    Reach(RequestId),
}

impl fmt::Display for TeamTap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREFIX)?;
        match self {
            TeamTap::Over(id) => write!(f, "over:{id}"),
            TeamTap::OverFor(id, reason) => write!(f, "for:{id}:{}", reason.word()),
            TeamTap::Back(id) => write!(f, "back:{id}"),
            TeamTap::BackAgreed(id) => write!(f, "agreed:{id}"),
            TeamTap::On(id) => write!(f, "on:{id}"),
            TeamTap::OnTo(id, to) => write!(f, "to:{id}:{to}"),
            TeamTap::Done(id) => write!(f, "done:{id}"),
            TeamTap::End(id) => write!(f, "end:{id}"),
            TeamTap::Settle(id) => write!(f, "settle:{id}"),
            TeamTap::Reach(id) => write!(f, "reach:{id}"),
        }
    }
}

impl TeamTap {
    /// Reads what a button carried; none for what is not of this kind.
    pub fn read(data: &str) -> Option<TeamTap> {
        let (word, rest) = data.strip_prefix(PREFIX)?.split_once(':')?;
        let (first, second) = match rest.split_once(':') {
            Some((first, second)) => (first, Some(second)),
            None => (rest, None),
        };
        let id = RequestId(first.parse().ok()?);
        match (word, second) {
            ("over", None) => Some(TeamTap::Over(id)),
            ("for", Some(reason)) => Reason::from_word(reason).map(|reason| TeamTap::OverFor(id, reason)),
            ("back", None) => Some(TeamTap::Back(id)),
            ("agreed", None) => Some(TeamTap::BackAgreed(id)),
            ("on", None) => Some(TeamTap::On(id)),
            ("to", Some(to)) => to.parse().ok().map(|to| TeamTap::OnTo(id, PersonId(to))),
            ("done", None) => Some(TeamTap::Done(id)),
            ("end", None) => Some(TeamTap::End(id)),
            ("settle", None) => Some(TeamTap::Settle(id)),
            ("reach", None) => Some(TeamTap::Reach(id)),
            _ => None,
        }
    }
}

/// Every kind of press, about these things.
#[cfg(test)]
pub fn all(a: i64, b: i64) -> Vec<TeamTap> {
    let id = RequestId(a);
    let mut all = vec![
        TeamTap::Over(id),
        TeamTap::Back(id),
        TeamTap::BackAgreed(id),
        TeamTap::On(id),
        TeamTap::OnTo(id, PersonId(b)),
        TeamTap::Done(id),
        TeamTap::End(id),
        TeamTap::Settle(id),
        TeamTap::Reach(id),
    ];
    all.extend(Reason::ALL.iter().map(|reason| TeamTap::OverFor(id, *reason)));
    all
}
