//! What is left of a line while one thing after the other is taken out of it. What was taken leaves a gap, so that places in
//! the line stay what they are, and words on both sides of it do not run together. Pure.

use std::ops::Range;

/// Stands for each byte that was taken out.
const GAP: char = '\u{1f}';

/// What is left of a line.
#[derive(Clone, Debug)]
pub struct Rest(String);

/// A word that is left, with where it stands.
#[derive(Clone, Debug)]
pub struct Word {
    /// Small letters and digits alone, without accents.
    pub folded: String,
    /// As it was typed.
    pub typed: String,
    /// Where.
    pub at: Range<usize>,
    /// Whether a gap, a comma or the like stands between it and the word before it.
    pub apart: bool,
}

impl Rest {
    /// All of a line. Several lines become one.
    pub fn of(line: &str) -> Rest {
        let lines = line.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|l| !l.is_empty());
        let one = lines.reduce(|all, l| {
            if all.ends_with([',', '.', '!', '?', ':']) { format!("{all} {l}") } else { format!("{all}, {l}") }
        });
        Rest(one.unwrap_or_default().replace(GAP, " "))
    }

    /// What is left, with room where something was.
    pub fn plain(&self) -> String {
        self.0.replace(GAP, " ")
    }

    /// What is left, with a sign where something was.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Takes something out.
    pub fn take(&mut self, at: Range<usize>) {
        if self.0.get(at.clone()).is_some() {
            let gap = GAP.to_string().repeat(at.len());
            self.0.replace_range(at, &gap);
        }
    }

    /// The words that are left.
    pub fn words(&self) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut from = 0;
        let mut apart = true;
        let ends = |c: char| c.is_whitespace() || c == GAP;
        for (at, c) in self.0.char_indices().chain(std::iter::once((self.0.len(), ' '))) {
            if !ends(c) {
                continue;
            }
            if let Some(typed) = self.0.get(from..at).filter(|w| !w.is_empty()) {
                let folded = fold(typed);
                if folded.is_empty() {
                    apart = true;
                } else {
                    // A sign behind it stays where the word is taken out.
                    let word = typed.trim_end_matches([',', ';', '.', '!', '?', ')', ':', '|']);
                    words.push(Word { folded, typed: typed.to_owned(), at: from..from + word.len(), apart });
                    apart = typed.ends_with([',', ';', '.', '!', '?', ')', ':', '|']);
                }
            }
            apart |= c == GAP;
            from = at + c.len_utf8();
        }
        words
    }

    /// What is left, cut where a comma, the end of a sentence or the like stands.
    pub fn parts(&self) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut chars = self.plain().chars().collect::<Vec<_>>().into_iter().peekable();
        while let Some(c) = chars.next() {
            let ends = match c {
                ';' | '|' | '!' | '?' | '•' => true,
                // '2,50' and '10.30' are no ends.
                ',' | '.' | ':' | '–' | '-' => chars.peek().is_none_or(|n| n.is_whitespace()),
                _ => false,
            };
            if !ends {
                parts.last_mut().into_iter().for_each(|p| p.push(c));
                continue;
            }
            if matches!(c, '!' | '?') {
                parts.last_mut().into_iter().filter(|p| !p.trim().is_empty()).for_each(|p| p.push(c));
            }
            parts.push(String::new());
        }
        parts
    }
}

/// Small letters and digits alone, without accents.
pub fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).filter_map(plain_letter).collect()
}

fn plain_letter(c: char) -> Option<char> {
    Some(match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        '\u{300}'..='\u{36f}' => return None,
        c if c.is_alphanumeric() => c,
        _ => return None,
    })
}
