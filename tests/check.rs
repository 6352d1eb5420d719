//! Questions, texts and commands are in order: what `stoep check` says.

use stoep::cli::check;

#[test]
fn nothing_is_wrong_with_questions_and_texts() {
    assert_eq!(check::check(), Vec::<String>::new());
}

#[test]
fn numbers_that_nobody_looked_at_for_years_are_named() {
    assert!(check::warnings("2126-01-01".parse().unwrap()).iter().any(|w| w.contains("112")));
}
