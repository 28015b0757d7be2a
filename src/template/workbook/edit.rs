//! Writes a part with its tags filled and all that names rows led to where they have gone.

use super::super::evaluate::Evaluation;
use super::super::heal::escape;
use super::super::xml::{Id, Kind, attributes, decode};
use super::formula::{self, Rewrite};
use super::grow::Grown;
use super::markup::{Markup, is_formula, with_attribute, without_tags};
use super::reference::{LAST_ROW, Span};
use super::row_map::{Path, RowMap};
use std::rc::Rc;

/// A sheet as formulas name it, and where its rows have gone.
#[derive(Debug)]
pub(super) struct Named<'t> {
    pub name: &'t str,
    /// Its new name, where a tag gave it one.
    pub renamed: Option<String>,
    pub grown: Grown<'t>,
}

/// What rewrites the references of one formula.
pub(super) struct References<'e, 't> {
    pub sheets: &'e [Named<'t>],
    /// The sheet that a reference without a name means.
    pub own: Option<usize>,
    /// The passes of loops that the formula is in.
    pub within: &'e [(usize, usize)],
    /// Whether one cell of a row that repeats means the cells of all its copies, as in a chart.
    pub is_series: bool,
}

impl References<'_, '_> {
    fn find(&self, name: &str) -> Option<usize> {
        let name = name.to_lowercase();
        self.sheets.iter().position(|sheet| sheet.name.to_lowercase() == name)
    }
}

impl Rewrite for References<'_, '_> {
    fn sheet(&mut self, name: &str) -> Option<String> {
        self.sheets[self.find(name)?].renamed.clone()
    }

    fn span(&mut self, sheet: Option<&str>, span: Span) -> String {
        let place = match sheet {
            Some(name) => self.find(name),
            None => self.own,
        };
        let within = if place == self.own { self.within } else { &[] };
        let last = span.last.or(Some(span.first).filter(|_| self.is_series && place.is_some()));
        let span = Span { last, ..span };
        let moved = match place {
            Some(place) => self.sheets[place].grown.map.reference(span, within),
            None => Some(span),
        };
        moved.map_or_else(|| formula::GONE.to_owned(), Span::text)
    }
}

/// Writes one part.
pub(super) struct Editor<'e, 't, 'a> {
    pub markup: &'e Markup,
    pub sheets: &'e [Named<'t>],
    /// The sheet that the part belongs to.
    pub own: Option<usize>,
    pub evaluation: &'e mut Evaluation<'a>,
    /// The passes that a rule's formulas are in: those of the first row that it is for.
    pub path: Path,
    /// Whether the part is a chart.
    pub is_series: bool,
}

impl Editor<'_, '_, '_> {
    /// Writes a node and all under it; gives whether anything was written.
    pub fn node(&mut self, id: Id, out: &mut String) {
        let dom = &self.markup.dom;
        match &dom.nodes[id].kind {
            Kind::Text(_) => self.text(id, out),
            Kind::Element { .. } => self.element(id, out),
            _ => out.push_str(dom.markup(id)),
        }
    }

    /// Writes all under a node.
    pub fn children(&mut self, id: Id, out: &mut String) {
        for place in 0..self.markup.dom.nodes[id].children.len() {
            self.node(self.markup.dom.nodes[id].children[place], out);
        }
    }

    fn name(&self, id: Id) -> &str {
        self.markup.dom.named(id).map_or("", |(_, name)| name)
    }

    fn map(&self) -> Option<&RowMap> {
        Some(&self.sheets.get(self.own?)?.grown.map)
    }

    fn text(&mut self, id: Id, out: &mut String) {
        let (dom, parent) = (&self.markup.dom, self.markup.dom.nodes[id].parent);
        if let Some(steps) = self.markup.tags.get(&id) {
            self.evaluation.run(steps, out);
        } else if is_formula(dom, parent) {
            out.push_str(&escape(&self.formula(&decode(dom.markup(id)))));
        } else if self.name(parent) == "sqref"
            && let Some(list) = self.map().map(|map| map.list(dom.markup(id))).filter(|list| !list.is_empty())
        {
            out.push_str(&list);
        } else if matches!(self.name(parent), "row" | "Row")
            && let Some(row) = dom
                .markup(id)
                .trim()
                .parse()
                .ok()
                .filter(|row| *row < LAST_ROW)
                .and_then(|row| self.anchor(parent, row))
        {
            out.push_str(&row.to_string());
        } else {
            out.push_str(dom.markup(id));
        }
    }

    fn formula(&self, text: &str) -> String {
        formula::rewrite(
            text,
            &mut References {
                sheets: self.sheets,
                own: self.own,
                within: &self.path,
                is_series: self.is_series,
            },
        )
    }

    /// Where the row of a drawing's corner has gone; both count from 0.
    fn anchor(&self, element: Id, row: u32) -> Option<u32> {
        let map = self.map()?;
        let corner = self.markup.dom.nodes[element].parent;
        let upper = |row: u32| {
            Some(map.hull((row + 1, row + 1), &[]).or_else(|| map.hull((row + 1, LAST_ROW), &[]))?.0 - 1)
        };
        if self.name(corner) != "to" {
            return upper(row);
        }
        // What keeps its size moves as its upper corner does.
        let anchor = self.markup.dom.nodes[corner].parent;
        if self.markup.dom.start_tag(anchor).contains("\"oneCell\"") {
            let siblings = &self.markup.dom.nodes[anchor].children;
            let from = siblings.iter().find(|id| self.name(**id) == "from")?;
            let start = self.markup.dom.nodes[*from].children.iter().find(|id| self.name(**id) == "row")?;
            let start: u32 = super::text::content(&self.markup.dom, *start).trim().parse().ok()?;
            return (upper(start)? + row).checked_sub(start);
        }
        Some(map.hull((row + 1, row + 1), &[]).or_else(|| map.hull((1, row + 1), &[]))?.1 - 1)
    }

    fn element(&mut self, id: Id, out: &mut String) {
        let dom = &self.markup.dom;
        let mut tag = dom.start_tag(id).to_owned();
        if let Some(steps) = self.markup.tags.get(&id) {
            tag.clear();
            self.evaluation.run(steps, &mut tag);
        }
        let name = dom.named(id).map_or("", |(_, name)| name);
        match name {
            "sheetData" if self.own.is_some() => super::write::rows(self, id, out),
            // What a chart remembers of its cells is made anew by who opens it.
            "numCache" | "strCache" | "multiLvlStrCache" => {}
            "mergeCells" | "hyperlinks" | "rowBreaks" | "dataValidations" | "ignoredErrors" => {
                let mut inner = String::new();
                self.children(id, &mut inner);
                let count = inner.matches(['<']).count() - inner.matches("</").count();
                if inner.contains('<') {
                    let direct = self.count(id, &inner).unwrap_or(count).to_string();
                    for counter in ["count", "manualBreakCount"] {
                        if attributes(&tag).iter().any(|(name, _)| *name == counter) {
                            tag = with_attribute(&tag, counter, &direct);
                        }
                    }
                    self.close(id, &tag, &inner, out);
                }
            }
            "mergeCell" | "hyperlink" => self.copies(id, &without_tags(&tag, "location"), out),
            "brk" if self.name(dom.nodes[id].parent) == "rowBreaks" => self.breaks(&tag, out),
            "conditionalFormatting" | "dataValidation" | "ignoredError" | "protectedRange" => {
                self.list(id, &tag, out);
            }
            _ => {
                let tag = self.placed(name, &tag);
                let mut inner = String::new();
                self.children(id, &mut inner);
                self.close(id, &tag, &inner, out);
            }
        }
    }

    /// An element as it is around its content.
    fn close(&self, id: Id, tag: &str, inner: &str, out: &mut String) {
        out.push_str(tag);
        out.push_str(inner);
        if let Kind::Element { close, .. } = &self.markup.dom.nodes[id].kind {
            out.push_str(self.markup.dom.piece(close));
        }
    }

    /// How many elements under `id` were written, by the name of its first.
    fn count(&self, id: Id, inner: &str) -> Option<usize> {
        let first = self.markup.dom.nodes[id].children.iter().find(|id| !self.name(**id).is_empty())?;
        let tag = self.markup.dom.start_tag(*first);
        let name = &tag
            [..tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(tag.len())];
        let is_whole =
            |rest: &str| rest.starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        Some(inner.match_indices(name).filter(|(at, _)| is_whole(&inner[at + name.len()..])).count())
    }

    /// An element that is for one place: once for each that it has become.
    fn copies(&mut self, id: Id, tag: &str, out: &mut String) {
        let place = attributes(tag)
            .into_iter()
            .find(|(name, _)| *name == "ref")
            .and_then(|(_, text)| Span::read(text));
        let (Some(map), Some(span)) = (self.map(), place) else {
            out.push_str(self.markup.dom.markup(id));
            return;
        };
        let is_merge = self.name(id) == "mergeCell";
        let mut inner = String::new();
        let copies = map.copies(span.rows());
        let location = attributes(tag)
            .into_iter()
            .find(|(name, _)| *name == "location")
            .map(|(_, text)| decode(text).into_owned());
        let tag = match location {
            Some(location) => with_attribute(tag, "location", &self.formula(&location)),
            None => tag.to_owned(),
        };
        self.children(id, &mut inner);
        for rows in copies {
            let span = span.over(rows);
            let is_cell =
                span.last.is_none_or(|last| (last.row, last.column) == (span.first.row, span.first.column));
            if is_merge && is_cell {
                continue;
            }
            self.close(id, &with_attribute(&tag, "ref", &span.text()), &inner, out);
        }
    }

    fn breaks(&self, tag: &str, out: &mut String) {
        let row =
            attributes(tag).into_iter().find(|(name, _)| *name == "id").and_then(|(_, row)| row.parse().ok());
        let (Some(map), Some(row)) = (self.map(), row) else { return out.push_str(tag) };
        for (_, bottom) in map.copies((row, row)) {
            out.push_str(&with_attribute(tag, "id", &bottom.to_string()));
        }
    }

    /// An element that is for a list of places; it goes where they all have gone.
    fn list(&mut self, id: Id, tag: &str, out: &mut String) {
        let list =
            attributes(tag).into_iter().find(|(name, _)| *name == "sqref").map(|(_, list)| list.to_owned());
        let mut tag = tag.to_owned();
        let before = Rc::clone(&self.path);
        if let (Some(map), Some(list)) = (self.map(), list) {
            let list = map.list(&list);
            if list.is_empty() {
                return;
            }
            let first = list.split(' ').next().and_then(Span::read).map_or(1, |span| span.rows().0);
            self.path = map.path_at(first);
            tag = with_attribute(&tag, "sqref", &list);
        }
        let mut inner = String::new();
        self.children(id, &mut inner);
        self.close(id, &tag, &inner, out);
        self.path = before;
    }

    /// A start tag whose attributes name one place.
    fn placed(&self, name: &str, tag: &str) -> String {
        let Some(map) = self.map() else { return self.of_book(name, tag) };
        let attribute = |wanted: &str| {
            attributes(tag).into_iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.to_owned())
        };
        let set = |tag: String, wanted: &str, made: Option<String>| {
            made.map_or(tag.clone(), |made| with_attribute(&tag, wanted, &made))
        };
        let moved = |text: &str, is_first: bool| {
            let span = Span::read(text)?;
            let rows = map
                .hull(span.rows(), &[])
                .or_else(|| map.hull((span.rows().0, LAST_ROW), &[]).map(|rows| (rows.0, rows.0)))?;
            Some(span.over(if is_first { (rows.0, rows.0) } else { rows }).text())
        };
        match name {
            "dimension" | "autoFilter" | "table" | "sortState" | "sortCondition" => {
                set(tag.to_owned(), "ref", attribute("ref").and_then(|text| moved(&text, false)))
            }
            "comment" => set(tag.to_owned(), "ref", attribute("ref").and_then(|text| moved(&text, true))),
            "sheetView" | "pane" => set(
                tag.to_owned(),
                "topLeftCell",
                attribute("topLeftCell").and_then(|text| moved(&text, true)),
            ),
            "selection" => {
                let cell = attribute("activeCell").and_then(|text| moved(&text, true));
                // One cell is chosen: a list might have lost its rows.
                let list = attribute("sqref").and(cell.clone());
                set(set(tag.to_owned(), "activeCell", cell), "sqref", list)
            }
            _ => tag.to_owned(),
        }
    }

    /// A start tag of the workbook itself: a sheet's new name.
    fn of_book(&self, name: &str, tag: &str) -> String {
        if name != "sheet" {
            return tag.to_owned();
        }
        let written = attributes(tag)
            .into_iter()
            .find(|(name, _)| *name == "name")
            .map(|(_, name)| decode(name).into_owned());
        let renamed = self
            .sheets
            .iter()
            .find(|sheet| Some(sheet.name) == written.as_deref())
            .and_then(|sheet| sheet.renamed.as_deref());
        renamed.map_or_else(|| tag.to_owned(), |renamed| with_attribute(tag, "name", renamed))
    }
}
