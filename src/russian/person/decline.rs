//! The whole name in a case, with initials or without.
//!
//! «Русская грамматика» (1980), §1223; ГОСТ Р 7.0.97: initials and surname are kept together by an unbreakable space.

use super::compound;
use super::gender::{GenderReading, best_effort};
use super::lexicon::{FIRST_NAMES, SURNAMES};
use super::name::PersonName;
use super::order::either_gender;
use super::patronymic;
use super::read::is_initial;
use super::word::{Word, is_russian, key, syllables};
use crate::russian::{Case, Gender, Grade, Inflected};

impl PersonName {
    /// The whole name in a case. Without a gender that of the name itself is taken; where it says none, the form is doubtful.
    pub fn decline(&self, case: Case, gender: Option<Gender>) -> Inflected {
        let forms = Forms::of(self, case, gender);
        let text = self.assemble(
            &forms.surname.text,
            &forms.first.text,
            &forms.patronymic.text,
            &forms.bracket.text,
        );
        Inflected { text, grade: forms.grade() }
    }

    /// Surname and initials: «Иванову\u{a0}И.И.».
    pub fn surname_initials(&self, case: Case, gender: Option<Gender>) -> Inflected {
        self.with_initials(case, gender, |surname, initials| format!("{surname}\u{a0}{initials}"))
    }

    /// Initials and surname: «И.И.\u{a0}Иванову».
    pub fn initials_surname(&self, case: Case, gender: Option<Gender>) -> Inflected {
        self.with_initials(case, gender, |surname, initials| format!("{initials}\u{a0}{surname}"))
    }

    fn with_initials(
        &self,
        case: Case,
        gender: Option<Gender>,
        join: impl Fn(&str, &str) -> String,
    ) -> Inflected {
        let forms = Forms::of(self, case, gender);
        let initials = format!("{}{}", initials(self.first()), initials(self.patronymic()));
        let surname = forms.surname.text.as_str();
        let text = match (surname.is_empty(), initials.is_empty()) {
            (false, false) => join(surname, &initials),
            (false, true) => surname.to_owned(),
            (true, _) => self.assemble("", &forms.first.text, &forms.patronymic.text, ""),
        };
        let surname_only = !surname.is_empty() && !forms.gender_doubt && !forms.order_doubt;
        let grade = if surname_only { forms.surname.grade } else { forms.grade() };
        Inflected { text, grade }
    }
}

/// The parts of a name in one case.
struct Forms {
    surname: Inflected,
    first: Inflected,
    patronymic: Inflected,
    bracket: Inflected,
    gender_doubt: bool,
    order_doubt: bool,
}

impl Forms {
    fn of(name: &PersonName, case: Case, given: Option<Gender>) -> Self {
        let read = name.gender();
        let (gender, gender_doubt) = match (given, read) {
            (Some(gender), GenderReading::Known(own)) => (gender, gender != own),
            (Some(gender), GenderReading::Unknown) => (gender, false),
            (Some(gender), GenderReading::Conflict) => (gender, true),
            (None, GenderReading::Known(own)) => (own, false),
            (None, _) => (best_effort(name), true),
        };
        let whole = Inflected::certain;
        let Some(oblique) = case.index().checked_sub(1) else {
            return Self {
                surname: whole(name.surname()),
                first: whole(name.first()),
                patronymic: whole(name.patronymic()),
                bracket: whole(name.maiden_name()),
                gender_doubt: false,
                order_doubt: false,
            };
        };
        Self {
            surname: surname(name, gender, oblique),
            first: first(name, gender, oblique),
            patronymic: patronymic_form(name.patronymic(), oblique),
            bracket: bracket(name.maiden_name(), gender, oblique),
            gender_doubt,
            order_doubt: !name.sure && order_matters(name, gender, oblique),
        }
    }

    fn grade(&self) -> Grade {
        let parts = [&self.surname, &self.first, &self.patronymic, &self.bracket];
        if self.gender_doubt || self.order_doubt || parts.iter().any(|part| part.grade == Grade::Doubtful) {
            Grade::Doubtful
        } else {
            Grade::Certain
        }
    }
}

fn surname(name: &PersonName, gender: Gender, oblique: usize) -> Inflected {
    if name.surname().is_empty() || name.eastern {
        return Inflected::certain(name.surname());
    }
    let mut form = compound::surname(name.surname(), gender, oblique);
    if gender == Gender::Masculine && is_perhaps_foreign(name) {
        form.grade = Grade::Doubtful;
    }
    form
}

/// A surname in -ин or -ов beside a western first name, without a patronymic, may be foreign: Чаплином, not Чаплиным.
fn is_perhaps_foreign(name: &PersonName) -> bool {
    let key = key(name.surname());
    name.patronymic().is_empty()
        && (key.ends_with("ин") || key.ends_with("ов"))
        && syllables(&key) > 1
        && !SURNAMES.contains_key(&key)
        && FIRST_NAMES.get(&super::word::key(name.first())).is_some_and(|first| first.western)
}

fn first(name: &PersonName, gender: Gender, oblique: usize) -> Inflected {
    let first = name.first();
    if first.is_empty() || is_initial(first) {
        return Inflected::certain(first);
    }
    if name.eastern {
        return compound::eastern_first(first, gender, oblique);
    }
    compound::first(first, gender, oblique)
}

fn patronymic_form(text: &str, oblique: usize) -> Inflected {
    if text.is_empty() || is_initial(text) {
        return Inflected::certain(text);
    }
    let mut initials = text.split(' ');
    if initials.all(is_initial) {
        return Inflected::certain(text);
    }
    let paradigm = patronymic::paradigm(text);
    if !is_russian(&text.replace(' ', "")) {
        return Inflected::doubtful(text);
    }
    Inflected { text: Word::new(text).form(&paradigm, oblique), grade: paradigm.grade }
}

/// «урожд. Петрова», «в девичестве Петрова», «Петрова»: the last word is the surname, an agreeing word before it changes too.
fn bracket(text: &str, gender: Gender, oblique: usize) -> Inflected {
    if text.is_empty() {
        return Inflected::certain("");
    }
    let (before, last) = text.rsplit_once(' ').unwrap_or(("", text));
    let form = compound::surname(last, gender, oblique);
    let before = before
        .split(' ')
        .map(|word| {
            if key(word).starts_with("урожденн") {
                compound::surname(word, gender, oblique).text
            } else {
                word.to_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ");
    let text = if before.is_empty() { form.text } else { format!("{before} {}", form.text) };
    Inflected { text, grade: form.grade }
}

/// Whether the other order of two words would give other forms.
fn order_matters(name: &PersonName, gender: Gender, oblique: usize) -> bool {
    let (surname, first) = (name.surname(), name.first());
    if surname.is_empty() || first.is_empty() {
        return false;
    }
    if name.eastern {
        return either_gender(&[surname]).is_some()
            || compound::surname(surname, gender, oblique).text != surname
            || compound::surname(first, gender, oblique).text
                != compound::eastern_first(first, gender, oblique).text;
    }
    compound::surname(surname, gender, oblique).text != compound::first(surname, gender, oblique).text
        || compound::surname(first, gender, oblique).text != compound::first(first, gender, oblique).text
}

/// «И.» of Иван, «Ж.-Ж.» of Жан-Жак; an initial stays as it is.
fn initials(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    if text.split(' ').all(is_initial) {
        let mut dotted = text.replace(' ', "");
        if !dotted.ends_with('.') {
            dotted.push('.');
        }
        return dotted;
    }
    let words = text.split(' ').filter(|word| patronymic::turkic_word(&key(word)).is_none());
    words
        .map(|word| {
            word.split('-')
                .filter_map(|part| part.chars().next())
                .map(|letter| format!("{letter}."))
                .collect::<Vec<_>>()
                .join("-")
        })
        .collect()
}
