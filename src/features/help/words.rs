//! Small words that people send to a bot as they would to a neighbour. They get a small answer, not 'I don't understand'.

/// What somebody meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Small {
    /// 'Hoi!'
    Hello,
    /// 'Dank je wel'
    Thanks,
    /// 'Help'
    Help,
}

const HELLO: &str = "hallo, hoi, hoi stoep, hallo stoep, hey, hee, hi, dag, goedemorgen, goedemiddag, goedenavond, hello, \
    good morning, good evening, wie ben je, wie ben jij, wat ben jij, who are you";

const THANKS: &str = "dank je, dank je wel, dankje, dankjewel, dank u, dank u wel, bedankt, heel erg bedankt, thanks, \
    thank you, super bedankt, top bedankt, oke bedankt, ok bedankt";

const HELP: &str = "help, hulp, menu, wat kan je, wat kun je, wat kan ik doen, what can you do";

/// The small words that this message consists of, if it does.
pub(super) fn small(text: &str) -> Option<Small> {
    let letters: String =
        text.to_lowercase().replace('é', "e").chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = letters.split_whitespace().collect::<Vec<_>>().join(" ");
    let is = |list: &str| list.split(", ").any(|known| known == words);
    if is(HELLO) {
        Some(Small::Hello)
    } else if is(THANKS) {
        Some(Small::Thanks)
    } else if is(HELP) {
        Some(Small::Help)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_are_known_and_longer_ones_are_not() {
        for (text, meant) in [
            ("Hoi!", Some(Small::Hello)),
            ("Goedemorgen 😊", Some(Small::Hello)),
            ("Dank je wel!!", Some(Small::Thanks)),
            ("Oké, bedankt", Some(Small::Thanks)),
            ("HELP", Some(Small::Help)),
            ("Hoi, wie kan mijn kraan maken?", None),
            ("bedankt voor niks", None),
            ("", None),
            ("😊", None),
        ] {
            assert_eq!(small(text), meant, "{text}");
        }
    }
}
