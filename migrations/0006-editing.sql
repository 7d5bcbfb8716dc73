-- Editing: what each edit changed and how to take it back, the chain that shows a tampered log, what waits for review,
-- what was shown to somebody and not saved yet.

-- One row for each thing an edit changed: `first` to `last` are row ids (0 for a setting), `before` and `after` JSON.
-- What an edit adds is one row for each kind of thing (`field` = added), however many they are.
CREATE TABLE change(
  edit_id INTEGER NOT NULL REFERENCES edit(id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  field TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY(edit_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_by_thing ON change(kind, first, edit_id);

-- Which edits an undo took back. Undoing an undo is an edit of the same kind.
CREATE TABLE undoing(
  undo_id INTEGER NOT NULL REFERENCES edit(id),
  edit_id INTEGER NOT NULL REFERENCES edit(id),
  PRIMARY KEY(undo_id, edit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX undoing_by_edit ON undoing(edit_id);

-- The audit log as a chain: each hash covers its edit, what it changed, and the hash before it (SHA-256, hexadecimal).
CREATE TABLE edit_link(
  edit_id INTEGER PRIMARY KEY REFERENCES edit(id),
  hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER change_is_never_changed BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER edit_link_is_never_changed BEFORE UPDATE ON edit_link
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER edit_link_is_never_deleted BEFORE DELETE ON edit_link
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;

CREATE INDEX edit_by_actor ON edit(actor_id, id);
CREATE INDEX edit_by_time ON edit(at);

-- What an undo took away stays in its row. An entity that was set aside is merged into itself.
ALTER TABLE continuity ADD COLUMN is_set_aside INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN is_set_aside INTEGER NOT NULL DEFAULT 0;
ALTER TABLE predicate ADD COLUMN is_set_aside INTEGER NOT NULL DEFAULT 0;
-- A member's own statements are an account; its title goes when the member wants to be forgotten.
ALTER TABLE account ADD COLUMN actor_id INTEGER REFERENCES actor(id);
-- The claim that took the place of a retracted one.
ALTER TABLE claim ADD COLUMN replaced_by INTEGER REFERENCES claim(id);

-- A key is free again once its claim was retracted: the claim that replaces it bears it.
DROP INDEX claim_by_key;
CREATE UNIQUE INDEX claim_by_key ON claim(account_id, key) WHERE key IS NOT NULL AND retracted_by IS NULL;
CREATE INDEX claim_by_former_key ON claim(account_id, key) WHERE key IS NOT NULL;

-- A proposed claim that waits for review. `cells` are the bulk columns as JSON; `account` a slug or title, null = the
-- suggester's own statement; `words` what it rests on where it was read out of a text.
CREATE TABLE suggestion(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actor(id),
  account TEXT,
  cells TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'waiting' CHECK(status IN ('waiting', 'approved', 'rejected', 'withdrawn')),
  reason TEXT NOT NULL DEFAULT '',
  decided_by INTEGER REFERENCES edit(id),
  -- How the suggester wants to hear of it: on their next use, or by a direct message.
  tell TEXT NOT NULL DEFAULT 'next' CHECK(tell IN ('next', 'message')),
  is_told INTEGER NOT NULL DEFAULT 0,
  -- Where its review card stands.
  channel TEXT,
  message TEXT
) STRICT;
CREATE INDEX suggestion_waiting ON suggestion(id) WHERE status = 'waiting';
CREATE INDEX suggestion_of_actor ON suggestion(actor_id, id);

-- What somebody was shown before saving it. `edit_id` is set by the save itself, so that a second press saves nothing.
CREATE TABLE draft(
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  actor_ref TEXT NOT NULL,
  action TEXT NOT NULL,
  data TEXT NOT NULL,
  edit_id INTEGER REFERENCES edit(id)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_by_time ON draft(at);
