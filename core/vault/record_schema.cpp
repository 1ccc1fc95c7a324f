// SPDX-License-Identifier: Apache-2.0
namespace keepwell::vault {

// People, sources, records, attachments, words and anchors as layout 1 has them; what each column is
// says docs/spec/record.md.
extern const char *const kRecordSchema;

// record.id = the date's first second, then a number that falls with each insert (record_key.hpp),
// so the list is read newest first straight from this narrow table, and the search gives its hits
// in that order too. What a list does not show is in record_body.
const char *const kRecordSchema = R"sql(
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    born TEXT,
    owner INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX person_owner ON person (owner) WHERE owner = 1;
CREATE TABLE person_key (
    family TEXT NOT NULL,
    given TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    born TEXT NOT NULL,
    PRIMARY KEY (family, given, person, born)
) STRICT, WITHOUT ROWID;
CREATE TABLE person_identifier (
    system TEXT NOT NULL,
    value TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    PRIMARY KEY (system, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    whole INTEGER NOT NULL
) STRICT;
CREATE INDEX source_sha256 ON source (sha256);
CREATE TABLE source_piece (
    id INTEGER PRIMARY KEY,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    person INTEGER NOT NULL,
    last INTEGER,
    wall INTEGER NOT NULL,
    batch INTEGER,
    date TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    sender TEXT NOT NULL
) STRICT;
CREATE INDEX record_kind ON record (kind, id, person);
CREATE INDEX record_person ON record (person);
CREATE INDEX record_unanchored ON record (id) WHERE batch IS NULL;
CREATE TABLE record_counter (next INTEGER NOT NULL) STRICT;
INSERT INTO record_counter VALUES (0);
CREATE TABLE record_body (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    place TEXT NOT NULL,
    type TEXT NOT NULL,
    logical_id TEXT NOT NULL,
    practitioner TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    canonical BLOB NOT NULL,
    salt BLOB NOT NULL
) STRICT;
CREATE INDEX record_canonical ON record_body (canonical);
CREATE INDEX record_source ON record_body (source);
CREATE TABLE record_provenance (
    record INTEGER NOT NULL,
    source INTEGER NOT NULL,
    place TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (record, source, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_provenance_source ON record_provenance (source);
CREATE VIRTUAL TABLE record_words USING fts5 (
    words,
    content = '',
    contentless_delete = 1,
    detail = none,
    prefix = '1 2 3 4 5 6',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO record_words (record_words, rank) VALUES ('automerge', 16);

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    record INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    size INTEGER NOT NULL,
    title TEXT NOT NULL,
    type TEXT NOT NULL,
    claimed_type TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_record ON attachment (record);

CREATE TABLE anchor_batch (
    id INTEGER PRIMARY KEY,
    root BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    state INTEGER NOT NULL,
    tx BLOB
) STRICT;
CREATE TABLE anchor_leaves (
    batch INTEGER PRIMARY KEY REFERENCES anchor_batch (id),
    leaves BLOB NOT NULL
) STRICT;
)sql";

} // namespace keepwell::vault
