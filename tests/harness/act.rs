//! Does what a transcript says that people do, and what happens to the world.

use std::sync::LazyLock;
use std::time::Duration;

use chrono::{Datelike, Days, TimeZone};
use regex::Regex;
use stoep::practice::{Failure, How, Impossible, Target, Where, WriteOptions};

use super::cast::{Cast, MAY_DELETE};
use super::script::{Action, Move, Place, Refusing};
use super::show::{self, Show};
use super::stage::Stage;

/// The operator's screen, as a transcript calls it.
const TERMINAL: &str = "de terminal";

/// A transcript on the stage.
pub struct Scene {
    /// World and program.
    pub stage: Stage,
    /// Who and where.
    pub cast: Cast,
    /// What was seen so far.
    pub show: Show,
    /// The last code that the operator made.
    terminal: String,
}

impl Scene {
    /// An empty scene.
    pub fn new(stage: Stage, cast: Cast) -> Scene {
        Scene { stage, cast, show: Show::default(), terminal: String::new() }
    }

    /// Does it; returns what is to be seen at once, without Stoep's doing.
    pub async fn act(&mut self, action: &Action) -> Result<Vec<String>, String> {
        let world = &self.stage.world;
        let bot = self.stage.bot.id;
        let cast = &self.cast;
        let private = |who: &str| cast.person(who).map(|id| Where::private(id, bot));
        match action {
            Action::Write { who, place, text, answers } => {
                let (user, chat) = (cast.person(who)?, self.chat(who, place.as_ref())?);
                let reply_to = if *answers { Some(self.last_of(chat, bot)?) } else { None };
                let thread = place.as_ref().map_or(Ok(None), |p| cast.topic(world, p))?;
                world.write(chat, user, text, WriteOptions { thread, reply_to }).map_err(why)?;
            }
            Action::Anonymous { place, text } => {
                let thread = cast.topic(world, place)?;
                let options = WriteOptions { thread, reply_to: None };
                world.write_anonymously(cast.group(&place.group)?, text, options).map_err(why)?;
            }
            Action::Edit { who, place, text } => {
                let (user, chat) = (cast.person(who)?, self.chat(who, place.as_ref())?);
                world.edit(chat, user, self.last_of(chat, user)?, text).map_err(why)?;
            }
            Action::Tap { who, label, place, beside, old } => {
                let chat = self.chat(who, place.as_ref())?;
                self.tap(cast.person(who)?, chat, label, beside.as_deref(), *old)?;
                if *old {
                    // The message may show already what Stoep now wants it to.
                    self.expect("message is not modified");
                }
            }
            Action::Forge { who, data } => {
                let user = cast.person(who)?;
                let chat = self.chat(who, None)?;
                let messages = world.messages(chat);
                let message =
                    messages.iter().rev().find(|m| m.from.is_bot && !m.deleted).ok_or("Stoep said nothing yet")?;
                world.press(user, chat, message.id, Target::Made(data)).map_err(why)?;
                self.expect("message is not modified");
            }
            Action::Send { who, place, kind } => {
                let (user, chat) = (cast.person(who)?, self.chat(who, place.as_ref())?);
                let thread = place.as_ref().map_or(Ok(None), |p| cast.topic(world, p))?;
                world.send_other(chat, user, kind.clone(), WriteOptions { thread, reply_to: None }).map_err(why)?;
            }
            Action::Follow { who, kind, of } => {
                let link = self.link_of(of, kind)?;
                world.open_url(cast.person(who)?, &link).map_err(why)?;
            }
            Action::Begin { who } => {
                let user = cast.person(who)?;
                let url = self.show.opened.remove(&user).ok_or("Stoep opened no private chat for them")?;
                world.open_url(user, &url).map_err(why)?;
            }
            Action::Open { who, param } => {
                world.start_link(cast.person(who)?, bot, param).map_err(why)?;
            }
            Action::Block { who, blocked } => {
                let user = cast.person(who)?;
                let done = if *blocked { world.block_bot(user, bot) } else { world.unblock_bot(user, bot) };
                done.map_err(why)?;
                self.expect("bot was blocked by the user");
            }
            Action::Rename { who, name } => {
                let user = cast.person(who)?;
                let before = world.people().into_iter().find(|p| p.id == user).ok_or("nobody")?;
                let person = stoep::practice::NewPerson {
                    first_name: super::script::unfold(name),
                    last_name: None,
                    username: before.username,
                    language_code: before.language_code,
                };
                world.change_person(user, person).map_err(why)?;
            }
            Action::Clock(to) => {
                let seconds = self.seconds_to(*to)?;
                let until = self.stage.clock.now().plus(seconds);
                self.show.touched.jobs.extend(self.stage.jobs_until(until).await?);
                self.stage.clock.move_by(seconds);
                if seconds > 150 {
                    self.expect("query is too old");
                }
            }
            Action::Refuse(refusing) => self.refuse(refusing)?,
            Action::Mend => world.clear_failures(),
            Action::Unknown => {
                for update in [
                    serde_json::json!({ "brand_new_kind": { "of": "something" } }),
                    serde_json::json!({ "message": { "message_id": "not a number" } }),
                    serde_json::json!({}),
                ] {
                    world.push_raw_update(bot, update);
                }
            }
            Action::Upgrade { group } => {
                let new = world.upgrade_group(cast.group(group)?).map_err(why)?;
                self.cast.moved(group, new);
                self.expect("upgraded to a supergroup");
            }
            Action::AddBot { who, group, admin } => {
                let rights = admin.then_some(MAY_DELETE);
                world.add_bot_to_group(cast.group(group)?, bot, cast.person(who)?, rights).map_err(why)?;
            }
            Action::RemoveBot { group, who } => {
                let by = cast.person(who.as_deref().unwrap_or("Karel"))?;
                world.remove_bot_from_group(cast.group(group)?, bot, by).map_err(why)?;
                self.expect("bot was kicked");
                self.expect("bot is not a member");
            }
            Action::DeleteGroup { group } => {
                world.delete_group(cast.group(group)?).map_err(why)?;
                self.expect("group chat was deleted");
                self.expect("chat not found");
            }
            Action::Enter { who, group } => {
                world.add_member(cast.group(group)?, cast.person(who)?).map_err(why)?;
            }
            Action::Leave { who, group, silently } => {
                let (group, person) = (cast.group(group)?, cast.person(who)?);
                if *silently { world.slip_out(group, person) } else { world.remove_member(group, person) }
                    .map_err(why)?;
            }
            Action::Silence { who, group, silent } => {
                let bot = self.stage.bot.id;
                world.silence(cast.group(group)?, bot, cast.person(who)?, *silent).map_err(why)?;
                self.show.expected.push("not enough rights to send".into());
            }
            Action::PutOut { who, whom, group } => {
                world.put_member_out(cast.group(group)?, cast.person(whom)?, cast.person(who)?).map_err(why)?;
            }
            Action::Topic { who, name, group } => {
                world.create_topic(cast.group(group)?, cast.person(who)?, name).map_err(why)?;
            }
            Action::Restart => self.stage.restart().await?,
            Action::Invite => {
                self.terminal =
                    format!("https://t.me/{}?start=i_{}", self.stage.bot.username, self.stage.operator_code().await?);
                return Ok(vec![format!("Op {TERMINAL} staat: {}", show::masked(&self.terminal))]);
            }
            Action::Look { place } => {
                let chat = cast.group(&place.group)?;
                let mut lines = vec![format!("In {} staat nu:", place.group)];
                lines.extend(show::chat(world, cast, chat, cast.topic(world, place)?)?);
                return Ok(lines);
            }
            Action::LookPrivate { who } => {
                let mut lines = vec![format!("Bij {who} staat nu:")];
                lines.extend(show::chat(world, cast, private(who)?.chat, None)?);
                return Ok(lines);
            }
            Action::Menu { who, group } => return self.menu(who, group.as_deref()).await,
        }
        Ok(Vec::new())
    }

    fn expect(&mut self, refusal: &str) {
        self.show.expected.push(refusal.into());
    }

    fn chat(&self, who: &str, place: Option<&Place>) -> Result<i64, String> {
        match place {
            Some(place) => self.cast.group(&place.group),
            None => self.cast.person(who),
        }
    }

    /// The newest message in a chat by somebody.
    fn last_of(&self, chat: i64, user: i64) -> Result<i64, String> {
        let mut all = self.stage.world.messages(chat).into_iter().rev();
        let found = all.find(|m| m.from.id == user && !m.deleted && m.service.is_none());
        found.map(|m| m.id).ok_or_else(|| "there is no message of theirs".into())
    }

    fn tap(&self, user: i64, chat: i64, label: &str, beside: Option<&str>, old: bool) -> Result<(), String> {
        let world = &self.stage.world;
        if old {
            let (message, data) =
                self.show.once_there(chat, label).ok_or_else(|| format!("there never was a button [{label}]"))?;
            return world.press(user, chat, message, Target::Made(&data)).map(|_| ()).map_err(why);
        }
        for message in world.messages(chat).into_iter().rev().filter(|m| !m.deleted) {
            if beside.is_some_and(|words| !show::visible(&message.text).is_ok_and(|t| t.contains(words))) {
                continue;
            }
            for (y, row) in message.keyboard.iter().enumerate() {
                for (x, button) in row.iter().enumerate() {
                    if show::visible(&button.label)? == label {
                        return world.press(user, chat, message.id, Target::At(y, x)).map(|_| ()).map_err(why);
                    }
                }
            }
        }
        Err(format!("there is no button [{label}] to be seen there"))
    }

    /// The last link that starts Stoep with this kind of parameter in what somebody was told.
    fn link_of(&self, of: &str, kind: &str) -> Result<String, String> {
        let is_of =
            |kind: &str, link: &str| link.split_once("start=").is_some_and(|(_, param)| param.starts_with(kind));
        static LINK: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"https://t\.me/\w+\?start=[\w-]+").expect("the form is a regular expression"));
        if of == TERMINAL {
            return Ok(self.terminal.clone());
        }
        let chat = self.cast.person(of).or_else(|_| self.cast.group(of))?;
        let messages = self.stage.world.messages(chat);
        let bot = messages.iter().rev().filter(|m| m.from.is_bot && !m.deleted);
        let mut links =
            bot.flat_map(|m| LINK.find_iter(&m.html).map(|l| l.as_str().to_owned()).filter(|l| is_of(kind, l)).last());
        links.next().ok_or_else(|| format!("Stoep told {of} no link"))
    }

    fn refuse(&mut self, refusing: &Refusing) -> Result<(), String> {
        let chat = match &refusing.about {
            Some(about) => Some(self.cast.person(about).or_else(|_| self.cast.group(about))?),
            None => None,
        };
        if refusing.method.is_none() && chat.is_none() {
            return Err("say for whom, or which method: otherwise Stoep hears nothing either".into());
        }
        let how = match &refusing.error {
            Some((code, description)) => {
                let seconds = description.rsplit_once("retry after ").and_then(|(_, n)| n.parse::<i64>().ok());
                self.expect(description);
                let parameters = seconds.map(|n| serde_json::json!({ "retry_after": n }));
                How::Error { code: *code, description: description.clone(), parameters }
            }
            None => How::DropAfter,
        };
        let times = if refusing.always { u32::MAX } else { 1 };
        self.stage.world.fail(Failure { method: refusing.method.clone(), chat, times, how });
        Ok(())
    }

    fn seconds_to(&self, to: Move) -> Result<i64, String> {
        let (days, hour, minute) = match to {
            Move::By(seconds) => return Ok(seconds),
            Move::To(days, hour, minute) => (days, hour, minute),
        };
        let now = self.stage.clock.now().0;
        let zone = chrono_tz::Europe::Amsterdam;
        let today = zone.timestamp_opt(now, 0).single().ok_or("no such time")?.date_naive();
        let day = today.checked_add_days(Days::new(days)).ok_or("no such day")?;
        let then = zone.with_ymd_and_hms(day.year(), day.month(), day.day(), hour, minute, 0).earliest();
        let seconds = then.ok_or("no such time")?.timestamp() - now;
        if seconds < 0 { Err("the clock can't go back".into()) } else { Ok(seconds) }
    }

    /// The menu that somebody sees. It is set while the program starts: waits for that.
    async fn menu(&self, who: &str, group: Option<&str>) -> Result<Vec<String>, String> {
        let (user, world) = (self.cast.person(who)?, &self.stage.world);
        let chat = group.map_or(Ok(user), |g| self.cast.group(g))?;
        let mut seen = world.subscribe();
        let there = async {
            loop {
                let menu = world.menu(chat, user, self.stage.bot.id);
                if !menu.is_empty() || seen.changed().await.is_err() {
                    return menu;
                }
            }
        };
        let menu = tokio::time::timeout(Duration::from_secs(10), there).await.map_err(|_| "there is no menu")?;
        let mut lines = vec![format!("{who} ziet:")];
        lines.extend(menu.iter().map(|c| format!("  /{} – {}", c.command, c.description)));
        Ok(lines)
    }
}

fn why(impossible: Impossible) -> String {
    impossible.to_string()
}
