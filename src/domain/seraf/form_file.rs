//! From the text of a form file to a checked [`Form`].
//!
//! The contract of the file is in DESIGN.md, section 5. The first fault found is told, by file and
//! key. Nothing is guessed: a key that is not known is refused, because a mistyped `point = 5`
//! would otherwise quietly score nothing.

mod header;
mod reader;

use std::sync::Arc;

use toml::{Table, Value};

use self::header::{about, extras};
use self::reader::Keys;
use super::form::{
    Band, Choice, Column, Every, Form, FormBody, FormId, Item, MOST_COLUMNS, Rule, Section, Window,
};
use super::form_error::{FormError, FormProblem};

/// More points than any form gives; keeps every sum far from overflow.
const MOST_POINTS: u32 = 1_000;
const MOST_TOTAL: u32 = 100_000_000;
const MOST_MONTHS: u32 = 1_200;
const MOST_ITEMS: usize = 1_000;
/// From this many points on, a column is taken for a significant one unless the file says when to
/// warn (DOMAIN.md, hazards).
const SIGNIFICANT_POINTS: u32 = 5;

impl Form {
    /// Reads and checks a form file. `file` is only used to name it in errors.
    ///
    /// # Errors
    /// The first fault, with its key.
    pub fn from_toml(file: &str, text: &str) -> Result<Self, FormError> {
        let table = text
            .parse::<Table>()
            .map_err(|error| not_toml(file, text, &error))?;
        let root = Keys::new(file, String::new(), &table);
        let id = FormId::new(&root.id("id")?);
        let title = root.bilingual("title")?;
        let source = root.text("source")?;
        let at_risk_from = root.number("at_risk_from", MOST_TOTAL)?;
        let reassess_every = every(&root, "reassess_every")?;
        let welsh_checked = root.yes_or_no_if_any("welsh_checked")?.unwrap_or(false);
        let mut sections = sections(&root)?;
        let extras = extras(&root)?;
        let about = about(&root)?;
        let bands = bands(&root)?;
        let at_risk_category = bands
            .iter()
            .find(|band| band.from == at_risk_from)
            .map(|band| band.category)
            .ok_or_else(|| root.refuse("at_risk_from", FormProblem::NotABandStart(at_risk_from)))?;
        for column in sections.iter_mut().flat_map(|section| &mut section.columns) {
            if column.points >= SIGNIFICANT_POINTS {
                column.warn_below.get_or_insert(at_risk_category);
            }
        }
        let rules = rules(&root, &sections, &bands)?;
        let form = Self(Arc::new(FormBody {
            id,
            title,
            source,
            at_risk_from,
            reassess_every,
            welsh_checked,
            places: places(&sections),
            sections,
            bands,
            rules,
            extras,
            about,
            file_text: text.to_owned(),
        }));
        check_reach(&root, &form)?;
        root.finish()?;
        Ok(form)
    }
}

fn not_toml(file: &str, text: &str, error: &toml::de::Error) -> FormError {
    let start = error.span().map_or(0, |span| span.start);
    let line = 1 + text.bytes().take(start).filter(|&b| b == b'\n').count();
    FormError {
        file: file.to_owned(),
        key: format!("line {line}"),
        problem: FormProblem::NotToml(error.message().replace('\n', ", ")),
    }
}

fn places(sections: &[Section]) -> Vec<(usize, usize)> {
    let items_of =
        |(at, section): (usize, &Section)| (0..section.items.len()).map(move |item| (at, item));
    sections.iter().enumerate().flat_map(items_of).collect()
}

fn every(keys: &Keys<'_>, key: &'static str) -> Result<Every, FormError> {
    let text = keys.text(key)?;
    let refused = || keys.refuse(key, FormProblem::NotASpan(text.clone()));
    let (number, unit) = text.split_once(' ').ok_or_else(refused)?;
    let number: u32 = number
        .parse()
        .ok()
        .filter(|n| (1..=MOST_MONTHS).contains(n))
        .ok_or_else(refused)?;
    match unit.trim() {
        "day" | "days" => Ok(Every::Days(number)),
        "week" | "weeks" => Ok(Every::Days(number * 7)),
        "month" | "months" => Ok(Every::Months(number)),
        "year" | "years" => Ok(Every::Months(number * 12)),
        _ => Err(refused()),
    }
}

fn sections(root: &Keys<'_>) -> Result<Vec<Section>, FormError> {
    let mut sections: Vec<Section> = Vec::new();
    let mut item_count = 0;
    for keys in root.tables("section")? {
        let id = keys.id("id")?;
        refuse_double(&keys, &id, sections.iter().map(|section| &section.id))?;
        let title = keys.bilingual("title")?;
        let columns = columns(&keys)?;
        let choice = choice(&keys, columns.len())?;
        let items = items(&keys, &columns, &sections)?;
        keys.finish()?;
        item_count += items.len();
        sections.push(Section {
            id,
            title,
            choice,
            columns,
            items,
        });
    }
    refuse_none(root, "section", sections.len(), MOST_ITEMS)?;
    refuse_none(root, "section", item_count, MOST_ITEMS)?;
    Ok(sections)
}

fn choice(keys: &Keys<'_>, columns: usize) -> Result<Choice, FormError> {
    match keys.text_if_any("choice")?.as_deref() {
        Some("any") => Ok(Choice::Any),
        Some("one") => Ok(Choice::One),
        Some(other) => {
            let found = other.to_owned();
            let known = "\"any\" and \"one\"";
            Err(keys.refuse("choice", FormProblem::UnknownWord { found, known }))
        }
        // With one column there is nothing to choose between.
        None if columns == 1 => Ok(Choice::Any),
        None => Err(keys.refuse("choice", FormProblem::Missing)),
    }
}

fn columns(section: &Keys<'_>) -> Result<Vec<Column>, FormError> {
    let mut columns: Vec<Column> = Vec::new();
    for keys in section.tables("column")? {
        let id = keys.id("id")?;
        refuse_double(&keys, &id, columns.iter().map(|column| &column.id))?;
        let column = Column {
            id,
            title: keys.bilingual("title")?,
            points: keys.number("points", MOST_POINTS)?,
            window: window(&keys)?,
            warn_below: keys.number_if_any("warn_below", u8::MAX)?,
        };
        if let Some(other) = columns.iter().find(|other| overlap(&column, other)) {
            let other = other.id.clone();
            return Err(keys.refuse("window", FormProblem::WindowsOverlap(other)));
        }
        keys.finish()?;
        columns.push(column);
    }
    refuse_none(section, "column", columns.len(), MOST_COLUMNS)?;
    Ok(columns)
}

fn overlap(one: &Column, other: &Column) -> bool {
    match (one.window, other.window) {
        (Some(one), Some(other)) => {
            one.from_months < other.to_months && other.from_months < one.to_months
        }
        _ => false,
    }
}

fn window(column: &Keys<'_>) -> Result<Option<Window>, FormError> {
    let Some(keys) = column.table_if_any("window")? else {
        return Ok(None);
    };
    let from_months = keys.number("from_months", MOST_MONTHS)?;
    let to_months = keys.number("to_months", MOST_MONTHS)?;
    if to_months <= from_months {
        let problem = FormProblem::NegativeReach {
            from_months,
            to_months,
        };
        return Err(keys.refuse("to_months", problem));
    }
    keys.finish()?;
    Ok(Some(Window {
        from_months,
        to_months,
    }))
}

fn items(
    section: &Keys<'_>,
    columns: &[Column],
    sections: &[Section],
) -> Result<Vec<Item>, FormError> {
    let mut items: Vec<Item> = Vec::new();
    for keys in section.tables("item")? {
        let id = keys.id("id")?;
        // Answers name items without their section, so ids are unique in the whole form.
        let before = sections.iter().flat_map(|section| &section.items);
        refuse_double(&keys, &id, before.chain(&items).map(|item| &item.id))?;
        let item = Item {
            id,
            text: keys.bilingual("text")?,
            guidance: keys.bilingual_if_any("guidance")?,
            points: item_points(&keys, columns)?,
        };
        keys.finish()?;
        items.push(item);
    }
    refuse_none(section, "item", items.len(), MOST_ITEMS)?;
    Ok(items)
}

/// `points = 2` stands for every column, `points = { current = 10 }` for the columns named.
fn item_points(item: &Keys<'_>, columns: &[Column]) -> Result<Vec<u32>, FormError> {
    let mut points: Vec<u32> = columns.iter().map(|column| column.points).collect();
    match item.value("points") {
        None => {}
        Some(Value::Table(table)) => {
            for (column, value) in table {
                let key = format!("points.{column}");
                let Some(at) = columns.iter().position(|known| known.id == *column) else {
                    let id = column.clone();
                    let kind = "column";
                    return Err(item.refuse(&key, FormProblem::UnknownReference { kind, id }));
                };
                points[at] = item.as_number(&key, value, MOST_POINTS)?;
            }
        }
        Some(value) => points.fill(item.as_number("points", value, MOST_POINTS)?),
    }
    Ok(points)
}

fn bands(root: &Keys<'_>) -> Result<Vec<Band>, FormError> {
    let mut bands: Vec<Band> = Vec::new();
    for keys in root.tables("band")? {
        let band = Band {
            from: keys.number("from", MOST_TOTAL)?,
            to: keys.number("to", MOST_TOTAL)?,
            category: keys.number("category", u8::MAX)?,
            title: keys.bilingual("title")?,
            action: keys.bilingual("action")?,
        };
        let (from, to) = (band.from, band.to);
        if to < from {
            return Err(keys.refuse("to", FormProblem::BandUpsideDown { from, to }));
        }
        let place = match bands.last() {
            None if from > 0 => Err(FormProblem::BandsStartLate(from)),
            Some(before) if from <= before.to => Err(FormProblem::BandsOverlap {
                from,
                reached: before.to,
            }),
            Some(before) if from > before.to + 1 => Err(FormProblem::BandsGap {
                from,
                reached: before.to,
            }),
            _ => Ok(()),
        };
        place.map_err(|problem| keys.refuse("from", problem))?;
        if let Some(before) = bands.last().map(|band| band.category)
            && band.category <= before
        {
            let found = band.category;
            let problem = FormProblem::CategoriesFall { found, before };
            return Err(keys.refuse("category", problem));
        }
        keys.finish()?;
        bands.push(band);
    }
    refuse_none(root, "band", bands.len(), usize::from(u8::MAX))?;
    Ok(bands)
}

fn check_reach(root: &Keys<'_>, form: &Form) -> Result<(), FormError> {
    let most = form.most_points();
    match form.bands().last() {
        Some(last) if last.to < most => {
            let to = last.to;
            let key = format!("band.{}.to", form.bands().len());
            Err(root.refuse(&key, FormProblem::BandsEndEarly { to, most }))
        }
        _ => Ok(()),
    }
}

fn rules(root: &Keys<'_>, sections: &[Section], bands: &[Band]) -> Result<Vec<Rule>, FormError> {
    let mut rules: Vec<Rule> = Vec::new();
    for keys in root.tables("rule")? {
        let id = keys.id("id")?;
        refuse_double(&keys, &id, rules.iter().map(|rule| &rule.id))?;
        let rule = Rule {
            id,
            title: keys.bilingual_if_any("title")?,
            under_age: keys.number_if_any("under_age", 25)?,
            section: keys.text_if_any("section")?,
            column: keys.text_if_any("column")?,
            ticks: keys.number_if_any("ticks", MOST_POINTS)?.unwrap_or(1),
            at_least: keys.number("at_least", u8::MAX)?,
        };
        check_rule(&keys, &rule, sections, bands)?;
        keys.finish()?;
        rules.push(rule);
    }
    Ok(rules)
}

fn check_rule(
    keys: &Keys<'_>,
    rule: &Rule,
    sections: &[Section],
    bands: &[Band],
) -> Result<(), FormError> {
    let unknown = |kind, id: &str| FormProblem::UnknownReference {
        kind,
        id: id.to_owned(),
    };
    if rule.ticks == 0 {
        return Err(keys.refuse("ticks", FormProblem::TooSmall { found: 0, least: 1 }));
    }
    if let Some(id) = &rule.section
        && !sections.iter().any(|section| section.id == *id)
    {
        return Err(keys.refuse("section", unknown("section", id)));
    }
    if let Some(id) = &rule.column {
        let within = |section: &&Section| rule.section.as_ref().is_none_or(|s| *s == section.id);
        let mut columns = sections.iter().filter(within).flat_map(|s| &s.columns);
        if !columns.any(|column| column.id == *id) {
            return Err(keys.refuse("column", unknown("column", id)));
        }
    }
    if !bands.iter().any(|band| band.category == rule.at_least) {
        return Err(keys.refuse("at_least", FormProblem::UnknownCategory(rule.at_least)));
    }
    Ok(())
}

fn refuse_double<'a>(
    keys: &Keys<'_>,
    id: &str,
    mut before: impl Iterator<Item = &'a String>,
) -> Result<(), FormError> {
    if before.any(|known| known == id) {
        return Err(keys.refuse("id", FormProblem::DoubleId(id.to_owned())));
    }
    Ok(())
}

fn refuse_none(keys: &Keys<'_>, key: &str, found: usize, most: usize) -> Result<(), FormError> {
    if found == 0 {
        return Err(keys.refuse(key, FormProblem::NoneGiven));
    }
    refuse_too_many(keys, key, found, most)
}

fn refuse_too_many(keys: &Keys<'_>, key: &str, found: usize, most: usize) -> Result<(), FormError> {
    if found > most {
        return Err(keys.refuse(key, FormProblem::TooMany { found, most }));
    }
    Ok(())
}
