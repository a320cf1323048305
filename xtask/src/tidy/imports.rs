//! Words that may not stand in a room's sources, where the dependency list alone cannot tell:
//! the clock in `domain`, HTTP outside its folder, Tauri outside `host/`, a feature in a feature.

use super::{Complaint, Source};

/// Where a word is unwelcome.
struct Ban {
    /// The folder it holds for.
    under: &'static str,
    /// Parts of that folder where it does not hold.
    except: &'static [&'static str],
    words: &'static [&'static str],
    remedy: &'static str,
}

const BANS: &[Ban] = &[
    Ban {
        under: "src-tauri/domain/src/",
        except: &[],
        words: &[
            "std::fs",
            "std::net",
            "std::env",
            "std::process",
            "SystemTime",
            "Instant::now",
        ],
        remedy: "the trade is pure; take the value as a parameter",
    },
    Ban {
        under: "src-tauri/domain/src/",
        except: &[],
        words: &["Timestamp::now", "Zoned::now"],
        remedy: "the trade has no clock; take `now` as a parameter",
    },
    Ban {
        under: "src-tauri/contract/src/",
        except: &[],
        words: &["std::fs", "std::net", "Timestamp::now", "Zoned::now"],
        remedy: "the contract describes; the clients and services act",
    },
    Ban {
        under: "src-tauri/summary/src/",
        except: &[],
        words: &["std::fs", "Timestamp::now", "Zoned::now", "rusqlite"],
        remedy: "a summary is made of parameters and returns bytes; the workbench writes them",
    },
    Ban {
        under: "src-tauri/sync/src/",
        except: &["src-tauri/sync/src/http/", "src-tauri/sync/src/http.rs"],
        words: &["reqwest::", "oauth2::"],
        remedy: "only the folder http/ of sync knows HTTP; go through `ProvisioningService`",
    },
    Ban {
        under: "src-tauri/app/src/",
        except: &[],
        words: &[
            "turnup_domain",
            "turnup_contract",
            "turnup_store",
            "turnup_sync",
            "turnup_credentials",
            "turnup_summary",
            "rusqlite",
        ],
        remedy: "the shell is thin; add a use case to the workbench and call that",
    },
    Ban {
        under: "src-tauri/cli/src/",
        except: &[],
        words: &[
            "turnup_domain",
            "turnup_contract",
            "turnup_store",
            "turnup_sync",
            "turnup_credentials",
            "turnup_summary",
            "rusqlite",
            "tauri",
        ],
        remedy: "the command line is thin; add a use case to the workbench and call that",
    },
];

/// Looks at every source.
pub fn check(sources: &[Source]) -> Vec<Complaint> {
    sources
        .iter()
        .flat_map(|source| rust(source).into_iter().chain(interface(source)))
        .collect()
}

fn rust(source: &Source) -> Vec<Complaint> {
    if !source.path.ends_with(".rs") {
        return Vec::new();
    }
    let bans = BANS.iter().filter(|ban| {
        source.path.starts_with(ban.under)
            && !ban
                .except
                .iter()
                .any(|folder| source.path.starts_with(folder))
            && !source.path.ends_with("/tests.rs")
            && !source.path.contains("/tests/")
    });
    bans.flat_map(|ban| ban.words.iter().map(move |word| (ban, word)))
        .filter(|(_, word)| code(source.without_tests()).any(|line| line.contains(**word)))
        .map(|(ban, word)| format!("{}: {word} has no place here: {}", source.path, ban.remedy))
        .collect()
}

/// Lines that are not comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
}

/// `ui/src`: only `host/` imports Tauri; a feature never imports another; what all share imports
/// no feature.
fn interface(source: &Source) -> Vec<Complaint> {
    let Some(path) = source.path.strip_prefix("ui/src/") else {
        return Vec::new();
    };
    imported(&source.text)
        .filter_map(|import| {
            let remedy = unwelcome(path, import)?;
            Some(format!("ui/src/{path}: imports {import}: {remedy}"))
        })
        .collect()
}

fn unwelcome(path: &str, import: &str) -> Option<&'static str> {
    if import.starts_with("@tauri-apps/") && !path.starts_with("host/") {
        return Some("only ui/src/host/ knows Tauri; add the call to its `Host`");
    }
    let target = resolve(path, import)?;
    let feature = |path: &str| {
        path.strip_prefix("features/")
            .and_then(|rest| rest.split('/').next())
            .map(str::to_owned)
    };
    let theirs = feature(&target);
    match feature(path) {
        Some(own) => theirs
            .is_some_and(|theirs| theirs != own)
            .then_some("a feature does not know another; move what both need to ui/src/shared/"),
        None => (theirs.is_some() && (path.starts_with("shared/") || path.starts_with("host/")))
            .then_some("what everybody shares knows no feature; pass it in"),
    }
}

/// The modules that a TypeScript or Svelte file names in `from "…"` and `import("…")`.
fn imported(text: &str) -> impl Iterator<Item = &str> {
    let after = ["from ", "import(", "import "];
    text.lines().flat_map(move |line| {
        after.into_iter().filter_map(move |word| {
            let rest = line.split_once(word)?.1.trim_start();
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            rest[1..].split_once(quote).map(|(module, _)| module)
        })
    })
}

/// Where a relative import leads, from `ui/src`; nothing for packages. `$shared/x` and `@/x` are
/// read as aliases of the folders in `ui/src`.
fn resolve(path: &str, import: &str) -> Option<String> {
    if let Some(alias) = import
        .strip_prefix('$')
        .or_else(|| import.strip_prefix("@/"))
    {
        return Some(alias.to_owned());
    }
    if !import.starts_with('.') {
        return None;
    }
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." => {
                folders.pop();
            }
            name => folders.push(name),
        }
    }
    Some(folders.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(path: &str, text: &str) -> usize {
        check(&[Source {
            path: path.into(),
            text: text.into(),
        }])
        .len()
    }

    #[test]
    fn the_trade_has_no_clock() {
        let path = "src-tauri/domain/src/state.rs";
        assert_eq!(complaints(path, "let now = Timestamp::now();"), 1);
        assert_eq!(
            complaints(path, "/// Never `Timestamp::now`.\nfn f(now: Timestamp) {}"),
            0
        );
        assert_eq!(
            complaints(path, "\n#[cfg(test)]\nmod tests { use std::fs; }"),
            0
        );
    }

    #[test]
    fn http_stays_in_its_folder() {
        assert_eq!(
            complaints("src-tauri/sync/src/engine.rs", "use reqwest::Client;"),
            1
        );
        assert_eq!(
            complaints("src-tauri/sync/src/http/client.rs", "use reqwest::Client;"),
            0
        );
    }

    #[test]
    fn features_do_not_know_each_other() {
        let feature = "ui/src/features/inbox/a.ts";
        let cases = [
            (feature, "import { x } from \"../order/b\";", 1),
            (feature, "import { x } from \"./b\";", 0),
            (feature, "import { x } from '../../shared/b';", 0),
            (
                feature,
                "import { invoke } from \"@tauri-apps/api/core\";",
                1,
            ),
            // An alias leads to the same folder.
            (feature, "const x = await import('$features/order/b');", 1),
            (
                "ui/src/host/tauri.ts",
                "import { a } from \"@tauri-apps/b\";",
                0,
            ),
            (
                "ui/src/shared/a.ts",
                "import { x } from \"../features/inbox/b\";",
                1,
            ),
            (
                "ui/src/shell/R.svelte",
                "import X from \"../features/inbox/X\";",
                0,
            ),
        ];
        for (path, text, count) in cases {
            assert_eq!(complaints(path, text), count, "{path}: {text}");
        }
    }
}
