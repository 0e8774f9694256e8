//! The plan of a demo: the same by its seed, whole in its stages, and never ahead of its day.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::*;
use crate::domain::referral::faults;
use crate::domain::rules::Rules;

fn monday() -> DateTime<Utc> {
    "2026-11-23T10:42:00Z".parse().unwrap()
}

fn rules() -> Rules {
    Rules::embedded().unwrap()
}

#[test]
fn population_of_one_seed_is_always_the_same_and_of_another_is_not() {
    let rules = rules();
    let told = |seed| -> Vec<Story> {
        let all = Population::new(&rules, seed, 60, monday());
        all.beginnings().map(|one| all.story(one.story)).collect()
    };
    assert_eq!(told(1), told(1));
    assert_ne!(told(1), told(2));
}

#[test]
fn stories_begin_in_the_order_of_time_and_each_once() {
    let rules = rules();
    let all = Population::new(&rules, 3, 9_000, monday());
    let beginnings: Vec<_> = all.beginnings().collect();
    assert!(
        beginnings
            .windows(2)
            .all(|pair| pair[0].not_before <= pair[1].not_before)
    );
    let numbers: BTreeSet<u64> = beginnings.iter().map(|one| one.story).collect();
    assert_eq!(numbers.len(), 9_000);
    assert_eq!(all.count(), 9_000);
}

#[test]
fn steps_are_in_order_begin_with_a_referral_and_never_lie_ahead() {
    let rules = rules();
    let all = Population::new(&rules, 4, 400, monday());
    for one in all.beginnings() {
        let story = all.story(one.story);
        assert!(story.steps.windows(2).all(|pair| pair[0].at <= pair[1].at));
        assert!(story.steps.iter().all(|step| step.at <= monday()));
        if let Some(first) = story.steps.first() {
            assert!(matches!(first.deed, Deed::Referred(_)), "{story:#?}");
        }
        assert!(story.person.is_named());
    }
}

#[test]
fn scenes_alone_hold_every_kind_of_deed() {
    let rules = rules();
    let all = Population::new(&rules, 1, 38, monday());
    let mut kinds = BTreeSet::new();
    for one in all.beginnings() {
        for step in all.story(one.story).steps {
            let told = format!("{:?}", step.deed);
            let kind = told.split(|c: char| !c.is_alphanumeric()).next().unwrap();
            kinds.insert(kind.to_owned());
        }
    }
    for kind in [
        "Referred",
        "ConfirmedInWriting",
        "Triaged",
        "SerafLeft",
        "SerafCompleted",
        "PutForward",
        "Decided",
        "MeetingPlanned",
        "MeetingHeld",
        "MeetingCancelled",
        "PapersSent",
        "CorrectionsClosed",
        "Joined",
        "Restricted",
        "Closed",
        "DraftKept",
    ] {
        assert!(kinds.contains(kind), "{kind} is missing: {kinds:?}");
    }
}

#[test]
fn referrals_of_all_stories_have_nothing_that_casework_would_refuse() {
    let rules = rules();
    // The second has somebody referred twice, who is grown up by the second time.
    let tuesday = "2026-11-24T10:35:00Z".parse().unwrap();
    for (seed, stories, now) in [(1, 5_000, monday()), (3, 300, tuesday)] {
        let all = Population::new(&rules, seed, stories, now);
        for one in all.beginnings() {
            for step in all.story(one.story).steps {
                if let Deed::Referred(new) = &step.deed {
                    let found = faults(&new.cleaned(), step.at, &rules.policies);
                    assert!(found.is_empty(), "{}: {found:?}", one.story);
                }
            }
        }
    }
}
