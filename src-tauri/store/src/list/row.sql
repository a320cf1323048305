SELECT id, number, customer, city, country, services, status, local_state, closes_at,
       contact_zone, draft_step, step_number, step_count, customer_sort, assignee, mailed_at
FROM orders WHERE row = ?1
