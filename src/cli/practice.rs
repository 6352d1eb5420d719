//! `stoep practice`: a neighbourhood to practise in, without Telegram.
