//! What people see of a help request in a group and in lists: the card, the preview before it, a line. Pure: what it shows is
//! handed in.

use super::basics::{ON_BUTTON, button, named_button, say};
use super::dates::{self, Date, Viewer};
use crate::features::contact;
use crate::features::requests::buttons::RequestButton;
use crate::features::requests::model::category::icon;
use crate::features::requests::model::request::Request;
use crate::features::requests::model::states::{Audience, Beneficiary, State};
use crate::model::{Button, Content, Html, Language, Person, ResponseId};
use crate::text::{Arg, clip, texts};

/// Returns true if a helper may read who asks: if the asker wants no name, only one who was accepted.
pub fn knows_asker(r: &Request, accepted: bool) -> bool {
    r.named || accepted || r.beneficiary == Beneficiary::Caller
}

/// Whether a helper may read who asks, as texts ask for it.
pub fn known(r: &Request, accepted: bool) -> (&'static str, Arg<'static>) {
    ("known", Arg::Own(if knows_asker(r, accepted) { "yes" } else { "no" }))
}

/// What a helper calls the asker before they are accepted.
pub fn asker_name<'a>(r: &Request, asker: &'a Person, unnamed: &'a str) -> Arg<'a> {
    if knows_asker(r, false) { Arg::Words(&asker.name) } else { Arg::Own(unnamed) }
}

/// 'Van wie', as this reader may know.
pub fn from_line(language: Language, r: &Request, asker: &str, accepted: bool) -> Html {
    let args = [("name", Arg::Words(asker)), known(r, accepted)];
    match r.beneficiary {
        Beneficiary::Own => say(language, "request-from", &args),
        Beneficiary::Other => say(language, "request-for-other", &args),
        Beneficiary::Caller => say(language, "request-from-team", &[]),
    }
}

/// 'Waarmee', 'wanneer' and, where it is not the reader, 'van wie'.
pub fn head(language: Language, r: &Request, from: Option<Html>) -> Html {
    head_at(language, r, &r.span.words(language), from)
}

fn head_at(language: Language, r: &Request, when: &str, from: Option<Html>) -> Html {
    let args = [("icon", Arg::Own(icon(&r.category))), ("title", Arg::Words(&r.title)), ("when", Arg::Own(when))];
    let mut head = say(language, "request-head", &args);
    for (there, id) in [(r.photo, "request-photo"), (r.voice, "request-voice")] {
        if there {
            head = head.line(&say(language, id, &[]));
        }
    }
    from.map_or(head.clone(), |from| head.line(&from))
}

/// 'Waarmee' and 'wanneer', for its asker.
pub fn request_head(language: Language, r: &Request) -> Html {
    head(language, r, None)
}

/// One request in a list: with its asker's name, or that it is the reader's own.
pub fn list_line(me: &Person, r: &Request, asker: &Person, when: &str) -> Html {
    let unnamed =
        texts().plain(me.language, if r.beneficiary == Beneficiary::Caller { "the-team" } else { "a-neighbour" }, &[]);
    let named = r.named && r.beneficiary != Beneficiary::Caller;
    let name = if named { Arg::Words(asker.name.as_str()) } else { Arg::Own(&unnamed) };
    let args = [
        ("icon", Arg::Own(icon(&r.category))),
        ("title", Arg::Words(&r.title)),
        ("when", Arg::Own(when)),
        ("name", name),
    ];
    say(me.language, if me.id == asker.id { "request-line-own" } else { "request-line" }, &args)
}

/// A button with a request's title.
pub fn title_button(r: &Request, tap: RequestButton) -> Button {
    Button::press(clip(&title_of(r), ON_BUTTON), tap.data())
}

/// How many helpers are still to be found, where more than one was asked for.
pub fn missing_line(language: Language, r: &Request, accepted: i64) -> Option<Html> {
    let missing = r.wanted - accepted;
    (r.wanted > 1 && r.state == State::Open && missing > 0)
        .then(|| say(language, "helpers-missing", &[("n", Arg::Number(missing))]))
}

/// The card in a group. `offers`: there is a response. `accepted`: helpers found so far. `call`: the asker can't be written to
/// and is called here, without details. `dates`: of a request that repeats, which is then handed in as one.
pub fn group_card(
    language: Language,
    r: &Request,
    asker: &str,
    offers: bool,
    accepted: i64,
    call: bool,
    dates: &[Date],
) -> Content {
    let from = from_line(language, r, asker, false);
    let mut text = if dates.is_empty() {
        head(language, r, Some(from))
    } else {
        let head = head_at(language, r, &dates::when_words(language, dates), Some(from));
        head.paragraph(&dates::lines(language, dates, Viewer::Neighbour))
    };
    let status = match r.state {
        State::Open if offers && !call => Some("card-offered"),
        State::Open => None,
        State::Promised => Some("card-promised"),
        State::Done => Some("card-done"),
        State::Withdrawn => Some("card-withdrawn"),
        State::TakenOver => Some("card-taken-over"),
        State::Lapsed => Some("card-lapsed"),
    };
    if let Some(missing) = missing_line(language, r, accepted) {
        text = text.paragraph(&missing);
    }
    if let Some(id) = status {
        text = text.paragraph(&say(language, id, &[]));
    }
    let help = || button(language, "button-help", RequestButton::Help(r.id));
    let more = || button(language, "button-more", RequestButton::More(r.id));
    let mut rows = match r.state {
        State::Open => vec![vec![help(), more()]],
        State::Promised | State::TakenOver | State::Lapsed => vec![vec![more()]],
        State::Done | State::Withdrawn => Vec::new(),
    };
    if call && matches!(r.state, State::Open | State::Promised) {
        let id = if r.state == State::Open { "card-call-open" } else { "card-call-promised" };
        text = text.paragraph(&say(language, id, &[("name", Arg::Words(asker)), known(r, false)]));
        rows.push(vec![Button::open(texts().plain(language, "button-open", &[]), format!("r_{}", r.id))]);
    }
    Content::new(text, rows)
}

/// What was typed behind /vraag in a group, as it would stand there. `other`: what else its time could mean. `once`: it was to
/// repeat in a way that is not possible yet.
pub fn preview(language: Language, r: &Request, asker: &str, draft: i64, other: Option<&str>, once: bool) -> Content {
    let mut text = head(language, r, Some(from_line(language, r, asker, false)));
    if once {
        text = text.paragraph(&say(language, "preview-once", &[]));
    }
    let text = text.paragraph(&say(language, "preview", &[("name", Arg::Words(asker))]));
    let mut rows = vec![vec![button(language, "button-place", RequestButton::Place(draft))]];
    rows.extend(other.map(|when| {
        let label = texts().plain(language, "button-i-mean", &[("when", Arg::Own(when))]);
        vec![Button::press(clip(&label, 64), RequestButton::OtherTime(draft).data())]
    }));
    rows.extend([vec![
        button(language, "button-adjust", RequestButton::Adjust(draft)),
        button(language, "button-drop", RequestButton::Drop(draft)),
    ]]);
    Content::new(text, rows)
}

/// 'Je bereikt Jan via @jan', or that it is still to come.
pub fn match_line(language: Language, id: &str, other: &Person, said: Option<&str>) -> Html {
    let name = ("name", Arg::Words(&other.name));
    match contact::of(other, said) {
        Some(contact) => {
            // A @username is no number: it is tapped.
            let how = if said.is_some() { "match-contact" } else { "match-contact-tap" };
            let reach = say(language, how, &[name, ("contact", Arg::Words(&contact))]);
            say(language, id, &[name]).line(&reach)
        }
        None => say(language, id, &[name]).line(&say(language, "match-waits", &[name])),
    }
}

/// The button with which a reader lets the other of a match know how to reach them. `None` if that was said, and where a caller
/// is asked for, whose number the helper has.
pub fn reach_row(me: &Person, r: &Request, said: Option<&str>, other: &Person, id: ResponseId) -> Option<Vec<Button>> {
    let needed = r.beneficiary != Beneficiary::Caller && contact::of(me, said).is_none();
    needed.then(|| vec![named_button(me.language, "button-reach", &other.name, RequestButton::Reach(id))])
}

/// A neighbour wants to help: the asker chooses.
pub fn new_offer(asker: &Person, r: &Request, helper: &Person, response: ResponseId) -> Content {
    let language = asker.language;
    let args = [("name", Arg::Words(helper.name.as_str())), ("title", Arg::Words(&r.title))];
    let rows = vec![vec![
        button(language, "button-yes", RequestButton::Yes(response, r.version)),
        button(language, "button-no", RequestButton::No(response, r.version)),
    ]];
    let id = if r.beneficiary == Beneficiary::Caller { "offer-new-caller" } else { "offer-new" };
    Content::new(say(language, id, &args), rows)
}

/// What the asker chose, where it is not what most choose.
fn own_lines(language: Language, r: &Request) -> Vec<Html> {
    let mut lines = Vec::new();
    match r.audience {
        Audience::Group => {}
        Audience::Quiet | Audience::Met | Audience::Team => {
            lines.push(say(language, &format!("item-sight-{}", r.audience.word()), &[]));
        }
    }
    match r.beneficiary {
        // Who called stands below, with their number.
        Beneficiary::Own | Beneficiary::Caller => {}
        Beneficiary::Other => lines.push(say(language, "item-for-other", &[])),
    }
    if !knows_asker(r, false) {
        lines.push(say(language, "item-unnamed", &[]));
    }
    lines
}

pub fn item_head(me: &Person, r: &Request, when: &str, from: Option<Html>) -> Html {
    let mut text = head_at(me.language, r, when, from);
    if me.id == r.asker {
        text = own_lines(me.language, r).into_iter().fold(text, |all, line| all.line(&line));
    }
    match &r.details {
        Some(details) => text.paragraph(&Html::from_words(details)),
        None => text,
    }
}

/// A request's name in one line.
pub fn title_of(r: &Request) -> String {
    format!("{} {}", icon(&r.category), r.title)
}

/// What the request is called: with its date, where it repeats.
pub fn dated_title(language: Language, r: &Request) -> String {
    match r.series {
        Some(_) => format!("{}, {}", r.title, r.span.words(language)),
        None => r.title.clone(),
    }
}
