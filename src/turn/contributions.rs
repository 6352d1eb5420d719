//! What features contribute to what others gather: entries of menus, reasons and items of the worklist, what somebody has, what
//! happens when, rows on another feature's page, news.

use crate::model::{Button, Content, Html, Language, Moment, NeighbourhoodId, PersonId, Thing};

/// What a start-menu entry is for: which screens show it, and in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Ask for help.
    Ask,
    /// Help others.
    Help,
    /// See what there is to do.
    Attend,
    /// Anything else that a feature offers.
    Other,
    /// Talk to a human: last in the menu, and alone where nothing else helps.
    Human,
}

/// An entry of the start menu.
#[derive(Clone, Debug)]
pub struct WayOn {
    /// What it is for.
    pub way: Way,
    /// Text id of its button.
    pub label: &'static str,
    /// Callback data of its button.
    pub data: String,
}

/// Why a thing is on the worklist. Each feature declares its own; the team reads the text `work-why-{word}`, with `-` for `_`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The word in the database.
    pub word: &'static str,
    /// Stays on the list whatever residents do meanwhile: the team itself has to resolve it.
    pub sticky: bool,
    /// Isn't replaced by another reason of the same thing, except by one for moderators.
    pub lasting: bool,
    /// About what two people said of each other. Who is one of them reads `work-why-own` instead.
    pub about_people: bool,
    /// A moderator carries it on: only moderators are assigned, it can't be given back, and its assignee is asked about it once a
    /// week.
    pub for_moderators: bool,
    /// The feature itself tells the team: no notice that something is new.
    pub announced: bool,
    /// The title of its things says it already: it has no text of its own.
    pub in_title: bool,
}

impl Reason {
    /// A reason without any of the flags.
    pub const fn plain(word: &'static str) -> Reason {
        Reason {
            word,
            sticky: false,
            lasting: false,
            about_people: false,
            for_moderators: false,
            announced: false,
            in_title: false,
        }
    }

    /// Text id of what the team reads; `None` where the title says it.
    pub fn text_id(&self) -> Option<String> {
        (!self.in_title).then(|| format!("work-why-{}", self.word.replace('_', "-")))
    }
}

/// A thing on the worklist, as the team sees it, in the reader's language.
#[derive(Clone, Debug, Default)]
pub struct WorkItem {
    /// Its name, in one line.
    pub title: String,
    /// The title is a resident's own words, to be set apart from what stands around it.
    pub in_own_words: bool,
    /// What everybody of the team may see of it.
    pub text: Html,
    /// What only its assignee reads: how people can be reached.
    pub contact: Html,
    /// What its assignee can do.
    pub rows: Vec<Vec<Button>>,
    /// Whom it is about: they leave it to a colleague, where there is one.
    pub about: Vec<PersonId>,
    /// Was it told in confidence? Then who may not read that sees only that something waits.
    pub confidential: bool,
    /// Is it about today?
    pub today: bool,
    /// Does it come before everything else?
    pub urgent: bool,
    /// The one person of the team whom it was told to: nobody else sees it, while they belong to the team.
    pub only_for: Option<PersonId>,
}

/// What a feature shows in /mijn.
#[derive(Clone, Debug)]
pub struct MyThings {
    /// Where it stands among the other features'.
    pub order: u8,
    /// What it says; nothing where it has only buttons to offer.
    pub text: Html,
    /// Its buttons.
    pub rows: Vec<Vec<Button>>,
    /// The page of the feature's list that this is, from 0.
    pub page: u32,
    /// What is shown instead where the sender has nothing else.
    pub alone: Option<Content>,
}

/// What a feature shows on the board, beside open requests.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it stands among what others show.
    pub order: u8,
    /// What it says, in a line or two.
    pub text: Html,
    /// Its buttons.
    pub buttons: Vec<Button>,
}

/// Something that happens at a time, as the agenda and calendars show it: what everybody in the neighbourhood may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// What happens.
    pub thing: Thing,
    /// Where it belongs.
    pub neighbourhood: NeighbourhoodId,
    /// Id of its kind.
    pub kind: String,
    /// The sign of its kind, and its title.
    pub title: String,
    /// All else that was said of it.
    pub details: Option<String>,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends, where that was said.
    pub ends_at: Option<Moment>,
    /// When it is over: as was said, or after the usual length.
    pub over_at: Moment,
    /// Where, as people read it.
    pub place: String,
    /// How many people fit; `None`: as many as come.
    pub capacity: Option<i64>,
    /// How many come, guests and all.
    pub going: i64,
    /// Does it cost nothing?
    pub free: bool,
    /// Can one come in with a wheelchair?
    pub wheelchair: bool,
    /// May children come along?
    pub children: bool,
    /// Is no registration needed?
    pub walk_in: bool,
    /// Did the organiser say that it goes on?
    pub confirmed: bool,
    /// Does it not happen?
    pub cancelled: bool,
    /// Has it been?
    pub held: bool,
    /// Changes of time, place or state (RFC 5545, SEQUENCE).
    pub sequence: i64,
    /// When it was last changed.
    pub changed_at: Moment,
    /// Callback data that shows it in private.
    pub open: String,
    /// Start parameter of a link that shows it in private.
    pub link: String,
}

impl Occasion {
    /// Places that are left; `None` where there is no end to them.
    pub fn left(&self) -> Option<i64> {
        self.capacity.map(|c| (c - self.going).max(0))
    }
}

/// A screen to which features other than its own add rows of buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// `/buurt` of this neighbourhood, as somebody sees it who may change its settings, or may not.
    Neighbourhood(NeighbourhoodId, bool),
    /// Its settings.
    Settings(NeighbourhoodId),
    /// Its worklist.
    Worklist(NeighbourhoodId),
    /// `/wijkteam`.
    Team(NeighbourhoodId),
    /// What somebody in distress reads: how to tell the team of this neighbourhood alone.
    Alone(NeighbourhoodId),
    /// What somebody lonely reads: how to find company in this neighbourhood.
    Lonely(NeighbourhoodId),
    /// A question of a dialogue that somebody was not understood at three times: the ways out.
    Stuck,
    /// `/privacy`.
    Privacy,
    /// `/mijn`.
    Mine,
    /// The agenda of a neighbourhood in which nothing is to come: what the sender may do about that.
    EmptyAgenda(NeighbourhoodId),
    /// Who helps in a neighbourhood, as its moderators see it.
    Helpers(NeighbourhoodId),
    /// What a moderator sees about somebody: a helper, or whom a thing on the worklist is about.
    About(NeighbourhoodId, PersonId),
    /// How somebody stands in a neighbourhood, as its moderators see it.
    Standing(NeighbourhoodId, PersonId),
    /// A thing of a feature, as a reader of this language sees it in private.
    Of(Thing, Language),
}

/// A row of buttons on another feature's page.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where it stands: rows are sorted by this, the page's own have 10, 20, ….
    pub order: u8,
    /// Its buttons.
    pub buttons: Vec<Button>,
}

impl Row {
    /// A row that stands there.
    pub fn new(order: u8, buttons: Vec<Button>) -> Row {
        Row { order, buttons }
    }
}

/// Something that happened in one feature and may concern others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Somebody got or lost a role in a neighbourhood.
    RoleChanged(PersonId, NeighbourhoodId),
    /// Somebody left a neighbourhood or was put out of it: what they have open there ends.
    Left(PersonId, NeighbourhoodId),
    /// Somebody may not offer help in a neighbourhood any more: what they offered ends.
    MayNotHelp(PersonId, NeighbourhoodId),
    /// A setting of a neighbourhood changed: the switch of this key, or another one where there is none.
    SettingChanged(NeighbourhoodId, Option<&'static str>),
}
