//! What somebody reads whom the team put out, or who may not write or help for now: what holds, until when, and where to object.

use super::{JOIN, STAY, TEAM_PHONE, how_to_join, the_team};
use crate::model::{
    Button, Content, Html, Language, Member, Neighbourhood, NeighbourhoodId, PersonId, Result, Role, Standing,
};
use crate::text::{Arg, clip, date_words, local_date, texts};
use crate::turn::presence::OUT_OF_GROUP;
use crate::turn::{Action, Turn};

/// Most moderators that are named to who objects.
const NAMED_AT_MOST: usize = 3;

/// Why the sender may not do this in a neighbourhood: they don't belong to it, or the team decided so. `None` where they may, or where
/// all they lack is a role.
pub async fn held_back(turn: &mut Turn<'_>, n: NeighbourhoodId, action: Action) -> Result<Option<Html>> {
    let who = turn.who()?;
    match turn.membership(who.id, n).await? {
        None => not_in(turn, n).await.map(Some),
        Some(_) if turn.allowed(n, action).await? => Ok(None),
        Some(member) => restricted(turn, &member).await,
    }
}

async fn restricted(turn: &mut Turn<'_>, member: &Member) -> Result<Option<Html>> {
    let neighbourhood = turn.neighbourhood(member.neighbourhood).await?;
    let language = turn.language();
    let team = the_team(language, &neighbourhood);
    let place = ("neighbourhood", Arg::Words(neighbourhood.name.as_str()));
    if let Some(until) = member.muted_until {
        let day = date_words(language, local_date(until));
        return Ok(Some(turn.say("standing-muted", &[place, ("team", Arg::Words(&team)), ("day", Arg::Own(&day))])));
    }
    Ok((!member.may_help).then(|| turn.say("standing-no-help", &[place, ("team", Arg::Words(&team))])))
}

/// What somebody reads who does not belong to a neighbourhood: that the team put them out, or how to join.
async fn not_in(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Html> {
    let who = turn.who()?;
    let standings = turn.standings(who.id, n).await?;
    if standings.iter().any(|s| s.standing == Standing::Out) {
        return put_out(turn, n).await;
    }
    if standings.iter().any(|s| s.standing == Standing::Asked) {
        return ask_to_stay(turn, n).await;
    }
    how_to_join(turn).await
}

/// For somebody who belongs to no neighbourhood: that they left the last group of one, and how to say that they still take part.
/// `None` where that is not so.
pub(super) async fn still_taking_part(turn: &mut Turn<'_>) -> Result<Option<Html>> {
    match turn.asked_in().await? {
        Some(n) => ask_to_stay(turn, n).await.map(Some),
        None => Ok(None),
    }
}

/// Somebody left the last group of a neighbourhood that they were seen in: a link that says that they still take part.
async fn ask_to_stay(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Html> {
    let neighbourhood = turn.neighbourhood(n).await?;
    let link = turn.link(&format!("{STAY}{n}"));
    let args = [("neighbourhood", Arg::Words(neighbourhood.name.as_str())), ("link", Arg::Own(&link))];
    Ok(turn.say("standing-asked", &args))
}

/// That the sender was put out, until when, and where to object.
pub async fn put_out(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Html> {
    let who = turn.who()?;
    let out = turn.standings(who.id, n).await?.into_iter().find(|s| s.standing == Standing::Out);
    let (neighbourhood, language) = (turn.neighbourhood(n).await?, turn.language());
    let team = the_team(language, &neighbourhood);
    let args = [("neighbourhood", Arg::Words(neighbourhood.name.as_str())), ("team", Arg::Words(&team))];
    let text = match out.as_ref().and_then(|s| s.until) {
        Some(until) => {
            let day = date_words(language, local_date(until));
            turn.say("standing-out-until", &[args[0], args[1], ("day", Arg::Own(&day))])
        }
        None if out.is_some_and(|s| s.reason.as_deref() == Some(OUT_OF_GROUP)) => {
            turn.say("standing-out-of-group", &args)
        }
        None => turn.say("standing-out", &args),
    };
    let object = where_to_object(turn, &neighbourhood, language, None).await?;
    Ok(text.paragraph(&object))
}

/// Where somebody can object to what the team decided: its telephone, else its moderators but the one who decided.
pub async fn where_to_object(
    turn: &mut Turn<'_>,
    neighbourhood: &Neighbourhood,
    language: Language,
    but: Option<PersonId>,
) -> Result<Html> {
    let team = the_team(language, neighbourhood);
    if let Some(phone) = neighbourhood.words(TEAM_PHONE) {
        let args = [("team", Arg::Words(team.as_str())), ("phone", Arg::Words(phone))];
        return Ok(texts().html(language, "standing-object-phone", &args));
    }
    let mut people = turn.holders(neighbourhood.id, Role::Moderator).await?;
    people.retain(|p| Some(p.id) != but);
    if people.is_empty() {
        people = turn.holders(neighbourhood.id, Role::Administrator).await?;
    }
    people.truncate(NAMED_AT_MOST);
    let names = clip(&people.into_iter().map(|p| p.name).collect::<Vec<_>>().join(", "), 200);
    Ok(texts().html(language, "standing-object-names", &[("names", Arg::Words(&names)), ("team", Arg::Words(&team))]))
}

/// Tells who wanted to do something in a neighbourhood why they don't take part: they were put out, or left its last group. To them alone,
/// also where they asked in a group.
pub async fn tell_put_out(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let (who, text) = (turn.who()?, not_in(turn, n).await?);
    if turn.press().is_some() {
        turn.alert(turn.label("standing-out-alert", &[]));
    }
    if turn.in_private() || Turn::reachable(&who) {
        return turn.reply(Content::text(text));
    }
    let join_code = turn.neighbourhood(n).await?.join_code;
    let open = Button::open(turn.label("group-open-private", &[]), format!("{JOIN}{join_code}"));
    match turn.press() {
        Some(_) => Ok(()),
        None => turn.say_here(Content::new(turn.say("standing-out-group", &[]), vec![vec![open]])),
    }
}
