//! Starts the app in the HTML page that loaded the wasm.

fn main() {
    motcua::app::start_app();
}
