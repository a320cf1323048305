-- When an order's waiting began and when it ended, as far as its document tells; and why it
-- failed. `moments.rs` fills these in for orders that are here already.
ALTER TABLE orders ADD COLUMN mailed_at INTEGER;
-- since when it is in its status; none where the service does not say
ALTER TABLE orders ADD COLUMN waits_since INTEGER;
-- the day it closes on where its contact is, YYYY-MM-DD; none when closing threatens no more
ALTER TABLE orders ADD COLUMN closes_on TEXT;
ALTER TABLE orders ADD COLUMN provisioned_at INTEGER;
-- the first step that failed and its problem, a line feed between; '' = nothing failed
ALTER TABLE orders ADD COLUMN failure TEXT NOT NULL DEFAULT '';
