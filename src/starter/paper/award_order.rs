//! The order on the award of thank-you letters, with the list of the mentors (line 2.8).

use crate::starter::block::order::{ANNEX, Order};
use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{annex, text};
use crate::starter::document::Document;

/// 170 mm together.
const MENTORS: &[Column] = &[
    Column::centred("№ п/п", 12, "{{@номер}}"),
    Column::text("Фамилия, имя, отчество", 48, "{{фио}}"),
    Column::text(
        "Должность, организация",
        50,
        "{{или должность \"—\"}}{{#если организация}}, {{организация}}{{/если}}",
    ),
    Column::text("За что награждается", 60, "{{#если за_что}}за {{за_что}}{{иначе}}—{{/если}}"),
];

/// Builds it.
pub fn build() -> Document {
    let order = Order {
        about: "О награждении благодарственными письмами",
        grounds: "За профессиональное мастерство и вклад в подготовку квалифицированных кадров для предприятий региона, в связи с проведением мероприятия «{{событие.событие}}» {{дата событие.дата}}",
        points: &[
            "Наградить благодарственными письмами {{число (количество наставники) \"наставника\" \"наставников\" \"наставников\"}} от предприятий – партнёров согласно списку (приложение).",
            "{{фамилия_инициалы реквизиты.исполнитель \"дательный\"}} подготовить благодарственные письма и организовать их вручение {{дата событие.дата}}",
            "Контроль за исполнением приказа оставляю за собой.",
        ],
    };
    let lines = ["СПИСОК", "наставников, награждаемых благодарственными письмами"];
    let section = order
        .section()
        .extend(annex::start(Page::permanent(), ANNEX, &lines))
        .put(register::of_list(MENTORS, "наставники"))
        .put(text::gap(1));
    Document::new("Приказ о награждении благодарственными письмами", [section])
}
