//! The program `tour`: goes round once. `cargo xtask tour` builds what it needs and calls it.

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    linux::main()
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("tour: the tour drives WebKitGTK on a virtual display: Linux only");
    std::process::exit(2);
}

#[cfg(target_os = "linux")]
mod linux {
    use std::path::PathBuf;
    use std::process::ExitCode;

    use acceptance::{Outcome, Problem, desktop, tour};

    /// Reads the words, goes round, says what happened.
    pub fn main() -> ExitCode {
        match round() {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => {
                eprintln!("tour: {problem}");
                ExitCode::FAILURE
            }
        }
    }

    fn round() -> Outcome<()> {
        let options = options(std::env::args_os().skip(1))?;
        let runtime = tokio::runtime::Runtime::new()?;
        let report = runtime.block_on(tour::go(&options))?;
        for (told, steps) in [
            ("the main job", &report.steps),
            ("the offline day", &report.story),
            ("for the first time", &report.first_time),
            ("with a preset", &report.with_preset),
        ] {
            let all: u32 = steps.iter().map(|step| step.interactions).sum();
            println!("{all:>3} × {told}");
            for step in steps {
                println!("    {:>3} × {}", step.interactions, step.name);
            }
        }
        println!(
            "{} pictures in {} ms",
            report.pictures.len(),
            report.duration_ms
        );
        for violation in &report.violations {
            println!("not accessible: {violation}");
        }
        if report.violations.is_empty() {
            Ok(())
        } else {
            Err(Problem::new("axe-core complains"))
        }
    }

    fn options(mut words: impl Iterator<Item = std::ffi::OsString>) -> Outcome<tour::Options> {
        let (mut out, mut program) = (None, None);
        while let Some(word) = words.next() {
            let place = match word.to_str() {
                Some("--out") => &mut out,
                Some("--program") => &mut program,
                _ => return Err(Problem::new("usage: tour --out DIR [--program FILE]")),
            };
            *place = words.next().map(PathBuf::from);
        }
        let out = out.ok_or_else(|| Problem::new("say where the pictures go: --out DIR"))?;
        let program = program.map_or_else(|| desktop::program("turnup"), Ok)?;
        Ok(tour::Options {
            program,
            out,
            whole: true,
        })
    }
}
