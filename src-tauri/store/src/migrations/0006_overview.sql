-- What the overview counts, so that it costs the same at any size. Times are kept by quarters of
-- an hour: days and weeks begin on one in every zone.
CREATE TABLE tallies_by_mail (
    badge TEXT NOT NULL,
    -- in which the e-mail was sent; -1 = not known
    quarter INTEGER NOT NULL,
    orders INTEGER NOT NULL,
    PRIMARY KEY (badge, quarter)
) STRICT, WITHOUT ROWID;

CREATE TABLE tallies_by_closing (
    closes_on TEXT NOT NULL,
    -- in which they close
    quarter INTEGER NOT NULL,
    orders INTEGER NOT NULL,
    PRIMARY KEY (closes_on, quarter)
) STRICT, WITHOUT ROWID;

CREATE TABLE tallies_by_end (
    quarter INTEGER NOT NULL,
    status TEXT NOT NULL,
    orders INTEGER NOT NULL,
    PRIMARY KEY (quarter, status)
) STRICT, WITHOUT ROWID;

INSERT INTO tallies_by_mail (badge, quarter, orders)
SELECT badge, coalesce(max(mailed_at / 900000000, 0), -1), count(*) FROM orders
WHERE stage = 0 GROUP BY 1, 2;

INSERT INTO tallies_by_closing (closes_on, quarter, orders)
SELECT closes_on, closes_at / 900000000, count(*) FROM orders
WHERE closes_on IS NOT NULL GROUP BY 1, 2;

INSERT INTO tallies_by_end (quarter, status, orders)
SELECT provisioned_at / 900000000, status, count(*) FROM orders
WHERE provisioned_at IS NOT NULL GROUP BY 1, 2;

-- For the quarter of an hour that is cut in two.
CREATE INDEX orders_open_by_mail ON orders (mailed_at, badge)
WHERE stage = 0 AND mailed_at IS NOT NULL;
CREATE INDEX orders_waiting ON orders (badge, waits_since)
WHERE stage = 0 AND waits_since IS NOT NULL;
CREATE INDEX orders_failed ON orders (failure) WHERE failure <> '';
CREATE INDEX drafts_by_time ON drafts (saved_at);

CREATE TRIGGER orders_mail_insert AFTER INSERT ON orders WHEN new.stage = 0
BEGIN
    INSERT INTO tallies_by_mail (badge, quarter, orders)
    VALUES (new.badge, coalesce(max(new.mailed_at / 900000000, 0), -1), 1)
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER orders_mail_delete AFTER DELETE ON orders WHEN old.stage = 0
BEGIN
    UPDATE tallies_by_mail SET orders = orders - 1
    WHERE badge = old.badge AND quarter = coalesce(max(old.mailed_at / 900000000, 0), -1);
    DELETE FROM tallies_by_mail
    WHERE badge = old.badge AND quarter = coalesce(max(old.mailed_at / 900000000, 0), -1)
      AND orders = 0;
END;

CREATE TRIGGER orders_mail_update AFTER UPDATE OF badge, stage, mailed_at ON orders
WHEN old.badge <> new.badge OR old.stage <> new.stage OR old.mailed_at IS NOT new.mailed_at
BEGIN
    UPDATE tallies_by_mail SET orders = orders - 1
    WHERE old.stage = 0
      AND badge = old.badge AND quarter = coalesce(max(old.mailed_at / 900000000, 0), -1);
    DELETE FROM tallies_by_mail
    WHERE badge = old.badge AND quarter = coalesce(max(old.mailed_at / 900000000, 0), -1)
      AND orders = 0;
    INSERT INTO tallies_by_mail (badge, quarter, orders)
    SELECT new.badge, coalesce(max(new.mailed_at / 900000000, 0), -1), 1 WHERE new.stage = 0
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER orders_closing_insert AFTER INSERT ON orders WHEN new.closes_on IS NOT NULL
BEGIN
    INSERT INTO tallies_by_closing (closes_on, quarter, orders)
    VALUES (new.closes_on, new.closes_at / 900000000, 1)
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER orders_closing_delete AFTER DELETE ON orders WHEN old.closes_on IS NOT NULL
BEGIN
    UPDATE tallies_by_closing SET orders = orders - 1
    WHERE closes_on = old.closes_on AND quarter = old.closes_at / 900000000;
    DELETE FROM tallies_by_closing
    WHERE closes_on = old.closes_on AND quarter = old.closes_at / 900000000 AND orders = 0;
END;

CREATE TRIGGER orders_closing_update AFTER UPDATE OF closes_on, closes_at ON orders
WHEN old.closes_on IS NOT new.closes_on OR old.closes_at IS NOT new.closes_at
BEGIN
    UPDATE tallies_by_closing SET orders = orders - 1
    WHERE closes_on = old.closes_on AND quarter = old.closes_at / 900000000;
    DELETE FROM tallies_by_closing
    WHERE closes_on = old.closes_on AND quarter = old.closes_at / 900000000 AND orders = 0;
    INSERT INTO tallies_by_closing (closes_on, quarter, orders)
    SELECT new.closes_on, new.closes_at / 900000000, 1 WHERE new.closes_on IS NOT NULL
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER orders_end_insert AFTER INSERT ON orders WHEN new.provisioned_at IS NOT NULL
BEGIN
    INSERT INTO tallies_by_end (quarter, status, orders)
    VALUES (new.provisioned_at / 900000000, new.status, 1)
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER orders_end_delete AFTER DELETE ON orders WHEN old.provisioned_at IS NOT NULL
BEGIN
    UPDATE tallies_by_end SET orders = orders - 1
    WHERE quarter = old.provisioned_at / 900000000 AND status = old.status;
    DELETE FROM tallies_by_end
    WHERE quarter = old.provisioned_at / 900000000 AND status = old.status AND orders = 0;
END;

CREATE TRIGGER orders_end_update AFTER UPDATE OF provisioned_at, status ON orders
WHEN old.provisioned_at IS NOT new.provisioned_at OR old.status <> new.status
BEGIN
    UPDATE tallies_by_end SET orders = orders - 1
    WHERE quarter = old.provisioned_at / 900000000 AND status = old.status;
    DELETE FROM tallies_by_end
    WHERE quarter = old.provisioned_at / 900000000 AND status = old.status AND orders = 0;
    INSERT INTO tallies_by_end (quarter, status, orders)
    SELECT new.provisioned_at / 900000000, new.status, 1 WHERE new.provisioned_at IS NOT NULL
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;
