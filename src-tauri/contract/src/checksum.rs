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

    /// Reads what [`Checksum::hex`] wrote.
    #[must_use]
    pub fn from_hex(hex: &str) -> Option<Self> {
        let digits = hex.len() == 16 && hex.bytes().all(|b| b.is_ascii_hexdigit());
        digits
            .then(|| u64::from_str_radix(hex, 16).ok())
            .flatten()
            .map(Self)
    }

    /// 16 lower-case hex digits.
    #[must_use]
    pub fn hex(self) -> String {
        format!("{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_checksum_does_not_depend_on_the_sequence() {
        let (mut one, mut other) = (Checksum::default(), Checksum::default());
        one.toggle("ord_1", 3);
        one.toggle("ord_2", 1);
        other.toggle("ord_2", 1);
        other.toggle("ord_1", 3);
        assert_eq!(one, other);
        assert_ne!(one, Checksum::default());
    }

    #[test]
    fn adding_an_order_twice_takes_it_out() {
        let mut checksum = Checksum::default();
        checksum.toggle("ord_1", 3);
        checksum.toggle("ord_1", 3);
        assert_eq!(checksum.hex(), "0000000000000000");
    }

    #[test]
    fn hex_reads_back() {
        let mut checksum = Checksum::default();
        checksum.toggle("ord_1", 3);
        assert_eq!(Checksum::from_hex(&checksum.hex()), Some(checksum));
        for bad in ["", "zz", "+123456789012345", "00000000000000000"] {
            assert_eq!(Checksum::from_hex(bad), None, "{bad}");
        }
    }
}
