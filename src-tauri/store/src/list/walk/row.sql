SELECT o.id, o.number, o.customer, o.city, o.country, o.services, o.status, o.local_state,
       o.closes_at, o.contact_zone, o.draft_step, o.step_number, o.step_count, o.customer_sort,
       o.assignee, o.mailed_at, d.document
FROM orders o JOIN documents d ON d.order_row = o.row WHERE o.row = ?1
