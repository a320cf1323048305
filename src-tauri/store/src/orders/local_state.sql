SELECT
    o.status,
    o.gone,
    EXISTS (SELECT 1 FROM outbox e WHERE e.order_row = o.row AND e.state = 'parked'),
    EXISTS (SELECT 1 FROM outbox e WHERE e.order_row = o.row AND e.state = 'sending'),
    EXISTS (SELECT 1 FROM outbox e WHERE e.order_row = o.row AND e.state = 'pending'),
    d.order_row IS NOT NULL,
    coalesce(d.clashes, 0),
    d.step,
    d.step_number,
    d.step_count
FROM orders o LEFT JOIN drafts d ON d.order_row = o.row
WHERE o.row = ?1
