//! The minutes of a council's meeting, prepared before it with room to write (ГОСТ checklist M, layout 7.2).

use docx_rs::{Paragraph, Run, Table};

use crate::starter::block::page::Page;
use crate::starter::block::signature::{self, Signer};
use crate::starter::block::table::{cell, layout, ruled, whole_row};
use crate::starter::block::text::{Placed, paragraph, requisite, style, table_text, tag};
use crate::starter::block::{ruled as room, text, title};
use crate::starter::document::{Document, Flow, Section};

const LABEL: u32 = 45;

/// How much of the discussion the minutes hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Heard, spoke, decided.
    Full,
    /// Heard, decided.
    Short,
}

/// Builds the full form.
pub fn build() -> Document {
    minutes(Form::Full)
}

/// Builds the short form.
pub fn build_short() -> Document {
    minutes(Form::Short)
}

const NUMBER: &str = "№ {{#если заседание.протокола}}{{заседание.протокола}}{{иначе если номер}}{{номер}}{{иначе}}____{{/если}}";
const CHAIR: Signer = Signer {
    post: "Председатель",
    name: "{{#если заседание.председатель}}{{инициалы_фамилия заседание.председатель.фио}}{{/если}}",
};
const SECRETARY: Signer = Signer {
    post: "Секретарь",
    name: "{{#если заседание.секретарь}}{{инициалы_фамилия заседание.секретарь.фио}}{{/если}}",
};

fn minutes(form: Form) -> Document {
    let page = Page::permanent();
    let width = page.text_width();
    let section = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(12))
        .put(title::kind("ПРОТОКОЛ"))
        .put(title::line("заседания {{кого заседание.совет}}"))
        .put(text::gap(12))
        .put(title::date_and_number(page, "{{дата заседание.дата}}", NUMBER))
        .put(title::place())
        .put(text::gap(12))
        .put(chair_and_secretary(width))
        .put(paragraph(style::KEYWORD, "Присутствовали (отметить):"))
        .put(members(width))
        .extend(guests())
        .put(quorum())
        .put(paragraph(style::KEYWORD, "ПОВЕСТКА ДНЯ:").below(12))
        .extend(agenda())
        .extend(questions(width, form))
        .put(signature::lead())
        .put(signature::rows(width, &[CHAIR, SECRETARY]))
        .put(text::gap(1));
    Document::new("Протокол заседания {{кого заседание.совет}}", [section])
}

fn chair_and_secretary(width: u32) -> Table {
    let row = |label: &str, role: &str| {
        let name = format!(
            "{{{{#если заседание.{role}}}}}{{{{фамилия_инициалы заседание.{role}.фио}}}}{{{{иначе}}}}____________________{{{{/если}}}}"
        );
        whole_row(vec![cell(LABEL, [requisite(label)]), cell(width - LABEL, [requisite(&name)])])
    };
    layout(
        &[LABEL, width - LABEL],
        vec![row("Председатель –", "председатель"), row("Секретарь –", "секретарь")],
    )
}

/// A box to tick, the name, post and organisation of each voting member.
fn members(width: u32) -> Table {
    let widths = [10, 50, width - 60];
    let [tick, name, post] = widths;
    // No least height: programs differ in whether the cells' white space counts in.
    let row = whole_row(vec![
        cell(tick, [table_text("{{#каждый заседание.члены}}")]),
        cell(name, [table_text("{{фамилия_инициалы фио}}")]),
        cell(
            post,
            [table_text(
                "{{#если должность}}{{должность}}{{/если}}{{#если организация}}, {{организация}}{{/если}}{{/каждый}}",
            )],
        ),
    ]);
    ruled(&widths, vec![row])
}

fn guests() -> Vec<Paragraph> {
    vec![
        tag("{{#если заседание.гости}}"),
        paragraph(style::KEYWORD, "Приглашённые:"),
        tag("{{#каждый заседание.гости}}"),
        requisite("{{это}}"),
        tag("{{/каждый}}"),
        tag("{{/если}}"),
    ]
}

fn quorum() -> Paragraph {
    requisite(
        "Из {{заседание.всего_членов}} членов совета присутствуют ____. Кворум (не менее {{заседание.кворум}}) ______________.",
    )
    .below(12)
}

fn agenda() -> Vec<Paragraph> {
    let speaker = Run::new().add_text("Докладчик: {{докладчик}}").italic();
    vec![
        tag("{{#каждый заседание.повестка}}"),
        tag("{{#если докладчик}}"),
        text::item("{{номер}}.", "{{вопрос}}.").with_next(),
        Paragraph::new().style(style::REQUISITE).indent(Some(567), None, None, None).add_run(speaker),
        tag("{{иначе}}"),
        text::item("{{номер}}.", "{{вопрос}}."),
        tag("{{/если}}"),
        tag("{{/каждый}}"),
    ]
}

/// For each question: heard, spoke, decided, voted.
fn questions(width: u32, form: Form) -> Vec<Flow> {
    let speaker = "{{#если докладчик}}{{докладчик}}{{иначе}}______________________________{{/если}}";
    let mut flows: Vec<Flow> = vec![
        tag("{{#каждый заседание.повестка}}").into(),
        paragraph(style::KEYWORD, "{{номер}}. СЛУШАЛИ:").below(12).into(),
        requisite(&format!("{speaker} – {{{{со_строчной вопрос}}}}.")).with_next().into(),
    ];
    if form == Form::Full {
        flows.push(room::room(width, "", 2).into());
        flows.push(paragraph(style::KEYWORD, "ВЫСТУПИЛИ:").below(9).into());
        flows.push(room::room(width, "", 3).into());
    }
    flows.extend([
        paragraph(style::KEYWORD, "РЕШИЛИ:").below(9).into(),
        room::room(width, "{{номер}}.1.", 2).into(),
        requisite("Срок – ______________. Ответственный – ___________________________.")
            .below(6)
            .with_next()
            .into(),
        tag("{{#если @последний}}").into(),
        votes().with_next().into(),
        tag("{{иначе}}").into(),
        votes().into(),
        tag("{{/если}}").into(),
        tag("{{/каждый}}").into(),
    ]);
    flows
}

/// The votes; the last question's stand on the page of the signatures.
fn votes() -> Paragraph {
    requisite("Голосовали: «за» – ____, «против» – ____, «воздержались» – ____.").below(6)
}
