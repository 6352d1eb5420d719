//! The poster: one A4 page with the neighbourhood's name, a large QR code of the join link, and what to do with it.
//!
//! Everything is drawn: black on white, letters and squares, no picture. It prints sharp at any size, and is some ten
//! kilobytes. docs/RUNNING.md says from how far the code can be read.

use pdf_writer::types::{ActionType, AnnotationType};
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use qrcodegen::{QrCode, QrCodeEcc};

use super::letters::{Font, encoded, fit, width};
use crate::model::{Fault, Result};

/// What stands on it.
#[derive(Clone, Debug)]
pub(super) struct Poster {
    /// The neighbourhood's name, where it can be printed.
    pub name: Option<String>,
    /// What stands in the name's place.
    pub heading: String,
    /// A warm sentence.
    pub sentence: String,
    /// What to do.
    pub steps: [String; 3],
    /// What to do without Telegram.
    pub elsewhere: String,
    /// The join link: in the code, and in letters.
    pub link: String,
    /// In which language it is, for who has it read aloud.
    pub language: &'static str,
}

/// A4, in millimetres.
const PAGE: (f32, f32) = (210.0, 297.0);
/// The side of the code, and how far it stands below the top: above and below it at least four modules stay white.
const CODE: f32 = 155.0;
const CODE_TOP: f32 = 66.0;
/// How wide words may be.
const WORDS: f32 = 180.0;

/// Points of a PDF in a millimetre.
const POINTS: f32 = 72.0 / 25.4;

const PLAIN: Name<'static> = Name(b"F1");
const BOLD: Name<'static> = Name(b"F2");

impl Poster {
    /// As a PDF. The same poster is the same bytes.
    pub(super) fn pdf(&self) -> Result<Vec<u8>> {
        let mut page = Page { content: Content::new() };
        let heading = self.name.as_ref().unwrap_or(&self.heading);
        page.block(heading, Font::Bold, [46.0, 16.0], 2, [14.0, 38.0]);
        page.block(&self.sentence, Font::Plain, [20.0, 10.0], 1, [39.0, 47.0]);
        page.code(&code(&self.link)?);
        let left = (PAGE.0 - CODE) / 2.0;
        let numbered: Vec<String> = (1..).zip(&self.steps).map(|(n, step)| format!("{n}. {step}")).collect();
        let size = |step: &String| fit(step, Font::Plain, [19.0, 9.0], CODE * POINTS, 1).0;
        let size = numbered.iter().map(size).fold(f32::MAX, f32::min);
        for (step, y) in numbered.iter().zip([246.0, 254.5, 263.0]) {
            page.line(step, Font::Plain, size, left * POINTS, y);
        }
        page.block(&self.elsewhere, Font::Bold, [15.0, 9.0], 2, [267.0, 279.0]);
        page.block(&self.link, Font::Plain, [12.0, 6.0], 1, [280.0, 287.0]);
        Ok(self.document(page.content))
    }

    fn document(&self, content: Content) -> Vec<u8> {
        let [catalog, pages, page, plain, bold, stream, link, info] = [1, 2, 3, 4, 5, 6, 7, 8].map(Ref::new);
        let mut pdf = Pdf::new();
        pdf.catalog(catalog).pages(pages).lang(TextStr(self.language));
        pdf.pages(pages).kids([page]).count(1);
        let mut sheet = pdf.page(page);
        sheet.media_box(Rect::new(0.0, 0.0, PAGE.0 * POINTS, PAGE.1 * POINTS)).parent(pages).contents(stream);
        sheet.annotations([link]);
        sheet.resources().fonts().pair(PLAIN, plain).pair(BOLD, bold);
        sheet.finish();
        for (font, name) in [(plain, Name(b"Helvetica")), (bold, Name(b"Helvetica-Bold"))] {
            pdf.type1_font(font).base_font(name).encoding_predefined(Name(b"WinAnsiEncoding"));
        }
        pdf.stream(stream, &content.finish());
        // On a screen, the letters of the link can be tapped.
        let mut tap = pdf.annotation(link);
        tap.subtype(AnnotationType::Link)
            .rect(Rect::new(0.0, 0.0, PAGE.0 * POINTS, 18.0 * POINTS))
            .border(0.0, 0.0, 0.0, None);
        tap.action().action_type(ActionType::Uri).uri(Str(self.link.as_bytes()));
        tap.finish();
        pdf.document_info(info).title(TextStr(self.name.as_ref().unwrap_or(&self.heading)));
        pdf.finish()
    }
}

/// As few modules as the link allows, for those are the largest; of what room that leaves, the most against damage.
fn code(link: &str) -> Result<QrCode> {
    QrCode::encode_text(link, QrCodeEcc::Low).map_err(|_| Fault::event("a join link that fits into no code"))
}

struct Page {
    content: Content,
}

impl Page {
    /// A line of words from `x` in points, its letters standing `y` millimetres below the top.
    fn line(&mut self, words: &str, font: Font, size: f32, x: f32, y: f32) {
        let name = if font == Font::Bold { BOLD } else { PLAIN };
        self.content.begin_text().set_font(name, size);
        self.content.next_line(x, (PAGE.1 - y) * POINTS).show(Str(&encoded(words))).end_text();
    }

    /// Words in the middle, as large as they fit between two heights in millimetres below the top.
    fn block(&mut self, words: &str, font: Font, sizes: [f32; 2], most_lines: usize, [top, bottom]: [f32; 2]) {
        // A line is a fifth higher than its letters.
        let high = (bottom - top) * POINTS / 1.2;
        let in_one = fit(words, font, [sizes[0].min(high), sizes[1]], WORDS * POINTS, 1);
        let whole = in_one.1.concat() == words;
        let (size, lines) = if most_lines > 1 && (!whole || in_one.0 < sizes[0] * 0.65) {
            fit(words, font, [sizes[0].min(high / most_lines as f32), sizes[1]], WORDS * POINTS, most_lines)
        } else {
            in_one
        };
        let step = size * 1.2 / POINTS;
        let first = (top + bottom - step * lines.len() as f32) / 2.0;
        for (i, line) in lines.iter().enumerate() {
            let x = (PAGE.0 * POINTS - width(line, font) * size) / 2.0;
            self.line(line, font, size, x, first + step * (i as f32 + 0.8));
        }
    }

    /// The code: each run of black modules a rectangle, all of them filled at once, so that no seam shows between them.
    fn code(&mut self, code: &QrCode) {
        let modules = code.size();
        let side = CODE * POINTS / modules as f32;
        let (left, top) = ((PAGE.0 - CODE) / 2.0 * POINTS, (PAGE.1 - CODE_TOP) * POINTS);
        for y in 0..modules {
            let mut x = 0;
            while x < modules {
                let run = (x..modules).take_while(|x| code.get_module(*x, y)).count();
                if run > 0 {
                    self.content.rect(left + x as f32 * side, top - (y + 1) as f32 * side, run as f32 * side, side);
                }
                x += run.max(1) as i32;
            }
        }
        self.content.fill_nonzero();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The longest link there can be: a username has at most 32 characters, a join code 32.
    fn longest() -> String {
        format!("https://t.me/{}?start=b_{}", "s".repeat(32), "0123456789abcdef".repeat(2))
    }

    fn poster(name: Option<&str>, link: String) -> Poster {
        let words = |w: &str| w.to_owned();
        Poster {
            name: name.map(str::to_owned),
            heading: words("Hulp in jouw buurt"),
            sentence: words("Hier helpen buren elkaar, en jij hoort erbij."),
            steps: ["Scan de code met de camera van je telefoon.", "Tik op Start.", "Vraag hulp."].map(words),
            elsewhere: words("Geen Telegram? Vraag het aan het wijkteam."),
            link,
            language: "nl",
        }
    }

    /// What is drawn: the page's rectangles, in millimetres from the top left corner, read back from the file.
    fn squares(pdf: &[u8]) -> Vec<[f32; 4]> {
        let text = String::from_utf8_lossy(pdf);
        let drawn = text.split("stream\n").nth(1).unwrap().split("endstream").next().unwrap();
        let rects = drawn.lines().filter_map(|l| l.strip_suffix(" re"));
        let numbers = rects.map(|l| l.split(' ').map(|n| n.parse::<f32>().unwrap() / POINTS).collect::<Vec<_>>());
        numbers.map(|n| [n[0], PAGE.1 - n[1] - n[3], n[2], n[3]]).collect()
    }

    /// The page as a camera sees it that has so many pixels for a millimetre: each pixel as grey as its part of it is.
    fn photographed(pdf: &[u8], pixels: f32) -> Option<String> {
        let (wide, high) = ((PAGE.0 * pixels) as usize, (PAGE.1 * pixels) as usize);
        let mut black = vec![0f32; wide * high];
        for [x, y, w, h] in squares(pdf).into_iter().map(|r| r.map(|n| n * pixels)) {
            for row in y as usize..=((y + h) as usize).min(high - 1) {
                let covered_high = (y + h).min(row as f32 + 1.0) - y.max(row as f32);
                for column in x as usize..=((x + w) as usize).min(wide - 1) {
                    let covered_wide = (x + w).min(column as f32 + 1.0) - x.max(column as f32);
                    black[row * wide + column] += covered_high.max(0.0) * covered_wide.max(0.0);
                }
            }
        }
        let grey = |x: usize, y: usize| 255 - (black[y * wide + x].min(1.0) * 255.0) as u8;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(wide, high, grey);
        image.detect_grids().first().and_then(|grid| grid.decode().ok()).map(|(_, words)| words)
    }

    #[test]
    fn the_drawn_code_is_the_link_even_in_a_poor_picture() {
        for username in ["s".repeat(5), "stoep_oosterpark_bot".into(), "s".repeat(32)] {
            let link = longest().replace(&"s".repeat(32), &username);
            let pdf = poster(Some("Oosterpark"), link.clone()).pdf().unwrap();
            // At two metres: a telephone's film picture (1,920 pixels) has some 0.7 for a millimetre, its photo 1.5.
            for pixels in [0.7, 1.5, 4.0] {
                assert_eq!(photographed(&pdf, pixels).as_ref(), Some(&link), "{username} at {pixels}");
            }
        }
    }

    #[test]
    fn modules_are_large_and_around_them_stays_white() {
        let longest = longest();
        assert_eq!(longest.len(), 86);
        let modules = code(&longest).unwrap().size();
        assert_eq!(modules, 37);
        assert!(CODE / modules as f32 > 4.1, "what docs/RUNNING.md says");
        // The fewest modules are the largest.
        let quiet = 4.0 * CODE / code("https://t.me/stoep?start=b_").unwrap().size().max(33) as f32;
        let drawn = squares(&poster(Some("Oosterpark"), longest).pdf().unwrap());
        let edge = |i: usize, far: bool| {
            let of = |r: &[f32; 4]| if far { r[i] + r[i + 2] } else { r[i] };
            drawn.iter().map(of).fold(if far { 0.0 } else { f32::MAX }, |a, b| if far { a.max(b) } else { a.min(b) })
        };
        let close = |a: f32, b: f32| (a - b).abs() < 0.1;
        assert!(close(edge(0, false), 27.5) && close(edge(0, true), 182.5), "in the middle");
        assert!(close(edge(1, false), CODE_TOP) && close(edge(1, true), CODE_TOP + CODE));
        assert!(edge(0, false) > quiet && CODE_TOP - 47.0 >= quiet, "{quiet}");
        // Letters of the first step reach some 4.9 mm above where they stand.
        assert!(246.0 - 4.9 - (CODE_TOP + CODE) >= quiet, "{quiet}");
    }

    #[test]
    fn it_says_what_it_should_and_stays_small() {
        let pdf = poster(Some("Oosterpark"), longest()).pdf().unwrap();
        assert!(pdf.starts_with(b"%PDF-1.") && pdf.len() < 40_000, "{}", pdf.len());
        let text = String::from_utf8_lossy(&pdf).into_owned();
        for words in ["(Oosterpark)", "(1. Scan de code", "(3. Vraag hulp.)", "wijkteam", &format!("({})", longest())] {
            assert!(text.contains(words), "{words}");
        }
        let nameless = String::from_utf8_lossy(&poster(None, longest()).pdf().unwrap()).into_owned();
        assert!(nameless.contains("(Hulp in jouw buurt)") && !nameless.contains('?') || nameless.contains("?start="));
        assert_eq!(poster(Some("x"), longest()).pdf().unwrap(), poster(Some("x"), longest()).pdf().unwrap());
    }
}
