//! What people see of a help request: the card in a group, the preview before it, and the message in private, which is
//! another one for the asker, for a helper and for a neighbour who only reads. Pure: what it shows is handed in.

use super::after;
use super::after_taps::AfterTap;
use super::buttons::Tap;
use super::category::category;
use super::course::TEAM;
use super::dates::{self, Date, Eye};
use super::rules::{ResponseState, State};
use super::states::{Sight, Subject};
use super::store::{Request, Response};
use crate::features::trust;
use crate::model::{Button, Content, Html, Language, Person, ResponseId};
use crate::text::{Arg, Args, clip, texts};

/// Longest name or title on a button, in characters.
const ON_BUTTON: usize = 40;

/// Most offers to choose from in one message; each came with a message of its own as well. Telegram takes 100 buttons.
const OFFERS_AT_MOST: usize = 10;

/// Most helpers with whom an asker can end all contact in one message.
pub const PARTINGS_AT_MOST: usize = 3;

/// A text in a language.
pub fn say(language: Language, id: &str, args: Args<'_>) -> Html {
    texts().html(language, id, args)
}

/// A button in a language.
pub fn button(language: Language, id: &str, tap: Tap) -> Button {
    Button::press(texts().plain(language, id, &[]), tap.data())
}

/// A button with somebody's name.
pub fn named_button(language: Language, id: &str, name: &str, tap: Tap) -> Button {
    let name = clip(name, ON_BUTTON);
    Button::press(texts().plain(language, id, &[("name", Arg::Words(&name))]), tap.data())
}

/// May a helper read who asks? Where the asker wants no name, only the one who was accepted.
pub fn knows_asker(r: &Request, accepted: bool) -> bool {
    r.named || accepted || r.subject == Subject::Caller
}

/// 'Van wie', as this reader may know.
pub fn from_line(language: Language, r: &Request, asker: &str, accepted: bool) -> Html {
    let known = ("known", Arg::Own(if knows_asker(r, accepted) { "yes" } else { "no" }));
    let args = [("name", Arg::Words(asker)), known];
    match r.subject {
        Subject::Own => say(language, "request-from", &args),
        Subject::Other => say(language, "request-for-other", &args),
        Subject::Caller => say(language, "request-from-team", &[]),
    }
}

/// 'Waarmee', 'wanneer' and, where it is not the reader, 'van wie'.
pub fn head(language: Language, r: &Request, from: Option<Html>) -> Html {
    head_at(language, r, &r.span.words(language), from)
}

fn head_at(language: Language, r: &Request, when: &str, from: Option<Html>) -> Html {
    let icon = category(&r.category).map_or("", |c| c.icon.as_str());
    let args = [("icon", Arg::Own(icon)), ("title", Arg::Words(&r.title)), ("when", Arg::Own(when))];
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
    let icon = category(&r.category).map_or("", |c| c.icon.as_str());
    let unnamed =
        texts().plain(me.language, if r.subject == Subject::Caller { "the-team" } else { "a-neighbour" }, &[]);
    let named = r.named && r.subject != Subject::Caller;
    let name = if named { Arg::Words(asker.name.as_str()) } else { Arg::Own(&unnamed) };
    let args = [("icon", Arg::Own(icon)), ("title", Arg::Words(&r.title)), ("when", Arg::Own(when)), ("name", name)];
    say(me.language, if me.id == asker.id { "request-line-own" } else { "request-line" }, &args)
}

/// A button with a request's title.
pub fn title_button(r: &Request, tap: Tap) -> Button {
    let icon = category(&r.category).map_or("", |c| c.icon.as_str());
    Button::press(clip(&format!("{icon} {}", r.title), ON_BUTTON), tap.data())
}

/// How many helpers are still to be found, where more than one was asked for.
fn missing_line(language: Language, r: &Request, accepted: i64) -> Option<Html> {
    let missing = r.wanted - accepted;
    (r.wanted > 1 && r.state == State::Open && missing > 0)
        .then(|| say(language, "helpers-missing", &[("n", Arg::Number(missing))]))
}

/// The card in a group. `offers`: is there a response? `accepted`: helpers found so far. `call`: the asker can't be written to
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
        head.paragraph(&dates::lines(language, dates, Eye::Neighbour))
    };
    let known = ("known", Arg::Own(if knows_asker(r, false) { "yes" } else { "no" }));
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
    let help = || button(language, "button-help", Tap::Help(r.id));
    let more = || button(language, "button-more", Tap::More(r.id));
    let mut rows = match r.state {
        State::Open => vec![vec![help(), more()]],
        State::Promised | State::TakenOver | State::Lapsed => vec![vec![more()]],
        State::Done | State::Withdrawn => Vec::new(),
    };
    if call && matches!(r.state, State::Open | State::Promised) {
        let id = if r.state == State::Open { "card-call-open" } else { "card-call-promised" };
        text = text.paragraph(&say(language, id, &[("name", Arg::Words(asker)), known]));
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
    let mut rows = vec![vec![button(language, "button-place", Tap::Place(draft))]];
    rows.extend(other.map(|when| {
        let label = texts().plain(language, "button-i-mean", &[("when", Arg::Own(when))]);
        vec![Button::press(clip(&label, 64), Tap::OtherTime(draft).data())]
    }));
    rows.extend([vec![
        button(language, "button-adjust", Tap::Adjust(draft)),
        button(language, "button-drop", Tap::Drop(draft)),
    ]]);
    Content::new(text, rows)
}

/// How somebody can be reached: as they said, or by their @name.
pub fn contact_of(person: &Person, said: Option<&str>) -> Option<String> {
    said.map(str::to_owned).or_else(|| person.username.as_ref().map(|u| format!("@{u}")))
}

/// Who reads the message in private.
pub enum Reader {
    /// Whose request it is; with everybody who responded, and whether the posting can be undone.
    Asker {
        /// Responses that stand, with who gave them.
        responses: Vec<(Response, Person)>,
        /// May it be undone?
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
    let accepted =
        matches!(reader, Reader::Helper(mine) if matches!(mine.state, ResponseState::Accepted | ResponseState::Done));
    let from = (me.id != asker.id).then(|| from_line(language, r, &asker.name, accepted));
    let text = top(me, r, &r.span.words(language), from);
    let (status, rows) = match reader {
        Reader::Asker { responses, undo, by } => asker_part(me, r, responses, *undo, by.as_ref()),
        Reader::Helper(mine) => helper_part(me, r, asker, mine),
        Reader::Neighbour => neighbour_part(language, r),
    };
    Content::new(text.paragraph(&status), rows)
}

fn top(me: &Person, r: &Request, when: &str, from: Option<Html>) -> Html {
    let mut text = head_at(me.language, r, when, from);
    if me.id == r.asker {
        text = own_lines(me.language, r).into_iter().fold(text, |all, line| all.line(&line));
    }
    match &r.details {
        Some(details) => text.paragraph(&Html::from_words(details)),
        None => text,
    }
}

/// What a request that repeats is about, and how each date stands, for this reader.
pub fn series_top(me: &Person, r: &Request, asker: &Person, dates: &[Date], eye: Eye) -> Html {
    let helps = |d: &Date| d.latest(me.id).is_some_and(|s| s.state == ResponseState::Accepted);
    let from = (me.id != asker.id).then(|| from_line(me.language, r, &asker.name, dates.iter().any(helps)));
    let text = top(me, r, &dates::when_words(me.language, dates), from);
    let who = say(me.language, if r.same_helper { "series-same" } else { "series-each" }, &[]);
    text.paragraph(&dates::lines(me.language, dates, eye)).paragraph(&who)
}

/// What the asker chose, where it is not what most choose.
fn own_lines(language: Language, r: &Request) -> Vec<Html> {
    let mut lines = Vec::new();
    match r.sight {
        Sight::Group => {}
        Sight::Quiet | Sight::Met | Sight::Team => {
            lines.push(say(language, &format!("item-sight-{}", r.sight.word()), &[]));
        }
    }
    match r.subject {
        // Who called stands below, with their number.
        Subject::Own | Subject::Caller => {}
        Subject::Other => lines.push(say(language, "item-for-other", &[])),
    }
    if !knows_asker(r, false) {
        lines.push(say(language, "item-unnamed", &[]));
    }
    lines
}

/// What the state is called where there is nothing more to say.
pub fn state_line(language: Language, state: State) -> Html {
    say(language, &format!("request-is-{}", state.word().replace('_', "-")), &[])
}

fn asker_part(
    me: &Person,
    r: &Request,
    responses: &[(Response, Person)],
    undo: bool,
    by: Option<&Html>,
) -> (Html, Vec<Vec<Button>>) {
    let language = me.language;
    let mut text = Html::default();
    let mut rows = Vec::new();
    let of = |state| responses.iter().filter(move |(s, _)| s.state == state);
    for (response, helper) in of(ResponseState::Accepted) {
        text = text.paragraph(&match_line(language, "match-asker", helper, response.contact.as_deref()));
        // Who called is reached by their own number, which the helper has.
        if r.subject != Subject::Caller && contact_of(me, r.contact.as_deref()).is_none() {
            rows.push(vec![named_button(language, "button-reach", &helper.name, Tap::Reach(response.id))]);
        }
    }
    if !text.is_empty() {
        text = text.paragraph(&say(language, "safety", &[]));
    }
    match r.state {
        State::Open => {
            let found = i64::try_from(of(ResponseState::Accepted).count()).unwrap_or(i64::MAX);
            if let Some(missing) = missing_line(language, r, found) {
                text = text.paragraph(&missing);
                if found > 0 {
                    rows.push(vec![button(language, "button-enough", Tap::After(AfterTap::Enough(r.id)))]);
                }
            }
            let offers: Vec<_> = of(ResponseState::Offered).collect();
            text = text.paragraph(&match offers.as_slice() {
                [] if r.sight == Sight::Team => say(language, "item-asker-team", &[]),
                [] if r.round >= TEAM => say(language, "item-asker-along", &[]),
                [] => say(language, "item-asker-open", &[]),
                [(_, helper)] => say(language, "item-asker-offer", &[("name", Arg::Words(&helper.name))]),
                _ => say(language, "item-asker-offers", &[]),
            });
            for (response, helper) in offers.into_iter().take(OFFERS_AT_MOST) {
                rows.extend(choice_rows(language, response.id, &helper.name, r.version));
            }
        }
        State::Promised => {}
        State::Done | State::Withdrawn | State::TakenOver | State::Lapsed => {
            let line = by.cloned().unwrap_or_else(|| state_line(language, r.state));
            text = text.paragraph(&line);
        }
    }
    if let Some((question, answers)) = after::open_question(language, r) {
        rows.extend(answers);
        return (text.paragraph(&question), rows);
    }
    let done = || button(language, "button-done", Tap::Done(r.id));
    let end = || button(language, "button-withdraw", Tap::Withdraw(r.id));
    match r.state {
        State::Open | State::Promised | State::TakenOver => rows.push(vec![done(), end()]),
        State::Lapsed => rows.push(vec![button(language, "button-ask-again", Tap::Renew(r.id)), end()]),
        State::Done | State::Withdrawn => {}
    }
    if undo && r.state == State::Open {
        rows.push(vec![button(language, "button-undo", Tap::Undo(r.id))]);
    }
    for (response, helper) in of(ResponseState::Accepted).take(PARTINGS_AT_MOST) {
        rows.push(vec![trust::apart_button(language, &helper.name, response.id)]);
    }
    (text, rows)
}

fn choice_rows(language: Language, id: ResponseId, name: &str, version: i64) -> Vec<Vec<Button>> {
    vec![vec![
        named_button(language, "button-yes-name", name, Tap::Yes(id, version)),
        named_button(language, "button-no-name", name, Tap::No(id, version)),
    ]]
}

/// 'Je bereikt Jan via @jan', or that it is still to come.
pub fn match_line(language: Language, id: &str, other: &Person, said: Option<&str>) -> Html {
    let name = ("name", Arg::Words(&other.name));
    match contact_of(other, said) {
        Some(contact) => {
            let reach = say(language, "match-contact", &[name, ("contact", Arg::Words(&contact))]);
            say(language, id, &[name]).line(&reach)
        }
        None => say(language, id, &[name]).line(&say(language, "match-waits", &[name])),
    }
}

fn helper_part(me: &Person, r: &Request, asker: &Person, mine: &Response) -> (Html, Vec<Vec<Button>>) {
    let language = me.language;
    match mine.state {
        ResponseState::Offered => {
            let known = ("known", Arg::Own(if knows_asker(r, false) { "yes" } else { "no" }));
            let text = match r.state {
                State::Open => say(language, "item-helper-offered", &[("name", Arg::Words(&asker.name)), known]),
                State::Promised | State::Done | State::Withdrawn | State::TakenOver | State::Lapsed => {
                    state_line(language, r.state)
                }
            };
            (text, vec![vec![button(language, "button-take-back", Tap::Cant(mine.id))]])
        }
        ResponseState::Accepted => {
            let text = match_line(language, "match-helper", asker, r.contact.as_deref()).paragraph(&say(
                language,
                "safety",
                &[],
            ));
            let mut rows = Vec::new();
            // A caller is rung up: nothing of the helper's goes to them through Stoep.
            if r.subject != Subject::Caller && contact_of(me, mine.contact.as_deref()).is_none() {
                rows.push(vec![named_button(language, "button-reach", &asker.name, Tap::Reach(mine.id))]);
            }
            if r.state == State::Promised && r.after_at.is_some() {
                // Its time has passed: what is left is how it went.
                return match mine.verdict {
                    None => {
                        rows.extend(after::helper_rows(language, mine.id));
                        (text.paragraph(&say(language, "after-open", &[])), rows)
                    }
                    Some(_) => (text, rows),
                };
            }
            rows.push(vec![button(language, "button-cant", Tap::Cant(mine.id))]);
            if r.subject != Subject::Caller {
                rows.push(vec![trust::apart_button(language, &asker.name, mine.id)]);
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
        State::Open if r.sight == Sight::Team => (state_line(language, r.state), Vec::new()),
        State::Open => (Html::default(), vec![vec![button(language, "button-help", Tap::Help(r.id))]]),
        State::Promised | State::Done | State::Withdrawn | State::TakenOver | State::Lapsed => {
            (state_line(language, r.state), Vec::new())
        }
    }
}

/// A neighbour wants to help: the asker chooses.
pub fn new_offer(asker: &Person, r: &Request, helper: &Person, response: ResponseId) -> Content {
    let language = asker.language;
    let args = [("name", Arg::Words(helper.name.as_str())), ("title", Arg::Words(&r.title))];
    let rows = vec![vec![
        button(language, "button-yes", Tap::Yes(response, r.version)),
        button(language, "button-no", Tap::No(response, r.version)),
    ]];
    Content::new(say(language, "offer-new", &args), rows)
}
