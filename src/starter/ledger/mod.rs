//! The built-in workbook templates: registers and tables with sums, drawn by code, the same bytes each time.
//!
//! A ledger is one template; `page.rs` draws what they share: the title, the ruled table with the row that repeats, totals, the signature.

mod assignments;
mod championship;
mod column;
mod groups;
mod indicators;
mod links;
mod opinions;
mod page;
mod practice;
mod quota;
mod vacancies;

use super::StarterError;
use rust_xlsxwriter::{Workbook, XlsxError};

/// One built-in workbook template.
#[derive(Clone, Copy, Debug)]
pub struct Ledger {
    /// The name of its file: `quota.xlsx`.
    pub name: &'static str,
    /// Its title among the properties of the file.
    pub title: &'static str,
    build: fn(&mut Workbook) -> Result<(), XlsxError>,
}

impl Ledger {
    /// The template as an .xlsx, the same bytes each time.
    pub fn bytes(&self) -> Result<Vec<u8>, StarterError> {
        let mut workbook = Workbook::new();
        workbook.set_properties(&super::workbook::properties(self.title)?);
        (self.build)(&mut workbook)?;
        Ok(workbook.save_to_buffer()?)
    }
}

/// All built-in workbook templates, sorted by name.
pub const LEDGERS: &[Ledger] = &[
    Ledger {
        name: "assignments.xlsx", title: "Контроль поручений", build: assignments::build
    },
    Ledger {
        name: "championship-registration.xlsx",
        title: "Лист регистрации",
        build: championship::registration,
    },
    Ledger {
        name: "championship-scores.xlsx", title: "Ведомость оценок", build: championship::scores
    },
    Ledger {
        name: "groups-register.xlsx", title: "Реестр рабочих групп", build: groups::build
    },
    Ledger {
        name: "indicators.xlsx", title: "Показатели: план и факт", build: indicators::build
    },
    Ledger {
        name: "opinions-register.xlsx", title: "Реестр экспертных заключений", build: opinions::build
    },
    Ledger {
        name: "practice-base.xlsx", title: "Единая база практик", build: practice::build
    },
    Ledger {
        name: "practice-links.xlsx",
        title: "Связь практики, наставничества и трудоустройства",
        build: links::build,
    },
    Ledger {
        name: "quota.xlsx", title: "Контрольные цифры приёма", build: quota::build
    },
    Ledger { name: "vacancies.xlsx", title: "Перечень вакансий", build: vacancies::build },
];
