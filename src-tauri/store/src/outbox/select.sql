SELECT
    e.order_row, e.id, o.id, e.kind, e.payload, e.evidence, e.base_revision, e.intent_id,
    e.attempts, e.created_at, e.next_attempt_at, e.state, e.unknown_outcome, e.problem, e.actor, e.base
FROM outbox e JOIN orders o ON o.row = e.order_row
