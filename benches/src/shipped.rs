//! What is sent to people: the program, its package, and the script that the window reads first.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::figure::Figure;
use crate::peers::Peers;

/// Where the interface was built into.
const DIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/dist");

/// Sizes, the program's beside the hello world's.
pub fn measure(program: &Path, hello: &Path, peers: &Peers) -> Vec<Figure> {
    let binary = megabytes(program);
    let package = match peers.find("deb") {
        Ok(file) => {
            let size = megabytes(&file);
            let about = "the Debian package, with fonts";
            Figure::new("shipped-deb", about, size, "MB").bar("≤ 12 MB", size <= 12.0)
        }
        Err(why) => {
            Figure::unmeasured("shipped-deb", "the Debian package", "MB", &why).bar("≤ 12 MB", None)
        }
    };
    let script = first_script();
    vec![
        Figure::new("shipped-program", "the stripped program", binary, "MB")
            .beside("Tauri hello world", megabytes(hello))
            .bar("≤ 20 MB", binary <= 20.0),
        package,
        Figure::new(
            "shipped-script",
            "what the window reads before it shows anything, gzip",
            script,
            "kB",
        )
        .bar("≤ 150 kB", script <= 150.0),
    ]
}

fn megabytes(file: &Path) -> f64 {
    std::fs::metadata(file).unwrap().len() as f64 / 1e6
}

/// Every script that the first page names, each packed by itself as a server would.
fn first_script() -> f64 {
    let dist = Path::new(DIST);
    let page = std::fs::read_to_string(dist.join("index.html")).unwrap();
    let named = page
        .split(['"', '\''])
        .filter(|word| word.ends_with(".js"))
        .map(|word| word.trim_start_matches(['.', '/']));
    let sizes = named.map(|file| {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed
            .write_all(&std::fs::read(dist.join(file)).unwrap())
            .unwrap();
        packed.finish().unwrap().len()
    });
    sizes.sum::<usize>() as f64 / 1e3
}
