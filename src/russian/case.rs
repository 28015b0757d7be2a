//! The six cases and the two genders of persons.

/// A grammatical case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Case {
    /// Именительный: кто? что?
    Nominative,
    /// Родительный: кого? чего?
    Genitive,
    /// Дательный: кому? чему?
    Dative,
    /// Винительный: кого? что?
    Accusative,
    /// Творительный: кем? чем?
    Instrumental,
    /// Предложный: о ком? о чём?
    Prepositional,
}

impl Case {
    /// All six, in the order of the grammars.
    pub const ALL: [Self; 6] = [
        Self::Nominative,
        Self::Genitive,
        Self::Dative,
        Self::Accusative,
        Self::Instrumental,
        Self::Prepositional,
    ];

    /// The five that have to be formed.
    pub const OBLIQUE: [Self; 5] =
        [Self::Genitive, Self::Dative, Self::Accusative, Self::Instrumental, Self::Prepositional];

    /// The case's place in [`Case::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The English name in lower case, as machine-readable output has it: `dative`.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Nominative => "nominative",
            Self::Genitive => "genitive",
            Self::Dative => "dative",
            Self::Accusative => "accusative",
            Self::Instrumental => "instrumental",
            Self::Prepositional => "prepositional",
        }
    }

    /// The Russian name in lower case: `дательный`.
    pub const fn russian(self) -> &'static str {
        match self {
            Self::Nominative => "именительный",
            Self::Genitive => "родительный",
            Self::Dative => "дательный",
            Self::Accusative => "винительный",
            Self::Instrumental => "творительный",
            Self::Prepositional => "предложный",
        }
    }

    /// The Russian name cut short, as headings of columns have it: `дат.`.
    pub const fn short(self) -> &'static str {
        match self {
            Self::Nominative => "им.",
            Self::Genitive => "род.",
            Self::Dative => "дат.",
            Self::Accusative => "вин.",
            Self::Instrumental => "твор.",
            Self::Prepositional => "предл.",
        }
    }

    /// The case that a heading, a template or a person names: `дательный`, `дат.`, `дат`, `кому`, `чему`, `dative`, `Д`.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().trim_end_matches('.').to_lowercase();
        Some(match name.as_str() {
            "именительный" | "им" | "и" | "кто" | "что" | "nominative" | "nom" => {
                Self::Nominative
            }
            "родительный" | "род" | "р" | "кого" | "чего" | "genitive" | "gen" => {
                Self::Genitive
            }
            "дательный" | "дат" | "д" | "кому" | "чему" | "dative" | "dat" => {
                Self::Dative
            }
            "винительный" | "вин" | "в" | "accusative" | "acc" => Self::Accusative,
            "творительный" | "тв" | "твор" | "т" | "кем" | "чем" | "instrumental" | "ins" => {
                Self::Instrumental
            }
            "предложный" | "пр" | "предл" | "п" | "о_ком" | "о_чём" | "о_чем" | "prepositional" | "prep" => {
                Self::Prepositional
            }
            _ => return None,
        })
    }
}

/// The gender of a person, or of a noun that has to agree with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gender {
    /// Мужской.
    Masculine,
    /// Женский.
    Feminine,
}
