//! What just happened and to whom: each act of somebody with all that came of it, in the order in which it happened. The page
//! shows it as a list, so that one learns who sees what, and who does not.

use serde::Serialize;

use crate::practice::{Arranged, Entry, What};

/// How many acts are shown: a week of things that happened by themselves fits.
const MOST: usize = 30;
/// What comes so many seconds after an act came of no act: the bot did it by itself.
const TOGETHER: i64 = 60;

/// Something that somebody did, and what came of it.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Act {
    /// The number of its entry in the log.
    number: u64,
    /// Seconds since 1970.
    at: i64,
    kind: Kind,
    /// Who did it.
    user: Option<i64>,
    /// Where: a group, or the private chat of this person.
    chat: Option<i64>,
    /// What the button said.
    label: Option<String>,
    effects: Vec<Effect>,
    /// How often the server refused something since.
    refused: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Wrote,
    Changed,
    Pressed,
    Blocked,
    Unblocked,
    /// Somebody came into the group or left it, or the group changed.
    Group,
    /// The bot, without anybody asking.
    ByItself,
    Ready,
    Clock,
    Away,
    Back,
    Refusing,
    Working,
}

/// What somebody can see now.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Effect {
    /// A group, or the private chat of this person.
    chat: i64,
    /// New messages.
    new: u32,
    /// Messages that changed.
    changed: u32,
    /// Messages that went.
    gone: u32,
    /// Lines that were shown for a moment, or had to be tapped away, to this person alone.
    flashes: u32,
    /// The newest message, to go to.
    message: Option<i64>,
    /// Of what the bot did by itself: each new message, oldest first. Of other acts the one who did them knows.
    said: Vec<Said>,
}

/// A new message.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Said {
    /// Its id.
    message: i64,
    /// Whose.
    #[serde(skip)]
    bot: i64,
    /// How it begins; empty until it was looked up.
    words: String,
}

/// The last acts since the stage was set, oldest first.
pub(super) fn acts(log: &[Entry]) -> Vec<Act> {
    let ready = log.iter().rposition(|e| matches!(e.what, What::Arranged { how: Arranged::Ready }));
    let mut acts: Vec<Act> = Vec::new();
    for entry in log.get(ready.unwrap_or(0)..).unwrap_or_default() {
        if let Some(act) = begun(entry) {
            match acts.last_mut() {
                // Several who come in at once, and what a group says twice about the same.
                Some(last) if last.kind == Kind::Group && act.kind == Kind::Group => {}
                _ => acts.push(act),
            }
            continue;
        }
        let Some((chat, change)) = change(&entry.what) else { continue };
        let late = acts.last().is_none_or(|a| entry.at - a.at > TOGETHER);
        if late && !matches!(change, Change::Refused) {
            acts.push(Act { chat: None, ..act(entry, Kind::ByItself, None, None) });
        }
        let Some(last) = acts.last_mut() else { continue };
        last.add(chat, change);
    }
    let surplus = acts.len().saturating_sub(MOST);
    acts.drain(..surplus);
    acts
}

/// Looks up how the messages begin that the bot sent by itself: `first_line` of a bot's message in a chat.
pub(super) fn with_words(mut acts: Vec<Act>, first_line: impl Fn(i64, i64, i64) -> Option<String>) -> Vec<Act> {
    for effect in acts.iter_mut().flat_map(|a| &mut a.effects) {
        let chat = effect.chat;
        for said in &mut effect.said {
            said.words = first_line(said.bot, chat, said.message).unwrap_or_default();
        }
        // Deleted since, or nothing but a picture.
        effect.said.retain(|s| !s.words.is_empty());
    }
    acts
}

/// What one entry adds to an act.
#[derive(Clone, Copy)]
enum Change {
    New { bot: i64, message: i64 },
    Changed(i64),
    Gone,
    Flash,
    Refused,
}

fn change(what: &What) -> Option<(i64, Change)> {
    match what {
        What::BotSent { bot, chat, message_id } => Some((*chat, Change::New { bot: *bot, message: *message_id })),
        What::BotEdited { chat, message_id, .. } => Some((*chat, Change::Changed(*message_id))),
        What::BotDeleted { chat, .. } => Some((*chat, Change::Gone)),
        What::PressAnswered { user, text, .. } if !text.is_empty() => Some((*user, Change::Flash)),
        What::Refused { code: 429 | 500.., .. } => Some((0, Change::Refused)),
        _ => None,
    }
}

impl Act {
    fn add(&mut self, chat: i64, change: Change) {
        if let Change::Refused = change {
            self.refused += 1;
            return;
        }
        let by_itself = matches!(self.kind, Kind::ByItself | Kind::Back | Kind::Clock | Kind::Working);
        let at = self.effects.iter().position(|e| e.chat == chat).unwrap_or_else(|| {
            self.effects.push(Effect { chat, ..Effect::default() });
            self.effects.len() - 1
        });
        let Some(effect) = self.effects.get_mut(at) else { return };
        match change {
            Change::New { bot, message } => {
                effect.new += 1;
                effect.message = Some(message);
                if by_itself {
                    effect.said.push(Said { message, bot, words: String::new() });
                }
            }
            Change::Changed(message) => {
                effect.changed += 1;
                effect.message = effect.message.or(Some(message));
            }
            Change::Gone => effect.gone += 1,
            Change::Flash => effect.flashes += 1,
            Change::Refused => {}
        }
    }
}

fn act(entry: &Entry, kind: Kind, user: Option<i64>, chat: Option<i64>) -> Act {
    Act { number: entry.number, at: entry.at, kind, user, chat, label: None, effects: Vec::new(), refused: 0 }
}

/// The act that begins with this entry, if it is somebody's.
fn begun(entry: &Entry) -> Option<Act> {
    let plain = |kind| Some(act(entry, kind, None, None));
    match &entry.what {
        What::PersonWrote { user, chat, .. } => Some(act(entry, Kind::Wrote, Some(*user), Some(*chat))),
        What::PersonEdited { user, chat, .. } | What::PersonDeleted { user, chat, .. } => {
            Some(act(entry, Kind::Changed, Some(*user), Some(*chat)))
        }
        What::PersonPressed { user, chat, label, .. } => {
            Some(Act { label: Some(label.clone()), ..act(entry, Kind::Pressed, Some(*user), Some(*chat)) })
        }
        What::PersonBlocked { user, blocked, .. } => {
            Some(act(entry, if *blocked { Kind::Blocked } else { Kind::Unblocked }, Some(*user), None))
        }
        What::Service { chat, .. } | What::GroupChanged { chat } => Some(act(entry, Kind::Group, None, Some(*chat))),
        What::Arranged { how } => plain(match how {
            Arranged::Ready | Arranged::Again => Kind::Ready,
            Arranged::ClockMoved => Kind::Clock,
            Arranged::BotStopped => Kind::Away,
            Arranged::BotStarted => Kind::Back,
            Arranged::Refusing => Kind::Refusing,
            Arranged::Working => Kind::Working,
        }),
        What::BotSent { .. }
        | What::BotEdited { .. }
        | What::BotDeleted { .. }
        | What::PressAnswered { .. }
        | What::BotPinned { .. }
        | What::BotReacted { .. }
        | What::BotLeft { .. }
        | What::BotProfile { .. }
        | What::Refused { .. }
        | What::RawUpdate { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FATIMA: i64 = 1;
    const JOOP: i64 = 2;
    const GROUP: i64 = -5;

    fn log(entries: Vec<(i64, What)>) -> Vec<Entry> {
        let numbered = entries.into_iter().zip(1..);
        numbered.map(|((at, what), number)| Entry { number, at, what }).collect()
    }

    fn sent(chat: i64, message_id: i64) -> What {
        What::BotSent { bot: 9, chat, message_id }
    }

    fn wrote(user: i64) -> What {
        What::PersonWrote { user, chat: user, bot: Some(9), message_id: 1 }
    }

    fn pressed() -> What {
        let (query_id, data, label) = ("1".into(), "x".into(), "Ja".into());
        What::PersonPressed { user: JOOP, chat: GROUP, bot: 9, message_id: 3, query_id, data, label }
    }

    #[test]
    fn what_came_of_a_tap_stands_by_person_and_group() {
        let flash = |text: &str| What::PressAnswered {
            bot: 9,
            query_id: "1".into(),
            user: JOOP,
            text: text.into(),
            alert: false,
            url: None,
        };
        let list = acts(&log(vec![
            (0, pressed()),
            (0, flash("Dank je")),
            (0, sent(JOOP, 7)),
            (0, sent(JOOP, 8)),
            (1, sent(FATIMA, 9)),
            (1, What::BotEdited { bot: 9, chat: GROUP, message_id: 3 }),
            (2, flash("")),
        ]));
        assert_eq!(list.len(), 1);
        assert_eq!((list[0].kind, list[0].label.as_deref()), (Kind::Pressed, Some("Ja")));
        let seen: Vec<_> = list[0].effects.iter().map(|e| (e.chat, e.new, e.changed, e.flashes, e.message)).collect();
        assert_eq!(seen, [(JOOP, 2, 0, 1, Some(8)), (FATIMA, 1, 0, 0, Some(9)), (GROUP, 0, 1, 0, Some(3))]);
    }

    #[test]
    fn what_comes_much_later_came_by_itself() {
        let list =
            acts(&log(vec![(0, wrote(FATIMA)), (60, sent(FATIMA, 2)), (61, sent(JOOP, 3)), (62, sent(JOOP, 4))]));
        let kinds: Vec<_> = list.iter().map(|a| (a.kind, a.effects.len())).collect();
        assert_eq!(kinds, [(Kind::Wrote, 1), (Kind::ByItself, 1)]);
    }

    #[test]
    fn what_the_bot_did_by_itself_is_told_in_its_words() {
        let log = log(vec![
            (0, wrote(FATIMA)),
            (1, sent(FATIMA, 2)),
            (100, sent(JOOP, 3)),
            (101, sent(JOOP, 4)),
            (101, sent(GROUP, 3)),
        ]);
        // Joop's first message is gone by now.
        let words = |_, chat: i64, message: i64| (message != 3 || chat == GROUP).then(|| format!("{chat} {message}"));
        let list = with_words(acts(&log), words);
        let said: Vec<Vec<_>> =
            list.iter().map(|a| a.effects.iter().flat_map(|e| &e.said).map(|s| s.words.as_str()).collect()).collect();
        assert_eq!(said, [vec![], vec!["2 4", "-5 3"]]);
    }

    #[test]
    fn what_was_before_the_stage_was_set_is_no_news() {
        let ready = What::Arranged { how: Arranged::Ready };
        let list = acts(&log(vec![(0, wrote(FATIMA)), (0, sent(FATIMA, 2)), (1, ready), (2, wrote(JOOP))]));
        assert_eq!(list.iter().map(|a| a.kind).collect::<Vec<_>>(), [Kind::Ready, Kind::Wrote]);
        let many = acts(&log((0..40).map(|n| (n, wrote(JOOP))).collect()));
        assert_eq!((many.len(), many[0].number), (MOST, 11));
    }

    #[test]
    fn refusals_that_pass_are_counted_and_others_are_not() {
        let refused = |code| What::Refused { bot: 9, method: "sendMessage".into(), code, description: String::new() };
        let list = acts(&log(vec![(0, wrote(FATIMA)), (1, refused(429)), (500, refused(502)), (501, refused(400))]));
        assert_eq!((list.len(), list[0].refused), (1, 2));
    }
}
