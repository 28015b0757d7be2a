//! Styles for marked cells: each style that such a cell has, once more with a fill.

use super::edits::{Edits, with_attributes};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A style of a cell, and whether its mark is that of an error.
pub type Wanted = (usize, bool);

/// The part of styles with the wanted ones added, and their indexes; `None` where the part has no styles of cells to add to.
pub fn add(text: &str, wanted: &BTreeSet<Wanted>) -> Option<(String, BTreeMap<Wanted, usize>)> {
    let mut found = Found::default();
    found.read(text)?;
    let (fills, styles) = (found.fills?, found.cell_styles?);
    let name = text.get(fills.open.clone())?.strip_prefix('<')?.split([' ', '>', '/']).next()?;
    let prefix = name.strip_suffix("fills")?;
    let mut edits = Edits::default();
    let fill = |colour: &str| {
        format!(
            "<{prefix}fill><{prefix}patternFill patternType=\"solid\"><{prefix}fgColor rgb=\"{colour}\"/>\
             <{prefix}bgColor indexed=\"64\"/></{prefix}patternFill></{prefix}fill>"
        )
    };
    let count = (fills.children + 2).to_string();
    edits.replace(fills.open.clone(), with_attributes(text.get(fills.open.clone())?, &[("count", &count)])?);
    edits.insert(fills.end, fill("FFFFEB9C") + &fill("FFFFC7CE"));
    let (mut added, mut indexes) = (String::new(), BTreeMap::new());
    for (style, is_error) in wanted {
        // A style that the table does not have is the plain one.
        let (open, whole) = found.styles.get(*style).or_else(|| found.styles.first())?;
        let id = (fills.children + usize::from(*is_error)).to_string();
        let tag = with_attributes(text.get(open.clone())?, &[("fillId", &id), ("applyFill", "1")])?;
        added.push_str(&tag);
        added.push_str(text.get(open.end..whole.end)?);
        indexes.insert((*style, *is_error), styles.children + indexes.len());
    }
    let count = (styles.children + indexes.len()).to_string();
    edits
        .replace(styles.open.clone(), with_attributes(text.get(styles.open.clone())?, &[("count", &count)])?);
    edits.insert(styles.end, added);
    Some((edits.make(text)?, indexes))
}

/// A list of the part: its opening tag, where its closing one begins, how many it holds.
#[derive(Clone)]
struct List {
    open: Range<usize>,
    end: usize,
    children: usize,
}

#[derive(Default)]
struct Found {
    fills: Option<List>,
    cell_styles: Option<List>,
    /// Each style's opening tag and its whole.
    styles: Vec<(Range<usize>, Range<usize>)>,
}

impl Found {
    fn read(&mut self, text: &str) -> Option<()> {
        let mut reader = Reader::from_str(text);
        // The names of open elements under the list that is being read, the list first.
        let (mut depth, mut list): (usize, Option<(bool, List)>) = (0, None);
        loop {
            let start = reader.buffer_position() as usize;
            let event = reader.read_event().ok()?;
            let end = reader.buffer_position() as usize;
            match event {
                Event::Eof => return Some(()),
                Event::Start(element) => match (&mut list, element.local_name().as_ref()) {
                    (None, name @ ("fills" | "cellXfs")) => {
                        list = Some((name == "fills", List { open: start..end, end, children: 0 }));
                        depth = 0;
                    }
                    (Some((is_fills, list)), _) => {
                        depth += 1;
                        if depth == 1 {
                            list.children += 1;
                            if !*is_fills {
                                self.styles.push((start..end, start..end));
                            }
                        }
                    }
                    _ => {}
                },
                Event::Empty(_) => {
                    if let Some((is_fills, list)) = &mut list
                        && depth == 0
                    {
                        list.children += 1;
                        if !*is_fills {
                            self.styles.push((start..end, start..end));
                        }
                    }
                }
                Event::End(_) => {
                    if depth == 0 {
                        if let Some((is_fills, mut done)) = list.take() {
                            done.end = start;
                            *(if is_fills { &mut self.fills } else { &mut self.cell_styles }) = Some(done);
                        }
                    } else {
                        depth -= 1;
                        if depth == 0
                            && let Some((false, _)) = &list
                            && let Some((_, whole)) = self.styles.last_mut()
                        {
                            whole.end = end;
                        }
                    }
                }
                _ => {}
            }
        }
    }
}
