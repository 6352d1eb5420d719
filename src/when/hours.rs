//! Hours as people say them: '3 uur', 'om zeven', 'tegen achten', 'middernacht'; and when 'drie uur' is a length and no time.

use super::clock::{ABOUT, AT, Clock, Said};
use super::lex::{Lex, Part, Unit};
use super::reader::Reader;

impl Reader {
    /// '3 uur', 'vijftien uur dertig', '7u', '2 pm', 'five o'clock'.
    pub fn full_hour(&self, i: usize) -> Option<(Clock, usize)> {
        let (h, next) = self.number(i).filter(|(n, _)| *n <= 24)?;
        if self.is(next, &["am", "pm"]) {
            return Clock::new(h, 0, Said::InDigits).map(|c| self.with_meridiem(c, next));
        }
        if self.w(next) == "o" && self.w(next + 1) == "'clock" {
            return Clock::new(h, 0, Said::InWords).map(|c| (c, next + 2));
        }
        if self.unit(next) != Some(Unit::Hour) || !self.is(next, &["uur", "u", "h", "uurs", "hr"]) {
            return None;
        }
        let mut after = next + 1;
        if self.w(after) == "." && self.w(next) == "u" && self.glued(after) {
            after += 1;
        }
        if self.lasts(i, after) {
            return None;
        }
        // 'acht uur en dertig minuten'
        if self.is(after, &["en", "and"])
            && let Some((_, end)) = self.number(after + 1)
            && self.unit(end) == Some(Unit::Minute)
        {
            after += 1;
        }
        let said = if self.w(i).len() == 2 && self.w(i).starts_with('0') { Said::Exactly } else { Said::InWords };
        if let Some((m, end)) = self.number(after).filter(|(m, _)| *m < 60) {
            let minutes = self.unit(end) == Some(Unit::Minute);
            let two = m == 0 || m >= 5;
            let alone = !self.counts_things(end) && (self.unit(end).is_none() || minutes) && !self.month_here(end);
            let spaced = !self.is(end, &["-", "/", ":", ".", "tot", "voor", "over"]) || self.glued(after);
            if two && alone && spaced && self.ordinal(after).is_none() {
                return Clock::new(h, m, said).map(|c| (c, if minutes { end + 1 } else { end }));
            }
        }
        Clock::new(h, 0, said).map(|c| (c, after))
    }

    /// Returns whether 'N uur' is a length here and no time: 'over drie uur', 'drie uur lang', 'een uur werk'.
    fn lasts(&self, i: usize, after: usize) -> bool {
        let before = self.before(i);
        let one = self.w(i) == "een"
            && !self.follows(i, AT)
            && !self.follows(i, &["tot", "van", "tussen", "is", "voor", "na"]);
        let length_before = matches!(
            before,
            "over"
                | "binnen"
                | "duurt"
                | "minstens"
                | "maximaal"
                | "hooguit"
                | "elke"
                | "iedere"
                | "paar"
                | "gedurende"
                | "per"
                | "kost"
                | "alle"
                | "zo'n"
        ) || self.is(i.wrapping_sub(2), &["duurt", "om"])
            && matches!(before, "ongeveer" | "de" | "zo");
        let length_behind = self.is(
            after,
            &[
                "lang", "later", "geleden", "eerder", "per", "werk", "tijd", "durend", "rijden", "lopen", "parkeren",
                "vanaf", "nodig", "slapen", "mee", "bezig", "in",
            ],
        ) && (self.w(after) != "in" || self.w(after + 2) == "toekomst")
            && (self.w(after) != "vanaf" || self.is(after + 1, &["nu", "morgen", "vandaag"]));
        let work = self.is(
            after,
            &[
                "helpen",
                "hulp",
                "oppassen",
                "schoonmaken",
                "gezelschap",
                "werken",
                "klussen",
                "tuinieren",
                "bijles",
                "les",
                "vrij",
            ],
        );
        let free = work
            && self.is(
                i.wrapping_sub(1),
                &["kan", "wil", "kun", "graag", "nog", "heb", "zoek", "heeft", "iemand", "ongeveer", "die"],
            );
        one || length_before || length_behind || free
    }

    pub fn unit_after(&self, i: usize) -> bool {
        self.unit(i).is_some_and(|u| u != Unit::Hour)
    }

    /// Times with a name.
    pub fn named(&self, i: usize) -> Option<(Clock, usize)> {
        let exactly = |h, m, next| Some((Clock { h, m, said: Said::Exactly, part: None }, next));
        match self.w(i) {
            "middernacht" | "midnight" => exactly(0, 0, i + 1),
            "noon" | "middaguur" | "noen" | "noens" => exactly(12, 0, i + 1),
            "midmorgen" | "halfweg" if self.w(i) == "midmorgen" => exactly(10, 0, i + 1),
            "midmiddag" => exactly(14, 0, i + 1),
            "lunchtijd" => match self.number(i + 1) {
                Some(_) => {
                    let (clock, next) = self.full_hour(i + 1).or_else(|| self.in_digits(i + 1))?;
                    Some((Clock { part: Some(Part::Lunch), ..clock }, next))
                }
                None => exactly(12, 0, i + 1),
            },
            "rond" | "tegen" | "omstreeks" => {
                let j = self.skip(i + 1, &["de", "het"]);
                (self.is(j, &["middag", "middaguur", "lunchtijd"])).then_some(())?;
                exactly(12, 0, j + 1)
            }
            "midden" if self.phrase(i, &["midden", "op", "de", "dag"]).is_some() => exactly(12, 0, i + 4),
            "midden" | "halverwege" => {
                let j = self.skip_all(i + 1, &["van", "in", "de", "the", "of"]);
                let hour = match self.part_word(j).filter(|_| j > i + 1)? {
                    Part::Morning => 10,
                    Part::Afternoon => 14,
                    Part::Evening => 20,
                    Part::Night => 0,
                    Part::Lunch => 12,
                };
                exactly(hour, 0, j + 1)
            }
            "tussen" => {
                let next = self.phrase(i, &["tussen", "de", "middag"])?;
                exactly(12, 0, next)
            }
            _ => None,
        }
    }

    /// 'om 3', 'tegen 11'en', 'rond acht', 'een uur of drie'.
    pub fn after_at(&self, i: usize) -> Option<(Clock, usize)> {
        if let Some(j) = self
            .phrase(i, &["een", "uur", "of"])
            .or_else(|| self.phrase(i, &["uur", "of"]).filter(|_| self.before(i) != "een"))
        {
            if let Some(found) = self.half(j) {
                return Some(found);
            }
            let (h, next) = self.number(j).filter(|(n, _)| (1..=24).contains(n))?;
            let lasts = self.follows(i, &["duurt", "ongeveer", "zo'n", "over", "binnen", "kost", "nog"])
                && !self.is(i.wrapping_sub(2), AT);
            return Clock::new(h, 0, Said::InWords).filter(|_| !lasts).map(|c| (c, next));
        }
        if let Lex::Hours(h) = self.lex(i) {
            let told = self.follows(i, AT) || self.follows(i, &["na", "voor", "over", "tot", "van", "half"]);
            return Clock::new(h, 0, Said::InWords).filter(|_| told).map(|c| (c, i + 1));
        }
        if let Some(j) = self.phrase(i, &["de", "klok", "van"]) {
            return self.bare_hour(j);
        }
        let mut j = i;
        let mut asked = false;
        while self.is(j, ABOUT) || self.is(j, AT) {
            asked |= self.is(j, AT);
            j += 1;
        }
        // 'zet de wekker op 7'
        let alarm = j == i && self.before(i) == "op" && (0..i).any(|k| self.is(k, &["wekker", "alarm"]));
        if alarm && self.digits(i, 2).is_some() {
            return self.bare_hour(i);
        }
        // Right behind the word: the scan already passed it.
        asked |= j == i && self.follows(i, AT);
        if !asked {
            return None;
        }
        if j > i {
            return self.clock(j).or_else(|| self.bare_hour(j));
        }
        self.bare_hour(j)
    }

    /// A bare number that can be an hour, and is no number of anything.
    pub fn bare_hour(&self, i: usize) -> Option<(Clock, usize)> {
        let (h, next) = self.number(i).filter(|(n, _)| *n <= 24)?;
        let next = match self.w(next) {
            "'en" | "'n" => next + 1,
            "en" if self.glued(next) => next + 1,
            "'" if self.w(next + 1) == "en" && self.glued(next + 1) => next + 2,
            _ => next,
        };
        let other = self.counts_things(next)
            || self.unit(next).is_some()
            || self.month_here(next)
            || self.ordinal(i).is_some()
            || matches!(self.w(next), "," | "." | ":" | "/") && self.glued(next) && self.digits(next + 1, 6).is_some()
            || self.w(i) == "een" && !self.follows(i, AT)
            || self.w(i) == "een"
                && matches!(self.lex(next), Lex::Other)
                && !matches!(self.w(next), "" | "." | "," | "?" | "!");
        Clock::new(h, 0, Said::Bare).filter(|_| !other).map(|c| (c, next))
    }
}
