# The catalog.
catalog-unreadable = The catalog was not read: { $reason }.
    .hint = Compare the entry with the example in docs/new-document.md.
    .explain = templates/catalog.toml says which documents to make. It has an error, so nothing is made.
