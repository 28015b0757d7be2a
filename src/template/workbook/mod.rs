//! Workbook templates: tags in cells, names of sheets, headers and footers; rows that repeat, and all that names rows following them.
//!
//! A sheet's rows are run first (`grow.rs`): they tell where each row has gone (`row_map.rs`). Then the parts that name rows are
//! written with that knowledge (`edit.rs`); parts that hold no tag and name no row that moved are copied as they lie.

mod anchor;
mod blocks;
mod edit;
mod fixed;
mod formula;
mod grow;
mod height;
mod markup;
mod parts;
mod reference;
mod row_map;
mod rows;
mod sheet;
mod styles;
mod text;
mod write;

pub(super) use formula::fetches;
pub(super) use parts::of_book;

use super::evaluate::Evaluation;
use super::heal::Origin;
use super::pack::Packer;
use super::package::Package;
use super::program::Step;
use super::refusal::Refusal;
use super::xml::Dom;
use crate::diagnostic::Finding;
use crate::location::Location;
use edit::{Editor, Named};
use grow::{Grower, Grown};
use markup::Markup;
use parts::Parts;
use reference::LAST_ROW;
use row_map::RowMap;
use rows::Context;
use sheet::Sheet;
use std::rc::Rc;
use std::sync::Arc;

/// What becomes of a part.
#[derive(Debug)]
enum Plan {
    /// It is copied as it lies.
    Copied,
    /// It goes away.
    Dropped,
    /// It is the same in every document.
    Fixed(String),
    /// It is written anew; the sheet that it belongs to.
    Written(Box<Markup>, Option<usize>),
}

/// A workbook template, compiled.
#[derive(Debug)]
pub(super) struct Workbook {
    sheets: Vec<Sheet>,
    /// For each part of the package.
    plans: Vec<Plan>,
    is_1904: bool,
}

/// Whether a text may hold a tag, or a broken one.
fn has_braces(text: &str) -> bool {
    text.contains("{{") || text.contains("}}")
}

impl Workbook {
    /// Compiles it; what is wrong with its tags goes to the findings.
    pub fn compile(
        package: &Package,
        book: usize,
        template: &Arc<str>,
        findings: &mut Vec<Finding>,
    ) -> Result<Self, Refusal> {
        let parts = Parts::read(package, book)?;
        let read = |place: usize| {
            let part = &package.parts[place];
            Dom::read(&part.name, part.text()?)
        };
        let strings = parts.strings.map(&read).transpose()?;
        let texts = strings.as_ref().map(fixed::strings).unwrap_or_default();
        let styles =
            parts.styles.map(&read).transpose()?.as_ref().map(styles::Styles::read).unwrap_or_default();
        let mut sheets = Vec::with_capacity(parts.sheets.len());
        for entry in &parts.sheets {
            let mut sheet = Sheet::named(&entry.name, template, findings);
            if let Some(part) = entry.part {
                let context = Context { strings: &texts, styles: &styles, sheet: Arc::clone(&sheet.place) };
                sheet.compile(&read(part)?, &context, findings);
            }
            sheets.push(sheet);
        }
        let mut text_of = Vec::with_capacity(package.parts.len());
        for part in &package.parts {
            let is_text = [".xml", ".rels", ".vml"].iter().any(|end| part.name.to_lowercase().ends_with(end));
            text_of.push(if is_text { Some(part.text()?) } else { None });
        }
        let has_tags =
            sheets.iter().any(Sheet::has_tags) || text_of.iter().flatten().any(|text| has_braces(text));
        let is_1904 = text_of[book]
            .as_deref()
            .is_some_and(|text| text.contains("date1904=\"1\"") || text.contains("date1904=\"true\""));
        let mut plans: Vec<Plan> = package.parts.iter().map(|_| Plan::Copied).collect();
        if has_tags {
            for (place, text) in text_of.into_iter().enumerate() {
                let Some(text) = text else { continue };
                let part = &package.parts[place];
                let name: Arc<str> = part.name.as_str().into();
                let owner = parts.owners[place];
                let at = match owner.filter(|owner| parts.sheets[*owner].part == Some(place)) {
                    Some(owner) => Location::Sheet(Arc::clone(&sheets[owner].place)),
                    None => Origin { template, part: &name }.place(0, ""),
                };
                plans[place] = if Some(place) == parts.chain {
                    Plan::Dropped
                } else if let (Some(strings), true) = (&strings, Some(place) == parts.strings) {
                    fixed::without_tags(strings, &texts).map_or(Plan::Copied, Plan::Fixed)
                } else if let Some(text) = fixed::without_chain(&part.name, &text, &parts, package) {
                    Plan::Fixed(text)
                } else if fixed::is_affected(&text, place, owner, &parts, &sheets) {
                    match Dom::read(&part.name, text) {
                        Ok(dom) => Plan::Written(Box::new(Markup::compile(dom, &at, findings)), owner),
                        // What old Excel wrote for notes is not always XML.
                        Err(_) if part.name.ends_with(".vml") => Plan::Copied,
                        Err(refusal) => return Err(refusal),
                    }
                } else {
                    Plan::Copied
                };
            }
        }
        let mut workbook = Self { sheets, plans, is_1904 };
        anchor::keep_what_is_referred_to(&mut workbook);
        Ok(workbook)
    }

    /// Shows all programs that it holds.
    pub fn programs(&self, see: &mut impl FnMut(&[Step])) {
        for sheet in &self.sheets {
            sheet.seen(see);
        }
        for plan in &self.plans {
            if let Plan::Written(markup, _) = plan {
                markup.tags.values().for_each(|steps| see(steps));
            }
        }
    }

    /// Packs the workbook for the root of an evaluation; what stops it.
    pub fn fill(
        &self,
        package: &Package,
        packer: &mut Packer,
        mut evaluation: Evaluation<'_>,
    ) -> Vec<Finding> {
        let mut named: Vec<Named<'_>> = Vec::with_capacity(self.sheets.len());
        for sheet in &self.sheets {
            let grown = self.grown(sheet, &mut evaluation);
            let renamed = self.renamed(sheet, &named, &mut evaluation);
            named.push(Named { name: &sheet.name, renamed, grown });
        }
        for (part, plan) in package.parts.iter().zip(&self.plans) {
            match plan {
                Plan::Copied => packer.copy(part),
                Plan::Dropped => {}
                Plan::Fixed(text) => packer.add(&part.name, text.as_bytes()),
                Plan::Written(markup, own) => {
                    let mut out = String::with_capacity(markup.dom.source.len());
                    let mut editor = Editor {
                        markup,
                        sheets: &named,
                        own: *own,
                        evaluation: &mut evaluation,
                        path: Rc::from([]),
                        is_series: part.name.contains("/charts/"),
                    };
                    editor.children(0, &mut out);
                    packer.add(&part.name, out.as_bytes());
                }
            }
        }
        evaluation.findings
    }

    fn grown<'t>(&self, sheet: &'t Sheet, evaluation: &mut Evaluation<'_>) -> Grown<'t> {
        let none: row_map::Path = Rc::from([]);
        if sheet.rows.is_empty() {
            let mut map = RowMap::default();
            map.push(1, LAST_ROW, 1, &none);
            return Grown { rows: Vec::new(), map };
        }
        let mut grower = Grower {
            template: &sheet.rows,
            evaluation,
            prefix: &sheet.prefix,
            widths: &sheet.widths,
            is_1904: self.is_1904,
            grown: Grown::default(),
            next: 1,
        };
        grower.body(&sheet.body, &none);
        let grown = grower.grown;
        if let Some(last) = grown.rows.last().filter(|last| last.number > LAST_ROW) {
            let at = Location::Sheet(Arc::clone(&sheet.place));
            evaluation.findings.push(
                Finding::new(crate::diagnostic::Code::TemplateSheetLong, at).with("count", last.number),
            );
        }
        grown
    }

    /// A sheet's name out of its tags: no longer than 31 characters, without those that a name cannot hold, none twice.
    fn renamed(
        &self,
        sheet: &Sheet,
        before: &[Named<'_>],
        evaluation: &mut Evaluation<'_>,
    ) -> Option<String> {
        if sheet.name_steps.is_empty() {
            return None;
        }
        let mut name = String::new();
        evaluation.run(&sheet.name_steps, &mut name);
        let name = super::xml::decode(&name).replace(['[', ']', ':', '*', '?', '/', '\\'], "-");
        let name = name.trim().trim_matches('\'');
        let taken = |name: &str| {
            let same = |other: &str| other.to_lowercase() == name.to_lowercase();
            before.iter().any(|sheet| same(sheet.renamed.as_deref().unwrap_or(sheet.name)))
                || self.sheets.iter().any(|other| other.name_steps.is_empty() && same(&other.name))
        };
        let short =
            |name: &str, length: usize| name.chars().take(length).collect::<String>().trim_end().to_owned();
        let mut made = short(if name.is_empty() { "Лист" } else { name }, 31);
        let mut number = 2;
        while taken(&made) {
            let end = format!(" ({number})");
            made = format!("{}{end}", short(name, 31 - end.len()));
            number += 1;
        }
        Some(made)
    }
}
