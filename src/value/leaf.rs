//! A leaf: one piece of data with its kind, its cell, and the forms that the sheet itself gives.

use crate::calendar::Period;
use crate::location::Location;
use crate::russian::{Case, Gender};
use chrono::{NaiveDate, NaiveTime};
use std::sync::Arc;

/// What kind of thing a leaf is: it decides how a template prints and declines it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text, printed as it is.
    Text,
    /// A person's name.
    Person,
    /// A job title.
    Post,
    /// An organisation's name.
    Organisation,
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A number.
    Number,
    /// A sum in roubles.
    Money,
    /// A span of days: a month, a quarter, an academic year.
    Period,
    /// Yes or no.
    Flag,
}

/// A person as a template needs one: the name and the gender, where it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name as the sheet has it, in the nominative.
    pub name: Arc<str>,
    /// From the sheet, else from the name; `None` where neither tells.
    pub gender: Option<Gender>,
}

/// The piece of data.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// An empty cell.
    Empty,
    /// Text; line feeds become line breaks.
    Text(Arc<str>),
    /// A person.
    Person(Arc<Person>),
    /// A job title in the nominative.
    Post(Arc<str>),
    /// An organisation in the nominative.
    Organisation(Arc<str>),
    /// A date.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A number.
    Number(f64),
    /// Roubles, in kopecks.
    Money(i64),
    /// A span of days, both ends inclusive.
    Period(Period),
    /// Yes or no.
    Flag(bool),
}

/// What the sheet gives by hand: forms that win over computed ones, and how a text looks.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Overrides {
    /// By case: the columns «ФИО (дат.)», «Должность (род.)».
    pub cases: [Option<Arc<str>>; 6],
    /// The column «Обращение»: the whole salutation, «Уважаемый Иван Иванович».
    pub address: Option<Arc<str>>,
    /// The text in stretches, where the cell has bold or italic in it.
    pub spans: Option<Arc<[Span]>>,
}

/// A stretch of a text that is bold or italic in its cell, or neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The stretch.
    pub text: Arc<str>,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Whether it is italic.
    pub is_italic: bool,
}

/// A piece of data with its kind and its cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// The data.
    pub data: Data,
    /// What kind of thing it is, known for an empty cell too.
    pub kind: Kind,
    /// The cell it was read from; `None` for what is computed.
    pub at: Option<Location>,
    /// Forms given by hand.
    pub overrides: Option<Arc<Overrides>>,
}

impl Leaf {
    /// A computed leaf.
    pub fn new(data: Data) -> Self {
        Self { kind: data.kind(), data, at: None, overrides: None }
    }

    /// A computed text.
    pub fn text(text: impl Into<Arc<str>>) -> Self {
        Self::new(Data::Text(text.into()))
    }

    /// An empty leaf of a kind.
    pub const fn empty(kind: Kind, at: Option<Location>) -> Self {
        Self { data: Data::Empty, kind, at, overrides: None }
    }

    /// The same leaf, read at `at`.
    #[must_use]
    pub fn at(mut self, at: Location) -> Self {
        self.at = Some(at);
        self
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        match &self.data {
            Data::Empty => true,
            Data::Text(text) | Data::Post(text) | Data::Organisation(text) => text.trim().is_empty(),
            Data::Person(person) => person.name.trim().is_empty(),
            _ => false,
        }
    }

    /// The form that the sheet gives for `case`.
    pub fn given(&self, case: Case) -> Option<&Arc<str>> {
        self.overrides.as_ref()?.cases[case.index()].as_ref()
    }
}

impl Data {
    /// The data's kind; text for an empty one.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Empty | Self::Text(_) => Kind::Text,
            Self::Person(_) => Kind::Person,
            Self::Post(_) => Kind::Post,
            Self::Organisation(_) => Kind::Organisation,
            Self::Date(_) => Kind::Date,
            Self::Time(_) => Kind::Time,
            Self::Number(_) => Kind::Number,
            Self::Money(_) => Kind::Money,
            Self::Period(_) => Kind::Period,
            Self::Flag(_) => Kind::Flag,
        }
    }
}
