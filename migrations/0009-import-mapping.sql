-- How templates and tables of outside sources become claims: one row for each, guessed at first, then corrected. It is no
-- part of the lore, and stays when an import is undone.

CREATE TABLE import_mapping(
  name TEXT PRIMARY KEY,
  rule TEXT NOT NULL
) STRICT, WITHOUT ROWID;
