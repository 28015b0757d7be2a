//! Numbers, counts, sums and dates against the rules of the grammar written out again, over whole ranges.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use chrono::{Datelike, Days, NaiveDate};
use pisar::russian::{Case, NounGender, date, money, numeral};
use proptest::prelude::*;

/// The six cases of a stem in -ь: пять, пяти, пяти, пять, пятью, пяти.
fn soft(word: &str) -> [String; 6] {
    let stem = word.strip_suffix('ь').unwrap();
    let stem = if word == "восемь" { "восьм" } else { stem };
    let oblique = format!("{stem}и");
    [word.into(), oblique.clone(), oblique.clone(), word.into(), format!("{word}ю"), oblique]
}

fn fixed(forms: &str) -> [String; 6] {
    forms.split(' ').map(str::to_owned).collect::<Vec<_>>().try_into().unwrap()
}

fn unit(number: u64, gender: NounGender, animate: bool) -> [String; 6] {
    let mut forms = match (number, gender) {
        (1, NounGender::Masculine) => fixed("один одного одному один одним одном"),
        (1, NounGender::Feminine) => fixed("одна одной одной одну одной одной"),
        (1, NounGender::Neuter) => fixed("одно одного одному одно одним одном"),
        (2, NounGender::Feminine) => fixed("две двух двум две двумя двух"),
        (2, _) => fixed("два двух двум два двумя двух"),
        (3, _) => fixed("три трёх трём три тремя трёх"),
        (4, _) => fixed("четыре четырёх четырём четыре четырьмя четырёх"),
        (8, _) => soft("восемь"),
        (5, _) => soft("пять"),
        (6, _) => soft("шесть"),
        (7, _) => soft("семь"),
        _ => soft("девять"),
    };
    if animate && number <= 4 && !(number == 1 && gender != NounGender::Masculine) {
        forms[3].clone_from(&forms[1].clone());
    }
    forms
}

fn tens(number: u64) -> [String; 6] {
    match number {
        2 => soft("двадцать"),
        3 => soft("тридцать"),
        4 => fixed("сорок сорока сорока сорок сорока сорока"),
        9 => fixed("девяносто девяноста девяноста девяносто девяноста девяноста"),
        _ => {
            let unit = unit(number, NounGender::Masculine, false);
            let base = format!("{}десят", unit[0]);
            let oblique = format!("{}десяти", unit[1]);
            [base.clone(), oblique.clone(), oblique.clone(), base, format!("{}десятью", unit[4]), oblique]
        }
    }
}

fn hundreds(number: u64) -> [String; 6] {
    match number {
        1 => fixed("сто ста ста сто ста ста"),
        2 => fixed("двести двухсот двумстам двести двумястами двухстах"),
        3 => fixed("триста трёхсот трёмстам триста тремястами трёхстах"),
        4 => fixed("четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах"),
        _ => {
            let unit = unit(number, NounGender::Masculine, false);
            let base = format!("{}сот", unit[0]);
            [
                base.clone(),
                format!("{}сот", unit[1]),
                format!("{}стам", unit[2]),
                base,
                format!("{}стами", unit[4]),
                format!("{}стах", unit[5]),
            ]
        }
    }
}

const TEENS: [&str; 10] = [
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
];

/// A number below a thousand.
fn small(number: u64, gender: NounGender, animate: bool, case: usize) -> Vec<String> {
    let mut words = Vec::new();
    if number >= 100 {
        words.push(hundreds(number / 100)[case].clone());
    }
    let rest = number % 100;
    if (10..20).contains(&rest) {
        words.push(soft(TEENS[usize::try_from(rest - 10).unwrap()])[case].clone());
    } else {
        if rest >= 20 {
            words.push(tens(rest / 10)[case].clone());
        }
        if !rest.is_multiple_of(10) {
            // «двадцать два студента», but «двадцать одного студента» and «двух студентов».
            let animate = animate && (number < 10 || rest % 10 == 1);
            words.push(unit(rest % 10, gender, animate)[case].clone());
        }
    }
    words
}

/// The form that a number asks of a noun of six singular and six plural forms.
fn counted<'a>(number: u64, singular: &[&'a str; 6], plural: &[&'a str; 6], case: usize) -> &'a str {
    let teen = (11..=19).contains(&(number % 100));
    let direct = case == 0 || case == 3;
    match number % 10 {
        _ if number == 0 || number.is_multiple_of(1000) => plural[1],
        1 if !teen => singular[case],
        2..=4 if !teen && direct => singular[1],
        _ if direct => plural[1],
        _ => plural[case],
    }
}

const THOUSAND: [[&str; 6]; 2] = [
    ["тысяча", "тысячи", "тысяче", "тысячу", "тысячей", "тысяче"],
    ["тысячи", "тысяч", "тысячам", "тысячи", "тысячами", "тысячах"],
];
const ROUBLE: [[&str; 6]; 2] = [
    ["рубль", "рубля", "рублю", "рубль", "рублём", "рубле"],
    ["рубли", "рублей", "рублям", "рубли", "рублями", "рублях"],
];

fn spelled(number: u64, gender: NounGender, animate: bool, case: usize) -> String {
    let mut words = Vec::new();
    if number >= 1000 {
        words = small(number / 1000, NounGender::Feminine, false, case);
        words.push(counted(number / 1000, &THOUSAND[0], &THOUSAND[1], case).to_owned());
    }
    let animate = animate && (number < 1000 || number % 10 == 1);
    words.extend(small(number % 1000, gender, animate, case));
    words.join(" ")
}

#[test]
fn numbers_in_words() {
    for number in (1..3000).chain((3000..1_000_000).step_by(787)) {
        for gender in [NounGender::Masculine, NounGender::Feminine, NounGender::Neuter] {
            for case in Case::ALL {
                assert_eq!(
                    numeral::cardinal(number, gender, false, case),
                    spelled(number, gender, false, case.index()),
                    "{number} {case:?}"
                );
            }
        }
        assert_eq!(
            numeral::cardinal(number, NounGender::Masculine, true, Case::Accusative),
            spelled(number, NounGender::Masculine, true, 3),
            "{number}, animate"
        );
    }
}

#[test]
fn counts_and_sums() {
    for number in (1..1200).chain((1200..900_000).step_by(1009)) {
        for case in Case::ALL {
            let index = case.index();
            let rouble = counted(number, &ROUBLE[0], &ROUBLE[1], index);
            let words = spelled(number, NounGender::Masculine, false, index);
            let got = numeral::count_words(number, "рубль", case).unwrap();
            assert_eq!(got.text, format!("{words} {rouble}"));
            assert!(got.is_certain());
            let sum = money::words(i64::try_from(number * 100).unwrap(), case);
            assert_eq!(sum, format!("{words} {rouble} 00 копеек"));
        }
    }
}

#[test]
fn the_named_forms_are_those_of_the_tables() {
    let names =
        |forms: Vec<(&'static str, String)>| forms.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(
        names(date::forms(NaiveDate::from_ymd_opt(2023, 3, 15).unwrap())),
        [
            "quoted",
            "dotted",
            "full",
            "month_year_nom",
            "month_year_gen",
            "in_month_year",
            "quarter_roman",
            "in_quarter_words",
            "half_roman",
            "in_half_words",
            "academic_year",
            "words_nom",
            "words_gen",
            "weekday",
        ]
    );
    let count = names(numeral::forms(21, "мероприятие").unwrap());
    assert_eq!(count.get(..4).unwrap(), ["nom_digits", "nom_words", "gen_digits", "gen_words"]);
}

const MONTHS: [[&str; 3]; 12] = [
    ["январь", "января", "январе"],
    ["февраль", "февраля", "феврале"],
    ["март", "марта", "марте"],
    ["апрель", "апреля", "апреле"],
    ["май", "мая", "мае"],
    ["июнь", "июня", "июне"],
    ["июль", "июля", "июле"],
    ["август", "августа", "августе"],
    ["сентябрь", "сентября", "сентябре"],
    ["октябрь", "октября", "октябре"],
    ["ноябрь", "ноября", "ноябре"],
    ["декабрь", "декабря", "декабре"],
];
const WEEKDAYS: [&str; 7] =
    ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];

const DAYS: &str = "первое второе третье четвёртое пятое шестое седьмое восьмое девятое десятое одиннадцатое двенадцатое \
    тринадцатое четырнадцатое пятнадцатое шестнадцатое семнадцатое восемнадцатое девятнадцатое двадцатое двадцать_первое \
    двадцать_второе двадцать_третье двадцать_четвёртое двадцать_пятое двадцать_шестое двадцать_седьмое двадцать_восьмое \
    двадцать_девятое тридцатое тридцать_первое";

/// Every day of thirty years: 1 January 2001 was a Monday.
#[test]
fn dates_of_thirty_years() {
    let start = NaiveDate::from_ymd_opt(2001, 1, 1).unwrap();
    for offset in 0..11_000_u64 {
        let day = start.checked_add_days(Days::new(offset)).unwrap();
        let forms = date::forms(day);
        let form = |name: &str| forms.iter().find(|(known, _)| *known == name).unwrap().1.as_str();
        let (year, [nominative, genitive, prepositional]) =
            (day.year(), MONTHS[usize::try_from(day.month0()).unwrap()]);
        let in_words =
            |ordinals: [&str; 4], number: u32| ordinals[usize::try_from(number).unwrap()].to_owned();
        assert_eq!(form("quoted"), format!("«{:02}» {genitive} {year} г.", day.day()));
        assert_eq!(form("dotted"), day.format("%d.%m.%Y").to_string());
        assert_eq!(form("full"), format!("{} {genitive} {year} года", day.day()));
        assert_eq!(form("month_year_nom"), format!("{nominative} {year} года"));
        assert_eq!(form("month_year_gen"), format!("{genitive} {year} года"));
        assert_eq!(form("in_month_year"), format!("в {prepositional} {year} года"));
        let quarter = day.month0() / 3;
        let roman = in_words(["I", "II", "III", "IV"], quarter);
        assert_eq!(form("quarter_roman"), format!("{roman} квартал {year} года"));
        let words = in_words(["в первом", "во втором", "в третьем", "в четвёртом"], quarter);
        assert_eq!(form("in_quarter_words"), format!("{words} квартале {year} года"));
        let half = day.month0() / 6;
        assert_eq!(form("half_roman"), format!("{} полугодие {year} года", ["I", "II"][half as usize]));
        let words = ["в первом", "во втором"][half as usize];
        assert_eq!(form("in_half_words"), format!("{words} полугодии {year} года"));
        let begun = if day.month() < 9 { year - 1 } else { year };
        assert_eq!(form("academic_year"), format!("{begun}/{} учебный год", begun + 1));
        assert_eq!(form("weekday"), WEEKDAYS[usize::try_from(offset % 7).unwrap()]);
        let spoken = DAYS.split(' ').nth(usize::try_from(day.day0()).unwrap()).unwrap().replace('_', " ");
        let tail = form("words_nom").strip_prefix(&spoken).unwrap();
        assert!(tail.starts_with(&format!(" {genitive} две тысячи ")) && tail.ends_with(" года"), "{tail}");
        let of = spoken.strip_suffix("ье").map_or_else(
            || format!("{}ого", spoken.strip_suffix("ое").unwrap()),
            |stem| format!("{stem}ьего"),
        );
        assert_eq!(form("words_gen"), format!("{of}{tail}"));
    }
}

proptest! {
    #[test]
    fn the_digits_and_the_words_of_a_count_take_the_same_noun(number in 0_u64..10_000_000, case in prop::sample::select(Case::ALL.to_vec())) {
        for noun in ["мероприятие", "рабочая группа", "студент", "день", "час", "заявка", "обучающийся"] {
            let words = numeral::count_words(number, noun, case).unwrap().text;
            let digits = numeral::count_digits(number, noun, case).unwrap().text;
            let last = |text: &str| text.rsplit([' ', '\u{a0}']).next().unwrap_or_default().to_owned();
            prop_assert_eq!(last(&words), last(&digits));
        }
    }
}
