# Publishing and the register.
edited-kept = { $path } was edited by hand and is kept as it is.
    .hint = The new edition lies beside it. To replace it, add --force (the old file is kept as a copy).
    .explain = The file's contents match nothing that this program made, so a person has edited it.
