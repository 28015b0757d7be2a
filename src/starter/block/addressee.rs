//! The addressee (requisite 15): post and organisation of a head in the dative, the surname first and set off.

use docx_rs::Paragraph;

use super::text::{Placed, requisite, where_there_is};

/// The head of the organisation that `name` names in the template: a row of «Организации».
pub fn head_of(name: &str) -> Vec<Paragraph> {
    vec![
        requisite(&format!("{{{{с_прописной (кому {name}.должность_руководителя)}}}}")),
        requisite(&format!(
            "{{{{#если {name}.краткое_наименование}}}}{{{{кого {name}.краткое_наименование}}}}{{{{иначе}}}}{{{{кого {name}.наименование}}}}{{{{/если}}}}"
        )),
        requisite(&format!("{{{{фамилия_инициалы {name}.руководитель_фио \"дательный\"}}}}")).below(6),
    ]
}

/// A person of a row with «ФИО», «Должность», «Организация».
pub fn person(name: &str) -> Vec<Paragraph> {
    let post = requisite(&format!("{{{{с_прописной (кому {name}.должность)}}}}"));
    let organisation = requisite(&format!("{{{{кого {name}.организация}}}}"));
    let surname = requisite(&format!("{{{{фамилия_инициалы {name}.фио \"дательный\"}}}}")).below(6);
    let mut lines = Vec::from(where_there_is(&format!("{name}.должность"), post));
    lines.extend(where_there_is(&format!("{name}.организация"), organisation));
    lines.push(surname);
    lines
}
