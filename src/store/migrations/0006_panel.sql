-- The Risky Behaviour Panel: what is of concern in the community, and not about one young person.
-- Its members may see no cases, so no young person's name stands here; which cases hang together
-- with an issue is told to those alone who see cases.

CREATE TABLE panel_issue (
    -- The number that people say: “Panel 12”.
    id        INTEGER PRIMARY KEY,
    kind      TEXT    NOT NULL CHECK (kind IN ('place', 'person', 'online', 'group', 'other')),
    what      TEXT    NOT NULL CHECK (what <> ''),
    place     TEXT    NOT NULL DEFAULT '',
    status    TEXT    NOT NULL DEFAULT 'live' CHECK (status IN ('live', 'closed')),
    raised_at TEXT    NOT NULL,
    raised_by INTEGER NOT NULL REFERENCES user_account,
    version   INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX panel_issue_by_status ON panel_issue (status, id);
CREATE TRIGGER panel_issue_never_deleted BEFORE DELETE ON panel_issue
BEGIN
    SELECT RAISE(ABORT, 'an issue of the Panel is never deleted');
END;

-- What was learnt or done about it, and which agency it was passed to.
CREATE TABLE panel_note (
    id        INTEGER PRIMARY KEY,
    issue_id  INTEGER NOT NULL REFERENCES panel_issue,
    noted_at  TEXT    NOT NULL,
    noted_by  INTEGER NOT NULL REFERENCES user_account,
    words     TEXT    NOT NULL CHECK (words <> ''),
    passed_to TEXT    NOT NULL DEFAULT '',
    -- Where the issue stood after it.
    status    TEXT    NOT NULL CHECK (status IN ('live', 'closed'))
) STRICT;
CREATE INDEX panel_note_by_issue ON panel_note (issue_id, id);
CREATE TRIGGER panel_note_never_changed BEFORE UPDATE ON panel_note
BEGIN
    SELECT RAISE(ABORT, 'a note of the Panel is never changed');
END;
CREATE TRIGGER panel_note_never_deleted BEFORE DELETE ON panel_note
BEGIN
    SELECT RAISE(ABORT, 'a note of the Panel is never deleted');
END;

-- Given to the Panel by a meeting, or taken from it into one.
CREATE TABLE panel_link (
    id         INTEGER PRIMARY KEY,
    issue_id   INTEGER NOT NULL REFERENCES panel_issue,
    case_id    INTEGER NOT NULL REFERENCES case_record,
    meeting_id INTEGER NOT NULL REFERENCES meeting,
    item_id    INTEGER NOT NULL UNIQUE REFERENCES meeting_item,
    is_given   INTEGER NOT NULL CHECK (is_given IN (0, 1)),
    linked_at  TEXT    NOT NULL,
    linked_by  INTEGER NOT NULL REFERENCES user_account
) STRICT;
CREATE INDEX panel_link_by_issue ON panel_link (issue_id, case_id);
CREATE INDEX panel_link_by_meeting ON panel_link (meeting_id);
