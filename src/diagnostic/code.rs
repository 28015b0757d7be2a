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
    /// The plan leaves a number out.
    PlanNumberGap = "plan-number-gap", Warning;
    /// There is no plan.
    PlanMissing = "plan-missing", Warning;
    /// A deadline is not understood.
    DeadlineUnread = "deadline-unread", Warning;
    /// A deadline does not touch the academic year.
    DeadlineOutsideYear = "deadline-outside-year", Warning;
    /// A date does not fall on the weekday written beside it.
    WeekdayWrong = "weekday-wrong", Warning;
    /// A word mixes Latin and Cyrillic letters that look alike.
    LookAlike = "look-alike", Warning;
    /// A quote is not closed.
    QuotesUnbalanced = "quotes-unbalanced", Warning;
    /// A key names no row of the sheet that it should name.
    KeyDangling = "key-dangling", Warning;
    /// An executor of the plan is on no sheet.
    ExecutorUnknown = "executor-unknown", Warning;
    /// A council that meets is no column of the sheet of members.
    CouncilUnknown = "council-unknown", Warning;
    /// A council has no chair or no secretary.
    CouncilIncomplete = "council-incomplete", Warning;
    /// A council has too few votes to decide.
    CouncilWithoutQuorum = "council-without-quorum", Warning;
    /// A mentor's organisation is not said.
    MentorWithoutOrganisation = "mentor-without-organisation", Warning;
    /// An activity is said to be done, and nothing shows it.
    EvidenceMissing = "evidence-missing", Warning;
    /// A decision is of a meeting that no sheet has.
    MeetingUnknown = "meeting-unknown", Warning;
    /// A name among those present is nobody's.
    PresentUnknown = "present-unknown", Warning;
    /// The votes are not as many as the members present.
    VotesWrong = "votes-wrong", Warning;
    /// An assignment's term ends before its meeting.
    DecisionTermEarly = "decision-term-early", Warning;
    /// A meeting or an event falls on a day off.
    EventDayOff = "event-day-off", Warning;
    /// Neither the sheet nor the name tells a person's gender.
    GenderUnknown = "gender-unknown", Warning;
    /// The sheet and the name, or the parts of the name, tell two genders.
    GenderConflict = "gender-conflict", Warning;
    /// The forms of a name, a post or an organisation are not certain.
    FormDoubtful = "form-doubtful", Warning;
    /// One person is written two ways.
    PersonWrittenTwice = "person-written-twice", Warning;
    /// `pisar.toml` is wrong.
    SettingsWrong = "settings-wrong", Error;

    // ── template/ ──
    /// A tag names a field that does not exist.
    TemplateFieldUnknown = "template-field-unknown", Error;
    /// A tag is not written as a tag should be.
    TemplateTagSyntax = "template-tag-syntax", Error;
    /// A tag is not closed, or closes nothing.
    TemplateTagBroken = "template-tag-broken", Error;
    /// A tag names a helper that does not exist.
    TemplateHelperUnknown = "template-helper-unknown", Error;
    /// A helper has the wrong number of arguments.
    TemplateArguments = "template-arguments", Error;
    /// A tag opens a block that does not exist.
    TemplateBlockUnknown = "template-block-unknown", Error;
    /// A loop has an option that does not exist.
    TemplateOptionUnknown = "template-option-unknown", Error;
    /// A field's name is written with spaces.
    TemplateFieldSpaces = "template-field-spaces", Error;
    /// A block is not closed.
    TemplateBlockUnclosed = "template-block-unclosed", Error;
    /// A tag closes or divides a block that was not opened.
    TemplateBlockStray = "template-block-stray", Error;
    /// A block is closed by another block's tag.
    TemplateBlockCrossed = "template-block-crossed", Error;
    /// A block's tags stand where no block can run between them.
    TemplateBlockMisplaced = "template-block-misplaced", Error;
    /// A value is of a kind that the tag cannot print.
    TemplateKindWrong = "template-kind-wrong", Error;
    /// A field that the text needs is empty.
    TemplateFieldEmpty = "template-field-empty", Error;
    /// A text is longer than the page has room for.
    TemplateTextLong = "template-text-long", Error;
    /// The gender of a person is needed and not known.
    TemplateGenderUnknown = "template-gender-unknown", Error;
    /// A value holds a character that no document can hold.
    TemplateCharacterForbidden = "template-character-forbidden", Error;
    /// A tag stands where nothing can be filled in.
    TemplatePlaceWrong = "template-place-wrong", Error;
    /// A link made of values leads elsewhere than to a site, a mailbox or a telephone.
    TemplateLinkScheme = "template-link-scheme", Error;
    /// A grouping does not say by which field.
    TemplateGroupKey = "template-group-key", Error;
    /// Blocks are nested deeper than anybody needs.
    TemplateBlockDeep = "template-block-deep", Error;
    /// A picture's tag stands elsewhere than in the alternative text of a picture.
    TemplatePictureMisplaced = "template-picture-misplaced", Error;
    /// The file that a document should show cannot be taken.
    PictureUnusable = "picture-unusable", Error;
    /// A text is longer than a QR code holds.
    QrLong = "qr-long", Error;
    /// A tag stands in a formula of a workbook.
    TemplateFormulaTag = "template-formula-tag", Error;
    /// A cell gets more text than a cell can hold.
    TemplateCellLong = "template-cell-long", Error;
    /// A sheet gets more rows than a sheet can hold.
    TemplateSheetLong = "template-sheet-long", Error;
    /// A file cannot be a template.
    TemplateRefused = "template-refused", Error;

    // ── catalog/ ──
    /// The catalog could not be read.
    CatalogUnreadable = "catalog-unreadable", Error;
    /// An entry of the catalog contradicts itself.
    CatalogEntryWrong = "catalog-entry-wrong", Error;
    /// An entry names a collection, a template or a builtin that does not exist.
    CatalogNameUnknown = "catalog-name-unknown", Error;
    /// A built-in kind needs a column that no sheet has.
    KindLacking = "kind-lacking", Warning;
    /// The event that an entry needs is not in the sheet.
    EventMissing = "event-missing", Warning;

    // ── render/ ──
    /// The table of a report could not be written.
    ReportTableFailed = "report-table-failed", Error;
    /// A document could not be made into a PDF.
    PdfFailed = "pdf-failed", Error;
    /// LibreOffice was asked for and is not there.
    OfficeMissing = "office-missing", Error;
    /// Documents could not be put together in a print file.
    PrintFileFailed = "print-file-failed", Error;
    /// A document that a person has edited is not in the print file.
    PrintFileEdited = "print-file-edited", Warning;
    /// No document prints a name, a post or an organisation.
    ProofEmpty = "proof-empty", Warning;
    /// An envelope's recipient has no postal address.
    PostAddressMissing = "post-address-missing", Warning;
    /// A postal address has no index.
    PostIndexMissing = "post-index-missing", Warning;
    /// The sender of envelopes has no postal address.
    PostSenderMissing = "post-sender-missing", Warning;
    /// No document of the run goes anywhere by post.
    PostNone = "post-none", Warning;
    /// A draft's recipient has no address.
    AddressMissing = "address-missing", Warning;
    /// What stands for an address is none.
    AddressWrong = "address-wrong", Warning;
    /// There is nobody to write drafts.
    SenderMissing = "sender-missing", Warning;
    /// Documents have changed, and their PDFs are from before.
    CompanionsStale = "companions-stale", Warning;
    /// A fault of the program itself stopped one document.
    DocumentCrashed = "document-crashed", Error;

    // ── output/, register ──
    /// A file that a person has edited was kept.
    EditedKept = "edited-kept", Warning;
    /// A document's recipient is no longer in the input; its file and number stay.
    RecipientRemoved = "recipient-removed", Warning;
    /// A new recipient looks like one that has gone: a mended name.
    RecipientRenamed = "recipient-renamed", Warning;
    /// A number is to be carried over to a recipient who is in no sheet.
    RecipientUnknown = "recipient-unknown", Error;
    /// A document is voided because its meeting or event does not take place.
    DocumentCancelled = "document-cancelled", Warning;
    /// Two rows ask for the same document.
    RecipientRepeated = "recipient-repeated", Error;
    /// An interrupted run has been finished.
    RunFinished = "run-finished", Warning;
    /// The run was interrupted before anything was published.
    RunInterrupted = "run-interrupted", Error;
    /// Another run holds the workspace.
    WorkspaceHeld = "workspace-held", Error;
    /// The output folder cannot be used.
    OutputUnusable = "output-unusable", Error;
    /// Something that is no file stands where a document goes.
    TargetOccupied = "target-occupied", Error;
    /// A document that is to be replaced is open in an editor.
    DocumentOpen = "document-open", Error;
    /// The disk is full.
    DiskFull = "disk-full", Error;
    /// The disk failed.
    DiskFailed = "disk-failed", Error;
    /// There is no register, but there are its documents.
    RegisterMissing = "register-missing", Error;
    /// The register is damaged.
    RegisterDamaged = "register-damaged", Error;
    /// The register is older than its copy.
    RegisterOlder = "register-older", Error;
    /// A later version of the program wrote the register.
    RegisterLaterVersion = "register-later-version", Error;
    /// No record of the register is meant.
    RegisterNoSuchRecord = "register-no-such-record", Error;
    /// Several records of the register are meant.
    RegisterAmbiguous = "register-ambiguous", Error;
    /// A row of the journal's workbook could not be read back.
    JournalUnread = "journal-unread", Error;
    /// A file of the register is missing from the output folder.
    RegisterFileMissing = "register-file-missing", Warning;
    /// A file in the output folder is not in the register.
    RegisterFileForeign = "register-file-foreign", Warning;
}

impl std::str::FromStr for Code {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|code| code.name() == name).ok_or(())
    }
}
