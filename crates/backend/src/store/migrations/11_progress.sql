-- Who took a step of a dossier: `citizen`, `officer`, `system` or `payment`. NULL for steps from before.
ALTER TABLE history ADD COLUMN made_by TEXT;

-- How a due date was computed. `time` is the processing time as JSON; NULL if it wasn't recorded.
CREATE TABLE dossier_terms (
    dossier_code TEXT PRIMARY KEY REFERENCES dossiers (code) ON DELETE CASCADE,
    counted_from INTEGER NOT NULL,
    first_due_on TEXT NOT NULL,
    time TEXT
) STRICT;
INSERT INTO dossier_terms (dossier_code, counted_from, first_due_on)
    SELECT code, unixepoch(json_extract(receipt, '$.sent_at')), json_extract(receipt, '$.due_on') FROM dossiers
    WHERE unixepoch(json_extract(receipt, '$.sent_at')) IS NOT NULL
        AND json_extract(receipt, '$.due_on') IS NOT NULL;

-- The times in which the processing time isn't counted. `until_day` is NULL while the pause lasts.
CREATE TABLE dossier_pauses (
    id INTEGER PRIMARY KEY,
    dossier_code TEXT NOT NULL REFERENCES dossiers (code) ON DELETE CASCADE,
    status INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT
) STRICT;
CREATE INDEX dossier_pauses_by_dossier ON dossier_pauses (dossier_code);
