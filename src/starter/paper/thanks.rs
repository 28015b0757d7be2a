//! The thank-you letter to a mentor: one framed page for the wall (ГОСТ checklist T, layout 7.1).

use docx_rs::{LineSpacing, LineSpacingType, Paragraph, Run, Table};

use crate::starter::block::page::{AWARD_COLOUR, Page};
use crate::starter::block::signature;
use crate::starter::block::table::{at_the_bottom, cell, in_the_middle, layout, tall_row, whole_row};
use crate::starter::block::text::{Placed, requisite, sized, style, tag, where_there_is};
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
    let award = Paragraph::new().style(style::REQUISITE).add_run(Run::new().add_text("вручается").italic());
    let mut lines = vec![award.centred()];
    lines.extend(by_length(
        "(длина (кому получатель.фио))",
        [36, 44],
        [
            name("{{кому получатель.фио}}", 22),
            name("{{кому получатель.фио}}", 18),
            name("{{двумя_строками (кому получатель.фио)}}", 20),
        ],
    ));
    let post = "{{не_длиннее (кому получатель.должность) 250}}";
    lines.extend(fitted(|size| where_there_is("получатель.должность", line(post, size)).into()));
    let organisation = "{{не_длиннее (кого получатель.организация) 300}}";
    lines.extend(fitted(|size| where_there_is("получатель.организация", line(organisation, size)).into()));
    lines
}

fn name(tags: &str, size: u32) -> Vec<Paragraph> {
    let run = Run::new().add_text(tags).bold().size(half_points(size));
    vec![Paragraph::new().style(style::REQUISITE).add_run(run).centred().below(6)]
}

fn line(text: &str, size: u32) -> Paragraph {
    sized(style::REQUISITE, text, size - 1).centred().below(6)
}

fn text() -> Vec<Paragraph> {
    fitted(|size| {
        vec![
            body(
                "за {{#если получатель.за_что}}{{не_длиннее получатель.за_что 600}}, {{/если}}высокое профессиональное мастерство и заботу о подготовке квалифицированных кадров для предприятий региона.",
                size,
            ),
            body(
                "Добросовестным трудом {{по_полу получатель.фио \"он заслужил\" \"она заслужила\"}} уважение коллег и признательность студентов. Желаем здоровья, благополучия и новых достижений!",
                size,
            ),
            body("{{событие.событие}}, {{дата событие.дата}}", size),
        ]
    })
}

/// The fit rule: the letter is always one page, so the longer what varies, the smaller the type, 15, 14 or 13 points.
fn fitted(paragraphs: impl Fn(u32) -> Vec<Paragraph>) -> Vec<Paragraph> {
    let varies = "(длина получатель.должность получатель.организация получатель.за_что)";
    by_length(varies, [350, 600], [paragraphs(15), paragraphs(14), paragraphs(13)])
}

/// The first where the length is at most the first limit, the second up to the second one, else the third.
fn by_length(length: &str, limits: [u32; 2], [short, medium, long]: [Vec<Paragraph>; 3]) -> Vec<Paragraph> {
    let [first, second] = limits;
    let mut all = vec![tag(&format!("{{{{#если (не_больше {length} {first})}}}}"))];
    all.extend(short);
    all.push(tag(&format!("{{{{иначе если (не_больше {length} {second})}}}}")));
    all.extend(medium);
    all.push(tag("{{иначе}}"));
    all.extend(long);
    all.push(tag("{{/если}}"));
    all
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

fn body(text: &str, size: u32) -> Paragraph {
    // 1.15 of a line, and 1.0 where the type is the smallest.
    let (above, line) = if size > 13 { (8, 276) } else { (5, 240) };
    let spacing = LineSpacing::new().before(points(above)).line(line).line_rule(LineSpacingType::Auto);
    sized(style::REQUISITE, text, size).centred().line_spacing(spacing)
}

fn signatures(width: u32) -> Table {
    let widths = [signature::POST, width - signature::POST - signature::NAME, signature::NAME];
    let [post, hand, name] = widths;
    let row = tall_row(
        30,
        vec![
            at_the_bottom(cell(post, [requisite(signature::HEAD.post).below(6)])),
            cell(hand, [requisite("")]),
            at_the_bottom(cell(name, [requisite(signature::HEAD.name).to_right()])),
        ],
    );
    layout(&widths, vec![row])
}
