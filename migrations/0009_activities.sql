-- Activities where people meet: what, when, where, who comes, who waits for a place.

ALTER TABLE neighbourhoods ADD COLUMN show_comers INTEGER NOT NULL DEFAULT 0; -- do cards name who comes?
ALTER TABLE neighbourhoods ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;      -- one message with the week, on Monday morning?

-- The neighbourhood's own list: where people meet here. A place that is taken off the list stays for what was there.
CREATE TABLE places (
    id               INTEGER PRIMARY KEY,
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    name             TEXT NOT NULL,
    address          TEXT,
    wheelchair       INTEGER NOT NULL DEFAULT 0,   -- can one come in with a wheelchair?
    gone_at          INTEGER
) STRICT;
CREATE UNIQUE INDEX places_once ON places (neighbourhood_id, name COLLATE NOCASE) WHERE gone_at IS NULL;

-- An activity that comes back. Its dates are activities of their own, made some weeks ahead.
CREATE TABLE activity_series (
    id               INTEGER PRIMARY KEY,
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    organiser_id     INTEGER NOT NULL REFERENCES people (id),
    what             TEXT NOT NULL,                -- what a new date is made of, as JSON: title, kind, place and so on
    timing           TEXT NOT NULL,                -- when, as JSON: first day, times on Amsterdam's wall clock, rule of RFC 5545, days left out
    made_until       TEXT,                         -- last day up to which dates were made, 'YYYY-MM-DD'
    silent           INTEGER NOT NULL DEFAULT 0,   -- dates in a row that the organiser said nothing about
    ended_at         INTEGER
) STRICT;
CREATE INDEX activity_series_organiser ON activity_series (organiser_id) WHERE ended_at IS NULL;

CREATE TABLE activities (
    id               INTEGER PRIMARY KEY,
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    organiser_id     INTEGER NOT NULL REFERENCES people (id),
    kind             TEXT NOT NULL,
    title            TEXT NOT NULL,
    details          TEXT,
    starts_at        INTEGER NOT NULL,
    ends_at          INTEGER,                      -- none: not said
    place_id         INTEGER REFERENCES places (id), -- on the neighbourhood's list; none: in own words
    place            TEXT NOT NULL,                -- as people read it
    capacity         INTEGER CHECK (capacity BETWEEN 1 AND 999), -- none: as many as come
    cost             TEXT,                         -- none: free
    wheelchair       INTEGER NOT NULL DEFAULT 0,
    quiet            INTEGER NOT NULL DEFAULT 0,
    children         INTEGER NOT NULL DEFAULT 0,   -- may they come along?
    languages        TEXT,                         -- other languages that are spoken
    walk_in          INTEGER NOT NULL DEFAULT 0,   -- no registration needed
    series_id        INTEGER REFERENCES activity_series (id),
    series_day       TEXT,                         -- the day that the series' rule gave, whatever it was changed to
    confirmed        INTEGER NOT NULL DEFAULT 1,   -- did the organiser say that it goes on?
    carded           INTEGER NOT NULL DEFAULT 1,   -- does it have a card in the groups?
    state            TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'cancelled', 'held')),
    reason           TEXT,                         -- why it was cancelled
    sequence         INTEGER NOT NULL DEFAULT 0,   -- of RFC 5545: changes of time, place or state
    version          INTEGER NOT NULL DEFAULT 1,   -- counts all changes, for choices about what was shown
    came             INTEGER CHECK (came BETWEEN 0 AND 9999), -- how many came, not who
    made_at          INTEGER NOT NULL,
    changed_at       INTEGER NOT NULL,
    CHECK ((series_id IS NULL) = (series_day IS NULL)),
    UNIQUE (series_id, series_day)
) STRICT;
CREATE INDEX activities_agenda ON activities (neighbourhood_id, starts_at);
CREATE INDEX activities_organiser ON activities (organiser_id, starts_at);
CREATE INDEX activities_place ON activities (place_id, starts_at) WHERE place_id IS NOT NULL;

-- Telegram's name of a photo of an activity.
CREATE TABLE activity_photos (
    activity_id  INTEGER PRIMARY KEY REFERENCES activities (id),
    sealed_photo BLOB NOT NULL
) STRICT;

-- Who comes, who waits, who said that they can't. One row a person.
CREATE TABLE rsvps (
    id          INTEGER PRIMARY KEY,
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    person_id   INTEGER NOT NULL REFERENCES people (id),
    state       TEXT NOT NULL CHECK (state IN ('going', 'waiting', 'not_going')),
    guests      INTEGER NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 5), -- whom they bring
    place_in_row INTEGER NOT NULL DEFAULT 0,       -- of who waits: lower is earlier
    given_at    INTEGER,                           -- when a place that came free became theirs, until they say that they come
    reminded_at INTEGER,                           -- when they were asked whether they want that place
    said_at     INTEGER NOT NULL,
    UNIQUE (activity_id, person_id)
) STRICT;
CREATE INDEX rsvps_person ON rsvps (person_id, state);

-- An activity that was typed and is not announced yet. Sealed: it may hold what they decide not to show.
CREATE TABLE activity_drafts (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id        INTEGER NOT NULL REFERENCES people (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    sealed_draft     BLOB NOT NULL,
    made_at          INTEGER NOT NULL
) STRICT;

-- The worklist knows two reasons more. SQLite can't widen a CHECK: the table is made anew and takes over every row, and the
-- number that the next one gets.
CREATE TABLE worklist_now (
    id               INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons of an old entry may still be around
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    feature          TEXT NOT NULL,                -- whose thing
    thing            INTEGER NOT NULL,             -- and which
    kind             TEXT NOT NULL CHECK (kind IN ('unanswered', 'team', 'lapsed', 'taken_over', 'disagreement', 'silence',
                         'unpleasant', 'unaware', 'question', 'acquaintance', 'ghost', 'orphan')), -- why it is here
    made_at          INTEGER NOT NULL,
    told             INTEGER NOT NULL DEFAULT 0,   -- does the team know that it is here?
    claimed_by       INTEGER REFERENCES people (id),
    claimed_at       INTEGER,
    ended_at         INTEGER,
    CHECK ((claimed_by IS NULL) = (claimed_at IS NULL))
) STRICT;
INSERT INTO worklist_now SELECT * FROM worklist;
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
