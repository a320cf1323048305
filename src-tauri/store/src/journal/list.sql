SELECT j.id, j.at, j.actor, j.code, j.params, j.order_id, o.number, o.customer
FROM journal j LEFT JOIN orders o ON o.id = j.order_id
WHERE (:before IS NULL OR j.id < :before)
  AND (:order IS NULL OR j.order_id = :order)
  AND (:since IS NULL OR j.at >= :since)
  AND (:until IS NULL OR j.at < :until)
  AND (:codes IS NULL OR EXISTS (SELECT 1 FROM json_each(:codes) c WHERE j.code GLOB c.value))
  AND (
      :text = ''
      OR instr(lower(j.actor), :text) > 0
      OR instr(lower(o.number), :text) > 0
      OR (:folded <> '' AND instr(o.customer_sort, :folded) > 0)
  )
ORDER BY j.id DESC
LIMIT :limit
