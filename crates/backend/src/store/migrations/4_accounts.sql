-- Accounts of citizens and of organisations; who represents an organisation may have an account of their own beside it.
-- The identity provider may tell no phone; who came through it has no password until they set one. A closed account keeps
-- its row, emptied, because its dossiers stay.
CREATE TABLE accounts_new (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    citizen_id TEXT NOT NULL,
    birth_date TEXT,
    phone TEXT,
    password_hash TEXT,
    verification TEXT NOT NULL DEFAULT 'phone',
    organisation TEXT,
    tax_code TEXT,
    position TEXT,
    created_at INTEGER NOT NULL,
    closed_at INTEGER,
    CHECK ((organisation IS NULL) = (tax_code IS NULL)),
    CHECK ((organisation IS NULL) = (position IS NULL))
) STRICT;
INSERT INTO accounts_new (id, name, citizen_id, phone, password_hash, created_at)
    SELECT id, name, citizen_id, phone, password_hash, created_at FROM accounts;
DROP TABLE accounts;
ALTER TABLE accounts_new RENAME TO accounts;
CREATE UNIQUE INDEX accounts_by_citizen_id ON accounts (citizen_id)
    WHERE organisation IS NULL AND closed_at IS NULL;
CREATE UNIQUE INDEX accounts_by_phone ON accounts (phone)
    WHERE organisation IS NULL AND closed_at IS NULL;
CREATE UNIQUE INDEX accounts_by_tax_code ON accounts (tax_code)
    WHERE organisation IS NOT NULL AND closed_at IS NULL;

-- A session that has ended stays a while: with a code it can go on under the page that still shows. `id` may be told to the
-- account's owner, the token's hash never is.
DROP TABLE sessions;
CREATE TABLE sessions (
    token_hash BLOB PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    shared_device INTEGER NOT NULL DEFAULT 0,
    begun_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account_id);

-- `phone` is where the message goes, if one goes out at all; `content` is what it says: a code in most. A registration keeps
-- what was declared until its password is set; the other purposes name their account, where there is one. A renewal names
-- the session that it renews.
DROP TABLE challenges;
CREATE TABLE challenges (
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    content TEXT NOT NULL,
    phone TEXT NOT NULL,
    account_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
    name TEXT,
    citizen_id TEXT,
    birth_date TEXT,
    organisation TEXT,
    consents TEXT,
    session_hash BLOB,
    tries_left INTEGER NOT NULL,
    begun_at INTEGER NOT NULL,
    answered_at INTEGER
) STRICT;

CREATE INDEX challenges_by_account ON challenges (account_id);
CREATE INDEX codes_by_age ON codes (sent_at);

-- What was consented to, in the words that stood there. Withdrawing keeps the row: it is the proof of both.
CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    version INTEGER NOT NULL,
    wording TEXT NOT NULL,
    given_at INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;
CREATE INDEX consents_by_account ON consents (account_id);

-- Sign-ins that have left for an identity provider and aren't back yet. `browser_hash` is of the cookie that binds the
-- answer to the browser that left.
CREATE TABLE single_sign_ons (
    state_hash BLOB PRIMARY KEY,
    browser_hash BLOB NOT NULL,
    provider TEXT NOT NULL,
    nonce TEXT NOT NULL,
    verifier TEXT NOT NULL,
    back TEXT NOT NULL,
    shared_device INTEGER NOT NULL,
    begun_at INTEGER NOT NULL
) STRICT;

-- Whom a provider's subject is here.
CREATE TABLE identities (
    provider TEXT NOT NULL,
    subject TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    PRIMARY KEY (provider, subject)
) STRICT;

-- Asked for by who has proved to be the owner of the account: such codes have a share of messages of their own.
ALTER TABLE codes ADD COLUMN by_owner INTEGER NOT NULL DEFAULT 0;
