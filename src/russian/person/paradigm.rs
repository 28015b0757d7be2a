//! How a word changes: what is cut from its end and what is put there, with the grade of our knowledge.
//!
//! «Русская грамматика» (1980) (nouns, surnames in -ов and -ин, adjectival surnames).

use crate::russian::Grade;

/// The endings of the genitive, dative, accusative, instrumental and prepositional.
pub(super) type Endings = &'static [&'static str; 5];

/// Иван-, after a hard consonant.
pub(super) const HARD: Endings = &["а", "у", "а", "ом", "е"];
/// Франц-, after a sibilant or ц with the stress on the stem.
pub(super) const SIBILANT: Endings = &["а", "у", "а", "ем", "е"];
/// Игор-, Андре-, after a soft consonant or a vowel.
pub(super) const SOFT: Endings = &["я", "ю", "я", "ем", "е"];
/// Юри-.
pub(super) const SOFT_IY: Endings = &["я", "ю", "я", "ем", "и"];
/// Иванов-.
pub(super) const POSSESSIVE: Endings = &["а", "у", "а", "ым", "е"];
/// Иванов-, of a woman.
pub(super) const POSSESSIVE_FEMININE: Endings = &["ой", "ой", "у", "ой", "ой"];
/// Толст-, Бел-.
pub(super) const ADJECTIVE: Endings = &["ого", "ому", "ого", "ым", "ом"];
/// Маяковск-, Сух-.
pub(super) const ADJECTIVE_VELAR: Endings = &["ого", "ому", "ого", "им", "ом"];
/// Горяч-, Син-.
pub(super) const ADJECTIVE_SOFT: Endings = &["его", "ему", "его", "им", "ем"];
/// Куц-: hard endings, but е after ц without the stress.
pub(super) const ADJECTIVE_TS: Endings = &["его", "ему", "его", "ым", "ем"];
/// Трет-, Волч-: old possessives in -ий.
pub(super) const ADJECTIVE_YOD: Endings = &["ьего", "ьему", "ьего", "ьим", "ьем"];
/// Маяковск-, of a woman.
pub(super) const ADJECTIVE_FEMININE: Endings = &["ой", "ой", "ую", "ой", "ой"];
/// Горяч-, of a woman.
pub(super) const ADJECTIVE_FEMININE_SIBILANT: Endings = &["ей", "ей", "ую", "ей", "ей"];
/// Син-, of a woman.
pub(super) const ADJECTIVE_FEMININE_SOFT: Endings = &["ей", "ей", "юю", "ей", "ей"];
/// Ольг-, Глинк-: after к, г, х; Лапш-, Саранч-: after a sibilant with the stress on the ending.
pub(super) const A_VELAR: Endings = &["и", "е", "у", "ой", "е"];
/// Анн-.
pub(super) const A_HARD: Endings = &["ы", "е", "у", "ой", "е"];
/// Гриш-: after a sibilant.
pub(super) const A_SIBILANT: Endings = &["и", "е", "у", "ей", "е"];
/// Капиц-.
pub(super) const A_TS: Endings = &["ы", "е", "у", "ей", "е"];
/// Коля, Дарья.
pub(super) const YA: Endings = &["и", "е", "ю", "ей", "е"];
/// Мария.
pub(super) const IYA: Endings = &["и", "и", "ю", "ей", "и"];
/// Любовь, Юдифь.
pub(super) const SOFT_FEMININE: Endings = &["и", "и", "ь", "ью", "и"];

/// A way to form the oblique cases of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paradigm {
    /// How many letters go from the end of the nominative.
    pub cut: usize,
    /// What follows the kept letters in every form: the changed end of the stem.
    pub infix: &'static str,
    /// The endings; `None` for what does not change.
    pub endings: Option<Endings>,
    doubt: Doubt,
}

/// Which forms a person has to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doubt {
    None,
    /// The stress decides between -ом and -ем, -ой and -ей.
    Instrumental,
    All,
}

/// The place of the instrumental among the oblique cases.
const INSTRUMENTAL: usize = 3;

impl Paradigm {
    /// What does not change.
    pub const fn indeclinable() -> Self {
        Self { cut: 0, infix: "", endings: None, doubt: Doubt::None }
    }

    /// Cuts letters and puts endings.
    pub const fn new(cut: usize, endings: Endings) -> Self {
        Self { cut, infix: "", endings: Some(endings), doubt: Doubt::None }
    }

    /// The same with a changed end of the stem: Орёл, Орл-.
    pub const fn with_infix(mut self, infix: &'static str) -> Self {
        self.infix = infix;
        self
    }

    /// The same, to be looked at by a person in every case.
    pub const fn doubtful(mut self) -> Self {
        self.doubt = Doubt::All;
        self
    }

    /// The same, to be looked at in the instrumental at least.
    pub const fn doubtful_instrumental(mut self) -> Self {
        if matches!(self.doubt, Doubt::None) {
            self.doubt = Doubt::Instrumental;
        }
        self
    }

    /// How sure the form of an oblique case is, by its place.
    pub const fn grade(&self, oblique: usize) -> Grade {
        match self.doubt {
            Doubt::None => Grade::Certain,
            Doubt::Instrumental if oblique != INSTRUMENTAL => Grade::Certain,
            _ => Grade::Doubtful,
        }
    }
}
