//! [Vraag mij gerust]: a neighbour says that Stoep may ask them in private when somebody near looks for help, at most once a
//! day, and takes that back with [Vraag mij niet meer].

use super::buttons::TrustButton;
use super::{ask_age, store};
use crate::model::{Button, Content, NeighbourhoodId, Result};
use crate::screen;
use crate::turn::{Action, Turn};

/// The button [Vraag mij gerust], or [Vraag mij niet meer] for who said so before.
pub async fn willing_button(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Button> {
    let me = turn.who()?;
    let willing = store::willing(turn.db(), n).await?.contains(&me.id);
    let (label, tap) =
        if willing { ("willing-button-not", TrustButton::Unwilling) } else { ("willing-button", TrustButton::Willing) };
    Ok(turn.button(label, tap.data()))
}

/// [Vraag mij gerust] and [Vraag mij niet meer].
pub(super) async fn pressed(turn: &mut Turn<'_>, willing: bool) -> Result<()> {
    let Some(member) = turn.member().await? else {
        return screen::tell_how_to_join(turn).await;
    };
    if willing && let Some(why) = screen::held_back(turn, member.neighbourhood, Action::Offer).await? {
        return turn.reply(Content::new(why, screen::human_row(turn)));
    }
    if willing && !ask_age(turn, Some(TrustButton::Willing.data())).await? {
        return Ok(());
    }
    set(turn, member.neighbourhood, willing).await
}

/// Notes it and says so.
async fn set(turn: &mut Turn<'_>, n: NeighbourhoodId, willing: bool) -> Result<()> {
    super::set_willing(turn, n, willing).await?;
    let text = turn.say(if willing { "willing-yes" } else { "willing-no" }, &[]);
    let mut rows = vec![vec![willing_button(turn, n).await?]];
    if willing {
        rows.extend(super::acquaint_button(turn, n).await?.map(|b| vec![b]));
    }
    turn.reply(Content::new(text, rows))
}

/// They are 16 or older: what they wanted when they were asked.
pub(super) async fn go_on(turn: &mut Turn<'_>) -> Result<()> {
    match turn.member().await? {
        Some(member) => set(turn, member.neighbourhood, true).await,
        None => Ok(()),
    }
}
