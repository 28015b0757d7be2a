//! Texts as they are compared: without case, kinds of space and hyphen, dots, ё, and Latin letters that look Russian.

use crate::russian::look_alike::folded;

/// A heading, a sheet's name or a word of a list, folded for comparison.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '.' | '/' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {
                if out.ends_with(' ') {
                    out.pop();
                }
                out.push('-');
            }
            '#' | '№' => {
                space(&mut out);
                out.push_str("№ ");
            }
            letter if letter.is_alphanumeric() => out.extend(letter.to_lowercase().map(folded)),
            _ => space(&mut out),
        }
    }
    join(out.trim_end_matches([' ', '-']))
}

fn space(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '-']) {
        out.push(' ');
    }
}

/// Words joined again: single letters («Ф. И. О.») into one word, a lone «N» and «No» into «№».
fn join(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut single = false;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let word = if matches!(word, "n" | "nо" | "№№") { "№" } else { word };
        let is_single = word.chars().count() == 1 && word != "№" && word.chars().all(char::is_alphabetic);
        if !(out.is_empty() || single && is_single || word == "№" && out.ends_with('№')) {
            out.push(' ');
        }
        if !(word == "№" && out.ends_with('№')) {
            out.push_str(word);
        }
        single = is_single;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn spellings_of_one_heading_fold_into_one() {
        for (one, other) in [
            ("№ п/п", "№п.п."),
            ("№ п/п", "N п/п"),
            ("№", "№№"),
            ("ФИО", "Ф. И. О."),
            ("ФИО", "ф.и.о."),
            ("Срок\u{a0} исполнения.", "срок исполнения"),
            ("Отчёт", "отчет"),
            ("Кол-во", "Кол–во"),
            ("E-mail", "Е-mail"),
            ("Срок", "Cpoк"),
            ("Руководитель (ФИО)", "Руководитель, ФИО"),
            ("Ожидаемый\nрезультат", "Ожидаемый результат "),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
        assert_ne!(fold("Имя"), fold("Фамилия"));
    }
}
