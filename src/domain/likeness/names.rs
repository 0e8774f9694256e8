//! Names as a search, a sorted list and the ear take them. Nothing of this is shown to people.

use rphonetic::DoubleMetaphone;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Long enough that two-part Welsh place and family names keep their ends.
const CODE_LENGTH: usize = 8;

/// The Welsh alphabet, with the letters of other languages in their English places.
const WELSH_LETTERS: [&str; 34] = [
    "a", "b", "c", "ch", "d", "dd", "e", "f", "ff", "g", "ng", "h", "i", "j", "k", "l", "ll", "m",
    "n", "o", "p", "ph", "q", "r", "rh", "s", "t", "th", "u", "v", "w", "x", "y", "z",
];

/// A text for searching: no accents, lower case, no apostrophes, hyphens and other signs as
/// single spaces. Compatible forms are taken apart too, because text copied out of documents
/// carries "ﬃ" for three letters.
pub fn fold_for_search(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|&letter| !is_combining_mark(letter)) {
        match letter {
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => {}
            'ß' | 'ẞ' => folded.push_str("ss"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            'þ' | 'Þ' => folded.push_str("th"),
            'ø' | 'Ø' => folded.push('o'),
            'ł' | 'Ł' => folded.push('l'),
            'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
            'ı' => folded.push('i'),
            _ if letter.is_alphanumeric() => {
                // Lower-casing can itself give a mark ("İ"), hence the second look.
                let lower = letter.to_lowercase();
                folded.extend(lower.filter(|&letter| !is_combining_mark(letter)));
            }
            _ if !folded.is_empty() && !folded.ends_with(' ') => folded.push(' '),
            _ => {}
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A key that sorts bytewise in the order of the Welsh alphabet: ch dd ff ng ll ph rh th are
/// letters. Names that differ by accents or case alone have one key. "ng" is always taken for the
/// one letter, though it is two in a few names (Bangor): no rule tells those apart.
pub fn welsh_sort_key(text: &str) -> String {
    let mut key = String::new();
    let folded = fold_for_search(text);
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        let pair = letters.peek().map(|next| format!("{letter}{next}"));
        if let Some(place) = pair.and_then(|pair| place_of(&pair)) {
            letters.next();
            key.push(place);
        } else {
            let mut one = [0; 4];
            key.push(place_of(letter.encode_utf8(&mut one)).unwrap_or(letter));
        }
    }
    key
}

fn place_of(letter: &str) -> Option<char> {
    let at = WELSH_LETTERS.iter().position(|known| *known == letter)?;
    // From "A" on: after spaces and digits, before every letter of another script.
    u8::try_from(at).ok().map(|at| char::from(b'A' + at))
}

/// How the words of a name may sound, read the English and the Welsh way; sorted, none twice.
/// Two names may be one when they share a key.
pub fn phonetic_keys(name: &str) -> Vec<String> {
    let ear = DoubleMetaphone::new(Some(CODE_LENGTH));
    let mut keys = Vec::new();
    for word in fold_for_search(name).split(' ') {
        // The encoder knows Latin letters only; another script is its own key.
        if !word.chars().all(|letter| letter.is_ascii_lowercase()) {
            keys.push(word.to_owned());
            continue;
        }
        for reading in [english_reading(word), welsh_reading(word)] {
            let sound = ear.double_metaphone(&reading);
            keys.extend([sound.primary(), sound.alternate()]);
        }
    }
    keys.retain(|key| !key.is_empty());
    keys.sort();
    keys.dedup();
    keys
}

/// Double Metaphone hears a "k" or "f" in a "-ugh" that names do not have.
fn english_reading(word: &str) -> String {
    match word.strip_suffix("ugh") {
        Some(start) => format!("{start}u"),
        None => word.to_owned(),
    }
}

/// Welsh spelling rewritten into what an English ear writes down. "ff" goes by way of a capital,
/// so that the rule for the single "f" leaves it alone.
fn welsh_reading(word: &str) -> String {
    let mut reading = word.replace("ff", "F").replace("ph", "F");
    for vowel in ["a", "e", "o", "u", "w"] {
        reading = reading.replace(&format!("si{vowel}"), &format!("sh{vowel}"));
    }
    reading = reading
        .replace("ch", "H")
        .replace('c', "k")
        .replace('f', "v")
        .replace("dd", "th")
        .replace("ll", "l")
        .replace("rh", "r")
        .replace('F', "f")
        .replace('H', "ch");
    match reading.strip_suffix("uw") {
        Some(start) => format!("{start}u"),
        None => reading,
    }
}
