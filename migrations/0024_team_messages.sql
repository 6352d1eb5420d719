-- Messages in private chats that show what is the team's. Who is no longer of the team loses them from the screen.
CREATE TABLE team_messages (
    chat_id          INTEGER NOT NULL REFERENCES chats (id),
    message_id       INTEGER NOT NULL,
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    media            INTEGER NOT NULL,             -- a voice message: it can be deleted, and only for two days
    at               INTEGER NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX team_messages_at ON team_messages (at);

-- What waits to be sent and shows what is the team's; once it is sent, it has a row above.
ALTER TABLE outbox ADD COLUMN team_of INTEGER;
ALTER TABLE outbox ADD COLUMN team_media INTEGER;
