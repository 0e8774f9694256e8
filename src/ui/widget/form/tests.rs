//! What stands beside a typed day, and where it stands when there is no room for it.

use std::sync::Arc;

use chrono::TimeZone;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::*;
use crate::app::model::{Model, Size};
use crate::domain::bilingual::Language;
use crate::domain::rules::Rules;
use crate::ui::Theme;
use crate::words::Words;

fn drawn(typed: &str, cols: u16, language: Language) -> String {
    let field = Field::reading("told", W::ReferralReceivedOn, Reads::DayPast);
    drawn_field(field, typed, cols, language)
}

fn drawn_field(field: Field, typed: &str, cols: u16, language: Language) -> String {
    let size = Size { cols, rows: 6 };
    let now = chrono::Utc.with_ymd_and_hms(2026, 11, 24, 10, 0, 0);
    let rules = Arc::new(Rules::embedded().unwrap());
    let (model, _) = Model::new(size, now.unwrap(), language, rules, None);
    let view = View {
        model: &model,
        words: Words::embedded(language),
        theme: Theme::default(),
    };
    let mut form = Form::new(vec![field]);
    form.paste(typed);
    let mut terminal = Terminal::new(TestBackend::new(cols, 6)).unwrap();
    terminal
        .draw(|frame| super::draw(frame, frame.area(), &view, &form))
        .unwrap();
    let rows = terminal.backend().buffer().content.chunks(cols.into());
    let line = |row: &[ratatui::buffer::Cell]| -> String {
        let row: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
        row.trim_end().to_owned()
    };
    rows.map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn day_read_stands_beside_it_whole_or_short_and_below_where_neither_fits() {
    let english = Language::English;
    let wide = drawn("23/11/2026", 100, english);
    assert!(
        wide.contains("23/11/2026  that is Monday 23 November 2026, yesterday"),
        "{wide}"
    );
    let usual = drawn("23/11/2026", 80, english);
    assert!(
        usual.contains("23/11/2026  that is Mon 23 Nov, yesterday"),
        "{usual}"
    );
    let narrow = drawn("23/11/2026", 48, english);
    assert!(
        narrow.contains("\n                 that is Monday 23 November"),
        "{narrow}"
    );
    let welsh = drawn("23/11/2026", 80, Language::Welsh);
    assert!(welsh.contains("ddoe"), "{welsh}");
}

#[test]
fn label_longer_than_its_column_goes_on_below_and_is_never_cut() {
    for language in [Language::English, Language::Welsh] {
        let words = Words::embedded(language);
        let label = words.say(W::PreparationReceived);
        for cols in [40, 60, 80] {
            let field = Field::line("received", W::PreparationReceived);
            let shown = drawn_field(field, "", cols, language);
            for word in label.split_whitespace() {
                assert!(shown.contains(word), "{cols}: {word} of {label}: {shown}");
            }
            assert!(!shown.contains('…'), "{cols}: {shown}");
        }
    }
}
