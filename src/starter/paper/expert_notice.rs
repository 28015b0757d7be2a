//! The notice to an expert of being included in the list (line 2.4).

use crate::starter::block::letter::Letter;
use crate::starter::block::text;
use crate::starter::block::{addressee, signature};
use crate::starter::document::Document;

/// Builds it.
pub fn build() -> Document {
    let letter = Letter {
        addressee: addressee::person("эксперт"),
        subject: "О включении в список экспертов",
        salutation: "{{обращение эксперт.фио}}!",
        body: vec![
            text::text("Сообщаем, что Вы включены в список экспертов {{кого реквизиты.полное_наименование_кластера}} на {{учебный_год}} учебный год.").into(),
            text::text("Эксперты участвуют в экспертизе образовательных программ, в том числе в формате экспертных сессий, и в работе жюри профессиональных конкурсов. О дате ближайшей экспертной сессии сообщим дополнительно.").into(),
            text::text("Благодарим Вас за готовность участвовать в подготовке кадров для предприятий региона.").into(),
        ],
        signer: signature::HEAD,
    };
    Document::new("Уведомление о включении в список экспертов", [letter.section()])
}
