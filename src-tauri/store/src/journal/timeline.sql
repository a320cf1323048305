WITH told AS (
    SELECT a.at, a.actor, a.code, a.params, a.intent_id
    FROM activity a JOIN orders o ON o.row = a.order_row
    WHERE o.id = ?1
)
SELECT at, actor, code, params, from_service
FROM (
    SELECT at, actor, code, params, 1 AS from_service, 0 AS place FROM told
    UNION ALL
    SELECT j.at, j.actor, j.code, j.params, 0, j.id
    FROM journal j
    WHERE j.order_id = ?1
      AND NOT EXISTS (SELECT 1 FROM told t WHERE t.intent_id = j.intent_id)
)
ORDER BY at DESC, from_service DESC, place DESC
LIMIT ?2
