//! The shared note as it is typed, before somebody saves it for colleagues: kept on this computer
//! with every stroke, so that neither a crash nor leaving the order loses it.

use turnup_domain::OrderId;
use turnup_store::Store;

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    order_page::stored,
};

/// Longest text that is kept, in bytes: far above what a note may have, which is told beside it.
const MAX_TYPED: usize = 1024 * 1024;

impl Workbench {
    /// Keeps what is typed as the note of an order, durably, before it returns; nothing when the
    /// typing was undone. No colleague sees it before [`Workbench::save_note`].
    pub async fn keep_note(&self, id: &str, text: Option<String>) -> Outcome<()> {
        let order_id = OrderId::from(id);
        if text.as_ref().is_some_and(|text| text.len() > MAX_TYPED) {
            return Err(Failure::new(codes::TOO_LONG).with("max", MAX_TYPED));
        }
        self.with_store(move |store| {
            stored(store, &order_id)?;
            put(store, &order_id, text.as_deref())
        })
        .await?;
        self.order_changed(id).await;
        Ok(())
    }
}

/// What was typed as the note of an order and not saved.
pub(crate) fn typed_note(store: &Store, id: &OrderId) -> Outcome<Option<String>> {
    Ok(store.setting(&key(id))?)
}

/// What was typed is saved, or given up.
pub(crate) fn forget(store: &Store, id: &OrderId) -> Outcome<()> {
    if typed_note(store, id)?.is_none() {
        return Ok(());
    }
    put(store, id, None)
}

fn put(store: &Store, id: &OrderId, text: Option<&str>) -> Outcome<()> {
    Ok(store.set_setting(&key(id), text)?)
}

fn key(id: &OrderId) -> String {
    format!("note.{id}")
}
