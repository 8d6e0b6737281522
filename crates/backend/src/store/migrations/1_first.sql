-- Moments are seconds since 1970 in UTC. Whoever may not be guessed has a random text id.

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    citizen_id TEXT NOT NULL UNIQUE,
    phone TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- Only the token's sha-256 is kept, so a stolen database opens no session.
CREATE TABLE sessions (
    token_hash BLOB PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    begun_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL
) STRICT;

-- A registration keeps what was declared until its password is set; a sign-in names its account.
CREATE TABLE challenges (
    id TEXT PRIMARY KEY,
    phone TEXT NOT NULL,
    account_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
    name TEXT,
    citizen_id TEXT,
    tries_left INTEGER NOT NULL,
    begun_at INTEGER NOT NULL,
    answered_at INTEGER
) STRICT;

-- Every code sent, also those of challenges gone by: they are counted against the phone.
CREATE TABLE codes (
    id INTEGER PRIMARY KEY,
    challenge_id TEXT NOT NULL,
    phone TEXT NOT NULL,
    reference TEXT NOT NULL,
    code_hash BLOB,
    sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX codes_by_phone ON codes (phone, sent_at);
CREATE INDEX codes_by_challenge ON codes (challenge_id);

-- Wrong passwords, by the hash of what was typed: an account that doesn't exist is counted alike.
CREATE TABLE wrong_passwords (
    identifier_hash BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX wrong_passwords_by_identifier ON wrong_passwords (identifier_hash, at);

-- What the demonstration's gateway "sent"; empty elsewhere.
CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    phone TEXT NOT NULL,
    text TEXT NOT NULL,
    sent_at INTEGER NOT NULL
) STRICT;

-- What a citizen has begun. Its uploads go with it.
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    procedure TEXT NOT NULL,
    form TEXT NOT NULL,
    form_version INTEGER NOT NULL,
    province TEXT,
    commune TEXT,
    answers TEXT NOT NULL,
    delivery TEXT,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX drafts_by_account ON drafts (account_id);
CREATE INDEX drafts_by_age ON drafts (updated_at);

-- What was sent. `sent_key` and `body_hash` make sending again harmless.
CREATE TABLE dossiers (
    code TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    sent_key TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    receipt TEXT NOT NULL,
    answers TEXT NOT NULL,
    form TEXT NOT NULL,
    status INTEGER NOT NULL,
    open_fee INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    office TEXT NOT NULL,
    handler TEXT,
    note TEXT,
    updated_at INTEGER NOT NULL,
    UNIQUE (account_id, sent_key)
) STRICT;
CREATE INDEX dossiers_by_change ON dossiers (updated_at);

-- The running number of an agency's dossiers on one day.
CREATE TABLE dossier_numbers (
    agency_code TEXT NOT NULL,
    day TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (agency_code, day)
) STRICT;

CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    dossier_code TEXT NOT NULL REFERENCES dossiers (code) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    status INTEGER NOT NULL,
    action TEXT NOT NULL,
    office TEXT NOT NULL,
    handler TEXT,
    note TEXT,
    deadline TEXT,
    on_time INTEGER
) STRICT;
CREATE INDEX history_by_dossier ON history (dossier_code);

-- A file belongs to a draft until it is sent, then to the dossier. Its bytes are in a file of its id.
CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    draft_id TEXT REFERENCES drafts (id) ON DELETE CASCADE,
    dossier_code TEXT REFERENCES dossiers (code),
    file_id TEXT NOT NULL,
    component TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    metadata TEXT NOT NULL,
    size INTEGER NOT NULL,
    received INTEGER NOT NULL,
    sha256 TEXT,
    CHECK ((draft_id IS NULL) <> (dossier_code IS NULL)),
    UNIQUE (draft_id, file_id)
) STRICT;
CREATE INDEX attachments_by_dossier ON attachments (dossier_code);
