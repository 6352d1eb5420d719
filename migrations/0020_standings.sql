-- How somebody stands in a neighbourhood, where it is not simply in: they left, were put out, may not help, or may not write for a
-- while. Looked at wherever rights are; nothing is deleted from `members`, so who may come back finds their place again.
CREATE TABLE standings (
    person_id        INTEGER NOT NULL REFERENCES people (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    standing         TEXT NOT NULL CHECK (standing IN ('left', 'out', 'no_help', 'muted')),
    reason           TEXT,                         -- as the person read it; none for who left
    by_id            INTEGER NOT NULL REFERENCES people (id),
    since            INTEGER NOT NULL,
    until            INTEGER,                      -- none: until somebody changes it
    PRIMARY KEY (person_id, neighbourhood_id, standing)
) STRICT, WITHOUT ROWID;
CREATE INDEX standings_neighbourhood ON standings (neighbourhood_id);

-- What the team did about somebody's standing: who, whom, what, when, why. Kept for two years.
CREATE TABLE standing_acts (
    id               INTEGER PRIMARY KEY,
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    person_id        INTEGER NOT NULL REFERENCES people (id),
    by_id            INTEGER NOT NULL REFERENCES people (id),
    act              TEXT NOT NULL,
    reason           TEXT,
    until            INTEGER,
    at               INTEGER NOT NULL
) STRICT;
CREATE INDEX standing_acts_at ON standing_acts (at);

-- A moderator wants somebody out for good: it waits for a second one.
CREATE TABLE put_out_proposals (
    person_id        INTEGER NOT NULL REFERENCES people (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    by_id            INTEGER NOT NULL REFERENCES people (id),
    reason           TEXT NOT NULL,
    at               INTEGER NOT NULL,
    PRIMARY KEY (person_id, neighbourhood_id)
) STRICT, WITHOUT ROWID;

-- Somebody was invited to the team: it waits until a moderator knows them.
CREATE TABLE moderator_proposals (
    person_id        INTEGER NOT NULL REFERENCES people (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    by_id            INTEGER NOT NULL REFERENCES people (id),
    at               INTEGER NOT NULL,
    PRIMARY KEY (person_id, neighbourhood_id)
) STRICT, WITHOUT ROWID;

-- Which neighbourhood a group was part of when the bot was removed from it: whose administrators hear where it goes.
CREATE TABLE former_groups (
    chat_id          INTEGER PRIMARY KEY REFERENCES chats (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id)
) STRICT;

-- An operator's code is for one neighbourhood: `neighbourhood_id` says which was begun with it. Codes used so far are spent on the
-- first neighbourhood that their user administers.
UPDATE invitations SET neighbourhood_id =
    (SELECT min(r.neighbourhood_id) FROM roles r WHERE r.person_id = invitations.used_by AND r.role = 'administrator')
 WHERE kind = 'operator' AND used_by IS NOT NULL;
