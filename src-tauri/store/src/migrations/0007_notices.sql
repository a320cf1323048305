-- The last mark of its deadline of which the operator was told: 0 none, 1 a week, 2 three days,
-- 3 a day, 4 overdue. A deadline that moves is told anew.
ALTER TABLE orders ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
CREATE INDEX orders_to_tell ON orders (told, deadline_key, assignee) WHERE stage = 0 AND told < 4;

-- Who asked a colleague for a review that is approved or declined by now; lower case, '' = nobody.
ALTER TABLE orders ADD COLUMN answered TEXT NOT NULL DEFAULT '';
CREATE INDEX orders_answered ON orders (answered) WHERE answered <> '';
UPDATE orders SET answered = (
    SELECT lower(trim(json_extract(d.document, '$.review.asked_by')))
    FROM documents d WHERE d.order_row = orders.row
)
WHERE status = 'awaiting_details' AND EXISTS (
    SELECT 1 FROM documents d
    WHERE d.order_row = orders.row
      AND json_extract(d.document, '$.review.state') IN ('approved', 'declined')
);
