//! The order that approves the regulation of interaction (line 1.2).

use crate::starter::block::order::{BY_PLAN, Order};
use crate::starter::document::Document;

/// Builds it.
pub fn build() -> Document {
    let order = Order {
        about: "Об утверждении регламента взаимодействия участников кластера",
        grounds: BY_PLAN,
        points: &[
            "Утвердить регламент взаимодействия участников {{кого реквизиты.полное_наименование_кластера}} (приложение).",
            "{{фамилия_инициалы реквизиты.исполнитель \"дательный\"}} ознакомить с регламентом участников кластера под подпись.",
            "Контроль за исполнением приказа оставляю за собой.",
        ],
    };
    Document::new("Приказ об утверждении регламента взаимодействия", [order.section()])
}
