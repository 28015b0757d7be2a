//! The schema of sheets: which sheets there are, under which headings, and what each column holds.
//!
//! One table for all who need it: recognition of sheets, decoding of cells, names of fields in templates, and the workbooks that
//! `init` writes. A column that it does not know is kept under its own heading.

mod shared;
mod sheets;

use sheets::{EVENTS, EXECUTION, MEETINGS, MENTORS, ORGANISATIONS, PEOPLE, PLAN, REQUISITES, VACANCIES};

/// What a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SheetKind {
    /// The plan of the year.
    Plan,
    /// What was done of it.
    Execution,
    /// Name and value pairs about the cluster.
    Requisites,
    /// Members of councils and working groups.
    People,
    /// Organisations.
    Organisations,
    /// Mentors.
    Mentors,
    /// Meetings of the councils.
    Meetings,
    /// Events.
    Events,
    /// Vacancies.
    Vacancies,
    /// Any other: rows by heading, under the sheet's own name.
    Other,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// Text, digits kept as they are written (ИНН, phones).
    Text,
    /// The number of an activity: `1.10`, never a date or a float.
    Number,
    /// A person's name.
    Person,
    /// A part of a name: Фамилия, Имя, Отчество.
    NamePart,
    /// Gender: м, ж, муж, жен …
    Gender,
    /// A job title.
    Post,
    /// An organisation's name.
    Organisation,
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A count or a measure.
    Quantity,
    /// A sum in roubles.
    Money,
    /// Yes or no.
    Flag,
    /// A deadline in words or as a date.
    Deadline,
    /// Several names or roles in one cell: executors, guests.
    List,
    /// One of a fixed set of words.
    Choice(&'static [&'static str]),
    /// A form given by hand: «ФИО (дат.)», «Обращение».
    Override,
}

/// One column that a sheet may have.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSpec {
    /// The canonical heading.
    pub heading: &'static str,
    /// Other headings for it, compared after folding (case, spaces, dots, ё/е, hyphens, look-alikes).
    pub synonyms: &'static [&'static str],
    /// Other names in templates than the one from the heading.
    pub aliases: &'static [&'static str],
    /// What its cells hold.
    pub kind: ColumnKind,
    /// Whether a sheet of this kind is of no use without it.
    pub required: bool,
    /// How to fill it, for the note on the heading that `init` writes.
    pub note: &'static str,
}

/// One sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetSpec {
    /// What it is.
    pub kind: SheetKind,
    /// Its canonical name.
    pub name: &'static str,
    /// Stems in lower case by which a sheet's name is recognised.
    pub stems: &'static [&'static str],
    /// The name of its rows in templates.
    pub collection: &'static str,
    /// Its columns, the canonical order.
    pub columns: &'static [ColumnSpec],
}

/// The roles of a council or a working group.
pub const ROLES: &[&str] = &["председатель", "заместитель", "секретарь", "член", "приглашённый"];
/// The states of an activity.
pub const STATUSES: &[&str] = &["выполнено", "в работе", "перенесено", "не выполнено", "отменено"];

/// Every sheet that is known.
pub const SHEETS: &[SheetSpec] =
    &[PLAN, EXECUTION, REQUISITES, PEOPLE, ORGANISATIONS, MENTORS, MEETINGS, EVENTS, VACANCIES];

/// The sheet of that kind; `None` for [`SheetKind::Other`].
pub fn sheet(kind: SheetKind) -> Option<&'static SheetSpec> {
    SHEETS.iter().find(|sheet| sheet.kind == kind)
}

const fn column(heading: &'static str, kind: ColumnKind) -> ColumnSpec {
    ColumnSpec { heading, synonyms: &[], aliases: &[], kind, required: false, note: "" }
}

impl ColumnSpec {
    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn also(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }

    const fn named(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    const fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }
}

/// What a column of an unknown sheet, or an unknown column of a known one, holds: by the words of its heading.
pub fn kind_of_heading(heading: &str) -> ColumnKind {
    let heading = heading.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if heading.contains('(') && has(&["(им", "(род", "(дат", "(вин", "(тв", "(пр"]) || heading == "обращение"
    {
        ColumnKind::Override
    } else if has(&["фио", "ф.и.о", "фамилия, имя", "руководитель"]) {
        ColumnKind::Person
    } else if has(&["должност"]) {
        ColumnKind::Post
    } else if has(&["организаци", "предприяти", "поо", "работодател"]) {
        ColumnKind::Organisation
    } else if has(&["№ мероприятия", "пункт плана"]) {
        ColumnKind::Number
    } else if has(&["дата"]) {
        ColumnKind::Date
    } else if heading.starts_with("время") {
        ColumnKind::Time
    } else if has(&["зарплат", "сумма", "стоимость", "руб"]) {
        ColumnKind::Money
    } else if has(&["количеств", "кол-во", "число", "балл", "итого", "факт", "план", "процент", "мест"])
        && !has(&["место"])
    {
        ColumnKind::Quantity
    } else if heading == "пол" {
        ColumnKind::Gender
    } else {
        ColumnKind::Text
    }
}
