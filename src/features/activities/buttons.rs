//! What the buttons of activities carry, by the part of the feature that answers them: `act:{letter}:{word}:{key}`. A button
//! names a thing and an action; it grants nothing. Pure.

mod announcing;
mod attendance;
mod going_together;
mod hosting;
mod recurring;

pub use announcing::AnnouncingTap;
pub use attendance::AttendanceTap;
pub use going_together::TogetherTap;
pub use hosting::HostingTap;
pub use recurring::RecurringTap;
