//! CSV as it comes: UTF-8 with or without its mark, UTF-16, or the Windows-1252 that older
//! spreadsheets write; separated by commas, semicolons or tabs.

use std::cell::Cell as Counter;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek};
use std::path::Path;
use std::rc::Rc;

use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::{Decoder, Encoding, UTF_8, WINDOWS_1252};

use super::{HEADINGS_WITHIN_ROWS, HeadingRow, Row, Table, TableError, best_headings};
use crate::import::cell::Cell;
use crate::import::headings::Headings;

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// One row longer than this is an unclosed quotation mark that swallows the rest of the file.
const LONGEST_ROW_BYTES: u64 = 4 * 1024 * 1024;
const PIECE_BYTES: usize = 16 * 1024;
/// A row of its own behind the last one. Where it is found inside another, a quotation mark of that
/// one was never closed.
const LAST_ROW: &[u8] = b"\n\x1elast row\x1e\n";

pub(super) fn open(path: &Path, headings: &Headings) -> Result<Table, TableError> {
    let encoding = encoding_of(path)?;
    let mut best: Option<(u8, HeadingRow)> = None;
    for separator in SEPARATORS {
        let rows: Vec<Row> = rows(path, encoding, separator)?
            .take(HEADINGS_WITHIN_ROWS)
            // A wrong separator may make endless rows of what the right one reads well.
            .map_while(Result::ok)
            .collect();
        if let Some(found) = best_headings(&rows, headings)
            && best
                .as_ref()
                .is_none_or(|(_, best)| found.known() > best.known())
        {
            best = Some((separator, found));
        }
    }
    let (separator, found) = best.ok_or(TableError::NoHeadings)?;
    let after = found.row;
    let rows = rows(path, encoding, separator)?
        .skip_while(move |row| matches!(row, Ok(row) if row.number <= after));
    Ok(Table {
        headings: found,
        rows: Box::new(rows),
    })
}

/// By its mark; else UTF-8 where all of it is, else Windows-1252, which everything is.
fn encoding_of(path: &Path) -> io::Result<&'static Encoding> {
    let mut file = BufReader::new(File::open(path)?);
    let mut piece = vec![0; PIECE_BYTES];
    let mut first = [0; 3];
    let read = read_fully(&mut file, &mut first)?;
    if let Some((marked, _)) = Encoding::for_bom(first.get(..read).unwrap_or_default()) {
        return Ok(marked);
    }
    file.rewind()?;
    let mut left_over = 0;
    loop {
        let room = piece.get_mut(left_over..).unwrap_or_default();
        let read = file.read(room)?;
        if read == 0 {
            return Ok(if left_over == 0 { UTF_8 } else { WINDOWS_1252 });
        }
        let filled = left_over + read;
        let so_far = piece.get(..filled).unwrap_or_default();
        match std::str::from_utf8(so_far) {
            Ok(_) => left_over = 0,
            // A letter cut in two by the end of the piece.
            Err(cut) if cut.error_len().is_none() => {
                let whole = cut.valid_up_to();
                piece.copy_within(whole..filled, 0);
                left_over = filled - whole;
            }
            Err(_) => return Ok(WINDOWS_1252),
        }
    }
}

fn read_fully(from: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(room) = into.get_mut(filled..).filter(|room| !room.is_empty()) {
        match from.read(room)? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

type Rows = Box<dyn Iterator<Item = Result<Row, TableError>>>;

fn rows(path: &Path, encoding: &'static Encoding, separator: u8) -> Result<Rows, TableError> {
    let since_row = Rc::new(Counter::new(0));
    let decoded = Decoded {
        from: File::open(path)?,
        decoder: encoding.new_decoder_with_bom_removal(),
        bytes: vec![0; PIECE_BYTES],
        text: vec![0; PIECE_BYTES * 4],
        ready: 0..0,
        is_over: false,
        since_row: Rc::clone(&since_row),
    };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(decoded);
    let mut number = 0;
    let mut is_over = false;
    Ok(Box::new(std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let mut record = ByteRecord::new();
        since_row.set(0);
        number += 1;
        match reader.read_byte_record(&mut record) {
            Ok(true) if record.iter().eq([LAST_ROW.trim_ascii()]) => None,
            Ok(true) if record.iter().any(|cell| cell.ends_with(LAST_ROW)) => {
                is_over = true;
                Some(Err(TableError::EndlessRow { row: number }))
            }
            Ok(true) => Some(Ok(Row {
                number,
                cells: record.iter().map(cell).collect(),
            })),
            Ok(false) => None,
            Err(error) => {
                is_over = true;
                Some(Err(match error.into_kind() {
                    csv::ErrorKind::Io(error) if error.kind() != io::ErrorKind::InvalidData => {
                        TableError::Unreadable(error)
                    }
                    _ => TableError::EndlessRow { row: number },
                }))
            }
        }
    })))
}

fn cell(bytes: &[u8]) -> Cell {
    match String::from_utf8_lossy(bytes) {
        text if text.trim().is_empty() => Cell::Empty,
        text => Cell::Text(text.into_owned()),
    }
}

/// The file as UTF-8, piece by piece.
struct Decoded {
    from: File,
    decoder: Decoder,
    bytes: Vec<u8>,
    text: Vec<u8>,
    /// Of `text`, what was not handed on yet.
    ready: std::ops::Range<usize>,
    is_over: bool,
    /// Bytes handed on since the last row was asked for.
    since_row: Rc<Counter<u64>>,
}

impl Read for Decoded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.since_row.get() > LONGEST_ROW_BYTES {
            return Err(io::ErrorKind::InvalidData.into());
        }
        while self.ready.is_empty() && !self.is_over {
            let read = self.from.read(&mut self.bytes)?;
            self.is_over = read == 0;
            let piece = self.bytes.get(..read).unwrap_or_default();
            // Four bytes of text for each byte read are always enough, so all of it is taken.
            let (_, _, written, _) =
                self.decoder
                    .decode_to_utf8(piece, &mut self.text, self.is_over);
            self.ready = 0..written;
            let end = written + LAST_ROW.len();
            if let (true, Some(room)) = (self.is_over, self.text.get_mut(written..end)) {
                room.copy_from_slice(LAST_ROW);
                self.ready.end = end;
            }
        }
        let text = self.text.get(self.ready.clone()).unwrap_or_default();
        let many = text.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..many), text.get(..many)) {
            to.copy_from_slice(from);
        }
        self.ready.start += many;
        self.since_row.set(self.since_row.get() + many as u64);
        Ok(many)
    }
}
