//! [Praat met iemand]: the sender says how they can be reached, and a call rings the team. Where nobody can be reached, Stoep says so
//! and gives the numbers.

use serde_json::{Map, Value};

use super::buttons::HelpButton;
use super::{calls, store};
use crate::features::contact;
use crate::model::{Content, Neighbourhood, NeighbourhoodId, Result};
use crate::screen::{confidence_possible, nobody_reachable, numbers, outside, the_team};
use crate::text::{Arg, clip};
use crate::turn::{Action, ChoiceOption, Turn};

/// The dialogue that asks how somebody can be reached.
const FLOW: &str = "human";

/// What somebody reads whose call waits already.
const WAITING: &str = "human-waiting";

/// Somebody wants to speak to a human.
pub(super) async fn human(turn: &mut Turn<'_>) -> Result<()> {
    let who = turn.who()?;
    let Some(member) = turn.member().await? else {
        let text = outside(turn).await?.paragraph(&numbers(turn.language(), None));
        return turn.reply(Content::text(text));
    };
    let neighbourhood = turn.neighbourhood(member.neighbourhood).await?;
    if store::waiting(turn.db(), neighbourhood.id, who.id).await?.is_some() {
        return answer(turn, WAITING, &neighbourhood);
    }
    if !confidence_possible(turn, neighbourhood.id).await? {
        return Ok(());
    }
    let Some(username) = &who.username else {
        turn.begin_about(FLOW, "place", neighbourhood.id);
        return Ok(());
    };
    let at = format!("@{username}");
    let team = the_team(turn.language(), &neighbourhood);
    let args = [("team", Arg::Words(&team)), ("name", Arg::Words(&who.name)), ("contact", Arg::Words(&at))];
    let text = turn.say("human-ask", &args);
    let rows = vec![
        vec![turn.button("human-yes", HelpButton::Call(neighbourhood.id).data())],
        vec![turn.button("human-otherwise", HelpButton::Otherwise(neighbourhood.id).data())],
        vec![turn.button("human-no", HelpButton::Never.data())],
    ];
    turn.reply(Content::new(text, rows))
}

/// A neighbourhood that the sender belongs to. `None` if they do not.
pub(super) async fn own_neighbourhood(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<Neighbourhood>> {
    let belongs = turn.allowed(n, Action::TakePart).await?;
    Ok(if belongs { Some(turn.neighbourhood(n).await?) } else { None })
}

/// [Ja, vraag het]: under the own @username.
pub(super) async fn call_by_username(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let who = turn.who()?;
    match (own_neighbourhood(turn, n).await?, &who.username) {
        (Some(neighbourhood), Some(username)) => {
            turn.close_pressed();
            call(turn, &neighbourhood, &format!("@{username}")).await
        }
        (Some(neighbourhood), None) => {
            turn.begin_about(FLOW, "place", neighbourhood.id);
            Ok(())
        }
        (None, _) => human(turn).await,
    }
}

/// [Op een andere manier].
pub(super) async fn call_otherwise(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    match own_neighbourhood(turn, n).await? {
        Some(neighbourhood) => {
            turn.close_pressed();
            turn.begin_about(FLOW, "place", neighbourhood.id);
            Ok(())
        }
        None => human(turn).await,
    }
}

/// The neighbourhoods whose team the sender can ask.
pub(super) async fn choices(turn: &mut Turn<'_>) -> Result<Vec<ChoiceOption>> {
    let who = turn.who()?;
    let mut offered = Vec::new();
    for member in turn.memberships(who.id).await? {
        let neighbourhood = turn.neighbourhood(member.neighbourhood).await?;
        offered.push(ChoiceOption { value: neighbourhood.id.to_string(), label: clip(&neighbourhood.name, 40) });
    }
    Ok(offered)
}

/// The person said how they can be reached.
pub(super) async fn finish(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<()> {
    // A neighbourhood that they left since: from the beginning.
    let neighbourhood = match contact::read_for_team(answers) {
        Ok((n, contact)) => own_neighbourhood(turn, n).await?.map(|neighbourhood| (neighbourhood, contact)),
        Err(_) => None,
    };
    match neighbourhood {
        Some((neighbourhood, contact)) => call(turn, &neighbourhood, &contact).await,
        None => human(turn).await,
    }
}

async fn call(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood, contact: &str) -> Result<()> {
    let who = turn.who()?;
    let team = turn.moderators_to_tell(neighbourhood.id, &[who.id]).await?;
    if team.is_empty() {
        let text = nobody_reachable(turn, neighbourhood);
        return turn.reply(Content::text(text));
    }
    let now = turn.now();
    let new =
        store::NewCall { neighbourhood: neighbourhood.id, person: who.id, contact, urgent: false, only_for: None };
    let Some(id) = store::make_call(turn.db(), &new, now).await? else {
        return answer(turn, WAITING, neighbourhood);
    };
    calls::begin(turn, id, &team).await?;
    answer(turn, "human-asked", neighbourhood)
}

/// Says something about the call, with the numbers.
pub(super) fn answer(turn: &mut Turn<'_>, id: &str, neighbourhood: &Neighbourhood) -> Result<()> {
    let team = the_team(turn.language(), neighbourhood);
    let text = turn.say(id, &[("team", Arg::Words(&team))]);
    if id == WAITING {
        // They had the numbers a minute ago: a button does.
        let row = vec![turn.button("numbers-button", HelpButton::CallMyself(neighbourhood.id).data())];
        return turn.reply(Content::new(text, vec![row]));
    }
    turn.reply(Content::text(text.paragraph(&numbers(turn.language(), Some(neighbourhood)))))
}
