//! How a neighbour's name is shown where it could pass for somebody else's: the team, who has a role, an office, Stoep itself. Pure.
//!
//! Telegram lets everybody choose any name, and residents of a neighbourhood are whom fraud looks for. A name that claims more than
//! a neighbour is shown as its first harmless word with '(buur)' behind it. Letters that only look like others are read as those.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::words::{NAMELESS, clip, is_unseen};

/// Behind a name that claimed more.
const NEIGHBOUR: &str = "(buur)";

/// Longest word that is left of such a name.
const WORD_AT_MOST: usize = 30;

/// With so many digits a name holds a number that one can ring.
const DIGITS: usize = 6;

/// Roles, offices and whoever people hand their code to: wherever in a name they stand, also across words.
const CLAIMS: &[&str] = &[
    "wijkteam",
    "buurtteam",
    "sociaal team",
    "social team",
    "neighbourhood team",
    "neighborhood team",
    "buurtzorg",
    "wijkzorg",
    "thuiszorg",
    "jeugdzorg",
    "maatschappelijk werk",
    "social worker",
    "opbouwwerk",
    "wijkagent",
    "wijkcoach",
    "wijkverpleeg",
    "hulpverlener",
    "vertrouwenspersoon",
    "moderator",
    "beheerder",
    "administrator",
    "coordinator",
    "politie",
    "police",
    "gemeente",
    "municipality",
    "city council",
    "stadsdeel",
    "ambtenaar",
    "belastingdienst",
    "klantenservice",
    "customer service",
    "helpdesk",
    "officieel",
    "official",
];

/// The same as words of their own; a word that ends with one of [`ENDINGS`] is one, too.
const WORDS: &[&str] = &["beheer", "mod", "admin", "support", "ggd", "digid", "overheid", "brandweer", "confidant"];

/// 'Kernteam', 'Rabobank'.
const ENDINGS: &[&str] = &["team", "bank"];

/// 'Stoep', 'StoepBot'.
const OURS: &str = "stoep";

/// What stands before a name and is none.
const FILLERS: &[&str] = &[
    "van", "het", "de", "een", "uw", "jouw", "je", "namens", "voor", "vh", "the", "of", "from", "your", "for", "and",
    "en",
];

/// What may stand around a word.
const STOPS: [char; 7] = [',', ';', ':', '.', '|', '-', '/'];

/// Endings of addresses on the web; none with which a surname begins, as in 'J.de Vries'.
const DOMAINS: &[&str] = &[
    "nl", "be", "eu", "com", "org", "net", "info", "me", "io", "app", "ly", "link", "site", "shop", "online", "xyz",
    "ru",
];

/// Signs that look like a Latin letter and that no normal form makes one: of Cyrillic, Greek, Armenian, and small capitals.
const LOOK_ALIKES: &[(&str, char)] = &[
    ("аАαΑɑᴀ", 'a'),
    ("вВβΒЬьʙ", 'b'),
    ("сСϲϹᴄ", 'c'),
    ("ԁᴅđĐ", 'd'),
    ("еЕεΕєЄᴇ", 'e'),
    ("ғҒꜰ", 'f'),
    ("ɡցɢ", 'g'),
    ("һНнҺΗհʜħ", 'h'),
    ("іІιΙıɪӏӀ", 'i'),
    ("јЈϳᴊ", 'j'),
    ("кКκΚᴋ", 'k'),
    ("łŁʟ", 'l'),
    ("мМΜᴍ", 'm'),
    ("пΝηոɴ", 'n'),
    ("оОοΟσօᴏøØ", 'o'),
    ("рРρΡᴘ", 'p'),
    ("ԛ", 'q'),
    ("гʀ", 'r'),
    ("ѕЅꜱ", 's'),
    ("тТτΤᴛŧ", 't'),
    ("υսᴜ", 'u'),
    ("ѵνᴠ", 'v'),
    ("ԝшωᴡ", 'w'),
    ("хХχΧ", 'x'),
    ("уУγΥʏ", 'y'),
    ("ΖᴢƵ", 'z'),
    ("。", '.'),
];

/// The name as others read it. `teams` are what the teams are called in the neighbourhoods of whose team they are not.
pub fn neighbour_name<'t>(name: &str, teams: impl IntoIterator<Item = &'t str> + Clone) -> String {
    let claims = |words: &str| claims_more(words, teams.clone());
    if !claims(name) {
        return name.to_owned();
    }
    let is_name = |word: &String| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters >= 2 && word != NEIGHBOUR && !FILLERS.contains(&plain(word).as_str()) && !claims(word)
    };
    let mut words = name.split_whitespace().map(|word| clip(word.trim_matches(STOPS), WORD_AT_MOST));
    match words.find(is_name) {
        Some(word) => format!("{word} {NEIGHBOUR}"),
        None => NAMELESS.to_owned(),
    }
}

fn claims_more<'t>(name: &str, teams: impl IntoIterator<Item = &'t str>) -> bool {
    let plain = plain(name);
    if plain.contains('@') || plain.chars().filter(|c| c.is_numeric()).count() >= DIGITS || holds_link(&plain) {
        return true;
    }
    let read = skeleton(name);
    let words: Vec<&str> = read.split(' ').filter(|word| !word.is_empty()).collect();
    let whole = joined(&read);
    let is_claim = |word: &str| {
        word.starts_with(&READ.ours)
            || READ.words.iter().any(|known| word == known)
            || READ.endings.iter().any(|ending| word.ends_with(ending))
    };
    words.iter().any(|word| is_claim(word))
        || READ.claims.iter().any(|claim| whole.contains(claim))
        || teams.into_iter().any(|team| names_team(team, &whole, &words))
}

/// The tables as [`skeleton`] reads them.
struct Read {
    claims: Vec<String>,
    words: Vec<String>,
    endings: Vec<String>,
    ours: String,
}

static READ: LazyLock<Read> = LazyLock::new(|| Read {
    claims: CLAIMS.iter().map(|claim| joined(&skeleton(claim))).collect(),
    words: WORDS.iter().map(|word| skeleton(word)).collect(),
    endings: ENDINGS.iter().map(|ending| skeleton(ending)).collect(),
    ours: skeleton(OURS),
});

/// Returns true if these words hold the team's name, its article aside. A short one counts as a word of its own alone.
fn names_team(team: &str, whole: &str, words: &[&str]) -> bool {
    let read = skeleton(team);
    let name: String = read.split(' ').filter(|word| !FILLERS.contains(word)).collect();
    match name.chars().count() {
        0 => false,
        1..=4 => words.contains(&name.as_str()),
        _ => whole.contains(&squeezed(&name)),
    }
}

/// Without what nobody sees, marks above letters and borrowed letters; in lower case.
fn plain(words: &str) -> String {
    let look = |c: char| {
        let known = LOOK_ALIKES.iter().find(|(signs, _)| !c.is_ascii() && signs.contains(c));
        known.map_or(c, |(_, letter)| *letter)
    };
    words
        .chars()
        .filter(|c| !is_unseen(*c))
        .map(boxed)
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .map(look)
        .flat_map(char::to_lowercase)
        .collect()
}

/// Letters in a square or circle that no normal form knows, and those of which flags are made.
fn boxed(c: char) -> char {
    let first = match c {
        '\u{1f150}'..='\u{1f169}' => 0x1f150,
        '\u{1f170}'..='\u{1f189}' => 0x1f170,
        '\u{1f1e6}'..='\u{1f1ff}' => 0x1f1e6,
        _ => return c,
    };
    u8::try_from(c as u32 - first).map_or(c, |place| char::from(b'a' + place))
}

/// The words as an eye takes them in: digits and signs in the place of letters, 'rn' for m, letters doubled or apart.
fn skeleton(words: &str) -> String {
    let letter = |c: char| match c {
        'l' | '1' | '|' | '!' => 'i',
        '0' => 'o',
        '3' | '€' => 'e',
        '4' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        '8' => 'b',
        c if c.is_alphanumeric() => c,
        _ => ' ',
    };
    let read: String = plain(words).chars().map(letter).collect();
    let mut all: Vec<String> = Vec::new();
    let mut apart = false;
    for word in read.split_whitespace() {
        let single = word.chars().count() == 1;
        match all.last_mut() {
            Some(last) if single && apart => last.push_str(word),
            _ => all.push(word.to_owned()),
        }
        apart = single;
    }
    all.iter().map(|word| squeezed(word)).collect::<Vec<_>>().join(" ")
}

/// Two signs that look like one are one, and a letter that stands twice stands once.
fn squeezed(word: &str) -> String {
    let mut read = word.replace("ij", "y").replace("rn", "m").replace("vv", "w");
    let mut last = None;
    read.retain(|c| last.replace(c) != Some(c));
    read
}

/// All words as one.
fn joined(read: &str) -> String {
    squeezed(&read.split(' ').collect::<String>())
}

fn holds_link(plain: &str) -> bool {
    let is_domain = |part: &str| {
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        part.rsplit_once('.')
            .is_some_and(|(before, ending)| DOMAINS.contains(&ending) && before.chars().any(char::is_alphanumeric))
    };
    plain.contains("://") || plain.contains("www.") || plain.split([' ', '/']).any(is_domain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEAMS: [&str; 2] = ["De Kastanje", "het wijkteam"];

    fn shown(name: &str) -> String {
        neighbour_name(name, TEAMS)
    }

    #[test]
    fn a_name_stays_as_it_is() {
        for name in [
            "Fatima",
            "Jan Piet de Vries",
            "عائشة",
            "Дмитрий",
            "👩🏽‍🦽 Aïsha",
            "J.P. van Dijk",
            "<b>Jan</b>",
            "Mr. X",
            "Ingrid 2",
            "Nikos Παπαδόπουλος",
            "Wim Bot",
            "Bankole",
            "Marijke 🇳🇱",
            "Tim & Sam",
            "O'Brien",
            "Lisa 1984",
            "Het",
            "Modesta",
        ] {
            assert_eq!(shown(name), name);
        }
    }

    #[test]
    fn a_name_that_claims_more_is_a_neighbours() {
        for (name, expected) in [
            ("Els van het wijkteam", "Els (buur)"),
            ("Wijkteam", "Buur"),
            ("Het Wijkteam Els", "Els (buur)"),
            ("Els | BuurtTeam", "Els (buur)"),
            ("Els van De Kastanje", "Els (buur)"),
            ("Kastanje Els", "Els (buur)"),
            ("Els w.i.j.k.t.e.a.m", "Els (buur)"),
            ("Els w i j k t e a m", "Els (buur)"),
            ("Els wijk-team", "Els (buur)"),
            ("Els W1JKT34M", "Els (buur)"),
            ("Els wykteeeam", "Els (buur)"),
            ("Els vvijkteam", "Els (buur)"),
            ("Joop (rnoderator)", "Joop (buur)"),
            ("Joop, beheerder", "Joop (buur)"),
            ("Stoep", "Buur"),
            ("Stoep Bot", "Bot (buur)"),
            ("Rabobank", "Buur"),
            ("Politie Amsterdam", "Amsterdam (buur)"),
            ("Gemeente", "Buur"),
            ("Joop @els", "Joop (buur)"),
            ("@els", "Buur"),
            ("Joop t.me/els", "Joop (buur)"),
            ("bel 06 12 34 56 78 Joop", "bel (buur)"),
            ("Joop ٠٦١٢٣٤٥٦٧٨", "Joop (buur)"),
            ("Els van het \u{ad}wi\u{200b}jk\u{e0061}team", "Els (buur)"),
            // Cyrillic and Greek, full width, in boxes, with marks.
            ("Els van het wijktеаm", "Els (buur)"),
            ("Els Ѕtоер", "Els (buur)"),
            ("Els ＷＩＪＫＴＥＡＭ", "Els (buur)"),
            ("Els 🆆🅸🅹🅺🆃🅴🅰🅼", "Els (buur)"),
            ("Els wíjktéám", "Els (buur)"),
            ("Els 𝐰𝐢𝐣𝐤𝐭𝐞𝐚𝐦", "Els (buur)"),
            ("Els ᴡɪᴊᴋᴛᴇᴀᴍ", "Els (buur)"),
            ("Els (buur) van het wijkteam", "Els (buur)"),
        ] {
            assert_eq!(shown(name), expected, "{name}");
        }
    }

    proptest! {
        #![proptest_config(crate::properties::config())]

        /// Whatever somebody is called, what is shown claims nothing, and is shown the same the next time.
        #[test]
        fn what_is_shown_claims_nothing(
            words in proptest::collection::vec(prop_oneof![
                "\\PC{0,6}",
                proptest::sample::select(CLAIMS).prop_map(str::to_owned),
                proptest::sample::select(["Els", "van", "het", "team", "St0ep", "t.me/x", "KASTANJE", "wijk", "Jan"].as_slice())
                    .prop_map(str::to_owned),
            ], 0..5)
        ) {
            let name = words.join(" ");
            let once = shown(&name);
            prop_assert!(!claims_more(&once, TEAMS), "{name} is shown as {once}");
            prop_assert_eq!(shown(&once), once);
        }
    }
}
