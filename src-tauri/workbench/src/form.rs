//! Between the forms of the interface and the domain's draft. The organization choices are not
//! touched here.

use turnup_domain::{
    Draft,
    draft::{
        CallingDraft, ContactCenterDraft, HandoverDraft, MeetingsDraft, SiteDraft, TransferDraft,
    },
    intent::Address,
};

use crate::views::{
    AddressForm, CallingForm, ContactCenterForm, DraftForm, HandoverForm, MeetingsForm, SiteForm,
    TransferForm,
};

/// What the wizard shows of a draft.
pub fn form_of(draft: &Draft) -> DraftForm {
    DraftForm {
        step: draft.step.as_ref().map(ToString::to_string),
        completed_by: draft.completed_by.as_ref().map(ToString::to_string),
        handover: HandoverForm {
            email: draft.handover.email.clone(),
            note: draft.handover.note.clone(),
        },
        customer_sets_up: draft.customer_sets_up,
        when: draft
            .when
            .iter()
            .map(|(kind, when)| (kind.clone(), when.to_string()))
            .collect(),
        meetings: MeetingsForm {
            sites: draft.meetings.sites.iter().map(site_form).collect(),
        },
        calling: calling_form(&draft.calling),
        contact_center: ContactCenterForm {
            country: draft.contact_center.country.clone(),
        },
        transfer: TransferForm {
            code: draft.transfer.code.clone(),
            current_site: draft.transfer.current_site.clone(),
        },
    }
}

/// The draft with the form's answers in it.
pub fn apply(draft: Draft, form: DraftForm) -> Draft {
    Draft {
        step: form.step.as_deref().map(Into::into),
        completed_by: form.completed_by.as_deref().map(Into::into),
        handover: HandoverDraft {
            email: form.handover.email,
            note: form.handover.note,
        },
        customer_sets_up: form.customer_sets_up,
        when: form
            .when
            .into_iter()
            .map(|(kind, when)| (kind, when.as_str().into()))
            .collect(),
        meetings: MeetingsDraft {
            sites: form.meetings.sites.into_iter().map(site_draft).collect(),
        },
        calling: calling_draft(form.calling),
        contact_center: ContactCenterDraft {
            country: form.contact_center.country,
        },
        transfer: TransferDraft {
            code: form.transfer.code,
            current_site: form.transfer.current_site,
        },
        ..draft
    }
}

fn site_form(site: &SiteDraft) -> SiteForm {
    SiteForm {
        name: site.name.clone(),
        time_zone: site.time_zone.clone(),
        early_release: site.early_release,
        managed_in: site.managed_in.to_string(),
        licenses: site
            .licenses
            .iter()
            .map(|(line, count)| (line.to_string(), *count))
            .collect(),
    }
}

fn site_draft(form: SiteForm) -> SiteDraft {
    SiteDraft {
        name: form.name,
        time_zone: form.time_zone,
        early_release: form.early_release,
        managed_in: form.managed_in.as_str().into(),
        licenses: form
            .licenses
            .into_iter()
            .map(|(line, count)| (line.into(), count))
            .collect(),
    }
}

fn calling_form(draft: &CallingDraft) -> CallingForm {
    let address = &draft.address;
    CallingForm {
        location_name: draft.location_name.clone(),
        country: draft.country.clone(),
        address: AddressForm {
            street1: address.street1.clone(),
            street2: address.street2.clone(),
            city: address.city.clone(),
            state: address.state.clone(),
            postal_code: address.postal_code.clone(),
        },
        time_zone: draft.time_zone.clone(),
        announcement_language: draft.announcement_language.clone(),
        email_language: draft.email_language.clone(),
        sip_name: draft.sip_name.clone(),
    }
}

fn calling_draft(form: CallingForm) -> CallingDraft {
    CallingDraft {
        location_name: form.location_name,
        country: form.country,
        address: Address {
            street1: form.address.street1,
            street2: form.address.street2,
            city: form.address.city,
            state: form.address.state,
            postal_code: form.address.postal_code,
        },
        time_zone: form.time_zone,
        announcement_language: form.announcement_language,
        email_language: form.email_language,
        sip_name: form.sip_name,
    }
}
