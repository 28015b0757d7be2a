//! A form together with how sure we are of it.

/// How far a form may be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grade {
    /// May be printed without a look.
    Certain,
    /// A person should look before it is printed.
    Doubtful,
}

/// A form, and its grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inflected {
    /// The form, in the spelling and letter case of what was given.
    pub text: String,
    /// How far it may be trusted.
    pub grade: Grade,
}

impl Inflected {
    /// A form that may be printed without a look.
    pub fn certain(text: impl Into<String>) -> Self {
        Self { text: text.into(), grade: Grade::Certain }
    }

    /// A form that a person should look at.
    pub fn doubtful(text: impl Into<String>) -> Self {
        Self { text: text.into(), grade: Grade::Doubtful }
    }

    /// Whether it may be printed without a look.
    pub fn is_certain(&self) -> bool {
        self.grade == Grade::Certain
    }
}
