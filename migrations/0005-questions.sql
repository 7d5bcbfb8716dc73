-- Questions that found no answer, or that somebody marked as answered wrongly: what a lorebook lacks. Nobody's name is kept.

CREATE TABLE question(
  text TEXT PRIMARY KEY,
  status TEXT NOT NULL,
  reading TEXT NOT NULL,
  asks INTEGER NOT NULL,
  marks INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX question_by_weight ON question(marks, asks, last_at);
