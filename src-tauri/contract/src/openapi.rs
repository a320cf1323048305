//! The OpenAPI 3.1 document, generated from the wire types and pinned by a snapshot.
