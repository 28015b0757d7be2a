//! The shared texts of a workbook.

use super::super::grid::MAX_TEXT;
use super::super::refusal::Refusal;
use super::super::xml::{Events, attribute, push_reference};
use super::plain;
use super::styles::Font;
use quick_xml::events::Event;
use std::collections::HashMap;
use std::io::BufRead;
use std::sync::Arc;

/// The most texts: more than Excel's cells of one sheet in Russian practice, and a table of 128 MB.
const MAX_STRINGS: usize = 8_000_000;
/// The most runs of one text: Excel's own limit on its letters.
const MAX_RUNS: usize = 32_767;

/// A stretch of a text with the font that it has of its own, if any.
pub type Run = (Arc<str>, Option<Font>);

/// The texts, in the order of their indexes, and the runs of those that have any.
#[derive(Debug, Default)]
pub struct Strings {
    pub texts: Vec<Arc<str>>,
    pub rich: HashMap<usize, Vec<Run>>,
}

/// Reads the part. What it says of the number of texts is not believed.
pub fn read(source: &mut dyn BufRead, place: &str) -> Result<Strings, Refusal> {
    let empty: Arc<str> = Arc::from("");
    let mut events = Events::new(source, place);
    let mut strings = Strings::default();
    let mut text = String::new();
    // The runs of the text that is open, and where the last of them begins.
    let (mut runs, mut start, mut font): (Vec<Run>, usize, Option<Font>) = (Vec::new(), 0, None);
    let (mut in_text, mut in_phonetic, mut is_whole) = (false, false, false);
    while let Some(event) = events.next()? {
        let is_between = matches!(&event, Event::Start(element) if element.local_name().as_ref() == "sst")
            || matches!(&event, Event::End(element) if element.local_name().as_ref() == "si");
        match event {
            Event::Start(element) | Event::Empty(element) if is_of_font(element.local_name().as_ref()) => {
                let own = font.get_or_insert_default();
                own.set(element.local_name().as_ref(), attribute(&element, "val").as_deref());
            }
            Event::Start(element) => match element.local_name().as_ref() {
                "si" => {
                    text.clear();
                    runs.clear();
                }
                "r" => (start, font) = (text.len(), None),
                "rPr" => font = Some(Font::default()),
                "t" => in_text = !in_phonetic,
                "rPh" => in_phonetic = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "si" => {
                    if runs.iter().any(|(_, font)| font.is_some_and(|font| font.bold || font.italic)) {
                        strings.rich.insert(strings.texts.len(), std::mem::take(&mut runs));
                    }
                    let text = if text.is_empty() { Arc::clone(&empty) } else { Arc::from(text.as_str()) };
                    strings.texts.push(text);
                }
                "r" => runs.push((Arc::from(text.get(start..).unwrap_or_default()), font)),
                "t" => in_text = false,
                "rPh" => in_phonetic = false,
                "sst" => is_whole = true,
                _ => {}
            },
            Event::Empty(element) => match element.local_name().as_ref() {
                "si" => strings.texts.push(Arc::clone(&empty)),
                "sst" => is_whole = true,
                _ => {}
            },
            Event::Text(part) if in_text => text.push_str(&part.xml10_content()),
            Event::CData(part) if in_text => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if in_text => push_reference(&reference, &mut text, place)?,
            _ => {}
        }
        if is_between {
            events.take(|bytes| Ok(plain_texts(bytes, &mut strings.texts)))?;
        }
        if text.len() > MAX_TEXT || strings.texts.len() > MAX_STRINGS || runs.len() > MAX_RUNS {
            return Err(Refusal::TooBig { place: place.to_owned() });
        }
    }
    if is_whole { Ok(strings) } else { Err(events.damaged()) }
}

/// Takes the texts of the plainest form that the bytes begin with; says how many bytes they are.
fn plain_texts(bytes: &[u8], texts: &mut Vec<Arc<str>>) -> usize {
    let mut taken = 0;
    while let Some((text, length)) = bytes.get(taken..).and_then(plain::shared)
        && text.len() <= MAX_TEXT
        && texts.len() <= MAX_STRINGS
    {
        texts.push(Arc::from(text));
        taken += length;
    }
    taken
}

/// Elements of a run's font that templates may keep.
fn is_of_font(name: &str) -> bool {
    matches!(name, "b" | "i")
}
