//! Other ways to write one name, as they come in over the telephone or from another county.

use crate::domain::likeness::fold_for_search;

use super::dice::Dice;

/// The name as somebody else may have written it.
pub fn heard_otherwise(name: &str, dice: &mut Dice) -> String {
    let swaps = [
        ("Siân", "Shan"),
        ("Ffion", "Fion"),
        ("Rhys", "Reece"),
        ("Dafydd", "David"),
        ("Catrin", "Katrin"),
        ("Cerys", "Kerris"),
        ("Ioan", "Yoan"),
        ("Llewellyn", "Llywelyn"),
        ("Hughes", "Huws"),
        ("Price", "Prys"),
        ("Davies", "Davis"),
        ("Rees", "Rhys"),
        ("Wójcik", "Wojcik"),
        ("Zofia", "Sofia"),
        ("Yūsuf", "Yousef"),
        ("Nguyễn", "Nguyen"),
    ];
    if let Some((_, other)) = swaps.iter().find(|(one, _)| *one == name) {
        return (*other).to_owned();
    }
    let plain = capitals(&fold_for_search(name));
    if plain != name {
        return plain;
    }
    // A doubled or a lost letter.
    let mut letters: Vec<char> = name.chars().collect();
    let place = 1 + dice.below(letters.len().saturating_sub(1).max(1));
    if let Some(letter) = letters.get(place).copied() {
        if dice.chance(50) {
            letters.insert(place, letter);
        } else if letters.len() > 3 {
            letters.remove(place);
        }
    }
    letters.into_iter().collect()
}

fn capitals(folded: &str) -> String {
    let words = folded.split(' ').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_heard_otherwise_are_other_names() {
        let mut dice = Dice::of(1, 1);
        assert_eq!(heard_otherwise("Siân", &mut dice), "Shan");
        assert_eq!(heard_otherwise("Błażej", &mut dice), "Blazej");
        for _ in 0..50 {
            let heard = heard_otherwise("Morgan", &mut dice);
            assert!(heard.len().abs_diff(6) <= 1, "{heard}");
        }
    }
}
