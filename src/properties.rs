//! How property tests run: what made one fail is kept in `tests/regressions`, and tried first from then on.

use proptest::test_runner::{Config, FileFailurePersistence};

/// The configuration of a property test.
pub(crate) fn config() -> Config {
    let kept = FileFailurePersistence::SourceParallel("tests/regressions");
    Config { failure_persistence: Some(Box::new(kept)), ..Config::default() }
}
