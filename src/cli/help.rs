//! Help in either language: clap's own words, the names of values and the lists of what is possible, out of the message files.

use crate::diagnostic::{Language, text};
use clap::{Arg, ArgAction, Command};

/// Bold and underlined, as clap has its headings.
const HEADING: (&str, &str) = ("\u{1b}[1m\u{1b}[4m", "\u{1b}[0m");

/// The command with all its help worded: `help-<command path>` for a command, `help-argument-<argument>` for an argument.
pub fn localise(command: Command, language: Language) -> Command {
    let mut command = worded(command, "pisar", language);
    if language == Language::Russian {
        // The usage lines are clap's: they exist once the command is built.
        command.build();
        command = with_usage(command, language);
    }
    command
}

fn worded(command: Command, path: &str, language: Language) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let arguments: Vec<String> =
        command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    let say = |key: &str| text(key, &[], language);
    let mut command = command.about(say(&format!("help-{path}"))).disable_help_flag(true).arg(flag(
        "help",
        'h',
        ArgAction::Help,
    ));
    if path == "pisar" {
        command = command.disable_version_flag(true).arg(flag("version", 'V', ArgAction::Version));
    }
    for name in arguments.iter().map(String::as_str).chain(["help"]) {
        command = command.mut_arg(name, |argument| argument_in(argument, language));
    }
    if path == "pisar" {
        command = command.mut_arg("version", |argument| argument_in(argument, language));
    }
    if language == Language::Russian {
        let (on, off) = HEADING;
        command = command
            .help_template(format!(
                "{{about}}\n\n{on}{}{off} {{usage}}\n\n{{all-args}}\n",
                say("help-heading-usage")
            ))
            .subcommand_help_heading(say("help-heading-commands"))
            .subcommand_value_name(say("help-value-COMMAND"));
    }
    for name in names {
        let below = format!("{path}-{name}");
        command = command.mut_subcommand(&name, |command| worded(command, &below, language));
    }
    command
}

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).short(short).long(name).action(action)
}

fn argument_in(argument: Arg, language: Language) -> Arg {
    let id = argument.get_id().as_str().replace('_', "-");
    let mut help = text(&format!("help-argument-{id}"), &[], language);
    if language == Language::English {
        return argument.help(help);
    }
    let takes_value = argument.get_action().takes_values();
    let possible: Vec<String> =
        argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if takes_value && !possible.is_empty() {
        help = format!("{help} [{}]", possible.join(", "));
    }
    if let Some(default) =
        argument.get_default_values().first().filter(|default| takes_value && !default.is_empty())
    {
        let usual = text("help-default", &[("value", &default.to_string_lossy())], language);
        help = format!("{help} {usual}");
    }
    let heading = if argument.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
    let names: Vec<String> = argument
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| {
            let key = format!("help-value-{name}");
            let worded = text(&key, &[], language);
            if worded == key { name.to_string() } else { worded }
        })
        .collect();
    let argument = argument.help(help).help_heading(text(heading, &[], language));
    if !takes_value {
        return argument;
    }
    let argument = argument.hide_possible_values(true).hide_default_value(true);
    if names.is_empty() { argument } else { argument.value_names(names) }
}

/// The usage line of each command with its «OPTIONS» worded.
fn with_usage(mut command: Command, language: Language) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let usage = usage.replace("[OPTIONS]", &format!("[{}]", text("help-value-OPTIONS", &[], language)));
    let names: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let mut command = command.override_usage(usage);
    for name in names {
        command = command.mut_subcommand(&name, |command| with_usage(command, language));
    }
    command
}
