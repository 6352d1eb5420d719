//! The words that every room shares: keys, moments, what happened and what goes out.
//!
//! Nothing here does anything by itself; the rooms give these words their behaviour.

mod event;
mod fault;
mod files;
mod ids;
mod intake;
mod limits;
mod markup;
mod member;
mod outgoing;
mod pulse;
mod settings;
mod words;

pub use event::{
    Attachment, BotRights, ChatKind, Event, EventChat, Happening, MembershipChange, Message, Outcome, Presence, Press,
    Refusal, Sender, Verdict,
};
pub use fault::{Fault, FaultKind, Result, or_skip};
pub use files::{File, Media, MediaKind};
pub use ids::{
    ActivityId, ChatId, Moment, NeighbourhoodId, OutboxId, PersonId, RequestId, ResponseId, SeriesId, SlotId, VenueId,
};
pub use intake::{Delivery, Incoming};
pub use limits::Limits;
pub use markup::{Html, escape};
pub use member::{BotName, Chat, Language, Member, Neighbourhood, Person, Reach, Role, Standing};
pub use outgoing::{Button, CardKey, Class, Content, Keyboard, Outgoing, Send, Thing};
pub use pulse::{Pulse, Trouble, Unreached};
pub use settings::{Settings, Switch};
pub(crate) use words::words;
pub use words::{Listed, UnknownWord};
