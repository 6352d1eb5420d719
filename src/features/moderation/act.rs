//! The way to a decision about somebody: why, sure, done; and back.

use super::buttons::{Act, ModerationButton, Why};
use super::decide::{Whom, decide};
use super::page::{self, word};
use super::{may_decide, seconding};
use crate::model::{Button, Content, Result, Standing};
use crate::screen::{self, outdated};
use crate::text::{Arg, texts};
use crate::turn::Turn;

/// Why? Each reason is one that the person reads.
pub(super) async fn why(turn: &mut Turn<'_>, (n, person): Whom, act: Act) -> Result<()> {
    if !may_decide(turn, n, person).await? {
        return Ok(());
    }
    let name = turn.person(person).await?.name;
    let mut rows: Vec<Vec<Button>> =
        Why::ALL
            .into_iter()
            .map(|w| {
                vec![turn.button(
                    &format!("moderation-reason-{}", w.word()),
                    ModerationButton::Sure(n, person, act, w).data(),
                )]
            })
            .collect();
    rows.push(vec![turn.button("moderation-not", ModerationButton::Person(n, person).data())]);
    let text = turn.say("moderation-which-reason", &[("name", Arg::Words(&name))]);
    screen::show(turn, Content::new(text, rows))
}

/// Is that meant? What follows from it is said first.
pub(super) async fn sure(turn: &mut Turn<'_>, (n, person): Whom, act: Act, reason: Why) -> Result<()> {
    if !may_decide(turn, n, person).await? {
        return Ok(());
    }
    let name = turn.person(person).await?.name;
    let why = turn.label(&format!("moderation-why-{}", reason.word()), &[]);
    let args = [("name", Arg::Words(name.as_str())), ("why", Arg::Own(&why))];
    let text = turn.say(&format!("moderation-{}-sure", act.word()), &args);
    let rows = vec![
        vec![turn.button("moderation-not", ModerationButton::Person(n, person).data())],
        vec![turn.button("moderation-yes", ModerationButton::Do(n, person, act, reason).data())],
    ];
    screen::show(turn, Content::new(text, rows))
}

/// [Ja, doe dat].
pub(super) async fn act(turn: &mut Turn<'_>, (n, person): Whom, act: Act, reason: Why) -> Result<()> {
    if !may_decide(turn, n, person).await? {
        return Ok(());
    }
    if act == Act::OutForGood {
        return seconding::propose(turn, (n, person), reason).await;
    }
    if turn.standings(person, n).await?.iter().any(|s| s.standing == act.standing()) {
        outdated(turn)?;
    } else {
        decide(turn, (n, person), act, reason).await?;
        turn.answer(turn.label("moderation-done", &[]));
    }
    page::show(turn, n, person).await
}

/// [Mag weer meedoen], [Mag weer helpen], [Mag weer schrijven].
pub(super) async fn undo(turn: &mut Turn<'_>, (n, person): Whom, standing: Standing) -> Result<()> {
    if !may_decide(turn, n, person).await? {
        return Ok(());
    }
    // Who left by their own wish comes back by their own; who is asked answers for themselves.
    if matches!(standing, Standing::Left | Standing::Asked) || !turn.drop_standing(person, n, standing).await? {
        outdated(turn)?;
        return page::show(turn, n, person).await;
    }
    let word = word(standing);
    turn.note_act(person, n, (&format!("undo-{word}"), None), None).await?;
    let (to, neighbourhood) = (turn.person(person).await?, turn.neighbourhood(n).await?);
    let text = texts().html(
        to.language,
        &format!("moderation-undo-{word}-told"),
        &[("neighbourhood", Arg::Words(&neighbourhood.name))],
    );
    if Turn::reachable(&to) {
        turn.tell(&to, Content::text(text), None);
    }
    turn.answer(turn.label("moderation-done", &[]));
    page::show(turn, n, person).await
}
