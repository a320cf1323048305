//! One simulation: who does what next is thrown by the dice of its seed. When the storm is over,
//! everybody runs until it is quiet.

use std::{
    path::Path,
    sync::{Arc, Mutex},
};

use tokio::runtime::Runtime;
use turnup_domain::{Order, order::ServiceState};

use crate::{
    checks::{self, Finding},
    desk::Desk,
    dice::Dice,
    documents,
    ledger::Ledger,
    service::Service,
    time::{MINUTE, Time},
    trace::Trace,
    weather::Weather,
};

/// What came of one seed.
pub struct Outcome {
    pub faults: u64,
    pub acknowledged: u64,
    pub findings: Vec<Finding>,
    pub trace: Vec<String>,
}

pub struct World<'a> {
    pub runtime: &'a Runtime,
    pub dice: Dice,
    pub time: Arc<Time>,
    pub trace: Arc<Trace>,
    pub service: Arc<Mutex<Service>>,
    pub weather: Weather,
    pub desks: Vec<Desk>,
    pub ledger: Ledger,
    pub faults: u64,
    pub findings: Vec<Finding>,
    /// Whether the run that ended last found nothing to do.
    pub did_nothing: bool,
}

/// Plays a seed from beginning to end. `fresh` is a cache that nobody has used yet.
pub fn simulate(seed: u64, runtime: &Runtime, fresh: &Path, folder: &Path) -> Outcome {
    let mut world = World::new(seed, runtime, fresh, folder);
    world.open_shop();
    let steps = world.dice.between(150, 400);
    for _ in 0..steps {
        world.step();
    }
    world.calm_down();
    let service = world.service.lock().unwrap();
    let found = checks::everything(&world.ledger, &service, &world.desks, &world.trace);
    world.findings.extend(found);
    Outcome {
        faults: world.faults,
        acknowledged: world.ledger.acknowledged,
        findings: world.findings,
        trace: world.trace.lines(),
    }
}

#[derive(Debug, Clone, Copy)]
enum Event {
    GoOn,
    BeginRun,
    OperatorActs,
    SomebodyActs,
    OrganizationChanges,
    TimePasses,
    LateArrival,
    Crash,
    CrashBetweenSteps,
    Cancel,
    ClockJumps,
    CableIsOut,
}

const EVENTS: &[(u64, Event)] = &[
    (300, Event::GoOn),
    (60, Event::BeginRun),
    (150, Event::OperatorActs),
    (50, Event::SomebodyActs),
    (3, Event::OrganizationChanges),
    (60, Event::TimePasses),
    (30, Event::LateArrival),
    (12, Event::Crash),
    (6, Event::CrashBetweenSteps),
    (8, Event::Cancel),
    (5, Event::ClockJumps),
    (4, Event::CableIsOut),
];

impl<'a> World<'a> {
    fn new(seed: u64, runtime: &'a Runtime, fresh: &Path, folder: &Path) -> Self {
        let mut dice = Dice::new(seed);
        let time = Arc::new(Time::new(documents::noon()));
        let trace = Arc::new(Trace::new(Arc::clone(&time)));
        let count = dice.between(2, 6);
        let orders: Vec<_> = (1..=count).map(|number| order(number, &mut dice)).collect();
        let service = Service::new(orders, dice.fork(), time.now());
        let weather = Weather::of(&mut dice, service.ignores_keys);
        let service = Arc::new(Mutex::new(service));
        let desks = (1..=*dice.pick(&[2, 2, 3, 4]))
            .map(|number| {
                let path = folder.join(format!("{seed}-{number}.db"));
                std::fs::copy(fresh, &path).unwrap();
                Desk::new(number, path, &service, &time, &trace, dice.fork())
            })
            .collect();
        Self {
            runtime,
            dice,
            time,
            trace,
            service,
            weather,
            desks,
            ledger: Ledger::default(),
            faults: 0,
            findings: Vec::new(),
            did_nothing: false,
        }
    }

    /// Most know the orders before anything goes wrong.
    fn open_shop(&mut self) {
        if self.dice.chance(800) {
            let weather = std::mem::replace(&mut self.weather, Weather::calm());
            (0..self.desks.len()).for_each(|place| {
                self.run_to_the_end(place);
            });
            self.weather = weather;
        }
    }

    fn step(&mut self) {
        let moment = self.up_to(200);
        self.pass(moment);
        let place = self.dice.index(self.desks.len());
        match self.dice.weighted(EVENTS) {
            Event::GoOn => self.go_on_for_a_while(),
            Event::BeginRun => self.begin_run(place),
            Event::OperatorActs => self.operator_acts(place),
            Event::SomebodyActs => {
                let what = self.service.lock().unwrap().somebody_acts(&mut self.dice);
                self.trace.tell(format_args!("somebody: {what}"));
            }
            Event::OrganizationChanges => {
                let mut service = self.service.lock().unwrap();
                let what = service.somebody_changes_an_organization(&mut self.dice);
                self.trace.tell(format_args!("somebody: {what}"));
            }
            Event::TimePasses => self.time_passes(),
            Event::LateArrival => self.late_arrival(),
            Event::Crash => self.crash(place),
            Event::CrashBetweenSteps => {
                let looks = self.dice.between(1, 12);
                self.desks[place]
                    .clock
                    .die_after(i64::try_from(looks).unwrap());
            }
            Event::Cancel => self.cancel(place),
            Event::ClockJumps => self.clock_jumps(place),
            Event::CableIsOut => {
                let minutes = self.dice.between(1, 60);
                let back = self.time.now() + i64::try_from(minutes).unwrap() * MINUTE;
                self.desks[place].unplugged_until = back;
                self.tell(place, "the cable is out");
                self.faults += 1;
            }
        }
    }
}

/// An order as it comes in: some ask for nothing, some e-mails can be sent again.
fn order(number: u64, dice: &mut Dice) -> Order {
    let mut order = documents::order(&format!("ord_{number}"), 1);
    order.can_resend = dice.chance(500);
    if dice.chance(200) {
        for line in &mut order.lines {
            line.service = "messaging".into();
        }
        for service in &mut order.services {
            service.kind = "messaging".into();
            service.state = ServiceState::Automatic;
        }
    }
    order
}
