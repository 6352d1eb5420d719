//! [Praat met iemand] after words of distress: who may see it is asked first, and it stands on top of the worklist, without the
//! words. Who would rather ring reads the numbers.

use serde_json::{Map, Value};

use super::ask::{answer, own_neighbourhood};
use super::buttons::HelpButton;
use super::{calls, store};
use crate::features::contact;
use crate::features::neighbourhood::TEAM_HOURS;
use crate::model::{Content, Html, Neighbourhood, NeighbourhoodId, Person, PersonId, Result};
use crate::screen::{self, numbers, outside, the_team};
use crate::text::{Arg, clip};
use crate::turn::{ChoiceOption, Turn};

/// The dialogue that asks how somebody in distress can be reached.
pub(super) const FLOW: &str = "haste";

/// Most people of the team who are named on buttons.
const NAMED: usize = 3;

/// [Praat met iemand].
pub(super) async fn asked(turn: &mut Turn<'_>) -> Result<()> {
    let who = turn.who()?;
    let Some(member) = turn.member().await? else {
        let text = outside(turn).await?.paragraph(&numbers(turn.language(), None));
        return turn.reply(Content::text(text));
    };
    let neighbourhood = turn.neighbourhood(member.neighbourhood).await?;
    if let Some(call) = store::waiting(turn.db(), neighbourhood.id, who.id).await? {
        // They asked before: from now on it is urgent.
        store::set_urgent(turn.db(), call).await?;
        calls::redrawn(turn, call).await?;
        return turn.reply(Content::text(soon(turn, &neighbourhood)));
    }
    if !screen::confidence_possible(turn, neighbourhood.id).await? {
        return Ok(());
    }
    let n = neighbourhood.id;
    let mut rows = vec![vec![turn.button("haste-all", HelpButton::HasteTo(n, PersonId(0)).data())]];
    let team = turn.moderators_to_tell(n, &[who.id]).await?;
    if team.len() <= NAMED {
        for one in &team {
            let label = turn.label("haste-only", &[("name", Arg::Words(&clip(&one.name, 30)))]);
            rows.push(vec![crate::model::Button::press(label, HelpButton::HasteTo(n, one.id).data())]);
        }
    }
    rows.push(vec![turn.button("haste-self", HelpButton::CallMyself(n).data())]);
    turn.reply(Content::new(turn.say("haste-who", &[]), rows))
}

/// [Ik bel liever zelf].
pub(super) async fn call_myself(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let Some(neighbourhood) = own_neighbourhood(turn, n).await? else { return asked(turn).await };
    turn.close_pressed();
    turn.reply(Content::text(numbers(turn.language(), Some(&neighbourhood))))
}

/// [Het hele team], or one of it: how can they be reached?
pub(super) async fn chosen(turn: &mut Turn<'_>, n: NeighbourhoodId, whom: PersonId) -> Result<()> {
    let (who, neighbourhood) = (turn.who()?, own_neighbourhood(turn, n).await?);
    let Some(neighbourhood) = neighbourhood else { return asked(turn).await };
    turn.close_pressed();
    let Some(username) = who.username else {
        begin(turn, n, whom);
        return Ok(());
    };
    let at = format!("@{username}");
    let team = whom_in_words(turn, &neighbourhood, whom).await?;
    let args = [("team", Arg::Words(&team)), ("name", Arg::Words(&who.name)), ("contact", Arg::Words(&at))];
    let rows = vec![
        vec![turn.button("human-yes", HelpButton::HasteCall(n, whom).data())],
        vec![turn.button("human-otherwise", HelpButton::HasteOtherwise(n, whom).data())],
        vec![turn.button("human-no", HelpButton::Never.data())],
    ];
    turn.reply(Content::new(turn.say("human-ask", &args), rows))
}

/// [Ja, vraag het].
pub(super) async fn by_username(turn: &mut Turn<'_>, n: NeighbourhoodId, whom: PersonId) -> Result<()> {
    let (who, neighbourhood) = (turn.who()?, own_neighbourhood(turn, n).await?);
    match (neighbourhood, who.username) {
        (Some(neighbourhood), Some(username)) => {
            turn.close_pressed();
            call(turn, &neighbourhood, whom, &format!("@{username}")).await
        }
        (Some(_), None) => {
            begin(turn, n, whom);
            Ok(())
        }
        (None, _) => asked(turn).await,
    }
}

/// [Op een andere manier].
pub(super) async fn otherwise(turn: &mut Turn<'_>, n: NeighbourhoodId, whom: PersonId) -> Result<()> {
    if own_neighbourhood(turn, n).await?.is_none() {
        return asked(turn).await;
    }
    turn.close_pressed();
    begin(turn, n, whom);
    Ok(())
}

fn begin(turn: &mut Turn<'_>, n: NeighbourhoodId, whom: PersonId) {
    let known = [("place", n.to_string()), ("whom", whom.to_string())];
    turn.begin(FLOW, known.map(|(step, value)| (step.to_owned(), Value::from(value))).into_iter().collect());
}

/// Who of the team may see it, to choose from: known already, the button names them.
pub(super) async fn choices(turn: &mut Turn<'_>) -> Result<Vec<ChoiceOption>> {
    let all = ChoiceOption { value: "0".into(), label: turn.label("haste-all", &[]) };
    let mut offered = vec![all];
    if let Some(member) = turn.member().await? {
        for one in turn.moderators_to_tell(member.neighbourhood, &[]).await? {
            offered.push(ChoiceOption { value: one.id.to_string(), label: clip(&one.name, 40) });
        }
    }
    Ok(offered)
}

/// They said how they can be reached.
pub(super) async fn finish(turn: &mut Turn<'_>, answers: &Map<String, Value>) -> Result<()> {
    let whom = answers.get("whom").and_then(Value::as_str).and_then(|id| id.parse().ok()).unwrap_or_default();
    let Ok((n, contact)) = contact::read_for_team(answers) else { return asked(turn).await };
    match own_neighbourhood(turn, n).await? {
        Some(neighbourhood) => call(turn, &neighbourhood, PersonId(whom), &contact).await,
        None => asked(turn).await,
    }
}

async fn call(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood, whom: PersonId, contact: &str) -> Result<()> {
    let who = turn.who()?;
    let mut team = turn.moderators_to_tell(neighbourhood.id, &[who.id]).await?;
    if whom != PersonId(0) {
        team.retain(|p| p.id == whom);
    }
    if team.is_empty() {
        let text = screen::nobody_reachable(turn, neighbourhood);
        return turn.reply(Content::text(text));
    }
    let now = turn.now();
    let only = Some(whom).filter(|w| *w != PersonId(0));
    let new = store::NewCall { neighbourhood: neighbourhood.id, person: who.id, contact, urgent: true, only_for: only };
    let Some(id) = store::make_call(turn.db(), &new, now).await? else {
        return answer(turn, "human-waiting", neighbourhood);
    };
    calls::begin(turn, id, &team).await?;
    turn.reply(Content::text(soon(turn, neighbourhood)))
}

/// That it is urgent, and when it is read: never a promise that somebody reads it now.
fn soon(turn: &Turn<'_>, neighbourhood: &Neighbourhood) -> Html {
    let team = the_team(turn.language(), neighbourhood);
    match neighbourhood.words(TEAM_HOURS) {
        Some(hours) => turn.say("haste-asked-hours", &[("team", Arg::Words(&team)), ("hours", Arg::Words(hours))]),
        None => turn.say("haste-asked", &[("team", Arg::Words(&team))]),
    }
}

/// The team, or the one person of it.
async fn whom_in_words(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood, whom: PersonId) -> Result<String> {
    let of_team: Vec<Person> = turn.moderators_to_tell(neighbourhood.id, &[]).await?;
    Ok(match of_team.iter().find(|p| p.id == whom) {
        Some(one) => one.name.clone(),
        None => the_team(turn.language(), neighbourhood),
    })
}
