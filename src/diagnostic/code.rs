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
    /// A document's recipient is no longer in the input; its file and number stay.
    RecipientRemoved = "recipient-removed", Warning;
    /// A new recipient looks like one that has gone: a mended name.
    RecipientRenamed = "recipient-renamed", Warning;
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
