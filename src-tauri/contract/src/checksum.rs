//! The checksum over a set of orders: the same whatever their sequence.

use sha2::{Digest, Sha256};

/// XOR of the first 8 bytes of SHA-256(`id:revision`) of each order added.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Checksum(u64);

impl Checksum {
    /// Adds an order; adding it a second time takes it out again.
    pub fn toggle(&mut self, id: &str, revision: u64) {
        let digest = Sha256::digest(format!("{id}:{revision}"));
        let mut first = [0_u8; 8];
        first.copy_from_slice(&digest[..8]);
        self.0 ^= u64::from_be_bytes(first);
    }

    /// 16 lower-case hex digits.
    #[must_use]
    pub fn hex(self) -> String {
        format!("{:016x}", self.0)
    }
}
