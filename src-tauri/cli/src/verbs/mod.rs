//! One verb, one use case of the workbench: asked, and said in JSON and in words.

mod backup;
mod confirming;
mod files;
mod importing;
mod orders;
mod queue;
mod sign_in;
mod status;
mod sync;

use turnup_workbench::Outcome;

use crate::{arguments::Verb, desk::Desk, said::Said};

/// Does what is asked for.
pub async fn run(verb: Verb, desk: &Desk, said: &mut Said) -> Outcome<()> {
    match verb {
        Verb::Sync => sync::sync(desk, said).await,
        Verb::Orders { listed, limit } => orders::orders(desk, said, &listed, limit).await,
        Verb::Order { number } => orders::order(desk, said, &number).await,
        Verb::Check { number } => confirming::check(desk, said, &number).await,
        Verb::Submit { number, confirm } => {
            confirming::submit(desk, said, &number, confirm.as_deref()).await
        }
        Verb::Summary { numbers, folder } => files::summary(desk, said, &numbers, &folder).await,
        Verb::Export {
            format,
            listed,
            file,
        } => files::export(desk, said, format, &listed, &file).await,
        Verb::Import {
            table,
            sheet,
            columns,
            dry_run,
        } => {
            let asked = importing::Asked {
                table,
                sheet,
                columns,
                dry_run,
            };
            importing::import(desk, said, asked).await
        }
        Verb::Queue => queue::queue(desk, said).await,
        Verb::Backup { list: true } => backup::list(desk, said).await,
        Verb::Backup { list: false } => backup::make(desk, said).await,
        Verb::Status => status::status(desk, said).await,
        Verb::SignIn { service } => sign_in::sign_in(desk, said, service.as_deref()).await,
    }
}
