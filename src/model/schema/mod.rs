//! The schema of sheets: which sheets there are, under which headings, and what each column holds.
//!
//! One table for all who need it: recognition of sheets, decoding of cells, names of fields in templates, and the workbooks that
//! `init` writes. A column that it does not know is kept under its own heading.

mod calendar;
mod column;
mod people;
mod plan;
mod result;
mod training;

use calendar::{EVENTS, MEETINGS, VACANCIES};
use people::{MENTORS, ORGANISATIONS, PEOPLE, REQUISITES};
use plan::{EXECUTION, PLAN};
use result::{CHAMPIONSHIP, CONTEST, DECISIONS, INCLUSION, PUBLICATIONS};
use training::{PRACTICE, PROGRAMMES, QUOTA};

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
    /// What the meetings decided.
    Decisions,
    /// Educational programmes under examination.
    Programmes,
    /// Admission quotas.
    Quota,
    /// Places of practice.
    Practice,
    /// Participants of the championship.
    Championship,
    /// Projects of a contest.
    Contest,
    /// Activities for inclusive education.
    Inclusion,
    /// What was published of the events.
    Publications,
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
    /// What a filled cell looks like, as a person types it: `22.09.2022`.
    pub example: &'static str,
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
    /// What its rows are, and what they are for: a sentence for the page that explains the workbooks of `init`.
    pub purpose: &'static str,
    /// The name of its rows in templates.
    pub collection: &'static str,
    /// Its columns, the canonical order.
    pub columns: &'static [ColumnSpec],
}

/// The roles of a council or a working group.
pub const ROLES: &[&str] = &["председатель", "заместитель", "секретарь", "член", "приглашённый"];
/// What an expert may conclude on a programme.
pub const CONCLUSIONS: &[&str] = &["согласовать", "доработать", "отклонить"];
/// The states of an activity.
pub const STATUSES: &[&str] = &["выполнено", "в работе", "перенесено", "не выполнено", "отменено"];

/// Every sheet that is known.
pub const SHEETS: &[SheetSpec] = &[
    PLAN,
    EXECUTION,
    REQUISITES,
    PEOPLE,
    ORGANISATIONS,
    MENTORS,
    MEETINGS,
    EVENTS,
    VACANCIES,
    DECISIONS,
    PROGRAMMES,
    QUOTA,
    PRACTICE,
    CHAMPIONSHIP,
    CONTEST,
    INCLUSION,
    PUBLICATIONS,
];

/// The sheet of that kind; `None` for [`SheetKind::Other`].
pub fn sheet(kind: SheetKind) -> Option<&'static SheetSpec> {
    SHEETS.iter().find(|sheet| sheet.kind == kind)
}

/// The headings whose cells tell a row of that sheet from all others, the one first that names it for people; empty where its person or
/// its organisation does.
pub const fn identity(kind: SheetKind) -> &'static [&'static str] {
    match kind {
        SheetKind::Decisions => &["Исполнитель", "Совет", "Заседание", "Вопрос"],
        SheetKind::Programmes => &["Программа", "Код программы", "Организация"],
        SheetKind::Quota => &["Профессия", "Код программы", "ПОО"],
        SheetKind::Practice => &["Предприятие", "ПОО", "Профессия"],
        SheetKind::Championship => &["ФИО", "Организация", "Компетенция"],
        SheetKind::Contest => &["Проект", "Организация"],
        SheetKind::Inclusion => &["Мероприятие", "Дата"],
        SheetKind::Publications => &["Событие", "Площадка", "Формат"],
        _ => &[],
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
