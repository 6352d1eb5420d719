//! What stands in the database about a help request in words of its own: its state, who sees it, for whom it is, and what
//! was said of it afterwards.

use serde::{Deserialize, Serialize};

use crate::model::words;

words! {
    /// Where a help request stands.
    pub enum State {
        /// Helpers may respond.
        Open = "open",
        /// The asker accepted as many helpers as asked for.
        Promised = "promised",
        /// It happened.
        Done = "done",
        /// No longer needed.
        Withdrawn = "withdrawn",
        /// A named moderator helps on.
        TakenOver = "taken_over",
        /// Its time passed, or nobody answered whether it is still needed.
        Lapsed = "lapsed",
    }

    /// Where a response stands.
    pub enum ResponseState {
        /// A neighbour wants to help.
        Offered = "offered",
        /// The asker said yes.
        Accepted = "accepted",
        /// The asker said no, or it ended without this helper.
        Declined = "declined",
        /// The helper can't after all, or the request was withdrawn.
        Withdrawn = "withdrawn",
        /// They helped.
        Done = "done",
    }

    /// Who sees a help request.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Audience {
        /// Everybody in the neighbourhood's groups.
        Group = "group",
        /// A few neighbours, asked in private.
        Quiet = "quiet",
        /// Neighbours whom the team has met, asked in private: what is sensitive.
        Met = "met",
        /// The team alone.
        Team = "team",
    }

    /// For whom help is asked.
    pub enum Beneficiary {
        /// For the asker.
        Own = "self",
        /// For somebody else, who knows of it.
        Other = "other",
        /// For somebody without Telegram who called the team; a moderator asks.
        Caller = "caller",
    }

    /// Why a moderator took a request over.
    pub enum TakeoverReason {
        /// Nobody came forward.
        Nobody = "nobody",
        /// It needs a professional.
        Professional = "professional",
        /// It is not safe for a volunteer.
        Unsafe = "unsafe",
        /// Something else.
        Other = "other",
    }

    /// What somebody said afterwards.
    pub enum Verdict {
        /// It went well.
        Good = "good",
        /// It did not happen.
        Not = "not",
        /// It was not pleasant.
        Bad = "bad",
    }
}
