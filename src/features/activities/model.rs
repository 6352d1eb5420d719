//! The types of this feature: an activity, what somebody answered about it, and the words in which the database keeps states.
//! Everything else here imports these; they import nothing of the feature. Pure.

mod change;
pub mod kinds;
mod series;

use serde::{Deserialize, Serialize};

use crate::model::{ActivityId, Moment, NeighbourhoodId, PersonId, SeriesId, Switch, Thing, VenueId, words};
use crate::text::Day;

pub use change::{Change, same_place};
pub use series::{ActivitySeries, Asked};

/// The feature's name: prefix of its buttons, name of its jobs and things.
pub const NAME: &str = "act";

/// What the start parameter of a link to an activity begins with; its key follows.
pub const LINK: &str = "k_";

/// Whether the cards of a neighbourhood's activities name who comes.
pub const SHOW_NAMES: Switch = Switch { key: "names", order: 45, apart: true };

/// An activity as the rest of the program names it.
pub fn thing(id: ActivityId) -> Thing {
    Thing { feature: NAME.to_owned(), id: id.0 }
}

words! {
    /// Where an activity stands.
    pub enum State {
        /// It is to come, or going on.
        Planned = "planned",
        /// It does not happen.
        Cancelled = "cancelled",
        /// Its time has passed.
        Held = "held",
    }

    /// What somebody said about an activity.
    pub enum RsvpState {
        /// They come: their place is theirs.
        Going = "going",
        /// They wait for a place.
        Waiting = "waiting",
        /// They don't come.
        NotGoing = "not_going",
    }

    /// How far somebody is who would rather not come alone.
    pub enum SearchState {
        /// Stoep looks for somebody.
        Looking = "looking",
        /// They go with somebody, and know whom.
        Met = "met",
        /// It is over, whatever came of it.
        Ended = "ended",
    }

    /// What became of a question to go with somebody.
    pub enum AskState {
        /// No answer yet.
        Asked = "asked",
        /// They would like to; the seeker has not heard it.
        Willing = "willing",
        /// They would like to, and the seeker was asked.
        Offered = "offered",
        /// They would rather not.
        Declined = "declined",
        /// Both said yes.
        Chosen = "chosen",
        /// It went on without them.
        Over = "over",
    }
}

/// What can happen to an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActivityChange {
    /// Its organiser, or the team, calls it off.
    Cancel,
    /// Its time passes.
    TimePasses {
        /// Whether somebody said that this date goes on: each date of a series is asked about.
        confirmed: bool,
    },
}

impl State {
    /// The state after a change; `None` if the change is not allowed from this state.
    pub fn after(self, change: ActivityChange) -> Option<State> {
        match (self, change) {
            (State::Planned, ActivityChange::Cancel) => Some(State::Cancelled),
            (State::Planned, ActivityChange::TimePasses { confirmed: true }) => Some(State::Held),
            // Nobody said that this date goes on: it did not.
            (State::Planned, ActivityChange::TimePasses { confirmed: false }) => Some(State::Cancelled),
            (State::Cancelled | State::Held, _) => None,
        }
    }
}

/// For whom an activity is easy to reach. Whether it is free is said by its cost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Access {
    /// With a wheelchair.
    pub wheelchair: bool,
    /// Quiet: for who can't bear noise and crowds.
    pub quiet: bool,
    /// Children may come along.
    pub children: bool,
    /// Other languages that are spoken, in words.
    pub languages: Option<String>,
    /// No registration needed.
    pub walk_in: bool,
}

impl Access {
    /// Ids of the texts that say for whom, but for the languages.
    pub fn texts(&self) -> impl Iterator<Item = &'static str> {
        let all = [
            (self.wheelchair, "activity-wheelchair"),
            (self.quiet, "activity-quiet"),
            (self.children, "activity-children"),
            (self.walk_in, "activity-walk-in"),
        ];
        all.into_iter().filter(|(holds, _)| *holds).map(|(_, id)| id)
    }
}

/// What an activity is, apart from when: what a new date of a series is made of, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct What {
    /// Id of its kind.
    pub kind: String,
    /// In one line.
    pub title: String,
    /// All else.
    pub details: Option<String>,
    /// Where, on the neighbourhood's list; `None`: in own words.
    pub place_id: Option<VenueId>,
    /// Where, as people read it.
    pub place: String,
    /// How many people fit, 1 to 999; `None`: as many as come.
    pub capacity: Option<i64>,
    /// What it costs, in words; `None`: it is free.
    pub cost: Option<String>,
    /// For whom it is easy to reach.
    pub access: Access,
}

impl What {
    /// Its name in one line, with the icon of its kind.
    pub fn title_line(&self) -> String {
        kinds::titled(&self.kind, &self.title)
    }
}

/// An activity: one date, where it comes back.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Key.
    pub id: ActivityId,
    /// Where it belongs.
    pub neighbourhood: NeighbourhoodId,
    /// Whose.
    pub organiser: PersonId,
    /// What it is.
    pub what: What,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends, where that was said.
    pub ends_at: Option<Moment>,
    /// The series that it is a date of.
    pub series: Option<SeriesId>,
    /// The day that the series' rule gave, whatever it was changed to.
    pub series_day: Option<Day>,
    /// Whether the organiser said that this date goes on.
    pub confirmed: bool,
    /// Whether it has a card in the groups.
    pub carded: bool,
    /// Where it stands.
    pub state: State,
    /// Why it was cancelled, in the organiser's words.
    pub reason: Option<String>,
    /// Changes of time, place or state (RFC 5545, SEQUENCE).
    pub sequence: i64,
    /// Counts all changes, for choices about what was shown.
    pub version: i64,
    /// How many came.
    pub came: Option<i64>,
    /// When it was made.
    pub made_at: Moment,
    /// When it was last changed.
    pub changed_at: Moment,
    /// Whether there is a photo of it.
    pub photo: bool,
    /// Whether its organiser said something aloud about it.
    pub voice: bool,
}

/// Seconds that an activity lasts where nobody said so.
pub const USUAL_LENGTH: i64 = 2 * 3600;

/// When something is over: as was said, or two hours after its beginning.
pub fn over_at(starts_at: Moment, ends_at: Option<Moment>) -> Moment {
    ends_at.unwrap_or(starts_at.plus(USUAL_LENGTH))
}

impl Activity {
    /// How many people fit; `None`: as many as come, as where nobody need register.
    pub fn capacity(&self) -> Option<i64> {
        self.what.capacity.filter(|_| !self.what.access.walk_in)
    }

    /// When it is over: as was said, or two hours after its beginning.
    pub fn over_at(&self) -> Moment {
        over_at(self.starts_at, self.ends_at)
    }

    /// Returns true if one can still sign up: it is planned and not over.
    pub fn is_open(&self, now: Moment) -> bool {
        self.state == State::Planned && now < self.over_at()
    }

    /// Its name in one line, with the icon of its kind.
    pub fn title(&self) -> String {
        self.what.title_line()
    }
}

/// An activity that is about to be written.
#[derive(Clone, Debug)]
pub struct NewActivity<'a> {
    /// Where it belongs.
    pub neighbourhood: NeighbourhoodId,
    /// Whose.
    pub organiser: PersonId,
    /// What it is.
    pub what: &'a What,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends, where that was said.
    pub ends_at: Option<Moment>,
    /// The series that it is a date of, with the day that its rule gave.
    pub series: Option<(SeriesId, Day)>,
    /// Whether the organiser said that it goes on: then it has a card in the groups, too.
    pub confirmed: bool,
}

/// Most guests that one person brings.
pub const GUESTS_AT_MOST: i64 = 5;

/// What somebody said about an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rsvp {
    /// Key.
    pub id: i64,
    /// About which.
    pub activity: ActivityId,
    /// Who.
    pub person: PersonId,
    /// What.
    pub state: RsvpState,
    /// Whom they bring, 0 to 5.
    pub guests: i64,
    /// Where they stand in the row of who waits: lower is earlier.
    pub place_in_row: i64,
    /// When a place that came free became theirs, until they say that they come.
    pub given_at: Option<Moment>,
    /// When they were asked whether they want that place.
    pub reminded_at: Option<Moment>,
}

impl Rsvp {
    /// Seats that they take, or wait for.
    pub fn seats(&self) -> i64 {
        1 + self.guests
    }

    /// Seats that they take: none while they wait, or don't come.
    pub fn seats_taken(&self) -> i64 {
        if self.state == RsvpState::Going { self.seats() } else { 0 }
    }
}

/// How many come and wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// Seats of all who come, guests and all.
    pub going: i64,
    /// Seats of all who wait, guests and all.
    pub waiting: i64,
}

/// Somebody who would rather not come alone.
#[derive(Clone, Debug)]
pub struct CompanionSearch {
    /// Key.
    pub id: i64,
    /// To which activity.
    pub activity: ActivityId,
    /// Who.
    pub seeker: PersonId,
    /// How far it is.
    pub state: SearchState,
    /// With whom they go, once both said yes.
    pub companion: Option<PersonId>,
    /// How the companion can reach the seeker, where they said.
    pub seeker_contact: Option<String>,
    /// How the seeker can reach the companion, where they said.
    pub companion_contact: Option<String>,
    /// Whether they know that nobody was found.
    pub none_told: bool,
}

/// A question to go with somebody.
#[derive(Clone, Debug)]
pub struct CompanionAsk {
    /// Key.
    pub id: i64,
    /// In which search.
    pub search: i64,
    /// Who was asked.
    pub person: PersonId,
    /// What became of it.
    pub state: AskState,
}

words! {
    /// Something that an organiser is asked about first, in the order in which it is asked. A button carries its word.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Concern {
        /// Somebody's house, number or the like stands in it.
        Safety = "safety",
        /// The day does not come every month.
        Months = "months",
        /// Something else happens there.
        Clash = "clash",
        /// It is a holiday.
        Holiday = "holiday",
    }
}

/// How many come and wait, as the card shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headcount {
    /// People who come, guests and all.
    pub going: i64,
    /// People who wait, guests and all.
    pub waiting: i64,
    /// Who comes, with how many guests, as many as are shown; `None` if that is not shown.
    pub names: Option<Vec<(String, i64)>>,
}

impl Headcount {
    /// People who come and wait, guests and all.
    pub fn people(&self) -> i64 {
        self.going + self.waiting
    }
}
