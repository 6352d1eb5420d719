//! How a turn asks the features that the program runs with: one of them by name, all of them for rows, all of them to hear news.

use super::{Feature, Features, News, Page, Row, Turn};
use crate::model::Result;

impl Turn<'_> {
    /// The features that the program runs with.
    pub fn features(&self) -> Features {
        self.batch.features()
    }

    /// The feature of this name.
    pub fn feature(&self, name: &str) -> Option<&'static dyn Feature> {
        self.features().iter().copied().find(|f| f.name() == name)
    }

    /// Tells every feature of something that happened.
    pub async fn tell_features(&mut self, news: News) -> Result<()> {
        for feature in self.features() {
            feature.heard(self, news).await?;
        }
        Ok(())
    }

    /// The rows that features add to a page, in order.
    pub async fn rows_on(&mut self, page: &Page) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        for feature in self.features() {
            rows.extend(feature.rows(self, page).await?);
        }
        rows.sort_by_key(|r| r.order);
        Ok(rows)
    }
}
