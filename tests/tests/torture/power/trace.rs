//! What a program asked of the disk and what it said, in their order, as `strace` saw it.

use std::collections::HashMap;
use std::path::PathBuf;

/// One call that had its effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A file or a folder was opened under a number; perhaps made, perhaps emptied.
    Open {
        file: i32,
        path: PathBuf,
        make: bool,
        empty: bool,
    },
    Close(i32),
    /// Where the next write of a file goes.
    Seek(i32, u64),
    /// Bytes were written, here or where the last write ended.
    Write {
        file: i32,
        at: Option<u64>,
        bytes: Vec<u8>,
    },
    Length(i32, u64),
    /// What was written to it is on the disk.
    Sync(i32),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
    MakeFolder(PathBuf),
    /// The program said something.
    Said(String),
}

/// What is asked of `strace`: every call that changes a file's content or name. Not every
/// processor knows those with a question mark.
pub const CALLS: &str = "trace=?open,openat,?creat,close,lseek,write,pwrite64,ftruncate,fsync,\
     fdatasync,?rename,?renameat,renameat2,?unlink,unlinkat,?mkdir,mkdirat";

/// The events of a record. Of a call that was interrupted by another thread's, the end counts: it
/// has had no effect before. But what is said may be heard from its beginning on, and the number of
/// a file that is being closed may be another thread's file already.
///
/// # Panics
/// For a call that changes a file in a way that is not known here.
pub fn read(record: &str) -> Vec<Event> {
    let mut begun: HashMap<&str, String> = HashMap::new();
    let mut events = Vec::new();
    for line in record.lines() {
        let Some((thread, call)) = line.split_once(' ') else {
            continue;
        };
        let call = call.trim_start();
        if let Some(beginning) = call.strip_suffix("<unfinished ...>") {
            if let Some(word) = said(beginning) {
                events.push(Event::Said(word));
            } else if let Some(file) = closing(beginning) {
                events.push(Event::Close(file));
            } else {
                begun.insert(thread, beginning.trim_end().to_owned());
            }
        } else if let Some((_, end)) = call
            .strip_prefix("<... ")
            .and_then(|call| call.split_once(" resumed>"))
        {
            if let Some(beginning) = begun.remove(thread) {
                events.extend(event(&(beginning + end)));
            }
        } else {
            events.extend(event(call));
        }
    }
    events
}

/// What was said on the standard output.
fn said(call: &str) -> Option<String> {
    let text = call.strip_prefix("write(1, ")?;
    let said = String::from_utf8(strings(text).pop()?).ok()?;
    Some(said.trim_end().to_owned())
}

/// The file that a call closes.
fn closing(call: &str) -> Option<i32> {
    call.strip_prefix("close(")?.trim_end().parse().ok()
}

/// The event of a whole call: `name(arguments) = answer`. None when it failed or matters not.
fn event(call: &str) -> Option<Event> {
    if let Some(word) = said(call) {
        return Some(Event::Said(word));
    }
    let (name, rest) = call.split_once('(')?;
    let (arguments, answer) = rest.rsplit_once(" = ")?;
    let answer: i64 = answer.split(' ').next()?.parse().ok()?;
    if answer < 0 {
        return None;
    }
    let arguments = arguments.trim_end().strip_suffix(')')?;
    let numbers: Vec<i64> = arguments
        .split(", ")
        .filter_map(|word| word.parse().ok())
        .collect();
    let file = || i32::try_from(*numbers.first()?).ok();
    let path = |index: usize| {
        let name = strings(arguments).into_iter().nth(index)?;
        Some(PathBuf::from(String::from_utf8(name).ok()?))
    };
    Some(match name {
        "open" | "openat" | "creat" => Event::Open {
            file: i32::try_from(answer).ok()?,
            path: path(0)?,
            make: name == "creat" || arguments.contains("O_CREAT"),
            empty: name == "creat" || arguments.contains("O_TRUNC"),
        },
        "close" => Event::Close(file()?),
        "lseek" => Event::Seek(file()?, u64::try_from(answer).ok()?),
        "write" | "pwrite64" => {
            let mut bytes = strings(arguments).pop()?;
            bytes.truncate(usize::try_from(answer).ok()?);
            let at = (name == "pwrite64").then(|| numbers.last().copied());
            Event::Write {
                file: file()?,
                at: at.flatten().and_then(|at| u64::try_from(at).ok()),
                bytes,
            }
        }
        "ftruncate" => Event::Length(file()?, u64::try_from(*numbers.last()?).ok()?),
        "fsync" | "fdatasync" => Event::Sync(file()?),
        "rename" | "renameat" | "renameat2" => Event::Rename(path(0)?, path(1)?),
        "unlink" | "unlinkat" => Event::Remove(path(0)?),
        "mkdir" | "mkdirat" => Event::MakeFolder(path(0)?),
        other => panic!("{other} is not known"),
    })
}

/// The strings of a call, each byte of which is written as `\xHH`.
fn strings(call: &str) -> Vec<Vec<u8>> {
    let quoted = call.split('"').skip(1).step_by(2);
    let byte = |hex: &str| u8::from_str_radix(hex, 16).ok();
    quoted
        .map(|text| text.split("\\x").skip(1).filter_map(byte).collect())
        .collect()
}

#[test]
fn a_record_is_read_call_by_call() {
    let record = r#"71 openat(AT_FDCWD, "\x2f\x61", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 5
71 lseek(5, 4096, SEEK_SET)        = 4096
71 write(5, "\x00\xff", 2) = 2
71 fdatasync(5 <unfinished ...>
72 write(7, "\x61", 1 <unfinished ...>
71 <... fdatasync resumed>)        = 0
71 write(1, "\x64\x6f\x6e\x65\x20\x31\x0a", 7 <unfinished ...>
72 <... write resumed>) = 1
71 <... write resumed>) = 7
71 pwrite64(5, "\x61\x62", 2, 8192) = 1
71 openat(AT_FDCWD, "\x2f\x62", O_RDONLY) = -1 ENOENT (No such file or directory)
71 renameat(AT_FDCWD, "\x2f\x61", AT_FDCWD, "\x2f\x62") = 0
71 close(5 <unfinished ...>
72 openat(AT_FDCWD, "\x2f\x63", O_RDONLY) = 5
71 <... close resumed>) = 0
71 +++ exited with 0 +++"#;
    let path = PathBuf::from;
    assert_eq!(
        read(record),
        [
            Event::Open {
                file: 5,
                path: path("/a"),
                make: true,
                empty: false
            },
            Event::Seek(5, 4096),
            Event::Write {
                file: 5,
                at: None,
                bytes: vec![0, 255]
            },
            Event::Sync(5),
            Event::Said("done 1".to_owned()),
            Event::Write {
                file: 7,
                at: None,
                bytes: b"a".to_vec()
            },
            Event::Write {
                file: 5,
                at: Some(8192),
                bytes: b"a".to_vec()
            },
            Event::Rename(path("/a"), path("/b")),
            Event::Close(5),
            Event::Open {
                file: 5,
                path: path("/c"),
                make: false,
                empty: false
            },
        ]
    );
}
