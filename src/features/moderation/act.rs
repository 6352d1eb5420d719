//! A decision about somebody: why, sure, done; and back. The person reads what was decided, why, and where to object.

use super::buttons::{Act, Tap, Why};
use super::page::{self, word};
use super::{may_decide, seconding};
use crate::model::{Button, Content, NeighbourhoodId, PersonId, Result, Standing};
use crate::screen::{self, outdated, the_team, where_to_object};
use crate::text::{Arg, date_words, local_date, texts};
use crate::turn::{StandingRow, Turn};

/// Whom it is about, and where.
pub(super) type Whom = (NeighbourhoodId, PersonId);

/// Why? Each reason is one that the person reads.
pub(super) async fn why(turn: &mut Turn<'_>, (n, person): Whom, act: Act) -> Result<()> {
    if !may_decide(turn, n, person).await? {
        return Ok(());
    }
    let name = turn.person(person).await?.name;
    let mut rows: Vec<Vec<Button>> = Why::ALL
        .into_iter()
        .map(|w| vec![turn.button(&format!("moderation-reason-{}", w.word()), Tap::Sure(n, person, act, w).data())])
        .collect();
    rows.push(vec![turn.button("moderation-not", Tap::Person(n, person).data())]);
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
        vec![turn.button("moderation-not", Tap::Person(n, person).data())],
        vec![turn.button("moderation-yes", Tap::Do(n, person, act, reason).data())],
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

/// Does it, writes it down, and tells the person.
pub(super) async fn decide(turn: &mut Turn<'_>, (n, person): Whom, act: Act, reason: Why) -> Result<()> {
    let until = act.days().map(|days| turn.now().plus_days(days));
    let row = StandingRow { standing: act.standing(), reason: Some(reason.word().to_owned()), until };
    turn.set_standing(person, n, &row).await?;
    turn.note_act(person, n, (act.word(), Some(reason.word())), until).await?;
    let (me, to, neighbourhood) = (turn.who()?, turn.person(person).await?, turn.neighbourhood(n).await?);
    let language = to.language;
    let team = the_team(language, &neighbourhood);
    let day = until.map(|until| date_words(language, local_date(until))).unwrap_or_default();
    let why = texts().plain(language, &format!("moderation-why-{}", reason.word()), &[]);
    let args = [
        ("place", Arg::Words(neighbourhood.name.as_str())),
        ("team", Arg::Words(&team)),
        ("day", Arg::Own(&day)),
        ("why", Arg::Own(&why)),
    ];
    let object = where_to_object(turn, &neighbourhood, language, Some(me.id)).await?;
    let text = texts().html(language, &format!("moderation-{}-told", act.word()), &args).paragraph(&object);
    if Turn::reachable(&to) {
        turn.tell(&to, Content::text(text), None);
    }
    Ok(())
}

/// [Mag weer meedoen], [Mag weer helpen], [Mag weer schrijven].
pub(super) async fn undo(turn: &mut Turn<'_>, (n, person): Whom, standing: Standing) -> Result<()> {
    if !may_decide(turn, n, person).await? {
        return Ok(());
    }
    // Who left by their own wish comes back by their own.
    if standing == Standing::Left || !turn.drop_standing(person, n, standing).await? {
        outdated(turn)?;
        return page::show(turn, n, person).await;
    }
    let word = word(standing);
    turn.note_act(person, n, (&format!("undo-{word}"), None), None).await?;
    let (to, neighbourhood) = (turn.person(person).await?, turn.neighbourhood(n).await?);
    let text = texts().html(
        to.language,
        &format!("moderation-undo-{word}-told"),
        &[("place", Arg::Words(&neighbourhood.name))],
    );
    if Turn::reachable(&to) {
        turn.tell(&to, Content::text(text), None);
    }
    turn.answer(turn.label("moderation-done", &[]));
    page::show(turn, n, person).await
}
