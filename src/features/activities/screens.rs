//! What people see of an activity: the card in the groups, the message in private, the organiser's screen, texts about a
//! series. Loads what it draws; decides and changes nothing.

pub mod card;
pub mod host;
pub mod media;
pub mod private;
pub mod refresh;
pub mod series;
