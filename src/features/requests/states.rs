//! What stands in the database about a help request in words of its own: its state, who sees it, for whom it is, and what
//! was said of it afterwards. Pure.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $word:literal)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$item_doc])* #[serde(rename = $word)] $item,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &[$name] = &[$($name::$item),*];

            /// The word in the database and, with `-` for `_`, in text ids.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$item => $word,)*
                }
            }

            /// The one of a word.
            pub fn of_word(word: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|s| s.word() == word)
            }
        }
    };
}

words! {
    /// Where a help request stands.
    State {
        /// Helpers may respond.
        Open = "open"
        /// The asker accepted as many helpers as asked for.
        Promised = "promised"
        /// It happened.
        Done = "done"
        /// No longer needed.
        Withdrawn = "withdrawn"
        /// A named moderator helps on.
        TakenOver = "taken_over"
        /// Its time passed, or nobody answered whether it is still needed.
        Lapsed = "lapsed"
    }
}

words! {
    /// Where a response stands.
    ResponseState {
        /// A neighbour wants to help.
        Offered = "offered"
        /// The asker said yes.
        Accepted = "accepted"
        /// The asker said no, or it ended without this helper.
        Declined = "declined"
        /// The helper can't after all, or the request was withdrawn.
        Withdrawn = "withdrawn"
        /// They helped.
        Done = "done"
    }
}

words! {
    /// Who sees a help request.
    Sight {
        /// Everybody in the neighbourhood's groups.
        Group = "group"
        /// A few neighbours, asked in private.
        Quiet = "quiet"
        /// Neighbours whom the team has met, asked in private: what is sensitive.
        Met = "met"
        /// The team alone.
        Team = "team"
    }
}

words! {
    /// For whom help is asked.
    Subject {
        /// For the asker.
        Own = "self"
        /// For somebody else, who knows of it.
        Other = "other"
        /// For somebody without Telegram who called the team; a moderator asks.
        Caller = "caller"
    }
}

words! {
    /// Why a moderator took a request over.
    Reason {
        /// Nobody came forward.
        Nobody = "nobody"
        /// It needs a professional.
        Professional = "professional"
        /// It is not safe for a volunteer.
        Unsafe = "unsafe"
        /// Something else.
        Other = "other"
    }
}

words! {
    /// What somebody said afterwards.
    Verdict {
        /// It went well.
        Good = "good"
        /// It did not happen.
        Not = "not"
        /// It was not pleasant.
        Bad = "bad"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back() {
        for &s in State::ALL {
            assert_eq!(State::of_word(s.word()), Some(s));
        }
        for &s in ResponseState::ALL {
            assert_eq!(ResponseState::of_word(s.word()), Some(s));
        }
        for &s in Sight::ALL {
            assert_eq!(Sight::of_word(s.word()), Some(s));
        }
        for &s in Subject::ALL {
            assert_eq!(Subject::of_word(s.word()), Some(s));
        }
        for &r in Reason::ALL {
            assert_eq!(Reason::of_word(r.word()), Some(r));
        }
        for &v in Verdict::ALL {
            assert_eq!(Verdict::of_word(v.word()), Some(v));
        }
        assert_eq!(State::of_word("opened"), None);
    }
}
