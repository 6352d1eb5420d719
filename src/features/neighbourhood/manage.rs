//! `/buurt`: for everybody who the team is, for administrators the settings, the people with a role, and invitations.

use serde_json::{Map, Value};

use super::buttons::Tap;
use super::{button, governing, join_link, the_team};
use crate::features::roles::{self, Action, may};
use crate::features::{Finish, activities, places, requests, worklist};
use crate::model::{Button, Content, Html, Language, Member, Neighbourhood, NeighbourhoodId, PersonId, Result, Role};
use crate::screen;
use crate::text::{Arg, clip, texts};
use crate::turn::{INVITATION_DAYS, Page, Turn};

/// Dialogues that change a name.
pub(super) const RENAME: &str = "rename";
/// The team's.
pub(super) const RENAME_TEAM: &str = "rename-team";
/// Dialogue about when the team can be met.
pub(super) const HOURS: &str = "team-hours";
/// And where.
pub(super) const PLACE: &str = "team-place";

/// At most so many people get a button to be dismissed: a message holds 100.
const DISMISSALS: usize = 40;

/// `/buurt` in private.
pub(super) async fn home_of_sender(turn: &mut Turn<'_>) -> Result<()> {
    let content = match turn.member().await? {
        Some(member) => home(turn, &member).await?,
        None => Content::text(turn.say("join-how", &[])),
    };
    turn.reply(content)
}

/// A neighbourhood's page, as this member sees it.
pub(super) async fn home(turn: &mut Turn<'_>, member: &Member) -> Result<Content> {
    let place = turn.neighbourhood(member.neighbourhood).await?;
    let governs = may(Some(member), Action::Govern, &place);
    let mut text = turn.say("place-title", &[("place", Arg::Words(&place.name))]);
    text = text.paragraph(&team_line(turn, &place).await?);
    for role in Role::ALL.into_iter().filter(|r| member.is(*r)) {
        let team = the_team(turn.language(), &place);
        let args = [("team", Arg::Words(&team))];
        text = text.line(&turn.say(&format!("place-you-are-{}", role.word()), &args));
    }
    let mut rows = Vec::new();
    if governs {
        let groups = turn.groups(place.id).await?;
        let names: Vec<&str> = groups.iter().map(|g| g.title.as_str()).collect();
        text = text.paragraph(&match names.is_empty() {
            true => turn.say("place-no-groups", &[]),
            false => turn.say("place-groups", &[("groups", Arg::Words(&clip(&names.join(", "), 500)))]),
        });
        text = text.paragraph(&turn.say("place-join-link", &[("link", Arg::Own(&join_link(turn, &place)))]));
        rows.push(vec![button(turn, "place-invite", Tap::Invite(place.id))]);
        rows.push(vec![
            button(turn, "place-people", Tap::People(place.id)),
            button(turn, "place-settings", Tap::Settings(place.id)),
        ]);
    }
    // Who may not change the list sees it all the same, where they choose from it.
    rows.extend(places::button(turn, member, &place).filter(|_| !governs).map(|b| vec![b]));
    rows.extend(screen::rows_on(turn, &Page::Neighbourhood(place.id, governs)).await?);
    // Who belongs to several neighbourhoods goes to another one from here; that one then is what they are busy with.
    for other in turn.memberships(member.person).await?.into_iter().filter(|m| m.neighbourhood != place.id).take(5) {
        let name = turn.neighbourhood(other.neighbourhood).await?.name;
        let label = turn.label("place-go-to", &[("place", Arg::Words(&clip(&name, 40)))]);
        rows.push(vec![Button::press(label, format!("{}:{}", super::NAME, Tap::Home(other.neighbourhood)))]);
    }
    Ok(Content::new(text, rows))
}

/// Who the team is, by name.
async fn team_line(turn: &mut Turn<'_>, place: &Neighbourhood) -> Result<Html> {
    let names = names(turn, place.id, Role::Moderator).await?;
    let team = ("team", Arg::Words(&place.team));
    Ok(match names.is_empty() {
        true => turn.say("place-team-empty", &[team]),
        false => turn.say("place-team", &[team, ("names", Arg::Words(&names))]),
    })
}

async fn names(turn: &mut Turn<'_>, n: NeighbourhoodId, role: Role) -> Result<String> {
    let names: Vec<String> = turn.holders(n, role).await?.into_iter().map(|p| p.name).collect();
    Ok(clip(&names.join(", "), 800))
}

/// `/buurt` in a group of a neighbourhood: whose it is, and for an administrator in a topic: cards go here.
pub(super) async fn in_group(turn: &mut Turn<'_>) -> Result<()> {
    let Some(n) = turn.chat_here().and_then(|c| c.neighbourhood) else { return Ok(()) };
    let place = turn.neighbourhood(n).await?;
    let member = turn.member().await?;
    let mut rows = Vec::new();
    let mut text = turn.say("group-which", &[("place", Arg::Words(&place.name)), ("team", Arg::Words(&place.team))]);
    let topic = turn.topic();
    if let Some(topic) = topic.filter(|_| may(member.as_ref(), Action::Govern, &place)) {
        if turn.chat_here().and_then(|c| c.topic) == Some(topic) {
            text = text.paragraph(&turn.say("group-cards-are-here", &[]));
        } else {
            rows.push(vec![button(turn, "group-cards-here", Tap::CardsHere(n, topic))]);
        }
    }
    if member.is_none() {
        rows.push(vec![button(turn, "group-join", Tap::Join(n))]);
    }
    turn.say_here(Content::new(text, rows))
}

/// [Kaarten hier plaatsen].
pub(super) async fn cards_here(turn: &mut Turn<'_>, n: NeighbourhoodId, topic: i64) -> Result<()> {
    let Some(chat) = turn.chat_here().filter(|c| c.neighbourhood == Some(n)).map(|c| c.id) else {
        turn.answer(turn.label("press-outdated", &[]));
        return Ok(());
    };
    if governing(turn, n).await?.is_some() {
        turn.place_group(chat, Some(n), Some(topic)).await?;
        let text = turn.say("group-cards-are-here", &[]);
        turn.edit_pressed(Content::text(text));
    }
    Ok(())
}

/// A text with a new invitation to a role.
pub(super) async fn invitation(turn: &mut Turn<'_>, place: &Neighbourhood, role: Role) -> Result<Html> {
    let code = turn.invite(role, place.id).await?;
    let link = turn.link(&format!("{}{code}", roles::INVITATION));
    let args = [
        ("place", Arg::Words(&place.name)),
        ("team", Arg::Words(&place.team)),
        ("link", Arg::Own(&link)),
        ("days", INVITATION_DAYS.into()),
    ];
    Ok(turn.say(&format!("invitation-{}", role.word()), &args))
}

fn back(turn: &Turn<'_>, n: NeighbourhoodId) -> Vec<Button> {
    vec![button(turn, "dialogue-back", Tap::Home(n))]
}

/// [Iemand uitnodigen]: to which role?
pub(super) fn invite(turn: &mut Turn<'_>, place: &Neighbourhood) {
    let mut rows: Vec<Vec<Button>> = Role::ALL
        .into_iter()
        .map(|role| vec![button(turn, &format!("invite-{}", role.word()), Tap::InviteTo(place.id, role))])
        .collect();
    rows.push(back(turn, place.id));
    let args = [("place", Arg::Words(&place.name)), ("team", Arg::Words(&place.team))];
    let text = turn.say("invite-which", &args);
    turn.edit_pressed(Content::new(text, rows));
}

/// An invitation to this role.
pub(super) async fn invite_to(turn: &mut Turn<'_>, place: &Neighbourhood, role: Role) -> Result<()> {
    let text = invitation(turn, place, role).await?;
    // A message of its own: the administrator passes it on.
    turn.reply(Content::text(text))?;
    turn.close_pressed();
    Ok(())
}

/// [Wie doet wat?]: everybody with a role.
pub(super) async fn people(turn: &mut Turn<'_>, place: &Neighbourhood) -> Result<Content> {
    let mut text = turn.say("people-title", &[("place", Arg::Words(&place.name))]);
    let mut rows = Vec::new();
    for role in Role::ALL {
        let holders = turn.holders(place.id, role).await?;
        if holders.is_empty() {
            continue;
        }
        let list = names(turn, place.id, role).await?;
        text = text.line(&turn.say(&format!("people-{}", role.word()), &[("names", Arg::Words(&list))]));
        for person in holders {
            let what = turn.label(&format!("role-{}", role.word()), &[]);
            let args = [("name", Arg::Words(&clip(&person.name, 30))), ("role", Arg::Own(&what))];
            let label = turn.label("people-dismiss", &args);
            let tap = Tap::Dismiss(place.id, person.id, role);
            rows.push(vec![Button::press(label, format!("{}:{tap}", super::NAME))]);
        }
    }
    rows.truncate(DISMISSALS);
    rows.push(back(turn, place.id));
    Ok(Content::new(text, rows))
}

/// Takes a role away, after a question; the last administrator stays.
pub(super) async fn dismiss(
    turn: &mut Turn<'_>,
    place: &Neighbourhood,
    person: PersonId,
    role: Role,
    sure: bool,
) -> Result<()> {
    let holders = turn.holders(place.id, role).await?;
    let Some(whom) = holders.iter().find(|p| p.id == person).cloned() else {
        turn.answer(turn.label("dismiss-already", &[]));
        let content = people(turn, place).await?;
        turn.edit_pressed(content);
        return Ok(());
    };
    if role == Role::Administrator && holders.len() == 1 {
        turn.alert(turn.label("dismiss-last", &[]));
        return Ok(());
    }
    let what = turn.label(&format!("role-{}", role.word()), &[]);
    if !sure {
        let text = turn.say("dismiss-sure", &[("name", Arg::Words(&whom.name)), ("role", Arg::Own(&what))]);
        let rows = vec![
            vec![button(turn, "dismiss-yes", Tap::DismissNow(place.id, person, role))],
            vec![button(turn, "dismiss-no", Tap::People(place.id))],
        ];
        turn.edit_pressed(Content::new(text, rows));
        return Ok(());
    }
    turn.take_role(person, place.id, role).await?;
    worklist::left(turn, person, place.id).await?;
    requests::moderator_left(turn, person, place.id).await?;
    activities::rights_changed(turn, place.id).await?;
    roles::show_menu(turn, &whom).await?;
    let me = turn.who()?.id == person;
    if !me && Turn::reachable(&whom) {
        let theirs = texts().plain(whom.language, &format!("role-{}", role.word()), &[]);
        let args = [("place", Arg::Words(&place.name)), ("role", Arg::Own(&theirs))];
        let text = texts().html(whom.language, "dismissed", &args);
        turn.tell(&whom, Content::text(text), None);
    }
    if me && role == Role::Administrator {
        // What stands below is no longer theirs to use.
        let text = turn.say("dismissed", &[("place", Arg::Words(&place.name)), ("role", Arg::Own(&what))]);
        turn.edit_pressed(Content::text(text));
        return Ok(());
    }
    turn.answer(turn.label("dismiss-done", &[]));
    let content = people(turn, place).await?;
    turn.edit_pressed(content);
    Ok(())
}

/// [Instellingen].
pub(super) fn settings(turn: &Turn<'_>, place: &Neighbourhood) -> Content {
    let announce = turn.label(if place.residents_announce { "announce-everyone" } else { "announce-organisers" }, &[]);
    let language = turn.label(&format!("language-{}", place.language.code()), &[]);
    let args = [
        ("place", Arg::Words(&place.name)),
        ("team", Arg::Words(&place.team)),
        ("announce", Arg::Own(&announce)),
        ("language", Arg::Own(&language)),
    ];
    let mut text = turn.say("settings", &args);
    for (id, words) in [("settings-hours", &place.team_hours), ("settings-place", &place.team_place)] {
        text = text.line(&match words {
            Some(words) => turn.say(id, &[("words", Arg::Words(words))]),
            None => turn.say(&format!("{id}-none"), &[]),
        });
    }
    text = text.paragraph(&turn.say(if place.show_comers { "settings-comers-on" } else { "settings-comers-off" }, &[]));
    text = text.line(&turn.say(if place.digest { "settings-digest-on" } else { "settings-digest-off" }, &[]));
    let next = match place.language {
        Language::Nl => Language::En,
        Language::En => Language::Nl,
    };
    let (announce_label, language_label) =
        (if place.residents_announce { "settings-announce-organisers" } else { "settings-announce-everyone" }, next);
    let digest_label = if place.digest { "settings-digest-switch-off" } else { "settings-digest-switch-on" };
    let rows = vec![
        vec![
            button(turn, "settings-name", Tap::Rename(place.id)),
            button(turn, "settings-team", Tap::RenameTeam(place.id)),
        ],
        vec![
            button(turn, "settings-hours-button", Tap::Hours(place.id)),
            button(turn, "settings-place-button", Tap::Place(place.id)),
        ],
        vec![places::list_button(turn, place.id)],
        vec![button(turn, announce_label, Tap::Announce(place.id, !place.residents_announce))],
        vec![button(
            turn,
            if place.show_comers { "settings-comers-hide" } else { "settings-comers-show" },
            Tap::Comers(place.id, !place.show_comers),
        )],
        vec![button(turn, digest_label, Tap::Digest(place.id, !place.digest))],
        vec![button(turn, &format!("settings-language-{}", language_label.code()), Tap::Speak(place.id, next))],
        back(turn, place.id),
    ];
    Content::new(text, rows)
}

/// Writes a changed setting and shows the settings again.
pub(super) async fn change(turn: &mut Turn<'_>, place: Neighbourhood) -> Result<()> {
    turn.update_neighbourhood(place.clone()).await?;
    activities::rights_changed(turn, place.id).await?;
    let content = settings(turn, &place);
    turn.edit_pressed(content);
    Ok(())
}

/// Begins a dialogue that changes a name of this neighbourhood.
pub(super) fn rename(turn: &mut Turn<'_>, flow: &'static str, place: &Neighbourhood) {
    let mut prefill = Map::new();
    prefill.insert("place".into(), place.id.to_string().into());
    turn.begin(flow, prefill);
}

/// A new name was given.
pub(super) async fn renamed(turn: &mut Turn<'_>, flow: &str, answers: &Map<String, Value>) -> Result<Finish> {
    let word = |key: &str| answers.get(key).and_then(Value::as_str).unwrap_or_default();
    let id = word("place").parse().map_or(NeighbourhoodId(0), NeighbourhoodId);
    let name = super::tidy(word("name"));
    let may_be_empty = matches!(flow, HOURS | PLACE);
    if name.is_empty() && !may_be_empty {
        return Ok(Finish::NotNow(turn.say("neighbourhood-name-empty", &[])));
    }
    let Some(mut place) = governing(turn, id).await? else {
        let text = turn.say("place-not-yours", &[]);
        turn.reply(Content::text(text))?;
        return Ok(Finish::Done);
    };
    match flow {
        RENAME => place.name = name,
        HOURS => place.team_hours = Some(name).filter(|w| !w.is_empty()),
        PLACE => place.team_place = Some(name).filter(|w| !w.is_empty()),
        _ => place.team = name,
    }
    turn.update_neighbourhood(place.clone()).await?;
    let content = settings(turn, &place);
    turn.reply(content)?;
    Ok(Finish::Done)
}
