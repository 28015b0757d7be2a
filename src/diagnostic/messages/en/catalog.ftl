# The catalog.
catalog-unreadable = The catalog was not read: { $reason }.
    .hint = Compare the entry with the example in docs/new-document.md.
    .explain = templates/catalog.toml says which documents to make. It has an error, so nothing is made.
catalog-entry-wrong = The catalog's entry contradicts itself: { $reason ->
        [id] its id stands twice
        [template] it needs either template or builtin
        [restart] its series has another restart in another entry
       *[other] for-each and as go together
    }.
    .hint = Compare the entry with the example in docs/new-document.md.
    .explain = An entry needs a name of its own (id), one source (template or builtin) and, where it makes many documents, both for-each and as.
catalog-name-unknown = There is no { $what ->
        [collection] collection
        [template] template
       *[other] built-in document
    } "{ $name }".
    .hint = Perhaps "{ $nearest }" was meant.
    .explain = The entry names a collection, a template or a built-in document that does not exist. Documents of this kind are not made.
event-missing = The sheet «События» has no event of the kind "{ $event }" with a date.
    .hint = Add a row of the kind "{ $event }" with its date.
    .explain = Documents of this kind belong to an event: without its date they have no time, and are not made.
# The table of a report.
report-table-failed = The table of the report was not made: { $reason }.
    .hint = Shorten texts of more than 32,767 characters in the sheets «План» and «Исполнение».
    .explain = A cell of an Excel workbook holds no more than 32,767 characters. A longer text does not fit into the table of the report, so it is not made; the other documents are.
kind-lacking = "{ $title }" is not made: no sheet has "{ $field }".
    .hint = Add the column if you need such papers.
    .explain = A built-in kind of documents needs a column that no sheet has. All other documents are made.
