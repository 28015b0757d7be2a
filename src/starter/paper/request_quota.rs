//! The request to an employer for its need of staff, for the admission quota (line 2.1).

use crate::starter::block::letter::Letter;
use crate::starter::block::{addressee, signature, text};
use crate::starter::document::Document;

/// Builds it.
pub fn build() -> Document {
    let letter = Letter {
        addressee: addressee::head_of("адресат"),
        subject: "О потребности в кадрах",
        salutation: "{{обращение адресат.руководитель_фио}}!",
        body: vec![
                text::text("В соответствии с планом работы {{кого реквизиты.полное_наименование_кластера}} на {{учебный_год}} учебный год согласуется проект контрольных цифр приёма в профессиональные образовательные организации, входящие в кластер.").into(),
                text::text("Просим сообщить потребность {{кого адресат.наименование}} в квалифицированных рабочих и специалистах среднего звена на ближайшие три года с указанием профессии (специальности), числа работников и готовности заключить договоры о целевом обучении и о практической подготовке.").into(),
                text::text("Сведения просим направить в течение десяти рабочих дней со дня получения письма.").into(),
                text::text("Контактное лицо – {{реквизиты.исполнитель}}, телефон {{реквизиты.исполнитель_телефон}}{{#если реквизиты.e_mail}}, {{реквизиты.e_mail}}{{/если}}.").into(),
        ],
        signer: signature::HEAD,
    };
    Document {
        title: "Запрос о потребности в кадрах", sections: vec![letter.section()]
    }
}
