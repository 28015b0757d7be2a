//! A record of the register: one document, its number, its place, and a seal over all of it.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

/// A SHA-256.
pub type Hash = [u8; 32];

/// The SHA-256 of a document's bytes.
pub fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// Where a document's life stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Its number is taken, its file was never published.
    Reserved,
    /// Issued.
    Issued,
    /// Its recipient goes on under another record (after `register move`); kept, marked.
    Superseded,
    /// Cancelled; kept, marked.
    Voided,
}

impl State {
    /// The state's name in the register and in machine-readable output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reserved => "reserved",
            Self::Issued => "issued",
            Self::Superseded => "superseded",
            Self::Voided => "voided",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::Reserved, Self::Issued, Self::Superseded, Self::Voided]
            .into_iter()
            .find(|state| state.name() == name)
    }

    /// Whether the record still speaks for its recipient.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Reserved | Self::Issued)
    }
}

/// A number in its series, taken once and for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The series' name.
    pub series: String,
    /// The period within which it is unique.
    pub period: String,
    /// The number.
    pub value: u32,
    /// The number as it stands in the document.
    pub text: String,
}

/// The file as the register last published it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    /// The hash of its bytes.
    pub hash: Hash,
    /// Its length in bytes.
    pub size: u64,
    /// Its time of change in nanoseconds since 1970: together with the length, enough to know it unread.
    pub modified: i64,
    /// The hash of all that it was made from.
    pub input: Hash,
    /// The hash of its template.
    pub template: Hash,
}

/// When and under which number a person signed the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The date on the signed paper.
    pub date: Option<NaiveDate>,
    /// The number on the signed paper.
    pub number: Option<String>,
}

/// One document of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The record's number in the register.
    pub id: i64,
    /// The kind's id in the catalog.
    pub kind: String,
    /// Recipient, organisation and event.
    pub key: String,
    /// What it is.
    pub title: String,
    /// For whom.
    pub recipient: String,
    /// The date that anchors it in time.
    pub date: NaiveDate,
    /// Its number, where its kind asks for one.
    pub number: Option<Number>,
    /// The path it asked for.
    pub wish: String,
    /// The path it got.
    pub path: String,
    /// Its file, once published.
    pub content: Option<Content>,
    /// The day of its first issue.
    pub issued: Option<NaiveDate>,
    /// The day of its present edition.
    pub updated: Option<NaiveDate>,
    /// Where its life stands.
    pub state: State,
    /// Why it was voided or moved.
    pub note: Option<String>,
    /// The signed paper, once entered.
    pub signed: Option<Signature>,
}

/// Parts a companion's kind from its document's: `thanks.pdf`. No kind of the catalog has one.
pub const COMPANION: char = '.';

impl Record {
    /// Whether it is a file made out of documents, as a PDF is: it has no number, and no list names it.
    pub fn is_companion(&self) -> bool {
        self.kind.contains(COMPANION)
    }

    /// Whether it is the document's own file in another form: made for the same recipient out of that kind.
    pub(super) fn is_companion_of(&self, document: &Self) -> bool {
        let kind = self.kind.split_once(COMPANION).map(|(kind, _)| kind);
        kind == Some(document.kind.as_str()) && self.key == document.key
    }

    /// The record before its document is published: its number is taken, its file is not there.
    #[must_use]
    pub fn reserved(&self) -> Self {
        Self { content: None, issued: None, updated: None, state: State::Reserved, ..self.clone() }
    }

    /// The seal: the first 16 bytes of a SHA-256 over every field. A byte changed outside of pisar breaks it.
    pub(super) fn seal(&self) -> Vec<u8> {
        let mut seal = Seal::new();
        seal.integer(self.id);
        for text in [&self.kind, &self.key, &self.title, &self.recipient, &self.wish, &self.path] {
            seal.text(text);
        }
        seal.date(Some(self.date)).date(self.issued).date(self.updated).text(self.state.name());
        if let Some(number) = &self.number {
            seal.text(&number.series).text(&number.period).integer(number.value.into()).text(&number.text);
        }
        if let Some(content) = &self.content {
            seal.bytes(&content.hash).bytes(&content.input).bytes(&content.template);
            seal.integer(content.size.cast_signed()).integer(content.modified);
        }
        seal.text(self.note.as_deref().unwrap_or("\0"));
        if let Some(signed) = &self.signed {
            seal.date(signed.date).text(signed.number.as_deref().unwrap_or("\0"));
        }
        seal.done()
    }
}

/// A hash over fields, each with its length, so that none can run into the next.
pub(super) struct Seal(Sha256);

impl Seal {
    pub(super) fn new() -> Self {
        Self(Sha256::new())
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    pub(super) fn integer(&mut self, value: i64) -> &mut Self {
        self.bytes(&value.to_le_bytes())
    }

    pub(super) fn date(&mut self, date: Option<NaiveDate>) -> &mut Self {
        self.integer(date.map_or(i64::MIN, |date| i64::from(chrono::Datelike::num_days_from_ce(&date))))
    }

    pub(super) fn done(self) -> Vec<u8> {
        let whole: Hash = self.0.finalize().into();
        whole.into_iter().take(16).collect()
    }
}
