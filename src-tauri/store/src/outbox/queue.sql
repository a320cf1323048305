SELECT
    e.order_row, e.id, o.id, e.kind, e.payload, e.evidence, e.base_revision, e.intent_id,
    e.attempts, e.created_at, e.next_attempt_at, e.state, e.unknown_outcome, e.problem, e.actor, e.base,
    o.number, o.customer,
    CASE
        WHEN e.state = 'parked' OR o.gone = 1 THEN 'decision'
        WHEN e.state = 'sending' THEN 'answer'
        WHEN EXISTS (SELECT 1 FROM outbox p WHERE p.order_row = e.order_row AND p.id < e.id)
            THEN 'predecessor'
        WHEN e.kind = 'setup' AND o.status = 'awaiting_approval' THEN 'approval'
        WHEN e.next_attempt_at > :now THEN 'time'
        ELSE 'turn'
    END AS waits_for
FROM outbox e JOIN orders o ON o.row = e.order_row
WHERE :order IS NULL OR o.id = :order
-- What needs somebody comes first, its followers right behind it.
ORDER BY
    NOT EXISTS (
        SELECT 1 FROM outbox q
        WHERE q.order_row = e.order_row AND (q.state = 'parked' OR o.gone = 1)
    ),
    (SELECT min(first.id) FROM outbox first WHERE first.order_row = e.order_row),
    e.id
LIMIT :limit OFFSET :offset
