//! Helping: a neighbour wants to help with a request, or can not after all.

use super::access::{self, held_back, may_offer, reachable_request};
use super::buttons::RequestButton;
use super::load::{self, latest_of, touched};
use super::model::request::Request;
use super::model::rules::{self, NoOffer, ResponseChange};
use super::model::states::{Audience, Beneficiary, ResponseState, State};
use super::screens::basics::{refuse_offer, say};
use super::screens::cards::{self, asker_name, known, new_offer};
use super::screens::view::{item_after, show_item};
use super::tell::tell;
use super::transitions::end_response;
use super::{search_jobs, series_offer, store};
use crate::features::trust;
use crate::model::{Content, Person, RequestId, ResponseId, Result};
use crate::screen::{not_for_you, outdated, show, toast};
use crate::text::Arg;
use crate::turn::Turn;

/// Somebody replied to the card of a request: do they want to help? `None` where that can't be, or it is their own.
pub async fn wish(turn: &mut Turn<'_>, id: RequestId) -> Result<Option<Content>> {
    let me = turn.who()?;
    let Some(r) = store::request(turn.db(), id).await? else { return Ok(None) };
    if r.asker == me.id || r.state != State::Open || r.audience != Audience::Group {
        return Ok(None);
    }
    let asker = turn.person(r.asker).await?;
    let unnamed = turn.label("your-neighbour", &[]);
    let args = [("name", asker_name(&r, &asker, &unnamed)), ("title", Arg::Words(&r.title))];
    let button = turn.button("button-help", RequestButton::Help(id).data());
    Ok(Some(Content::new(turn.say("reply-help", &args), vec![vec![button]])))
}

/// [Ik wil helpen].
pub async fn help(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    // The card is there for everybody: who is kept apart reads what anybody reads who was turned down.
    if let Some(r) = access::group_request_kept_apart(turn, id).await? {
        let me = turn.who()?;
        let why = rules::may_offer(r.state, r.asker, me.id, Some(ResponseState::Declined));
        return why.or_else(|why| refuse_offer(turn, why));
    }
    let Some(r) = reachable_request(turn, id).await? else { return Ok(()) };
    let me = turn.who()?;
    if !may_offer(turn, &r, &me).await? {
        return not_for_you(turn).await;
    }
    if held_back(turn, &r).await? {
        return Ok(());
    }
    if r.series.is_some() {
        return series_offer::help(turn, &r).await;
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
    if !trust::ask_age(turn, Some(RequestButton::Help(id).data())).await? {
        return Ok(());
    }
    let now = turn.now();
    let Some(response) = store::offer(turn.db(), id, me.id, now).await? else {
        return refuse_offer(turn, NoOffer::Again);
    };
    let asker = turn.person(r.asker).await?;
    if turn.press().is_some() {
        toast(turn, "offer-toast", &[("name", Arg::Words(&asker.name)), known(&r, false)])?;
    }
    let unnamed = turn.label("your-neighbour", &[]);
    let args = [("name", asker_name(&r, &asker, &unnamed)), ("title", Arg::Words(&r.title))];
    let thanks = Content::new(
        turn.say(if r.beneficiary == Beneficiary::Caller { "offer-thanks-caller" } else { "offer-thanks" }, &args),
        vec![vec![turn.button("button-take-back", RequestButton::Cant(response).data())]],
    );
    turn.reply(thanks)?;
    tell(turn, &r, &asker, new_offer(&asker, &r, &me, response)).await?;
    search_jobs::remind_later(turn, &r);
    touched(turn, &r);
    Ok(())
}

/// [Ik kan toch niet].
pub async fn cant(turn: &mut Turn<'_>, id: ResponseId) -> Result<()> {
    let me = turn.who()?;
    let Some(response) = store::response(turn.db(), id).await? else { return outdated(turn) };
    if response.helper != me.id {
        return outdated(turn);
    }
    let r = load::existing(turn, response.request).await?;
    let responses = store::responses_of(turn.db(), r.id).await?;
    let latest = load::latest_of(&responses, me.id).is_some_and(|l| l.id == id);
    if latest && response.state == ResponseState::Withdrawn && !rules::is_end(r.state) {
        if matches!(r.state, State::Lapsed | State::TakenOver) {
            // It was over before they took their offer back: nobody has to hear of that.
            return show(turn, Content::text(turn.say("cant-late", &[])));
        }
        // A finger that pressed twice reads the same answer.
        let asker = turn.person(r.asker).await?;
        return show(turn, withdrew(turn, &r, &asker));
    }
    if !end_response(turn, &r, &response, ResponseChange::Withdraw).await? {
        outdated(turn)?;
        return show_item(turn, r.id, None).await;
    }
    let r = load::existing(turn, r.id).await?;
    let asker = turn.person(r.asker).await?;
    if !rules::is_end(r.state) {
        let text = if response.state == ResponseState::Accepted { "helper-cant" } else { "offer-taken-back" };
        let title = cards::dated_title(asker.language, &r);
        let words = say(asker.language, text, &[("name", Arg::Words(&me.name)), ("title", Arg::Words(&title))]);
        let content = item_after(turn, words, &r, &asker).await?;
        tell(turn, &r, &asker, content).await?;
    }
    show(turn, withdrew(turn, &r, &asker))
}

fn withdrew(turn: &Turn<'_>, r: &Request, asker: &Person) -> Content {
    let unnamed = turn.label("your-neighbour", &[]);
    let title = cards::dated_title(turn.language(), r);
    Content::text(turn.say("cant", &[("name", asker_name(r, asker, &unnamed)), ("title", Arg::Words(&title))]))
}
