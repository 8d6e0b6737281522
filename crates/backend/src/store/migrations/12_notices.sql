-- The e-mail address that the owner has verified with a code.
ALTER TABLE accounts ADD COLUMN email TEXT;

-- Notices to citizens. A notice is written in the transaction of the change that it tells. `once_key` keeps a reminder
-- from being written twice.
CREATE TABLE notices (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    dossier_code TEXT,
    draft_id TEXT,
    once_key TEXT,
    at INTEGER NOT NULL,
    read_at INTEGER,
    UNIQUE (account_id, once_key)
) STRICT;
CREATE INDEX notices_by_account ON notices (account_id, number);
CREATE INDEX notices_by_age ON notices (at);

-- Notices that still have to be sent outside the app: the outbox. A row is deleted when its message was sent. The phone or
-- address is read from the account when the message is sent.
CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY,
    notice_number INTEGER NOT NULL REFERENCES notices (number) ON DELETE CASCADE,
    channel TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL,
    UNIQUE (notice_number, channel)
) STRICT;
CREATE INDEX deliveries_by_time ON deliveries (next_at);

-- The channels that a citizen has chosen. Without a row, the defaults hold.
CREATE TABLE notice_channels (
    account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    sms INTEGER NOT NULL,
    email INTEGER NOT NULL,
    zalo INTEGER NOT NULL
) STRICT;

-- What the demonstration's gateways "sent"; empty elsewhere.
ALTER TABLE messages ADD COLUMN channel TEXT NOT NULL DEFAULT 'sms';
CREATE TABLE emails (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    sent_at INTEGER NOT NULL
) STRICT;
