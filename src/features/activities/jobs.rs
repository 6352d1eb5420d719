//! What activities are woken for. The thing of a job is an activity, unless its line says otherwise.

use super::model::NAME;
use crate::jobs;

jobs! {
    /// A job.
    pub Job: NAME => {
        /// Somebody is told of the place that came free for them; of an answer.
        TellPlace = "come-tell",
        /// They are asked once more whether they want it; of an answer.
        RemindPlace = "come-remind",
        /// The place goes to the next one; of an answer.
        PassPlace = "come-pass",
        /// The reminder of the day before.
        RemindDayBefore = "host-day",
        /// The reminder shortly before.
        RemindShortly = "host-soon",
        /// Its time is over.
        Over = "host-over",
        /// Its organiser is asked how many came.
        AskCount = "host-ask",
        /// The next dates of a series are made; of a series.
        MakeDates = "again-make",
        /// The next step towards knowing whether a date goes on.
        AskAboutDate = "again-date",
        /// A draft is thrown away; of a draft.
        DropDraft = "draft-old",
        /// More neighbours are asked, or the seeker hears that there is nobody; of a search.
        LookForCompany = "with-look",
    }
}
