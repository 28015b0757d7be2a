//! Tables that were written before the rules were tried on them: people, posts, organisations, questions; all invented.
#![allow(clippy::expect_used, clippy::print_stderr, reason = "a test fails loudly and says its figures")]

use pisar::russian::{Case, Gender, Inflected, PersonName, organisation, post, question};

/// What a table must come to, in per cent of its rows.
struct Thresholds {
    right_at_least: f64,
    flagged_at_most: f64,
}

/// ё as е, NBSP as a space.
fn folded(text: &str) -> String {
    text.replace('ё', "е").replace('Ё', "Е").replace('\u{a0}', " ")
}

/// Measures a table whose nominative stands in column `from` and whose oblique forms follow it.
fn measure(
    name: &str,
    table: &str,
    from: usize,
    thresholds: &Thresholds,
    forms: impl Fn(&[&str]) -> Vec<Inflected>,
) {
    let (mut count, mut flagged, mut wrong, mut unflagged) = (0_u32, 0_u32, Vec::new(), Vec::new());
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let got = forms(&cells);
        let expected = cells.get(from + 1..).expect("oblique forms");
        assert_eq!(expected.len(), got.len(), "{line}");
        let certain = got.iter().all(Inflected::is_certain);
        count += 1;
        flagged += u32::from(!certain);
        let miss = got.iter().zip(expected).find(|(form, accepted)| {
            !accepted.split('|').any(|variant| folded(variant) == folded(&form.text))
        });
        if let Some((form, accepted)) = miss {
            wrong.push(format!("{} — {accepted}", form.text));
            if certain {
                unflagged.push(format!("{} — {accepted}", form.text));
            }
        }
    }
    let right = 100.0 - 100.0 * f64::from(u32::try_from(wrong.len()).expect("a count")) / f64::from(count);
    let doubt = 100.0 * f64::from(flagged) / f64::from(count);
    eprintln!("{name}: {count} rows, right {right:.2} %, flagged {doubt:.2} %, wrong {wrong:#?}");
    assert_eq!(unflagged, Vec::<String>::new(), "{name}: wrong and not flagged");
    assert!(right >= thresholds.right_at_least, "{name}: right {right:.2} %");
    assert!(doubt <= thresholds.flagged_at_most, "{name}: flagged {doubt:.2} %");
}

fn people(name: &str, table: &str) {
    measure(name, table, 2, &Thresholds { right_at_least: 99.0, flagged_at_most: 5.0 }, |cells| {
        let gender = if cells.get(1) == Some(&"m") { Gender::Masculine } else { Gender::Feminine };
        let person = PersonName::read(cells.get(2).expect("a name"));
        Case::OBLIQUE.iter().map(|case| person.decline(*case, Some(gender))).collect()
    });
}

fn posts(name: &str, table: &str) {
    measure(name, table, 0, &Thresholds { right_at_least: 98.0, flagged_at_most: 5.0 }, |cells| {
        post::decline_all(cells.first().expect("a post")).into_iter().skip(1).collect()
    });
}

fn organisations(name: &str, table: &str) {
    measure(name, table, 0, &Thresholds { right_at_least: 98.0, flagged_at_most: 5.0 }, |cells| {
        organisation::decline_all(cells.first().expect("an organisation")).into_iter().skip(1).collect()
    });
}

fn questions(name: &str, table: &str) {
    measure(name, table, 0, &Thresholds { right_at_least: 98.0, flagged_at_most: 5.0 }, |cells| {
        vec![question::agenda(cells.first().expect("a line"))]
    });
}

#[test]
fn held_out_people() {
    people("people_1", include_str!("data/russian/held_out/people_1.tsv"));
    people("people_2", include_str!("data/russian/held_out/people_2.tsv"));
    people("people_3", include_str!("data/russian/held_out/people_3.tsv"));
    people("people_4", include_str!("data/russian/held_out/people_4.tsv"));
    people("people_5", include_str!("data/russian/held_out/people_5.tsv"));
    people("people_6", include_str!("data/russian/held_out/people_6.tsv"));
    people("people_7", include_str!("data/russian/held_out/people_7.tsv"));
    people("people_8", include_str!("data/russian/held_out/people_8.tsv"));
}

#[test]
fn held_out_posts() {
    posts("posts_1", include_str!("data/russian/held_out/posts_1.tsv"));
    posts("posts_2", include_str!("data/russian/held_out/posts_2.tsv"));
    posts("posts_3", include_str!("data/russian/held_out/posts_3.tsv"));
    posts("posts_4", include_str!("data/russian/held_out/posts_4.tsv"));
    posts("posts_5", include_str!("data/russian/held_out/posts_5.tsv"));
    posts("posts_6", include_str!("data/russian/held_out/posts_6.tsv"));
    posts("posts_7", include_str!("data/russian/held_out/posts_7.tsv"));
    posts("posts_8", include_str!("data/russian/held_out/posts_8.tsv"));
}

#[test]
fn held_out_organisations() {
    organisations("organisations_1", include_str!("data/russian/held_out/organisations_1.tsv"));
    organisations("organisations_2", include_str!("data/russian/held_out/organisations_2.tsv"));
    organisations("organisations_3", include_str!("data/russian/held_out/organisations_3.tsv"));
    organisations("organisations_4", include_str!("data/russian/held_out/organisations_4.tsv"));
    organisations("organisations_5", include_str!("data/russian/held_out/organisations_5.tsv"));
    organisations("organisations_6", include_str!("data/russian/held_out/organisations_6.tsv"));
}

#[test]
fn held_out_questions() {
    questions("questions_1", include_str!("data/russian/held_out/questions_1.tsv"));
    questions("questions_2", include_str!("data/russian/held_out/questions_2.tsv"));
    questions("questions_3", include_str!("data/russian/held_out/questions_3.tsv"));
    questions("questions_4", include_str!("data/russian/held_out/questions_4.tsv"));
    questions("questions_5", include_str!("data/russian/held_out/questions_5.tsv"));
    questions("questions_6", include_str!("data/russian/held_out/questions_6.tsv"));
}
