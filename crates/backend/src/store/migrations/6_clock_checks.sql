-- When the backend last looked at its clock, and from when on it deletes expired data; one row.
CREATE TABLE clock_checks (
    checked_at INTEGER NOT NULL,
    deletes_from INTEGER NOT NULL
) STRICT;
