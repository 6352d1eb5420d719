-- A neighbourhood's settings in a table of their own, so that a feature with a new one changes no table.

-- What is not set has no row. A switch that is on has the value 'on'.
CREATE TABLE settings (
    neighbourhood_id INTEGER NOT NULL REFERENCES neighbourhoods (id),
    key              TEXT NOT NULL,
    value            TEXT NOT NULL,
    PRIMARY KEY (neighbourhood_id, key)
) STRICT, WITHOUT ROWID;

INSERT INTO settings
    SELECT id, 'ann', 'on' FROM neighbourhoods WHERE residents_announce <> 0
    UNION ALL SELECT id, 'names', 'on' FROM neighbourhoods WHERE show_comers <> 0
    UNION ALL SELECT id, 'week', 'on' FROM neighbourhoods WHERE digest <> 0
    UNION ALL SELECT id, 'hours', team_hours FROM neighbourhoods WHERE team_hours IS NOT NULL
    UNION ALL SELECT id, 'place', team_place FROM neighbourhoods WHERE team_place IS NOT NULL;

ALTER TABLE neighbourhoods DROP COLUMN residents_announce;
ALTER TABLE neighbourhoods DROP COLUMN show_comers;
ALTER TABLE neighbourhoods DROP COLUMN digest;
ALTER TABLE neighbourhoods DROP COLUMN team_hours;
ALTER TABLE neighbourhoods DROP COLUMN team_place;
