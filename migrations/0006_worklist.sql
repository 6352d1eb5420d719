-- What needs somebody of the team: each thing at most once, claimed by one person at a time.

CREATE TABLE worklist (
    id               INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons of an old entry may still be around
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    feature          TEXT NOT NULL,                -- whose thing
    thing            INTEGER NOT NULL,             -- and which
    kind             TEXT NOT NULL CHECK (kind IN ('unanswered', 'team', 'lapsed', 'taken_over', 'disagreement', 'silence',
                         'unpleasant', 'unaware', 'question', 'acquaintance')), -- why it is here
    made_at          INTEGER NOT NULL,
    told             INTEGER NOT NULL DEFAULT 0,   -- does the team know that it is here?
    claimed_by       INTEGER REFERENCES people (id),
    claimed_at       INTEGER,
    ended_at         INTEGER,
    CHECK ((claimed_by IS NULL) = (claimed_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX worklist_once ON worklist (feature, thing) WHERE ended_at IS NULL;
CREATE INDEX worklist_open ON worklist (neighbourhood_id, made_at) WHERE ended_at IS NULL;
CREATE INDEX worklist_claimed ON worklist (claimed_by) WHERE claimed_by IS NOT NULL AND ended_at IS NULL;
