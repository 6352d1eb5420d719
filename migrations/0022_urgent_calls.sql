-- Somebody in distress asks to speak to the team: it stands on top, without their words. They may want one person of it alone to know.
ALTER TABLE help_calls ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE help_calls ADD COLUMN only_for INTEGER REFERENCES people (id);
