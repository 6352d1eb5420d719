//! Roles: what somebody may do in a neighbourhood.

pub use crate::turn::rights::{Action, may};
