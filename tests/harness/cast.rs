//! Who and where: the people and groups of a transcript, by the names it calls them.

use stoep::practice::{AdminRights, NewPerson, World};

use super::activity::ActivitySetting;
use super::opening::Opening;
use super::script::{Action, Place, Script, unfold};

/// Telegram's account for administrators who write as the group.
const ANONYMOUS: i64 = 1_087_968_824;

/// The people and groups of one transcript.
#[derive(Default)]
pub struct Cast {
    people: Vec<(String, i64)>,
    /// With all ids that a group had, the last one its present.
    groups: Vec<(String, Vec<i64>)>,
}

/// What is there at the beginning.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// The neighbourhood that Karel sets up, and its group.
    pub neighbourhood: Option<GroupSetting>,
    /// Groups that Stoep is not in.
    pub groups: Vec<GroupSetting>,
    /// What is special about people.
    pub people: Vec<PersonSetting>,
    /// Who opened the join link before the transcript begins.
    pub residents: Vec<String>,
    /// Who of them said that Stoep may ask them to help.
    pub willing: Vec<String>,
    /// Whom of those the team has met.
    pub met: Vec<String>,
    /// Who belongs to the team, beside Els.
    pub team: Vec<String>,
    /// What is announced already.
    pub activities: Vec<ActivitySetting>,
    /// What people did already, in order.
    pub openings: Vec<Opening>,
}

/// A group at the beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupSetting {
    /// Its title.
    pub title: String,
    /// A basic group, which can become a supergroup.
    pub basic: bool,
    /// The topics of a forum.
    pub topics: Vec<String>,
    /// Is Stoep an administrator that may delete messages?
    pub admin: bool,
}

/// What is special about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonSetting {
    /// How the transcript calls them.
    pub name: String,
    /// How Telegram calls them.
    pub shown: String,
    /// Their last name, where they have one.
    pub last: Option<String>,
    /// Without the @.
    pub username: Option<String>,
    /// Their Telegram's language.
    pub language: String,
    /// Not in any group.
    pub outside: bool,
}

impl PersonSetting {
    fn plain(name: &str) -> PersonSetting {
        let (name, shown, language) = (name.into(), name.into(), "nl".into());
        PersonSetting { name, shown, last: None, username: None, language, outside: false }
    }

    /// As the local Telegram wants it.
    pub fn person(&self) -> NewPerson {
        NewPerson {
            first_name: self.shown.clone(),
            last_name: self.last.clone(),
            username: self.username.clone(),
            language_code: Some(self.language.clone()),
        }
    }
}

impl Setting {
    /// Reads the lines before the first action.
    pub fn read(script: &Script) -> Result<Setting, String> {
        let mut setting = Setting::default();
        for line in script.settings() {
            let Some((key, value)) = line.split_once(':') else { return Err(format!("“{line}” is no setting")) };
            let value = value.trim();
            match key {
                "buurt" => setting.neighbourhood = Some(group(value)?),
                "groep" => setting.groups.push(group(value)?),
                "wie" => setting.people.push(person(value)?),
                "bewoners" => setting.residents = names(value),
                "helpen graag" => setting.willing = names(value),
                "kennisgemaakt" => setting.met = names(value),
                "team" => setting.team = names(value),
                "activiteit" => setting.activities.push(ActivitySetting::read(value)?),
                "leeg" => {}
                _ => match Opening::read(key, value) {
                    Some(opening) => setting.openings.extend(opening?),
                    None => return Err(format!("“{key}:” is no setting that tests/transcripts/README.md knows")),
                },
            }
        }
        let nothing = setting.residents.is_empty() && setting.team.is_empty() && setting.activities.is_empty();
        if setting.neighbourhood.is_none() && !(nothing && setting.openings.is_empty()) {
            return Err("residents, a team, activities and what people did need a neighbourhood (“buurt:”)".into());
        }
        for name in &setting.met {
            if !setting.willing.contains(name) {
                setting.willing.push(name.clone());
            }
        }
        if let Some(name) = setting.willing.iter().find(|n| !setting.residents.contains(n)) {
            return Err(format!("{name} wants to help but is no resident (“bewoners:”)"));
        }
        Ok(setting)
    }
}

fn names(value: &str) -> Vec<String> {
    value.split(',').map(|n| n.trim().to_owned()).collect()
}

/// `Oosterpark (basisgroep, Stoep is beheerder)` or `Oosterpark (onderwerpen Algemeen + Prikbord)`.
fn group(words: &str) -> Result<GroupSetting, String> {
    let (title, more) = words.split_once(" (").map_or((words, ""), |(t, m)| (t, m.trim_end_matches(')')));
    let mut group = GroupSetting { title: title.into(), basic: false, topics: Vec::new(), admin: false };
    for property in more.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        match property.split_once(' ') {
            None if property == "basisgroep" => group.basic = true,
            Some(("onderwerpen", names)) => group.topics = names.split('+').map(|n| n.trim().to_owned()).collect(),
            Some(("Stoep", "is beheerder")) => group.admin = true,
            _ => return Err(format!("a group can't be “{property}”")),
        }
    }
    Ok(group)
}

/// `Joop, heet <b>Joop</b>, achternaam Kramer, @joop, spreekt en, niet in de groep`.
fn person(words: &str) -> Result<PersonSetting, String> {
    let mut parts = words.split(',').map(str::trim);
    let mut person = PersonSetting::plain(parts.next().unwrap_or_default());
    for property in parts {
        if let Some(last) = property.strip_prefix("achternaam ") {
            person.last = Some(last.into());
        } else if let Some(name) = property.strip_prefix("heet ") {
            person.shown = unfold(name);
        } else if let Some(username) = property.strip_prefix('@') {
            person.username = Some(username.into());
        } else if let Some(language) = property.strip_prefix("spreekt ") {
            person.language = language.into();
        } else if property == "niet in de groep" {
            person.outside = true;
        } else {
            return Err(format!("a person can't be “{property}”"));
        }
    }
    Ok(person)
}

impl Cast {
    /// Puts everybody and every group of a transcript into the world. Who appears in it is in all its groups.
    pub fn gather(world: &World, script: &Script, setting: &Setting) -> Result<Cast, String> {
        let mut cast = Cast::default();
        let mut inside = Vec::new();
        let named = setting.people.iter().map(|p| p.name.as_str());
        let residents = setting.residents.iter().map(String::as_str);
        let team = setting.team.iter().map(String::as_str);
        for name in ["Karel", "Els"]
            .into_iter()
            .chain(named)
            .chain(residents)
            .chain(team)
            .chain(setting.openings.iter().map(Opening::who))
            .chain(script.actions().filter_map(Action::who))
        {
            if cast.person(name).is_ok() {
                continue;
            }
            let known = setting.people.iter().find(|p| p.name == name);
            let person = known.cloned().unwrap_or_else(|| PersonSetting::plain(name));
            let id = world.add_person(person.person());
            cast.people.push((name.into(), id));
            if !person.outside {
                inside.push(id);
            }
        }
        let karel = cast.person("Karel")?;
        for group in setting.neighbourhood.iter().chain(&setting.groups) {
            let id = world.add_group(&group.title, !group.basic, !group.topics.is_empty(), karel);
            for topic in &group.topics {
                world.create_topic(id, karel, topic).map_err(|e| e.to_string())?;
            }
            for person in inside.iter().filter(|p| **p != karel) {
                world.add_member(id, *person).map_err(|e| e.to_string())?;
            }
            cast.groups.push((group.title.clone(), vec![id]));
        }
        Ok(cast)
    }

    /// Telegram's id of a person.
    pub fn person(&self, name: &str) -> Result<i64, String> {
        let found = self.people.iter().find(|(n, _)| n == name).map(|(_, id)| *id);
        found.ok_or_else(|| format!("nobody here is called {name}"))
    }

    /// Telegram's present id of a group.
    pub fn group(&self, title: &str) -> Result<i64, String> {
        let found = self.groups.iter().find(|(t, _)| t == title).and_then(|(_, ids)| ids.last().copied());
        found.ok_or_else(|| format!("there is no group {title}"))
    }

    /// A group has another id from now on.
    pub fn moved(&mut self, title: &str, id: i64) {
        if let Some((_, ids)) = self.groups.iter_mut().find(|(t, _)| t == title) {
            ids.push(id);
        }
    }

    /// How the transcript calls a person or a group.
    pub fn name(&self, id: i64) -> String {
        if id == ANONYMOUS {
            return "de groep zelf".into();
        }
        let person = self.people.iter().find(|(_, p)| *p == id).map(|(n, _)| n.clone());
        let group = || self.groups.iter().find(|(_, ids)| ids.contains(&id)).map(|(t, _)| t.clone());
        person.or_else(group).unwrap_or_else(|| "iemand".into())
    }

    /// Where a chat comes in what is shown: the person who acted, then groups, then others as they came in.
    pub fn rank(&self, chat: i64, actors: &[i64]) -> (usize, usize) {
        if let Some(at) = actors.iter().position(|a| *a == chat) {
            return (0, at);
        }
        match self.groups.iter().position(|(_, ids)| ids.contains(&chat)) {
            Some(at) => (1, at),
            None => (2, self.people.iter().position(|(_, p)| *p == chat).unwrap_or(usize::MAX)),
        }
    }

    /// The thread of a topic.
    pub fn topic(&self, world: &World, place: &Place) -> Result<Option<i64>, String> {
        let Some(name) = &place.topic else { return Ok(None) };
        let chat = self.group(&place.group)?;
        let found = world
            .chats()
            .into_iter()
            .find(|c| c.id == chat)
            .and_then(|c| c.topics.into_iter().find(|t| t.name == *name));
        found.map(|t| Some(t.id)).ok_or_else(|| format!("{} has no topic {name}", place.group))
    }

    /// The name of a topic.
    pub fn topic_name(&self, world: &World, chat: i64, thread: i64) -> Option<String> {
        let chat = world.chats().into_iter().find(|c| c.id == chat && c.forum)?;
        chat.topics.into_iter().find(|t| t.id == thread).map(|t| t.name)
    }
}

/// What Stoep may do as an administrator of a group.
pub const MAY_DELETE: AdminRights =
    AdminRights { can_delete_messages: true, can_pin_messages: false, can_manage_topics: false };
