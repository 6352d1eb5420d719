//! How many, what it costs, and for whom it is easy to reach: the small words of an activity's line. Pure.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::Cost;
use super::rest::Rest;
use crate::features::activities::model::Access;

/// Numbers as words.
const NUMBERS: &[(i64, &[&str])] = &[
    (2, &["twee", "two"]),
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
    (13, &["dertien"]),
    (14, &["veertien"]),
    (15, &["vijftien", "fifteen"]),
    (16, &["zestien"]),
    (20, &["twintig", "twenty"]),
    (25, &["vijfentwintig"]),
    (30, &["dertig", "thirty"]),
    (40, &["veertig", "forty"]),
    (50, &["vijftig", "fifty"]),
];

/// Most people that an activity can be limited to.
pub const SEATS_AT_MOST: i64 = 999;

const N: &str = r"(?<n>\d{1,3}|[a-z]+)";
const PEOPLE: &str = r"(?:personen|persoon|mensen|man|deelnemers|plekken|plaatsen|bezoekers|buren|pers\b\.?|people|persons|participants|places|seats|spots)";

static SEATS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let forms = [
        format!(
            r"(?i)\b(?:er is )?(?:max(?:imaal|imum)?|hoogstens|ten hoogste|niet meer dan|tot|up to|at most|no more than)\.?:?\s+(?:(?:plek|plaats|ruimte|room)\s+)?(?:voor\s+|for\s+|aantal:?\s+)?{N}\s*{PEOPLE}"
        ),
        format!(r"(?i)\b(?:max(?:imaal|imum)?|hoogstens|ten hoogste|up to|at most)\.?:?\s*(?:voor\s+|for\s+)?{N}\b"),
        format!(r"(?i)\b(?:er is )?(?:(?:plek|plaats|ruimte|room|space)\s+)?(?:voor|for)\s+{N}\s+{PEOPLE}\b"),
        format!(r"(?i)\b(?:er is )?(?:plek|plaats|ruimte|room|space)\s+(?:voor|for)\s+{N}\b"),
        format!(r"(?i)\b{N}\s+(?:plekken|plaatsen|deelnemers|places|seats|spots)\b"),
    ];
    forms.iter().filter_map(|f| Regex::new(f).ok()).collect()
});

/// How many people fit; taken out.
pub fn seats(rest: &mut Rest) -> Option<i64> {
    for form in SEATS.iter() {
        let text = rest.text().to_owned();
        for found in form.captures_iter(&text) {
            let Some(whole) = found.get(0) else { continue };
            let after = text.get(whole.end()..).unwrap_or_default().trim_start().to_lowercase();
            // 'Max 2 uur' and 'max 5 euro' are something else.
            let other = ["u", "uur", "min", "minuten", "hour", "hours", "euro", "€", ":", "%"]
                .iter()
                .any(|w| after.strip_prefix(w).is_some_and(|r| !r.starts_with(|c: char| c.is_alphanumeric())));
            let n = found.name("n").and_then(|n| number(n.as_str()));
            if let Some(n) = n.filter(|n| !other && (1..=SEATS_AT_MOST).contains(n)) {
                rest.take(whole.range());
                return Some(n);
            }
        }
    }
    None
}

/// A number in digits or as a word.
pub fn number(word: &str) -> Option<i64> {
    let word = word.to_lowercase();
    word.parse().ok().or_else(|| NUMBERS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(n, _)| *n))
}

static AMOUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let lead = r"(?:\b(?:(?:de )?(?:kosten|kost|entree|toegang|eigen bijdrage|bijdrage|prijs|costs?|price|entry)\s*:?\s*(?:zijn|is|van)?|voor|à|for)\s+)?";
    let amount = r"(?:€\s*(?<a>\d{1,3}(?:[.,]\d{2})?)(?:,-)?|\b(?<b>\d{1,3}(?:[.,]\d{1,2})?)(?:,-)?\s*(?:euro|€))";
    let each = r"(?:\s*(?<each>p\.?\s?p\.?|per persoon|per keer|per kind|per person|each))?";
    Regex::new(&format!("(?i){lead}{amount}{each}")).ok()
});

static GIFT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let forms = r"(?:kosten:?\s+)?\b(?<gift>(?:een )?(?:kleine )?(?:vrijwillige|vrije) (?:bijdrage|gift)|donatie (?:is )?welkom|(?:a )?(?:voluntary|small) (?:donation|contribution)|donations? welcome)\b";
    Regex::new(&format!("(?i){forms}")).ok()
});

static FREE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let lead = r"(?:\b(?:kosten|entree|toegang|deelname|prijs|costs?|price|entry)\s*:?\s*(?:is|zijn)?\s*)?";
    Regex::new(&format!(r"(?i){lead}\b(?:gratis|kosteloos|geen kosten|free of charge|for free|free entry|entry free|free)\b(?:\s+(?:toegang|entree|toegankelijk|deelname)\b)?")).ok()
});

/// What it costs; taken out.
pub fn cost(rest: &mut Rest) -> Option<Cost> {
    let text = rest.text().to_owned();
    if let Some(found) = AMOUNT.as_ref().and_then(|r| r.captures(&text)) {
        rest.take(found.get(0)?.range());
        return amount(&found).map(Cost::Words);
    }
    if let Some(found) = GIFT.as_ref().and_then(|r| r.captures(&text)) {
        rest.take(found.get(0)?.range());
        return Some(Cost::Words(found.name("gift")?.as_str().to_lowercase()));
    }
    let found = FREE.as_ref().and_then(|r| r.find(&text))?;
    // 'Sugar free' costs what it costs.
    if found.as_str().eq_ignore_ascii_case("free") && !stands_alone(&text, found.start(), found.end()) {
        return None;
    }
    rest.take(found.range());
    Some(Cost::Free)
}

/// '€ 2', '€ 2,50 per persoon'.
fn amount(found: &Captures<'_>) -> Option<String> {
    let sum = found.name("a").or(found.name("b"))?.as_str().replace('.', ",");
    let each = found.name("each").map(|e| e.as_str().to_lowercase());
    Some(match each.as_deref() {
        None => format!("€ {sum}"),
        Some(each) if each.starts_with("p.") || each.starts_with("pp") || each == "p p" => {
            format!("€ {sum} per persoon")
        }
        Some(each) => format!("€ {sum} {each}"),
    })
}

/// What a form says of an activity.
type Says = fn(&mut Access);

/// Forms of words that say for whom it is easy to reach. With `true` they say nothing else, and are taken out.
const FORMS: &[(&str, bool, Says)] = &[
    (
        r"(?:(?:goed )?(?:toegankelijk|bereikbaar) (?:voor|met) (?:een )?rolstoel(?:en|gebruikers)?|rolstoel(?:toegankelijk|vriendelijk|proof)?(?: (?:welkom|toegankelijk|kan|mogelijk))?|rolstoelen welkom|drempelvrij|wheelchairs? (?:accessible|friendly|access|welcome)|wheelchair)",
        true,
        |a| a.wheelchair = true,
    ),
    (r"(?:prikkelarm|rustige sfeer|rustige omgeving|quiet setting|low stimulus)", true, |a| a.quiet = true),
    (r"(?:rustig|quiet)", false, |a| a.quiet = true),
    (
        r"(?:(?:ook )?(?:kinderen|kids|kleinkinderen) (?:zijn )?(?:(?:ook )?welkom|mogen (?:ook )?mee(?:komen|doen)?|kunnen mee)|neem (?:gerust )?(?:de |je )?(?:kinderen|kids) mee|(?:children|kids) (?:are )?welcome|bring (?:the|your) (?:kids|children))",
        true,
        |a| a.children = true,
    ),
    (r"(?:met (?:de |je )?kinderen|met kids|voor kinderen|with children|with kids|for children)", false, |a| {
        a.children = true
    }),
    (
        r"(?:(?:je )?(?:aanmelden|opgeven|inschrijven|reserveren) (?:is )?(?:hoeft niet|niet nodig)|(?:niet|zonder) (?:aan te melden|aanmelden|aanmelding)|vrije inloop|loop (?:gerust |gewoon )?binnen|kom gewoon langs|no (?:registration|sign-?up|booking)(?: needed| required| necessary)?|just (?:walk|drop) in|walk-?in|drop-?in)",
        true,
        |a| a.walk_in = true,
    ),
    (r"(?:\p{L}*inloop)", false, |a| a.walk_in = true),
];

static ACCESS: LazyLock<Vec<(Regex, bool, Says)>> = LazyLock::new(|| {
    let made = FORMS
        .iter()
        .filter_map(|(form, alone, says)| Some((Regex::new(&format!(r"(?i)\b{form}\b")).ok()?, *alone, *says)));
    made.collect()
});

const LANGUAGE: &str = r"(?:nederlands|engels|arabisch|turks|berbers|tarifit|pools|oekra[iï]ens|russisch|spaans|frans|duits|portugees|italiaans|chinees|farsi|perzisch|dari|koerdisch|somali(?:sch)?|tigrinya|papiaments?|sranan|hindi|urdu|gebarentaal|dutch|english|arabic|turkish|berber|polish|ukrainian|russian|spanish|french|german|portuguese|italian|chinese|persian|kurdish|sign language)";

static LANGUAGES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let one = format!(r"(?:in\s+)?(?:het\s+)?{LANGUAGE}");
    Regex::new(&format!(
        r"(?i)\b(?:ook|also|we spreken ook|we also speak)\s+(?<all>{one}(?:\s*(?:,|en|and|of|or|/)\s*{one})*)\b"
    ))
    .ok()
});

/// For whom it is easy to reach; taken out where the words say nothing else.
pub fn access(rest: &mut Rest) -> Access {
    let mut access = Access::default();
    let text = rest.text().to_owned();
    if let Some(found) = LANGUAGES.as_ref().and_then(|r| r.captures(&text))
        && let (Some(whole), Some(all)) = (found.get(0), found.name("all"))
    {
        access.languages = languages(all.as_str());
        rest.take(whole.range());
    }
    for (form, alone, says) in ACCESS.iter() {
        let text = rest.text().to_owned();
        let Some(found) = form.find(&text) else { continue };
        says(&mut access);
        // 'Rustig' that stands by itself is taken out, 'rustig wandelen' stays.
        let by_itself = stands_alone(&text, found.start(), found.end());
        if *alone || by_itself {
            rest.take(found.range());
        }
    }
    access
}

/// Returns true if these words stand between commas or ends.
fn stands_alone(text: &str, from: usize, to: usize) -> bool {
    let ends = |c: char| !c.is_alphanumeric();
    let before = text.get(..from).unwrap_or_default().trim_end_matches(' ');
    let after = text.get(to..).unwrap_or_default().trim_start_matches(' ');
    !before.is_empty() && before.ends_with(ends) && (after.is_empty() || after.starts_with(ends))
}

/// 'Engels en Arabisch'.
fn languages(all: &str) -> Option<String> {
    let words = all.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let english = all.to_lowercase().contains("english") || all.to_lowercase().contains(" and ");
    let names: Vec<String> = words
        .filter(|w| !matches!(w.to_lowercase().as_str(), "in" | "het" | "en" | "and" | "of" | "or"))
        .map(|w| {
            let mut chars = w.chars();
            chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
        })
        .collect();
    let and = if english { " and " } else { " en " };
    match names.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [first @ .., last] => Some(format!("{}{and}{last}", first.join(", "))),
    }
}

/// How many forms could be made into expressions: of numbers, of access; and whether all others could.
#[cfg(test)]
pub fn forms() -> (usize, usize, bool) {
    let others = [AMOUNT.is_some(), GIFT.is_some(), FREE.is_some(), LANGUAGES.is_some()];
    (SEATS.len(), ACCESS.len(), others.into_iter().all(|o| o))
}
