//! Being woken later: a job is a row that comes due.

use super::{JobCodes, Turn};
use crate::model::Moment;
use crate::text::in_daytime;

impl Turn<'_> {
    /// Wakes the feature of this job at this moment; replaces an earlier wish for the same job and thing.
    pub fn schedule<J: JobCodes>(&mut self, job: J, thing: i64, at: Moment) {
        self.batch.put_job(J::FEATURE, job.word(), thing, Some(at));
    }

    /// Takes such a wish back.
    pub fn cancel<J: JobCodes>(&mut self, job: J, thing: i64) {
        self.batch.put_job(J::FEATURE, job.word(), thing, None);
    }

    /// For a job that says something: where it is night, because the job is late, it comes again in the morning. Returns true
    /// if so.
    pub fn defer_to_morning<J: JobCodes>(&mut self, job: J, thing: i64) -> bool {
        let morning = in_daytime(self.now);
        if morning == self.now {
            return false;
        }
        self.schedule(job, thing, morning);
        true
    }
}
