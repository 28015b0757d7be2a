//! A person's name in its parts.

use super::gender::{self, GenderReading};
use super::order::arrange;
use super::read::cell;
use crate::russian::Gender;

/// Where the surname was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// «Иванов Иван Иванович»
    #[default]
    SurnameFirst,
    /// «Иван Иванович Иванов»
    SurnameLast,
}

/// A person's name, its parts in the spelling and letter case of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PersonName {
    pub(super) surname: Option<String>,
    pub(super) first: Option<String>,
    pub(super) patronymic: Option<String>,
    pub(super) bracket: Option<String>,
    pub(super) bracket_early: bool,
    order: Order,
    pub(super) after_comma: Option<String>,
    pub(super) eastern: bool,
    pub(super) sure: bool,
    gender: GenderReading,
}

impl PersonName {
    /// Reads one cell: parts in any order, initials, capitals, a maiden name in brackets, a degree after a comma.
    pub fn read(text: &str) -> Self {
        let cell = cell(text);
        let leading = cell.words.first().cloned();
        let places = arrange(cell.words);
        let surname_last = !places.surname.is_empty() && places.surname.first() != leading.as_ref();
        let order = if surname_last { Order::SurnameLast } else { Order::SurnameFirst };
        let mut name = Self {
            surname: part(places.surname.join(" ")),
            first: part(places.first.join(" ")),
            patronymic: part(places.patronymic.join(" ")),
            bracket: cell.bracket,
            bracket_early: cell.bracket_early,
            order,
            after_comma: cell.after_comma,
            eastern: places.eastern,
            sure: places.sure,
            gender: GenderReading::Unknown,
        };
        name.gender = gender::read(&name);
        name
    }

    /// Takes a name from three cells, an absent part being empty.
    pub fn from_parts(surname: &str, first: &str, patronymic: &str) -> Self {
        let surname_cell = cell(surname);
        let whole = [&surname_cell.words.join(" "), first].join(" ");
        let eastern = patronymic.trim().is_empty() && {
            let read = Self::read(&whole);
            read.eastern && read.sure && read.surname() == surname.trim()
        };
        let mut name = Self {
            surname: part(surname_cell.words.join(" ")),
            first: part(cell(first).words.join(" ")),
            patronymic: part(cell(patronymic).words.join(" ")),
            bracket: surname_cell.bracket,
            bracket_early: true,
            order: Order::SurnameFirst,
            after_comma: surname_cell.after_comma,
            eastern,
            sure: true,
            gender: GenderReading::Unknown,
        };
        name.gender = gender::read(&name);
        name
    }

    /// The surname with its particles; empty where absent.
    pub fn surname(&self) -> &str {
        self.surname.as_deref().unwrap_or_default()
    }

    /// The first name or its initial; empty where absent.
    pub fn first(&self) -> &str {
        self.first.as_deref().unwrap_or_default()
    }

    /// The patronymic or its initial; empty where absent.
    pub fn patronymic(&self) -> &str {
        self.patronymic.as_deref().unwrap_or_default()
    }

    /// The maiden name as it stands in brackets, without them; empty where absent.
    pub fn maiden_name(&self) -> &str {
        self.bracket.as_deref().unwrap_or_default()
    }

    /// The name in the order of the sheet: «Иванов Иван Иванович», «Иван Иванович Иванов».
    pub fn full(&self) -> String {
        self.assemble(self.surname(), self.first(), self.patronymic(), self.maiden_name())
    }

    /// What the parts say about the gender.
    pub fn gender(&self) -> GenderReading {
        self.gender
    }

    /// The name part of a salutation: first name and patronymic, or what there is of them; the surname where there is neither.
    pub fn address(&self, gender: Gender) -> String {
        super::address::address(self, gender)
    }

    /// Whether the name is Chinese, Korean or Vietnamese.
    pub(super) fn is_eastern(&self) -> bool {
        self.eastern
    }

    /// Surname, first name and patronymic in the order of the sheet.
    pub(super) fn in_order<T>(&self, surname: T, first: T, patronymic: T) -> [T; 3] {
        match self.order {
            Order::SurnameFirst => [surname, first, patronymic],
            Order::SurnameLast => [first, patronymic, surname],
        }
    }

    /// The whole out of its parts' forms.
    pub(super) fn assemble(&self, surname: &str, first: &str, patronymic: &str, bracket: &str) -> String {
        let mut whole = String::with_capacity(64);
        let bracket = if bracket.is_empty() { String::new() } else { format!("({bracket})") };
        let (early, late) = if self.bracket_early { (bracket.as_str(), "") } else { ("", bracket.as_str()) };
        let pieces = match self.order {
            Order::SurnameFirst => [surname, early, first, patronymic, late],
            Order::SurnameLast => [first, patronymic, early, surname, late],
        };
        for piece in pieces {
            if !piece.is_empty() {
                let tight = whole.is_empty() || whole.ends_with('.') && is_dotted(piece);
                whole.push_str(if tight { "" } else { " " });
                whole.push_str(piece);
            }
        }
        if let Some(after) = &self.after_comma {
            whole.push_str(", ");
            whole.push_str(after);
        }
        whole
    }
}

fn is_dotted(piece: &str) -> bool {
    piece.ends_with('.')
}

fn part(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
