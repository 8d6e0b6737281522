-- Documents that the office issued. The file is an attachment of the same dossier; `signatures` is JSON.
CREATE TABLE results (
    id TEXT PRIMARY KEY,
    dossier_code TEXT NOT NULL REFERENCES dossiers (code) ON DELETE CASCADE,
    file_id TEXT NOT NULL REFERENCES attachments (id),
    name TEXT NOT NULL,
    number TEXT,
    issued_on TEXT NOT NULL,
    signatures TEXT NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX results_by_dossier ON results (dossier_code);

-- How an office handed the result of a dossier over.
CREATE TABLE handovers (
    dossier_code TEXT PRIMARY KEY REFERENCES dossiers (code) ON DELETE CASCADE,
    channel TEXT NOT NULL,
    at INTEGER NOT NULL,
    note TEXT
) STRICT;

-- Messages between the citizen and the office. `office` is the name of the office that wrote it, `files` a JSON list.
CREATE TABLE dossier_messages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    dossier_code TEXT NOT NULL REFERENCES dossiers (code) ON DELETE CASCADE,
    office TEXT,
    text TEXT NOT NULL,
    files TEXT NOT NULL DEFAULT '[]',
    sent_at INTEGER NOT NULL,
    read_at INTEGER
) STRICT;
CREATE INDEX dossier_messages_by_dossier ON dossier_messages (dossier_code, number);

-- How the citizen rated the handling of a dossier.
CREATE TABLE ratings (
    dossier_code TEXT PRIMARY KEY REFERENCES dossiers (code) ON DELETE CASCADE,
    stars INTEGER NOT NULL,
    comment TEXT,
    rated_at INTEGER NOT NULL
) STRICT;

-- Requests about dossiers that the client may repeat. `outcome` is the id of what the first request created, if anything.
CREATE TABLE dossier_requests (
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    outcome TEXT,
    PRIMARY KEY (account_id, key)
) STRICT;
