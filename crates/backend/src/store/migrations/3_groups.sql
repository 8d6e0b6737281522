-- Whom a filing is for, which papers its situation asks for, and what was chosen for the parts of a group; JSON.
ALTER TABLE drafts ADD COLUMN for_whom TEXT NOT NULL DEFAULT '"oneself"';
ALTER TABLE drafts ADD COLUMN papers TEXT NOT NULL DEFAULT '{}';
ALTER TABLE drafts ADD COLUMN parts TEXT NOT NULL DEFAULT '{}';
ALTER TABLE dossiers ADD COLUMN for_whom TEXT NOT NULL DEFAULT '"oneself"';

-- Apart from the receipt, which stays as it was given: a part that waits has no day until it begins.
ALTER TABLE dossiers ADD COLUMN due_on TEXT;
UPDATE dossiers SET due_on = json_extract(receipt, '$.due_on');

-- A dossier that is one part of a group's. `after` is a JSON list of the parts that it waits for.
CREATE TABLE dossier_parts (
    code TEXT PRIMARY KEY REFERENCES dossiers (code) ON DELETE CASCADE,
    whole TEXT NOT NULL REFERENCES dossiers (code) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    part TEXT NOT NULL,
    result TEXT NOT NULL,
    after TEXT NOT NULL,
    UNIQUE (whole, part)
) STRICT;

-- What may not be tried without end, by the hash of whom or what it is tried on. What was counted before is minutes
-- old and needn't be kept.
DROP TABLE wrong_passwords;
CREATE TABLE tries (
    whose BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX tries_by_whose ON tries (whose, at);
CREATE INDEX tries_by_age ON tries (at);

-- Questions asked before a feedback; a right answer uses one up.
CREATE TABLE feedback_challenges (
    id TEXT PRIMARY KEY,
    answer INTEGER NOT NULL,
    tries_left INTEGER NOT NULL,
    begun_at INTEGER NOT NULL
) STRICT;

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
