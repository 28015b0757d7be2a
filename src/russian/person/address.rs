//! The name part of a salutation.

use super::name::PersonName;
use super::read::is_initial;
use crate::russian::Gender;

/// «Иван Иванович», «Иван», «господин Иванов» where no first name is known.
pub(super) fn address(name: &PersonName, gender: Gender) -> String {
    let spelled = |part: &str| !part.is_empty() && !part.split(' ').all(is_initial);
    match (spelled(name.first()), spelled(name.patronymic())) {
        (true, true) => format!("{} {}", name.first(), name.patronymic()),
        (true, false) => name.first().to_owned(),
        (false, _) if name.surname().is_empty() => name.full(),
        (false, _) => {
            let title = match gender {
                Gender::Masculine => "господин",
                Gender::Feminine => "госпожа",
            };
            format!("{title} {}", name.surname())
        }
    }
}
