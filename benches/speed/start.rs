//! From the start to the first whole frame, beside `less` and `vim -R` on the same rows; idling;
//! memory.

use std::time::{Duration, Instant};

use crate::figures::{Figure, percentile, ratio, time};
use crate::measure::{to_cases, unlocked};
use crate::terminal::Terminal;
use crate::{Asked, stores};

const TIMES: usize = 15;
const IDLE: Duration = Duration::from_secs(10);

pub fn run(asked: &Asked) -> Vec<Figure> {
    let (store, made_in) = stores::demo(asked.cases);
    let text = stores::as_text(&store);
    let text = text.to_str().unwrap();
    let mut figures = Vec::new();
    if let Some(took) = made_in {
        figures.push(Figure::new(
            format!("making {} cases", asked.cases),
            time(took),
        ));
    }
    let ours: Vec<Duration> = (0..TIMES).map(|_| unlocked(&store, "duty").1).collect();
    let ours = percentile(&ours, 50);
    for (program, arguments) in [("less", vec![text]), ("vim", vec!["-R", text])] {
        let theirs: Vec<Duration> = (0..TIMES)
            .map(|_| first_frame(program, &arguments))
            .collect();
        let theirs = percentile(&theirs, 50);
        let figure = Figure::new(
            format!("start to first frame, {} cases", asked.cases),
            time(ours),
        )
        .beside(format!(
            "{program} {}: {:.2}",
            time(theirs),
            ratio(ours, theirs)
        ));
        figures.push(if program == "less" {
            figure.should("no slower than less", ours <= theirs)
        } else {
            figure
        });
    }
    figures.push(idle(&store));
    figures.push(memory(&store, asked.cases));
    if asked.has_million {
        let (store, made_in) = stores::demo(stores::MILLION);
        if let Some(took) = made_in {
            figures.push(Figure::new("making 1000000 cases", time(took)));
        }
        figures.push(memory(&store, stores::MILLION));
    }
    figures
}

fn first_frame(program: &str, arguments: &[&str]) -> Duration {
    let began = Instant::now();
    let terminal = Terminal::start(program, arguments);
    let is_whole = |screen: &vt100::Screen| {
        screen
            .rows(0, crate::COLS)
            .take(usize::from(crate::ROWS) - 1)
            .all(|row| !row.trim().is_empty())
    };
    terminal.wait("the first screen", is_whole);
    terminal.settle();
    let whole = terminal.wait("the first screen", is_whole);
    whole.duration_since(began)
}

fn idle(store: &std::path::Path) -> Figure {
    let (mut terminal, _) = unlocked(store, "duty");
    to_cases(&mut terminal);
    // What is filled in while the cursor rests is not idling yet.
    std::thread::sleep(Duration::from_secs(2));
    let (before, _) = terminal.usage();
    let bytes = terminal.bytes();
    std::thread::sleep(IDLE);
    let (after, _) = terminal.usage();
    let (worked, written) = (after.saturating_sub(before), terminal.bytes() - bytes);
    Figure::new(
        format!("{} s idle", IDLE.as_secs()),
        format!("{} of processor, {written} bytes", time(worked)),
    )
    .should("none", worked.is_zero() && written == 0)
}

fn memory(store: &std::path::Path, cases: u64) -> Figure {
    let (mut terminal, _) = unlocked(store, "duty");
    to_cases(&mut terminal);
    for _ in 0..30 {
        terminal.key("\x1b[6~");
    }
    terminal.send("/siân");
    terminal.settle();
    terminal.send("\r");
    terminal.settle();
    let (_, kib) = terminal.usage();
    Figure::new(
        format!("resident memory, {cases} cases, after paging and a search"),
        format!("{}.{} MiB", kib / 1024, kib % 1024 * 10 / 1024),
    )
    .should("≤ 25 MiB at 1,000,000", kib <= 25 * 1024)
}
