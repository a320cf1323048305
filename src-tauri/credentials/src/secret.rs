//! A value that cannot be printed, logged or serialised by mistake.

/// Holds a secret. There is one way to it, and it is easy to search for: [`Secret::expose`].
///
/// ```compile_fail
/// println!("{:?}", turnup_credentials::Secret::new("canary"));
/// ```
/// ```compile_fail
/// println!("{}", turnup_credentials::Secret::new("canary"));
/// ```
/// ```compile_fail
/// fn serialised<T: serde::Serialize>(_: T) {}
/// serialised(turnup_credentials::Secret::new("canary"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Takes a secret in.
    #[must_use]
    pub fn new(secret: T) -> Self {
        Self(secret)
    }

    /// The secret itself: for the one call that needs it.
    #[must_use]
    pub fn expose(&self) -> &T {
        &self.0
    }
}
