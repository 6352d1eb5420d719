//! Activities that come back: `elke dinsdag`. The first date has its card at once; the later ones stand in the agenda some weeks
//! ahead, and get their card when the organiser says that they go on.
//!
//! Its rooms: `rules` (when dates are made and asked about), `dates` (making them), `asking` (does it go on?), `ending` (one date
//! does not, or none any more), `team` (the organiser says nothing), `whole` (all coming dates at once), `words` and `tap`.

mod asking;
mod dates;
mod ending;
mod rules;
mod tap;
mod team;
mod whole;
mod words;

use self::rules::Pace;
use self::tap::Tap;
use super::NAME;
use super::cards::{say, title_of};
use super::coming;
use super::making;
use super::states::{State, What};
use super::store::series::{self as sql, Kept};
use super::store::{self, Activity, New};
use super::view::{self, toast};
use crate::features::roles::{Action, may};
use crate::model::{ActivityId, Button, Content, Fault, NeighbourhoodId, PersonId, Result, SeriesId};
use crate::text::{Arg, local_date};
use crate::turn::Turn;
use crate::when::Timing;

pub use rules::Asked;
pub use team::work;
pub use whole::{Times, apply, hand_over, what_of, whole};
pub use words::feast;

/// Job of a series: its next dates are made.
const MAKE: &str = "again-make";

/// Job of a date: the next step towards knowing whether it goes on.
const DATE: &str = "again-date";

/// Dates on one page of all dates.
const ON_A_PAGE: usize = 4;

/// Begins what comes back: writes the series and its first dates, and tells the organiser how it goes on. Returns the first date.
/// Where nothing comes back by this rule, it is once.
///
/// # Errors
/// Where the database fails.
pub async fn begin(
    turn: &mut Turn<'_>,
    organiser: PersonId,
    n: NeighbourhoodId,
    what: &What,
    timing: &Timing,
) -> Result<Activity> {
    let now = turn.now();
    let comes = dates::of(timing).is_some_and(|s| !s.next(now, 1).is_empty());
    if comes {
        let id = sql::insert(turn.db(), n, organiser, what, timing).await?;
        let s = must(turn, id).await?;
        let made = dates::make(turn, &s, true).await?;
        if let Some(first) = made.first() {
            say_how(turn, &s, &made).await?;
            return Ok(first.clone());
        }
    }
    let (starts_at, ends_at) = (timing.begins(), timing.ends());
    let new = New { neighbourhood: n, organiser, what, starts_at, ends_at, series: None, confirmed: true };
    let made = making::make(turn, &new).await?;
    made.ok_or_else(|| Fault::event("an activity that is of no series was there already"))
}

/// The organiser reads when they will be asked, and which dates fall on a holiday.
async fn say_how(turn: &mut Turn<'_>, s: &Kept, made: &[Activity]) -> Result<()> {
    let organiser = turn.person(s.organiser).await?;
    let (Some(first), Some(series), true) = (made.first(), dates::of(&s.timing), Turn::reachable(&organiser)) else {
        return Ok(());
    };
    let language = organiser.language;
    let (title, rule) = (title_of(first), words::rule(language, &s.timing, local_date(turn.now())));
    let args = [
        ("title", Arg::Words(title.as_str())),
        ("rule", Arg::Own(&rule)),
        ("n", Arg::Number(Pace::of(&series).days_ahead())),
    ];
    let mut text = say(language, "returning-began", &args);
    let feasts: Vec<_> = made.iter().filter_map(|a| words::feast_line(language, local_date(a.starts_at))).collect();
    for (n, line) in feasts.iter().enumerate() {
        text = if n == 0 { text.paragraph(line) } else { text.line(line) };
    }
    turn.tell(&organiser, Content::text(text), Some(view::thing(first.id)));
    Ok(())
}

/// Somebody pressed one of its buttons; `tap` is without what leads here.
pub async fn press(turn: &mut Turn<'_>, tap: &str) -> Result<()> {
    match Tap::read(tap) {
        Some(Tap::Yes(id)) => asking::yes(turn, id).await,
        Some(Tap::No(id)) => ending::no(turn, id, false).await,
        Some(Tap::NoSure(id)) => ending::no(turn, id, true).await,
        Some(Tap::Question(id)) => asking::show(turn, id).await,
        Some(Tap::Dates(id, page)) => all(turn, id, page).await,
        Some(Tap::Stop(id)) => ending::stop(turn, id, false).await,
        Some(Tap::StopSure(id)) => ending::stop(turn, id, true).await,
        Some(Tap::GoOn(id)) => asking::go_on(turn, id).await,
        Some(Tap::TakeUp(id)) => team::take_up(turn, id).await,
        None => toast(turn, "press-outdated", &[]),
    }
}

/// One of its jobs is due.
pub async fn job(turn: &mut Turn<'_>, kind: &str, thing: i64) -> Result<()> {
    match kind {
        MAKE => match sql::series(turn.db(), SeriesId(thing)).await? {
            Some(s) if !s.ended && s.ghost.is_none() => dates::make(turn, &s, false).await.map(|_| ()),
            // Who takes it up makes the dates that are missing.
            Some(_) | None => Ok(()),
        },
        DATE => asking::due(turn, ActivityId(thing)).await,
        _ => Err(Fault::event("a job of a kind that series do not know")),
    }
}

/// The buttons of who looks after a date of a series; none where nothing comes back any more.
pub async fn rows(turn: &mut Turn<'_>, a: &Activity) -> Result<Vec<Vec<Button>>> {
    let Some(s) = series_of(turn, a).await? else { return Ok(Vec::new()) };
    let me = turn.who()?;
    if s.ended || !may_look_after(turn, &s, me.id).await? {
        return Ok(Vec::new());
    }
    let key = |label: &str, tap| words::key(me.language, label, tap);
    let mut rows = Vec::new();
    if a.state == State::Planned && !a.confirmed {
        rows.push(vec![key("button-goes-on", Tap::Yes(a.id)), key("button-not-this-time", Tap::No(a.id))]);
    }
    rows.push(vec![key("button-series-dates", Tap::Dates(a.id, 0)), key("button-end-series", Tap::Stop(a.id))]);
    Ok(rows)
}

/// Its organiser changed a date by itself. That is a word about it: it goes on.
pub async fn changed(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let a = view::must(turn, id).await?;
    let Some(s) = series_of(turn, &a).await?.filter(|s| !s.ended) else { return Ok(()) };
    if turn.sender().is_some_and(|p| p.id == s.organiser) {
        asking::confirm(turn, &a).await?;
        asking::heard(turn, &s, Some(id)).await?;
    } else if let Some(series) = dates::of(&s.timing).filter(|_| !a.confirmed) {
        dates::plan(turn, &a, Pace::of(&series), s.ghost.is_some()).await?;
    }
    Ok(())
}

// ── among ourselves ────────────────────────────────────────────────────────────────────────────────────────────

async fn must(turn: &mut Turn<'_>, id: SeriesId) -> Result<Kept> {
    sql::series(turn.db(), id).await?.ok_or_else(|| Fault::event("a series that must be there is not"))
}

/// The series that an activity is a date of.
async fn series_of(turn: &mut Turn<'_>, a: &Activity) -> Result<Option<Kept>> {
    match a.series {
        Some(id) => sql::series(turn.db(), id).await,
        None => Ok(None),
    }
}

/// May this person look after a series? Its organiser, as long as they may announce, and the team.
async fn may_look_after(turn: &mut Turn<'_>, s: &Kept, person: PersonId) -> Result<bool> {
    let Some(member) = turn.membership(person, s.neighbourhood).await? else { return Ok(false) };
    let place = turn.neighbourhood(s.neighbourhood).await?;
    let own = s.organiser == person && may(Some(&member), Action::Announce, &place);
    Ok(own || may(Some(&member), Action::Moderate, &place))
}

/// A date and its series that the sender may look after, or an answer to who pressed. Of what they may not, nothing is read out.
async fn mine(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<(Activity, Kept)>> {
    let me = turn.who()?;
    if let Some(a) = store::activity(turn.db(), id).await?
        && let Some(s) = series_of(turn, &a).await?
        && turn.in_private()
        && may_look_after(turn, &s, me.id).await?
    {
        return Ok(Some((a, s)));
    }
    toast(turn, "returning-not-yours", &[])?;
    Ok(None)
}

/// On the pressed message, but never in place of a card.
async fn show(turn: &mut Turn<'_>, content: Content) -> Result<()> {
    if turn.press().is_some_and(|p| p.message_id.is_some()) && turn.pressed_card().await?.is_none() {
        turn.edit_pressed(content);
        return Ok(());
    }
    turn.reply(content)
}

/// Brings what people see of a date up to date, in the groups and in private.
async fn refresh(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    view::refresh_cards(turn, id).await?;
    coming::refresh_private(turn, id).await
}

/// Everything that is said about a series begins with its name, and how it comes back.
fn name_of(turn: &Turn<'_>, s: &Kept) -> (String, String) {
    (super::cards::title_of_what(&s.what), words::rule(turn.language(), &s.timing, local_date(turn.now())))
}

/// [Alle data].
async fn all(turn: &mut Turn<'_>, id: ActivityId, page: u32) -> Result<()> {
    let Some((_, s)) = mine(turn, id).await? else { return Ok(()) };
    let dates = dates::coming(turn, &s).await?;
    let language = turn.language();
    let (title, rule) = name_of(turn, &s);
    let args = [("title", Arg::Words(title.as_str())), ("rule", Arg::Own(&rule))];
    let mut text = say(language, "returning-dates", &args);
    if s.ended {
        text = text.paragraph(&say(language, "returning-is-ended", &[]));
    } else if dates.is_empty() {
        text = text.paragraph(&say(language, "returning-no-dates", &[]));
    }
    let last = u32::try_from(dates.len().saturating_sub(1) / ON_A_PAGE).unwrap_or_default();
    let page = page.min(last);
    let mut rows = Vec::new();
    for (n, a) in dates.iter().skip(page as usize * ON_A_PAGE).take(ON_A_PAGE).enumerate() {
        let line = words::line(language, a);
        text = if n == 0 { text.paragraph(&line) } else { text.line(&line) };
        rows.push(vec![Button::press(words::day(language, a), format!("{NAME}:h:beheer:{}", a.id))]);
    }
    let mut turns = Vec::new();
    if page > 0 {
        turns.push(words::key(language, "button-previous", Tap::Dates(id, page - 1)));
    }
    if page < last {
        turns.push(words::key(language, "button-next", Tap::Dates(id, page + 1)));
    }
    if !turns.is_empty() {
        rows.push(turns);
    }
    show(turn, Content::new(text, rows)).await
}
