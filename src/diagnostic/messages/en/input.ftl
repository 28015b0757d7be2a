# Reading spreadsheets.
input-empty = There is no spreadsheet in { $folder }.
    .hint = Put the plan and the lists there (.xlsx, .ods, .csv …), or start with "pisar init".
    .explain = The program reads every spreadsheet of the input folder. There is none, so there is nothing to make.
file-unreadable = The file was not read: { $reason }.
    .hint = Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).
    .explain = The file is damaged, has a password, or is no spreadsheet. The other files were read.
sheet-unknown = The sheet was not recognised; templates can reach its rows as "{ $name }".
    .hint = If it is a plan or a list, name the sheet or its columns as "pisar init" does.
    .explain = Sheets are recognised by their names and headings. One that is not is kept: a template may use its rows.
