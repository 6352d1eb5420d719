//! A street of people who talk to the bot, on a Telegram that outlives the bot.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::Duration;

use sqlx::{Connection, SqliteConnection};
use stoep::clock::Clock;
use stoep::model::{Language, Moment, Send};
use stoep::practice::{Bot, Limits, NewPerson, What, World};
use stoep::store::{self, ChatSeen, Key, PersonSeen, Store};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::child::{Child, DEADLINE, bare, stoep};
use crate::lines::Lines;

/// People, their Telegram, and a folder for the bot.
pub struct Street {
    pub world: World,
    pub bot: Bot,
    /// Their Telegram ids.
    pub people: Vec<i64>,
    /// Their group, once they have one.
    pub group: i64,
    /// Updates that waited before anybody said anything.
    pub beginning: usize,
    pub url: String,
    /// The connections to their Telegram.
    pub lines: Lines,
    pub folder: TempDir,
    port: u16,
}

/// A name that can stand in no log by accident.
pub fn name(person: usize) -> String {
    format!("Zonnebloempje{person:03}")
}

impl Street {
    /// A street with so many people.
    pub async fn new(people: usize) -> Street {
        let world = World::new(Clock::system(), Limits::none());
        let bot = world.add_bot("stoep_bot", "Stoep");
        let people = (0..people)
            .map(|i| {
                let language_code = Some("nl".to_owned());
                let username = Some(format!("{}_{i}", name(i).to_lowercase()));
                world.add_person(NewPerson { first_name: name(i), language_code, username, ..NewPerson::default() })
            })
            .collect();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let lines = Lines::default();
        let (exchange, api) = (lines.of(listener), stoep::practice::router(world.clone()));
        tokio::spawn(async move { axum::serve(exchange, api).await });
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let folder = TempDir::new().unwrap();
        let street = Street { world, bot, people, group: 0, beginning: 0, url, lines, folder, port };
        let text = format!(
            "[data]\ndatabase = \"{}\"\nkey = \"{}\"\n[http]\nlisten = \"127.0.0.1:{port}\"\n\
             [limits]\nper_chat_per_second = 0\nper_group_per_minute = 0\noverall_per_second = 0\n",
            street.database().display(),
            street.path("keys/stoep.key").display()
        );
        std::fs::write(street.path("stoep.toml"), text).unwrap();
        street
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn database(&self) -> PathBuf {
        self.path("data/stoep.sqlite")
    }

    pub fn settings(&self, command: &mut Command, failpoints: &str) {
        command
            .arg("--config")
            .arg(self.path("stoep.toml"))
            .env("TELOXIDE_TOKEN", &self.bot.token)
            .env("TELOXIDE_API_URL", &self.url)
            .env("FAILPOINTS", failpoints);
    }

    /// Starts `stoep run` here, with these failpoints.
    pub fn run(&self, failpoints: &str) -> Child {
        let mut command = stoep(&["run"]);
        self.settings(&mut command, failpoints);
        Child::spawn(command, &self.path("log"))
    }

    /// The same where no file may grow beyond so many kilobytes.
    pub fn run_in_kilobytes(&self, most: u32) -> Child {
        let mut command = Command::new("bash");
        bare(&mut command);
        let script = format!("trap '' XFSZ; ulimit -f {most}; exec \"$0\" \"$@\"");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_stoep"), "run"]);
        self.settings(&mut command, "");
        // Its log may grow.
        Child::spawn(command, std::path::Path::new("/dev/null"))
    }

    /// Runs another of its programs to its end.
    pub async fn ask(&self, words: &[&str]) -> Output {
        let mut command = stoep(&words[..1]);
        self.settings(&mut command, "");
        command.args(&words[1..]);
        tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
    }

    /// A person writes to the bot.
    pub fn write(&self, person: usize, text: &str) {
        self.world.write_private(self.people[person], self.bot.id, text).unwrap();
    }

    /// What the bot wrote to a person, oldest first.
    pub fn heard(&self, person: usize) -> Vec<String> {
        let by_bot = |m: &stoep::practice::MessageView| m.from.is_bot;
        self.world.messages(self.people[person]).into_iter().filter(by_bot).map(|m| m.text).collect()
    }

    /// Whose message this is, and by which ear they hear it: the person's whose private chat it stands in (0), or in the
    /// group the one it names (1).
    pub fn whose(&self, chat: i64, words: &str) -> (usize, usize) {
        let found = match chat == self.group {
            true => (0..self.people.len()).find(|p| words.contains(&name(*p))).map(|p| (p, 1)),
            false => self.people.iter().position(|p| *p == chat).map(|p| (p, 0)),
        };
        found.unwrap_or_else(|| panic!("a message to nobody: {words}"))
    }

    /// How many messages the bot sent.
    pub fn sent(&self) -> usize {
        self.world.log(0).iter().filter(|e| matches!(e.what, What::BotSent { .. })).count()
    }

    /// Waits until this is so.
    pub async fn until(&self, what: &str, mut is_so: impl FnMut() -> bool) {
        let mut seen = self.world.subscribe();
        let waiting = async {
            while !is_so() {
                // The world does not tell of everything that is asked here: it is looked at again at least this often.
                let _ = tokio::time::timeout(Duration::from_millis(10), seen.changed()).await;
            }
        };
        if tokio::time::timeout(DEADLINE, waiting).await.is_err() {
            panic!("this never came: {what}\n{}", self.log());
        }
    }

    /// The bot's log so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.path("log")).unwrap_or_default()
    }

    /// Status and words of the health page; 0 where nobody answers.
    pub async fn health(&self) -> (u16, String) {
        let Ok(mut stream) = tokio::net::TcpStream::connect(("127.0.0.1", self.port)).await else {
            return (0, String::new());
        };
        let asked = stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await;
        let mut answer = String::new();
        if asked.is_err() || stream.read_to_string(&mut answer).await.is_err() {
            return (0, answer);
        }
        (answer.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0), answer)
    }

    /// Waits until the health page has this status; gives its words.
    pub async fn until_health(&self, status: u16) -> String {
        let asking = async {
            loop {
                let (now, words) = self.health().await;
                if now == status {
                    return words;
                }
                // A page can only be asked: again and again, and nothing depends on how often.
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(DEADLINE, asking).await.unwrap_or_else(|_| panic!("health never was {status}"))
    }

    /// The database as it is on disk now, copied: looking must not change it.
    pub async fn disk(&self) -> Disk {
        let folder = TempDir::new().unwrap();
        let copy = folder.path().join("data/stoep.sqlite");
        std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
        for end in ["", "-wal"] {
            let from = self.path(&format!("data/stoep.sqlite{end}"));
            if from.exists() {
                std::fs::copy(&from, format!("{}{end}", copy.display())).unwrap();
            }
        }
        let key = Key::read_or_make(&self.path("keys/stoep.key"), &self.database()).unwrap();
        let store = Store::open(&copy, key).await.unwrap();
        Disk { connection: store.writer().await.unwrap(), store, _folder: folder }
    }

    /// Makes them a neighbourhood with a group, before the first start.
    pub async fn found(&mut self) {
        let world = &self.world;
        self.group = world.add_group("Oosterpark", true, false, self.people[0]);
        for person in &self.people[1..] {
            world.add_member(self.group, *person).unwrap();
        }
        world.add_bot_to_group(self.group, self.bot.id, self.people[0], None).unwrap();
        self.beginning = world.unconfirmed(self.bot.id);

        let key = Key::read_or_make(&self.path("keys/stoep.key"), &self.database()).unwrap();
        let store = Store::open(&self.database(), key).await.unwrap();
        let mut db = store.writer().await.unwrap();
        let now = Moment(1_700_000_000);
        let n = store::create_neighbourhood(&mut db, "Oosterpark", "het wijkteam", Language::Nl, "code", now).await;
        let n = n.unwrap();
        let seen = [ChatSeen(self.group, "supergroup", "Oosterpark".into(), "open")];
        let chats = store::upsert_chats(&mut db, &seen).await.unwrap();
        store::set_chat_neighbourhood(&mut db, chats[0].id, n).await.unwrap();
        let chats = self.people.iter().map(|p| ChatSeen(*p, "private", String::new(), "never")).collect::<Vec<_>>();
        store::upsert_chats(&mut db, &chats).await.unwrap();
        let seen = |(i, p): (usize, &i64)| PersonSeen(*p, name(i), None, None, None);
        let people: Vec<_> = self.people.iter().enumerate().map(seen).collect();
        for person in store::upsert_people(&mut db, &people).await.unwrap() {
            store::add_member(&mut db, person.id, n, now).await.unwrap();
            stoep::features::trust::set_adult(&mut db, person.id, true, now).await.unwrap();
        }
        db.close().await.unwrap();
    }

    /// Changes the database by hand, while nothing runs.
    pub async fn write_sql(&self, statement: &'static str) {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.database());
        let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
        sqlx::query(statement).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    /// Asks for an orderly stop and waits for it.
    pub async fn stop(&self, mut child: Child) {
        child.terminate();
        let status = child.ended().await;
        assert!(status.success(), "{status}\n{}", self.log());
    }
}

/// A copy of the database.
pub struct Disk {
    pub connection: SqliteConnection,
    store: Store,
    _folder: TempDir,
}

impl Disk {
    /// The one number that a query gives.
    pub async fn number(&mut self, query: &'static str) -> i64 {
        sqlx::query_scalar(query).fetch_one(&mut self.connection).await.unwrap()
    }

    /// The rows of texts that a query gives.
    pub async fn texts(&mut self, query: &'static str) -> Vec<String> {
        sqlx::query_scalar(query).fetch_all(&mut self.connection).await.unwrap()
    }

    /// The messages that were to go out: Telegram's chat and the words.
    pub async fn outbox(&mut self) -> Vec<(i64, String)> {
        let (rows, bad) = store::pending_rows(&mut self.connection, self.store.key()).await.unwrap();
        assert!(bad.is_empty(), "rows that can't be opened: {bad:?}");
        let mut found = Vec::new();
        for row in rows {
            let content = match row.send {
                Send::Message { content, .. } => content,
                Send::Card { slot } => match store::slot(&mut self.connection, self.store.key(), slot).await.unwrap() {
                    Some(slot) => slot.content,
                    None => continue,
                },
                _ => continue,
            };
            let chat = store::chat(&mut self.connection, row.chat).await.unwrap().unwrap();
            found.push((chat.tg_id, content.text.plain()));
        }
        found
    }

    pub async fn close(self) {
        self.connection.close().await.unwrap();
    }
}
