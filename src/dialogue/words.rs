//! Words that somebody types instead of pressing a button. 'boodschap', '2', 'ja graag' and 'CAFÉ' are understood; what
//! could mean two things is not guessed.

/// How many words somebody may put behind a label and still mean it: 'nee, dank je wel'.
const EXTRA_WORDS: usize = 3;

/// Letters and digits alone: small, without accents, one space between words.
pub fn fold(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars().flat_map(char::to_lowercase) {
        match c {
            // An accent written as a character of its own, and the apostrophe of "foto's".
            '\u{300}'..='\u{36f}' | '\'' | '’' => {}
            c if c.is_alphanumeric() => unaccented(c, &mut out),
            _ if out.is_empty() || out.ends_with(' ') => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn unaccented(c: char, out: &mut String) {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => out.push('a'),
        'ç' | 'ć' | 'č' => out.push('c'),
        'è'..='ë' | 'ē' | 'ę' | 'ě' => out.push('e'),
        'ğ' => out.push('g'),
        'ì'..='ï' | 'ī' | 'ı' => out.push('i'),
        'ł' => out.push('l'),
        'ñ' | 'ń' | 'ň' => out.push('n'),
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => out.push('o'),
        'ř' => out.push('r'),
        'ś' | 'ş' | 'š' | 'ș' => out.push('s'),
        'ţ' | 'ț' => out.push('t'),
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => out.push('u'),
        'ý' | 'ÿ' => out.push('y'),
        'ź' | 'ż' | 'ž' => out.push('z'),
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'ĳ' => out.push_str("ij"),
        c => out.push(c),
    }
}

/// The label that this is, word for word. `None` if two are alike.
pub(super) fn exactly(typed: &str, labels: &[String]) -> Option<usize> {
    let typed = fold(typed);
    only(labels, |label| !typed.is_empty() && fold(label) == typed)
}

/// Which choice is meant: the label itself, its number counted from 1, the label with a few words behind it, or a
/// beginning that no other label has. `None` if it could be two.
pub(super) fn meant(typed: &str, labels: &[String]) -> Option<usize> {
    if let Some(found) = exactly(typed, labels) {
        return Some(found);
    }
    let typed = fold(typed);
    if typed.is_empty() {
        return None;
    }
    let labels: Vec<String> = labels.iter().map(|l| fold(l)).collect();
    // Where labels begin with digits ('2 uur'), a number means the label, not its place.
    let numbered = !labels.iter().any(|l| l.starts_with(|c: char| c.is_ascii_digit()));
    if numbered && typed.bytes().all(|b| b.is_ascii_digit()) {
        let place = typed.parse::<usize>().ok()?.checked_sub(1)?;
        return (place < labels.len()).then_some(place);
    }
    let extra = |label: &String| {
        let rest = typed.strip_prefix(label.as_str()).filter(|_| !label.is_empty());
        rest.is_some_and(|r| r.starts_with(' ') && r.split_whitespace().count() <= EXTRA_WORDS)
    };
    only(&labels, |label| label.starts_with(&typed)).or_else(|| only(&labels, extra))
}

/// What somebody types who leaves it to us, folded.
const INDIFFERENT: &[&str] = &[
    "maakt niet uit",
    "maakt mij niet uit",
    "maakt me niet uit",
    "maakt niks uit",
    "dat maakt niet uit",
    "dat maakt mij niet uit",
    "dat maakt me niet uit",
    "het maakt niet uit",
    "het maakt mij niet uit",
    "het maakt me niet uit",
    "weet ik niet",
    "weet ik nog niet",
    "dat weet ik niet",
    "dat weet ik nog niet",
    "ik weet het niet",
    "ik weet het nog niet",
    "ik weet niet",
    "weet niet",
    "geen idee",
    "geen voorkeur",
    "ik heb geen voorkeur",
    "alles is goed",
    "alles goed",
    "maakt nix uit",
    "zeg jij maar",
    "kies jij maar",
    "it doesnt matter",
    "doesnt matter",
    "that doesnt matter",
    "i dont know",
    "dont know",
    "i dont know yet",
    "dont know yet",
    "no idea",
    "no preference",
    "i have no preference",
    "i dont mind",
    "dont mind",
    "dunno",
    "anything is fine",
    "whatever",
    "not sure",
    "im not sure",
];

/// Does somebody say that it makes no difference, or that they don't know? With a kind word behind it, too.
pub(super) fn is_indifferent(typed: &str) -> bool {
    let typed = fold(typed);
    let typed = typed.strip_suffix(" hoor").or_else(|| typed.strip_suffix(" sorry")).unwrap_or(&typed);
    INDIFFERENT.contains(&typed)
}

fn only(labels: &[String], fits: impl Fn(&String) -> bool) -> Option<usize> {
    let mut found = labels.iter().enumerate().filter(|(_, l)| fits(l)).map(|(i, _)| i);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(words: &[&str]) -> Vec<String> {
        words.iter().map(|w| (*w).to_owned()).collect()
    }

    #[test]
    fn what_is_typed_means_at_most_one_choice() {
        let help = ["🛒 Boodschappen", "Klusje", "Kinderen", "Café of thé"];
        let hours = ["2 uur", "3 uur", "10 uur"];
        let yes_no = ["Ja", "Nee"];
        for (labels_, typed, expected) in [
            (&help[..], "boodschappen", Some(0)),
            (&help, "BOOD", Some(0)),
            (&help, "boodschappen alsjeblieft!", Some(0)),
            (&help, "k", None),
            (&help, "kl", Some(1)),
            (&help, "cafe of the", Some(3)),
            (&help, "CAFE\u{301}", Some(3)),
            (&help, "3", Some(2)),
            (&help, "0", None),
            (&help, "5", None),
            (&help, "99999999999999999999999", None),
            (&help, "🛒", None),
            (&help, "", None),
            (&hours, "2", Some(0)),
            (&hours, "1", Some(2)),
            (&hours, "4", None),
            (&yes_no, "j", Some(0)),
            (&yes_no, "nee, dank je", Some(1)),
            (&yes_no, "Ja maar dat weet ik niet zeker", None),
            (&yes_no, "jawel", None),
        ] {
            assert_eq!(meant(typed, &labels(labels_)), expected, "{typed:?} among {labels_:?}");
        }
    }

    #[test]
    fn who_leaves_it_to_us_says_nothing_else() {
        for typed in ["Maakt niet uit", "maakt mij niet uit hoor!", "Weet ik niet.", "I don't know", "geen idee, sorry"]
        {
            assert!(is_indifferent(typed), "{typed}");
        }
        for typed in ["", "morgen, maakt niet uit hoe laat", "ik weet niet hoe de lamp open moet", "idee"] {
            assert!(!is_indifferent(typed), "{typed}");
        }
    }

    #[test]
    fn alike_labels_are_not_guessed() {
        assert_eq!(meant("later", &labels(&["Later", "later!"])), None);
        assert_eq!(exactly("stoppen", &labels(&["Stop"])), None);
    }
}
