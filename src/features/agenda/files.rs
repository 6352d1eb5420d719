//! Files for the calendar of a telephone: one activity, or all of the agenda that fits what somebody chose.

use chrono::Datelike;

use super::buttons::Look;
use super::{pages, words};
use crate::calendar::ics::{self, Entry};
use crate::dialogue::fold;
use crate::model::{ActivityId, BotName, Content, File, Language, Result};
use crate::screen;
use crate::text::{Arg, local_date, texts};
use crate::turn::{Occasion, Turn};

/// Activities in one file, at most.
const AT_MOST: usize = 200;

/// Characters of a title in a file's name, at most.
const NAME_AT_MOST: usize = 40;

/// [Zet in mijn agenda]: one activity. What does not happen is struck out in a calendar that has it already.
pub(super) async fn one(turn: &mut Turn<'_>, id: ActivityId) -> Result<()> {
    let Some(shown) = found(turn, id).await? else { return screen::outdated(turn) };
    if pages::member_of(turn, shown.neighbourhood).await?.is_none() {
        return Ok(());
    }
    if shown.held || shown.over_at <= turn.now() {
        turn.answer(turn.label("activity-held", &[]));
        return Ok(());
    }
    let who = turn.who()?;
    let language = who.language;
    let text = turn.say(if shown.cancelled { "calendar-cancelled" } else { "calendar-one" }, &[]);
    let bytes = ics::write(None, &[entry(turn.bot(), &turn.link(&shown.link), language, &shown)]).into_bytes();
    let file = File { name: name_of(language, &shown), bytes };
    turn.tell_document(&who, file, Content::text(text), None)
}

/// [Hele agenda als bestand]: all that fits what was chosen, on whatever page they are.
pub(super) async fn all(turn: &mut Turn<'_>, look: Look) -> Result<()> {
    if pages::member_of(turn, look.neighbourhood).await?.is_none() {
        return Ok(());
    }
    let (who, neighbourhood) = (turn.who()?, turn.neighbourhood(look.neighbourhood).await?);
    let mut there = pages::to_come(turn, look.neighbourhood).await?;
    there.retain(|s| look.filters.fit(s));
    if there.is_empty() {
        turn.answer(turn.label("calendar-none", &[]));
        return Ok(());
    }
    let entries: Vec<Entry> =
        there.iter().take(AT_MOST).map(|s| entry(turn.bot(), &turn.link(&s.link), who.language, s)).collect();
    // Without the direction marks that messages have around names.
    let title = turn.label("calendar-name", &[("place", Arg::Own(&neighbourhood.name))]);
    let (written, bytes) = fitting(&title, &entries);
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let mut text =
        turn.say("calendar-all", &[("place", Arg::Words(&neighbourhood.name)), ("n", Arg::Number(count(written)))]);
    if let Some(only) = words::only(who.language, look.filters) {
        text = text.line(&only);
    }
    if written < there.len() {
        text = text.line(&turn.say("calendar-not-all", &[("n", Arg::Number(count(there.len() - written)))]));
    }
    let text = text.paragraph(&turn.say("calendar-all-how", &[]));
    let name = match plain_name(&neighbourhood.name).as_str() {
        "" => "agenda.ics".to_owned(),
        name => format!("agenda-{name}.ics"),
    };
    turn.tell_document(&who, File { name, bytes }, Content::text(text), None)
}

/// As many of these as a file may hold, the first first: how many, and the file.
fn fitting(title: &str, entries: &[Entry]) -> (usize, Vec<u8>) {
    let mut most = entries.len();
    loop {
        let bytes = ics::write(Some(title), &entries[..most]).into_bytes();
        if bytes.len() <= File::AT_MOST || most <= 1 {
            return (most, bytes);
        }
        most = most * 3 / 4;
    }
}

/// The occasion of this key, of the feature that has one.
async fn found(turn: &mut Turn<'_>, id: ActivityId) -> Result<Option<Occasion>> {
    for feature in turn.features() {
        if let Some(occasion) = feature.occasion(turn, id.0).await? {
            return Ok(Some(occasion));
        }
    }
    Ok(None)
}

/// An activity as a calendar has it. Its name there never changes, whatever becomes of it.
fn entry(bot: &BotName, link: &str, language: Language, shown: &Occasion) -> Entry {
    let title = match shown.confirmed || shown.cancelled {
        true => shown.title.clone(),
        false => texts().plain(language, "calendar-unsure", &[("title", Arg::Own(&shown.title))]),
    };
    let more = texts().plain(language, "calendar-more", &[("link", Arg::Own(link))]);
    let description = match &shown.details {
        Some(details) => format!("{details}\n\n{more}"),
        None => more,
    };
    Entry {
        uid: ics::uid(shown.thing.id, None, &format!("stoep-{}", bot.id)),
        sequence: u32::try_from(shown.sequence).unwrap_or(u32::MAX),
        stamp: shown.changed_at,
        start: shown.starts_at,
        end: shown.ends_at,
        title,
        place: Some(shown.place.clone()),
        description: Some(description),
        url: Some(link.to_owned()),
        cancelled: shown.cancelled,
    }
}

/// 'koffie-24-november.ics': letters that every telephone can write.
fn name_of(language: Language, shown: &Occasion) -> String {
    let day = local_date(shown.starts_at);
    let month = texts().plain(language, &format!("month-{}", day.month()), &[]);
    let title = match plain_name(&shown.title) {
        name if name.is_empty() => plain_name(&texts().plain(language, "calendar-nameless", &[])),
        name => name,
    };
    format!("{title}-{}-{}.ics", day.day(), plain_name(&month))
}

/// Words in small letters and digits of ASCII, joined by hyphens; empty where nothing of them is left.
fn plain_name(words: &str) -> String {
    let plain: String = fold(words).chars().filter(|c| c.is_ascii()).collect();
    let mut name = plain.split_whitespace().collect::<Vec<_>>().join("-");
    name.truncate(NAME_AT_MOST);
    name.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::agenda::rules::sample;
    use crate::text::local_day_start;

    #[test]
    fn a_file_has_a_name_that_every_telephone_can_write() {
        let start = local_day_start("2026-11-24".parse().unwrap(), 10);
        let with = |title: &str| Occasion { title: title.into(), ..sample(1, start) };
        for (title, name) in [
            ("☕ Koffie", "koffie-24-november.ics"),
            ("☕ Café für baby's, à 2 €!", "cafe-fur-babys-a-2-24-november.ics"),
            ("../../etc/passwd", "etc-passwd-24-november.ics"),
            ("🎲 لعبة", "activiteit-24-november.ics"),
            ("", "activiteit-24-november.ics"),
        ] {
            assert_eq!(name_of(Language::Nl, &with(title)), name);
        }
        let long = name_of(Language::En, &with(&"abc ".repeat(30)));
        assert!(long.ends_with("-24-november.ics") && long.len() < 60, "{long}");
    }

    #[test]
    fn a_file_is_never_too_large_to_send() {
        let start = local_day_start("2026-11-24".parse().unwrap(), 10);
        let bot = BotName { id: 7, username: "stoep_bot".into(), operators: Vec::new() };
        let many = |words: usize| -> Vec<Entry> {
            let details = Some("😀".repeat(words));
            let shown = |id| Occasion { details: details.clone(), ..sample(id, start.plus_days(id)) };
            (1..=200).map(|id| entry(&bot, "https://t.me/stoep_bot", Language::Nl, &shown(id))).collect()
        };
        let (all, _) = fitting("Agenda", &many(50));
        let (some, bytes) = fitting("Agenda", &many(900));
        assert!(all == 200 && some < 200 && some > 20 && bytes.len() <= File::AT_MOST, "{all} {some}");
    }

    #[test]
    fn an_activity_keeps_its_name_in_calendars() {
        let start = local_day_start("2026-11-24".parse().unwrap(), 10);
        let bot = BotName { id: 7, username: "stoep_bot".into(), operators: Vec::new() };
        let before = entry(&bot, "https://t.me/a", Language::Nl, &sample(5, start));
        let moved = Occasion { sequence: 2, cancelled: true, title: "☕ Thee".into(), ..sample(5, start.plus(3600)) };
        let after = entry(&bot, "https://t.me/a", Language::En, &moved);
        assert_eq!(before.uid, after.uid);
        assert_ne!(before.uid, entry(&bot, "https://t.me/a", Language::Nl, &sample(6, start)).uid);
        assert!(after.cancelled && after.sequence > before.sequence);
    }
}
