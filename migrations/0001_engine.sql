-- The engine's own tables: whom we know, where we speak, what must still go out, and what waits for its time.
-- Times are whole seconds since 1970-01-01 UTC. Columns called 'sealed_…' hold XChaCha20-Poly1305 with a nonce in
-- front; table, column and row are the associated data, so that a value can't be moved to another row.

-- Facts about this database itself: the id of the bot it belongs to.
CREATE TABLE facts (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Updates that were handled, for 48 hours. Telegram's numbering restarts after a quiet week, so the ids are
-- remembered rather than an offset.
CREATE TABLE seen (
    update_id INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX seen_at ON seen (at);

CREATE TABLE neighbourhoods (
    id                 INTEGER PRIMARY KEY,
    name               TEXT NOT NULL,
    team               TEXT NOT NULL,              -- what the professionals are called here
    language           TEXT NOT NULL,              -- of cards in the groups
    residents_announce INTEGER NOT NULL DEFAULT 0, -- may every resident announce activities?
    join_code          TEXT NOT NULL UNIQUE,       -- secret part of the join link
    created_at         INTEGER NOT NULL
) STRICT;

-- Telegram's chat id stands here and nowhere else: a group that is upgraded changes this row alone.
CREATE TABLE chats (
    id               INTEGER PRIMARY KEY,
    tg_id            INTEGER NOT NULL UNIQUE,
    kind             TEXT NOT NULL CHECK (kind IN ('private', 'group', 'supergroup', 'channel')),
    title            TEXT NOT NULL DEFAULT '',
    neighbourhood_id INTEGER REFERENCES neighbourhoods (id),
    topic            INTEGER,                      -- forum topic for cards
    reach            TEXT NOT NULL CHECK (reach IN ('never', 'open', 'closed')),
    may_delete       INTEGER NOT NULL DEFAULT 0    -- may the bot delete messages of others here?
) STRICT;
CREATE INDEX chats_neighbourhood ON chats (neighbourhood_id) WHERE neighbourhood_id IS NOT NULL;

CREATE TABLE people (
    id              INTEGER PRIMARY KEY,
    user_id         INTEGER NOT NULL UNIQUE,
    chat_id         INTEGER NOT NULL UNIQUE REFERENCES chats (id),
    name            TEXT NOT NULL,
    username        TEXT,
    client_language TEXT,                          -- what their client says
    language        TEXT,                          -- what they chose
    current_id      INTEGER REFERENCES neighbourhoods (id),
    puzzled         INTEGER NOT NULL DEFAULT 0,    -- messages in a row that Stoep did not understand
    quiet           INTEGER NOT NULL DEFAULT 0     -- wants no messages that they did not ask for
) STRICT;

-- Who joined a neighbourhood: tapped a button in its group, or opened its join link.
CREATE TABLE members (
    person_id        INTEGER NOT NULL REFERENCES people (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    joined_at        INTEGER NOT NULL,
    PRIMARY KEY (person_id, neighbourhood_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE roles (
    person_id        INTEGER NOT NULL REFERENCES people (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    role             TEXT NOT NULL CHECK (role IN ('organiser', 'moderator', 'administrator')),
    given_at         INTEGER NOT NULL,
    PRIMARY KEY (person_id, neighbourhood_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX roles_neighbourhood ON roles (neighbourhood_id, role);

-- The guided dialogue a person is in: at most one. Kept 30 days after the last answer.
CREATE TABLE dialogues (
    person_id    INTEGER PRIMARY KEY REFERENCES people (id),
    flow         TEXT NOT NULL,
    sealed_state BLOB NOT NULL,
    changed_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX dialogues_changed ON dialogues (changed_at);

-- What a feature asked to be woken for. One row for each (feature, kind, thing).
CREATE TABLE jobs (
    id      INTEGER PRIMARY KEY,
    feature TEXT NOT NULL,
    kind    TEXT NOT NULL,
    thing   INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    UNIQUE (feature, kind, thing)
) STRICT;
CREATE INDEX jobs_at ON jobs (at);

-- The one living message about a thing in a chat.
CREATE TABLE card_slots (
    id             INTEGER PRIMARY KEY,
    feature        TEXT NOT NULL,
    thing          INTEGER NOT NULL,
    chat_id        INTEGER NOT NULL REFERENCES chats (id),
    sealed_content BLOB NOT NULL,
    version        INTEGER NOT NULL,               -- of the wanted content
    sent_version   INTEGER NOT NULL DEFAULT 0,     -- of what stands in the chat
    message_id     INTEGER,                        -- Telegram's id of the message, once it is there
    vanished       INTEGER NOT NULL DEFAULT 0,     -- how often somebody deleted it
    removed        INTEGER NOT NULL DEFAULT 0,     -- wanted gone, instead of edited
    UNIQUE (feature, thing, chat_id)
) STRICT;

-- What must still go out. Deleted once Telegram took it.
CREATE TABLE outbox (
    id          INTEGER PRIMARY KEY,
    chat_id     INTEGER NOT NULL REFERENCES chats (id),
    class       INTEGER NOT NULL CHECK (class BETWEEN 0 AND 3),
    sealed_send BLOB NOT NULL,
    slot_id     INTEGER REFERENCES card_slots (id),
    not_before  INTEGER,
    not_after   INTEGER,
    feature     TEXT,                              -- who wants to hear that it could not be delivered,
    thing       INTEGER                            -- and about what
) STRICT;
CREATE UNIQUE INDEX outbox_slot ON outbox (slot_id) WHERE slot_id IS NOT NULL;

-- What could not be handled, for `stoep replay`. Kept 7 days.
CREATE TABLE parked (
    fault      TEXT PRIMARY KEY,                   -- the id that the apology and the log line carry
    kind       TEXT NOT NULL CHECK (kind IN ('update', 'job', 'outcome', 'message')),
    sealed_raw BLOB NOT NULL,
    at         INTEGER NOT NULL,
    replayed   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Updates that `stoep replay` put back: the engine takes them at its next look.
CREATE TABLE replays (
    fault TEXT PRIMARY KEY REFERENCES parked (fault)
) STRICT;
