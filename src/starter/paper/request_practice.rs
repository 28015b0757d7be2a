//! The request to a college for its practice sites (line 2.3).

use crate::starter::block::letter::Letter;
use crate::starter::block::{addressee, signature, text};
use crate::starter::document::Document;

/// Builds it.
pub fn build() -> Document {
    let letter = Letter {
        addressee: addressee::head_of("адресат"),
        subject: "О сведениях о базах практик",
        salutation: "{{обращение адресат.руководитель_фио}}!",
        body: vec![
                text::text("В соответствии с планом работы {{кого реквизиты.полное_наименование_кластера}} на {{учебный_год}} учебный год формируется единая база практик.").into(),
                text::text("Просим представить сведения о базах практик Вашей организации: предприятие и его адрес, профессия или специальность, число мест всего и занятых, номер, дата и срок действия договора о практической подготовке, наставник от предприятия, число студентов, прошедших практику, и число трудоустроенных.").into(),
                text::text("Сведения просим направить в течение десяти рабочих дней со дня получения письма.").into(),
                text::text("Контактное лицо – {{реквизиты.исполнитель}}, телефон {{реквизиты.исполнитель_телефон}}{{#если реквизиты.e_mail}}, {{реквизиты.e_mail}}{{/если}}.").into(),
        ],
        signer: signature::HEAD,
    };
    Document {
        title: "Запрос сведений о базах практик", sections: vec![letter.section()]
    }
}
