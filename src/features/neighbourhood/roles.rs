//! Giving somebody a role, and what they read then.

use crate::model::{Content, Neighbourhood, NeighbourhoodId, Person, Result, Role};
use crate::screen::{show_commands, the_team};
use crate::text::{Arg, texts};
use crate::turn::{News, Turn};

/// What somebody reads who has a role from now on.
pub(super) fn welcome(turn: &mut Turn<'_>, who: &Person, neighbourhood: &Neighbourhood, role: Role) -> Result<()> {
    let team = the_team(who.language, neighbourhood);
    let args = [("neighbourhood", Arg::Words(neighbourhood.name.as_str())), ("team", Arg::Words(&team))];
    let text = texts().html(who.language, &format!("role-welcome-{}", role.word()), &args);
    turn.tell(who, Content::text(text), None);
    Ok(())
}

/// Gives somebody a role, with the commands that belong to it.
pub(super) async fn give(turn: &mut Turn<'_>, who: &Person, n: NeighbourhoodId, role: Role) -> Result<()> {
    turn.give_role(who.id, n, role).await?;
    turn.tell_features(News::RoleChanged(who.id, n)).await?;
    show_commands(turn, who).await
}
