//! Names under which the room is stored and sent: the feature, its dialogues and its jobs. They never change.

use crate::jobs;

/// The feature's name.
pub const NAME: &str = "req";

/// The dialogue in which one asks.
pub const FLOW_ASK: &str = "vraag";

/// The dialogue in which one says how one can be reached.
pub const FLOW_REACH: &str = "reach";

/// The dialogue in which one asks again for what lapsed.
pub const FLOW_RENEW: &str = "renew";

/// The dialogue in which one says how the team can reach one.
pub const FLOW_REACH_TEAM: &str = "reach-team";

jobs! {
    /// The room's jobs.
    pub Job: NAME => {
        /// Asks both sides how it went.
        AskHowItWent = "after",
        /// Counts silence about how it went as an answer.
        EndWait = "wait",
        /// Forgets what came along with a request.
        Forget = "forget",
        /// Throws a draft away.
        DropDraft = "draft",
        /// Takes the search a step further.
        Search = "course",
        /// Reminds the asker to choose from those who want to help.
        RemindToChoose = "choose",
    }
}
