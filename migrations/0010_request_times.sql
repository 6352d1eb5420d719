-- The time of the day at which help is needed, where the asker typed one.

ALTER TABLE requests ADD COLUMN time_from TEXT;                     -- 'HH:MM' on the first day; none: no time
ALTER TABLE requests ADD COLUMN time_to TEXT;                       -- when it is over, on the last day or in the night after it
ALTER TABLE requests ADD COLUMN days_said INTEGER NOT NULL DEFAULT 0; -- both days were said: on all of them, not just by the last
