-- What offices ask citizens to pay. `lines` is JSON. `holds`: the dossier waits in status 6 until the fee is paid.
CREATE TABLE fees (
    id TEXT PRIMARY KEY,
    dossier_code TEXT NOT NULL REFERENCES dossiers (code) ON DELETE CASCADE,
    lines TEXT NOT NULL,
    total INTEGER NOT NULL,
    reason TEXT NOT NULL,
    until TEXT,
    online INTEGER NOT NULL,
    counter TEXT,
    proof TEXT NOT NULL,
    holds INTEGER NOT NULL,
    requested_at INTEGER NOT NULL,
    cancelled_at INTEGER,
    paid_at INTEGER,
    paid_by TEXT,
    collector TEXT,
    receipt_number TEXT UNIQUE,
    transaction_number TEXT
) STRICT;
CREATE INDEX fees_by_dossier ON fees (dossier_code);

-- Attempts to pay a fee online. A citizen may make several.
-- `sent_key` and `body_hash` make a repeated request harmless. `url` is missing until the gateway has answered.
CREATE TABLE payments (
    id TEXT PRIMARY KEY,
    fee_id TEXT NOT NULL REFERENCES fees (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    sent_key TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    amount INTEGER NOT NULL,
    state TEXT NOT NULL,
    url TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    received INTEGER,
    transaction_number TEXT,
    refund_reason TEXT,
    UNIQUE (account_id, sent_key)
) STRICT;
CREATE INDEX payments_by_fee ON payments (fee_id);

-- Random numbers of callbacks that were accepted, so that none is accepted twice.
CREATE TABLE gateway_nonces (
    nonce TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;

-- The running number of receipts (biên lai) in one year.
CREATE TABLE fee_receipt_numbers (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;
