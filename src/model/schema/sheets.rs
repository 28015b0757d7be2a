//! The sheets, column by column.

use super::shared::{ACTIVITY, ADDRESS, E_MAIL, GENDER, ORGANISATION, PERSON, PHONE, POST, TITLE};
use super::{ColumnKind, STATUSES, SheetKind, SheetSpec, column};

pub(super) const PLAN: SheetSpec = SheetSpec {
    kind: SheetKind::Plan,
    name: "План",
    stems: &["план"],
    collection: "мероприятия",
    columns: &[
        column("№ п/п", ColumnKind::Number)
            .also(&[
                "№",
                "№№",
                "N",
                "№ пп",
                "Номер",
                "№ пункта",
                "Пункт",
                "Номер пункта",
                "Номер мероприятия",
                "№ мероприятия",
            ])
            .named(&["номер"]),
        TITLE.required(),
        column("Исполнители", ColumnKind::List)
            .also(&[
                "Исполнитель",
                "Ответственные",
                "Ответственный",
                "Ответственный исполнитель",
                "Ответственные исполнители",
                "Ответственные за исполнение",
                "Ответственный за исполнение",
                "Ответственные лица",
                "Ответственное лицо",
                "Ответственные за выполнение",
                "Ответственный за выполнение",
                "Ответственный за проведение",
                "Кто исполняет",
                "Исполнитель (ответственный)",
                "Исполнители, ответственные",
            ])
            .required(),
        column("Срок исполнения", ColumnKind::Deadline)
            .also(&[
                "Срок",
                "Сроки",
                "Сроки исполнения",
                "Срок реализации",
                "Сроки реализации",
                "Дата",
                "Сроки проведения",
                "Срок выполнения",
                "Дата проведения",
                "Сроки выполнения",
                "Срок проведения",
                "Период",
                "Период проведения",
                "Период исполнения",
                "Дата исполнения",
                "Дата выполнения",
                "Месяц",
                "Время проведения",
                "Дата, период",
            ])
            .named(&["срок"])
            .required(),
        column("Ожидаемый результат", ColumnKind::Text)
            .also(&[
                "Результат",
                "Ожидаемые результаты",
                "Планируемый результат",
                "Вид документа",
                "Результаты",
                "Планируемые результаты",
                "Ожидаемый результат (вид документа)",
                "Итоговый документ",
                "Форма отчёта",
                "Форма отчетности",
                "Отчётный документ",
                "Выход",
            ])
            .named(&["результат"]),
    ],
};

pub(super) const EXECUTION: SheetSpec = SheetSpec {
    kind: SheetKind::Execution,
    name: "Исполнение",
    stems: &["исполнени", "выполнени"],
    collection: "исполнение",
    columns: &[
        ACTIVITY.required(),
        TITLE,
        column("Статус", ColumnKind::Choice(STATUSES))
            .also(&[
                "Состояние",
                "Отметка о выполнении",
                "Отметка об исполнении",
                "Статус исполнения",
                "Статус выполнения",
                "Отметка",
                "Исполнение",
                "Выполнение",
            ])
            .required(),
        column("Дата исполнения", ColumnKind::Date)
            .also(&["Фактическая дата", "Дата выполнения", "Выполнено (дата)"])
            .named(&["дата"]),
        column("Фактический результат", ColumnKind::Text)
            .also(&["Результат", "Итог", "Достигнутый результат"])
            .named(&["результат"]),
        column("Подтверждение", ColumnKind::Text)
            .also(&["Подтверждающий документ", "Ссылка", "Документ"])
            .note("Документ или ссылка: протокол, приказ, публикация"),
        column("Показатель", ColumnKind::Text).also(&["Наименование показателя"]),
        column("План", ColumnKind::Quantity).also(&["Плановое значение", "Показатель: план"]),
        column("Факт", ColumnKind::Quantity).also(&["Фактическое значение", "Показатель: факт"]),
    ],
};

pub(super) const REQUISITES: SheetSpec = SheetSpec {
    kind: SheetKind::Requisites,
    name: "Реквизиты",
    stems: &["реквизит"],
    collection: "реквизиты",
    columns: &[
        column("Полное наименование кластера", ColumnKind::Text)
            .also(&["Наименование кластера", "Полное наименование"])
            .named(&["кластер", "полное_наименование"])
            .required(),
        column("Краткое наименование кластера", ColumnKind::Text)
            .also(&["Краткое наименование"])
            .named(&["краткое_наименование"]),
        column("Ведущая организация", ColumnKind::Organisation),
        column("Город", ColumnKind::Text).also(&["Место составления"]),
        ADDRESS,
        PHONE,
        E_MAIL,
        column("Учебный год", ColumnKind::Text).note("2022/2023"),
        column("Утверждает: должность", ColumnKind::Post),
        column("Утверждает: ФИО", ColumnKind::Person).named(&["утверждает"]),
        column("Подписывает: должность", ColumnKind::Post),
        column("Подписывает: ФИО", ColumnKind::Person).named(&["подписывает"]),
        column("Исполнитель", ColumnKind::Person).also(&["Исполнитель: ФИО"]),
        column("Исполнитель: телефон", ColumnKind::Text).also(&["Телефон исполнителя"]),
    ],
};

pub(super) const PEOPLE: SheetSpec = SheetSpec {
    kind: SheetKind::People,
    name: "Участники",
    stems: &["участник", "состав", "член"],
    collection: "участники",
    columns: &[
        PERSON.required(),
        column("Фамилия", ColumnKind::NamePart),
        column("Имя", ColumnKind::NamePart),
        column("Отчество", ColumnKind::NamePart),
        GENDER,
        POST,
        ORGANISATION,
        E_MAIL,
        PHONE,
    ],
};

pub(super) const ORGANISATIONS: SheetSpec = SheetSpec {
    kind: SheetKind::Organisations,
    name: "Организации",
    stems: &["организаци", "предприяти"],
    collection: "организации",
    columns: &[
        column("Наименование", ColumnKind::Organisation)
            .also(&[
                "Полное наименование",
                "Наименование организации",
                "Организация",
                "Предприятие",
                "Название",
            ])
            .required(),
        column("Краткое наименование", ColumnKind::Organisation)
            .also(&["Сокращённое наименование", "Кратко"]),
        column("Тип", ColumnKind::Text).also(&["Вид", "Тип организации"]),
        column("Отрасль", ColumnKind::Text),
        column("ИНН", ColumnKind::Text),
        ADDRESS,
        E_MAIL,
        PHONE,
        column("Руководитель (ФИО)", ColumnKind::Person)
            .also(&[
                "Руководитель",
                "ФИО руководителя",
                "Директор",
                "Руководитель организации",
                "ФИО директора",
            ])
            .named(&["руководитель"]),
        column("Должность руководителя", ColumnKind::Post).named(&["должность"]),
        column("Пол руководителя", ColumnKind::Gender).also(&["Пол"]),
        column("Приглашать на ярмарку", ColumnKind::Flag)
            .also(&["Приглашать", "Приглашать на ярмарку вакансий", "Ярмарка", "Приглашение на ярмарку"])
            .named(&["приглашать"]),
    ],
};

pub(super) const MENTORS: SheetSpec = SheetSpec {
    kind: SheetKind::Mentors,
    name: "Наставники",
    stems: &["наставник"],
    collection: "наставники",
    columns: &[
        PERSON.required(),
        column("Фамилия", ColumnKind::NamePart),
        column("Имя", ColumnKind::NamePart),
        column("Отчество", ColumnKind::NamePart),
        POST,
        ORGANISATION,
        column("За что", ColumnKind::Text)
            .also(&[
                "Формулировка",
                "Заслуги",
                "Основание",
                "За что благодарим",
                "Текст благодарности",
                "Основание награждения",
            ])
            .note("Продолжение слова «за»: подготовку участников чемпионата"),
        GENDER,
    ],
};

pub(super) const MEETINGS: SheetSpec = SheetSpec {
    kind: SheetKind::Meetings,
    name: "Заседания",
    stems: &["заседани"],
    collection: "заседания",
    columns: &[
        column("Дата", ColumnKind::Date).also(&["Дата заседания", "Дата проведения"]).required(),
        column("Время", ColumnKind::Time).also(&["Начало"]),
        column("Совет", ColumnKind::Text)
            .also(&["Орган", "Коллегиальный орган", "Наименование совета", "Какой совет", "Заседание"])
            .required(),
        column("Место", ColumnKind::Text).also(&["Место проведения"]),
        column("№ протокола", ColumnKind::Text).also(&["Протокол №", "Номер протокола"]),
        column("Повестка", ColumnKind::Text)
            .also(&[
                "Повестка дня",
                "Вопросы",
                "Вопросы повестки",
                "Повестка заседания",
                "Рассматриваемые вопросы",
            ])
            .note("Вопрос в строке: «О …», докладчик после « — докладчик »"),
        column("Приглашённые", ColumnKind::List).also(&["Приглашены", "Приглашённые лица", "Гости"]),
        column("Перенесено на", ColumnKind::Date).also(&["Перенос"]),
        column("Отменено", ColumnKind::Flag).also(&["Отмена"]),
    ],
};

pub(super) const EVENTS: SheetSpec = SheetSpec {
    kind: SheetKind::Events,
    name: "События",
    stems: &["событи"],
    collection: "события",
    columns: &[
        column("Событие", ColumnKind::Text)
            .also(&["Название события", "Наименование", "Название"])
            .required(),
        column("Вид", ColumnKind::Text).also(&["Вид события", "Тип"]),
        column("Дата", ColumnKind::Date).also(&["Дата проведения"]).required(),
        column("Время", ColumnKind::Time).also(&["Начало"]),
        column("Место", ColumnKind::Text).also(&["Место проведения"]),
        column("Перенесено на", ColumnKind::Date).also(&["Перенос"]),
        column("Отменено", ColumnKind::Flag).also(&["Отмена"]),
    ],
};

pub(super) const VACANCIES: SheetSpec = SheetSpec {
    kind: SheetKind::Vacancies,
    name: "Вакансии",
    stems: &["ваканси"],
    collection: "вакансии",
    columns: &[
        ORGANISATION.required(),
        column("Профессия", ColumnKind::Text)
            .also(&[
                "Вакансия",
                "Должность",
                "Специальность",
                "Наименование вакансии",
                "Профессия (должность)",
                "Профессия, должность",
                "Вакантная должность",
                "Наименование профессии",
            ])
            .required(),
        column("Количество", ColumnKind::Quantity).also(&[
            "Кол-во",
            "Количество мест",
            "Число мест",
            "Количество вакансий",
            "Кол-во вакансий",
            "Количество человек",
            "Мест",
            "Потребность",
        ]),
        column("Зарплата", ColumnKind::Money).also(&[
            "Заработная плата",
            "Оклад",
            "З/п",
            "Зарплата, руб.",
            "Заработная плата, руб.",
            "Уровень зарплаты",
            "Оплата труда",
        ]),
        column("Требования", ColumnKind::Text).also(&["Требования к кандидату", "Примечание"]),
    ],
};
