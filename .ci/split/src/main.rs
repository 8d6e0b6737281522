//! Cuts a compiled app into its main wasm and the parts that are fetched later: `split-parts APP.wasm FOLDER`.
//! Writes FOLDER/main.wasm, one wasm a part, and the script that fetches them. Never runs wasm-bindgen itself.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use wasm_split_cli_support::{Options, transform};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [app, folder] = arguments.as_slice() else {
        return Err("usage: split-parts APP.wasm FOLDER".into());
    };
    let app = fs::read(app)?;
    let folder = Path::new(folder);
    let main = folder.join("main.wasm");
    let mut options = Options::new(&app);
    options.output_dir = folder;
    options.main_out_path = &main;
    transform(options)?;
    Ok(())
}
