//! Words beside a term that say nothing of time: «отчёт до 15 января», «15 марта (среда)», «май, актовый зал».

use crate::calendar::phrase::{Cursor, Gap, Lexeme, word};

/// How far a note reaches, and whether a dash or a colon ends it: «финал – март».
pub(super) struct Note<'t> {
    /// After the note's words and its dash.
    pub rest: Cursor<'t>,
    /// After the note's words.
    pub end: Cursor<'t>,
    /// Whether a dash or a colon stands between the note and what comes next.
    pub dashed: bool,
}

/// Words that would change what a term means, or are themselves a term that was not understood.
const LOADED: &str = "не ни кроме или либо ранее раньше около перед после через до от к ко без более менее чем за раз \
    раза разу числа число числу если позднее позже далее затем между спустя накануне день дня дней \
    дни дням лет г гг год мес кв нед сутки суток час часа часов полгода завтра сегодня вчера скоро \
    потом пока начало начала начале конец конца конце середина середине примерно возможно никогда \
    нет вместо отмена отменено отменен перенесено по с в и а на";

/// Beginnings of such words.
const LOADED_STEMS: &str = "исключ год месяц недел квартал полугод семестр триместр четверт декад кажд ежедн ежен ежем ежек \
    ежег ежес период перенос отмен следующ предыдущ прошл текущ срок половин каникул кварт зим летн \
    летом весен весн осен январ феврал апрел август сентяб октяб нояб декаб";

/// Reads words up to a mark, a line, or what the caller recognises; `None` where a word is loaded.
pub(super) fn note<'t>(start: Cursor<'t>, known: impl Fn(Cursor<'t>) -> bool) -> Option<Note<'t>> {
    let mut place = start;
    let mut last = "";
    while let Some((token, rest)) = place.next() {
        let first = place.left() == start.left();
        if !first && (token.gap == Gap::Line || known(place)) {
            break;
        }
        match &token.lexeme {
            Lexeme::Word(text) => {
                let stem = LOADED_STEMS.split(' ').any(|stem| text.starts_with(stem));
                let time = word::month(text).is_some();
                // A preposition inside a note is harmless; at its edges it would belong to a term.
                let preposition = matches!(text.as_str(), "по" | "с" | "в" | "и" | "а" | "на") && !first;
                // «День отрасли» is a name.
                let named = text == "день" && token.capital && rest.word().is_some();
                if named {
                    last = text;
                    place = rest;
                    continue;
                }
                if time || stem || (LOADED.split(' ').any(|loaded| loaded == text) && !preposition) {
                    return None;
                }
                last = text;
            }
            // «приложение 1», «ауд. 305»
            Lexeme::Number { .. } if numbering(start.until(place)) => last = "№",
            // «1 этап», «II тур»
            Lexeme::Number { .. } | Lexeme::Roman(_) => {
                rest.stem(&["этап", "тур", "част", "модул", "раздел", "групп", "курс", "смен", "поток"])?;
            }
            Lexeme::Mark('-') if token.gap == Gap::None && !rest.is_end() && rest.gap() == Gap::None => {}
            Lexeme::Mark('-' | ':') => {
                return finished(last).then_some(Note { rest, end: place, dashed: true });
            }
            Lexeme::Mark('.') if rest.gap() == Gap::None || last.chars().count() <= 3 => {}
            Lexeme::Mark('№') => {}
            Lexeme::Mark(_) => break,
        }
        place = rest;
    }
    (place.left() < start.left() && finished(last)).then_some(Note { rest: place, end: place, dashed: false })
}

/// Whether a number after these words is only a number of something: «приложение № », «каб. ».
fn numbering(words: Cursor<'_>) -> bool {
    let mut back = words.tokens().iter().rev().map(|token| &token.lexeme);
    match back.find(|lexeme| !matches!(lexeme, Lexeme::Mark('.' | '№'))) {
        Some(Lexeme::Word(word)) => {
            ["приложени", "прил", "ауд", "каб", "пункт", "корпус"].iter().any(|stem| word.starts_with(stem))
                || word == "п"
        }
        _ => false,
    }
}

/// Whether a note may end with the word: not with a preposition.
fn finished(last: &str) -> bool {
    !last.is_empty() && !matches!(last, "по" | "с" | "в" | "и" | "а" | "на" | "о" | "об" | "для" | "у" | "из")
}
