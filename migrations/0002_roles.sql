-- Invitations to a role, and who may set up a neighbourhood.

-- A code is at least 128 bits of chance; only its SHA-256 is kept. Used once, and not after `expires_at`.
CREATE TABLE invitations (
    id               INTEGER PRIMARY KEY,
    hash             BLOB NOT NULL UNIQUE,
    kind             TEXT NOT NULL CHECK (kind IN ('operator', 'organiser', 'moderator', 'administrator')),
    neighbourhood_id INTEGER REFERENCES neighbourhoods (id), -- none for 'operator'
    made_by          INTEGER REFERENCES people (id),
    expires_at       INTEGER NOT NULL,
    used_by          INTEGER REFERENCES people (id),
    used_at          INTEGER
) STRICT;

-- Groups that the bot was added to and that belong to no neighbourhood yet.
CREATE TABLE setups (
    chat_id   INTEGER PRIMARY KEY REFERENCES chats (id),
    added_by  INTEGER NOT NULL REFERENCES people (id),
    line      INTEGER NOT NULL                     -- names the card that is the one line in the group
) STRICT;

-- Forum topics that the bot has seen, to choose from.
CREATE TABLE topics (
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    topic   INTEGER NOT NULL,
    name    TEXT NOT NULL,
    PRIMARY KEY (chat_id, topic)
) STRICT, WITHOUT ROWID;
