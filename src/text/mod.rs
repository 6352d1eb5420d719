//! What Stoep says, in every language: Fluent texts from `dialogues/texts`, filled in and escaped.
//!
//! A resident's words are always escaped here and wrapped in direction marks, so that neither `<b>` nor a right-to-left
//! name can change what stands around them.

pub mod asking;
mod compare;
mod dates;
pub mod distress;
mod names;
mod reading;
pub mod safety;
mod words;

use std::sync::{LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::model::{Html, Language, escape};

pub use compare::problems;
pub use dates::{
    Day, DayPart, clock_words, date_words, date_words_in, day_words, in_daytime, local_date, local_day_start,
    local_time, next_working_day, part_words, span_words,
};
pub use names::neighbour_name;
pub use reading::{note_words, other_words, part_of, reading_words, rule_words, timing_words, unread_words};
pub use words::{clean_name, clip, length};

/// A file of texts: its language, its name, its content.
pub type TextFile = (Language, &'static str, &'static str);

macro_rules! files {
    ($($name:literal)*) => {
        &[$(
            (Language::Nl, $name, include_str!(concat!("../../dialogues/texts/nl/", $name, ".ftl"))),
            (Language::En, $name, include_str!(concat!("../../dialogues/texts/en/", $name, ".ftl"))),
        )*]
    };
}

/// Every file of texts in `dialogues`.
const FILES: &[TextFile] = files! {
    "activities" "afterwards" "agenda" "announcing" "asking" "attendance" "dialogue" "distress" "general" "going_together" "help"
    "hosting" "invite" "members" "neighbourhood" "reading" "recurring" "relay" "requests" "search" "standing" "trust"
    "understanding" "venues" "worklist"
};

/// Texts of features that are not Stoep's own.
static MORE: OnceLock<&'static [TextFile]> = OnceLock::new();

/// Adds the texts of features that are not Stoep's own. Has no effect after the first call, or once texts were asked for.
pub fn add_files(files: &'static [TextFile]) {
    MORE.get_or_init(|| files);
}

/// The texts of this program.
pub fn texts() -> &'static Texts {
    static TEXTS: LazyLock<Texts> =
        LazyLock::new(|| Texts::of(&[FILES, MORE.get().copied().unwrap_or_default()].concat()));
    &TEXTS
}

/// Something to fill in.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Somebody's words: escaped, and kept apart from what stands around them.
    Words(&'a str),
    /// Our own markup, as it is.
    Markup(&'a Html),
    /// Our own word, date or number in words: escaped, without direction marks, so that it may stand in a link.
    Own(&'a str),
    /// A number, for plural forms.
    Number(i64),
}

impl From<i64> for Arg<'_> {
    fn from(n: i64) -> Self {
        Arg::Number(n)
    }
}

impl<'a> From<&'a Html> for Arg<'a> {
    fn from(markup: &'a Html) -> Self {
        Arg::Markup(markup)
    }
}

/// Names with what is filled in for them.
pub type Args<'a> = &'a [(&'a str, Arg<'a>)];

/// Texts by language.
pub struct Texts {
    bundles: Vec<(Language, FluentBundle<FluentResource>)>,
    problems: Vec<String>,
}

impl Texts {
    fn of(files: &[TextFile]) -> Texts {
        let mut problems = Vec::new();
        let bundles = Language::ALL
            .into_iter()
            .map(|language| {
                let locale = language.code().parse().unwrap_or_default();
                let mut bundle = FluentBundle::new_concurrent(vec![locale]);
                // We put the direction marks around people's words alone: around a link or a number they do harm.
                bundle.set_use_isolating(false);
                for (_, name, source) in files.iter().filter(|f| f.0 == language) {
                    let resource =
                        FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, errors)| {
                            problems.push(format!("{}/{name}.ftl: {errors:?}", language.code()));
                            resource
                        });
                    if let Err(errors) = bundle.add_resource(resource) {
                        problems.push(format!("{}/{name}.ftl: {errors:?}", language.code()));
                    }
                }
                (language, bundle)
            })
            .collect();
        Texts { bundles, problems }
    }

    /// What is wrong with the files themselves.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    /// Is there such a text in this language?
    pub fn has(&self, language: Language, id: &str) -> bool {
        self.bundle(language).and_then(|b| b.get_message(id)).is_some_and(|m| m.value().is_some())
    }

    /// A text with nothing filled in, for `stoep check`. `None` if this language lacks it.
    pub fn sample(&self, language: Language, id: &str) -> Option<String> {
        let bundle = self.bundle(language)?;
        let pattern = bundle.get_message(id)?.value()?;
        // What is missing here is filled in when a person reads it.
        let mut missing = Vec::new();
        Some(bundle.format_pattern(pattern, None, &mut missing).into_owned())
    }

    /// A text as markup.
    pub fn html(&self, language: Language, id: &str, args: Args<'_>) -> Html {
        Html::trusted(self.fill(language, id, args, |a| match a {
            Arg::Words(w) => FluentValue::from(format!("\u{2068}{}\u{2069}", escape(w))),
            Arg::Markup(h) => FluentValue::from(h.as_str().to_owned()),
            Arg::Own(w) => FluentValue::from(escape(w)),
            Arg::Number(n) => FluentValue::from(n),
        }))
    }

    /// A text without markup: for a button, an answer to a press, a command's description.
    pub fn plain(&self, language: Language, id: &str, args: Args<'_>) -> String {
        self.fill(language, id, args, |a| match a {
            Arg::Words(w) => FluentValue::from(format!("\u{2068}{w}\u{2069}")),
            Arg::Markup(h) => FluentValue::from(h.plain()),
            Arg::Own(w) => FluentValue::from(w.to_owned()),
            Arg::Number(n) => FluentValue::from(n),
        })
    }

    fn bundle(&self, language: Language) -> Option<&FluentBundle<FluentResource>> {
        self.bundles.iter().find(|(l, _)| *l == language).map(|(_, b)| b)
    }

    fn fill<'a>(
        &self,
        language: Language,
        id: &str,
        args: Args<'a>,
        value: impl Fn(Arg<'a>) -> FluentValue<'a>,
    ) -> String {
        let found = [language, Language::Nl].into_iter().find_map(|l| {
            let bundle = self.bundle(l)?;
            Some((bundle, bundle.get_message(id)?.value()?))
        });
        let Some((bundle, pattern)) = found else {
            // A test demands every text in every language; a resident still sees something to report.
            tracing::error!(text = id, "text is missing");
            return id.to_owned();
        };
        let mut filled = FluentArgs::new();
        for (name, arg) in args {
            filled.set(*name, value(*arg));
        }
        let mut errors = Vec::new();
        let out = bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(text = id, "text could not be filled in");
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &[(Language, &str, &str)] = &[(
        Language::Nl,
        "sample",
        "hello = Dag {$name}, je hebt {$n ->\n [one] één vraag\n *[other] {$n} vragen\n }.\nlink = <a href=\"{$url}\">hier</a>",
    )];

    #[test]
    fn words_are_escaped_and_kept_apart() {
        let texts = Texts::of(SAMPLE);
        let got = texts.html(Language::Nl, "hello", &[("name", Arg::Words("<b>\u{202e}Jan")), ("n", 2.into())]);
        assert_eq!(got.as_str(), "Dag \u{2068}&lt;b&gt;\u{202e}Jan\u{2069}, je hebt 2 vragen.");
        let link = texts.html(Language::Nl, "link", &[("url", Arg::Own("https://t.me/x?start=a&b"))]);
        assert_eq!(link.as_str(), "<a href=\"https://t.me/x?start=a&amp;b\">hier</a>");
    }

    #[test]
    fn every_file_of_texts_is_in_the_program_and_reads_well() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dialogues/texts");
        for language in Language::ALL {
            for file in std::fs::read_dir(root.join(language.code())).unwrap() {
                let name = file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
                assert!(
                    FILES.iter().any(|f| f.0 == language && f.1 == name),
                    "{}/{name}.ftl is not in text::FILES",
                    language.code()
                );
            }
        }
        assert_eq!(texts().problems(), &[] as &[String]);
    }
}
