//! Who was at a meeting: its council's members by the names in «Присутствовали», and names that are nobody's.

use super::decision::is_named;
use super::{Meeting, Model, RowRef, key};

/// Who was at a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// Members with a vote who were present, in the order of the sheet.
    pub present: Vec<RowRef>,
    /// Members with a vote who were not.
    pub absent: Vec<RowRef>,
    /// Names among those present that no member of the council and no guest of the meeting has.
    pub unknown: Vec<String>,
}

impl Model {
    /// Who was at a meeting, as «Присутствовали» says; where it is empty, everybody is absent.
    pub fn attendance(&self, meeting: &Meeting) -> Attendance {
        let Some(council) = self.council(&meeting.council) else { return Attendance::default() };
        let (present, absent) = council
            .voting()
            .map(|member| member.row)
            .partition(|row| meeting.has_present(|written| is_named(written, &self.full_name(*row))));
        let is_known = |written: &&String| {
            key::fold(written) == "все"
                || council.members.iter().any(|member| is_named(written, &self.full_name(member.row)))
                || meeting.guests.iter().any(|guest| is_named(written, guest) || is_named(guest, written))
        };
        let unknown = meeting.present.iter().filter(|written| !is_known(written)).cloned().collect();
        Attendance { present, absent, unknown }
    }

    /// The name of a row of «Участники».
    pub fn full_name(&self, row: RowRef) -> String {
        let (table, cells) = self.row(row);
        table.cell(cells, "ФИО").printed()
    }
}
