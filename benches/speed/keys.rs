//! A cursor key to its frame, and the bytes that it costs, beside `vim -R` on the same rows.

use std::time::Duration;

use crate::figures::{Figure, percentile, ratio, time};
use crate::measure::{to_cases, unlocked};
use crate::terminal::{Answered, Terminal};
use crate::{Asked, stores};

const KEYS: usize = 400;
/// The same key for both: a terminal may send the arrow in two ways, and vim knows one of them.
const DOWN: &str = "j";

pub fn run(asked: &Asked) -> Vec<Figure> {
    let (store, _) = stores::demo(asked.cases);
    let text = stores::as_text(&store);
    let (mut terminal, _) = unlocked(&store, "duty");
    to_cases(&mut terminal);
    // Most of them scroll: the screen has forty rows.
    let ours = press(&mut terminal);
    drop(terminal);
    let mut vim = Terminal::start("vim", &["-R", text.to_str().unwrap()]);
    vim.settle();
    let theirs = press(&mut vim);
    let times = |all: &[Answered], percent| -> Duration {
        let all: Vec<Duration> = all.iter().map(|one| one.after).collect();
        percentile(&all, percent)
    };
    let bytes = |all: &[Answered], percent| -> usize {
        let all: Vec<usize> = all.iter().map(|one| one.bytes).collect();
        percentile(&all, percent)
    };
    let (p50, p99) = (times(&ours, 50), times(&ours, 99));
    let (b50, b99) = (bytes(&ours, 50), bytes(&ours, 99));
    vec![
        Figure::new("cursor key to frame, p50", time(p50))
            .beside(format!(
                "vim -R {}: {:.2}",
                time(times(&theirs, 50)),
                ratio(p50, times(&theirs, 50))
            ))
            .should("no slower than vim -R", p50 <= times(&theirs, 50)),
        Figure::new("cursor key to frame, p99", time(p99))
            .beside(format!("vim -R {}", time(times(&theirs, 99))))
            .should("≤ 5 ms", p99 <= Duration::from_millis(5)),
        Figure::new("bytes for a key, p50", b50.to_string())
            .beside(format!("vim -R {}", bytes(&theirs, 50)))
            .should("≤ 250", b50 <= 250),
        Figure::new("bytes for a key, p99, scrolling included", b99.to_string())
            .beside(format!("vim -R {}", bytes(&theirs, 99)))
            .should("≤ 1,400", b99 <= 1400),
    ]
}

fn press(terminal: &mut Terminal) -> Vec<Answered> {
    (0..KEYS).map(|_| terminal.key(DOWN)).collect()
}
