-- Each feature declares for itself why its things are on the worklist: the table takes any word. And who asked to speak to somebody
-- stands on the worklist too.

-- SQLite can't drop a CHECK: the table is made anew and takes over every row, and the number that the next one gets.
CREATE TABLE worklist_now (
    id               INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons of an old entry may still be around
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    feature          TEXT NOT NULL,                -- whose thing
    thing            INTEGER NOT NULL,             -- and which
    kind             TEXT NOT NULL,                -- why it is here: the word of one of the feature's reasons
    made_at          INTEGER NOT NULL,
    told             INTEGER NOT NULL DEFAULT 0,   -- does the team know that it is here?
    claimed_by       INTEGER REFERENCES people (id),
    claimed_at       INTEGER,
    ended_at         INTEGER,
    CHECK ((claimed_by IS NULL) = (claimed_at IS NULL))
) STRICT;
INSERT INTO worklist_now (id, neighbourhood_id, feature, thing, kind, made_at, told, claimed_by, claimed_at, ended_at)
SELECT id, neighbourhood_id, feature, thing, kind, made_at, told, claimed_by, claimed_at, ended_at FROM worklist;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'worklist')
 WHERE name = 'worklist_now' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'worklist');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'worklist_now', seq FROM sqlite_sequence
 WHERE name = 'worklist' AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'worklist_now');
DROP TABLE worklist;
ALTER TABLE worklist_now RENAME TO worklist;
CREATE UNIQUE INDEX worklist_once ON worklist (feature, thing) WHERE ended_at IS NULL;
CREATE INDEX worklist_open ON worklist (neighbourhood_id, made_at) WHERE ended_at IS NULL;
CREATE INDEX worklist_claimed ON worklist (claimed_by) WHERE claimed_by IS NOT NULL AND ended_at IS NULL;

-- The team was told of every call when it was made. One that somebody took is done, as it was until now.
INSERT INTO worklist (neighbourhood_id, feature, thing, kind, made_at, told)
SELECT neighbourhood_id, 'help', id, 'call', made_at, 1 FROM help_calls WHERE claimed_by IS NULL ORDER BY id;
