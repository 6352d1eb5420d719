//! Moments with a name, and what is left of a day: 'nu', 'zo snel mogelijk', 'eind van de dag', 'de rest van de middag'.

use chrono::{NaiveDate, NaiveDateTime};

use super::lengths::Counted;
use super::lex::{Lex, Unit};
use super::reader::{Day, Reader};

impl Reader {
    /// 'nu', 'zo snel mogelijk', 'het eind van de dag'.
    pub fn moment(&self, i: usize) -> Option<(NaiveDateTime, usize)> {
        let soon = [
            &["zo", "snel", "mogelijk"] as &[&str],
            &["zo", "spoedig", "mogelijk"],
            &["as", "soon", "as", "possible"],
            &["zsm"],
            &["asap"],
            &["nu"],
            &["now"],
            &["meteen"],
            &["onmiddellijk"],
            &["op", "dit", "moment"],
            &["momenteel"],
            &["right", "now"],
        ];
        if let Some(next) = soon.iter().find_map(|words| self.phrase(i, words)) {
            // 'tot nu', 'nu en dan', 'van nu af'
            let saying = self.is(next, &["en", "toe", "eenmaal"]);
            return (!saying).then_some((self.now, next));
        }
        if self.is(i, &["eind", "einde", "end"]) {
            let j = self.skip_all(i + 1, &["van", "of", "de", "deze", "the", "vd", "mijn", "v", "d", "/"]);
            let end = |day: NaiveDate| day.and_hms_opt(23, 59, 0);
            if self.unit(j) == Some(Unit::Day) && !self.w(j).ends_with("en") {
                return end(self.today()).map(|at| (at, j + 1));
            }
            let named =
                |next: usize| matches!(self.lex(j), Lex::Other | Lex::Weekday(..)) && self.part_word(next).is_none();
            if let Some((day, next)) = self.day(j).filter(|(_, next)| j > i + 1 && named(*next)) {
                return end(day.date).map(|at| (at, next));
            }
        }
        None
    }

    /// 'de rest van de dag', 'de rest van vandaag'.
    pub fn rest_of_day(&self, i: usize) -> Option<(Counted, usize)> {
        if !self.is(i, &["rest", "remainder"]) {
            return None;
        }
        let j = self.skip_all(i + 1, &["van", "of", "de", "deze", "mijn", "huidige", "the", "onze"]);
        if let Some(part) = self.part_word(j) {
            let hours = super::parts::Hours { part, own: None, shade: None, day: Some(Day::on(self.today())) };
            let to = self.lasts_from(&hours).1.min(1439);
            return Some((Counted::Stretch(self.now, self.today().and_hms_opt(to / 60, to % 60, 0)?), j + 1));
        }
        let today = self.is(j, &["vandaag", "today", "dag", "day"]);
        let end = self.today().and_hms_opt(23, 59, 0)?;
        today.then_some((Counted::Stretch(self.now, end), j + 1))
    }
}
