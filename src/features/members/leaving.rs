//! [Ik doe niet meer mee]: somebody leaves a neighbourhood. Asked once; then their roles go, and every feature ends what they had
//! open there. Whatever they do there later brings them back.

use super::MemberButton;
use crate::model::{Button, Content, Member, NeighbourhoodId, Result, Role, Standing};
use crate::screen::{ask_sure, outdated, show_commands, the_team};
use crate::text::{Arg, clip};
use crate::turn::{StandingRow, Turn};

/// Longest name on a button, in characters.
const ON_BUTTON: usize = 30;

/// Most neighbourhoods that have a button to leave them.
const SHOWN: usize = 5;

/// A row for each neighbourhood that the sender could leave.
pub(super) async fn rows(turn: &mut Turn<'_>) -> Result<Vec<Vec<Button>>> {
    let who = turn.who()?;
    let mut rows = Vec::new();
    for member in turn.memberships(who.id).await?.into_iter().take(SHOWN) {
        let neighbourhood = turn.neighbourhood(member.neighbourhood).await?;
        let label = turn.label("leave-button", &[("neighbourhood", Arg::Words(&clip(&neighbourhood.name, ON_BUTTON)))]);
        rows.push(vec![Button::press(label, MemberButton::Leave(neighbourhood.id).data())]);
    }
    Ok(rows)
}

/// The sender's membership, where they may leave; else they are told why not.
async fn may_leave(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<Member>> {
    let who = turn.who()?;
    let Some(member) = turn.membership(who.id, n).await? else { return outdated(turn).map(|()| None) };
    if member.is(Role::Administrator) && turn.holders(n, Role::Administrator).await?.len() == 1 {
        turn.alert(turn.label("leave-last-administrator", &[]));
        return Ok(None);
    }
    Ok(Some(member))
}

/// [Ik doe niet meer mee]: is that meant?
pub(super) async fn ask(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    turn.hold_dialogue();
    let Some(member) = may_leave(turn, n).await? else { return Ok(()) };
    let neighbourhood = turn.neighbourhood(n).await?;
    let team = the_team(turn.language(), &neighbourhood);
    let last = member.is(Role::Moderator) && turn.holders(n, Role::Moderator).await?.len() == 1;
    let id = if last { "leave-last-moderator" } else { "leave" };
    let args = [("neighbourhood", Arg::Words(neighbourhood.name.as_str())), ("team", Arg::Words(&team))];
    ask_sure(turn, id, &args, MemberButton::LeaveNow(n).data(), MemberButton::GoOn.data());
    Ok(())
}

/// [Ja, ik doe niet meer mee].
pub(super) async fn leave(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let who = turn.who()?;
    // Who left the last group and is asked whether they still take part has no role, and nothing that keeps them.
    let asked = turn.standings(who.id, n).await?.iter().any(|s| s.standing == Standing::Asked);
    let roles = match asked {
        true => Vec::new(),
        false => match may_leave(turn, n).await? {
            Some(member) => member.roles,
            None => return Ok(()),
        },
    };
    let neighbourhood = turn.neighbourhood(n).await?;
    let row = StandingRow { standing: Standing::Left, reason: None, until: None };
    turn.set_standing(who.id, n, &row).await?;
    if !roles.is_empty() {
        show_commands(turn, &who).await?;
    }
    let text = turn.say("leave-done", &[("neighbourhood", Arg::Words(&neighbourhood.name))]);
    turn.edit_pressed(Content::text(text));
    turn.resume_dialogue();
    Ok(())
}
