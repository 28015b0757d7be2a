//! Councils and working groups: the columns of «Участники» that hold roles.

use super::schema::{ColumnKind, SheetKind};
use super::table::{Cell, Table};
use super::{RowRef, key};
use crate::location::Location;
use std::collections::BTreeMap;

/// A member's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Председатель.
    Chair,
    /// Заместитель председателя.
    Deputy,
    /// Секретарь.
    Secretary,
    /// Член.
    Member,
    /// Приглашённый: no vote.
    Guest,
}

impl Role {
    /// The role that a cell names, by its stem.
    pub fn read(text: &str) -> Option<Self> {
        let text = key::fold(text);
        let is = |stem: &str| text.starts_with(stem);
        Some(match () {
            () if is("зам") || text.contains("заместител") => Self::Deputy,
            () if is("предс") || is("руководител") => Self::Chair,
            () if is("секр") || text.contains("секретар") => Self::Secretary,
            () if is("член") || is("участник") || text == "+" || text == "да" => Self::Member,
            () if is("пригл") => Self::Guest,
            () => return None,
        })
    }

    /// Whether the role has a vote.
    pub fn votes(self) -> bool {
        self != Self::Guest
    }
}

/// A member of a council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The row of «Участники».
    pub row: RowRef,
    /// The role.
    pub role: Role,
}

/// A council or a working group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    /// Its name: the column's heading.
    pub name: String,
    /// The heading's cell.
    pub at: Location,
    /// The members, in the order of the sheet.
    pub members: Vec<Member>,
}

impl Council {
    /// Every column that «Заседания» names (`named`), or whose values are all roles.
    pub fn read_all(tables: &[Table], named: &[String]) -> Vec<Self> {
        let mut councils: Vec<Self> = Vec::new();
        for (table_index, table) in
            tables.iter().enumerate().filter(|(_, table)| table.kind == SheetKind::People)
        {
            for (position, column) in table.columns.iter().enumerate() {
                if column.canonical.is_some() || column.kind == ColumnKind::Override {
                    continue;
                }
                let name = key::fold(&column.heading);
                let is_named = named.iter().any(|named| key::fold(named) == name);
                let Some(members) = members((table_index, table), position, is_named) else { continue };
                match councils.iter_mut().find(|council| key::fold(&council.name) == name) {
                    Some(council) => council.members.extend(members),
                    None => councils.push(Self {
                        name: column.heading.to_string(),
                        at: table.heading_location(position),
                        members,
                    }),
                }
            }
        }
        councils
    }

    /// The first member of that role.
    pub fn first(&self, role: Role) -> Option<&Member> {
        self.members.iter().find(|member| member.role == role)
    }

    /// The members with a vote.
    pub fn voting(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.role.votes())
    }
}

/// Whom a column gives a role; nothing where it is no council's: a cell that is no role ends the look at a column that no meeting names.
fn members((index, table): (usize, &Table), position: usize, is_named: bool) -> Option<Vec<Member>> {
    let mut members = Vec::new();
    let mut is_filled = false;
    // A list of a hundred thousand has the same few words over and over.
    let mut known: BTreeMap<&str, Option<Role>> = BTreeMap::new();
    for (row_index, row) in table.rows.iter().enumerate() {
        let role = match row.cells.get(position) {
            None | Some(Cell::Empty) => continue,
            Some(Cell::Text(text)) => *known.entry(text).or_insert_with(|| Role::read(text)),
            Some(cell) => Role::read(&cell.printed()),
        };
        is_filled = true;
        match role {
            Some(role) => members.push(Member { row: RowRef { table: index, row: row_index }, role }),
            None if is_named => {}
            None => return None,
        }
    }
    (is_named || is_filled).then_some(members)
}
