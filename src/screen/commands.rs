//! The menu of commands that a person sees in their private chat: who is of a team has a longer one, of their own.

use crate::model::{Class, Language, Outgoing, Person, Result, Send};
use crate::text::texts;
use crate::turn::{Action, CommandPlace, Features, Turn};

/// Shows somebody the menu of commands that fits their roles and language.
pub async fn show_commands(turn: &mut Turn<'_>, person: &Person) -> Result<()> {
    let mut of_team = false;
    for member in turn.memberships(person.id).await? {
        of_team |= turn.person_allowed(person.id, member.neighbourhood, Action::Moderate).await?;
    }
    if Turn::reachable(person) {
        let commands = if of_team { team_menu(turn.features(), person.language) } else { Vec::new() };
        turn.put(Outgoing::new(person.chat, Class::Card, Send::Menu { commands }));
    }
    Ok(())
}

/// The menu of the team: its own commands, and behind them all that others have.
fn team_menu(features: Features, language: Language) -> Vec<(String, String)> {
    let all = || features.iter().flat_map(|f| f.commands());
    let own = all().filter(|c| c.place == CommandPlace::Team);
    let everybodys = all().filter(|c| matches!(c.place, CommandPlace::Private | CommandPlace::Everywhere));
    own.chain(everybodys)
        .map(|c| (c.name_in(language).to_owned(), texts().plain(language, &format!("command-{}", c.nl), &[])))
        .collect()
}
