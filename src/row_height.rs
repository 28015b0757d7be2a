//! How high a row of a spreadsheet must be for its wrapped text: a file holds heights, and no program mends them when it opens it.

/// Points that a line of an 11-point font takes.
const LINE: f64 = 15.0;
/// Letters of Times New Roman are so much narrower than those of the usual font: a column holds so many times more of them.
pub const TIMES: f64 = 1.2;
/// A row can be no higher, in points.
pub const HIGHEST: f64 = 409.0;

/// Height in points of a row that holds these texts, each wrapped into its width in characters of the normal font.
pub fn of(texts: &[(&str, f64)]) -> f64 {
    let lines = texts.iter().map(|(text, width)| lines(text, *width)).max().unwrap_or(1);
    (f64::from(lines) * LINE + 2.0).min(HIGHEST)
}

/// Lines that a text takes when its words are wrapped into a width in characters of the normal font.
pub fn lines(text: &str, width: f64) -> u32 {
    // A column's width counts digits; the mean Cyrillic letter is a tenth wider.
    let limit = (width / 1.1).max(1.0) as usize;
    let paragraph_lines = |paragraph: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in paragraph.split(' ') {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > limit {
                lines += 1;
                used = 0;
            } else if used > 0 {
                used += 1;
            }
            used += length;
            lines += (used.saturating_sub(1) / limit) as u32;
            used -= used.saturating_sub(1) / limit * limit;
        }
        lines
    };
    text.split('\n').map(paragraph_lines).sum()
}

#[cfg(test)]
mod tests {
    use super::{lines, of};

    #[test]
    fn words_are_wrapped_and_long_ones_broken() {
        for (text, width, expected) in [
            ("", 10.0, 1),
            ("план работы", 11.0, 2),
            ("план работы", 13.0, 1),
            ("план\nработы\n", 20.0, 3),
            ("достопримечательность", 11.0, 3),
        ] {
            assert_eq!(lines(text, width), expected, "{text}");
        }
    }

    #[test]
    fn a_row_is_as_high_as_its_highest_cell_and_no_higher_than_a_row_can_be() {
        assert_eq!(of(&[("а", 10.0), ("а\nб", 10.0)]).to_bits(), 32.0_f64.to_bits());
        assert_eq!(of(&[("а\n".repeat(50).as_str(), 10.0)]).to_bits(), 409.0_f64.to_bits());
        assert_eq!(of(&[]).to_bits(), 17.0_f64.to_bits());
    }
}
