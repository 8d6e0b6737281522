-- Browsers on which an account has signed in before. Wrong passwords for the account from such a browser have a count of
-- their own, so nobody else can use it up. `id` is the key of this count: it stays when the browser gets a new token.
CREATE TABLE known_devices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash BLOB NOT NULL,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    used_at INTEGER NOT NULL,
    UNIQUE (token_hash, account_id)
) STRICT;
CREATE INDEX known_devices_by_account ON known_devices (account_id);
CREATE INDEX known_devices_by_use ON known_devices (used_at);

-- Phones that leave an account because somebody else has proved to hold them. After `leaves_at` the account has lost its
-- phone, and the row stays until the account gets another one, so that the owner learns why.
CREATE TABLE phone_releases (
    account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    phone TEXT NOT NULL,
    leaves_at INTEGER NOT NULL,
    left_at INTEGER
) STRICT;

-- Keyed hashes of the phone and the citizen id of closed accounts, with which their dossiers can still be looked up.
CREATE TABLE former_identifiers (
    identifier_hash BLOB NOT NULL,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    PRIMARY KEY (identifier_hash, account_id)
) STRICT;
