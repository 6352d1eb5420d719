//! Helping: a neighbour responds, the asker chooses, both get each other's contact; or it does not go on after all. A wish
//! to help looks at the state only; the asker's choice carries what was shown.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::buttons::Tap;
use super::cards::{contact_of, knows_asker, new_offer, say};
use super::rules::{self, Change, Facts, NoOffer, ResponseChange, ResponseState, State};
use super::states::{Reason, Sight, Subject};
use super::store::{self, Request, Response};
use super::view::{self, alert, item_after, item_for, latest_of, show, tell, tell_text, toast};
use super::{FLOW_REACH, after, cards, media, rounds, series, series_help, sights};
use crate::dialogue::Contact;
use crate::features::roles::{Action, may};
use crate::features::{Finish, trust};
use crate::model::{Content, Fault, NeighbourhoodId, Person, PersonId, RequestId, ResponseId, Result};
use crate::text::Arg;
use crate::turn::Turn;

/// Text id of the line that a state gives in a press' answer.
pub fn state_text(state: State) -> String {
    format!("request-is-{}", state.word().replace('_', "-"))
}

/// The request of a press or link, if it is there and this person may see it from here. Pressing a button in its group
/// makes them a member.
pub async fn reachable_request(turn: &mut Turn<'_>, id: RequestId) -> Result<Option<Request>> {
    let Some(r) = store::request(turn.db(), id).await? else {
        let text = if turn.press().is_some() { "press-outdated" } else { "link-old" };
        toast(turn, text, &[])?;
        return Ok(None);
    };
    if !belongs_here(turn, r.neighbourhood).await? {
        alert(turn, "other-neighbourhood", &[])?;
        return Ok(None);
    }
    let me = turn.who()?;
    if !sights::may_see(turn, &r, &me).await? {
        // As if it were not there: that it is, is nobody's business.
        let text = if turn.press().is_some() { "press-outdated" } else { "link-old" };
        toast(turn, text, &[])?;
        return Ok(None);
    }
    Ok(Some(r))
}

async fn belongs_here(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<bool> {
    let who = turn.who()?;
    if !turn.in_private() {
        if turn.chat_here().and_then(|c| c.neighbourhood) != Some(n) {
            return Ok(false);
        }
        turn.join(who.id, n).await?;
    }
    let (member, place) = (turn.membership(who.id, n).await?, turn.neighbourhood(n).await?);
    Ok(may(member.as_ref(), Action::TakePart, &place))
}

/// [Ik wil helpen].
pub async fn help(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = reachable_request(turn, id).await? else { return Ok(()) };
    if r.sight == Sight::Team {
        return toast(turn, "press-outdated", &[]);
    }
    let me = turn.who()?;
    if (r.state == State::Open || r.series.is_some()) && trust::apart(turn, me.id, r.asker).await? {
        // What anybody reads who was declined: who keeps apart from whom is never told.
        return refuse_offer(turn, NoOffer::Declined);
    }
    if r.series.is_some() {
        return series_help::help(turn, &r).await;
    }
    let responses = store::responses_of(turn.db(), id).await?;
    let mine = latest_of(&responses, me.id).map(|s| s.state);
    if let Err(why) = rules::may_offer(r.state, r.asker, me.id, mine) {
        return refuse_offer(turn, why);
    }
    if !turn.in_private() && !Turn::reachable(&me) {
        turn.open_private(&format!("h_{id}"));
        return Ok(());
    }
    if !trust::ask_age(turn, Some(Tap::Help(id).data())).await? {
        return Ok(());
    }
    let now = turn.now();
    let Some(response) = store::offer(turn.db(), id, me.id, now).await? else {
        return refuse_offer(turn, NoOffer::Again);
    };
    let asker = turn.person(r.asker).await?;
    if turn.press().is_some() {
        let known = Arg::Own(if knows_asker(&r, false) { "yes" } else { "no" });
        toast(turn, "offer-toast", &[("name", Arg::Words(&asker.name)), ("known", known)])?;
    }
    let unnamed = turn.label("your-neighbour", &[]);
    let name = if knows_asker(&r, false) { Arg::Words(asker.name.as_str()) } else { Arg::Own(&unnamed) };
    let args = [("name", name), ("title", Arg::Words(&r.title))];
    let thanks = Content::new(
        turn.say("offer-thanks", &args),
        vec![vec![turn.button("button-take-back", Tap::Cant(response).data())]],
    );
    turn.reply(thanks)?;
    tell(turn, &r, &asker, new_offer(&asker, &r, &me, response)).await?;
    rounds::offered(turn, &r);
    view::refresh_cards(turn, id).await
}

/// Answers a wish to help that goes no further.
pub fn refuse_offer(turn: &mut Turn<'_>, why: NoOffer) -> Result<()> {
    match why {
        NoOffer::Own => toast(turn, "offer-own", &[]),
        NoOffer::Again => toast(turn, "offer-again", &[]),
        NoOffer::Declined => toast(turn, "offer-declined", &[]),
        NoOffer::State(state) => toast(turn, &state_text(state), &[]),
    }
}

/// A response with its request, where the presser is the asker.
pub async fn asked_by_me(turn: &mut Turn<'_>, id: ResponseId) -> Result<Option<(Request, Response, Person)>> {
    let me = turn.who()?;
    let Some(response) = store::response(turn.db(), id).await? else {
        toast(turn, "press-outdated", &[])?;
        return Ok(None);
    };
    let r = view::must(turn, response.request).await?;
    if r.asker != me.id || !turn.in_private() {
        toast(turn, "press-not-yours", &[])?;
        return Ok(None);
    }
    view::asker_is_here(turn, &r, &me).await?;
    Ok(Some((r, response, me)))
}

/// Shows the pressed message as things are now.
async fn fresh(turn: &mut Turn<'_>, id: RequestId, me: &Person) -> Result<()> {
    let r = view::must(turn, id).await?;
    let content = item_for(turn, &r, me).await?;
    show(turn, content)
}

/// [Ja, graag].
pub async fn yes(turn: &mut Turn<'_>, id: ResponseId, shown: i64) -> Result<()> {
    let Some((r, response, me)) = asked_by_me(turn, id).await? else { return Ok(()) };
    if response.state == ResponseState::Accepted && !rules::is_end(r.state) {
        // A finger that pressed twice.
        toast(turn, "match-toast", &[])?;
        return fresh(turn, r.id, &me).await;
    }
    let accepted = accepted_of(turn, r.id).await? + 1;
    let to = match rules::next(r.state, Change::Accept, Facts { wanted: r.wanted, accepted }) {
        Ok(to) => to,
        Err(rules::Refusal(state)) => {
            alert(turn, &state_text(state), &[])?;
            return fresh(turn, r.id, &me).await;
        }
    };
    let Ok(state) = rules::next_response(response.state, ResponseChange::Accept) else {
        let helper = turn.person(response.helper).await?;
        alert(turn, "helper-gone", &[("name", Arg::Words(&helper.name))])?;
        return fresh(turn, r.id, &me).await;
    };
    if r.sight == Sight::Met && !trust::is_met(turn, r.neighbourhood, response.helper).await? {
        // The team took it back since they offered.
        drop_offer(turn, Some(&response)).await?;
        let helper = turn.person(response.helper).await?;
        alert(turn, "helper-gone", &[("name", Arg::Words(&helper.name))])?;
        return fresh(turn, r.id, &me).await;
    }
    if shown != r.version {
        alert(turn, "changed-meanwhile", &[])?;
        return fresh(turn, r.id, &me).await;
    }
    change(turn, &r, to).await?;
    change_response(turn, &response, state).await?;
    toast(turn, "match-toast", &[])?;
    view::refresh_cards(turn, r.id).await?;

    let helper = turn.person(response.helper).await?;
    let r = view::must(turn, r.id).await?;
    let words = say(helper.language, "match-news", &[("name", Arg::Words(&me.name))]);
    let content = item_after(turn, words, &r, &helper).await?;
    tell(turn, &r, &helper, content).await?;
    if let (Some(first), State::Promised) = (r.series, r.state) {
        series::let_go(turn, first, &[r.id]).await?;
    }
    fresh(turn, r.id, &me).await?;
    if r.subject != Subject::Caller && contact_of(&me, r.contact.as_deref()).is_none() {
        begin_reach(turn, id);
    }
    Ok(())
}

/// An offer that can't be accepted any more: the search does not wait for it.
pub async fn drop_offer(turn: &mut Turn<'_>, response: Option<&Response>) -> Result<()> {
    if let Some(response) = response
        && let Ok(gone) = rules::next_response(response.state, ResponseChange::Withdraw)
    {
        change_response(turn, response, gone).await?;
        rounds::go_on(turn, response.request).await?;
    }
    Ok(())
}

/// How many helpers were accepted.
pub async fn accepted_of(turn: &mut Turn<'_>, id: RequestId) -> Result<i64> {
    let responses = store::responses_of(turn.db(), id).await?;
    Ok(responses.iter().map(|s| i64::from(s.state == ResponseState::Accepted)).sum())
}

/// [Nee, bedankt].
pub async fn no(turn: &mut Turn<'_>, id: ResponseId, shown: i64) -> Result<()> {
    let Some((r, response, me)) = asked_by_me(turn, id).await? else { return Ok(()) };
    let Ok(state) = rules::next_response(response.state, ResponseChange::Decline) else {
        toast(turn, "press-outdated", &[])?;
        return fresh(turn, r.id, &me).await;
    };
    if shown != r.version {
        alert(turn, "changed-meanwhile", &[])?;
        return fresh(turn, r.id, &me).await;
    }
    change_response(turn, &response, state).await?;
    rounds::go_on(turn, r.id).await?;
    let helper = turn.person(response.helper).await?;
    tell_text(turn, &r, &helper, "offer-declined-about", &[("title", Arg::Words(&r.title))]).await?;
    view::refresh_cards(turn, r.id).await?;
    toast(turn, "declined-toast", &[])?;
    let words = turn.say("declined", &[("name", Arg::Words(&helper.name))]);
    let mut content = item_after(turn, words, &r, &me).await?;
    view::add_row(&mut content, vec![trust::apart_button(me.language, &helper.name, id)]);
    show(turn, content)
}

/// [Ik kan toch niet].
pub async fn cant(turn: &mut Turn<'_>, id: ResponseId) -> Result<()> {
    let me = turn.who()?;
    let Some(response) = store::response(turn.db(), id).await? else { return toast(turn, "press-outdated", &[]) };
    if response.helper != me.id {
        return toast(turn, "press-not-yours", &[]);
    }
    let r = view::must(turn, response.request).await?;
    let responses = store::responses_of(turn.db(), r.id).await?;
    let latest = view::latest_of(&responses, me.id).is_some_and(|l| l.id == id);
    if latest && response.state == ResponseState::Withdrawn && !rules::is_end(r.state) {
        // A finger that pressed twice reads the same answer.
        let asker = turn.person(r.asker).await?;
        return show(turn, withdrew(turn, &r, &asker));
    }
    let Ok(state) = rules::next_response(response.state, ResponseChange::Withdraw) else {
        toast(turn, "press-outdated", &[])?;
        return fresh(turn, r.id, &me).await;
    };
    let was_accepted = response.state == ResponseState::Accepted;
    change_response(turn, &response, state).await?;
    if was_accepted {
        let accepted = accepted_of(turn, r.id).await?;
        // One that a moderator took over stays as it is.
        if let Ok(to) = rules::next(r.state, Change::HelperCant, Facts { wanted: r.wanted, accepted }) {
            change(turn, &r, to).await?;
        }
    }
    rounds::go_on(turn, r.id).await?;
    let r = view::must(turn, r.id).await?;
    let asker = turn.person(r.asker).await?;
    if !rules::is_end(r.state) {
        let text = if was_accepted { "helper-cant" } else { "offer-taken-back" };
        let title = view::called(asker.language, &r);
        let words = say(asker.language, text, &[("name", Arg::Words(&me.name)), ("title", Arg::Words(&title))]);
        let content = item_after(turn, words, &r, &asker).await?;
        tell(turn, &r, &asker, content).await?;
    }
    view::refresh_cards(turn, r.id).await?;
    show(turn, withdrew(turn, &r, &asker))
}

fn withdrew(turn: &Turn<'_>, r: &Request, asker: &Person) -> Content {
    let unnamed = turn.label("your-neighbour", &[]);
    let name = if knows_asker(r, false) { Arg::Words(asker.name.as_str()) } else { Arg::Own(&unnamed) };
    let title = view::called(turn.language(), r);
    Content::text(turn.say("cant", &[("name", name), ("title", Arg::Words(&title))]))
}

/// Changes a request's state; what was read a moment ago in the same transaction must still be so.
pub async fn change(turn: &mut Turn<'_>, r: &Request, to: State) -> Result<()> {
    if to == r.state {
        return Ok(());
    }
    let now = turn.now();
    if !store::set_state(turn.db(), r, to, now).await? {
        return Err(Fault::event("a request changed within one transaction"));
    }
    if rules::is_end(to) {
        media::forget_later(turn, r);
    }
    after::follow(turn, r, to).await?;
    rounds::follow(turn, r.id).await
}

/// As [`change`], to a moderator who helps from now on.
pub async fn take_over(turn: &mut Turn<'_>, r: &Request, handler: PersonId, reason: Reason) -> Result<()> {
    if !store::assign(turn.db(), r, handler, reason).await? {
        return Err(Fault::event("a request changed within one transaction"));
    }
    after::follow(turn, r, State::TakenOver).await?;
    rounds::follow(turn, r.id).await
}

/// As [`change`], for a response.
pub async fn change_response(turn: &mut Turn<'_>, response: &Response, to: ResponseState) -> Result<()> {
    if store::set_response_state(turn.db(), response, to).await? {
        Ok(())
    } else {
        Err(Fault::event("a response changed within one transaction"))
    }
}

// ── contact ────────────────────────────────────────────────────────────────────────────────────────────────────

/// The answers of the dialogue `reach`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReachAnswers {
    /// Key of the response that it is for.
    about: String,
    /// Their own number or words.
    how: Contact,
}

impl ReachAnswers {
    /// Reads the answers.
    ///
    /// # Errors
    /// Where one is missing or of another kind; in words for the author of the flow.
    pub fn read(answers: &Map<String, Value>) -> Result<ReachAnswers, String> {
        serde_json::from_value(Value::Object(answers.clone())).map_err(|e| e.to_string())
    }

    /// Key of what it is about.
    pub fn about(&self) -> i64 {
        self.about.parse().unwrap_or_default()
    }

    /// How they can be reached.
    pub fn contact(self) -> String {
        match self.how {
            Contact::Phone(words) | Contact::Words(words) => words,
        }
    }
}

/// Asks how the sender can be reached, for this match.
pub fn begin_reach(turn: &mut Turn<'_>, id: ResponseId) {
    begin_reach_by(turn, FLOW_REACH, id.0);
}

/// Begins a dialogue in which one says how one can be reached, about this match or request.
pub fn begin_reach_by(turn: &mut Turn<'_>, flow: &'static str, about: i64) {
    let mut known = Map::new();
    known.insert("about".into(), Value::String(about.to_string()));
    turn.begin(flow, known);
}

/// Who this person is in a response that stands: the asker or the helper.
async fn my_match(turn: &mut Turn<'_>, id: ResponseId) -> Result<Option<(Request, Response, bool)>> {
    let me = turn.who()?;
    let Some(response) = store::response(turn.db(), id).await? else { return Ok(None) };
    let r = view::must(turn, response.request).await?;
    let am_asker = r.asker == me.id;
    let mine = am_asker || response.helper == me.id;
    if trust::apart(turn, r.asker, response.helper).await? {
        return Ok(None);
    }
    Ok(Some((r, response, am_asker)).filter(|(_, s, _)| mine && s.state == ResponseState::Accepted))
}

/// [Laat weten hoe].
pub async fn reach_pressed(turn: &mut Turn<'_>, id: ResponseId) -> Result<()> {
    if !turn.in_private() || my_match(turn, id).await?.is_none() {
        return toast(turn, "press-outdated", &[]);
    }
    begin_reach(turn, id);
    Ok(())
}

/// The contact somebody gave: kept with the match, and told to the other side.
pub async fn finish_reach(turn: &mut Turn<'_>, answers: ReachAnswers) -> Result<Finish> {
    let id = ResponseId(answers.about());
    let contact = answers.contact();
    let Some((r, response, am_asker)) = my_match(turn, id).await? else {
        let text = turn.say("press-outdated", &[]);
        turn.reply(Content::text(text))?;
        return Ok(Finish::Done);
    };
    let other = if am_asker {
        store::set_asker_contact(turn.db(), r.id, &contact).await?;
        turn.person(response.helper).await?
    } else {
        store::set_helper_contact(turn.db(), id, &contact).await?;
        turn.person(r.asker).await?
    };
    let me = turn.who()?;
    let args =
        [("name", Arg::Words(me.name.as_str())), ("contact", Arg::Words(&contact)), ("title", Arg::Words(&r.title))];
    let words = say(other.language, "reach-news", &args).paragraph(&say(other.language, "safety", &[]));
    tell(turn, &r, &other, Content::text(words)).await?;
    view::refresh_cards(turn, r.id).await?;
    let text = turn.say("reach-thanks", &[("name", Arg::Words(&other.name))]);
    turn.reply(Content::text(text))?;
    Ok(Finish::Done)
}

/// A private message about a request did not arrive.
pub async fn undelivered(turn: &mut Turn<'_>, person: &Person, id: RequestId) -> Result<()> {
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(()) };
    if rules::is_end(r.state) {
        return Ok(());
    }
    if r.asker == person.id {
        if store::set_unreached(turn.db(), r.root(), true).await? {
            view::refresh_cards(turn, id).await?;
        }
        return Ok(());
    }
    let responses = store::responses_of(turn.db(), id).await?;
    let accepted = latest_of(&responses, person.id).is_some_and(|s| s.state == ResponseState::Accepted);
    let asker = turn.person(r.asker).await?;
    // Afterwards nobody need look for somebody else.
    if accepted && r.after_at.is_none() && Turn::reachable(&asker) {
        let words = cards::say(asker.language, "helper-unreached", &[("name", Arg::Words(&person.name))]);
        let content = item_after(turn, words, &r, &asker).await?;
        // Without a wish to hear of it: it would go round.
        turn.tell(&asker, content, None);
    }
    Ok(())
}

/// Somebody took the card out of a group, twice, or Telegram refused it: the asker hears it, and it is not put back.
pub async fn card_lost(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(()) };
    if r.series.is_none() && rules::is_end(r.state) {
        return Ok(());
    }
    let asker = turn.person(r.asker).await?;
    let words = say(asker.language, "card-gone", &[("title", Arg::Words(&r.title))]);
    tell(turn, &r, &asker, Content::text(words)).await
}
