//! PouchDB over leveldb, which replicates the same documents from express-pouchdb over loopback.
//! It has no search: only the documents and their revisions are fetched and kept.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use turnup_domain::Order;

use crate::peers::Talk;

#[derive(Deserialize)]
struct Ready {
    url: String,
}

#[derive(Deserialize)]
struct Done {
    seconds: f64,
    orders: usize,
}

/// Orders a second.
///
/// # Errors
/// In words, when it does not run, or not all orders arrive.
pub fn rate(peer: &Path, folder: &Path, documents: &[(Order, String)]) -> Result<f64, String> {
    let file = folder.join("orders.jsonl");
    write(&file, documents).map_err(|error| error.to_string())?;
    let program = |name: &str| {
        let mut command = Command::new("node");
        command.arg(peer.join(name));
        command
    };
    let server = folder.join("pouchdb-server");
    let mut server = Talk::begin(program("server.mjs").arg(&file).arg(server))?;
    let ready: Ready = server.hear()?;
    let client = folder.join("pouchdb-client");
    let mut client = Talk::begin(program("client.mjs").arg(ready.url).arg(client))?;
    let done: Done = client.hear()?;
    if done.orders != documents.len() {
        return Err(format!("only {} orders arrived", done.orders));
    }
    Ok(done.orders as f64 / done.seconds)
}

fn write(path: &Path, documents: &[(Order, String)]) -> std::io::Result<()> {
    let mut file = BufWriter::new(std::fs::File::create(path)?);
    for (_, document) in documents {
        writeln!(file, "{document}")?;
    }
    file.flush()
}
