//! The order on the championship, with the list of its participants (line 2.5).

use crate::starter::block::order::{ANNEX, BY_PLAN, Order};
use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{annex, text};
use crate::starter::document::Document;

/// 170 mm together.
const PARTICIPANTS: &[Column] = &[
    Column::centred("№ п/п", 12, "{{@номер}}"),
    Column::text("Фамилия, имя, отчество", 62, "{{фио}}"),
    Column::text("Организация", 52, "{{или организация \"—\"}}"),
    Column::text("Компетенция", 44, "{{компетенция}}"),
];

/// Builds it.
pub fn build() -> Document {
    let order = Order {
        about: "О проведении отраслевого чемпионата",
        grounds: BY_PLAN,
        points: &[
            "Провести {{дата событие.дата}} мероприятие «{{событие.событие}}». Место проведения: {{или событие.место \"____________________\"}}.",
            "Утвердить список участников (приложение).",
            "{{фамилия_инициалы реквизиты.исполнитель \"дательный\"}} обеспечить подготовку площадок, работу жюри и награждение.",
            "Контроль за исполнением приказа оставляю за собой.",
        ],
    };
    let lines = ["СПИСОК", "участников отраслевого чемпионата"];
    let section = order
        .section()
        .extend(annex::start(Page::permanent(), ANNEX, &lines))
        .put(register::of_list(PARTICIPANTS, "чемпионат"))
        .put(text::gap(1));
    Document::new("Приказ о проведении чемпионата", [section])
}
