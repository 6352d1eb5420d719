//! Whatever people write: an answer, never a panic, and no end before its beginning.

use chrono::{DateTime, NaiveTime};
use proptest::prelude::*;

use crate::when::{Purpose, Unread, read_at};

const WORDS: &str = "zaterdag zo ma za woensdagmiddag dinsdags zondagen elke iedere om de week weken maand jaar dag dagen uur u half kwart \
    drie vijf tien twaalf eenentwintig 1 2 5 10 12 14 24 25 28 30 31 59 60 99 1430 2027 9999 999999 14:30 9.15 5-12 30-2 5/12/2026 2026-12-05 \
    van tot t/m tussen en tot vanaf voor na over in binnen op dit deze volgende komende vorige laatste eerste derde 15e 1ste februari mei dec \
    jan kerst tweede paasdag koningsdag suikerfeest ramadan morgen overmorgen gisteren vandaag nu vanavond 's ochtends avond nacht middag laat \
    vroeg eind begin rest later minuten kwartier paar keer lang behalve niet even oneven weekend zomer kwartaal personen euro huis nummer \
    - / . , : ' ( ) é ’ every next at pm noon tomorrow Q3 week jaren 70 geleden later toekomst middernacht";

fn any_purpose() -> impl Strategy<Value = Purpose> {
    prop_oneof![Just(Purpose::Any), Just(Purpose::Request), Just(Purpose::Activity)]
}

fn holds(text: &str, seconds: i64, purpose: Purpose) -> Result<(), TestCaseError> {
    let now = DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
    match read_at(text, now, purpose) {
        Ok(reading) => {
            prop_assert!(text.get(reading.place.clone()).is_some(), "{text:?}");
            if let Some(end) = reading.end {
                let late = NaiveTime::from_hms_opt(23, 59, 59).unwrap();
                let begins = (reading.start.day, reading.start.time.unwrap_or_default());
                prop_assert!((end.day, end.time.unwrap_or(late)) >= begins, "{text:?} at {now}");
            }
            if let Some(repeat) = &reading.repeat {
                prop_assert!(reading.rule().is_some_and(|r| r.starts_with("FREQ=")));
                prop_assert!(repeat.interval > 0);
            }
        }
        Err(Unread::NoTime | Unread::NoSuchDay) => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn any_text_has_an_answer(text in "\\PC{0,80}", seconds in 0i64..4_000_000_000, purpose in any_purpose()) {
        holds(&text, seconds, purpose)?;
    }

    #[test]
    fn any_words_have_an_answer(
        picks in proptest::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..12),
        seconds in 0i64..4_000_000_000,
        purpose in any_purpose(),
    ) {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        let text: String = picks.iter().map(|(n, space)| format!("{}{}", n.get(&words), if *space { " " } else { "" })).collect();
        holds(&text, seconds, purpose)?;
    }

    #[test]
    fn a_slip_of_the_pen_does_no_harm(at in 0usize..40, letter in "[a-z0-9 ]", seconds in 0i64..4_000_000_000, purpose in any_purpose()) {
        let text = "van woensdag 2 december half acht tot vrijdagavond 10 uur, elke week";
        let mut letters: Vec<String> = text.chars().map(|c| c.to_string()).collect();
        letters[at] = letter;
        holds(&letters.concat(), seconds, purpose)?;
    }
}
