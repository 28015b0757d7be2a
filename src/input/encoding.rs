//! In what encoding bytes are text: byte order marks, declarations, and a guess that knows Russian.

use super::refusal::Refusal;
use encoding_rs::{Encoding, IBM866, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// The first `most` bytes as text for looking at what a file is; never an error.
pub fn head(bytes: &[u8], most: usize) -> String {
    let bytes = bytes.get(..most).unwrap_or(bytes);
    let encoding = Encoding::for_bom(bytes).map_or(UTF_8, |(encoding, _)| encoding);
    encoding.decode(bytes).0.into_owned()
}

/// The encoding that XML declares, where it is not UTF-8.
pub fn of_xml(head: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return (encoding != UTF_8).then_some(encoding);
    }
    match head {
        [0, b'<', ..] => return Some(UTF_16BE),
        [b'<', 0, ..] => return Some(UTF_16LE),
        _ => {}
    }
    let declaration = head.get(..256).unwrap_or(head);
    let end = declaration.windows(2).position(|two| two == b"?>")?;
    let declaration = std::str::from_utf8(declaration.get(..end)?).ok()?;
    let label = declaration.split_once("encoding")?.1.trim_start_matches([' ', '=', '"', '\'']);
    let label = label.split(['"', '\'']).next()?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    // A UTF-16 label in front of single bytes is a lie that many writers tell.
    (encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE).then_some(encoding)
}

/// Bytes of a text file as text: by the byte order mark, as UTF-8 where they are that, else the likeliest of the Russian encodings.
///
/// # Errors
/// [`Refusal::Encoding`] where no encoding gives text.
pub fn text(bytes: &[u8]) -> Result<String, Refusal> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, wrong) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return if wrong { Err(Refusal::Encoding) } else { Ok(text.into_owned()) };
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        let (text, wrong) = encoding.decode_without_bom_handling(bytes);
        return if wrong { Err(Refusal::Encoding) } else { Ok(text.into_owned()) };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let best = [WINDOWS_1251, IBM866, KOI8_R]
        .into_iter()
        .filter_map(|encoding| {
            let (text, wrong) = encoding.decode_without_bom_handling(bytes);
            (!wrong).then(|| (likeness(&text), text))
        })
        .max_by(|(a, _), (b, _)| a.total_cmp(b));
    match best {
        Some((likeness, text)) if likeness > 0.0 => Ok(text.into_owned()),
        _ => Err(Refusal::Encoding),
    }
}

/// UTF-16 that lost its mark: every second byte of Latin letters and separators is zero.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    if sample.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd > sample.len() / 20 && even == 0 {
        Some(UTF_16LE)
    } else if even > sample.len() / 20 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// How much a decoding looks like Russian: frequent letters count for it, letters in the wrong case, frames and signs against it.
fn likeness(text: &str) -> f64 {
    let mut score = 0.0;
    let mut before = ' ';
    for letter in text.chars() {
        score += match letter {
            'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л' | 'к' => 1.0,
            'а'..='я' | 'ё' => 0.4,
            'А'..='Я' | 'Ё' if before.is_lowercase() => -2.0,
            'А'..='Я' | 'Ё' => 0.3,
            '№' | '«' | '»' | '–' | '—' | '…' | '\u{a0}' => 0.2,
            letter if letter.is_ascii() => 0.0,
            _ => -2.0,
        };
        before = letter;
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "№;ФИО;Должность\r\n1;Иванов Пётр Ильич;мастер участка\r\n2;ЩУКИНА Анна;«ТЭПК»\r\n";

    #[test]
    fn russian_text_is_read_in_every_encoding_of_its_history() {
        for encoding in [WINDOWS_1251, UTF_8] {
            assert_eq!(text(&encoding.encode(SAMPLE).0).unwrap(), SAMPLE, "{}", encoding.name());
        }
        // These two have no «»; KOI8-R has no № either.
        let plain = SAMPLE.replace(['«', '»'], "\"");
        assert_eq!(text(&IBM866.encode(&plain).0).unwrap(), plain);
        let plain = plain.replace('№', "N");
        assert_eq!(text(&KOI8_R.encode(&plain).0).unwrap(), plain);
        for little in [true, false] {
            let unit = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
            let bytes: Vec<u8> = SAMPLE.encode_utf16().flat_map(unit).collect();
            assert_eq!(text(&bytes).unwrap(), SAMPLE);
            let marked = [unit(0xFEFF).to_vec(), bytes].concat();
            assert_eq!(text(&marked).unwrap(), SAMPLE);
        }
    }

    #[test]
    fn a_declaration_is_believed_but_for_the_lie_of_utf_16() {
        assert_eq!(of_xml(b"<?xml version='1.0' encoding='windows-1251'?><a/>"), Some(WINDOWS_1251));
        assert_eq!(of_xml(b"<?xml version='1.0' encoding='UTF-16'?><a/>"), None);
        assert_eq!(of_xml(b"\xFF\xFE<\0"), Some(UTF_16LE));
    }
}
