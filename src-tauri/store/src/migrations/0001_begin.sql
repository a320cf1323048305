-- The mirror: one narrow row per order with what lists and counters need. The document itself
-- lies apart, so that a scan of the list never reads it.
CREATE TABLE orders (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    status TEXT NOT NULL,
    revision INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    -- 0 open, 1 provisioned, 2 over
    stage INTEGER NOT NULL,
    -- waits (1 bit, 0 = yes), closing second (34 bits), row (28 bits); also the search's rowid
    deadline_key INTEGER NOT NULL,
    closes_at INTEGER,
    contact_zone TEXT,
    -- lower case; '' = nobody
    assignee TEXT NOT NULL,
    customer TEXT NOT NULL,
    customer_sort TEXT NOT NULL,
    city TEXT NOT NULL,
    country TEXT NOT NULL,
    -- kinds, each between line feeds
    services TEXT NOT NULL,
    -- fingerprint of the words in the search index
    words INTEGER NOT NULL,
    -- the rescan that saw it last
    scan INTEGER NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0,
    -- what follows from draft and outbox
    local_state TEXT NOT NULL,
    badge TEXT NOT NULL,
    badge_rank INTEGER NOT NULL,
    draft_step TEXT,
    step_number INTEGER,
    step_count INTEGER
) STRICT;

CREATE INDEX orders_by_number ON orders (number);
CREATE INDEX orders_by_customer ON orders (customer_sort, deadline_key);
CREATE INDEX orders_by_deadline ON orders (deadline_key);
CREATE INDEX orders_by_stage ON orders (stage, deadline_key, assignee);
CREATE INDEX orders_with_work ON orders (local_state, deadline_key) WHERE local_state <> 'clean';

CREATE TABLE documents (
    order_row INTEGER PRIMARY KEY REFERENCES orders (row) ON DELETE CASCADE,
    document TEXT NOT NULL
) STRICT;

-- How many orders there are of each combination: counters cost the same at any size.
CREATE TABLE tallies (
    status TEXT NOT NULL,
    local_state TEXT NOT NULL,
    assignee TEXT NOT NULL,
    gone INTEGER NOT NULL,
    orders INTEGER NOT NULL,
    PRIMARY KEY (status, local_state, assignee, gone)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER orders_tally_insert AFTER INSERT ON orders
BEGIN
    INSERT INTO tallies (status, local_state, assignee, gone, orders)
    VALUES (new.status, new.local_state, new.assignee, new.gone, 1)
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;

CREATE TRIGGER orders_tally_delete AFTER DELETE ON orders
BEGIN
    UPDATE tallies SET orders = orders - 1
    WHERE status = old.status AND local_state = old.local_state
      AND assignee = old.assignee AND gone = old.gone;
    DELETE FROM tallies
    WHERE status = old.status AND local_state = old.local_state
      AND assignee = old.assignee AND gone = old.gone AND orders = 0;
END;

CREATE TRIGGER orders_tally_update
AFTER UPDATE OF status, local_state, assignee, gone ON orders
WHEN old.status <> new.status OR old.local_state <> new.local_state
  OR old.assignee <> new.assignee OR old.gone <> new.gone
BEGIN
    UPDATE tallies SET orders = orders - 1
    WHERE status = old.status AND local_state = old.local_state
      AND assignee = old.assignee AND gone = old.gone;
    DELETE FROM tallies
    WHERE status = old.status AND local_state = old.local_state
      AND assignee = old.assignee AND gone = old.gone AND orders = 0;
    INSERT INTO tallies (status, local_state, assignee, gone, orders)
    VALUES (new.status, new.local_state, new.assignee, new.gone, 1)
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;

-- Search: words are cut and folded before they come here. The rowid is the deadline key, so
-- that a match comes out in the order of the list and can stop early.
CREATE VIRTUAL TABLE search USING fts5 (
    words,
    content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3 4 5'
);

-- The overlay. No cascade from orders: an order with either of these cannot be deleted.
CREATE TABLE drafts (
    order_row INTEGER PRIMARY KEY REFERENCES orders (row),
    document TEXT NOT NULL,
    base_revision INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    step TEXT,
    step_number INTEGER,
    step_count INTEGER
) STRICT;

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    order_row INTEGER NOT NULL REFERENCES orders (row),
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    evidence TEXT,
    base_revision INTEGER NOT NULL,
    intent_id TEXT NOT NULL UNIQUE,
    attempts INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    next_attempt_at INTEGER,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'parked')),
    unknown_outcome INTEGER NOT NULL DEFAULT 0,
    problem TEXT,
    actor TEXT NOT NULL
) STRICT;

CREATE INDEX outbox_by_order ON outbox (order_row, id);
-- The same act of one order is never asked for twice at a time; notes follow one another.
CREATE UNIQUE INDEX outbox_once ON outbox (order_row, kind) WHERE kind <> 'note';

CREATE TABLE findings (
    order_row INTEGER NOT NULL REFERENCES orders (row) ON DELETE CASCADE,
    role TEXT NOT NULL,
    answer TEXT NOT NULL,
    from_cache INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (order_row, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
    order_row INTEGER NOT NULL REFERENCES orders (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    code TEXT NOT NULL,
    params TEXT NOT NULL,
    intent_id TEXT,
    PRIMARY KEY (order_row, id)
) STRICT, WITHOUT ROWID;

-- Append only; it outlives the order.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id TEXT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    code TEXT NOT NULL,
    params TEXT NOT NULL,
    intent_id TEXT
) STRICT;

CREATE INDEX journal_by_order ON journal (order_id, at);

CREATE TABLE organizations (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL
) STRICT;

CREATE TABLE organization_domains (
    domain TEXT NOT NULL,
    organization_row INTEGER NOT NULL REFERENCES organizations (row) ON DELETE CASCADE,
    PRIMARY KEY (domain, organization_row)
) STRICT, WITHOUT ROWID;

CREATE INDEX organization_domains_by_row ON organization_domains (organization_row);

CREATE TABLE organization_keys (
    key TEXT NOT NULL,
    organization_row INTEGER NOT NULL REFERENCES organizations (row) ON DELETE CASCADE,
    PRIMARY KEY (key, organization_row)
) STRICT, WITHOUT ROWID;

CREATE INDEX organization_keys_by_row ON organization_keys (organization_row);

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE numbers (
    number TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE capabilities (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    etag TEXT NOT NULL,
    document TEXT NOT NULL
) STRICT;
