//! Who may do what: the one place that decides it. Rights come from a role in this neighbourhood; a role in another one, or
//! in the Telegram group, gives nothing.

use super::Turn;
use crate::model::{Member, Neighbourhood, NeighbourhoodId, PersonId, Result, Role, Switch};

/// May every resident of a neighbourhood announce activities?
pub const ANNOUNCE_OPENLY: Switch = Switch { key: "ann", order: 15, apart: false };

/// Something that not everybody may do everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// See what there is, sign up, ask the team, tell a worry, flag a message.
    TakePart,
    /// Ask neighbours for help: what they write is read by others.
    Ask,
    /// Offer help.
    Offer,
    /// Announce activities, and write to those who come.
    Announce,
    /// Look after what they announced, also while they may not write.
    Organise,
    /// The worklist: what waits there, and what of it is not confidential; manage somebody's activity.
    Moderate,
    /// Be shown, listed or assigned what was told in confidence: a conversation with the team, a call, a request that the group may
    /// not see, how somebody can be reached, what people said of each other.
    ReadConfidential,
    /// Remove somebody for good, which takes two.
    RemoveForGood {
        /// Did another moderator agree?
        seconded: bool,
    },
    /// Receive worries.
    ReceiveWorries {
        /// Do the neighbourhood's settings name this person as handler?
        handler: bool,
    },
    /// Take over a request, hand one to volunteers, post for somebody without Telegram.
    TakeOver,
    /// Appoint and dismiss, change settings, close the neighbourhood.
    Govern,
}

/// Returns true if they may do this in this neighbourhood. Who is no member of it, or is out of it, may do nothing.
pub fn may(member: Option<&Member>, action: Action, neighbourhood: &Neighbourhood) -> bool {
    let Some(member) = member.filter(|m| m.neighbourhood == neighbourhood.id) else { return false };
    let (organiser, moderator, administrator) =
        (member.is(Role::Organiser), member.is(Role::Moderator), member.is(Role::Administrator));
    match action {
        Action::TakePart => true,
        Action::Ask => member.may_write(),
        Action::Offer => member.may_write() && member.may_help,
        Action::Announce => member.may_write() && may(Some(member), Action::Organise, neighbourhood),
        Action::Organise => neighbourhood.is_on(&ANNOUNCE_OPENLY) || organiser || moderator || administrator,
        Action::Moderate => moderator || administrator,
        Action::RemoveForGood { seconded } => seconded && moderator,
        Action::ReceiveWorries { handler } => handler && moderator,
        Action::ReadConfidential | Action::TakeOver => moderator,
        Action::Govern => administrator,
    }
}

impl Turn<'_> {
    /// Returns true if the sender may do this in a neighbourhood. Reads nothing of a neighbourhood that they don't belong to.
    pub async fn allowed(&mut self, n: NeighbourhoodId, action: Action) -> Result<bool> {
        let who = self.who()?;
        self.person_allowed(who.id, n, action).await
    }

    /// Returns true if this person may do this in a neighbourhood.
    pub async fn person_allowed(&mut self, person: PersonId, n: NeighbourhoodId, action: Action) -> Result<bool> {
        let Some(member) = self.membership(person, n).await? else { return Ok(false) };
        let neighbourhood = self.neighbourhood(n).await?;
        Ok(may(Some(&member), action, &neighbourhood))
    }

    /// The sender's neighbourhoods in which they may do this, the one they are busy with first.
    pub async fn neighbourhoods_where(&mut self, action: Action) -> Result<Vec<Neighbourhood>> {
        let who = self.who()?;
        let mut found = Vec::new();
        for member in self.memberships(who.id).await? {
            let neighbourhood = self.neighbourhood(member.neighbourhood).await?;
            if may(Some(&member), action, &neighbourhood) {
                found.push(neighbourhood);
            }
        }
        found.sort_by_key(|n| Some(n.id) != who.current);
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Moment, NeighbourhoodId, PersonId};

    fn neighbourhood(id: i64, announce: bool) -> Neighbourhood {
        let mut sample = Neighbourhood { id: NeighbourhoodId(id), ..Neighbourhood::sample() };
        sample.settings.set(ANNOUNCE_OPENLY.key, Switch::value(announce));
        sample
    }

    fn member(roles: &[Role]) -> Member {
        let (neighbourhood, person) = (NeighbourhoodId(1), PersonId(1));
        Member { neighbourhood, person, roles: roles.to_vec(), may_help: true, muted_until: None }
    }

    /// Every cell of the table: resident, organiser, moderator, administrator.
    const TABLE: &[(Action, bool, [bool; 4])] = &[
        (Action::TakePart, false, [true, true, true, true]),
        (Action::Ask, false, [true, true, true, true]),
        (Action::Offer, false, [true, true, true, true]),
        (Action::Announce, false, [false, true, true, true]),
        (Action::Announce, true, [true, true, true, true]),
        (Action::Organise, false, [false, true, true, true]),
        (Action::Organise, true, [true, true, true, true]),
        (Action::Moderate, false, [false, false, true, true]),
        (Action::RemoveForGood { seconded: false }, false, [false, false, false, false]),
        (Action::RemoveForGood { seconded: true }, false, [false, false, true, false]),
        (Action::ReceiveWorries { handler: false }, false, [false, false, false, false]),
        (Action::ReceiveWorries { handler: true }, false, [false, false, true, false]),
        (Action::ReadConfidential, false, [false, false, true, false]),
        (Action::TakeOver, false, [false, false, true, false]),
        (Action::Govern, false, [false, false, false, true]),
    ];

    #[test]
    fn every_cell_of_the_table() {
        let columns: [&[Role]; 4] = [&[], &[Role::Organiser], &[Role::Moderator], &[Role::Administrator]];
        for (action, announce, cells) in TABLE {
            for (roles, expected) in columns.iter().zip(cells) {
                let got = may(Some(&member(roles)), *action, &neighbourhood(1, *announce));
                assert_eq!(got, *expected, "{action:?} with {roles:?}");
            }
        }
    }

    #[test]
    fn who_is_muted_or_may_not_help_keeps_all_else() {
        for (action, announce, _) in TABLE {
            let place = neighbourhood(1, *announce);
            let free = may(Some(&member(&[Role::Organiser])), *action, &place);
            let stopped = Member { may_help: false, ..member(&[Role::Organiser]) };
            assert_eq!(may(Some(&stopped), *action, &place), free && *action != Action::Offer, "{action:?} stopped");
            let muted = Member { muted_until: Some(Moment(1)), ..member(&[Role::Organiser]) };
            let writes = matches!(action, Action::Ask | Action::Offer | Action::Announce);
            assert_eq!(may(Some(&muted), *action, &place), free && !writes, "{action:?} muted");
        }
    }

    #[test]
    fn roles_add_up() {
        for (action, announce, cells) in TABLE {
            let all = member(&Role::ALL);
            assert_eq!(may(Some(&all), *action, &neighbourhood(1, *announce)), cells.contains(&true), "{action:?}");
        }
    }

    #[test]
    fn outsiders_may_nothing() {
        for (action, announce, _) in TABLE {
            assert!(!may(None, *action, &neighbourhood(1, *announce)), "{action:?} without membership");
            let elsewhere = neighbourhood(2, *announce);
            assert!(!may(Some(&member(&Role::ALL)), *action, &elsewhere), "{action:?} from another neighbourhood");
        }
    }
}
