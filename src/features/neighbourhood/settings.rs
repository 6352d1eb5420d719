//! [Instellingen], for administrators: the neighbourhood's names, the language of its groups, when and where the team is, and the
//! switches that features declare.

use serde_json::{Map, Value};

use super::buttons::{Govern, SwitchKey};
use super::{back_to_home, governing, tidy};
use crate::model::{Content, Html, Language, Neighbourhood, NeighbourhoodId, Result};
use crate::screen::{DOCTOR_PHONE, FOOD_PHONE, TEAM_PHONE, ask_sure, join_link, page_rows};
use crate::text::Arg;
use crate::turn::{Finish, News, Page, Pressed, Row, Switch, Turn};

/// Setting: when the team can be met, in the administrator's words.
pub const TEAM_HOURS: &str = "hours";
/// Setting: where the team can be met, in the administrator's words.
pub const TEAM_PLACE: &str = "place";

/// Dialogue that changes the neighbourhood's name.
pub(super) const RENAME: &str = "rename";
/// Dialogue that changes the team's name.
pub(super) const RENAME_TEAM: &str = "rename-team";
/// Dialogue about when the team can be met.
pub(super) const HOURS: &str = "team-hours";
/// Dialogue about where the team can be met.
pub(super) const PLACE: &str = "team-place";
/// Dialogue about how the team can be rung.
pub(super) const PHONE: &str = "team-phone";
/// Dialogue about how the doctors outside office hours can be rung.
pub(super) const DOCTOR: &str = "doctor-phone";
/// Dialogue about how the food bank can be rung.
pub(super) const FOOD: &str = "food-phone";

/// The screen, on the pressed message.
pub(super) async fn show(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood) -> Result<()> {
    let content = screen(turn, neighbourhood).await?;
    turn.edit_pressed(content);
    Ok(())
}

/// Every switch of the features, in order.
fn switches(turn: &Turn<'_>) -> Vec<&'static Switch> {
    let mut all: Vec<_> = turn.features().iter().flat_map(|f| f.switches()).collect();
    all.sort_by_key(|s| s.order);
    all
}

async fn screen(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood) -> Result<Content> {
    let n = neighbourhood.id;
    let next = match neighbourhood.language {
        Language::Nl => Language::En,
        Language::En => Language::Nl,
    };
    let mut own = vec![
        Row::new(
            10,
            vec![
                turn.button("settings-name", Govern::Rename(n).data()),
                turn.button("settings-team", Govern::RenameTeam(n).data()),
            ],
        ),
        Row::new(
            20,
            vec![
                turn.button("settings-hours-button", Govern::Hours(n).data()),
                turn.button("settings-place-button", Govern::Place(n).data()),
                turn.button("settings-phone-button", Govern::Phone(n).data()),
            ],
        ),
        Row::new(
            25,
            vec![
                turn.button("settings-doctor-button", Govern::Doctor(n).data()),
                turn.button("settings-food-button", Govern::Food(n).data()),
            ],
        ),
    ];
    for switch in switches(turn) {
        let on = neighbourhood.is_on(switch);
        let label = format!("setting-{}-turn-{}", switch.key, if on { "off" } else { "on" });
        let data = Govern::Switch(n, SwitchKey::of(switch.key), !on).data();
        own.push(Row::new(30, vec![turn.button(&label, data)]));
    }
    let language = turn.button(&format!("settings-language-{}", next.code()), Govern::Speak(n, next).data());
    own.push(Row::new(40, vec![language]));
    own.push(Row::new(45, vec![turn.button("settings-new-link", Govern::NewLink(n).data())]));
    own.push(Row::new(50, back_to_home(turn, n)));
    let rows = page_rows(turn, &Page::Settings(n), own).await?;
    Ok(Content::new(text(turn, neighbourhood), rows))
}

/// How every setting stands, a line each.
fn text(turn: &Turn<'_>, neighbourhood: &Neighbourhood) -> Html {
    let language = turn.label(&format!("language-{}", neighbourhood.language.code()), &[]);
    let words = |id: &str, key: &str| match neighbourhood.words(key) {
        Some(words) => turn.say(id, &[("words", Arg::Words(words))]),
        None => turn.say(&format!("{id}-none"), &[]),
    };
    // Where it stands, whether it is set apart, and the line.
    let mut lines = vec![
        (10, true, turn.say("settings-line-team", &[("team", Arg::Words(&neighbourhood.team))])),
        (20, false, turn.say("settings-line-language", &[("language", Arg::Own(&language))])),
        (30, false, words("settings-hours", TEAM_HOURS)),
        (40, false, words("settings-place", TEAM_PLACE)),
        (45, false, words("settings-phone", TEAM_PHONE)),
        (46, false, words("settings-doctor", DOCTOR_PHONE)),
        (47, false, words("settings-food", FOOD_PHONE)),
    ];
    for switch in switches(turn) {
        let stands = if neighbourhood.is_on(switch) { "on" } else { "off" };
        lines.push((switch.order, switch.apart, turn.say(&format!("setting-{}-{stands}", switch.key), &[])));
    }
    lines.sort_by_key(|(order, ..)| *order);
    let title = turn.say("settings", &[("neighbourhood", Arg::Words(&neighbourhood.name))]);
    lines.iter().fold(title, |text, (_, apart, line)| if *apart { text.paragraph(line) } else { text.line(line) })
}

/// Turns a switch on or off. A key that no feature has is that of a button whose time has passed.
pub(super) async fn turn_switch(turn: &mut Turn<'_>, n: NeighbourhoodId, key: &str, on: bool) -> Result<Pressed> {
    let Some(switch) = switches(turn).into_iter().find(|s| s.key == key) else { return Ok(Pressed::Outdated) };
    turn.store_setting(n, switch.key, Switch::value(on)).await?;
    changed(turn, n, Some(switch.key)).await?;
    Ok(Pressed::Handled)
}

/// Sets the language of the neighbourhood's cards.
pub(super) async fn speak(turn: &mut Turn<'_>, neighbourhood: Neighbourhood, language: Language) -> Result<()> {
    let n = neighbourhood.id;
    turn.update_neighbourhood(Neighbourhood { language, ..neighbourhood }).await?;
    changed(turn, n, None).await
}

/// A button changed a setting: features hear of it, and the settings are shown as they are now.
async fn changed(turn: &mut Turn<'_>, n: NeighbourhoodId, key: Option<&'static str>) -> Result<()> {
    turn.tell_features(News::SettingChanged(n, key)).await?;
    let neighbourhood = turn.neighbourhood(n).await?;
    show(turn, &neighbourhood).await
}

/// [Nieuwe link]: is that meant? What ends by it is said first.
pub(super) fn ask_new_link(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood) {
    let (yes, no) = (Govern::NewLinkNow(neighbourhood.id).data(), Govern::Settings(neighbourhood.id).data());
    ask_sure(turn, "new-link", &[("neighbourhood", Arg::Words(&neighbourhood.name))], yes, no);
}

/// [Ja, maak een nieuwe link].
pub(super) async fn new_link(turn: &mut Turn<'_>, neighbourhood: &Neighbourhood) -> Result<()> {
    let renewed = turn.renew_join_link(neighbourhood.id).await?;
    turn.tell_features(News::SettingChanged(renewed.id, None)).await?;
    let link = join_link(turn, &renewed);
    let args = [("neighbourhood", Arg::Words(renewed.name.as_str())), ("link", Arg::Own(&link))];
    let text = turn.say("new-link-done", &args);
    let rows = vec![super::back_to_settings(turn, renewed.id)];
    turn.edit_pressed(Content::new(text, rows));
    Ok(())
}

/// Begins a dialogue that changes a name, or when or where the team is.
pub(super) fn rename(turn: &mut Turn<'_>, flow: &'static str, neighbourhood: &Neighbourhood) {
    turn.begin_about(flow, "place", neighbourhood.id);
}

/// The answers of such a dialogue.
pub(super) async fn renamed(turn: &mut Turn<'_>, flow: &str, answers: &Map<String, Value>) -> Result<Finish> {
    let word = |key: &str| answers.get(key).and_then(Value::as_str).unwrap_or_default();
    let n = word("place").parse().map_or(NeighbourhoodId(0), NeighbourhoodId);
    let words = tidy(word("name"));
    let setting = match flow {
        HOURS => Some(TEAM_HOURS),
        PLACE => Some(TEAM_PLACE),
        PHONE => Some(TEAM_PHONE),
        DOCTOR => Some(DOCTOR_PHONE),
        FOOD => Some(FOOD_PHONE),
        _ => None,
    };
    if words.is_empty() && setting.is_none() {
        return Ok(Finish::NotNow(turn.say("neighbourhood-name-empty", &[])));
    }
    let Some(mut neighbourhood) = governing(turn, n).await? else {
        turn.reply(Content::text(turn.say("place-not-yours", &[])))?;
        return Ok(Finish::Done);
    };
    if let Some(key) = setting {
        turn.store_setting(n, key, Some(words.as_str()).filter(|w| !w.is_empty())).await?;
    } else {
        let name = if flow == RENAME { &mut neighbourhood.name } else { &mut neighbourhood.team };
        *name = words;
        turn.update_neighbourhood(neighbourhood).await?;
    }
    turn.tell_features(News::SettingChanged(n, None)).await?;
    let neighbourhood = turn.neighbourhood(n).await?;
    let content = screen(turn, &neighbourhood).await?;
    turn.reply(content)?;
    Ok(Finish::Done)
}
