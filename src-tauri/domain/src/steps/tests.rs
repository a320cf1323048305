use super::*;
use crate::{
    draft::CompletedBy,
    testing::{OrderBuilder, capabilities, complete_draft, mapped_draft},
};

/// The steps as one line: `!` done, `>` current, `.` to do, `#` frozen.
fn line(order: &Order, draft: &Draft) -> String {
    let words: Vec<String> = steps(order, draft, &capabilities())
        .iter()
        .map(|step| {
            let mark = match step.progress {
                StepProgress::Done => '!',
                StepProgress::Current => '>',
                StepProgress::Todo => '.',
                StepProgress::Frozen => '#',
                StepProgress::Unknown(_) => '?',
            };
            format!("{mark}{}", step.id)
        })
        .collect();
    words.join(" ")
}

fn with_when(mut draft: Draft, meetings: &str, calling: &str) -> Draft {
    draft.when.insert("meetings".into(), meetings.into());
    draft.when.insert("calling".into(), calling.into());
    draft
}

#[test]
fn the_steps_follow_from_the_order_and_the_answers() {
    let usual = || OrderBuilder::usual();
    let complete = complete_draft(&usual().build());
    let someone_else = Draft {
        completed_by: Some(CompletedBy::SomeoneElse),
        ..mapped_draft()
    };
    let own = Draft {
        completed_by: Some(CompletedBy::OwnCompany),
        ..mapped_draft()
    };
    let customer = Draft {
        customer_sets_up: true,
        ..mapped_draft()
    };
    let messaging = OrderBuilder::new()
        .line("1", ServiceKind::Messaging, 5)
        .build();
    let cases: Vec<(&str, Order, Draft, &str)> = vec![
        (
            "nothing answered",
            usual().build(),
            Draft::default(),
            ">who .partner .customer .subscription .meetings .calling .review",
        ),
        (
            "everything answered",
            usual().build(),
            complete.clone(),
            "!who !partner !customer !subscription !meetings !calling >review",
        ),
        ("somebody else", usual().build(), someone_else, ">who"),
        (
            "own company",
            usual().build(),
            own,
            "!who !customer >subscription .meetings .calling .review",
        ),
        (
            "the customer sets up",
            usual().build(),
            customer,
            "!who !partner !customer >review",
        ),
        (
            "one service later",
            usual().build(),
            with_when(complete.clone(), "now", "later"),
            "!who !partner !customer !subscription !meetings >review",
        ),
        (
            "all later",
            usual().build(),
            with_when(complete.clone(), "later", "later"),
            "!who !partner !customer !subscription >review",
        ),
        (
            "nothing to fill in",
            messaging,
            mapped_draft(),
            "!who !partner !customer !subscription >review",
        ),
        (
            "mapped, set-up not answered",
            usual().status(Status::Mapped).mapping(false, false).build(),
            Draft::default(),
            "#who #partner #customer >subscription .meetings .calling .review",
        ),
        (
            "mapped for the own company",
            usual().status(Status::Mapped).mapping(true, false).build(),
            complete.clone(),
            "#who #customer !subscription !meetings !calling >review",
        ),
        (
            "an approval is awaited",
            usual()
                .status(Status::AwaitingApproval)
                .mapping(false, false)
                .build(),
            complete.clone(),
            "#who #partner #customer !subscription !meetings !calling >review",
        ),
        (
            "the customer sets up after the mapping",
            usual()
                .status(Status::CustomerSetsUp)
                .mapping(false, true)
                .build(),
            Draft::default(),
            "#who #partner #customer #review",
        ),
        (
            "the rest was put off",
            usual()
                .status(Status::Deferred)
                .mapping(false, false)
                .service(ServiceKind::Meetings, ServiceState::Provisioned)
                .service(ServiceKind::Calling, ServiceState::Deferred)
                .build(),
            complete.clone(),
            "#who #partner #customer !subscription #meetings !calling >review",
        ),
        (
            "provisioned",
            usual()
                .status(Status::Provisioned)
                .mapping(false, false)
                .service(ServiceKind::Meetings, ServiceState::Provisioned)
                .service(ServiceKind::Calling, ServiceState::Provisioned)
                .build(),
            Draft::default(),
            "#who #partner #customer #subscription #meetings #calling #review",
        ),
        (
            "closed",
            usual().status(Status::Closed).build(),
            Draft::default(),
            "#who #partner #customer #subscription #review",
        ),
    ];
    for (name, order, draft, expected) in cases {
        assert_eq!(line(&order, &draft), expected, "{name}");
    }
}

#[test]
fn each_problem_is_shown_on_the_step_that_can_mend_it() {
    let order = OrderBuilder::usual().build();
    let mut draft = complete_draft(&order);
    draft.completed_by = None;
    draft.meetings.sites[0].name = "-".into();
    draft.calling.address.city = String::new();
    for step in steps(&order, &draft, &capabilities()) {
        let pointers: Vec<&str> = step.problems.iter().map(|p| p.pointer.as_str()).collect();
        let expected: &[&str] = match step.id {
            StepId::Who => &["/completed_by"],
            StepId::Meetings => &["/meetings/sites/0/name"],
            StepId::Calling => &["/calling/address/city"],
            _ => &[],
        };
        assert_eq!(pointers, expected, "{}", step.id);
    }
}

#[test]
fn a_pointer_belongs_to_one_step() {
    let cases = [
        ("/completed_by", StepId::Who),
        ("/handover/email", StepId::Who),
        ("/partner", StepId::Partner),
        ("/partner/organization/name", StepId::Partner),
        ("/customer/organization/admin_email", StepId::Customer),
        ("/customer_sets_up", StepId::Customer),
        ("/when/meetings", StepId::Subscription),
        ("/transfer/code", StepId::Subscription),
        ("/meetings/sites/0/name", StepId::Meetings),
        ("/meetings/licenses/1", StepId::Meetings),
        ("/calling/address/city", StepId::Calling),
        ("/contact_center/country", StepId::ContactCenter),
        ("/confirm", StepId::Review),
        ("", StepId::Review),
        ("/nothing/we/know", StepId::Review),
    ];
    for (pointer, step) in cases {
        assert_eq!(StepId::of_pointer(pointer), step, "{pointer}");
    }
}

#[test]
fn a_service_that_asks_for_nothing_has_no_step() {
    let order = OrderBuilder::usual()
        .line("9", ServiceKind::ContactCenter, 3)
        .build();
    let mut caps = capabilities();
    let has_step = |caps: &Capabilities| {
        steps(&order, &mapped_draft(), caps)
            .iter()
            .any(|step| step.id == StepId::ContactCenter)
    };
    assert!(has_step(&caps));
    caps.services
        .iter_mut()
        .for_each(|rule| rule.needs_input = false);
    assert!(!has_step(&caps));
}
