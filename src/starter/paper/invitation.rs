//! The invitation of an organisation to the job fair, a letter of one page (ГОСТ checklist I, layout 7.4).

use docx_rs::Paragraph;

use super::super::block::page::Page;
use super::super::block::register::{self, Column};
use super::super::block::text::{self, Placed, requisite, tag};
use super::super::block::{addressee, executor, facts, letterhead, signature};
use super::super::document::{Document, Section};

/// 180 mm together, the width of the text.
const VACANCIES: &[Column] = &[
    Column::centred("№", 10, "{{@номер}}"),
    Column::text("Профессия, должность", 70, "{{профессия}}"),
    Column::centred("Мест", 18, "{{или количество \"—\"}}"),
    Column::centred("Зарплата, руб.", 32, "{{или зарплата \"—\"}}"),
    Column::text("Требования", 50, "{{или требования \"—\"}}"),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::portrait();
    let section = Section::new(page)
        .add(letterhead::corner(page, addressee::head_of("адресат")))
        .add(text::gap(12))
        .add(letterhead::subject(page, "О приглашении на Ярмарку вакансий"))
        .add(letterhead::salutation("{{обращение адресат.руководитель_фио}}!"))
        .add(text::text(
            "Приглашаем Вас принять участие в Ярмарке вакансий для выпускников профессиональных образовательных организаций в сферах энергетики и металлообработки.",
        ).below(12))
        .add(text::gap(6))
        .add(facts::table(
            page,
            &[
                ("Дата:", "{{дата событие.дата \"с_днём_недели\"}}"),
                ("Время:", "{{событие.время}}"),
                ("Место:", "{{событие.место}}"),
                ("Контакт:", "{{инициалы_фамилия реквизиты.исполнитель}}, {{реквизиты.исполнитель_телефон}}"),
            ],
        ))
        .add(text::gap(6))
        .add(tag("{{#если адресат.вакансии}}"))
        .add(text::text("К ярмарке Вашей организацией заявлены следующие вакансии. Просим подтвердить их или сообщить об изменениях не позднее чем за неделю до её начала:"))
        .add(text::gap(6))
        .add(register::of_list(VACANCIES, "адресат.вакансии"))
        .add(tag("{{иначе}}"))
        .add(text::text("Просим направить перечень вакансий Вашей организации с указанием профессии, числа мест, заработной платы и требований не позднее чем за неделю до начала ярмарки."))
        .add(tag("{{/если}}"))
        .add(appendix())
        .add(requisite("С уважением,").below(12).with_next())
        .add(signature::lead())
        .add(signature::rows(page.text_width(), &[signature::HEAD]))
        .add(text::gap(14))
        .extend(executor::lines());
    Document { title: "Приглашение на Ярмарку вакансий", sections: vec![section] }
}

fn appendix() -> Paragraph {
    requisite("Приложение: программа Ярмарки вакансий на 1 л. в 1 экз.").below(12)
}
