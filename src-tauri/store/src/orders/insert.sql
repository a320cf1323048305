INSERT INTO orders (
    row, id, number, status, revision, sequence, stage, deadline_key, closes_at, contact_zone,
    assignee, reviewer, customer, customer_sort, city, country, services, words, scan,
    gone, local_state, badge, badge_rank
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
    ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
    0, 'clean', '', 0
)
