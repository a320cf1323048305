//! What `tour.json` says.

use std::path::PathBuf;

use serde::Serialize;

/// The whole tour.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Number of the order that was provisioned.
    pub order: String,
    /// What an operator did, in order.
    pub steps: Vec<Step>,
    /// The same of the second story, when it was told.
    pub story: Vec<Step>,
    /// An order from its e-mail to the confirmation, by one who has never done it.
    pub first_time: Vec<Step>,
    /// The same with a preset.
    pub with_preset: Vec<Step>,
    /// The saved summary.
    pub pdf: PathBuf,
    /// From the first process to the last picture.
    pub duration_ms: u64,
    /// File names, in order.
    pub pictures: Vec<String>,
    /// What axe-core found wrong, as `screen: rule (places)`.
    pub violations: Vec<String>,
}

/// One step of the main job or of the story.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// What was done.
    pub name: String,
    /// Clicks, keys and drops that it took beside the values typed; a native dialog counts as two.
    pub interactions: u32,
}
