//! Newtypes for everything that is named by a string, so that one id cannot stand for another.

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it stands.
            #[must_use]
            pub fn new(text: impl Into<String>) -> Self { Self(text.into()) }
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) }
        }

        impl From<&str> for $name { fn from(text: &str) -> Self { Self(text.to_owned()) } }
        impl From<String> for $name { fn from(text: String) -> Self { Self(text) } }
    };
}

id!(
    /// The service's own id of an order, such as `ord_01JD…`.
    OrderId
);
id!(
    /// The number that people use for an order, such as `4410-228290`.
    OrderNumber
);
id!(
    /// An order line's id, unique within its order.
    LineId
);
id!(
    /// The id of a Webex organization, such as `org_…`.
    OrganizationId
);
id!(
    /// A provisioning operation.
    OperationId
);
id!(
    /// A review that a colleague was asked for.
    ReviewId
);
id!(
    /// One intended act of the operator: the idempotency key (UUIDv7) of its request.
    IntentId
);
