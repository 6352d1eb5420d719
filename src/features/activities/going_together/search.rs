//! Looking for company: whom Stoep asks, what they answer, and what happens where nobody can.

use super::rules::{self, AT_A_TIME, Reply, after_reply};
use crate::features::activities::access::takes_part;
use crate::features::activities::buttons::TogetherButton;
use crate::features::activities::jobs::Job;
use crate::features::activities::model::{
    Activity, AskState, CompanionAsk, CompanionSearch, RsvpState, SearchState, State, kinds, thing,
};
use crate::features::activities::screens::card::when_words;
use crate::features::activities::screens::refresh;
use crate::features::activities::show::{button, say, show};
use crate::features::activities::store::{self, going_together as rows};
use crate::features::trust;
use crate::model::{ActivityId, Content, Person, PersonId, Result};
use crate::screen::{outdated, toast};
use crate::text::{Arg, in_daytime};
use crate::turn::Turn;

/// [Zoek iemand].
pub async fn begin(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let (me, now) = (turn.who()?, turn.now());
    let Some(a) = store::activity(turn.db(), id).await? else { return outdated(turn) };
    if !takes_part(turn, &a, me.id).await? {
        return toast(turn, "company-not-now", &[]);
    }
    if !trust::ask_age(turn, Some(TogetherButton::Look(id).data())).await? {
        return Ok(());
    }
    let Some(search) = rows::begin_search(turn.db(), id, me.id, now).await? else {
        return toast(turn, "company-looking-already", &[]);
    };
    // At night nobody is asked.
    match in_daytime(now) {
        at if at > now => turn.schedule(Job::LookForCompany, search, at),
        _ => look(turn, search).await?,
    }
    // Where there is nobody to ask they have read so, and not that somebody is looked for.
    match rows::search(turn.db(), search).await? {
        Some(s) if s.none_told => turn.close_pressed(),
        Some(_) | None => show_text(turn, "company-looking", &a).await?,
    }
    refresh::of_person(turn, &a, &me).await
}

/// Asks more neighbours, or tells the seeker that there is nobody.
pub async fn look(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some(s) = rows::search(turn.db(), id).await?.filter(|s| s.state == SearchState::Looking) else { return Ok(()) };
    let a = store::load(turn.db(), s.activity).await?;
    let now = turn.now();
    if !takes_part(turn, &a, s.seeker).await? {
        return end(turn, &s).await;
    }
    if turn.defer_to_morning(Job::LookForCompany, id) {
        return Ok(());
    }
    let asks = rows::asks_of(turn.db(), id).await?;
    if asks.iter().any(|q| q.state == AskState::Offered) {
        // The seeker's own answer is waited for.
        plan_next_look(turn, &s, &a);
        return Ok(());
    }
    let any = a.starts_at.since(now) > rules::TOO_LATE && ask_more(turn, &s, &a, &asks).await?;
    let late = now >= rules::news_at(a.starts_at);
    if (!any && (late || asks.is_empty())) || rules::next_look(now, a.starts_at).is_none() {
        tell_none(turn, &s, &a).await?;
    }
    plan_next_look(turn, &s, &a);
    Ok(())
}

fn plan_next_look(turn: &mut Turn<'_>, s: &CompanionSearch, a: &Activity) {
    if let Some(at) = rules::next_look(turn.now(), a.starts_at) {
        turn.schedule(Job::LookForCompany, s.id, at);
    }
}

/// Asks a few who were not asked yet: first who looks too, then others who come. Returns true if there is anybody, now or on
/// another day.
async fn ask_more(turn: &mut Turn<'_>, s: &CompanionSearch, a: &Activity, asks: &[CompanionAsk]) -> Result<bool> {
    let apart = trust::no_contact_with(turn, s.seeker).await?;
    let searches = rows::searches_of(turn.db(), a.id).await?;
    let taken: Vec<PersonId> = searches
        .iter()
        .filter(|o| o.state == SearchState::Met)
        .flat_map(|o| [Some(o.seeker), o.companion])
        .flatten()
        .collect();
    let free = |p: &PersonId| {
        *p != s.seeker && !apart.contains(p) && !taken.contains(p) && asks.iter().all(|q| q.person != *p)
    };
    let seekers: Vec<PersonId> = searches.iter().map(|o| o.seeker).filter(|p| free(p)).collect();
    let mut asked = 0;
    for other in &seekers {
        asked += usize::from(ask(turn, s, a, *other, true).await?);
    }
    let mut any = asked > 0;
    // Of fellow sufferers only who looks too: whoever else comes is nobody's business.
    if !any && !kinds::is_unseen(&a.what.kind) {
        let going = store::rsvps_of(turn.db(), a.id).await?;
        let mut others: Vec<PersonId> =
            going.iter().filter(|r| r.state == RsvpState::Going).map(|r| r.person).filter(|p| free(p)).collect();
        shuffle(&mut others, turn.seed());
        any = !others.is_empty();
        for other in others {
            if asked == AT_A_TIME {
                break;
            }
            asked += usize::from(ask(turn, s, a, other, false).await?);
        }
    }
    Ok(any)
}

/// Puts people in an order that the seed decides.
fn shuffle(people: &mut [PersonId], seed: u64) {
    // splitmix64 (Steele, Lea and Flood 2014): one draw a person is enough here.
    people.sort_by_key(|p| {
        let mut z = seed.wrapping_add((p.0 as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    });
}

/// Asks one. Who looks too wants to hear of it; anybody else gets at most one such message a day.
async fn ask(turn: &mut Turn<'_>, s: &CompanionSearch, a: &Activity, other: PersonId, looks: bool) -> Result<bool> {
    let person = turn.person(other).await?;
    if trust::adult(turn, other).await? == Some(false) || !Turn::reachable(&person) {
        return Ok(false);
    }
    let now = turn.now();
    let Some(id) = rows::ask(turn.db(), s.id, other, now).await? else { return Ok(false) };
    let when = when_words(person.language, a);
    let args = [("title", Arg::Words(a.what.title.as_str())), ("when", Arg::Own(&when))];
    let text = say(person.language, "company-ask", &args);
    let row = vec![
        button(person.language, "company-yes", TogetherButton::Willing(id).data()),
        button(person.language, "company-no", TogetherButton::Decline(id).data()),
    ];
    let content = Content::new(text, vec![row]);
    if looks {
        turn.tell(&person, content, Some(thing(a.id)));
        return Ok(true);
    }
    let told = turn.tell_unasked(&person, content, Some(thing(a.id))).await?;
    if !told {
        rows::forget_ask(turn.db(), id).await?;
    }
    Ok(told)
}

/// A question with its search and activity, where it is the sender's to answer: by `whose`, who was asked, or who looks. Others
/// are turned away.
pub async fn question_to_sender(
    turn: &mut Turn<'_>,
    id: i64,
    whose: fn(&CompanionAsk, &CompanionSearch) -> PersonId,
) -> Result<Option<(CompanionAsk, CompanionSearch, Activity)>> {
    let me = turn.who()?;
    if let Some(ask) = rows::company_ask(turn.db(), id).await?
        && let Some(s) = rows::search(turn.db(), ask.search).await?
        && whose(&ask, &s) == me.id
    {
        let a = store::load(turn.db(), s.activity).await?;
        return Ok(Some((ask, s, a)));
    }
    outdated(turn)?;
    Ok(None)
}

/// [Ja, leuk] or [Liever niet] of who was asked.
pub async fn answered(turn: &mut Turn<'_>, id: i64, what: Reply) -> Result<()> {
    let Some((ask, s, a)) = question_to_sender(turn, id, |ask, _| ask.person).await? else { return Ok(()) };
    let Some(to) = after_reply(s.state, ask.state, what) else {
        let again = matches!((ask.state, what), (AskState::Willing | AskState::Offered, Reply::Willing));
        return show_text(turn, if again { "company-thanks" } else { "company-over" }, &a).await;
    };
    if to == AskState::Willing {
        let me = turn.who()?;
        if !takes_part(turn, &a, me.id).await? {
            return show_text(turn, "company-over", &a).await;
        }
        if !trust::ask_age(turn, Some(TogetherButton::Willing(id).data())).await? {
            return Ok(());
        }
    }
    let was_offered = ask.state == AskState::Offered;
    rows::set_ask(turn.db(), &ask, to).await?;
    show_text(turn, if to == AskState::Willing { "company-thanks" } else { "company-declined" }, &a).await?;
    if to == AskState::Willing {
        return offer_next(turn, &s, &a).await.map(|_| ());
    }
    if was_offered {
        tell_seeker(turn, &s, &a, "company-fell-through").await?;
    }
    continue_search(turn, &s, &a).await
}

/// The seeker hears of the next one who would like to. Returns true if there was one.
pub async fn offer_next(turn: &mut Turn<'_>, s: &CompanionSearch, a: &Activity) -> Result<bool> {
    let asks = rows::asks_of(turn.db(), s.id).await?;
    if asks.iter().any(|q| q.state == AskState::Offered) {
        return Ok(true);
    }
    let Some(next) = asks.into_iter().find(|q| q.state == AskState::Willing) else { return Ok(false) };
    rows::set_ask(turn.db(), &next, AskState::Offered).await?;
    let seeker = turn.person(s.seeker).await?;
    let text = say(seeker.language, "company-offer", &[("title", Arg::Words(&a.what.title))]);
    let row = vec![
        button(seeker.language, "company-yes", TogetherButton::Choose(next.id).data()),
        button(seeker.language, "company-no", TogetherButton::Refuse(next.id).data()),
    ];
    turn.tell(&seeker, Content::new(text, vec![row]), Some(thing(a.id)));
    Ok(true)
}

/// It goes on with the next who would like to; where nobody who was asked can still say so, others are asked at once.
pub async fn continue_search(turn: &mut Turn<'_>, s: &CompanionSearch, a: &Activity) -> Result<()> {
    if offer_next(turn, s, a).await? {
        return Ok(());
    }
    let waits = rows::asks_of(turn.db(), s.id).await?.iter().any(|q| q.state == AskState::Asked);
    if waits { Ok(()) } else { look(turn, s.id).await }
}

/// [Liever niet] of who looks. The other reads nothing of it.
pub async fn refuse(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let Some((ask, s, a)) = question_to_sender(turn, id, |_, s| s.seeker).await? else { return Ok(()) };
    let Some(to) = after_reply(s.state, ask.state, Reply::Refuse) else {
        return show_text(turn, "company-over", &a).await;
    };
    rows::set_ask(turn.db(), &ask, to).await?;
    show_text(turn, "company-further", &a).await?;
    continue_search(turn, &s, &a).await
}

/// [Stop met zoeken].
pub async fn stop(turn: &mut Turn<'_>, id: i64) -> Result<()> {
    let me = turn.who()?;
    let found = rows::search(turn.db(), id).await?.filter(|s| s.seeker == me.id);
    let Some(s) = found else { return outdated(turn) };
    let a = store::load(turn.db(), s.activity).await?;
    if s.state == SearchState::Looking {
        end(turn, &s).await?;
    }
    refresh::of_person(turn, &a, &me).await?;
    let text = turn.say("company-stopped", &[("title", Arg::Words(&a.what.title))]);
    turn.reply(Content::text(text))
}

/// Ends a search; nobody who was asked is told.
pub async fn end(turn: &mut Turn<'_>, s: &CompanionSearch) -> Result<()> {
    rows::end_search(turn.db(), s.id).await?;
    turn.cancel(Job::LookForCompany, s.id);
    Ok(())
}

async fn tell_seeker(turn: &mut Turn<'_>, s: &CompanionSearch, a: &Activity, id: &str) -> Result<()> {
    let seeker = turn.person(s.seeker).await?;
    let text = say(seeker.language, id, &[("title", Arg::Words(&a.what.title))]);
    turn.tell(&seeker, Content::text(text), None);
    Ok(())
}

/// Nobody was found: said once, with the organiser as the way on.
async fn tell_none(turn: &mut Turn<'_>, s: &CompanionSearch, a: &Activity) -> Result<()> {
    if !rows::note_none(turn.db(), s.id).await? {
        return Ok(());
    }
    let (seeker, organiser) = (turn.person(s.seeker).await?, turn.person(a.organiser).await?);
    let args = [("title", Arg::Words(a.what.title.as_str())), ("name", Arg::Words(&organiser.name))];
    // Who comes to fellow sufferers is nobody's business, the organiser's neither.
    let hosted = Turn::reachable(&organiser) && organiser.id != seeker.id && !kinds::is_unseen(&a.what.kind);
    let text = say(seeker.language, if hosted { "company-none" } else { "company-none-yet" }, &args);
    let rows = match hosted {
        true => vec![vec![button(seeker.language, "company-host", TogetherButton::Host(s.id).data())]],
        false => Vec::new(),
    };
    turn.tell(&seeker, Content::new(text, rows), None);
    Ok(())
}

/// Somebody does not come after all, or the activity does not happen.
pub async fn attendee_left(turn: &mut Turn<'_>, a: &Activity, person: PersonId) -> Result<()> {
    // What they were asked, they can't do any more.
    for ask in rows::asks_to(turn.db(), a.id, person).await? {
        let was_offered = ask.state == AskState::Offered;
        rows::set_ask(turn.db(), &ask, AskState::Over).await?;
        if let Some(s) = rows::search(turn.db(), ask.search).await?
            && a.state == State::Planned
        {
            if was_offered {
                tell_seeker(turn, &s, a, "company-fell-through").await?;
            }
            continue_search(turn, &s, a).await?;
        }
    }
    let Some(s) = rows::search_of(turn.db(), a.id, person).await? else { return Ok(()) };
    end(turn, &s).await?;
    let other = if s.seeker == person { s.companion } else { Some(s.seeker) };
    match other {
        Some(other) if s.state == SearchState::Met && a.state == State::Planned => {
            tell_gone(turn, a, other, person).await
        }
        _ => Ok(()),
    }
}

/// Who would have gone with somebody hears that they go alone, and may look again.
pub async fn tell_gone(turn: &mut Turn<'_>, a: &Activity, to: PersonId, gone: PersonId) -> Result<()> {
    let (to, gone): (Person, Person) = (turn.person(to).await?, turn.person(gone).await?);
    let args = [("title", Arg::Words(a.what.title.as_str())), ("name", Arg::Words(&gone.name))];
    let text = say(to.language, "company-gone", &args);
    let rows = match takes_part(turn, a, to.id).await? {
        true => vec![vec![button(to.language, "company-look-again", TogetherButton::Look(a.id).data())]],
        false => Vec::new(),
    };
    turn.tell(&to, Content::new(text, rows), None);
    refresh::of_person(turn, a, &to).await
}

/// Gives the pressed message one of our texts alone, about this activity.
pub async fn show_text(turn: &mut Turn<'_>, id: &str, a: &Activity) -> Result<()> {
    let text = turn.say(id, &[("title", Arg::Words(&a.what.title))]);
    show(turn, Content::text(text)).await
}
