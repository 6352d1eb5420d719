-- What of a conversation with the team was shown to somebody of the team: up to which message. Whoever takes it over reads what comes
-- after that; to read what came before is an opening, which the resident is told of.
ALTER TABLE relays ADD COLUMN read_to INTEGER NOT NULL DEFAULT 0;
UPDATE relays SET read_to = coalesce((SELECT max(m.id) FROM relay_messages m WHERE m.relay_id = relays.id), 0)
 WHERE EXISTS (SELECT 1 FROM relay_members r WHERE r.relay_id = relays.id);
