//! Signing in on another device (RFC 8628): a code to type there, and the program here that asks
//! whether it is done. What waits is kept in memory: it lasts ten minutes.

use std::sync::PoisonError;

use jiff::{SignedDuration, Timestamp};
use rand::Rng;
use turnup_contract::TokenResponse;

use super::{GrantRefusal, Operator, Refusal, Service, operations::after, sign_in::secret};

/// From the code's birth to its end.
const LASTS: SignedDuration = SignedDuration::from_mins(10);
/// Least time between two questions.
const INTERVAL: SignedDuration = SignedDuration::from_secs(1);
/// More than this many at once are somebody guessing.
const MOST: usize = 1_000;
/// No vowels, so that no words come of it, and nothing that looks like something else.
const LETTERS: &[u8] = b"BCDFGHJKLMNPQRSTVWXZ";

/// The sign-ins that wait.
pub(super) type Devices = Vec<Waiting>;

/// A sign-in that waits for another device.
pub(super) struct Waiting {
    device_code: String,
    user_code: String,
    expires_at: Timestamp,
    asked_at: Option<Timestamp>,
    decided: Option<Decided>,
}

#[derive(Clone, Copy)]
enum Decided {
    Allowed(Operator),
    Denied,
}

/// What a sign-in on another device begins with.
pub(crate) struct DeviceAnswer {
    pub device_code: String,
    pub user_code: String,
    pub lasts: SignedDuration,
    pub interval: SignedDuration,
}

impl Service {
    /// Begins one.
    pub fn begin_device(&self) -> Result<DeviceAnswer, Refusal> {
        let now = self.now();
        let mut devices = self.devices();
        devices.retain(|waiting| now < waiting.expires_at);
        if devices.len() >= MOST {
            return Err(Refusal::of(turnup_contract::code::RATE_LIMITED));
        }
        let (device_code, user_code) = (secret(), user_code());
        devices.push(Waiting {
            device_code: device_code.clone(),
            user_code: user_code.clone(),
            expires_at: after(now, LASTS),
            asked_at: None,
            decided: None,
        });
        Ok(DeviceAnswer {
            device_code,
            user_code,
            lasts: LASTS,
            interval: INTERVAL,
        })
    }

    /// Whether a code that somebody typed waits for a decision, as it is written properly.
    pub fn device_waits(&self, typed: &str) -> Option<String> {
        let (typed, now) = (plain(typed), self.now());
        self.devices()
            .iter()
            .find(|waiting| {
                waiting.decided.is_none()
                    && now < waiting.expires_at
                    && plain(&waiting.user_code) == typed
            })
            .map(|waiting| waiting.user_code.clone())
    }

    /// Somebody decided on the other device: an operator, or nobody. False: the code is unknown,
    /// too old or decided on already.
    pub fn decide_device(&self, typed: &str, operator: Option<Operator>) -> bool {
        let Some(code) = self.device_waits(typed) else {
            return false;
        };
        let mut devices = self.devices();
        let found = devices
            .iter_mut()
            .find(|waiting| waiting.user_code == code && waiting.decided.is_none());
        let Some(waiting) = found else { return false };
        waiting.decided = Some(operator.map_or(Decided::Denied, Decided::Allowed));
        true
    }

    /// The program asks whether it is done. A code that was allowed is used up by that.
    pub fn redeem_device(&self, device_code: &str) -> Result<TokenResponse, GrantRefusal> {
        let now = self.now();
        let operator = {
            let mut devices = self.devices();
            let found = devices
                .iter()
                .position(|waiting| waiting.device_code == device_code);
            let Some(index) = found else {
                return Err(GrantRefusal::InvalidGrant);
            };
            let waiting = &mut devices[index];
            if now >= waiting.expires_at {
                devices.remove(index);
                return Err(GrantRefusal::Expired);
            }
            match waiting.decided {
                None => {
                    let hurried = waiting
                        .asked_at
                        .replace(now)
                        .is_some_and(|asked| now < after(asked, INTERVAL));
                    return Err(if hurried {
                        GrantRefusal::SlowDown
                    } else {
                        GrantRefusal::Pending
                    });
                }
                Some(Decided::Denied) => {
                    devices.remove(index);
                    return Err(GrantRefusal::Denied);
                }
                Some(Decided::Allowed(operator)) => {
                    devices.remove(index);
                    operator
                }
            }
        };
        self.issue_tokens(&operator).map_err(GrantRefusal::Failed)
    }

    fn devices(&self) -> std::sync::MutexGuard<'_, Devices> {
        self.devices.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `BCDF-GHJK`
fn user_code() -> String {
    let mut random = rand::rng();
    let mut letters = (0..8).map(|_| char::from(LETTERS[random.random_range(0..LETTERS.len())]));
    let first: String = letters.by_ref().take(4).collect();
    let second: String = letters.collect();
    format!("{first}-{second}")
}

/// What people type: in any case, with or without what stands between.
fn plain(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}
