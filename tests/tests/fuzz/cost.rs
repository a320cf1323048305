//! What reading costs, counted in memory: on any machine the same.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use allocation_counter::{AllocationInfo, measure};

/// Reads, and counts what was taken meanwhile. A panic goes on as one.
pub fn counted<T>(read: impl FnOnce() -> T) -> (T, AllocationInfo) {
    let mut caught = None;
    let cost = measure(|| caught = Some(catch_unwind(AssertUnwindSafe(read))));
    match caught.expect("it was read") {
        Ok(answer) => (answer, cost),
        Err(panic) => resume_unwind(panic),
    }
}

/// What any reader may take, whatever it reads: buffers, and a pattern that is compiled.
const ROOM: u64 = 512 * 1024;
/// How many times its input a reader may take at once.
const TIMES: u64 = 64;

/// Reads, and holds that no more is taken at once than the input is worth.
pub fn bounded<T>(input: &[u8], read: impl FnOnce() -> T) -> T {
    let (answer, cost) = counted(read);
    let most = ROOM + TIMES * input.len() as u64;
    assert!(
        cost.bytes_max <= most,
        "{} bytes are taken for {}",
        cost.bytes_max,
        input.len()
    );
    answer
}
