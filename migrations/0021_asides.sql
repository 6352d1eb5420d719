-- A fifth class of messages: answers to commands in a group, which come after all else there. And a name under which a message
-- waits: the next one under that name in the same chat takes its place. SQLite can't change a CHECK, so the table is made anew.
CREATE TABLE outbox_new (
    id          INTEGER PRIMARY KEY,
    chat_id     INTEGER NOT NULL REFERENCES chats (id),
    class       INTEGER NOT NULL CHECK (class BETWEEN 0 AND 4),
    sealed_send BLOB NOT NULL,
    slot_id     INTEGER REFERENCES card_slots (id),
    not_before  INTEGER,
    not_after   INTEGER,
    feature     TEXT,                              -- who wants to hear that it could not be delivered,
    thing       INTEGER,                           -- and about what
    instead     TEXT                               -- in place of what waits there under the same name
) STRICT;
INSERT INTO outbox_new (id, chat_id, class, sealed_send, slot_id, not_before, not_after, feature, thing)
    SELECT id, chat_id, class, sealed_send, slot_id, not_before, not_after, feature, thing FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
CREATE UNIQUE INDEX outbox_slot ON outbox (slot_id) WHERE slot_id IS NOT NULL;
-- Since when a group lets us not write: cards are tried again, and who administers the neighbourhood was told.
ALTER TABLE chats ADD COLUMN refuses_since INTEGER;
CREATE INDEX outbox_instead ON outbox (instead, chat_id) WHERE instead IS NOT NULL;
