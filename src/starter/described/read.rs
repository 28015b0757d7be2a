//! A description's lines as blocks: a name, the rest of the line, the rows set in under it.

/// A block, or a paragraph where the name is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The word after `!`; empty for a paragraph of text.
    pub name: &'static str,
    /// The rest of the line.
    pub rest: &'static str,
    /// The rows under it.
    pub rows: Vec<&'static str>,
}

impl Block {
    /// The rest of the line in parts told apart by ` | `.
    pub fn parts(&self) -> Vec<&'static str> {
        parts(self.rest)
    }
}

/// The blocks of a description, in order.
pub fn blocks(description: &'static str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in description.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(row) = line.strip_prefix("  ")
            && let Some(block) = blocks.last_mut()
        {
            block.rows.push(row.trim());
            continue;
        }
        let (name, rest) =
            line.strip_prefix('!').map_or(("", line), |block| block.split_once(' ').unwrap_or((block, "")));
        blocks.push(Block { name, rest: rest.trim(), rows: Vec::new() });
    }
    blocks
}

/// The parts of a text told apart by ` | `.
pub fn parts(text: &'static str) -> Vec<&'static str> {
    text.split(" |").map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_block_with_its_rows_or_a_paragraph() {
        let read =
            blocks("!page portrait\n\nТекст с | чертой\n!facts\n  Дата: | {{дата}}\n  Место: | {{место}}\n");
        let block = |name, rest, rows: &[&'static str]| Block { name, rest, rows: rows.to_vec() };
        assert_eq!(
            read,
            [
                block("page", "portrait", &[]),
                block("", "Текст с | чертой", &[]),
                block("facts", "", &["Дата: | {{дата}}", "Место: | {{место}}"]),
            ]
        );
        assert_eq!(parts("а | б |"), ["а", "б", ""]);
    }
}
