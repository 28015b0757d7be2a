//! Publishes N made-up letters into a workspace through `output` and `register` alone: the command that the fault scripts
//! torture, and the measure of what publishing itself costs.
//!
//! `publish_demo ROOT [N] [BYTES] [JOBS]`

use pisar::diagnostic::{Language, message};
use pisar::output::{Interrupt, Places, Planned, PublishError, Session, Staging};
use pisar::register::{Claim, SafePath, Series, hash};
use rayon::prelude::*;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number =
        |place: usize, default| arguments.get(place).and_then(|text| text.parse().ok()).unwrap_or(default);
    let Some(root) = arguments.first() else { return ExitCode::from(2) };
    if rayon::ThreadPoolBuilder::new().num_threads(number(3, 1)).build_global().is_err() {
        return ExitCode::from(2);
    }
    match run(Path::new(root), number(1, 3), number(2, 20_000)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{}", message(&error.finding(), Language::Russian));
            ExitCode::from(error.exit_status())
        }
    }
}

fn run(root: &Path, count: usize, bytes: usize) -> Result<(), PublishError> {
    let failed =
        |error: std::io::Error| PublishError::Failed { path: root.into(), reason: error.to_string() };
    let interrupt = Interrupt::listen().map_err(failed)?;
    let date = "2023-05-19".parse().unwrap_or_default();
    let names: Vec<String> = (1..=count).map(|n| format!("Сотрудник № {n}")).collect();
    let paths: Vec<SafePath> = names.iter().map(|name| SafePath::new(&["Письма", name], "docx")).collect();
    let series =
        Series { name: "Исходящие", period: "2023", format: "№ 01-12/{номер}", from: 1 };
    let claims: Vec<Claim<'_>> = names
        .iter()
        .zip(&paths)
        .map(|(name, path)| Claim {
            kind: "thanks",
            key: name,
            title: "Благодарственное письмо",
            recipient: name,
            date,
            series: Some(series),
            path,
            input: hash(name.as_bytes()),
            template: [0; 32],
        })
        .collect();
    let places = Places { register: root.join("register.sqlite"), output: root.join("output") };
    let mut session = Session::open(&places, interrupt)?;
    let mut batch = session.plan(&claims, false)?;
    let to_render = batch.iter().filter(|planned| planned.needs_rendering).count();
    let staging = (to_render > 0).then(|| session.stage(to_render)).transpose()?;
    let body = vec![b'x'; bytes];
    let render = |staging: &Staging, number: &str| {
        let mut document = format!("%DOC%{number}").into_bytes();
        document.extend_from_slice(&body);
        staging.stage(&document)
    };
    let stage = |planned: &mut Planned<'_>| {
        let number = planned.number.as_ref().map_or("", |number| &number.text);
        let staging = staging.as_ref().filter(|_| planned.needs_rendering);
        planned.staged = staging.map(|staging| render(staging, number)).transpose()?;
        Ok::<_, PublishError>(())
    };
    batch.par_iter_mut().try_for_each(stage)?;
    let report = session.publish(staging, batch, date)?;
    let made = report.documents.iter().filter(|document| document.outcome.name() == "new").count();
    writeln!(std::io::stdout(), "{made} of {count}").map_err(failed)
}
