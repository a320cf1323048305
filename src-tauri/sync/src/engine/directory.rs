//! The directory's feed: the organizations this operator may see, for finding offline.

use turnup_contract::{ProvisioningService, feed::OrganizationsPage};
use turnup_domain::{Organization, OrganizationId};
use turnup_store::Store;

use super::{
    Engine, SyncStop,
    pull::{PAGE, Trail, cursor_expired, split},
    report::SyncStep,
    run::Run,
};

impl<S: ProvisioningService> Engine<S> {
    pub(super) async fn pull_organizations(&self, run: &mut Run<'_>) -> Result<(), SyncStop> {
        let mut done = 0;
        let mut total = None;
        let mut restarted = false;
        let mut trail = Trail::default();
        loop {
            run.check()?;
            run.at(SyncStep::PullOrganizations, done, total);
            let cursor = run.store(Store::organizations_cursor).await?;
            let answer = run
                .call(self.service.organizations(cursor.as_deref(), PAGE))
                .await?;
            if cursor_expired(&answer, cursor.as_deref()) && !restarted {
                restarted = true;
                trail = Trail::default();
                run.store(Store::forget_organizations_cursor).await?;
                continue;
            }
            let page = answer?;
            trail.at(cursor);
            trail.goes_on(&page, |organization| organization.id.as_str())?;
            let has_more = page.has_more;
            done += page.items.len() as u64;
            total = page.total.or(total).map(|total| total.max(done));
            run.report.organizations += page.items.len() as u64;
            self.import_organizations(run, page).await?;
            if !has_more {
                return Ok(());
            }
        }
    }

    async fn import_organizations(
        &self,
        run: &Run<'_>,
        page: OrganizationsPage,
    ) -> Result<(), SyncStop> {
        let now = self.clock.now();
        run.store(move |store| {
            let (documents, deleted) = split::<Organization, OrganizationId>(
                page.items,
                |one| one.id.clone(),
                |one| (one.revision, 0),
            );
            store.import_organizations(&documents, &deleted, &page.next_cursor, now)
        })
        .await
    }
}
