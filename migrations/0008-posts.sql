-- What happened on a day of any year is found by the exact stretch of its date.
CREATE INDEX claim_by_stretch ON claim(first_day, last_day) WHERE retracted_by IS NULL AND first_day IS NOT NULL;

-- One row for each local day on which a post was due, whatever became of it: claimed before it is sent, marked as sent
-- only after Discord said so. Times are milliseconds since 1970.
CREATE TABLE post(
  day TEXT PRIMARY KEY,
  due INTEGER NOT NULL,
  status TEXT NOT NULL
    CHECK(status IN ('claimed', 'held', 'sent', 'empty', 'missed', 'doubtful', 'refused')),
  -- Of the last claim: Discord drops a second message with the nonce of one it took a moment ago.
  nonce TEXT NOT NULL DEFAULT '',
  claimed_at INTEGER,
  channel TEXT NOT NULL,
  message TEXT,
  -- The undated fact that was told on an empty day, so that it is not told again soon.
  fact_id INTEGER REFERENCES claim(id),
  reason TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX post_open ON post(status) WHERE status IN ('claimed', 'held');
