//! Accessibility of what is on the screen, judged by axe-core inside the page.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::Window;
use crate::problem::{During, Outcome};

/// A rule that the screen breaks.
#[derive(Debug, Clone, Deserialize)]
pub struct Violation {
    /// The rule.
    pub id: String,
    /// What it asks for.
    pub help: String,
    /// Where it is broken.
    pub targets: Vec<String>,
}

/// From `ui/`, where it is installed for the interface's own tests.
const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../ui/node_modules/axe-core/axe.min.js"
);

const RUN: &str = r"
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then(
  (result) => done(result.violations.map((v) => ({
    id: v.id, help: v.help, targets: v.nodes.map((n) => n.target.join(' ')),
  }))),
  (error) => done([{ id: 'axe-failed', help: String(error), targets: [] }]),
);
";

impl Window {
    /// What axe-core finds wrong with this screen.
    ///
    /// # Errors
    /// When it cannot be run.
    pub async fn violations(&self) -> Outcome<Vec<Violation>> {
        self.settle().await?;
        let there = self.script("return typeof window.axe === 'object'").await?;
        if there != serde_json::Value::Bool(true) {
            let axe = fs::read_to_string(Path::new(AXE)).during(AXE)?;
            // At the top level of the page, so that `axe` becomes a global.
            self.script(&format!("{axe}; window.axe = axe;")).await?;
        }
        Ok(serde_json::from_value(
            self.client.execute_async(RUN, Vec::new()).await?,
        )?)
    }
}
