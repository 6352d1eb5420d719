//! Handling people's words: names without tricks, lengths as Telegram counts them, cutting between characters.

/// A name of which nothing can be shown.
pub(super) const NAMELESS: &str = "Buur";

/// A name without control and direction characters and signs of approval, at most 64 characters; 'Buur' where nothing is left.
pub fn clean_name(raw: &str) -> String {
    let kept: String = raw.chars().filter(|c| !c.is_control() && !is_direction(*c) && !is_approval(*c)).collect();
    let joined = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    if joined.chars().any(|c| !is_blank(c)) { clip(&joined, 64) } else { NAMELESS.to_owned() }
}

/// Signs that tell others that somebody was looked at: nobody gives them to themselves.
fn is_approval(c: char) -> bool {
    matches!(c, '✅' | '☑' | '✔' | '✓' | '🗸')
}

/// Direction overrides, embeddings and isolates, and marks: they change how the text around a name is read.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that show nothing: a name of these alone could not be pointed at.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_unseen(c)
}

/// Characters without width or ink (Unicode's Default_Ignorable_Code_Point, and the blank of braille).
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Length as Telegram limits it: in characters.
pub fn length(words: &str) -> usize {
    words.chars().count()
}

/// At most `most` characters, the last one an ellipsis where something was cut.
pub fn clip(words: &str, most: usize) -> String {
    if length(words) <= most {
        return words.to_owned();
    }
    let mut cut: String = words.chars().take(most.saturating_sub(1)).collect();
    // Never leave half of a joined emoji behind.
    while cut.ends_with(['\u{200d}', '\u{fe0f}']) {
        cut.pop();
    }
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_tricks_and_keep_their_letters() {
        for (raw, clean) in [
            ("Fatima", "Fatima"),
            ("  Jan \n Piet ", "Jan Piet"),
            ("\u{202e}naJ", "naJ"),
            ("👩🏽‍🦽 Aïsha", "👩🏽‍🦽 Aïsha"),
            ("عائشة", "عائشة"),
            ("\u{200b}\u{3164}", "Buur"),
            ("\u{1160}\u{ad}\u{ffa0}\u{180e}\u{34f}\u{e0041}", "Buur"),
            ("✅ Els ✔\u{fe0f}", "Els \u{fe0f}"),
            ("✅", "Buur"),
            ("", "Buur"),
            ("<b>Jan</b>", "<b>Jan</b>"),
        ] {
            assert_eq!(clean_name(raw), clean);
        }
    }

    #[test]
    fn clipping_counts_characters() {
        assert_eq!(clip("één twee", 8), "één twee");
        assert_eq!(clip("één twee", 5), "één…");
        assert_eq!(clip("👩‍🦽👩‍🦽", 3), "👩…");
    }
}
