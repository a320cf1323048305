INSERT INTO outbox (
    order_row, kind, payload, evidence, base_revision, intent_id, created_at, actor, base
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
    -- What was seen is known only while the mirror still holds that revision.
    (
        SELECT m.document FROM documents m JOIN orders o ON o.row = m.order_row
        WHERE o.row = ?1 AND o.revision = ?5
    )
)
