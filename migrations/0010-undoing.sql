-- Undoing: a work that was taken back keeps its row, as a retracted claim may cite it still.
ALTER TABLE work ADD COLUMN is_set_aside INTEGER NOT NULL DEFAULT 0;

-- What rests on a thing is asked of retracted claims, too: they may come back.
CREATE INDEX claim_gone_by_subject ON claim(subject_id) WHERE retracted_by IS NOT NULL;
CREATE INDEX claim_gone_by_object ON claim(object_id) WHERE retracted_by IS NOT NULL AND object_id IS NOT NULL;
CREATE INDEX claim_gone_by_account ON claim(account_id) WHERE retracted_by IS NOT NULL;
