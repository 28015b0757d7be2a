//! Which documents a run makes: for whom, when, under which path, with which values.

use super::entry::Entry;
use super::kind::Kind;
use super::scope::{PERIOD, Scope};
use crate::analysis;
use crate::calendar::{Period, ProductionCalendar, Quarter};
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::model::table::Cell;
use crate::model::{RowRef, key};
use crate::russian::{Case, date};
use crate::value::{Data, Leaf, Record, Value};
use chrono::{Days, NaiveDate};

/// The collection of quarters that end in the academic year.
pub const QUARTERS: &str = "кварталы";

/// Which documents are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Those of the whole academic year.
    Year,
    /// Those whose date lies in the period.
    In(Period),
    /// Those that their lead time makes due on that day.
    Due(NaiveDate),
}

/// One document to make.
#[derive(Clone, Debug)]
pub struct Document {
    /// For whom, as a person reads it; the kind's title where there is one document.
    pub recipient: String,
    /// For whom, the same in every run: never a row's place.
    pub key: String,
    /// The date that anchors it in time: the event's, the meeting's, the period's last.
    pub date: NaiveDate,
    /// The segments of its path under the output folder, as the catalog's pattern has them.
    pub path: Vec<String>,
    /// What its template sees.
    pub root: Record,
    /// The row that it is for.
    pub at: Option<Location>,
}

/// The documents of a kind, and what stops others.
#[derive(Debug, Default)]
pub struct Selection {
    /// The documents, in the order of the rows.
    pub documents: Vec<Document>,
    /// What stops others.
    pub findings: Vec<Finding>,
    /// How many rows lack data for a path or a condition.
    pub stopped: usize,
}

impl Scope<'_> {
    /// The documents of a kind. `named` says that the person asked for this very kind: then one without a date is made for any period.
    pub fn select(&self, kind: &Kind<'_>, when: When, named: bool) -> Selection {
        let mut selection = Selection::default();
        let event = match kind.entry.event.as_deref().map(|name| (name, self.event(name))) {
            Some((name, None)) => {
                selection
                    .findings
                    .push(Finding::new(Code::EventMissing, kind.entry.location()).with("event", name));
                return selection;
            }
            Some((_, found)) => found,
            None => None,
        };
        match kind.entry.for_each.as_deref() {
            Some(QUARTERS) => self.quarters(kind, when, &mut selection),
            Some(collection) => {
                let rows = self
                    .values
                    .collections
                    .get(collection)
                    .map(|found| found.rows.clone())
                    .unwrap_or_default();
                for row in rows {
                    self.row(kind, row, event, when, &mut selection);
                }
            }
            None => {
                let date = event.map_or_else(|| self.model.year.period().start(), |(_, date)| date);
                let is_wanted = match when {
                    When::Year => true,
                    When::In(period) => named || period.contains(date),
                    When::Due(today) => is_due(kind.entry, date, date, today, self.calendar),
                };
                if is_wanted {
                    let recipient = (kind.entry.title.clone(), String::new(), None);
                    self.add(kind, recipient, date, (None, event, None), &mut selection);
                }
            }
        }
        selection
    }

    /// The event of that kind or name that takes place.
    fn event(&self, name: &str) -> Option<(RowRef, NaiveDate)> {
        let mut called =
            self.model.events.iter().filter(|event| event.is_called(name) && !event.is_cancelled);
        called.find_map(|event| Some((event.row, event.date?)))
    }

    fn quarters(&self, kind: &Kind<'_>, when: When, selection: &mut Selection) {
        let span = match when {
            When::In(period) => period,
            When::Year | When::Due(_) => self.model.year.period(),
        };
        // Without a plan there is nothing to report on.
        let quarters = Quarter::ending_in(span).filter(|_| !self.model.plan.activities.is_empty());
        for quarter in quarters {
            let (period, end) = (quarter.period(), quarter.period().end());
            let due_by = end + Days::new(kind.entry.grace_days.into());
            if matches!(when, When::Due(today) if !is_due(kind.entry, due_by, end, today, self.calendar)) {
                continue;
            }
            let progress = analysis::progress(self.model, period, self.calendar);
            let row = self.report.record(self.model, &progress);
            let label =
                date::quarter(quarter.year(), quarter.number() as u8, Case::Nominative, date::Style::Roman);
            let recipient = (label.replace('\u{a0}', " "), quarter.to_string(), None);
            self.add(kind, recipient, end, (Some(row), None, Some(period)), selection);
        }
    }

    fn row(
        &self,
        kind: &Kind<'_>,
        row: RowRef,
        event: Option<(RowRef, NaiveDate)>,
        when: When,
        selection: &mut Selection,
    ) {
        let link = self.values.link(row);
        let tree = &self.values.tree;
        let Some(record) = tree.record(&link) else { return };
        match kind.condition.as_ref().map(|condition| condition.holds(tree, record)) {
            Some(Ok(false)) => return,
            Some(Err(findings)) => {
                selection.findings.extend(findings);
                selection.stopped += 1;
                return;
            }
            Some(Ok(true)) | None => {}
        }
        let meeting = self.model.meetings.iter().find(|meeting| kind.entry.meeting && meeting.row == row);
        if meeting.is_some_and(|meeting| meeting.is_cancelled) {
            return;
        }
        let date = meeting.map_or(event.map(|(_, date)| date), |meeting| meeting.date);
        let date = date.unwrap_or_else(|| self.model.year.period().start());
        let is_wanted = match when {
            When::Year => true,
            When::In(period) => period.contains(date),
            When::Due(today) => is_due(kind.entry, date, date, today, self.calendar),
        };
        if is_wanted {
            let recipient = self.recipient(kind.entry, row);
            self.add(kind, recipient, date, (Some(link.clone()), event, None), selection);
        }
    }

    /// How a person reads it, its stable key, and its place.
    fn recipient(&self, entry: &Entry, row: RowRef) -> (String, String, Option<Location>) {
        let (table, sheet_row) = self.model.row(row);
        let at = table.location_at(sheet_row, 0);
        let text = |heading: &str| {
            let position = table
                .columns
                .iter()
                .position(|column| *column.heading == *heading || column.canonical == Some(heading));
            position.and_then(|position| sheet_row.cells.get(position)).map(Cell::printed).unwrap_or_default()
        };
        let code = text("Код");
        if entry.meeting {
            // The day that was announced first: a meeting that is put off keeps its papers' numbers.
            let day = table
                .cell(sheet_row, "Дата")
                .day()
                .map(|day| day.format("%d.%m.%Y").to_string())
                .unwrap_or_default();
            let label = format!("{}, {day}", text("Совет"));
            let key = if code.is_empty() { key::fold(&label) } else { key::fold(&code) };
            return (label, key, Some(at));
        }
        let name = self.values.tree.subject(&self.values.link(row)).map(leaf_text).unwrap_or_default();
        let organisation = text("Организация");
        let key = if code.is_empty() {
            format!("{}|{}", key::fold(&name), self.organisation_key(row, &organisation))
        } else {
            key::fold(&code)
        };
        (name, key, Some(at))
    }

    /// An organisation's full name where the sheet of organisations knows it, so that its spelling in this row does not matter.
    fn organisation_key(&self, row: RowRef, written: &str) -> String {
        let joins = self
            .model
            .joins
            .all()
            .iter()
            .filter(|join| join.table == row.table && join.target == "организации");
        let named = joins.filter_map(|join| join.rows.get(row.row).copied()).flatten().next();
        named.map_or_else(
            || key::fold(written),
            |named| {
                let (table, row) = self.model.row(named);
                key::fold(&table.cell(row, "Наименование").printed())
            },
        )
    }

    fn add(
        &self,
        kind: &Kind<'_>,
        (recipient, key, at): (String, String, Option<Location>),
        date: NaiveDate,
        (row, event, period): (Option<Value>, Option<(RowRef, NaiveDate)>, Option<Period>),
        selection: &mut Selection,
    ) {
        let mut values: Vec<Value> = self.roots.iter().map(|(_, value)| value.clone()).collect();
        if let Some(period) = period {
            values[PERIOD] = Value::Leaf(Leaf::new(Data::Period(period)));
        }
        values.extend(row);
        values.extend(event.map(|(row, _)| self.values.link(row)));
        let root = Record { schema: kind.root, values };
        // A condition of a document that is for no row is about the document's own values.
        let condition = kind.condition.as_ref().filter(|_| kind.entry.for_each.is_none());
        if condition.is_some_and(|condition| matches!(condition.holds(&self.values.tree, &root), Ok(false))) {
            return;
        }
        let (mut path, mut findings) = (Vec::new(), Vec::new());
        for segment in &kind.path {
            match segment.render(&self.values.tree, &root) {
                Ok(text) => path.push(text),
                Err(found) => findings.extend(found),
            }
        }
        if !findings.is_empty() {
            selection.findings.extend(findings);
            selection.stopped += 1;
            return;
        }
        let event_name = kind.entry.event.as_deref().map(key::fold).unwrap_or_default();
        let key = format!("{}|{key}|{event_name}", self.model.year);
        selection.documents.push(Document { recipient, key, date, path, root, at });
    }

    /// The day of the run.
    pub const fn today(&self) -> NaiveDate {
        self.today
    }
}

/// Whether `--due` makes it on `today`: from its lead time before `date` (moved back to a working day) until `last`, the anchor itself.
fn is_due(
    entry: &Entry,
    last: NaiveDate,
    date: NaiveDate,
    today: NaiveDate,
    calendar: &ProductionCalendar,
) -> bool {
    let from = calendar.previous_working(date - Days::new(entry.lead_days.into()));
    today >= from && today <= last
}

fn leaf_text(leaf: &Leaf) -> String {
    match &leaf.data {
        Data::Text(text) | Data::Post(text) | Data::Organisation(text) => text.to_string(),
        Data::Person(person) => person.name.to_string(),
        Data::Date(day) => day.format("%d.%m.%Y").to_string(),
        Data::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
