//! Roles: what somebody may do in a neighbourhood, and the one-time links that give a role.
//!
//! Who opens such a link reads what they may do from now on. A link that is unknown, used or too old says so, in one and
//! the same sentence.

mod rules;

use async_trait::async_trait;

use super::{Feature, neighbourhood};
use crate::model::{Content, Neighbourhood, Result, Role};
use crate::text::Arg;
use crate::turn::{InvitationKind, Redeemed, Turn};

pub use rules::{Action, may};

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
    let team = neighbourhood::the_team(turn.language(), place);
    let args = [("place", Arg::Words(&place.name)), ("team", Arg::Words(&team))];
    let text = turn.say(&format!("role-welcome-{}", role.word()), &args);
    turn.reply(Content::text(text))
}
