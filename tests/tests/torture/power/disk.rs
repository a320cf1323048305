//! A disk as the power may leave it: what was synced is there; of what was written since, any
//! part may be there, torn, or garbage. A name that was given since its folder was synced may be
//! the old one.
//!
//! Folders themselves are taken to be there once they are made.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use acceptance::dice::Dice;

use super::trace::Event;

/// What a disk writes at once, in bytes.
const SECTOR: usize = 512;

#[derive(Debug, Default, Clone)]
struct File {
    synced: Vec<u8>,
    /// In their order.
    since: Vec<Change>,
}

#[derive(Debug, Clone)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
}

#[derive(Debug, Clone)]
enum Naming {
    Name(PathBuf, usize),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
}

type Names = BTreeMap<PathBuf, usize>;

/// The folder of a program's data.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    files: Vec<File>,
    /// As the program sees them.
    names: Names,
    /// As the disk has them.
    synced: Names,
    /// Since then.
    since: Vec<Naming>,
    /// Files and folders that are open, and where their next write goes.
    open: HashMap<i32, (Opened, u64)>,
}

#[derive(Debug, Clone)]
enum Opened {
    File(usize),
    Folder(PathBuf),
}

impl Disk {
    /// The folder `root` as it lies in a copy, all of it synced.
    pub fn of(root: &Path, copy: &Path) -> Self {
        let mut disk = Self {
            root: root.to_owned(),
            files: Vec::new(),
            names: Names::new(),
            synced: Names::new(),
            since: Vec::new(),
            open: HashMap::new(),
        };
        disk.take_in(root, copy);
        disk.synced = disk.names.clone();
        disk
    }

    fn take_in(&mut self, folder: &Path, copy: &Path) {
        for entry in fs::read_dir(copy).unwrap() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                self.take_in(&path, &entry.path());
            } else {
                self.names.insert(path, self.files.len());
                self.files.push(File {
                    synced: fs::read(entry.path()).unwrap(),
                    since: Vec::new(),
                });
            }
        }
    }

    /// What the program did next; whether the disk may lie otherwise now.
    pub fn happens(&mut self, event: &Event) -> bool {
        let before = (self.unsynced(), self.since.len());
        self.take(event);
        before != (self.unsynced(), self.since.len())
    }

    fn take(&mut self, event: &Event) {
        match event {
            Event::Open {
                file,
                path,
                make,
                empty,
            } => {
                // Another program's, or a number that now means another one.
                self.open.remove(file);
                if self.knows(path) {
                    self.opened(*file, path, *make, *empty);
                }
            }
            Event::Close(file) => {
                self.open.remove(file);
            }
            Event::Seek(file, at) => {
                if let Some((_, next)) = self.open.get_mut(file) {
                    *next = *at;
                }
            }
            Event::Write { file, at, bytes } => {
                let Some((Opened::File(index), next)) = self.open.get_mut(file) else {
                    return;
                };
                let begin = at.unwrap_or(*next);
                if at.is_none() {
                    *next += bytes.len() as u64;
                }
                self.files[*index].since.push(Change::Write {
                    at: usize::try_from(begin).unwrap(),
                    bytes: bytes.clone(),
                });
            }
            Event::Length(file, length) => {
                if let Some((Opened::File(index), _)) = self.open.get(file) {
                    let length = usize::try_from(*length).unwrap();
                    self.files[*index].since.push(Change::Length(length));
                }
            }
            Event::Sync(file) => match self.open.get(file).cloned() {
                Some((Opened::File(index), _)) => self.files[index].sync(),
                Some((Opened::Folder(folder), _)) => self.sync_names(&folder),
                None => {}
            },
            Event::Rename(from, to) if self.knows(to) => {
                self.named(Naming::Rename(from.clone(), to.clone()));
            }
            Event::Remove(path) if self.knows(path) => self.named(Naming::Remove(path.clone())),
            Event::Rename(..) | Event::Remove(_) | Event::MakeFolder(_) | Event::Said(_) => {}
        }
    }

    /// The index of a log is made anew from the log.
    fn knows(&self, path: &Path) -> bool {
        path.starts_with(&self.root) && !path.to_string_lossy().ends_with("-shm")
    }

    fn opened(&mut self, number: i32, path: &Path, make: bool, empty: bool) {
        let known = self.names.get(path).copied();
        let index = match known {
            Some(index) => index,
            None if make => {
                self.files.push(File::default());
                let index = self.files.len() - 1;
                self.named(Naming::Name(path.to_owned(), index));
                index
            }
            None => {
                let folder = Opened::Folder(path.to_owned());
                self.open.insert(number, (folder, 0));
                return;
            }
        };
        if empty {
            self.files[index].since.push(Change::Length(0));
        }
        self.open.insert(number, (Opened::File(index), 0));
    }

    fn named(&mut self, naming: Naming) {
        apply(&naming, &mut self.names);
        self.since.push(naming);
    }

    /// The names in a folder are on the disk as they are now.
    fn sync_names(&mut self, folder: &Path) {
        let synced = &mut self.synced;
        self.since.retain(|naming| {
            let path = match naming {
                Naming::Name(path, _) | Naming::Rename(_, path) | Naming::Remove(path) => path,
            };
            let here = path.parent() == Some(folder);
            if here {
                apply(naming, synced);
            }
            !here
        });
    }

    /// What somebody finds who switches the power on again: the files by their paths below the
    /// folder.
    pub fn cut(&self, dice: &mut Dice) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut names = self.synced.clone();
        let given = dice.below(self.since.len() as u64 + 1) as usize;
        for naming in &self.since[..given] {
            apply(naming, &mut names);
        }
        let below = |path: &Path| path.strip_prefix(&self.root).unwrap().to_owned();
        names
            .iter()
            .map(|(path, index)| (below(path), self.files[*index].cut(dice)))
            .collect()
    }

    /// How many writes are not on the disk for certain.
    pub fn unsynced(&self) -> usize {
        self.files.iter().map(|file| file.since.len()).sum()
    }
}

fn apply(naming: &Naming, names: &mut Names) {
    match naming {
        Naming::Name(path, index) => {
            names.insert(path.clone(), *index);
        }
        Naming::Rename(from, to) => {
            if let Some(index) = names.remove(from) {
                names.insert(to.clone(), index);
            }
        }
        Naming::Remove(path) => {
            names.remove(path);
        }
    }
}

impl File {
    fn sync(&mut self) {
        for change in std::mem::take(&mut self.since) {
            match change {
                Change::Write { at, bytes } => put(&mut self.synced, at, &bytes),
                Change::Length(length) => self.synced.resize(length, 0),
            }
        }
    }

    /// With some of what was written since it was synced: all, nothing, or each as it comes.
    fn cut(&self, dice: &mut Dice) -> Vec<u8> {
        let mut left = self.synced.clone();
        let mood = dice.below(4);
        for change in &self.since {
            match (mood, change) {
                (0, _) => {}
                (1, Change::Write { at, bytes }) => put(&mut left, *at, bytes),
                (_, Change::Write { at, bytes }) => put_some(&mut left, *at, bytes, dice),
                (_, Change::Length(length)) => {
                    if mood == 1 || dice.below(2) == 0 {
                        left.resize(*length, 0);
                    }
                }
            }
        }
        left
    }
}

fn put(file: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if file.len() < end {
        file.resize(end, 0);
    }
    file[at..end].copy_from_slice(bytes);
}

/// All of a write, nothing, its beginning, its end, or some of its sectors with garbage.
fn put_some(file: &mut Vec<u8>, at: usize, bytes: &[u8], dice: &mut Dice) {
    let split = dice.below(bytes.len() as u64 + 1) as usize;
    match dice.below(5) {
        0 => {}
        1 => put(file, at, bytes),
        2 => put(file, at, &bytes[..split]),
        3 => put(file, at + split, &bytes[split..]),
        _ => {
            for (index, sector) in bytes.chunks(SECTOR).enumerate() {
                let at = at + index * SECTOR;
                match dice.below(4) {
                    0 => {}
                    1 => {
                        let garbage: Vec<u8> =
                            sector.iter().map(|_| dice.below(256) as u8).collect();
                        put(file, at, &garbage);
                    }
                    _ => put(file, at, sector),
                }
            }
        }
    }
}
