//! Words that somebody types instead of pressing a button or giving a command: 'ik zoek hulp', 'agenda', 'praat met iemand'. They do what the
//! button or command does. A slip of one letter in a longer word is no other word.

use crate::dialogue::fold;
use crate::model::{Language, Result};
use crate::text::texts;
use crate::turn::{Feature, Turn};

/// What may stand behind it.
const POLITE: [&str; 6] = [" aub", " alsjeblieft", " alstublieft", " graag", " please", " stoep"];

/// From so many characters on a letter may be wrong.
const SLIP_FROM: usize = 6;

/// What the typed words do.
enum Meant {
    /// The same as a button with this data, which begins with its feature's name.
    Press(String),
    /// The same as a command, by its Dutch name.
    Command(&'static dyn Feature, &'static str),
}

/// Does what a button or command does, where the message is its words and no more. Returns false otherwise.
pub(super) async fn typed(turn: &mut Turn<'_>, text: &str) -> Result<bool> {
    match meant(turn, text) {
        Some(Meant::Press(data)) => {
            let Some((name, rest)) = data.split_once(':') else { return Ok(false) };
            let Some(feature) = turn.feature(name) else { return Ok(false) };
            feature.press(turn, rest).await?;
            Ok(true)
        }
        Some(Meant::Command(feature, name)) => {
            feature.command(turn, name, "").await?;
            Ok(true)
        }
        None => Ok(false),
    }
}

fn meant(turn: &Turn<'_>, text: &str) -> Option<Meant> {
    let mut typed = fold(text);
    if let Some(words) = POLITE.iter().find_map(|polite| typed.strip_suffix(polite)) {
        typed = words.to_owned();
    }
    if typed.is_empty() {
        return None;
    }
    let ways = || turn.features().iter().flat_map(|f| f.ways_on());
    let label = |language, id: &str| fold(&texts().plain(language, id, &[]));
    for exact in [true, false] {
        let way = ways().find(|w| Language::ALL.into_iter().any(|l| same(&label(l, w.label), &typed, exact)));
        if let Some(way) = way {
            return Some(Meant::Press(way.data));
        }
        for feature in turn.features() {
            let commands = feature.commands().iter();
            if let Some(command) = commands.into_iter().find(|c| c.names().any(|name| same(name, &typed, exact))) {
                return Some(Meant::Command(*feature, command.nl));
            }
        }
    }
    None
}

fn same(known: &str, typed: &str, exact: bool) -> bool {
    match exact {
        true => known == typed,
        false => known.chars().count() >= SLIP_FROM && strsim::osa_distance(known, typed) <= 1,
    }
}
