//! What the buttons of this room carry: which thing and which action, never a right.

use super::NAME;
use crate::model::{ChatId, Language, NeighbourhoodId, PersonId, Role};
use crate::turn::{CodeField, Parts};
use crate::{buttons, jobs};

buttons! {
    /// A press.
    pub(super) NeighbourhoodButton: NAME => {
        /// Become a resident.
        Join(n: NeighbourhoodId) = "join" in group,
        /// Begin setting up a group.
        SetUp(chat: ChatId) = "setup",
        /// The neighbourhood's page.
        Home(n: NeighbourhoodId) = "home",
        /// A moderator says that who was invited belongs to the team.
        Vouch(n: NeighbourhoodId, person: PersonId) = "vouch",
        /// Or that they do not.
        VouchNot(n: NeighbourhoodId, person: PersonId) = "vouchno",
        /// Cards go to this topic of the group from now on.
        CardsHere(n: NeighbourhoodId, topic: i64) = "here" in group,
        /// What only administrators may do.
        Govern(tap: Govern) = flat,
    }
}

jobs! {
    /// A job of a group.
    pub(super) Job: NAME => {
        /// It may have been an upgraded group: say hello if it is a new one.
        Greet = "greet",
    }
}

buttons! {
    /// What only administrators may do.
    pub(super) Govern => {
        /// Which role to invite to?
        Invite(n: NeighbourhoodId) = "inv",
        /// Make an invitation to this role.
        InviteTo(n: NeighbourhoodId, role: Role) = "invto",
        /// Who has which role?
        People(n: NeighbourhoodId) = "people",
        /// Take a role away? Asks first.
        Dismiss(n: NeighbourhoodId, person: PersonId, role: Role) = "dis",
        /// Take the role away.
        DismissNow(n: NeighbourhoodId, person: PersonId, role: Role) = "disnow",
        /// The settings.
        Settings(n: NeighbourhoodId) = "set",
        /// Another name.
        Rename(n: NeighbourhoodId) = "name",
        /// Another name for the team.
        RenameTeam(n: NeighbourhoodId) = "team",
        /// When can the team be met?
        Hours(n: NeighbourhoodId) = "hours",
        /// Where can the team be met?
        Place(n: NeighbourhoodId) = "where",
        /// How can the team be rung?
        Phone(n: NeighbourhoodId) = "phone",
        /// Change how the doctors outside office hours can be rung.
        Doctor(n: NeighbourhoodId) = "doctor",
        /// Change how the food bank can be rung.
        Food(n: NeighbourhoodId) = "food",
        /// Turn a switch on or off.
        Switch(n: NeighbourhoodId, key: SwitchKey, on: bool) = "sw",
        /// Another join link? Asks first.
        NewLink(n: NeighbourhoodId) = "link",
        /// Another join link.
        NewLinkNow(n: NeighbourhoodId) = "linknow",
        /// The switch `ann`, as older messages have it.
        Announce(n: NeighbourhoodId, on: bool) = "ann",
        /// The switch `names`, as older messages have it.
        Names(n: NeighbourhoodId, on: bool) = "names",
        /// The switch `week`, as older messages have it.
        Week(n: NeighbourhoodId, on: bool) = "week",
        /// The language of cards.
        Speak(n: NeighbourhoodId, language: Language) = "lang",
    }
}

impl Govern {
    /// Callback data of the button.
    pub(super) fn data(self) -> String {
        NeighbourhoodButton::Govern(self).data()
    }

    /// The neighbourhood it is about.
    pub(super) fn neighbourhood(self) -> NeighbourhoodId {
        use Govern::*;
        let (Invite(n)
        | InviteTo(n, _)
        | People(n)
        | Dismiss(n, ..)
        | DismissNow(n, ..)
        | Settings(n)
        | Rename(n)
        | RenameTeam(n)
        | Hours(n)
        | Place(n)
        | Phone(n)
        | Doctor(n)
        | Food(n)
        | NewLink(n)
        | NewLinkNow(n)
        | Switch(n, ..)
        | Announce(n, _)
        | Names(n, _)
        | Week(n, _)
        | Speak(n, _)) = self;
        n
    }
}

/// The key of a switch in a button: at most 12 letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SwitchKey([u8; 12]);

impl SwitchKey {
    /// The key as a button carries it; what is longer is cut off.
    pub(super) fn of(key: &str) -> SwitchKey {
        let mut bytes = [0; 12];
        bytes.iter_mut().zip(key.bytes()).for_each(|(to, from)| *to = from);
        SwitchKey(bytes)
    }

    /// The key.
    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default().trim_end_matches('\0')
    }
}

impl CodeField for SwitchKey {
    fn encode(&self, out: &mut String) {
        out.push(':');
        out.push_str(self.as_str());
    }

    fn decode(parts: &mut Parts<'_>) -> Option<Self> {
        let word = parts.next()?;
        let key = SwitchKey::of(word);
        let is_key = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()) && key.as_str() == word;
        is_key.then_some(key)
    }

    fn samples() -> Vec<Self> {
        ["a", "names", "abcdefghijkl"].map(SwitchKey::of).to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_that_were_sent_live_on() {
        let n = NeighbourhoodId(3);
        for (tap, data) in [
            (NeighbourhoodButton::Join(n), "nbh:join:3"),
            (NeighbourhoodButton::SetUp(ChatId(-4)), "nbh:setup:-4"),
            (NeighbourhoodButton::CardsHere(n, 77), "nbh:here:3:77"),
            (NeighbourhoodButton::Govern(Govern::InviteTo(n, Role::Moderator)), "nbh:invto:3:m"),
            (NeighbourhoodButton::Govern(Govern::DismissNow(n, PersonId(5), Role::Administrator)), "nbh:disnow:3:5:a"),
            (NeighbourhoodButton::Govern(Govern::Announce(n, true)), "nbh:ann:3:1"),
            (NeighbourhoodButton::Govern(Govern::Names(n, false)), "nbh:names:3:0"),
            (NeighbourhoodButton::Govern(Govern::Week(n, true)), "nbh:week:3:1"),
            (NeighbourhoodButton::Govern(Govern::Switch(n, SwitchKey::of("names"), true)), "nbh:sw:3:names:1"),
            (NeighbourhoodButton::Govern(Govern::Speak(n, Language::En)), "nbh:lang:3:en"),
        ] {
            assert_eq!(tap.data(), data);
            assert_eq!(data.strip_prefix("nbh:").and_then(NeighbourhoodButton::read), Some(tap));
        }
        for data in ["sw:3::1", "sw:3:Names:1", "sw:3:abcdefghijklm:1", "sw:3:na\0:1", "sw:3:names"] {
            assert_eq!(NeighbourhoodButton::read(data), None, "{data}");
        }
    }
}
