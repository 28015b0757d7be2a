//! The whole name in a case, with initials or without.
//!
//! «Русская грамматика» (1980); ГОСТ Р 7.0.97: initials and surname are kept together by an unbreakable space.

use super::compound;
use super::gender::{GenderReading, best_effort};
use super::lexicon::{FIRST_NAMES, SURNAMES, listed};
use super::name::PersonName;
use super::order::either_gender;
use super::part::Part;
use super::patronymic;
use super::read::is_initial;
use super::word::{key, syllables};
use crate::russian::{Case, Gender, Grade, Inflected};

impl PersonName {
    /// The whole name in a case, in the order of the sheet. Without a gender that of the name itself is taken; where it says none,
    /// the form is doubtful.
    pub fn decline(&self, case: Case, gender: Option<Gender>) -> Inflected {
        Declension::of(self, gender).form(case)
    }

    /// The whole name in all cases, in the order of [`Case::ALL`]; the rules are asked once.
    pub fn decline_all(&self, gender: Option<Gender>) -> [Inflected; 6] {
        let declension = Declension::of(self, gender);
        Case::ALL.map(|case| declension.form(case))
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
        let declension = Declension::of(self, gender);
        let oblique = case.index().checked_sub(1);
        let initials = format!("{}{}", initials(self.first()), initials(self.patronymic()));
        let surname = declension.surname.form(oblique);
        let text = match (surname.text.is_empty(), initials.is_empty()) {
            (false, false) => join(&surname.text, &initials),
            (false, true) => surname.text.clone(),
            (true, _) => {
                let first = declension.first.text(oblique);
                self.assemble("", &first, &declension.patronymic.text(oblique), "")
            }
        };
        let doubt = declension.gender_doubt && oblique.is_some() || declension.order_matters(oblique);
        let grade =
            if !surname.text.is_empty() && !doubt { surname.grade } else { declension.grade(oblique) };
        Inflected { text, grade }
    }
}

/// A name whose every word has been asked for its paradigm.
struct Declension<'a> {
    name: &'a PersonName,
    surname: Part<'a>,
    first: Part<'a>,
    patronymic: Part<'a>,
    bracket: Part<'a>,
    gender_doubt: bool,
    order: OrderDoubt<'a>,
}

/// What another order of the words would change.
enum OrderDoubt<'a> {
    Never,
    Always,
    /// Where a pair's forms differ.
    Where(Vec<(Part<'a>, Part<'a>)>),
}

impl<'a> Declension<'a> {
    fn of(name: &'a PersonName, given: Option<Gender>) -> Self {
        let read = name.gender();
        let (gender, gender_doubt) = match (given, read) {
            (Some(gender), GenderReading::Known(own)) => (gender, gender != own),
            (Some(gender), GenderReading::Unknown) => (gender, false),
            (Some(gender), GenderReading::Conflict) => (gender, true),
            (None, GenderReading::Known(own)) => (own, false),
            (None, _) => (best_effort(name), true),
        };
        Self {
            name,
            surname: surname(name, gender),
            first: first(name, gender),
            patronymic: patronymic_part(name.patronymic()),
            bracket: bracket(name.maiden_name(), gender),
            gender_doubt,
            order: if name.sure { OrderDoubt::Never } else { order_doubt(name, gender) },
        }
    }

    fn form(&self, case: Case) -> Inflected {
        let oblique = case.index().checked_sub(1);
        let text = if self.bracket.is_empty() && self.name.after_comma.is_none() {
            self.plain(oblique)
        } else {
            let [surname, first, patronymic, bracket] =
                [&self.surname, &self.first, &self.patronymic, &self.bracket].map(|part| part.text(oblique));
            self.name.assemble(&surname, &first, &patronymic, &bracket)
        };
        Inflected { text, grade: self.grade(oblique) }
    }

    /// The three parts in their order, without the strings between.
    fn plain(&self, oblique: Option<usize>) -> String {
        let mut text = String::with_capacity(96);
        for part in self.name.in_order(&self.surname, &self.first, &self.patronymic) {
            if !part.is_empty() {
                let before = text.len();
                if before > 0 {
                    text.push(' ');
                }
                part.push_to(oblique, &mut text);
                // Initials stand together: «И.И.».
                if text.ends_with('.') && text.get(..before).is_some_and(|whole| whole.ends_with('.')) {
                    text.remove(before);
                }
            }
        }
        text
    }

    fn grade(&self, oblique: Option<usize>) -> Grade {
        if oblique.is_some() && self.gender_doubt || self.order_matters(oblique) {
            return Grade::Doubtful;
        }
        [&self.surname, &self.first, &self.patronymic, &self.bracket]
            .map(|part| part.grade(oblique))
            .into_iter()
            .max()
            .unwrap_or(Grade::Certain)
    }

    /// Whether the other order of the words would give another form.
    fn order_matters(&self, oblique: Option<usize>) -> bool {
        match &self.order {
            OrderDoubt::Never => false,
            OrderDoubt::Always => oblique.is_some(),
            OrderDoubt::Where(pairs) => {
                oblique.is_some() && pairs.iter().any(|(one, other)| one.text(oblique) != other.text(oblique))
            }
        }
    }
}

fn surname(name: &PersonName, gender: Gender) -> Part<'_> {
    if name.surname().is_empty() || name.eastern {
        return Part::still(name.surname());
    }
    let mut part = compound::surname(name.surname(), gender);
    if gender == Gender::Masculine && is_perhaps_foreign(name) {
        part.doubt_instrumental();
    }
    if is_perhaps_french(name) {
        part.doubt();
    }
    part
}

/// A surname in -а beside a French first name, without a patronymic, may have the stress on it and stay, as Дюма does.
fn is_perhaps_french(name: &PersonName) -> bool {
    let key = key(name.surname());
    name.patronymic().is_empty()
        && key.ends_with(['а', 'я'])
        && !key.contains('-')
        && !SURNAMES.contains_key(&key)
        && listed("french-first-names", &super::word::key(name.first()))
}

/// A surname in -ин or -ов beside a western first name, without a patronymic, may be foreign: Чаплином, not Чаплиным.
fn is_perhaps_foreign(name: &PersonName) -> bool {
    if !name.patronymic().is_empty() {
        return false;
    }
    let key = key(name.surname());
    ["ин", "ын", "ов", "ев"].iter().any(|ending| key.ends_with(ending))
        && syllables(&key) > 1
        && !key.rsplit('-').next().is_some_and(|part| SURNAMES.contains_key(part))
        && FIRST_NAMES.get(&super::word::key(name.first())).is_some_and(|first| first.western)
}

fn first(name: &PersonName, gender: Gender) -> Part<'_> {
    let first = name.first();
    if first.is_empty() || is_initial(first) {
        return Part::still(first);
    }
    if name.eastern {
        return compound::eastern_first(first, gender);
    }
    compound::first(first, gender)
}

fn patronymic_part(text: &str) -> Part<'_> {
    if text.split(' ').all(|word| word.is_empty() || is_initial(word)) {
        return Part::still(text);
    }
    let mut part = Part::default();
    let mut words = text.split(' ');
    match (words.next(), words.next()) {
        (Some(word), None) => part.add("", word, patronymic::paradigm(word)),
        // «Рауф кызы» has one paradigm as a whole, and it is that of what does not change.
        _ => {
            let paradigm = patronymic::paradigm(text);
            for word in text.split(' ') {
                part.add(" ", word, paradigm);
            }
        }
    }
    part
}

/// «урожд. Петрова», «в девичестве Петрова», «Петрова»: the last word is the surname, an agreeing word before it changes too.
fn bracket(text: &str, gender: Gender) -> Part<'_> {
    let mut part = Part::default();
    if text.is_empty() {
        return part;
    }
    let last = text.split(' ').count().saturating_sub(1);
    for (place, word) in text.split(' ').enumerate() {
        if place == last || key(word).starts_with("урожденн") {
            compound::add_surname_word(&mut part, word, gender);
        } else {
            part.add_still(word);
        }
    }
    part
}

/// What the other order of two words would change.
fn order_doubt(name: &PersonName, gender: Gender) -> OrderDoubt<'_> {
    let (surname, first) = (name.surname(), name.first());
    if surname.is_empty() || first.is_empty() {
        return OrderDoubt::Never;
    }
    if name.eastern && either_gender(&[surname]).is_some() {
        return OrderDoubt::Always;
    }
    let other = if name.eastern {
        [
            (compound::surname(surname, gender), Part::still(surname)),
            (compound::surname(first, gender), compound::eastern_first(first, gender)),
        ]
    } else {
        [
            (compound::surname(surname, gender), compound::first(surname, gender)),
            (compound::surname(first, gender), compound::first(first, gender)),
        ]
    };
    OrderDoubt::Where(other.into())
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
