//! A person who is an organisation: «ИП Иванов Иван Иванович», «Глава КФХ Петров П.П.».

use super::super::person::{GenderReading, PersonName};
use super::super::phrase::letters::fold;
use super::super::{Case, Gender, Inflected};

/// What may stand before the person's name, folded, longest first.
const FORMS: [&str; 13] = [
    "индивидуальный предприниматель глава кфх",
    "индивидуальный предприниматель",
    "глава крестьянского (фермерского) хозяйства",
    "глава крестьянского хозяйства",
    "ип глава кфх",
    "глава кфх",
    "частный предприниматель",
    "предприниматель",
    "самозанятый",
    "самозанятая",
    "ип кфх",
    "ип",
    "кфх",
];

/// The form (with the space after it) and the person's name; `None` where no name follows.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let folded = fold(text);
    let form = FORMS
        .iter()
        .find(|form| folded.strip_prefix(**form).is_some_and(|rest| rest.starts_with(char::is_whitespace)))?;
    let at = text.char_indices().nth(form.chars().count()).map(|(index, _)| index)?;
    let (before, after) = text.split_at_checked(at)?;
    let name = after.trim_start();
    let first = name.chars().next()?;
    let space = after.len() - name.len();
    (first.is_uppercase() && first.is_alphabetic())
        .then(|| text.split_at_checked(before.len() + space))
        .flatten()
}

/// Whether a name after the form may be the genitive of a man's as well as a woman's nominative: «КФХ Сидорова П.И.».
pub(super) fn may_be_genitive(form: &str, name: &str) -> bool {
    let surname = name.split_whitespace().find(|word| !word.ends_with('.')).unwrap_or_default();
    fold(form).trim_end().ends_with("кфх")
        && !fold(form).contains("глава")
        && ["ова", "ева", "ина", "ына", "ого", "его"].iter().any(|ending| fold(surname).ends_with(ending))
}

/// The person's name in this case; doubtful where the name does not tell the gender.
pub(crate) fn decline_person_tail(name: &str, case: Case) -> Inflected {
    if case == Case::Nominative {
        return Inflected::certain(name);
    }
    let person = PersonName::read(name);
    // What the reading of names would reorder or clean is left as it is.
    if person.full() != name {
        return Inflected::doubtful(name);
    }
    let gender = match person.gender() {
        GenderReading::Known(gender) => Some(gender),
        GenderReading::Conflict => None,
        // «ИП Шевченко А.А.»: the form is one, whoever bears the name.
        GenderReading::Unknown => {
            let man = person.decline(case, Some(Gender::Masculine));
            if man == person.decline(case, Some(Gender::Feminine)) {
                return man;
            }
            None
        }
    };
    person.decline(case, gender)
}
