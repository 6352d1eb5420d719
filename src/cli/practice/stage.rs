//! Sets the stage: people, a group, and the bot set up in it by the conversation that a real administrator has.

use std::time::Duration;

use anyhow::Context;

use crate::cli::run::Running;
use crate::clock::Clock;
use crate::config::Config;
use crate::features::trust::set_adult;
use crate::model::{Language, Moment};
use crate::practice::{AdminRights, Bot, MessageView, NewPerson, Target, World, WriteOptions};
use crate::store::{Key, Store, chat_by_tg_id, person_of_chat};
use crate::text::{date_words, local_date, texts};

/// Seconds that setting the stage may take by the clock: it begins so much earlier, and ends now.
const EARLIER: i64 = 600;
/// Where people meet in the practice neighbourhood.
const PLACE: &str = "Buurthuis De Schakel";
/// How long one step of setting the stage may take on a slow machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// The clock on which the stage is set.
pub fn clock() -> Clock {
    let clock = Clock::system();
    turn_back(&clock);
    clock
}

/// Puts the clock to where the stage begins, however far it was moved.
pub fn turn_back(clock: &Clock) {
    let now = Clock::system();
    clock.move_by((now.now_ms() - clock.now_ms()) / 1000 - EARLIER);
}

/// The bot's account.
pub fn bot(world: &World) -> Bot {
    world.add_bot("StoepOefenBot", "Stoep")
}

/// Those who live and work in the practice neighbourhood.
pub struct People {
    /// Looks after the neighbourhood's group.
    pub karel: i64,
    /// Of the team.
    pub els: i64,
    /// Neighbours who belong to the neighbourhood: their user ids.
    pub neighbours: Vec<i64>,
    /// One of those, who organises.
    pub aisha: i64,
    /// Some of those, who come to what Aisha announced.
    pub coming: Vec<i64>,
    /// In the group since today, and never spoke with the bot.
    pub newcomer: i64,
}

/// Eight people of several ages and languages. Some have a username, some have not. Who each of them is, the page tells from
/// `page/words.js`, under their first name.
pub fn people(world: &World) -> People {
    let person = |first: &str, last: &str, username: Option<&str>, language: &str| {
        world.add_person(NewPerson {
            first_name: first.to_owned(),
            last_name: Some(last.to_owned()),
            username: username.map(str::to_owned),
            language_code: Some(language.to_owned()),
        })
    };
    let fatima = person("Fatima", "el Amrani", Some("fatima_ea"), "nl");
    let joop = person("Joop", "de Wit", None, "nl");
    let maria = person("Maria", "Kowalska", Some("maria_k"), "en");
    let henk = person("Henk", "Visser", None, "nl");
    let aisha = person("Aisha", "Yılmaz", Some("aisha_y"), "nl");
    let newcomer = person("Sem", "Bakker 🚲", Some("sembakker"), "nl");
    let els = person("Els", "Jansen", Some("els_wijkteam"), "nl");
    let karel = person("Karel", "Mulder", Some("karelmulder"), "nl");
    People { karel, els, neighbours: vec![fatima, joop, maria, henk, aisha], aisha, coming: vec![joop, henk], newcomer }
}

/// The neighbourhood's group, with everybody in it.
pub fn group(world: &World, people: &People) -> i64 {
    let group = world.add_group("Buren van het Oosterpark", true, false, people.karel);
    for user in people.neighbours.iter().chain([&people.newcomer, &people.els]) {
        // Nobody is in it yet, so nothing can stand in the way.
        let _ = world.add_member(group, *user);
    }
    group
}

/// Notes that those who know the bot by now said that they are 16 or older; the others are asked.
pub async fn grown_up(config: &Config, people: &People, now: Moment) -> anyhow::Result<()> {
    let store = Store::open(&config.database, Key::read_or_make(&config.key, &config.database)?).await?;
    let mut db = store.writer().await?;
    for user in people.neighbours.iter().chain([&people.els, &people.karel]) {
        if let Some(chat) = chat_by_tg_id(&mut db, *user).await?
            && let Some(person) = person_of_chat(&mut db, chat.id).await?
        {
            set_adult(&mut db, person, true, now).await?;
        }
    }
    Ok(())
}

/// The world with the bot that acts in it.
pub struct Stage<'a> {
    /// The local Telegram.
    pub world: &'a World,
    /// The bot's account.
    pub bot: &'a Bot,
    /// The bot itself.
    pub running: &'a Running,
    /// Their time.
    pub clock: &'a Clock,
}

impl Stage<'_> {
    /// Sets the stage, anew or where the bot's database was kept, and puts the clock at the machine's time again.
    pub async fn begin(&self, people: &People, kept: bool) -> anyhow::Result<()> {
        let now = Clock::system();
        let done = if kept { self.come_back(people).await } else { self.set(people).await };
        self.clock.move_by((now.now_ms() - self.clock.now_ms()) / 1000);
        done
    }

    /// Lets Karel set up the neighbourhood, Els join the team, Aisha organise, and the neighbours join.
    async fn set(&self, people: &People) -> anyhow::Result<()> {
        let group = group(self.world, people);
        self.link(people.karel, "hi").await?;
        self.add_bot(group, people.karel).await?;
        self.press(people.karel, people.karel, "setup-begin").await?;
        self.answer(people.karel, "setup-name", "Oosterpark").await?;
        self.press(people.karel, people.karel, "setup-team-wijkteam").await?;
        self.press(people.karel, people.karel, "setup-moderator-other").await?;
        self.press(people.karel, people.karel, "setup-announce-organisers").await?;
        self.press(people.karel, people.karel, "setup-confirm").await?;
        let for_els = self.link_from(people.karel, "i_", None).await?;
        self.link(people.els, &for_els).await?;
        let join = self.link_from(people.karel, "b_", None).await?;
        for neighbour in &people.neighbours {
            self.world.start_link(*neighbour, self.bot.id, &join)?;
        }
        self.settled().await?;
        self.press(people.karel, people.karel, "place-invite").await?;
        self.press(people.karel, people.karel, "invite-organiser").await?;
        let for_aisha = self.link_from(people.karel, "i_", Some(&for_els)).await?;
        self.link(people.aisha, &for_aisha).await?;
        self.announce(people, group).await?;
        // What Telegram's pace held back till now.
        for _ in 0..5 {
            self.a_second_passes().await;
            self.settled().await?;
        }
        Ok(())
    }

    /// Aisha announces something in three days, and some say that they come.
    async fn announce(&self, people: &People, group: i64) -> anyhow::Result<()> {
        let day = date_words(Language::Nl, local_date(self.clock.now().plus_days(3)));
        let line = format!("/activiteit Koffie en taart in {PLACE}, {day} 10-12 u, max 6");
        self.world.write(group, people.aisha, &line, WriteOptions::default())?;
        self.settled().await?;
        self.press(people.aisha, group, "button-place").await?;
        for neighbour in &people.coming {
            self.press(*neighbour, group, "button-come").await?;
        }
        Ok(())
    }

    /// The bot's database was kept: its people open their chats again, and the group has the bot in it.
    async fn come_back(&self, people: &People) -> anyhow::Result<()> {
        let group = group(self.world, people);
        self.add_bot(group, people.karel).await?;
        for user in people.neighbours.iter().chain([&people.els, &people.karel]) {
            self.link(*user, "hi").await?;
        }
        Ok(())
    }

    async fn add_bot(&self, group: i64, by: i64) -> anyhow::Result<()> {
        let rights = AdminRights { can_delete_messages: true, ..AdminRights::default() };
        self.world.add_bot_to_group(group, self.bot.id, by, Some(rights))?;
        self.settled().await
    }

    /// Waits until the bot has nothing left to do.
    async fn settled(&self) -> anyhow::Result<()> {
        let quiet = async {
            let mut seen = self.world.subscribe();
            while self.world.unconfirmed(self.bot.id) > 0 || !self.running.pulse().is_quiet(self.clock.now_ms()) {
                tokio::select! {
                    _ = seen.changed() => {}
                    () = self.running.pulse().changed() => {}
                    () = self.a_second_passes() => {}
                }
            }
        };
        tokio::time::timeout(PATIENCE, quiet).await.context("the bot did not answer in time")
    }

    async fn link(&self, user: i64, start: &str) -> anyhow::Result<()> {
        self.world.start_link(user, self.bot.id, start)?;
        self.settled().await
    }

    /// Answers a question in private, once it is there.
    async fn answer(&self, user: i64, question: &str, words: &str) -> anyhow::Result<()> {
        let question = texts().plain(Language::Nl, question, &[]);
        let appears = async {
            while !self.world.messages(user).iter().any(|m| m.text == question) {
                self.a_second_passes().await;
            }
        };
        tokio::time::timeout(PATIENCE, appears).await.context("a question does not appear")?;
        self.world.write_private(user, self.bot.id, words)?;
        self.settled().await
    }

    /// Presses the newest button with this text, once it is there.
    async fn press(&self, user: i64, chat: i64, label: &str) -> anyhow::Result<()> {
        let label = texts().plain(Language::Nl, label, &[]);
        let appears = async {
            loop {
                let buttons = |m: &MessageView| m.keyboard.iter().flatten().any(|b| b.label == label);
                if let Some(message) = self.world.messages(chat).into_iter().rev().find(buttons) {
                    return message.id;
                }
                self.a_second_passes().await;
            }
        };
        let message =
            tokio::time::timeout(PATIENCE, appears).await.with_context(|| format!("no button [{label}] appears"))?;
        self.world.press(user, chat, message, Target::Label(&label))?;
        self.settled().await
    }

    /// Telegram's pace holds messages for some seconds; on the stage nobody has to wait for that.
    async fn a_second_passes(&self) {
        tokio::time::sleep(Duration::from_millis(20)).await;
        self.clock.move_by(1);
    }

    /// The start parameter of the newest link of this kind that somebody was sent, once one is there that is not the old one.
    async fn link_from(&self, user: i64, kind: &str, old: Option<&str>) -> anyhow::Result<String> {
        let marker = format!("t.me/{}?start={kind}", self.bot.username);
        let arrives = async {
            loop {
                for m in self.world.messages(user).into_iter().rev() {
                    if let Some((_, behind)) = m.text.split_once(&marker) {
                        let code: String = behind.chars().take_while(char::is_ascii_alphanumeric).collect();
                        let link = format!("{kind}{code}");
                        if Some(link.as_str()) != old {
                            return link;
                        }
                        break;
                    }
                }
                self.a_second_passes().await;
            }
        };
        tokio::time::timeout(PATIENCE, arrives).await.with_context(|| format!("no link {kind} arrives"))
    }
}
