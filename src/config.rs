//! Settings: `stoep.toml` and the environment, checked at the start. Every wrong setting is named at once, with its line,
//! in words for somebody who has never seen the program.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use url::Url;

use crate::model::Limits;

/// Telegram's own server.
const TELEGRAM: &str = "https://api.telegram.org";

/// A token. Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(pub String);

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

/// All settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// The bot's token, from @BotFather.
    pub token: Token,
    /// The Bot API server.
    pub api_url: Url,
    /// Where the database is.
    pub database: PathBuf,
    /// Where the key of its sealed columns is; never in the database's folder.
    pub key: PathBuf,
    /// Where the HTTP server listens; none: no server.
    pub listen: Option<SocketAddr>,
    /// Telegram's user ids of people who may set up a neighbourhood without a code.
    pub operators: Vec<i64>,
    /// How fast messages may go out.
    pub limits: Limits,
}

/// Something wrong with the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line in the file, from 1; `None` where it is not about a line.
    pub line: Option<usize>,
    /// What is wrong and what would be right.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

/// Every setting: its table, its name, and what it must be.
const KNOWN: &[(&str, &str, &str)] = &[
    ("telegram", "token", "text: the token that @BotFather gave"),
    ("telegram", "api_url", "text: the address of a Bot API server, such as \"http://127.0.0.1:8081\""),
    ("data", "database", "text: a file, such as \"data/stoep.sqlite\""),
    ("data", "key", "text: a file outside the database's folder, such as \"keys/stoep.key\""),
    ("http", "listen", "text: address and port, such as \"127.0.0.1:8088\", or \"off\""),
    ("setup", "operators", "a list of Telegram user ids, such as [123456789]"),
    ("limits", "per_chat_per_second", "a whole number; 0 is no limit"),
    ("limits", "per_group_per_minute", "a whole number; 0 is no limit"),
    ("limits", "overall_per_second", "a whole number; 0 is no limit"),
];

impl Config {
    /// Reads a file's text (empty where there is no file) and the environment, which wins.
    pub fn read(text: &str, env: impl Fn(&str) -> Option<String>) -> Result<Config, Vec<Problem>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader { text, problems: Vec::new() };
        for error in errors {
            let line = error.span().map(|s| reader.line(s.start));
            let what = format!("this is not TOML: {}", error.message().lines().next().unwrap_or_default());
            reader.problems.push(Problem { line, what });
        }
        reader.unknown(table.get_ref());
        let config = reader.all(table.get_ref(), env);
        reader.problems.sort_by_key(|p| p.line.unwrap_or(usize::MAX));
        match config {
            Some(config) if reader.problems.is_empty() => Ok(config),
            _ => Err(reader.problems),
        }
    }

    /// Does this file's text hold a token? One that can't be read may.
    pub fn holds_token(text: &str) -> bool {
        let Ok(table) = DeTable::parse(text) else { return true };
        let token = |inside: &DeValue<'_>| matches!(inside, DeValue::Table(t) if t.contains_key("token"));
        table.get_ref().iter().any(|(_, inside)| token(inside.get_ref()))
    }

    /// Settings for a practice neighbourhood or a test in this folder.
    pub fn for_practice(folder: &Path, token: &str, api_url: Url) -> Config {
        Config {
            token: Token(token.to_owned()),
            api_url,
            database: folder.join("data").join("stoep.sqlite"),
            key: folder.join("key").join("stoep.key"),
            listen: None,
            operators: Vec::new(),
            limits: Limits::NONE,
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> usize {
        self.text.get(..at).unwrap_or(self.text).matches('\n').count() + 1
    }

    fn wrong(&mut self, at: Option<usize>, what: impl Into<String>) {
        let line = at.map(|at| self.line(at));
        self.problems.push(Problem { line, what: what.into() });
    }

    /// Names what nobody reads, and what may have been meant.
    fn unknown(&mut self, root: &DeTable<'_>) {
        for (table, inside) in root {
            let name = table.get_ref().to_string();
            let at = Some(table.span().start);
            let DeValue::Table(inside) = inside.get_ref() else {
                self.wrong(at, format!("\"{name}\" stands outside a table; settings stand below [{}]", tables()));
                continue;
            };
            if !KNOWN.iter().any(|k| k.0 == name) {
                self.wrong(at, format!("there is no table [{name}]; there are [{}]", tables()));
                continue;
            }
            for key in inside.keys() {
                let key_name = key.get_ref().to_string();
                if !KNOWN.iter().any(|k| k.0 == name && k.1 == key_name) {
                    let there: Vec<_> = KNOWN.iter().filter(|k| k.0 == name).map(|k| k.1).collect();
                    let what = format!("[{name}] has no setting \"{key_name}\"; it has {}", there.join(", "));
                    self.wrong(Some(key.span().start), what);
                }
            }
        }
    }

    fn find<'t>(&self, root: &'t DeTable<'_>, table: &str, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        let DeValue::Table(inside) = root.iter().find(|(k, _)| k.get_ref() == table)?.1.get_ref() else { return None };
        inside.iter().find(|(k, _)| k.get_ref() == key).map(|(_, v)| v)
    }

    fn mistyped(&mut self, at: usize, table: &str, key: &str) {
        let want = KNOWN.iter().find(|k| k.0 == table && k.1 == key).map_or("something else", |k| k.2);
        self.wrong(Some(at), format!("\"{key}\" must be {want}"));
    }

    fn words(&mut self, root: &DeTable<'_>, table: &str, key: &str) -> Option<(String, usize)> {
        let value = self.find(root, table, key)?;
        let at = value.span().start;
        match value.get_ref() {
            DeValue::String(s) => Some((s.to_string(), at)),
            _ => {
                self.mistyped(at, table, key);
                None
            }
        }
    }

    fn number(&mut self, root: &DeTable<'_>, key: &str, default: u32) -> u32 {
        let Some(value) = self.find(root, "limits", key) else { return default };
        let at = value.span().start;
        let read = match value.get_ref() {
            DeValue::Integer(n) if n.radix() == 10 => n.as_str().parse().ok(),
            _ => None,
        };
        read.unwrap_or_else(|| {
            self.mistyped(at, "limits", key);
            default
        })
    }

    fn operators(&mut self, root: &DeTable<'_>) -> Vec<i64> {
        let Some(value) = self.find(root, "setup", "operators") else { return Vec::new() };
        let at = value.span().start;
        let DeValue::Array(list) = value.get_ref() else {
            self.mistyped(at, "setup", "operators");
            return Vec::new();
        };
        let read: Option<Vec<i64>> = list
            .iter()
            .map(|v| match v.get_ref() {
                DeValue::Integer(n) => n.as_str().parse().ok().filter(|id| *id > 0),
                _ => None,
            })
            .collect();
        read.unwrap_or_else(|| {
            self.mistyped(at, "setup", "operators");
            Vec::new()
        })
    }

    fn all(&mut self, root: &DeTable<'_>, env: impl Fn(&str) -> Option<String>) -> Option<Config> {
        let set = |name: &str| env(name).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
        let token = self.token(root, set("TELOXIDE_TOKEN"));
        let api_url = self.api_url(root, set("TELOXIDE_API_URL"));
        let path = |found: Option<(String, usize)>, usual: &str| PathBuf::from(found.map_or(usual.to_owned(), |f| f.0));
        let database = path(self.words(root, "data", "database"), "data/stoep.sqlite");
        let key = path(self.words(root, "data", "key"), "keys/stoep.key");
        let listen = self.listen(root);
        let operators = self.operators(root);
        let usual = Limits::default();
        let limits = Limits {
            per_chat_per_second: self.number(root, "per_chat_per_second", usual.per_chat_per_second),
            per_group_per_minute: self.number(root, "per_group_per_minute", usual.per_group_per_minute),
            overall_per_second: self.number(root, "overall_per_second", usual.overall_per_second),
        };
        let at_telegram = api_url.as_ref().is_some_and(|u| u.host_str() == Some("api.telegram.org"));
        if at_telegram && limits.exceed_telegrams() {
            let at = root.iter().find(|(k, _)| k.get_ref() == "limits").map(|(k, _)| k.span().start);
            self.wrong(
                at,
                format!(
                    "[limits] may not be higher than Telegram's own ({} a second in a chat, {} a minute in a group, {} a second \
                     in all): Telegram would refuse the messages. Higher ones are for a Bot API server of your own (api_url)",
                    usual.per_chat_per_second, usual.per_group_per_minute, usual.overall_per_second
                ),
            );
        }
        Some(Config { token: token?, api_url: api_url?, database, key, listen, operators, limits })
    }

    fn token(&mut self, root: &DeTable<'_>, env: Option<String>) -> Option<Token> {
        let (found, at, place) = match env {
            Some(token) => (token, None, "TELOXIDE_TOKEN"),
            None => match self.words(root, "telegram", "token") {
                Some((token, at)) => (token, Some(at), "\"token\""),
                None => {
                    if self.find(root, "telegram", "token").is_none() {
                        self.wrong(
                            None,
                            "there is no token. Ask @BotFather in Telegram for one (/newbot), and give it as TELOXIDE_TOKEN or as \
                             \"token\" below [telegram] in stoep.toml",
                        );
                    }
                    return None;
                }
            },
        };
        let well_formed = found.split_once(':').is_some_and(|(id, secret)| {
            id.parse::<u64>().is_ok()
                && secret.len() >= 16
                && secret.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
        });
        if !well_formed {
            self.wrong(
                at,
                format!("{place} does not look like a token: digits, a colon, and some 35 letters and digits"),
            );
            return None;
        }
        Some(Token(found))
    }

    fn api_url(&mut self, root: &DeTable<'_>, env: Option<String>) -> Option<Url> {
        let (found, at, place) = match env {
            Some(url) => (url, None, "TELOXIDE_API_URL"),
            None => match self.words(root, "telegram", "api_url") {
                Some((url, at)) => (url, Some(at), "\"api_url\""),
                None => (TELEGRAM.to_owned(), None, "\"api_url\""),
            },
        };
        match Url::parse(&found) {
            Ok(url) if ["http", "https"].contains(&url.scheme()) && url.has_host() => Some(url),
            _ => {
                self.wrong(at, format!("{place} is no address: it must begin with https:// or http://"));
                None
            }
        }
    }

    fn listen(&mut self, root: &DeTable<'_>) -> Option<SocketAddr> {
        let usual = SocketAddr::from(([127, 0, 0, 1], 8088));
        let Some((found, at)) = self.words(root, "http", "listen") else { return Some(usual) };
        if found == "off" {
            return None;
        }
        let read = found.parse().ok();
        if read.is_none() {
            self.mistyped(at, "http", "listen");
        }
        read
    }
}

fn tables() -> String {
    let mut names: Vec<_> = KNOWN.iter().map(|k| k.0).collect();
    names.dedup();
    names.join("], [")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "123456:ABCdefGHIjklMNOpqrSTUvwxYZ";

    fn read(text: &str) -> Result<Config, Vec<Problem>> {
        Config::read(text, |name| (name == "TELOXIDE_TOKEN").then(|| TOKEN.to_owned()))
    }

    #[test]
    fn a_token_in_the_environment_is_enough() {
        let config = read("").unwrap();
        assert_eq!(config.token.0, TOKEN);
        assert_eq!(config.api_url.as_str(), "https://api.telegram.org/");
        assert_eq!(config.limits, Limits::default());
        assert_eq!(format!("{:?}", config.token), "Token");
    }

    #[test]
    fn every_wrong_setting_is_named_at_once_with_its_line() {
        let text = "[telegram]\ntoken = 5\napi_url = \"ftp://x\"\n[data]\ndatabse = \"x\"\n[http]\nlisten = \"here\"\n\
                    [setup]\noperators = [\"Jan\"]\n[limits]\noverall_per_second = -1\n[mail]\nx = 1\n";
        let problems = Config::read(text, |_| None).unwrap_err();
        let lines: Vec<_> = problems.iter().map(|p| p.line).collect();
        assert_eq!(lines, [2, 3, 5, 7, 9, 11, 12].map(Some), "{problems:#?}");
        assert!(problems[2].to_string().contains("it has database, key"), "{}", problems[2]);
    }

    #[test]
    fn broken_toml_and_a_missing_token_are_said_together() {
        let problems = Config::read("[http\nlisten = \"off\"\n", |_| None).unwrap_err();
        assert!(problems.iter().any(|p| p.line == Some(1)), "{problems:?}");
        assert!(problems.iter().any(|p| p.what.contains("@BotFather")), "{problems:?}");
    }

    #[test]
    fn a_token_in_the_file_is_found_in_any_form() {
        for text in [
            "[telegram]\ntoken = \"x\"\n",
            "telegram.token = \"x\"\n",
            "telegram = { token = 5 }\n",
            "[telegram\ntoken",
        ] {
            assert!(Config::holds_token(text), "{text}");
        }
        for text in ["", "[telegram]\n# token = \"x\"\n", "[data]\nkey = \"token\"\n"] {
            assert!(!Config::holds_token(text), "{text}");
        }
    }

    #[test]
    fn telegrams_limits_hold_at_telegram_alone() {
        let raised = "[limits]\noverall_per_second = 0\n";
        assert_eq!(read(raised).unwrap_err()[0].line, Some(1));
        assert!(read(&format!("[telegram]\napi_url = \"http://127.0.0.1:8081\"\n{raised}")).is_ok());
    }

    #[test]
    fn no_problem_shows_the_token() {
        let problems = Config::read("[telegram]\ntoken = \"geheim geheim\"\n", |_| None).unwrap_err();
        assert!(!problems[0].to_string().contains("geheim"));
    }
}
