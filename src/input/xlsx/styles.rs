//! What a cell's style says of its value: whether the number is a date, how many digits it shows, whether it is struck through.

use super::super::grid::Shown;
use super::super::refusal::Refusal;
use super::super::xml::{Events, attribute, is_true};
use quick_xml::events::Event;
use std::collections::HashMap;
use std::io::BufRead;

/// The meaning of one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Style {
    /// What the number is.
    pub class: Class,
    /// How it is shown.
    pub shown: Shown,
    /// How its font looks.
    pub font: Font,
}

/// What a font says beyond its face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Font {
    /// Whether it is struck through.
    pub struck: bool,
    pub bold: bool,
    pub italic: bool,
}

/// What a number format makes of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Class {
    /// A number.
    #[default]
    Number,
    /// A date, a time, or both.
    Moment,
}

/// The styles of a workbook, by the index that cells name.
#[derive(Debug, Default)]
pub struct Styles(Vec<Style>);

impl Styles {
    /// These styles, in the order of their indexes.
    pub const fn new(styles: Vec<Style>) -> Self {
        Self(styles)
    }

    /// The style of that index; `None` where the table has no such row.
    pub fn get(&self, index: usize) -> Option<Style> {
        // Workbooks without styles are common among small writers: all cells then have the plain one.
        if self.0.is_empty() && index == 0 { Some(Style::default()) } else { self.0.get(index).copied() }
    }
}

impl Font {
    /// Takes over an element of a font: `<b/>`, `<i val="0"/>`.
    pub fn set(&mut self, name: &str, value: Option<&str>) {
        let is_on = value.is_none_or(is_true);
        match name {
            "strike" => self.struck = is_on,
            "b" => self.bold = is_on,
            "i" => self.italic = is_on,
            _ => {}
        }
    }
}

/// Reads the part of styles.
pub fn read(source: &mut dyn BufRead, place: &str) -> Result<Styles, Refusal> {
    let mut events = Events::new(source, place);
    let mut formats: HashMap<u32, (Class, Shown)> = HashMap::new();
    let (mut fonts, mut styles): (Vec<Font>, _) = (Vec::new(), Vec::new());
    let (mut in_fonts, mut in_cells) = (false, false);
    while let Some(event) = events.next()? {
        match event {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "fonts" => in_fonts = true,
                "cellXfs" => in_cells = true,
                "font" if in_fonts => fonts.push(Font::default()),
                name @ ("strike" | "b" | "i") if in_fonts => {
                    if let Some(font) = fonts.last_mut() {
                        font.set(name, attribute(&element, "val").as_deref());
                    }
                }
                "numFmt" => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, attribute(&element, "formatCode")) {
                        formats.insert(id, of_code(&code));
                    }
                }
                "xf" if in_cells => {
                    let number =
                        |name| attribute(&element, name).and_then(|id| id.parse::<u32>().ok()).unwrap_or(0);
                    let (format, font) = (number("numFmtId"), number("fontId") as usize);
                    let (class, shown) = formats.get(&format).copied().unwrap_or_else(|| built_in(format));
                    styles.push(Style { class, shown, font: fonts.get(font).copied().unwrap_or_default() });
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "fonts" => in_fonts = false,
                "cellXfs" => in_cells = false,
                _ => {}
            },
            _ => {}
        }
    }
    Ok(Styles::new(styles))
}

/// The formats that every workbook has (ECMA-376, part 1, 18.8.30).
pub fn built_in(id: u32) -> (Class, Shown) {
    match id {
        1 | 3 => (Class::Number, Shown::Decimals(0)),
        2 | 4 => (Class::Number, Shown::Decimals(2)),
        9 | 10 => (Class::Number, Shown::Percent),
        17 => (Class::Moment, Shown::Month),
        14..=16 | 18..=22 | 27..=36 | 45..=47 | 50..=58 => (Class::Moment, Shown::General),
        49 => (Class::Number, Shown::AsText),
        _ => (Class::Number, Shown::General),
    }
}

/// What a format code makes of a number: letters of dates outside of quotes, escapes and brackets make a date.
pub fn of_code(code: &str) -> (Class, Shown) {
    let mut letters = code.split(';').next().unwrap_or_default().chars();
    let (mut is_date, mut digits, mut after_point) = (false, 0u8, false);
    let mut parts = String::new();
    let mut rest = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                letters.by_ref().find(|letter| *letter == '"');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inner: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                // Elapsed hours are a time; colours, conditions and languages are not.
                let inner = inner.to_lowercase();
                is_date |= !inner.is_empty()
                    && inner.chars().all(|c| matches!(c, 'h' | 'm' | 's' | 'ч' | 'м' | 'с'));
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' | 'д' | 'Д' | 'М' | 'м' | 'г' | 'Г'
            | 'ч' => {
                is_date = true;
                parts.extend(letter.to_lowercase());
            }
            '.' => after_point = true,
            '0' | '#' | '?' if after_point => digits += 1,
            letter => rest.push(letter),
        }
    }
    if code.eq_ignore_ascii_case("general") || rest.to_lowercase().contains("general") || code == "Основной"
    {
        (Class::Number, Shown::General)
    } else if is_date {
        let has = |letters: &[char]| parts.contains(letters);
        let is_month = has(&['y', 'г']) && has(&['m', 'м']) && !has(&['d', 'д', 'h', 'ч', 's']);
        (Class::Moment, if is_month { Shown::Month } else { Shown::General })
    } else if code == "@" {
        (Class::Number, Shown::AsText)
    } else if rest.contains('%') {
        (Class::Number, Shown::Percent)
    } else if rest.contains('E') || rest.contains('/') {
        (Class::Number, Shown::General)
    } else {
        (Class::Number, Shown::Decimals(digits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_code_says_whether_the_number_is_a_date() {
        for code in
            ["dd.mm.yyyy", "[$-419]D MMMM YYYY\" г.\"", "hh:mm", "[h]:mm", "ДД.ММ.ГГГГ", "m/d/yy h:mm;@"]
        {
            assert_eq!(of_code(code).0, Class::Moment, "{code}");
        }
        for (code, shown) in
            [("mmm.yy", Shown::Month), ("[$-419]MMMM\\ YYYY;@", Shown::Month), ("d mmm", Shown::General)]
        {
            assert_eq!(of_code(code), (Class::Moment, shown), "{code}");
        }
        for (code, shown) in [
            ("General", Shown::General),
            ("0.00", Shown::Decimals(2)),
            ("#,##0\" дн.\"", Shown::Decimals(0)),
            ("@", Shown::AsText),
            ("[Red]0.0", Shown::Decimals(1)),
            ("0.00E+00", Shown::General),
            ("0.0%", Shown::Percent),
        ] {
            assert_eq!(of_code(code), (Class::Number, shown), "{code}");
        }
    }
}
