//! A Telegram to practise with: people, groups and bots in memory, and the Bot API in front of them over HTTP.
//!
//! All tests run against it, `stoep practice` shows it as a page, and any other bot can be tried on it. It is strict: what
//! Telegram refuses it refuses in Telegram's words, and where Telegram is lenient in a way that hides a mistake (an unknown
//! parameter, two actions on one button) it says so. It can be told to fail, and time is the world's [`Clock`].
//!
//! ```no_run
//! # use stoep::{clock::Clock, practice::{Limits, NewPerson, Target, World, WriteOptions, serve}};
//! # async fn play() -> anyhow::Result<()> {
//! let world = World::new(Clock::system(), Limits::telegrams());
//! let bot = world.add_bot("stoep_bot", "Stoep");
//! let joop = world.add_person(NewPerson { first_name: "Joop".into(), ..NewPerson::default() });
//! let group = world.add_group("Oosterpark", true, false, joop);
//! world.add_bot_to_group(group, bot.id, joop, None)?;
//! tokio::spawn(serve(world.clone(), tokio::net::TcpListener::bind("127.0.0.1:0").await?));
//! world.write(group, joop, "/vraag@stoep_bot", WriteOptions::default())?;
//! // … and once the bot has answered:
//! let answer = world.messages(group).pop();
//! # Ok(()) }
//! ```
//!
//! [`Clock`]: crate::clock::Clock

mod api;
mod failures;
mod files;
mod groups;
mod html;
mod limits;
mod log;
mod markup;
mod objects;
pub mod page;
mod people;
mod refusal;
mod schema;
mod state;
mod text;
mod updates;
mod view;
mod world;

pub use api::{router, serve};
pub use failures::{Failure, How};
pub use files::Kind;
pub use limits::Limits;
pub use log::{Arranged, Entry, What};
pub use people::{Pressed, Target, WriteOptions};
pub use state::AdminRights;
pub use text::Entity;
pub use view::{ButtonKind, ButtonView, ChatView, CommandView, FromView, KeyView, MessageView, PersonView, TopicView};
pub use world::{Bot, Impossible, NewPerson, Where, World};
