use super::*;

#[test]
fn only_a_customer_is_asked_and_only_there_the_partner_gets_a_role() {
    let own = "org_own".into();
    let large = || Organization {
        users: 236,
        ..organization("org_1", COMPANY)
    };
    let cases = [
        (Role::Customer, large(), "required", PROVISIONING_ADMIN),
        (
            Role::Customer,
            large().managed_by("org_own", "Andaluza"),
            "required",
            "",
        ),
        (
            Role::Customer,
            large().managed_by("org_x", "X"),
            "required",
            PROVISIONING_ADMIN,
        ),
        (
            Role::Customer,
            organization("org_1", COMPANY),
            "not_required",
            PROVISIONING_ADMIN,
        ),
        (Role::Partner, large(), "not_required", ""),
        (Role::Own, large(), "not_required", ""),
    ];
    for (role, organization, approval, after) in cases {
        let question = Question {
            own_partner: Some(&own),
            ..question(&role, None, COMPANY)
        };
        let found = rank(&question, &[known(organization)], &capabilities(), TODAY);
        assert_eq!(
            (
                found[0].approval.as_str(),
                found[0].role_after_mapping.as_str()
            ),
            (approval, after),
            "{role}"
        );
    }
}
