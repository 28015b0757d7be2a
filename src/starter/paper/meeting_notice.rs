//! The notice of a meeting to the members of its council (lines 3.1, 3.2).

use crate::starter::block::facts;
use crate::starter::block::letter::Letter;
use crate::starter::block::page::Page;
use crate::starter::block::signature::Signer;
use crate::starter::block::text::{self, Placed, requisite, tag};
use crate::starter::document::{Document, Flow};

/// Builds it.
pub fn build() -> Document {
    let letter = Letter {
        addressee: vec![requisite("Членам {{кого заседание.совет}}")],
        subject: "О проведении заседания {{кого заседание.совет}}",
        salutation: "Уважаемые коллеги!",
        body: body(),
        signer: Signer {
            post: "Председатель {{кого заседание.совет}}",
            name: "{{#если заседание.председатель}}{{инициалы_фамилия заседание.председатель.фио}}{{иначе}}____________________{{/если}}",
        },
    };
    Document::new("Уведомление о заседании", [letter.section()])
}

fn body() -> Vec<Flow> {
    vec![
        text::text("Приглашаем Вас принять участие в заседании {{кого заседание.совет}} {{кого реквизиты.полное_наименование_кластера}}.").into(),
        text::gap(6).into(),
        facts::table(
            Page::portrait(),
            &[
                ("Дата:", "{{дата заседание.дата \"с_днём_недели\"}}"),
                ("Время:", "{{или заседание.время \"__.__\"}}"),
                ("Место:", "{{или заседание.место \"____________________\"}}"),
            ],
        )
        .into(),
        text::gap(6).into(),
        text::text("На рассмотрение выносятся вопросы:").with_next().into(),
        tag("{{#каждый заседание.повестка}}").into(),
        text::text("{{номер}}. {{вопрос}}{{#если докладчик}} (докладчик {{докладчик}}){{/если}}.").into(),
        tag("{{/каждый}}").into(),
        text::text("Просим сообщить об участии по телефону {{реквизиты.исполнитель_телефон}}{{#если реквизиты.e_mail}} или по адресу {{реквизиты.e_mail}}{{/если}}.").below(6).into(),
    ]
}
