-- What a meeting in two parts needs before it, leaves behind and hands on: preparation, invitations,
-- what was said and what of it is shared, the young person's and family's voice, the plan, the
-- protocol, the minutes (docs/plan.md says how the work on them is cut). Which column may come before the family is said in
-- `store::confidential`; a test asks for every column.

-- For each of the young person and family: told and asked beforehand.
CREATE TABLE preparation (
    id             INTEGER PRIMARY KEY,
    meeting_person INTEGER NOT NULL UNIQUE REFERENCES meeting_person,
    told_on        TEXT    CHECK (told_on IS NULL OR date(told_on) IS told_on),
    told_by        TEXT    NOT NULL DEFAULT '',
    told_how       TEXT    NOT NULL DEFAULT '',
    -- What they want to say, or have said for them, in their words.
    wants_to_say   TEXT    NOT NULL DEFAULT '',
    said_by        TEXT    NOT NULL DEFAULT '',
    beside_them    TEXT    NOT NULL DEFAULT '',
    advocate       TEXT    NOT NULL DEFAULT 'not-offered' CHECK (advocate IN ('not-offered',
                       'offered', 'accepted', 'declined')),
    advocate_on    TEXT,
    language       TEXT    NOT NULL DEFAULT 'not-asked' CHECK (language IN ('not-asked', 'en',
                       'cy', 'other')),
    transport      TEXT    NOT NULL DEFAULT '',
    -- Anything that makes the venue hard for them.
    venue_hard     TEXT    NOT NULL DEFAULT '',
    -- What they were asked and answered with nothing, which is not the same as not being asked.
    none_of        TEXT    NOT NULL DEFAULT '[]' CHECK (json_type(none_of) IS 'array'),
    version        INTEGER NOT NULL DEFAULT 1
) STRICT;

-- What can't be shared in Part 2, and who agreed to that. A row without words says that those asked
-- hold nothing back. One that no longer holds is withdrawn, never forgotten.
CREATE TABLE not_shared (
    id           INTEGER PRIMARY KEY,
    meeting_id   INTEGER NOT NULL REFERENCES meeting,
    what         TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    agreed_by    TEXT    NOT NULL CHECK (agreed_by <> ''),
    noted_by     INTEGER NOT NULL REFERENCES user_account,
    noted_at     TEXT    NOT NULL,
    withdrawn_by INTEGER REFERENCES user_account,
    withdrawn_at TEXT,
    CHECK ((what = '') = (reason = '')),
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
) STRICT;
CREATE INDEX not_shared_by_meeting ON not_shared (meeting_id);

CREATE TABLE agency_report (
    id          INTEGER PRIMARY KEY,
    meeting_id  INTEGER NOT NULL REFERENCES meeting,
    agency_id   TEXT    NOT NULL CHECK (agency_id <> ''),
    received_on TEXT    NOT NULL CHECK (date(received_on) IS received_on),
    note        TEXT    NOT NULL DEFAULT '',
    version     INTEGER NOT NULL DEFAULT 1,
    UNIQUE (meeting_id, agency_id)
) STRICT;

-- What was sent to one person; a change of the meeting raises the sequence, the uid stays.
CREATE TABLE invitation (
    id             INTEGER PRIMARY KEY,
    meeting_person INTEGER NOT NULL UNIQUE REFERENCES meeting_person,
    uid            TEXT    NOT NULL UNIQUE,
    sequence       INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    -- Of what was last sent. Below the sequence, they are to be told again.
    sent_sequence  INTEGER CHECK (sent_sequence BETWEEN 0 AND sequence),
    sent_at        TEXT,
    -- For when they were last asked.
    told_start     TEXT,
    -- When they were told that it is called off.
    cancelled_at   TEXT,
    -- Of what is written to a professional; the family's stands in their preparation.
    language       TEXT    NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'cy')),
    answer         TEXT    NOT NULL DEFAULT 'none' CHECK (answer IN ('none', 'coming', 'sending',
                       'not-coming')),
    answer_note    TEXT    NOT NULL DEFAULT '',
    answered_at    TEXT,
    version        INTEGER NOT NULL DEFAULT 1,
    CHECK ((answer = 'none') = (answered_at IS NULL)),
    CHECK ((sent_sequence IS NULL) = (sent_at IS NULL)
       AND (sent_sequence IS NULL) = (told_start IS NULL)),
    CHECK (cancelled_at IS NULL OR sent_at IS NOT NULL)
) STRICT;

-- How far a meeting that was begun has come.
CREATE TABLE meeting_run (
    meeting_id       INTEGER PRIMARY KEY REFERENCES meeting,
    stage            TEXT    NOT NULL CHECK (stage IN ('part1', 'part2', 'ended')),
    part1_began_at   TEXT    NOT NULL,
    part2_began_at   TEXT,
    ended_at         TEXT,
    -- Who took the chair on the day, and the record.
    chair_id         INTEGER NOT NULL REFERENCES user_account,
    record_taker     TEXT    NOT NULL DEFAULT '',
    -- Why Part 2 did not take place, or the meeting was cut short.
    no_part2_reason  TEXT    NOT NULL DEFAULT '',
    cut_short_reason TEXT    NOT NULL DEFAULT '',
    next_on          TEXT    CHECK (next_on IS NULL OR date(next_on) IS next_on),
    version          INTEGER NOT NULL DEFAULT 1,
    CHECK ((stage = 'ended') = (ended_at IS NOT NULL))
) STRICT;

CREATE TABLE attendance (
    id             INTEGER PRIMARY KEY,
    meeting_person INTEGER NOT NULL REFERENCES meeting_person,
    part           INTEGER NOT NULL CHECK (part IN (1, 2)),
    how            TEXT    NOT NULL CHECK (how IN ('present', 'by-phone', 'by-video',
                       'represented', 'apologies', 'absent', 'not-asked', 'left-early')),
    represented_by TEXT    NOT NULL DEFAULT '',
    note           TEXT    NOT NULL DEFAULT '',
    version        INTEGER NOT NULL DEFAULT 1,
    UNIQUE (meeting_person, part),
    CHECK ((how = 'represented') OR represented_by = '')
) STRICT;

-- One thing said in Part 1. It is the professionals' until it is released.
CREATE TABLE meeting_item (
    id         INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting,
    section    TEXT    NOT NULL CHECK (section IN ('since-last', 'seraf', 'circumstances',
                   'wider-risks', 'support', 'other')),
    change     TEXT    CHECK (change IN ('reduced', 'increased', 'new')),
    agency_id  TEXT    NOT NULL DEFAULT '',
    words      TEXT    NOT NULL CHECK (words <> ''),
    place      INTEGER NOT NULL,
    author_id  INTEGER NOT NULL REFERENCES user_account,
    removed_at TEXT,
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX meeting_item_by_meeting ON meeting_item (meeting_id, section, place);

-- The words in which the family hears of an item: who released them, and when. A release is taken
-- back by a new row with `taken_back_at`, never by forgetting.
CREATE TABLE release (
    id            INTEGER PRIMARY KEY,
    item_id       INTEGER NOT NULL REFERENCES meeting_item,
    family_words  TEXT    NOT NULL CHECK (family_words <> ''),
    released_by   INTEGER NOT NULL REFERENCES user_account,
    released_at   TEXT    NOT NULL,
    taken_back_by INTEGER REFERENCES user_account,
    taken_back_at TEXT,
    CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX release_once_at_a_time ON release (item_id) WHERE taken_back_at IS NULL;

-- How it is for the young person and family: at a meeting, or at any time.
CREATE TABLE voice (
    id          INTEGER PRIMARY KEY,
    case_id     INTEGER NOT NULL REFERENCES case_record,
    meeting_id  INTEGER REFERENCES meeting,
    heard_on    TEXT    NOT NULL CHECK (date(heard_on) IS heard_on),
    who         TEXT    NOT NULL CHECK (who IN ('young-person', 'family')),
    name        TEXT    NOT NULL CHECK (name <> ''),
    how         TEXT    NOT NULL CHECK (how IN ('at-meeting', 'in-person', 'by-phone', 'message',
                    'drawing', 'through-worker')),
    -- 1 (hard) to 5 (good).
    feeling     INTEGER CHECK (feeling BETWEEN 1 AND 5),
    support     TEXT    CHECK (support IN ('no', 'a-bit', 'mostly', 'yes')),
    difference  TEXT    CHECK (difference IN ('no', 'a-little', 'a-lot', 'too-soon')),
    own_words   TEXT    NOT NULL DEFAULT '',
    worry       TEXT    NOT NULL DEFAULT '',
    strength    TEXT    NOT NULL DEFAULT '',
    recorded_by INTEGER NOT NULL REFERENCES user_account,
    recorded_at TEXT    NOT NULL
) STRICT;
CREATE INDEX voice_by_case ON voice (case_id, heard_on DESC, id DESC);
CREATE TRIGGER voice_never_changed BEFORE UPDATE ON voice
BEGIN
    SELECT RAISE(ABORT, 'what a person said is never changed');
END;
CREATE TRIGGER voice_never_deleted BEFORE DELETE ON voice
BEGIN
    SELECT RAISE(ABORT, 'what a person said is never deleted');
END;
-- REPLACE deletes without asking the trigger above.
CREATE TRIGGER voice_never_replaced BEFORE INSERT ON voice
WHEN EXISTS (SELECT 1 FROM voice WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'what a person said is never replaced');
END;

-- What was done in answer to it.
CREATE TABLE voice_answer (
    id       INTEGER PRIMARY KEY,
    voice_id INTEGER NOT NULL REFERENCES voice,
    what     TEXT    NOT NULL CHECK (what <> ''),
    done_on  TEXT    NOT NULL CHECK (date(done_on) IS done_on),
    noted_by INTEGER NOT NULL REFERENCES user_account
) STRICT;
CREATE INDEX voice_answer_by_voice ON voice_answer (voice_id);
CREATE TRIGGER voice_answer_never_changed BEFORE UPDATE ON voice_answer
BEGIN
    SELECT RAISE(ABORT, 'an answer to a voice is never changed');
END;
CREATE TRIGGER voice_answer_never_deleted BEFORE DELETE ON voice_answer
BEGIN
    SELECT RAISE(ABORT, 'an answer to a voice is never deleted');
END;

-- The family was told something, also that nothing has happened.
CREATE TABLE family_told (
    id       INTEGER PRIMARY KEY,
    case_id  INTEGER NOT NULL REFERENCES case_record,
    told_on  TEXT    NOT NULL CHECK (date(told_on) IS told_on),
    whom     TEXT    NOT NULL CHECK (whom <> ''),
    how      TEXT    NOT NULL DEFAULT '',
    -- Empty: that nothing has happened yet.
    what     TEXT    NOT NULL DEFAULT '',
    noted_by INTEGER NOT NULL REFERENCES user_account
) STRICT;
CREATE INDEX family_told_by_case ON family_told (case_id, told_on DESC);
CREATE TRIGGER family_told_never_changed BEFORE UPDATE ON family_told
BEGIN
    SELECT RAISE(ABORT, 'what a family was told is never changed');
END;
CREATE TRIGGER family_told_never_deleted BEFORE DELETE ON family_told
BEGIN
    SELECT RAISE(ABORT, 'what a family was told is never deleted');
END;

-- A plan made together; an earlier one stays as it was.
CREATE TABLE plan (
    id         INTEGER PRIMARY KEY,
    case_id    INTEGER NOT NULL REFERENCES case_record,
    meeting_id INTEGER REFERENCES meeting,
    number     INTEGER NOT NULL CHECK (number > 0),
    status     TEXT    NOT NULL CHECK (status IN ('draft', 'agreed', 'replaced')),
    agreed_on  TEXT    CHECK (agreed_on IS NULL OR date(agreed_on) IS agreed_on),
    -- Names of those who agreed, and what was not agreed, in plain words.
    agreed_by  TEXT    NOT NULL DEFAULT '[]' CHECK (json_type(agreed_by) IS 'array'),
    not_agreed TEXT    NOT NULL DEFAULT '',
    version    INTEGER NOT NULL DEFAULT 1,
    UNIQUE (case_id, number),
    CHECK ((status = 'draft') = (agreed_on IS NULL))
) STRICT;
CREATE UNIQUE INDEX plan_one_draft ON plan (case_id) WHERE status = 'draft';
CREATE UNIQUE INDEX plan_one_agreed ON plan (case_id) WHERE status = 'agreed';
-- What was agreed stays as it was; it can only be replaced by a later plan.
CREATE TRIGGER plan_agreed_never_changed BEFORE UPDATE ON plan
WHEN OLD.status <> 'draft' AND NOT (OLD.status = 'agreed' AND NEW.status = 'replaced'
    AND NEW.case_id = OLD.case_id AND NEW.number = OLD.number
    AND NEW.agreed_on IS OLD.agreed_on AND NEW.agreed_by = OLD.agreed_by
    AND NEW.not_agreed = OLD.not_agreed)
BEGIN
    SELECT RAISE(ABORT, 'an agreed plan is never changed');
END;
CREATE TRIGGER plan_agreed_never_deleted BEFORE DELETE ON plan
WHEN OLD.status <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'an agreed plan is never deleted');
END;

CREATE TABLE plan_goal (
    id      INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan,
    -- Whose goal, and in their own words.
    whose   TEXT    NOT NULL CHECK (whose <> ''),
    words   TEXT    NOT NULL CHECK (words <> ''),
    place   INTEGER NOT NULL
) STRICT;
CREATE INDEX plan_goal_by_plan ON plan_goal (plan_id, place);
CREATE TRIGGER plan_goal_agreed_never_added BEFORE INSERT ON plan_goal
WHEN (SELECT status FROM plan WHERE id = NEW.plan_id) <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'an agreed plan is never changed');
END;
CREATE TRIGGER plan_goal_agreed_never_changed BEFORE UPDATE ON plan_goal
WHEN (SELECT status FROM plan WHERE id = OLD.plan_id) <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'an agreed goal is never changed');
END;
CREATE TRIGGER plan_goal_agreed_never_deleted BEFORE DELETE ON plan_goal
WHEN (SELECT status FROM plan WHERE id = OLD.plan_id) <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'an agreed goal is never deleted');
END;

CREATE TABLE plan_action (
    id         INTEGER PRIMARY KEY,
    plan_id    INTEGER NOT NULL REFERENCES plan,
    goal_id    INTEGER REFERENCES plan_goal,
    -- Against those who cause the harm: the professionals' alone, never in the family's plan.
    against_harm INTEGER NOT NULL DEFAULT 0 CHECK (against_harm IN (0, 1)),
    what       TEXT    NOT NULL CHECK (what <> ''),
    who        TEXT    NOT NULL CHECK (who <> ''),
    owner_id   INTEGER REFERENCES user_account,
    by_on      TEXT    CHECK (by_on IS NULL OR date(by_on) IS by_on),
    how_we_know TEXT   NOT NULL DEFAULT '',
    status     TEXT    NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done', 'dropped')),
    place      INTEGER NOT NULL,
    -- The action of the earlier plan that this one goes on with.
    before_id  INTEGER REFERENCES plan_action,
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX plan_action_by_plan ON plan_action (plan_id, place);
CREATE TRIGGER plan_action_agreed_never_added BEFORE INSERT ON plan_action
WHEN (SELECT status FROM plan WHERE id = NEW.plan_id) <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'an agreed plan is never changed');
END;
-- Only how far it has come changes.
CREATE TRIGGER plan_action_agreed_never_changed
BEFORE UPDATE OF plan_id, goal_id, against_harm, what, who, owner_id, by_on, how_we_know, place,
    before_id ON plan_action
WHEN (SELECT status FROM plan WHERE id = OLD.plan_id) <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'an agreed action is never changed');
END;
CREATE TRIGGER plan_action_agreed_never_deleted BEFORE DELETE ON plan_action
WHEN (SELECT status FROM plan WHERE id = OLD.plan_id) <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'an agreed action is never deleted');
END;

CREATE TABLE action_progress (
    id        INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES plan_action,
    noted_on  TEXT    NOT NULL CHECK (date(noted_on) IS noted_on),
    words     TEXT    NOT NULL CHECK (words <> ''),
    status    TEXT    NOT NULL CHECK (status IN ('open', 'done', 'dropped')),
    noted_by  INTEGER NOT NULL REFERENCES user_account
) STRICT;
CREATE INDEX action_progress_by_action ON action_progress (action_id, noted_on);
CREATE TRIGGER action_progress_never_changed BEFORE UPDATE ON action_progress
BEGIN
    SELECT RAISE(ABORT, 'noted progress is never changed');
END;
CREATE TRIGGER action_progress_never_deleted BEFORE DELETE ON action_progress
BEGIN
    SELECT RAISE(ABORT, 'noted progress is never deleted');
END;

-- What a meeting decided on the CSE protocol. A later one is added and erases nothing.
CREATE TABLE protocol_decision (
    id         INTEGER PRIMARY KEY,
    case_id    INTEGER NOT NULL REFERENCES case_record,
    meeting_id INTEGER NOT NULL REFERENCES meeting,
    decision   TEXT    NOT NULL CHECK (decision IN ('put-on', 'stay', 'remove', 'not-put-on')),
    -- Ids of the criteria in the authority's data that are met, and of those that a removal needed
    -- and that were not.
    criteria   TEXT    NOT NULL DEFAULT '[]' CHECK (json_type(criteria) IS 'array'),
    unmet      TEXT    NOT NULL DEFAULT '[]' CHECK (json_type(unmet) IS 'array'),
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    dissent    TEXT    NOT NULL DEFAULT '',
    decided_by INTEGER NOT NULL REFERENCES user_account,
    decided_at TEXT    NOT NULL,
    CHECK (decision = 'remove' OR (criteria = '[]' AND unmet = '[]'))
) STRICT;
CREATE INDEX protocol_decision_by_case ON protocol_decision (case_id, id DESC);
CREATE INDEX protocol_decision_by_meeting ON protocol_decision (meeting_id, id DESC);
CREATE TRIGGER protocol_decision_never_changed BEFORE UPDATE ON protocol_decision
BEGIN
    SELECT RAISE(ABORT, 'a decision is never changed');
END;
CREATE TRIGGER protocol_decision_never_deleted BEFORE DELETE ON protocol_decision
BEGIN
    SELECT RAISE(ABORT, 'a decision is never deleted');
END;
CREATE TRIGGER protocol_decision_never_replaced BEFORE INSERT ON protocol_decision
WHEN EXISTS (SELECT 1 FROM protocol_decision WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'a decision is never replaced');
END;

-- Two versions of one record, each in one or both languages: everything, and what the family may
-- have. Their words stand in columns of their own, so that one is never read for the other.
CREATE TABLE minutes (
    id           INTEGER PRIMARY KEY,
    meeting_id   INTEGER NOT NULL REFERENCES meeting,
    kind         TEXT    NOT NULL CHECK (kind IN ('full', 'family')),
    language     TEXT    NOT NULL CHECK (language IN ('en', 'cy')),
    words        TEXT    NOT NULL DEFAULT '',
    family_words TEXT    NOT NULL DEFAULT '',
    approved_by  INTEGER REFERENCES user_account,
    approved_at  TEXT,
    version      INTEGER NOT NULL DEFAULT 1,
    UNIQUE (meeting_id, kind, language),
    CHECK (kind = 'full' OR words = ''),
    CHECK (kind = 'family' OR family_words = ''),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK (approved_at IS NULL OR words <> '' OR family_words <> '')
) STRICT;
CREATE TRIGGER minutes_approved_never_changed BEFORE UPDATE ON minutes
WHEN OLD.approved_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'approved minutes are never changed');
END;
CREATE TRIGGER minutes_approved_never_deleted BEFORE DELETE ON minutes
WHEN OLD.approved_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'approved minutes are never deleted');
END;
-- REPLACE deletes without asking the trigger above.
CREATE TRIGGER minutes_approved_never_replaced BEFORE INSERT ON minutes
WHEN EXISTS (SELECT 1 FROM minutes
             WHERE (id = NEW.id OR (meeting_id = NEW.meeting_id AND kind = NEW.kind
                    AND language = NEW.language)) AND approved_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'approved minutes are never replaced');
END;

-- What somebody says is not right in approved minutes. Of the family's, in words for the family.
CREATE TABLE minutes_correction (
    id           INTEGER PRIMARY KEY,
    minutes_id   INTEGER NOT NULL REFERENCES minutes,
    asked_by     TEXT    NOT NULL CHECK (asked_by <> ''),
    asked_on     TEXT    NOT NULL CHECK (date(asked_on) IS asked_on),
    words        TEXT    NOT NULL DEFAULT '',
    family_words TEXT    NOT NULL DEFAULT '',
    noted_by     INTEGER NOT NULL REFERENCES user_account,
    CHECK ((words = '') <> (family_words = ''))
) STRICT;
CREATE INDEX minutes_correction_by_minutes ON minutes_correction (minutes_id);
CREATE TRIGGER minutes_correction_never_changed BEFORE UPDATE ON minutes_correction
BEGIN
    SELECT RAISE(ABORT, 'a correction is never changed');
END;
CREATE TRIGGER minutes_correction_never_deleted BEFORE DELETE ON minutes_correction
BEGIN
    SELECT RAISE(ABORT, 'a correction is never deleted');
END;

CREATE TABLE minutes_sent (
    id         INTEGER PRIMARY KEY,
    minutes_id INTEGER NOT NULL REFERENCES minutes,
    whom       TEXT    NOT NULL CHECK (whom <> ''),
    sent_on    TEXT    NOT NULL CHECK (date(sent_on) IS sent_on),
    how        TEXT    NOT NULL DEFAULT '',
    noted_by   INTEGER NOT NULL REFERENCES user_account
) STRICT;
CREATE INDEX minutes_sent_by_minutes ON minutes_sent (minutes_id);
CREATE TRIGGER minutes_sent_never_changed BEFORE UPDATE ON minutes_sent
BEGIN
    SELECT RAISE(ABORT, 'what was sent is never changed');
END;
CREATE TRIGGER minutes_sent_never_deleted BEFORE DELETE ON minutes_sent
BEGIN
    SELECT RAISE(ABORT, 'what was sent is never deleted');
END;
