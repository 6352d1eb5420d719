//! For tests: a town of two neighbourhoods in a database of its own, and what comes of a press by somebody who lives there.

use sqlx::SqliteConnection;
use tempfile::TempDir;

use super::{Batch, Features, Turn};
use crate::model::{
    BotName, ChatKind, Event, EventChat, Happening, Language, Moment, NeighbourhoodId, Person, PersonId, Press, Role,
    Send, Sender,
};
use crate::store::{self, ChatSeen, Key, PersonSeen};

/// Monday 23 November 2026, 10:00 in Amsterdam.
pub const NOW: Moment = Moment(1_795_424_400);

/// Two neighbourhoods and their people.
pub struct Town {
    /// The database.
    pub db: SqliteConnection,
    /// Of its sealed columns.
    pub key: Key,
    /// The neighbourhoods, as they were named.
    pub neighbourhoods: [NeighbourhoodId; 2],
    people: Vec<Person>,
    _folder: TempDir,
}

impl Town {
    /// Neighbourhoods of these names, and people: Telegram's id, a name, which of the two they belong to, and their roles there.
    pub async fn new(names: [&str; 2], people: &[(i64, &str, usize, &[Role])]) -> Town {
        let (folder, opened) = store::sample().await;
        let mut db = opened.writer().await.unwrap();
        let chats: Vec<_> = people.iter().map(|(id, ..)| ChatSeen(*id, "private", String::new(), "open")).collect();
        store::upsert_chats(&mut db, &chats).await.unwrap();
        let seen: Vec<_> = people
            .iter()
            .map(|(id, name, ..)| PersonSeen(*id, (*name).into(), None, None, Some("nl".into())))
            .collect();
        let known = store::upsert_people(&mut db, &seen).await.unwrap();
        let mut neighbourhoods = [NeighbourhoodId(0); 2];
        for (n, name) in neighbourhoods.iter_mut().zip(names) {
            *n = store::create_neighbourhood(&mut db, name, "wijkteam", Language::Nl, name, NOW).await.unwrap();
        }
        let mut town = Town { db, key: opened.key().clone(), neighbourhoods, people: known, _folder: folder };
        for (id, _, at, roles) in people {
            let (person, n) = (town.person(*id), neighbourhoods[*at]);
            store::add_member(&mut town.db, person, n, NOW).await.unwrap();
            for role in *roles {
                store::give_role(&mut town.db, person, n, *role, NOW).await.unwrap();
            }
        }
        town
    }

    /// The person of one of Telegram's ids.
    pub fn person(&self, user: i64) -> PersonId {
        self.people.iter().find(|p| p.user_id == user).unwrap().id
    }

    /// What comes of it that this person presses a button with this data in private, and what goes out.
    pub async fn press<T>(
        &mut self,
        features: Features,
        who: i64,
        data: &str,
        act: impl AsyncFnOnce(&mut Turn<'_>) -> T,
    ) -> (T, Vec<Send>) {
        let sender = Sender::sample(who);
        let chat = EventChat { tg_id: who, kind: ChatKind::Private, title: String::new(), topic: None };
        let press = Press::sample(data, 7);
        let event = Event { at: NOW, seed: 1, sender: Some(sender), chat: Some(chat), what: Happening::Press(press) };
        let mut batch = Batch::new(BotName::default(), features);
        batch.put_chat(store::chat_by_tg_id(&mut self.db, who).await.unwrap().unwrap());
        self.people.iter().for_each(|p| batch.put_person(p.clone()));
        let mut turn = Turn::new(&mut self.db, &mut batch, &self.key, &event, NOW);
        let done = act(&mut turn).await;
        (done, batch.take_out().into_iter().map(|o| o.send).collect())
    }
}
