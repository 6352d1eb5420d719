-- The name that somebody chose for neighbours to see, instead of the one in Telegram; and the one that they see.
ALTER TABLE people ADD COLUMN chosen_name TEXT;
ALTER TABLE people ADD COLUMN shown_name TEXT GENERATED ALWAYS AS (coalesce(chosen_name, name)) VIRTUAL;
DROP INDEX people_name;
CREATE INDEX people_shown_name ON people (shown_name COLLATE NOCASE);
