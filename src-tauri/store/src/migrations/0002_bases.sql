-- What the operator saw of an order when answering or asking: the order's document then.
ALTER TABLE drafts ADD COLUMN base TEXT;
ALTER TABLE outbox ADD COLUMN base TEXT;
-- Whether the service changed something that the draft answers, or that an answer rests on.
ALTER TABLE drafts ADD COLUMN clashes INTEGER NOT NULL DEFAULT 0;
