//! The codes of all buttons, as the register knows them: each is written within Telegram's 64 bytes and read again as what it was,
//! and nothing that a client makes up is read as something else.

use proptest::prelude::*;
use stoep::features::FEATURES;

/// The most bytes of callback data (Bot API, `InlineKeyboardButton`).
const AT_MOST: usize = 64;

#[test]
fn every_button_fits_and_comes_back() {
    for feature in FEATURES {
        let codes = feature.codes();
        let prefix = format!("{}:", feature.name());
        for data in (codes.samples)() {
            assert!(data.len() <= AT_MOST, "{data}: {} bytes", data.len());
            let rest = data.strip_prefix(&prefix).unwrap_or_else(|| panic!("{data} does not begin with {prefix}"));
            assert_eq!((codes.again)(rest), Some(data.clone()), "{data}");
        }
    }
}

#[test]
fn names_are_short_and_no_two_alike() {
    let names: Vec<&str> = FEATURES.iter().map(|f| f.name()).collect();
    for (i, name) in names.iter().enumerate() {
        assert!((1..=4).contains(&name.len()) && name.chars().all(|c| c.is_ascii_lowercase()), "{name}");
        assert!(!names[..i].contains(name), "two features are called {name}");
    }
}

proptest! {
    #[test]
    fn what_a_client_makes_up_is_nothing_or_just_that(data in "[a-z]{1,6}(:-?[a-z0-9]{0,20}){0,5}|.*") {
        for feature in FEATURES {
            if let Some(again) = (feature.codes().again)(&data) {
                // Numbers may be written in several ways ('+7', '007'); what is read is written in one.
                let rest = again.strip_prefix(&format!("{}:", feature.name())).unwrap_or_default().to_owned();
                prop_assert_eq!((feature.codes().again)(&rest), Some(again));
            }
        }
    }
}
