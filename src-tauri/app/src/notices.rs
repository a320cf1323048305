//! Notices of the system: asks the workbench again and again whether there is something to tell,
//! has the system show it, and leads to it when somebody clicks.

mod show;

use std::{sync::PoisonError, time::Duration};

use tauri::{AppHandle, Manager};
use turnup_workbench::{Notice, NoticeTarget};

use crate::{
    background, badge,
    events::{self, NoticeOpened},
    state::AppState,
    windows::{self, MAIN},
};
use show::{Answer, show};

/// How often it is looked.
const EVERY: Duration = Duration::from_secs(30);
/// After a system that shows nothing it is looked less often.
const REST: Duration = Duration::from_secs(600);

/// Looks until the program ends.
pub fn watch(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        app.state::<AppState>().ready.wait().await;
        loop {
            // Deadlines pass while nothing else happens.
            badge::renew(&app);
            background::look_again(&app).await;
            let next = app.state::<AppState>().workbench.next_notice().await;
            let silent = match next {
                Ok(Some(notice)) => !told(&app, notice).await,
                Ok(None) => false,
                Err(failure) => {
                    tracing::debug!(%failure, "nothing to tell");
                    false
                }
            };
            tokio::time::sleep(if silent { REST } else { EVERY }).await;
        }
    });
}

/// Has the system show it; whether it did.
async fn told(app: &AppHandle, notice: Notice) -> bool {
    let (words, clicked) = (notice.clone(), app.clone());
    let shown = tauri::async_runtime::spawn_blocking(move || {
        let leads_to = words.leads_to.clone();
        show(&words, move |answer| answered(&clicked, answer, &leads_to))
    });
    let shown = match shown.await {
        Ok(Ok(())) => true,
        Ok(Err(problem)) => {
            tracing::info!(%problem, "no notice");
            false
        }
        Err(problem) => {
            tracing::warn!(%problem, "no notice");
            false
        }
    };
    let state = app.state::<AppState>();
    *state.showed.lock().unwrap_or_else(PoisonError::into_inner) = Some(shown);
    if shown && let Err(failure) = state.workbench.was_told(&notice).await {
        tracing::warn!(%failure, "a notice may be told twice");
    }
    shown
}

fn answered(app: &AppHandle, answer: Answer, leads_to: &NoticeTarget) {
    match answer {
        Answer::Open => {
            if let NoticeTarget::Order(order) = leads_to
                && windows::focus(app, order)
            {
                return;
            }
            background::show_window(app);
            let opened = match leads_to.clone() {
                NoticeTarget::Order(order) => NoticeOpened {
                    order: Some(order),
                    view: None,
                },
                NoticeTarget::View(view) => NoticeOpened {
                    order: None,
                    view: Some(view.to_owned()),
                },
            };
            events::send_to(app, MAIN, opened);
        }
        Answer::Tomorrow => {
            let app = app.clone();
            tauri::async_runtime::spawn(async move {
                let workbench = &app.state::<AppState>().workbench;
                if let Err(failure) = workbench.silence(Some("tomorrow")).await {
                    tracing::warn!(%failure, "the notice was not put off");
                }
            });
        }
    }
}
