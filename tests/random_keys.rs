//! Thousands of random keys from every screen, in three sizes, with frames in between: whatever
//! somebody presses, the program neither panics nor stops drawing, and can be left.
//!
//! Each storm has a process, a home and a copy of the store of its own: what is typed there writes
//! documents into folders too. A seed is chosen by `DIOGEL_SEED` (a number, or `random`), how many
//! keys by `DIOGEL_KEYS`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::string_slice,
    reason = "a test stops at the first fault, and knows its own texts"
)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use diogel::app::input::{Key, KeyCode};
use diogel::app::screen::{Reopen, Screen};
use diogel::casework::after;
use diogel::domain::case::CaseId;
use diogel::domain::meeting::MeetingId;
use diogel::domain::minutes::MinutesKind;
use diogel::store::Store;
use rand::rngs::SysRng;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

#[path = "support/house.rs"]
mod house;
#[path = "support/stores.rs"]
mod stores;

use house::House;
use stores::{as_user, demo_in, folder_in_memory, now, opened_as};

/// Keys from each place, shared out over the three sizes.
const KEYS: usize = 10_000;
const SIZES: [(u16, u16); 3] = [(80, 24), (20, 5), (1, 1)];
/// After so many keys it begins anew where it began, with the store as it was.
const KEYS_A_BEGINNING: usize = 256;
/// As often Back leads out of anywhere.
const DEEPEST: usize = 16;

/// Set for the process that a storm rages in: the folder of the store to copy.
const INSIDE: &str = "DIOGEL_STORM_STORE";

/// Where a storm begins.
struct Beginning {
    user: &'static str,
    at: At,
    keys: &'static str,
    /// Stands on the screen at 80×24 when there is really something to do.
    sees: &'static str,
}

/// What is in front after coming in, found by SQL in the store.
enum At {
    FirstPlace,
    Outside,
    NoStore,
    Of(&'static str, fn(i64) -> Reopen),
}

/// Makes a test of each row, and of all of them the list of screens that have a storm. There is no
/// wildcard: a new screen does not compile before it has a row here.
macro_rules! storms {
    ($($name:ident: $screen:ident, $user:literal, $at:expr, $keys:literal, $sees:literal;)+) => {
        $(
            #[test]
            fn $name() {
                storm(
                    stringify!($name),
                    stringify!($screen),
                    &Beginning { user: $user, at: $at, keys: $keys, sees: $sees },
                );
            }
        )+

        #[expect(unreachable_patterns, reason = "a screen may have more storms than one")]
        fn name_of(screen: &Screen) -> &'static str {
            match screen {
                $(Screen::$screen(_) => stringify!($screen),)+
            }
        }
    };
}

const ON_PROTOCOL: &str = "SELECT case_id FROM plan WHERE status = 'agreed'
     AND case_id IN (SELECT id FROM case_record WHERE stage = 'on-protocol') ORDER BY id DESC";
const UNTRIAGED: &str = "SELECT case_id FROM referral WHERE triaged_at IS NULL ORDER BY id DESC";
const NOT_DECIDED: &str = "SELECT id FROM case_record WHERE stage = 'put-forward' ORDER BY id";
const SERAF_LEFT: &str = "SELECT case_id FROM assessment WHERE status = 'draft' ORDER BY id";
const TO_PLAN: &str = "SELECT id FROM case_record WHERE stage = 'to-be-heard'
     AND id NOT IN (SELECT case_id FROM meeting WHERE status = 'planned') ORDER BY id";
const PLANNED: &str = "SELECT case_id FROM meeting WHERE status = 'planned'
     AND held_on > '2026-11-23' AND part2_start IS NOT NULL ORDER BY held_on";
const PLANNED_TODAY: &str = "SELECT id FROM meeting WHERE status = 'planned'
     AND held_on = '2026-11-23' AND part2_start IS NOT NULL ORDER BY part1_start DESC";
const JUST_HELD: &str = "SELECT id FROM meeting WHERE status = 'held' AND held_on = '2026-11-23'";
const WITH_MINUTES: &str = "SELECT meeting_id FROM minutes WHERE approved_at IS NULL
     UNION SELECT id FROM meeting WHERE status = 'held' ORDER BY 1";

storms! {
    locked_screen: Unlock, "", At::Outside, "", "Passphrase";
    first_run: FirstRun, "", At::NoStore, "", "Passphrase";
    today: Today, "duty", At::FirstPlace, "1", "Triage";
    cases: Cases, "worker", At::FirstPlace, "2", "NPT-";
    search: Cases, "worker", At::FirstPlace, "/a", "NPT-";
    case_page: Case, "principal", At::Of(ON_PROTOCOL, |id| Reopen::Case(CaseId(id))), "", "NPT-";
    referral: Referral, "duty", At::FirstPlace, "n", "New referral";
    triage: Triage, "duty", At::Of(UNTRIAGED, |id| Reopen::Triage(CaseId(id))), "", "NPT-";
    person: Person, "duty", At::Of(UNTRIAGED, |id| Reopen::Person(CaseId(id))), "", "NPT-";
    seraf: Seraf, "worker", At::Of(SERAF_LEFT, |id| Reopen::Seraf(CaseId(id))), "", "draft";
    decision: Decision, "principal", At::Of(NOT_DECIDED, |id| Reopen::Decision(CaseId(id))), "", "NPT-";
    waiting: Waiting, "principal", At::Of("SELECT 1", |_| Reopen::Waiting), "", "NPT-";
    meetings: Meetings, "chair", At::FirstPlace, "3", "NPT-";
    planner_of_a_new_meeting: Planner, "worker", At::Of(TO_PLAN, |id| Reopen::Planner(CaseId(id))), "", "NPT-";
    planner_of_a_planned_meeting: Planner, "worker", At::Of(PLANNED, |id| Reopen::Planner(CaseId(id))), "", "NPT-";
    preparation: Preparation, "worker", At::Of(PLANNED, |id| Reopen::Preparation(CaseId(id))), "", "Asked beforehand";
    invitations: Preparation, "worker", At::Of(PLANNED, |id| Reopen::Preparation(CaseId(id))), "i", "coming";
    protocol: Protocol, "chair", At::Of("SELECT 1", |_| Reopen::Protocol), "", "NPT-";
    deciding: Deciding, "chair", At::Of(JUST_HELD, |id| Reopen::Deciding(MeetingId(id))), "", "NPT-";
    minutes_read: Minutes, "chair", At::Of(WITH_MINUTES, |id| Reopen::Minutes(MeetingId(id), MinutesKind::Family)), "", "NPT-";
    minutes_written: Minutes, "chair", At::Of(JUST_HELD, |id| Reopen::Minutes(MeetingId(id), MinutesKind::Full)), "e", "NPT-";
    plan: Plan, "worker", At::Of(ON_PROTOCOL, |id| Reopen::Plan(CaseId(id))), "", "NPT-";
    plan_being_made: Plan, "worker", At::Of(ON_PROTOCOL, |id| Reopen::Plan(CaseId(id))), "p", "NPT-";
    voice: Voice, "worker", At::Of(ON_PROTOCOL, |id| Reopen::Voice(CaseId(id))), "", "NPT-";
    panel: Panel, "panel", At::FirstPlace, "", "Panel";
    attendance_of_a_case: Attendance, "chair", At::Of(ON_PROTOCOL, |id| Reopen::AttendanceOf(CaseId(id))), "", "NPT-";
    attendance_of_agencies: Attendance, "chair", At::Of("SELECT 1", |_| Reopen::AttendanceOfAgencies), "", "olice";
    runner: Runner, "chair", At::Of(PLANNED_TODAY, |id| Reopen::Runner(MeetingId(id))), "b<down>p", "PROFESSIONALS ONLY";
    curtain: Runner, "chair", At::Of(PLANNED_TODAY, |id| Reopen::Runner(MeetingId(id))), "b<down>p<ctrl-t>", "WHAT THE FAMILY WILL SEE";
    family: Family, "chair", At::Of(PLANNED_TODAY, |id| Reopen::Runner(MeetingId(id))), "b<down>p<ctrl-t><enter>", "Welcome";
    family_plan: Family, "chair", At::Of(PLANNED_TODAY, |id| Reopen::Runner(MeetingId(id))), "b<down>p<ctrl-t><enter><pgdn><pgdn><pgdn>", "plan";
    admin: Admin, "admin", At::FirstPlace, "6", "Beca Llwyd";
}

/// The folder of the store that all storms begin with, made once. One of today's meetings has been
/// held in it, and nothing is decided or written of that.
fn pristine() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random_keys");
        if folder.exists() {
            std::fs::remove_dir_all(&folder).unwrap();
        }
        std::fs::create_dir_all(&folder).unwrap();
        let path = demo_in(&folder, 11, 40, now());
        let mut store = opened_as(&path, "chair");
        let first = "SELECT id FROM meeting WHERE held_on = '2026-11-23' AND status = 'planned'
             ORDER BY part1_start";
        let id = first_of(&store, first).unwrap();
        as_user(&mut store, "chair", now(), |desk| {
            after::mark_held(desk, MeetingId(id), 1).unwrap();
        });
        folder
    })
}

fn first_of(store: &Store, sql: &str) -> Option<i64> {
    store.connection().query_row(sql, [], |row| row.get(0)).ok()
}

/// A copy of the store as it was at first, in place of what a storm has left.
fn fresh_copy(from: &Path, to: &Path) -> PathBuf {
    if to.exists() {
        std::fs::remove_dir_all(to).unwrap();
    }
    std::fs::create_dir(to).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
    to.join("demo.diogel")
}

/// Letters most of all, for they are both words and commands; every other kind of key too.
fn any_key(dice: &mut ChaCha8Rng) -> Key {
    const LETTERS: &[char] = &[
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r',
        's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 'E', 'G', 'N', 'P', 'S', 'X', '1', '2', '3', '6',
        '/', ':', '?', '-', '[', ']', ' ', 'ŵ', '日',
    ];
    const NAMED: &[KeyCode] = &[
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::F(1),
        KeyCode::F(2),
        KeyCode::F(3),
        KeyCode::F(5),
        KeyCode::F(8),
    ];
    const CTRL: &[char] = &[
        's', 'u', 'd', 'r', 'g', 'j', 'x', 't', 'n', 'p', 'l', 'z', 'c',
    ];
    match dice.random_range(0..100) {
        0..50 => Key::plain(KeyCode::Char(LETTERS[dice.random_range(0..LETTERS.len())])),
        50..94 => Key::plain(NAMED[dice.random_range(0..NAMED.len())]),
        _ => Key::ctrl(CTRL[dice.random_range(0..CTRL.len())]),
    }
}

/// Lets a storm rage in a process of its own, which holds whatever it writes.
#[track_caller]
fn storm(name: &str, screen: &str, beginning: &Beginning) {
    if let Some(from) = std::env::var_os(INSIDE) {
        return rage(Path::new(&from), screen, beginning);
    }
    let home = folder_in_memory();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .env(INSIDE, pristine())
        .env("HOME", home.path())
        .current_dir(home.path())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{told}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    // A process that found no test of this name would end well too.
    assert!(told.contains("test result: ok. 1 passed"), "{told}");
}

/// Begins in a place, again and again, and presses keys.
#[track_caller]
fn rage(from: &Path, screen: &str, beginning: &Beginning) {
    let folder = folder_in_memory();
    let store = folder.path().join("store");
    let seed = std::env::var("DIOGEL_SEED").ok();
    let seed = seed.map_or(5, |seed| match seed.as_str() {
        "random" => ChaCha8Rng::try_from_rng(&mut SysRng).unwrap().random(),
        number => number.parse().unwrap(),
    });
    eprintln!("DIOGEL_SEED={seed}");
    let keys = std::env::var("DIOGEL_KEYS").map_or(KEYS, |keys| keys.parse().unwrap());
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    for size in SIZES {
        let mut pressed = 0;
        while pressed < keys.div_ceil(SIZES.len()) {
            let path = fresh_copy(from, &store);
            let mut house = begun(&path, screen, beginning);
            house.resize(size.0, size.1);
            for (cols, rows) in [(0, 0), (1, 1), (40, 12), (200, 60)] {
                house.frame(cols, rows);
            }
            for number in 0..KEYS_A_BEGINNING {
                house.key(any_key(&mut dice));
                pressed += 1;
                if number % 5 == 0 {
                    house.screen();
                }
                if number % 100 == 99 {
                    house.paste("Siân\u{1b}[31m\nllinell arall\t");
                    house.frame(0, 0);
                    house.frame(80, 24);
                }
                let is_inside = house.model.actor.is_some();
                let began_inside = !matches!(beginning.at, At::Outside | At::NoStore);
                if house.has_quit || is_inside != began_inside {
                    break;
                }
            }
            assert_has_a_way_out(&mut house);
        }
    }
}

/// Comes in, goes to the place and sees that it is there, with work to do.
#[track_caller]
fn begun(path: &Path, screen: &str, beginning: &Beginning) -> House {
    let opened = match beginning.at {
        At::NoStore => &path.with_file_name("none.diogel"),
        _ => path,
    };
    let mut house = House::open(opened, now(), (80, 24));
    if let At::Of(sql, reopen) = beginning.at {
        let store = opened_as(path, beginning.user);
        let id = first_of(&store, sql).unwrap_or_else(|| panic!("there is none of: {sql}"));
        house.model.begins_with = Some(reopen(id));
    }
    if !beginning.user.is_empty() {
        house.come_in(beginning.user);
    }
    house.press(beginning.keys);
    let in_front = house.model.screen().map(name_of);
    assert_eq!(in_front, Some(screen), "{}", house.screen());
    house.sees(beginning.sees);
    house
}

/// Wherever somebody got to: Back leads to the first place, and Ctrl-C and Enter out of it all.
#[track_caller]
fn assert_has_a_way_out(house: &mut House) {
    for _ in 0..DEEPEST {
        if house.has_quit {
            return;
        }
        house.press("<ctrl-g>");
    }
    let front = house.model.screen().map(name_of);
    let outmost = ["Today", "Panel", "Admin", "Unlock", "FirstRun", "Family"];
    assert!(
        front.is_some_and(|front| outmost.contains(&front)) && house.model.dialogs.is_empty(),
        "Back does not lead out of {front:?}:\n{}",
        house.screen()
    );
    house.press("<ctrl-c><enter>");
    assert!(house.has_quit, "there is no leaving:\n{}", house.screen());
}
