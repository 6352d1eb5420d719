//! The week's message: on Monday morning each group of a neighbourhood that wants it reads what there is to do this week. Nothing
//! to come is no message. Where Stoep was away on Monday morning it comes later that day, and after six not at all.

use super::rules::{Span, digest_until, is_in, next_digest};
use super::{Job, pages, start, words};
use crate::model::{Button, Class, Content, Moment, Neighbourhood, NeighbourhoodId, Outgoing, Reach, Result, Send};
use crate::text::{Arg, date_words, texts};
use crate::turn::{Occasion, Switch, Turn};

/// Activities in the message, at most; the others are counted.
const AT_MOST: usize = 15;

/// Does a neighbourhood want it?
pub(super) const SWITCH: Switch = Switch { key: "week", order: 50, apart: false };

/// It was switched on or off.
pub(super) async fn switched(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    match turn.neighbourhood(n).await?.is_on(&SWITCH) {
        true => turn.schedule(Job::Digest, n.0, next_digest(turn.now())),
        false => turn.cancel(Job::Digest, n.0),
    }
    Ok(())
}

/// It is due.
pub(super) async fn due(turn: &mut Turn<'_>, n: NeighbourhoodId) -> Result<()> {
    let neighbourhood = turn.neighbourhood(n).await?;
    if !neighbourhood.is_on(&SWITCH) {
        return Ok(());
    }
    let now = turn.now();
    turn.schedule(Job::Digest, n.0, next_digest(now));
    let Some(until) = digest_until(now) else { return Ok(()) };
    let mut week = pages::to_come(turn, neighbourhood.id).await?;
    week.retain(|s| is_in(Span::Week, s, now));
    if week.iter().all(|s| s.cancelled) {
        return Ok(());
    }
    let content = message(&neighbourhood, &week, now);
    for group in turn.groups(neighbourhood.id).await? {
        if group.reach == Reach::Open {
            let send = Send::Message { content: content.clone(), topic: group.topic, reply_to: None };
            turn.put(Outgoing { not_after: Some(until), ..Outgoing::new(group.id, Class::Reminder, send) });
        }
    }
    Ok(())
}

/// What the group reads.
fn message(neighbourhood: &Neighbourhood, week: &[Occasion], now: Moment) -> Content {
    let language = neighbourhood.language;
    let until = date_words(language, super::rules::sunday(now));
    let args = [("place", Arg::Words(&neighbourhood.name)), ("day", Arg::Own(&until))];
    let mut text = texts().html(language, "digest", &args);
    for shown in week.iter().take(AT_MOST) {
        text = text.paragraph(&words::item(language, shown, None));
    }
    let more = i64::try_from(week.len().saturating_sub(AT_MOST)).unwrap_or(i64::MAX);
    if more > 0 {
        text = text.paragraph(&texts().html(language, "digest-more", &[("n", Arg::Number(more))]));
    }
    let button = Button::open(texts().plain(language, "agenda-look", &[]), start(neighbourhood));
    Content::new(text, vec![vec![button]])
}
