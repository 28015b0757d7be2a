//! The thank-you letter to a mentor: one framed page for the wall (ГОСТ checklist T, layout 7.1).

use docx_rs::{LineSpacing, LineSpacingType, Paragraph, Run, Table};

use crate::starter::block::page::{AWARD_COLOUR, Page};
use crate::starter::block::signature;
use crate::starter::block::table::{at_the_bottom, cell, in_the_middle, layout, tall_row, whole_row};
use crate::starter::block::text::{Placed, requisite, sized, style};
use crate::starter::document::{Document, Section};
use crate::starter::measure::{half_points, points};

/// Builds it.
pub fn build() -> Document {
    let page = Page::award();
    let width = page.text_width();
    let section = Section::new(page)
        .put(sheet(width))
        .put(signatures(width))
        .put(Paragraph::new())
        .at_foot(foot(width));
    Document { title: "Благодарственное письмо", sections: vec![section] }
}

/// Giver, title, recipient and text, each in its zone of the sheet.
fn sheet(width: u32) -> Table {
    let giver = [
        sized(style::REQUISITE, "{{реквизиты.полное_наименование_кластера}}", 13).centred(),
        sized(style::REQUISITE, "{{реквизиты.ведущая_организация}}", 13).centred().below(3),
    ];
    let title = [heading("БЛАГОДАРСТВЕННОЕ"), heading("ПИСЬМО")];
    let recipient = [
        Paragraph::new().style(style::REQUISITE).add_run(Run::new().add_text("вручается").italic()).centred(),
        Paragraph::new()
            .style(style::REQUISITE)
            .add_run(Run::new().add_text("{{кому получатель.фио}}").bold().size(half_points(22)))
            .centred()
            .below(6),
        requisite("{{#если получатель.должность}}{{кому получатель.должность}}{{/если}}").centred().below(6),
        requisite("{{#если получатель.организация}}{{кого получатель.организация}}{{/если}}").centred(),
    ];
    let text = [
        body(
            "за {{#если получатель.за_что}}{{получатель.за_что}}, {{/если}}высокое профессиональное мастерство и личный вклад в подготовку квалифицированных кадров для предприятий региона.",
        ),
        body(
            "Выражаем признательность наставнику, {{по_полу получатель.фио \"передавшему\" \"передавшей\"}} молодым рабочим своё знание дела. Желаем здоровья, благополучия и новых достижений!",
        ),
        body("{{событие.событие}}, {{дата событие.дата}}"),
    ];
    let row = |height: u32, paragraphs: Vec<Paragraph>| {
        tall_row(height, vec![in_the_middle(cell(width, paragraphs))])
    };
    layout(
        &[width],
        vec![row(25, giver.into()), row(42, title.into()), row(40, recipient.into()), row(72, text.into())],
    )
}

/// City and month in the middle, the number at the right.
fn foot(width: u32) -> Table {
    let widths = [40, width - 80, 40];
    let [left, middle, right] = widths;
    let small = |text: &str| sized(style::REQUISITE, text, 12);
    let row = vec![
        cell(left, [requisite("")]),
        cell(middle, [small("г. {{реквизиты.город}}, {{дата событие.дата \"месяц\"}}").centred()]),
        cell(right, [small("{{#если номер}}№ {{номер}}{{/если}}").to_right()]),
    ];
    layout(&widths, vec![whole_row(row)])
}

fn heading(text: &str) -> Paragraph {
    let spread = i32::try_from(points(2)).unwrap_or_default();
    Paragraph::new().style(style::TITLE).add_run(
        Run::new().add_text(text).size(half_points(30)).color(AWARD_COLOUR).character_spacing(spread),
    )
}

fn body(text: &str) -> Paragraph {
    let spacing = LineSpacing::new().before(points(8)).line(276).line_rule(LineSpacingType::Auto);
    sized(style::REQUISITE, text, 15).centred().line_spacing(spacing)
}

fn signatures(width: u32) -> Table {
    let widths = [70, width - 120, 50];
    let [post, hand, name] = widths;
    let row = tall_row(
        30,
        vec![
            at_the_bottom(cell(post, [requisite(signature::HEAD.post)])),
            cell(hand, [requisite("")]),
            at_the_bottom(cell(name, [requisite(signature::HEAD.name).to_right()])),
        ],
    );
    layout(&widths, vec![row])
}
