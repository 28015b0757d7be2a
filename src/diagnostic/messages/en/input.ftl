# Reading spreadsheets.
input-empty = There is no spreadsheet in { $folder }.
    .hint = Put the plan and the lists there (.xlsx, .ods, .csv …), or start with "pisar init".
    .explain = The program reads every spreadsheet of the input folder. There is none, so there is nothing to make.
file-unreadable = The file was not read: { $reason ->
            [empty] it is empty (0 bytes)
            [io] { $place }
            [pdf] it is a PDF, not a spreadsheet
            [word] it is a Word document without a plan's table
            [word-old] it is a document of Word 97–2003
            [rtf] it is an RTF text
            [picture] it is a picture
            [mht] it is a web archive (MHT)
            [archive] it is an archive, not a spreadsheet
           *[unknown] it is no spreadsheet
            [password] it is protected by a password
            [old-excel] not supported: it is of Excel 2–4 (before 1993)
            [damaged] it is damaged ({ $place })
            [checksum] a check sum is wrong ({ $place }): some data are spoiled
            [too-big] a sheet or a part is too big ({ $place })
            [entities] it declares XML entities, as only malicious files do
            [no-sheets] the workbook has no sheet of cells
            [encoding] its encoding is unknown
            [timed-out] reading took more than 20 seconds and was stopped
            [crashed] its reader failed on it
        }.
    .hint = { $reason ->
            [empty] Download or save it again.
            [io] Check its permissions, and close it in other programs.
            [pdf] Use the table that it was made from; a PDF is not read.
            [word] Put the data into a table.
            [word-old] Open it in Word and save it as .docx.
            [rtf] Open it in Word and save it as .docx.
            [picture] Type the data into a spreadsheet.
            [mht] Open it in Excel and save it as .xlsx.
            [archive] Unpack it and put the spreadsheets themselves here.
           *[unknown] Put an .xlsx, .ods, .xls or .csv here.
            [password] Open it in Excel and take the password off.
            [old-excel] Open it in LibreOffice and save it as .xlsx.
            [damaged] Open it in Excel (which offers to repair it) and save it as .xlsx, or take an earlier copy.
            [checksum] Take another copy; this one can't be trusted.
            [too-big] Copy the rows that you need into a new workbook.
            [entities] Don't open it; ask its sender for another.
            [no-sheets] Check that it is the right file.
            [encoding] Open it in Excel and save it as .xlsx.
            [timed-out] Open it in Excel and save it as .xlsx.
            [crashed] Open it in Excel and save it as .xlsx.
        }
    .explain = The file is damaged, has a password, or is no spreadsheet. The other files were read.
sheet-unknown = The sheet was not recognised; templates can reach its rows as "{ $name }".
    .hint = If it is a plan or a list, name the sheet or its columns as "pisar init" does.
    .explain = Sheets are recognised by their names and headings. One that is not is kept: a template may use its rows.
file-lock-skipped = This is the trace of an open file; it was skipped.
    .hint = If the workbook is open in Excel, save and close it: what is read is what was saved last.
    .explain = Excel puts a file "~$…" beside a workbook that is open. It holds no data.
file-blank = The file holds no cell with a value.
    .hint = Take the file out of the folder, or save the data into it.
    .explain = An empty file looks like lost data, so it is not passed over in silence.
sheet-hidden = The hidden sheet was skipped.
    .hint = If it is needed, unhide it.
    .explain = Nobody checks what is not seen: hidden sheets are not read, hidden rows and columns are.
rows-hidden = Hidden: rows { $rows }, columns { $columns }; they were read with the others.
    .hint = If they are not wanted, delete them; clear the filter.
    .explain = What a filter or a hand has hidden is easily forgotten. The rows were taken, and counted.
heading-missing = There is no column "{ $heading }".
    .hint = Add a column with this heading, or rename yours.
    .explain = The sheet was recognised, but the documents that need this column have nothing to take.
heading-duplicate = The heading "{ $heading }" already stands in cell { $other }.
    .hint = Rename one of the columns, or delete the spare one.
    .explain = Of two columns with one heading the left one is taken; the other is not used.
heading-repeated = The heading row stands again inside the table; it was skipped.
    .hint = Delete the row; for print, set rows to repeat at top.
    .explain = A heading repeated for print is no data.
column-without-heading = Column { $column } has values but no heading; it was not read.
    .hint = Give the column a heading, or clear it; in a csv, check separators and quotes.
    .explain = Without a heading nobody knows what the column holds.
row-skipped = The row "{ $value }" does not look like data of the table; it was skipped.
    .hint = If it is data, fill the required column "{ $heading }".
    .explain = Captions and signatures among the rows do not become data.
quote-unclosed = The quote opened in line { $line } is never closed.
    .hint = Close the quote, or save the table as .xlsx.
    .explain = After a quote that is not closed, the lines of a text file run together into one cell.
cell-error = The cell holds the error { $value }.
    .hint = Mend the formula, or type the value.
    .explain = The formula gave no value; the documents that need it have nothing to print.
cell-error-unused = The cell holds the error { $value }.
    .hint = Mend the formula if a template of yours needs the column.
    .explain = No built-in document needs the column; the cell counts as empty.
cell-not-computed = The formula was not computed.
    .hint = Open the file in Excel or LibreOffice and save it.
    .explain = The file was written by a program that computes no formulas, so there is no value in it.
cell-broken = The cell's value is damaged: "{ $value }".
    .hint = Type the value again and save the file.
    .explain = The record in the file contradicts itself: it names a text that is not there, for example.
cell-unfit = Column "{ $heading }" holds { $value } where text is needed.
    .hint = Type the name, the post or the title.
    .explain = A number or a date in place of a name is a trace of shifted columns or of Excel's autocorrection.
cell-struck = The text is struck through, but was read like any other.
    .hint = If the row is cancelled, delete it or give it the status «отменено».
    .explain = The program sees the line; what it means is for a person to say.
cell-glued = Two entries seem to stand in the cell without a line end: "{ $second }" is the second.
    .hint = Part them by a line end (Alt+Enter) or a semicolon.
    .explain = Line ends get lost in copying from Word. The text is printed as it is written.
date-impossible = There is no such date: { $value }.
    .hint = Mend the date.
    .explain = The date is in no calendar, or lies outside the sheet's count of days.
date-unread = Column "{ $heading }" holds no date: "{ $value }".
    .hint = Type a date: 12.09.2022.
    .explain = The documents need a day, and none could be read.
date-from-number = The number { $number } was read as the date { $date }.
    .hint = Give the cell a date format.
    .explain = The cell has lost its date format; the number is Excel's count of days.
time-unread = Column "{ $heading }" holds no time: "{ $value }".
    .hint = Type a time: 14:00.
    .explain = The documents need a time, and none could be read.
number-unread = Column "{ $heading }" holds no number: "{ $value }"; it is printed as it is written.
    .hint = Leave one number in the cell.
    .explain = Text can't be counted with; it goes into the document as it is.
digits-lost = The number { $value } has more than 15 digits: the last ones are lost.
    .hint = Give the cell the text format and type the digits again.
    .explain = A spreadsheet keeps 15 digits of a number; zeros stand for the rest.
number-was-date = The number had become a date; it was read as { $number }.
    .hint = Give the column the text format and type the number.
    .explain = Excel takes "1.1" for the 1st of January.
number-lost-zero = The number had lost its zero; it was read as { $number }.
    .hint = Give the column the text format and type the number.
    .explain = Excel keeps "1.10" as the number 1.1; after 1.9 it can only be 1.10.
flag-unread = Column "{ $heading }" says neither yes nor no: "{ $value }".
    .hint = Type «да» or «нет».
    .explain = Without a clear answer the row is not selected.
gender-unread = The gender was not understood: "{ $value }".
    .hint = Type «м» or «ж».
    .explain = The gender decides how a name declines and words agree.
choice-unknown = Column "{ $heading }" holds an unknown word: "{ $value }".
    .hint = { $nearest ->
            [none] Allowed: { $allowed }.
           *[other] Perhaps «{ $nearest }». Allowed: { $allowed }.
        }
    .explain = The column holds one of a few words, and rows are chosen by them.
file-no-table = No sheet of the file holds a table with headings.
    .hint = Put a row of headings over the data, as "pisar init" does, or take the file out of the folder.
    .explain = A table is known by its row of headings. Without one nobody knows what the cells mean.
sheet-no-table = The sheet holds no table with headings; it was not read.
    .hint = Put a row of headings over the data, as "pisar init" does.
    .explain = A table is known by its row of headings. Without one nobody knows what the cells mean.
table-twice = The table repeats "{ $other }" word for word; it was not taken again.
    .hint = Delete the spare sheet or file.
    .explain = A copy of a sheet, or an older file left in the folder, would double every document.
# The marked copy of a workbook.
mark-sheet = Findings
mark-place = Place
mark-message = What is wrong
mark-hint = How to mend it
mark-code = Code
rows-above-heading = Rows above the headings look like a table ({ $count }); they were not read.
    .hint = Check the headings over these rows: one may be written in an unusual way.
    .explain = A table begins where its headings are known. What stands above counts as the document's title.
