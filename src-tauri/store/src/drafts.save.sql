INSERT INTO drafts (order_row, document, base_revision, saved_at, step, step_number, step_count)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (order_row) DO UPDATE SET
    document = excluded.document,
    base_revision = excluded.base_revision,
    saved_at = excluded.saved_at,
    step = excluded.step,
    step_number = excluded.step_number,
    step_count = excluded.step_count
