//! Somebody left the last group of a neighbourhood in which they were seen, or was put out of it: they are asked whether they still
//! take part, or don't any more, as the neighbourhood's settings say. Who joined by the link and was never seen in a group is not
//! touched by any of this.

use super::MemberButton;
use crate::model::{Button, Content, NeighbourhoodId, Result, Standing, Switch};
use crate::screen::{menu, outdated, toast, where_to_object};
use crate::text::{Arg, texts};
use crate::turn::presence::OUT_OF_GROUP;
use crate::turn::{LastGroupLeft, StandingRow, Turn};

/// Does who leaves the last group leave the neighbourhood, without being asked?
pub(super) const LEAVERS_OUT: Switch = Switch { key: "leavers", order: 60, apart: true };

/// Asks, or sets out. Who can't be written to reads it when they open Stoep again.
pub(super) async fn left(turn: &mut Turn<'_>, left: LastGroupLeft) -> Result<()> {
    let LastGroupLeft { person, neighbourhood: n, put_out } = left;
    let (neighbourhood, to) = (turn.neighbourhood(n).await?, turn.person(person).await?);
    let language = to.language;
    let args = [("neighbourhood", Arg::Words(neighbourhood.name.as_str()))];
    let (standing, content) = if !neighbourhood.is_on(&LEAVERS_OUT) {
        let button =
            |label: &str, button: MemberButton| vec![Button::press(texts().plain(language, label, &[]), button.data())];
        let rows = vec![
            button("group-left-stay", MemberButton::Stay(n)),
            button("group-left-leave", MemberButton::LeaveNow(n)),
        ];
        (Standing::Asked, Content::new(texts().html(language, "group-left-ask", &args), rows))
    } else if put_out {
        let object = where_to_object(turn, &neighbourhood, language, None).await?;
        (Standing::Out, Content::text(texts().html(language, "standing-out-of-group", &args).paragraph(&object)))
    } else {
        (Standing::Left, Content::text(texts().html(language, "group-left-out", &args)))
    };
    let reason = (standing == Standing::Out).then(|| OUT_OF_GROUP.to_owned());
    let row = StandingRow { standing, reason, until: None };
    turn.set_standing_after_group(person, n, &row).await?;
    if Turn::reachable(&to) {
        turn.tell(&to, content, None);
    }
    Ok(())
}

/// [Ja, ik doe nog mee].
pub(super) async fn stay(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    match stays(turn, n).await? {
        Some(content) => {
            turn.edit_pressed(content);
            Ok(())
        }
        None => {
            turn.close_pressed();
            outdated(turn)
        }
    }
}

/// The same by the link in what they read when they wanted something. What comes from outside is looked up, never believed.
pub(super) async fn stay_by_link(turn: &mut Turn<'_>, key: &str) -> Result<()> {
    let Ok(n) = key.parse().map(NeighbourhoodId) else { return toast(turn, "link-old", &[]) };
    match stays(turn, n).await? {
        Some(content) => turn.reply(content),
        None => toast(turn, "link-old", &[]),
    }
}

/// The sender still takes part, where they were asked; what they read. `None` where they don't belong to it.
async fn stays(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<Content>> {
    let who = turn.who()?;
    let asked = turn.drop_standing(who.id, n, Standing::Asked).await?;
    if turn.membership(who.id, n).await?.is_none() {
        return Ok(None);
    }
    if asked {
        turn.set_current(who.id, n).await?;
    }
    let neighbourhood = turn.neighbourhood(n).await?;
    let text = turn.say("group-left-stays", &[("neighbourhood", Arg::Words(&neighbourhood.name))]);
    Ok(Some(Content::new(text, menu(turn))))
}
