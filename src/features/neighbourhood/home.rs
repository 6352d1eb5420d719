//! `/buurt`: in private the page of a neighbourhood, with what an administrator may do; in a group whose group it is, and where
//! its cards go.

use super::buttons::{Govern, NeighbourhoodButton};
use super::governing;
use crate::model::{Content, Html, Member, Neighbourhood, NeighbourhoodId, Result, Role};
use crate::screen::{how_to_join, join_link, other_neighbourhoods, page_rows, the_team};
use crate::text::{Arg, clip};
use crate::turn::{Action, Page, Pressed, Row, Turn};

/// `/buurt` in private.
pub(super) async fn home_of_sender(turn: &mut Turn<'_>) -> Result<()> {
    let content = match turn.member().await? {
        Some(member) => home(turn, &member).await?,
        None => Content::text(how_to_join(turn).await?),
    };
    turn.reply(content)
}

/// A button that leads to a neighbourhood's page. What the sender does next is about that one.
pub(super) async fn open(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let who = turn.who()?;
    let Some(member) = turn.membership(who.id, n).await? else {
        turn.alert(turn.label("place-not-yours", &[]));
        return Ok(());
    };
    turn.set_current(who.id, n).await?;
    let content = home(turn, &member).await?;
    turn.edit_pressed(content);
    Ok(())
}

/// A neighbourhood's page, as the sender sees it, whose membership this is.
async fn home(turn: &mut Turn<'_>, member: &Member) -> Result<Content> {
    let n = member.neighbourhood;
    let neighbourhood = turn.neighbourhood(n).await?;
    let governs = turn.allowed(n, Action::Govern).await?;
    let mut text = turn.say("place-title", &[("neighbourhood", Arg::Words(&neighbourhood.name))]);
    text = text.paragraph(&team_line(turn, &neighbourhood).await?);
    for role in Role::ALL.into_iter().filter(|r| member.is(*r)) {
        let team = the_team(turn.language(), &neighbourhood);
        text = text.line(&turn.say(&format!("place-you-are-{}", role.word()), &[("team", Arg::Words(&team))]));
    }
    let mut own = Vec::new();
    if governs {
        let groups = turn.groups(n).await?;
        let names: Vec<&str> = groups.iter().map(|g| g.title.as_str()).collect();
        text = text.paragraph(&match names.is_empty() {
            true => turn.say("place-no-groups", &[]),
            false => turn.say("place-groups", &[("groups", Arg::Words(&clip(&names.join(", "), 500)))]),
        });
        let link = join_link(turn, &neighbourhood);
        text = text.paragraph(&turn.say("place-join-link", &[("link", Arg::Own(&link))]));
        own.push(Row::new(10, vec![turn.button("place-invite", Govern::Invite(n).data())]));
        let (people, settings) = (Govern::People(n).data(), Govern::Settings(n).data());
        own.push(Row::new(20, vec![turn.button("place-people", people), turn.button("place-settings", settings)]));
    }
    let mut rows = page_rows(turn, &Page::Neighbourhood(n, governs), own).await?;
    rows.extend(other_neighbourhoods(turn, n, |other| NeighbourhoodButton::Home(other).data()).await?);
    Ok(Content::new(text, rows))
}

/// Who the team is, by name.
async fn team_line(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood) -> Result<Html> {
    let names = names_of(turn, neighbourhood.id, Role::Moderator).await?;
    let team = ("team", Arg::Words(&neighbourhood.team));
    Ok(match names.is_empty() {
        true => turn.say("place-team-empty", &[team]),
        false => turn.say("place-team", &[team, ("names", Arg::Words(&names))]),
    })
}

/// The names of those who have a role, in one line.
pub(super) async fn names_of(turn: &mut Turn<'_>, n: NeighbourhoodId, role: Role) -> Result<String> {
    let names: Vec<String> = turn.holders(n, role).await?.into_iter().map(|p| p.name).collect();
    Ok(clip(&names.join(", "), 800))
}

/// `/buurt` in a group of a neighbourhood: whose it is, and for an administrator in a topic: cards go here.
pub(super) async fn in_group(turn: &mut Turn<'_>) -> Result<()> {
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    let neighbourhood = turn.neighbourhood(n).await?;
    let args = [("neighbourhood", Arg::Words(&neighbourhood.name)), ("team", Arg::Words(&neighbourhood.team))];
    let mut text = turn.say("group-which", &args);
    let mut rows = Vec::new();
    if let Some(topic) = turn.topic()
        && turn.allowed(n, Action::Govern).await?
    {
        if turn.chat_here().and_then(|c| c.topic) == Some(topic) {
            text = text.paragraph(&turn.say("group-cards-are-here", &[]));
        } else {
            rows.push(vec![turn.button("group-cards-here", NeighbourhoodButton::CardsHere(n, topic).data())]);
        }
    }
    if turn.member().await?.is_none() {
        rows.push(vec![turn.button("group-join", NeighbourhoodButton::Join(n).data())]);
    }
    turn.say_here(Content::new(text, rows))
}

/// [Kaarten hier plaatsen].
pub(super) async fn cards_here(turn: &mut Turn<'_>, n: NeighbourhoodId, topic: i64) -> Result<Pressed> {
    let Some(chat) = turn.chat_here().filter(|c| c.neighbourhood == Some(n)).map(|c| c.id) else {
        return Ok(Pressed::Outdated);
    };
    if governing(turn, n).await?.is_some() {
        turn.place_group(chat, Some(n), Some(topic)).await?;
        turn.edit_pressed(Content::text(turn.say("group-cards-are-here", &[])));
    }
    Ok(Pressed::Handled)
}
