//! Nobody appoints themselves moderator. Who opens an invitation to the team waits until a moderator says that they belong to it, and
//! every moderator hears of it. Where there is none yet, the first one begins by the operator's leave.

use super::buttons::NeighbourhoodButton;
use super::roles::{give, welcome};
use super::store;
use crate::model::{Button, Content, NeighbourhoodId, Person, PersonId, Result, Role};
use crate::screen::{not_for_you, outdated, the_team};
use crate::text::{Arg, clip, texts};
use crate::turn::{Action, Turn};

/// Longest name on a button, in characters.
const ON_BUTTON: usize = 30;

/// The moderators who can say whether the new one belongs to them: neither of the two.
async fn others(turn: &mut Turn<'_>, n: NeighbourhoodId, new: PersonId, by: PersonId) -> Result<Vec<Person>> {
    let mut others = turn.holders(n, Role::Moderator).await?;
    others.retain(|p| p.id != new && p.id != by && Turn::reachable(p));
    Ok(others)
}

/// May the sender use an invitation to the team that this person made? Not their own; and where no moderator can say that they belong
/// to it, only by the operator's leave. Else they read why, and the invitation stays as it was.
pub(super) async fn may_use(turn: &mut Turn<'_>, n: NeighbourhoodId, by: PersonId) -> Result<bool> {
    let who = turn.who()?;
    let neighbourhood = turn.neighbourhood(n).await?;
    let team = the_team(turn.language(), &neighbourhood);
    let args = [("neighbourhood", Arg::Words(neighbourhood.name.as_str())), ("team", Arg::Words(&team))];
    if by == who.id {
        turn.reply(Content::text(turn.say("moderator-not-yourself", &args)))?;
        return Ok(false);
    }
    if !others(turn, n, who.id, by).await?.is_empty() || turn.spend_leave(by, n).await? {
        return Ok(true);
    }
    turn.reply(Content::text(turn.say("moderator-needs-operator", &args)))?;
    let by = turn.person(by).await?;
    if Turn::reachable(&by) {
        let team = the_team(by.language, &neighbourhood);
        let args = [args[0], ("team", Arg::Words(team.as_str())), ("name", Arg::Words(&who.name))];
        turn.tell(&by, Content::text(texts().html(by.language, "moderator-needs-operator-maker", &args)), None);
    }
    Ok(false)
}

/// Asks the other moderators whether the sender, whom this person invited, belongs to them. Returns false where there are none: then
/// the role is theirs at once.
pub(super) async fn ask_others(turn: &mut Turn<'_>, n: NeighbourhoodId, by: PersonId) -> Result<bool> {
    let (who, now) = (turn.who()?, turn.now());
    let others = others(turn, n, who.id, by).await?;
    if others.is_empty() || turn.membership(who.id, n).await?.is_some_and(|m| m.is(Role::Moderator)) {
        return Ok(false);
    }
    store::propose(turn.db(), (who.id, n), by, now).await?;
    let (by, neighbourhood) = (turn.person(by).await?, turn.neighbourhood(n).await?);
    for other in others {
        let short = clip(&who.name, ON_BUTTON);
        let team = the_team(other.language, &neighbourhood);
        let args = [
            ("name", Arg::Words(who.name.as_str())),
            ("by", Arg::Words(&by.name)),
            ("neighbourhood", Arg::Words(&neighbourhood.name)),
            ("team", Arg::Words(&team)),
        ];
        let yes = texts().plain(other.language, "moderator-vouch-yes", &[("name", Arg::Words(&short))]);
        let no = texts().plain(other.language, "moderator-vouch-no", &[]);
        let rows = vec![
            vec![Button::press(yes, NeighbourhoodButton::Vouch(n, who.id).data())],
            vec![Button::press(no, NeighbourhoodButton::VouchNot(n, who.id).data())],
        ];
        turn.tell(&other, Content::new(texts().html(other.language, "moderator-vouch", &args), rows), None);
    }
    Ok(true)
}

/// The sender waits for a moderator's word.
pub(super) async fn waits(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let neighbourhood = turn.neighbourhood(n).await?;
    let team = the_team(turn.language(), &neighbourhood);
    let args = [("neighbourhood", Arg::Words(neighbourhood.name.as_str())), ("team", Arg::Words(&team))];
    turn.reply(Content::text(turn.say("moderator-waits", &args)))
}

/// [Ja, {name} hoort bij ons] and [Nee]: by another moderator, while who invited them may and they still belong to the neighbourhood.
pub(super) async fn vouched(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId, yes: bool) -> Result<()> {
    let me = turn.who()?;
    if !turn.in_private() || person == me.id || !turn.allowed(n, Action::ReadConfidential).await? {
        return not_for_you(turn).await;
    }
    let Some(by) = store::proposed_by(turn.db(), person, n).await?.filter(|by| *by != me.id) else {
        turn.close_pressed();
        return outdated(turn);
    };
    store::drop_proposal(turn.db(), person, n).await?;
    let stands = turn.person_allowed(by, n, Action::Govern).await? && turn.membership(person, n).await?.is_some();
    if !stands {
        turn.close_pressed();
        return outdated(turn);
    }
    let (new, by) = (turn.person(person).await?, turn.person(by).await?);
    let neighbourhood = turn.neighbourhood(n).await?;
    if yes {
        give(turn, &new, n, Role::Moderator).await?;
        welcome(turn, &new, &neighbourhood, Role::Moderator)?;
    }
    let id = if yes { "moderator-vouched" } else { "moderator-refused" };
    let mut told = turn.holders(n, Role::Moderator).await?;
    told.retain(|p| p.id != me.id && p.id != by.id);
    told.push(by);
    if !yes {
        told.push(new.clone());
    }
    for to in told.iter().filter(|p| Turn::reachable(p) && (!yes || p.id != new.id)) {
        let text = texts().html(to.language, id, &vouched_args(&me, &new, &neighbourhood.name));
        turn.tell(to, Content::text(text), None);
    }
    let text = turn.say(&format!("{id}-you"), &vouched_args(&me, &new, &neighbourhood.name));
    turn.edit_pressed(Content::text(text));
    Ok(())
}

fn vouched_args<'a>(me: &'a Person, new: &'a Person, place: &'a str) -> [(&'static str, Arg<'a>); 3] {
    [("by", Arg::Words(&me.name)), ("name", Arg::Words(&new.name)), ("neighbourhood", Arg::Words(place))]
}
