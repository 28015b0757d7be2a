//! A page's content moved by a few millimetres: what is printed on a ready blank, an envelope or labels meets its lines.

use super::package::Package;
use super::properties;
use super::refusal::Refusal;

/// How far: twentieths of a point to the right and down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shift {
    right: i32,
    down: i32,
}

impl Shift {
    /// So many millimetres to the right and down, each rounded to a twentieth of a point.
    pub fn millimetres(right: f64, down: f64) -> Self {
        let twips = |millimetres: f64| (millimetres * 1_440.0 / 25.4).round() as i32;
        Self { right: twips(right), down: twips(down) }
    }

    /// Moves the content of all pages of a document.
    pub(super) fn apply(self, package: &mut Package) -> Result<(), Refusal> {
        if self == Self::default() {
            return Ok(());
        }
        for part in &mut package.parts {
            if part.name == "word/document.xml" {
                *part = properties::part(part, &self.moved(&part.text()?));
            }
        }
        Ok(())
    }

    /// The text with the margins of every section moved; none becomes less than nothing.
    fn moved(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for (place, piece) in text.split("<w:pgMar ").enumerate() {
            if place == 0 {
                out.push_str(piece);
                continue;
            }
            let (tag, rest) = piece.split_at(piece.find('>').unwrap_or(piece.len()));
            let mut tag = tag.to_owned();
            for (name, by) in [
                ("left", self.right),
                ("right", -self.right),
                ("top", self.down),
                ("bottom", -self.down),
                ("header", self.down),
                ("footer", -self.down),
            ] {
                tag = changed(&tag, &format!("w:{name}=\""), by);
            }
            out.push_str("<w:pgMar ");
            out.push_str(&tag);
            out.push_str(rest);
        }
        out
    }
}

/// The tag with that attribute's number changed.
fn changed(tag: &str, attribute: &str, by: i32) -> String {
    let Some((before, rest)) = tag.split_once(attribute) else { return tag.to_owned() };
    let Some((number, after)) = rest.split_once('"') else { return tag.to_owned() };
    let Ok(number) = number.parse::<i32>() else { return tag.to_owned() };
    format!("{before}{attribute}{}\"{after}", (number + by).max(0))
}

#[cfg(test)]
mod tests {
    use super::Shift;

    #[test]
    fn all_margins_move_the_content_and_none_becomes_negative() {
        let section = "<w:sectPr><w:pgMar w:top=\"1134\" w:right=\"50\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";
        assert_eq!(
            Shift::millimetres(2.0, -1.5).moved(&format!("<w:p/>{section}{section}")),
            format!(
                "<w:p/>{0}{0}",
                "<w:sectPr><w:pgMar w:top=\"1049\" w:right=\"0\" w:bottom=\"1219\" w:left=\"1247\" w:header=\"482\" w:footer=\"652\" w:gutter=\"0\"/></w:sectPr>"
            )
        );
    }
}
