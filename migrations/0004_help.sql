-- Who asked to speak to a human of the team, and who took that on.

-- One at a time for a person in a neighbourhood. Deleted 30 days after it was made; its id never comes back, because
-- buttons and cards of an old call may still be around.
CREATE TABLE help_calls (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    person_id        INTEGER NOT NULL REFERENCES people (id),
    contact          TEXT NOT NULL,                -- @username, number, or their own words
    made_at          INTEGER NOT NULL,
    claimed_by       INTEGER REFERENCES people (id),
    claimed_at       INTEGER
) STRICT;
CREATE UNIQUE INDEX help_calls_waiting ON help_calls (person_id, neighbourhood_id) WHERE claimed_by IS NULL;
