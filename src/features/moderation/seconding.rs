//! Out for good takes two: one moderator wants it, the others are asked, and one of them decides.

use super::buttons::{Act, ModerationButton, Why};
use super::decide::{Whom, decide};
use super::store::{self, Proposal};
use super::{may_decide, page};
use crate::model::{Button, Content, Result, Role};
use crate::screen::outdated;
use crate::text::{Arg, texts};
use crate::turn::{Action, Turn};

/// A moderator wants somebody out for good: the others are asked. Where there is no other, it can't be.
pub(super) async fn propose(turn: &mut Turn<'_>, (n, person): Whom, reason: Why) -> Result<()> {
    let me = turn.who()?;
    let mut others = turn.holders(n, Role::Moderator).await?;
    others.retain(|p| p.id != me.id && Turn::reachable(p));
    if others.is_empty() {
        turn.alert(turn.label("moderation-no-second", &[]));
        return page::show(turn, n, person).await;
    }
    let (whom, neighbourhood, now) = (turn.person(person).await?, turn.neighbourhood(n).await?, turn.now());
    let proposal = Proposal { by: me.id, reason: reason.word().to_owned() };
    if !store::propose(turn.db(), (person, n), &proposal, now).await? {
        turn.alert(turn.label("moderation-proposed-already", &[]));
        return page::show(turn, n, person).await;
    }
    turn.note_act(person, n, ("propose-out-for-good", Some(reason.word())), None).await?;
    for other in others {
        let why = texts().plain(other.language, &format!("moderation-why-{}", reason.word()), &[]);
        let args = [
            ("by", Arg::Words(me.name.as_str())),
            ("name", Arg::Words(&whom.name)),
            ("neighbourhood", Arg::Words(&neighbourhood.name)),
            ("why", Arg::Own(&why)),
        ];
        let button =
            |id: &str, tap: ModerationButton| Button::press(texts().plain(other.language, id, &args), tap.data());
        let rows = vec![
            vec![button("moderation-second-no", ModerationButton::SecondNot(n, person))],
            vec![button("moderation-second-yes", ModerationButton::Second(n, person))],
        ];
        let content = Content::new(texts().html(other.language, "moderation-second", &args), rows);
        turn.tell(&other, content, None);
    }
    turn.answer(turn.label("moderation-proposed", &[]));
    page::show(turn, n, person).await
}

/// What waits for the sender's word: of another moderator, who is one still. Else they are told that it is over.
async fn waiting(turn: &mut Turn<'_>, (n, person): Whom) -> Result<Option<Proposal>> {
    if !may_decide(turn, n, person).await? || !turn.allowed(n, Action::RemoveForGood { seconded: true }).await? {
        return Ok(None);
    }
    let me = turn.who()?;
    let Some(proposal) = store::proposal(turn.db(), person, n).await? else {
        turn.close_pressed();
        return outdated(turn).map(|()| None);
    };
    if proposal.by == me.id {
        turn.alert(turn.label("moderation-second-yourself", &[]));
        return Ok(None);
    }
    if !turn.person_allowed(proposal.by, n, Action::TakeOver).await? {
        store::drop_proposal(turn.db(), person, n).await?;
        turn.close_pressed();
        return outdated(turn).map(|()| None);
    }
    Ok(Some(proposal))
}

/// [Ja, zet {name} eruit].
pub(super) async fn second(turn: &mut Turn<'_>, (n, person): Whom) -> Result<()> {
    let Some(proposal) = waiting(turn, (n, person)).await? else { return Ok(()) };
    let Some(reason) = Why::from_word(&proposal.reason) else { return outdated(turn) };
    decide(turn, (n, person), Act::OutForGood, reason).await?;
    store::drop_proposal(turn.db(), person, n).await?;
    answer(turn, (n, person), &proposal, "moderation-second-agreed").await
}

/// [Nee].
pub(super) async fn second_not(turn: &mut Turn<'_>, (n, person): Whom) -> Result<()> {
    let Some(proposal) = waiting(turn, (n, person)).await? else { return Ok(()) };
    store::drop_proposal(turn.db(), person, n).await?;
    turn.note_act(person, n, ("refuse-out-for-good", None), None).await?;
    answer(turn, (n, person), &proposal, "moderation-second-refused").await
}

/// Both moderators read what became of it.
async fn answer(turn: &mut Turn<'_>, (n, person): Whom, proposal: &Proposal, id: &str) -> Result<()> {
    let (me, by) = (turn.who()?, turn.person(proposal.by).await?);
    let (whom, neighbourhood) = (turn.person(person).await?, turn.neighbourhood(n).await?);
    let args = [
        ("by", Arg::Words(me.name.as_str())),
        ("name", Arg::Words(&whom.name)),
        ("neighbourhood", Arg::Words(&neighbourhood.name)),
    ];
    if Turn::reachable(&by) {
        turn.tell(&by, Content::text(texts().html(by.language, id, &args)), None);
    }
    let text = turn.say(&format!("{id}-you"), &args);
    turn.edit_pressed(Content::text(text));
    Ok(())
}
