//! Slips of the pen, found by hash: every text that another becomes without one letter, or with two letters changed over.
//!
//! A hundred thousand names can't be compared in pairs. A text's hash is a polynomial of its letters, so that the hash of the text without its
//! n-th letter, or with two changed over, comes from sums of its beginnings: looking for all slips of a name costs as much as reading it.

/// An odd base has an inverse among numbers of 64 bits.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
const INVERSE: u64 = inverse(BASE);

/// Newton's iteration: each round doubles the bits that are right.
const fn inverse(base: u64) -> u64 {
    let mut found: u64 = base;
    let mut round = 0;
    while round < 6 {
        found = found.wrapping_mul(2_u64.wrapping_sub(base.wrapping_mul(found)));
        round += 1;
    }
    found
}

/// A text with the sums of its beginnings.
pub(super) struct Word {
    letters: Vec<char>,
    /// Of the first n letters.
    sums: Vec<u64>,
}

impl Word {
    pub fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let mut sums = Vec::with_capacity(letters.len() + 1);
        let (mut sum, mut power) = (0_u64, 1_u64);
        sums.push(sum);
        for letter in &letters {
            sum = sum.wrapping_add(value(*letter).wrapping_mul(power));
            power = power.wrapping_mul(BASE);
            sums.push(sum);
        }
        Self { letters, sums }
    }

    /// The hash of a text of which nothing else is asked.
    pub fn hash(text: &str) -> u64 {
        let step = |(sum, power): (u64, u64), letter| {
            (sum.wrapping_add(value(letter).wrapping_mul(power)), power.wrapping_mul(BASE))
        };
        text.chars().fold((0, 1), step).0
    }

    /// The hash of the text.
    fn whole(&self) -> u64 {
        self.sums.last().copied().unwrap_or_default()
    }

    /// The hashes of all its slips. A letter at the end of a word is a form (Иванов – Иванова), no slip.
    pub fn slips(&self) -> impl Iterator<Item = u64> + '_ {
        let whole = self.whole();
        let mut power = 1_u64;
        self.letters
            .windows(2)
            .zip(self.sums.windows(2))
            .flat_map(move |(pair, sums)| {
                let (&[letter, next], &[before, through]) = (pair, sums) else { return [None, None] };
                let here = power;
                power = power.wrapping_mul(BASE);
                // «Иванов 1» and «Иванов 11» are counted, not misspelt.
                if matches!(letter, ' ' | '0'..='9') || matches!(next, ' ' | '0'..='9') {
                    return [None, None];
                }
                let without = before.wrapping_add(whole.wrapping_sub(through).wrapping_mul(INVERSE));
                // The letters' values move by one place each: their difference, once up and once down.
                let difference = value(next).wrapping_sub(value(letter)).wrapping_mul(here);
                let swapped = whole.wrapping_add(difference).wrapping_sub(difference.wrapping_mul(BASE));
                // A swap is found from its other side too, and of two letters that are the same either may be gone: once is enough.
                [(letter != next).then_some(without), (letter < next).then_some(swapped)]
            })
            .flatten()
    }
}

/// A mark for each hash that there is, in a table that stays near the processor: nearly every slip is no name at all, which shows here.
pub(super) struct Seen {
    marks: Vec<u64>,
    shift: u32,
}

impl Seen {
    /// The marks of `hashes`, which are `count`.
    pub fn new(hashes: impl Iterator<Item = u64>, count: usize) -> Self {
        // Sixteen places a hash, in words of 64.
        let words = (count / 4).next_power_of_two().max(2);
        let mut seen = Self { marks: vec![0; words], shift: 58 - words.trailing_zeros() };
        for hash in hashes {
            let (word, bit) = seen.place(hash);
            if let Some(word) = seen.marks.get_mut(word) {
                *word |= bit;
            }
        }
        seen
    }

    /// False where there is certainly no such hash.
    pub fn may_hold(&self, hash: u64) -> bool {
        let (word, bit) = self.place(hash);
        self.marks.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The upper bits of a product hang on all bits of the hash.
    fn place(&self, hash: u64) -> (usize, u64) {
        let place = hash.wrapping_mul(BASE) >> self.shift;
        ((place >> 6) as usize, 1 << (place & 63))
    }
}

fn value(letter: char) -> u64 {
    // Spread over all bits: neighbouring letters must not be neighbouring numbers.
    (u64::from(u32::from(letter)) + 1).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// Whether one text is the other without one of its letters, or with two neighbours changed over: what equal hashes only suggest.
pub(super) fn without_letter(long: &str, short: &str) -> bool {
    let (long, short): (Vec<char>, Vec<char>) = (long.chars().collect(), short.chars().collect());
    let same = long.iter().zip(&short).take_while(|(a, b)| a == b).count();
    if long.len() == short.len() {
        let (a, b) = (long.get(same..same + 2), short.get(same..same + 2));
        return a.zip(b).is_some_and(|(a, b)| a[0] == b[1] && a[1] == b[0])
            && long.get(same + 2..) == short.get(same + 2..);
    }
    long.len() == short.len() + 1 && long.get(same + 1..) == short.get(same..)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the one's slips hold the other, or the other's the one.
    fn is_slip(one: &str, other: &str) -> bool {
        let found = |long: &str, short: &str| {
            let is_found = Word::new(long).slips().any(|slip| slip == Word::new(short).whole());
            assert!(!is_found || without_letter(long, short));
            is_found
        };
        found(one, other) || found(other, one)
    }

    #[test]
    fn a_letter_missing_or_two_changed_over_within_a_word_is_a_slip() {
        assert!(is_slip("петрова анна алексевна", "петрова анна алексеевна"));
        assert!(is_slip("петров павел ильич", "петров пваел ильич"));
        assert!(is_slip("рыжов олег ильич", "ыжов олег ильич"));
        for (one, other) in [
            ("петров саша", "петрова саша"),
            ("петров иван", "петров илья"),
            ("ким анна ивановна", "ким алла ивановна"),
            ("петров павел", "петров павел"),
            ("петров павел 1", "петров павел 11"),
            ("", ""),
        ] {
            assert!(!is_slip(one, other), "{one} and {other}");
        }
    }
}
