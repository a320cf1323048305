SELECT min(coalesce(e.next_attempt_at, e.created_at))
FROM outbox e JOIN orders o ON o.row = e.order_row
WHERE e.state = 'pending'
  AND o.gone = 0
  AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.order_row = e.order_row AND p.id < e.id)
