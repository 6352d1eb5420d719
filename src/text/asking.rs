//! Does a sentence plainly ask neighbours for help? Pure. It only ever leads to an offer, so it need not be sure; but it leaves alone what is a
//! question to Stoep itself.

use std::sync::LazyLock;

use regex::Regex;

/// How people begin who ask neighbours for something. A greeting or two words may stand before it.
const ASKS: &str = r"(?x)
    (?:^|[.!?,;:\n]\s*|^(?:\S+\s+){1,3})
    (?:
        wie\s+(?:kan|kunnen|wil|zou|heeft|helpt|gaat\s+(?:er\s+)?mee|weet\s+(?:een|iemand)|komt|brengt|rijdt|past|doet|maakt|haalt|tilt|leent|geeft)
      | (?:kan|kun|wil|zou|heeft|gaat|weet|is\s+er)\s+(?:er\s+)?(?:hier\s+)?(?:iemand|een\s+buur\p{L}*|iemant)
      | ik\s+(?:zoek|vraag|heb|wil\s+graag)\s+(?:nog\s+|dringend\s+)?(?:iemand|een\s+(?:buur\p{L}*|vrijwilliger|maatje|oppas|lift|hulp)|hulp\s+(?:bij|met|nodig|om|voor))
      | (?:ik|wij|we)\s+(?:ben|zijn)\s+op\s+zoek\s+naar
      | (?:kun|kunt|kan)\s+(?:je|u|jullie)\s+(?:mij|me|ons)\s+helpen\s+(?:met|om|bij)
      | help\s+(?:mij|me|ons)\s+(?:met|om|bij)
      | (?:iemand|hulp|oppas|maatje|buur\p{L}*)\s+(?:gezocht|nodig)
      | (?:gezocht|te\s+leen\s+gevraagd)\b
      | (?:can|could|would|does|is\s+there|has)\s+(?:somebody|someone|anybody|anyone|any\s+neighbou?r)
      | who\s+(?:can|could|would|wants|has|knows\s+(?:a|somebody|someone))
      | i\s*(?:am|'m)?\s*(?:look(?:ing)?\s+for|need)\s+(?:somebody|someone|a\s+neighbou?r|help\s+(?:with|to|from)|a\s+(?:hand|lift|ride|babysitter))
    )\b";

/// What is asked of Stoep or the team, not of neighbours.
const NOT: &str = r"(?x)
    \b(?:
        wie\s+(?:kan|wil)\s+(?:dit|dat|mijn\s+vraag|mijn\s+naam)\s+(?:zien|lezen)
      | (?:vertellen|zeggen|uitleggen)\s+(?:hoe\s+laat|wanneer|waar|wat|wie|hoe)
      | who\s+can\s+(?:see|read)\s+(?:this|that|my)
      | (?:tell|explain\s+to)\s+me\s+(?:when|where|what|who|how)
    )\b";

static PATTERNS: LazyLock<Option<(Regex, Regex)>> =
    LazyLock::new(|| Some((Regex::new(&format!("(?i){ASKS}")).ok()?, Regex::new(&format!("(?i){NOT}")).ok()?)));

/// Returns true if these words plainly ask neighbours for help.
pub fn asks_for_help(words: &str) -> bool {
    PATTERNS.as_ref().is_some_and(|(asks, not)| asks.is_match(words.trim()) && !not.is_match(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_for_neighbours_is_one() {
        for words in [
            "Wie kan mijn lamp ophangen?",
            "wie wil er met mij naar de markt",
            "Hallo, wie heeft een ladder te leen",
            "kan iemand zaterdag helpen met verhuizen",
            "Zou iemand mijn plantjes water kunnen geven",
            "Is er iemand die mij naar het ziekenhuis kan brengen?",
            "heeft iemand een boor",
            "ik zoek iemand die mijn hond uitlaat",
            "Ik zoek hulp bij mijn belasting",
            "ik heb hulp nodig met een formulier",
            "wij zijn op zoek naar een oppas",
            "Kunt u mij helpen met mijn telefoon?",
            "help mij met mijn computer",
            "Goedemorgen buren, wie rijdt mij dinsdag naar Utrecht?",
            "oppas gezocht voor vrijdag",
            "Te leen gevraagd: een tent",
            "can somebody help me with my phone",
            "who can water my plants",
            "Is there anyone who could walk my dog?",
            "I'm looking for someone to play chess with",
            "i need help with a form",
            "I need a lift to the hospital",
        ] {
            assert!(asks_for_help(words), "{words}");
        }
    }

    #[test]
    fn what_is_asked_of_stoep_is_none() {
        for words in [
            "wie ben jij",
            "hoe laat is de koffie?",
            "wie kan mijn vraag zien?",
            "kan iemand mij vertellen wanneer de koffie is",
            "dank je wel",
            "ik wil helpen",
            "waar is het buurthuis",
            "wat kun je",
            "ik ben er dinsdag niet",
            "de lamp hangt",
            "leuk!",
            "nee hoor",
            "who are you",
            "who can see my name",
            "when is the coffee",
            "thank you",
            "I want to help",
            "",
        ] {
            assert!(!asks_for_help(words), "{words}");
        }
    }
}
