//! A request and the team: what the worklist shows of it, who works on it, and what they do with it.

pub mod acts;
pub mod assignee;
pub mod work;
