//! How a column is written down, and the columns that several sheets have.

use super::{ColumnKind, ColumnSpec};

/// A column that may be missing, under one heading.
pub const fn column(heading: &'static str, kind: ColumnKind) -> ColumnSpec {
    ColumnSpec { heading, synonyms: &[], aliases: &[], kind, required: false, note: "", example: "" }
}

impl ColumnSpec {
    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(super) const fn also(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }

    pub(super) const fn named(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    pub(super) const fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }

    pub(super) const fn example(mut self, example: &'static str) -> Self {
        self.example = example;
        self
    }
}

pub const PERSON: ColumnSpec = column("ФИО", ColumnKind::Person)
    .also(&[
        "Ф.И.О.",
        "Фамилия Имя Отчество",
        "Фамилия, имя, отчество",
        "Ф. И. О.",
        "ФИО полностью",
        "ФИО участника",
        "ФИО наставника",
        "ФИО члена совета",
        "ФИО сотрудника",
        "ФИО эксперта",
        "ФИО работника",
        "Фамилия И.О.",
        "Наставник",
        "Участник",
        "Сотрудник",
    ])
    .note("Полностью, в именительном падеже: Иванов Иван Иванович. Нет отчества – не пишите")
    .example("Иванов Иван Иванович");
pub const SURNAME: ColumnSpec = column("Фамилия", ColumnKind::NamePart);
pub const FIRST_NAME: ColumnSpec = column("Имя", ColumnKind::NamePart);
pub const PATRONYMIC: ColumnSpec = column("Отчество", ColumnKind::NamePart);
pub const GENDER: ColumnSpec = column("Пол", ColumnKind::Gender)
    .note("м или ж; нужен только там, где по имени и отчеству не видно")
    .example("м");
pub const POST: ColumnSpec = column("Должность", ColumnKind::Post)
    .also(&[
        "Занимаемая должность",
        "Должность, место работы",
        "Должн.",
        "Должность (профессия)",
        "Должность наставника",
        "Должность участника",
        "Наименование должности",
    ])
    .note("В именительном падеже, без названия организации")
    .example("главный инженер");
pub const ORGANISATION: ColumnSpec = column("Организация", ColumnKind::Organisation)
    .also(&[
        "Предприятие",
        "Место работы",
        "Организация (предприятие)",
        "Работодатель",
        "ПОО",
        "Наименование организации",
        "Наименование предприятия",
        "Название организации",
        "Место работы (организация)",
        "Организация, предприятие",
        "Предприятие (организация)",
        "Предприятие-работодатель",
        "Компания",
    ])
    .note("Полное или краткое название, как на листе «Организации»")
    .example("ООО «Пример»");
pub const E_MAIL: ColumnSpec = column("E-mail", ColumnKind::Text)
    .also(&[
        "Email",
        "Эл. почта",
        "Электронная почта",
        "Почта",
        "Адрес электронной почты",
        "Электронный адрес",
        "Адрес эл. почты",
        "Эл. адрес",
        "Mail",
        "Имейл",
    ])
    .named(&["почта", "email"])
    .note("Нужен, если письма отправляются по электронной почте")
    .example("ivanov@example.ru");
pub const PHONE: ColumnSpec = column("Телефон", ColumnKind::Text)
    .also(&[
        "Тел.",
        "Контактный телефон",
        "Телефон/факс",
        "Моб. телефон",
        "Номер телефона",
        "Мобильный телефон",
        "Телефон для связи",
        "Тел./факс",
        "Контакты",
        "Контактные данные",
    ])
    .note("С кодом города. Хранится как текст")
    .example("8 (3822) 00-00-00");
pub const ADDRESS: ColumnSpec = column("Адрес", ColumnKind::Text)
    .also(&[
        "Почтовый адрес",
        "Юридический адрес",
        "Фактический адрес",
        "Адрес организации",
        "Адрес предприятия",
        "Адрес для писем",
        "Адрес для корреспонденции",
        "Место нахождения",
        "Местонахождение",
    ])
    .note("С индексом: печатается в письмах и на конвертах")
    .example("634000, г. Томск, ул. Примерная, д. 1");
pub const ACTIVITY: ColumnSpec = column("№ мероприятия", ColumnKind::Number)
    .also(&["№ п/п", "№", "Номер", "Номер мероприятия", "Пункт плана", "№ пункта"])
    .named(&["номер"])
    .note("Номер строки плана: 2.8. На одно мероприятие можно несколько строк")
    .example("2.8");
pub const TITLE: ColumnSpec = column("Наименование мероприятия", ColumnKind::Text)
    .also(&[
        "Мероприятие",
        "Мероприятия",
        "Наименование",
        "Название мероприятия",
        "Содержание работы",
        "Содержание",
        "Наименование мероприятий",
        "Наименование работ",
        "Наименование работы",
        "Содержание деятельности",
        "Содержание мероприятия",
        "Виды работ",
        "Направление работы",
        "Тема",
        "Пункт плана (мероприятие)",
    ])
    .named(&["наименование", "мероприятие"])
    .note("Как в утверждённом плане")
    .example("Чествование лучших наставников в рамках Дня отрасли");
