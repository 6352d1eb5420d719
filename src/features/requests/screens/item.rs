//! The message about a help request in private, which is another one for the asker, for a helper and for a neighbour who only
//! reads. Pure: what it shows is handed in.

use super::afterwards;
use super::basics::{button, choice_row, say, state_line};
use super::cards::{from_line, item_head, known, match_line, missing_line, reach_row};
use crate::features::requests::buttons::{AfterwardsButton, RequestButton};
use crate::features::requests::model::request::{Request, Response};
use crate::features::requests::model::search_schedule::TEAM;
use crate::features::requests::model::states::{Audience, Beneficiary, ResponseState, State, Verdict};
use crate::features::trust;
use crate::model::{Button, Content, Html, Language, Person};
use crate::text::Arg;

/// Most offers to choose from in one message; each came with a message of its own as well. Telegram takes 100 buttons.
const OFFERS_AT_MOST: usize = 10;

/// Most helpers with whom an asker can end all contact in one message.
pub const PARTINGS_AT_MOST: usize = 3;

/// Who reads the message in private.
pub enum Reader {
    /// Whose request it is; with everybody who responded, and whether the posting can be undone.
    Asker {
        /// Responses that stand, with who gave them.
        responses: Vec<(Response, Person)>,
        /// Whether it may be undone.
        undo: bool,
        /// Who of the team helps, in words.
        by: Option<Html>,
    },
    /// Who responded.
    Helper(Response),
    /// Anybody else in the neighbourhood.
    Neighbour,
}

/// Everything about a request that this reader may see, with the buttons that its state allows them.
pub fn item(me: &Person, r: &Request, asker: &Person, reader: &Reader) -> Content {
    let language = me.language;
    let accepted = matches!(reader, Reader::Helper(mine) if mine.takes_part());
    let from = (me.id != asker.id).then(|| from_line(language, r, &asker.name, accepted));
    let text = item_head(me, r, &r.span.words(language), from);
    let (status, rows) = match reader {
        Reader::Asker { responses, undo, by } => asker_part(me, r, responses, *undo, by.as_ref()),
        Reader::Helper(mine) => helper_part(me, r, asker, mine),
        Reader::Neighbour => neighbour_part(language, r),
    };
    Content::new(text.paragraph(&status), rows)
}

/// Returns true if the two of a match are to be careful: not where the team knows who helps.
fn needs_safety(r: &Request) -> bool {
    r.audience != Audience::Met
}

fn asker_part(
    me: &Person,
    r: &Request,
    responses: &[(Response, Person)],
    undo: bool,
    by: Option<&Html>,
) -> (Html, Vec<Vec<Button>>) {
    let language = me.language;
    if r.state == State::Promised && r.verdict == Some(Verdict::Bad) {
        // Nothing that invites to go on with who was not pleasant.
        let helped = responses.iter().filter(|(s, _)| s.state == ResponseState::Accepted).take(PARTINGS_AT_MOST);
        let rows = helped.map(|(s, helper)| vec![trust::no_contact_button(language, &helper.name, s.id)]).collect();
        return (say(language, "after-bad-item", &[]), rows);
    }
    let mut text = Html::default();
    let mut rows = Vec::new();
    let of = |state| responses.iter().filter(move |(s, _)| s.state == state);
    for (response, helper) in of(ResponseState::Accepted) {
        let id = if r.beneficiary == Beneficiary::Caller { "match-asker-caller" } else { "match-asker" };
        text = text.paragraph(&match_line(language, id, helper, response.contact.as_deref()));
        rows.extend(reach_row(me, r, r.contact.as_deref(), helper, response.id));
    }
    if !text.is_empty() && needs_safety(r) {
        text = text.paragraph(&say(language, "safety", &[]));
    }
    match r.state {
        State::Open => {
            let found = i64::try_from(of(ResponseState::Accepted).count()).unwrap_or(i64::MAX);
            if let Some(missing) = missing_line(language, r, found) {
                text = text.paragraph(&missing);
                if found > 0 {
                    let enough = RequestButton::After(AfterwardsButton::Enough(r.id));
                    rows.push(vec![button(language, "button-enough", enough)]);
                }
            }
            let offers: Vec<_> = of(ResponseState::Offered).collect();
            text = text.paragraph(&match offers.as_slice() {
                [] if r.audience == Audience::Team => say(language, "item-asker-team", &[]),
                [] if r.round >= TEAM => say(language, "item-asker-along", &[]),
                [] => say(language, "item-asker-open", &[]),
                [(_, helper)] => say(language, "item-asker-offer", &[("name", Arg::Words(&helper.name))]),
                _ => say(language, "item-asker-offers", &[]),
            });
            for (response, helper) in offers.into_iter().take(OFFERS_AT_MOST) {
                let (yes, no) = (RequestButton::Yes(response.id, r.version), RequestButton::No(response.id, r.version));
                rows.push(choice_row(language, &helper.name, yes, no));
            }
        }
        State::Promised => {}
        State::Done | State::Withdrawn | State::TakenOver | State::Lapsed => {
            text = text.paragraph(&by.cloned().unwrap_or_else(|| state_line(language, r.state)));
        }
    }
    if let Some((question, answers)) = afterwards::open_question(language, r) {
        rows.extend(answers);
        return (text.paragraph(&question), rows);
    }
    let done = || button(language, "button-done", RequestButton::Done(r.id));
    let end = || button(language, "button-withdraw", RequestButton::Withdraw(r.id));
    match r.state {
        // Just posted, and nobody answered: to take it away is the same.
        State::Open if undo && responses.is_empty() => rows.push(vec![done()]),
        State::Open | State::Promised | State::TakenOver => rows.push(vec![done(), end()]),
        State::Lapsed => rows.push(vec![button(language, "button-ask-again", RequestButton::Renew(r.id)), end()]),
        State::Done | State::Withdrawn => {}
    }
    if undo && r.state == State::Open {
        rows.push(vec![button(language, "button-undo", RequestButton::Undo(r.id))]);
    }
    let partings = if r.beneficiary == Beneficiary::Caller { 0 } else { PARTINGS_AT_MOST };
    for (response, helper) in of(ResponseState::Accepted).take(partings) {
        rows.push(vec![trust::no_contact_button(language, &helper.name, response.id)]);
    }
    (text, rows)
}

fn helper_part(me: &Person, r: &Request, asker: &Person, mine: &Response) -> (Html, Vec<Vec<Button>>) {
    let language = me.language;
    match mine.state {
        ResponseState::Offered => {
            let text = match r.state {
                State::Open => {
                    say(language, "item-helper-offered", &[("name", Arg::Words(&asker.name)), known(r, false)])
                }
                State::Promised | State::Done | State::Withdrawn | State::TakenOver | State::Lapsed => {
                    state_line(language, r.state)
                }
            };
            (text, vec![vec![button(language, "button-take-back", RequestButton::Cant(mine.id))]])
        }
        ResponseState::Accepted => {
            let text = match_line(language, "match-helper", asker, r.contact.as_deref());
            let text = if needs_safety(r) { text.paragraph(&say(language, "safety", &[])) } else { text };
            let mut rows = Vec::from_iter(reach_row(me, r, mine.contact.as_deref(), asker, mine.id));
            if r.state == State::Promised && r.after_at.is_some() {
                // Its time has passed: what is left is how it went.
                return match mine.verdict {
                    None => {
                        rows.extend(afterwards::helper_rows(language, mine.id));
                        (text.paragraph(&say(language, "after-open", &[])), rows)
                    }
                    Some(_) => (text, rows),
                };
            }
            rows.push(vec![button(language, "button-cant", RequestButton::Cant(mine.id))]);
            if r.beneficiary != Beneficiary::Caller {
                rows.push(vec![trust::no_contact_button(language, &asker.name, mine.id)]);
            }
            (text, rows)
        }
        ResponseState::Declined => match r.state {
            State::Open | State::Promised => (say(language, "offer-declined", &[]), Vec::new()),
            State::Done | State::Withdrawn | State::TakenOver | State::Lapsed => {
                (state_line(language, r.state), Vec::new())
            }
        },
        ResponseState::Withdrawn => neighbour_part(language, r),
        ResponseState::Done => (state_line(language, r.state), Vec::new()),
    }
}

fn neighbour_part(language: Language, r: &Request) -> (Html, Vec<Vec<Button>>) {
    match r.state {
        // Whom it is for alone takes it over, and does not offer.
        State::Open if r.audience == Audience::Team => (state_line(language, r.state), Vec::new()),
        State::Open => (Html::default(), vec![vec![button(language, "button-help", RequestButton::Help(r.id))]]),
        State::Promised | State::Done | State::Withdrawn | State::TakenOver | State::Lapsed => {
            (state_line(language, r.state), Vec::new())
        }
    }
}
