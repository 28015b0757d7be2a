//! Deadlines read as their tables say.

use std::path::Path;

use super::*;

fn year() -> AcademicYear {
    AcademicYear::starting(2022).unwrap()
}

/// A reading in one line: kind, start, end, recurrence, rule, parts.
fn reading(deadline: &Deadline) -> [String; 6] {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let recurrence = deadline.recurrence.map(|often| {
        format!("{}:{}:{}", often.unit.name(), often.count, if often.at_least { "yes" } else { "" })
    });
    let span = |part: &Part| format!("{}/{}", day(part.start), day(part.end));
    [
        deadline.kind.name().to_owned(),
        day(deadline.start),
        day(deadline.end),
        recurrence.unwrap_or_default(),
        deadline.due_rule.as_ref().map(ToString::to_string).unwrap_or_default(),
        deadline.parts.iter().map(span).collect::<Vec<_>>().join(";"),
    ]
}

#[test]
fn the_sample_of_real_phrases_is_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = ["../shared/russian", "../../shared/russian"]
        .iter()
        .map(|folder| root.join(folder).join("dev_deadlines.tsv"))
        .find(|file| file.exists());
    let Some(file) = file else {
        println!("skipped: no shared/russian/dev_deadlines.tsv beside the repository");
        return;
    };
    let table = std::fs::read_to_string(file).unwrap();
    let mut wrong = Vec::new();
    for line in table.lines().skip(1) {
        let cell: Vec<&str> = line.split('\t').collect();
        let recurrence =
            if cell[5].is_empty() { String::new() } else { format!("{}:{}:{}", cell[5], cell[6], cell[7]) };
        let expected =
            [cell[2], cell[3], cell[4], recurrence.as_str(), cell[8], cell[9]].map(str::to_owned);
        let read = Deadline::read(cell[1], year());
        if reading(&read) != expected {
            wrong.push(format!("{} {}\n  read {:?}\n  want {expected:?}", cell[0], cell[1], reading(&read)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
