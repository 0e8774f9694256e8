//! Names as registers write them, taken apart and brought to ordinary letters.

/// `Llewellyn, Siân` and `Siân Llewellyn`; one word alone is a given name.
pub(super) fn two_names(full: &str) -> (String, String) {
    if let Some((family, given)) = full.split_once(',') {
        return (given.trim().to_owned(), family.trim().to_owned());
    }
    let words: Vec<&str> = full.split_whitespace().collect();
    // Particles go with the family name: ap Huw, al Nahr, van Dijk.
    let particles = [
        "ap", "ab", "ferch", "al", "el", "de", "da", "van", "von", "o", "mac", "bin",
    ];
    let from = (1..words.len())
        .find(|at| {
            let word = words.get(*at).copied().unwrap_or_default().to_lowercase();
            particles.contains(&word.as_str())
        })
        .unwrap_or(words.len().saturating_sub(1).max(1));
    let part = |range: std::ops::Range<usize>| words.get(range).unwrap_or_default().join(" ");
    (
        part(0..from.min(words.len())),
        part(from.min(words.len())..words.len()),
    )
}

/// Registers shout names; `LLEWELLYN` is Llewellyn. Mixed letters are left as they were meant.
pub(super) fn small_letters(name: &str) -> String {
    if name.chars().count() < 3 || name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut starts_word = true;
    let mut written = String::with_capacity(name.len());
    for letter in name.chars() {
        if starts_word {
            written.push(letter);
        } else {
            written.extend(letter.to_lowercase());
        }
        starts_word = !letter.is_alphabetic();
    }
    written
}
