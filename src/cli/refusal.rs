//! What is wrong with a command line, in the reader's language: clap says it in English only.

use super::{Color, Lang};
use crate::diagnostic::{Language, text};
use clap::error::{ContextKind, ErrorKind};
use clap::{Error, ValueEnum};
use std::ffi::OsString;

/// The language that `--lang` asks for, wherever it stands: an error elsewhere in the line must not silence it.
pub fn stated_language(arguments: &[OsString]) -> Option<Language> {
    stated::<Lang>(arguments, "--lang").map(Language::from)
}

/// The colour that `--color` asks for, likewise.
pub fn stated_color(arguments: &[OsString]) -> Option<Color> {
    stated(arguments, "--color")
}

/// The value of an option in a line that need not parse.
fn stated<T: ValueEnum>(arguments: &[OsString], name: &str) -> Option<T> {
    let mut is_next = false;
    for argument in
        arguments.iter().map(|argument| argument.to_string_lossy()).take_while(|text| text != "--")
    {
        let after = argument.strip_prefix(name);
        let value = if is_next { Some(&*argument) } else { after.and_then(|rest| rest.strip_prefix('=')) };
        if let Some(Ok(value)) = value.map(|value| T::from_str(value, false)) {
            return Some(value);
        }
        is_next = after == Some("");
    }
    None
}

/// The error as text for standard error; clap's own words in English.
pub fn refusal(error: &Error, language: Language) -> String {
    if language == Language::English {
        return error.render().ansi().to_string();
    }
    let of = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let key = match error.kind() {
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => "usage-value-missing",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-value-wrong",
        ErrorKind::UnknownArgument => "usage-argument-unknown",
        ErrorKind::InvalidSubcommand => "usage-command-unknown",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "usage-command-missing"
        }
        ErrorKind::MissingRequiredArgument => "usage-argument-missing",
        ErrorKind::ArgumentConflict if of(ContextKind::PriorArg) == of(ContextKind::InvalidArg) => {
            "usage-argument-twice"
        }
        ErrorKind::ArgumentConflict => "usage-argument-conflict",
        ErrorKind::TooManyValues => "usage-values-many",
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            "usage-value-missing"
        }
        ErrorKind::InvalidUtf8 => "usage-not-text",
        _ => return error.render().ansi().to_string(),
    };
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let (command, prior) = (of(ContextKind::InvalidSubcommand), of(ContextKind::PriorArg));
    let say = |key: &str, named: &[(&str, &str)]| text(key, named, language);
    let said =
        say(key, &[("argument", &argument), ("value", &value), ("command", &command), ("prior", &prior)]);
    let mut lines = vec![format!("\u{1b}[1m\u{1b}[31m{}\u{1b}[0m {said}", say("usage-error", &[]))];
    for (kind, key) in [
        (ContextKind::SuggestedArg, "usage-perhaps"),
        (ContextKind::SuggestedSubcommand, "usage-perhaps"),
        (ContextKind::SuggestedValue, "usage-perhaps"),
        (ContextKind::ValidValue, "usage-possible"),
        (ContextKind::ValidSubcommand, "usage-possible"),
    ] {
        let names = of(kind);
        if !names.is_empty() {
            lines.push(format!("  {}", say(key, &[("names", &names)])));
        }
    }
    let usage = of(ContextKind::Usage);
    let usage = usage.trim_start_matches("Usage:").trim();
    if !usage.is_empty() {
        lines.push(format!("\n{} {usage}", say("help-heading-usage", &[])));
    }
    lines.push(format!("\n{}\n", say("usage-more", &[])));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_and_colour_are_found_wherever_they_stand() {
        let line = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(stated_language(&line("pisar check --lang en")), Some(Language::English));
        assert_eq!(stated_language(&line("pisar --nonsense --lang=ru check")), Some(Language::Russian));
        assert_eq!(stated_language(&line("pisar --lang fr check")), None);
        assert_eq!(stated_language(&line("pisar decline -- --lang en")), None);
        assert_eq!(stated_color(&line("pisar --color never --oops")), Some(Color::Never));
    }
}
