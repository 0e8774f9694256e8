use proptest::prelude::*;

use super::*;

/// Rows that are numbers, of a list from 0 up to `count`.
#[derive(Debug, Clone, PartialEq)]
struct Number(usize);

impl Placed for Number {
    type Key = usize;

    fn place(&self) -> usize {
        self.0
    }

    fn is_same(&self, key: &usize) -> bool {
        self.0 == *key
    }
}

/// A store of numbers.
fn read(count: usize, from: &PageFrom<usize>, rows: usize) -> (Vec<Number>, bool) {
    let (first, last) = match from {
        PageFrom::Start => (0, rows.min(count)),
        PageFrom::At(key) => (*key, (key + rows).min(count)),
        PageFrom::After(key) => (key + 1, (key + 1 + rows).min(count)),
        PageFrom::Before(key) => (key.saturating_sub(rows), *key),
        PageFrom::End => (count.saturating_sub(rows), count),
    };
    let has_more = if from.is_backwards() {
        first > 0
    } else {
        last < count
    };
    ((first..last.max(first)).map(Number).collect(), has_more)
}

const SHOWN: usize = 10;
const PAGE: usize = 60;

struct Reader {
    window: Window<Number>,
    count: usize,
    asked: u64,
}

impl Reader {
    fn new(count: usize) -> Self {
        let mut reader = Self {
            window: Window::default(),
            count,
            asked: 0,
        };
        reader.answer(PageFrom::Start, PAGE);
        reader
    }

    fn answer(&mut self, from: PageFrom<usize>, rows: usize) {
        self.asked += 1;
        let id = AskId(self.asked);
        let (page, has_more) = read(self.count, &from, rows);
        self.window.wait(id, from);
        assert!(self.window.take(id, page, has_more, SHOWN));
    }

    fn press(&mut self, command: Command) {
        if let Some(Some(from)) = self.window.moves(command, SHOWN) {
            self.answer(from, PAGE);
        }
    }

    fn at(&self) -> usize {
        self.window.selected().unwrap().0
    }
}

#[test]
fn walk_to_the_end_and_back_meets_every_row_and_never_holds_them_all() {
    let mut reader = Reader::new(3_000);
    for expected in 1..3_000 {
        reader.press(Command::Down);
        assert_eq!(reader.at(), expected);
        assert!(reader.window.rows.len() <= MOST_ROWS + PAGE);
    }
    reader.press(Command::Down);
    assert_eq!(reader.at(), 2_999);
    for expected in (0..2_999).rev() {
        reader.press(Command::Up);
        assert_eq!(reader.at(), expected);
        assert!(reader.window.rows.len() <= MOST_ROWS + PAGE);
    }
    assert!(reader.window.begins);
}

#[test]
fn first_and_last_lead_to_the_ends_of_the_whole_list() {
    let mut reader = Reader::new(1_000);
    reader.press(Command::Last);
    assert_eq!((reader.at(), reader.window.ends), (999, true));
    assert!(!reader.window.begins);
    reader.press(Command::PageUp);
    assert_eq!(reader.at(), 989);
    reader.press(Command::First);
    assert_eq!((reader.at(), reader.window.begins), (0, true));
}

#[test]
fn list_read_again_stands_on_the_same_row() {
    let mut reader = Reader::new(1_000);
    reader.press(Command::Last);
    for _ in 0..5 {
        reader.press(Command::Up);
    }
    let (from, rows) = reader.window.again(SHOWN);
    reader.answer(from, rows);
    assert_eq!(reader.at(), 994);
}

#[test]
fn answer_to_an_earlier_asking_is_not_taken() {
    let mut window: Window<Number> = Window::default();
    window.wait(AskId(1), PageFrom::Start);
    window.wait(AskId(2), PageFrom::Start);
    assert!(!window.take(AskId(1), vec![Number(1)], false, SHOWN));
    assert!(window.rows.is_empty() && window.is_waiting());
    assert!(window.take(AskId(2), vec![Number(2)], false, SHOWN));
    assert_eq!(window.rows, [Number(2)]);
}

#[test]
fn page_that_is_on_its_way_is_not_asked_for_again() {
    let mut reader = Reader::new(1_000);
    reader.window.cursor.put(50, 60, SHOWN);
    let asked = reader.window.moves(Command::Down, SHOWN).unwrap();
    assert_eq!(asked, Some(PageFrom::After(59)));
    reader.window.wait(AskId(9), PageFrom::After(59));
    assert_eq!(reader.window.moves(Command::Down, SHOWN), Some(None));
}

proptest! {
    #[test]
    fn any_keys_leave_the_cursor_in_sight_and_the_rows_in_order(
        count in 0_usize..900,
        keys in prop::collection::vec(0_usize..8, 0..60),
    ) {
        let mut reader = Reader::new(count);
        for key in keys {
            reader.press([
                Command::Up, Command::Down, Command::First, Command::Last, Command::PageUp,
                Command::PageDown, Command::HalfPageUp, Command::HalfPageDown,
            ][key]);
            let window = &reader.window;
            prop_assert!(window.rows.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0));
            prop_assert!(window.cursor.first <= window.cursor.at);
            prop_assert!(window.cursor.at < window.cursor.first + SHOWN);
            prop_assert!(count == 0 || window.selected().is_some());
            prop_assert!(!window.begins || window.rows.first().is_none_or(|row| row.0 == 0));
            prop_assert!(!window.ends || window.rows.last().is_none_or(|row| row.0 + 1 == count));
        }
    }
}
