//! Finds what is wrong with the texts before a resident does: a file that can't be read, a text that one language lacks, that
//! is filled in differently, or whose markup Telegram would refuse.

use std::collections::{BTreeMap, BTreeSet};

use super::{FILES, texts};
use crate::model::Language;

/// Everything that is wrong with the texts, in words for who changes them.
pub fn problems() -> Vec<String> {
    let mut found = texts().problems().to_vec();
    found.extend(compare(FILES));
    found
}

fn compare(files: &[(Language, &str, &str)]) -> Vec<String> {
    let mut found = Vec::new();
    let mut languages = Vec::new();
    for language in Language::ALL {
        let mut all: BTreeMap<&str, Text<'_>> = BTreeMap::new();
        for (_, name, source) in files.iter().filter(|f| f.0 == language) {
            for (id, text) in read(source) {
                let at = format!("{}/{name}.ftl: {id}", language.code());
                found.extend(markup(&text.words).map(|what| format!("{at} {what}")));
                if all.insert(id, text).is_some() {
                    found.push(format!("{at} stands there twice"));
                }
            }
        }
        languages.push((language.code(), all));
    }
    for (code, all) in &languages {
        for (other, those) in languages.iter().filter(|(other, _)| other != code) {
            for (id, text) in all {
                match those.get(id) {
                    None => found.push(format!("the text {id} is missing in {other}")),
                    Some(same) => found.extend(
                        text.filled
                            .difference(&same.filled)
                            .map(|name| format!("the text {id} fills in ${name} in {code}, and not in {other}")),
                    ),
                }
            }
        }
    }
    found
}

/// One text as it is written.
#[derive(Default)]
struct Text<'s> {
    words: String,
    /// The names of what is filled in.
    filled: BTreeSet<&'s str>,
}

/// The texts of a file. Fluent begins each at the line's beginning and goes on indented.
fn read(source: &str) -> Vec<(&str, Text<'_>)> {
    let mut found: Vec<(&str, Text<'_>)> = Vec::new();
    for line in source.lines().filter(|l| !l.starts_with('#')) {
        let start = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()));
        let words = match start {
            Some((id, words)) => {
                found.push((id.trim(), Text::default()));
                words
            }
            None => line,
        };
        let Some((_, text)) = found.last_mut() else { continue };
        text.words.push_str(words);
        text.words.push('\n');
        let name = |rest: &'_ str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        text.filled.extend(words.split('$').skip(1).map(|rest| &rest[..name(rest)]));
    }
    found
}

/// What Telegram would refuse of this markup (Bot API, 'HTML style'; we use the simplest of it).
fn markup(words: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    for tag in words.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else { return Some("has a < that begins no markup".into()) };
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !["a", "b", "i"].contains(&name) {
            return Some(format!("has <{tag}>: only <b>, <i> and <a href> are known"));
        }
        if !tag.starts_with('/') {
            open.push(name);
        } else if open.pop() != Some(name) {
            return Some(format!("has <{tag}> where nothing or something else was opened"));
        }
    }
    open.pop().map(|name| format!("does not close <{name}>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mistake_in_a_text_is_named() {
        let nl = "# x = <u>\na = Dag { $name }\n    { $n ->\n [one] <b>één</b>\n *[other] { $n }\n }\nb = x\nb-c = { $my-name}.";
        for (en, expected) in [
            ("a = Hi { $name } { $n }\nb = x\nb-c = {$my-name}", None),
            ("a = Hi { $name } { $n }\nb = x", Some("the text b-c is missing in en")),
            ("a = Hi { $name } { $n }\nb = x\nb-c = { $my-name}\nd = x", Some("the text d is missing in nl")),
            ("a = Hi { $n }\nb = x\nb-c = { $my-name}", Some("the text a fills in $name in nl, and not in en")),
            (
                "a = { $n } { $name }{ $x }\nb = x\nb-c = { $my-name}",
                Some("the text a fills in $x in en, and not in nl"),
            ),
            ("a = { $n } { $name }\nb = x\nb-c = { $my-name}\nb = y", Some("en/f.ftl: b stands there twice")),
            ("a = { $n } { $name }\nb = <b>x\nb-c = { $my-name}", Some("en/f.ftl: b does not close <b>")),
            (
                "a = { $n } { $name }\nb = <u>x\nb-c = { $my-name}",
                Some("en/f.ftl: b has <u>: only <b>, <i> and <a href> are known"),
            ),
            (
                "a = { $n } { $name }\nb = <b><i></b>\nb-c = { $my-name}",
                Some("en/f.ftl: b has </b> where nothing or something else was opened"),
            ),
            ("a = { $n } { $name }\nb = 1 < 2\nb-c = { $my-name}", Some("en/f.ftl: b has a < that begins no markup")),
        ] {
            let found = compare(&[(Language::Nl, "f", nl), (Language::En, "f", en)]);
            assert_eq!(found, expected.map(ToOwned::to_owned).into_iter().collect::<Vec<_>>(), "{en}");
        }
    }
}
