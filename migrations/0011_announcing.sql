-- What somebody said aloud about an activity: Telegram's names of voice messages, for its title and its details.
CREATE TABLE activity_voices (
    activity_id  INTEGER NOT NULL REFERENCES activities (id),
    kind         TEXT NOT NULL CHECK (kind IN ('title', 'details')),
    sealed_voice BLOB NOT NULL,
    PRIMARY KEY (activity_id, kind)
) STRICT;
