//! Questions of an agenda out of the plan's lines: «Проведение экспертизы …» → «О проведении экспертизы …».

use super::phrase::letters::fold;
use super::phrase::lexicon;
use super::phrase::token::Token;
use super::phrase::{Domain, Reader};
use super::{Case, Grade, Inflected, typography};

/// The line as a question: «О» or «Об» and the doing in the prepositional; what is no doing is «О мероприятии «…»».
/// A line that is a question already stays. Each sentence of the line is a question of its own, after a semicolon.
pub fn agenda(text: &str) -> Inflected {
    let mut questions = Vec::new();
    let mut grade = Grade::Certain;
    for sentence in sentences(text) {
        let question = one(sentence);
        grade = grade.max(question.grade);
        let first = questions.is_empty();
        questions.push(if first { question.text } else { lower_first(&question.text) });
    }
    Inflected { text: questions.join("; "), grade }
}

fn one(sentence: &str) -> Inflected {
    if ["о ", "об ", "обо "].iter().any(|start| fold(sentence).starts_with(start)) {
        return Inflected::certain(sentence);
    }
    let analysis = Reader::read(sentence, Domain::Question);
    let first = analysis.tokens.iter().find_map(Token::word).unwrap_or_default();
    if !analysis.headed {
        let quoted = typography::quotes(&format!("«{sentence}»"));
        return Inflected::certain(format!("О мероприятии {quoted}"));
    }
    let declined = analysis.decline(Case::Prepositional);
    let preposition = preposition(first);
    Inflected { text: format!("{preposition} {}", lower_first(&declined.text)), grade: declined.grade }
}

/// «Об» before the vowels а, э, и, о, у (Розенталь).
fn preposition(word: &str) -> &'static str {
    match fold(word).chars().next() {
        Some('а' | 'э' | 'и' | 'о' | 'у') => "Об",
        _ => "О",
    }
}

/// The first letter small, unless the word is an abbreviation or a name.
fn lower_first(text: &str) -> String {
    let first = text.split_whitespace().next().unwrap_or_default();
    let rest_is_small =
        first.chars().skip(1).any(char::is_lowercase) || first.chars().count() == 1 || fold(first) == "об";
    let mut letters = text.chars();
    match letters.next() {
        Some(letter) if rest_is_small => letter.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// The sentences of a line, without their full stops; a stop ends one where a doing with a capital follows.
fn sentences(text: &str) -> Vec<&str> {
    let text = text.trim().trim_end_matches(['.', ';', ' ']);
    let mut found = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|tail| tail.find(". ")).map(|at| at + from) {
        let (before, after) = rest.split_at(at);
        let after = after.trim_start_matches(['.', ' ']);
        let next = after.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        if next.chars().next().is_some_and(char::is_uppercase) && lexicon::is_doing(next) {
            found.push(before);
            rest = after;
            from = 0;
        } else {
            from = at + 2;
        }
    }
    found.push(rest);
    found
}

#[cfg(test)]
mod tests {
    use super::agenda;

    #[test]
    fn doings_are_put_in_the_prepositional() {
        for (line, question) in [
            (
                "Проведение экспертизы образовательных программ, в том числе в формате экспертных сессий",
                "О проведении экспертизы образовательных программ, в том числе в формате экспертных сессий",
            ),
            (
                "Организация и проведение отраслевого чемпионата (как вариант – профессиональные игры)",
                "Об организации и проведении отраслевого чемпионата (как вариант – профессиональные игры)",
            ),
            (
                "Сбор информации по базам практик, формирование единой базы практик в кластере, анализ корреляции данных практического обучения, наставничества и трудоустройства",
                "О сборе информации по базам практик, формировании единой базы практик в кластере, анализе корреляции данных практического обучения, наставничества и трудоустройства",
            ),
            (
                "Организация чествования лучших наставников от производства в рамках Дня отрасли.",
                "Об организации чествования лучших наставников от производства в рамках Дня отрасли",
            ),
            (
                "Разработка и реализация Медиаплана по сопровождению деятельности Кластера: подготовка публикаций на сайте ТЭПК, в печатных СМИ. Размещение новостей",
                "О разработке и реализации Медиаплана по сопровождению деятельности Кластера: подготовке публикаций на сайте ТЭПК, в печатных СМИ; о размещении новостей",
            ),
            ("Информационное сопровождение деятельности", "Об информационном сопровождении деятельности"),
            ("День открытых дверей", "О мероприятии «День открытых дверей»"),
            ("Конкурс «Лучший проект»", "О мероприятии «Конкурс „Лучший проект“»"),
        ] {
            assert_eq!(agenda(line).text, question);
        }
    }
}
