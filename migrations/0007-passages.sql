-- What an imported account says in its own words, and what each import brought, so that a newer version of the same
-- account replaces what changed and nothing else.

-- `marks`: the dates found in the text, and its citations with the place and reach of each. `place` says where it stood.
CREATE TABLE passage(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account(id),
  file TEXT NOT NULL DEFAULT '',
  page TEXT NOT NULL DEFAULT '',
  line INTEGER,
  section TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  -- Null = the account's own timeline.
  continuity_id INTEGER REFERENCES continuity(id),
  marks TEXT NOT NULL DEFAULT '{}',
  set_aside_by INTEGER REFERENCES edit(id)
) STRICT;
CREATE INDEX passage_by_account ON passage(account_id) WHERE set_aside_by IS NULL;

-- What a passage speaks of; `is_page` where the whole page is about it.
CREATE TABLE passage_entity(
  entity_id INTEGER NOT NULL REFERENCES entity(id),
  passage_id INTEGER NOT NULL REFERENCES passage(id),
  is_page INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(entity_id, passage_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_entity_by_passage ON passage_entity(passage_id);

-- Text search over passages that stand. The texts stay in `passage`; here stand only the folded words.
CREATE VIRTUAL TABLE passage_text USING fts5(
  words,
  content='',
  contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0"
);

-- One row for each thing an import brought. `digest` is of what was said and where, `slot` of where alone: what has the
-- same slot and another digest took its place. `seen` numbers the imports of an account.
CREATE TABLE imported(
  account_id INTEGER NOT NULL REFERENCES account(id),
  digest INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  what TEXT NOT NULL CHECK(what IN ('claim', 'passage', 'suggestion')),
  id INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  PRIMARY KEY(account_id, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_by_seen ON imported(account_id, seen);

-- Which entity a page or row of an account is about, by the account's own name for it.
CREATE TABLE imported_entity(
  account_id INTEGER NOT NULL REFERENCES account(id),
  ref TEXT NOT NULL,
  entity_id INTEGER NOT NULL REFERENCES entity(id),
  PRIMARY KEY(account_id, ref)
) STRICT, WITHOUT ROWID;
