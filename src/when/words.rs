//! The words that tell time, in Dutch and English: days, months, numbers, units, parts of the day; how people shorten
//! them, and which slips of the pen are still read.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::Weekday;

use super::lex::{Form, Lex, Part, Unit};

/// Words for one thing.
type Words = &'static [&'static str];

/// Each day of the week: written out, shortened, shortened so far that it can be something else.
const WEEKDAYS: &[(Weekday, Words, Words, Words)] = &[
    (Weekday::Mon, &["maandag", "monday"], &["mon"], &["ma", "maa"]),
    (Weekday::Tue, &["dinsdag", "tuesday"], &["tue", "tues", "dins"], &["di", "din"]),
    (Weekday::Wed, &["woensdag", "wednesday"], &["woe", "woens", "wed"], &["wo"]),
    (Weekday::Thu, &["donderdag", "thursday"], &["thu", "thur", "thurs", "dond"], &["do", "don"]),
    (Weekday::Fri, &["vrijdag", "friday"], &["fri"], &["vr", "vri", "vrij"]),
    (Weekday::Sat, &["zaterdag", "saturday"], &["zater"], &["za", "zat", "sat"]),
    (Weekday::Sun, &["zondag", "sunday"], &[], &["zo", "zon", "sun"]),
];

const MONTHS: &[(Words, Words, Words)] = &[
    (&["januari", "january"], &[], &["jan"]),
    (&["februari", "february"], &["feb", "febr"], &[]),
    (&["maart"], &["mrt"], &["march", "mar"]),
    (&["april"], &["apr"], &[]),
    (&["mei"], &[], &["may"]),
    (&["juni", "june"], &["jun"], &[]),
    (&["juli", "july"], &["jul"], &[]),
    (&["augustus", "august"], &["aug"], &[]),
    (&["september"], &["sep", "sept"], &[]),
    (&["oktober", "october"], &["okt", "oct"], &[]),
    (&["november"], &["nov"], &[]),
    (&["december"], &["dec"], &[]),
];

const UNITS: &[(Unit, &[&str])] = &[
    (Unit::Second, &["seconde", "seconden", "secondes", "sec", "seconds"]),
    (Unit::Minute, &["minuut", "minuten", "minuutje", "minuutjes", "min", "minute", "minutes", "mins"]),
    (Unit::QuarterHour, &["kwartier", "kwartiertje", "kwartieren"]),
    (Unit::Hour, &["uur", "uren", "uurtje", "uurtjes", "u", "h", "uurs", "hr", "hrs", "hour", "hours"]),
    (Unit::Day, &["dag", "dagen", "dagje", "dagjes", "day", "days", "etmaal"]),
    (Unit::Week, &["week", "weken", "weekje", "weekjes", "wk", "weeks", "wkn"]),
    (Unit::Weekend, &["weekend", "weekeind", "weekeinde", "weekenden", "weekends", "weekeinden"]),
    (Unit::Month, &["maand", "maanden", "maandje", "maandjes", "mnd", "month", "months"]),
    (Unit::Quarter, &["kwartaal", "kwartalen"]),
    (Unit::Year, &["jaar", "jaren", "jaartje", "jaartjes", "year", "years"]),
    (Unit::Decade, &["decennium", "decennia", "decades"]),
];

const PARTS: &[(Part, &[&str])] = &[
    (
        Part::Morning,
        &["ochtend", "ochtends", "ochtenden", "morgens", "voormiddag", "voormiddags", "morning", "mornings", "ocht"],
    ),
    (
        Part::Afternoon,
        &["middag", "middags", "middagen", "namiddag", "namiddags", "namiddagen", "afternoon", "afternoons"],
    ),
    (Part::Evening, &["avond", "avonds", "avonden", "evening", "evenings", "avondje"]),
    (Part::Night, &["nacht", "nachts", "nachten", "night", "nights"]),
    (Part::Lunch, &["lunchtijd", "lunch", "middaguur", "lunchpauze", "lunchtime"]),
];

const CARDINALS: &[(u32, &[&str])] = &[
    (0, &["nul", "zero"]),
    (1, &["een", "één", "one", "'n"]),
    (2, &["twee", "two", "beide"]),
    (3, &["drie", "three"]),
    (4, &["vier", "four"]),
    (5, &["vijf", "five"]),
    (6, &["zes", "six"]),
    (7, &["zeven", "seven"]),
    (8, &["acht", "eight"]),
    (9, &["negen", "nine"]),
    (10, &["tien", "ten"]),
    (11, &["elf", "eleven"]),
    (12, &["twaalf", "twelve"]),
    (13, &["dertien", "thirteen"]),
    (14, &["veertien", "fourteen"]),
    (15, &["vijftien", "fifteen"]),
    (16, &["zestien", "sixteen"]),
    (17, &["zeventien", "seventeen"]),
    (18, &["achttien", "eighteen"]),
    (19, &["negentien", "nineteen"]),
    (20, &["twintig", "twenty"]),
    (30, &["dertig", "thirty"]),
    (40, &["veertig", "forty"]),
    (50, &["vijftig", "fifty"]),
    (60, &["zestig", "sixty"]),
    (70, &["zeventig", "seventy"]),
    (80, &["tachtig", "eighty"]),
    (90, &["negentig", "ninety"]),
    (100, &["honderd"]),
    (1000, &["duizend"]),
];

/// Hours as in 'na drieën', 'tegen achten', from one to twelve.
pub const HOURS: &[&str] = &[
    "enen", "tweeen", "drieen", "vieren", "vijven", "zessen", "zevenen", "achten", "negenen", "tienen", "elven",
    "twaalven",
];

const ORDINALS: &[(i32, &[&str])] = &[
    (1, &["eerste", "first", "allereerste"]),
    (2, &["tweede"]),
    (3, &["derde", "third"]),
    (4, &["vierde", "fourth"]),
    (5, &["vijfde", "fifth"]),
    (6, &["zesde", "sixth"]),
    (7, &["zevende", "seventh"]),
    (8, &["achtste", "eighth"]),
    (9, &["negende", "ninth"]),
    (10, &["tiende", "tenth"]),
    (11, &["elfde", "eleventh"]),
    (12, &["twaalfde", "twelfth"]),
    (-1, &["laatste", "allerlaatste"]),
    (-2, &["voorlaatste", "eennalaatste"]),
];

static LEXICON: LazyLock<HashMap<String, Lex>> = LazyLock::new(|| {
    let mut all: HashMap<String, Lex> = HashMap::new();
    for (day, full, short, risky) in WEEKDAYS {
        for (form, names) in [(Form::Full, full), (Form::Short, short), (Form::Risky, risky)] {
            all.extend(names.iter().map(|n| ((*n).to_owned(), Lex::Weekday(*day, form))));
        }
        for name in *full {
            all.extend(["s", "en"].map(|end| (format!("{name}{end}"), Lex::Habit(*day))));
        }
    }
    for (number, (full, short, risky)) in (1..).zip(MONTHS) {
        for (form, names) in [(Form::Full, full), (Form::Short, short), (Form::Risky, risky)] {
            all.extend(names.iter().map(|n| ((*n).to_owned(), Lex::Month(number, form))));
        }
    }
    all.extend(UNITS.iter().flat_map(|(unit, names)| names.iter().map(|n| ((*n).to_owned(), Lex::Unit(*unit)))));
    all.extend(PARTS.iter().flat_map(|(part, names)| names.iter().map(|n| ((*n).to_owned(), Lex::Part(*part)))));
    all.extend(CARDINALS.iter().flat_map(|(n, names)| names.iter().map(|w| ((*w).to_owned(), Lex::Cardinal(*n)))));
    all.extend(ORDINALS.iter().flat_map(|(n, names)| names.iter().map(|w| ((*w).to_owned(), Lex::Ordinal(*n)))));
    for (n, names) in CARDINALS {
        let Some(dutch) = names.first() else { continue };
        if (13..20).contains(n) {
            all.insert(format!("{dutch}de"), Lex::Ordinal(*n as i32));
        }
        if *n < 20 || *n > 90 {
            continue;
        }
        all.insert(format!("{dutch}ste"), Lex::Ordinal(*n as i32));
        for (one, words) in CARDINALS.iter().filter(|(one, _)| (1..10).contains(one)) {
            let Some(word) = words.first() else { continue };
            all.insert(format!("{word}en{dutch}"), Lex::Cardinal(n + one));
            all.insert(format!("{word}en{dutch}ste"), Lex::Ordinal((n + one) as i32));
        }
        for (thousand, word) in [(1000, "duizend"), (2000, "tweeduizend"), (100, "honderd")] {
            all.insert(format!("{word}{dutch}"), Lex::Cardinal(thousand + n));
        }
    }
    all.extend((1..).zip(HOURS).map(|(n, word)| ((*word).to_owned(), Lex::Hours(n))));
    all.insert("tweeduizend".into(), Lex::Cardinal(2000));
    all.insert("negentienhonderd".into(), Lex::Cardinal(1900));
    // 'tweeduizendzesentwintig': every year of the century in one word.
    let below: Vec<(String, u32)> = all
        .iter()
        .filter_map(|(word, lex)| if let Lex::Cardinal(n @ 1..=99) = lex { Some((word.clone(), *n)) } else { None })
        .collect();
    all.extend(below.into_iter().map(|(word, n)| (format!("tweeduizend{word}"), Lex::Cardinal(2000 + n))));
    all
});

/// Names long enough that a slip still shows which one was meant.
static SLIPS: LazyLock<Vec<(Vec<char>, Lex)>> = LazyLock::new(|| {
    let days = WEEKDAYS.iter().flat_map(|(_, full, _, _)| full.iter());
    let months = MONTHS.iter().flat_map(|(full, _, _)| full.iter());
    let parts = ["ochtend", "ochtends", "middag", "middags", "avonds", "weekend"];
    days.chain(months)
        .chain(&parts)
        .filter(|name| name.len() >= 6)
        .filter_map(|name| Some((name.chars().collect(), *LEXICON.get(*name)?)))
        .collect()
});

/// Words that are a slip away from a name, and mean what they say.
const NO_SLIPS: &[&str] = &["zondig", "middel", "middels", "midden", "zomerdag"];

/// What a word can mean.
pub fn lex(word: &str) -> Lex {
    if let Some(known) = LEXICON.get(word) {
        return *known;
    }
    if word.len() < 5 || word.len() > 12 || NO_SLIPS.contains(&word) {
        return Lex::Other;
    }
    let letters: Vec<char> = word.chars().collect();
    let close = SLIPS.iter().find(|(name, _)| {
        let allowed = if name.len() >= 8 { 2 } else { 1 };
        let same_first = name.first() == letters.first();
        // The end of a name of a day or month is what other words lack.
        name.len().abs_diff(letters.len()) <= allowed
            && (same_first || name.first() == letters.get(1) && name.get(1) == letters.first())
            && distance(name, &letters, allowed) <= allowed
    });
    close.map_or(Lex::Other, |(_, lex)| *lex)
}

/// How many letters must be changed, added, left out or swapped with their neighbour; more than `most` is `most` + 1.
fn distance(a: &[char], b: &[char], most: usize) -> usize {
    let width = b.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1; width];
        for (j, y) in b.iter().enumerate() {
            let get = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
            let mut best = (get(&last, j) + usize::from(x != y)).min(get(&last, j + 1) + 1).min(get(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(get(&before, j - 1) + 1);
            }
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = best;
            }
        }
        if row.iter().min().is_some_and(|m| *m > most) {
            return most + 1;
        }
        before = last;
        last = row;
    }
    last.last().copied().unwrap_or(most + 1)
}

/// Takes apart a word that is made of two: a day and its part, 'half' and an hour.
pub fn halves(word: &str) -> Option<(String, String)> {
    if !word.is_ascii() || word.len() < 7 {
        return None;
    }
    if let Some(hour) = word.strip_prefix("half") {
        return matches!(LEXICON.get(hour), Some(Lex::Cardinal(1..=12))).then(|| ("half".to_owned(), hour.to_owned()));
    }
    const ENDS: &[&str] = &["ochtend", "morgen", "namiddag", "voormiddag", "middag", "avond", "nacht"];
    let singular = word.strip_suffix("en").filter(|w| !w.ends_with("morg")).unwrap_or(word);
    let singular = singular.strip_suffix('s').unwrap_or(singular);
    if let Some(day) = word.strip_suffix("vroeg").filter(|day| ["morgen", "overmorgen"].contains(day)) {
        return Some((day.to_owned(), "ochtend".to_owned()));
    }
    let end = ENDS.iter().find(|end| singular.ends_with(**end))?;
    let first = singular.strip_suffix(end)?;
    let is_day = ["morgen", "overmorgen", "gister", "gisteren", "eergister", "eergisteren", "vandaag"].contains(&first)
        || matches!(lex(first), Lex::Weekday(_, Form::Full));
    // 'zondagavonden' comes back as 'zondagen' does.
    let first = match first {
        "gister" => "gisteren".to_owned(),
        "eergister" => "eergisteren".to_owned(),
        day if singular != word && is_day => format!("{day}en"),
        day => day.to_owned(),
    };
    let second = if *end == "morgen" { "ochtend" } else { end };
    is_day.then(|| (first, second.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_read_and_other_words_left_alone() {
        for (slip, meant) in [
            ("zatterdag", "zaterdag"),
            ("dondedag", "donderdag"),
            ("wonesdag", "woensdag"),
            ("vrijadg", "vrijdag"),
            ("novmber", "november"),
            ("agustus", "augustus"),
            ("middga", "middag"),
        ] {
            assert_eq!(lex(slip), lex(meant), "{slip}");
        }
        for word in
            ["zonder", "taart", "kaart", "markt", "maanden", "vandaan", "middel", "wonen", "verjaardag", "zomerdag"]
        {
            assert_eq!(lex(word), LEXICON.get(word).copied().unwrap_or(Lex::Other), "{word}");
        }
    }

    #[test]
    fn words_of_two_come_apart() {
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(halves("woensdagmiddag"), pair("woensdag", "middag"));
        assert_eq!(halves("gisteravond"), pair("gisteren", "avond"));
        assert_eq!(halves("zondagavonden"), pair("zondagen", "avond"));
        assert_eq!(halves("halftwaalf"), pair("half", "twaalf"));
        assert_eq!(halves("goedemorgen"), None);
        assert_eq!(halves("vanmiddag"), None);
    }
}
