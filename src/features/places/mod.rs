//! Where people meet in a neighbourhood: a list that administrators keep, to choose from.

use async_trait::async_trait;

use super::Feature;

const NAME: &str = "plc";

/// The feature.
pub struct Places;

#[async_trait]
impl Feature for Places {
    fn name(&self) -> &'static str {
        NAME
    }
}
