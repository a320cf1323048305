//! The operators of the demonstration: colleagues of one partner, who see the same orders.

use turnup_contract::{Me, auth::PartnerAccess};
use turnup_domain::OrganizationId;

/// Id of the partner organization that the operators work for.
pub(crate) const PARTNER_ID: &str = "org_andaluza";
/// Its name.
pub(crate) const PARTNER_NAME: &str = "Andaluza de Comunicaciones";

/// Somebody who can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Operator {
    pub id: &'static str,
    pub email: &'static str,
    pub name: &'static str,
}

/// Everybody who can sign in, the demonstration's own operator first.
pub(crate) const OPERATORS: &[Operator] = &[
    Operator {
        id: "opr_ana",
        email: "ana@andaluza.example",
        name: "Ana Ruiz",
    },
    Operator {
        id: "opr_luis",
        email: "luis@andaluza.example",
        name: "Luis Ortega",
    },
];

impl Operator {
    pub fn of_id(id: &str) -> Option<Self> {
        OPERATORS.iter().copied().find(|operator| operator.id == id)
    }

    /// `GET /me`.
    pub fn me(self) -> Me {
        let partner = PartnerAccess {
            id: OrganizationId::from(PARTNER_ID),
            name: PARTNER_NAME.to_owned(),
        };
        Me {
            id: self.id.to_owned(),
            email: self.email.to_owned(),
            name: self.name.to_owned(),
            partners: vec![partner],
            rights: ["read", "provision", "hand_over"]
                .map(str::to_owned)
                .to_vec(),
        }
    }
}
