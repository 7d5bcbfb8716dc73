-- Text search over what live claims state. The texts stay in `claim`; here stand only the folded words.

CREATE VIRTUAL TABLE statement_text USING fts5(
  words,
  content='',
  contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0"
);

-- The vocabulary: in how many statements a word stands. What is typed otherwise is corrected against it.
CREATE TABLE statement_word(
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,
  claims INTEGER NOT NULL
) STRICT;

-- Pieces of those words, as in name_gram.
CREATE TABLE statement_gram(
  key INTEGER PRIMARY KEY,
  others INTEGER NOT NULL DEFAULT 0,
  ids BLOB NOT NULL
) STRICT;
