//! Reads documents and calendar files back, by other means than they were made with, and strictly.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// The parts of a document, each read as XML.
pub(crate) struct Document(BTreeMap<String, String>);

/// Opens a document: a whole archive, every part well-formed, and what must be there is.
#[track_caller]
pub(crate) fn document(bytes: &[u8]) -> Document {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().to_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        if !text.is_empty() {
            roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        parts.insert(name, text);
    }
    for needed in [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/styles.xml",
        "docProps/core.xml",
    ] {
        assert!(parts.contains_key(needed), "{needed}");
    }
    Document(parts)
}

impl Document {
    pub(crate) fn part(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The words of the body, a paragraph a line.
    pub(crate) fn text(&self) -> String {
        let document = roxmltree::Document::parse(self.part("word/document.xml")).unwrap();
        let paragraphs = document
            .descendants()
            .filter(|node| node.tag_name().name() == "p");
        let lines = paragraphs.map(|paragraph| -> String {
            let texts = paragraph
                .descendants()
                .filter(|node| node.tag_name().name() == "t");
            texts.filter_map(|node| node.text()).collect()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Everything in every part.
    pub(crate) fn everything(&self) -> String {
        self.0.values().map(String::as_str).collect()
    }
}

/// One line of a calendar file: name, parameters as written, value with its escapes undone.
struct Line {
    name: String,
    params: String,
    value: String,
}

/// The lines of a calendar file.
pub(crate) struct Calendar(Vec<Line>);

/// Reads a calendar file as RFC 5545 has it: line ends, folding, quoting, escapes and nesting.
#[track_caller]
pub(crate) fn calendar(file: &str) -> Calendar {
    assert!(file.ends_with("\r\n"));
    let physical: Vec<&str> = file.strip_suffix("\r\n").unwrap().split("\r\n").collect();
    let mut logical: Vec<String> = Vec::new();
    for line in physical {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
        match line.strip_prefix(' ') {
            Some(rest) => logical.last_mut().unwrap().push_str(rest),
            None => logical.push(line.to_owned()),
        }
    }
    let mut open: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for line in &logical {
        let read = content_line(line);
        match read.name.as_str() {
            "BEGIN" => open.push(read.value.clone()),
            "END" => assert_eq!(open.pop().as_deref(), Some(read.value.as_str())),
            _ => assert!(!open.is_empty(), "{line}"),
        }
        lines.push(read);
    }
    assert!(open.is_empty());
    let calendar = Calendar(lines);
    assert_eq!(calendar.one("VERSION"), "2.0");
    for once in ["PRODID", "METHOD", "UID", "DTSTAMP", "DTSTART", "DTEND"] {
        calendar.one(once);
    }
    for at in ["DTSTAMP", "DTSTART", "DTEND"] {
        let value = calendar.one(at);
        chrono::NaiveDateTime::parse_from_str(&value, "%Y%m%dT%H%M%SZ").unwrap();
    }
    calendar
}

impl Calendar {
    /// The value of a property that stands there once.
    #[track_caller]
    pub(crate) fn one(&self, name: &str) -> String {
        let found: Vec<&Line> = self.0.iter().filter(|line| line.name == name).collect();
        assert_eq!(found.len(), 1, "{name}");
        found[0].value.clone()
    }

    /// The parameters of a property.
    pub(crate) fn params(&self, name: &str) -> &str {
        let found = self.0.iter().find(|line| line.name == name);
        found.map_or("", |line| &line.params)
    }
}

#[track_caller]
fn content_line(line: &str) -> Line {
    let name_end = line.find([':', ';']).unwrap_or_else(|| panic!("{line}"));
    let (name, rest) = line.split_at(name_end);
    let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    assert!(!name.is_empty() && name.chars().all(is_name), "{line}");
    let mut is_quoted = false;
    let mut value_at = None;
    for (at, letter) in rest.char_indices() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ':' if !is_quoted => {
                value_at = Some(at);
                break;
            }
            _ => {}
        }
    }
    assert!(!is_quoted, "{line}");
    let value_at = value_at.unwrap_or_else(|| panic!("{line}"));
    let (params, value) = rest.split_at(value_at);
    let value = value.strip_prefix(':').unwrap();
    let is_text = ["SUMMARY", "DESCRIPTION", "LOCATION"].contains(&name);
    Line {
        name: name.to_owned(),
        params: params.to_owned(),
        value: if is_text {
            unescaped(value)
        } else {
            value.to_owned()
        },
    }
}

/// TEXT (RFC 5545, 3.3.11): comma, semicolon and backslash stand there only escaped.
#[track_caller]
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some(same @ ('\\' | ',' | ';')) => text.push(same),
                Some('n' | 'N') => text.push('\n'),
                other => panic!("\\{other:?} in {value}"),
            },
            ',' | ';' => panic!("{letter} in {value}"),
            _ => text.push(letter),
        }
    }
    text
}
