//! The schema of sheets: which sheets there are, under which headings, and what each column holds.
//!
//! One table for all who need it: recognition of sheets, decoding of cells, names of fields in templates, and the workbooks that
//! `init` writes. A column that it does not know is kept under its own heading.

/// What a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SheetKind {
    /// The plan of the year.
    Plan,
    /// What was done of it.
    Execution,
    /// Name and value pairs about the cluster.
    Requisites,
    /// Members of councils and working groups.
    People,
    /// Organisations.
    Organisations,
    /// Mentors.
    Mentors,
    /// Meetings of the councils.
    Meetings,
    /// Events.
    Events,
    /// Vacancies.
    Vacancies,
    /// Any other: rows by heading, under the sheet's own name.
    Other,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// Text, digits kept as they are written (ИНН, phones).
    Text,
    /// The number of an activity: `1.10`, never a date or a float.
    Number,
    /// A person's name.
    Person,
    /// A part of a name: Фамилия, Имя, Отчество.
    NamePart,
    /// Gender: м, ж, муж, жен …
    Gender,
    /// A job title.
    Post,
    /// An organisation's name.
    Organisation,
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A count or a measure.
    Quantity,
    /// A sum in roubles.
    Money,
    /// Yes or no.
    Flag,
    /// A deadline in words or as a date.
    Deadline,
    /// Several names or roles in one cell: executors, guests.
    List,
    /// One of a fixed set of words.
    Choice(&'static [&'static str]),
    /// A form given by hand: «ФИО (дат.)», «Обращение».
    Override,
}

/// One column that a sheet may have.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSpec {
    /// The canonical heading.
    pub heading: &'static str,
    /// Other headings for it, compared after folding (case, spaces, dots, ё/е, hyphens, look-alikes).
    pub synonyms: &'static [&'static str],
    /// Other names in templates than the one from the heading.
    pub aliases: &'static [&'static str],
    /// What its cells hold.
    pub kind: ColumnKind,
    /// Whether a sheet of this kind is of no use without it.
    pub required: bool,
    /// How to fill it, for the note on the heading that `init` writes.
    pub note: &'static str,
}

/// One sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetSpec {
    /// What it is.
    pub kind: SheetKind,
    /// Its canonical name.
    pub name: &'static str,
    /// Stems in lower case by which a sheet's name is recognised.
    pub stems: &'static [&'static str],
    /// The name of its rows in templates.
    pub collection: &'static str,
    /// Its columns, the canonical order.
    pub columns: &'static [ColumnSpec],
}

/// The roles of a council or a working group.
pub const ROLES: &[&str] = &["председатель", "заместитель", "секретарь", "член", "приглашённый"];
/// The states of an activity.
pub const STATUSES: &[&str] = &["выполнено", "в работе", "перенесено", "не выполнено", "отменено"];

/// Every sheet that is known.
pub const SHEETS: &[SheetSpec] =
    &[PLAN, EXECUTION, REQUISITES, PEOPLE, ORGANISATIONS, MENTORS, MEETINGS, EVENTS, VACANCIES];

/// The sheet of that kind; `None` for [`SheetKind::Other`].
pub fn sheet(kind: SheetKind) -> Option<&'static SheetSpec> {
    SHEETS.iter().find(|sheet| sheet.kind == kind)
}

const fn column(heading: &'static str, kind: ColumnKind) -> ColumnSpec {
    ColumnSpec { heading, synonyms: &[], aliases: &[], kind, required: false, note: "" }
}

impl ColumnSpec {
    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn also(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }

    const fn named(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    const fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }
}

const PERSON: ColumnSpec = column("ФИО", ColumnKind::Person)
    .also(&[
        "Ф.И.О.",
        "Фамилия Имя Отчество",
        "Фамилия, имя, отчество",
        "Ф. И. О.",
        "ФИО полностью",
        "ФИО участника",
        "ФИО наставника",
    ])
    .note("Полностью, в именительном падеже: Иванов Иван Иванович");
const GENDER: ColumnSpec =
    column("Пол", ColumnKind::Gender).note("м или ж; нужен только там, где по имени и отчеству не видно");
const POST: ColumnSpec = column("Должность", ColumnKind::Post)
    .also(&["Занимаемая должность", "Должность, место работы", "Должн."])
    .note("В именительном падеже, без названия организации");
const ORGANISATION: ColumnSpec = column("Организация", ColumnKind::Organisation)
    .also(&["Предприятие", "Место работы", "Организация (предприятие)", "Работодатель", "ПОО"])
    .note("Полное или краткое название, как на листе «Организации»");
const E_MAIL: ColumnSpec = column("E-mail", ColumnKind::Text)
    .also(&[
        "Email",
        "Эл. почта",
        "Электронная почта",
        "Почта",
        "Адрес электронной почты",
        "Электронный адрес",
    ])
    .named(&["почта", "email"]);
const PHONE: ColumnSpec =
    column("Телефон", ColumnKind::Text).also(&["Тел.", "Контактный телефон", "Телефон/факс", "Моб. телефон"]);
const ADDRESS: ColumnSpec =
    column("Адрес", ColumnKind::Text).also(&["Почтовый адрес", "Юридический адрес", "Адрес организации"]);
const ACTIVITY: ColumnSpec = column("№ мероприятия", ColumnKind::Number)
    .also(&["№ п/п", "№", "Номер", "Номер мероприятия", "Пункт плана", "№ пункта"])
    .named(&["номер"])
    .note("Номер строки плана: 2.8");
const TITLE: ColumnSpec = column("Наименование мероприятия", ColumnKind::Text)
    .also(&[
        "Мероприятие",
        "Мероприятия",
        "Наименование",
        "Название мероприятия",
        "Содержание работы",
        "Содержание",
    ])
    .named(&["наименование", "мероприятие"]);

const PLAN: SheetSpec = SheetSpec {
    kind: SheetKind::Plan,
    name: "План",
    stems: &["план"],
    collection: "мероприятия",
    columns: &[
        column("№ п/п", ColumnKind::Number)
            .also(&["№", "№№", "N", "№ пп", "Номер", "№ пункта"])
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
            ])
            .named(&["срок"])
            .required(),
        column("Ожидаемый результат", ColumnKind::Text)
            .also(&["Результат", "Ожидаемые результаты", "Планируемый результат", "Вид документа"])
            .named(&["результат"]),
    ],
};

const EXECUTION: SheetSpec = SheetSpec {
    kind: SheetKind::Execution,
    name: "Исполнение",
    stems: &["исполнени", "выполнени"],
    collection: "исполнение",
    columns: &[
        ACTIVITY.required(),
        TITLE,
        column("Статус", ColumnKind::Choice(STATUSES))
            .also(&["Состояние", "Отметка о выполнении", "Отметка об исполнении"])
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

const REQUISITES: SheetSpec = SheetSpec {
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

const PEOPLE: SheetSpec = SheetSpec {
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

const ORGANISATIONS: SheetSpec = SheetSpec {
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
            .also(&["Руководитель", "ФИО руководителя"])
            .named(&["руководитель"]),
        column("Должность руководителя", ColumnKind::Post).named(&["должность"]),
        column("Пол руководителя", ColumnKind::Gender).also(&["Пол"]),
        column("Приглашать на ярмарку", ColumnKind::Flag).also(&["Приглашать"]).named(&["приглашать"]),
    ],
};

const MENTORS: SheetSpec = SheetSpec {
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
            .also(&["Формулировка", "Заслуги", "Основание"])
            .note("Продолжение слова «за»: подготовку участников чемпионата"),
        GENDER,
    ],
};

const MEETINGS: SheetSpec = SheetSpec {
    kind: SheetKind::Meetings,
    name: "Заседания",
    stems: &["заседани"],
    collection: "заседания",
    columns: &[
        column("Дата", ColumnKind::Date).also(&["Дата заседания", "Дата проведения"]).required(),
        column("Время", ColumnKind::Time).also(&["Начало"]),
        column("Совет", ColumnKind::Text).also(&["Орган", "Коллегиальный орган"]).required(),
        column("Место", ColumnKind::Text).also(&["Место проведения"]),
        column("№ протокола", ColumnKind::Text).also(&["Протокол №", "Номер протокола"]),
        column("Повестка", ColumnKind::Text)
            .also(&["Повестка дня", "Вопросы"])
            .note("Вопрос в строке: «О …», докладчик после « — докладчик »"),
        column("Приглашённые", ColumnKind::List),
        column("Перенесено на", ColumnKind::Date).also(&["Перенос"]),
        column("Отменено", ColumnKind::Flag).also(&["Отмена"]),
    ],
};

const EVENTS: SheetSpec = SheetSpec {
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

const VACANCIES: SheetSpec = SheetSpec {
    kind: SheetKind::Vacancies,
    name: "Вакансии",
    stems: &["ваканси"],
    collection: "вакансии",
    columns: &[
        ORGANISATION.required(),
        column("Профессия", ColumnKind::Text).also(&["Вакансия", "Должность", "Специальность"]).required(),
        column("Количество", ColumnKind::Quantity).also(&["Кол-во", "Количество мест", "Число мест"]),
        column("Зарплата", ColumnKind::Money).also(&["Заработная плата", "Оклад", "З/п", "Зарплата, руб."]),
        column("Требования", ColumnKind::Text).also(&["Требования к кандидату", "Примечание"]),
    ],
};

/// What a column of an unknown sheet, or an unknown column of a known one, holds: by the words of its heading.
pub fn kind_of_heading(heading: &str) -> ColumnKind {
    let heading = heading.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if heading.contains('(') && has(&["(им", "(род", "(дат", "(вин", "(тв", "(пр"]) || heading == "обращение"
    {
        ColumnKind::Override
    } else if has(&["фио", "ф.и.о", "фамилия, имя", "руководитель"]) {
        ColumnKind::Person
    } else if has(&["должност"]) {
        ColumnKind::Post
    } else if has(&["организаци", "предприяти", "поо", "работодател"]) {
        ColumnKind::Organisation
    } else if has(&["№ мероприятия", "пункт плана"]) {
        ColumnKind::Number
    } else if has(&["дата"]) {
        ColumnKind::Date
    } else if heading.starts_with("время") {
        ColumnKind::Time
    } else if has(&["зарплат", "сумма", "стоимость", "руб"]) {
        ColumnKind::Money
    } else if has(&["количеств", "кол-во", "число", "балл", "итого", "факт", "план", "процент", "мест"])
        && !has(&["место"])
    {
        ColumnKind::Quantity
    } else if heading == "пол" {
        ColumnKind::Gender
    } else {
        ColumnKind::Text
    }
}
