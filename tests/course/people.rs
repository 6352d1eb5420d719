//! People who do anything: they ask, press what they see, what they saw once and what they never saw, write, are silent.

use stoep::practice::{ButtonKind, Target, WriteOptions};

use crate::harness::act::Scene;
use crate::harness::begin;

/// Who there is: Karel looks after the neighbourhood, Els is of its team.
const PEOPLE: [&str; 8] = ["Karel", "Els", "Fatima", "Joop", "Henk", "Mo", "Aisha", "Maria"];

const SCENE: &str = "buurt: Oosterpark\nwie: Maria, spreekt en\nwie: Joop, @joop\n\
    bewoners: Fatima, Joop, Henk, Mo, Aisha, Maria\nhelpen graag: Joop, Henk, Mo\nkennisgemaakt: Mo\n";

/// The group, as the scene calls it.
const GROUP: &str = "Oosterpark";

/// Words that somebody writes without being asked, and that may answer something.
const WORDS: [&str; 14] = [
    "/mijn",
    "/mijn",
    "/werklijst",
    "/prikbord",
    "/start",
    "/stop",
    "/help",
    "ja",
    "nee",
    "2",
    "hallo",
    "zie bord",
    "500",
    "/wijkteam",
];

/// Buttons that end a dialogue or go back in it: pressed seldom, or nothing would ever be posted.
const AWAY: [&str; 6] = ["Stop", "‹ Terug", "‹ Back", "Veranderen", "Change", "Weggooien"];

/// Buttons that bring it further: pressed often.
const ON: [&str; 4] = ["Versturen", "Post it", "Toch zo versturen", "Post it anyway"];

/// Buttons by which somebody of the team takes something on: pressed often on the worklist.
const TAKE: [&str; 4] = ["Ik pak dit op", "I’ll take this", "Ik help verder", "I’ll take it over"];

/// Chance from a seed (splitmix64).
pub struct Chance(u64);

impl Chance {
    /// A number below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % most.max(1) as u64).unwrap_or(0)
    }

    /// One of them.
    pub fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

/// A button on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    chat: i64,
    message: i64,
    data: String,
    label: String,
}

/// The people, their Telegram, and Stoep.
pub struct Street {
    /// World, program, and who is who.
    pub scene: Scene,
    /// What happened, a line each.
    pub diary: Vec<String>,
    /// What was asked for in the group, where everybody read it before anything was decided.
    pub public: Vec<String>,
    chance: Chance,
    ids: Vec<(&'static str, i64)>,
    once: Vec<Seen>,
    asked: usize,
}

impl Street {
    /// Everybody, at the beginning.
    pub async fn new(seed: u64) -> Result<Street, String> {
        let (_, scene) = begin(SCENE).await?;
        let ids = PEOPLE.iter().map(|name| scene.cast.person(name).map(|id| (*name, id)));
        let ids = ids.collect::<Result<Vec<_>, _>>()?;
        let chance = Chance(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
        Ok(Street { scene, diary: Vec::new(), public: Vec::new(), chance, ids, once: Vec::new(), asked: 0 })
    }

    /// The private chats and the group.
    pub fn chats(&self) -> Vec<i64> {
        self.ids.iter().map(|(_, id)| *id).chain(self.scene.cast.group(GROUP)).collect()
    }

    /// The group.
    pub fn group(&self) -> i64 {
        self.scene.cast.group(GROUP).unwrap_or_default()
    }

    fn note(&mut self, what: String) {
        let now = self.scene.stage.clock.now();
        let time = format!("{} {}", stoep::text::local_date(now), stoep::text::clock_words(now));
        self.diary.push(format!("  {time}  {what}"));
    }

    /// One thing happens; says whether it was only time that passed.
    pub async fn act(&mut self) -> Result<bool, String> {
        let (who, id) = self.ids[self.chance.below(self.ids.len())];
        match self.chance.below(100) {
            0..14 => self.ask(who, id).await?,
            14..18 => self.ask_in_group(who, id).await?,
            18..48 => {
                let seen = self.on_screen(id, 6);
                self.press(who, id, seen)?;
            }
            48..58 => {
                let seen = self.on_screen(self.group(), 4);
                self.press(who, id, seen)?;
            }
            58..64 => {
                let seen = self.once.iter().filter(|s| s.chat == id || s.chat == self.group()).cloned().collect();
                self.press(who, id, seen)?;
            }
            64..69 => self.forge(who, id),
            69..73 => self.work().await?,
            73..77 => {
                let words = (*self.chance.of(&WORDS).unwrap_or(&"hallo")).to_owned();
                self.write(who, id, &words);
            }
            77..79 => {
                let bot = self.scene.stage.bot.id;
                let blocks = self.chance.below(2) == 0;
                let world = &self.scene.stage.world;
                let done = if blocks { world.block_bot(id, bot) } else { world.unblock_bot(id, bot) };
                self.note(format!("{who} {} Stoep: {}", if blocks { "blocks" } else { "unblocks" }, done.is_ok()));
            }
            79 => {
                self.note("Stoep is started again".into());
                self.scene.stage.restart().await?;
            }
            80 => {
                let hours = self.chance.below(30) as i64;
                self.note(format!("Stoep is away for {hours} hours"));
                self.scene.stage.stop().await;
                self.scene.stage.clock.move_by(hours * 3600);
                self.scene.stage.start().await?;
                self.settle().await?;
                return Ok(true);
            }
            81 => {
                let (bot, group, karel) = (self.scene.stage.bot.id, self.group(), self.ids[0].1);
                let world = &self.scene.stage.world;
                let goes = world.remove_bot_from_group(group, bot, karel).is_ok();
                let comes = !goes && world.add_bot_to_group(group, bot, karel, None).is_ok();
                self.note(format!("Karel takes Stoep out of the group: {goes}; puts it back: {comes}"));
            }
            82..92 => {
                let minutes = self.chance.below(300) as i64;
                self.wait(minutes * 60).await?;
                return Ok(true);
            }
            _ => {
                let hours = self.chance.below(60) as i64;
                self.wait(hours * 3600).await?;
                return Ok(true);
            }
        }
        self.settle().await?;
        Ok(false)
    }

    /// Time passes.
    pub async fn wait(&mut self, seconds: i64) -> Result<(), String> {
        self.scene.stage.clock.move_by(seconds);
        self.note(format!("{} minutes pass", seconds / 60));
        self.settle().await
    }

    /// Everybody who blocked Stoep lets it in again, so that no answer is missed because of that.
    pub async fn come_back(&mut self) -> Result<(), String> {
        let bot = self.scene.stage.bot.id;
        for (_, id) in &self.ids {
            // Who did not block it can't unblock it.
            let _ = self.scene.stage.world.unblock_bot(*id, bot);
        }
        self.settle().await
    }

    async fn settle(&mut self) -> Result<(), String> {
        self.scene.stage.settled().await?;
        for chat in self.chats() {
            for seen in self.on_screen(chat, 3) {
                if !self.once.contains(&seen) {
                    self.once.push(seen);
                }
            }
        }
        Ok(())
    }

    /// The buttons of the newest messages in a chat.
    fn on_screen(&self, chat: i64, newest: usize) -> Vec<Seen> {
        let messages = self.scene.stage.world.messages(chat);
        let shown = messages.iter().rev().filter(|m| !m.deleted && !m.keyboard.is_empty()).take(newest);
        shown
            .flat_map(|m| {
                m.keyboard.iter().flatten().filter_map(|b| match &b.kind {
                    ButtonKind::Data(data) => {
                        Some(Seen { chat, message: m.id, data: data.clone(), label: b.label.clone() })
                    }
                    ButtonKind::Url(_) | ButtonKind::Other(_) => None,
                })
            })
            .collect()
    }

    fn press(&mut self, who: &str, id: i64, from: Vec<Seen>) -> Result<(), String> {
        let Some(seen) = self.chance.of(&from).cloned() else { return Ok(()) };
        let done = self.scene.stage.world.press(id, seen.chat, seen.message, Target::Made(&seen.data)).is_ok();
        self.note(format!("{who} presses [{}] {} ({done})", seen.label, seen.data));
        Ok(())
    }

    /// Somebody's client makes up what a button says: another's, or about another thing.
    fn forge(&mut self, who: &str, id: i64) {
        let Some(model) = self.chance.of(&self.once).cloned() else { return };
        let number = self.chance.below(9).to_string();
        let one = self.chance.below(3) == 0;
        let data: Vec<String> = model
            .data
            .split(':')
            .map(|part| if one && part.parse::<i64>().is_ok() { number.clone() } else { part.to_owned() })
            .collect();
        let (data, own) = (data.join(":"), self.chance.below(2) == 0);
        let chat = if own { id } else { self.group() };
        let messages = self.on_screen(chat, 5);
        let Some(place) = self.chance.of(&messages).cloned() else { return };
        let done = self.scene.stage.world.press(id, chat, place.message, Target::Made(&data)).is_ok();
        self.note(format!("{who} makes up {data} on “{}” ({done})", place.label));
    }

    /// Somebody of the team looks at the worklist, and presses what comes.
    async fn work(&mut self) -> Result<(), String> {
        let (who, id) = self.ids[self.chance.below(2)];
        self.write(who, id, "/werklijst");
        for _ in 0..4 {
            self.settle().await?;
            let mut all = self.on_screen(id, 1);
            if all.iter().any(|s| TAKE.contains(&s.label.as_str())) && self.chance.below(4) > 0 {
                all.retain(|s| TAKE.contains(&s.label.as_str()));
            }
            self.press(who, id, all)?;
        }
        Ok(())
    }

    fn write(&mut self, who: &str, id: i64, words: &str) {
        let done = self.scene.stage.world.write(id, id, words, WriteOptions::default()).is_ok();
        self.note(format!("{who} writes “{words}” ({done})"));
    }

    /// A title that nothing else holds.
    fn title(&mut self) -> String {
        const SOUNDS: [&str; 8] = ["ba", "do", "fi", "ku", "le", "mo", "ri", "su"];
        let n = self.asked;
        self.asked += 1;
        format!("Taak {}{}{}{}", SOUNDS[n / 64 % 8], SOUNDS[n / 8 % 8], SOUNDS[n % 8], "x")
    }

    async fn ask_in_group(&mut self, who: &'static str, id: i64) -> Result<(), String> {
        let title = self.title();
        let group = self.group();
        let done = self.scene.stage.world.write(group, id, &format!("/vraag {title}"), WriteOptions::default()).is_ok();
        self.note(format!("{who} asks in the group: “{title}” ({done})"));
        self.public.push(title);
        self.settle().await?;
        let mine = self.on_screen(group, 1);
        self.press(who, id, mine)
    }

    /// Somebody asks, and answers whatever Stoep wants to know, one way or another.
    async fn ask(&mut self, who: &'static str, id: i64) -> Result<(), String> {
        let title = self.title();
        self.write(who, id, &format!("/vraag {title}"));
        for _ in 0..16 {
            self.settle().await?;
            let all = self.on_screen(id, 1);
            if let Some(last) = all.iter().find(|s| ON.contains(&s.label.as_str()))
                && self.chance.below(4) > 0
            {
                let last = last.clone();
                return self.press(who, id, vec![last]);
            }
            let (away, on): (Vec<_>, Vec<_>) = all.into_iter().partition(|s| AWAY.contains(&s.label.as_str()));
            match self.chance.below(20) {
                0 => self.press(who, id, away)?,
                1..4 if on.is_empty() => self.write(who, id, "3"),
                _ if on.is_empty() => {
                    let title = self.title();
                    self.write(who, id, &title);
                }
                _ => self.press(who, id, on)?,
            }
        }
        Ok(())
    }
}
