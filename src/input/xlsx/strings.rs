//! The shared texts of a workbook.

use super::super::grid::MAX_TEXT;
use super::super::refusal::Refusal;
use super::super::xml::{Events, push_reference};
use quick_xml::events::Event;
use std::io::BufRead;
use std::sync::Arc;

/// The most texts: more than Excel's cells of one sheet in Russian practice, and a table of 128 MB.
const MAX_STRINGS: usize = 8_000_000;

/// The texts, in the order of their indexes. What the part says of their number is not believed.
pub fn read(source: &mut dyn BufRead, place: &str) -> Result<Vec<Arc<str>>, Refusal> {
    let empty: Arc<str> = Arc::from("");
    let mut events = Events::new(source, place);
    let mut strings: Vec<Arc<str>> = Vec::new();
    let mut text = String::new();
    let (mut in_text, mut in_phonetic, mut is_whole) = (false, false, false);
    while let Some(event) = events.next()? {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "si" => text.clear(),
                "t" => in_text = !in_phonetic,
                "rPh" => in_phonetic = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "si" => {
                    strings.push(if text.is_empty() { Arc::clone(&empty) } else { Arc::from(text.as_str()) });
                }
                "t" => in_text = false,
                "rPh" => in_phonetic = false,
                "sst" => is_whole = true,
                _ => {}
            },
            Event::Empty(element) => match element.local_name().as_ref() {
                "si" => strings.push(Arc::clone(&empty)),
                "sst" => is_whole = true,
                _ => {}
            },
            Event::Text(part) if in_text => text.push_str(&part.xml10_content()),
            Event::CData(part) if in_text => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if in_text => push_reference(&reference, &mut text, place)?,
            _ => {}
        }
        if text.len() > MAX_TEXT || strings.len() > MAX_STRINGS {
            return Err(Refusal::TooBig { place: place.to_owned() });
        }
    }
    if is_whole { Ok(strings) } else { Err(events.damaged()) }
}
