INSERT INTO drafts (
    order_row, document, base_revision, saved_at, step, step_number, step_count, base
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7,
    -- What was seen is known only while the mirror still holds that revision.
    (
        SELECT m.document FROM documents m JOIN orders o ON o.row = m.order_row
        WHERE o.row = ?1 AND o.revision = ?3
    )
)
ON CONFLICT (order_row) DO UPDATE SET
    document = excluded.document,
    saved_at = excluded.saved_at,
    step = excluded.step,
    step_number = excluded.step_number,
    step_count = excluded.step_count
