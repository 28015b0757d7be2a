# Каталог.
catalog-unreadable = Каталог не прочитан: { $reason }.
    .hint = Сверьте запись с примером в docs/new-document.md.
    .explain = Файл templates/catalog.toml говорит, какие документы делать. В нём ошибка, поэтому не делается ничего.
