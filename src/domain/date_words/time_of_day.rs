//! Times of day as people type them: `14:00`, `2pm`, `1430`, `9.30`, `2 yp`.

use chrono::NaiveTime;

const MOST_CHARS: usize = 20;

/// Why what was typed is no time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TimeProblem {
    #[error("nothing is typed")]
    Empty,
    #[error("not understood as a time of day")]
    NotUnderstood,
    /// 25:00, 9:75, 14pm.
    #[error("there is no such time of day")]
    NoSuchTime,
    /// A lone hour from 1 to 6, which may be night or afternoon.
    #[error("{hour} in the morning or in the afternoon?")]
    MorningOrAfternoon { hour: u32 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

const HALVES: [(&str, Half); 10] = [
    ("am", Half::Morning),
    ("a.m.", Half::Morning),
    ("yb", Half::Morning),
    ("y bore", Half::Morning),
    ("pm", Half::Afternoon),
    ("p.m.", Half::Afternoon),
    ("yp", Half::Afternoon),
    ("yh", Half::Afternoon),
    ("y prynhawn", Half::Afternoon),
    ("yr hwyr", Half::Afternoon),
];

/// The time of day that is meant by what was typed.
///
/// With minutes it is read by 24 hours (`2:30` is at night, `14:30` or `2.30pm` is not). A lone
/// hour is read so too, except 1 to 6, where nobody can know and the person is asked.
///
/// # Errors
/// A [`TimeProblem`] whose kind says what to tell the person.
pub fn time(typed: &str) -> Result<NaiveTime, TimeProblem> {
    if typed.trim().is_empty() {
        return Err(TimeProblem::Empty);
    }
    if typed.chars().nth(MOST_CHARS).is_some() {
        return Err(TimeProblem::NotUnderstood);
    }
    let typed = typed.trim().to_lowercase();
    if matches!(
        typed.as_str(),
        "noon" | "midday" | "canol dydd" | "hanner dydd"
    ) {
        return at(12, 0);
    }
    let half = HALVES
        .iter()
        .find_map(|(ending, half)| Some((typed.strip_suffix(ending)?.trim_end(), *half)));
    let (clock, half) = match half {
        Some((clock, half)) => (clock, Some(half)),
        None => (typed.as_str(), None),
    };
    let (hour, minute) = hour_and_minute(clock)?;
    match (half, minute) {
        (Some(half), _) => {
            if !(1..=12).contains(&hour) {
                return Err(TimeProblem::NoSuchTime);
            }
            // 12am is midnight and 12pm is noon.
            let from = if half == Half::Morning { 0 } else { 12 };
            at(hour % 12 + from, minute.unwrap_or(0))
        }
        (None, None) if (1..=6).contains(&hour) => Err(TimeProblem::MorningOrAfternoon { hour }),
        (None, _) => at(hour, minute.unwrap_or(0)),
    }
}

fn at(hour: u32, minute: u32) -> Result<NaiveTime, TimeProblem> {
    NaiveTime::from_hms_opt(hour, minute, 0).ok_or(TimeProblem::NoSuchTime)
}

fn hour_and_minute(clock: &str) -> Result<(u32, Option<u32>), TimeProblem> {
    if let Some((hour, minute)) = clock.split_once([':', '.', 'h']) {
        if minute.chars().count() != 2 {
            return Err(TimeProblem::NotUnderstood);
        }
        return Ok((digits(hour)?, Some(digits(minute)?)));
    }
    let number = digits(clock)?;
    match clock.len() {
        1 | 2 => Ok((number, None)),
        _ => Ok((number / 100, Some(number % 100))),
    }
}

fn digits(text: &str) -> Result<u32, TimeProblem> {
    let fits = (1..=4).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|_| fits)
        .ok_or(TimeProblem::NotUnderstood)
}
