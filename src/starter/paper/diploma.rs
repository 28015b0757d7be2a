//! Diplomas of the championship's winners and certificates of its participants, one framed page each (line 2.5).

use docx_rs::{Paragraph, Run, Table};

use crate::starter::block::page::{AWARD_COLOUR, Page};
use crate::starter::block::signature;
use crate::starter::block::table::{at_the_bottom, cell, in_the_middle, layout, tall_row};
use crate::starter::block::text::{Placed, requisite, sized, style, where_there_is};
use crate::starter::document::{Document, Section};
use crate::starter::measure::{half_points, points};

/// The diploma of a winner: the degree is the place.
pub fn build() -> Document {
    let degree = "{{#если (равно участник.место 1)}}I{{иначе если (равно участник.место 2)}}II{{иначе}}III{{/если}} степени";
    award("ДИПЛОМ", Some(degree), "за {{участник.место}}-е место в компетенции «{{участник.компетенция}}»")
}

/// The certificate of a participant.
pub fn build_certificate() -> Document {
    award("СЕРТИФИКАТ", Some("участника"), "за участие в компетенции «{{участник.компетенция}}»")
}

fn award(title: &str, under: Option<&str>, merit: &str) -> Document {
    let page = Page::award();
    let width = page.text_width();
    let row = |height: u32, paragraphs: Vec<Paragraph>| {
        tall_row(height, vec![in_the_middle(cell(width, paragraphs))])
    };
    let mut heading = vec![spread(title, 34)];
    heading.extend(under.map(|text| sized(style::TITLE, text, 18).below(6)));
    let zones: Table = layout(
        &[width],
        vec![row(25, giver()), row(48, heading), row(56, recipient()), row(44, reason(merit))],
    );
    let section = Section::new(page).put(zones).put(signatures(width)).put(place()).put(Paragraph::new());
    Document::new(if title == "ДИПЛОМ" { "Диплом" } else { "Сертификат участника" }, [section])
}

fn giver() -> Vec<Paragraph> {
    vec![
        sized(style::REQUISITE, "{{реквизиты.полное_наименование_кластера}}", 13).centred(),
        sized(style::REQUISITE, "{{реквизиты.ведущая_организация}}", 13).centred().below(3),
    ]
}

fn recipient() -> Vec<Paragraph> {
    let name = Run::new().add_text("{{участник.фио}}").bold().size(half_points(22));
    let mut lines = vec![
        Paragraph::new()
            .style(style::REQUISITE)
            .add_run(Run::new().add_text("{{по_полу участник.фио \"награждён\" \"награждена\"}}").italic())
            .centred(),
        Paragraph::new().style(style::REQUISITE).add_run(name).centred().below(6),
        requisite("{{по_полу участник.фио \"студент\" \"студентка\"}} {{кого участник.организация}}")
            .centred()
            .below(6),
    ];
    let mentor = requisite("наставник – {{инициалы_фамилия участник.наставник}}").centred().below(6);
    lines.extend(where_there_is("участник.наставник", mentor));
    lines
}

fn reason(merit: &str) -> Vec<Paragraph> {
    vec![
        sized(style::REQUISITE, merit, 16).centred(),
        sized(style::REQUISITE, "{{событие.событие}}, {{дата событие.дата}}", 15).centred().below(8),
    ]
}

fn spread(text: &str, size: u32) -> Paragraph {
    let spread = i32::try_from(points(3)).unwrap_or_default();
    Paragraph::new().style(style::TITLE).add_run(
        Run::new().add_text(text).size(half_points(size)).color(AWARD_COLOUR).character_spacing(spread),
    )
}

fn signatures(width: u32) -> Table {
    let widths = [signature::POST, width - signature::POST - signature::NAME, signature::NAME];
    let [post, hand, name] = widths;
    let row = tall_row(
        34,
        vec![
            at_the_bottom(cell(post, [requisite(signature::HEAD.post).below(6)])),
            cell(hand, [requisite("")]),
            at_the_bottom(cell(name, [requisite(signature::HEAD.name).to_right()])),
        ],
    );
    layout(&widths, vec![row])
}

fn place() -> Paragraph {
    sized(style::REQUISITE, "г. {{реквизиты.город}}, {{дата событие.дата \"год\"}}", 12).centred().below(24)
}
