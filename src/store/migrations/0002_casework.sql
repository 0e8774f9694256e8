-- People, cases and what is done for them. Dates are ISO 8601, instants UTC. `version` stands on
-- every row that two people may edit: a change names the version it was made from.

CREATE TABLE user_account (
    id           INTEGER PRIMARY KEY,
    user_name    TEXT    NOT NULL UNIQUE COLLATE NOCASE CHECK (user_name <> ''),
    display_name TEXT    NOT NULL CHECK (display_name <> ''),
    role         TEXT    NOT NULL CHECK (role IN ('duty-worker', 'social-worker',
                     'principal-officer', 'chair', 'panel-member', 'auditor', 'administrator')),
    language     TEXT    NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'cy')),
    disabled_at  TEXT,
    version      INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The last number given in each year.
CREATE TABLE counter (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL CHECK (last >= 0)
) STRICT;

-- One young person is one case.
CREATE TABLE case_record (
    id            INTEGER PRIMARY KEY,
    uid           TEXT    NOT NULL UNIQUE,
    reference     TEXT    NOT NULL UNIQUE,
    given_name    TEXT    NOT NULL,
    family_name   TEXT    NOT NULL,
    known_as      TEXT    NOT NULL DEFAULT '',
    -- Family and given name in the order of the Welsh alphabet (domain::likeness).
    name_key      TEXT    NOT NULL,
    date_of_birth TEXT    CHECK (date_of_birth IS NULL OR date(date_of_birth) IS date_of_birth),
    -- As of opened_on.
    stated_age    INTEGER CHECK (stated_age BETWEEN 0 AND 120),
    gender        TEXT    NOT NULL DEFAULT 'not-known' CHECK (gender IN ('not-known', 'female',
                      'male', 'non-binary', 'other')),
    address       TEXT    NOT NULL DEFAULT '',
    -- Folded, to find who lives together.
    address_key   TEXT    NOT NULL DEFAULT '',
    living        TEXT    NOT NULL CHECK (living IN ('not-known', 'independently', 'at-home',
                      'with-carers', 'residential', 'other')),
    school        TEXT    NOT NULL DEFAULT '',
    language      TEXT    NOT NULL CHECK (language IN ('not-asked', 'en', 'cy', 'other')),
    stage         TEXT    NOT NULL CHECK (stage IN ('referred', 'assessing', 'put-forward',
                      'to-be-heard', 'on-protocol', 'off-protocol', 'not-heard', 'closed')),
    restricted    INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)),
    owner_id      INTEGER REFERENCES user_account,
    opened_on     TEXT    NOT NULL,
    closed_on     TEXT,
    last_event_at TEXT    NOT NULL,
    -- Of the last completed assessment, so that lists need not look for it.
    last_score    INTEGER CHECK (last_score >= 0),
    last_category INTEGER CHECK (last_category >= 1),
    at_risk       INTEGER NOT NULL DEFAULT 0 CHECK (at_risk IN (0, 1)),
    version       INTEGER NOT NULL DEFAULT 1,
    -- Lists sort by these: NPT-26-1041 comes after NPT-26-999, and no birth date before all.
    reference_order TEXT GENERATED ALWAYS AS (
        substr(reference, instr(reference, '-') + 1, 2)
        || printf('%09d', CAST(substr(reference, instr(reference, '-') + 4) AS INTEGER))) VIRTUAL,
    born_order    TEXT GENERATED ALWAYS AS (ifnull(date_of_birth, '')) VIRTUAL,
    CHECK ((stage = 'closed') = (closed_on IS NOT NULL))
) STRICT;
CREATE INDEX case_by_date_of_birth ON case_record (date_of_birth, id);
CREATE INDEX case_by_address ON case_record (address_key, id) WHERE address_key <> '';
-- Each way of looking at the list, in each order (store::case_list). Those of live cases are
-- small beside the whole, however many cases are closed. The id is the last part of each of
-- itself; named, a page would not begin at it.
CREATE INDEX case_all_by_name ON case_record (name_key);
CREATE INDEX case_all_by_last_event ON case_record (last_event_at);
CREATE INDEX case_all_by_reference ON case_record (reference_order);
CREATE INDEX case_all_by_born ON case_record (born_order);
CREATE INDEX case_live_by_name ON case_record (name_key) WHERE stage <> 'closed';
CREATE INDEX case_live_by_last_event ON case_record (last_event_at) WHERE stage <> 'closed';
CREATE INDEX case_live_by_reference ON case_record (reference_order) WHERE stage <> 'closed';
CREATE INDEX case_live_by_born ON case_record (born_order) WHERE stage <> 'closed';
CREATE INDEX case_stage_by_name ON case_record (stage, name_key) WHERE stage <> 'closed';
CREATE INDEX case_stage_by_last_event ON case_record (stage, last_event_at)
    WHERE stage <> 'closed';
CREATE INDEX case_stage_by_reference ON case_record (stage, reference_order)
    WHERE stage <> 'closed';
CREATE INDEX case_stage_by_born ON case_record (stage, born_order) WHERE stage <> 'closed';
CREATE INDEX case_owner_by_name ON case_record (owner_id, name_key) WHERE stage <> 'closed';
CREATE INDEX case_owner_by_last_event ON case_record (owner_id, last_event_at)
    WHERE stage <> 'closed';
CREATE INDEX case_owner_by_reference ON case_record (owner_id, reference_order)
    WHERE stage <> 'closed';
CREATE INDEX case_owner_by_born ON case_record (owner_id, born_order) WHERE stage <> 'closed';
CREATE INDEX case_risk_by_name ON case_record (name_key)
    WHERE at_risk = 1 AND stage <> 'closed';
CREATE INDEX case_risk_by_last_event ON case_record (last_event_at)
    WHERE at_risk = 1 AND stage <> 'closed';
CREATE INDEX case_risk_by_reference ON case_record (reference_order)
    WHERE at_risk = 1 AND stage <> 'closed';
CREATE INDEX case_risk_by_born ON case_record (born_order)
    WHERE at_risk = 1 AND stage <> 'closed';
CREATE INDEX case_restricted_by_name ON case_record (name_key) WHERE restricted = 1;
CREATE INDEX case_restricted_by_last_event ON case_record (last_event_at)
    WHERE restricted = 1;
CREATE INDEX case_restricted_by_reference ON case_record (reference_order)
    WHERE restricted = 1;
CREATE INDEX case_restricted_by_born ON case_record (born_order) WHERE restricted = 1;

-- Who may see a restricted case: named for good, or until a moment because they broke the glass.
CREATE TABLE case_access (
    case_id INTEGER NOT NULL REFERENCES case_record,
    user_id INTEGER NOT NULL REFERENCES user_account,
    until   TEXT,
    PRIMARY KEY (case_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_alias (
    id      INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES case_record,
    name    TEXT    NOT NULL CHECK (name <> ''),
    name_key TEXT   NOT NULL
) STRICT;
CREATE INDEX alias_by_case ON case_alias (case_id);
CREATE INDEX alias_by_name ON case_alias (name_key, case_id);

-- How whole names may sound, given and family name in no order, to find likely doubles.
CREATE TABLE name_key (
    sound   TEXT    NOT NULL,
    case_id INTEGER NOT NULL REFERENCES case_record,
    PRIMARY KEY (sound, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_key_by_case ON name_key (case_id);

CREATE TABLE relation (
    id         INTEGER PRIMARY KEY,
    case_id    INTEGER NOT NULL REFERENCES case_record,
    other_case INTEGER REFERENCES case_record CHECK (other_case <> case_id),
    -- Of somebody without a case of their own; one with a case is called as that says.
    name       TEXT    NOT NULL DEFAULT '',
    name_key   TEXT    NOT NULL DEFAULT '',
    kind       TEXT    NOT NULL CHECK (kind IN ('sibling', 'parent-carer', 'household', 'friend',
                   'adult-of-concern')),
    note       TEXT    NOT NULL DEFAULT '',
    version    INTEGER NOT NULL DEFAULT 1,
    CHECK ((other_case IS NULL) = (name <> ''))
) STRICT;
CREATE INDEX relation_by_case ON relation (case_id);
CREATE INDEX relation_by_name ON relation (name_key, case_id) WHERE name_key <> '';
CREATE INDEX relation_by_other ON relation (other_case) WHERE other_case IS NOT NULL;

CREATE TABLE referral (
    id             INTEGER PRIMARY KEY,
    case_id        INTEGER NOT NULL REFERENCES case_record,
    received_at    TEXT    NOT NULL,
    received_by    INTEGER NOT NULL REFERENCES user_account,
    how            TEXT    NOT NULL CHECK (how IN ('telephone', 'written', 'in-person')),
    source         TEXT    NOT NULL CHECK (source IN ('agency', 'family', 'public',
                       'young-person', 'anonymous')),
    source_agency  TEXT    NOT NULL DEFAULT '',
    source_name    TEXT    NOT NULL DEFAULT '',
    source_contact TEXT    NOT NULL DEFAULT '',
    -- The young person as told this time; the case may know more, or otherwise.
    person         TEXT    NOT NULL CHECK (json_valid(person)),
    feared         TEXT    NOT NULL CHECK (json_valid(feared) AND json_type(feared) = 'array'),
    what_happened  TEXT    NOT NULL CHECK (what_happened <> ''),
    danger_now     INTEGER NOT NULL CHECK (danger_now IN (0, 1)),
    police_told_at TEXT,
    young_person_knows INTEGER CHECK (young_person_knows IN (0, 1)),
    young_person_view  TEXT    NOT NULL DEFAULT '',
    parents_know       INTEGER CHECK (parents_know IN (0, 1)),
    parents_view       TEXT    NOT NULL DEFAULT '',
    confirmed_at   TEXT,
    -- An id of triage-outcomes.toml.
    outcome        TEXT    CHECK (outcome <> ''),
    outcome_reason TEXT    NOT NULL DEFAULT '',
    triaged_at     TEXT,
    triaged_by     INTEGER REFERENCES user_account,
    version        INTEGER NOT NULL DEFAULT 1,
    CHECK ((outcome IS NULL) = (triaged_at IS NULL)
       AND (outcome IS NULL) = (triaged_by IS NULL)),
    CHECK ((source = 'agency') = (source_agency <> ''))
) STRICT;
CREATE INDEX referral_by_case ON referral (case_id, received_at);

-- Each form as it stood when it was used, once, so that an old score can always be explained.
CREATE TABLE form_version (
    id      INTEGER PRIMARY KEY,
    form_id TEXT    NOT NULL,
    -- SHA-256 of the text.
    hash    TEXT    NOT NULL UNIQUE,
    text    TEXT    NOT NULL CHECK (text <> '')
) STRICT;
CREATE TRIGGER form_version_never_changed BEFORE UPDATE ON form_version
BEGIN
    SELECT RAISE(ABORT, 'a form that was used is never changed');
END;
CREATE TRIGGER form_version_never_deleted BEFORE DELETE ON form_version
BEGIN
    SELECT RAISE(ABORT, 'a form that was used is never deleted');
END;
CREATE TRIGGER form_version_never_replaced BEFORE INSERT ON form_version
WHEN EXISTS (SELECT 1 FROM form_version WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'a form that was used is never replaced');
END;

CREATE TABLE assessment (
    id           INTEGER PRIMARY KEY,
    case_id      INTEGER NOT NULL REFERENCES case_record,
    status       TEXT    NOT NULL CHECK (status IN ('draft', 'completed')),
    form_version INTEGER NOT NULL REFERENCES form_version,
    assessed_on  TEXT    NOT NULL CHECK (date(assessed_on) IS assessed_on),
    answers      TEXT    NOT NULL CHECK (json_valid(answers)),
    evidence     TEXT    NOT NULL CHECK (json_valid(evidence)),
    judgement    TEXT    CHECK (judgement IN ('higher', 'lower')),
    judgement_reason TEXT NOT NULL DEFAULT '',
    -- Why the category is right though something speaks for a higher one.
    category_reason  TEXT NOT NULL DEFAULT '',
    harmed       TEXT    NOT NULL DEFAULT 'not-asked'
                 CHECK (harmed IN ('not-asked', 'no', 'not-known', 'yes')),
    harmed_note  TEXT    NOT NULL DEFAULT '',
    protective   TEXT    NOT NULL DEFAULT '',
    narrative    TEXT    NOT NULL DEFAULT '',
    young_person_view    TEXT NOT NULL DEFAULT '',
    young_person_view_on TEXT,
    family_view  TEXT    NOT NULL DEFAULT '',
    family_view_on       TEXT,
    helped_by    TEXT    NOT NULL DEFAULT '',
    begun_by     INTEGER NOT NULL REFERENCES user_account,
    begun_at     TEXT    NOT NULL,
    saved_by     INTEGER NOT NULL REFERENCES user_account,
    saved_at     TEXT    NOT NULL,
    -- Worked out when it was completed.
    score        INTEGER CHECK (score >= 0),
    category     INTEGER CHECK (category >= 1),
    at_risk      INTEGER CHECK (at_risk IN (0, 1)),
    age          INTEGER,
    completed_by INTEGER REFERENCES user_account,
    completed_at TEXT,
    version      INTEGER NOT NULL DEFAULT 1,
    CHECK ((status = 'completed') = (completed_at IS NOT NULL)
       AND (status = 'completed') = (completed_by IS NOT NULL)
       AND (status = 'completed') = (score IS NOT NULL)
       AND (status = 'completed') = (category IS NOT NULL)
       AND (status = 'completed') = (at_risk IS NOT NULL)),
    -- A draft is kept in the middle of a sentence.
    CHECK (status = 'draft' OR judgement IS NULL OR judgement_reason <> '')
) STRICT;
CREATE INDEX assessment_by_case ON assessment (case_id, status, assessed_on DESC, id DESC);
CREATE UNIQUE INDEX assessment_one_draft ON assessment (case_id) WHERE status = 'draft';
CREATE TRIGGER assessment_completed_never_changed BEFORE UPDATE ON assessment
WHEN OLD.status = 'completed'
BEGIN
    SELECT RAISE(ABORT, 'a completed assessment is never changed');
END;
CREATE TRIGGER assessment_completed_never_deleted BEFORE DELETE ON assessment
WHEN OLD.status = 'completed'
BEGIN
    SELECT RAISE(ABORT, 'a completed assessment is never deleted');
END;
-- REPLACE deletes without asking the trigger above.
CREATE TRIGGER assessment_completed_never_replaced BEFORE INSERT ON assessment
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = NEW.id AND status = 'completed')
BEGIN
    SELECT RAISE(ABORT, 'a completed assessment is never replaced');
END;

-- The case keeps what its last assessment says, whoever completes it.
CREATE TRIGGER assessment_inserted_is_last AFTER INSERT ON assessment
WHEN NEW.status = 'completed'
BEGIN
    UPDATE case_record SET (last_score, last_category, at_risk) =
        (SELECT score, category, at_risk FROM assessment
         WHERE case_id = NEW.case_id AND status = 'completed'
         ORDER BY assessed_on DESC, id DESC LIMIT 1)
    WHERE id = NEW.case_id;
END;
CREATE TRIGGER assessment_completed_is_last AFTER UPDATE OF status ON assessment
WHEN NEW.status = 'completed'
BEGIN
    UPDATE case_record SET (last_score, last_category, at_risk) =
        (SELECT score, category, at_risk FROM assessment
         WHERE case_id = NEW.case_id AND status = 'completed'
         ORDER BY assessed_on DESC, id DESC LIMIT 1)
    WHERE id = NEW.case_id;
END;

-- A case brought before the Principal Officer.
CREATE TABLE put_forward (
    id            INTEGER PRIMARY KEY,
    case_id       INTEGER NOT NULL REFERENCES case_record,
    assessment_id INTEGER REFERENCES assessment,
    at            TEXT    NOT NULL,
    user_id       INTEGER NOT NULL REFERENCES user_account,
    because       TEXT    NOT NULL CHECK (because IN ('score', 'person')),
    reason        TEXT    NOT NULL DEFAULT '',
    CHECK (because = 'score' OR reason <> '')
) STRICT;
CREATE INDEX put_forward_by_case ON put_forward (case_id, id DESC);

CREATE TABLE decision (
    id            INTEGER PRIMARY KEY,
    case_id       INTEGER NOT NULL REFERENCES case_record,
    -- What it stands beside: the latest assessment, as it was scored.
    assessment_id INTEGER REFERENCES assessment,
    score         INTEGER,
    category      INTEGER,
    at_risk       INTEGER CHECK (at_risk IN (0, 1)),
    decided_at    TEXT    NOT NULL,
    decided_by    INTEGER NOT NULL REFERENCES user_account,
    outcome       TEXT    NOT NULL CHECK (outcome IN ('meeting', 'no-meeting', 'more-needed')),
    against_score INTEGER NOT NULL CHECK (against_score IN (0, 1)),
    reason        TEXT    NOT NULL CHECK (reason <> ''),
    -- What is done instead of a meeting, or what is needed first.
    instead       TEXT    NOT NULL DEFAULT '',
    CHECK ((assessment_id IS NULL) = (score IS NULL)
       AND (assessment_id IS NULL) = (category IS NULL)
       AND (assessment_id IS NULL) = (at_risk IS NULL)),
    CHECK (outcome = 'meeting' OR instead <> '')
) STRICT;
CREATE INDEX decision_by_case ON decision (case_id, id DESC);
CREATE TRIGGER decision_never_changed BEFORE UPDATE ON decision
BEGIN
    SELECT RAISE(ABORT, 'a decision is never changed');
END;
CREATE TRIGGER decision_never_deleted BEFORE DELETE ON decision
BEGIN
    SELECT RAISE(ABORT, 'a decision is never deleted');
END;
CREATE TRIGGER decision_never_replaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'a decision is never replaced');
END;

-- Times are those of the clock on the wall, HH:MM; a part that is planned has a length.
CREATE TABLE meeting (
    id            INTEGER PRIMARY KEY,
    case_id       INTEGER NOT NULL REFERENCES case_record,
    kind          TEXT    NOT NULL CHECK (kind IN ('initial', 'review')),
    status        TEXT    NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
    held_on       TEXT    NOT NULL CHECK (date(held_on) IS held_on),
    part1_start   TEXT    NOT NULL CHECK (time(part1_start) IS part1_start || ':00'),
    part1_minutes INTEGER NOT NULL CHECK (part1_minutes BETWEEN 5 AND 480),
    part1_agenda  TEXT    NOT NULL DEFAULT '[]' CHECK (json_type(part1_agenda) IS 'array'),
    part2_start   TEXT    CHECK (part2_start IS NULL OR time(part2_start) IS part2_start || ':00'),
    part2_minutes INTEGER CHECK (part2_minutes BETWEEN 5 AND 480),
    part2_agenda  TEXT    NOT NULL DEFAULT '[]' CHECK (json_type(part2_agenda) IS 'array'),
    no_part2_reason TEXT  NOT NULL DEFAULT '',
    no_part2_by     INTEGER REFERENCES user_account,
    -- A venue's id in the authority's data.
    venue_id      TEXT    NOT NULL CHECK (venue_id <> ''),
    chair_id      INTEGER REFERENCES user_account,
    -- Why it is outside the window or on a day off.
    day_reason    TEXT    NOT NULL DEFAULT '',
    cancelled_reason TEXT NOT NULL DEFAULT '',
    version       INTEGER NOT NULL DEFAULT 1,
    CHECK ((part2_start IS NULL) = (part2_minutes IS NULL)),
    CHECK (part2_start IS NULL OR part2_start > part1_start),
    CHECK (part2_start IS NOT NULL OR (no_part2_reason <> '' AND no_part2_by IS NOT NULL)),
    CHECK ((status = 'cancelled') = (cancelled_reason <> ''))
) STRICT;
CREATE INDEX meeting_by_case ON meeting (case_id, held_on DESC);
CREATE INDEX meeting_by_day ON meeting (held_on, id);
CREATE INDEX meeting_planned_by_chair ON meeting (chair_id, held_on) WHERE status = 'planned';
CREATE INDEX meeting_planned_by_venue ON meeting (venue_id, held_on) WHERE status = 'planned';

CREATE TABLE meeting_person (
    id         INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting,
    user_id    INTEGER REFERENCES user_account,
    name       TEXT    NOT NULL,
    -- Folded for comparing.
    name_key   TEXT    NOT NULL,
    -- An agency's id in the authority's data.
    agency_id  TEXT    NOT NULL DEFAULT '',
    role       TEXT    NOT NULL DEFAULT '',
    kind       TEXT    NOT NULL CHECK (kind IN ('professional', 'young-person', 'family',
                   'advocate')),
    part1      INTEGER NOT NULL CHECK (part1 IN (0, 1)),
    part2      INTEGER NOT NULL CHECK (part2 IN (0, 1)),
    not_asked_reason TEXT NOT NULL DEFAULT '',
    not_asked_by     INTEGER REFERENCES user_account,
    -- Taken off the list: what was prepared for and sent to them stays on record.
    removed_at TEXT,
    version    INTEGER NOT NULL DEFAULT 1,
    -- An agency may be asked before it has said whom it sends.
    CHECK (name <> '' OR agency_id <> ''),
    -- Part 1 is for professionals.
    CHECK (part1 = 0 OR kind = 'professional'),
    CHECK ((not_asked_reason <> '') = (not_asked_by IS NOT NULL))
) STRICT;
CREATE INDEX meeting_person_by_meeting ON meeting_person (meeting_id);
CREATE INDEX meeting_person_by_user ON meeting_person (user_id, meeting_id)
    WHERE user_id IS NOT NULL;
CREATE INDEX meeting_person_by_name ON meeting_person (name_key, agency_id, meeting_id);

-- When somebody is known not to be there; by user, or by name and agency.
CREATE TABLE unavailability (
    id        INTEGER PRIMARY KEY,
    user_id   INTEGER REFERENCES user_account,
    name      TEXT    NOT NULL,
    name_key  TEXT    NOT NULL,
    agency_id TEXT    NOT NULL DEFAULT '',
    -- For one of a family: whose.
    case_id   INTEGER REFERENCES case_record,
    from_on   TEXT    NOT NULL CHECK (date(from_on) IS from_on),
    to_on     TEXT    NOT NULL CHECK (to_on >= from_on),
    version   INTEGER NOT NULL DEFAULT 1,
    CHECK (user_id IS NOT NULL OR name_key <> '')
) STRICT;
CREATE INDEX unavailability_by_user ON unavailability (user_id, to_on) WHERE user_id IS NOT NULL;
CREATE INDEX unavailability_by_name ON unavailability (name_key, agency_id, to_on);

CREATE TABLE protocol_period (
    id         INTEGER PRIMARY KEY,
    case_id    INTEGER NOT NULL REFERENCES case_record,
    from_on    TEXT    NOT NULL,
    to_on      TEXT    CHECK (to_on >= from_on),
    end_reason TEXT    NOT NULL DEFAULT '',
    version    INTEGER NOT NULL DEFAULT 1,
    CHECK (to_on IS NULL OR end_reason <> '')
) STRICT;
CREATE INDEX protocol_by_day ON protocol_period (from_on, to_on);
CREATE UNIQUE INDEX protocol_once_at_a_time ON protocol_period (case_id) WHERE to_on IS NULL;

-- What is due, for Today.
CREATE TABLE clock (
    id         INTEGER PRIMARY KEY,
    case_id    INTEGER NOT NULL REFERENCES case_record,
    kind       TEXT    NOT NULL CHECK (kind <> ''),
    subject_id INTEGER,
    due        TEXT    NOT NULL,
    -- The moment from which it is late: itself, or the end of its day in Wales.
    late_from  TEXT    NOT NULL,
    -- 0 before all others (domain::today).
    urgency    INTEGER NOT NULL CHECK (urgency BETWEEN 0 AND 2),
    owner_id   INTEGER REFERENCES user_account,
    done_at    TEXT
) STRICT;
-- done_at stands in them so that a walk need not look at the rows.
CREATE INDEX clock_open ON clock (done_at, urgency, late_from) WHERE done_at IS NULL;
CREATE INDEX clock_open_by_owner ON clock (done_at, owner_id, urgency, late_from)
    WHERE done_at IS NULL;
CREATE INDEX clock_nobodys ON clock (done_at, owner_id, kind, urgency, late_from)
    WHERE done_at IS NULL AND owner_id IS NULL;
CREATE INDEX clock_open_by_kind ON clock (kind, due, id) WHERE done_at IS NULL;
CREATE INDEX clock_by_case ON clock (case_id, due);

-- The chronology.
CREATE TABLE event (
    id         INTEGER PRIMARY KEY,
    case_id    INTEGER NOT NULL REFERENCES case_record,
    at         TEXT    NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind <> ''),
    subject_id INTEGER,
    user_id    INTEGER REFERENCES user_account,
    detail     TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(detail))
) STRICT;
CREATE INDEX event_by_case ON event (case_id, at);

-- What a person has typed and not yet saved.
CREATE TABLE draft (
    user_id  INTEGER NOT NULL REFERENCES user_account,
    place    TEXT    NOT NULL,
    saved_at TEXT    NOT NULL,
    content  TEXT    NOT NULL CHECK (json_valid(content)),
    PRIMARY KEY (user_id, place)
) STRICT, WITHOUT ROWID;

-- Two records of one person: a link, with both kept, which can be undone.
CREATE TABLE joined (
    id         INTEGER PRIMARY KEY,
    kept_case  INTEGER NOT NULL REFERENCES case_record,
    other_case INTEGER NOT NULL REFERENCES case_record CHECK (other_case <> kept_case),
    joined_at  TEXT    NOT NULL,
    joined_by  INTEGER NOT NULL REFERENCES user_account,
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    -- The stage that the join closed the other record from, where it did.
    other_stage TEXT,
    undone_at  TEXT,
    undone_by  INTEGER REFERENCES user_account,
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;
CREATE INDEX joined_by_kept ON joined (kept_case);
CREATE UNIQUE INDEX joined_once_at_a_time ON joined (other_case) WHERE undone_at IS NULL;

CREATE TABLE seen (
    user_id INTEGER NOT NULL REFERENCES user_account,
    case_id INTEGER NOT NULL REFERENCES case_record,
    at      TEXT    NOT NULL,
    PRIMARY KEY (user_id, case_id)
) STRICT, WITHOUT ROWID;

-- Figures of years before the store, such as the report's Table 5.
CREATE TABLE published_figure (
    series TEXT    NOT NULL,
    year   INTEGER NOT NULL,
    value  INTEGER NOT NULL CHECK (value >= 0),
    source TEXT    NOT NULL,
    PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;

-- Its rowid is the case's id. The words are folded before they come here (store::search); what
-- they are of stands in the other tables, so nothing is kept here twice.
CREATE VIRTUAL TABLE case_search USING fts5(
    names, aliases, reference, date_of_birth, address,
    content = '',
    contentless_delete = 1,
    detail = column,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3 4'
);
