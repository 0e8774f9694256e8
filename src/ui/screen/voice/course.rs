//! One thing that was said, told or scored: as a line of the list, and in full.

use ratatui::text::{Line, Span};

use crate::app::screen::voice::{difference_words, feeling_words, how_words, support_words};
use crate::domain::voice::{Feeling, Moment, News, Told, Voice};
use crate::ui::text;
use crate::ui::theme::Glyph;
use crate::ui::view::View;
use crate::ui::widget::rows;
use crate::words::Key as W;

const DAY_COLS: usize = 13;
const WHO_COLS: usize = 14;
const SIGN_COLS: usize = 9;

/// A line of the list.
pub(super) fn row<'v>(view: &View<'v>, moment: Moment<'_>, cols: usize) -> rows::Row<'v> {
    let day = view.words.day_near(moment.on(), view.today());
    let (who, sign, says) = match moment {
        Moment::Said(voice) => (
            view.name(voice.heard.name.as_str()).into_owned(),
            voice.heard.feeling.map(|step| steps(view, step)),
            said_short(view, voice),
        ),
        Moment::Told(told) => (
            view.name(told.told.whom.as_str()).into_owned(),
            Some(view.words.say(W::VoiceToldSign).to_owned()),
            news(view, told),
        ),
        Moment::Scored(score) => (
            view.words.say(W::VoiceScore).to_owned(),
            Some(score.score.to_string()),
            view.words
                .with(W::VoiceCategory, &[("category", score.category.into())]),
        ),
    };
    let head = format!(
        "{}{}{}",
        text::pad(&day, DAY_COLS),
        text::pad(&who, WHO_COLS),
        text::pad(&sign.unwrap_or_default(), SIGN_COLS)
    );
    let room = cols.saturating_sub(text::width(&head) + 2);
    let says = text::cut(&says.replace('\n', " "), room);
    rows::Row {
        head,
        rest: vec![Span::raw(says)],
    }
}

/// Five signs, as many of them full as there are steps.
fn steps(view: &View<'_>, feeling: Feeling) -> String {
    let full = view.theme.glyph(Glyph::Today);
    let empty = view.theme.glyph(Glyph::Coming);
    let step = usize::from(feeling.step());
    format!("{}{}", full.repeat(step), empty.repeat(5 - step.min(5)))
}

/// What was said first: their own words before anything else.
fn said_short(view: &View<'_>, voice: &Voice) -> String {
    let heard = &voice.heard;
    let words = [&heard.own_words, &heard.worry, &heard.strength]
        .into_iter()
        .find(|words| !words.as_str().is_empty());
    let mut says = match words {
        Some(words) => quoted(view, words.as_str()),
        None => heard
            .support
            .map(|felt| labelled(view, W::VoiceSupport, support_words(felt)))
            .or_else(|| {
                let made = heard.difference?;
                Some(labelled(view, W::VoiceDifference, difference_words(made)))
            })
            .unwrap_or_default(),
    };
    if !voice.answers.is_empty() {
        let count = i64::try_from(voice.answers.len()).unwrap_or(i64::MAX);
        let dot = view.theme.glyph(Glyph::Dot);
        let answers = view.words.with(W::VoiceAnswers, &[("count", count.into())]);
        says = format!("{answers} {dot} {says}");
    }
    says
}

fn news(view: &View<'_>, told: &Told) -> String {
    match &told.told.news {
        News::NothingYet => view.words.say(W::VoiceToldNothingYet).to_owned(),
        News::Said(words) => words.as_str().to_owned(),
    }
}

/// All of it, in lines of at most `cols` columns.
pub(super) fn whole<'v>(view: &View<'v>, moment: Moment<'_>, cols: usize) -> Vec<Line<'v>> {
    let mut lines = Lines {
        view,
        cols,
        told: Vec::new(),
    };
    match moment {
        Moment::Said(voice) => said_whole(&mut lines, voice),
        Moment::Told(told) => told_whole(&mut lines, told),
        Moment::Scored(score) => {
            let day = view.words.date_with_year(score.on);
            let says = view.words.score(score.score, score.category);
            lines.head(&format!("{day}: {says}"));
            lines.put(view.words.say(W::VoiceScoreSays));
        }
    }
    lines.told
}

fn said_whole(lines: &mut Lines<'_, '_>, voice: &Voice) {
    let (view, heard) = (lines.view, &voice.heard);
    let dot = view.theme.glyph(Glyph::Dot);
    let name = view.name(heard.name.as_str());
    let day = view.words.date_with_year(heard.on);
    let how = view.words.say(how_words(heard.how));
    let by = view.name(&voice.recorded_by).into_owned();
    let by = view.words.with(W::VoiceRecordedBy, &[("name", by.into())]);
    lines.head(&format!("{name}, {day}, {how} {dot} {by}"));
    let mut felt = Vec::new();
    if let Some(step) = heard.feeling {
        let says = view.words.say(feeling_words(step));
        let feeling = view.words.say(W::VoiceFeeling);
        felt.push(format!("{feeling}: {} {says}", steps(view, step)));
    }
    if let Some(support) = heard.support {
        felt.push(labelled(view, W::VoiceSupport, support_words(support)));
    }
    if let Some(made) = heard.difference {
        felt.push(labelled(view, W::VoiceDifference, difference_words(made)));
    }
    if !felt.is_empty() {
        lines.put(&felt.join(&format!(" {dot} ")));
    }
    if !heard.own_words.as_str().is_empty() {
        lines.put(&quoted(view, heard.own_words.as_str()));
    }
    for (label, words) in [
        (W::VoiceWorry, &heard.worry),
        (W::VoiceStrength, &heard.strength),
    ] {
        if !words.as_str().is_empty() {
            lines.put(&format!("{}: {}", view.words.say(label), words.as_str()));
        }
    }
    if voice.answers.is_empty() {
        lines.put(view.words.say(W::VoiceNoAnswer));
    }
    for answer in &voice.answers {
        let day = view.words.day_near(answer.on, view.today());
        let label = view.words.say(W::VoiceInAnswer);
        let by = view.name(&answer.by);
        lines.put(&format!("{label} {day}: {} ({by})", answer.what.as_str()));
    }
}

fn told_whole(lines: &mut Lines<'_, '_>, told: &Told) {
    let view = lines.view;
    let whom = view.name(told.told.whom.as_str()).into_owned();
    let day = view.words.date_with_year(told.told.on);
    let given = [
        ("whom", whom.into()),
        ("day", day.into()),
        ("by", view.name(&told.by).into_owned().into()),
    ];
    lines.head(&view.words.with(W::VoiceToldSays, &given));
    lines.put(&news(view, told));
    let how = told.told.how.for_professionals();
    if !how.is_empty() {
        lines.put(&format!("{}: {how}", view.words.say(W::VoiceToldHow)));
    }
}

/// Lines on their way to the screen.
struct Lines<'a, 'v> {
    view: &'a View<'v>,
    cols: usize,
    told: Vec<Line<'v>>,
}

impl Lines<'_, '_> {
    fn head(&mut self, says: &str) {
        for line in text::wrap(says, self.cols) {
            let style = self.view.theme.title();
            self.told.push(Line::styled(format!(" {line}"), style));
        }
    }

    fn put(&mut self, says: &str) {
        for line in text::wrap(says, self.cols) {
            self.told.push(Line::raw(format!(" {line}")));
        }
    }
}

fn labelled(view: &View<'_>, label: W, says: W) -> String {
    format!("{}: {}", view.words.say(label), view.words.say(says))
}

fn quoted(view: &View<'_>, words: &str) -> String {
    view.words.with(W::VoiceQuoted, &[("words", words.into())])
}
