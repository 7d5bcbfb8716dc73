-- Findings: what the rules found in the claims, kept beside them; rulings on findings; conflicts filed by hand.
-- All but rulings and filed conflicts is derived and can be made again from the claims.

-- What one rule found in one corner of the lorebook (a subject and what is said of it, an office, a moment in time …).
CREATE TABLE breach(
  id INTEGER PRIMARY KEY,
  corner TEXT NOT NULL,
  data TEXT NOT NULL,
  finding_id TEXT
) STRICT;
CREATE INDEX breach_by_corner ON breach(corner);

-- What ties breaches to each other: claims, matters, names. Breaches without a common link are never one finding.
CREATE TABLE breach_link(
  link TEXT NOT NULL,
  breach_id INTEGER NOT NULL REFERENCES breach(id) ON DELETE CASCADE,
  PRIMARY KEY(link, breach_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX breach_link_by_breach ON breach_link(breach_id);

CREATE TABLE finding(
  id TEXT PRIMARY KEY,
  rule TEXT NOT NULL,
  class TEXT NOT NULL CHECK(class IN ('conflict', 'temporal', 'divergence')),
  severity INTEGER NOT NULL CHECK(severity BETWEEN 0 AND 3),
  continuity_id INTEGER NOT NULL REFERENCES continuity(id),
  subject_id INTEGER NOT NULL REFERENCES entity(id),
  predicate_id TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  -- Of all the columns above, so that a row changed by other hands shows.
  digest INTEGER NOT NULL
) STRICT;
CREATE INDEX finding_by_class ON finding(class, severity);
CREATE INDEX finding_by_subject ON finding(subject_id);

CREATE TABLE finding_claim(
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  finding_id TEXT NOT NULL REFERENCES finding(id) ON DELETE CASCADE,
  PRIMARY KEY(claim_id, finding_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_claim_by_finding ON finding_claim(finding_id);

-- Sums over the tables above, and whether a search was cut short.
CREATE TABLE finding_state(
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE filed_conflict(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  why TEXT NOT NULL,
  severity INTEGER NOT NULL DEFAULT 3 CHECK(severity BETWEEN 1 AND 3),
  edit_id INTEGER REFERENCES edit(id),
  withdrawn_by INTEGER REFERENCES edit(id)
) STRICT;

CREATE TABLE filed_conflict_claim(
  filed_id INTEGER NOT NULL REFERENCES filed_conflict(id),
  position INTEGER NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  PRIMARY KEY(filed_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX filed_conflict_by_claim ON filed_conflict_claim(claim_id);

-- A ruling hangs on a finding's id, which outlives rebuilds; `sides` is what was said then, so that a new value shows.
CREATE TABLE ruling(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  finding_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('prefer', 'both', 'divergence', 'same', 'dismiss', 'defer')),
  claim_id INTEGER REFERENCES claim(id),
  note TEXT NOT NULL,
  sides TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actor(id),
  edit_id INTEGER NOT NULL REFERENCES edit(id),
  revoked_by INTEGER REFERENCES edit(id)
) STRICT;
CREATE INDEX ruling_by_finding ON ruling(finding_id) WHERE revoked_by IS NULL;
CREATE INDEX ruling_by_claim ON ruling(claim_id) WHERE claim_id IS NOT NULL;

-- Which entities were merged into which, read before every check.
CREATE INDEX entity_by_merge ON entity(merged_into) WHERE merged_into IS NOT NULL;

-- Whether anything is told to be before or after something, asked before every check.
CREATE INDEX qualifier_of_order ON qualifier(claim_id) WHERE name IN ('after', 'before');
