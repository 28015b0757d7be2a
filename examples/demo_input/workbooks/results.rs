//! `results.xlsx`: invented decisions, programmes, practice, contests and publications, in the sheets of the schema.

use rust_xlsxwriter::XlsxError;

use super::participants::rows;
use pisar::model::schema::{SHEETS, SheetSpec};
use pisar::starter::workbook::sheet::{self, Column};

/// Each sheet: its name and its rows (a heading line first, a tab between cells, `\n` for a line feed).
const TEXTS: [(&str, &str); 8] = [
    ("Решения", include_str!("../results/decisions.tsv")),
    ("Программы", include_str!("../results/programmes.tsv")),
    ("КЦП", include_str!("../results/quota.tsv")),
    ("Практика", include_str!("../results/practice.tsv")),
    ("Чемпионат", include_str!("../results/championship.tsv")),
    ("Конкурс", include_str!("../results/contest.tsv")),
    ("Инклюзия", include_str!("../results/inclusion.tsv")),
    ("Публикации", include_str!("../results/publications.tsv")),
];

pub fn workbook() -> Result<Vec<u8>, XlsxError> {
    let mut workbook = super::dated_workbook("Результаты работы кластера: демонстрационные данные")?;
    for (name, text) in TEXTS {
        let spec = SHEETS.iter().find(|spec| spec.name == name);
        let columns: Vec<Column> = spec.into_iter().flat_map(|spec| drawn(spec, text)).collect();
        sheet::draw(workbook.add_worksheet().set_name(name)?, &columns, &rows(text))?;
    }
    workbook.save_to_buffer()
}

/// The columns of the schema, as `init` draws them, in the order of the text's headings.
fn drawn(spec: &SheetSpec, text: &str) -> Vec<Column> {
    let columns = pisar::starter::workbook::columns_of(spec);
    let headings = text.lines().next().unwrap_or_default().split('\t');
    headings.filter_map(|heading| columns.iter().find(|column| column.heading == heading).copied()).collect()
}
