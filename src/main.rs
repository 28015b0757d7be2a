//! The `pisar` program: parse, run, print, exit.

use clap::{FromArgMatches, error::ErrorKind};
use indicatif::{ProgressBar, ProgressStyle};
use pisar::cli::{Cli, command};
use pisar::{commands, diagnostic::Language, workspace};
use std::io::{IsTerminal as _, Write as _};
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
    let language = workspace::system_language();
    let parsed = command(language).try_get_matches().and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            let _ = error.print();
            return ExitCode::from(if is_help { 0 } else { 2 });
        }
    };
    let language = cli.lang.map_or(language, Language::from);
    let bar = ProgressBar::hidden();
    if std::io::stderr().is_terminal() {
        bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
    }
    bar.set_style(
        ProgressStyle::with_template("{bar:40} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    let progress = |done: usize, total: usize| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    };
    let said = commands::run(cli, language, &mut std::io::stdin().lock(), &progress);
    bar.finish_and_clear();
    let printed =
        std::io::stdout().lock().write_all(said.out.as_bytes()).and_then(|()| std::io::stdout().flush());
    let _ = std::io::stderr().lock().write_all(said.err.as_bytes());
    match printed {
        Err(error) if said.status == 0 => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::from(2)
        }
        _ => ExitCode::from(said.status),
    }
}
