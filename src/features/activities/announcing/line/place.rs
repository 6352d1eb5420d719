//! Where, in an activity's line: a place on the neighbourhood's list by its name, or the words behind 'in', 'bij', 'op' and
//! 'aan'. Pure.

use super::rest::{Rest, Word, fold};
use super::{PLACE_AT_MOST, Where};
use crate::text::length;

const ARTICLES: &[&str] = &["de", "het", "een", "t", "the", "a", "onze", "ons", "our"];

/// Words before a place.
const BEFORE: &[&str] =
    &["in", "bij", "op", "aan", "te", "at", "naar", "locatie", "waar", "plek", "plaats", "where", "location"];

/// Words behind which anything is a place, not only what has an article or a capital.
const SURELY: &[&str] = &["bij", "at", "naast", "tegenover", "achter", "locatie", "waar", "location", "verzamelen"];

/// Words behind which a place stands in own words.
const LEADS: &[&str] =
    &["in", "bij", "op", "aan", "at", "naast", "tegenover", "achter", "locatie", "waar", "location", "verzamelen"];

/// Nouns of places, whole or at the end of a word.
const NOUNS: &str = "buurthuis wijkcentrum buurtcentrum centrum park plein kerk moskee school bieb bibliotheek tuin zaal huis hal \
    kantine cafe speeltuin markt straat laan haven strand bos veld hofje keuken kamer huiskamer ruimte square \
    library garden church hall center centre kitchen room";

/// Nouns behind 'in de' that are no places.
const NO_PLACES: &str = "regen zon kou avond ochtend middag nacht weekend vakantie donker week buurt maand winter zomer lente herfst \
    nederlands engels english dutch hoogte evening morning afternoon dark rain hand band mode praktijk beurt \
    computer telefoon internet piano gitaar fiets water";

/// A stretch of words: from the one to before the other.
type Stretch = (usize, usize);

/// The place on the list that the line names, by its number; taken out.
pub fn listed(rest: &mut Rest, places: &[String]) -> Option<usize> {
    let words = rest.words();
    let names: Vec<Vec<String>> = places.iter().map(|p| name_of(p)).collect();
    let (place, (from, to)) = by_name(&words, &names).or_else(|| by_part(&words, &names))?;
    take(rest, &words, with_lead(&words, from), to);
    Some(place)
}

/// A place's name as words, without its article.
fn name_of(place: &str) -> Vec<String> {
    let words: Vec<String> = place.split_whitespace().map(fold).filter(|w| !w.is_empty()).collect();
    let article = words.len() > 1 && words.first().is_some_and(|w| ARTICLES.contains(&w.as_str()));
    words.into_iter().skip(usize::from(article)).collect()
}

/// The whole name, best behind 'in' or the like, the longest first.
fn by_name(words: &[Word], names: &[Vec<String>]) -> Option<(usize, Stretch)> {
    let mut best: Option<((bool, usize), usize, Stretch)> = None;
    for (place, name) in names.iter().enumerate().filter(|(_, n)| !n.is_empty()) {
        for from in 0..words.len() {
            let Some(to) = matched(words, from, name) else { continue };
            if is_part(words, from) {
                continue;
            }
            let led = with_lead(words, from) < from;
            // At the very beginning it is what the activity is called.
            let title = from == 0 && !words.get(to).is_some_and(|w| w.apart);
            let rank = (led, name.len());
            if (led || !title) && best.as_ref().is_none_or(|(r, ..)| rank > *r) {
                best = Some((rank, place, (from, to)));
            }
        }
    }
    best.map(|(_, place, at)| (place, at))
}

/// 'De tuin van het Badhuis' is not the Badhuis.
fn is_part(words: &[Word], from: usize) -> bool {
    let before = words.get(..from).unwrap_or_default().iter().rev();
    let of = before.map(|w| w.folded.as_str()).find(|w| !ARTICLES.contains(w));
    of.is_some_and(|w| matches!(w, "van" | "of"))
}

/// A part of a name that no other place has, behind 'in' or the like: 'in het buurthuis' for Buurthuis De Meevaart.
fn by_part(words: &[Word], names: &[Vec<String>]) -> Option<(usize, Stretch)> {
    for from in 0..words.len() {
        if with_lead(words, from) == from {
            continue;
        }
        for to in (from + 1..=words.len().min(from + 4)).rev() {
            let said: Vec<&str> = words.get(from..to)?.iter().map(|w| w.folded.as_str()).collect();
            if said.iter().all(|w| w.len() < 4 || ARTICLES.contains(w)) {
                continue;
            }
            if let Some(place) = only_one(&said, names) {
                return Some((place, (from, to)));
            }
        }
    }
    None
}

/// The one place that has these words in its name, in a row.
fn only_one(said: &[&str], names: &[Vec<String>]) -> Option<usize> {
    let has =
        |name: &Vec<String>| name.windows(said.len()).any(|w| w.iter().map(String::as_str).eq(said.iter().copied()));
    let mut found = names.iter().enumerate().filter(|(_, name)| !said.is_empty() && has(name));
    let (place, _) = found.next()?;
    found.next().is_none().then_some(place)
}

/// Where the name ends that begins at a word; articles within are left out.
fn matched(words: &[Word], from: usize, name: &[String]) -> Option<usize> {
    let mut at = from;
    for (n, part) in name.iter().enumerate() {
        while n > 0 && words.get(at).is_some_and(|w| w.folded != *part && ARTICLES.contains(&w.folded.as_str())) {
            at += 1;
        }
        if words.get(at)?.folded != *part {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The first word of what leads to the word: its articles, and a word like 'in' before them; the word itself where nothing does.
fn with_lead(words: &[Word], from: usize) -> usize {
    let mut at = from;
    let is = |i: usize, list: &[&str]| words.get(i).is_some_and(|w| list.contains(&w.folded.as_str()));
    while at > 0 && is(at - 1, ARTICLES) {
        at -= 1;
    }
    if at > 0 && is(at - 1, BEFORE) { at - 1 } else { from }
}

fn take(rest: &mut Rest, words: &[Word], from: usize, to: usize) {
    if let (Some(first), Some(last)) = (words.get(from), to.checked_sub(1).and_then(|l| words.get(l))) {
        rest.take(first.at.start..last.at.end);
    }
}

/// A place in own words, with its 'in' or 'bij', so that it reads as it was said; or on the list, where what stands by itself
/// is a part of one name alone. Taken out.
pub fn in_words(rest: &mut Rest, places: &[String]) -> Option<Where> {
    let words = rest.words();
    let led = (1..words.len()).find_map(|i| behind_lead(&words, i)).or_else(|| behind_lead(&words, 0));
    let names: Vec<Vec<String>> = places.iter().map(|p| name_of(p)).collect();
    let (from, to) = led.or_else(|| by_itself(&words, &names))?;
    let label =
        |w: &Word| matches!(w.folded.as_str(), "locatie" | "waar" | "location" | "plek") && w.typed.ends_with(':');
    let first = if words.get(from).is_some_and(label) { from + 1 } else { from };
    let typed: Vec<&str> = words.get(first..to)?.iter().map(|w| w.typed.as_str()).collect();
    let place = typed.join(" ");
    let place = place.trim_matches(|c: char| ",;:.!?()|@".contains(c) || c.is_whitespace()).to_owned();
    take(rest, &words, from, to);
    if let Some(listed) = only_one(&said(words.get(from..to)?), &names) {
        return Some(Where::Listed(listed));
    }
    Some(place).filter(|p| !p.is_empty() && length(p) <= PLACE_AT_MOST).map(Where::Words)
}

/// The words behind 'in' and the like, up to the next comma or gap.
fn behind_lead(words: &[Word], i: usize) -> Option<Stretch> {
    let word = words.get(i)?;
    let lead = LEADS.contains(&word.folded.as_str()) || word.typed.starts_with('@') && word.folded.len() > 1;
    if !lead {
        return None;
    }
    let end = (i + 1..words.len()).find(|n| words.get(*n).is_some_and(|w| w.apart)).unwrap_or(words.len());
    let typed_apart = word.typed.ends_with(':');
    let end = if typed_apart && end == i + 1 {
        (i + 2..words.len()).find(|n| words.get(*n).is_some_and(|w| w.apart)).unwrap_or(words.len())
    } else {
        end
    };
    if word.typed.starts_with('@') {
        return Some((i, end));
    }
    let next = words.get(i + 1).filter(|_| end > i + 1)?;
    let article = ARTICLES.contains(&next.folded.as_str()) || next.typed.starts_with(['\'', '’']);
    let noun = if article { words.get(i + 2).filter(|_| end > i + 2)? } else { next };
    let capital = noun.typed.chars().next().is_some_and(char::is_uppercase);
    let sure = SURELY.contains(&word.folded.as_str()) || article || capital || is_noun(&noun.folded);
    let none = NO_PLACES.split(' ').any(|w| w == noun.folded) || noun.folded.chars().all(|c| c.is_ascii_digit());
    (sure && !none).then_some((i, end))
}

fn is_noun(word: &str) -> bool {
    NOUNS.split(' ').any(|n| word.ends_with(n))
}

/// Words without their article.
fn said(words: &[Word]) -> Vec<&str> {
    let folded = words.iter().map(|w| w.folded.as_str());
    folded.enumerate().filter(|(i, w)| *i > 0 || !ARTICLES.contains(w)).map(|(_, w)| w).collect()
}

/// A few words by themselves behind the first: with the noun of a place among them ('…, kantine'), or a part of a name on the
/// list.
fn by_itself(words: &[Word], names: &[Vec<String>]) -> Option<Stretch> {
    let starts: Vec<usize> = (1..words.len()).filter(|i| words.get(*i).is_some_and(|w| w.apart)).collect();
    starts.iter().enumerate().find_map(|(n, from)| {
        let to = starts.get(n + 1).copied().unwrap_or(words.len());
        let part = words.get(*from..to).filter(|part| part.len() <= 4)?;
        let is_place = part.iter().any(|w| is_noun(&w.folded)) || only_one(&said(part), names).is_some();
        is_place.then_some((*from, to))
    })
}
