UPDATE orders SET
    number = ?2, status = ?3, revision = ?4, sequence = ?5, stage = ?6, deadline_key = ?7,
    closes_at = ?8, contact_zone = ?9, assignee = ?10, customer = ?11, customer_sort = ?12,
    city = ?13, country = ?14, services = ?15, words = ?16, scan = ?17, reviewer = ?18,
    mailed_at = ?19, waits_since = ?20, closes_on = ?21, provisioned_at = ?22, failure = ?23,
    answered = ?24, told = iif(closes_at IS ?8, told, 0), customer_row = ?25, gone = 0
WHERE row = ?1
