//! Measures reading: 100,000 people in 12 columns, read and decoded by us, and only walked over by calamine's cell reader.
//!
//! `cargo run --release --example input_speed`: seconds of each, the best of five, and the peak of memory of our run alone
//! (`-- ours` runs just ours, so that `VmHWM` is its own).
#![expect(clippy::print_stdout, reason = "it is a program of measurements")]

use calamine::{Reader as _, Xlsx};
use pisar::input::{Reading, read_bytes};
use rust_xlsxwriter::{Workbook, XlsxError};
use std::io::Cursor;
use std::path::Path;
use std::time::{Duration, Instant};

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
    if !ours_only {
        println!("calamine's cell reader: {:?}", best(|| calamine_cells(&bytes))?);
    }
    println!("ours, read and decoded: {:?}", best(|| ours(&bytes))?);
    let status = fs_err::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default());
    Ok(())
}

fn best(mut run: impl FnMut() -> anyhow::Result<usize>) -> anyhow::Result<(Duration, usize)> {
    let mut times = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        let count = run()?;
        times.push((start.elapsed(), count));
    }
    times.into_iter().min().ok_or_else(|| anyhow::anyhow!("no run"))
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

fn ours(bytes: &[u8]) -> anyhow::Result<usize> {
    let mut reading = Reading::default();
    read_bytes(bytes, &"input/люди.xlsx".into(), Path::new(""), &mut reading);
    anyhow::ensure!(reading.findings.is_empty(), "{:?}", reading.findings.first());
    Ok(reading.tables.iter().map(|table| table.rows.len()).sum())
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
