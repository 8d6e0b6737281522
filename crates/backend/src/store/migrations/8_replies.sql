-- Replies about a dossier are filled in as drafts. `reply` is what the reply must contain, as JSON; the other columns make
-- sure that two devices of the citizen fill in the same draft.
ALTER TABLE drafts ADD COLUMN reply_to TEXT REFERENCES dossiers (code) ON DELETE CASCADE;
ALTER TABLE drafts ADD COLUMN reply_kind TEXT;
ALTER TABLE drafts ADD COLUMN reply_request TEXT;
ALTER TABLE drafts ADD COLUMN reply TEXT;
CREATE UNIQUE INDEX drafts_by_reply ON drafts (reply_to, reply_kind, coalesce(reply_request, ''))
    WHERE reply_to IS NOT NULL;

-- Replies that were sent. `sent_key` and `body_hash` make sending again harmless.
CREATE TABLE replies (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    dossier_code TEXT NOT NULL REFERENCES dossiers (code) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    request TEXT,
    sent_key TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    receipt TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    UNIQUE (account_id, sent_key)
) STRICT;
CREATE INDEX replies_by_dossier ON replies (dossier_code);

-- The files that a dossier has now, as JSON. NULL: those on its receipt, which never changes.
ALTER TABLE dossiers ADD COLUMN files TEXT;

-- What the office asks the citizen to correct or hand in later. `items` and `sent` are JSON: the answers and papers that it
-- asks for, and the reply with what it replaced. At most one request of a dossier is open.
CREATE TABLE supplement_requests (
    id TEXT PRIMARY KEY,
    dossier_code TEXT NOT NULL REFERENCES dossiers (code) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    items TEXT NOT NULL,
    until TEXT,
    asked_at INTEGER NOT NULL,
    closed_at INTEGER,
    sent TEXT
) STRICT;
CREATE UNIQUE INDEX supplement_requests_open ON supplement_requests (dossier_code) WHERE closed_at IS NULL;
CREATE INDEX supplement_requests_due ON supplement_requests (until) WHERE closed_at IS NULL;
CREATE INDEX supplement_requests_by_dossier ON supplement_requests (dossier_code, closed_at);

-- Requests of an earlier version are only a text. A group itself is asked for nothing, only its parts are.
INSERT INTO supplement_requests (id, dossier_code, kind, reason, items, asked_at)
    SELECT lower(hex(randomblob(16))), code, 'supplement', coalesce(note, ''), '[]', updated_at FROM dossiers
    WHERE status = 5 AND code NOT IN (SELECT whole FROM dossier_parts);
