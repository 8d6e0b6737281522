-- How a draft ended. `reason` is `sent`, `deleted` or `expired`; `dossier_code` is present only for `sent`.
CREATE TABLE ended_drafts (
    id TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    dossier_code TEXT,
    ended_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ended_drafts_by_age ON ended_drafts (ended_at);
