//! The addressee (requisite 15): post and organisation of a head in the dative, the surname first and set off.

use docx_rs::Paragraph;

use super::text::{Placed, requisite};

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
