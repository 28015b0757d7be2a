//! The thank-you letter to a mentor: one framed page for the wall (ГОСТ checklist T, layout 7.1).

use docx_rs::{LineSpacing, LineSpacingType, Paragraph, Run, Table};

use crate::starter::block::page::{AWARD_COLOUR, Page};
use crate::starter::block::signature;
use crate::starter::block::table::{at_the_bottom, cell, in_the_middle, layout, tall_row, whole_row};
use crate::starter::block::text::{Placed, requisite, sized, style, where_there_is};
use crate::starter::document::{Document, Section};
use crate::starter::measure::{half_points, points};

/// What the sheet brings along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Design {
    /// All of it: frame, giver and title.
    Framed,
    /// The data only, in the same places, for a printed blank.
    ForBlank,
}

/// Builds the framed letter.
pub fn build() -> Document {
    letter(Design::Framed)
}

/// Builds the letter for a printed blank.
pub fn build_for_blank() -> Document {
    letter(Design::ForBlank)
}

fn letter(design: Design) -> Document {
    let page = Page { framed: design == Design::Framed, ..Page::award() };
    let width = page.text_width();
    let section = Section::new(page)
        .put(sheet(width, design))
        .put(signatures(width))
        .put(Paragraph::new())
        .at_foot(foot(width));
    Document::new("Благодарственное письмо", [section])
}

/// Giver, title, recipient and text, each in its zone of the sheet. A long text takes its room from the white space that the
/// zones leave at the foot, 35 mm.
fn sheet(width: u32, design: Design) -> Table {
    let (giver, title) = match design {
        Design::Framed => (giver(), vec![heading("БЛАГОДАРСТВЕННОЕ"), heading("ПИСЬМО")]),
        Design::ForBlank => (vec![requisite("")], vec![requisite("")]),
    };
    let row = |height: u32, paragraphs: Vec<Paragraph>| {
        tall_row(height, vec![in_the_middle(cell(width, paragraphs))])
    };
    layout(&[width], vec![row(25, giver), row(42, title), row(40, recipient()), row(72, text())])
}

fn giver() -> Vec<Paragraph> {
    vec![
        sized(style::REQUISITE, "{{реквизиты.полное_наименование_кластера}}", 13).centred(),
        sized(style::REQUISITE, "{{реквизиты.ведущая_организация}}", 13).centred().below(3),
    ]
}

fn recipient() -> Vec<Paragraph> {
    let name = Run::new().add_text("{{кому получатель.фио}}").bold().size(half_points(22));
    let mut lines = vec![
        Paragraph::new().style(style::REQUISITE).add_run(Run::new().add_text("вручается").italic()).centred(),
        Paragraph::new().style(style::REQUISITE).add_run(name).centred().below(6),
    ];
    let post = requisite("{{кому получатель.должность}}").centred().below(6);
    lines.extend(where_there_is("получатель.должность", post));
    let organisation = requisite("{{кого получатель.организация}}").centred();
    lines.extend(where_there_is("получатель.организация", organisation));
    lines
}

fn text() -> Vec<Paragraph> {
    vec![
        body(
            "за {{#если получатель.за_что}}{{получатель.за_что}}, {{/если}}высокое профессиональное мастерство и заботу о подготовке квалифицированных кадров для предприятий региона.",
        ),
        body(
            "Добросовестным трудом {{по_полу получатель.фио \"он заслужил\" \"она заслужила\"}} уважение коллег и признательность студентов. Желаем здоровья, благополучия и новых достижений!",
        ),
        body("{{событие.событие}}, {{дата событие.дата}}"),
    ]
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
