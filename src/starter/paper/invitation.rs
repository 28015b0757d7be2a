//! The invitation of an organisation to the job fair, a letter of one page (ГОСТ checklist I, layout 7.4).

use docx_rs::{Paragraph, Run, SpecialIndentType};

use super::super::block::page::Page;
use super::super::block::register::{self, Column};
use super::super::block::table::{cell, layout, whole_row};
use super::super::block::text::{self, Placed, requisite, tag};
use super::super::block::{addressee, executor, facts, letterhead, signature, title};
use super::super::document::{Document, Flow, Section};

/// 180 mm together, the width of the text.
const VACANCIES: &[Column] = &[
    Column::centred("№", 10, "{{@номер}}"),
    Column::text("Профессия, должность", 58, "{{профессия}}"),
    Column::centred("Мест", 14, "{{или количество \"—\"}}"),
    Column::centred("Зарплата, руб.", 30, "{{или зарплата \"—\"}}"),
    Column::text("Требования", 68, "{{или требования \"—\"}}"),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::portrait();
    let section = Section::new(page)
        .put(letterhead::corner(page, addressee::head_of("адресат")))
        .put(text::gap(12))
        .put(letterhead::subject(page, "О приглашении на Ярмарку вакансий"))
        .put(letterhead::salutation("{{обращение адресат.руководитель_фио}}!"))
        .put(text::text(
            "Приглашаем Вас принять участие в Ярмарке вакансий для выпускников профессиональных образовательных организаций в сферах энергетики и металлообработки. В программе – представление организаций-работодателей, знакомство с выпускниками, собеседования.",
        ).below(12))
        .put(text::gap(6))
        .put(facts::table(
            page,
            &[
                ("Дата:", "{{дата событие.дата \"с_днём_недели\"}}"),
                ("Время:", "{{событие.время}}"),
                ("Место:", "{{событие.место}}"),
                ("Контакт:", "{{инициалы_фамилия реквизиты.исполнитель}}, {{реквизиты.исполнитель_телефон}}"),
            ],
        ))
        .put(text::gap(6))
        .extend(vacancies())
        .put(requisite("С уважением,").below(12).with_next())
        .put(text::gap(12).with_next())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(14))
        .extend(executor::lines())
        .extend(annex());
    Document { title: "Приглашение на Ярмарку вакансий", sections: vec![section] }
}

/// Few vacancies stand in the letter itself, more of them in an annex, and where there are none they are asked for.
fn vacancies() -> Vec<Flow> {
    let confirm = |where_they_are: &str| {
        text::text(&format!(
            "От Вашей организации заявлены вакансии{where_they_are}. Просим подтвердить их или сообщить об изменениях не позднее чем за неделю до начала ярмарки."
        ))
    };
    vec![
        tag("{{#если (больше (количество адресат.вакансии) 3)}}").into(),
        confirm(" (перечень прилагается)").into(),
        appendix("1. Программа Ярмарки вакансий на 1 л. в 1 экз.").into(),
        second("2. Перечень заявленных вакансий на 1 л. в 1 экз.").into(),
        tag("{{иначе если адресат.вакансии}}").into(),
        confirm("").into(),
        text::gap(6).into(),
        register::of_list(VACANCIES, "адресат.вакансии").into(),
        appendix("программа Ярмарки вакансий на 1 л. в 1 экз.").into(),
        tag("{{иначе}}").into(),
        text::text("Просим не позднее чем за неделю до начала ярмарки направить перечень вакансий Вашей организации с указанием профессии, числа мест, заработной платы и требований к работнику.").into(),
        appendix("программа Ярмарки вакансий на 1 л. в 1 экз.").into(),
        tag("{{/если}}").into(),
    ]
}

fn annex() -> Vec<Flow> {
    let page = Page::portrait();
    let right = 80;
    let left = page.text_width() - right;
    let label = [requisite("Приложение № 2"), requisite("к приглашению на Ярмарку вакансий")];
    vec![
        tag("{{#если (больше (количество адресат.вакансии) 3)}}").into(),
        Paragraph::new().page_break_before(true).into(),
        layout(&[left, right], vec![whole_row(vec![cell(left, [requisite("")]), cell(right, label)])]).into(),
        text::gap(14).into(),
        title::line("ПЕРЕЧЕНЬ ВАКАНСИЙ,").into(),
        title::line("заявленных на Ярмарку вакансий").into(),
        title::line("{{адресат.краткое_наименование}}").into(),
        text::gap(12).into(),
        register::of_list(VACANCIES, "адресат.вакансии").into(),
        text::gap(1).into(),
        tag("{{/если}}").into(),
    ]
}

/// The width of the word «Приложение:» and its space at 14 pt.
const LABEL: i32 = 1475;

fn appendix(content: &str) -> Paragraph {
    requisite("Приложение: ")
        .add_run(Run::new().add_text(content))
        .indent(Some(LABEL), Some(SpecialIndentType::Hanging(LABEL)), None, None)
        .below(12)
}

fn second(content: &str) -> Paragraph {
    requisite(content).indent(Some(LABEL), None, None, None)
}
