SELECT id, number, customer, city, country, services, status, local_state, closes_at,
       contact_zone, draft_step, step_number, step_count
FROM orders WHERE row = ?1
