//! Names of persons: whole paradigms of our table and of the shared ones, what the reader must understand, and properties over any text.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "tests say what they skip and fail loudly"
)]

use std::collections::BTreeMap;
use std::io::Read;
use std::path::PathBuf;

use pisar::russian::{Case, Gender, GenderReading, PersonName};
use proptest::prelude::*;

struct Row {
    nominative: String,
    gender: Gender,
    /// By oblique case: every accepted form, ё as е.
    accepted: Vec<Vec<String>>,
}

fn loose(text: &str) -> String {
    text.replace('ё', "е").replace('Ё', "Е")
}

fn rows(table: &str) -> Vec<Row> {
    let mut lines = table.lines();
    let headings: Vec<&str> = lines.next().expect("a heading row").split('\t').collect();
    let column = |name: &str| headings.iter().position(|heading| *heading == name);
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let cell =
                |name: &str| column(name).and_then(|place| cells.get(place)).copied().unwrap_or_default();
            let mut accepted: Vec<Vec<String>> = ["gen", "dat", "acc", "ins", "prep"]
                .iter()
                .map(|case| cell(case).split('|').map(loose).collect())
                .collect();
            for alternative in cell("alt").split(';') {
                if let Some((case, form)) = alternative.split_once('=') {
                    let place = ["gen", "dat", "acc", "ins", "prep"]
                        .iter()
                        .position(|name| *name == case)
                        .expect("a case");
                    accepted[place].push(loose(form));
                }
            }
            let gender = if cell("gender") == "m" { Gender::Masculine } else { Gender::Feminine };
            Row { nominative: cell("nom").to_owned(), gender, accepted }
        })
        .collect()
}

/// The share of whole paradigms that must be right, that nothing unflagged is wrong, and how many may be flagged.
fn check(name: &str, rows: &[Row], right_at_least: f64, flagged_at_most: f64) {
    let (mut wrong, mut flagged, mut wrong_unflagged) = (Vec::new(), 0, Vec::new());
    for row in rows {
        let person = PersonName::read(&row.nominative);
        let forms: Vec<_> =
            Case::OBLIQUE.iter().map(|case| person.decline(*case, Some(row.gender))).collect();
        let right =
            forms.iter().zip(&row.accepted).all(|(form, accepted)| accepted.contains(&loose(&form.text)));
        let certain = forms.iter().all(pisar::russian::Inflected::is_certain);
        if !certain {
            flagged += 1;
        }
        if !right {
            wrong.push(row.nominative.as_str());
            if certain {
                wrong_unflagged.push(row.nominative.as_str());
            }
        }
    }
    let count = rows.len() as f64;
    eprintln!("{name}: {} rows, wrong {wrong:?}, flagged {flagged}", rows.len());
    assert!(wrong_unflagged.is_empty(), "{name}: wrong and not flagged: {wrong_unflagged:?}");
    assert!((count - wrong.len() as f64) / count >= right_at_least, "{name}: wrong {wrong:?}");
    assert!(f64::from(flagged) / count <= flagged_at_most, "{name}: flagged {flagged} of {count}");
}

/// A file of the shared folder, which stands beside a clone or two folders up from a worktree.
fn shared(path: &str) -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let found = ["../shared", "../../shared"]
        .iter()
        .map(|folder| root.join(folder).join("russian").join(path))
        .find(|file| file.is_file());
    if found.is_none() {
        eprintln!("skipped: no shared/russian/{path} beside this clone");
    }
    found
}

#[test]
fn our_table_of_hard_names() {
    check("people.tsv", &rows(include_str!("data/russian/people.tsv")), 1.0, 0.05);
}

#[test]
fn the_shared_table_of_names() {
    if let Some(file) = shared("dev_people.tsv") {
        check("dev_people.tsv", &rows(&std::fs::read_to_string(file).unwrap()), 0.99, 0.05);
    }
}

#[test]
fn the_petrovich_evaluation() {
    for (file, read) in [
        (
            "petrovich-eval/eval_firstnames.tsv.gz",
            (|name| PersonName::from_parts("", name, "")) as fn(&str) -> PersonName,
        ),
        ("petrovich-eval/eval_surnames.tsv.gz", |name| PersonName::from_parts(name, "", "")),
        ("petrovich-eval/eval_midnames.tsv.gz", |name| PersonName::from_parts("", "", name)),
    ] {
        let Some(path) = shared(file) else { continue };
        let mut table = String::new();
        flate2::read::GzDecoder::new(std::fs::File::open(path).unwrap()).read_to_string(&mut table).unwrap();
        let mut paradigms: BTreeMap<(&str, &str), BTreeMap<&str, Vec<String>>> = BTreeMap::new();
        for line in table.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            let [lemma, gender, case, form] = cells.as_slice() else { panic!("a row of four cells: {line}") };
            paradigms
                .entry((lemma, gender))
                .or_default()
                .entry(case)
                .or_default()
                .extend(form.split('|').map(loose));
        }
        for (tag, gender) in [("мр", Gender::Masculine), ("жр", Gender::Feminine)] {
            let (mut count, mut right) = (0_u32, 0_u32);
            for ((lemma, _), cases) in paradigms.iter().filter(|((_, own), _)| *own == tag) {
                let name = read(lemma);
                count += 1;
                right += u32::from(["рд", "дт", "вн", "тв", "пр"].iter().zip(Case::OBLIQUE).all(
                    |(label, case)| {
                        let form = loose(&name.decline(case, Some(gender)).text);
                        cases.get(label).is_none_or(|accepted| accepted.contains(&form))
                    },
                ));
            }
            let share = f64::from(right) / f64::from(count);
            eprintln!("{file} {tag}: {right} of {count}, {:.2} %", share * 100.0);
            assert!(share >= 0.995, "{file} {tag}: {right} of {count}");
        }
    }
}

#[track_caller]
fn reads(text: &str, surname: &str, first: &str, patronymic: &str) {
    let name = PersonName::read(text);
    assert_eq!((name.surname(), name.first(), name.patronymic()), (surname, first, patronymic), "{text}");
}

#[test]
fn parts_in_any_order() {
    reads("Иванов Иван Иванович", "Иванов", "Иван", "Иванович");
    reads("Иван Иванович Иванов", "Иванов", "Иван", "Иванович");
    reads("Роман Аркадьевич Абрамович", "Абрамович", "Роман", "Аркадьевич");
    reads("Анна Рабинович", "Рабинович", "Анна", "");
    reads("Мария Сергеевна", "", "Мария", "Сергеевна");
    reads("Пётр Сидоров", "Сидоров", "Пётр", "");
    reads("Иванов,  Пётр\u{a0}Ильич", "Иванов", "Пётр", "Ильич");
    reads("фон Штернберг Роман Фёдорович", "фон Штернберг", "Роман", "Фёдорович");
    reads("Роман Фёдорович фон Штернберг", "фон Штернберг", "Роман", "Фёдорович");
    reads("Отто фон Бисмарк", "фон Бисмарк", "Отто", "");
    reads("Рзаев Анар Расул оглы", "Рзаев", "Анар", "Расул оглы");
    reads("Римский - Корсаков Николай", "Римский-Корсаков", "Николай", "");
    reads("О Сергей Петрович", "О", "Сергей", "Петрович");
    reads("Нгуен Ван Тхань", "Нгуен", "Ван Тхань", "");
}

#[test]
fn initials_before_and_after() {
    for text in ["Иванов И.И.", "Иванов И. И.", "И.И. Иванов", "И. И. Иванов", "И.И.Иванов", "Иванов И И"]
    {
        let name = PersonName::read(text);
        assert_eq!(name.surname_initials(Case::Dative, None).text, "Иванову\u{a0}И.И.", "{text}");
        assert_eq!(name.initials_surname(Case::Instrumental, None).text, "И.И.\u{a0}Ивановым", "{text}");
    }
    let name = PersonName::read("Руссо Жан-Жак");
    assert_eq!(name.initials_surname(Case::Genitive, None).text, "Ж.-Ж.\u{a0}Руссо");
    let name = PersonName::read("Гусейнова Севиндж Рауф кызы");
    assert_eq!(name.surname_initials(Case::Dative, None).text, "Гусейновой\u{a0}С.Р.");
}

#[test]
fn letter_case_brackets_and_what_follows_a_comma_stay() {
    let dative = |text: &str| PersonName::read(text).decline(Case::Dative, None).text;
    assert_eq!(dative("ИВАНОВ ПЁТР ИЛЬИЧ"), "ИВАНОВУ ПЕТРУ ИЛЬИЧУ");
    assert_eq!(dative("ОРЁЛ Пётр Ильич"), "ОРЛУ Петру Ильичу");
    assert_eq!(dative("Иванова (Петрова) Анна Сергеевна"), "Ивановой (Петровой) Анне Сергеевне");
    assert_eq!(
        dative("Иванова Анна Сергеевна (урожд. Петрова)"),
        "Ивановой Анне Сергеевне (урожд. Петровой)"
    );
    assert_eq!(dative("Петров Иван Ильич, к.т.н."), "Петрову Ивану Ильичу, к.т.н.");
    assert_eq!(dative("Cоловьёв Aртём Игоревич"), "Соловьёву Артёму Игоревичу", "Latin look-alikes");
}

#[test]
fn gender_is_told_or_not_but_never_guessed() {
    let gender = |text: &str| PersonName::read(text).gender();
    let (man, woman) = (GenderReading::Known(Gender::Masculine), GenderReading::Known(Gender::Feminine));
    for (text, expected) in [
        ("Ким Сергей Ильич", man),
        ("Ким Вера Ильинична", woman),
        ("Жукова Женя", woman),
        ("Коваленко Женя", GenderReading::Unknown),
        ("Иванов И.И.", man),
        ("Ли А.А.", GenderReading::Unknown),
        ("Ван Сяомин", GenderReading::Unknown),
        ("Иванова Иван Иванович", GenderReading::Conflict),
        ("Иванов Анна Петровна", GenderReading::Conflict),
        ("Цой Анна Петрович", GenderReading::Conflict),
        ("Щербина Павел Ильич", man),
        ("Ахметова Айгуль", woman),
        ("Алиев Гейдар Алирза оглы", man),
        ("", GenderReading::Unknown),
    ] {
        assert_eq!(gender(text), expected, "{text}");
    }
}

#[test]
fn what_is_not_certain_is_flagged() {
    for text in [
        "Коваленко Женя",
        "Иванова Иван Иванович",
        "Третьец Иван Ильич",
        "Хухрач Иван Ильич",
        "Smith Иван Ильич",
        "Пухлов Чарльз",
    ] {
        assert!(!PersonName::read(text).decline(Case::Instrumental, None).is_certain(), "{text}");
    }
    let woman_by_the_sheet =
        PersonName::read("Иванов Пётр Ильич").decline(Case::Dative, Some(Gender::Feminine));
    assert!(!woman_by_the_sheet.is_certain(), "the sheet contradicts the name");
    assert!(PersonName::read("Коваленко Женя").decline(Case::Dative, Some(Gender::Feminine)).is_certain());
}

#[test]
fn salutations() {
    let address = |text: &str, gender| PersonName::read(text).address(gender);
    assert_eq!(address("Иванов Иван Иванович", Gender::Masculine), "Иван Иванович");
    assert_eq!(address("Жукова Женя", Gender::Feminine), "Женя");
    assert_eq!(address("Иванов И.И.", Gender::Masculine), "господин Иванов");
    assert_eq!(address("Ли А.А.", Gender::Feminine), "госпожа Ли");
}

#[test]
fn three_cells_are_taken_as_they_are() {
    let name = PersonName::from_parts("Иванова (Петрова)", " Анна ", "Сергеевна");
    assert_eq!(name.full(), "Иванова (Петрова) Анна Сергеевна");
    assert_eq!(PersonName::from_parts("Роман", "Иван", "").surname(), "Роман");
    assert_eq!(
        PersonName::from_parts("Нгуен", "Ван Тхань", "").decline(Case::Dative, Some(Gender::Masculine)).text,
        "Нгуен Ван Тханю"
    );
}

/// The marks of a text that are no letters, in order.
fn marks(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_alphabetic()).collect()
}

proptest! {
    #[test]
    fn any_text_is_read_and_declined_without_a_panic(text in "\\PC{0,40}") {
        let name = PersonName::read(&text);
        for case in Case::ALL {
            for gender in [None, Some(Gender::Masculine), Some(Gender::Feminine)] {
                let _ = name.decline(case, gender);
                let _ = name.surname_initials(case, gender);
                let _ = name.initials_surname(case, gender);
            }
        }
        let _ = name.address(Gender::Feminine);
    }

    #[test]
    fn reading_is_idempotent_and_the_nominative_is_what_was_read(text in "[А-ЯЁа-яё]{1,9}(-[А-Я][а-я]{1,5})?( [А-ЯЁ][а-яё]{2,9}){0,3}") {
        let name = PersonName::read(&text);
        prop_assert_eq!(name.decline(Case::Nominative, None).text, name.full());
        let again = PersonName::read(&name.full());
        prop_assert_eq!(again.full(), name.full());
    }

    #[test]
    fn no_case_or_mark_is_lost(text in "[А-ЯЁ][а-яё]{2,9}(-[А-Я][а-я]{2,5})? [А-Я][а-я]{2,6} [А-Я][а-я]{2,6}(ович|евна)") {
        let name = PersonName::read(&text);
        let capitals = |text: &str| text.chars().filter(|letter| letter.is_uppercase()).count();
        for case in Case::OBLIQUE {
            let form = name.decline(case, None).text;
            prop_assert_eq!(marks(&form), marks(&name.full()));
            prop_assert_eq!(capitals(&form), capitals(&name.full()));
            let shouted = PersonName::read(&text.to_uppercase()).decline(case, None).text;
            prop_assert_eq!(shouted.to_uppercase(), shouted);
        }
    }
}
