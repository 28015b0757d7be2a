//! Where each row of a template has gone: into no row, one, or one for each pass of the loops around it.

use super::reference::{Corner, Span};
use std::rc::Rc;

/// The passes of the loops around a row, outermost first: which loop, which pass.
pub(super) type Path = Rc<[(usize, usize)]>;

/// Rows one after another that have stayed so.
#[derive(Clone, Debug)]
struct Stretch {
    first: u32,
    last: u32,
    /// Where the first has gone.
    at: u32,
    path: Path,
}

/// The rows of one sheet, in the order in which they came out.
#[derive(Clone, Debug, Default)]
pub(super) struct RowMap {
    stretches: Vec<Stretch>,
}

impl RowMap {
    /// Adds rows that have gone to `at` and after it.
    pub fn push(&mut self, first: u32, last: u32, at: u32, path: &Path) {
        if first > last {
            return;
        }
        if let Some(before) = self.stretches.last_mut()
            && before.last + 1 == first
            && before.at.saturating_add(first - before.first) == at
            && before.path == *path
        {
            before.last = last;
            return;
        }
        self.stretches.push(Stretch { first, last, at, path: Rc::clone(path) });
    }

    /// The first and the last row that any of these rows has gone to, as a formula within those passes sees it.
    pub fn hull(&self, (top, bottom): (u32, u32), within: &[(usize, usize)]) -> Option<(u32, u32)> {
        let seen = self.stretches.iter().filter(|stretch| agrees(&stretch.path, within));
        hull(seen, top, bottom)
    }

    /// The same, once for each pass of the loops that hold all these rows.
    pub fn copies(&self, (top, bottom): (u32, u32)) -> Vec<(u32, u32)> {
        let touched: Vec<&Stretch> =
            self.stretches.iter().filter(|stretch| stretch.first <= bottom && stretch.last >= top).collect();
        let Some(first) = touched.first() else { return Vec::new() };
        let loops = |stretch: &Stretch, depth: usize| stretch.path.get(depth).map(|(id, _)| *id);
        let mut depth = 0;
        while loops(first, depth).is_some()
            && touched.iter().all(|one| loops(one, depth) == loops(first, depth))
        {
            depth += 1;
        }
        let mut copies = Vec::new();
        let mut rest = touched.as_slice();
        while let Some(one) = rest.first() {
            let same = rest.iter().take_while(|other| other.path[..depth] == one.path[..depth]).count();
            copies.extend(hull(rest[..same].iter().copied(), top, bottom));
            rest = &rest[same..];
        }
        copies
    }

    /// The passes around a row that came out.
    pub fn path_at(&self, row: u32) -> Path {
        let found = self
            .stretches
            .iter()
            .find(|one| (one.at..=one.at.saturating_add(one.last - one.first)).contains(&row));
        found.map_or_else(|| Rc::from([]), |stretch| Rc::clone(&stretch.path))
    }

    /// What a reference of a formula within those passes becomes; `None` where all its rows have gone.
    ///
    /// A row fixed by `$` is the first (or, where it ends a range, the last) that came out; another one is that of the formula's own
    /// pass. The row above a loop is, within it, the row above the pass: the one before, as where Excel fills a formula down.
    pub fn reference(&self, span: Span, within: &[(usize, usize)]) -> Option<Span> {
        let Some(last) = span.last else {
            let row = if span.first.is_row_fixed {
                self.hull(span.rows(), &[])?.0
            } else {
                match self.above(span.first.row, within) {
                    Some(row) => row,
                    None => self.hull(span.rows(), within)?.0,
                }
            };
            return Some(Span { first: span.first.at(row), last: None });
        };
        let (upper, lower) = if span.first.row <= last.row { (span.first, last) } else { (last, span.first) };
        let rows = span.rows();
        let seen = |corner: Corner| if corner.is_row_fixed { &[] } else { within };
        let above = |corner: Corner| if corner.is_row_fixed { None } else { self.above(corner.row, within) };
        let end = above(lower);
        let start = if end.is_some() { above(upper) } else { None };
        let top = start.or_else(|| self.hull(rows, seen(upper)).map(|rows| rows.0))?;
        let bottom = end.or_else(|| self.hull(rows, seen(lower)).map(|rows| rows.1))?;
        Some(Span { first: span.first.at(top), last: Some(last.at(bottom.max(top))) })
    }

    /// The row before the pass, where `row` is that above the innermost loop that does not hold it.
    fn above(&self, row: u32, within: &[(usize, usize)]) -> Option<u32> {
        within.iter().enumerate().rev().find_map(|(depth, (id, _))| {
            let of_loop =
                self.stretches.iter().filter(|one| one.path.get(depth).is_some_and(|pass| pass.0 == *id));
            let of_pass = of_loop.filter(|one| one.path.get(..=depth) == within.get(..=depth));
            let (first, at) = of_pass.clone().map(|one| (one.first, one.at)).min()?;
            let start = of_pass.map(|one| one.at).min().unwrap_or(at);
            (first == row + 1 && start > 1).then_some(start - 1)
        })
    }

    /// The places in a list of them, those that touch joined.
    pub fn list(&self, list: &str) -> String {
        let mut out = String::new();
        for span in list.split_ascii_whitespace().filter_map(Span::read) {
            let mut rows: Vec<(u32, u32)> = Vec::new();
            for (top, bottom) in self.copies(span.rows()) {
                match rows.last_mut() {
                    Some(before) if before.1 + 1 >= top => before.1 = before.1.max(bottom),
                    _ => rows.push((top, bottom)),
                }
            }
            for rows in rows {
                if !out.is_empty() {
                    out.push(' ');
                }
                span.over(rows).write(&mut out);
            }
        }
        out
    }
}

fn hull<'a>(stretches: impl Iterator<Item = &'a Stretch>, top: u32, bottom: u32) -> Option<(u32, u32)> {
    stretches
        .filter(|one| one.first <= bottom && one.last >= top)
        .map(|one| {
            (
                one.at.saturating_add(top.max(one.first) - one.first),
                one.at.saturating_add(bottom.min(one.last) - one.first),
            )
        })
        .reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))
}

/// Whether rows of one path are seen from another: the same pass of every loop that both are in.
fn agrees(path: &[(usize, usize)], within: &[(usize, usize)]) -> bool {
    path.iter().all(|(id, pass)| within.iter().all(|(other, seen)| other != id || seen == pass))
}

#[cfg(test)]
mod tests {
    use super::super::reference::LAST_ROW;
    use super::*;

    /// Rows 1–4, row 5 three times, what was row 6 and after.
    fn grown() -> RowMap {
        let mut map = RowMap::default();
        let none: Path = Rc::from([]);
        map.push(1, 4, 1, &none);
        for pass in 0..3 {
            map.push(5, 5, 5 + pass as u32, &Rc::from([(0, pass)]));
        }
        map.push(6, LAST_ROW, 8, &none);
        map
    }

    fn seen(text: &str, within: &[(usize, usize)]) -> Option<String> {
        let mut out = String::new();
        grown().reference(Span::read(text)?, within)?.write(&mut out);
        Some(out)
    }

    #[test]
    fn references_follow_the_rows() {
        for (text, outside, inside) in [
            ("A3", "A3", "A3"),
            ("A9", "A11", "A11"),
            ("C5:C5", "C5:C7", "C6:C6"),
            ("C5", "C5", "C6"),
            ("C4:C6", "C4:C8", "C4:C8"),
            ("C$4:C4", "C$4:C4", "C$4:C5"),
            ("$C$5:$C$5", "$C$5:$C$7", "$C$5:$C$7"),
            ("C$5:C5", "C$5:C7", "C$5:C6"),
            ("D4", "D4", "D5"),
            ("D$4", "D$4", "D$4"),
            ("5:5", "5:7", "6:6"),
        ] {
            assert_eq!(seen(text, &[]).as_deref(), Some(outside), "{text}");
            assert_eq!(seen(text, &[(0, 1)]).as_deref(), Some(inside), "{text} inside");
        }
    }

    #[test]
    fn places_are_copied_or_grow() {
        assert_eq!(grown().copies((5, 5)), [(5, 5), (6, 6), (7, 7)]);
        assert_eq!(grown().copies((4, 6)), [(4, 8)]);
        assert_eq!(grown().list("B5 A1:A5"), "B5:B7 A1:A7");
    }

    #[test]
    fn rows_that_have_gone_have_no_place() {
        let mut map = RowMap::default();
        map.push(1, 4, 1, &Rc::from([]));
        map.push(6, 9, 5, &Rc::from([]));
        assert_eq!(map.hull((5, 5), &[]), None);
        assert_eq!(map.hull((4, 6), &[]), Some((4, 5)));
        assert_eq!(map.copies((5, 5)), []);
    }
}
