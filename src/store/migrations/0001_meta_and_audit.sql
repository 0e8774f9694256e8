-- What the store knows about itself, and the audit chain.

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for every view and every change. `hash` covers the row and the row before it
-- (store::audit), so that no row can be altered, added or taken out unnoticed.
CREATE TABLE audit (
    seq       INTEGER PRIMARY KEY CHECK (seq > 0),
    at        TEXT    NOT NULL,
    user_id   INTEGER,
    user_name TEXT    NOT NULL,
    action    TEXT    NOT NULL CHECK (action <> ''),
    case_id   INTEGER,
    subject   TEXT    NOT NULL,
    detail    TEXT    NOT NULL CHECK (json_valid(detail)),
    prev      BLOB    NOT NULL CHECK (length(prev) = 32),
    hash      BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX audit_by_case ON audit (case_id, seq) WHERE case_id IS NOT NULL;
CREATE INDEX audit_by_user ON audit (user_id, seq) WHERE user_id IS NOT NULL;

CREATE TRIGGER audit_never_updated BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_never_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

INSERT INTO meta (key, value)
VALUES ('audit-head', '0:0000000000000000000000000000000000000000000000000000000000000000');
