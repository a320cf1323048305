//! Tells Tauri where the capabilities lie and which commands exist, so that each one needs its
//! own permission.

include!("src/command_names.rs");

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/app/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/app/src/command_names.rs");
    println!("cargo:rerun-if-changed=tauri.conf.json");
    println!("cargo:rerun-if-changed=ui/dist");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/app/capabilities/**/*.json")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMAND_NAMES));
    if let Err(problem) = tauri_build::try_build(attributes) {
        eprintln!("{problem:#}");
        std::process::exit(1);
    }
}
