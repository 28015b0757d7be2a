# Printing and mailing.
pdf-failed = No PDF was made: { $reason }.
    .hint = The document itself is ready. Try the other engine: --pdf-engine soffice, or save a PDF from Word.
    .explain = The converter could not manage the document, or took too long. The other PDFs are made.
office-missing = LibreOffice was not found: { $path }.
    .hint = Name its program: --soffice PATH, or do with the built-in converter (no --pdf-engine).
    .explain = With --pdf-engine soffice, LibreOffice makes the PDFs; its program is looked for on PATH and in its usual places.
print-file-failed = The print file was not made: { $reason }.
    .hint = Print the documents of this kind one by one, or take what is named out of the template.
    .explain = A print file holds the documents of a kind as sections, one after another; here they could not be put together.
print-file-edited = The document { $path }, edited by hand, is not in the print file.
    .hint = Print it by itself. For the program's own document, add --force (the edited one is kept as a copy).
    .explain = A document edited in Word has styles and numbering of its own; joined with the others it would lose its look.
proof-empty = No proof sheet was made: these documents print no name, post or organisation.
    .hint = Look at what you chose by: --for, --only and the kind.
    .explain = A proof sheet holds what the chosen documents will print; with nothing chosen, those of the whole academic year.
companions-stale = { $count ->
        [one] { $count } document has changed, and its PDF is of the edition before.
       *[other] { $count } documents have changed, and their PDFs are of the edition before.
    }
    .hint = Run again with --pdf: only what has fallen behind is made.
    .explain = PDFs are made when asked for. Here they were made before, and the documents have changed since.
post-address-missing = { $recipient }: no postal address, no envelope was made.
    .hint = Enter the address with its index in the column «Адрес» and run again.
    .explain = The address is taken from the column «Адрес» of the recipient's row, else from the row of its organisation on «Организации»; the catalog's key post-address may name it.
post-index-missing = { $recipient }: the address has no index.
    .hint = Put six digits before the address or into the column «Индекс».
    .explain = Without an index a letter is sorted by hand and takes longer. The envelope was made without it.
post-sender-missing = The envelopes bear no return address.
    .hint = Fill in the row «Адрес» of the sheet «Реквизиты».
    .explain = The sender is the leading organisation with the cluster's address; without it a letter cannot be returned.
post-none = No envelopes or labels: the chosen documents have no postal addresses.
    .hint = Choose a kind with recipients (pisar generate invitation --envelopes DL), or name the address in the catalog: post-address.
    .explain = By post go documents whose rows, or whose organisations, have a column «Адрес», and those whose catalog entry has post-address.
address-missing = { $recipient }: no e-mail address, no draft was made.
    .hint = Enter the address in the column «E-mail» and run again: only what is missing is made.
    .explain = The address is taken from the column «E-mail» of the recipient's row, else from the row of the recipient's organisation.
address-wrong = { $recipient }: “{ $address }” is no e-mail address, no draft was made.
    .hint = Mend the cell: an address like name@example.ru; several are parted by commas.
    .explain = An address is a name, the sign @ and a host with a dot, without spaces. No mail program sends to anything else.
sender-missing = There is no sender's address: no drafts were made.
    .hint = Enter the cluster's address in the row «E-mail» of the sheet «Реквизиты».
    .explain = A message must name its sender; it is taken from the sheet «Реквизиты».
