//! Reads one tag: Russian words become those of handlebars, whose parser reads the expression.

use super::expression::{Expr, Path, raw};
use super::scan::clean;
use crate::diagnostic::{Code, Finding, nearest};
use handlebars::Template;
use handlebars::template::{BlockParam, HelperTemplate, TemplateElement};
use std::sync::Arc;

/// A tag, read.
#[derive(Clone, Debug)]
pub(super) enum Tag {
    /// Prints a value.
    Print(Expr),
    /// Opens a block.
    Open(Box<Opening>),
    /// `{{иначе}}`.
    Else,
    /// `{{иначе если x}}`.
    ElseIf(Expr),
    /// Closes a block; the word as written, empty for `{{/}}`.
    Close(Option<Word>, String),
    /// `{{! … }}`.
    Comment,
    /// An opening that could not be read, or a closing: it was told, and its other half is not to be.
    Unread { closes: bool },
}

/// What opens a block.
#[derive(Clone, Debug)]
pub(super) struct Opening {
    pub word: Word,
    pub subject: Expr,
    pub options: Options,
    /// `как |x|`.
    pub item: Option<Arc<str>>,
}

/// The kinds of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    If,
    Unless,
    Each,
    Groups,
    With,
}

/// How a loop goes over its list.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    /// `где=(…)`: only items for which it holds.
    pub only: Option<Expr>,
    /// `по="поле"` of `группы`: what its groups have in common.
    pub key: Option<Path>,
    /// `по="поле"`, `сортировать="поле"`: sorted by that field.
    pub by: Option<Path>,
    /// `по_убыванию="поле"`.
    pub descending: Option<Path>,
    /// `сортировать=да` of `группы`: sorted by what they have in common.
    pub by_key: bool,
    /// `разделитель=", "`.
    pub separator: Option<Expr>,
    /// `последний_разделитель=" и "`.
    pub last_separator: Option<Expr>,
    /// `не_более=3`.
    pub most: Option<Expr>,
}

const WORDS: [(&str, Word); 10] = [
    ("если", Word::If),
    ("if", Word::If),
    ("если_нет", Word::Unless),
    ("unless", Word::Unless),
    ("каждый", Word::Each),
    ("each", Word::Each),
    ("каждая", Word::Each),
    ("группы", Word::Groups),
    ("с", Word::With),
    ("with", Word::With),
];

const OPTIONS: [&str; 7] =
    ["где", "по", "сортировать", "по_убыванию", "разделитель", "последний_разделитель", "не_более"];

/// Every block as it is written, and what it does: for the list of what a template may use.
pub const BLOCKS: &[(&str, &str)] = &[
    ("{{#если поле}} … {{иначе если другое}} … {{иначе}} … {{/если}}", "одно из нескольких"),
    ("{{#если_нет поле}} … {{/если_нет}}", "если поле пусто, ноль или «нет»"),
    (
        "{{#каждый список}} … {{/каждый}}",
        "для каждой строки; в ней @номер, @первый, @последний, @нечётный, @всего",
    ),
    ("{{#каждый список где=(больше часы 2)}}", "только строки, для которых это верно"),
    (
        "{{#каждый список сортировать=\"фио\"}}",
        "по русскому алфавиту, по датам, по числам; по_убыванию=\"фио\" — наоборот",
    ),
    ("{{#каждый список разделитель=\", \" последний_разделитель=\" и \"}}", "в одном абзаце: А, Б и В"),
    ("{{#каждый список не_более=3}}", "первые три"),
    ("{{#каждый список как |строка|}}", "поля только через имя: строка.поле"),
    (
        "{{#группы список по=\"раздел\" сортировать=да}} … {{/группы}}",
        "строки с одинаковым полем вместе: ключ, {{#каждый строки}}",
    ),
    ("{{#с запись}} … {{/с}}", "поля записи без её имени"),
];

impl Word {
    /// The Russian word, for messages.
    pub const fn russian(self) -> &'static str {
        match self {
            Self::If => "если",
            Self::Unless => "если_нет",
            Self::Each => "каждый",
            Self::Groups => "группы",
            Self::With => "с",
        }
    }
}

/// The longest tag, in bytes.
const MAX_TAG: usize = 4000;
/// The deepest round brackets of a tag.
const MAX_BRACKETS: usize = 8;

impl Tag {
    /// Whether it opens, divides or closes a block, or is a comment: prints nothing itself.
    pub const fn is_block(&self) -> bool {
        !matches!(self, Self::Print(_))
    }
}

/// Reads what stands between the braces.
///
/// # Errors
/// What is wrong with the tag, without its place.
pub(super) fn read(inner: &str) -> Result<Tag, Finding> {
    if inner.trim_start().starts_with('!') {
        return Ok(Tag::Comment);
    }
    let cleaned = clean(inner);
    let text = cleaned.trim();
    // The parser goes down into brackets by calling itself, and tries each several times.
    if text.len() > MAX_TAG || depth(text) > MAX_BRACKETS {
        return Err(syntax(&text.chars().take(40).collect::<String>()));
    }
    if let Some(rest) = text.strip_prefix('/') {
        let word = rest.trim().trim_start_matches('#').to_lowercase();
        return match WORDS.iter().find(|(known, _)| *known == word) {
            Some((_, kind)) => Ok(Tag::Close(Some(*kind), word)),
            None if word.is_empty() => Ok(Tag::Close(None, word)),
            None => Err(unknown_block(&word)),
        };
    }
    if let Some(rest) = text.strip_prefix('#') {
        return open(rest.trim(), text);
    }
    let (first, rest) = split(text);
    if matches!(first.to_lowercase().as_str(), "иначе" | "else") || first == "^" {
        if rest.is_empty() {
            return Ok(Tag::Else);
        }
        let (word, condition) = split(rest);
        if matches!(word.to_lowercase().as_str(), "если" | "if") {
            let block = parse(&format!("{{{{#if {condition}}}}}{{{{/if}}}}"), text)?;
            return Ok(Tag::ElseIf(subject(&block, text)?));
        }
        return Err(syntax(text));
    }
    if text.is_empty() || text.starts_with(['&', '>', '*', '^', '{', '~']) {
        return Err(syntax(text));
    }
    let parsed = parse(&format!("{{{{{}}}}}", loops(text)), text)?;
    Ok(Tag::Print(Expr::call(&parsed)?))
}

/// How deep the round brackets of a tag go.
fn depth(text: &str) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    for c in text.chars() {
        match c {
            '(' => now += 1,
            ')' => now = now.saturating_sub(1),
            _ => {}
        }
        most = most.max(now);
    }
    most
}

fn open(rest: &str, text: &str) -> Result<Tag, Finding> {
    let (word, arguments) = split(rest);
    let lower = word.to_lowercase();
    let Some((_, word)) = WORDS.iter().find(|(known, _)| *known == lower) else {
        return Err(unknown_block(&lower));
    };
    let arguments = loops(arguments);
    let block = parse(&format!("{{{{#each {arguments}}}}}{{{{/each}}}}"), text)?;
    let options = options(&block, *word, text)?;
    let item = match &block.block_param {
        Some(BlockParam::Single(name)) => Some(raw(name).to_lowercase().into()),
        Some(_) => return Err(syntax(text)),
        None => None,
    };
    Ok(Tag::Open(Box::new(Opening { word: *word, subject: subject(&block, text)?, options, item })))
}

fn options(block: &HelperTemplate, word: Word, text: &str) -> Result<Options, Finding> {
    let mut options = Options::default();
    // In the order of their names, so that the first wrong one is the same in every run.
    for (name, value) in block.hash.iter().collect::<std::collections::BTreeMap<_, _>>() {
        let value = Expr::read(value)?;
        let field = || value.field().ok_or_else(|| syntax(text));
        match (name.to_lowercase().as_str(), &value) {
            ("где", _) => options.only = Some(value),
            ("по", _) if word == Word::Groups => options.key = Some(field()?),
            ("сортировать", Expr::Flag(sorted)) if word == Word::Groups => {
                options.by_key = *sorted;
            }
            ("по" | "сортировать", _) => options.by = Some(field()?),
            ("по_убыванию", _) => options.descending = Some(field()?),
            ("разделитель", _) => options.separator = Some(value),
            ("последний_разделитель", _) => options.last_separator = Some(value),
            ("не_более", _) => options.most = Some(value),
            _ => {
                return Err(Finding::new(Code::TemplateOptionUnknown, None)
                    .with("option", name)
                    .with("nearest", nearest(name, OPTIONS).unwrap_or("где")));
            }
        }
    }
    if word == Word::Groups && options.key.is_none() {
        return Err(Finding::new(Code::TemplateGroupKey, None).with("tag", text));
    }
    Ok(options)
}

fn subject(block: &HelperTemplate, text: &str) -> Result<Expr, Finding> {
    match block.params.as_slice() {
        [only] => Expr::read(only),
        _ => Err(syntax(text)),
    }
}

/// One tag, by the parser of handlebars: alone, so that every wrong one is told and none hides the next.
fn parse(source: &str, text: &str) -> Result<HelperTemplate, Finding> {
    let template = Template::compile(source).map_err(|_| syntax(text))?;
    match template.elements.into_iter().next() {
        Some(TemplateElement::Expression(inner) | TemplateElement::HelperBlock(inner)) => Ok(*inner),
        _ => Err(syntax(text)),
    }
}

/// `как |x|` is `as |x|`; `@номер` in the outer loop is `@../номер`.
fn loops(text: &str) -> String {
    let (before, after) = match text.rfind("как") {
        Some(at) => (&text[..at], text[at + "как".len()..].trim_start()),
        None => (text, ""),
    };
    match after.strip_prefix('|').and_then(|after| after.split_once('|')) {
        // Options may stand behind it; in handlebars it is the last.
        Some((name, options)) => format!("{before} {} as |{name}|", options.trim()),
        None => text.to_owned(),
    }
}

fn split(text: &str) -> (&str, &str) {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    (first, rest.trim())
}

fn syntax(text: &str) -> Finding {
    Finding::new(Code::TemplateTagSyntax, None).with("tag", text)
}

fn unknown_block(word: &str) -> Finding {
    let known = WORDS.map(|(known, _)| known);
    Finding::new(Code::TemplateBlockUnknown, None)
        .with("block", word)
        .with("nearest", nearest(word, known).unwrap_or("если"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_in_russian_and_in_english() {
        for text in ["#каждый xs как |x|", "#each xs as |x|", "#Каждый xs где=(больше n 1) по=\"фио\""]
        {
            assert!(
                matches!(read(text), Ok(Tag::Open(opening)) if opening.word == Word::Each),
                "{text}: {:?}",
                read(text)
            );
        }
        assert!(matches!(read("/каждый"), Ok(Tag::Close(Some(Word::Each), _))));
        assert!(matches!(read("иначе если (равно а \"б\")"), Ok(Tag::ElseIf(_))));
        assert!(matches!(read(" иначе "), Ok(Tag::Else)));
        assert!(matches!(read("! заметка }"), Ok(Tag::Comment)));
        assert!(matches!(read("@номер"), Ok(Tag::Print(Expr::Local(..)))));
    }

    #[test]
    fn wrong_tags_are_named() {
        for (text, code) in [
            ("Место рождения", Code::TemplateFieldSpaces),
            ("кму получатель.фио", Code::TemplateHelperUnknown),
            ("#кажый xs", Code::TemplateBlockUnknown),
            ("Ф.И.О.", Code::TemplateTagSyntax),
            ("#каждый xs гдк=1", Code::TemplateOptionUnknown),
            ("#группы xs", Code::TemplateGroupKey),
            ("#каждый xs по=1", Code::TemplateTagSyntax),
            ("кому а б в", Code::TemplateArguments),
            ("@номр", Code::TemplateFieldUnknown),
            ("", Code::TemplateTagSyntax),
            ("&x", Code::TemplateTagSyntax),
            ("не (не (не (не (не (не (не (не (не (не а)))))))))", Code::TemplateTagSyntax),
        ] {
            assert_eq!(read(text).map(|_| ()).map_err(|finding| finding.code), Err(code), "{text}");
        }
    }
}
