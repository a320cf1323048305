//! An order in a window of its own, beside the main one.

use turnup_reference_service::ZURITA_ORDER;

use super::gallery::{Gallery, visit};
use super::walk::{leave_order, open_order};
use crate::desktop::{Held, Window, keys, wait_until};
use crate::problem::Outcome;

/// How large such a window begins, and how small it can be.
const SIZES: [(&str, u32, u32); 2] = [("own-window", 900, 760), ("own-window-small", 450, 300)];

/// The two windows that are told apart.
pub struct Beside {
    /// The one with the list.
    pub main: Held,
    /// The one with the order.
    pub own: Held,
}

impl Beside {
    /// Opens the order that the main window shows in a window of its own, and takes hold of that.
    ///
    /// # Errors
    /// When none comes up.
    pub async fn open(window: &mut Window) -> Outcome<Self> {
        let main = window.held_now().await?;
        window.click("own-window").await?;
        let own = window.take_another(std::slice::from_ref(&main)).await?;
        window.find("order-page").await?;
        Ok(Self { main, own })
    }

    /// Closes the window of the order by its key, and takes hold of the main one.
    ///
    /// # Errors
    /// When it stays.
    pub async fn close(self, window: &mut Window) -> Outcome<()> {
        // The driver may lose the window before it has answered that the key was pressed.
        let _ = window.press(&keys::Escape.to_string()).await;
        self.gone(window).await
    }

    /// Waits until the window of the order is gone, and takes hold of the main one.
    ///
    /// # Errors
    /// When it stays.
    pub async fn gone(self, window: &mut Window) -> Outcome<()> {
        window.take_hold(&self.main).await?;
        wait_until("the window of the order is gone", async || {
            Ok(window.titles()? == ["Turnup"])
        })
        .await
    }
}

/// A step of the wizard and the order's facts, large and small; begins and ends on a list of the
/// sample data.
pub async fn pictures(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    gallery
        .in_two_looks(window, async |gallery, window| {
            open_order(window, ZURITA_ORDER).await?;
            let beside = Beside::open(window).await?;
            visit(window, "details").await?;
            for (screen, width, height) in SIZES {
                window.resize(width, height).await?;
                gallery.take(window, screen).await?;
            }
            beside.close(window).await?;
            leave_order(window).await
        })
        .await
}
