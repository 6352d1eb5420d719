//! Text that is safe to send as Telegram's HTML. The only ways in are our own texts and [`escape`].

use serde::{Deserialize, Serialize};

/// Text in Telegram's HTML: `<b>`, `<i>`, `<a href>` and escaped words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// Markup that the program itself wrote: never with somebody's words in it unescaped.
    pub fn trusted(markup: impl Into<String>) -> Html {
        Html(markup.into())
    }

    /// Somebody's words, escaped.
    pub fn from_words(words: &str) -> Html {
        Html(escape(words))
    }

    /// The markup as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Is there nothing in it?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a blank line and another text.
    pub fn paragraph(mut self, next: &Html) -> Html {
        if !self.0.is_empty() && !next.0.is_empty() {
            self.0.push_str("\n\n");
        }
        self.0.push_str(&next.0);
        self
    }

    /// Adds a line.
    pub fn line(mut self, next: &Html) -> Html {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(&next.0);
        self
    }

    /// The words without markup: for a log of what a person sees, and for a message that Telegram refused as HTML.
    pub fn plain(&self) -> String {
        let mut out = String::with_capacity(self.0.len());
        let mut inside = false;
        for c in self.0.chars() {
            match c {
                '<' => inside = true,
                '>' if inside => inside = false,
                c if !inside => out.push(c),
                _ => {}
            }
        }
        out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    }
}

/// Escapes words for Telegram's HTML, quotes included, so that they may stand in an attribute too.
pub fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_from_their_markup() {
        for words in ["<b>", "a & b", "\"x\" > y", "&lt;", "&amp;lt;", "👩🏽‍🦽 <script>"] {
            assert_eq!(Html::from_words(words).plain(), words);
        }
    }
}
