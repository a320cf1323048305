//! One order: the wizard and its acts.

use tauri::State;
use turnup_workbench::{
    Outcome,
    views::{
        ChoicesView, Choose, ColleagueView, ConfirmationView, DraftForm, DraftSaved, FinderView,
        NameAnswer, OrderView, TransferView,
    },
};

use crate::state::AppState;

/// The order page.
#[tauri::command]
#[specta::specta]
pub async fn open_order(state: State<'_, AppState>, id: String) -> Outcome<OrderView> {
    state.workbench.open_order(&id).await
}

/// What forms offer.
#[tauri::command]
#[specta::specta]
pub async fn choices(state: State<'_, AppState>) -> Outcome<ChoicesView> {
    state.workbench.choices().await
}

/// Keeps the answers, durably; `before` are those they were typed over.
#[tauri::command]
#[specta::specta]
pub async fn save_draft(
    state: State<'_, AppState>,
    id: String,
    form: DraftForm,
    before: DraftForm,
) -> Outcome<DraftSaved> {
    state.workbench.save_draft(&id, form, Some(before)).await
}

/// Forgets the answers.
#[tauri::command]
#[specta::specta]
pub async fn drop_draft(state: State<'_, AppState>, id: String) -> Outcome<OrderView> {
    state.workbench.drop_draft(&id).await
}

/// Who could it be?
#[tauri::command]
#[specta::specta]
pub async fn find_organizations(
    state: State<'_, AppState>,
    id: String,
    role: String,
) -> Outcome<FinderView> {
    state.workbench.find_organizations(&id, &role).await
}

/// The global search by domain.
#[tauri::command]
#[specta::specta]
pub async fn search_organizations(
    state: State<'_, AppState>,
    id: String,
    role: String,
    domain: String,
    cursor: Option<String>,
) -> Outcome<FinderView> {
    state
        .workbench
        .search_organizations(&id, &role, &domain, cursor)
        .await
}

/// Chooses an organization, or what to create.
#[tauri::command]
#[specta::specta]
pub async fn choose_organization(
    state: State<'_, AppState>,
    id: String,
    role: String,
    choose: Choose,
) -> Outcome<OrderView> {
    state
        .workbench
        .choose_organization(&id, &role, choose)
        .await
}

/// Whether a site name can be had.
#[tauri::command]
#[specta::specta]
pub async fn check_site_name(state: State<'_, AppState>, name: String) -> Outcome<NameAnswer> {
    state.workbench.check_site_name(&name).await
}

/// Whether a SIP name can be had.
#[tauri::command]
#[specta::specta]
pub async fn check_sip_name(state: State<'_, AppState>, name: String) -> Outcome<NameAnswer> {
    state.workbench.check_sip_name(&name).await
}

/// What lies on a transfer code, beside what the order says.
#[tauri::command]
#[specta::specta]
pub async fn look_up_transfer(
    state: State<'_, AppState>,
    id: String,
    code: String,
) -> Outcome<TransferView> {
    state.workbench.look_up_transfer(&id, &code).await
}

/// The page of the point of no return.
#[tauri::command]
#[specta::specta]
pub async fn prepare_confirmation(
    state: State<'_, AppState>,
    id: String,
) -> Outcome<ConfirmationView> {
    state.workbench.prepare_confirmation(&id).await
}

/// Confirms for good.
#[tauri::command]
#[specta::specta]
pub async fn confirm(state: State<'_, AppState>, id: String, typed: String) -> Outcome<OrderView> {
    state.workbench.confirm(&id, &typed).await
}

/// Hands the order over.
#[tauri::command]
#[specta::specta]
pub async fn hand_over(state: State<'_, AppState>, id: String) -> Outcome<OrderView> {
    state.workbench.hand_over(&id).await
}

/// Puts an order on a colleague, or on nobody in particular.
#[tauri::command]
#[specta::specta]
pub async fn assign(
    state: State<'_, AppState>,
    id: String,
    assignee: Option<String>,
) -> Outcome<OrderView> {
    state.workbench.assign(&id, assignee.as_deref()).await
}

/// Everybody on whom an order was put.
#[tauri::command]
#[specta::specta]
pub async fn list_colleagues(state: State<'_, AppState>) -> Outcome<Vec<ColleagueView>> {
    state.workbench.list_colleagues().await
}

/// Has the e-mail sent again.
#[tauri::command]
#[specta::specta]
pub async fn resend_email(state: State<'_, AppState>, id: String) -> Outcome<OrderView> {
    state.workbench.resend_email(&id).await
}

/// Keeps what is typed as the note, on this computer alone.
#[tauri::command]
#[specta::specta]
pub async fn keep_note(
    state: State<'_, AppState>,
    id: String,
    text: Option<String>,
) -> Outcome<()> {
    state.workbench.keep_note(&id, text).await
}

/// Changes the shared note.
#[tauri::command]
#[specta::specta]
pub async fn save_note(state: State<'_, AppState>, id: String, note: String) -> Outcome<OrderView> {
    state.workbench.save_note(&id, &note).await
}

/// Has what failed at the service tried once more.
#[tauri::command]
#[specta::specta]
pub async fn retry_operation(state: State<'_, AppState>, id: String) -> Outcome<OrderView> {
    state.workbench.retry_operation(&id).await
}

/// Says nothing of an order until `later`, `tomorrow` or a day; none tells of it again.
#[tauri::command]
#[specta::specta]
pub async fn snooze_order(
    state: State<'_, AppState>,
    id: String,
    until: Option<String>,
) -> Outcome<OrderView> {
    state.workbench.snooze(&id, until.as_deref()).await
}

/// Asks a colleague to look at what is proposed, before it becomes final.
#[tauri::command]
#[specta::specta]
pub async fn ask_review(
    state: State<'_, AppState>,
    id: String,
    reviewer: String,
) -> Outcome<OrderView> {
    state.workbench.ask_review(&id, &reviewer).await
}

/// Says what comes of a review: `approved` or `declined` by who was asked, `withdrawn` by who asks.
#[tauri::command]
#[specta::specta]
pub async fn answer_review(
    state: State<'_, AppState>,
    id: String,
    review: Option<String>,
    verdict: String,
    note: String,
) -> Outcome<OrderView> {
    let review = review.as_deref();
    let workbench = &state.workbench;
    workbench.answer_review(&id, review, &verdict, &note).await
}

/// Brings an order back to mind on a day; none forgets it.
#[tauri::command]
#[specta::specta]
pub async fn remind(
    state: State<'_, AppState>,
    id: String,
    on: Option<String>,
) -> Outcome<OrderView> {
    state.workbench.remind(&id, on.as_deref()).await
}
