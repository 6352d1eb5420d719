-- [Ik kom liever niet alleen]: who looks for somebody to go with, and who was asked. Names pass only once both said yes.

CREATE TABLE company (
    id                INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons of an old one may still be around
    activity_id       INTEGER NOT NULL REFERENCES activities (id),
    seeker_id         INTEGER NOT NULL REFERENCES people (id),
    state             TEXT NOT NULL CHECK (state IN ('looking', 'met', 'ended')),
    companion_id      INTEGER REFERENCES people (id), -- once both said yes
    seeker_contact    TEXT,                         -- how the companion can reach the seeker, once they said
    companion_contact TEXT,
    none_told         INTEGER NOT NULL DEFAULT 0,   -- was the seeker told that nobody was found?
    began_at          INTEGER NOT NULL
) STRICT;
-- One search of one person for one activity at a time, and one companion.
CREATE UNIQUE INDEX company_once ON company (activity_id, seeker_id) WHERE state IN ('looking', 'met');
CREATE UNIQUE INDEX company_companion ON company (activity_id, companion_id) WHERE state = 'met';

CREATE TABLE company_asks (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    company_id INTEGER NOT NULL REFERENCES company (id),
    person_id  INTEGER NOT NULL REFERENCES people (id),
    state      TEXT NOT NULL CHECK (state IN ('asked', 'willing', 'declined', 'offered', 'chosen', 'over')),
    asked_at   INTEGER NOT NULL,
    UNIQUE (company_id, person_id)
) STRICT;
CREATE INDEX company_asks_person ON company_asks (person_id, state);
