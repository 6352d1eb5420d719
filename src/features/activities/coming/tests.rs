//! Taps, as they reach the store.
