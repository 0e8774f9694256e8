//! Which column of the store may come before the young person and family, and which may not.
//!
//! Every column of text stands in one of three lists; a test asks for each, so that a new column
//! is thought about or fails. The lists say what tests of the sharing barrier fill with marked
//! words; the barrier itself is `domain::sharing` and its types. An action against those who
//! cause the harm (`plan_action.against_harm`) is the professionals' in all its columns.

/// Words that the family may see: said by them, released to them, or made with them.
pub const FAMILY: &[(&str, &str)] = &[
    ("user_account", "display_name"),
    ("case_record", "given_name"),
    ("case_record", "known_as"),
    ("meeting", "part2_agenda"),
    ("meeting_person", "name"),
    ("meeting_person", "role"),
    ("preparation", "wants_to_say"),
    ("preparation", "said_by"),
    ("preparation", "beside_them"),
    ("release", "family_words"),
    ("voice", "name"),
    ("voice", "own_words"),
    ("voice", "worry"),
    ("voice", "strength"),
    ("voice_answer", "what"),
    ("family_told", "whom"),
    ("family_told", "what"),
    ("plan", "agreed_by"),
    ("plan", "not_agreed"),
    ("plan_goal", "whose"),
    ("plan_goal", "words"),
    ("plan_action", "what"),
    ("plan_action", "who"),
    ("plan_action", "how_we_know"),
    ("minutes", "family_words"),
    ("minutes_correction", "family_words"),
];

/// Words of professionals alone, and all that tells where and how a young person lives.
pub const PROFESSIONALS: &[(&str, &str)] = &[
    ("audit", "user_name"),
    ("audit", "subject"),
    ("audit", "detail"),
    ("user_account", "user_name"),
    ("case_record", "reference"),
    ("case_record", "family_name"),
    ("case_record", "name_key"),
    ("case_record", "date_of_birth"),
    ("case_record", "gender"),
    ("case_record", "address"),
    ("case_record", "address_key"),
    ("case_record", "school"),
    ("case_alias", "name"),
    ("case_alias", "name_key"),
    ("name_key", "sound"),
    ("relation", "name"),
    ("relation", "name_key"),
    ("relation", "note"),
    ("referral", "source_agency"),
    ("referral", "source_name"),
    ("referral", "source_contact"),
    ("referral", "person"),
    ("referral", "what_happened"),
    ("referral", "young_person_view"),
    ("referral", "parents_view"),
    ("referral", "outcome_reason"),
    ("assessment", "answers"),
    ("assessment", "evidence"),
    ("assessment", "judgement_reason"),
    ("assessment", "category_reason"),
    ("assessment", "harmed_note"),
    ("assessment", "protective"),
    ("assessment", "narrative"),
    ("assessment", "young_person_view"),
    ("assessment", "family_view"),
    ("assessment", "helped_by"),
    ("put_forward", "reason"),
    ("decision", "reason"),
    ("decision", "instead"),
    ("meeting", "part1_agenda"),
    ("meeting", "no_part2_reason"),
    ("meeting", "day_reason"),
    ("meeting", "cancelled_reason"),
    ("meeting_person", "name_key"),
    ("meeting_person", "not_asked_reason"),
    ("unavailability", "name"),
    ("unavailability", "name_key"),
    ("protocol_period", "end_reason"),
    ("event", "detail"),
    ("draft", "place"),
    ("draft", "content"),
    ("joined", "reason"),
    ("preparation", "told_by"),
    ("preparation", "told_how"),
    ("preparation", "transport"),
    ("preparation", "venue_hard"),
    ("not_shared", "what"),
    ("not_shared", "reason"),
    ("not_shared", "agreed_by"),
    ("agency_report", "note"),
    ("invitation", "answer_note"),
    ("meeting_run", "record_taker"),
    ("meeting_run", "no_part2_reason"),
    ("meeting_run", "cut_short_reason"),
    ("attendance", "represented_by"),
    ("attendance", "note"),
    ("meeting_item", "words"),
    ("family_told", "how"),
    ("action_progress", "words"),
    ("protocol_decision", "reason"),
    ("protocol_decision", "dissent"),
    ("minutes", "words"),
    ("minutes_correction", "asked_by"),
    ("minutes_correction", "words"),
    ("minutes_sent", "whom"),
    ("minutes_sent", "how"),
];

/// Dates, instants, ids and fixed words of the program: nothing that anybody wrote.
pub const NO_WORDS: &[(&str, &str)] = &[
    ("meta", "key"),
    ("meta", "value"),
    ("audit", "at"),
    ("audit", "action"),
    ("user_account", "role"),
    ("user_account", "language"),
    ("user_account", "disabled_at"),
    ("case_record", "uid"),
    ("case_record", "living"),
    ("case_record", "language"),
    ("case_record", "stage"),
    ("case_record", "opened_on"),
    ("case_record", "closed_on"),
    ("case_record", "last_event_at"),
    ("case_access", "until"),
    ("relation", "kind"),
    ("referral", "received_at"),
    ("referral", "how"),
    ("referral", "source"),
    ("referral", "feared"),
    ("referral", "police_told_at"),
    ("referral", "confirmed_at"),
    ("referral", "outcome"),
    ("referral", "triaged_at"),
    ("form_version", "form_id"),
    ("form_version", "hash"),
    ("form_version", "text"),
    ("assessment", "status"),
    ("assessment", "assessed_on"),
    ("assessment", "judgement"),
    ("assessment", "harmed"),
    ("assessment", "young_person_view_on"),
    ("assessment", "family_view_on"),
    ("assessment", "begun_at"),
    ("assessment", "saved_at"),
    ("assessment", "completed_at"),
    ("put_forward", "at"),
    ("put_forward", "because"),
    ("decision", "decided_at"),
    ("decision", "outcome"),
    ("meeting", "kind"),
    ("meeting", "status"),
    ("meeting", "held_on"),
    ("meeting", "part1_start"),
    ("meeting", "part2_start"),
    ("meeting", "venue_id"),
    ("meeting_person", "agency_id"),
    ("meeting_person", "kind"),
    ("unavailability", "agency_id"),
    ("unavailability", "from_on"),
    ("unavailability", "to_on"),
    ("protocol_period", "from_on"),
    ("protocol_period", "to_on"),
    ("clock", "kind"),
    ("clock", "due"),
    ("clock", "late_from"),
    ("clock", "done_at"),
    ("event", "at"),
    ("event", "kind"),
    ("draft", "saved_at"),
    ("joined", "joined_at"),
    ("joined", "other_stage"),
    ("joined", "undone_at"),
    ("seen", "at"),
    ("published_figure", "series"),
    ("published_figure", "source"),
    ("preparation", "told_on"),
    ("preparation", "advocate"),
    ("preparation", "advocate_on"),
    ("preparation", "language"),
    ("not_shared", "noted_at"),
    ("agency_report", "agency_id"),
    ("agency_report", "received_on"),
    ("invitation", "uid"),
    ("invitation", "sent_at"),
    ("invitation", "cancelled_at"),
    ("invitation", "answer"),
    ("invitation", "answered_at"),
    ("meeting_run", "stage"),
    ("meeting_run", "part1_began_at"),
    ("meeting_run", "part2_began_at"),
    ("meeting_run", "ended_at"),
    ("meeting_run", "next_on"),
    ("attendance", "how"),
    ("meeting_item", "section"),
    ("meeting_item", "change"),
    ("meeting_item", "agency_id"),
    ("meeting_item", "removed_at"),
    ("release", "released_at"),
    ("release", "taken_back_at"),
    ("voice", "heard_on"),
    ("voice", "who"),
    ("voice", "how"),
    ("voice", "support"),
    ("voice", "difference"),
    ("voice", "recorded_at"),
    ("voice_answer", "done_on"),
    ("family_told", "told_on"),
    ("plan", "status"),
    ("plan", "agreed_on"),
    ("plan_action", "by_on"),
    ("plan_action", "status"),
    ("action_progress", "noted_on"),
    ("action_progress", "status"),
    ("protocol_decision", "decision"),
    ("protocol_decision", "criteria"),
    ("protocol_decision", "unmet"),
    ("protocol_decision", "decided_at"),
    ("minutes", "kind"),
    ("minutes", "language"),
    ("minutes", "approved_at"),
    ("minutes_correction", "asked_on"),
    ("minutes_sent", "sent_on"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::store::testing::connection_in_memory;

    #[test]
    fn every_column_of_text_stands_in_just_one_list() {
        let connection = connection_in_memory().unwrap();
        let mut query = connection
            .prepare(
                "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
                 WHERE m.type = 'table' AND c.type = 'TEXT'
                   AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'case_search%'
                   AND m.name <> 'migration'",
            )
            .unwrap();
        let columns: BTreeSet<(String, String)> = query
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let listed: Vec<(String, String)> = [FAMILY, PROFESSIONALS, NO_WORDS]
            .concat()
            .into_iter()
            .map(|(table, column)| (table.to_owned(), column.to_owned()))
            .collect();
        let once: BTreeSet<_> = listed.iter().cloned().collect();
        assert_eq!(once.len(), listed.len(), "a column stands in two lists");
        let unlisted: Vec<_> = columns.difference(&once).collect();
        assert!(unlisted.is_empty(), "say who may see {unlisted:?}");
        let gone: Vec<_> = once.difference(&columns).collect();
        assert!(gone.is_empty(), "no longer in the store: {gone:?}");
    }
}
