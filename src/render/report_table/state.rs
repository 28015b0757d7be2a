//! The states that the report counts: each mark's state, its name, its colours in cells and in charts.

use crate::analysis::Mark;

/// A state, in the order of the report.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// Its row in the summary.
    pub title: &'static str,
    /// How a mark of it begins, in lower case.
    pub stem: &'static str,
    /// Fill of a cell with the mark.
    pub fill: u32,
    /// Letters on that fill.
    pub letters: u32,
    /// Fill in the charts, for white letters.
    pub chart: u32,
}

/// Every state. A stem that begins another one stands before it: whoever looks for a text's state looks from the end.
pub const STATES: [State; 7] = [
    State {
        title: "Выполнено в срок",
        stem: "выполнено",
        fill: 0x00C6_EFCE,
        letters: 0x0000_6100,
        chart: 0x0037_7D22,
    },
    State {
        title: "Выполнено с опозданием",
        stem: "выполнено с",
        fill: 0x00FF_EB9C,
        letters: 0x005F_4700,
        chart: 0x008A_6500,
    },
    State {
        title: "В работе, срок не истёк",
        stem: "в работе",
        fill: 0x00DD_EBF7,
        letters: 0x001F_4E78,
        chart: 0x002F_5597,
    },
    State {
        title: "Просрочено",
        stem: "просрочено",
        fill: 0x00FF_C7CE,
        letters: 0x009C_0006,
        chart: 0x00C0_0000,
    },
    State {
        title: "Перенесено",
        stem: "перенесено",
        fill: 0x00E4_DFEC,
        letters: 0x0040_3151,
        chart: 0x0070_30A0,
    },
    State {
        title: "Не выполнено",
        stem: "не выполнено",
        fill: 0x00F8_CBAD,
        letters: 0x0083_3C0B,
        chart: 0x00A0_4A10,
    },
    State {
        title: "Отменено",
        stem: "отменено",
        fill: 0x00D9_D9D9,
        letters: 0x0040_4040,
        chart: 0x0069_6969,
    },
];

/// The place in [`STATES`] of a mark's state; what has not begun counts as in progress while its term lasts.
pub const fn of(mark: Mark) -> usize {
    match mark {
        Mark::Done => 0,
        Mark::DoneLate(_) => 1,
        Mark::InProgress | Mark::Planned => 2,
        Mark::Overdue(_) => 3,
        Mark::Postponed => 4,
        Mark::NotDone => 5,
        Mark::Cancelled => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::mark_text;

    const MARKS: [Mark; 9] = [
        Mark::Done,
        Mark::DoneLate(3),
        Mark::DoneLate(0),
        Mark::InProgress,
        Mark::Overdue(1),
        Mark::Overdue(0),
        Mark::Postponed,
        Mark::NotDone,
        Mark::Cancelled,
    ];

    /// Contrast of two colours (WCAG 2.2, relative luminance).
    fn contrast(one: u32, other: u32) -> f64 {
        let luminance = |colour: u32| {
            let [_, red, green, blue] = colour.to_be_bytes().map(|byte| {
                let share = f64::from(byte) / 255.0;
                if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn the_last_stem_that_fits_a_mark_is_that_of_its_state() {
        for mark in MARKS {
            let text = mark_text(mark);
            let last = STATES.iter().rposition(|state| text.starts_with(state.stem));
            assert_eq!(last, Some(of(mark)), "{text}");
        }
    }

    #[test]
    fn letters_can_be_read_on_every_fill() {
        for state in STATES {
            let figures = (contrast(state.fill, state.letters), contrast(state.chart, 0x00FF_FFFF));
            assert!(figures.0 >= 4.5 && figures.1 >= 4.5, "{}: {figures:?}", state.title);
        }
    }
}
