//! Why a file cannot be a template.

/// The reason; its name chooses the wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Not an Office Open XML file at all.
    NotAPackage,
    /// Encrypted, or in the format of Word 97–2003.
    Locked,
    /// More or larger parts than an honest file has.
    TooLarge,
    /// A part's name that leads out of the package, or stands twice.
    PartName(String),
    /// A part is damaged.
    Damaged(String),
    /// A part declares a document type or entities.
    Doctype(String),
    /// A program inside: macros.
    Macros(String),
    /// An embedded object.
    Embedded(String),
    /// A piece of another format to be imported by Word.
    AltChunk(String),
    /// A template of another place is attached.
    Template(String),
    /// A picture that is fetched from elsewhere.
    Picture(String),
    /// Other data that is fetched from elsewhere.
    External(String),
    /// Tags in a part whose elements have other prefixes than any office program writes.
    Prefix(String),
    /// A field that reads files or runs programs.
    Field(String),
}

impl Refusal {
    /// The name that the message chooses by.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NotAPackage => "not-a-package",
            Self::Locked => "locked",
            Self::TooLarge => "too-large",
            Self::PartName(_) => "part-name",
            Self::Damaged(_) => "damaged",
            Self::Doctype(_) => "doctype",
            Self::Macros(_) => "macros",
            Self::Embedded(_) => "embedded",
            Self::AltChunk(_) => "alt-chunk",
            Self::External(_) => "external",
            Self::Template(_) => "template",
            Self::Picture(_) => "picture",
            Self::Prefix(_) => "prefix",
            Self::Field(_) => "field",
        }
    }

    /// The part, the address or the field that is meant; empty where it is the whole file.
    pub fn what(&self) -> &str {
        match self {
            Self::NotAPackage | Self::Locked | Self::TooLarge => "",
            Self::PartName(what)
            | Self::Damaged(what)
            | Self::Doctype(what)
            | Self::Macros(what)
            | Self::Embedded(what)
            | Self::AltChunk(what)
            | Self::External(what)
            | Self::Template(what)
            | Self::Picture(what)
            | Self::Prefix(what)
            | Self::Field(what) => what,
        }
    }
}
