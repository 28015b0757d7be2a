//! Expressions of the tag language, ready to be evaluated.

use super::helper::{self, Helper};
use crate::diagnostic::{Code, Finding, nearest};
use handlebars::Path as HandlebarsPath;
use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use serde_json::Value as Json;
use std::sync::Arc;

/// What a tag computes.
#[derive(Clone, Debug)]
pub(super) enum Expr {
    /// A field.
    Path(Path),
    /// `@номер` and its like; the loop counted outwards from the innermost.
    Local(Local, usize),
    /// A text in quotes.
    Text(Arc<str>),
    /// A number.
    Number(f64),
    /// `да`, `нет`.
    Flag(bool),
    /// A helper.
    Call(Call),
}

/// A helper with its arguments.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub helper: &'static Helper,
    /// The helper's name as written.
    pub written: Arc<str>,
    pub arguments: Vec<Expr>,
}

/// A field by its name, reached from a scope.
#[derive(Clone, Debug)]
pub(super) struct Path {
    pub head: Head,
    /// Names in lower case; none: the scope's own value.
    pub steps: Vec<Arc<str>>,
    /// As written.
    pub text: Arc<str>,
}

/// Where a path starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// The innermost scope that has the first name.
    Nearest,
    /// `это.`: the innermost scope only.
    This,
    /// `../`: so many scopes further out.
    Up(usize),
    /// `@root`.
    Root,
}

/// What a loop says about its pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Local {
    Number,
    Index,
    First,
    Last,
    Odd,
    Even,
    Count,
}

/// The names of what a loop says.
pub(super) const LOCALS: [(&str, Local); 13] = [
    ("номер", Local::Number),
    ("number", Local::Number),
    ("index", Local::Index),
    ("первый", Local::First),
    ("first", Local::First),
    ("последний", Local::Last),
    ("last", Local::Last),
    ("нечётный", Local::Odd),
    ("нечетный", Local::Odd),
    ("чётный", Local::Even),
    ("четный", Local::Even),
    ("всего", Local::Count),
    ("count", Local::Count),
];

impl Expr {
    /// Takes over what the parser of handlebars has read.
    ///
    /// # Errors
    /// An unknown helper, a wrong number of arguments, a literal that no helper takes.
    pub fn read(parameter: &Parameter) -> Result<Self, Finding> {
        match parameter {
            Parameter::Name(name) => Ok(path(name)),
            Parameter::Path(HandlebarsPath::Relative((_, raw))) => Ok(path(raw)),
            Parameter::Path(HandlebarsPath::Local((level, name, _))) => local(name, *level),
            Parameter::Literal(Json::String(text)) => Ok(Self::Text(text.as_str().into())),
            Parameter::Literal(Json::Bool(flag)) => Ok(Self::Flag(*flag)),
            Parameter::Literal(Json::Number(number)) => Ok(Self::Number(number.as_f64().unwrap_or_default())),
            Parameter::Literal(other) => Err(Finding::new(Code::TemplateTagSyntax, None).with("tag", other)),
            Parameter::Subexpression(inner) => match inner.as_element() {
                TemplateElement::Expression(inner) => Self::call(inner),
                _ => Err(Finding::new(Code::TemplateTagSyntax, None).with("tag", "()")),
            },
            other => Err(Finding::new(Code::TemplateTagSyntax, None).with("tag", format!("{other:?}"))),
        }
    }

    /// A name alone, or a helper with arguments.
    ///
    /// # Errors
    /// As [`Expr::read`].
    pub fn call(inner: &HelperTemplate) -> Result<Self, Finding> {
        if inner.params.is_empty() && inner.hash.is_empty() {
            // A helper needs something to work on; a name alone is a field, even where a helper has the same name.
            return Self::read(&inner.name);
        }
        let name = raw(&inner.name);
        let Some(helper) = helper::find(&name) else { return Err(unknown_helper(&name, inner)) };
        let arguments = inner.params.iter().map(Self::read).collect::<Result<Vec<_>, _>>()?;
        if !(helper.least..=helper.most).contains(&arguments.len()) || !inner.hash.is_empty() {
            return Err(Finding::new(Code::TemplateArguments, None)
                .with("helper", helper.name)
                .with("usage", helper.usage));
        }
        Ok(Self::Call(Call { helper, written: name.into(), arguments }))
    }

    /// The field of an item that an option names, in quotes or without: `по="раздел"`, `по=раздел`.
    pub fn field(&self) -> Option<Path> {
        let text = match self {
            Self::Text(text) => text,
            Self::Path(path) => &path.text,
            _ => return None,
        };
        match path(text) {
            Self::Path(path) => Some(path),
            _ => None,
        }
    }

    /// Shows every field that it reads.
    pub fn visit<'a>(&'a self, seen: &mut impl FnMut(&'a Path)) {
        match self {
            Self::Path(path) => seen(path),
            Self::Call(call) => call.arguments.iter().for_each(|argument| argument.visit(seen)),
            Self::Local(..) | Self::Text(_) | Self::Number(_) | Self::Flag(_) => {}
        }
    }
}

/// A parameter's own text.
pub(super) fn raw(parameter: &Parameter) -> String {
    match parameter {
        Parameter::Name(name) => name.clone(),
        Parameter::Path(HandlebarsPath::Relative((_, raw)) | HandlebarsPath::Local((_, _, raw))) => {
            raw.clone()
        }
        Parameter::Literal(literal) => literal.to_string(),
        _ => String::new(),
    }
}

/// `{{Дата рождения}}` reads as a helper with an argument, but means a field.
fn unknown_helper(name: &str, inner: &HelperTemplate) -> Finding {
    let words: Vec<String> = inner.params.iter().map(raw).collect();
    let named = inner.params.iter().all(|word| matches!(word, Parameter::Name(_) | Parameter::Path(_)));
    if named && inner.hash.is_empty() && !words.iter().any(|word| word.contains('.')) {
        let written = format!("{name} {}", words.join(" "));
        let field = crate::value::field_name(&written);
        return match nearest(name, helper::names()) {
            Some(helper) => unknown(name, helper),
            None => {
                Finding::new(Code::TemplateFieldSpaces, None).with("written", written).with("field", field)
            }
        };
    }
    unknown(name, nearest(name, helper::names()).unwrap_or_default())
}

fn unknown(name: &str, nearest: &str) -> Finding {
    Finding::new(Code::TemplateHelperUnknown, None).with("helper", name).with("nearest", nearest)
}

fn local(name: &str, level: usize) -> Result<Expr, Finding> {
    let lower = name.to_lowercase();
    match LOCALS.iter().find(|(known, _)| *known == lower) {
        Some((_, local)) => Ok(Expr::Local(*local, level)),
        None => Err(Finding::new(Code::TemplateFieldUnknown, None)
            .with("field", format!("@{name}"))
            .with("nearest", nearest(&lower, LOCALS.map(|(known, _)| known)).unwrap_or("номер"))),
    }
}

fn path(raw: &str) -> Expr {
    let text: Arc<str> = raw.into();
    let mut rest = raw.trim();
    let mut head = Head::Nearest;
    if let Some(after) = rest.strip_prefix("@root") {
        (head, rest) = (Head::Root, after.trim_start_matches(['.', '/']));
    }
    while let Some(after) = rest.strip_prefix("../") {
        head = Head::Up(if let Head::Up(levels) = head { levels + 1 } else { 1 });
        rest = after;
    }
    let mut steps: Vec<String> = rest
        .split(['.', '/'])
        .map(|step| step.trim_matches(['[', ']']).to_lowercase())
        .filter(|step| !step.is_empty())
        .collect();
    if steps.first().is_some_and(|first| matches!(first.as_str(), "это" | "this")) {
        steps.remove(0);
        if head == Head::Nearest {
            head = Head::This;
        }
    }
    if let ([only], Head::Nearest) = (steps.as_slice(), head) {
        match only.as_str() {
            "да" | "истина" => return Expr::Flag(true),
            "нет" | "ложь" => return Expr::Flag(false),
            _ => {}
        }
    }
    Expr::Path(Path { head, steps: steps.into_iter().map(Into::into).collect(), text })
}
