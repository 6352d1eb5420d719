-- What is asked about the dates of an activity that comes back.

-- The date with which a series stands on the worklist, because its organiser says nothing any more. None: it goes on. As long as
-- it stands there no further dates are made, and nobody is asked.
ALTER TABLE activity_series ADD COLUMN ghost_id INTEGER REFERENCES activities (id);

-- A date of which is not known yet whether it goes on. One row a date, from when its organiser was asked.
CREATE TABLE series_questions (
    activity_id INTEGER PRIMARY KEY REFERENCES activities (id),
    asked_at    INTEGER NOT NULL,                  -- when its organiser was asked
    again_at    INTEGER,                           -- when once more
    doubted_at  INTEGER                            -- when who signed up was told that it is not certain
) STRICT;
