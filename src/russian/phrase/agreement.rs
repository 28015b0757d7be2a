//! What words agree in: the gender of a noun, or the plural.

/// The gender of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NounGender {
    /// Мужской: один договор.
    Masculine,
    /// Женский: одна организация.
    Feminine,
    /// Средний: одно мероприятие.
    Neuter,
}

/// One or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Number {
    Singular,
    Plural,
}

/// What an adjective shows: a gender, or the plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Agreement {
    Masculine,
    Feminine,
    Neuter,
    Plural,
}

impl From<NounGender> for Agreement {
    fn from(gender: NounGender) -> Self {
        match gender {
            NounGender::Masculine => Self::Masculine,
            NounGender::Feminine => Self::Feminine,
            NounGender::Neuter => Self::Neuter,
        }
    }
}
