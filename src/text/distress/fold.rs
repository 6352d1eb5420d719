//! Words as they sound: what somebody types in haste or spells by ear is the same word still.

use crate::text::words::is_unseen;

/// The sentences of a text, each as its folded words. Ends at a full stop, a mark or a new line.
pub(super) fn sentences(text: &str) -> Vec<Vec<String>> {
    let text: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    text.split(['.', '!', '?', '\n', ';', '…', '؟']).map(words).filter(|words| !words.is_empty()).collect()
}

/// The folded words of a sentence. An apostrophe joins: `m'n` is `mn`.
pub(super) fn words(sentence: &str) -> Vec<String> {
    let kept: String = sentence
        .to_lowercase()
        .chars()
        .filter(|c| !matches!(c, '\'' | '’' | '‘' | '`' | '´' | '\u{300}'..='\u{36f}'))
        .map(|c| if c.is_alphanumeric() { plain(c) } else { ' ' })
        .collect();
    kept.split_whitespace().flat_map(parted).map(|word| fold(&word)).collect()
}

/// A letter without its accent.
fn plain(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

/// 'ikwil' is two words, and so is 'kwil'.
fn parted(word: &str) -> Vec<String> {
    const VERBS: [&str; 12] = ["wil", "kan", "ben", "heb", "word", "zie", "voel", "wou", "zit", "durf", "maak", "hoef"];
    match word.strip_prefix("ik").or_else(|| word.strip_prefix('k')) {
        Some(rest) if VERBS.iter().any(|verb| rest.starts_with(verb)) => vec!["ik".to_owned(), rest.to_owned()],
        _ => vec![word.to_owned()],
    }
}

/// One word as it sounds. Words of up to three letters stay as they are: 'me' is not 'mee'.
pub(super) fn fold(word: &str) -> String {
    let mut sound = fold_beginning(word);
    if word.chars().count() > 3 && word.is_ascii() && sound.ends_with('d') {
        sound.pop();
        sound.push('t');
    }
    sound
}

/// The beginning of a word as it sounds: as [`fold`], but for a 'd' at the end, which sounds like 't' only where the word ends.
pub(super) fn fold_beginning(word: &str) -> String {
    if word.chars().count() <= 3 || !word.is_ascii() {
        return word.to_owned();
    }
    let sound = word
        .replace("sch", "sg")
        .replace("ch", "g")
        .replace("ph", "f")
        .replace("ck", "k")
        .replace("ei", "ij")
        .replace("dt", "t")
        .replace('y', "i")
        .replace('v', "f")
        .replace('z', "s")
        .replace('c', "k");
    let mut folded = String::with_capacity(sound.len());
    for letter in sound.chars() {
        if !folded.ends_with(letter) {
            folded.push(letter);
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_sound_alike_are_one() {
        for (one, other) in [
            ("zelfmoord", "selfmoort"),
            ("dood", "doodd"),
            ("dood", "dooood"),
            ("geslagen", "geslaagen"),
            ("wordt", "word"),
            ("alleen", "aleen"),
            ("veilig", "vijlig"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        for (one, other) in [("me", "mee"), ("dood", "boot"), ("slaat", "praat"), ("ik", "ok")] {
            assert_ne!(fold(one), fold(other));
        }
    }

    #[test]
    fn a_text_falls_apart_into_sentences() {
        assert_eq!(
            sentences("Ik ben m'n pas kwijt. Help!\n\n!?"),
            [vec!["ik", "ben", "mn", "pas", "kwijt"], vec!["help"]]
        );
    }
}
