//! A window and nothing else.

fn main() {
    if let Err(problem) = tauri::Builder::default().run(tauri::generate_context!()) {
        eprintln!("hello: {problem}");
    }
}
