//! What neighbours can do: the list of features, one line each. Adding one is its room, its texts, and a line here.

pub mod activities;
pub mod agenda;
pub mod contact;
pub mod help;
pub mod invite;
pub mod members;
pub mod mine;
pub mod moderation;
pub mod neighbourhood;
pub mod relay;
pub mod requests;
pub mod trust;
pub mod venues;
pub mod worklist;

use crate::turn::Feature;

/// Every feature, in the order in which they are asked.
pub static FEATURES: &[&dyn Feature] = &[
    &members::Members,
    &worklist::Worklist,
    &requests::Requests,
    &mine::Mine,
    &activities::Activities,
    &agenda::Agenda,
    &venues::Venues,
    &trust::Trust,
    &moderation::Moderation,
    &neighbourhood::Neighbourhoods,
    &invite::Invite,
    &relay::Relays,
    &help::Help,
];
