-- What an organiser does with an activity: changes that wait for a yes, activities that are offered to somebody else, and how
-- often everybody was written to.

-- What somebody is about to change, or that it does not go on, with the reason: shown before it is done. Sealed: it may hold
-- what they decide not to show. One a person and activity; it goes when it is done, dropped, or the activity is over.
CREATE TABLE activity_changes (
    id            INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons of an old one may still be around
    activity_id   INTEGER NOT NULL REFERENCES activities (id),
    person_id     INTEGER NOT NULL REFERENCES people (id),
    version       INTEGER NOT NULL,                  -- of the activity as it was when this was said
    sealed_change BLOB NOT NULL,
    UNIQUE (activity_id, person_id)
) STRICT;

-- Somebody was asked to organise an activity from now on. They have not answered yet.
CREATE TABLE activity_offers (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons of an old one may still be around
    activity_id INTEGER NOT NULL UNIQUE REFERENCES activities (id),
    from_id     INTEGER NOT NULL REFERENCES people (id), -- who offered it
    to_id       INTEGER NOT NULL REFERENCES people (id),
    whole       INTEGER NOT NULL DEFAULT 0         -- all dates of its series that are to come?
) STRICT;

-- How often who comes to an activity was written to on a day.
CREATE TABLE activity_notices (
    activity_id INTEGER NOT NULL REFERENCES activities (id),
    day         TEXT NOT NULL,                     -- 'YYYY-MM-DD'
    times       INTEGER NOT NULL,
    PRIMARY KEY (activity_id, day)
) STRICT, WITHOUT ROWID;
