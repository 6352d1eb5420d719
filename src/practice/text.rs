//! A message's words with what Telegram marks in them. Places are counted in UTF-16 units, as the Bot API does.

use serde::Serialize;
use serde_json::Value;

/// One marked stretch of a text, in the Bot API's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entity {
    /// `bold`, `text_link`, `bot_command` …
    #[serde(rename = "type")]
    pub kind: String,
    /// Where it begins, in UTF-16 units.
    pub offset: usize,
    /// How long it is, in UTF-16 units.
    pub length: usize,
    /// Where a `text_link` leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whom a `text_mention` means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<Value>,
    /// The programming language of a `pre`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Which emoji a `custom_emoji` shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_emoji_id: Option<String>,
}

impl Entity {
    /// An entity that needs no more than its kind and place.
    pub fn plain(kind: &str, offset: usize, length: usize) -> Entity {
        Entity { kind: kind.into(), offset, length, url: None, user: None, language: None, custom_emoji_id: None }
    }

    fn end(&self) -> usize {
        self.offset + self.length
    }
}

/// Words and what is marked in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub words: String,
    pub entities: Vec<Entity>,
}

/// The length as the Bot API counts places.
pub(super) fn utf16_len(words: &str) -> usize {
    words.chars().map(char::len_utf16).sum()
}

impl Text {
    /// What a person typed: trimmed, with commands, mentions, hashtags and addresses found.
    pub fn typed(words: &str) -> Text {
        Text { words: words.into(), entities: Vec::new() }.tidied()
    }

    /// As Telegram keeps it: control characters gone, no white space at the ends, what it recognises marked.
    pub fn tidied(mut self) -> Text {
        let (words, moved) = clean(&self.words);
        let lead: usize = words.chars().take_while(|c| c.is_whitespace()).map(char::len_utf16).sum();
        self.words = words.trim().to_owned();
        let whole = utf16_len(&self.words);
        let place = |at: usize| moved.get(at).copied().unwrap_or(usize::MAX).saturating_sub(lead).min(whole);
        for e in &mut self.entities {
            let end = place(e.end());
            e.offset = place(e.offset);
            e.length = end.saturating_sub(e.offset);
        }
        self.entities.retain(|e| e.length > 0);
        for found in recognise(&self.words) {
            let taken = |e: &Entity| {
                let crosses = e.offset < found.end() && found.offset < e.end();
                crosses && (!is_style(&e.kind) || e.offset > found.offset || e.end() < found.end())
            };
            if !self.entities.iter().any(taken) {
                self.entities.push(found);
            }
        }
        sort(&mut self.entities);
        self
    }

    /// The words with Telegram's HTML round what a bot marked; what Telegram recognises by itself stays plain.
    pub fn html(&self) -> String {
        let mut out = String::new();
        let mut open: Vec<&Entity> = Vec::new();
        let mut marked = self.entities.iter().filter(|e| tag(e).is_some()).peekable();
        let mut at = 0;
        for c in self.words.chars().map(Some).chain([None]) {
            while open.last().is_some_and(|e| e.end() <= at) {
                if let Some((_, end)) = open.pop().and_then(tag) {
                    out.push_str(end);
                }
            }
            let Some(c) = c else { break };
            while let Some(e) = marked.next_if(|e| e.offset <= at) {
                if let Some((start, _)) = tag(e) {
                    out.push_str(&start);
                    open.push(e);
                }
            }
            push_escaped(&mut out, c);
            at += c.len_utf16();
        }
        out
    }
}

/// In the order of the text, the outer before the inner.
pub(super) fn sort(entities: &mut [Entity]) {
    entities.sort_by(|a, b| a.offset.cmp(&b.offset).then(b.length.cmp(&a.length)).then_with(|| a.kind.cmp(&b.kind)));
}

/// Takes out what Telegram takes out (carriage returns, marks that turn the writing direction) and puts spaces in the place
/// of control characters. Also says, for each UTF-16 place in the old text, the place in the new one.
fn clean(words: &str) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(words.len());
    let (mut moved, mut at) = (Vec::with_capacity(words.len() + 1), 0);
    for c in words.chars() {
        moved.extend(std::iter::repeat_n(at, c.len_utf16()));
        let kept = match c {
            '\r' | '\u{2028}'..='\u{202e}' => continue,
            '\n' => c,
            c if c < ' ' => ' ',
            c => c,
        };
        out.push(kept);
        at += kept.len_utf16();
    }
    moved.push(at);
    (out, moved)
}

fn is_style(kind: &str) -> bool {
    matches!(
        kind,
        "bold" | "italic" | "underline" | "strikethrough" | "spoiler" | "blockquote" | "expandable_blockquote"
    )
}

fn push_escaped(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        c => out.push(c),
    }
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    words.chars().for_each(|c| push_escaped(&mut out, c));
    out
}

fn tag(e: &Entity) -> Option<(String, &'static str)> {
    let fixed = |name: &str| format!("<{name}>");
    Some(match e.kind.as_str() {
        "bold" => (fixed("b"), "</b>"),
        "italic" => (fixed("i"), "</i>"),
        "underline" => (fixed("u"), "</u>"),
        "strikethrough" => (fixed("s"), "</s>"),
        "spoiler" => (fixed("tg-spoiler"), "</tg-spoiler>"),
        "code" => (fixed("code"), "</code>"),
        "pre" => (fixed("pre"), "</pre>"),
        "blockquote" => (fixed("blockquote"), "</blockquote>"),
        "expandable_blockquote" => (fixed("blockquote expandable"), "</blockquote>"),
        "text_link" => (format!("<a href=\"{}\">", escaped(e.url.as_deref().unwrap_or_default())), "</a>"),
        "text_mention" => {
            let id = e.user.as_ref().and_then(|u| u["id"].as_i64()).unwrap_or_default();
            (format!("<a href=\"tg://user?id={id}\">"), "</a>")
        }
        "custom_emoji" => {
            let id = escaped(e.custom_emoji_id.as_deref().unwrap_or_default());
            (format!("<tg-emoji emoji-id=\"{id}\">"), "</tg-emoji>")
        }
        _ => return None,
    })
}

/// Commands, mentions, hashtags and web addresses. (Telegram also finds e-mail addresses, phone numbers and more.)
fn recognise(words: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut rest = words.chars();
    let mut at = 0;
    loop {
        let here = rest.as_str();
        let kind = match here.chars().next() {
            None => return found,
            Some('/') if !is_word(before) && before != '/' => command(here).map(|n| ("bot_command", n)),
            Some('@') if !is_word(before) => mention(here).map(|n| ("mention", n)),
            Some('#') if !is_word(before) => hashtag(here).map(|n| ("hashtag", n)),
            Some('h' | 'H' | 't' | 'T') if !is_word(before) && before != '.' => address(here).map(|n| ("url", n)),
            Some(_) => None,
        };
        let count = kind.map_or(1, |(kind, count)| {
            let length = here.chars().take(count).map(char::len_utf16).sum();
            found.push(Entity::plain(kind, at, length));
            count
        });
        for _ in 0..count {
            if let Some(c) = rest.next() {
                before = c;
                at += c.len_utf16();
            }
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn name_len(words: &str) -> usize {
    words.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').count()
}

/// How many characters of the beginning are a command, with the bot that it names.
fn command(here: &str) -> Option<usize> {
    let name = name_len(&here[1..]);
    if !(1..=64).contains(&name) {
        return None;
    }
    let mut count = 1 + name;
    let after = &here[count..];
    if let Some(bot) = after.strip_prefix('@') {
        let bot = name_len(bot);
        if (3..=32).contains(&bot) {
            count += 1 + bot;
        }
    }
    let next = here[count..].chars().next();
    (!next.is_some_and(|c| is_word(c) || c == '/')).then_some(count)
}

fn mention(here: &str) -> Option<usize> {
    let name = name_len(&here[1..]);
    let next = here[1 + name..].chars().next();
    ((3..=32).contains(&name) && !next.is_some_and(is_word)).then_some(1 + name)
}

fn hashtag(here: &str) -> Option<usize> {
    let name: Vec<char> = here.chars().skip(1).take_while(|c| is_word(*c)).collect();
    name.iter().any(|c| c.is_alphabetic()).then_some(1 + name.len())
}

fn address(here: &str) -> Option<usize> {
    let start = ["https://", "http://", "t.me/"]
        .into_iter()
        .find(|start| here.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))?;
    let mut chars: Vec<char> = here.chars().take_while(|c| !c.is_whitespace() && !"<>\"".contains(*c)).collect();
    while chars.last().is_some_and(|c| ".,:;!?'()".contains(*c)) {
        chars.pop();
    }
    (chars.len() > start.len()).then_some(chars.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(words: &str) -> Vec<(String, usize, usize)> {
        Text::typed(words).entities.into_iter().map(|e| (e.kind, e.offset, e.length)).collect()
    }

    #[test]
    fn what_telegram_recognises_is_marked_in_utf16_units() {
        assert_eq!(kinds("/start abc"), [("bot_command".into(), 0, 6)]);
        assert_eq!(kinds("👋 /vraag@stoep_bot boor"), [("bot_command".into(), 3, 16)]);
        assert_eq!(kinds("en/of a/b /a/b"), []);
        assert_eq!(kinds("hoi @joop, #buurt"), [("mention".into(), 4, 5), ("hashtag".into(), 11, 6)]);
        assert_eq!(kinds("mail a@buurt.nl"), []);
        assert_eq!(kinds("(zie https://a.nl/x.)"), [("url".into(), 5, 14)]);
    }

    #[test]
    fn ends_are_trimmed_and_marks_move_along() {
        let text = Text { words: "  \u{1}dag  ".into(), entities: vec![Entity::plain("bold", 0, 8)] }.tidied();
        assert_eq!((text.words.as_str(), text.html().as_str()), ("dag", "<b>dag</b>"));
        let text = Text { words: "\r\na\u{202e}👩\tb".into(), entities: vec![Entity::plain("bold", 4, 3)] }.tidied();
        assert_eq!((text.words.as_str(), text.html().as_str()), ("a👩 b", "a<b>👩 </b>b"));
    }

    #[test]
    fn html_nests_and_escapes() {
        let text = Text {
            words: "a <b> 👩c".into(),
            entities: vec![Entity::plain("bold", 0, 8), Entity::plain("italic", 6, 2)],
        };
        assert_eq!(text.html(), "<b>a &lt;b&gt; <i>👩</i></b>c");
    }
}
