//! The figures of the note on practice, mentoring and employment: how they go together, the pairs, and their charts (line 2.3).

use super::column::{self, Column, Content};
use super::page::{EXECUTOR, HEAD, Page};
use rust_xlsxwriter::{Chart, ChartTrendline, ChartTrendlineType, ChartType, Workbook, XlsxError};

const LINKS: &[Column] = &[
    Column::new("№", 5.0, Content::Centred("{{@номер}}")),
    Column::new("Показатели", 44.0, Content::Text("{{показатели}}")),
    Column::new("Пар (n)", 9.0, Content::Number("{{пар}}")),
    Column::new("Пирсон, r", 11.0, Content::Centred("{{или пирсон \"—\"}}")),
    Column::new("p", 9.0, Content::Centred("{{или пирсон_p \"—\"}}")),
    Column::new("Спирмен, ρ", 11.0, Content::Centred("{{или спирмен \"—\"}}")),
    Column::new("p", 9.0, Content::Centred("{{или спирмен_p \"—\"}}")),
    Column::new("Вывод", 38.0, Content::Text("{{вывод}}")),
];

const PLACES: &[Column] = &pairs(["Студентов", "Мест", "Студентов на место"]);
const MENTORS: &[Column] = &pairs(["Наставников", "Студентов", "Наставников на студента"]);

/// The columns of a sheet of pairs: part, whole, and the first to the second.
const fn pairs([part, whole, rate]: [&'static str; 3]) -> [Column; 10] {
    [
        Column::new("№", 5.0, Content::Centred("{{@номер}}")),
        Column::new("Предприятие", 30.0, Content::Text("{{предприятие}}")),
        Column::new("Колледж", 18.0, Content::Text("{{поо}}")),
        Column::new("Профессия", 26.0, Content::Text("{{или профессия \"\"}}")),
        Column::new(part, 12.0, Content::Number("{{часть}}")),
        Column::new(whole, 12.0, Content::Number("{{целое}}")),
        Column::new("Трудоустроено", 14.0, Content::Number("{{трудоустроено}}")),
        Column::new("Выпускников", 13.0, Content::Number("{{выпускников}}")),
        Column::new(rate, 13.0, Content::Fraction("E{row}/F{row}")),
        Column::new("Доля трудоустроенных", 15.0, Content::Fraction("G{row}/H{row}")),
    ]
}

/// The sheets of pairs: name, list, columns, title of the chart.
const SHEETS: [(&str, &str, &[Column], &str); 2] = [
    ("Места", "корреляция.места_и_работа", PLACES, "Студентов на место практики"),
    ("Наставники", "корреляция.наставники_и_работа", MENTORS, "Наставников на студента"),
];

/// Draws it.
pub fn build(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let mut page = Page::start(workbook, "Связь показателей", LINKS)?;
    page.title(&["СВЯЗЬ ПРАКТИКИ, НАСТАВНИЧЕСТВА И ТРУДОУСТРОЙСТВА", "{{учебный_год}} учебный год"])?;
    page.headings()?;
    page.repeated("корреляция.связи")?;
    let note = column::plain(11);
    page.line("p – вероятность такого или большего по величине коэффициента при отсутствии связи; связь значима при p меньше 0,05.", 18.0, &note)?;
    page.line(
        "{{#если корреляция.мало_данных}}Записей меньше двадцати: выводы предварительные.{{/если}}",
        18.0,
        &note,
    )?;
    page.signature(&[HEAD, EXECUTOR])?;
    let mut charts = Vec::new();
    for (name, list, columns, title) in SHEETS {
        let mut page = Page::start(workbook, name, columns)?;
        page.title(&[title, "{{учебный_год}} учебный год"])?;
        page.headings()?;
        charts.push(chart(name, page.row(), title));
        page.repeated(list)?;
    }
    let sheet = workbook.add_worksheet().set_name("Диаграммы")?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 1);
    for (place, chart) in (0..).zip(&charts) {
        sheet.insert_chart(0, place * 8, chart)?;
    }
    Ok(())
}

/// A point a base, and the straight line that is nearest to them.
fn chart(sheet: &str, row: u32, title: &str) -> Chart {
    let mut chart = Chart::new(ChartType::Scatter);
    let mut line = ChartTrendline::new();
    line.set_type(ChartTrendlineType::Linear);
    chart
        .add_series()
        .set_name("Базы практик")
        .set_categories((sheet, row, 8, row, 8))
        .set_values((sheet, row, 9, row, 9))
        .set_trendline(&line);
    chart.title().set_name(title);
    chart.x_axis().set_name(title).set_num_format("0.00");
    chart.y_axis().set_name("Доля трудоустроенных").set_num_format("0.00");
    chart.legend().set_hidden();
    chart.set_width(500).set_height(480);
    chart
}
