//! Roles: what somebody may do in a neighbourhood, and the one-time links that give a role.
//!
//! Who opens such a link reads what they may do from now on. A link that is unknown, used or too old says so, in one and
//! the same sentence.

use async_trait::async_trait;

use super::{CommandPlace, Feature, neighbourhood};
use crate::model::{
    Class, Content, Language, Neighbourhood, NeighbourhoodId, Outgoing, Person, PersonId, Result, Role, Send,
};
use crate::text::{Arg, texts};
use crate::turn::{Features, InvitationKind, Redeemed, Turn};

pub use crate::turn::rights::{Action, may};

/// What the start parameter of an invitation begins with.
pub const INVITATION: &str = "i_";

/// The feature.
pub struct Roles;

#[async_trait]
impl Feature for Roles {
    fn name(&self) -> &'static str {
        "role"
    }

    fn links(&self) -> &'static [&'static str] {
        &[INVITATION]
    }

    async fn link(&self, turn: &mut Turn<'_>, start: &str) -> Result<()> {
        let code = start.strip_prefix(INVITATION).unwrap_or(start);
        match turn.redeem(code).await? {
            None => worthless(turn),
            Some(Redeemed { kind: InvitationKind::Operator, .. }) => neighbourhood::welcome_operator(turn).await,
            Some(Redeemed { kind: InvitationKind::Role(role, n), again }) => {
                let place = turn.neighbourhood(n).await?;
                take_up(turn, role, &place, again).await
            }
        }
    }
}

fn worthless(turn: &mut Turn<'_>) -> Result<()> {
    let text = turn.say("role-invitation-worthless", &[]);
    turn.reply(Content::text(text))
}

/// Gives the role of a link. A second tap says how things stand: who was dismissed since is not appointed again.
async fn take_up(turn: &mut Turn<'_>, role: Role, place: &Neighbourhood, again: bool) -> Result<()> {
    let who = turn.who()?;
    if again {
        let member = turn.membership(who.id, place.id).await?;
        if !member.is_some_and(|m| m.is(role)) {
            return worthless(turn);
        }
    }
    turn.join(who.id, place.id).await?;
    turn.give_role(who.id, place.id, role).await?;
    show_menu(turn, &who).await?;
    let team = neighbourhood::the_team(turn.language(), place);
    let args = [("place", Arg::Words(&place.name)), ("team", Arg::Words(&team))];
    let text = turn.say(&format!("role-welcome-{}", role.word()), &args);
    turn.reply(Content::text(text))
}

/// Who of the team can be told something: the moderators, or where none can be reached the administrators; none of `but`.
pub async fn team(turn: &mut Turn<'_>, n: NeighbourhoodId, but: &[PersonId]) -> Result<Vec<Person>> {
    for role in [Role::Moderator, Role::Administrator] {
        let mut found = turn.holders(n, role).await?;
        found.retain(|p| !but.contains(&p.id) && Turn::may_disturb(p));
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// Everybody who may work on the worklist of a neighbourhood, moderators first.
pub async fn colleagues(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Vec<Person>> {
    let mut all = turn.holders(n, Role::Moderator).await?;
    for person in turn.holders(n, Role::Administrator).await? {
        if !all.iter().any(|p| p.id == person.id) {
            all.push(person);
        }
    }
    Ok(all)
}

/// Shows somebody the menu of commands that fits their roles and language: who is of a team has a longer one, of their own.
pub async fn show_menu(turn: &mut Turn<'_>, person: &Person) -> Result<()> {
    let mut of_team = false;
    for member in turn.memberships(person.id).await? {
        let place = turn.neighbourhood(member.neighbourhood).await?;
        of_team |= may(Some(&member), Action::Moderate, &place);
    }
    if Turn::reachable(person) {
        turn.put(Outgoing {
            chat: person.chat,
            class: Class::Card,
            send: Send::Menu {
                commands: if of_team { team_menu(turn.features(), person.language) } else { Vec::new() },
            },
            not_before: None,
            not_after: None,
            thing: None,
        });
    }
    Ok(())
}

/// What stands in the menu of the team: everything that others have there, and the team's own before it.
fn team_menu(features: Features, language: Language) -> Vec<(String, String)> {
    let all = || features.iter().flat_map(|f| f.commands());
    let own = all().filter(|c| c.place == CommandPlace::Team);
    let everybodys = all().filter(|c| matches!(c.place, CommandPlace::Private | CommandPlace::Everywhere));
    own.chain(everybodys)
        .map(|c| (c.name_in(language).to_owned(), texts().plain(language, &format!("command-{}", c.nl), &[])))
        .collect()
}
