//! Tables in text: csv and its like, in any encoding of its history, with any separator.

use super::encoding;
use super::grid::{Grid, MAX_CELLS, MAX_TEXT};
use super::refusal::Refusal;
use csv::ReaderBuilder;

/// A table of text, and the lines at which it looks torn.
pub struct TextTable {
    /// The cells.
    pub grid: Grid,
    /// Lines (from 1) whose quote is never closed.
    pub unclosed: Option<u64>,
}

/// Reads the table; its sheet takes the name `name`.
///
/// # Errors
/// Text in no known encoding, or cells beyond every measure.
pub fn read(bytes: &[u8], name: &str) -> Result<TextTable, Refusal> {
    let text = encoding::text(bytes)?;
    // Line numbers stay those of the file: a `sep=` line becomes an empty one.
    let (declared, body) = match text.split_once('\n') {
        Some((first, rest)) if first.to_lowercase().starts_with("sep=") => {
            (first.get(4..).and_then(|separator| separator.bytes().next()), rest)
        }
        _ => (None, text.as_str()),
    };
    let skipped = u32::from(declared.is_some());
    let separator = declared.unwrap_or_else(|| separator(body));
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(body.as_bytes());
    let mut grid = Grid::named(name);
    let (mut cells, mut unclosed) = (0, None);
    let (mut line, mut counted) = (1_u64, 0);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| Refusal::Encoding)? {
        // The csv crate says at which byte a record starts, line ends before it included; its own line numbers lag behind them.
        let start = record.position().map_or(0, |position| position.byte() as usize);
        let tail = body.get(start..).unwrap_or_default();
        let start = start + (tail.len() - tail.trim_start_matches(['\r', '\n']).len());
        line += line_ends(body.get(counted..start).unwrap_or_default());
        counted = start;
        let row = (line - 1) as u32 + skipped;
        cells += record.len();
        if cells > MAX_CELLS || record.iter().any(|text| text.len() > MAX_TEXT) {
            return Err(Refusal::TooBig { place: format!("{name}: {line}") });
        }
        let of_record = Grid::of_texts("", [record.iter().map(str::to_owned)]);
        grid.rows.extend(of_record.rows.into_iter().map(|mut raw| {
            raw.row = row;
            raw
        }));
        if record.iter().any(|text| text.matches('\n').count() > 200) {
            unclosed = Some(line + u64::from(skipped));
        }
    }
    if unclosed.is_none() && body.matches('"').count() % 2 == 1 {
        unclosed = body
            .lines()
            .position(|line| line.matches('"').count() % 2 == 1)
            .map(|at| at as u64 + 1 + u64::from(skipped));
    }
    Ok(TextTable { grid, unclosed })
}

/// How many lines end in the text; CR, LF and both together end one each.
fn line_ends(text: &str) -> u64 {
    let single = text.bytes().filter(|byte| matches!(byte, b'\r' | b'\n')).count();
    (single - text.matches("\r\n").count()) as u64
}

/// The separator that cuts most lines into the same number of cells, more than one.
fn separator(text: &str) -> u8 {
    let score = |separator: u8| {
        let counts: Vec<usize> = rows(text)
            .take(50)
            .filter(|line| !line.trim().is_empty())
            .map(|line| outside_quotes(line, separator))
            .collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let agreeing = counts.iter().filter(|count| **count == most).count();
        if most == 0 { 0 } else { agreeing * 100 / counts.len().max(1) + most.min(20) }
    };
    // In a draw the first wins: Excel in Russian writes semicolons, and commas stand inside texts.
    let mut best = (b';', score(b';'));
    for candidate in [b'\t', b'|', b','] {
        let score = score(candidate);
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// The rows of the text: a line end within quotes ends none, unless a quote is never closed.
fn rows(text: &str) -> impl Iterator<Item = &str> {
    let is_torn = text.matches('"').count() % 2 == 1;
    let mut quoted = false;
    text.split(move |c: char| {
        quoted ^= c == '"' && !is_torn;
        !quoted && c == '\n'
    })
}

fn outside_quotes(line: &str, separator: u8) -> usize {
    let mut quoted = false;
    line.bytes()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted && *byte == separator
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let table = read(bytes, "лист").unwrap();
        table
            .grid
            .rows
            .iter()
            .map(|row| {
                (row.row, row.cells.iter().filter_map(|cell| cell.text()).map(str::to_owned).collect())
            })
            .collect()
    }

    #[test]
    fn every_separator_is_found_and_lines_keep_their_numbers() {
        let expected =
            vec![(0, vec!["ФИО".into(), "ИНН".into()]), (2, vec!["Иванов, И.".into(), "0012".to_owned()])];
        for separator in [";", "\t", "|"] {
            let text = format!("ФИО{separator}ИНН\r\n\r\nИванов, И.{separator}0012\r\n");
            assert_eq!(texts(text.as_bytes()), expected, "{separator}");
        }
        assert_eq!(texts("ФИО,ИНН\n\n\"Иванов, И.\",0012\n".as_bytes()), expected);
        assert_eq!(texts("sep=;\nФИО;ИНН\nИванов, И.;0012\n".as_bytes()), {
            let mut shifted = expected;
            shifted[0].0 = 1;
            shifted
        });
    }

    #[test]
    fn lines_within_a_cell_do_not_hide_the_separator() {
        let agenda = "\"О плане, сроках — Иванов\nОб итогах, выводах — Петров\nО разном, прочем — Ким\"";
        let text = format!("Дата;Повестка;Место\n20.03.2023;{agenda};Томск\n21.03.2023;{agenda};Томск\n");
        let rows = texts(text.as_bytes());
        assert_eq!(rows.len(), 3);
        assert_eq!((rows[1].1.len(), rows[2].1[2].as_str()), (3, "Томск"));
    }

    #[test]
    fn a_quote_that_is_never_closed_is_stated_with_its_line() {
        let table = read("ФИО;Должность\nИванов;\"мастер\nПетров;сварщик\n".as_bytes(), "лист").unwrap();
        assert_eq!(table.unclosed, Some(2));
    }
}
