# Templates.
template-field-unknown = There is no field "{ $field }".
    .hint = { $nearest ->
        [0] All fields: "pisar templates fields".
       *[other] Perhaps "{ $nearest }" was meant. All fields: "pisar templates fields".
    }
    .explain = A tag names a field that neither the sheets nor the calculations have. Documents of this kind are not made until the tag is mended.
template-tag-syntax = The tag "{ $tag }" is not written as a tag.
    .hint = A tag is a field, a helper and a field, or a block: {"{{"}получатель.фио{"}}"}, {"{{"}кому получатель.фио{"}}"}, {"{{"}#если поле{"}}"}.
    .explain = What stands within the double braces is nothing that a tag can mean. All helpers with examples: "pisar templates fields".
template-tag-broken = { $kind ->
        [unclosed] A tag is opened by {"{{"} and not closed.
        [stray] The braces {"}}"} close nothing.
       *[triple] Three braces in a row; two are needed.
    }
    .hint = Check the braces of this paragraph or cell.
    .explain = A tag begins with two braces and ends with two, all in one paragraph or cell.
template-helper-unknown = There is no helper "{ $helper }".
    .hint = Perhaps "{ $nearest }" was meant.
    .explain = A tag's first word is a field or a helper; there is no such helper.
template-arguments = The helper "{ $helper }" has the wrong number of words.
    .hint = It is written { $usage }.
    .explain = Each helper wants its own number of words behind it.
template-block-unknown = There is no block "{ $block }".
    .hint = Perhaps "{ $nearest }" was meant. There are если, если_нет, каждый, с.
    .explain = A block's word stands behind the hash; there is no such word.
template-option-unknown = A loop has no option "{ $option }".
    .hint = Perhaps "{ $nearest }" was meant. There are где, по, сортировать, по_убыванию, разделитель, последний_разделитель, не_более.
    .explain = Options such as где=(…) may stand behind the list of «каждый»; this is none of them.
template-field-spaces = A field's name is written with spaces: "{ $written }".
    .hint = Write "{ $field }".
    .explain = A field's name is the column's heading in lower case, with an underscore for spaces and signs.
template-block-unclosed = The block "{ $block }" is not closed.
    .hint = Add {"{{"}/{ $block }{"}}"} where it ends.
    .explain = Each opening tag with a hash needs a closing one with a slash.
template-block-stray = The tag "{ $block }" closes or divides nothing.
    .hint = Remove it, or add the opening tag above.
    .explain = A closing tag or «иначе» stands where no block is open.
template-block-crossed = The block "{ $opened }" is closed by the tag "{ $closed }".
    .hint = It is opened here: { $place }. Blocks close in reverse order.
    .explain = Blocks nest and cannot cross.
template-block-misplaced = The block begins and ends in places that no block can run between.
    .hint = Its closing tag is here: { $place }. Put the tags into paragraphs of their own, into one table row or into one paragraph.
    .explain = A block repeats or removes whole paragraphs, table rows, or a part of one paragraph.
template-kind-wrong = The value "{ $field }" cannot be printed here: it is a list, or a value of another kind.
    .hint = A list is printed by a loop {"{{"}#каждый …{"}}"} or by the helper {"{{"}список …{"}}"}.
    .explain = The tag wants a value of another kind: a date, a name, a number or a list.
template-field-empty = The field "{ $field }" is empty, and the text needs it ({ $template }).
    .hint = Fill the cell, or write {"{{"}или { $field } "—"{"}}"} in the template.
    .explain = A paper to be signed has no blanks: while the cell is empty, the document is not made. Where a blank is fine, the template says so.
template-text-long = The field "{ $field }" holds { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }; the sheet has room for { $most } ({ $template }).
    .hint = Shorten the text in the cell.
    .explain = A thank-you letter is always one page: the type gets smaller first; what does not fit even then has to be shortened.
template-gender-unknown = To decline "{ $field }", the person's gender is needed.
    .hint = Enter м or ж in the column «Пол», or the ready form in a column «ФИО (дат.)».
    .explain = A name without a patronymic does not always tell; nothing is guessed.
template-character-forbidden = The value holds a character that no document can hold: { $text }.
    .hint = Delete it from the cell.
    .explain = Control characters get into cells by copying; a Word document cannot hold them.
template-place-wrong = The tag stands in a field code, where it does not work: "{ $text }".
    .hint = Remove the field and put the tag into plain text; make a link a hyperlink with the address {"{{"}поле{"}}"}.
    .explain = A field code (mail merge, date, contents) is computed by Word itself; a value there could become a command.
template-link-scheme = The link leads to "{ $target }", not to a site, a mailbox or a telephone.
    .hint = An address begins with https://, http://, mailto: or tel:.
    .explain = The address is made of values; links to files and programs do not get into papers.
template-group-key = The block «группы» does not say by which field to group.
    .hint = Write {"{{"}#группы мероприятия по="раздел"{"}}"}.
    .explain = The block «группы» gathers rows with the same field; within it {"{{"}ключ{"}}"} is that field, and {"{{"}#каждый строки{"}}"} are the rows.
template-block-deep = Blocks are nested deeper than { $most }.
    .hint = Close those no longer needed, or split the template.
    .explain = So many nested blocks are a mistake: most likely opening tags are not closed.
template-picture-misplaced = «картинка» and «qr» work only in the alternative text of a picture.
    .hint = Put any picture there and write the tag into its alternative text: right button, "Edit Alt Text".
    .explain = The tag stands in text, or at a shape, a chart or a group: only a picture can be replaced by a picture.
picture-unusable = The picture "{ $path }" was not taken: { $reason ->
        [missing] there is no such file
        [outside] the path leads out of the folder of spreadsheets
        [large] it has more than 8 MB or 20,000 dots a side
       *[format] it is neither PNG nor JPEG
    }.
    .hint = Put a PNG or JPEG file into the folder of spreadsheets and write its path from there: фото/иванов.jpg.
    .explain = Pictures are taken only from the folder of spreadsheets, only PNG and JPEG: every program shows those.
qr-long = The text for the QR code is too long.
    .hint = Shorten it: a code holds about a thousand Cyrillic letters, and reads well from paper up to a hundred.
    .explain = How much a QR code holds is set by its standard (ISO/IEC 18004).
template-formula-tag = A tag stands within a formula.
    .hint = Put the tag into a cell of its own and refer to that cell.
    .explain = A value is always a text or a number and never a piece of a formula: else what a stranger's cell holds could become one.
template-cell-long = The text is longer than a cell can hold: { $count } characters of 32,767.
    .hint = Lay the list out by rows: open and close the block in different cells of one row.
    .explain = A cell of an Excel workbook holds 32,767 characters; Excel would take a longer text for damage.
template-sheet-long = The sheet gets more rows than it can hold: { $count } of 1,048,576.
    .hint = Make the list shorter with не_более or где.
    .explain = A sheet of an Excel workbook holds 1,048,576 rows.
template-refused = The file cannot be a template: { $reason ->
        [not-a-package] it is no Word document (.docx) and no Excel workbook (.xlsx), or its extension is another’s
        [locked] it has a password, or is in the old format .doc or .xls
        [too-large] it is too large
        [part-name] a part has an impossible name, { $what }
        [damaged] the part { $what } is damaged
        [doctype] the part { $what } has a DOCTYPE or entities
        [macros] it holds macros ({ $what })
        [embedded] it holds an embedded object ({ $what })
        [alt-chunk] it imports another format ({ $what })
        [external] it fetches data from outside ({ $what })
        [prefix] the part { $what } has unusual markup
        [template] a template of another place is attached ({ $what })
        [picture] it holds a picture from elsewhere ({ $what })
       *[field] it holds the field or formula { $what }
    }.
    .hint = Open it in Word, Excel or LibreOffice and save it as a plain .docx or .xlsx without that.
    .explain = A template must not run programs or fetch anything: papers made from it are signed and sent.
