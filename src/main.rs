//! Starts the app in the page that loaded it.

fn main() {
    motcua::app::start_app();
}
