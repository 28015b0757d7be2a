//! The program's face: its words in both languages, and its colours.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use assert_cmd::Command;

/// Exit status, standard output and standard error of a run in the repository's own workspace, with these variables set.
fn run(arguments: &[&str], variables: &[(&str, &str)]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_pisar"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("NO_COLOR")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn refused(arguments: &[&str]) -> String {
    let (status, out, err) = run(arguments, &[]);
    assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
    err
}

#[test]
fn errors_of_the_command_line_are_worded_in_russian() {
    const MORE: &str = "\nПодробнее: --help\n";
    const USAGE: &str = "\nКак вызывать: pisar [КЛЮЧИ] <КОМАНДА>\n";
    assert_eq!(
        refused(&["--lang", "ru", "generat"]),
        format!("ошибка: нет такой команды: «generat»\n  возможно, generate\n{USAGE}{MORE}")
    );
    // The language is heard after the error too.
    assert_eq!(
        refused(&["check", "--format", "foo", "--lang=ru"]),
        format!(
            "ошибка: значение «foo» не подходит для «--format <ФОРМАТ>»\n  допустимо: human, short, json\n{MORE}"
        )
    );
    for (arguments, line) in [
        (&["check", "--marc"][..], "ошибка: нет такого ключа или аргумента: «--marc»"),
        (&["generate", "--for", "2023", "--due"], "ошибка: «--for <ПЕРИОД>» и «--due» не бывают вместе"),
        (&["generate", "--for"], "ошибка: у «--for <ПЕРИОД>» нет значения"),
        (&["explain"], "ошибка: не хватает: <КОД>"),
        (&["templates"], "ошибка: команда не указана"),
        (&["check", "--mark", "--mark"], "ошибка: «--mark» можно указать только один раз"),
        (&["check", "--today", "завтра"], "ошибка: значение «завтра» не подходит для «--today <ДАТА>»"),
    ] {
        let said = refused(&[arguments, &["--lang", "ru"]].concat());
        assert_eq!(said.lines().next(), Some(line), "{said}");
    }
    assert!(refused(&["--lang", "en", "generat"]).starts_with("error: unrecognized subcommand 'generat'\n"));
}

#[test]
fn help_is_of_one_language() {
    let (status, russian, _) = run(&["generate", "--help", "--lang", "ru"], &[]);
    assert_eq!(status, 0);
    assert!(russian.contains("Как вызывать: pisar generate [КЛЮЧИ] [ВИД]...\n"), "{russian}");
    for english in ["Usage", "Options", "OPTIONS", "Arguments", "Print help", "possible values", "default"] {
        assert!(!russian.contains(english), "{english} in {russian}");
    }
    let (_, english, _) = run(&["generate", "--help"], &[("LC_ALL", "en_GB.UTF-8")]);
    assert!(english.contains("Usage: pisar generate [OPTIONS] [KIND]...\n"), "{english}");
    let is_cyrillic = |c: char| ('а'..='я').contains(&c);
    // Examples of periods and names of folders are Russian in either language.
    let is_quoted = |line: &str| line.contains("2023") || line.contains('«');
    assert!(!english.lines().any(|line| line.contains(is_cyrillic) && !is_quoted(line)), "{english}");
    assert_eq!(run(&["--version"], &[]).1, format!("pisar {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn findings_are_coloured_where_colour_is_wanted() {
    let warning = "\u{1b}[1m\u{1b}[33mwarning\u{1b}[0m[";
    let check = |color: &[&str], variables: &[(&str, &str)]| {
        run(&[&["check", "--format", "short"], color].concat(), variables).1
    };
    assert!(check(&["--color", "always"], &[]).contains(warning));
    assert!(check(&["--color", "always"], &[("NO_COLOR", "1")]).contains(warning));
    assert!(check(&[], &[("CLICOLOR_FORCE", "1")]).contains(warning));
    for plain in [
        check(&[], &[]),
        check(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]),
        check(&[], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]),
    ] {
        assert!(plain.contains(": warning[") && !plain.contains('\u{1b}'), "{plain}");
    }
    let (_, json, _) = run(&["check", "--format", "json", "--color", "always"], &[]);
    assert!(!json.contains('\u{1b}'));
}

#[test]
fn completions_and_the_manual_are_printed() {
    for (shell, sign) in [
        ("bash", "complete -F _pisar"),
        ("zsh", "#compdef pisar"),
        ("fish", "complete -c pisar"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let (status, out, _) = run(&["completions", shell], &[]);
        assert!(status == 0 && out.contains(sign) && out.contains("generate"), "{shell}: {out}");
    }
    let (status, page, _) = run(&["man", "--lang", "ru"], &[]);
    assert_eq!(status, 0);
    let headings: Vec<&str> = page.lines().filter(|line| line.starts_with(".SH ")).collect();
    assert_eq!(headings, [".SH ИМЯ", ".SH ОБЗОР", ".SH ОПИСАНИЕ", ".SH КЛЮЧИ", ".SH КОМАНДЫ", ".SH ВЕРСИЯ"]);
    assert!(run(&["man", "--lang", "en"], &[]).1.contains(".SH OPTIONS"));
}
