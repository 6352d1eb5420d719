-- Numbers that buttons, links and cards carry are never given twice. Without AUTOINCREMENT a number comes back once the last row is
-- gone; with it, the number that the next one gets can also be set higher, where an older backup was put back and cards of what it
-- does not know are still out there. A test holds that every number in a button's data is of such a table.

-- SQLite can't add AUTOINCREMENT: these tables are made anew, in the same words, and take over every row. Foreign keys are off while
-- migrations run, so that other tables go on pointing at them.

CREATE TABLE neighbourhoods_now (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    name               TEXT NOT NULL,
    team               TEXT NOT NULL,              -- what the professionals are called here
    language           TEXT NOT NULL,              -- of cards in the groups
    join_code          TEXT NOT NULL UNIQUE,       -- secret part of the join link
    created_at         INTEGER NOT NULL
) STRICT;
INSERT INTO neighbourhoods_now (id, name, team, language, join_code, created_at)
SELECT id, name, team, language, join_code, created_at FROM neighbourhoods;
DROP TABLE neighbourhoods;
ALTER TABLE neighbourhoods_now RENAME TO neighbourhoods;

CREATE TABLE chats_now (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    tg_id            INTEGER NOT NULL UNIQUE,
    kind             TEXT NOT NULL CHECK (kind IN ('private', 'group', 'supergroup', 'channel')),
    title            TEXT NOT NULL DEFAULT '',
    neighbourhood_id INTEGER REFERENCES neighbourhoods (id),
    topic            INTEGER,                      -- forum topic for cards
    reach            TEXT NOT NULL CHECK (reach IN ('never', 'open', 'closed')),
    may_delete       INTEGER NOT NULL DEFAULT 0    -- may the bot delete messages of others here?
) STRICT;
INSERT INTO chats_now (id, tg_id, kind, title, neighbourhood_id, topic, reach, may_delete)
SELECT id, tg_id, kind, title, neighbourhood_id, topic, reach, may_delete FROM chats;
DROP TABLE chats;
ALTER TABLE chats_now RENAME TO chats;
CREATE INDEX chats_neighbourhood ON chats (neighbourhood_id) WHERE neighbourhood_id IS NOT NULL;

CREATE TABLE people_now (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id         INTEGER NOT NULL UNIQUE,
    chat_id         INTEGER NOT NULL UNIQUE REFERENCES chats (id),
    name            TEXT NOT NULL,
    username        TEXT,
    client_language TEXT,                          -- what their client says
    language        TEXT,                          -- what they chose
    current_id      INTEGER REFERENCES neighbourhoods (id),
    puzzled         INTEGER NOT NULL DEFAULT 0,    -- messages in a row that Stoep did not understand
    quiet           INTEGER NOT NULL DEFAULT 0     -- wants no messages that they did not ask for
) STRICT;
INSERT INTO people_now (id, user_id, chat_id, name, username, client_language, language, current_id, puzzled, quiet)
SELECT id, user_id, chat_id, name, username, client_language, language, current_id, puzzled, quiet FROM people;
DROP TABLE people;
ALTER TABLE people_now RENAME TO people;

CREATE TABLE requests_now (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
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
    series_id        INTEGER REFERENCES requests (id), -- first date of the series; its own id for that one
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
    time_from        TEXT,                         -- 'HH:MM' on the first day; none: no time
    time_to          TEXT,                         -- when it is over, on the last day or in the night after it
    days_said        INTEGER NOT NULL DEFAULT 0,   -- both days were said: on all of them, not just by the last
    CHECK ((state = 'taken_over') = (handler_id IS NOT NULL))
) STRICT;
INSERT INTO requests_now (id, neighbourhood_id, asker_id, category, title, details, day_from, day_to, part, sight, named,
    subject, sealed_caller, state, wanted, series_id, same_helper, handler_id, reason, contact, unreached, version, round,
    posted_at, since, asked_at, after_at, verdict, ended_at, time_from, time_to, days_said)
SELECT id, neighbourhood_id, asker_id, category, title, details, day_from, day_to, part, sight, named, subject, sealed_caller,
    state, wanted, series_id, same_helper, handler_id, reason, contact, unreached, version, round, posted_at, since, asked_at,
    after_at, verdict, ended_at, time_from, time_to, days_said FROM requests;
DROP TABLE requests;
ALTER TABLE requests_now RENAME TO requests;
CREATE INDEX requests_asker ON requests (asker_id, state);
CREATE INDEX requests_open ON requests (neighbourhood_id, state, posted_at);
CREATE INDEX requests_series ON requests (series_id) WHERE series_id IS NOT NULL;
CREATE INDEX requests_handler ON requests (handler_id) WHERE handler_id IS NOT NULL;

CREATE TABLE responses_now (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id INTEGER NOT NULL REFERENCES requests (id),
    helper_id  INTEGER NOT NULL REFERENCES people (id),
    state      TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'withdrawn', 'done')),
    contact    TEXT,                               -- how the asker can reach the helper, once they said
    offered_at INTEGER NOT NULL,
    chosen     INTEGER NOT NULL DEFAULT 0,         -- the asker said yes to it once: the helper knows who asks
    verdict    TEXT CHECK (verdict IN ('good', 'not', 'bad')) -- what the helper said afterwards
) STRICT;
INSERT INTO responses_now (id, request_id, helper_id, state, contact, offered_at, chosen, verdict)
SELECT id, request_id, helper_id, state, contact, offered_at, chosen, verdict FROM responses;
DROP TABLE responses;
ALTER TABLE responses_now RENAME TO responses;
CREATE INDEX responses_request ON responses (request_id, state);
CREATE INDEX responses_helper ON responses (helper_id, state);
CREATE UNIQUE INDEX responses_once ON responses (request_id, helper_id) WHERE state IN ('offered', 'accepted');

CREATE TABLE drafts_now (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    asker_id         INTEGER NOT NULL REFERENCES people (id),
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    sealed_draft     BLOB NOT NULL,
    made_at          INTEGER NOT NULL
) STRICT;
INSERT INTO drafts_now (id, asker_id, neighbourhood_id, sealed_draft, made_at)
SELECT id, asker_id, neighbourhood_id, sealed_draft, made_at FROM drafts;
DROP TABLE drafts;
ALTER TABLE drafts_now RENAME TO drafts;

CREATE TABLE places_now (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    name             TEXT NOT NULL,
    address          TEXT,
    wheelchair       INTEGER NOT NULL DEFAULT 0,   -- can one come in with a wheelchair?
    gone_at          INTEGER
) STRICT;
INSERT INTO places_now (id, neighbourhood_id, name, address, wheelchair, gone_at)
SELECT id, neighbourhood_id, name, address, wheelchair, gone_at FROM places;
DROP TABLE places;
ALTER TABLE places_now RENAME TO places;
CREATE UNIQUE INDEX places_once ON places (neighbourhood_id, name COLLATE NOCASE) WHERE gone_at IS NULL;

CREATE TABLE activity_series_now (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    organiser_id     INTEGER NOT NULL REFERENCES people (id),
    what             TEXT NOT NULL,                -- what a new date is made of, as JSON: title, kind, place and so on
    timing           TEXT NOT NULL,                -- when, as JSON: first day, times on Amsterdam's wall clock, rule of RFC 5545, days left out
    made_until       TEXT,                         -- last day up to which dates were made, 'YYYY-MM-DD'
    silent           INTEGER NOT NULL DEFAULT 0,   -- dates in a row that the organiser said nothing about
    ended_at         INTEGER,
    ghost_id         INTEGER REFERENCES activities (id) -- the date with which it stands on the worklist; none: it goes on
) STRICT;
INSERT INTO activity_series_now (id, neighbourhood_id, organiser_id, what, timing, made_until, silent, ended_at, ghost_id)
SELECT id, neighbourhood_id, organiser_id, what, timing, made_until, silent, ended_at, ghost_id FROM activity_series;
DROP TABLE activity_series;
ALTER TABLE activity_series_now RENAME TO activity_series;
CREATE INDEX activity_series_organiser ON activity_series (organiser_id) WHERE ended_at IS NULL;

CREATE TABLE activities_now (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
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
INSERT INTO activities_now (id, neighbourhood_id, organiser_id, kind, title, details, starts_at, ends_at, place_id, place,
    capacity, cost, wheelchair, quiet, children, languages, walk_in, series_id, series_day, confirmed, carded, state, reason,
    sequence, version, came, made_at, changed_at)
SELECT id, neighbourhood_id, organiser_id, kind, title, details, starts_at, ends_at, place_id, place, capacity, cost,
    wheelchair, quiet, children, languages, walk_in, series_id, series_day, confirmed, carded, state, reason, sequence,
    version, came, made_at, changed_at FROM activities;
DROP TABLE activities;
ALTER TABLE activities_now RENAME TO activities;
CREATE INDEX activities_agenda ON activities (neighbourhood_id, starts_at);
CREATE INDEX activities_organiser ON activities (organiser_id, starts_at);
CREATE INDEX activities_place ON activities (place_id, starts_at) WHERE place_id IS NOT NULL;

-- A question to the team that nobody answers ends too, 30 days after its last word. Those that wait already end then as well.
INSERT INTO jobs (feature, kind, thing, at) SELECT 'rel', 'quiet', id, said_at + 30 * 86400 FROM relays WHERE state = 'asked'
 ON CONFLICT (feature, kind, thing) DO NOTHING;
