//! The asker's choice: [Ja, graag] and [Nee, bedankt] about one request or date, or about every date of a series that a helper
//! offered. The button carries the version that was shown, so that nobody chooses what they did not see.

use super::access::asked_by_me;
use super::load;
use super::model::request::{Request, Response};
use super::model::rules::{self, Change, Facts, ResponseChange};
use super::model::states::{Audience, Beneficiary, ResponseState, State};
use super::reach::begin_reach;
use super::screens::basics::{add_row, say, state_text};
use super::screens::dates::{Date, state_of, version_of};
use super::screens::series::{load_date, load_dates, show_series};
use super::screens::series_item::stands;
use super::screens::view::{item_after, show_item, whole_after};
use super::tell::{tell, tell_text};
use super::transitions::{change, change_response, end_response};
use crate::features::{contact, trust};
use crate::model::{Content, Html, Person, PersonId, RequestId, ResponseId, Result};
use crate::screen::{alert, outdated, show, tell_put_out, toast};
use crate::text::Arg;
use crate::turn::{Action, Turn};

/// A helper's offer, as its asker chooses about it.
struct Offer {
    /// The request that was responded to.
    request: Request,
    /// The first date of its series, if the choice is about all dates.
    all_of: Option<RequestId>,
    /// What the choice is about: this request, or all dates.
    dates: Vec<Date>,
    /// The response that the button names.
    response: Response,
    /// Who wants to help.
    helper: Person,
    /// Who chooses.
    asker: Person,
}

impl Offer {
    /// Loads the offer that a button names. `None`, with an answer to the press, if it is not for the sender to choose.
    async fn load(turn: &mut Turn<'_>, id: ResponseId, all: bool) -> Result<Option<Offer>> {
        let Some((request, response, asker)) = asked_by_me(turn, id).await? else { return Ok(None) };
        let all_of = request.series.filter(|_| all);
        let dates = match all_of {
            Some(first) => load_dates(turn, first).await?,
            None if all => return outdated(turn).map(|()| None),
            None => vec![load_date(turn, request.clone()).await?],
        };
        let helper = turn.person(response.helper).await?;
        Ok(Some(Offer { request, all_of, dates, response, helper, asker }))
    }

    /// The helper's response to a date.
    fn response_to<'d>(&self, date: &'d Date) -> Option<&'d Response> {
        match self.all_of {
            Some(_) => date.latest(self.helper.id),
            None => date.responses.iter().map(|(s, _)| s).find(|s| s.id == self.response.id),
        }
    }

    /// The helper's responses that are in this state, each with its date.
    fn responses(&self, state: ResponseState) -> Vec<(&Date, &Response)> {
        let all = self.dates.iter().filter_map(|d| Some((d, self.response_to(d)?)));
        all.filter(|(_, s)| s.state == state).collect()
    }

    /// Shows the pressed message as things are now.
    async fn show(&self, turn: &mut Turn<'_>) -> Result<()> {
        match self.all_of {
            Some(first) => show_series(turn, first).await,
            None => show_item(turn, self.request.id, None).await,
        }
    }

    /// Everything that `reader` may see of it now, after some words.
    async fn item_after(&self, turn: &mut Turn<'_>, words: Html, reader: &Person) -> Result<Content> {
        match self.all_of {
            Some(_) => whole_after(turn, words, &self.request, reader).await,
            None => {
                let r = load::existing(turn, self.request.id).await?;
                item_after(turn, words, &r, reader).await
            }
        }
    }
}

/// What a [Ja, graag] comes to.
enum Choice<'o> {
    /// The helper was accepted before: a finger that pressed twice.
    Again,
    /// The request stands in a state in which nobody is accepted.
    Refused(State),
    /// The helper can't any more.
    HelperGone,
    /// The helper left the neighbourhood's groups, or the team does not know them any more, since they offered.
    NotMet,
    /// It changed since it was shown.
    Changed,
    /// The helper is accepted for these dates, which go to this state.
    Accepted(Vec<(&'o Date, &'o Response, State)>),
}

/// Decides about a [Ja, graag]. `met`: the helper still takes part, and belongs to those whom it is for.
fn judge(offer: &Offer, met: bool, shown: i64) -> Choice<'_> {
    let offered = offer.responses(ResponseState::Offered);
    let state = state_of(&offer.dates);
    if offered.is_empty() && !offer.responses(ResponseState::Accepted).is_empty() && !rules::is_end(state) {
        return Choice::Again;
    }
    if offer.all_of.is_none() && state != State::Open {
        return Choice::Refused(state);
    }
    if offered.is_empty() {
        return Choice::HelperGone;
    }
    if !met {
        return Choice::NotMet;
    }
    if shown != version_of(&offer.dates) {
        return Choice::Changed;
    }
    let accepted = offered.into_iter().filter_map(|(date, response)| {
        let accepted = i64::try_from(date.in_state(ResponseState::Accepted).count()).unwrap_or(i64::MAX) + 1;
        let facts = Facts { wanted: date.request.wanted, accepted };
        Some((date, response, rules::next(date.request.state, Change::Accept, facts).ok()?))
    });
    let accepted: Vec<_> = accepted.collect();
    if accepted.is_empty() { Choice::Refused(state) } else { Choice::Accepted(accepted) }
}

/// [Ja, graag]. `all`: for every date that this helper offered and that still needs one.
pub async fn yes(turn: &mut Turn<'_>, id: ResponseId, shown: i64, all: bool) -> Result<()> {
    let Some(offer) = Offer::load(turn, id, all).await? else { return Ok(()) };
    let r = &offer.request;
    let both = [offer.asker.id, offer.helper.id];
    if !offer.responses(ResponseState::Offered).is_empty() && turn.hold_for_presence(r.neighbourhood, &both).await? {
        return Ok(());
    }
    if !turn.allowed(r.neighbourhood, Action::TakePart).await? {
        return tell_put_out(turn, r.neighbourhood).await;
    }
    let is_here = turn.person_allowed(offer.helper.id, r.neighbourhood, Action::TakePart).await?;
    let met = r.audience != Audience::Met || trust::is_met(turn, r.neighbourhood, offer.helper.id).await?;
    match judge(&offer, is_here && met, shown) {
        Choice::Again => toast(turn, "match-toast", &[])?,
        Choice::Refused(state) => alert(turn, &state_text(state), &[])?,
        Choice::HelperGone => alert(turn, "helper-gone", &[("name", Arg::Words(&offer.helper.name))])?,
        Choice::NotMet => {
            // The search does not wait for an offer that can't be accepted.
            for (date, response) in offer.responses(ResponseState::Offered) {
                end_response(turn, &date.request, response, ResponseChange::Withdraw).await?;
            }
            alert(turn, "helper-gone", &[("name", Arg::Words(&offer.helper.name))])?;
        }
        Choice::Changed => alert(turn, "changed-meanwhile", &[])?,
        Choice::Accepted(dates) => return accept(turn, &offer, &dates).await,
    }
    offer.show(turn).await
}

async fn accept(turn: &mut Turn<'_>, offer: &Offer, dates: &[(&Date, &Response, State)]) -> Result<()> {
    let Offer { request: r, helper, asker, .. } = offer;
    let mut filled = Vec::new();
    for (date, response, to) in dates {
        change(turn, &date.request, *to).await?;
        change_response(turn, response, ResponseChange::Accept).await?;
        if *to == State::Promised {
            filled.push(date.request.id);
        }
    }
    toast(turn, if r.beneficiary == Beneficiary::Caller { "match-toast-caller" } else { "match-toast" }, &[])?;
    let words = say(helper.language, "match-news", &[("name", Arg::Words(&asker.name))]);
    let content = offer.item_after(turn, words, helper).await?;
    tell(turn, r, helper, content).await?;
    if let Some(first) = r.series {
        release_offers(turn, first, &filled).await?;
    }
    offer.show(turn).await?;
    if let Some((_, response, _)) = dates.last()
        && r.beneficiary != Beneficiary::Caller
        && contact::of(asker, r.contact.as_deref()).is_none()
    {
        begin_reach(turn, response.id);
    }
    Ok(())
}

/// These dates have all the helpers they need: who else offered for them need not wait, and may offer again should one come
/// free. Who helps on no other date either reads so, once.
async fn release_offers(turn: &mut Turn<'_>, first: RequestId, filled: &[RequestId]) -> Result<()> {
    let mut free: Vec<PersonId> = Vec::new();
    for date in load_dates(turn, first).await?.iter().filter(|d| filled.contains(&d.request.id)) {
        for (response, helper) in date.in_state(ResponseState::Offered) {
            if change_response(turn, response, ResponseChange::Withdraw).await? && !free.contains(&helper.id) {
                free.push(helper.id);
            }
        }
    }
    let (r, dates) = (load::existing(turn, first).await?, load_dates(turn, first).await?);
    for id in free {
        if !dates.iter().any(|d| stands(d, id)) {
            let helper = turn.person(id).await?;
            tell_text(turn, &r, &helper, "offer-declined-about", &[("title", Arg::Words(&r.title))]).await?;
        }
    }
    Ok(())
}

/// [Nee, bedankt]. `all`: for every date that this helper offered.
pub async fn no(turn: &mut Turn<'_>, id: ResponseId, shown: i64, all: bool) -> Result<()> {
    let Some(offer) = Offer::load(turn, id, all).await? else { return Ok(()) };
    let Offer { request: r, helper, asker, .. } = &offer;
    let offered = offer.responses(ResponseState::Offered);
    if shown != version_of(&offer.dates) && (all || !offered.is_empty()) {
        alert(turn, "changed-meanwhile", &[])?;
        return offer.show(turn).await;
    }
    if offered.is_empty() {
        outdated(turn)?;
        return offer.show(turn).await;
    }
    for (date, response) in offered {
        end_response(turn, &date.request, response, ResponseChange::Decline).await?;
    }
    tell_text(turn, r, helper, "offer-declined-about", &[("title", Arg::Words(&r.title))]).await?;
    toast(turn, "declined-toast", &[])?;
    let words = turn.say("declined", &[("name", Arg::Words(&helper.name))]);
    let mut content = offer.item_after(turn, words, asker).await?;
    if !all {
        add_row(&mut content, vec![trust::no_contact_button(asker.language, &helper.name, id)]);
    }
    show(turn, content)
}
