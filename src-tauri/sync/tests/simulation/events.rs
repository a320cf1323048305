//! What can happen in a world, one thing at a time, and how it comes to rest.

use std::sync::MutexGuard;

use turnup_sync::SyncStop;

use crate::{
    checks::Finding,
    desk::{Ended, Moved},
    gate::{Call, Fate},
    line::deliver,
    operator::Operator,
    service::Service,
    time::{DAY, HOUR, MINUTE, SECOND},
    weather::{self, Weather},
    world::World,
};

/// It is quiet before so many rounds, or never.
const ROUNDS: u32 = 40;
/// Longer than every back-off.
const BETWEEN_ROUNDS: i64 = 16 * MINUTE;
/// What an operator thinks of before giving up.
const TRIES: u32 = 5;
/// More calls than any run has.
const CALLS: u32 = 2000;

impl World<'_> {
    pub fn service(&self) -> MutexGuard<'_, Service> {
        self.service.lock().unwrap()
    }

    pub fn tell(&self, place: usize, what: &str) {
        let desk = self.desks[place].number;
        self.trace.tell(format_args!("desk {desk}: {what}"));
    }

    fn broken(&mut self, place: usize, what: &str) {
        let desk = self.desks[place].number;
        self.findings
            .push(Finding::Broken(format!("desk {desk}: {what}")));
    }

    /// Time passes for everybody, and what was due by then happens.
    pub fn pass(&mut self, by: i64) {
        self.time.pass(by);
        let happened = self.service().pass_time(self.time.now());
        for what in happened {
            self.trace.tell(what);
        }
    }

    /// Between nothing and so much, evenly.
    pub fn up_to(&mut self, most: i64) -> i64 {
        i64::try_from(self.dice.below(most.unsigned_abs() + 1)).unwrap()
    }

    pub fn time_passes(&mut self) {
        let most = self.dice.weighted(&[
            (50, 10 * SECOND),
            (30, 3 * MINUTE),
            (15, 40 * MINUTE),
            (4, 10 * HOUR),
        ]);
        let holiday = self.dice.chance(10);
        let by = if holiday { 31 * DAY } else { self.up_to(most) };
        self.pass(by);
    }

    pub fn begin_run(&mut self, place: usize) {
        if !self.desks[place].is_running() {
            self.tell(place, "begins a run");
            self.desks[place].begin_run();
            self.move_on(place);
        }
    }

    /// One that is on its way, when one is, is let go on for some calls.
    pub fn go_on_for_a_while(&mut self) {
        let running = |place: &usize| self.desks[*place].is_running();
        let running: Vec<usize> = (0..self.desks.len()).filter(running).collect();
        if running.is_empty() {
            return;
        }
        let place = *self.dice.pick(&running);
        for _ in 0..self.dice.between(1, 20) {
            self.go_on(place);
        }
    }

    /// The call that waits goes on, or goes wrong.
    fn go_on(&mut self, place: usize) {
        let Some(call) = self.desks[place].waiting() else {
            return;
        };
        let fate = self.fate(place, &call);
        self.desks[place].gate.release(fate);
        let most = if self.dice.chance(30) {
            40 * SECOND
        } else {
            300
        };
        let latency = self.up_to(most);
        self.pass(latency);
        self.move_on(place);
    }

    fn fate(&mut self, place: usize, call: &Call) -> Fate {
        let is_unplugged = self.desks[place].unplugged_until > self.time.now();
        if is_unplugged && !matches!(call, Call::Answer(_)) {
            return weather::unplugged();
        }
        let Some((fate, word)) = self.weather.fate(call, &mut self.dice) else {
            return Fate::good();
        };
        self.faults += 1;
        let what = match call {
            Call::Ask(name) => (*name).to_owned(),
            Call::Send(request) | Call::Answer(request) => {
                let name = self.trace.name(&request.intent);
                format!("{} {} {name}", request.body.kind().as_str(), request.order)
            }
        };
        self.tell(place, &format!("{what}: {word}"));
        fate
    }

    fn move_on(&mut self, place: usize) {
        match self.desks[place].go_on(self.runtime) {
            Moved::Waits => {}
            Moved::Ended(ended) => self.ended(place, &ended),
            Moved::Died => {
                self.tell(place, "dies between two steps");
                self.start_again(place);
            }
        }
    }

    fn ended(&mut self, place: usize, ended: &Ended) {
        self.did_nothing = ended.as_ref().is_ok_and(|report| {
            let sent = report.accepted + report.parked + report.postponed;
            sent == 0 && report.changed == 0 && !report.drifted
        });
        match ended {
            Ok(report) => {
                let (accepted, parked) = (report.accepted, report.parked);
                let (waiting, changed) = (report.postponed, report.changed);
                let drifted = if report.drifted { ", drifted" } else { "" };
                self.tell(
                    place,
                    &format!(
                        "ends a run: {accepted} accepted, {parked} parked, {waiting} wait, \
                         {changed} changed{drifted}"
                    ),
                );
            }
            Err(SyncStop::Store(_) | SyncStop::Broken) => {
                self.broken(place, "a run broke");
            }
            Err(stop) => self.tell(place, &format!("stops: {stop}")),
        }
    }

    /// The operator does something; not everything is possible everywhere.
    pub fn operator_acts(&mut self, place: usize) {
        let before = self.ledger.acknowledged;
        for _ in 0..TRIES {
            self.operator_tries(place);
            if self.ledger.acknowledged > before {
                return;
            }
        }
    }

    fn operator_tries(&mut self, place: usize) {
        let service = self.service.lock().unwrap();
        let mut operator = Operator {
            desk: &self.desks[place],
            ledger: &mut self.ledger,
            service: &service,
            trace: &self.trace,
            dice: &mut self.dice,
        };
        let found = operator.act();
        self.findings.extend(found);
    }

    /// A request whose sender has given up arrives.
    pub fn late_arrival(&mut self) {
        let request = self.service().in_flight.pop_front();
        if let Some(request) = request {
            let _ = deliver(&self.service, &self.trace, &request, "late ");
        }
    }

    /// What was on its way may arrive although nobody waits for it.
    fn abandon(&mut self, place: usize) {
        let Some(Call::Send(request)) = self.desks[place].waiting() else {
            return;
        };
        if self.weather.may_arrive_late(request.body.kind()) && self.dice.chance(500) {
            self.service().in_flight.push_back(*request);
        }
    }

    pub fn crash(&mut self, place: usize) {
        self.abandon(place);
        self.tell(place, "dies");
        self.start_again(place);
    }

    fn start_again(&mut self, place: usize) {
        self.faults += 1;
        for found in self.desks[place].die_and_start() {
            self.broken(place, &found);
        }
    }

    pub fn cancel(&mut self, place: usize) {
        if self.desks[place].is_running() {
            self.abandon(place);
            self.tell(place, "cancels its run");
            self.desks[place].cancel_run();
            self.move_on(place);
        }
    }

    pub fn clock_jumps(&mut self, place: usize) {
        let most = *self.dice.pick(&[MINUTE, 5 * HOUR, 3 * DAY, 400 * DAY]);
        let by = self.up_to(2 * most) - most;
        self.desks[place].clock.set_wrong(by);
        self.tell(
            place,
            &format!("its clock is wrong by {} minutes", by / MINUTE),
        );
        self.faults += 1;
    }

    /// The storm is over: everybody runs until nothing changes any more.
    pub fn calm_down(&mut self) {
        self.trace.tell("the storm is over");
        self.weather = Weather::calm();
        for desk in &mut self.desks {
            desk.unplugged_until = 0;
            desk.clock.live();
        }
        let mut was_quiet = false;
        for _ in 0..ROUNDS {
            while !self.service().in_flight.is_empty() {
                self.late_arrival();
            }
            let mut is_quiet = !self.service().is_at_work();
            for place in 0..self.desks.len() {
                is_quiet &= self.run_to_the_end(place);
            }
            // What was put off in the storm is due by the next round.
            if is_quiet && was_quiet {
                return;
            }
            was_quiet = is_quiet;
            self.pass(BETWEEN_ROUNDS);
        }
        self.findings
            .push(Finding::Broken("it never comes to rest".to_owned()));
    }

    /// A whole run. Whether it found nothing to do.
    pub fn run_to_the_end(&mut self, place: usize) -> bool {
        let was_running = self.desks[place].is_running();
        self.begin_run(place);
        for _ in 0..CALLS {
            if !self.desks[place].is_running() {
                break;
            }
            self.go_on(place);
        }
        if self.desks[place].is_running() {
            self.broken(place, "a run never ends");
        }
        self.did_nothing && !was_running
    }
}
