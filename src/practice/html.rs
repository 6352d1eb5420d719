//! Telegram's HTML, read as its server reads it: the same tags, the same complaints in the same words.

use super::text::{Entity, Text, sort};

/// What Telegram calls the text in a tag. `None` if it knows no such tag.
fn kind_of(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "a" => "text_link",
        "b" | "strong" => "bold",
        "i" | "em" => "italic",
        "u" | "ins" => "underline",
        "s" | "strike" | "del" => "strikethrough",
        "span" | "tg-spoiler" => "spoiler",
        "blockquote" => "blockquote",
        "pre" => "pre",
        "code" => "code",
        "tg-emoji" => "custom_emoji",
        _ => return None,
    })
}

/// A tag that was opened and waits for its end.
struct Open {
    name: String,
    /// What its attribute says: an address, a class, an emoji's number.
    says: String,
    expandable: bool,
    /// Where its text begins, in UTF-16 units and in bytes of the text so far.
    offset: usize,
    byte: usize,
}

/// The text and its entities, or what the server says after "can't parse entities: ".
pub(super) fn parse(html: &str) -> Result<Text, String> {
    let mut reader = Reader { html, at: 0 };
    let mut text = Text::default();
    let mut offset = 0;
    let mut open: Vec<Open> = Vec::new();
    while let Some(c) = html[reader.at..].chars().next() {
        match c {
            '&' => {
                let c = reader.character();
                text.words.push(c);
                offset += c.len_utf16();
            }
            '<' if html[reader.at..].starts_with("</") => {
                let Some(tag) = open.pop() else {
                    return Err(format!("Unexpected end tag at byte offset {}", reader.at));
                };
                reader.end_tag(&tag.name)?;
                close(tag, &mut text, offset, open.last());
            }
            '<' => {
                let mut tag = reader.start_tag()?;
                tag.offset = offset;
                tag.byte = text.words.len();
                open.push(tag);
            }
            c => {
                text.words.push(c);
                offset += c.len_utf16();
                reader.at += c.len_utf8();
            }
        }
    }
    if let Some(tag) = open.pop() {
        return Err(format!("Can't find end tag corresponding to start tag \"{}\"", tag.name));
    }
    sort(&mut text.entities);
    Ok(text)
}

/// Makes an entity of a closed tag.
fn close(tag: Open, text: &mut Text, end: usize, outer: Option<&Open>) {
    let length = end - tag.offset;
    if length == 0 {
        return;
    }
    let Some(kind) = kind_of(&tag.name) else { return };
    let kind = if tag.expandable { "expandable_blockquote" } else { kind };
    let mut entity = Entity::plain(kind, tag.offset, length);
    match kind {
        "text_link" => {
            let url = if tag.says.is_empty() { text.words[tag.byte..].to_owned() } else { tag.says };
            // An address that Telegram cannot use leaves plain text behind, without a complaint.
            let Some(url) = link(&url) else { return };
            entity.url = Some(url);
        }
        "custom_emoji" => entity.custom_emoji_id = Some(tag.says),
        "code" if outer.is_some_and(|o| o.name == "pre" && o.offset == tag.offset) => {
            let Some(language) = tag.says.strip_prefix("language-") else { return };
            entity.kind = "pre".into();
            entity.language = Some(language.to_owned());
        }
        // <pre><code class="language-x"> is one entity.
        "pre" if text.entities.iter().any(|e| e.kind == "pre" && e.offset == tag.offset && e.length == length) => {
            return;
        }
        _ => {}
    }
    text.entities.push(entity);
}

/// An address as Telegram keeps it, if it is one that it opens.
pub(super) fn link(url: &str) -> Option<String> {
    let url = url.trim();
    let known = ["http://", "https://", "tg://", "ton://"];
    let lower = url.to_ascii_lowercase();
    if known.iter().any(|start| lower.starts_with(start)) {
        return url::Url::parse(url).ok().map(String::from);
    }
    if url.contains("://") || url.contains(char::is_whitespace) || !url.contains('.') {
        return None;
    }
    url::Url::parse(&format!("http://{url}")).ok().map(String::from)
}

struct Reader<'a> {
    html: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.html.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|c| c.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn take_while(&mut self, good: impl Fn(u8) -> bool) -> String {
        let from = self.at;
        while self.peek().is_some_and(&good) {
            self.at += 1;
        }
        String::from_utf8_lossy(&self.html.as_bytes()[from..self.at]).into_owned()
    }

    /// One character at an `&`: Telegram knows four names and numbers; everything else is an ampersand.
    fn character(&mut self) -> char {
        let rest = &self.html[self.at + 1..];
        let (c, mut length) = if let Some(number) = rest.strip_prefix('#') {
            let (digits, radix) = match number.strip_prefix(['x', 'X']) {
                Some(hex) => (hex, 16),
                None => (number, 10),
            };
            let count = digits.chars().take_while(|c| c.is_digit(radix)).count();
            let c = u32::from_str_radix(&digits[..count], radix).ok().filter(|c| *c != 0).and_then(char::from_u32);
            (c, 1 + usize::from(radix == 16) + count)
        } else {
            let count = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            let c = match &rest[..count] {
                "lt" => Some('<'),
                "gt" => Some('>'),
                "amp" => Some('&'),
                "quot" => Some('"'),
                _ => None,
            };
            (c, count)
        };
        let Some(c) = c else {
            self.at += 1;
            return '&';
        };
        if rest.as_bytes().get(length) == Some(&b';') {
            length += 1;
        }
        self.at += 1 + length;
        c
    }

    fn end_tag(&mut self, expected: &str) -> Result<(), String> {
        let begin = self.at;
        self.at += 2;
        let name = self.take_while(|c| !c.is_ascii_whitespace() && c != b'>').to_ascii_lowercase();
        self.skip_space();
        if self.peek() != Some(b'>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        if !name.is_empty() && name != expected {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{expected}>\", found \"</{name}>\""
            ));
        }
        Ok(())
    }

    fn start_tag(&mut self) -> Result<Open, String> {
        let begin = self.at;
        self.at += 1;
        let name = self.take_while(|c| !c.is_ascii_whitespace() && c != b'>').to_ascii_lowercase();
        if self.peek().is_none() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        if kind_of(&name).is_none() {
            return Err(format!("Unsupported start tag \"{name}\" at byte offset {begin}"));
        }
        let mut says = String::new();
        let mut expandable = false;
        loop {
            self.skip_space();
            match self.peek() {
                None => return Err(format!("Unclosed start tag \"{name}\" at byte offset {begin}")),
                Some(b'>') => break,
                Some(_) => {}
            }
            let (key, value) = self.attribute(&name, begin)?;
            match (name.as_str(), key.as_str()) {
                ("a", "href") | ("span", "class") | ("tg-emoji", "emoji-id") => says = value,
                ("code", "class") if value.starts_with("language-") => says = value,
                ("blockquote", "expandable") => expandable = true,
                _ => {}
            }
        }
        self.at += 1;
        if name == "span" && says != "tg-spoiler" {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        if name == "tg-emoji" && says.parse::<i64>().is_err() {
            return Err("Invalid custom emoji identifier specified".into());
        }
        Ok(Open { name, says, expandable, offset: 0, byte: 0 })
    }

    fn attribute(&mut self, tag: &str, begin: usize) -> Result<(String, String), String> {
        let key = self.take_while(|c| !c.is_ascii_whitespace() && c != b'=' && c != b'>').to_ascii_lowercase();
        if key.is_empty() {
            return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}"));
        }
        self.skip_space();
        if self.peek() != Some(b'=') {
            return Ok((key, String::new()));
        }
        self.at += 1;
        self.skip_space();
        let quote = match self.peek() {
            None => return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}")),
            Some(quote @ (b'"' | b'\'')) => quote,
            Some(_) => {
                let from = self.at;
                let value = self.take_while(|c| c.is_ascii_alphanumeric() || c == b'.' || c == b'-');
                if !self.peek().is_some_and(|c| c.is_ascii_whitespace() || c == b'>') {
                    return Err(format!("Unexpected end of name token at byte offset {from}"));
                }
                return Ok((key, value.to_ascii_lowercase()));
            }
        };
        self.at += 1;
        let mut value = String::new();
        while let Some(c) = self.html[self.at..].chars().next() {
            if c == char::from(quote) {
                self.at += 1;
                return Ok((key, value));
            }
            if c == '&' {
                value.push(self.character());
            } else {
                value.push(c);
                self.at += c.len_utf8();
            }
        }
        Err(format!("Unclosed start tag at byte offset {begin}"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marks(html: &str) -> Vec<(String, usize, usize)> {
        parse(html).unwrap().entities.into_iter().map(|e| (e.kind, e.offset, e.length)).collect()
    }

    #[test]
    fn tags_become_entities() {
        let one = |kind: &str, offset, length| vec![(kind.to_owned(), offset, length)];
        for (tag, kind) in [("b", "bold"), ("em", "italic"), ("ins", "underline"), ("del", "strikethrough")] {
            assert_eq!(marks(&format!("👋<{tag}>a👋</{tag}>")), one(kind, 2, 3));
        }
        assert_eq!(marks("<span class=\"tg-spoiler\">a</span>"), one("spoiler", 0, 1));
        assert_eq!(marks("<blockquote expandable>a</blockquote>"), one("expandable_blockquote", 0, 1));
        assert_eq!(marks("<B >a</b >"), one("bold", 0, 1));
        assert_eq!(marks("<b></b>a"), []);
        assert_eq!(marks("<a href=\"nonsense\">a</a>"), [], "an address that cannot be opened leaves plain text");
        let link = parse("<a href='https://a.nl/?x=1&amp;y'>a</a>").unwrap().entities.remove(0);
        assert_eq!(link.url.as_deref(), Some("https://a.nl/?x=1&y"));
        let pre = parse("<pre><code class=\"language-rust\">a</code></pre>").unwrap().entities;
        assert_eq!((pre.len(), pre[0].language.as_deref()), (1, Some("rust")));
    }

    #[test]
    fn four_names_and_numbers_are_characters() {
        assert_eq!(parse("&lt;&gt;&amp;&quot;&#235;&#xeb;").unwrap().words, "<>&\"ëë");
        assert_eq!(parse("&laquo; & &; &#0; &#99999999999;").unwrap().words, "&laquo; & &; &#0; &#99999999999;");
    }

    #[test]
    fn complaints_are_telegrams() {
        for (html, words) in [
            ("é&lt;<abac>", "Unsupported start tag \"abac\" at byte offset 6"),
            ("<i   =aba>", "Empty attribute name in the tag \"i\" at byte offset 0"),
            ("<i    aba>", "Can't find end tag corresponding to start tag \"i\""),
            ("<i    aba  =  ", "Unclosed start tag \"i\" at byte offset 0"),
            ("<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 14"),
            ("<i    aba  =  \"&lt;&gt;&quot;>", "Unclosed start tag at byte offset 0"),
            ("</", "Unexpected end tag at byte offset 0"),
            ("<b></b></", "Unexpected end tag at byte offset 7"),
            ("<i>a</i   ", "Unclosed end tag at byte offset 4"),
            ("<i>a</em   >", "Unmatched end tag at byte offset 4, expected \"</i>\", found \"</em>\""),
            ("<span>a</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
            ("<", "Unclosed start tag at byte offset 0"),
        ] {
            assert_eq!(parse(html).unwrap_err(), words, "{html}");
        }
    }

    proptest! {
        #![proptest_config(crate::properties::config())]

        #[test]
        fn anything_is_read_or_refused(html in "(<|</|>|&|;|#|=|\"|b|a|pre|code| |href|x|é|👩|\\PC){0,30}") {
            let _ = parse(&html);
        }

        #[test]
        fn what_was_read_can_be_written_and_read_again(parts in prop::collection::vec((0..4usize, "[a-c<&é👩]{1,4}"), 1..6)) {
            let mut html = String::new();
            for (tag, words) in parts {
                let tag = ["b", "i", "u", "code"][tag];
                let words = words.replace('&', "&amp;").replace('<', "&lt;");
                html = format!("<{tag}>{html}{words}</{tag}>");
            }
            let once = parse(&html).unwrap();
            prop_assert_eq!(parse(&once.html()).unwrap(), once);
        }
    }
}
