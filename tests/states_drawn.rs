//! The state diagrams of docs/STATES.md are drawn from the rules that decide, so that they can't lie. `BLESS=1` draws them anew.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::Path;

use stoep::features::activities::rules::{
    ActivityChange, Answer, Outcome, RsvpState, State as ActivityState, Wish, decide,
};
use stoep::features::requests::rules::{
    Change, Facts, ResponseChange, ResponseState, State as RequestState, next, next_response,
};

const PAGE: &str = "docs/STATES.md";

/// A state diagram in Mermaid's language: where it begins, and what leads from one state to another.
fn diagram<S: Debug>(begins: &[(S, &str)], edges: impl IntoIterator<Item = (S, String, S)>) -> String {
    let begins = begins.iter().map(|(to, why)| format!("    [*] --> {to:?}: {why}"));
    // One line an arrow, in the order of the rules.
    let mut seen = BTreeSet::new();
    let edges = edges.into_iter().map(|(from, why, to)| format!("    {from:?} --> {to:?}: {why}"));
    let lines: Vec<String> = begins.chain(edges.filter(|line| seen.insert(line.clone()))).collect();
    format!("```mermaid\nstateDiagram-v2\n{}\n```", lines.join("\n"))
}

/// A request for one helper.
fn request() -> String {
    const CHANGES: [(Change, &str); 9] = [
        (Change::Accept, "the asker accepts a helper"),
        (Change::HelperCant, "a helper can't after all"),
        (Change::Done, "it happened"),
        (Change::Withdraw, "no longer needed"),
        (Change::TakeOver, "a moderator takes it over"),
        (Change::HandOn, "handed to another moderator"),
        (Change::HandBack, "handed to volunteers again"),
        (Change::Lapse, "its time passed"),
        (Change::Renew, "still needed"),
    ];
    let edges = RequestState::ALL.into_iter().flat_map(|from| {
        CHANGES.into_iter().filter_map(move |(change, why)| {
            let facts = Facts { wanted: 1, accepted: i64::from(change == Change::Accept) };
            next(from, change, facts).ok().map(|to| (from, why.to_owned(), to))
        })
    });
    diagram(&[(RequestState::Open, "posted")], edges)
}

fn response() -> String {
    const CHANGES: [(ResponseChange, &str); 4] = [
        (ResponseChange::Accept, "the asker says yes"),
        (ResponseChange::Decline, "the asker says no"),
        (ResponseChange::Withdraw, "the helper can't"),
        (ResponseChange::Finish, "it happened"),
    ];
    let edges = ResponseState::ALL.into_iter().flat_map(|from| {
        CHANGES
            .into_iter()
            .filter_map(move |(change, why)| next_response(from, change).ok().map(|to| (from, why.to_owned(), to)))
    });
    diagram(&[(ResponseState::Offered, "I want to help")], edges)
}

fn activity() -> String {
    const CHANGES: [(ActivityChange, &str); 3] = [
        (ActivityChange::Cancel, "called off"),
        (ActivityChange::TimePasses { confirmed: true }, "its time passes"),
        (ActivityChange::TimePasses { confirmed: false }, "its time passes, and nobody said that this date goes on"),
    ];
    let edges = ActivityState::ALL.into_iter().flat_map(|from| {
        CHANGES.into_iter().filter_map(move |(change, why)| from.after(change).map(|to| (from, why.to_owned(), to)))
    });
    diagram(&[(ActivityState::Planned, "announced")], edges)
}

/// What somebody alone says about an activity with one place, which is free or taken.
fn rsvp() -> String {
    let tries = [
        (Wish::Come, 0, "comes, there is a place"),
        (Wish::Come, 1, "comes, it is full"),
        (Wish::Cannot, 0, "can't come"),
    ];
    let answer = |before: Option<RsvpState>, wish, others| match decide(
        Some(1),
        others,
        before.map(|state| Answer { state, guests: 0 }),
        wish,
    ) {
        Outcome::Becomes(answer) => Some(answer.state),
        Outcome::NoSeatForGuest | Outcome::NotThere => None,
    };
    let begins: Vec<(RsvpState, &str)> =
        tries.into_iter().filter_map(|(wish, others, why)| Some((answer(None, wish, others)?, why))).collect();
    let edges = RsvpState::ALL.into_iter().flat_map(|from| {
        tries.into_iter().filter_map(move |(wish, others, why)| {
            answer(Some(from), wish, others).filter(|to| *to != from).map(|to| (from, why.to_owned(), to))
        })
    });
    diagram(&begins, edges.collect::<Vec<_>>())
}

#[test]
fn the_page_shows_what_the_rules_say() {
    let page = format!(
        "# States\n\n\
         Drawn from the rules by `tests/states_drawn.rs`; `BLESS=1 cargo test --test states_drawn` draws them anew. What is not drawn is refused.\n\n\
         ## A help request\n\nFor one helper (`src/features/requests/model/rules.rs`). For several it is promised once as many are accepted as were asked for.\n\n{}\n\n\
         ## A response\n\nA neighbour's [Ik wil helpen].\n\n{}\n\n\
         ## An activity\n\nOne date of it (`src/features/activities/model.rs`).\n\n{}\n\n\
         ## What somebody says about an activity\n\nWith one place (`src/features/activities/attendance/rules.rs`). A place that comes free is the first one's who waits.\n\n{}\n",
        request(),
        response(),
        activity(),
        rsvp()
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    if std::env::var("BLESS").is_ok_and(|v| v == "1") {
        std::fs::write(&path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), page, "draw it anew with BLESS=1");
}
