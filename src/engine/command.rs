//! What of a text is a command, and for whom.

/// The command that a text begins with, in lower case and without a slash, and what stands behind it. One for another bot
/// is none. As in Telegram it ends at the first character that is no letter, digit or underscore: '/vraag: wie …' is `/vraag`.
pub fn command<'a>(text: &'a str, username: &str) -> Option<(String, &'a str)> {
    let rest = text.strip_prefix('/')?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '@')).unwrap_or(rest.len());
    let (word, behind) = rest.split_at(end);
    let name = match word.split_once('@') {
        Some((name, bot)) if bot.eq_ignore_ascii_case(username) => name,
        Some(_) => return None,
        None => word,
    };
    (!name.is_empty())
        .then(|| (name.to_lowercase(), behind.trim_start_matches([':', ',', '.', ';', '!', '?', '…']).trim()))
}

#[cfg(test)]
mod tests {
    use super::command;

    #[test]
    fn commands() {
        let of = |text| command(text, "StoepBot").map(|(name, rest)| (name, rest.to_owned()));
        let is = |name: &str, rest: &str| Some((name.to_owned(), rest.to_owned()));
        assert_eq!(of("/vraag"), is("vraag", ""));
        assert_eq!(of("/Vraag@stoepbot  twee tassen \n dragen "), is("vraag", "twee tassen \n dragen"));
        assert_eq!(of("/vraag\nmet enter"), is("vraag", "met enter"));
        assert_eq!(of("/vraag: wie tilt mee?"), is("vraag", "wie tilt mee?"));
        assert_eq!(of("/Vraag@StoepBot, wie tilt mee?"), is("vraag", "wie tilt mee?"));
        assert_eq!(of("/agenda."), is("agenda", ""));
        for text in ["/vraag@andere_bot x", "vraag", "/", "/ vraag", "", "hallo /vraag"] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
