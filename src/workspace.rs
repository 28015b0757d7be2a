//! The workspace: folders, settings, clock and environment. The only module that asks the system for either.
#![expect(clippy::disallowed_methods, reason = "the clock and the environment are read here, once")]

use crate::calendar::{AcademicYearEnd, ProductionCalendar, Transfers, Week};
use crate::catalog::{Catalog, Entry, Quorum};
use crate::diagnostic::{Code, Finding, Language};
use crate::location::Location;
use crate::output::Places;
use crate::starter;
use crate::template::Shift;
use chrono::NaiveDate;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Where everything is, as the command line says; what is absent has its usual place.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// The workspace; the current folder where absent.
    pub root: Option<PathBuf>,
    /// The spreadsheets.
    pub input: Option<PathBuf>,
    /// The catalog and the templates.
    pub templates: Option<PathBuf>,
    /// The documents.
    pub output: Option<PathBuf>,
    /// The register.
    pub register: Option<PathBuf>,
}

/// The profile of ГОСТ Р 7.0.97.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
pub enum Standard {
    /// The edition of 2016.
    #[serde(rename = "2016")]
    Of2016,
    /// The edition of 2025, in force since 18.08.2025.
    #[default]
    #[serde(rename = "2025")]
    Of2025,
}

impl Standard {
    /// The year of the edition.
    pub fn year(self) -> &'static str {
        match self {
            Self::Of2016 => "2016",
            Self::Of2025 => "2025",
        }
    }
}

/// `pisar.toml`, as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SettingsFile {
    gost: Option<Standard>,
    week: Option<u8>,
    academic_year_end: Option<String>,
    quorum: Option<String>,
    calendar: Option<PathBuf>,
    time_zone: Option<String>,
    blank: Option<BlankFile>,
}

/// `[blank]` of `pisar.toml`: millimetres.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct BlankFile {
    #[serde(default)]
    shift_x: f64,
    #[serde(default)]
    shift_y: f64,
}

/// The farthest that a blank's content is moved, millimetres: farther off is another layout.
const FARTHEST: f64 = 50.0;

/// The settings of a workspace.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The profile of the standard.
    pub standard: Standard,
    /// Working days.
    pub calendar: ProductionCalendar,
    /// The last day of the academic year.
    pub year_end: AcademicYearEnd,
    /// The quorum of the councils.
    pub quorum: Quorum,
    /// The zone of the times that the sheets give: Moscow's, unless the settings name another.
    pub zone: chrono_tz::Tz,
    /// How far what is printed on blanks, envelopes and labels is moved.
    pub blank: Shift,
}

/// A workspace.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// Its folder.
    pub root: PathBuf,
    /// The spreadsheets.
    pub input: PathBuf,
    /// The catalog and the templates.
    pub templates: PathBuf,
    /// The documents and the register.
    pub places: Places,
    /// The settings.
    pub settings: Settings,
    /// The day of the run.
    pub today: NaiveDate,
}

impl Workspace {
    /// Opens a workspace: reads its settings, fixes the day of the run (`today`, else `SOURCE_DATE_EPOCH`, else the clock).
    pub fn open(folders: Folders, today: Option<NaiveDate>) -> Result<Self, Finding> {
        let root = folders.root.unwrap_or_else(|| PathBuf::from("."));
        let place = |given: Option<PathBuf>, usual: &str| given.unwrap_or_else(|| root.join(usual));
        Ok(Self {
            input: place(folders.input, "input"),
            templates: place(folders.templates, "templates"),
            places: Places {
                register: place(folders.register, "register.sqlite"),
                output: place(folders.output, "output"),
            },
            settings: settings(&root)?,
            today: today.or_else(source_date).unwrap_or_else(|| chrono::Local::now().date_naive()),
            root,
        })
    }

    /// The catalog's text: the workspace's own, else the built-in one.
    pub fn catalog(&self) -> Result<String, Finding> {
        let path = self.templates.join("catalog.toml");
        match fs_err::read_to_string(&path) {
            Ok(text) => Ok(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(BUILT_IN_CATALOG.to_owned()),
            Err(error) => Err(unreadable("templates/catalog.toml", &error.to_string())),
        }
    }

    /// Whether a kind is as it came with the program: its entry and its template unchanged.
    pub fn is_built_in(&self, entry: &Entry) -> bool {
        let same_entry =
            Catalog::parse(BUILT_IN_CATALOG).is_ok_and(|catalog| catalog.entries.contains(entry));
        let same_template = entry.template.as_deref().is_none_or(|name| {
            let own = self.template(name).ok().flatten();
            own.is_some() && own == starter::built_in(name).ok().flatten()
        });
        same_entry && same_template
    }

    /// A template's bytes by its file name: the workspace's own, else the built-in one; `None` where neither has it.
    pub fn template(&self, name: &str) -> Result<Option<Vec<u8>>, Finding> {
        // A name with a folder in it is none of a template: nothing outside the folder is read.
        if Path::new(name).file_name().is_none_or(|file| file != name) {
            return Ok(None);
        }
        match fs_err::read(self.templates.join(name)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                starter::built_in(name).map_err(|error| unreadable(name, &error.to_string()))
            }
            Err(error) => Err(unreadable(name, &error.to_string())),
        }
    }
}

/// The built-in catalog.
pub const BUILT_IN_CATALOG: &str = include_str!("../templates/catalog.toml");

fn settings(root: &Path) -> Result<Settings, Finding> {
    let file = match fs_err::read_to_string(root.join("pisar.toml")) {
        Ok(text) => toml::from_str(&text).map_err(|error| wrong(&error.to_string()))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => SettingsFile::default(),
        Err(error) => return Err(wrong(&error.to_string())),
    };
    let week = match file.week {
        None | Some(5) => Week::Five,
        Some(6) => Week::Six,
        Some(other) => return Err(wrong(&format!("week = {other}"))),
    };
    let quorum = match file.quorum.as_deref() {
        None | Some("more than 1/2") => Quorum::MoreThanHalf,
        Some("1/2") => Quorum::Half,
        Some("2/3") => Quorum::TwoThirds,
        Some(other) => return Err(wrong(&format!("quorum = \"{other}\""))),
    };
    let transfers = match file.calendar {
        None => Transfers::default(),
        Some(path) => {
            let text = fs_err::read_to_string(root.join(path)).map_err(|error| wrong(&error.to_string()))?;
            Transfers::read(&text).map_err(|error| wrong(&error.to_string()))?
        }
    };
    let year_end = match file.academic_year_end.as_deref() {
        None => AcademicYearEnd::default(),
        Some(text) => text.parse().map_err(|()| wrong(&format!("academic-year-end = \"{text}\"")))?,
    };
    let zone = match file.time_zone.as_deref() {
        None => chrono_tz::Europe::Moscow,
        Some(name) => name.parse().map_err(|_| wrong(&format!("time-zone = \"{name}\"")))?,
    };
    let blank = file.blank.unwrap_or_default();
    if let Some(far) =
        [blank.shift_x, blank.shift_y].into_iter().find(|by| !(-FARTHEST..=FARTHEST).contains(by))
    {
        return Err(wrong(&format!("[blank] {far}: от -{FARTHEST} до {FARTHEST} мм")));
    }
    Ok(Settings {
        standard: file.gost.unwrap_or_default(),
        calendar: ProductionCalendar::new(week, transfers),
        year_end,
        quorum,
        zone,
        blank: Shift::millimetres(blank.shift_x, blank.shift_y),
    })
}

fn wrong(reason: &str) -> Finding {
    Finding::new(Code::SettingsWrong, Location::File("pisar.toml".into()))
        .with("reason", reason.trim().replace('\n', " "))
}

fn unreadable(name: &str, reason: &str) -> Finding {
    Finding::new(Code::CatalogUnreadable, Location::File(name.into())).with("reason", reason)
}

/// The day that `SOURCE_DATE_EPOCH` (seconds since 1970) names.
fn source_date() -> Option<NaiveDate> {
    let seconds: i64 = std::env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()?;
    chrono::DateTime::from_timestamp(seconds, 0).map(|moment| moment.date_naive())
}

/// The language of messages that the system's locale asks for: Russian unless it names another language.
pub fn system_language() -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match locale.as_deref() {
        Some(locale) if locale.to_lowercase().starts_with("en") => Language::English,
        _ => Language::Russian,
    }
}

/// The folders that the system looks for programs in.
pub fn search_path() -> Option<std::ffi::OsString> {
    std::env::var_os("PATH")
}
