-- When and where the team can be met, and questions that residents ask it through Stoep.

ALTER TABLE neighbourhoods ADD COLUMN team_hours TEXT; -- 'op werkdagen, 9 tot 12 uur': the administrator's words
ALTER TABLE neighbourhoods ADD COLUMN team_place TEXT; -- 'in het buurthuis, Dorpsstraat 3'

-- A conversation between a resident and one of the team, through Stoep: neither gets the other's contact. Deleted 7 days after its end.
-- Its id never comes back, because buttons of an old one may still be around.
CREATE TABLE relays (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    resident_id      INTEGER NOT NULL REFERENCES people (id),
    member_id        INTEGER REFERENCES people (id), -- who of the team answers; none: nobody yet
    state            TEXT NOT NULL CHECK (state IN ('asked', 'answered', 'ended')), -- who has the last word
    said_at          INTEGER NOT NULL,             -- when something was last said
    objected         INTEGER NOT NULL DEFAULT 0    -- one of the two said that it is not all right
) STRICT;
CREATE UNIQUE INDEX relays_once ON relays (resident_id, neighbourhood_id) WHERE state <> 'ended';
CREATE INDEX relays_member ON relays (member_id) WHERE member_id IS NOT NULL;

-- What was said, sealed: words, or Telegram's name of a voice message.
CREATE TABLE relay_messages (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    relay_id     INTEGER NOT NULL REFERENCES relays (id),
    by_team      INTEGER NOT NULL,
    person_id    INTEGER NOT NULL REFERENCES people (id), -- who said it
    sealed_words BLOB NOT NULL,
    said_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX relay_messages_relay ON relay_messages (relay_id);

-- Who of the team took a conversation on, also those who gave it back: they never look into it as somebody from outside.
CREATE TABLE relay_members (
    relay_id  INTEGER NOT NULL REFERENCES relays (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    PRIMARY KEY (relay_id, person_id)
) STRICT, WITHOUT ROWID;

-- Every opening of a conversation by somebody who was not in it. Outlives the conversation.
CREATE TABLE relay_openings (
    id               INTEGER PRIMARY KEY,
    relay_id         INTEGER NOT NULL,             -- may be gone by now
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    person_id        INTEGER NOT NULL REFERENCES people (id),
    at               INTEGER NOT NULL
) STRICT;
