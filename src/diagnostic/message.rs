//! Wording: Fluent message files in two languages, looked up by a code's name.

use super::{Code, Finding};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::sync::OnceLock;

/// A language of messages, help and findings. Documents are always Russian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// Russian.
    #[default]
    Russian,
    /// English.
    English,
}

macro_rules! messages {
    ($language:literal) => {
        [
            include_str!(concat!("messages/", $language, "/input.ftl")),
            include_str!(concat!("messages/", $language, "/validate.ftl")),
            include_str!(concat!("messages/", $language, "/template.ftl")),
            include_str!(concat!("messages/", $language, "/catalog.ftl")),
            include_str!(concat!("messages/", $language, "/output.ftl")),
            include_str!(concat!("messages/", $language, "/print.ftl")),
            include_str!(concat!("messages/", $language, "/interface.ftl")),
        ]
    };
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> &'static Bundle {
    static RUSSIAN: OnceLock<Bundle> = OnceLock::new();
    static ENGLISH: OnceLock<Bundle> = OnceLock::new();
    match language {
        Language::Russian => RUSSIAN.get_or_init(|| build("ru".parse().unwrap_or_default(), messages!("ru"))),
        Language::English => ENGLISH.get_or_init(|| build("en".parse().unwrap_or_default(), messages!("en"))),
    }
}

fn build(language: unic_langid::LanguageIdentifier, sources: [&str; 7]) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for source in sources {
        // A message file that does not parse in part still serves the rest; a test holds all of them whole.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A message of the interface by its key, with the values that it names; the key itself where no message has it.
pub fn text(key: &str, arguments: &[(&str, &str)], language: Language) -> String {
    look_up(key, None, arguments.iter().copied(), language).unwrap_or_else(|| key.to_owned())
}

/// The finding's sentence.
pub fn message(finding: &Finding, language: Language) -> String {
    attribute(finding, None, language).unwrap_or_else(|| finding.code.name().to_owned())
}

/// How to mend it.
pub fn hint(finding: &Finding, language: Language) -> Option<String> {
    attribute(finding, Some("hint"), language)
}

/// What a finding of this code means, for `pisar explain`.
pub fn explain(code: Code, language: Language) -> String {
    attribute(&Finding::new(code, None), Some("explain"), language).unwrap_or_default()
}

fn attribute(finding: &Finding, name: Option<&str>, language: Language) -> Option<String> {
    let arguments = finding.arguments.iter().map(|(name, value)| (*name, value.as_str()));
    look_up(finding.code.name(), name, arguments, language)
}

fn look_up<'a>(
    key: &str,
    attribute: Option<&str>,
    arguments: impl Iterator<Item = (&'a str, &'a str)>,
    language: Language,
) -> Option<String> {
    let bundle = bundle(language);
    let message = bundle.get_message(key)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut named = FluentArgs::new();
    for (name, value) in arguments {
        // Whole numbers go in as numbers, so that the message can choose its plural.
        let value = value.parse::<u32>().map_or_else(|_| FluentValue::from(value), FluentValue::from);
        named.set(name, value);
    }
    Some(bundle.format_pattern(pattern, Some(&named), &mut Vec::new()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_worded_in_both_languages() {
        for language in [Language::Russian, Language::English] {
            for code in Code::ALL {
                let finding = Finding::new(*code, None);
                assert!(
                    look_up(code.name(), None, std::iter::empty(), language).is_some(),
                    "{} has no message",
                    code.name()
                );
                assert!(hint(&finding, language).is_some(), "{} has no hint", code.name());
                assert!(!explain(*code, language).is_empty(), "{} has no explanation", code.name());
            }
        }
    }

    #[test]
    fn every_message_file_parses() {
        for source in messages!("ru").into_iter().chain(messages!("en")) {
            assert!(FluentResource::try_new(source.to_owned()).is_ok(), "{source}");
        }
    }
}
