-- One lorebook: a universe as one server knows it. Times of the world are integer days, times of edits are milliseconds.

CREATE TABLE setting(
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- People stand here alone, so that a name can go while the audit log stays.
CREATE TABLE actor(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ref TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE edit(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actor(id),
  op TEXT NOT NULL,
  target TEXT NOT NULL,
  before TEXT,
  after TEXT,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX edit_by_target ON edit(target, id);

CREATE TABLE entity(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  kind TEXT NOT NULL,
  continuity_id INTEGER REFERENCES continuity(id),
  counterpart_id INTEGER REFERENCES entity(id),
  merged_into INTEGER REFERENCES entity(id),
  about TEXT NOT NULL DEFAULT '',
  is_shared INTEGER NOT NULL DEFAULT 0 CHECK(is_shared IN (0, 1))
) STRICT;
CREATE INDEX entity_by_name ON entity(name);
CREATE INDEX entity_by_folded ON entity(folded);
CREATE INDEX entity_by_kind ON entity(kind);
CREATE INDEX entity_by_counterpart ON entity(counterpart_id) WHERE counterpart_id IS NOT NULL;

CREATE TABLE continuity(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  parent_id INTEGER REFERENCES continuity(id),
  branch TEXT,
  branch_day INTEGER,
  tier INTEGER NOT NULL DEFAULT 0,
  entity_id INTEGER NOT NULL UNIQUE REFERENCES entity(id)
) STRICT;

CREATE TABLE account(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  voice TEXT NOT NULL DEFAULT '',
  continuity_id INTEGER REFERENCES continuity(id),
  here_id INTEGER REFERENCES continuity(id),
  now TEXT,
  copy_of INTEGER REFERENCES account(id),
  tier INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX account_by_title ON account(title);

CREATE TABLE alias(
  entity_id INTEGER NOT NULL REFERENCES entity(id),
  text TEXT NOT NULL,
  folded TEXT NOT NULL,
  account_id INTEGER REFERENCES account(id),
  PRIMARY KEY(entity_id, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_by_folded ON alias(folded);

CREATE TABLE work(
  entity_id INTEGER PRIMARY KEY REFERENCES entity(id),
  form TEXT NOT NULL DEFAULT '',
  series TEXT NOT NULL DEFAULT '',
  continuity_id INTEGER REFERENCES continuity(id),
  tier INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE predicate(
  id TEXT PRIMARY KEY,
  value_kind TEXT NOT NULL CHECK(value_kind IN ('entity', 'text', 'quantity', 'date', 'yesno')),
  cardinality TEXT NOT NULL CHECK(cardinality IN ('1', '1@t', '1o@t', 'n', 'set')),
  temporal TEXT NOT NULL CHECK(temporal IN ('timeless', 'point', 'repeatable', 'state', 'asof')),
  inverse TEXT,
  key TEXT NOT NULL DEFAULT '[]',
  excludes TEXT NOT NULL DEFAULT '[]',
  is_symmetric INTEGER NOT NULL DEFAULT 0,
  is_acyclic INTEGER NOT NULL DEFAULT 0,
  implies TEXT NOT NULL DEFAULT '[]',
  meaning TEXT NOT NULL DEFAULT '',
  phrases TEXT NOT NULL DEFAULT '[]',
  is_base INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE claim(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account(id),
  key TEXT,
  continuity_id INTEGER NOT NULL REFERENCES continuity(id),
  subject_id INTEGER NOT NULL REFERENCES entity(id),
  predicate_id TEXT NOT NULL REFERENCES predicate(id),
  value_kind TEXT NOT NULL CHECK(value_kind IN ('entity', 'text', 'quantity', 'date', 'yesno', 'unknown', 'none')),
  object_id INTEGER REFERENCES entity(id),
  text TEXT,
  low REAL,
  high REAL,
  date TEXT,
  date_kind TEXT NOT NULL DEFAULT 'none' CHECK(date_kind IN ('point', 'state', 'asof', 'none')),
  s_lo INTEGER,
  s_hi INTEGER,
  e_lo INTEGER,
  e_hi INTEGER,
  -- The stretch the date speaks of, for order and spans: its first day (its last where it has no first), its last day.
  first_day INTEGER,
  last_day INTEGER,
  modality TEXT NOT NULL DEFAULT 'asserted'
    CHECK(modality IN ('asserted', 'hedged', 'reported', 'belief', 'characterisation')),
  statement TEXT NOT NULL DEFAULT '',
  retracted_by INTEGER REFERENCES edit(id),
  CHECK((value_kind = 'entity') = (object_id IS NOT NULL)),
  CHECK(value_kind <> 'text' OR text IS NOT NULL),
  CHECK(value_kind <> 'quantity' OR low IS NOT NULL OR high IS NOT NULL),
  CHECK(value_kind <> 'yesno' OR text IN ('yes', 'no')),
  CHECK(value_kind <> 'date' OR date IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX claim_by_key ON claim(account_id, key) WHERE key IS NOT NULL;
CREATE INDEX claim_by_subject ON claim(subject_id, predicate_id) WHERE retracted_by IS NULL;
CREATE INDEX claim_by_object ON claim(object_id, predicate_id) WHERE retracted_by IS NULL AND object_id IS NOT NULL;
CREATE INDEX claim_by_predicate ON claim(predicate_id) WHERE retracted_by IS NULL;
CREATE INDEX claim_by_account ON claim(account_id) WHERE retracted_by IS NULL;
CREATE INDEX claim_by_day ON claim(first_day) WHERE retracted_by IS NULL AND first_day IS NOT NULL;

CREATE TABLE qualifier(
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  entity_id INTEGER REFERENCES entity(id),
  text TEXT NOT NULL,
  PRIMARY KEY(claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX qualifier_by_entity ON qualifier(entity_id) WHERE entity_id IS NOT NULL;

CREATE TABLE citation(
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  position INTEGER NOT NULL,
  work_id INTEGER NOT NULL REFERENCES work(entity_id),
  locator TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_by_work ON citation(work_id);

CREATE TRIGGER claim_is_never_deleted BEFORE DELETE ON claim
BEGIN SELECT RAISE(ABORT, 'a claim is retracted, never deleted'); END;
CREATE TRIGGER edit_is_never_changed BEFORE UPDATE ON edit
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER edit_is_never_deleted BEFORE DELETE ON edit
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
