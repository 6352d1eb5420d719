-- Who may help whom: who said that they want to, whom the team has met, who is 16 or older, and who wants no contact.

CREATE TABLE helpers (
    person_id        INTEGER NOT NULL REFERENCES people (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    willing_at       INTEGER,                      -- said that Stoep may ask them
    unwilling_at     INTEGER,                      -- said that Stoep may not ask them any more; at most one of the two
    met_on           TEXT,                         -- 'kennisgemaakt op', 'YYYY-MM-DD': the team has met them
    met_by           INTEGER REFERENCES people (id),
    vog_on           TEXT,                         -- day of the VOG that the team saw; no copy is kept
    PRIMARY KEY (person_id, neighbourhood_id),
    CHECK (willing_at IS NULL OR unwilling_at IS NULL)
) STRICT, WITHOUT ROWID;

-- Asked once, at the first request or response.
CREATE TABLE ages (
    person_id INTEGER PRIMARY KEY REFERENCES people (id),
    adult     INTEGER NOT NULL,                    -- 16 or older?
    said_at   INTEGER NOT NULL
) STRICT;

-- What somebody wanted when they were asked: it goes on once they said yes.
CREATE TABLE age_wishes (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    wish      TEXT NOT NULL,                       -- data of the button that does it
    UNIQUE (person_id, wish)
) STRICT;

-- Who wants to get to know the team, to help with what is sensitive too. Deleted once they met, or want it no more.
CREATE TABLE acquaintances (
    id               INTEGER PRIMARY KEY AUTOINCREMENT, -- the worklist names it
    person_id        INTEGER NOT NULL REFERENCES people (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    contact          TEXT NOT NULL,                -- how the team can reach them: their own words
    asked_at         INTEGER NOT NULL,
    UNIQUE (person_id, neighbourhood_id)
) STRICT;

-- 'Geen contact meer': the other is never told.
CREATE TABLE apart (
    person_id INTEGER NOT NULL REFERENCES people (id), -- who wants it
    other_id  INTEGER NOT NULL REFERENCES people (id),
    at        INTEGER NOT NULL,
    PRIMARY KEY (person_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX apart_other ON apart (other_id);
