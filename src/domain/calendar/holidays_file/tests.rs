use super::Holidays;

#[test]
fn files_that_cannot_be_right_are_refused_by_file_line_and_key() {
    let table = [
        (
            "",
            "h.csv: line 1: header: the first line must be \"date,name\", but is \"\"",
        ),
        (
            "day;name\n",
            "h.csv: line 1: header: the first line must be \"date,name\", but is \"day;name\"",
        ),
        (
            "date,name\n\n",
            "h.csv: line 1: date: the file holds no bank holiday",
        ),
        (
            "date,name\n2026-12-25 Christmas\n",
            "h.csv: line 2: name: a line must be a date, a comma and a name",
        ),
        (
            "date,name\n2026-01-01,New Year\n\n2026-02-30,None\n",
            "h.csv: line 4: date: \"2026-02-30\" is no date; write it as 2026-12-25",
        ),
        (
            "date,name\n25/12/2026,Christmas\n",
            "h.csv: line 2: date: \"25/12/2026\" is no date; write it as 2026-12-25",
        ),
        (
            "date,name\n2026-1-01,New Year\n",
            "h.csv: line 2: date: \"2026-1-01\" is no date; write it as 2026-12-25",
        ),
        (
            "date,name\n2026-01-01, \n",
            "h.csv: line 2: name: this must not be empty",
        ),
        (
            "date,name\n2026-01-01,New\u{1b}[2J\n",
            "h.csv: line 2: name: this holds a control character; use plain text only",
        ),
        (
            "date,name\n2026-01-01,A\n2026-01-01,B\n",
            "h.csv: line 3: date: the date 2026-01-01 is given twice",
        ),
        (
            "date,name\n2026-01-01,A\n2028-01-01,B\n",
            "h.csv: line 3: date: there is no bank holiday in 2027, though the years around it \
             have some",
        ),
    ];
    for (text, expected) in table {
        let error = Holidays::from_csv("h.csv", text).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn files_as_spreadsheets_write_them_are_read() {
    let text = "\u{feff}date,name\r\n2026-12-25,\"Christmas, at home\"\r\n2026-01-01,New Year\r\n";
    let holidays = Holidays::from_csv("h.csv", text).unwrap();
    assert_eq!(
        holidays.holiday(chrono::NaiveDate::from_ymd_opt(2026, 12, 25).unwrap()),
        Some("Christmas, at home")
    );
    assert_eq!(holidays.years(), 2026..=2026);
}
