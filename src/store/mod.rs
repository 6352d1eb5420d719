//! The database: opened with its safety settings checked, migrated, and written by one connection.
//!
//! What the operator sees of it is `stoep.sqlite`, a key file kept elsewhere, and a plain sentence where one of the two
//! is not as it must be.

mod cards;
mod dialogues;
mod invitations;
mod jobs;
mod key_file;
mod lock;
mod members;
mod opening;
mod outbox;
mod parked;
mod people;
mod presence;
pub mod private;
mod seal;
mod seen;
mod standings;
mod team_messages;
mod upkeep;

use std::path::{Path, PathBuf};

use sqlx::{Connection, SqliteConnection, SqlitePool};

use crate::model::Result;

pub use cards::{
    POST_AGAIN, Slot, SlotChange, adopt_slot, delete_slot, forget_message, give_up_slot, has_slot, leave_slot,
    mark_slot, message_of_slot, remove_slots, removed_slots, slot, slots_of, standing_of_slot, store_cards,
    thing_of_message, void_slots,
};
pub use dialogues::{StoredDialogue, drop_old_dialogues, load_dialogues, save_dialogues};
pub use invitations::{
    InvitationKind, Unused, has_operator_leave, invitation_used_by, make_invitation, redeem_invitation, secret,
    spend_operator_leave, unused_invitation,
};
pub use jobs::{DueJob, JobChange, due_jobs, next_job_at, store_jobs, take_jobs};
pub use key_file::KeyError;
pub use lock::Lock;
pub use members::{
    add_member, close_chat_neighbourhood, create_neighbourhood, give_role, groups_of, holders_of, load_members,
    members_of, neighbourhood, neighbourhood_by_code, note_unasked, set_chat_neighbourhood, set_chat_topic,
    set_join_code, store_setting, take_role, update_neighbourhood,
};
pub use opening::OpenError;
pub use outbox::{
    Dispatch, OutboxRow, SettledRow, Waiting, chats_waiting_under, delete_rows, delete_rows_of_chat, drop_stale_rows,
    last_outbox_id, name_of_waiting, name_rows, pending_rows, settle_rows, store_rows, take_named_rows, tg_id_of_row,
    waiting_by_chat, waiting_cards,
};
pub use parked::{
    Parked, ParkedKind, drop_old_parked, drop_replay, list_parked, next_replay, park, put_back, take_replays,
};
pub use people::{
    ChatSeen, PersonSeen, addresses, chat, chat_by_tg_id, knows_basic_group, move_chat, note_refusal, note_written,
    person, person_of_chat, set_chosen_name, set_current, set_language, set_may_delete, set_puzzled, set_quiet,
    set_reach, upsert_chats, upsert_people,
};
pub use presence::{
    HeldPress, drop_old_held_presses, drop_present, forget_presence, hold_press, is_being_asked, note_present,
    person_of_user, present_in, take_held_press,
};
pub use seal::Key;
pub use seen::{drop_old_seen, remember};
pub use standings::{
    StandingRow, asked_in, drop_old_standings, drop_standing, note_act, restricted_in, set_standing, standings_of,
};
pub use team_messages::{TeamMessage, drop_old_team_messages, mark_team_rows, note_team_message, take_team_messages};
pub use upkeep::{count_change, empty_log};

/// A database that passed every check, with its key.
#[derive(Clone)]
pub struct Store {
    path: PathBuf,
    key: Key,
    readers: SqlitePool,
    /// Where a program runs on it, and not beside it.
    lock: Option<Lock>,
}

impl Store {
    /// A connection that may write. The engine holds one; another command opens one for a short transaction.
    pub async fn writer(&self) -> Result<SqliteConnection> {
        Ok(SqliteConnection::connect_with(&opening::options(&self.path)).await?)
    }

    /// Connections for reading beside the writer.
    pub fn readers(&self) -> &SqlitePool {
        &self.readers
    }

    /// The key of its sealed columns.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// For tests: a new database, in a folder that goes with the first of the two.
#[cfg(test)]
pub async fn sample() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let key = Key::of_bytes(&[7; 32]).unwrap();
    let store = Store::open(&folder.path().join("stoep.sqlite"), key).await.unwrap();
    (folder, store)
}
