-- A help request to its end: who sees it, for whom it is, its rounds, what both sides said afterwards, dates that repeat.

-- SQLite can't widen a CHECK: both tables are made anew and take over every row.
CREATE TABLE requests_now (
    id               INTEGER PRIMARY KEY,
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    asker_id         INTEGER NOT NULL REFERENCES people (id),
    category         TEXT NOT NULL,
    title            TEXT NOT NULL,
    details          TEXT,
    day_from         TEXT,                         -- first day, 'YYYY-MM-DD' in Amsterdam; none: no date
    day_to           TEXT,                         -- last day
    part             TEXT CHECK (part IN ('morning', 'afternoon', 'evening')),
    -- Who sees it: the group; a few neighbours, asked in private; those whom the team has met; the team alone.
    sight            TEXT NOT NULL CHECK (sight IN ('group', 'quiet', 'met', 'team')),
    named            INTEGER NOT NULL DEFAULT 1,   -- with the asker's name?
    -- For whom: the asker, somebody else who knows of it, or somebody without Telegram who called the team.
    subject          TEXT NOT NULL DEFAULT 'self' CHECK (subject IN ('self', 'other', 'caller')),
    sealed_caller    BLOB,                         -- name and number of who called; for the helper alone
    state            TEXT NOT NULL CHECK (state IN ('open', 'promised', 'done', 'withdrawn', 'taken_over', 'lapsed')),
    wanted           INTEGER NOT NULL DEFAULT 1 CHECK (wanted BETWEEN 1 AND 20), -- helpers asked for
    series_id        INTEGER REFERENCES requests_now (id), -- first date of the series; its own id for that one
    same_helper      INTEGER NOT NULL DEFAULT 0,   -- one helper for all dates of the series
    handler_id       INTEGER REFERENCES people (id), -- the moderator who took it over
    reason           TEXT CHECK (reason IN ('nobody', 'professional', 'unsafe', 'other')), -- why it was taken over
    contact          TEXT,                         -- how a helper can reach the asker, once they said
    unreached        INTEGER NOT NULL DEFAULT 0,   -- a private message to the asker did not arrive
    version          INTEGER NOT NULL DEFAULT 1,   -- counts changes, for choices about what was shown
    round            INTEGER NOT NULL DEFAULT 1,   -- how wide the search is by now
    posted_at        INTEGER NOT NULL,
    since            INTEGER NOT NULL,             -- when this search began: posted, renewed, or opened again
    asked_at         INTEGER,                      -- when its asker was asked whether it is still needed
    after_at         INTEGER,                      -- when both sides were asked how it went
    verdict          TEXT CHECK (verdict IN ('good', 'not', 'bad')), -- what the asker said afterwards
    ended_at         INTEGER,
    CHECK ((state = 'taken_over') = (handler_id IS NOT NULL))
) STRICT;
INSERT INTO requests_now (id, neighbourhood_id, asker_id, category, title, details, day_from, day_to, part, sight, state,
    wanted, handler_id, contact, unreached, version, posted_at, since, ended_at)
SELECT id, neighbourhood_id, asker_id, category, title, details, day_from, day_to, part, sight, state,
    wanted, handler_id, contact, unreached, version, posted_at, posted_at, ended_at FROM requests;

CREATE TABLE responses_now (
    id         INTEGER PRIMARY KEY,
    request_id INTEGER NOT NULL REFERENCES requests_now (id),
    helper_id  INTEGER NOT NULL REFERENCES people (id),
    state      TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'withdrawn', 'done')),
    contact    TEXT,                               -- how the asker can reach the helper, once they said
    offered_at INTEGER NOT NULL,
    chosen     INTEGER NOT NULL DEFAULT 0,         -- the asker said yes to it once: the helper knows who asks
    verdict    TEXT CHECK (verdict IN ('good', 'not', 'bad')) -- what the helper said afterwards
) STRICT;
INSERT INTO responses_now (id, request_id, helper_id, state, contact, offered_at, chosen)
SELECT id, request_id, helper_id, state, contact, offered_at, state IN ('accepted', 'done') FROM responses;

-- A search that began before searches had a course: looked at as soon as the program runs.
INSERT INTO jobs (feature, kind, thing, at) SELECT 'req', 'course', id, 0 FROM requests WHERE state = 'open';

DROP TABLE responses;
DROP TABLE requests;
ALTER TABLE requests_now RENAME TO requests;
ALTER TABLE responses_now RENAME TO responses;

CREATE INDEX requests_asker ON requests (asker_id, state);
CREATE INDEX requests_open ON requests (neighbourhood_id, state, posted_at);
CREATE INDEX requests_series ON requests (series_id) WHERE series_id IS NOT NULL;
CREATE INDEX requests_handler ON requests (handler_id) WHERE handler_id IS NOT NULL;
CREATE INDEX responses_request ON responses (request_id, state);
CREATE INDEX responses_helper ON responses (helper_id, state);
-- One living response of one neighbour to one request.
CREATE UNIQUE INDEX responses_once ON responses (request_id, helper_id) WHERE state IN ('offered', 'accepted');

-- Who was asked for a request in private, so that nobody is asked twice.
CREATE TABLE approached (
    request_id INTEGER NOT NULL REFERENCES requests (id),
    person_id  INTEGER NOT NULL REFERENCES people (id),
    at         INTEGER NOT NULL,
    PRIMARY KEY (request_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX approached_person ON approached (person_id, at);

-- A photo or voice message that belongs to a request: Telegram's name of it, sealed. Passed on as it is.
CREATE TABLE request_media (
    request_id   INTEGER NOT NULL REFERENCES requests (id),
    kind         TEXT NOT NULL CHECK (kind IN ('photo', 'title', 'details')),
    sealed_media BLOB NOT NULL,
    PRIMARY KEY (request_id, kind)
) STRICT, WITHOUT ROWID;

-- The last day, in Amsterdam, on which somebody got a message that they did not ask for: at most one a day.
CREATE TABLE unasked (
    person_id INTEGER PRIMARY KEY REFERENCES people (id),
    day       TEXT NOT NULL
) STRICT;
