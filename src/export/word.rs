//! A page of headings, sentences, facts and lists as a Word document.
//!
//! Made with `docx-rs` (MIT, released this year). What that crate has no word for is put into its
//! parts here: the language, so that spelling and screen readers are right, and properties that
//! name no author and no program.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, BreakType, Docx, Footer, IndentLevel, Level, LevelJc, LevelText,
    LineSpacing, LineSpacingType, NumberFormat, Numbering, NumberingId, PageMargin, Paragraph, Run,
    RunFonts, SpecialIndentType, Start, Style, StyleType, Table, TableCell, TableLayoutType,
    TableRow, WidthType, XMLDocx,
};
use thiserror::Error;

use crate::domain::bilingual::Language;
use crate::domain::plain_text::clean_multiline;

/// How large the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// 11 points.
    Usual,
    /// 14 points, for those who do not read such things every day.
    Large,
}

/// One thing on a page, from the top down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Title(String),
    Heading(String),
    Text(String),
    /// A sentence that must not be missed.
    Strong(String),
    /// What it is, and what it says, side by side.
    Facts(Vec<(String, String)>),
    List(Vec<String>),
}

/// All that stands on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub letters: Letters,
    pub blocks: Vec<Block>,
    /// Small, at the foot of every page.
    pub foot: Option<String>,
}

/// Why there is no document.
#[derive(Debug, Error)]
pub enum WordError {
    #[error("the document could not be packed: {0}")]
    Packing(String),
    /// The crate that writes it has changed where the language belongs.
    #[error("the language could not be written into the document")]
    NoPlaceForLanguage,
}

const A4_WIDTH: u32 = 11_906;
const A4_HEIGHT: u32 = 16_838;
/// In twentieths of a point, as all lengths of the format: 2 cm.
const MARGIN: i32 = 1_134;
const FACT_COLS: [usize; 2] = [3_200, 6_400];
/// The room that a cell keeps at its left edge, so that facts stand under the text above them.
const CELL_EDGE: i32 = 108;
const BULLETS: usize = 2;

/// The document as a file.
///
/// # Errors
/// Where it cannot be put together.
pub fn docx(page: &Page, language: Language) -> Result<Vec<u8>, WordError> {
    let half_points = match page.letters {
        Letters::Usual => 22,
        Letters::Large => 28,
    };
    let mut document = Docx::new()
        .page_size(A4_WIDTH, A4_HEIGHT)
        .page_margin(PageMargin {
            top: MARGIN,
            left: MARGIN,
            bottom: MARGIN,
            right: MARGIN,
            header: 567,
            footer: 567,
            gutter: 0,
        })
        .default_fonts(
            RunFonts::new()
                .ascii("Arial")
                .hi_ansi("Arial")
                .cs("Arial")
                .east_asia("Arial"),
        )
        .default_size(half_points)
        .default_line_spacing(
            LineSpacing::new()
                .after(120)
                .line(264)
                .line_rule(LineSpacingType::Auto),
        )
        .add_style(heading_style("Title", "Title", half_points + 14, (0, 240)))
        .add_style(
            heading_style("Heading1", "heading 1", half_points + 4, (280, 80)).outline_lvl(0),
        )
        .add_abstract_numbering(bullets())
        .add_numbering(Numbering::new(BULLETS, BULLETS));
    for block in &page.blocks {
        document = put(document, block);
    }
    if let Some(foot) = &page.foot {
        let small = run(foot).size(18).color("595959");
        document = document.footer(Footer::new().add_paragraph(Paragraph::new().add_run(small)));
    }
    let mut parts = document.build();
    say_language(&mut parts, language)?;
    parts.doc_props.core = properties(language).into_bytes();
    let mut file = Cursor::new(Vec::new());
    let packed = parts.pack(&mut file);
    packed.map_err(|error| WordError::Packing(error.to_string()))?;
    Ok(file.into_inner())
}

fn put(document: Docx, block: &Block) -> Docx {
    match block {
        Block::Title(text) => {
            document.add_paragraph(Paragraph::new().style("Title").add_run(run(text)))
        }
        Block::Heading(text) => document.add_paragraph(
            Paragraph::new()
                .style("Heading1")
                .keep_next(true)
                .add_run(run(text)),
        ),
        Block::Text(text) => document.add_paragraph(Paragraph::new().add_run(run(text))),
        Block::Strong(text) => document.add_paragraph(Paragraph::new().add_run(run(text).bold())),
        Block::Facts(facts) => document
            .add_table(table(facts))
            .add_paragraph(Paragraph::new().line_spacing(LineSpacing::new().after(0).line(120))),
        Block::List(items) => items.iter().fold(document, |document, item| {
            let bullet = Paragraph::new()
                .numbering(NumberingId::new(BULLETS), IndentLevel::new(0))
                .add_run(run(item));
            document.add_paragraph(bullet)
        }),
    }
}

/// Text with its line breaks. It is cleaned where it is kept; what a text of the program or of the
/// authority's data holds is cleaned here too, for some characters have no place in XML.
fn run(text: &str) -> Run {
    let text = clean_multiline(text);
    let mut run = Run::new();
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    run
}

fn table(facts: &[(String, String)]) -> Table {
    let cell = |text: Run, cols: usize| {
        let spacing = LineSpacing::new().before(40).after(40);
        let paragraph = Paragraph::new().line_spacing(spacing).add_run(text);
        TableCell::new()
            .add_paragraph(paragraph)
            .width(cols, WidthType::Dxa)
    };
    let rows = facts.iter().map(|(what, says)| {
        TableRow::new(vec![
            cell(run(what).bold(), FACT_COLS[0]),
            cell(run(says), FACT_COLS[1]),
        ])
    });
    Table::without_borders(rows.collect())
        .set_grid(FACT_COLS.to_vec())
        .indent(-CELL_EDGE)
        .layout(TableLayoutType::Fixed)
}

fn heading_style(id: &str, name: &str, half_points: usize, room: (u32, u32)) -> Style {
    let (before, after) = room;
    Style::new(id, StyleType::Paragraph)
        .name(name)
        .based_on("Normal")
        .next("Normal")
        .size(half_points)
        .bold()
        .line_spacing(LineSpacing::new().before(before).after(after))
}

fn bullets() -> AbstractNumbering {
    AbstractNumbering::new(BULLETS).add_level(
        Level::new(
            0,
            Start::new(1),
            NumberFormat::new("bullet"),
            LevelText::new("•"),
            LevelJc::new("left"),
        )
        .indent(Some(400), Some(SpecialIndentType::Hanging(300)), None, None),
    )
}

/// Says which language the whole document is in, where the styles begin.
fn say_language(parts: &mut XMLDocx, language: Language) -> Result<(), WordError> {
    let code = code(language);
    let styles = String::from_utf8_lossy(&parts.styles);
    let Some((before, after)) = styles.split_once("</w:rPr></w:rPrDefault>") else {
        return Err(WordError::NoPlaceForLanguage);
    };
    let styles = format!(r#"{before}<w:lang w:val="{code}" /></w:rPr></w:rPrDefault>{after}"#);
    parts.styles = styles.into_bytes();
    Ok(())
}

/// What the file says of itself: its language. Who wrote it, with what and when is nobody's
/// business who finds it.
fn properties(language: Language) -> String {
    let code = code(language);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:language>{code}</dc:language></cp:coreProperties>"#
    )
}

const fn code(language: Language) -> &'static str {
    match language {
        Language::English => "en-GB",
        Language::Welsh => "cy-GB",
    }
}
