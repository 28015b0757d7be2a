//! The invitation of an organisation to the job fair, a letter of one page (ГОСТ checklist I, layout 7.4).

use docx_rs::{Paragraph, Run, SpecialIndentType};

use crate::starter::block::letter::Letter;
use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::text::{self, Placed, requisite, tag};
use crate::starter::block::{addressee, annex, facts, signature};
use crate::starter::document::{Document, Flow};

/// 180 mm together, the width of the text.
const VACANCIES: [Column; 5] = [
    Column::centred("№", 9, "{{@номер}}"),
    Column::text("Профессия, должность", 54, "{{профессия}}"),
    Column::centred("Мест", 13, "{{или количество \"—\"}}"),
    Column::centred("Зарплата, руб.", 24, "{{или зарплата \"—\"}}"),
    Column::text("Требования", 80, "{{или требования \"—\"}}"),
];

/// Builds it.
pub fn build() -> Document {
    let letter = Letter {
        addressee: addressee::head_of("адресат"),
        subject: "О приглашении на Ярмарку вакансий",
        salutation: "{{обращение адресат.руководитель_фио}}!",
        body: body(),
        signer: signature::HEAD,
    };
    Document::new("Приглашение на Ярмарку вакансий", [letter.section().extend(list())])
}

fn body() -> Vec<Flow> {
    let mut flows = vec![
        text::text(
            "Приглашаем Вас принять участие в Ярмарке вакансий для выпускников профессиональных образовательных организаций в сферах энергетики и металлообработки. В программе – представление организаций-работодателей, знакомство с выпускниками, собеседования.",
        )
        .into(),
        text::gap(6).into(),
        facts::table(
            Page::portrait(),
            &[
                ("Дата:", "{{дата событие.дата \"с_днём_недели\"}}"),
                ("Время:", "{{событие.время}}"),
                ("Место:", "{{событие.место}}"),
                ("Контакт:", "{{инициалы_фамилия реквизиты.исполнитель}}, {{реквизиты.исполнитель_телефон}}"),
            ],
        )
        .into(),
        text::gap(6).into(),
    ];
    flows.extend(vacancies());
    flows
}

/// Few vacancies stand in the letter itself, more of them in an annex, and where there are none they are asked for.
fn vacancies() -> Vec<Flow> {
    let confirm = |where_they_are: &str| {
        text::text(&format!(
            "От Вашей организации заявлены вакансии{where_they_are}. Просим подтвердить их или сообщить об изменениях не позднее чем за неделю до начала ярмарки."
        ))
    };
    vec![
        tag("{{#если (больше (количество адресат.вакансии) 2)}}").into(),
        confirm(" (перечень прилагается)").into(),
        appendix("1. Программа Ярмарки вакансий на 1 л. в 1 экз.").into(),
        second("2. Перечень заявленных вакансий на 1 л. в 1 экз.").into(),
        tag("{{иначе если адресат.вакансии}}").into(),
        confirm("").into(),
        text::gap(6).into(),
        register::of_list(&VACANCIES, "адресат.вакансии").into(),
        appendix("программа Ярмарки вакансий на 1 л. в 1 экз.").into(),
        tag("{{иначе}}").into(),
        text::text("Просим не позднее чем за неделю до начала ярмарки направить перечень вакансий Вашей организации с указанием профессии, числа мест, заработной платы и требований к работнику.").into(),
        appendix("программа Ярмарки вакансий на 1 л. в 1 экз.").into(),
        tag("{{/если}}").into(),
    ]
}

fn list() -> Vec<Flow> {
    let label = ["Приложение № 2", "к приглашению на Ярмарку вакансий"];
    let lines = ["ПЕРЕЧЕНЬ ВАКАНСИЙ,", "заявленных на Ярмарку вакансий", "{{адресат.краткое_наименование}}"];
    let mut flows: Vec<Flow> = vec![tag("{{#если (больше (количество адресат.вакансии) 2)}}").into()];
    flows.extend(annex::start(Page::portrait(), &label, &lines));
    // Twelve vacancies of the longest kind still stand on one sheet.
    flows.extend([
        tag("{{#если (больше (количество адресат.вакансии) 7)}}").into(),
        register::of_list(&VACANCIES.map(Column::small), "адресат.вакансии").into(),
        tag("{{иначе}}").into(),
        register::of_list(&VACANCIES, "адресат.вакансии").into(),
        tag("{{/если}}").into(),
        text::gap(1).into(),
    ]);
    flows.push(tag("{{/если}}").into());
    flows
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
