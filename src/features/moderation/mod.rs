//! What moderators do about somebody in their neighbourhood: not writing for a week, not helping, out for a while, out for good.
//!
//! A moderator comes to somebody's page from the helpers, or from what they work on. Each act has a reason, which the person reads,
//! with where to object; each is written down. For good takes two. Who has a role in the team is an administrator's to dismiss first.

mod act;
mod buttons;
mod decide;
mod page;
mod seconding;
mod store;

use async_trait::async_trait;

use crate::model::{NeighbourhoodId, PersonId, Result, Role};
use crate::screen::not_for_you;
use crate::turn::{Action, Codes, Feature, Page, Pressed, Row, Turn};

use buttons::ModerationButton;

/// The feature's name.
const NAME: &str = "mod";

/// The feature.
pub struct Moderation;

#[async_trait]
impl Feature for Moderation {
    fn name(&self) -> &'static str {
        NAME
    }

    fn codes(&self) -> Codes {
        Codes::of::<ModerationButton>()
    }

    async fn rows(&self, turn: &mut Turn<'_>, page: &Page) -> Result<Vec<Row>> {
        let button = match *page {
            Page::About(n, person) => page::button_to(turn, n, person).await?,
            Page::Helpers(n) => Some(turn.button("moderation-list-button", ModerationButton::List(n, 0).data())),
            _ => None,
        };
        Ok(button.map(|b| Row::new(60, vec![b])).into_iter().collect())
    }

    async fn press(&self, turn: &mut Turn<'_>, data: &str) -> Result<Pressed> {
        match ModerationButton::read(data) {
            Some(ModerationButton::List(n, page)) => page::list(turn, n, page).await,
            Some(ModerationButton::Person(n, person)) => page::show(turn, n, person).await,
            Some(ModerationButton::PutOut(n, person)) => page::how_long(turn, n, person).await,
            Some(ModerationButton::Why(n, person, act)) => act::why(turn, (n, person), act).await,
            Some(ModerationButton::Sure(n, person, act, reason)) => act::sure(turn, (n, person), act, reason).await,
            Some(ModerationButton::Do(n, person, act, reason)) => act::act(turn, (n, person), act, reason).await,
            Some(ModerationButton::Undo(n, person, standing)) => act::undo(turn, (n, person), standing).await,
            Some(ModerationButton::Second(n, person)) => seconding::second(turn, (n, person)).await,
            Some(ModerationButton::SecondNot(n, person)) => seconding::second_not(turn, (n, person)).await,
            None => return Ok(Pressed::Outdated),
        }?;
        Ok(Pressed::Handled)
    }
}

/// May the sender decide about this person? Only a moderator, in private, about somebody else who is or was here and has no role in
/// the team. Else they are told, the same where there is nobody.
async fn may_decide(turn: &mut Turn<'_>, n: NeighbourhoodId, person: PersonId) -> Result<bool> {
    let me = turn.who()?;
    if !turn.in_private() || !turn.allowed(n, Action::TakeOver).await? || person == me.id {
        return not_for_you(turn).await.map(|()| false);
    }
    match turn.membership(person, n).await? {
        Some(member) if member.is(Role::Moderator) || member.is(Role::Administrator) => {
            turn.alert(turn.label("moderation-of-team", &[]));
            Ok(false)
        }
        Some(_) => Ok(true),
        // Also who left by their own wish, and could come back.
        None if !turn.standings(person, n).await?.is_empty() => Ok(true),
        None => not_for_you(turn).await.map(|()| false),
    }
}
