//! The cluster itself, its people and its organisations.

use super::column::{
    ADDRESS, E_MAIL, FIRST_NAME, GENDER, ORGANISATION, PATRONYMIC, PERSON, PHONE, POST, SURNAME, column,
};
use super::{ColumnKind, SheetKind, SheetSpec};

pub const REQUISITES: SheetSpec = SheetSpec {
    kind: SheetKind::Requisites,
    name: "Реквизиты",
    stems: &["реквизит"],
    purpose: "сведения о кластере и о тех, кто утверждает и подписывает документы. Слева название, справа значение",
    collection: "реквизиты",
    columns: &[
        column("Полное наименование кластера", ColumnKind::Text)
            .also(&["Наименование кластера", "Полное наименование"])
            .named(&["кластер", "полное_наименование"])
            .required()
            .note("Печатается в заголовках документов, в именительном падеже")
            .example("Образовательно-производственный кластер"),
        column("Краткое наименование кластера", ColumnKind::Text)
            .also(&["Краткое наименование"])
            .named(&["краткое_наименование"])
            .note("Как кластер называют в тексте документов")
            .example("Кластер"),
        column("Ведущая организация", ColumnKind::Organisation)
            .note("Полное или краткое название, как на листе «Организации»")
            .example("ОГБПОУ «Пример»"),
        column("Город", ColumnKind::Text)
            .also(&["Место составления"])
            .note("Место составления документов, без «г.»")
            .example("Томск"),
        ADDRESS,
        PHONE,
        E_MAIL.note("Печатается в бланках").example("cluster@example.ru"),
        column("Учебный год", ColumnKind::Text)
            .note("Два года через косую черту: 2022/2023")
            .example("2022/2023"),
        column("Утверждает: должность", ColumnKind::Post)
            .note("Кто подписывает под словом «УТВЕРЖДАЮ», в именительном падеже")
            .example("Председатель Координационного совета"),
        column("Утверждает: ФИО", ColumnKind::Person)
            .named(&["утверждает"])
            .note("Полностью, в именительном падеже")
            .example("Иванов Иван Иванович"),
        column("Подписывает: должность", ColumnKind::Post)
            .note("Кто подписывает письма и отчёты, в именительном падеже")
            .example("Директор ОГБПОУ «Пример»"),
        column("Подписывает: ФИО", ColumnKind::Person)
            .named(&["подписывает"])
            .note("Полностью, в именительном падеже")
            .example("Петрова Анна Сергеевна"),
        column("Исполнитель", ColumnKind::Person)
            .also(&["Исполнитель: ФИО"])
            .note("Кто готовит документы: печатается внизу письма с телефоном")
            .example("Сидорова Мария Петровна"),
        column("Исполнитель: телефон", ColumnKind::Text)
            .also(&["Телефон исполнителя"])
            .note("С кодом города")
            .example("8 (3822) 00-00-01"),
    ],
};

pub const PEOPLE: SheetSpec = SheetSpec {
    kind: SheetKind::People,
    name: "Участники",
    stems: &["участник", "состав", "член"],
    purpose: "люди, которые входят в советы и рабочие группы. Один человек – одна строка",
    collection: "участники",
    columns: &[PERSON.required(), SURNAME, FIRST_NAME, PATRONYMIC, GENDER, POST, ORGANISATION, E_MAIL, PHONE],
};

pub const ORGANISATIONS: SheetSpec = SheetSpec {
    kind: SheetKind::Organisations,
    name: "Организации",
    stems: &["организаци", "предприяти"],
    purpose: "предприятия, учебные заведения, органы власти: адресаты писем",
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
            .required()
            .note("Полное наименование по уставу, название в кавычках-ёлочках")
            .example("Общество с ограниченной ответственностью «Пример»"),
        column("Краткое наименование", ColumnKind::Organisation)
            .also(&["Сокращённое наименование", "Кратко"])
            .note("Как пишут в письмах: АО «…», ОГБПОУ «…»")
            .example("ООО «Пример»"),
        column("Тип", ColumnKind::Text)
            .also(&["Вид", "Тип организации"])
            .note("Из списка или свой")
            .example("предприятие"),
        column("Отрасль", ColumnKind::Text).note("Из списка или своя").example("энергетика"),
        column("ИНН", ColumnKind::Text)
            .note("10 цифр, у предпринимателя 12. Хранится как текст")
            .example("0000000000"),
        ADDRESS,
        column("Индекс", ColumnKind::Text)
            .also(&["Почтовый индекс", "Индекс почтовый"])
            .note("Шесть цифр, если в адресе их нет")
            .example("634000"),
        E_MAIL.note("Адрес для официальных писем").example("office@example.ru"),
        PHONE,
        column("Руководитель (ФИО)", ColumnKind::Person)
            .also(&[
                "Руководитель",
                "ФИО руководителя",
                "Директор",
                "Руководитель организации",
                "ФИО директора",
            ])
            .named(&["руководитель"])
            .note("Полностью, в именительном падеже: ему адресуются письма")
            .example("Иванов Иван Иванович"),
        column("Должность руководителя", ColumnKind::Post)
            .named(&["должность"])
            .note("В именительном падеже, без названия организации")
            .example("генеральный директор"),
        column("Пол руководителя", ColumnKind::Gender)
            .also(&["Пол"])
            .note("м или ж; нужен только там, где по имени и отчеству не видно")
            .example("м"),
        column("Приглашать на ярмарку", ColumnKind::Flag)
            .also(&["Приглашать", "Приглашать на ярмарку вакансий", "Ярмарка", "Приглашение на ярмарку"])
            .named(&["приглашать"])
            .note("да – организация получит приглашение на Ярмарку вакансий")
            .example("да"),
    ],
};

pub const MENTORS: SheetSpec = SheetSpec {
    kind: SheetKind::Mentors,
    name: "Наставники",
    stems: &["наставник"],
    purpose: "наставники с производства: каждый получит благодарственное письмо ко Дню отрасли",
    collection: "наставники",
    columns: &[
        PERSON.required(),
        SURNAME,
        FIRST_NAME,
        PATRONYMIC,
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
            .note("Продолжение слова «за», со строчной буквы и без точки: подготовку участников чемпионата")
            .example("подготовку участников чемпионата"),
        GENDER,
    ],
};
