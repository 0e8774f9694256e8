//! Workbooks for tests: the least that is one, packed without compression.

use std::fmt::Write as _;

/// An xlsx with one sheet. A cell that begins with `#` is a number.
pub fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    let types = format!(
        "{head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"
    );
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let book = format!(
        "{head}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <sheets><sheet name=\"Register\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let mut sheet = format!(
        "{head}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
    );
    for (number, cells) in (1..).zip(rows) {
        let _ = write!(sheet, "<row r=\"{number}\">");
        for (letter, cell) in ('A'..).zip(*cells) {
            let place = format!("{letter}{number}");
            let _ = match cell.strip_prefix('#') {
                Some(number) => write!(sheet, "<c r=\"{place}\"><v>{number}</v></c>"),
                None => write!(
                    sheet,
                    "<c r=\"{place}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"
                ),
            };
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    zip(&[
        ("[Content_Types].xml", &types),
        (
            "_rels/.rels",
            &relation("rId1", "officeDocument", "xl/workbook.xml"),
        ),
        ("xl/workbook.xml", &book),
        (
            "xl/_rels/workbook.xml.rels",
            &relation("rId1", "worksheet", "worksheets/sheet1.xml"),
        ),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let length = |bytes: usize| u32::try_from(bytes).unwrap().to_le_bytes();
    let short = |bytes: usize| u16::try_from(bytes).unwrap().to_le_bytes();
    let (mut packed, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let offset = packed.len();
        let mut about = Vec::new();
        // Version 2.0, no flags, stored, midnight of 1 January 1980.
        about.extend([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]);
        about.extend(checksum(text.as_bytes()).to_le_bytes());
        about.extend(length(text.len()));
        about.extend(length(text.len()));
        about.extend(short(name.len()));
        about.extend([0, 0]);
        packed.extend(b"PK\x03\x04");
        packed.extend(&about);
        packed.extend(name.as_bytes());
        packed.extend(text.as_bytes());
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&about);
        directory.extend([0; 10]);
        directory.extend(length(offset));
        directory.extend(name.as_bytes());
    }
    let offset = packed.len();
    packed.extend(&directory);
    packed.extend(b"PK\x05\x06\0\0\0\0");
    packed.extend(short(files.len()));
    packed.extend(short(files.len()));
    packed.extend(length(directory.len()));
    packed.extend(length(offset));
    packed.extend([0, 0]);
    packed
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(sum & 1));
        }
    }
    !sum
}
