-- Words without digits that the search has seen, for what begins or resembles a typed word. A
-- word stays when its last order goes: it then finds nothing.
CREATE TABLE vocabulary (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
) STRICT;

-- The words are cut in another way: every order waits (0) for its place in the search.
INSERT INTO search (search) VALUES ('delete-all');
UPDATE orders SET words = 0;
CREATE INDEX orders_to_index ON orders (row) WHERE words = 0;
