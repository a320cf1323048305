-- End customers, as the orders name them: the service gives them no id, so a company's folded name
-- and its country are one. Kept with the orders, so that a list of them costs the same at any size.
CREATE TABLE customers (
    row INTEGER PRIMARY KEY,
    -- the name without capitals, accents and width
    key TEXT NOT NULL,
    -- upper case
    country TEXT NOT NULL,
    -- as the order that came last writes it
    name TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    orders INTEGER NOT NULL DEFAULT 0,
    open INTEGER NOT NULL DEFAULT 0,
    provisioned INTEGER NOT NULL DEFAULT 0,
    -- deadline key of the order that closes first
    next_key INTEGER NOT NULL DEFAULT 9223372036854775807,
    -- the last moment that any of its orders tells of; 0 = none does
    changed_at INTEGER NOT NULL DEFAULT 0,
    UNIQUE (key, country)
) STRICT;

CREATE INDEX customers_by_name ON customers (name_sort);

-- `customers.rs` fills it in for orders that are here already.
ALTER TABLE orders ADD COLUMN customer_row INTEGER;
CREATE INDEX orders_of_customer ON orders (customer_row, deadline_key);

CREATE TRIGGER orders_customer_insert AFTER INSERT ON orders
BEGIN
    UPDATE customers SET
        orders = orders + 1,
        open = open + (new.stage = 0),
        provisioned = provisioned + (new.stage = 1),
        next_key = min(next_key, new.deadline_key),
        changed_at = max(changed_at, coalesce(new.mailed_at, 0), coalesce(new.waits_since, 0),
                         coalesce(new.provisioned_at, 0))
    WHERE row = new.customer_row;
END;

-- A customer goes with its last order, unless somebody wrote a note on it.
CREATE TRIGGER orders_customer_delete AFTER DELETE ON orders
BEGIN
    UPDATE customers SET
        orders = orders - 1,
        open = open - (old.stage = 0),
        provisioned = provisioned - (old.stage = 1),
        next_key = coalesce(
            (SELECT o.deadline_key FROM orders o WHERE o.customer_row = old.customer_row
             ORDER BY o.deadline_key LIMIT 1),
            9223372036854775807)
    WHERE row = old.customer_row;
    DELETE FROM customers
    WHERE row = old.customer_row AND orders = 0 AND NOT EXISTS (
        SELECT 1 FROM settings s
        WHERE s.key = 'customer.note.' || customers.key || char(10) || customers.country);
END;

CREATE TRIGGER orders_customer_stay
AFTER UPDATE OF customer_row, stage, deadline_key, mailed_at, waits_since, provisioned_at ON orders
WHEN old.customer_row IS new.customer_row AND (
    old.stage <> new.stage OR old.deadline_key <> new.deadline_key
    OR old.mailed_at IS NOT new.mailed_at OR old.waits_since IS NOT new.waits_since
    OR old.provisioned_at IS NOT new.provisioned_at)
BEGIN
    UPDATE customers SET
        open = open - (old.stage = 0) + (new.stage = 0),
        provisioned = provisioned - (old.stage = 1) + (new.stage = 1),
        next_key =
            (SELECT o.deadline_key FROM orders o WHERE o.customer_row = new.customer_row
             ORDER BY o.deadline_key LIMIT 1),
        changed_at = max(changed_at, coalesce(new.mailed_at, 0), coalesce(new.waits_since, 0),
                         coalesce(new.provisioned_at, 0))
    WHERE row = new.customer_row;
END;

CREATE TRIGGER orders_customer_move AFTER UPDATE OF customer_row ON orders
WHEN old.customer_row IS NOT new.customer_row
BEGIN
    UPDATE customers SET
        orders = orders - 1,
        open = open - (old.stage = 0),
        provisioned = provisioned - (old.stage = 1),
        next_key = coalesce(
            (SELECT o.deadline_key FROM orders o WHERE o.customer_row = old.customer_row
             ORDER BY o.deadline_key LIMIT 1),
            9223372036854775807)
    WHERE row = old.customer_row;
    DELETE FROM customers
    WHERE row = old.customer_row AND orders = 0 AND NOT EXISTS (
        SELECT 1 FROM settings s
        WHERE s.key = 'customer.note.' || customers.key || char(10) || customers.country);
    UPDATE customers SET
        orders = orders + 1,
        open = open + (new.stage = 0),
        provisioned = provisioned + (new.stage = 1),
        next_key = min(next_key, new.deadline_key),
        changed_at = max(changed_at, coalesce(new.mailed_at, 0), coalesce(new.waits_since, 0),
                         coalesce(new.provisioned_at, 0))
    WHERE row = new.customer_row;
END;
