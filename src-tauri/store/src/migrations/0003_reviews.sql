-- Of whom a review is asked that nobody has answered yet; lower case, '' = nobody.
ALTER TABLE orders ADD COLUMN reviewer TEXT NOT NULL DEFAULT '';
CREATE INDEX orders_to_review ON orders (reviewer, deadline_key) WHERE reviewer <> '';
UPDATE orders SET reviewer = (
    SELECT lower(trim(json_extract(d.document, '$.review.reviewer')))
    FROM documents d WHERE d.order_row = orders.row
)
WHERE status = 'awaiting_details' AND EXISTS (
    SELECT 1 FROM documents d
    WHERE d.order_row = orders.row AND json_extract(d.document, '$.review.state') = 'pending'
);
