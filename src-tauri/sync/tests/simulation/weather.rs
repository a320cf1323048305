//! What goes wrong on the way, and how often: some seeds are calm, others are storms.

use std::time::Duration;

use turnup_contract::{CallError, ProblemBody, code};
use turnup_store::OutboxKind;

use crate::{
    dice::Dice,
    gate::{Arrival, Call, Fate, Oddity},
    service::refused,
};

/// The weather of one seed.
pub struct Weather {
    /// Calls that something happens to, per mille.
    trouble: u64,
    /// Whether requests may arrive after their sender has given up.
    late: bool,
    /// What a late request may not be: nobody could tell its second time from its first.
    never_late: Option<OutboxKind>,
}

impl Weather {
    pub fn of(dice: &mut Dice, ignores_keys: bool) -> Self {
        Self {
            trouble: *dice.pick(&[0, 30, 80, 80, 150, 300]),
            late: dice.chance(400),
            never_late: ignores_keys.then_some(OutboxKind::Resend),
        }
    }

    /// Nothing goes wrong.
    pub fn calm() -> Self {
        Self {
            trouble: 0,
            late: false,
            never_late: None,
        }
    }

    /// What becomes of a call, and in what words; none when all is well.
    pub fn fate(&self, call: &Call, dice: &mut Dice) -> Option<(Fate, &'static str)> {
        if !dice.chance(self.trouble) {
            return None;
        }
        match call {
            Call::Ask("orders") if dice.chance(400) => Some(odd(dice)),
            Call::Ask(_) => Some(refusal_on_the_way(dice)),
            Call::Send(request) => Some(self.write(request.body.kind(), dice)),
            Call::Answer(_) => None,
        }
    }

    /// Whether a request whose sender is gone may still arrive.
    pub fn may_arrive_late(&self, kind: OutboxKind) -> bool {
        self.late && self.never_late != Some(kind)
    }

    fn write(&self, kind: OutboxKind, dice: &mut Dice) -> (Fate, &'static str) {
        if self.may_arrive_late(kind) && dice.chance(150) {
            return (fate(Arrival::Late, unknown()), "times out, arrives later");
        }
        match dice.below(10) {
            0..=2 => (fate(Arrival::Now, unknown()), "reply lost"),
            3 => (fate(Arrival::Never, unknown()), "reset before it arrived"),
            4 => (
                fate(Arrival::Now, failed(dice)),
                "done, then the service failed",
            ),
            5 => (fate(Arrival::Now, web_page()), "done, then a web page came"),
            _ => refusal_on_the_way(dice),
        }
    }
}

/// Nothing was done.
fn refusal_on_the_way(dice: &mut Dice) -> (Fate, &'static str) {
    let (error, word) = match dice.below(8) {
        0 | 1 => (unreachable(), "unreachable"),
        2 => (busy(code::RATE_LIMITED, dice), "429"),
        3 => (busy(code::UNAVAILABLE, dice), "503"),
        4 => (failed(dice), "fails"),
        5 => (refused(code::UNAUTHENTICATED), "401"),
        6 => (CallError::SignedOut, "signed out"),
        _ => (web_page(), "a web page"),
    };
    (fate(Arrival::Never, error), word)
}

fn odd(dice: &mut Dice) -> (Fate, &'static str) {
    let (oddity, word) = *dice.pick(&[
        (Oddity::Stale, "the page before once more"),
        (Oddity::Doubled, "items twice"),
        (Oddity::Expired, "410"),
    ]);
    let fate = Fate {
        oddity: Some(oddity),
        ..Fate::good()
    };
    (fate, word)
}

fn fate(arrival: Arrival, error: CallError) -> Fate {
    Fate {
        arrival,
        error: Some(error),
        oddity: None,
    }
}

/// For a desktop whose cable is out.
pub fn unplugged() -> Fate {
    fate(Arrival::Never, unreachable())
}

fn unreachable() -> CallError {
    let reason = "no route".to_owned();
    CallError::Unreachable { reason }
}

fn unknown() -> CallError {
    let reason = "reset".to_owned();
    CallError::UnknownOutcome { reason }
}

fn web_page() -> CallError {
    CallError::NotThisProtocol {
        reason: "a web page".to_owned(),
        status: 200,
    }
}

fn failed(dice: &mut Dice) -> CallError {
    let status = *dice.pick(&[500, 500, 502, 504, 408]);
    let problem = ProblemBody::of(code::INTERNAL);
    CallError::Problem {
        status,
        problem: Box::new(ProblemBody { status, ..problem }),
        retry_after: None,
    }
}

/// As `Retry-After` is read: seconds, a date ahead or past, nonsense.
fn busy(problem_code: &str, dice: &mut Dice) -> CallError {
    let asked = *dice.pick(&[
        None,
        Some(Duration::ZERO),
        Some(Duration::from_secs(7)),
        Some(Duration::from_secs(15 * 60)),
        Some(Duration::MAX),
    ]);
    match refused(problem_code) {
        CallError::Problem {
            status, problem, ..
        } => CallError::Problem {
            status,
            problem,
            retry_after: asked,
        },
        other => other,
    }
}
