//! What the buttons of this room carry: which thing and which action, never a right.

use std::fmt;

use crate::model::{ChatId, Language, NeighbourhoodId, PersonId, Role};

/// A press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tap {
    /// Become a resident.
    Join(NeighbourhoodId),
    /// Begin setting up a group.
    SetUp(ChatId),
    /// The neighbourhood's page.
    Home(NeighbourhoodId),
    /// Which role to invite to?
    Invite(NeighbourhoodId),
    /// Make an invitation to this role.
    InviteTo(NeighbourhoodId, Role),
    /// Who has which role?
    People(NeighbourhoodId),
    /// Take a role away? Asks first.
    Dismiss(NeighbourhoodId, PersonId, Role),
    /// Take the role away.
    DismissNow(NeighbourhoodId, PersonId, Role),
    /// The settings.
    Settings(NeighbourhoodId),
    /// Another name.
    Rename(NeighbourhoodId),
    /// Another name for the team.
    RenameTeam(NeighbourhoodId),
    /// When can the team be met?
    Hours(NeighbourhoodId),
    /// Where can the team be met?
    Place(NeighbourhoodId),
    /// May every resident announce activities?
    Announce(NeighbourhoodId, bool),
    /// Do cards of activities name who comes?
    Comers(NeighbourhoodId, bool),
    /// One message with the week, on Monday morning?
    Digest(NeighbourhoodId, bool),
    /// The language of cards.
    Speak(NeighbourhoodId, Language),
    /// Cards go to this topic of the group from now on.
    CardsHere(NeighbourhoodId, i64),
}

fn letter(role: Role) -> &'static str {
    match role {
        Role::Organiser => "o",
        Role::Moderator => "m",
        Role::Administrator => "a",
    }
}

fn role(letter: &str) -> Option<Role> {
    match letter {
        "o" => Some(Role::Organiser),
        "m" => Some(Role::Moderator),
        "a" => Some(Role::Administrator),
        _ => None,
    }
}

impl fmt::Display for Tap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Tap::Join(n) => write!(f, "join:{n}"),
            Tap::SetUp(chat) => write!(f, "setup:{chat}"),
            Tap::Home(n) => write!(f, "home:{n}"),
            Tap::Invite(n) => write!(f, "inv:{n}"),
            Tap::InviteTo(n, r) => write!(f, "invto:{n}:{}", letter(r)),
            Tap::People(n) => write!(f, "people:{n}"),
            Tap::Dismiss(n, p, r) => write!(f, "dis:{n}:{p}:{}", letter(r)),
            Tap::DismissNow(n, p, r) => write!(f, "disnow:{n}:{p}:{}", letter(r)),
            Tap::Settings(n) => write!(f, "set:{n}"),
            Tap::Rename(n) => write!(f, "name:{n}"),
            Tap::RenameTeam(n) => write!(f, "team:{n}"),
            Tap::Hours(n) => write!(f, "hours:{n}"),
            Tap::Place(n) => write!(f, "where:{n}"),
            Tap::Announce(n, all) => write!(f, "ann:{n}:{}", u8::from(all)),
            Tap::Comers(n, named) => write!(f, "names:{n}:{}", u8::from(named)),
            Tap::Digest(n, on) => write!(f, "week:{n}:{}", u8::from(on)),
            Tap::Speak(n, language) => write!(f, "lang:{n}:{}", language.code()),
            Tap::CardsHere(n, topic) => write!(f, "here:{n}:{topic}"),
        }
    }
}

impl Tap {
    /// Reads what a button carried.
    pub(super) fn read(data: &str) -> Option<Tap> {
        let parts: Vec<&str> = data.split(':').collect();
        let key = |i: usize| parts.get(i).and_then(|p| p.parse::<i64>().ok());
        let n = NeighbourhoodId(key(1)?);
        match (parts[0], &parts[2..]) {
            ("join", []) => Some(Tap::Join(n)),
            ("setup", []) => Some(Tap::SetUp(ChatId(n.0))),
            ("home", []) => Some(Tap::Home(n)),
            ("inv", []) => Some(Tap::Invite(n)),
            ("invto", [r]) => Some(Tap::InviteTo(n, role(r)?)),
            ("people", []) => Some(Tap::People(n)),
            ("dis", [_, r]) => Some(Tap::Dismiss(n, PersonId(key(2)?), role(r)?)),
            ("disnow", [_, r]) => Some(Tap::DismissNow(n, PersonId(key(2)?), role(r)?)),
            ("set", []) => Some(Tap::Settings(n)),
            ("name", []) => Some(Tap::Rename(n)),
            ("team", []) => Some(Tap::RenameTeam(n)),
            ("hours", []) => Some(Tap::Hours(n)),
            ("where", []) => Some(Tap::Place(n)),
            ("ann", ["0"]) => Some(Tap::Announce(n, false)),
            ("ann", ["1"]) => Some(Tap::Announce(n, true)),
            ("names", ["0"]) => Some(Tap::Comers(n, false)),
            ("names", ["1"]) => Some(Tap::Comers(n, true)),
            ("week", ["0"]) => Some(Tap::Digest(n, false)),
            ("week", ["1"]) => Some(Tap::Digest(n, true)),
            ("lang", [code]) => Some(Tap::Speak(n, Language::from_word(code)?)),
            ("here", [_]) => Some(Tap::CardsHere(n, key(2)?)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_role() -> impl Strategy<Value = Role> {
        proptest::sample::select(Role::ALL.to_vec())
    }

    fn any_tap() -> impl Strategy<Value = Tap> {
        let n = || any::<i64>().prop_map(NeighbourhoodId);
        let p = || any::<i64>().prop_map(PersonId);
        prop_oneof![
            n().prop_map(Tap::Join),
            any::<i64>().prop_map(|c| Tap::SetUp(ChatId(c))),
            n().prop_map(Tap::Home),
            n().prop_map(Tap::Invite),
            (n(), any_role()).prop_map(|(n, r)| Tap::InviteTo(n, r)),
            n().prop_map(Tap::People),
            (n(), p(), any_role()).prop_map(|(n, p, r)| Tap::Dismiss(n, p, r)),
            (n(), p(), any_role()).prop_map(|(n, p, r)| Tap::DismissNow(n, p, r)),
            n().prop_map(Tap::Settings),
            n().prop_map(Tap::Rename),
            n().prop_map(Tap::RenameTeam),
            n().prop_map(Tap::Hours),
            n().prop_map(Tap::Place),
            (n(), any::<bool>()).prop_map(|(n, all)| Tap::Announce(n, all)),
            (n(), any::<bool>()).prop_map(|(n, on)| Tap::Digest(n, on)),
            (n(), proptest::sample::select(Language::ALL.to_vec())).prop_map(|(n, l)| Tap::Speak(n, l)),
            (n(), any::<i64>()).prop_map(|(n, t)| Tap::CardsHere(n, t)),
        ]
    }

    proptest! {
        #[test]
        fn every_button_comes_back_and_fits(tap in any_tap()) {
            let data = tap.to_string();
            prop_assert!(data.len() + "nbh:".len() <= 64, "{} bytes", data.len() + 4);
            prop_assert_eq!(Tap::read(&data), Some(tap));
        }

        #[test]
        fn nothing_that_a_client_sends_panics(data in ".*") {
            let _ = Tap::read(&data);
        }
    }
}
