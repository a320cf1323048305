SELECT min(coalesce(e.next_attempt_at, e.created_at))
FROM outbox e JOIN orders o ON o.row = e.order_row
WHERE e.state = 'pending'
  AND o.gone = 0
  -- Nothing can be set up before the customer agreed: asking would only be refused.
  AND NOT (e.kind = 'setup' AND o.status = 'awaiting_approval')
  AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.order_row = e.order_row AND p.id < e.id)
