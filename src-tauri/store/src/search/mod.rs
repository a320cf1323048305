//! Full-text search over orders.
