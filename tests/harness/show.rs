//! Writes down all that Stoep did since the last look, as people see it.
//!
//! Chats come in a fixed order, because the bot serves them side by side: first who acted, then groups, then the others.
//! A message that was changed more than once in between is shown as it stands at the end.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use regex::Regex;
use stoep::practice::{ButtonKind, MessageView, What, World};

use super::cast::Cast;
use super::edit::{Sight, edit};

/// What Telegram says to an edit that changes nothing. After two taps at one moment, or a tap on an older screen, Stoep can't
/// know; it does no harm and nobody sees it.
pub const NOT_MODIFIED: &str = "message is not modified";

/// What was seen so far.
#[derive(Default)]
pub struct Show {
    /// Number of the last entry that was looked at.
    seen: u64,
    /// How each message stood when it was last looked at.
    shown: HashMap<(i64, i64), Sight>,
    /// The messages that stand in the transcript: of these an edit shows what changed.
    told: HashSet<(i64, i64)>,
    /// Each button that ever stood in a chat: message and data, the newest last.
    buttons: Vec<(i64, String, i64, String)>,
    keyboards: HashMap<i64, String>,
    presses: HashMap<String, i64>,
    /// The address that Stoep opened for each person last.
    pub opened: HashMap<i64, String>,
    /// Parts of refusals that the transcript brought about.
    pub expected: Vec<String>,
    /// What this transcript touched.
    pub touched: Touched,
}

/// What a transcript touched, for the register's test.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    /// Commands given.
    pub commands: Vec<String>,
    /// Data of buttons pressed.
    pub pressed: Vec<String>,
    /// Data of buttons shown, with what they said.
    pub offered: Vec<(String, String)>,
    /// Start parameters of links opened.
    pub started: Vec<String>,
    /// Jobs that became due, and all that ever waited: feature and kind.
    pub jobs: Vec<String>,
    /// See `jobs`.
    pub planned: Vec<String>,
}

/// What became of one message.
#[derive(Default)]
struct Change {
    sent: bool,
    deleted: bool,
}

impl Show {
    /// The transcript begins here: nothing was told before, and nothing that was touched before counts.
    pub fn begin(&mut self) {
        self.told.clear();
        self.touched = Touched::default();
    }

    /// All that Stoep did since the last look; or why that is not in order.
    pub fn look(&mut self, world: &World, cast: &Cast, bot: i64, actors: &[i64]) -> Result<Vec<String>, String> {
        let mut lines = Vec::new();
        let mut refused = Vec::new();
        let mut changes: BTreeMap<(i64, i64), Change> = BTreeMap::new();
        for entry in world.log(self.seen) {
            self.seen = entry.number;
            match entry.what {
                What::BotSent { chat, message_id, .. } => changes.entry((chat, message_id)).or_default().sent = true,
                What::BotEdited { chat, message_id, .. } => {
                    changes.entry((chat, message_id)).or_default();
                }
                What::BotDeleted { chat, message_id, .. } => {
                    changes.entry((chat, message_id)).or_default().deleted = true;
                }
                What::PressAnswered { query_id, user, text, alert, url, .. } => {
                    self.presses.remove(&query_id);
                    lines.extend(self.answer(&cast.name(user), user, &text, alert, url)?);
                }
                What::PersonPressed { user, query_id, data, .. } => {
                    self.presses.insert(query_id, user);
                    self.touched.pressed.push(data);
                }
                What::PersonWrote { chat, message_id, .. } => self.note_words(world, chat, message_id),
                What::Refused { method, description, code, .. } => {
                    if !self.expected.iter().any(|e| description.contains(e.as_str())) {
                        return Err(format!("Telegram refused {method}: {code} {description}"));
                    }
                    if description.contains(NOT_MODIFIED) {
                        continue;
                    }
                    refused.push(format!("Telegram weigert {method}: {code} {description}"));
                }
                What::BotLeft { chat, .. } => lines.push(format!("Stoep gaat uit {}", cast.name(chat))),
                What::BotPinned { chat, message_id, pinned, .. } => {
                    let what = if pinned { "zet vast" } else { "maakt los" };
                    let text = world.message(chat, message_id).map(|m| first_line(&m.text)).unwrap_or_default();
                    lines.push(format!("Stoep {what} in {}: «{text}»", cast.name(chat)));
                }
                What::BotReacted { chat, emoji, .. } => {
                    lines.push(format!("Stoep reageert in {} met {}", cast.name(chat), emoji.join(" ")));
                }
                What::BotProfile { .. }
                | What::PersonEdited { .. }
                | What::PersonDeleted { .. }
                | What::PersonBlocked { .. }
                | What::Service { .. }
                | What::GroupChanged { .. }
                | What::RawUpdate { .. }
                | What::Arranged { .. } => {}
            }
        }
        refused.sort();
        lines.extend(refused);
        for user in std::mem::take(&mut self.presses).into_values() {
            if self.expected.is_empty() {
                return Err(format!("{}'s tap was not answered", cast.name(user)));
            }
            lines.push(format!("Stoep antwoordt {} niet", cast.name(user)));
        }
        let mut changes: Vec<_> = changes.into_iter().collect();
        changes.sort_by_key(|((chat, message), _)| (cast.rank(*chat, actors), *chat, *message));
        for ((chat, message), change) in changes {
            let Some(view) = world.message(chat, message) else { continue };
            lines.extend(self.message(world, cast, bot, chat, &view, &change)?);
        }
        lines.extend(self.keyboards(world, cast)?);
        Ok(lines)
    }

    fn answer(
        &mut self,
        name: &str,
        user: i64,
        text: &str,
        alert: bool,
        url: Option<String>,
    ) -> Result<Option<String>, String> {
        if let Some(url) = url {
            let start = url.split_once("start=").map_or(url.clone(), |(_, start)| format!("/start {start}"));
            let line = format!("Stoep opent privé voor {name}: {}", masked(&start));
            self.opened.insert(user, url);
            return Ok(Some(line));
        }
        if text.is_empty() {
            return Ok(None);
        }
        let text = visible(text)?.replace('\n', "\\n");
        Ok(Some(if alert { format!("Stoep toont {name}: {text}") } else { format!("Stoep antwoordt {name}: {text}") }))
    }

    fn message(
        &mut self,
        world: &World,
        cast: &Cast,
        bot: i64,
        chat: i64,
        view: &MessageView,
        change: &Change,
    ) -> Result<Vec<String>, String> {
        let mut heading =
            if chat > 0 { format!("Stoep → {}", cast.name(chat)) } else { format!("Stoep in {}", cast.name(chat)) };
        if let Some(topic) = view.thread.and_then(|t| cast.topic_name(world, chat, t)) {
            heading = format!("{heading}/{topic}");
        }
        if view.from.id != bot {
            return Ok(vec![format!(
                "Stoep verwijdert in {} wat {} schreef: «{}»",
                cast.name(chat),
                cast.name(view.from.id),
                first_line(&view.text)
            )]);
        }
        let now = Sight::new(&whole(view)?, &buttons(view)?);
        for button in view.keyboard.iter().flatten() {
            if let ButtonKind::Data(data) = &button.kind {
                let label = visible(&button.label)?;
                self.buttons.push((chat, label.clone(), view.id, data.clone()));
                self.touched.offered.push((data.clone(), label));
            }
        }
        let before = self.shown.insert((chat, view.id), now.clone());
        let told = !self.told.insert((chat, view.id));
        let title = |sight: &Sight| sight.text.first().map(|l| first_line(l)).unwrap_or_default();
        if change.deleted {
            return Ok(vec![format!("{heading} (verwijderd): «{}»", title(&now))]);
        }
        if !change.sent && now.rows.is_empty() && before.as_ref().is_some_and(|b| b.text == now.text) {
            return Ok(vec![format!("{heading} (knoppen weg): «{}»", title(&now))]);
        }
        if !change.sent {
            heading.push_str(" (bewerkt)");
            if let Some(before) = before.filter(|b| told && self.is_the_only(chat, view.id, b, title))
                && let Some(changes) = edit(&before, &now)
            {
                return Ok([vec![format!("{heading}: «{}»", title(&before))], changes].concat());
            }
        } else if let Some(answered) = view.reply_to.filter(|to| Some(*to) != view.thread) {
            let to = world.message(chat, answered).map(|m| cast.name(m.from.id)).unwrap_or_default();
            heading = format!("{heading}, in antwoord op {to}");
        }
        Ok([vec![heading], now.whole()].concat())
    }

    /// Returns true if a message's first line says which message of its chat it is: each other one that begins so says the same.
    fn is_the_only(&self, chat: i64, message: i64, sight: &Sight, title: impl Fn(&Sight) -> String) -> bool {
        let others = self.shown.iter().filter(|((c, m), _)| *c == chat && *m != message);
        others.into_iter().all(|(_, other)| other == sight || title(other) != title(sight))
    }

    /// The keyboards that came or went.
    fn keyboards(&mut self, world: &World, cast: &Cast) -> Result<Vec<String>, String> {
        let mut lines = Vec::new();
        for chat in world.chats().into_iter().filter(|c| c.id > 0) {
            let rows = world.reply_keyboard(chat.id);
            let words = rows.iter().flatten().map(|k| visible(&k.label).map(|l| format!("[{l}]")));
            let now = words.collect::<Result<Vec<_>, _>>()?.join(" ");
            let before = self.keyboards.insert(chat.id, now.clone()).unwrap_or_default();
            if now != before {
                let name = cast.name(chat.id);
                lines.push(if now.is_empty() {
                    format!("Het toetsenbord van {name} is weer gewoon")
                } else {
                    format!("In plaats van het toetsenbord ziet {name}: {now}")
                });
            }
        }
        Ok(lines)
    }

    /// Message and data of the newest button that ever said this in a chat.
    pub fn once_there(&self, chat: i64, label: &str) -> Option<(i64, String)> {
        let found = self.buttons.iter().rev().find(|(c, l, ..)| *c == chat && l == label);
        found.map(|(_, _, message, data)| (*message, data.clone()))
    }

    fn note_words(&mut self, world: &World, chat: i64, message: i64) {
        let Some(view) = world.message(chat, message) else { return };
        let mut words = view.text.split_whitespace();
        let Some(command) = words.next().and_then(|w| w.strip_prefix('/')) else { return };
        let command = command.split('@').next().unwrap_or(command).to_owned();
        if command == "start" {
            self.touched.started.extend(words.next().map(str::to_owned));
        }
        self.touched.commands.push(command);
    }
}

/// What a chat shows at this moment.
pub fn chat(world: &World, cast: &Cast, chat: i64, thread: Option<i64>) -> Result<Vec<String>, String> {
    let mut lines = Vec::new();
    for view in world.messages(chat) {
        if view.deleted || view.service.is_some() || thread.is_some_and(|t| view.thread != Some(t)) {
            continue;
        }
        let who = if view.from.is_bot { "Stoep".to_owned() } else { cast.name(view.from.id) };
        let text = whole(&view)?;
        let keys = buttons(&view)?;
        for (index, line) in text.lines().chain(keys.lines()).enumerate() {
            let line = if index == 0 { format!("  {who}: {line}") } else { format!("    {line}") };
            lines.push(line.trim_end().to_owned());
        }
    }
    if lines.is_empty() {
        lines.push("  (niets)".into());
    }
    Ok(lines)
}

/// What a message holds: what is attached, and its words.
fn whole(view: &MessageView) -> Result<String, String> {
    let text = visible(&view.text)?;
    let Some(kind) = &view.attachment else { return Ok(text) };
    let what = match kind.as_str() {
        "photo" => "foto",
        "voice" => "spraakbericht",
        "document" => "bestand",
        other => other,
    };
    let what = match &view.file_name {
        Some(name) => format!("[{what} {}]", visible(name)?),
        None => format!("[{what}]"),
    };
    Ok(format!("{what}\n{text}").trim_end().to_owned())
}

/// The buttons of a message, a line a row.
fn buttons(view: &MessageView) -> Result<String, String> {
    let mut rows = Vec::new();
    for row in &view.keyboard {
        let mut words = Vec::new();
        for button in row {
            let label = visible(&button.label)?;
            words.push(match button.kind {
                ButtonKind::Url(_) => format!("[{label} ↗]"),
                ButtonKind::Data(_) | ButtonKind::Other(_) => format!("[{label}]"),
            });
        }
        rows.push(words.join(" "));
    }
    Ok(rows.join("\n"))
}

static CODE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?<before>start=|/start )(?<kind>[a-z]_)[A-Za-z0-9_-]{12,}").expect("the form is a regular expression")
});
static FAULT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?<before>Nummer voor de beheerder: |Number for the administrator: )\S+")
        .expect("the form is a regular expression")
});

/// Without the codes that chance made.
pub fn masked(text: &str) -> String {
    let text = CODE.replace_all(text, "${before}${kind}‹code›");
    FAULT.replace_all(&text, "${before}‹nummer›").into_owned()
}

/// A text as one reads it: without the invisible marks around names (which must come in pairs), with other invisible
/// characters made visible, codes masked, and long repetitions in short.
pub fn visible(text: &str) -> Result<String, String> {
    let mut depth = 0usize;
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => {
                depth = depth
                    .checked_sub(1)
                    .ok_or_else(|| format!("a mark around a name ends that never began: {text:?}"))?;
            }
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => {
                plain.push_str(&format!("‹U+{:04X}›", u32::from(c)));
            }
            c => plain.push(c),
        }
    }
    if depth > 0 {
        return Err(format!("a mark around a name begins that never ends: {text:?}"));
    }
    Ok(in_short(&masked(&plain)))
}

/// `{4096 × a}` in place of four thousand a's.
fn in_short(text: &str) -> String {
    let mut short = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let mut times = 1;
        while rest.next_if_eq(&c).is_some() {
            times += 1;
        }
        if times >= 40 {
            short.push_str(&format!("{{{times} × {c}}}"));
        } else {
            short.extend(std::iter::repeat_n(c, times));
        }
    }
    short
}

/// The beginning of a text, to recognise it by.
fn first_line(text: &str) -> String {
    let line = visible(text).unwrap_or_default().lines().next().unwrap_or_default().to_owned();
    let short: String = line.chars().take(50).collect();
    if short == line { line } else { format!("{}…", short.trim_end()) }
}
