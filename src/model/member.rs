//! People, chats and neighbourhoods as the engine knows them before a feature runs.

use serde::{Deserialize, Serialize};

use super::{ChatId, Moment, NeighbourhoodId, PersonId, Settings, Switch, words};

/// The bot's own names.
#[derive(Clone, Debug, Default)]
pub struct BotName {
    /// Telegram's id of it.
    pub id: i64,
    /// Without the @.
    pub username: String,
    /// Telegram's ids of those whom the configuration allows to set up a neighbourhood.
    pub operators: Vec<i64>,
}

words! {
    /// A language that Stoep speaks, the default one first.
    #[derive(Default, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Language {
        /// Dutch: where nothing else is known.
        #[default]
        Nl = "nl",
        /// English.
        En = "en",
    }

    /// Can we write to this chat?
    pub enum Reach {
        /// A person who never opened a private chat with the bot.
        Never = "never",
        /// Yes.
        Open = "open",
        /// They blocked the bot, or it was removed from the group.
        Closed = "closed",
    }

    /// How somebody stands in a neighbourhood, where it is not simply in.
    pub enum Standing {
        /// Left by their own wish: whatever they do there brings them back.
        Left = "left",
        /// Left the last group they were seen in, and was asked whether they still take part: until they answer they don't.
        Asked = "asked",
        /// Put out by the team, or of the last group they were seen in by its administrators.
        Out = "out",
        /// May not offer help.
        NoHelp = "no_help",
        /// May not write to neighbours.
        Muted = "muted",
    }

    /// What somebody may be in a neighbourhood, apart from resident.
    #[derive(Serialize, Deserialize)]
    pub enum Role {
        /// May announce activities.
        Organiser = "organiser",
        /// A professional of the team.
        Moderator = "moderator",
        /// Sets the neighbourhood up.
        Administrator = "administrator",
    }
}

impl Language {
    /// The two-letter code of ISO 639-1.
    pub fn code(self) -> &'static str {
        self.word()
    }

    /// What to speak with a client set to this IETF language tag: Dutch for Dutch and for an unknown tag's absence,
    /// English for every other language, because more people read it.
    pub fn for_client(tag: Option<&str>) -> Language {
        match tag {
            None => Language::Nl,
            Some(t) if t.starts_with("nl") || t.starts_with("af") || t.starts_with("fy") => Language::Nl,
            Some(_) => Language::En,
        }
    }
}

/// A person, known by Telegram's numeric id alone; name and username are what their client last said.
#[derive(Clone, Debug)]
pub struct Person {
    /// Our key.
    pub id: PersonId,
    /// Telegram's id of the user.
    pub user_id: i64,
    /// Their private chat with the bot, whether or not it was ever opened.
    pub chat: ChatId,
    /// First name as others read it; never empty. From the batch on with `initial`, where there is one.
    pub name: String,
    /// First letter of the last name, where somebody else in a neighbourhood of theirs has the same first name.
    pub initial: Option<String>,
    /// What the team is called, a line each, in the neighbourhoods of whose team they are not: their name can't pass for it.
    /// `None` where they are of the team wherever they belong.
    pub outside_teams: Option<String>,
    /// Without the @.
    pub username: Option<String>,
    /// Chosen with /taal, or from their client.
    pub language: Language,
    /// Can we write to them?
    pub reach: Reach,
    /// The neighbourhood they last did something in.
    pub current: Option<NeighbourhoodId>,
    /// Wants no messages that they did not ask for.
    pub quiet: bool,
    /// Messages in a row that Stoep did not understand.
    pub puzzled: i64,
}

/// A chat: a group with its neighbourhood, or a private chat.
#[derive(Clone, Debug)]
pub struct Chat {
    /// Our key.
    pub id: ChatId,
    /// Telegram's id, as it is now.
    pub tg_id: i64,
    /// Private, or one of the kinds of group.
    pub kind: super::ChatKind,
    /// A group's title.
    pub title: String,
    /// The neighbourhood that the group belongs to, once set up.
    pub neighbourhood: Option<NeighbourhoodId>,
    /// The forum topic for cards.
    pub topic: Option<i64>,
    /// Can we write there?
    pub reach: Reach,
    /// May the bot delete messages of others there?
    pub may_delete: bool,
    /// Does the group let us not write now?
    pub refuses: bool,
}

/// A neighbourhood, with its settings.
#[derive(Clone, Debug)]
pub struct Neighbourhood {
    /// Our key.
    pub id: NeighbourhoodId,
    /// 'Oosterpark'.
    pub name: String,
    /// What the team is called: 'wijkteam', 'buurtteam Noord'.
    pub team: String,
    /// Language of cards.
    pub language: Language,
    /// The secret part of its join link.
    pub join_code: String,
    /// What its administrators set beyond that.
    pub settings: Settings,
}

#[cfg(test)]
impl Person {
    /// Somebody who can be written to, for tests.
    pub fn sample() -> Person {
        Person {
            id: PersonId(1),
            user_id: 1,
            chat: ChatId(1),
            name: "Iemand".into(),
            initial: None,
            outside_teams: None,
            username: None,
            language: Language::Nl,
            reach: Reach::Open,
            current: None,
            quiet: false,
            puzzled: 0,
        }
    }
}

impl Neighbourhood {
    /// Returns true if the switch is on here.
    pub fn is_on(&self, switch: &Switch) -> bool {
        self.settings.is_on(switch)
    }

    /// The words of a setting here; `None` if there are none.
    pub fn words(&self, key: &str) -> Option<&str> {
        self.settings.words(key)
    }
}

#[cfg(test)]
impl Neighbourhood {
    /// One to try things with: nothing is switched on.
    pub fn sample() -> Neighbourhood {
        Neighbourhood {
            id: NeighbourhoodId(1),
            name: "Oosterpark".into(),
            team: "wijkteam".into(),
            language: Language::Nl,
            join_code: "code".into(),
            settings: Settings::default(),
        }
    }
}

/// A person's membership of one neighbourhood. Who left or was put out has none.
#[derive(Clone, Debug)]
pub struct Member {
    /// Where.
    pub neighbourhood: NeighbourhoodId,
    /// Who.
    pub person: PersonId,
    /// What they are beside resident.
    pub roles: Vec<Role>,
    /// May they offer help?
    pub may_help: bool,
    /// Until when they may not write to neighbours.
    pub muted_until: Option<Moment>,
}

impl Member {
    /// Has this person the role here?
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// May they write to neighbours?
    pub fn may_write(&self) -> bool {
        self.muted_until.is_none()
    }
}
