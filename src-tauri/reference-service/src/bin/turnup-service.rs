//! `turnup-service`: the reference provisioning service as a program of its own.

use std::{io, path::PathBuf, process::ExitCode, time::Duration};

use lexopt::prelude::*;
use turnup_reference_service::{Config, spawn};

const USAGE: &str = "\
turnup-service: the reference provisioning service of Turnup

turnup-service [options]      serve until ended by Ctrl-C or SIGTERM
turnup-service openapi        print the OpenAPI document of the protocol

  --port N                    port on 127.0.0.1; 0 (default) takes a free one
  --data DIR                  keep the data in DIR; without it, in memory for this run
  --mail-dir DIR              write the e-mails of the process to DIR as .eml files
  --seed N                    the same seed makes the same data (default 1)
  --orders N                  orders to begin with (default 1000)
  --organizations N           organizations to begin with (default 1500)
  --provisioning-seconds N    how long a set-up takes (default 8)
  --admin-port                open a second port on which faults can be ordered
  --help, --version";

enum Task {
    Serve(Config),
    OpenApi,
    Say(&'static str),
}

fn main() -> ExitCode {
    match read_arguments() {
        Ok(Task::Say(text)) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Ok(Task::OpenApi) => match turnup_contract::openapi::document().to_pretty_json() {
            Ok(json) => {
                println!("{json}");
                ExitCode::SUCCESS
            }
            Err(error) => fail(&error.to_string(), 1),
        },
        Ok(Task::Serve(config)) => serve(config),
        Err(error) => fail(&format!("{error} (try --help)"), 2),
    }
}

fn fail(message: &str, status: u8) -> ExitCode {
    eprintln!("turnup-service: {message}");
    ExitCode::from(status)
}

fn read_arguments() -> Result<Task, lexopt::Error> {
    let mut config = Config::default();
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => config.port = parser.value()?.parse()?,
            Long("data") => config.data = Some(PathBuf::from(parser.value()?)),
            Long("mail-dir") => config.mail_dir = Some(PathBuf::from(parser.value()?)),
            Long("seed") => config.seed = parser.value()?.parse()?,
            Long("orders") => config.orders = parser.value()?.parse()?,
            Long("organizations") => config.organizations = parser.value()?.parse()?,
            Long("provisioning-seconds") => {
                let seconds: f64 = parser.value()?.parse()?;
                config.provisioning_time = Duration::try_from_secs_f64(seconds)
                    .map_err(|error| format!("--provisioning-seconds: {error}"))?;
            }
            Long("admin-port") => config.admin_port = true,
            Short('h') | Long("help") => return Ok(Task::Say(USAGE)),
            Short('V') | Long("version") => return Ok(Task::Say(env!("CARGO_PKG_VERSION"))),
            Value(word) if word == "openapi" => return Ok(Task::OpenApi),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Task::Serve(config))
}

fn serve(config: Config) -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("TURNUP_LOG")
                .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn")),
        )
        .init();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error.to_string(), 1),
    };
    runtime.block_on(async {
        let running = match spawn(config).await {
            Ok(running) => running,
            Err(error) => return fail(&error.to_string(), 1),
        };
        let end = match asked_to_end() {
            Ok(end) => end,
            Err(error) => return fail(&error.to_string(), 1),
        };
        println!("listening on {}", running.address());
        if let Some(admin) = running.admin_address() {
            println!("faults on {admin}/faults");
        }
        if let Err(error) = end.await {
            return fail(&error.to_string(), 1);
        }
        running.stop().await;
        ExitCode::SUCCESS
    })
}

/// What ends once somebody asks the program to end; it listens from now on, so that nobody who
/// read a line of it is too early.
#[cfg(unix)]
fn asked_to_end() -> io::Result<impl Future<Output = io::Result<()>>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => Ok(()),
            _ = terminated.recv() => Ok(()),
        }
    })
}

#[cfg(not(unix))]
fn asked_to_end() -> io::Result<impl Future<Output = io::Result<()>>> {
    Ok(tokio::signal::ctrl_c())
}
