//! Texts that nobody has written: reading never panics, and never turns time round.

use proptest::prelude::*;

use super::{Deadline, Kind};
use crate::calendar::{AcademicYear, period};

const WORDS: &[&str] = &[
    "до",
    "с",
    "по",
    "не",
    "позднее",
    "реже",
    "раз",
    "раза",
    "в",
    "квартал",
    "квартале",
    "года",
    "год",
    "2023",
    "2022/2023",
    "1",
    "15",
    "31",
    "99",
    "4294967295",
    "числа",
    "месяца",
    "следующего",
    "за",
    "отчетным",
    "март",
    "марта",
    "мая",
    "сент.",
    "I",
    "IV",
    "Q1",
    "декада",
    "неделя",
    "половина",
    "последняя",
    "пятница",
    "каждый",
    "ежемесячно",
    "ежегодно",
    "полугодие",
    "семестр",
    "учебный",
    "уч.",
    "г.",
    "конца",
    "начало",
    "постоянно",
    "по мере",
    "в соответствии с",
    "планом",
    "рабочих",
    "дней",
    "после",
    "события",
    "(",
    ")",
    ",",
    ";",
    ".",
    "-",
    "–",
    "/",
    ":",
    "и",
    "\n",
    "15.03.2023",
    "2023-03-15",
    "01.",
    "00:00:00",
    "далее",
    "не реже",
    "в течение",
    "лето",
    "29",
    "30",
    "февраля",
    "0",
];

fn sane(text: &str) -> Result<(), TestCaseError> {
    for year in [AcademicYear::starting(2022), AcademicYear::starting(1), AcademicYear::starting(9998)] {
        let Some(year) = year else { continue };
        let read = Deadline::read(text, year);
        prop_assert_eq!(&read.text, text);
        for (start, end) in
            read.parts.iter().map(|part| (part.start, part.end)).chain([(read.start, read.end)])
        {
            if let (Some(start), Some(end)) = (start, end) {
                prop_assert!(start <= end, "{}", text);
            }
        }
        if let Some(often) = read.recurrence {
            prop_assert!(often.count > 0 && often.interval > 0, "{}", text);
        }
        if read.kind == Kind::Unread {
            prop_assert_eq!(read.due(), None);
        }
        let within = year.period();
        for period in read.occurrences(within) {
            prop_assert!(period.touches(within) || read.recurrence.is_some(), "{}", text);
        }
        let _ = period::parse(text, year);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_unicode_is_survived(text in "\\PC{0,60}") {
        sane(&text)?;
    }

    #[test]
    fn cyrillic_and_figures_are_survived(text in "[а-яёА-ЯЁ0-9IVXivx .,;:()/«»\u{a0}\n–-]{0,60}") {
        sane(&text)?;
    }

    #[test]
    fn soups_of_the_grammars_own_words_are_survived(
        words in prop::collection::vec(prop::sample::select(WORDS), 0..12),
        gap in prop::sample::select(vec![" ", "", "\u{a0}", ", "]),
    ) {
        sane(&words.join(gap))?;
    }
}
