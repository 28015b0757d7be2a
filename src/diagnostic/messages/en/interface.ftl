# Commands and what they print.
help-pisar = Official Russian papers out of the spreadsheets you already have: plan, minutes, letters, reports
help-pisar-init = A new workspace: workbooks with headings, and the templates
help-pisar-check = Read and check everything, write nothing
help-pisar-list = The kinds of documents: for whom, how many, what is lacking; what falls due
help-pisar-generate = Make documents (no kind: all)
help-pisar-templates = Templates: fields, lint, export
help-pisar-templates-fields = Every field and helper that a template may use, with live values
help-pisar-templates-check = Check every tag of every template
help-pisar-templates-export = Write the built-in templates and the catalog out, to be changed
help-pisar-register = The register of issued documents
help-pisar-register-list = The register as a table
help-pisar-register-void = Cancel a number: it stays in the register, marked
help-pisar-register-verify = Compare the register with the files
help-pisar-decline = All cases of a name, a post or an organisation
help-pisar-spell = Every form of a date or a count
help-pisar-explain = What a finding means, and how to mend it
help-pisar-completions = Completions for a shell
help-pisar-man = The manual page
help-argument-directory = The workspace (the current folder where absent)
help-argument-input = The folder of spreadsheets
help-argument-templates = The folder of the catalog and the templates
help-argument-output = The folder for documents
help-argument-register = The register's file
help-argument-today = Take this date for today (2023-03-15)
help-argument-lang = The language of messages
help-argument-color = Colour: by the terminal, always, never
help-argument-format = Output for a person, in lines, or JSON
help-argument-due = What falls due within so many days; of generate: what is due today
help-argument-kinds = Kinds of documents (see pisar list)
help-argument-period = A period: 2023-03, март 2023, 2023-Q1, I квартал 2023, 2022/2023, 2023-03-01..2023-05-31
help-argument-only = Only recipients whose name holds this text
help-argument-dry-run = Show what would be made, write nothing
help-argument-force = Replace files that were edited by hand too (the old one is kept as a copy)
help-argument-pdf = A PDF beside each Word document
help-argument-pdf-engine = What makes PDFs: the built-in converter or LibreOffice
help-argument-soffice = LibreOffice's program, where it is not on PATH
help-argument-print-file = All documents of a kind in one file, for one press of the print button
help-argument-envelopes = Envelopes for the recipients, a file a kind: DL (220×110 mm) or C5 (229×162 mm)
help-argument-labels = A4 sheets of address labels; a label's size in mm (70x37; with a gap between columns: 63.5x38.1+2.5)
help-argument-proof = Only a proof sheet: every name, post and organisation in its cases, the doubtful first; no document is made
help-argument-email = Beside each document, an unsent message (.eml) to its recipient; for meetings and events, a calendar file (.ics)
help-argument-jobs = Number of threads
help-argument-kind = A kind of document
help-argument-number = The document's number, the record (#12), a recipient's name or a file
help-argument-note = The reason
help-argument-text = Texts; without them, a text a line from standard input
help-argument-sort = What it is: a person's name, a post, an organisation
help-argument-gender = The gender
help-argument-words = A date (2023-03-15, 15 марта 2023) or a number with its noun (21 мероприятие)
help-argument-code = A finding's code
help-argument-shell = The shell
help-argument-help = Print help
help-argument-version = Print version
check-other = another sheet
check-hidden = a hidden sheet, not read
check-rows = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
check-summary = { $errors ->
        [0] No errors
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }.
explain-unknown = There is no code "{ $code }". Perhaps "{ $nearest }" was meant.
generate-kind-unknown = There is no kind "{ $kind }". { $nearest ->
        [0] There are: { $known }.
       *[other] Perhaps "{ $nearest }" was meant. There are: { $known }.
    }
generate-period-unread = The period "{ $text }" was not understood. Examples: 2023-03, март 2023, 2023-Q1, 2022/2023, 2023-03-01..2023-05-31.
generate-labels-unread = The label size "{ $text }" was not understood. Examples: 70x37, 105x74, 63.5x38.1+2.5 (width, height and the gap between columns, mm); a label fits on A4 and is 20x15 at least.
generate-summary = { $total ->
        [0] Nothing to do.
        [one] { $total } document: { $states }.
       *[other] { $total } documents: { $states }.
    }
generate-dry-summary = { $total ->
        [0] There would be nothing to do.
       *[other] A trial, nothing was written. { $total } in all: { $states }.
    }
outcome-new = { $count } new
outcome-updated = { $count } updated
outcome-unchanged = { $count } unchanged
outcome-kept-edited = { $count } edited by hand and kept
outcome-stopped = { $count } not made
generate-voided = { $count ->
        [one] { $count } document voided: what it was for is called off.
       *[other] { $count } documents voided: what they were for is called off.
    }
state-new = new
state-updated = updated
state-unchanged = unchanged
state-kept-edited = edited by hand and kept
state-stopped = not made
list-count = { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
list-lines = Lines of the plan and their papers:
list-papers-signed = signed
list-papers-issued = issued
list-papers-ready = can be made
list-papers-lacking = lack data
list-covered = Lines of the plan with papers: { $covered } of { $all }.
list-lacking = { $count } lacking data
list-issued = issued
list-broken = the template or the entry has an error
register-count = { $count ->
        [one] { $count } record.
       *[other] { $count } records.
    }
register-verified = The register and the files agree.
register-voided = Number { $number } ({ $recipient }) is cancelled and kept in the register, marked.
init-written = Written: { $path }
init-kept = Kept as it is: { $path }
templates-clean = Nothing to mend, { $count } kinds of documents.
templates-helpers = Helpers
templates-blocks = Blocks
spell-unread = "{ $text }" is neither a date nor a number with its noun.
help-pisar-schedule = Texts for systemd, cron and the Windows Task Scheduler: generate --due every day; installs nothing
help-pisar-register-export = The register as an Excel journal
help-pisar-register-move = Carry a number over to a recipient whose name was mended
help-argument-mark = Beside each workbook write a copy with the cells coloured and noted
help-argument-file = The file
help-argument-from = The document's number, the record (#12), a recipient's name or a file
help-argument-to = The recipient as the sheet has it now
schedule-service = /etc/systemd/system/{ $name }.service
schedule-timer = /etc/systemd/system/{ $name }.timer; then: systemctl enable --now { $name }.timer
schedule-crontab = Or a line for crontab -e
schedule-windows = Or a file { $name }.xml; then: schtasks /Create /TN { $name } /XML { $name }.xml
register-moved = Number { $number } carried over: "{ $from }" → "{ $to }".
register-signed = { $count ->
        [0] No new signatures.
        [one] { $count } signature entered.
       *[other] { $count } signatures entered.
    }
help-pisar-register-import = Enter from the journal when and under which number papers were signed
check-marked = A marked copy was written: { $path }
help-pisar-import = A plan in a Word table becomes input/plan.xlsx
help-pisar-templates-new = A new paper: a template with the fields, and its catalog entry
help-argument-id = The paper's name: letters, digits, hyphens
help-argument-title = The paper's title
help-argument-for-each = The collection that gives a document a row: наставники, организации …
templates-started = Done: templates/{ $name }.docx and an entry in templates/catalog.toml. Open the template in Word and keep the fields you need.
templates-id-taken = The name "{ $name }" is taken or impossible: letters, digits and hyphens are needed.
templates-collection-unknown = There is no collection "{ $name }". Collections: "pisar templates fields".
help-argument-folder = Where to write
