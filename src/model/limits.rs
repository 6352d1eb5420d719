//! How fast messages may go out. Defaults from Telegram's FAQ for bots (core.telegram.org/bots/faq, 'My bot is hitting
//! limits'): about one message a second in a chat, 20 a minute in a group, 30 a second over all.

/// How fast we may send. 0 means: no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Messages a second in one chat, once a burst of three is used up.
    pub per_chat_per_second: u32,
    /// Messages and edits a minute in one group.
    pub per_group_per_minute: u32,
    /// Messages and edits a second over all chats.
    pub overall_per_second: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { per_chat_per_second: 1, per_group_per_minute: 20, overall_per_second: 30 }
    }
}

impl Limits {
    /// No limits: for a server of one's own.
    pub const NONE: Limits = Limits { per_chat_per_second: 0, per_group_per_minute: 0, overall_per_second: 0 };

    /// Does any of these allow more than Telegram does?
    pub fn exceed_telegrams(&self) -> bool {
        let telegram = Limits::default();
        let more = |ours: u32, theirs: u32| ours == 0 || ours > theirs;
        more(self.per_chat_per_second, telegram.per_chat_per_second)
            || more(self.per_group_per_minute, telegram.per_group_per_minute)
            || more(self.overall_per_second, telegram.overall_per_second)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raising_a_limit_is_noticed() {
        assert!(!Limits::default().exceed_telegrams());
        assert!(Limits { overall_per_second: 0, ..Limits::default() }.exceed_telegrams());
        assert!(Limits { per_group_per_minute: 21, ..Limits::default() }.exceed_telegrams());
        assert!(!Limits { per_group_per_minute: 10, ..Limits::default() }.exceed_telegrams());
    }
}
