//! Rows of the register's tables: a record or an intent to and from its columns.

use super::intent::Intent;
use super::record::{Content, Hash, Number, Record, Signature, State};
use chrono::NaiveDate;
use rusqlite::{Row, Statement, ToSql};

/// The columns of `document`, in the order of [`bind`].
pub(super) const COLUMNS: &str = "id, kind, key, title, recipient, date, series, period, number, number_text, wish, path, hash, \
     size, modified, input_hash, template_hash, issued, updated, state, note, is_signed, signed_date, signed_number, seal";

/// How many they are.
pub(super) const COLUMN_COUNT: usize = 25;

/// The columns that `intent` has after them.
pub(super) const INTENT_COLUMNS: &str = "staged, target, obsolete, replaces_edited, intent_seal";

/// `?1, ?2, …` for `count` columns.
pub(super) fn placeholders(count: usize) -> String {
    (1..=count).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ")
}

/// `kind = ?2, …` for the columns of `document`.
pub(super) fn assignments() -> String {
    COLUMNS
        .split(", ")
        .enumerate()
        .map(|(n, column)| format!("{column} = ?{}", n + 1))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Binds a record to the first [`COLUMN_COUNT`] places of a statement.
pub(super) fn bind(statement: &mut Statement<'_>, record: &Record) -> rusqlite::Result<()> {
    let (number, content, signed) = (record.number.as_ref(), record.content.as_ref(), record.signed.as_ref());
    let iso = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let columns: [&dyn ToSql; COLUMN_COUNT] = [
        &record.id,
        &record.kind,
        &record.key,
        &record.title,
        &record.recipient,
        &record.date.to_string(),
        &number.map(|number| &number.series),
        &number.map(|number| &number.period),
        &number.map(|number| number.value),
        &number.map(|number| &number.text),
        &record.wish,
        &record.path,
        &content.map(|content| content.hash),
        &content.map(|content| content.size.cast_signed()),
        &content.map(|content| content.modified),
        &content.map(|content| content.input),
        &content.map(|content| content.template),
        &iso(record.issued),
        &iso(record.updated),
        &record.state.name(),
        &record.note,
        &signed.is_some(),
        &signed.and_then(|signed| iso(signed.date)),
        &signed.and_then(|signed| signed.number.as_ref()),
        &record.seal(),
    ];
    for (place, value) in columns.iter().enumerate() {
        statement.raw_bind_parameter(place + 1, value)?;
    }
    Ok(())
}

/// Binds an intent: its record, then its own columns.
pub(super) fn bind_intent(statement: &mut Statement<'_>, intent: &Intent) -> rusqlite::Result<()> {
    bind(statement, &intent.after)?;
    let columns: [&dyn ToSql; 5] =
        [&intent.staged, &intent.target, &intent.obsolete, &intent.replaces_edited, &intent.seal()];
    for (place, value) in columns.iter().enumerate() {
        statement.raw_bind_parameter(COLUMN_COUNT + place + 1, value)?;
    }
    Ok(())
}

// Columns are read by their place in `COLUMNS` and `INTENT_COLUMNS`: looking each up by name takes longer than reading it.

/// A record out of its columns; `None` where its seal is broken or a column holds what cannot be.
pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<Option<Record>> {
    let seal: Vec<u8> = row.get(24)?;
    Ok(unsealed(row)?.filter(|record| record.seal() == seal))
}

/// An intent out of its columns, by the same rule.
pub(super) fn intent(row: &Row<'_>) -> rusqlite::Result<Option<Intent>> {
    let seal: Vec<u8> = row.get(29)?;
    let Some(after) = record(row)? else { return Ok(None) };
    let intent = Intent {
        after: after.into(),
        staged: row.get(25)?,
        target: row.get(26)?,
        obsolete: row.get(27)?,
        replaces_edited: row.get(28)?,
    };
    Ok(Some(intent).filter(|intent| intent.seal() == seal))
}

fn unsealed(row: &Row<'_>) -> rusqlite::Result<Option<Record>> {
    let date = |column: usize| -> rusqlite::Result<Option<NaiveDate>> {
        Ok(row.get::<_, Option<String>>(column)?.and_then(|text| text.parse().ok()))
    };
    let (Some(anchor), Some(state)) = (date(5)?, State::named(&row.get::<_, String>(19)?)) else {
        return Ok(None);
    };
    let number = match row.get::<_, Option<u32>>(8)? {
        Some(value) => Some(Number { series: row.get(6)?, period: row.get(7)?, value, text: row.get(9)? }),
        None => None,
    };
    let content = match row.get::<_, Option<Hash>>(12)? {
        Some(hash) => Some(Content {
            hash,
            size: row.get::<_, i64>(13)?.cast_unsigned(),
            modified: row.get(14)?,
            input: row.get(15)?,
            template: row.get(16)?,
        }),
        None => None,
    };
    let signed = if row.get(21)? { Some(Signature { date: date(22)?, number: row.get(23)? }) } else { None };
    Ok(Some(Record {
        id: row.get(0)?,
        kind: row.get(1)?,
        key: row.get(2)?,
        title: row.get(3)?,
        recipient: row.get(4)?,
        date: anchor,
        number,
        wish: row.get(10)?,
        path: row.get(11)?,
        content,
        issued: date(17)?,
        updated: date(18)?,
        state,
        note: row.get(20)?,
        signed,
    }))
}
