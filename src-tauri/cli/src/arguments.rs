//! What the program is called with. Its words for people are in locales/*/cli.ftl: see `help.rs`.
#![allow(
    missing_docs,
    reason = "every argument is explained, in each language, by the catalogue"
)]

use std::path::PathBuf;

use clap::{ArgAction, Parser, Subcommand, ValueEnum};

/// One call.
#[derive(Debug, Parser)]
#[command(
    name = "turnupctl",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    arg_required_else_help = true
)]
pub struct Arguments {
    #[arg(long, global = true, value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "ACCOUNT")]
    pub account: Option<String>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = ["en", "fr"], hide_possible_values = true)]
    pub lang: Option<String>,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    pub version: Option<bool>,
    #[command(subcommand)]
    pub verb: Verb,
}

/// What is asked for.
#[derive(Debug, Subcommand)]
pub enum Verb {
    Sync,
    Orders {
        #[command(flatten)]
        listed: Listed,
        #[arg(
            long,
            value_name = "N",
            default_value_t = 200,
            hide_default_value = true
        )]
        limit: u32,
    },
    Order {
        #[arg(value_name = "NUMBER")]
        number: String,
    },
    Check {
        #[arg(value_name = "NUMBER")]
        number: String,
    },
    Submit {
        #[arg(value_name = "NUMBER")]
        number: String,
        #[arg(long, value_name = "NUMBER")]
        confirm: Option<String>,
    },
    Summary {
        #[arg(value_name = "NUMBER", required = true)]
        numbers: Vec<String>,
        #[arg(long = "output", short = 'o', value_name = "FOLDER")]
        folder: PathBuf,
    },
    Export {
        #[arg(value_enum, value_name = "FORMAT", hide_possible_values = true)]
        format: FileFormat,
        #[command(flatten)]
        listed: Listed,
        #[arg(long = "output", short = 'o', value_name = "FILE")]
        file: PathBuf,
    },
    Import {
        #[arg(value_name = "FILE")]
        table: PathBuf,
        #[arg(long, value_name = "SHEET")]
        sheet: Option<String>,
        #[arg(long = "column", value_name = "HEADING=FIELD", value_parser = column)]
        columns: Vec<(String, String)>,
        #[arg(long)]
        dry_run: bool,
    },
    Queue,
    Backup {
        #[arg(long)]
        list: bool,
    },
    Status,
    SignIn {
        #[arg(long, value_name = "ADDRESS")]
        service: Option<String>,
    },
}

/// Which orders.
#[derive(Debug, clap::Args)]
pub struct Listed {
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    pub query: String,
    #[arg(
        long,
        value_name = "VIEW",
        default_value = "all",
        hide_default_value = true,
        hide_possible_values = true,
        value_parser = [
            "inbox", "due_soon", "overdue", "drafts", "queue", "needs_attention", "to_review", "provisioned",
            "all",
        ]
    )]
    pub view: String,
}

/// What a list is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FileFormat {
    Csv,
    Xlsx,
    Ics,
}

/// A heading and what its column is taken as; empty for nothing.
fn column(word: &str) -> Result<(String, String), String> {
    let (heading, field) = word.rsplit_once('=').ok_or_else(|| word.to_owned())?;
    Ok((heading.trim().to_owned(), field.trim().to_owned()))
}
