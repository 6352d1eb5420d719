//! What every screen shares: the start menu, the way to a human, the team's name, how to join, short answers to a press, pages of
//! a list, 'are you sure?', the other neighbourhoods of a reader, the numbers to call. No room of `features` has its own.

mod commands;
mod confidential;
pub mod numbers;
mod paging;
pub mod safety;
mod standing;

use crate::model::{Button, Content, Html, Language, Neighbourhood, NeighbourhoodId, Result};
use crate::text::{Arg, Args, clip, texts};
use crate::turn::{Page, Row, Turn, Way};

pub use commands::show_commands;
pub use confidential::{TEAM_PHONE, confidence_possible, moderator_reachable, nobody_reachable};
pub use numbers::{DOCTOR_PHONE, FOOD_PHONE, numbers};
pub use paging::Paging;
pub use safety::gives_away;
pub use standing::{held_back, put_out, tell_put_out, where_to_object};

/// What the start parameter of a join link begins with; the neighbourhood's join code follows.
pub const JOIN: &str = "b_";

/// What the start parameter of a link begins with by which somebody says that they still take part; the neighbourhood's key follows. It
/// holds no secret: the join link that a kept-out person once had may have ended since.
pub const STAY: &str = "n_";

/// The start parameter of a link that only opens the private chat.
pub const HELLO: &str = "hi";

/// Longest name on a button, in characters.
const ON_BUTTON: usize = 40;

/// Most other neighbourhoods that have a button.
const OTHERS: usize = 5;

// ── ways on ────────────────────────────────────────────────────────────────────────────────────────────────────

/// The start menu, which stands below whatever leads somebody back to the beginning.
pub fn menu(turn: &Turn<'_>) -> Vec<Vec<Button>> {
    let mut ways: Vec<_> = turn.features().iter().flat_map(|f| f.ways_on()).collect();
    ways.sort_by_key(|w| w.way);
    ways.into_iter().map(|w| vec![turn.button(w.label, w.data)]).collect()
}

/// The button to talk to a human, with another label where one is given; `None` where no feature offers that.
pub fn human_button(language: Language, turn: &Turn<'_>, label: Option<&str>) -> Option<Button> {
    let way = turn.features().iter().flat_map(|f| f.ways_on()).find(|w| w.way == Way::Human)?;
    Some(Button::press(texts().plain(language, label.unwrap_or(way.label), &[]), way.data))
}

/// A row with the button to talk to a human, in the sender's language.
pub fn human_row(turn: &Turn<'_>) -> Vec<Vec<Button>> {
    human_button(turn.language(), turn, None).map(|b| vec![b]).into_iter().collect()
}

/// The rows that features add to a page, in order.
pub async fn rows_on(turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Vec<Button>>> {
    Ok(turn.rows_on(page).await?.into_iter().map(|r| r.buttons).collect())
}

/// The rows of a page: its own, and those that features add, in order.
pub async fn page_rows(turn: &mut Turn<'_>, page: &Page, mut own: Vec<Row>) -> Result<Vec<Vec<Button>>> {
    own.extend(turn.rows_on(page).await?);
    own.sort_by_key(|r| r.order);
    Ok(own.into_iter().map(|r| r.buttons).collect())
}

/// A row for each other neighbourhood that the sender belongs to, at most five; `data` is what its button carries.
pub async fn other_neighbourhoods(
    turn: &mut Turn<'_>,
    here: NeighbourhoodId,
    data: impl Fn(NeighbourhoodId) -> String,
) -> Result<Vec<Vec<Button>>> {
    let who = turn.who()?;
    let mut all = Vec::new();
    for member in turn.memberships(who.id).await?.into_iter().filter(|m| m.neighbourhood != here).take(OTHERS) {
        all.push(turn.neighbourhood(member.neighbourhood).await?);
    }
    Ok(all.iter().map(|n| go_to(turn, n, data(n.id))).collect())
}

/// A row that leads to another neighbourhood.
pub fn go_to(turn: &Turn<'_>, neighbourhood: &Neighbourhood, data: String) -> Vec<Button> {
    let label = turn.label("place-go-to", &[("neighbourhood", Arg::Words(&clip(&neighbourhood.name, ON_BUTTON)))]);
    vec![Button::press(label, data)]
}

// ── the neighbourhood ──────────────────────────────────────────────────────────────────────────────────────────

/// The team as it stands in a sentence: 'het wijkteam', but 'Buurtteam Noord'. A name of its own begins with a capital.
pub fn the_team(language: Language, neighbourhood: &Neighbourhood) -> String {
    let team = neighbourhood.team.as_str();
    let common = team.starts_with(char::is_lowercase);
    let has_article = ["het ", "de ", "the "].iter().any(|article| team.starts_with(article));
    if common && !has_article {
        texts().plain(language, "team-with-article", &[("team", Arg::Own(team))])
    } else {
        team.to_owned()
    }
}

/// Address that makes whoever opens it a resident.
pub fn join_link(turn: &Turn<'_>, neighbourhood: &Neighbourhood) -> String {
    turn.link(&format!("{JOIN}{}", neighbourhood.join_code))
}

/// For somebody who belongs to no neighbourhood: how to get into one.
pub async fn how_to_join(turn: &mut Turn<'_>) -> Result<Html> {
    let asked = standing::still_taking_part(turn).await?;
    Ok(asked.unwrap_or_else(|| turn.say("join-how", &[])))
}

/// Why nobody of a team can be asked for the sender: they belong to no neighbourhood, or have not said yet that they still do.
pub async fn outside(turn: &mut Turn<'_>) -> Result<Html> {
    match standing::still_taking_part(turn).await? {
        Some(text) => Ok(text),
        None => Ok(turn.say("human-outside", &[]).paragraph(&how_to_join(turn).await?)),
    }
}

/// Tells the sender so.
pub async fn tell_how_to_join(turn: &mut Turn<'_>) -> Result<()> {
    let text = how_to_join(turn).await?;
    turn.reply(Content::text(text))
}

/// The same as a message, with a way on for who can't.
pub async fn no_neighbourhood(turn: &mut Turn<'_>) -> Result<Content> {
    Ok(Content::new(how_to_join(turn).await?, human_row(turn)))
}

/// The neighbourhood that a link names by its key, where the sender belongs to it. Else they read that the link is old: what comes
/// from outside is looked up, never believed.
pub async fn linked_neighbourhood(turn: &mut Turn<'_>, key: &str) -> Result<Option<NeighbourhoodId>> {
    let who = turn.who()?;
    let mine = turn.memberships(who.id).await?;
    if mine.is_empty() {
        let content = no_neighbourhood(turn).await?;
        turn.reply(content)?;
        return Ok(None);
    }
    let named = mine.iter().map(|m| m.neighbourhood).find(|n| n.to_string() == key);
    if named.is_none() {
        toast(turn, "link-old", &[])?;
    }
    Ok(named)
}

// ── answers ────────────────────────────────────────────────────────────────────────────────────────────────────

/// Answers a press with a line that passes; where it was no press, says it in private.
pub fn toast(turn: &mut Turn<'_>, id: &str, args: Args<'_>) -> Result<()> {
    if turn.press().is_some() {
        turn.answer(turn.label(id, args));
        return Ok(());
    }
    turn.reply(Content::text(turn.say(id, args)))
}

/// As [`toast`], in a window that stays until it is closed: for what must not be missed.
pub fn alert(turn: &mut Turn<'_>, id: &str, args: Args<'_>) -> Result<()> {
    if turn.press().is_some() {
        turn.alert(turn.label(id, args));
        return Ok(());
    }
    toast(turn, id, args)
}

/// Answers a press on a button whose time has passed.
pub fn outdated(turn: &mut Turn<'_>) -> Result<()> {
    toast(turn, "press-outdated", &[])
}

/// Answers who is not let in to a thing: the same where there is none, where it is another neighbourhood's, and where it is not for
/// them. That it is there is nobody's business.
pub async fn not_for_you(turn: &mut Turn<'_>) -> Result<()> {
    match standing::still_taking_part(turn).await? {
        Some(_) if turn.press().is_some() => alert(turn, "standing-asked-alert", &[]),
        Some(text) => turn.reply(Content::text(text)),
        None => alert(turn, "not-for-you", &[]),
    }
}

/// Gives the pressed message another content; where there is none in private, says it anew.
pub fn show(turn: &mut Turn<'_>, content: Content) -> Result<()> {
    if turn.in_private() && turn.press().is_some_and(|p| p.message_id.is_some()) {
        turn.edit_pressed(content);
        return Ok(());
    }
    turn.reply(content)
}

/// Asks on the pressed message whether that is meant: the text `{id}-sure`, and below it `{id}-yes` and `{id}-no`.
pub fn ask_sure(turn: &mut Turn<'_>, id: &str, args: Args<'_>, yes: String, no: String) {
    let text = turn.say(&format!("{id}-sure"), args);
    let rows = vec![vec![turn.button(&format!("{id}-yes"), yes)], vec![turn.button(&format!("{id}-no"), no)]];
    turn.edit_pressed(Content::new(text, rows));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_has_an_article_where_its_name_is_a_common_word() {
        for (team, dutch) in [
            ("wijkteam", "het wijkteam"),
            ("sociaal team Oost", "het sociaal team Oost"),
            ("het buurtteam", "het buurtteam"),
            ("Buurtteam Noord", "Buurtteam Noord"),
            ("", ""),
        ] {
            let place = Neighbourhood { team: team.into(), ..Neighbourhood::sample() };
            assert_eq!(the_team(Language::Nl, &place), dutch);
        }
    }
}
