WHERE e.state = 'pending'
  AND o.gone = 0
  -- Nothing can be set up before the customer agreed: asking would only be refused.
  AND NOT (e.kind = 'setup' AND o.status = 'awaiting_approval')
  -- Nobody put it off to after ?3: the clock was set.
  AND (e.next_attempt_at IS NULL OR e.next_attempt_at <= ?1 OR e.next_attempt_at > ?3)
  AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.order_row = e.order_row AND p.id < e.id)
ORDER BY coalesce(e.next_attempt_at, e.created_at), e.id
LIMIT ?2
