//! What is said in a conversation with the team, and how it ends. Each message goes on as it is, to the other alone, and
//! carries the buttons to answer it. Nobody waits without a word: after a working day without an answer the resident gets the
//! numbers. A week after the team's last word the conversation ends by itself, and a month after a last word that the team never
//! answered: nothing is kept for ever.

use super::buttons::{Job, RelayButton};
use super::store::{self, Relay, Said, State};
use super::{FLOW_ANSWER, FLOW_ASK, QUESTION, thing};
use crate::dialogue::Words;
use crate::features::neighbourhood::TEAM_HOURS;
use crate::features::worklist;
use crate::model::{Button, Content, Html, Language, Media, Neighbourhood, NeighbourhoodId, Person, PersonId, Result};
use crate::screen::{self, numbers, tell_how_to_join, the_team};
use crate::text::{Arg, in_daytime, next_working_day, texts};
use crate::turn::{Action, Turn, WorkItem};

/// Days after the team's last word after which a conversation ends by itself, and after its end that it is kept.
const DAYS: i64 = 7;

/// Days after the resident's last word after which it ends, if the team never answered.
const UNANSWERED_DAYS: i64 = 30;

/// Messages that a resident can send without an answer in between.
const UNANSWERED_AT_MOST: i64 = 20;

/// [Stel een vraag]: what holds is said before the first word.
pub(super) async fn ask(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let who = turn.who()?;
    if !turn.allowed(n, Action::TakePart).await? {
        return tell_how_to_join(turn).await;
    }
    turn.set_current(who.id, n).await?;
    if !screen::confidence_possible(turn, n).await? {
        return Ok(());
    }
    turn.begin_about(FLOW_ASK, "place", n);
    Ok(())
}

/// The first words, confirmed.
pub(super) async fn asked(turn: &mut Turn<'_>, n: NeighbourhoodId, words: &Words) -> Result<()> {
    let who = turn.who()?;
    if !turn.allowed(n, Action::TakePart).await? {
        return tell_how_to_join(turn).await;
    }
    if !screen::confidence_possible(turn, n).await? {
        return Ok(());
    }
    let now = turn.now();
    let id = match store::begin(turn.db(), n, who.id, now).await? {
        Some(id) => id,
        // They have one already: it goes on there.
        None => match open_in(turn, who.id, n).await? {
            Some(relay) => relay.id,
            None => return Ok(()),
        },
    };
    if let Some(relay) = relay(turn, id).await? {
        say(turn, &relay, false, words).await?;
    }
    Ok(())
}

async fn open_in(turn: &mut Turn<'_>, resident: PersonId, n: NeighbourhoodId) -> Result<Option<Relay>> {
    for id in store::open_of(turn.db(), resident).await? {
        if let Some(relay) = relay(turn, id).await?.filter(|r| r.neighbourhood == n) {
            return Ok(Some(relay));
        }
    }
    Ok(None)
}

/// A conversation, in which nobody answers who is no longer of the team.
pub(super) async fn relay(turn: &mut Turn<'_>, id: i64) -> Result<Option<Relay>> {
    let Some(mut relay) = store::relay(turn.db(), id).await? else { return Ok(None) };
    if let Some(member) = relay.member
        && !turn.person_allowed(member, relay.neighbourhood, Action::ReadConfidential).await?
    {
        relay.member = None;
    }
    Ok(Some(relay))
}

/// Which of the two the sender is in a conversation: true for the team's side, false for the resident's. `None` if they are not in
/// it.
pub(super) fn side_of(relay: &Relay, person: PersonId) -> Option<bool> {
    if relay.member == Some(person) {
        Some(true)
    } else if relay.resident == person {
        Some(false)
    } else {
        None
    }
}

/// A conversation that the sender is in. `None` if they are not, or it is gone: they have been told.
pub(super) async fn of_sender(turn: &mut Turn<'_>, id: i64) -> Result<Option<Relay>> {
    let who = turn.who()?;
    let found = relay(turn, id).await?.filter(|r| side_of(r, who.id).is_some());
    if found.is_none() {
        over(turn);
    }
    Ok(found)
}

/// The same, if it goes on.
async fn open_of_sender(turn: &mut Turn<'_>, id: i64) -> Result<Option<Relay>> {
    let relay = of_sender(turn, id).await?;
    if relay.as_ref().is_some_and(|r| r.state == State::Ended) {
        turn.answer(turn.label("relay-is-over", &[]));
    }
    Ok(relay.filter(|r| r.state != State::Ended))
}

/// Answers a press on what is no longer there.
pub(super) fn over(turn: &mut Turn<'_>) {
    turn.answer(turn.label("relay-not-yours", &[]));
    turn.close_pressed();
}

/// [Antwoord].
pub(super) async fn answer_pressed(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(relay) = open_of_sender(turn, id).await? else { return Ok(()) };
    turn.begin_about(FLOW_ANSWER, "about", relay.id);
    Ok(())
}

/// The sender says something in a conversation, where they are in it and it goes on; else they read why not.
pub(super) async fn go_on(turn: &mut Turn<'_>, id: i64, words: &Words) -> Result<()> {
    let who = turn.who()?;
    let found = relay(turn, id).await?;
    match found.map(|r| (side_of(&r, who.id), r)) {
        Some((Some(by_team), relay)) if relay.state != State::Ended => say(turn, &relay, by_team, words).await,
        _ => turn.reply(Content::text(turn.say("relay-is-over", &[]))),
    }
}

/// Keeps what was said, shows it to the other, and tells the sender where it went.
async fn say(turn: &mut Turn<'_>, relay: &Relay, by_team: bool, words: &Words) -> Result<()> {
    if !by_team && store::unanswered(turn.db(), relay.id).await? >= UNANSWERED_AT_MOST {
        return turn.reply(Content::text(turn.say("relay-enough", &[])));
    }
    let (now, key, by) = (turn.now(), turn.key(), turn.who()?.id);
    let id = store::say(turn.db(), key, relay.id, (by_team, by), words, now).await?;
    store::set_state(turn.db(), relay.id, if by_team { State::Answered } else { State::Asked }, now).await?;
    let said = Said { id, by_team, by, words: words.clone() };
    deliver(turn, relay, &said).await?;
    let neighbourhood = turn.neighbourhood(relay.neighbourhood).await?;
    if by_team {
        worklist::resolve(turn, &thing(relay.id)).await?;
        turn.cancel(Job::Wait, relay.id);
        turn.schedule(Job::Quiet, relay.id, in_daytime(now.plus_days(DAYS)));
        let resident = turn.person(relay.resident).await?;
        return turn.reply(Content::text(turn.say("relay-said-to", &[("name", Arg::Words(&resident.name))])));
    }
    worklist::put(turn, relay.neighbourhood, QUESTION, &thing(relay.id)).await?;
    turn.schedule(Job::Quiet, relay.id, in_daytime(now.plus_days(UNANSWERED_DAYS)));
    if relay.state != State::Asked || store::unanswered(turn.db(), relay.id).await? == 1 {
        turn.schedule(Job::Wait, relay.id, in_daytime(next_working_day(now)));
    }
    let mut text = match relay.member {
        Some(member) => {
            let member = turn.person(member).await?;
            turn.say("relay-said-to", &[("name", Arg::Words(&member.name))])
        }
        None => turn.say("relay-asked", &[("team", Arg::Words(&the_team(turn.language(), &neighbourhood)))]),
    };
    if let Some(hours) = neighbourhood.words(TEAM_HOURS).filter(|_| relay.member.is_none()) {
        text = text.line(&turn.say("relay-hours", &[("hours", Arg::Words(hours))]));
    }
    turn.reply(Content::text(text))
}

/// Shows a message to whom it is for, if somebody reads there yet.
async fn deliver(turn: &mut Turn<'_>, relay: &Relay, said: &Said) -> Result<()> {
    let (from, to) =
        if said.by_team { (relay.member, Some(relay.resident)) } else { (Some(relay.resident), relay.member) };
    let (Some(from), Some(to)) = (from, to) else { return Ok(()) };
    let (from, to) = (turn.person(from).await?, turn.person(to).await?);
    let neighbourhood = turn.neighbourhood(relay.neighbourhood).await?;
    store::note_read(turn.db(), relay.id, said.id).await?;
    put(turn, relay.id, &from, &to, said, &neighbourhood);
    Ok(())
}

/// Puts a message into somebody's chat: as a card, so that a reply to it is known; a voice message as it is.
fn put(turn: &mut Turn<'_>, relay: i64, from: &Person, to: &Person, said: &Said, neighbourhood: &Neighbourhood) {
    let content = message(to.language, relay, from, said, neighbourhood);
    match &said.words {
        Words::Typed(_) => turn.card(thing(said.id), to.chat, content),
        Words::Spoken { voice } => {
            let (media, about) = (Media::voice(voice.clone()), Some(thing(said.id)));
            match said.by_team {
                true => turn.tell_media(to, media, content, about),
                false => turn.tell_team_media(to, neighbourhood.id, media, content, about),
            }
        }
    }
}

/// A message as its reader sees it.
fn message(language: Language, relay: i64, from: &Person, said: &Said, neighbourhood: &Neighbourhood) -> Content {
    let team = the_team(language, neighbourhood);
    let args = [("name", Arg::Words(from.name.as_str())), ("team", Arg::Words(&team))];
    let head = texts().html(language, if said.by_team { "relay-from-team" } else { "relay-from-resident" }, &args);
    let text = head.paragraph(&spoken(language, &said.words));
    let press = |id: &str, tap: RelayButton| Button::press(texts().plain(language, id, &[]), tap.data());
    let rows = vec![
        vec![press("relay-answer", RelayButton::Answer(relay)), press("relay-finish", RelayButton::Finish(relay))],
        vec![press("relay-object", RelayButton::Object(relay))],
    ];
    Content::new(text, rows)
}

/// Words as they are; of a voice message, that it is one.
pub(super) fn spoken(language: Language, words: &Words) -> Html {
    match words {
        Words::Typed(words) => Html::from_words(words),
        Words::Spoken { .. } => texts().html(language, "relay-voice", &[]),
    }
}

/// Somebody of the team is assigned: they read what nobody of the team read yet, and the resident reads who. What was said to a
/// colleague before is theirs to open, with a trace.
pub(super) async fn assigned(turn: &mut Turn<'_>, id: i64, by: &Person) -> Result<()> {
    let Some(relay) = relay(turn, id).await?.filter(|r| r.state != State::Ended) else { return Ok(()) };
    if relay.member == Some(by.id) || relay.resident == by.id {
        return Ok(());
    }
    let mine_before = store::members(turn.db(), id).await? == [by.id];
    store::set_member(turn.db(), id, Some(by.id)).await?;
    store::note_member(turn.db(), id, by.id).await?;
    let relay = Relay { member: Some(by.id), ..relay };
    let key = turn.key();
    let neighbourhood = turn.neighbourhood(relay.neighbourhood).await?;
    let resident = turn.person(relay.resident).await?;
    let read_to = if mine_before { 0 } else { relay.read_to };
    if read_to > 0 {
        let text = texts().html(by.language, "relay-earlier", &[("name", Arg::Words(&resident.name))]);
        let label = texts().plain(by.language, "relay-earlier-open", &[]);
        turn.tell(by, Content::new(text, vec![vec![Button::press(label, RelayButton::Earlier(id).data())]]), None);
    }
    for said in store::all_said(turn.db(), key, id).await?.into_iter().filter(|s| !s.by_team && s.id > read_to) {
        store::note_read(turn.db(), id, said.id).await?;
        put(turn, id, &resident, by, &said, &neighbourhood);
    }
    let team = the_team(resident.language, &neighbourhood);
    let args = [("name", Arg::Words(by.name.as_str())), ("team", Arg::Words(&team))];
    let id = if read_to > 0 { "relay-taken-over" } else { "relay-read" };
    let text = texts().html(resident.language, id, &args);
    turn.tell(&resident, Content::text(text), None);
    Ok(())
}

/// Somebody's role changed: who is no moderator any more loses what residents wrote to them.
pub(super) async fn role_changed(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    if turn.person_allowed(person, n, Action::ReadConfidential).await? {
        return Ok(());
    }
    let person = turn.person(person).await?;
    for message in store::messages_of_others(turn.db(), n, person.id).await? {
        if turn.has_card(&thing(message), person.chat).await? {
            let gone = texts().html(person.language, "team-gone", &[]);
            turn.card(thing(message), person.chat, Content::text(gone));
        }
    }
    Ok(())
}

/// Nobody of the team answers in it any more: another one may.
pub(super) async fn unassigned(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(relay) = relay(turn, id).await?.filter(|r| r.state != State::Ended) else { return Ok(()) };
    store::set_member(turn.db(), id, None).await?;
    match relay.state {
        State::Asked => worklist::put(turn, relay.neighbourhood, QUESTION, &thing(id)).await,
        State::Answered | State::Ended => Ok(()),
    }
}

/// [Gesprek stoppen]: sure?
pub(super) async fn finish_pressed(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    if open_of_sender(turn, id).await?.is_none() {
        return Ok(());
    }
    let rows = vec![
        vec![turn.button("relay-finish-yes", RelayButton::FinishNow(id).data())],
        vec![turn.button("relay-object-no", RelayButton::Never.data())],
    ];
    turn.reply(Content::new(turn.say("relay-finish-sure", &[("days", DAYS.into())]), rows))
}

/// [Ja, stop het gesprek].
pub(super) async fn finished(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(relay) = open_of_sender(turn, id).await? else { return Ok(()) };
    turn.close_pressed();
    end(turn, &relay).await?;
    tell_end(turn, &relay).await
}

/// A resident left, or was put out: what they talk about with the team ends. They read so with all else that ended; who answers them
/// reads it here.
pub(super) async fn left(turn: &mut Turn<'_>, person: PersonId, n: NeighbourhoodId) -> Result<()> {
    for id in store::open_of(turn.db(), person).await? {
        if let Some(relay) = relay(turn, id).await?.filter(|r| r.neighbourhood == n && r.resident == person) {
            end(turn, &relay).await?;
            tell_end_to(turn, &relay, true).await?;
        }
    }
    Ok(())
}

/// Ends a conversation; it is kept for a week from now.
pub(super) async fn end(turn: &mut Turn<'_>, relay: &Relay) -> Result<()> {
    let now = turn.now();
    if store::set_state(turn.db(), relay.id, State::Ended, now).await? {
        worklist::resolve(turn, &thing(relay.id)).await?;
        turn.cancel(Job::Wait, relay.id);
        turn.cancel(Job::Quiet, relay.id);
        turn.schedule(Job::Drop, relay.id, now.plus_days(DAYS));
    }
    Ok(())
}

/// Tells both that it is over.
pub(super) async fn tell_end(turn: &mut Turn<'_>, relay: &Relay) -> Result<()> {
    tell_end_to(turn, relay, false).await?;
    tell_end_to(turn, relay, true).await
}

/// Tells one of the two, the team's side or the resident, that it is over.
pub(super) async fn tell_end_to(turn: &mut Turn<'_>, relay: &Relay, team: bool) -> Result<()> {
    let (to, other) = if team { (relay.member, Some(relay.resident)) } else { (Some(relay.resident), relay.member) };
    let Some(to) = to else { return Ok(()) };
    let to = turn.person(to).await?;
    let neighbourhood = turn.neighbourhood(relay.neighbourhood).await?;
    let name = match other {
        Some(other) => turn.person(other).await?.name,
        None => the_team(to.language, &neighbourhood),
    };
    if Turn::reachable(&to) {
        let args = [("name", Arg::Words(name.as_str())), ("days", DAYS.into())];
        let mut text = texts().html(to.language, "relay-over", &args);
        if !team {
            text = text.line(&texts().html(to.language, "relay-over-ask", &[]));
        }
        turn.tell(&to, Content::text(text), None);
    }
    Ok(())
}

/// A working day without an answer: the resident hears it, with the numbers.
pub(super) async fn waited(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    if turn.defer_to_morning(Job::Wait, id) {
        return Ok(());
    }
    let Some(relay) = relay(turn, id).await?.filter(|r| r.state == State::Asked) else { return Ok(()) };
    let resident = turn.person(relay.resident).await?;
    let neighbourhood = turn.neighbourhood(relay.neighbourhood).await?;
    let team = the_team(resident.language, &neighbourhood);
    let text = texts().html(resident.language, "relay-waits", &[("team", Arg::Words(&team))]);
    turn.tell(&resident, Content::text(text.paragraph(&numbers(resident.language, Some(&neighbourhood)))), None);
    Ok(())
}

/// Nobody said anything any more: a week after the team's last word, or a month after the resident's.
pub(super) async fn fell_silent(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    if turn.defer_to_morning(Job::Quiet, id) {
        return Ok(());
    }
    let Some(relay) = relay(turn, id).await? else { return Ok(()) };
    match relay.state {
        State::Ended => Ok(()),
        State::Answered => {
            end(turn, &relay).await?;
            tell_end(turn, &relay).await
        }
        State::Asked => {
            end(turn, &relay).await?;
            tell_end_to(turn, &relay, true).await?;
            tell_unanswered(turn, &relay).await
        }
    }
}

/// The resident hears that nobody answered, and where else to turn.
async fn tell_unanswered(turn: &mut Turn<'_>, relay: &Relay) -> Result<()> {
    let resident = turn.person(relay.resident).await?;
    if !Turn::reachable(&resident) {
        return Ok(());
    }
    let language = resident.language;
    let neighbourhood = turn.neighbourhood(relay.neighbourhood).await?;
    let team = the_team(language, &neighbourhood);
    let text = texts()
        .html(language, "relay-unanswered", &[("team", Arg::Words(&team)), ("days", DAYS.into())])
        .line(&texts().html(language, "relay-over-ask", &[]))
        .paragraph(&numbers(language, Some(&neighbourhood)));
    turn.tell(&resident, Content::text(text), None);
    Ok(())
}

/// A week after its end nothing of it is kept, unless somebody still has to look at it.
pub(super) async fn forget(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(relay) = relay(turn, id).await?.filter(|r| r.state == State::Ended) else { return Ok(()) };
    let now = turn.now();
    if relay.objected && worklist::contains(turn, &thing(id)).await? {
        turn.schedule(Job::Drop, id, now.plus_days(DAYS));
        return Ok(());
    }
    let key = turn.key();
    for said in store::all_said(turn.db(), key, id).await? {
        turn.forget_cards(&thing(said.id)).await?;
    }
    store::drop_relay(turn.db(), id).await
}

/// A message did not reach one of the two.
pub(super) async fn undelivered(turn: &mut Turn<'_>, person: PersonId, message: i64) -> Result<()> {
    let Some(id) = store::relay_of(turn.db(), message).await? else { return Ok(()) };
    let Some(relay) = relay(turn, id).await?.filter(|r| r.state != State::Ended) else { return Ok(()) };
    if relay.member == Some(person) {
        store::note_unread(turn.db(), id, message).await?;
        return unassigned(turn, id).await;
    }
    if relay.resident != person {
        return Ok(());
    }
    end(turn, &relay).await?;
    if let Some(member) = relay.member {
        let (member, resident) = (turn.person(member).await?, turn.person(person).await?);
        let text = texts().html(member.language, "relay-unreached", &[("name", Arg::Words(&resident.name))]);
        turn.tell(&member, Content::text(text), None);
    }
    Ok(())
}

/// A conversation as the worklist shows it. `None` if nobody waits for anything.
pub(super) async fn work(turn: &mut Turn<'_>, id: i64) -> Result<Option<WorkItem>> {
    let Some(relay) = relay(turn, id).await? else { return Ok(None) };
    let resident = turn.person(relay.resident).await?;
    let args = [("name", Arg::Words(resident.name.as_str()))];
    if relay.objected {
        let mut about = store::members(turn.db(), id).await?;
        about.push(relay.resident);
        let title = turn.label("relay-work-objected", &args);
        let text = turn.say("relay-work-objected-more", &args);
        let rows = vec![
            vec![turn.button("relay-open", RelayButton::Open(id).data())],
            vec![turn.button("relay-settle", RelayButton::Settle(id).data())],
        ];
        return Ok(Some(WorkItem { title, text, rows, about, confidential: true, ..WorkItem::default() }));
    }
    if relay.state != State::Asked {
        return Ok(None);
    }
    let (title, text) = (turn.label("relay-work", &args), turn.say("relay-work", &args));
    let rows = vec![vec![
        turn.button("relay-answer", RelayButton::Answer(id).data()),
        turn.button("relay-finish", RelayButton::Finish(id).data()),
    ]];
    Ok(Some(WorkItem { title, text, rows, about: vec![relay.resident], confidential: true, ..WorkItem::default() }))
}
