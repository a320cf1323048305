//! The dry run: everything that a mapping and a set-up would be refused for, without effect.

use rusqlite::Connection;
use turnup_contract::{ChecksAnswer, ChecksRequest, code};
use turnup_domain::{
    Mapping, Order, OrderId, Problem, Setup, intent::OrganizationTarget, organization::Approval,
    state::Act,
};

use super::{Refusal, Service, mapping, problems, setup};
use crate::storage::{orders, organizations};

impl Service {
    /// `POST /orders/{id}/checks`.
    pub fn checks(&self, id: &OrderId, request: &ChecksRequest) -> Result<ChecksAnswer, Refusal> {
        self.pass_time()?;
        self.database.read(|connection| {
            let order = orders::get(connection, id)?.ok_or_else(|| Refusal::of(code::NOT_FOUND))?;
            let mut answer = ChecksAnswer::default();
            if let Some(mapping) = &request.mapping {
                self.check_mapping(connection, &order, mapping, &mut answer)?;
            }
            if let Some(setup) = &request.setup {
                // With a mapping beside it, the set-up comes after that mapping.
                let state = request.mapping.is_none().then(|| setup::act_of(setup));
                self.check_setup(connection, &order, setup, state, &mut answer)?;
            }
            Ok(answer)
        })
    }

    fn check_mapping(
        &self,
        connection: &Connection,
        order: &Order,
        mapping: &Mapping,
        answer: &mut ChecksAnswer,
    ) -> Result<(), Refusal> {
        if let Err(code) = order.status.after(&Act::Map) {
            answer.problems.push(Problem::new("/mapping", code));
        }
        let wrong = problems::of_mapping(connection, order, mapping, &self.capabilities)?;
        answer
            .problems
            .extend(wrong.into_iter().map(|problem| under("/mapping", problem)));
        if let Some((pointer, refusal)) = problems::conflict_of_mapping(connection, mapping)? {
            let mut problem = Problem::new(format!("/mapping{pointer}"), &refusal.0.code);
            problem.params = refusal.0.params.clone();
            answer.problems.push(problem);
        }
        if let OrganizationTarget::Existing {
            organization_id, ..
        } = &mapping.customer
            && !mapping.own_company
            && let Some(organization) = organizations::get(connection, organization_id)?
            && mapping::approval_of(&organization, self) == Approval::Required
        {
            let warning = Problem::new("/mapping/customer", "approval_required")
                .with("users", organization.users);
            answer.warnings.push(warning);
        }
        Ok(())
    }

    fn check_setup(
        &self,
        connection: &Connection,
        order: &Order,
        setup: &Setup,
        act: Option<Act>,
        answer: &mut ChecksAnswer,
    ) -> Result<(), Refusal> {
        if let Some(Err(code)) = act.map(|act| order.status.after(&act)) {
            answer.problems.push(Problem::new("/setup", code));
        }
        let wrong = problems::of_setup(connection, order, setup, &self.capabilities)?;
        answer
            .problems
            .extend(wrong.into_iter().map(|problem| under("/setup", problem)));
        Ok(())
    }
}

fn under(base: &str, problem: Problem) -> Problem {
    Problem {
        pointer: format!("{base}{}", problem.pointer),
        ..problem
    }
}
