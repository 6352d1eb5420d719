//! Words that tell of distress get a number to call before anything else, wherever they are written. Nothing of them is kept,
//! counted or told to anybody; what was begun goes on.
//!
//! What is serious never comes on a card: what stood behind a command in a group is answered in private, and deleted where Stoep
//! may. Words that go to a human of the team go there all the same, and the numbers stand beside them.

use super::buttons::HelpButton;
use crate::dialogue::WordsFor;
use crate::features::neighbourhood::TEAM_HOURS;
use crate::model::{Button, Content, Html, Person, Result, Role};
use crate::screen::{self, FOOD_PHONE, TEAM_PHONE, the_team};
use crate::text::distress::{Distress, Kind, read};
use crate::text::{Arg, texts};
use crate::turn::{Heard, Page, Turn, Way};

/// Numbers that somebody sends alone, to see what they are for.
const NUMBERS: [(&str, &str); 2] = [("112", "distress-112"), ("113", "distress-113")];

/// Hears words before anybody answers to them.
pub(super) async fn listen(turn: &mut Turn<'_>, words: &str, for_whom: WordsFor) -> Result<Heard> {
    let Some(found) = read(words) else { return Ok(Heard::Nothing) };
    if !turn.in_private() {
        return in_group(turn, found, for_whom).await;
    }
    if for_whom == WordsFor::Team || (!turn.in_dialogue() && passes_on(turn).await?) {
        return beside_talk(turn, found).await;
    }
    if !found.kind.is_serious() && for_whom == WordsFor::Others {
        // Who announces a meal for lonely neighbours is not lonely.
        return Ok(Heard::Nothing);
    }
    let goes_on = !found.kind.is_serious() && (turn.in_dialogue() || turn.message().is_some_and(|m| m.text != words));
    let who = turn.who()?;
    let content = match NUMBERS.iter().find(|(number, _)| *number == words.trim()) {
        Some((_, text)) => Content::new(turn.say(text, &[]), human_rows(turn)),
        None => answer(turn, found, &who, goes_on).await?,
    };
    turn.reply(content)?;
    Ok(if goes_on { Heard::Beside } else { Heard::Answered })
}

/// Do the sender's words go to the team by themselves?
async fn passes_on(turn: &mut Turn<'_>) -> Result<bool> {
    for feature in turn.features() {
        if feature.passes_on(turn).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// In a conversation with the team: the numbers, for what is serious. Who is of the team knows them.
async fn beside_talk(turn: &mut Turn<'_>, found: Distress) -> Result<Heard> {
    let who = turn.who()?;
    let is_team = turn.memberships(who.id).await?.iter().any(|m| m.is(Role::Moderator));
    if !found.kind.is_serious() || is_team {
        return Ok(Heard::Nothing);
    }
    let text = words(turn, found, &who).await?;
    turn.reply(Content::text(text))?;
    Ok(Heard::Beside)
}

/// Behind a command in a group, or in reply to a card.
async fn in_group(turn: &mut Turn<'_>, found: Distress, for_whom: WordsFor) -> Result<Heard> {
    let is_serious = found.kind.is_serious();
    if !is_serious && for_whom == WordsFor::Others {
        return Ok(Heard::Nothing);
    }
    let who = turn.who()?;
    let reachable = Turn::reachable(&who);
    if reachable {
        let content = answer(turn, found, &who, !is_serious).await?;
        turn.tell(&who, content, None);
        if !is_serious {
            // Asking for company or food is a request like any other; its own room leads it to private.
            return Ok(Heard::Beside);
        }
    } else {
        turn.answers_all("distress");
        let link = Button::open(turn.label("group-open-private", &[]), "hi");
        turn.say_here(Content::new(turn.say("distress-group", &[]), vec![vec![link]]))?;
    }
    if turn.chat_here().is_some_and(|c| c.may_delete) {
        turn.delete_here()?;
    }
    Ok(Heard::Answered)
}

/// What somebody in distress reads, with the ways on. Where what they began goes on by itself, the only other way is a human.
async fn answer(turn: &mut Turn<'_>, found: Distress, who: &Person, goes_on: bool) -> Result<Content> {
    let text = words(turn, found, who).await?;
    let mut rows = Vec::new();
    if let Some(member) = turn.member().await? {
        let n = member.neighbourhood;
        if found.kind.is_serious() {
            rows.extend(screen::rows_on(turn, &Page::Alone(n)).await?);
        } else if found.kind == Kind::Lonely && !goes_on {
            rows.extend(screen::rows_on(turn, &Page::Lonely(n)).await?);
            let attend = turn.features().iter().flat_map(|f| f.ways_on()).find(|w| w.way == Way::Attend);
            rows.extend(attend.map(|way| vec![turn.button(way.label, way.data)]));
        }
    }
    rows.extend(human_rows(turn));
    Ok(Content::new(text, rows))
}

fn human_rows(turn: &Turn<'_>) -> Vec<Vec<Button>> {
    vec![vec![turn.button("menu-human", HelpButton::Haste.data())]]
}

/// The words for a kind.
async fn words(turn: &mut Turn<'_>, found: Distress, who: &Person) -> Result<Html> {
    let say = |id: &str| texts().html(who.language, id, &[]);
    Ok(match found.kind {
        Kind::Danger => say("distress-danger"),
        Kind::Suicide => say("distress-suicide"),
        Kind::Child | Kind::Violence if found.child_writes => say("distress-child-writes"),
        Kind::Child => say("distress-child"),
        Kind::Violence => say("distress-violence"),
        Kind::Lonely => say("distress-lonely"),
        Kind::Hunger => hunger(turn, who).await?,
    })
}

/// The team's telephone, where it has one: neighbours' own numbers come first.
async fn hunger(turn: &mut Turn<'_>, who: &Person) -> Result<Html> {
    let mut text = texts().html(who.language, "distress-hunger", &[]);
    if let Some(member) = turn.member().await? {
        let neighbourhood = turn.neighbourhood(member.neighbourhood).await?;
        if let Some(phone) = neighbourhood.words(TEAM_PHONE) {
            let team = the_team(who.language, &neighbourhood);
            let hours = neighbourhood.words(TEAM_HOURS);
            let id = if hours.is_some() { "distress-hunger-call" } else { "distress-hunger-call-always" };
            let args = [
                ("team", Arg::Words(&team)),
                ("phone", Arg::Words(phone)),
                ("hours", Arg::Words(hours.unwrap_or_default())),
            ];
            text = text.line(&texts().html(who.language, id, &args));
        }
        if let Some(phone) = neighbourhood.words(FOOD_PHONE) {
            text = text.line(&texts().html(who.language, "distress-hunger-bank", &[("phone", Arg::Words(phone))]));
        }
    }
    Ok(text.line(&texts().html(who.language, "distress-hunger-no-promise", &[])))
}
