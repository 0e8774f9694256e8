//! One row of the table: what was measured, how it went, what it is measured against.

use std::time::Duration;

/// A measured row.
pub struct Figure {
    what: String,
    ours: String,
    beside: String,
    to_reach: &'static str,
    is_reached: Option<bool>,
}

impl Figure {
    pub fn new(what: impl Into<String>, ours: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            ours: ours.into(),
            beside: String::new(),
            to_reach: "",
            is_reached: None,
        }
    }

    pub fn beside(mut self, beside: impl Into<String>) -> Self {
        self.beside = beside.into();
        self
    }

    pub fn should(mut self, to_reach: &'static str, is_reached: bool) -> Self {
        self.to_reach = to_reach;
        self.is_reached = Some(is_reached);
        self
    }

    pub fn print(&self) {
        let reached = match self.is_reached {
            Some(true) => "yes",
            Some(false) => "NO",
            None => "",
        };
        let (what, ours, beside, to_reach) = (&self.what, &self.ours, &self.beside, self.to_reach);
        println!("| {what} | {ours} | {beside} | {to_reach} | {reached} |");
    }
}

pub fn heading() {
    println!("| what | measured | beside | to reach | reached |\n| --- | --- | --- | --- | --- |");
}

/// `12.3 ms`, or microseconds below one.
pub fn time(duration: Duration) -> String {
    let micros = duration.as_micros();
    if micros < 1000 {
        format!("{micros} µs")
    } else {
        format!("{:.1} ms", duration.as_secs_f64() * 1000.0)
    }
}

pub fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64().max(1e-9)
}

/// The value below which so many of a hundred lie.
pub fn percentile<T: Copy + Ord>(values: &[T], percent: usize) -> T {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let place = (sorted.len() * percent).div_ceil(100).max(1) - 1;
    sorted[place.min(sorted.len() - 1)]
}
