//! Helvetica, as every PDF reader has it: which letters it has, how wide they are, and how words are cut into lines.
//!
//! These fonts need not stand in the file, but they know only the letters of Western Europe. A name with others is left
//! out: better no name than one with question marks in it.

/// A font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Font {
    /// Helvetica.
    Plain,
    /// Helvetica-Bold.
    Bold,
}

/// Widths of the characters from space to '~', in thousandths of the size (Adobe's metrics of the 14 standard fonts).
#[rustfmt::skip]
const PLAIN: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
#[rustfmt::skip]
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/// What WinAnsiEncoding has where Latin-1 has nothing to show, from 0x80 on; a space stands for nothing.
const FROM_80: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The byte of a character in WinAnsiEncoding.
fn byte(c: char) -> Option<u8> {
    match c {
        ' '..='~' | '\u{a1}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        _ => (0x80..).zip(FROM_80.chars()).find(|(_, known)| *known == c).map(|(byte, _)| byte),
    }
}

/// Words as the font takes them. What it has no letter for is left out: see [`printable`].
pub(super) fn encoded(words: &str) -> Vec<u8> {
    words.chars().filter_map(byte).collect()
}

/// A name as it can be printed, without emoji; `None` where it holds a letter that the font does not have.
pub(super) fn printable(name: &str) -> Option<String> {
    let is_accent = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
    if name.chars().any(|c| byte(c).is_none() && (c.is_alphanumeric() || is_accent(c))) {
        return None;
    }
    let kept: String =
        name.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| byte(*c).is_some()).collect();
    let words = kept.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    words.chars().any(char::is_alphanumeric).then_some(words)
}

/// The letter beneath an accent, which does not make it wider.
fn base(c: char) -> char {
    match c {
        'À'..='Å' => 'A',
        'Ç' => 'C',
        'È'..='Ë' => 'E',
        'Ì'..='Ï' => 'I',
        'Ñ' => 'N',
        'Ò'..='Ö' | 'Ø' => 'O',
        'Š' => 'S',
        'Ù'..='Ü' => 'U',
        'Ý' | 'Ÿ' => 'Y',
        'Ž' => 'Z',
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        // Without its dot it is as wide as a space.
        'ì'..='ï' => ' ',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'š' => 's',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' => 'z',
        '–' => '0',
        '‘' | '’' => 'i',
        c => c,
    }
}

/// How wide words are at size 1. What has no width in the tables counts as the widest letter, so that nothing runs over.
pub(super) fn width(words: &str, font: Font) -> f32 {
    let table = if font == Font::Bold { &BOLD } else { &PLAIN };
    let of = |c: char| {
        let at = u32::from(base(c)).checked_sub(32).and_then(|at| usize::try_from(at).ok());
        f32::from(*at.and_then(|at| table.get(at)).unwrap_or(&1000))
    };
    words.chars().map(of).sum::<f32>() / 1000.0
}

/// Words in lines of at most this width, at size 1. A word that is wider is cut.
pub(super) fn lines(words: &str, font: Font, most: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        if let Some(line) = lines.last_mut()
            && width(&format!("{line} {word}"), font) <= most
        {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        let mut line = String::new();
        for c in word.chars() {
            if !line.is_empty() && width(&format!("{line}{c}"), font) > most {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
        lines.push(line);
    }
    lines
}

/// The largest size, from `sizes` down to its end, at which words fit into so many lines of this width; where even the
/// smallest is too large, what is too much is left out and an ellipsis stands for it.
pub(super) fn fit(words: &str, font: Font, sizes: [f32; 2], within: f32, most_lines: usize) -> (f32, Vec<String>) {
    let [largest, smallest] = sizes;
    let mut size = largest;
    loop {
        let mut cut = lines(words, font, within / size);
        if cut.len() <= most_lines {
            return (size, cut);
        }
        if size <= smallest {
            cut.truncate(most_lines);
            if let Some(last) = cut.last_mut() {
                while width(&format!("{last}…"), font) > within / size && last.pop().is_some() {}
                last.push('…');
            }
            return (size, cut);
        }
        size = (size - 1.0).max(smallest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_printed_whole_or_not_at_all() {
        for (name, printed) in [
            ("Oosterpark", Some("Oosterpark")),
            ("’s-Gravelandseveer – Zuid", Some("’s-Gravelandseveer – Zuid")),
            ("Curaçaostraat & Ærø", Some("Curaçaostraat & Ærø")),
            ("🌻 Oosterpark\u{fe0f}\n 👩🏽‍🦽", Some("Oosterpark")),
            ("Şirinevler", None),
            ("Cafe\u{301}", None),
            ("حي الحديقة", None),
            ("Парк", None),
            ("🌻🌻", None),
            ("", None),
        ] {
            assert_eq!(printable(name).as_deref(), printed, "{name}");
        }
        assert_eq!(encoded("€ é…"), [0x80, b' ', 0xe9, 0x85]);
    }

    #[test]
    fn words_become_smaller_then_wrap_then_are_cut() {
        let of = |words: &str| fit(words, Font::Bold, [40.0, 16.0], 480.0, 2);
        assert_eq!(of("Oosterpark"), (40.0, vec!["Oosterpark".into()]));
        let (size, two) = of("Buurtvereniging Oosterpark en omstreken");
        assert!((30.0..40.0).contains(&size) && two.len() == 2, "{size} {two:?}");
        let long = "W".repeat(200);
        for words in ["Buurtvereniging ".repeat(6), long.clone(), format!("Het {long}"), "é".repeat(90)] {
            let (size, found) = of(words.trim());
            assert!((16.0..40.0).contains(&size) && found.len() <= 2, "{words}");
            assert!(found.iter().all(|l| width(l, Font::Bold) * size <= 480.5), "{found:?}");
        }
        let (size, cut) = of(&long);
        assert_eq!(size, 16.0);
        assert!(cut[1].ends_with('…'));
    }
}
