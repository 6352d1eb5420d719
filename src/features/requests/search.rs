//! What the steps of a search for helpers do. A few neighbours are asked in private; then a few more; then the team looks
//! along, and the asker reads so. Before its time is over the asker is asked whether it is still needed, and whoever let a neighbour
//! wait is reminded. At the end a request lapses: its asker can ask again, and the team knows. When, says
//! `model/search_schedule.rs`.

use super::access::{self, reachable_request};
use super::buttons::RequestButton;
use super::model::reasons;
use super::model::request::{Request, Response};
use super::model::rules::{self, Change, Facts};
use super::model::search_schedule::{self, Due, TEAM};
use super::model::states::{Audience, ResponseState, State};
use super::names::Job;
use super::screens::afterwards::or_withdraw;
use super::screens::basics::{add_row, button, say, state_text};
use super::screens::cards::{self, request_head};
use super::screens::view;
use super::search_jobs::{begin, plan_of, progress_of};
use super::tell::{tell, tell_text};
use super::transitions::{change, change_response};
use super::{audience, candidates, load, media, store};
use crate::features::{trust, worklist};
use crate::model::{Content, Html, RequestId, Result};
use crate::screen::{alert, show, the_team, toast};
use crate::text::Arg;
use crate::turn::Turn;

/// Within so many seconds the first look for helpers belongs to the posting.
const JUST_POSTED: i64 = 60;

/// The groups of a neighbourhood may be gone: what stood in them is looked at.
pub async fn groups_changed(turn: &mut Turn<'_>) -> Result<()> {
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    for r in store::open_in_groups(turn.db(), n).await? {
        if r.round < TEAM && !audience::has_group(turn, n).await? {
            let at = search_schedule::fitting(r.span, turn.now());
            turn.schedule(Job::Search, r.id.0, at);
        }
    }
    Ok(())
}

fn count(responses: &[Response], states: &[ResponseState]) -> i64 {
    responses.iter().map(|s| i64::from(states.contains(&s.state))).sum()
}

/// Returns true, and plans the job anew, if it fell in a night that the request is not about.
fn waits_for_morning(turn: &mut Turn<'_>, job: Job, r: &Request) -> bool {
    let (now, fitting) = (turn.now(), search_schedule::fitting(r.span, turn.now()));
    if fitting > now {
        turn.schedule(job, r.id.0, fitting);
    }
    fitting > now
}

/// The job of a search: does what is due, and says when to look again.
pub async fn take_step(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = store::request(turn.db(), id).await?.filter(|r| r.state == State::Open) else { return Ok(()) };
    if waits_for_morning(turn, Job::Search, &r) {
        return Ok(());
    }
    let now = turn.now();
    let due = plan_of(&r).due(progress_of(&r), r.span.days.is_some(), now);
    if due.lapse {
        return lapse(turn, &r).await;
    }
    let responses = store::responses_of(turn.db(), id).await?;
    // Where as many want to help as are needed, it is the asker's turn.
    let standing = count(&responses, &[ResponseState::Offered, ResponseState::Accepted]);
    let enough = standing >= r.wanted;
    let news = if enough { None } else { search(turn, &r, due, standing > 0).await? };
    tell_asker(turn, &r, news, due.ask, &responses).await?;
    let r = load::existing(turn, id).await?;
    let plan = plan_of(&r);
    let at = if enough { plan.after(now) } else { plan.next(progress_of(&r)) };
    turn.schedule(Job::Search, id.0, at);
    Ok(())
}

/// Goes a round further; what the asker is to know of it. `some`: of several helpers, somebody wants to help already.
async fn search(turn: &mut Turn<'_>, r: &Request, due: Due, some: bool) -> Result<Option<&'static str>> {
    let mut nobody = false;
    if let Some(round) = due.round {
        store::set_round(turn.db(), r.id, round).await?;
        let asked = approach(turn, r, search_schedule::how_many(round)).await?;
        nobody = asked == 0 && r.audience != Audience::Group;
    }
    let homeless =
        r.audience == Audience::Group && r.round < TEAM && !audience::has_group(turn, r.neighbourhood).await?;
    if !(due.team || nobody || homeless) {
        return Ok(None);
    }
    store::set_round(turn.db(), r.id, TEAM).await?;
    let looks_already = worklist::contains(turn, &load::thing(r.id)).await?;
    worklist::put(turn, r.neighbourhood, reasons::UNANSWERED, &load::thing(r.id)).await?;
    // Of a series the asker hears it once.
    if others_of(turn, r).await?.iter().any(|s| s.round == TEAM) {
        return Ok(None);
    }
    let never_asked = nobody && store::approached_for(turn.db(), r.id).await?.is_empty();
    if never_asked && turn.now().since(r.posted_at) <= JUST_POSTED && !candidates::anybody(turn, r).await? {
        // They read so with what they posted.
        return Ok(None);
    }
    Ok(Some(match (homeless, some, never_asked) {
        (true, ..) => "search-no-group",
        (false, true, _) => "search-more",
        (false, false, true) => "search-nobody",
        (false, false, false) if looks_already => "search-team-still",
        (false, false, false) => "search-team",
    }))
}

/// The other dates of a request's series.
async fn others_of(turn: &mut Turn<'_>, r: &Request) -> Result<Vec<Request>> {
    let mut dates = store::dates_of(turn.db(), r.root()).await?;
    dates.retain(|d| d.id != r.id);
    Ok(dates)
}

/// Asks up to `most` neighbours in private. Returns how many it asked.
async fn approach(turn: &mut Turn<'_>, r: &Request, most: usize) -> Result<usize> {
    let mut asked = 0;
    for id in candidates::in_order(turn, r).await? {
        if asked == most {
            break;
        }
        let Some(person) = candidates::may_be_asked(turn, r, id).await? else { continue };
        let item = view::whole_for(turn, r, &person).await?;
        let language = person.language;
        let hello = say(language, "approach", &[("name", Arg::Words(&person.name))]);
        let text = hello.paragraph(&item.text).paragraph(&say(language, "approach-free", &[]));
        let mut content = Content { text, keyboard: item.keyboard };
        add_row(&mut content, vec![button(language, "button-not-now", RequestButton::NotNow(r.id))]);
        add_row(&mut content, vec![button(language, "button-ask-no-more", RequestButton::AskNoMore(r.id))]);
        if turn.tell_unasked(&person, content, None).await? {
            let now = turn.now();
            store::note_approached(turn.db(), r.id, person.id, now).await?;
            media::pass_on(turn, r, &person).await?;
            asked += 1;
        }
    }
    Ok(asked)
}

/// One message to the asker: what is new, and whether it is still needed.
async fn tell_asker(
    turn: &mut Turn<'_>,
    r: &Request,
    news: Option<&str>,
    ask: bool,
    responses: &[Response],
) -> Result<()> {
    let ask = ask && first_asked(turn, r).await?;
    if news.is_none() && !ask {
        return Ok(());
    }
    let (asker, neighbourhood) = (turn.person(r.asker).await?, turn.neighbourhood(r.neighbourhood).await?);
    let (language, team) = (asker.language, the_team(asker.language, &neighbourhood));
    let news = news.map(|id| say(language, id, &[("title", Arg::Words(&r.title)), ("team", Arg::Words(&team))]));
    if !ask {
        let content = Content::new(
            news.unwrap_or_default(),
            vec![vec![
                button(language, "button-withdraw", RequestButton::Withdraw(r.id)),
                button(language, "button-show", RequestButton::More(r.id)),
            ]],
        );
        return tell(turn, r, &asker, content).await;
    }
    if count(responses, &[ResponseState::Offered]) > 0 {
        let way_out = say(language, "waits-way-out", &[]);
        return remind(turn, r, responses, news, Some(way_out)).await;
    }
    let question = say(language, "still-needed", &[]).paragraph(&request_head(language, r));
    let text = news.map_or(question.clone(), |news| news.paragraph(&question));
    let rows = or_withdraw(language, "button-still-needed", RequestButton::StillNeeded(r.id), r.id);
    tell(turn, r, &asker, Content::new(text, rows)).await
}

/// Notes that the asker was asked; of a series, one date's question does for all. Returns true if this is the first.
async fn first_asked(turn: &mut Turn<'_>, r: &Request) -> Result<bool> {
    let now = turn.now();
    store::set_asked(turn.db(), r.id, now).await?;
    Ok(others_of(turn, r).await?.iter().all(|s| s.asked_at.is_none()))
}

/// The asker let somebody wait.
pub async fn remind_to_choose(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = store::request(turn.db(), id).await?.filter(|r| r.state == State::Open) else { return Ok(()) };
    if waits_for_morning(turn, Job::RemindToChoose, &r) {
        return Ok(());
    }
    let responses = store::responses_of(turn.db(), id).await?;
    remind(turn, &r, &responses, None, None).await
}

/// `more`: said below who waits.
async fn remind(
    turn: &mut Turn<'_>,
    r: &Request,
    responses: &[Response],
    news: Option<Html>,
    more: Option<Html>,
) -> Result<()> {
    let waiting: Vec<_> = responses.iter().filter(|s| s.state == ResponseState::Offered).collect();
    let asker = turn.person(r.asker).await?;
    let words = match waiting.as_slice() {
        [] => return Ok(()),
        [one] => {
            let helper = turn.person(one.helper).await?;
            say(asker.language, "waits-for-you", &[("name", Arg::Words(&helper.name))])
        }
        _ => say(asker.language, "wait-for-you", &[]),
    };
    let words = more.map_or(words.clone(), |more| words.line(&more));
    let words = news.map_or(words.clone(), |news| news.paragraph(&words));
    let content = view::whole_after(turn, words, r, &asker).await?;
    tell(turn, r, &asker, content).await
}

/// Its time is over. Where somebody helps, that is enough; else it lapses, and everybody who waited hears it.
async fn lapse(turn: &mut Turn<'_>, r: &Request) -> Result<()> {
    let responses = store::responses_of(turn.db(), r.id).await?;
    let accepted = count(&responses, &[ResponseState::Accepted]);
    let (what, wanted) = if accepted > 0 { (Change::Accept, accepted) } else { (Change::Lapse, r.wanted) };
    let Ok(to) = rules::next(r.state, what, Facts { wanted, accepted }) else { return Ok(()) };
    store::set_wanted(turn.db(), r.id, wanted).await?;
    change(turn, r, to).await?;
    for response in &responses {
        let Some(what) = rules::response_at_lapse(response.state) else { continue };
        change_response(turn, response, what).await?;
        let helper = turn.person(response.helper).await?;
        let title = cards::dated_title(helper.language, r);
        tell_text(turn, r, &helper, "lapsed-for-helper", &[("title", Arg::Words(&title))]).await?;
    }
    if to == State::Promised {
        return Ok(());
    }
    let (asker, neighbourhood) = (turn.person(r.asker).await?, turn.neighbourhood(r.neighbourhood).await?);
    let id = if r.span.days.is_some() { "lapsed-date" } else { "lapsed-silence" };
    let team = the_team(asker.language, &neighbourhood);
    let title = cards::dated_title(asker.language, r);
    let text = say(asker.language, id, &[("title", Arg::Words(&title)), ("team", Arg::Words(&team))]);
    let rows = or_withdraw(asker.language, "button-ask-again", RequestButton::Renew(r.id), r.id);
    tell(turn, r, &asker, Content::new(text, rows)).await
}

/// [Nog nodig].
pub async fn still_needed(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = access::own_request(turn, id).await? else { return Ok(()) };
    let me = turn.who()?;
    view::asker_is_here(turn, &r, &me).await?;
    if r.state != State::Open {
        alert(turn, &state_text(r.state), &[])?;
        return view::show_item(turn, id, None).await;
    }
    toast(turn, "still-needed-toast", &[])?;
    // Without a date the search goes round once more; a second tap changes nothing.
    if r.span.days.is_none() && r.asked_at.is_some() {
        begin(turn, &r).await?;
    }
    view::show_item(turn, id, None).await
}

/// [Nu niet].
pub async fn not_now(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    if reachable_request(turn, id).await?.is_none() {
        return Ok(());
    }
    show(turn, Content::text(turn.say("not-now", &[])))
}

/// [Vraag mij niet meer].
pub async fn ask_no_more(turn: &mut Turn<'_>, id: RequestId) -> Result<()> {
    let Some(r) = reachable_request(turn, id).await? else { return Ok(()) };
    trust::set_willing(turn, r.neighbourhood, false).await?;
    let row = vec![turn.button("button-board", RequestButton::Board.data())];
    show(turn, Content::new(turn.say("ask-no-more", &[]), vec![row]))
}
