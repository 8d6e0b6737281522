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
