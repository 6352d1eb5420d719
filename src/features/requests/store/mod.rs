//! The SQL of help requests, responses and drafts. Nothing but `model` is known here.

mod afterwards;
mod asking;
mod board;
mod drafts;
mod requests;
mod responses;
mod search;
mod team;

pub use afterwards::{dates_of, forget_after, insert_series, set_after, set_helper_verdict, set_verdict};
pub use asking::{all_ended, caller, forget, keep_media, media, set_caller, was_approached};
pub use board::on_board;
pub use drafts::{draft, drop_draft, keep_draft, set_draft};
pub use requests::{counts, insert, living_of, request, set_asker_contact, set_state, set_unreached};
pub use responses::{living_between, offer, response, responses_of, set_helper_contact, set_response_state};
pub use search::{
    approached_for, begin_search, candidates, note_approached, open_in_groups, set_asked, set_round, set_span,
    set_wanted,
};
pub use team::{begin_again, callers_of, set_asker};
