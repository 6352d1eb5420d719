//! [Ook helpen met vervoer, formulieren of kinderen]: for that the team wants to know somebody first. They say how the team can
//! reach them, and it stands on the team's worklist until they have met.

use super::buttons::TrustButton;
use super::{FLOW_ACQUAINT, NAME, ask_age, store};
use crate::features::worklist;
use crate::model::{Content, NeighbourhoodId, PersonId, Result, Thing};
use crate::screen;
use crate::text::Arg;
use crate::turn::{Action, Finish, Reason, Turn, WorkItem};

/// A neighbour wants to get to know the team.
pub(super) const ACQUAINTANCE: Reason = Reason::plain("acquaintance");

fn thing(id: i64) -> Thing {
    Thing { feature: NAME.to_owned(), id }
}

/// The button.
pub(super) async fn pressed(turn: &mut Turn<'_>) -> Result<()> {
    let Some(member) = turn.member().await? else {
        return screen::tell_how_to_join(turn).await;
    };
    if !ask_age(turn, Some(TrustButton::Acquaint.data())).await? {
        return Ok(());
    }
    let n = member.neighbourhood;
    match store::helper(turn.db(), n, member.person).await? {
        Some(h) if h.met_on.is_some() => say(turn, n, "acquaint-met").await,
        Some(h) if h.contact.is_some() => say(turn, n, "acquaint-waits").await,
        Some(_) | None if !screen::confidence_possible(turn, n).await? => Ok(()),
        Some(_) | None => {
            turn.begin_about(FLOW_ACQUAINT, "place", n);
            Ok(())
        }
    }
}

async fn say(turn: &mut Turn<'_>, n: NeighbourhoodId, id: &str) -> Result<()> {
    let neighbourhood = turn.neighbourhood(n).await?;
    let team = screen::the_team(turn.language(), &neighbourhood);
    turn.reply(Content::text(turn.say(id, &[("team", Arg::Words(&team))])))
}

/// They said how the team can reach them. Who wants this may be asked to help, too.
pub(super) async fn finish(turn: &mut Turn<'_>, n: NeighbourhoodId, contact: &str) -> Result<Finish> {
    let (me, now) = (turn.who()?, turn.now());
    if let Some(why) = screen::held_back(turn, n, Action::Offer).await? {
        turn.reply(Content::text(why))?;
        return Ok(Finish::Done);
    }
    if super::is_met(turn, n, me.id).await? {
        say(turn, n, "acquaint-met").await?;
        return Ok(Finish::Done);
    }
    super::set_willing(turn, n, true).await?;
    match store::ask_acquaintance(turn.db(), n, me.id, contact, now).await? {
        Some(id) => {
            worklist::put(turn, n, ACQUAINTANCE, &thing(id)).await?;
            say(turn, n, "acquaint-asked").await?;
        }
        None => say(turn, n, "acquaint-waits").await?,
    }
    Ok(Finish::Done)
}

/// What the worklist shows of it; `None` where they met already, or want it no more.
pub(super) async fn work(turn: &mut Turn<'_>, id: i64) -> Result<Option<WorkItem>> {
    let Some((n, person)) = store::acquaintance(turn.db(), id).await? else { return Ok(None) };
    let contact = store::helper(turn.db(), n, person).await?.and_then(|h| h.contact).unwrap_or_default();
    let name = turn.person(person).await?.name;
    let args = [("name", Arg::Words(name.as_str())), ("contact", Arg::Words(&contact))];
    Ok(Some(WorkItem {
        title: turn.label("acquaint-title", &args[..1]),
        text: turn.say("acquaint-work", &args[..1]),
        contact: turn.say("match-contact", &args),
        rows: vec![vec![turn.button("helper-button-met", TrustButton::Met(n, person).data())]],
        confidential: true,
        about: vec![person],
        ..WorkItem::default()
    }))
}

/// They met the team, or want it no more.
pub(super) async fn forget(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<()> {
    match store::drop_acquaintance(turn.db(), n, person).await? {
        Some(id) => worklist::resolve(turn, &thing(id)).await,
        None => Ok(()),
    }
}
