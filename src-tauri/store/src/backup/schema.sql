-- A backup. Tables and columns are those of the order cache, so that one reading serves both;
-- rows of orders are counted anew in each file.
CREATE TABLE backup (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    made_at INTEGER NOT NULL,
    why TEXT NOT NULL,
    -- of what is kept, to see whether anything changed since
    fingerprint INTEGER NOT NULL,
    unreadable INTEGER NOT NULL
) STRICT;

CREATE TABLE orders (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    gone INTEGER NOT NULL
) STRICT;

CREATE TABLE documents (
    order_row INTEGER PRIMARY KEY REFERENCES orders (row),
    document TEXT NOT NULL
) STRICT;

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
    id INTEGER PRIMARY KEY,
    order_row INTEGER NOT NULL REFERENCES orders (row),
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    evidence TEXT,
    base_revision INTEGER NOT NULL,
    intent_id TEXT NOT NULL UNIQUE,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    next_attempt_at INTEGER,
    state TEXT NOT NULL,
    unknown_outcome INTEGER NOT NULL,
    problem TEXT,
    actor TEXT NOT NULL
) STRICT;

CREATE TABLE findings (
    order_row INTEGER NOT NULL REFERENCES orders (row),
    role TEXT NOT NULL,
    answer TEXT NOT NULL,
    from_cache INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (order_row, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    order_id TEXT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    code TEXT NOT NULL,
    params TEXT NOT NULL,
    intent_id TEXT
) STRICT;

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
