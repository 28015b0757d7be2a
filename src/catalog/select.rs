//! Which documents a run makes: for whom, when, under which path, with which values.

use super::entry::Entry;
use super::kind::Kind;
use super::scope::Scope;
use crate::calendar::Period;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::model::{RowRef, key};
use crate::value::{SchemaId, Value};
use chrono::{Days, NaiveDate};

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
    /// What its template sees of its own.
    pub seen: Seen,
    /// The row that it is for.
    pub at: Option<Location>,
}

/// What the template of a document sees beside what all documents see ([`Scope::root`]).
#[derive(Clone, Debug)]
pub struct Seen {
    /// Which fields there are.
    pub schema: SchemaId,
    /// The row or the item that it is for.
    pub row: Option<Value>,
    /// The row of its event.
    pub event: Option<RowRef>,
    /// Its period, where that is not the academic year.
    pub period: Option<Period>,
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
    /// The keys of all that the kind is for, wanted now or not; `None` where its event is not in the sheet.
    pub keys: Option<Vec<String>>,
    /// What is not made because the meeting or the event does not take place.
    pub cancelled: Vec<Cancelled>,
}

/// A document that is off: its meeting or its event does not take place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cancelled {
    /// For whom it would be.
    pub recipient: String,
    /// The key that it would have.
    pub key: String,
    /// The row of the meeting or the event.
    pub row: RowRef,
}

/// What anchors a kind's documents in time: its event, and whether that takes place.
#[derive(Clone, Copy)]
pub(super) struct Anchor {
    pub(super) row: RowRef,
    date: Option<NaiveDate>,
    is_cancelled: bool,
}

impl Scope<'_> {
    /// The documents of a kind. `named` says that the person asked for this very kind: then one without a date is made for any period.
    pub fn select(&self, kind: &Kind<'_>, when: When, named: bool) -> Selection {
        let mut selection = Selection { keys: Some(Vec::new()), ..Selection::default() };
        let event = match kind.entry.event.as_deref().map(|name| (name, self.event(name))) {
            Some((name, None)) => {
                selection
                    .findings
                    .push(Finding::new(Code::EventMissing, kind.entry.location()).with("event", name));
                return Selection { keys: None, ..selection };
            }
            Some((_, found)) => found,
            None => None,
        };
        match kind.entry.for_each.as_deref() {
            Some(name) if self.periodic_schema(name).is_some() => {
                self.periodic(kind, name, when, &mut selection);
            }
            Some(collection) => {
                let found = self.values.collections.get(collection);
                for row in found.map(|found| found.rows.clone()).unwrap_or_default() {
                    self.row(kind, row, event, when, &mut selection);
                }
            }
            None => self.single(kind, event, when, named, &mut selection),
        }
        selection
    }

    /// The event of that kind or name: the first that takes place, else the first that was called off.
    pub(super) fn event(&self, name: &str) -> Option<Anchor> {
        let called = || self.model.events.iter().filter(|event| event.is_called(name));
        let takes_place = called().find(|event| !event.is_cancelled && event.date.is_some());
        let event = takes_place.or_else(|| called().find(|event| event.is_cancelled))?;
        Some(Anchor { row: event.row, date: event.date, is_cancelled: event.is_cancelled })
    }

    /// What a row is by itself, where it is a meeting whose papers the kind is, or an event.
    fn own_anchor(&self, entry: &Entry, row: RowRef) -> Option<Anchor> {
        if entry.meeting {
            let meeting = self.model.meetings.iter().find(|meeting| meeting.row == row)?;
            return Some(Anchor { row, date: meeting.date, is_cancelled: meeting.is_cancelled });
        }
        let event = self.model.events.iter().find(|event| event.row == row)?;
        Some(Anchor { row, date: event.date, is_cancelled: event.is_cancelled })
    }

    fn single(
        &self,
        kind: &Kind<'_>,
        event: Option<Anchor>,
        when: When,
        named: bool,
        selection: &mut Selection,
    ) {
        let recipient = (kind.entry.title.clone(), String::new(), None);
        if self.is_off(kind, event, &recipient.0, &recipient.1, selection) {
            return;
        }
        let date = event.and_then(|event| event.date).unwrap_or_else(|| self.model.year.period().start());
        if self.is_wanted(kind.entry, date, when) || (named && matches!(when, When::In(_))) {
            self.add(kind, recipient, date, (None, event, None), selection);
        }
    }

    fn row(
        &self,
        kind: &Kind<'_>,
        row: RowRef,
        event: Option<Anchor>,
        when: When,
        selection: &mut Selection,
    ) {
        let link = self.values.link(row);
        let tree = &self.values.tree;
        let holds = kind.condition.as_ref().map_or(Ok(true), |condition| condition.holds(tree, &link));
        if matches!(holds, Ok(false)) {
            return;
        }
        let recipient = self.recipient(kind.entry, row);
        let anchor = self.own_anchor(kind.entry, row).or(event);
        if self.is_off(kind, anchor, &recipient.0, &recipient.1, selection) {
            return;
        }
        if let Err(findings) = holds {
            selection.findings.extend(findings);
            selection.stopped += 1;
            return;
        }
        let date = anchor.and_then(|anchor| anchor.date);
        let date = date.unwrap_or_else(|| self.model.year.period().start());
        if self.is_wanted(kind.entry, date, when) {
            self.add(kind, recipient, date, (Some(link), event, None), selection);
        }
    }

    /// Notes a document's key; whether it is off, and noted as such.
    fn is_off(
        &self,
        kind: &Kind<'_>,
        anchor: Option<Anchor>,
        recipient: &str,
        key: &str,
        selection: &mut Selection,
    ) -> bool {
        let key = self.key(kind.entry, key);
        selection.keys.get_or_insert_default().push(key.clone());
        let Some(anchor) = anchor.filter(|anchor| anchor.is_cancelled) else { return false };
        selection.cancelled.push(Cancelled { recipient: recipient.to_owned(), key, row: anchor.row });
        true
    }

    /// Whether a document that its date anchors is wanted.
    ///
    /// `--due` makes it from its lead time before the date, moved back to a working day, until the date and its days of grace.
    pub(super) fn is_wanted(&self, entry: &Entry, date: NaiveDate, when: When) -> bool {
        match when {
            When::Year => true,
            When::In(period) => period.contains(date),
            When::Due(today) => {
                let from = self.calendar.previous_working(date - Days::new(entry.lead_days.into()));
                (from..=date + Days::new(entry.grace_days.into())).contains(&today)
            }
        }
    }

    /// The key of a document: the academic year, the recipient's own key, the event.
    pub(super) fn key(&self, entry: &Entry, recipient: &str) -> String {
        let event = entry.event.as_deref().map(key::fold).unwrap_or_default();
        format!("{}|{recipient}|{event}", self.model.year)
    }

    pub(super) fn add(
        &self,
        kind: &Kind<'_>,
        (recipient, key, at): (String, String, Option<Location>),
        date: NaiveDate,
        (row, event, period): (Option<Value>, Option<Anchor>, Option<Period>),
        selection: &mut Selection,
    ) {
        let seen = Seen { schema: kind.root, row, event: event.map(|event| event.row), period };
        let root = self.root(&seen, None);
        // A condition of a document that is for no row is about the document's own values.
        let condition = kind.condition.as_ref().filter(|_| kind.entry.for_each.is_none());
        if condition.is_some_and(|condition| matches!(condition.holds(&self.values.tree, &root), Ok(false))) {
            return;
        }
        let (mut path, mut findings) = (Vec::with_capacity(kind.path.len()), Vec::new());
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
        let key = self.key(kind.entry, &key);
        selection.documents.push(Document { recipient, key, date, path, seen, at });
    }

    /// The day of the run.
    pub const fn today(&self) -> NaiveDate {
        self.today
    }
}
