-- The register's tables, version 1. Dates are ISO text, hashes are blobs, every row is sealed (record.rs).
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL,
    seal  BLOB NOT NULL
) WITHOUT ROWID;

-- The last number of every series and period: a number is never given twice, even if its row were lost.
CREATE TABLE series (
    name   TEXT NOT NULL,
    period TEXT NOT NULL,
    last   INTEGER NOT NULL,
    seal   BLOB NOT NULL,
    PRIMARY KEY (name, period)
) WITHOUT ROWID;

CREATE TABLE document (
    id            INTEGER PRIMARY KEY,
    kind          TEXT NOT NULL,
    key           TEXT NOT NULL,
    title         TEXT NOT NULL,
    recipient     TEXT NOT NULL,
    date          TEXT NOT NULL,
    series        TEXT,
    period        TEXT,
    number        INTEGER,
    number_text   TEXT,
    wish          TEXT NOT NULL,
    path          TEXT NOT NULL,
    hash          BLOB,
    size          INTEGER,
    modified      INTEGER,
    input_hash    BLOB,
    template_hash BLOB,
    issued        TEXT,
    updated       TEXT,
    state         TEXT NOT NULL CHECK (state IN ('reserved', 'issued', 'superseded', 'voided')),
    note          TEXT,
    is_signed     INTEGER NOT NULL,
    signed_date   TEXT,
    signed_number TEXT,
    seal          BLOB NOT NULL
);
CREATE UNIQUE INDEX document_live ON document (kind, key) WHERE state IN ('reserved', 'issued');
CREATE UNIQUE INDEX document_number ON document (series, period, number) WHERE number IS NOT NULL;

-- Hashes of earlier editions: a file that has one of them is ours, not a person's.
CREATE TABLE edition (
    hash     BLOB PRIMARY KEY,
    document INTEGER NOT NULL
) WITHOUT ROWID;

-- What the present run means to publish; empty between runs. The first columns are the document's, as it will be.
CREATE TABLE intent AS SELECT * FROM document WHERE 0;
ALTER TABLE intent ADD COLUMN staged TEXT NOT NULL DEFAULT '';
ALTER TABLE intent ADD COLUMN target TEXT NOT NULL DEFAULT '';
ALTER TABLE intent ADD COLUMN obsolete TEXT;
ALTER TABLE intent ADD COLUMN replaces_edited INTEGER NOT NULL DEFAULT 0;
ALTER TABLE intent ADD COLUMN intent_seal BLOB NOT NULL DEFAULT x'';
