//! What people read of the agenda: one message with pages in private, two lines in a group.

use super::buttons::{AgendaButton, Look};
use super::rules::{Filters, Span, is_in, sunday};
use super::{start, words};
use crate::features::activities;
use crate::model::{Button, Content, Html, Member, Moment, Neighbourhood, NeighbourhoodId, Result};
use crate::screen::{self, Paging};
use crate::text::{Arg, clip, date_words, local_date, span_words, texts};
use crate::turn::{Joined, Occasion, Page, Turn};

/// How many stand on one page.
const ON_A_PAGE: usize = 8;

/// Kinds to choose from before [Meer keuzes].
const KINDS_FIRST: usize = 3;

/// Days that the agenda looks ahead: nobody announces anything that far.
const AHEAD: i64 = 400;

/// What is not over yet in a neighbourhood, in order of time.
pub(super) async fn to_come(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Vec<Occasion>> {
    let now = turn.now();
    let mut all = Vec::new();
    for feature in turn.features() {
        all.extend(feature.occasions(turn, n, now, now.plus_days(AHEAD)).await?);
    }
    all.sort_by_key(|o| (o.starts_at, o.thing.id));
    Ok(all)
}

/// `/agenda` in private, and [Wat is er te doen?]: a message of its own.
pub(super) async fn open(turn: &mut Turn<'_>) -> Result<()> {
    let content = match turn.member().await? {
        Some(member) => first_page(turn, &member).await?,
        None => screen::no_neighbourhood(turn).await?,
    };
    turn.reply(content)
}

/// Somebody opened a link to a neighbourhood's agenda. It has the code of the join link, and so makes them a resident.
pub(super) async fn link(turn: &mut Turn<'_>, code: &str) -> Result<()> {
    let Some(neighbourhood) = turn.neighbourhood_of_code(code).await? else {
        return turn.reply(Content::new(turn.say("join-unknown", &[]), screen::menu(turn)));
    };
    let who = turn.who()?;
    match turn.join(who.id, neighbourhood.id).await? {
        Joined::New => {
            turn.reply(Content::text(turn.say("joined", &[("neighbourhood", Arg::Words(&neighbourhood.name))])))?;
        }
        Joined::Before => {}
        Joined::Asked | Joined::PutOut => return screen::tell_put_out(turn, neighbourhood.id).await,
    }
    open(turn).await
}

/// `/agenda` in a group: how much there is, what is first, and the way to private.
pub(super) async fn in_group(turn: &mut Turn<'_>) -> Result<()> {
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    let (neighbourhood, now) = (turn.neighbourhood(n).await?, turn.now());
    let language = neighbourhood.language;
    let mut there = to_come(turn, n).await?;
    there.retain(|s| !s.cancelled);
    let week = there.iter().filter(|s| is_in(Span::Week, s, now)).count();
    let (id, count) = match (week, there.len()) {
        (0, 0) => ("agenda-group-none", 0),
        (0, all) => ("agenda-group-later", all),
        (week, _) => ("agenda-group-week", week),
    };
    let n = ("n", Arg::Number(i64::try_from(count).unwrap_or(i64::MAX)));
    let mut text = texts().html(language, id, &[("place", Arg::Words(&neighbourhood.name)), n]);
    if let Some(first) = there.first() {
        let title = clip(&first.title, 100);
        let when = span_words(language, first.starts_at, first.ends_at);
        let args = [("title", Arg::Words(&title)), ("when", Arg::Own(&when)), n];
        text = text.line(&texts().html(language, "agenda-group-first", &args));
    }
    let button = Button::open(texts().plain(language, "agenda-look", &[]), start(&neighbourhood));
    // What is empty needs no looking at.
    let rows = if there.is_empty() { Vec::new() } else { vec![vec![button]] };
    turn.say_here(Content::new(text, rows))
}

/// The sender's membership of the neighbourhood whose agenda they pressed a button of; who has none gets nothing of it.
pub(super) async fn member_of(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<Option<Member>> {
    let who = turn.who()?;
    let member = turn.membership(who.id, n).await?;
    if member.is_none() {
        turn.close_pressed();
        screen::outdated(turn)?;
    }
    Ok(member)
}

/// A press that leads to a page.
pub(super) async fn page_pressed(turn: &mut Turn<'_>, look: Look) -> Result<()> {
    let Some(member) = member_of(turn, look.neighbourhood).await? else { return Ok(()) };
    turn.set_current(member.person, member.neighbourhood).await?;
    let there = to_come(turn, look.neighbourhood).await?;
    let content = page_of(turn, look, &there).await?;
    screen::show(turn, content)
}

/// [Soort…]: which kind?
pub(super) async fn kinds_pressed(turn: &mut Turn<'_>, look: Look, all: bool) -> Result<()> {
    let Some(member) = member_of(turn, look.neighbourhood).await? else { return Ok(()) };
    let there = to_come(turn, member.neighbourhood).await?;
    let found: Vec<&'static str> = activities::kinds()
        .iter()
        .map(|k| k.id.as_str())
        .filter(|kind| there.iter().any(|s| s.kind == *kind))
        .collect();
    let of = |kind| Look { filters: Filters { kind, ..look.filters }, page: 0, ..look };
    let first = if all || found.len() <= KINDS_FIRST + 1 { found.len() } else { KINDS_FIRST };
    let name = |turn: &Turn<'_>, kind| activities::kind_name(turn.language(), kind);
    let mut rows: Vec<Vec<Button>> = found[..first]
        .iter()
        .map(|kind| vec![Button::press(name(turn, kind), AgendaButton::Page(of(Some(*kind))).data())])
        .collect();
    if first < found.len() {
        rows.push(vec![turn.button("dialogue-all", AgendaButton::AllKinds(look).data())]);
    }
    rows.push(vec![turn.button("agenda-all-kinds", AgendaButton::Page(of(None)).data())]);
    let text = turn.say("agenda-which-kind", &[]);
    screen::show(turn, Content::new(text, rows))
}

/// Where the agenda opens: this week, or what comes after it where that is all there is.
async fn first_page(turn: &mut Turn<'_>, member: &Member) -> Result<Content> {
    let (n, now) = (member.neighbourhood, turn.now());
    let there = to_come(turn, n).await?;
    let span = if there.iter().any(|s| is_in(Span::Week, s, now)) { Span::Week } else { Span::Later };
    page_of(turn, Look::at(n, span), &there).await
}

/// One page of what is there.
async fn page_of(turn: &mut Turn<'_>, look: Look, there: &[Occasion]) -> Result<Content> {
    let (neighbourhood, now) = (turn.neighbourhood(look.neighbourhood).await?, turn.now());
    let seen: Vec<&Occasion> = there.iter().filter(|s| Span::ALL.iter().any(|span| is_in(*span, s, now))).collect();
    if seen.is_empty() {
        return nothing(turn, &neighbourhood).await;
    }
    let fitting: Vec<&Occasion> = seen.iter().copied().filter(|s| look.filters.fit(s)).collect();
    let found: Vec<&Occasion> = fitting.iter().copied().filter(|s| is_in(look.span, s, now)).collect();
    let paging = Paging::new(look.page, found.len(), ON_A_PAGE);
    let look = Look { page: paging.page, ..look };
    let mut text = heading(turn, &neighbourhood, look, now);
    let mut rows = Vec::new();
    for (at, shown) in found.iter().enumerate().skip(paging.before()).take(ON_A_PAGE) {
        text = text.paragraph(&words::item(turn.language(), shown, Some(at + 1)));
        let label = format!("{}. {}", at + 1, clip(&shown.title, 50));
        rows.push(vec![Button::press(label, shown.open.clone())]);
    }
    if found.is_empty() {
        let id = if look.filters.any() { "agenda-none-fits" } else { "agenda-none-then" };
        text = text.paragraph(&turn.say(id, &[]));
    }
    let to_page = |page| AgendaButton::Page(Look { page, ..look }).data();
    rows.extend(paging.row(turn, ["button-page-before", "agenda-more"], to_page));
    rows.extend(other_days(turn, look, &fitting, now));
    rows.extend(choosing(turn, look, seen.len()));
    if !fitting.is_empty() {
        rows.push(vec![turn.button("agenda-file", AgendaButton::File(look).data())]);
    }
    rows.extend(elsewhere(turn, neighbourhood.id).await?);
    Ok(Content::new(text, rows))
}

/// Which days of whose agenda, and what is shown alone.
fn heading(turn: &Turn<'_>, neighbourhood: &Neighbourhood, look: Look, now: Moment) -> Html {
    let language = turn.language();
    let sunday = sunday(now);
    let day = date_words(
        language,
        match look.span {
            Span::Today => local_date(now),
            Span::Week => sunday,
            Span::Later => sunday.succ_opt().unwrap_or(sunday),
        },
    );
    let args = [("place", Arg::Words(&neighbourhood.name)), ("day", Arg::Own(&day))];
    let text = turn.say(&format!("agenda-{}", look.span.word()), &args);
    match words::only(language, look.filters) {
        Some(only) => text.line(&only),
        None => text,
    }
}

/// To the other days of which something fits, with how much.
fn other_days(turn: &Turn<'_>, look: Look, fitting: &[&Occasion], now: Moment) -> Option<Vec<Button>> {
    let mut row = Vec::new();
    for span in Span::ALL.into_iter().filter(|s| *s != look.span) {
        let count = fitting.iter().filter(|s| is_in(span, s, now)).count();
        if count > 0 {
            let n = i64::try_from(count).unwrap_or(i64::MAX);
            let label = turn.label(&format!("agenda-to-{}", span.word()), &[("n", Arg::Number(n))]);
            row.push(Button::press(label, AgendaButton::Page(Look { span, page: 0, ..look }).data()));
        }
    }
    (!row.is_empty()).then_some(row)
}

/// What can be chosen to be shown alone; where it is chosen already, that can be taken back.
fn choosing(turn: &Turn<'_>, look: Look, there: usize) -> Vec<Vec<Button>> {
    let now = look.filters;
    if there < 2 && !now.any() {
        return Vec::new();
    }
    let to = |id: &str, on: bool, filters| {
        let label =
            turn.label(if on { "agenda-chosen" } else { "agenda-choose" }, &[("what", Arg::Own(&turn.label(id, &[])))]);
        Button::press(label, AgendaButton::Page(Look { filters, page: 0, ..look }).data())
    };
    let mut rows = vec![
        vec![
            to("agenda-button-free", now.free, Filters { free: !now.free, ..now }),
            to("agenda-button-wheelchair", now.wheelchair, Filters { wheelchair: !now.wheelchair, ..now }),
        ],
        vec![
            to("agenda-button-children", now.children, Filters { children: !now.children, ..now }),
            turn.button("agenda-button-kind", AgendaButton::Kinds(look).data()),
        ],
    ];
    if now.any() {
        rows.push(vec![
            turn.button("agenda-show-all", AgendaButton::Page(Look::at(look.neighbourhood, look.span)).data()),
        ]);
    }
    rows
}

/// To the agendas of other neighbourhoods of theirs.
async fn elsewhere(turn: &mut Turn<'_>, here: NeighbourhoodId) -> Result<Vec<Vec<Button>>> {
    screen::other_neighbourhoods(turn, here, |n| AgendaButton::Page(Look::at(n, Span::Week)).data()).await
}

/// Nothing is to come: who may announce something reads how, and others whom to ask.
async fn nothing(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood) -> Result<Content> {
    let text = turn.say("agenda-none", &[("place", Arg::Words(&neighbourhood.name))]);
    let mut rows = screen::rows_on(turn, &Page::EmptyAgenda(neighbourhood.id)).await?;
    let text = if rows.is_empty() {
        let team = screen::the_team(turn.language(), neighbourhood);
        rows = screen::human_row(turn);
        text.paragraph(&turn.say("agenda-organise-ask", &[("team", Arg::Words(&team))]))
    } else {
        text.paragraph(&turn.say("agenda-organise", &[]))
    };
    rows.extend(elsewhere(turn, neighbourhood.id).await?);
    Ok(Content::new(text, rows))
}
