//! Who has which role in a neighbourhood: one-time links that give one, who has one, and taking it away.
//!
//! Who opens such a link reads what they may do from now on. A link that is unknown, used or too old says so, in one and
//! the same sentence.

use super::buttons::{Govern, NeighbourhoodButton};
use super::roles::{give, welcome};
use super::{INVITATION, back_to_home, home, moderators, store};
use crate::model::{Button, Content, Html, Neighbourhood, NeighbourhoodId, Person, PersonId, Reach, Result, Role};
use crate::screen::{self, ask_sure, show_commands, the_team};
use crate::text::{Arg, clip, texts};
use crate::turn::{Action, INVITATION_DAYS, InvitationKind, News, Redeemed, Turn, Unused};

/// At most so many people get a button to be dismissed: a message holds 100.
const DISMISSALS: usize = 40;

// ── invitations ────────────────────────────────────────────────────────────────────────────────────────────────

/// [Iemand uitnodigen]: to which role?
pub(super) fn invite(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood) {
    let mut rows: Vec<Vec<Button>> = Role::ALL
        .into_iter()
        .map(|role| {
            let data = Govern::InviteTo(neighbourhood.id, role).data();
            vec![turn.button(&format!("invite-{}", role.word()), data)]
        })
        .collect();
    rows.push(back_to_home(turn, neighbourhood.id));
    let args = [("neighbourhood", Arg::Words(&neighbourhood.name)), ("team", Arg::Words(&neighbourhood.team))];
    let text = turn.say("invite-which", &args);
    turn.edit_pressed(Content::new(text, rows));
}

/// An invitation to this role.
pub(super) async fn invite_to(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood, role: Role) -> Result<()> {
    let text = invitation(turn, neighbourhood, role).await?;
    // A message of its own: the administrator passes it on.
    turn.reply(Content::text(text))?;
    turn.close_pressed();
    Ok(())
}

/// A text with a new invitation to a role.
pub(super) async fn invitation(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood, role: Role) -> Result<Html> {
    let code = turn.invite(role, neighbourhood.id).await?;
    let link = turn.link(&format!("{INVITATION}{code}"));
    let args = [
        ("neighbourhood", Arg::Words(&neighbourhood.name)),
        ("team", Arg::Words(&neighbourhood.team)),
        ("link", Arg::Own(&link)),
        ("days", INVITATION_DAYS.into()),
    ];
    Ok(turn.say(&format!("invitation-{}", role.word()), &args))
}

/// Somebody opened an invitation.
pub(super) async fn invited(turn: &mut Turn<'_>, code: &str) -> Result<()> {
    if let Some(Unused { kind: InvitationKind::Role(Role::Moderator, n), made_by: Some(by) }) =
        turn.unused_invitation(code).await?
        && turn.person_allowed(by, n, Action::Govern).await?
        && !moderators::may_use(turn, n, by).await?
    {
        return Ok(());
    }
    // Who was put out, or is asked whether they still take part, does not use it up.
    if let Some(Unused { kind: InvitationKind::Role(_, n), .. }) = turn.unused_invitation(code).await?
        && turn.is_kept_out(n).await?
    {
        return screen::tell_put_out(turn, n).await;
    }
    match turn.redeem(code).await? {
        None => worthless(turn),
        Some(Redeemed { kind: InvitationKind::Operator, .. }) => welcome_operator(turn).await,
        Some(Redeemed { kind: InvitationKind::Role(role, n), again, by }) => take_up(turn, role, n, (again, by)).await,
    }
}

fn worthless(turn: &mut Turn<'_>) -> Result<()> {
    turn.reply(Content::text(turn.say("role-invitation-worthless", &[])))
}

/// Gives the role of an invitation. A second tap says how things stand: who was dismissed since is not appointed again.
async fn take_up(
    turn: &mut Turn<'_>,
    role: Role,
    n: NeighbourhoodId,
    (again, by): (bool, Option<PersonId>),
) -> Result<()> {
    let who = turn.who()?;
    if again && role == Role::Moderator && store::proposed_by(turn.db(), who.id, n).await?.is_some() {
        return moderators::waits(turn, n).await;
    }
    if again && !turn.membership(who.id, n).await?.is_some_and(|m| m.is(role)) {
        return worthless(turn);
    }
    let neighbourhood = turn.neighbourhood(n).await?;
    if !turn.join(who.id, n).await?.is_in() {
        return screen::tell_put_out(turn, n).await;
    }
    if role == Role::Moderator
        && let Some(by) = by.filter(|_| !again)
        && moderators::ask_others(turn, n, by).await?
    {
        return moderators::waits(turn, n).await;
    }
    give(turn, &who, n, role).await?;
    welcome(turn, &who, &neighbourhood, role)
}

/// For somebody whom the operator allowed to set up a neighbourhood: what to do now, with the groups that wait for it.
async fn welcome_operator(turn: &mut Turn<'_>) -> Result<()> {
    let who = turn.who()?;
    let mut rows = Vec::new();
    for id in store::waiting_for(turn.db(), who.id).await? {
        let chat = turn.chat(id).await?;
        if chat.reach == Reach::Open {
            let label = turn.label("setup-begin-in", &[("group", Arg::Words(&clip(&chat.title, 40)))]);
            rows.push(vec![Button::press(label, NeighbourhoodButton::SetUp(id).data())]);
        }
    }
    let text = turn.say(if rows.is_empty() { "operator-welcome" } else { "operator-welcome-waiting" }, &[]);
    turn.reply(Content::new(text, rows))
}

// ── who has which role ─────────────────────────────────────────────────────────────────────────────────────────

/// [Wie doet wat?]: everybody with a role, on the pressed message.
pub(super) async fn show(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood) -> Result<()> {
    let n = neighbourhood.id;
    let mut text = turn.say("people-title", &[("neighbourhood", Arg::Words(&neighbourhood.name))]);
    let mut rows = Vec::new();
    for role in Role::ALL {
        let holders = turn.holders(n, role).await?;
        if holders.is_empty() {
            continue;
        }
        let list = home::names_of(turn, n, role).await?;
        text = text.line(&turn.say(&format!("people-{}", role.word()), &[("names", Arg::Words(&list))]));
        for person in holders {
            let what = turn.label(&format!("role-{}", role.word()), &[]);
            let args = [("name", Arg::Words(&clip(&person.name, 30))), ("role", Arg::Own(&what))];
            let label = turn.label("people-dismiss", &args);
            rows.push(vec![Button::press(label, Govern::Dismiss(n, person.id, role).data())]);
        }
    }
    rows.truncate(DISMISSALS);
    rows.push(back_to_home(turn, n));
    turn.edit_pressed(Content::new(text, rows));
    Ok(())
}

/// Takes a role away, after a question; the last administrator stays.
pub(super) async fn dismiss(
    turn: &mut Turn<'_>,
    neighbourhood: &Neighbourhood,
    person: PersonId,
    role: Role,
    sure: bool,
) -> Result<()> {
    let n = neighbourhood.id;
    let holders = turn.holders(n, role).await?;
    let Some(whom) = holders.iter().find(|p| p.id == person) else {
        turn.answer(turn.label("dismiss-already", &[]));
        return show(turn, neighbourhood).await;
    };
    if role == Role::Administrator && holders.len() == 1 {
        turn.alert(turn.label("dismiss-last", &[]));
        return Ok(());
    }
    if !sure {
        let what = turn.label(&format!("role-{}", role.word()), &[]);
        let team = the_team(turn.language(), neighbourhood);
        let args = [("name", Arg::Words(whom.name.as_str())), ("role", Arg::Own(&what)), ("team", Arg::Words(&team))];
        // Without a moderator nothing is taken in any more that was told in confidence.
        let last = role == Role::Moderator && holders.len() == 1;
        ask_sure(
            turn,
            if last { "dismiss-last-moderator" } else { "dismiss" },
            &args,
            Govern::DismissNow(n, person, role).data(),
            Govern::People(n).data(),
        );
        return Ok(());
    }
    turn.take_role(person, n, role).await?;
    turn.tell_features(News::RoleChanged(person, n)).await?;
    show_commands(turn, whom).await?;
    let dismissed = dismissed(neighbourhood, whom, role);
    if turn.who()?.id != person {
        if Turn::reachable(whom) {
            turn.tell(whom, dismissed, None);
        }
    } else if role == Role::Administrator {
        // What stands below is no longer theirs to use.
        turn.edit_pressed(dismissed);
        return Ok(());
    }
    turn.answer(turn.label("dismiss-done", &[]));
    show(turn, neighbourhood).await
}

/// What somebody reads whose role was taken away.
fn dismissed(neighbourhood: &Neighbourhood, whom: &Person, role: Role) -> Content {
    let what = texts().plain(whom.language, &format!("role-{}", role.word()), &[]);
    let args = [("neighbourhood", Arg::Words(&neighbourhood.name)), ("role", Arg::Own(&what))];
    Content::text(texts().html(whom.language, "dismissed", &args))
}
