use chrono::NaiveDateTime;

use super::*;
use crate::domain::policy::Policies;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn moment(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn policies() -> Policies {
    Policies::embedded().unwrap()
}

fn part(start: &str, minutes: u32) -> Part {
    Part {
        start: time(start),
        minutes,
        agenda: Vec::new(),
    }
}

fn professional(agency: &str, name: &str) -> Invited {
    Invited {
        agency: agency.to_owned(),
        part1: true,
        part2: true,
        ..Invited::new(InvitedKind::Professional, name)
    }
}

fn asked(kind: InvitedKind, name: &str) -> Invited {
    Invited {
        part2: true,
        ..Invited::new(kind, name)
    }
}

/// Friday 4 December 2026, chair 7, at Sandfields: worker, police (Part 1 only), Cerys, Mum.
fn plan() -> MeetingPlan {
    let worker = Invited {
        user_id: Some(3),
        ..professional("childrens-services", "Mari Huws")
    };
    let police = Invited {
        part2: false,
        ..professional("south-wales-police", "Dai Rees")
    };
    MeetingPlan {
        kind: MeetingKind::Initial,
        day: day("2026-12-04"),
        part1: part("14:00", 60),
        part2: Some(part("15:10", 50)),
        no_part2: None,
        venue: "sandfields".to_owned(),
        chair: Some(7),
        day_reason: String::new(),
        people: vec![
            worker,
            police,
            asked(InvitedKind::YoungPerson, "Cerys Hughes"),
            asked(InvitedKind::Family, "Siân Hughes"),
            asked(InvitedKind::Advocate, "Ioan Lloyd"),
        ],
    }
}

fn initial_window() -> MeetingWindow {
    window(MeetingKind::Initial, day("2026-11-23"), &policies())
}

fn faults(plan: &MeetingPlan) -> Vec<(PlanPlace, PlanFault)> {
    let policies = policies();
    plan.faults(&PlanContext {
        today: day("2026-11-24"),
        window: &initial_window(),
        policies: &policies,
    })
}

fn busy(who: BusyWho, from: &str, to: &str) -> Busy {
    Busy {
        who,
        from: moment(from),
        to: moment(to),
        why: BusyWhy::Meeting,
    }
}

fn room() -> BusyWho {
    BusyWho::Room("sandfields".to_owned())
}

fn police() -> BusyWho {
    BusyWho::Professional {
        agency: "south-wales-police".to_owned(),
        name_key: "dai rees".to_owned(),
    }
}

#[test]
fn window_of_each_kind_is_as_counted_by_hand() {
    use MeetingKind::{Initial, Review};
    // Decision or last meeting; first and last day. Christmas 2026: holidays on 25 and 28.
    let table = [
        (Initial, "2026-11-23", "2026-11-23", "2026-12-07"),
        (Initial, "2026-12-18", "2026-12-18", "2027-01-06"),
        (Initial, "2026-11-21", "2026-11-21", "2026-12-04"),
        (Review, "2026-11-23", "2026-12-21", "2027-01-04"),
        (Review, "2024-01-31", "2024-02-28", "2024-03-13"),
    ];
    let policies = policies();
    for (kind, since, first, last) in table {
        let found = window(kind, day(since), &policies);
        assert_eq!(found.days.first, day(first), "{kind:?} from {since}");
        assert_eq!(found.days.last, day(last), "{kind:?} from {since}");
        assert!(found.holidays_known);
    }
}

#[test]
fn window_beyond_the_known_holidays_says_so_and_still_has_days() {
    let found = window(MeetingKind::Initial, day("2030-12-27"), &policies());
    assert!(!found.holidays_known);
    assert_eq!(found.days.last, day("2031-01-10"));
}

#[test]
fn day_outside_the_window_or_off_asks_for_a_reason() {
    let holidays = policies().holidays;
    let christmas = window(MeetingKind::Initial, day("2026-12-18"), &policies());
    let table = [
        ("2026-12-17", Some(DayQuestion::BeforeWindow)),
        ("2026-12-18", None),
        ("2026-12-19", Some(DayQuestion::Weekend)),
        ("2026-12-25", Some(DayQuestion::BankHoliday)),
        ("2027-01-06", None),
        ("2027-01-07", Some(DayQuestion::AfterWindow)),
    ];
    for (on, expected) in table {
        assert_eq!(
            day_question(day(on), &christmas, &holidays),
            expected,
            "{on}"
        );
    }
}

#[test]
fn clash_of_each_kind_is_found_and_what_only_touches_is_not() {
    use BusyWho::{Family, User};
    use ClashWith::{Chair, Person, Room};
    let mum = |name: &str| Family {
        name_key: name.to_owned(),
    };
    // The meeting is from 14:00 to 16:00, with ten minutes between the parts from 15:00.
    let table: [(BusyWho, &str, &str, &[ClashWith]); 14] = [
        (User(7), "2026-12-04 15:30", "2026-12-04 17:00", &[Chair]),
        (User(7), "2026-12-04 15:00", "2026-12-04 15:10", &[Chair]),
        (User(7), "2026-12-04 16:00", "2026-12-04 17:00", &[]),
        (User(7), "2026-12-04 13:00", "2026-12-04 14:00", &[]),
        (User(7), "2026-12-03 14:00", "2026-12-03 16:00", &[]),
        (User(3), "2026-12-04 15:00", "2026-12-04 15:10", &[]),
        (
            User(3),
            "2026-12-04 14:59",
            "2026-12-04 15:01",
            &[Person(0)],
        ),
        (User(8), "2026-12-04 14:00", "2026-12-04 16:00", &[]),
        (room(), "2026-12-04 15:05", "2026-12-04 15:06", &[Room]),
        (
            police(),
            "2026-12-04 14:30",
            "2026-12-04 15:00",
            &[Person(1)],
        ),
        // Asked to Part 1 only, and so free in Part 2.
        (police(), "2026-12-04 15:30", "2026-12-04 16:00", &[]),
        (
            mum("sian hughes"),
            "2026-12-04 15:30",
            "2026-12-04 15:40",
            &[Person(3)],
        ),
        (
            mum("sian hughes"),
            "2026-12-04 14:00",
            "2026-12-04 15:00",
            &[],
        ),
        (mum("mum"), "2026-12-04 15:30", "2026-12-04 15:40", &[]),
    ];
    for (who, from, to, expected) in table {
        let found: Vec<ClashWith> = clashes(&plan(), &[busy(who.clone(), from, to)])
            .into_iter()
            .map(|clash| clash.with)
            .collect();
        assert_eq!(found, expected, "{who:?} {from}");
    }
}

#[test]
fn namesake_of_another_agency_is_no_clash() {
    let namesake = BusyWho::Professional {
        agency: "camhs".to_owned(),
        name_key: "dai rees".to_owned(),
    };
    let one = busy(namesake, "2026-12-04 14:00", "2026-12-04 16:00");
    assert_eq!(clashes(&plan(), &[one]), []);
}

#[test]
fn agency_without_a_name_clashes_with_nothing() {
    let mut plan = plan();
    plan.people[1].name = String::new();
    let nobody = BusyWho::Professional {
        agency: "south-wales-police".to_owned(),
        name_key: String::new(),
    };
    let one = busy(nobody, "2026-12-04 14:00", "2026-12-04 16:00");
    assert_eq!(clashes(&plan, &[one]), []);
}

#[test]
fn away_takes_whole_days_with_both_ends() {
    let away = Busy::away(BusyWho::User(7), day("2026-12-02"), day("2026-12-04"));
    for (on, expected) in [
        ("2026-12-01", 0),
        ("2026-12-02", 1),
        ("2026-12-04", 1),
        ("2026-12-05", 0),
    ] {
        let mut plan = plan();
        plan.day = day(on);
        let found = clashes(&plan, std::slice::from_ref(&away));
        assert_eq!(found.len(), expected, "{on}");
        assert!(found.iter().all(|clash| clash.why == BusyWhy::Away));
    }
}

#[test]
fn best_day_is_the_earliest_with_least_in_the_way() {
    let policies = policies();
    let from_tuesday = day("2026-11-24");
    let score = |busy: &[Busy]| {
        score_days(
            &plan(),
            &initial_window(),
            from_tuesday,
            &policies.holidays,
            busy,
        )
    };
    let free = score(&[]);
    assert_eq!(free.len(), 10, "Tuesday 24 November to Monday 7 December");
    assert_eq!(best_day(&free).unwrap().day, from_tuesday);

    // The chair is away until the 2nd; on the 3rd one agency cannot, on the 4th the room is taken.
    let taken = [
        Busy::away(BusyWho::User(7), day("2026-11-24"), day("2026-12-02")),
        busy(police(), "2026-12-03 14:00", "2026-12-03 15:00"),
        busy(room(), "2026-12-04 09:00", "2026-12-04 17:00"),
        Busy::away(BusyWho::User(3), day("2026-12-07"), day("2026-12-07")),
    ];
    let scores = score(&taken);
    let best = best_day(&scores).unwrap();
    assert_eq!(best.day, day("2026-12-03"));
    assert_eq!(best.clashes.len(), 1);
    assert_eq!(best.clashes[0].with, ClashWith::Person(1));
}

#[test]
fn whole_plan_has_no_fault() {
    assert_eq!(faults(&plan()), []);
    assert_eq!(plan().hints(&policies()), []);
}

#[test]
fn fault_of_each_kind_is_named_at_its_place() {
    use PlanFault as F;
    use PlanPlace as P;
    type Breaks = fn(&mut MeetingPlan);
    let table: [(Breaks, P, F); 17] = [
        (
            |p| p.day = "2026-11-23".parse().unwrap(),
            P::Day,
            F::DayPast,
        ),
        (
            |p| p.day = "2026-12-08".parse().unwrap(),
            P::Day,
            F::DayReasonMissing,
        ),
        (
            |p| p.day = "2026-12-05".parse().unwrap(),
            P::Day,
            F::DayReasonMissing,
        ),
        (|p| p.part1.minutes = 4, P::Part1, F::Minutes),
        (|p| p.part1.minutes = 90, P::Part2, F::Part2BeforePart1Ends),
        (|p| p.part2 = None, P::Part2, F::NoPart2ReasonMissing),
        (
            |p| p.part2 = Some(part("23:30", 40)),
            P::Part2,
            F::PastMidnight,
        ),
        (
            |p| p.venue = "nowhere".to_owned(),
            P::Venue,
            F::VenueUnknown,
        ),
        (|p| p.chair = None, P::Chair, F::ChairMissing),
        (
            |p| {
                p.people.remove(1);
                p.people[0].part1 = false;
            },
            P::People,
            F::NobodyInPart1,
        ),
        (
            |p| drop(p.people.remove(2)),
            P::People,
            F::YoungPersonMissing,
        ),
        (
            |p| p.people.push(asked(InvitedKind::YoungPerson, "Cerys")),
            P::People,
            F::YoungPersonTwice,
        ),
        (
            |p| p.people[3].name = " ".to_owned(),
            P::Person(3),
            F::NameMissing,
        ),
        (
            |p| p.people[1].agency = String::new(),
            P::Person(1),
            F::AgencyMissing,
        ),
        (|p| p.people[3].part1 = true, P::Person(3), F::NotForPart1),
        (
            |p| p.people[1].part1 = false,
            P::Person(1),
            F::AskedToNothing,
        ),
        (
            |p| p.people[3].part2 = false,
            P::Person(3),
            F::NotAskedReasonMissing,
        ),
    ];
    for (breaks, place, fault) in table {
        let mut broken = plan();
        breaks(&mut broken);
        assert_eq!(faults(&broken), [(place, fault)], "{fault:?}");
    }
}

#[test]
fn reason_with_who_decided_makes_a_departure_whole() {
    let reason = |decided_by| {
        Some(NotAsked {
            reason: "police bail".to_owned(),
            decided_by,
        })
    };
    let mut without_mum = plan();
    without_mum.people[3].part2 = false;
    without_mum.people[3].not_asked = reason(7);
    assert_eq!(faults(&without_mum), []);
    without_mum.people[3].not_asked = reason(0);
    assert_eq!(faults(&without_mum).len(), 1, "nobody decided it");

    let mut professionals_only = plan();
    professionals_only.part2 = None;
    professionals_only.no_part2 = reason(7);
    assert_eq!(faults(&professionals_only), []);

    let mut late = plan();
    late.day = day("2026-12-10");
    late.day_reason = "Cerys is away until then; agreed by the head of service".to_owned();
    assert_eq!(faults(&late), []);
}

#[test]
fn hint_names_a_needed_agency_that_is_not_in_part_1() {
    let mut plan = plan();
    plan.people[1].part1 = false;
    plan.people[4].part2 = false;
    assert_eq!(
        plan.hints(&policies()),
        [
            PlanHint::NeededAgency("south-wales-police".to_owned()),
            PlanHint::NoAdvocate
        ]
    );
    plan.kind = MeetingKind::Review;
    assert_eq!(plan.hints(&policies()), [PlanHint::NoAdvocate]);
}
