//! Enums that stand in the database, in text ids or in buttons as one fixed word each.
//!
//! A column is read straight into its enum. A word that is none of the enum's is an error of that column, never a default:
//! opening such a row fails with a fault, and a list leaves it out (`Listed`).

use std::fmt;

use sqlx::{Decode, Sqlite, Type, sqlite::SqliteTypeInfo, sqlite::SqliteValueRef};

/// Declares enums of which each variant has a word.
///
/// ```ignore
/// words! {
///     /// The state of a request.
///     pub enum State {
///         /// Helpers may respond.
///         Open = "open",
///         /// It happened.
///         Done = "done",
///     }
/// }
/// ```
///
/// Gives the enum `ALL`, `word`, `from_word` and what sqlx needs to bind and read it. It derives `Clone`, `Copy`, `Debug`,
/// `PartialEq`, `Eq` and `Hash`; further attributes, such as serde's, are passed on.
macro_rules! words {
    ($($(#[$attr:meta])* $vis:vis enum $name:ident { $($(#[$variant_attr:meta])* $variant:ident = $word:literal),+ $(,)? })+) => {$(
        $(#[$attr])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis enum $name {
            $($(#[$variant_attr])* $variant,)+
        }

        impl $name {
            /// All variants, in the order of their declaration.
            #[allow(dead_code, reason = "not every enum is gone through")]
            pub const ALL: [$name; [$($word),+].len()] = [$($name::$variant),+];

            /// The variant's word.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }

            /// The variant of a word. `None` if there is none.
            pub fn from_word(word: &str) -> Option<$name> {
                match word {
                    $($word => Some($name::$variant),)+
                    _ => None,
                }
            }
        }

        impl ::sqlx::Type<::sqlx::Sqlite> for $name {
            fn type_info() -> ::sqlx::sqlite::SqliteTypeInfo {
                <str as ::sqlx::Type<::sqlx::Sqlite>>::type_info()
            }
        }

        impl<'q> ::sqlx::Encode<'q, ::sqlx::Sqlite> for $name {
            fn encode_by_ref(
                &self,
                buffer: &mut <::sqlx::Sqlite as ::sqlx::Database>::ArgumentBuffer,
            ) -> Result<::sqlx::encode::IsNull, ::sqlx::error::BoxDynError> {
                ::sqlx::Encode::<::sqlx::Sqlite>::encode(self.word(), buffer)
            }
        }

        impl<'r> ::sqlx::Decode<'r, ::sqlx::Sqlite> for $name {
            fn decode(value: ::sqlx::sqlite::SqliteValueRef<'r>) -> Result<$name, ::sqlx::error::BoxDynError> {
                let word = <&str as ::sqlx::Decode<::sqlx::Sqlite>>::decode(value)?;
                $name::from_word(word).ok_or_else(|| $crate::model::UnknownWord(stringify!($name)).into())
            }
        }
    )+};
}

pub(crate) use words;

/// A word that an enum does not have. Carries the enum's name, never the word: it goes to the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownWord(pub &'static str);

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "holds an unknown {}", self.0)
    }
}

impl std::error::Error for UnknownWord {}

/// A column of a list: if it can't be read, its row is left out instead of failing the whole list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed<T>(Result<T, UnknownWord>);

impl<T> Listed<T> {
    /// The value. `None`, with a line in the log, if this row of `table` has to be left out.
    pub fn or_skip(self, table: &str, row: impl fmt::Display) -> Option<T> {
        self.0
            .inspect_err(|error| tracing::error!(table, %row, %error, "a row that can't be read is left out of a list"))
            .ok()
    }
}

impl<T: Type<Sqlite>> Type<Sqlite> for Listed<T> {
    fn type_info() -> SqliteTypeInfo {
        T::type_info()
    }
}

impl<'r, T: Decode<'r, Sqlite>> Decode<'r, Sqlite> for Listed<T> {
    fn decode(value: SqliteValueRef<'r>) -> Result<Listed<T>, sqlx::error::BoxDynError> {
        match T::decode(value) {
            Ok(value) => Ok(Listed(Ok(value))),
            Err(error) => Ok(Listed(Err(*error.downcast::<UnknownWord>()?))),
        }
    }
}

#[cfg(test)]
mod tests {
    use sqlx::{Connection, SqliteConnection};

    use super::*;
    use crate::model::{Fault, FaultKind};

    words! {
        /// A state.
        #[derive(serde::Serialize)]
        #[serde(rename_all = "snake_case")]
        enum State {
            /// To come.
            Planned = "planned",
            /// Not any more.
            CalledOff = "called_off",
        }
    }

    #[test]
    fn words_and_variants_fit() {
        assert_eq!(State::ALL.map(State::word), ["planned", "called_off"]);
        assert_eq!(State::ALL.map(|s| State::from_word(s.word())), State::ALL.map(Some));
        assert_eq!(State::from_word("Planned"), None);
        assert_eq!(serde_json::to_string(&State::CalledOff).unwrap(), r#""called_off""#);
    }

    #[tokio::test]
    async fn a_word_goes_to_the_database_and_back_and_an_unknown_one_is_an_events_fault() {
        let mut db = SqliteConnection::connect(":memory:").await.unwrap();
        let read: State = sqlx::query_scalar("select ?").bind(State::CalledOff).fetch_one(&mut db).await.unwrap();
        assert_eq!(read, State::CalledOff);
        let fault: Fault =
            sqlx::query_scalar::<_, State>("select 'secret'").fetch_one(&mut db).await.unwrap_err().into();
        assert_eq!(fault.kind, FaultKind::Event);
        assert!(fault.what.contains("unknown State") && !fault.what.contains("secret"), "{fault}");
    }

    #[tokio::test]
    async fn a_list_leaves_out_what_it_cannot_read() {
        let mut db = SqliteConnection::connect(":memory:").await.unwrap();
        let rows: Vec<Listed<State>> =
            sqlx::query_scalar("values ('planned'), ('secret'), ('called_off')").fetch_all(&mut db).await.unwrap();
        let read: Vec<State> = rows.into_iter().filter_map(|r| r.or_skip("things", 1)).collect();
        assert_eq!(read, State::ALL);
    }
}
