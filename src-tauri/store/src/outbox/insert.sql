INSERT INTO outbox (
    order_row, kind, payload, evidence, base_revision, intent_id, created_at, actor, base
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
