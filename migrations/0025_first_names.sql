-- Neighbours are called by their first name; where two in one neighbourhood have the same, with the first letter of the last name.
-- `name` holds the first name from the next time that somebody is seen.
ALTER TABLE people ADD COLUMN initial TEXT;
CREATE INDEX people_name ON people (name COLLATE NOCASE);
