//! What happens on a day: meetings, events; and the vacancies that a fair shows.

use super::column::{ORGANISATION, column};
use super::{ColumnKind, SheetKind, SheetSpec};

pub const MEETINGS: SheetSpec = SheetSpec {
    kind: SheetKind::Meetings,
    name: "Заседания",
    stems: &["заседани"],
    purpose: "заседания советов и рабочих групп: к каждому готовится заготовка протокола",
    collection: "заседания",
    columns: &[
        column("Дата", ColumnKind::Date)
            .also(&["Дата заседания", "Дата проведения"])
            .required()
            .note("Рабочий день, цифрами: 22.09.2022")
            .example("22.09.2022"),
        column("Время", ColumnKind::Time).also(&["Начало"]).note("Начало заседания: 14:00").example("14:00"),
        column("Совет", ColumnKind::Text)
            .also(&["Орган", "Коллегиальный орган"])
            .required()
            .note("Название совета – как заголовок столбца на листе «Участники»")
            .example("Экспертный совет"),
        column("Место", ColumnKind::Text)
            .also(&["Место проведения"])
            .note("Помещение, в скобках – адрес")
            .example("актовый зал (г. Томск, ул. Примерная, д. 1)"),
        column("№ протокола", ColumnKind::Text)
            .also(&["Протокол №", "Номер протокола"])
            .note("Номер по порядку в учебном году, у каждого совета свой. Можно оставить пустым")
            .example("1"),
        column("Повестка", ColumnKind::Text)
            .also(&["Повестка дня", "Вопросы"])
            .note("Каждый вопрос с новой строки (Alt+Enter): «О …», докладчик после « — докладчик »")
            .example("О плане работы на год — докладчик Иванов И.И."),
        column("Приглашённые", ColumnKind::List)
            .note("Каждый с новой строки (Alt+Enter): Фамилия И.О., должность, организация")
            .example("Петрова А.С., заместитель директора, ООО «Пример»"),
        column("Перенесено на", ColumnKind::Date)
            .also(&["Перенос"])
            .note("Новая дата, если заседание перенесено. Прежнюю дату не меняйте"),
        column("Отменено", ColumnKind::Flag).also(&["Отмена"]).note("да, если заседание не состоится"),
    ],
};

pub const EVENTS: SheetSpec = SheetSpec {
    kind: SheetKind::Events,
    name: "События",
    stems: &["событи"],
    purpose: "события года, к которым готовятся письма и приглашения",
    collection: "события",
    columns: &[
        column("Событие", ColumnKind::Text)
            .also(&["Название события", "Наименование", "Название"])
            .required()
            .note("Полное название, как его печатать в документах")
            .example("Ярмарка вакансий для выпускников"),
        column("Вид", ColumnKind::Text)
            .also(&["Вид события", "Тип"])
            .note("По виду программа находит событие для своих документов. Из списка или свой")
            .example("Ярмарка вакансий"),
        column("Дата", ColumnKind::Date)
            .also(&["Дата проведения"])
            .required()
            .note("Рабочий день, цифрами: 16.03.2023")
            .example("16.03.2023"),
        column("Время", ColumnKind::Time).also(&["Начало"]).note("Начало: 10:00").example("10:00"),
        column("Место", ColumnKind::Text)
            .also(&["Место проведения"])
            .note("Помещение, в скобках – адрес")
            .example("спортивный зал (г. Томск, ул. Примерная, д. 1)"),
        column("Перенесено на", ColumnKind::Date)
            .also(&["Перенос"])
            .note("Новая дата, если событие перенесено. Прежнюю дату не меняйте"),
        column("Отменено", ColumnKind::Flag).also(&["Отмена"]).note("да, если событие не состоится"),
    ],
};

pub const VACANCIES: SheetSpec = SheetSpec {
    kind: SheetKind::Vacancies,
    name: "Вакансии",
    stems: &["ваканси"],
    purpose: "вакансии предприятий: печатаются в приглашениях на Ярмарку вакансий",
    collection: "вакансии",
    columns: &[
        ORGANISATION.required(),
        column("Профессия", ColumnKind::Text)
            .also(&["Вакансия", "Должность", "Специальность"])
            .required()
            .note("Одна строка – одна профессия или должность")
            .example("электромонтёр"),
        column("Количество", ColumnKind::Quantity)
            .also(&["Кол-во", "Количество мест", "Число мест"])
            .note("Сколько мест, числом")
            .example("3"),
        column("Зарплата", ColumnKind::Money)
            .also(&["Заработная плата", "Оклад", "З/п", "Зарплата, руб."])
            .note("Рублей в месяц, числом")
            .example("65000"),
        column("Требования", ColumnKind::Text)
            .also(&["Требования к кандидату", "Примечание"])
            .note("Образование, разряд, допуски. Можно оставить пустым")
            .example("среднее профессиональное образование"),
    ],
};
