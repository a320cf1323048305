CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
    id       TEXT PRIMARY KEY,
    number   TEXT NOT NULL UNIQUE,
    status   TEXT NOT NULL,
    revision INTEGER NOT NULL,
    sequence INTEGER NOT NULL UNIQUE,
    deleted  INTEGER NOT NULL DEFAULT 0,
    document TEXT NOT NULL
) STRICT;
CREATE INDEX orders_by_status ON orders (deleted, status);

CREATE TABLE activity (
    id        INTEGER PRIMARY KEY,
    order_id  TEXT NOT NULL REFERENCES orders (id),
    at        INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    code      TEXT NOT NULL,
    params    TEXT NOT NULL,
    intent_id TEXT
) STRICT;
CREATE INDEX activity_by_order ON activity (order_id, id);

CREATE TABLE operations (
    id       TEXT PRIMARY KEY,
    order_id TEXT NOT NULL REFERENCES orders (id),
    attempt  INTEGER NOT NULL,
    document TEXT NOT NULL
) STRICT;

-- What happens by itself, and when.
CREATE TABLE timers (
    order_id TEXT NOT NULL REFERENCES orders (id),
    kind     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (order_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX timers_by_time ON timers (at);

-- Every act that took effect, so that tests can count them.
CREATE TABLE acts (
    id        INTEGER PRIMARY KEY,
    order_id  TEXT NOT NULL,
    kind      TEXT NOT NULL,
    intent_id TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX acts_by_order ON acts (order_id, id);

CREATE TABLE organizations (
    id       TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    sequence INTEGER NOT NULL UNIQUE,
    visible  INTEGER NOT NULL,
    deleted  INTEGER NOT NULL DEFAULT 0,
    document TEXT NOT NULL
) STRICT;

CREATE TABLE organization_domains (
    domain          TEXT NOT NULL,
    organization_id TEXT NOT NULL,
    -- The registrable domain: what organizations are preselected by.
    key             TEXT NOT NULL,
    PRIMARY KEY (domain, organization_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX organization_domains_by_key ON organization_domains (key);

CREATE TABLE organization_names (
    key             TEXT NOT NULL,
    organization_id TEXT NOT NULL,
    PRIMARY KEY (key, organization_id)
) STRICT, WITHOUT ROWID;

-- A person belongs to one organization.
CREATE TABLE people (
    email           TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL,
    -- The registrable domain of the address.
    domain          TEXT NOT NULL,
    administrator   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX people_by_organization ON people (organization_id);
CREATE INDEX people_by_domain ON people (domain);

-- Site and SIP names that are taken; order_id is empty for those of other customers.
CREATE TABLE taken_names (
    kind     TEXT NOT NULL,
    name     TEXT NOT NULL,
    order_id TEXT NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
    operator    TEXT NOT NULL,
    key         TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    status      INTEGER NOT NULL,
    operation   TEXT,
    body        TEXT NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (operator, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_time ON idempotency (at);

-- Codes and tokens are kept as SHA-256 only. A sign-in is a family of tokens.
CREATE TABLE codes (
    hash         TEXT PRIMARY KEY,
    operator     TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    challenge    TEXT NOT NULL,
    family       TEXT NOT NULL,
    expires_at   INTEGER NOT NULL,
    used         INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
    hash        TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,
    operator    TEXT NOT NULL,
    family      TEXT NOT NULL,
    expires_at  INTEGER NOT NULL,
    replaced_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_by_family ON tokens (family);
