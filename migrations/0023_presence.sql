-- In which groups of a neighbourhood somebody was seen: by what they did there, or by Telegram's word. A row goes when they leave that
-- group, leave the neighbourhood, or the group is no longer part of it. Who was never seen in a group has none.
CREATE TABLE present_in (
    person_id        INTEGER NOT NULL REFERENCES people (id),
    chat_id          INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    PRIMARY KEY (person_id, chat_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX present_in_chat ON present_in (chat_id);

-- A press after which two people learn how to reach each other, while Telegram is asked whether they are still in the group. At most a
-- minute old. Holds no words: the data of a button names things by their numbers.
CREATE TABLE held_presses (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id        INTEGER NOT NULL REFERENCES people (id),
    chat_id          INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    query_id         TEXT NOT NULL,
    data             TEXT NOT NULL,
    message_id       INTEGER,
    stands           INTEGER NOT NULL,
    is_text          INTEGER NOT NULL,
    at               INTEGER NOT NULL,
    seed             INTEGER NOT NULL
) STRICT;

-- One more way to stand: left the last group they were seen in, and was asked whether they still take part.
CREATE TABLE standings_with_asked (
    person_id        INTEGER NOT NULL REFERENCES people (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    standing         TEXT NOT NULL CHECK (standing IN ('left', 'asked', 'out', 'no_help', 'muted')),
    reason           TEXT,                         -- as the person read it; none for who left
    by_id            INTEGER NOT NULL REFERENCES people (id), -- themselves, where they left or a group's administrator put them out
    since            INTEGER NOT NULL,
    until            INTEGER,                      -- none: until somebody changes it
    PRIMARY KEY (person_id, neighbourhood_id, standing)
) STRICT, WITHOUT ROWID;
INSERT INTO standings_with_asked SELECT person_id, neighbourhood_id, standing, reason, by_id, since, until FROM standings;
DROP TABLE standings;
ALTER TABLE standings_with_asked RENAME TO standings;
CREATE INDEX standings_neighbourhood ON standings (neighbourhood_id);
