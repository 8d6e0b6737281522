-- Which request began a draft: the same one again begins no second draft.
ALTER TABLE drafts ADD COLUMN begun_key TEXT;
ALTER TABLE drafts ADD COLUMN begun_hash BLOB;
CREATE UNIQUE INDEX drafts_by_key ON drafts (account_id, begun_key);
