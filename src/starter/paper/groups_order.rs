//! The order on the working group, with its composition (line 1.1).

use crate::starter::block::order::{ANNEX, BY_PLAN, Order};
use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{annex, text};
use crate::starter::document::Document;

/// 170 mm together.
const MEMBERS: &[Column] = &[
    Column::centred("№", 10, "{{@номер}}"),
    Column::text("Фамилия, имя, отчество", 54, "{{фио}}"),
    Column::text(
        "Должность, организация",
        70,
        "{{или должность \"—\"}}{{#если организация}}, {{организация}}{{/если}}",
    ),
    Column::text("Роль в группе", 36, "{{рабочая_группа}}"),
];

/// Builds it.
pub fn build() -> Document {
    let order = Order {
        about: "О составе рабочей группы кластера",
        grounds: BY_PLAN,
        points: &[
            "Утвердить состав рабочей группы по организации и проведению мероприятий национальных, федеральных и региональных проектов и программ (приложение).",
            "{{фамилия_инициалы реквизиты.исполнитель \"дательный\"}} довести приказ до сведения членов рабочей группы.",
            "Контроль за исполнением приказа оставляю за собой.",
        ],
    };
    let lines = ["СОСТАВ", "рабочей группы", "{{кого реквизиты.полное_наименование_кластера}}"];
    let section = order
        .section()
        .extend(annex::start(Page::permanent(), ANNEX, &lines))
        .put(register::table(MEMBERS, [register::repeated_where(MEMBERS, "участники", "рабочая_группа")]))
        .put(text::gap(1));
    Document::new("Приказ о составе рабочей группы", [section])
}
