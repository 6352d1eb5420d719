//! Names under which the room is stored and sent: the feature, its dialogues and its jobs. They never change.

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

/// The job that throws a draft away.
pub const DRAFT_JOB: &str = "draft";

/// What waits for an age where words are kept: with their draft's key behind it.
pub const DRAFT: &str = "draft:";

/// The job that asks both sides.
pub const ASK_JOB: &str = "after";

/// The job that counts silence as an answer.
pub const WAIT_JOB: &str = "wait";

/// Job: what came along with a request is forgotten.
pub const FORGET: &str = "forget";

/// Job: the search goes a step further.
pub const COURSE: &str = "course";

/// Job: did the asker choose from those who want to help?
pub const CHOOSE: &str = "choose";
