//! What the buttons of the question afterwards carry. A button names a thing and an answer; it grants nothing.

use std::fmt;

use crate::features::requests::model::states::Verdict;
use crate::model::{RequestId, ResponseId};

/// A press on an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterTap {
    /// How it went, says the asker.
    Asker(RequestId, Verdict),
    /// How it went, says a helper.
    Helper(ResponseId, Verdict),
    /// So many helpers are enough.
    Enough(RequestId),
}

impl fmt::Display for AfterTap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AfterTap::Asker(id, verdict) => write!(f, "how:{id}:{}", verdict.word()),
            AfterTap::Helper(id, verdict) => write!(f, "went:{id}:{}", verdict.word()),
            AfterTap::Enough(id) => write!(f, "enough:{id}"),
        }
    }
}

impl AfterTap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<AfterTap> {
        let parts: Vec<&str> = data.split(':').collect();
        match parts.as_slice() {
            ["how", id, verdict] => Some(AfterTap::Asker(RequestId(id.parse().ok()?), Verdict::from_word(verdict)?)),
            ["went", id, verdict] => Some(AfterTap::Helper(ResponseId(id.parse().ok()?), Verdict::from_word(verdict)?)),
            ["enough", id] => Some(AfterTap::Enough(RequestId(id.parse().ok()?))),
            _ => None,
        }
    }
}

/// Every kind of press on an answer, about these things.
#[cfg(test)]
pub(super) fn all(a: i64) -> Vec<AfterTap> {
    let answers =
        Verdict::ALL.iter().flat_map(|v| [AfterTap::Asker(RequestId(a), *v), AfterTap::Helper(ResponseId(a), *v)]);
    answers.chain([AfterTap::Enough(RequestId(a))]).collect()
}
