//! The `pisar` program: parse, run, print, exit.

use anstream::ColorChoice;
use clap::{FromArgMatches, error::ErrorKind};
use pisar::cli::{Cli, command, print, progress_bar, refusal, stated_color, stated_language};
use pisar::{commands, workspace};
use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    // A panic's own words may quote a cell: only its place is told.
    std::panic::set_hook(Box::new(|fault| {
        let place = fault.location().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(std::io::stderr(), "pisar {}: {place}", env!("CARGO_PKG_VERSION"));
    }));
    if let Some(served) = commands::serve(std::env::args_os().nth(1)) {
        return ExitCode::from(u8::from(served.is_err()));
    }
    let arguments: Vec<_> = std::env::args_os().collect();
    let language = stated_language(&arguments).unwrap_or_else(workspace::system_language);
    let color = stated_color(&arguments).map_or(ColorChoice::Auto, ColorChoice::from);
    let parsed = command(language)
        .try_get_matches_from(&arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            let _ = print(std::io::stdout(), &error.render().ansi().to_string(), color);
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            let _ = print(std::io::stderr(), &refusal(&error, language), color);
            return ExitCode::from(2);
        }
    };
    let bar = progress_bar();
    let progress = |done: usize, total: usize| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    };
    let said = commands::run(cli, language, &mut std::io::stdin().lock(), &progress);
    bar.finish_and_clear();
    let printed = print(std::io::stdout(), &said.out, color);
    let _ = print(std::io::stderr(), &said.err, color);
    match printed {
        Err(error) if said.status == 0 => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::from(2)
        }
        _ => ExitCode::from(said.status),
    }
}
