//! Look-up: which record a person means by a record's number, a document's number, a path or a recipient.

use super::Register;
use super::error::RegisterError;
use super::record::Record;
use crate::diagnostic::nearest;

/// How many matches an ambiguous text is told with.
const TOLD: usize = 5;

impl Register {
    /// The one live record that `wanted` means: `#12` is the record 12; else its number, its path or its recipient, whole, and only then
    /// in part.
    pub fn look_up(&self, wanted: &str) -> Result<&Record, RegisterError> {
        let live = || self.records().filter(|record| record.state.is_live());
        let is_meant = |record: &&Record| wanted.strip_prefix('#') == Some(record.id.to_string().as_str());
        if let Some(record) = live().find(is_meant) {
            return Ok(record);
        }
        let folded = fold(wanted);
        let number =
            |record: &Record| record.number.as_ref().map(|number| fold(&number.text)).unwrap_or_default();
        let (whole, part): (Vec<_>, Vec<_>) = live()
            .filter(|record| {
                [number(record), fold(&record.path), fold(&record.recipient)]
                    .iter()
                    .any(|text| text.contains(&folded))
            })
            .partition(|record| {
                [number(record), fold(&record.path), fold(&record.recipient)].contains(&folded)
            });
        match if whole.is_empty() { &part[..] } else { &whole[..] } {
            [] => Err(RegisterError::NoSuchRecord {
                wanted: wanted.to_owned(),
                nearest: nearest(wanted, live().map(|record| record.recipient.as_str())).map(str::to_owned),
            }),
            [record] => Ok(record),
            several => Err(RegisterError::Ambiguous {
                wanted: wanted.to_owned(),
                matches: several
                    .iter()
                    .take(TOLD)
                    .map(|record| format!("#{} {}", record.id, record.path))
                    .collect(),
            }),
        }
    }

    /// The live records that a person means together: all of one recipient's where `wanted` is his whole name, else the one that
    /// [`Self::look_up`] finds.
    pub fn look_up_each(&self, wanted: &str) -> Result<Vec<&Record>, RegisterError> {
        let folded = fold(wanted);
        let live = self.records().filter(|record| record.state.is_live());
        let of_recipient: Vec<_> = live.filter(|record| fold(&record.recipient) == folded).collect();
        let kinds: std::collections::BTreeSet<_> = of_recipient.iter().map(|record| &record.kind).collect();
        if of_recipient.len() > 1 && kinds.len() == of_recipient.len() {
            return Ok(of_recipient);
        }
        self.look_up(wanted).map(|record| vec![record])
    }
}

fn fold(text: &str) -> String {
    text.to_lowercase().replace('ё', "е").replace(['\u{A0}', '\u{202F}'], " ").trim().to_owned()
}
