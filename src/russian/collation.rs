//! The order of Russian words: ё beside е, capitals beside small letters (the Unicode root collation, whose Cyrillic order is that of Russian).

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};

static RUSSIAN: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| Collator::try_new(CollatorPreferences::default(), CollatorOptions::default()).ok());

/// Which of two texts stands first in a list; equal only if they are the same.
pub fn compare(first: &str, second: &str) -> Ordering {
    let collated = RUSSIAN.as_ref().map_or(Ordering::Equal, |collator| collator.compare(first, second));
    collated.then_with(|| first.cmp(second))
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn yo_stands_beside_ye() {
        let mut names = ["Жуков", "Ёлкин", "Иванов", "Елкин", "Егоров", "абрамов", "Ежов"];
        names.sort_by(|first, second| compare(first, second));
        assert_eq!(names, ["абрамов", "Егоров", "Ежов", "Елкин", "Ёлкин", "Жуков", "Иванов"]);
    }
}
