//! The commands: one file each. A command returns what to print and the exit status; it never prints and never exits.

mod check;
mod decline;
mod explain;
mod generate;
mod import;
mod init;
mod list;
mod register;
mod register_move;
mod schedule;
mod shell;
mod spell;
mod templates;

use crate::catalog::Catalog;
use crate::cli::{Cli, FolderArgs, Task};
use crate::diagnostic::{Finding, Language};
use crate::input::child;
use crate::output::PublishError;
use crate::render::pdf;
use crate::workspace::{Folders, Workspace};

/// What a command has to say.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub err: String,
    /// The exit status, as DESIGN §3 lists them.
    pub status: u8,
}

impl Said {
    /// A result.
    pub fn result(out: impl Into<String>) -> Self {
        Self { out: out.into(), ..Self::default() }
    }

    /// What kept the command from running: status 2.
    pub fn refusal(findings: &[Finding], language: Language) -> Self {
        Self {
            err: crate::diagnostic::render(findings, crate::diagnostic::Format::Human, language),
            status: 2,
            ..Self::default()
        }
    }
}

/// Is told how many documents are ready, of how many.
pub type Progress<'p> = &'p (dyn Fn(usize, usize) + Sync);

/// Serves as a child process where the first argument is a sub-command that no help names: the reader of old workbooks, the
/// converter to PDF. Either dies alone of a file that is too much for it.
pub fn serve(first: Option<std::ffi::OsString>) -> Option<std::io::Result<()>> {
    let (mut input, mut output) = (std::io::stdin(), std::io::stdout());
    match first?.to_str()? {
        child::SUB_COMMAND => Some(child::serve(&mut input, &mut output)),
        pdf::SUB_COMMAND => Some(pdf::serve(&mut input.lock(), &mut output.lock())),
        _ => None,
    }
}

/// Runs the command.
pub fn run(
    cli: Cli,
    language: Language,
    standard_input: &mut dyn std::io::BufRead,
    progress: Progress<'_>,
) -> Said {
    match cli.command {
        Task::Init { folder } => init::run(&cli.folders, folder, language),
        Task::Check(args) => {
            with_workspace(cli.folders, language, |workspace| check::run(workspace, &args, language))
        }
        Task::List(args) => {
            with_workspace(cli.folders, language, |workspace| list::run(workspace, &args, language))
        }
        Task::Generate(args) => with_workspace(cli.folders, language, |workspace| {
            generate::run(workspace, &args, language, progress)
        }),
        Task::Templates { task } => {
            with_workspace(cli.folders, language, |workspace| templates::run(workspace, &task, language))
        }
        Task::Register { task, format } => with_workspace(cli.folders, language, |workspace| {
            register::run(workspace, &task, format, language)
        }),
        Task::Decline(args) => decline::run(&args, standard_input),
        Task::Spell { words, format } => spell::run(&words, format, language, standard_input),
        Task::Explain { code } => explain::run(&code, language),
        Task::Import { file } => {
            with_workspace(cli.folders, language, |workspace| import::run(workspace, &file, language))
        }
        Task::Schedule => {
            with_workspace(cli.folders, language, |workspace| schedule::run(workspace, language))
        }
        Task::Completions { shell } => shell::completions(shell, language),
        Task::Man => shell::manual(language),
    }
}

fn with_workspace(folders: FolderArgs, language: Language, run: impl FnOnce(&Workspace) -> Said) -> Said {
    let today = folders.today;
    let folders = Folders {
        root: folders.directory,
        input: folders.input,
        templates: folders.templates,
        output: folders.output,
        register: folders.register,
    };
    match Workspace::open(folders, today) {
        Ok(workspace) => run(&workspace),
        Err(finding) => Said::refusal(&[finding], language),
    }
}

/// The catalog of a workspace; else what to say.
fn catalog(workspace: &Workspace, language: Language) -> Result<Catalog, Said> {
    let text = workspace.catalog().map_err(|finding| Said::refusal(&[finding], language))?;
    Catalog::parse(&text).map_err(|findings| Said::refusal(&findings, language))
}

/// Why nothing was published, with what to do, and the exit status that it asks for.
fn failure(error: &PublishError, language: Language) -> Said {
    Said { status: error.exit_status(), ..Said::refusal(&[error.finding()], language) }
}
