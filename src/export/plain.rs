//! The same page as plain text: for the screen and for whoever has no word processor.

use super::word::{Block, Page};

/// A page in lines that are not broken yet; where it is shown or printed says how wide it is.
pub fn lines(page: &Page) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &page.blocks {
        if !lines.is_empty() && !matches!(block, Block::List(_) | Block::Facts(_)) {
            lines.push(String::new());
        }
        match block {
            Block::Title(text) | Block::Heading(text) | Block::Text(text) | Block::Strong(text) => {
                lines.extend(text.split('\n').map(str::to_owned));
            }
            Block::Facts(facts) => {
                lines.extend(facts.iter().map(|(what, says)| format!("{what}: {says}")));
            }
            Block::List(items) => {
                for item in items {
                    for (number, line) in item.split('\n').enumerate() {
                        let lead = if number == 0 { "- " } else { "  " };
                        lines.push(format!("{lead}{line}"));
                    }
                }
            }
        }
    }
    if let Some(foot) = &page.foot {
        lines.push(String::new());
        lines.push(foot.clone());
    }
    lines
}

/// The page as a file: UTF-8, a line end after every line.
pub fn file(page: &Page) -> Vec<u8> {
    let mut text = lines(page).join("\n");
    text.push('\n');
    text.into_bytes()
}
