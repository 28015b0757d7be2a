//! The one table of codes: every kind of finding, its name and its severity.

/// Whether a finding stops the documents that need the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Stops nothing.
    Warning,
    /// Stops the documents that need the value.
    Error,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $severity:ident;)*) => {
        /// A kind of finding. Its name is what `pisar explain` takes and what the message files are keyed by.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// Every code, in the table's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The code's name: `plan-number-duplicate`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What the code stops.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // ── input/ ──
    /// There is nothing to read.
    InputEmpty = "input-empty", Error;
    /// A file could not be read.
    FileUnreadable = "file-unreadable", Error;
    /// A sheet was not recognised and is kept under its own name.
    SheetUnknown = "sheet-unknown", Warning;
    /// A lock file of an open workbook was skipped.
    FileLockSkipped = "file-lock-skipped", Warning;
    /// A file holds no cell at all.
    FileBlank = "file-blank", Error;
    /// No sheet of a file holds a table.
    FileNoTable = "file-no-table", Error;
    /// A sheet holds cells, but no table.
    SheetNoTable = "sheet-no-table", Warning;
    /// A hidden sheet with a table was skipped.
    SheetHidden = "sheet-hidden", Warning;
    /// A table repeats an earlier one cell for cell.
    TableTwice = "table-twice", Warning;
    /// Hidden rows or columns were taken.
    RowsHidden = "rows-hidden", Warning;
    /// A heading that the sheet can't do without is missing.
    HeadingMissing = "heading-missing", Error;
    /// A heading stands twice.
    HeadingDuplicate = "heading-duplicate", Error;
    /// The heading row stands again inside the table.
    HeadingRepeated = "heading-repeated", Warning;
    /// Cells stand in a column that has no heading.
    ColumnWithoutHeading = "column-without-heading", Warning;
    /// Above the heading stand rows that look like a table themselves.
    RowsAboveHeading = "rows-above-heading", Warning;
    /// A row that is no data of its table was left out.
    RowSkipped = "row-skipped", Warning;
    /// A quote of a text file is never closed.
    QuoteUnclosed = "quote-unclosed", Error;
    /// An error value in a column that is used.
    CellError = "cell-error", Error;
    /// An error value in a column that only templates of one's own may use.
    CellErrorUnused = "cell-error-unused", Warning;
    /// A formula whose value nobody has computed.
    CellNotComputed = "cell-not-computed", Error;
    /// A cell that contradicts its own type.
    CellBroken = "cell-broken", Error;
    /// A number or a date where a name or a title is expected.
    CellUnfit = "cell-unfit", Error;
    /// A cell is struck through.
    CellStruck = "cell-struck", Warning;
    /// Two things seem to stand in one cell without a line end.
    CellGlued = "cell-glued", Warning;
    /// A date that no calendar has.
    DateImpossible = "date-impossible", Error;
    /// No date could be read.
    DateUnread = "date-unread", Error;
    /// A date that lost its format was read out of a number.
    DateFromNumber = "date-from-number", Warning;
    /// No time could be read.
    TimeUnread = "time-unread", Error;
    /// No number could be read.
    NumberUnread = "number-unread", Warning;
    /// A number has more digits than a spreadsheet keeps.
    DigitsLost = "digits-lost", Error;
    /// The number of an activity had become a date.
    NumberWasDate = "number-was-date", Warning;
    /// The number of an activity had lost its last zero.
    NumberLostZero = "number-lost-zero", Warning;
    /// Neither yes nor no could be read.
    FlagUnread = "flag-unread", Warning;
    /// No gender could be read.
    GenderUnread = "gender-unread", Warning;
    /// A word that is none of those allowed.
    ChoiceUnknown = "choice-unknown", Error;

    // ── validate/ ──
    /// A number of the plan stands twice.
    PlanNumberDuplicate = "plan-number-duplicate", Warning;

    // ── template/ ──
    /// A tag names a field that does not exist.
    TemplateFieldUnknown = "template-field-unknown", Error;

    // ── catalog/ ──
    /// The catalog could not be read.
    CatalogUnreadable = "catalog-unreadable", Error;

    // ── output/, register ──
    /// A file that a person has edited was kept.
    EditedKept = "edited-kept", Warning;
}

impl std::str::FromStr for Code {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|code| code.name() == name).ok_or(())
    }
}
