-- A list in any sequence is read from an index, as far as it is looked at. Stage and assignee stand
-- in each, so that views are kept apart without reading the order itself.
DROP INDEX orders_by_number;
DROP INDEX orders_by_customer;
CREATE INDEX orders_by_number ON orders (number, deadline_key, stage, assignee);
CREATE INDEX orders_by_customer ON orders (customer_sort, deadline_key, stage, assignee);
CREATE INDEX orders_by_badge ON orders (badge_rank, deadline_key, stage, assignee);
CREATE INDEX orders_by_country ON orders (country, deadline_key, stage, assignee);
CREATE INDEX orders_by_assignee ON orders (assignee, deadline_key, stage);
CREATE INDEX orders_by_mail ON orders (mailed_at, deadline_key, stage, assignee);
