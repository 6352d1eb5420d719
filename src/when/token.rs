//! Cuts a sentence into words, numbers and signs, and says of each word what it can mean: the name of a day, a month, a
//! number. What people glue together ('14u30', 'dinsdagavond', 'halfnegen') comes apart here.

use super::lex::Lex;
use super::words;

/// A word, a number or a sign.
#[derive(Clone, Debug)]
pub struct Token {
    /// In small letters without accents.
    pub word: String,
    /// What it can mean.
    pub lex: Lex,
    /// No space before it.
    pub glued: bool,
    /// Where it begins in the text, in bytes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// One letter as it is compared: small, without accent, with one kind of quote and of dash.
fn plain(c: char) -> char {
    match c {
        'é' | 'ë' | 'è' | 'ê' | 'É' | 'Ë' | 'È' => 'e',
        'ï' | 'í' | 'Ï' => 'i',
        'ö' | 'ó' => 'o',
        'ü' | 'ú' => 'u',
        'á' | 'à' | 'ä' => 'a',
        '‘' | '’' | '´' | '`' | '‛' | '′' => '\'',
        '–' | '—' | '‐' | '‑' | '−' => '-',
        other => other.to_lowercase().next().unwrap_or(other),
    }
}

/// The words of a text.
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, plain(c))).collect();
    let at = |i: usize| chars.get(i).map_or('\0', |c| c.1);
    let byte = |i: usize| chars.get(i).map_or(text.len(), |c| c.0);
    let mut out: Vec<Token> = Vec::new();
    let mut i = 0;
    let mut glued = false;
    while i < chars.len() {
        let c = at(i);
        if c.is_whitespace() {
            glued = false;
            i += 1;
            continue;
        }
        let start = i;
        if c.is_ascii_digit() {
            while at(i).is_ascii_digit() {
                i += 1;
            }
        } else if dotted(&at, i) {
            while at(i).is_alphabetic() && at(i + 1) == '.' {
                i += 2;
            }
            if at(i).is_alphabetic() && !at(i + 1).is_alphabetic() {
                i += 1;
            }
        } else if matches!((c, at(i + 1), at(i + 2)), ('t', '/', 'm') | ('v', '/', 'd')) && !at(i + 3).is_alphabetic() {
            i += 3;
        } else if c.is_alphabetic() || c == '\'' && at(i + 1).is_alphabetic() {
            i += 1;
            while at(i).is_alphabetic() {
                i += 1;
            }
        } else {
            i += 1;
        }
        let word: String = chars
            .get(start..i)
            .unwrap_or_default()
            .iter()
            .map(|c| c.1)
            .filter(|c| *c != '.' || i - start == 1)
            .collect();
        // '14 à 15 uur'
        let word = if text.get(byte(start)..byte(i)) == Some("à") { "-".to_owned() } else { word };
        push(&mut out, word, glued, byte(start), byte(i));
        glued = true;
    }
    out
}

/// Returns whether a shortening of single letters with dots begins here ('a.s.', 'p.m.').
fn dotted(at: &impl Fn(usize) -> char, i: usize) -> bool {
    at(i).is_alphabetic() && at(i + 1) == '.' && at(i + 2).is_alphabetic() && !at(i + 3).is_alphabetic()
}

/// Adds a word, in two where it is made of two.
fn push(out: &mut Vec<Token>, word: String, glued: bool, from: usize, to: usize) {
    // 'v/d maand', 'v.d. maand'
    let word = if matches!(word.as_str(), "v/d" | "vd") { "van".to_owned() } else { word };
    if let Some((first, second)) = words::halves(&word) {
        // Where the second begins only matters for showing the place: the whole word is shown.
        for (half, glued) in [(first, glued), (second, true)] {
            let lex = lex(&half);
            out.push(Token { word: half, lex, glued, from, to });
        }
        return;
    }
    let lex = lex(&word);
    out.push(Token { word, lex, glued, from, to });
}

fn lex(word: &str) -> Lex {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        // A longer row of digits is no number that we read.
        return if word.len() <= 6 { word.parse().map_or(Lex::Other, Lex::Digits) } else { Lex::Other };
    }
    words::lex(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|t| t.word).collect()
    }

    #[test]
    fn what_is_glued_comes_apart() {
        assert_eq!(cut("14u30"), ["14", "u", "30"]);
        assert_eq!(cut("Dinsdagavond, halfnegen"), ["dinsdag", "avond", ",", "half", "negen"]);
        assert_eq!(cut("za a.s. t/m zo"), ["za", "as", "t/m", "zo"]);
        assert_eq!(cut("’s middags 2 p.m."), ["'s", "middags", "2", "pm"]);
        assert_eq!(cut("één café"), ["een", "cafe"]);
        assert_eq!(cut("5-12"), ["5", "-", "12"]);
    }
}
