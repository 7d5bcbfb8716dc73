-- Finding names: which entities hold which piece of a name, how much is told of an entity, what people ask for.

-- Postings: entity ids in ascending order, cut into parts of about two pages. A part's key is code * 2^32 + the
-- lowest id it may hold (0 for a code's first part); `others` counts the further parts of the code, in the first one.
CREATE TABLE name_gram(
  key INTEGER PRIMARY KEY,
  others INTEGER NOT NULL DEFAULT 0,
  ids BLOB NOT NULL
) STRICT;

-- The names by which an entity can be found, folded, its own first, one a line: small rows, which many candidates can be
-- read from at once, and what the postings above were made of.
CREATE TABLE name_text(
  id INTEGER PRIMARY KEY,
  names TEXT NOT NULL
) STRICT;

-- Entities added last: the codes of their pieces, before they are put into the postings.
CREATE TABLE name_fresh(
  id INTEGER PRIMARY KEY,
  codes BLOB NOT NULL
) STRICT;

-- Prefixes within one kind, where the kind is a sliver of a large lorebook.
CREATE INDEX entity_by_kind_and_folded ON entity(kind, folded);

CREATE TABLE name_ask(
  entity_id INTEGER PRIMARY KEY REFERENCES entity(id) ON DELETE CASCADE,
  asks INTEGER NOT NULL
) STRICT;
CREATE INDEX name_ask_by_asks ON name_ask(asks);

-- Live claims that speak of an entity, as subject or value. `tier` follows `claims` in steps, so that one more claim
-- of a much told entity seldom moves it in the index: exact enough to read the top few hundred from.
CREATE TABLE name_weight(
  entity_id INTEGER PRIMARY KEY,
  claims INTEGER NOT NULL DEFAULT 1,
  tier INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX name_weight_by_tier ON name_weight(tier) WHERE tier > 1;

CREATE TRIGGER name_weight_rises AFTER UPDATE OF claims ON name_weight
WHEN NEW.claims > OLD.claims AND (NEW.claims IN (1, 2, 4, 8) OR NEW.claims % 16 = 0)
BEGIN UPDATE name_weight SET tier = NEW.claims WHERE entity_id = NEW.entity_id; END;
CREATE TRIGGER name_weight_falls AFTER UPDATE OF claims ON name_weight
WHEN NEW.claims < OLD.claims
BEGIN UPDATE name_weight SET tier = NEW.claims WHERE entity_id = NEW.entity_id; END;

CREATE TRIGGER claim_weighs_subject AFTER INSERT ON claim
WHEN NEW.retracted_by IS NULL
BEGIN
  INSERT INTO name_weight(entity_id) VALUES (NEW.subject_id) ON CONFLICT(entity_id) DO UPDATE SET claims = claims + 1;
END;
CREATE TRIGGER claim_weighs_object AFTER INSERT ON claim
WHEN NEW.retracted_by IS NULL AND NEW.object_id IS NOT NULL
BEGIN
  INSERT INTO name_weight(entity_id) VALUES (NEW.object_id) ON CONFLICT(entity_id) DO UPDATE SET claims = claims + 1;
END;
CREATE TRIGGER claim_weighs_anew AFTER UPDATE OF subject_id, object_id, retracted_by ON claim
BEGIN
  UPDATE name_weight SET claims = claims - 1
    WHERE OLD.retracted_by IS NULL AND entity_id = OLD.subject_id;
  UPDATE name_weight SET claims = claims - 1
    WHERE OLD.retracted_by IS NULL AND entity_id = OLD.object_id;
  INSERT INTO name_weight(entity_id) SELECT NEW.subject_id WHERE NEW.retracted_by IS NULL
    ON CONFLICT(entity_id) DO UPDATE SET claims = claims + 1;
  INSERT INTO name_weight(entity_id) SELECT NEW.object_id WHERE NEW.retracted_by IS NULL AND NEW.object_id IS NOT NULL
    ON CONFLICT(entity_id) DO UPDATE SET claims = claims + 1;
END;

INSERT INTO name_weight(entity_id, claims, tier)
SELECT
  entity_id,
  COUNT(*),
  COUNT(*)
FROM (
  SELECT subject_id AS entity_id FROM claim WHERE retracted_by IS NULL
  UNION ALL
  SELECT object_id FROM claim WHERE retracted_by IS NULL AND object_id IS NOT NULL
)
GROUP BY entity_id;
