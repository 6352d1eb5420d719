//! The room played through.
