//! Measures reading: 100,000 people in 12 columns, read, decoded and checked by us, and only walked over by calamine's cell reader.
//!
//! `cargo run --release --example input_speed`: seconds of the processor of each, the best of five; `-- ours`, after it: only ours, so that the
//! peak of memory is its own. The rule that declines every name is measured apart.
#![expect(clippy::print_stdout, reason = "it is a program of measurements")]

use calamine::{Reader as _, Xlsx};
use pisar::calendar::{AcademicYearEnd, ProductionCalendar, Transfers, Week};
use pisar::input::{Reading, read_bytes};
use pisar::model::Model;
use pisar::validate::{RULES, Rule};
use rust_xlsxwriter::{Workbook, XlsxError};
use std::io::Cursor;
use std::path::Path;

const PEOPLE: u32 = 100_000;
const HEADINGS: [&str; 12] = [
    "ФИО",
    "Пол",
    "Должность",
    "Организация",
    "E-mail",
    "Телефон",
    "Экспертный совет",
    "Дата рождения",
    "Стаж",
    "Город",
    "Примечание",
    "Группа",
];

fn main() -> anyhow::Result<()> {
    let path = std::env::temp_dir().join("pisar-input-speed.xlsx");
    let ours_only = std::env::args().any(|argument| argument == "ours");
    if !ours_only {
        workbook()?.save(&path)?;
    }
    let bytes = fs_err::read(&path)?;
    println!("file: {} bytes", bytes.len());
    let alone = (!ours_only).then(|| best(|| calamine_cells(&bytes))).transpose()?;
    let read = best(|| ours(&bytes, &[]))?;
    let checked = best(|| ours(&bytes, &rules(|name| name != DECLENSION)))?;
    let declined = best(|| ours(&bytes, &rules(|_| true)))?;
    for (what, seconds) in [
        ("calamine's cell reader", alone),
        ("read and decoded", Some(read)),
        ("read, decoded and checked, declension apart", Some(checked)),
        ("the same with declension", Some(declined)),
    ] {
        if let Some(seconds) = seconds {
            let ratio = alone.map_or(String::new(), |alone| format!(", {:.2} ×", seconds / alone));
            println!("{what}: {seconds:.2} s{ratio}");
        }
    }
    let status = fs_err::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default());
    Ok(())
}

/// The rule that declines every name, post and organisation.
const DECLENSION: &str = "form_doubtful";

fn rules(wanted: impl Fn(&str) -> bool) -> Vec<Rule> {
    RULES.iter().filter(|(name, _)| wanted(name)).map(|(_, rule)| *rule).collect()
}

/// The seconds of the processor that the fastest of five runs takes; a busy machine does not show in them.
fn best(mut run: impl FnMut() -> anyhow::Result<usize>) -> anyhow::Result<f64> {
    let mut least = f64::INFINITY;
    for _ in 0..5 {
        let start = processor()?;
        std::hint::black_box(run()?);
        least = least.min(processor()? - start);
    }
    Ok(least)
}

/// The seconds of the processor that this process has had.
fn processor() -> anyhow::Result<f64> {
    let stat = fs_err::read_to_string("/proc/self/schedstat")?;
    let nanoseconds: f64 = stat.split(' ').next().unwrap_or_default().parse()?;
    Ok(nanoseconds / 1e9)
}

fn calamine_cells(bytes: &[u8]) -> anyhow::Result<usize> {
    let mut book = Xlsx::new(Cursor::new(bytes))?;
    let name = book.sheet_names().first().cloned().unwrap_or_default();
    let mut reader = book.worksheet_cells_reader(&name)?;
    let mut count = 0;
    while reader.next_cell()?.is_some() {
        count += 1;
    }
    Ok(count)
}

fn ours(bytes: &[u8], rules: &[Rule]) -> anyhow::Result<usize> {
    let mut reading = Reading::default();
    read_bytes(bytes, &"input/люди.xlsx".into(), Path::new(""), &mut reading);
    anyhow::ensure!(reading.findings.is_empty(), "{:?}", reading.findings.first());
    let rows = reading.tables.iter().map(|table| table.rows.len()).sum();
    if !rules.is_empty() {
        let model = Model::assemble(reading.tables, "2023-01-15".parse()?, AcademicYearEnd::default());
        let calendar = ProductionCalendar::new(Week::Five, Transfers::default());
        std::hint::black_box(rules.iter().map(|rule| rule(&model, &calendar).len()).sum::<usize>());
    }
    Ok(rows)
}

fn workbook() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Участники")?;
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(0, column, heading)?;
    }
    let date = rust_xlsxwriter::Format::new().set_num_format("dd.mm.yyyy");
    for row in 1..=PEOPLE {
        let texts = [
            format!("Образцов{row} Пример{} Выдуманович", row % 500),
            "м".to_owned(),
            ["инженер-технолог", "мастер участка", "токарь"][row as usize % 3].to_owned(),
            format!("ООО «Предприятие № {}»", row % 300),
            format!("person{row}@example.ru"),
            format!("+7 (3822) {:02}-{:02}-{:02}", row / 10000, row / 100 % 100, row % 100),
            "член".to_owned(),
        ];
        for (column, text) in (0..).zip(&texts) {
            sheet.write(row, column, text)?;
        }
        sheet.write_number_with_format(row, 7, 30_000 + row % 9000, &date)?;
        sheet.write(row, 8, row % 40)?;
        sheet.write(row, 9, "Томск")?;
        sheet.write(row, 10, format!("запись {row}"))?;
        sheet.write(row, 11, format!("Г-{}", row % 50))?;
    }
    Ok(book)
}
