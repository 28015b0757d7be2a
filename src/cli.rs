//! The command line: clap types only. Help is worded in the message files, by the command's and the argument's name.

mod help;
mod refusal;
mod terminal;

pub use refusal::{refusal, stated_color, stated_language};
pub use terminal::{print, progress_bar};

use crate::diagnostic::{Format, Language};
use chrono::NaiveDate;
use clap::{Args, Command, CommandFactory, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The command line, as typed.
#[derive(Debug, Parser)]
#[command(name = "pisar", version, disable_help_subcommand = true)]
#[expect(
    missing_docs,
    reason = "each argument is documented in the message files, which its help is made of"
)]
pub struct Cli {
    #[command(flatten)]
    pub folders: FolderArgs,
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Lang>,
    #[arg(long, global = true, value_enum, default_value = "auto")]
    pub color: Color,
    #[command(subcommand)]
    pub command: Task,
}

#[derive(Clone, Debug, Default, Args)]
#[expect(missing_docs, reason = "documented in the message files")]
pub struct FolderArgs {
    #[arg(short = 'C', long = "directory", value_name = "DIR", global = true)]
    pub directory: Option<PathBuf>,
    #[arg(long, value_name = "DIR", global = true)]
    pub input: Option<PathBuf>,
    #[arg(long, value_name = "DIR", global = true)]
    pub templates: Option<PathBuf>,
    #[arg(long, value_name = "DIR", global = true)]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "FILE", global = true)]
    pub register: Option<PathBuf>,
    #[arg(long, value_name = "DATE", global = true)]
    pub today: Option<NaiveDate>,
}

/// The language of messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Lang {
    /// Russian.
    Ru,
    /// English.
    En,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` says otherwise.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How results are shown.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum Shape {
    /// For a person.
    #[default]
    Human,
    /// A line each.
    Short,
    /// For a program.
    Json,
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::Always,
            Color::Never => Self::Never,
        }
    }
}

impl From<Shape> for Format {
    fn from(shape: Shape) -> Self {
        match shape {
            Shape::Human => Self::Human,
            Shape::Short => Self::Short,
            Shape::Json => Self::Json,
        }
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Ru => Self::Russian,
            Lang::En => Self::English,
        }
    }
}

#[derive(Debug, Subcommand)]
#[expect(missing_docs, reason = "documented in the message files")]
pub enum Task {
    Init {
        folder: Option<PathBuf>,
    },
    Check(CheckArgs),
    List(ListArgs),
    Generate(GenerateArgs),
    Templates {
        #[command(subcommand)]
        task: TemplateTask,
    },
    Register {
        #[command(subcommand)]
        task: RegisterTask,
        #[arg(long, value_enum, default_value = "human", global = true)]
        format: Shape,
    },
    Decline(DeclineArgs),
    Spell {
        words: Vec<String>,
        #[arg(long, value_enum, default_value = "human")]
        format: Shape,
    },
    Explain {
        code: String,
    },
    Import {
        file: PathBuf,
    },
    Schedule,
    Completions {
        shell: clap_complete::Shell,
    },
    Man,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "documented in the message files")]
pub struct CheckArgs {
    #[arg(long)]
    pub mark: bool,
    #[arg(long, value_enum, default_value = "human")]
    pub format: Shape,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "documented in the message files")]
pub struct ListArgs {
    #[arg(long, value_name = "DAYS")]
    pub due: Option<u32>,
    #[arg(long, value_enum, default_value = "human")]
    pub format: Shape,
}

/// What makes PDFs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum PdfEngine {
    /// The converter that is built in.
    #[default]
    Builtin,
    /// LibreOffice.
    Soffice,
}

/// Which envelopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EnvelopeSize {
    /// 220 × 110 mm.
    #[value(name = "DL")]
    Dl,
    /// 229 × 162 mm.
    #[value(name = "C5")]
    C5,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "documented in the message files")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct GenerateArgs {
    #[arg(value_name = "KIND")]
    pub kinds: Vec<String>,
    #[arg(long = "for", value_name = "PERIOD", conflicts_with = "due")]
    pub period: Option<String>,
    #[arg(long)]
    pub due: bool,
    #[arg(long, value_name = "TEXT")]
    pub only: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub pdf: bool,
    #[arg(long, value_enum, default_value = "builtin")]
    pub pdf_engine: PdfEngine,
    #[arg(long, value_name = "PATH")]
    pub soffice: Option<PathBuf>,
    #[arg(long)]
    pub print_file: bool,
    #[arg(long)]
    pub email: bool,
    #[arg(long, value_enum, ignore_case = true, value_name = "SIZE")]
    pub envelopes: Option<EnvelopeSize>,
    #[arg(long, value_name = "LABEL", num_args = 0..=1, default_missing_value = "70x37")]
    pub labels: Option<String>,
    #[arg(long, conflicts_with_all = ["print_file", "email", "envelopes", "labels"])]
    pub proof: bool,
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
    #[arg(long, value_enum, default_value = "human")]
    pub format: Shape,
}

#[derive(Debug, Subcommand)]
#[expect(missing_docs, reason = "documented in the message files")]
pub enum TemplateTask {
    Fields {
        kind: Option<String>,
    },
    Check,
    Export {
        folder: Option<PathBuf>,
    },
    New {
        id: String,
        #[arg(long)]
        title: String,
        #[arg(long, value_name = "COLLECTION")]
        for_each: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
#[expect(missing_docs, reason = "documented in the message files")]
pub enum RegisterTask {
    List,
    Export {
        file: Option<PathBuf>,
    },
    Import {
        file: PathBuf,
    },
    Void {
        number: String,
        #[arg(long, default_value = "")]
        note: String,
    },
    Move {
        from: String,
        to: String,
    },
    Verify,
}

/// What a text to decline is.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Sort {
    /// A person's name.
    Person,
    /// A job title.
    Post,
    /// An organisation.
    Organisation,
}

/// A gender on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Sex {
    /// Masculine.
    M,
    /// Feminine.
    F,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "documented in the message files")]
pub struct DeclineArgs {
    pub text: Vec<String>,
    #[arg(long = "as", value_enum, value_name = "SORT")]
    pub sort: Option<Sort>,
    #[arg(long, value_enum)]
    pub gender: Option<Sex>,
    #[arg(long, value_enum, default_value = "human")]
    pub format: Shape,
}

/// The command with its help in a language.
pub fn command(language: Language) -> Command {
    help::localise(Cli::command(), language)
}
