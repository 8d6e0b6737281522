-- When the gateway was last asked about a payment, so that old payments are asked about ever less often.
ALTER TABLE payments ADD COLUMN asked_at INTEGER;

-- Finds the fees whose last day has passed, and those whose last day is near.
CREATE INDEX fees_by_last_day ON fees (until) WHERE paid_at IS NULL AND cancelled_at IS NULL;

-- Days on which an office has named another due date. Without them, the explanation of the due date doesn't add up.
CREATE TABLE dossier_postponements (
    id INTEGER PRIMARY KEY,
    dossier_code TEXT NOT NULL REFERENCES dossiers (code) ON DELETE CASCADE,
    decided_on TEXT NOT NULL,
    due_on TEXT NOT NULL
) STRICT;
CREATE INDEX dossier_postponements_by_dossier ON dossier_postponements (dossier_code);
-- Until now, only the history had them. The deadline of the step is the new due date; the step of a group has none.
INSERT INTO dossier_postponements (dossier_code, decided_on, due_on)
    SELECT dossier_code, date(at, 'unixepoch', '+7 hours'), deadline FROM history
    WHERE action = 'Xin lỗi và hẹn lại ngày trả kết quả' AND deadline IS NOT NULL ORDER BY id;
