//! Chance from a seed: the same seed and number give the same throws, on every machine and with
//! every version of the library, for only its raw numbers are used.

use std::ops::RangeInclusive;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of throws.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// The throws of one story. Streams do not touch: a story is the same whether it is told
    /// first or alone.
    pub fn of(seed: u64, stream: u64) -> Self {
        let mut numbers = ChaCha8Rng::seed_from_u64(seed);
        numbers.set_stream(stream);
        Self(numbers)
    }

    /// Throws beside these, which go on as if nothing had been thrown.
    pub fn aside(&self) -> Self {
        let mut numbers = self.0.clone();
        numbers.set_stream(numbers.get_stream() ^ (1 << 63));
        Self(numbers)
    }

    /// From 0 up to, and without, `end`; 0 where `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let wide = u128::from(self.0.next_u64()) * (end as u128);
        usize::try_from(wide >> 64).unwrap_or_default()
    }

    pub fn between(&mut self, range: RangeInclusive<i32>) -> i32 {
        let (start, end) = range.into_inner();
        let many = usize::try_from(end - start + 1).unwrap_or(1);
        start + i32::try_from(self.below(many)).unwrap_or_default()
    }

    /// True in so many of a hundred throws.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of them; the default where there is none.
    pub fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        from.get(self.below(from.len()))
            .copied()
            .unwrap_or_default()
    }

    /// One of them, each as often as its weight says.
    pub fn weighted<T: Copy>(&mut self, from: &[(usize, T)]) -> Option<T> {
        let total = from.iter().map(|(weight, _)| weight).sum();
        let mut thrown = self.below(total);
        for (weight, one) in from {
            if thrown < *weight {
                return Some(*one);
            }
            thrown -= weight;
        }
        None
    }

    /// Puts them in another order.
    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            all.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn throws_of_one_seed_and_stream_are_always_these() {
        let throws = |seed, stream| -> Vec<usize> {
            let mut dice = Dice::of(seed, stream);
            (0..4).map(|_| dice.below(1000)).collect()
        };
        assert_eq!(throws(1, 2), throws(1, 2));
        assert_ne!(throws(1, 2), throws(1, 3));
        assert_ne!(throws(1, 2), throws(2, 2));
    }

    #[test]
    fn throws_aside_are_others_and_change_none() {
        let mut dice = Dice::of(1, 2);
        let mut again = Dice::of(1, 2);
        let mut aside = dice.aside();
        let beside: Vec<usize> = (0..4).map(|_| aside.below(1000)).collect();
        let throws: Vec<usize> = (0..4).map(|_| dice.below(1000)).collect();
        let same: Vec<usize> = (0..4).map(|_| again.below(1000)).collect();
        assert_eq!(throws, same);
        assert_ne!(throws, beside);
    }

    #[test]
    fn throws_stay_within_their_bounds() {
        let mut dice = Dice::of(7, 7);
        for _ in 0..1000 {
            assert!((-3..=3).contains(&dice.between(-3..=3)));
            assert!(dice.below(5) < 5);
        }
        assert_eq!(dice.below(0), 0);
        assert_eq!(dice.pick::<u8>(&[]), 0);
        let mut all = [1, 2, 3, 4];
        dice.shuffle(&mut all);
        all.sort_unstable();
        assert_eq!(all, [1, 2, 3, 4]);
    }
}
