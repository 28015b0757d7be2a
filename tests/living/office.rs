//! A small office in plain CSV files that a test can edit between runs of the program.

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A workspace with two mentors, two firms, a council, its meetings and two events.
pub struct Office {
    folder: TempDir,
}

/// What a run of the program said.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

const REQUISITES: &str = "\
Полное наименование кластера;Образовательно-производственный центр (кластер) «Пример»
Краткое наименование кластера;Кластер «Пример»
Ведущая организация;ОГБПОУ «Примерский техникум»
Город;Томск
Адрес;634000, г. Томск, ул. Примерная, д. 1
Телефон;(3822) 00-00-00
E-mail;office@example.org
Учебный год;2022/2023
Утверждает: должность;директор
Утверждает: ФИО;Кузнецов Пётр Иванович
Подписывает: должность;директор
Подписывает: ФИО;Кузнецов Пётр Иванович
Исполнитель;Орлова Анна Сергеевна
Исполнитель: телефон;(3822) 00-00-01
";

const PEOPLE: &str = "\
ФИО;Пол;Должность;Организация;Экспертный совет
Кузнецов Пётр Иванович;м;директор;ОГБПОУ «Примерский техникум»;председатель
Орлова Анна Сергеевна;ж;методист;ОГБПОУ «Примерский техникум»;секретарь
Лебедев Олег Юрьевич;м;главный инженер;АО «Заря»;член
";

const FIRMS: &str = "\
Наименование;Краткое наименование;Тип;Адрес;Руководитель (ФИО);Должность руководителя;Приглашать на ярмарку
ОГБПОУ «Примерский техникум»;ПТ;ПОО;г. Томск;Кузнецов Пётр Иванович;директор;нет
Акционерное общество «Заря»;АО «Заря»;предприятие;г. Томск;Соколов Игорь Павлович;генеральный директор;да
Общество с ограниченной ответственностью «Луч»;ООО «Луч»;предприятие;г. Томск;Зайцева Ольга Петровна;директор;да
";

pub const MENTORS: &str = "\
ФИО;Пол;Должность;Организация;За что
Белова Анна Алексевна;ж;мастер;АО «Заря»;за подготовку студентов
Власов Глеб Ильич;м;инженер;ООО «Луч»;за помощь в обучении
";

pub const MEETINGS: &str = "\
Дата;Время;Совет;Место;№ протокола;Повестка;Перенесено на;Отменено
15.03.2023;14:00;Экспертный совет;актовый зал;3;О плане работы — докладчик Орлова А.С.;;
14.06.2023;14:00;Экспертный совет;актовый зал;4;Об итогах года — докладчик Орлова А.С.;;
";

pub const EVENTS: &str = "\
Событие;Вид;Дата;Время;Место;Перенесено на;Отменено
Ярмарка вакансий для выпускников;Ярмарка вакансий;16.03.2023;10:00;спортивный зал;;
День машиностроителя;День отрасли;26.05.2023;14:00;актовый зал;;
";

impl Office {
    pub fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::create_dir(office.path("input")).unwrap();
        for (name, text) in [
            ("Реквизиты", REQUISITES),
            ("Участники", PEOPLE),
            ("Организации", FIRMS),
            ("Наставники", MENTORS),
            ("Заседания", MEETINGS),
            ("События", EVENTS),
        ] {
            office.write(name, text);
        }
        office
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, inner: &str) -> PathBuf {
        self.folder.path().join(inner)
    }

    /// The workbook of that name, anew.
    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(&format!("input/{name}.csv")), text).unwrap();
    }

    /// One text of a workbook for another.
    pub fn edit(&self, name: &str, from: &str, to: &str) {
        let path = self.path(&format!("input/{name}.csv"));
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from} is not in {name}");
        std::fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("pisar").unwrap();
        command.arg("-C").arg(self.root()).args(["--lang", "ru"]).args(arguments);
        if !arguments.contains(&"--today") {
            command.args(["--today", "2023-03-01"]);
        }
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        let output = self.command(arguments).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Ran {
            status: output.status.code().unwrap_or(-1),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        let ran = self.run(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}{}", ran.out, ran.err))
    }

    /// Each document of a run as «name number state».
    pub fn made(&self, arguments: &[&str]) -> Vec<String> {
        lines(&self.json(arguments))
    }

    /// Each record of the register as «number recipient state», Опись apart.
    pub fn register(&self) -> Vec<String> {
        let all = self.json(&["register", "list"]);
        let records =
            all["records"].as_array().unwrap().iter().filter(|record| record["kind"] != "inventory");
        records
            .map(|record| {
                let number = record["number"].as_str().unwrap_or("б/н");
                let text = |field: &str| record[field].as_str().unwrap().to_owned();
                format!("{number} {} {}", text("recipient"), text("state"))
            })
            .collect()
    }

    /// The text of a Word document under `output/`, its tags taken away.
    pub fn text(&self, path: &str) -> String {
        let file = std::fs::File::open(self.path("output").join(path)).unwrap();
        let mut archive = zip::ZipArchive::new(file).unwrap();
        let xml = std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap();
        let mut text = String::new();
        for part in xml.split('<') {
            text.push_str(part.split_once('>').map_or("", |(_, after)| after));
        }
        text.replace('\u{a0}', " ")
    }
}

/// Each document of a run's JSON as «path number state», the path without its folder.
pub fn lines(made: &Value) -> Vec<String> {
    let documents = made["documents"].as_array().unwrap().iter();
    documents
        .map(|document| {
            let path = document["path"].as_str().unwrap();
            let number = document["number"].as_str().unwrap_or("б/н");
            let name = path.rsplit('/').next().unwrap();
            format!("{name} {number} {}", document["state"].as_str().unwrap())
        })
        .collect()
}

/// The findings of one code in a run's JSON: their messages.
pub fn messages(made: &Value, code: &str) -> Vec<String> {
    let findings = made["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == code);
    findings.map(|finding| finding["message"].as_str().unwrap().to_owned()).collect()
}
