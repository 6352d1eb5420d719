-- Help requests and what neighbours answered.

CREATE TABLE requests (
    id               INTEGER PRIMARY KEY,
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    asker_id         INTEGER NOT NULL REFERENCES people (id),
    category         TEXT NOT NULL,
    title            TEXT NOT NULL,
    details          TEXT,
    day_from         TEXT,                         -- first day, 'YYYY-MM-DD' in Amsterdam; none: no date
    day_to           TEXT,                         -- last day
    part             TEXT CHECK (part IN ('morning', 'afternoon', 'evening')),
    sight            TEXT NOT NULL CHECK (sight IN ('group')), -- who sees it
    state            TEXT NOT NULL CHECK (state IN ('open', 'promised', 'done', 'withdrawn', 'taken_over', 'lapsed')),
    wanted           INTEGER NOT NULL DEFAULT 1 CHECK (wanted BETWEEN 1 AND 20), -- helpers asked for
    handler_id       INTEGER REFERENCES people (id), -- the moderator who took it over
    reason           TEXT,                         -- why it was taken over
    contact          TEXT,                         -- how a helper can reach the asker, once they said
    unreached        INTEGER NOT NULL DEFAULT 0,   -- a private message to the asker did not arrive
    version          INTEGER NOT NULL DEFAULT 1,   -- counts changes, for choices about what was shown
    posted_at        INTEGER NOT NULL,
    ended_at         INTEGER,
    CHECK ((state = 'taken_over') = (handler_id IS NOT NULL))
) STRICT;
CREATE INDEX requests_asker ON requests (asker_id, state);
CREATE INDEX requests_open ON requests (neighbourhood_id, state, posted_at);

CREATE TABLE responses (
    id         INTEGER PRIMARY KEY,
    request_id INTEGER NOT NULL REFERENCES requests (id),
    helper_id  INTEGER NOT NULL REFERENCES people (id),
    state      TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'withdrawn', 'done')),
    contact    TEXT,                               -- how the asker can reach the helper, once they said
    offered_at INTEGER NOT NULL
) STRICT;
CREATE INDEX responses_request ON responses (request_id, state);
CREATE INDEX responses_helper ON responses (helper_id, state);
-- One living response of one neighbour to one request.
CREATE UNIQUE INDEX responses_once ON responses (request_id, helper_id) WHERE state IN ('offered', 'accepted');

-- What somebody wrote and has not placed yet: behind /vraag in a group, or held back for a question of safety. Sealed:
-- it may hold what they decide not to show. A preview in a group is kept a day, else 30 days.
CREATE TABLE drafts (
    id               INTEGER PRIMARY KEY,
    asker_id         INTEGER NOT NULL REFERENCES people (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    sealed_draft     BLOB NOT NULL,
    made_at          INTEGER NOT NULL
) STRICT;
