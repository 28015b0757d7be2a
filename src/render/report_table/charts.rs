//! The two charts of the summary: how each part stands, and the share of each state.

use super::state::STATES;
use super::style;
use super::summary::{ALL, Counts, FIRST, HEADING_ROW, LAST, NAME};
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartPoint, ChartSolidFill, ChartType,
};

/// Pixels; the two charts together are as wide as the table above them.
const HEIGHT: u32 = 330;

/// A column a part, a block of it a state; states that nothing is in are left out.
pub fn parts(counts: &Counts) -> Chart {
    let mut chart = Chart::new(ChartType::ColumnStacked);
    for (row, (state, own)) in (FIRST..).zip(STATES.iter().zip(counts)) {
        if own.iter().sum::<usize>() > 0 {
            chart
                .add_series()
                .set_name((NAME, row, 0))
                .set_categories((NAME, HEADING_ROW, 1, HEADING_ROW, 3))
                .set_values((NAME, row, 1, row, 3))
                .set_format(&mut fill(state.chart))
                .set_data_label(label("0").show_value().set_position(ChartDataLabelPosition::Center))
                .set_gap(70);
        }
    }
    chart.title().set_name("Мероприятия по частям отчёта").set_font(&style::chart_font(13));
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&style::chart_font(10));
    chart.x_axis().set_font(&style::chart_font(10));
    chart
        .y_axis()
        .set_font(&style::chart_font(10))
        .set_num_format("0")
        .set_min(0)
        .set_major_unit(major_unit(counts))
        .set_major_gridlines_line(ChartLine::new().set_color(0x00D9_D9D9));
    chart
        .set_width(595)
        .set_height(HEIGHT)
        .set_alt_text("Столбчатая диаграмма: число мероприятий каждой части отчёта по состояниям");
    chart
}

/// A ring of all that are counted, by state.
pub fn shares(counts: &Counts) -> Chart {
    let mut chart = Chart::new_doughnut();
    let points: Vec<ChartPoint> =
        STATES.iter().map(|state| ChartPoint::new().set_format(&mut fill(state.chart))).collect();
    chart
        .add_series()
        .set_name((NAME, HEADING_ROW, ALL))
        .set_categories((NAME, FIRST, 0, LAST, 0))
        .set_values((NAME, FIRST, ALL, LAST, ALL))
        .set_points(&points)
        .set_data_label(label("0\"\u{a0}\"%").show_percentage());
    chart.title().set_name("Доли состояний").set_font(&style::chart_font(13));
    let empty: Vec<usize> =
        (0..).zip(counts).filter(|(_, own)| own.iter().sum::<usize>() == 0).map(|(state, _)| state).collect();
    chart
        .legend()
        .set_position(ChartLegendPosition::Right)
        .set_font(&style::chart_font(10))
        .delete_entries(&empty);
    chart
        .set_hole_size(50)
        .set_width(469)
        .set_height(HEIGHT)
        .set_alt_text("Кольцевая диаграмма: доли состояний от всех запланированных мероприятий");
    chart
}

/// White letters; a zero is not shown.
fn label(num_format: &str) -> ChartDataLabel {
    let mut font: ChartFont = style::chart_font(11);
    font.set_color(0x00FF_FFFF).set_bold();
    let mut label = ChartDataLabel::new();
    label.set_num_format(format!("{num_format};;")).set_font(&font);
    label
}

fn fill(colour: u32) -> ChartFormat {
    ChartFormat::new()
        .set_solid_fill(ChartSolidFill::new().set_color(colour))
        .set_border(ChartLine::new().set_color(0x00FF_FFFF))
        .clone()
}

/// The step of the axis: whole activities, about six steps.
fn major_unit(counts: &Counts) -> u32 {
    let heights = counts.iter().fold([0; 3], |[one, two, three], [a, b, c]| [one + a, two + b, three + c]);
    (heights.into_iter().max().unwrap_or(0) as u32).div_ceil(6).max(1)
}
