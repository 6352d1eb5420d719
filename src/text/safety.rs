//! What a text holds that its writer may not want a whole group to read: where somebody lives, how to reach or to rob them.
//! Pure. It only ever leads to a question, so it would rather ask once too often; but it leaves ordinary numbers alone.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// Something that the writer is asked about first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// 'nummer 14', 'Dorpsstraat 12'.
    HouseNumber,
    /// A Dutch number, or one with a country's code.
    Phone,
    /// '1018 AB'.
    Postcode,
    /// An e-mail address.
    Email,
    /// A bank account's number.
    Iban,
    /// A citizen's number.
    Bsn,
    /// A link or a word for paying.
    Payment,
    /// Where a key lies.
    Key,
    /// That somebody is away from home.
    Away,
}

impl Finding {
    /// Text id of what it is called.
    pub fn text(self) -> &'static str {
        match self {
            Finding::HouseNumber => "finding-house-number",
            Finding::Phone => "finding-phone",
            Finding::Postcode => "finding-postcode",
            Finding::Email => "finding-email",
            Finding::Iban => "finding-iban",
            Finding::Bsn => "finding-bsn",
            Finding::Payment => "finding-payment",
            Finding::Key => "finding-key",
            Finding::Away => "finding-away",
        }
    }
}

/// Each finding with a pattern that shows it, and what else must hold for the match.
type Rule = (Finding, &'static str, fn(&Captures<'_>) -> bool);

const RULES: &[Rule] = &[
    (Finding::Iban, r"(?i)\b(?<iban>[a-z]{2}\d{2}(?:\s?[a-z0-9]){11,30})\b", is_iban),
    (Finding::Iban, r"(?i)\bNL\s?\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b", always),
    (
        Finding::HouseNumber,
        r"(?i)\b(?:huisnummer|huisnr|nummer|number|nr|flat|appartement|apartment|portiek|etage)\.?\s*\d{1,4}[a-z]?\b\s*(?<next>[\p{L}']*)",
        is_place,
    ),
    (
        Finding::HouseNumber,
        r"(?i)\b(?<street>\p{L}*(?:straat|laan|weg|plein|kade|gracht|hof|pad|dijk|singel|steeg|plantsoen|dreef|markt|wal|street|avenue|lane))\.?\s+\d{1,4}[a-z]?\b\s*(?<next>[\p{L}']*)",
        is_place,
    ),
    (Finding::HouseNumber, r"\b\d{1,4}[a-zA-Z]?\s+\p{Lu}\p{L}+\s+(?:Street|Avenue|Lane|Road)\b", always),
    (
        Finding::Phone,
        r"(?:^|[^\d+])(?:(?:\+|00)31[\s.()/–-]*(?:0|\(0\))?|0)[\s.()/–-]*[1-9](?:[\s.()/–-]*\d){8}(?:\D|$)",
        always,
    ),
    (Finding::Phone, r"(?:^|[^\d+])\+[1-9](?:[\s.()/–-]*\d){8,14}(?:\D|$)", always),
    (Finding::Postcode, r"\b[1-9]\d{3}\s?[A-Z]{2}\b", always),
    (Finding::Postcode, r"\b[1-9]\d{3}(?<next>[a-z]{2})\b", is_no_unit),
    (Finding::Email, r"(?i)[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}", always),
    (Finding::Bsn, r"(?i)\b(?:bsn|burgerservicenummer|sofinummer)\D{0,12}\d(?:[\s.]?\d){7,8}\b", always),
    (Finding::Bsn, r"(?:^|[^\d+.,])(?<bsn>\d(?:[\s.]?\d){8})(?:[^\d]|$)", is_bsn),
    (
        Finding::Payment,
        r"(?i)tikkie|betaal\s?verzoek|betaal\s?link|paypal\.me|bunq\.me|payreq|payment (?:link|request)|revolut\.me",
        always,
    ),
    (
        Finding::Key,
        r"(?i)\b\p{L}*sleutels?\b[^.!?\n]{0,30}\b(?:onder|ligt|liggen|hangt|hangen|verstopt|achter|in de|in het|bij de buren|naast)\b",
        always,
    ),
    (Finding::Key, r"(?i)\b(?:onder de mat|under the (?:mat|doormat|pot))\b", always),
    (
        Finding::Key,
        r"(?i)\bkeys?\b[^.!?\n]{0,30}\b(?:under|behind|hidden|in the|lies|hangs|is at)\b|\bsleutelkluis|\bkey\s?safe",
        always,
    ),
    (
        Finding::Away,
        r"(?i)\b(?:op|met|tijdens) (?:mijn |onze |de )?vakantie|\bniet thuis|\bvan huis\b|\bhuis (?:staat|is) leeg|\bleegstaand|\bin het buitenland",
        always,
    ),
    (
        Finding::Away,
        r"(?i)\b(?:ben|bent|zijn|is) (?:ik |we |wij )?(?:een |twee |drie |\d+ |paar |de hele |volgende |deze |komende |tot |dagen |dag |weken |week |weekend |maand |even )+weg\b",
        always,
    ),
    (
        Finding::Away,
        r"(?i)\bon (?:holiday|vacation)\b|\bnot (?:at )?home\b|\b(?:away|abroad) (?:for|until|from|this|next)\b|\bhouse is empty",
        always,
    ),
];

static PATTERNS: LazyLock<Vec<(Regex, &'static Rule)>> = LazyLock::new(|| {
    // A pattern that is none matches nothing; a test compiles each.
    RULES.iter().filter_map(|rule| Some((Regex::new(rule.1).ok()?, rule))).collect()
});

/// What a text holds, each once, in the order of [`Finding`].
pub fn findings(text: &str) -> Vec<Finding> {
    let hidden = |c: &char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let mut text: String = text.chars().filter(|c| !hidden(c)).collect();
    let mut found = Vec::new();
    for (pattern, (finding, _, holds)) in PATTERNS.iter() {
        let Some(whole) = pattern.captures_iter(&text).find(|c| holds(c)).and_then(|c| c.get(0)) else { continue };
        found.push(*finding);
        if *finding == Finding::Iban {
            // The digits of an account are no telephone number as well.
            text.replace_range(whole.range(), " ; ");
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn always(_: &Captures<'_>) -> bool {
    true
}

/// Words behind 'weg 12' or 'nummer 3' that make it no address.
const UNITS: &str = "uur u minuten minuut min dagen dag weken week maanden jaar keer x euro meter km kilo kg mensen personen \
    tassen dozen stoelen hours o'clock am pm days weeks people times januari februari maart april mei juni \
    juli augustus september oktober november december";

/// Words that end like a street and are none.
const NO_STREETS: &[&str] = &["onderweg", "halverwege", "weg", "pad", "hof", "markt", "supermarkt", "lane", "street"];

fn is_place(found: &Captures<'_>) -> bool {
    let next = found.name("next").map(|m| m.as_str().to_lowercase()).unwrap_or_default();
    let street = found.name("street").map(|m| m.as_str().to_lowercase()).unwrap_or_default();
    !UNITS.split(' ').any(|unit| unit == next) && !NO_STREETS.contains(&street.as_str())
}

fn is_no_unit(found: &Captures<'_>) -> bool {
    let next = found.name("next").map(|m| m.as_str()).unwrap_or_default();
    !["kg", "km", "ml", "cl", "cm", "mm", "gr", "mg", "st", "eu", "am", "pm", "er", "ste", "de"].contains(&next)
}

/// ISO 13616: the first four characters to the end, letters as 10 to 35, and the rest after division by 97 is 1.
fn is_iban(found: &Captures<'_>) -> bool {
    let Some(text) = found.name("iban") else { return false };
    let kept: Vec<char> = text.as_str().chars().filter(|c| !c.is_whitespace()).collect();
    if !(15..=34).contains(&kept.len()) {
        return false;
    }
    let turned = kept[4..].iter().chain(&kept[..4]);
    let rest = turned.filter_map(|c| c.to_digit(36)).fold(0u32, |rest, d| {
        let shift = if d > 9 { 100 } else { 10 };
        (rest * shift + d) % 97
    });
    rest == 1
}

/// The eleven test of a Dutch citizen's number: weights 9 to 2 and then −1, a sum that 11 divides.
fn is_bsn(found: &Captures<'_>) -> bool {
    let Some(text) = found.name("bsn") else { return false };
    let digits: Vec<i64> = text.as_str().chars().filter_map(|c| c.to_digit(10)).map(i64::from).collect();
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    digits.len() == weights.len()
        && digits.iter().any(|d| *d != 0)
        && digits.iter().zip(weights).map(|(d, w)| d * w).sum::<i64>() % 11 == 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Language;
    use crate::text::texts;

    #[test]
    fn every_pattern_is_one_and_every_finding_has_a_name() {
        assert_eq!(PATTERNS.len(), RULES.len());
        for (finding, ..) in RULES {
            for language in Language::ALL {
                assert!(texts().has(language, finding.text()), "{finding:?}");
            }
        }
    }

    #[test]
    fn what_asks_for_a_question() {
        use Finding::{Away, Bsn, Email, HouseNumber, Iban, Key, Payment, Phone, Postcode};
        for (text, expected) in [
            ("Kom naar nummer 14", &[HouseNumber][..]),
            ("wij wonen op nr. 3b", &[HouseNumber]),
            ("Dorpsstraat 12", &[HouseNumber]),
            ("dorpsstraat 12a, tweede bel", &[HouseNumber]),
            ("Ruysdaelkade 7-2 hoog", &[HouseNumber]),
            ("I live at 12 Main Street", &[HouseNumber]),
            ("flat 8 graag", &[HouseNumber]),
            ("Bel 06-12345678", &[Phone]),
            ("bel 06 12 34 56 78.", &[Phone]),
            ("0612345678", &[Phone]),
            ("020 – 123 45 67", &[Phone]),
            ("+31 (0)6 1234 5678", &[Phone]),
            ("+49 151 23456789", &[Phone]),
            ("06\u{200b}12345678", &[Phone]),
            ("bij 1018 AB", &[Postcode]),
            ("1018ab", &[Postcode]),
            ("mail jan.jansen@voorbeeld.nl", &[Email]),
            ("NL91 ABNA 0417 1643 00", &[Iban]),
            ("nl91abna0417164300", &[Iban]),
            ("NL91 ABNA 0417 1643 00 of 06 12345678", &[Phone, Iban]),
            ("DE89 3704 0044 0532 0130 00", &[Iban]),
            ("mijn BSN is 12345678", &[Bsn]),
            ("111222333", &[Bsn]),
            ("betaal via tikkie.me/pay/x", &[Payment]),
            ("ik stuur een betaalverzoek", &[Payment]),
            ("de sleutel ligt in de schuur", &[Key]),
            ("Sleutel zit onder de bloempot", &[Key]),
            ("huissleutels hangen achter de deur", &[Key]),
            ("the key is under the mat", &[Key]),
            ("Wij zijn op vakantie", &[Away]),
            ("ik ben overdag niet thuis", &[Away]),
            ("we zijn twee weken weg", &[Away]),
            ("ben ik een paar dagen weg", &[Away]),
            ("We are away for two weeks", &[Away]),
            ("Dorpsstraat 12, 1018 AB, 06-12345678", &[HouseNumber, Phone, Postcode]),
        ] {
            assert_eq!(findings(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_left_alone() {
        for text in [
            "",
            "twee tassen",
            "om 14 uur",
            "2 tassen om 14.30",
            "een kast van 120 bij 60",
            "Wie helpt op 24 november 2026?",
            "in 2026 om 3 uur",
            "10 kg aardappels",
            "1500kg is te zwaar",
            "onderweg 3 tassen",
            "op de weg 12 minuten",
            "supermarkt 2 keer",
            "bus nummer 14 uur",
            "mijn fietssleutel is kwijt",
            "sleutel laten bijmaken",
            "gooi maar weg",
            "de hond is weg",
            "een weekje samen wandelen",
            "thuis helpen met de computer",
            "123456789",
            "1000 stukjes van een puzzel",
            "@buurvrouw kun jij?",
            "12-11-2026",
            "Help! 👩🏽‍🦽",
            "مساعدة من فضلك",
        ] {
            assert_eq!(findings(text), &[], "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(crate::properties::config())]

        #[test]
        fn nothing_typed_is_too_much(text in any::<String>()) {
            findings(&text);
        }

        #[test]
        fn words_around_it_do_not_hide_a_number(before in "[a-z ]{0,12} ", after in " [a-z ]{0,12}") {
            let text = format!("{before}06 12345678{after}");
            prop_assert!(findings(&text).contains(&Finding::Phone));
        }
    }
}
