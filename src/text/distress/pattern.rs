//! Words in a row, as `dialogues/facts/distress.toml` writes them, and where they stand in a sentence.
//!
//! A sentence is looked at in windows of so many words that every place in it is one bit of a number: a word is found for all
//! places at once, and the whole takes time in proportion to the length of the text, whatever is written.

use std::collections::BTreeMap;

use super::fold::{fold_beginning, words};

/// Places between words, as bits: the lowest is before the first word.
type Places = u128;

/// The most words of a window.
const WINDOW: usize = 120;

/// How many words two windows share: more than any row of words is long.
const SHARED: usize = 30;

/// The most words that `..` stands for, and `...`.
const GAPS: [usize; 2] = [3, 6];

/// A word of the file, by number.
type WordId = usize;

/// The words that patterns ask for.
#[derive(Default)]
pub(super) struct Vocabulary {
    whole: BTreeMap<String, WordId>,
    beginnings: Vec<(String, WordId)>,
    size: usize,
}

impl Vocabulary {
    /// Of a word that is folded already.
    fn whole(&mut self, word: &str) -> WordId {
        let next = self.size;
        let id = *self.whole.entry(word.to_owned()).or_insert(next);
        self.size = self.size.max(id + 1);
        id
    }

    fn beginning(&mut self, word: &str) -> WordId {
        let begins = fold_beginning(word);
        if let Some((_, id)) = self.beginnings.iter().find(|(known, _)| *known == begins) {
            return *id;
        }
        self.beginnings.push((begins, self.size));
        self.size += 1;
        self.size - 1
    }
}

/// A part of a sentence, at most [`WINDOW`] words.
pub(super) struct Window {
    /// For each word of the vocabulary the places before which it stands.
    stands: Vec<Places>,
    words: usize,
    begins: bool,
    ends: bool,
}

impl Window {
    /// The windows of a sentence.
    pub(super) fn all<'s>(sentence: &'s [String], vocabulary: &'s Vocabulary) -> impl Iterator<Item = Window> + 's {
        let step = WINDOW - SHARED;
        let starts = (0..sentence.len()).step_by(step).filter(move |at| *at == 0 || at + SHARED < sentence.len());
        starts.map(move |at| {
            let words = &sentence[at..sentence.len().min(at + WINDOW)];
            Window::of(words, vocabulary, at == 0, at + words.len() == sentence.len())
        })
    }

    fn of(words: &[String], vocabulary: &Vocabulary, begins: bool, ends: bool) -> Window {
        let mut stands = vec![0; vocabulary.size];
        for (at, word) in words.iter().enumerate() {
            let place: Places = 1 << at;
            if let Some(id) = vocabulary.whole.get(word) {
                stands[*id] |= place;
            }
            for (_, id) in vocabulary.beginnings.iter().filter(|(begins, _)| begins_with(word, begins)) {
                stands[*id] |= place;
            }
        }
        Window { stands, words: words.len(), begins, ends }
    }

    /// Every place of the window.
    fn places(&self) -> Places {
        (1 << (self.words + 1)) - 1
    }
}

/// Returns true if a folded word begins so. What ends in 'd' is also a whole word, which then sounds like 't'.
fn begins_with(word: &str, begins: &str) -> bool {
    let is_whole = || begins.strip_suffix('d').is_some_and(|stem| word.strip_suffix('t') == Some(stem));
    word.starts_with(begins) || is_whole()
}

/// Something that stands in a sentence.
#[derive(Clone, Debug)]
pub(super) enum Pattern {
    Word(WordId),
    AnyWord,
    /// At most so many words.
    Gap(usize),
    Begin,
    End,
    Row(Vec<Pattern>),
    OneOf(Vec<Pattern>),
    Maybe(Box<Pattern>),
}

impl Pattern {
    /// Returns true if it stands anywhere in the window.
    pub(super) fn is_in(&self, window: &Window) -> bool {
        self.after(window, window.places()) != 0
    }

    /// The places behind it, where it begins at one of these.
    fn after(&self, window: &Window, from: Places) -> Places {
        if from == 0 {
            return 0;
        }
        match self {
            Pattern::Word(id) => (from & window.stands.get(*id).copied().unwrap_or_default()) << 1,
            Pattern::AnyWord => (from << 1) & window.places(),
            Pattern::Gap(most) => (0..=*most).fold(0, |all, words| all | from << words) & window.places(),
            Pattern::Begin => from & Places::from(window.begins),
            Pattern::End => from & if window.ends { 1 << window.words } else { 0 },
            Pattern::Row(row) => row.iter().fold(from, |from, part| part.after(window, from)),
            Pattern::OneOf(these) => these.iter().fold(0, |all, one| all | one.after(window, from)),
            Pattern::Maybe(part) => from | part.after(window, from),
        }
    }
}

/// Reads patterns, with the groups that they may name.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) vocabulary: Vocabulary,
    groups: BTreeMap<String, Pattern>,
}

impl Reader {
    /// Adds a group. It may name those that were added before.
    pub(super) fn add_group(&mut self, name: &str, lines: &[String]) -> Result<(), String> {
        let these = lines.iter().map(|line| self.read(line)).collect::<Result<_, _>>()?;
        self.groups.insert(name.to_owned(), Pattern::OneOf(these));
        Ok(())
    }

    /// Reads a line.
    pub(super) fn read(&mut self, line: &str) -> Result<Pattern, String> {
        let tokens = tokens(line);
        let mut rest = tokens.as_slice();
        let pattern = self.row(&mut rest)?;
        if rest.is_empty() { Ok(pattern) } else { Err(format!("‘{line}’ closes a bracket that was not opened")) }
    }

    /// A row up to its end, or to the `|` or `)` behind it.
    fn row(&mut self, rest: &mut &[String]) -> Result<Pattern, String> {
        let mut row = Vec::new();
        while let Some((token, behind)) = rest.split_first() {
            if token == "|" || token == ")" {
                break;
            }
            *rest = behind;
            match token.as_str() {
                "(" => row.push(self.one_of(rest)?),
                "?" => match row.pop() {
                    Some(last) => row.push(Pattern::Maybe(Box::new(last))),
                    None => return Err("a ? stands behind nothing".into()),
                },
                ".." => row.push(Pattern::Gap(GAPS[0])),
                "..." => row.push(Pattern::Gap(GAPS[1])),
                "^" => row.push(Pattern::Begin),
                "$" => row.push(Pattern::End),
                "*" => row.push(Pattern::AnyWord),
                word => row.push(self.word(word)?),
            }
        }
        if row.is_empty() { Err("nothing stands where words should".into()) } else { Ok(Pattern::Row(row)) }
    }

    fn one_of(&mut self, rest: &mut &[String]) -> Result<Pattern, String> {
        let mut these = vec![self.row(rest)?];
        while let Some((token, behind)) = rest.split_first() {
            *rest = behind;
            match token.as_str() {
                "|" => these.push(self.row(rest)?),
                _ => return Ok(Pattern::OneOf(these)),
            }
        }
        Err("a bracket is not closed".into())
    }

    fn word(&mut self, word: &str) -> Result<Pattern, String> {
        if let Some(name) = word.strip_prefix('<').and_then(|w| w.strip_suffix('>')) {
            return self.groups.get(name).cloned().ok_or_else(|| format!("there is no group <{name}>"));
        }
        if let Some(beginning) = word.strip_suffix('*') {
            return Ok(Pattern::Word(self.vocabulary.beginning(beginning)));
        }
        let mut row: Vec<Pattern> = words(word).iter().map(|w| Pattern::Word(self.vocabulary.whole(w))).collect();
        match row.len() {
            0 => Err(format!("‘{word}’ is no word")),
            1 => Ok(row.remove(0)),
            _ => Ok(Pattern::Row(row)),
        }
    }
}

/// The signs and words of a line.
fn tokens(line: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut word = String::new();
    for sign in line.chars() {
        if matches!(sign, '(' | ')' | '|' | '?') || sign.is_whitespace() {
            if !word.is_empty() {
                found.push(std::mem::take(&mut word));
            }
            if !sign.is_whitespace() {
                found.push(sign.to_string());
            }
        } else {
            word.push(sign);
        }
    }
    if !word.is_empty() {
        found.push(word);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::fold::sentences;
    use super::*;

    fn is_in(line: &str, text: &str) -> bool {
        let mut reader = Reader::default();
        reader.add_group("wie", &["hij".into(), "mijn (man|vrouw)".into()]).unwrap();
        let pattern = reader.read(line).unwrap();
        sentences(text).iter().any(|s| Window::all(s, &reader.vocabulary).any(|w| pattern.is_in(&w)))
    }

    #[test]
    fn words_stand_in_a_row() {
        for (line, text, stands) in [
            ("wil dood", "ik wil dood", true),
            ("wil dood", "ik wil niet dood", false),
            ("wil dood", "ik wil. dood", false),
            ("wil (echt|gewoon)? dood", "ik wil echt dood", true),
            ("wil (echt|gewoon)? dood", "ik wil dood", true),
            ("<wie> slaat (me|mij)", "mijn man slaat mij", true),
            ("<wie> slaat (me|mij)", "de man slaat mij", false),
            ("ligt .. grond", "ze ligt op de grond", true),
            ("ligt .. grond", "ze ligt daar nu op de koude grond", false),
            ("mishandel*", "hij is mishandeld", true),
            ("^ brand $", "brand!", true),
            ("^ brand $", "brand in de kachel", false),
            ("brand in *", "brand in huis", true),
            ("brand in *", "brand in", false),
        ] {
            assert_eq!(is_in(line, text), stands, "{line}: {text}");
        }
    }

    #[test]
    fn long_sentences_are_looked_at_everywhere() {
        for before in 0..300 {
            let text = format!("{}ik wil echt dood", "la ".repeat(before));
            assert!(is_in("wil echt dood $", &text), "{before}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for line in ["", "(a", "a)", "<x> a", "? a", "a (|b)", "-"] {
            assert!(Reader::default().read(line).is_err(), "{line}");
        }
    }
}
