//! `pisar decline`: all cases of a name, a post or an organisation.

use super::Said;
use crate::cli::{DeclineArgs, Sex, Shape, Sort};
use crate::russian::person::{GenderReading, PersonName};
use crate::russian::{Case, Gender, Inflected, organisation, post};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::io::BufRead;

pub(super) fn run(args: &DeclineArgs, standard_input: &mut dyn BufRead) -> Said {
    let stated = args.gender.map(|sex| match sex {
        Sex::M => Gender::Masculine,
        Sex::F => Gender::Feminine,
    });
    let mut out = String::new();
    if args.text.is_empty() {
        let mut line = String::new();
        loop {
            line.clear();
            match standard_input.read_line(&mut line) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => return Said { out, err: format!("{error}\n"), status: 2 },
            }
            let line = line.trim_end_matches(['\n', '\r']);
            let (text, gender) = match line.rsplit_once('\t') {
                Some((text, "m" | "м")) => (text, Some(Gender::Masculine)),
                Some((text, "f" | "ж")) => (text, Some(Gender::Feminine)),
                Some((text, "")) => (text, stated),
                _ => (line, stated),
            };
            if !text.trim().is_empty() {
                write(&mut out, text, args, gender);
            }
        }
    } else {
        for text in &args.text {
            write(&mut out, text, args, stated);
        }
    }
    Said::result(out)
}

fn write(out: &mut String, text: &str, args: &DeclineArgs, stated: Option<Gender>) {
    let sort = args.sort.unwrap_or_else(|| guess(text));
    let person = PersonName::read(text);
    let gender = match sort {
        Sort::Person => stated.or_else(|| match person.gender() {
            GenderReading::Known(gender) => Some(gender),
            GenderReading::Conflict | GenderReading::Unknown => None,
        }),
        Sort::Post | Sort::Organisation => None,
    };
    let all = match sort {
        Sort::Person => person.decline_all(gender),
        Sort::Post => post::decline_all(text),
        Sort::Organisation => organisation::decline_all(text),
    };
    let forms: Vec<(Case, Inflected)> = Case::ALL.into_iter().zip(all).collect();
    let is_confident = forms.iter().all(|(_, form)| form.is_certain());
    if matches!(args.format, Shape::Json) {
        let named: Map<String, Value> = forms
            .iter()
            .map(|(case, form)| (case.english().to_owned(), Value::from(form.text.as_str())))
            .collect();
        let kind = match sort {
            Sort::Person => "person",
            Sort::Post => "post",
            Sort::Organisation => "organisation",
        };
        let gender = gender.map(|gender| if gender == Gender::Masculine { "m" } else { "f" });
        let line =
            json!({"text": text, "kind": kind, "gender": gender, "confident": is_confident, "forms": named});
        let _ = writeln!(out, "{line}");
    } else if matches!(args.format, Shape::Short) {
        let joined: Vec<&str> = forms.iter().map(|(_, form)| form.text.as_str()).collect();
        let _ = writeln!(out, "{}", joined.join("\t"));
    } else {
        for (case, form) in &forms {
            let doubt = if form.is_certain() { "" } else { "  ?" };
            let _ = writeln!(out, "{:13} {}{doubt}", case.russian(), form.text);
        }
    }
}

/// What a text is where the command line does not say: three capitalised words are a name, quotes or a legal form an organisation.
fn guess(text: &str) -> Sort {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capitalised = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let is_abbreviation = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    if text.contains(['«', '"']) {
        Sort::Organisation
    } else if (2..=4).contains(&words.len())
        && words.iter().all(is_capitalised)
        && !words.iter().take(1).any(is_abbreviation)
    {
        Sort::Person
    } else if words.first().is_some_and(is_abbreviation) {
        Sort::Organisation
    } else {
        Sort::Post
    }
}
