//! Drafts of messages and the calendar files of meetings and events, as companions of a run's documents.

use super::companion::{Companion, Failure, Make, digest};
use super::extras::{Run, Source};
use crate::catalog::{Message, Scope};
use crate::diagnostic::{Code, Finding};
use crate::output::{Held, Planned, PublishError, Session};
use crate::register::SafePath;
use crate::render::calendar_file::{self, Occasion};
use crate::render::draft::{Attachment, Draft, Mailbox};
use crate::render::occasions;
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// The kind of calendar files; no kind of the catalog has its dot.
const CALENDAR: &str = "calendar.ics";

/// When and where the run takes place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub zone: Tz,
    pub today: NaiveDate,
}

/// The drafts of all documents whose kinds have addresses; a missing address is told and stops nothing else.
pub(super) fn drafts<'a>(
    run: &Run<'_, '_, '_, '_>,
    session: &Session,
    (first, made): (&[Companion<'_>], &[Planned<'_>]),
    findings: &mut Vec<Finding>,
) -> Result<Vec<Companion<'a>>, PublishError> {
    let (scope, clock) = (run.scope, run.clock);
    let from = match scope.sender() {
        Ok((name, address)) => Mailbox { name, address },
        Err(at) => {
            findings.push(Finding::new(Code::SenderMissing, at));
            return Ok(Vec::new());
        }
    };
    let occasions = occasions::of_model(scope.model);
    let (mut drafts, mut told) = (Vec::new(), BTreeSet::new());
    for source in &run.sources {
        let message = match message(scope, source) {
            Ok(Some(message)) => message,
            Ok(None) => continue,
            // One organisation without an address has several documents.
            Err(found) => {
                findings.extend(found.into_iter().filter(|finding| told.insert(format!("{finding:?}"))));
                continue;
            }
        };
        let id = &source.job.ready.kind.entry.id;
        let is_pdf = |companion: &Companion<'_>| {
            companion.kind == format!("{id}.pdf") && companion.key == source.job.document.key
        };
        let pdf = first.iter().zip(made).find(|(companion, _)| is_pdf(companion));
        let pdf = pdf.map(|(_, planned)| session.held(planned)).transpose()?.flatten();
        let occasion = occasion(scope, source, &occasions);
        drafts.push(draft(
            source,
            &from,
            message,
            pdf.unwrap_or_else(|| source.held.clone()),
            occasion,
            clock,
        ));
    }
    Ok(drafts)
}

/// The message of a document, its number in it.
fn message(scope: &Scope<'_>, source: &Source<'_, '_, '_>) -> Result<Option<Message>, Vec<Finding>> {
    scope.message(&source.job.ready.kind, &source.job.document, source.number_text.as_deref())
}

fn draft<'a>(
    source: &Source<'_, '_, '_>,
    from: &Mailbox,
    message: Message,
    held: Held,
    occasion: Option<Occasion>,
    clock: Clock,
) -> Companion<'a> {
    let to: Vec<Mailbox> = message
        .to
        .iter()
        .map(|(name, address)| Mailbox { name: name.clone(), address: address.clone() })
        .collect();
    let whole = format!("{from:?}{message:?}{occasion:?}{}", clock.zone);
    // The day is left out: a draft that says the same is the same tomorrow.
    let input = digest([whole.as_bytes(), held.path.as_str().as_bytes(), &held.hash]);
    let from = from.clone();
    let make = Make::Code(Box::new(move || {
        let name = held.path.as_str().rsplit('/').next().unwrap_or_default().to_owned();
        let mut attachments = vec![Attachment { name, bytes: held.read()? }];
        attachments.extend(occasion.iter().map(|occasion| Attachment {
            name: format!("{}.ics", crate::register::name::segment(&occasion.title)),
            bytes: calendar_file::write(
                &occasion.title,
                std::slice::from_ref(occasion),
                clock.zone,
                clock.today,
            ),
        }));
        let draft = Draft {
            from: &from,
            to: &to,
            subject: &message.subject,
            text: &message.text,
            day: clock.today,
            id: &input,
            attachments,
        };
        Ok::<_, Failure>(draft.bytes())
    }));
    source.companion("eml", "письмо", input, make)
}

/// The meeting or the event that a document invites to.
fn occasion(
    scope: &Scope<'_>,
    source: &Source<'_, '_, '_>,
    occasions: &[(crate::model::RowRef, Occasion)],
) -> Option<Occasion> {
    let kind = &source.job.ready.kind;
    if !kind.entry.calendar {
        return None;
    }
    let row = scope.anchor(kind, &source.job.document)?;
    occasions.iter().find(|(own, _)| *own == row).map(|(_, occasion)| occasion.clone())
}

/// The calendar files of what the run's documents invite to, and of what was cancelled since its file was made.
pub(super) fn calendars<'a>(run: &Run<'_, '_, '_, '_>, session: &Session) -> Vec<Companion<'a>> {
    let (scope, clock) = (run.scope, run.clock);
    let all = occasions::of_model(scope.model);
    let wanted: BTreeSet<String> = run
        .sources
        .iter()
        .filter_map(|source| occasion(scope, source, &all))
        .map(|occasion| occasion.uid)
        .collect();
    let has_file = |occasion: &Occasion| session.register().find(CALENDAR, &occasion.uid).is_some();
    let is_wanted =
        |occasion: &Occasion| wanted.contains(&occasion.uid) || (occasion.is_cancelled && has_file(occasion));
    let mut seen = BTreeSet::new();
    let chosen = all.into_iter().map(|(_, occasion)| occasion).filter(is_wanted);
    chosen
        .filter(|occasion| seen.insert(occasion.uid.clone()))
        .map(|occasion| calendar(occasion, clock))
        .collect()
}

fn calendar<'a>(occasion: Occasion, clock: Clock) -> Companion<'a> {
    let name = format!("{} {}", occasion.day, occasion.title);
    Companion {
        kind: CALENDAR.to_owned(),
        key: occasion.uid.clone(),
        title: "Событие календаря".to_owned(),
        recipient: occasion.title.clone(),
        date: occasion.day,
        path: SafePath::new(&["Календарь", &name], "ics"),
        input: digest([format!("{occasion:?}{}", clock.zone).as_bytes()]),
        make: Make::Code(Box::new(move || {
            Ok(calendar_file::write(
                &occasion.title,
                std::slice::from_ref(&occasion),
                clock.zone,
                clock.today,
            ))
        })),
    }
}
