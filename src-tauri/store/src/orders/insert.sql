INSERT INTO orders (
    row, id, number, status, revision, sequence, stage, deadline_key, closes_at, contact_zone,
    assignee, reviewer, customer, customer_sort, city, country, services, words, scan,
    gone, local_state, badge, badge_rank,
    mailed_at, waits_since, closes_on, provisioned_at, failure, answered, customer_row
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
    ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
    0, ?20, ?21, ?22,
    ?23, ?24, ?25, ?26, ?27, ?28, ?29
)
