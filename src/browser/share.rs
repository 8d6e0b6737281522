//! Shares a file with the browser's own dialog (Web Share). Many browsers don't have it, and some share no files.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag};

use super::export;

/// What became of a request to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareOutcome {
    /// The citizen has chosen where to share, or has closed the dialog.
    Done,
    /// The browser wants the citizen to press again, because the press was too long ago.
    PressAgain,
    /// The browser can't share this.
    Unsupported,
}

/// A file in the page's memory.
#[derive(Clone, Debug)]
pub struct MemoryFile(File);

impl MemoryFile {
    /// Makes a file of these bytes. `None` if the browser refuses.
    pub fn new(bytes: &[u8], name: &str, media_type: &str) -> Option<MemoryFile> {
        let parts = Array::of1(&Uint8Array::from(bytes));
        let options = FilePropertyBag::new();
        options.set_type(media_type);
        let file = File::new_with_u8_array_sequence_and_options(&parts, name, &options);
        file.ok().map(MemoryFile)
    }

    /// Begins to download the file. The result is that of [`export::save`].
    pub fn save(&self) -> bool {
        export::save(&self.0, &self.0.name())
    }

    /// Opens the file in place of the app. Returns `false` if the browser refuses.
    pub fn open(&self) -> bool {
        export::open(&self.0)
    }

    /// Whether the browser can share the file.
    pub fn can_be_shared(&self) -> bool {
        can_share_file(&self.0)
    }

    /// Opens the browser's dialog that shares the file. Call it only right after a press of the citizen.
    pub async fn share(&self) -> ShareOutcome {
        share(&file_data(&self.0)).await
    }
}

/// Whether the browser can share a file of this kind.
fn can_share_file(file: &File) -> bool {
    let Some((navigator, can_share)) = navigator_function("canShare") else {
        return false;
    };
    let answer = can_share.call1(&navigator, &file_data(file));
    answer.is_ok_and(|answer| answer.is_truthy())
}

fn file_data(file: &File) -> JsValue {
    let data = Object::new();
    drop(Reflect::set(&data, &"files".into(), &Array::of1(file)));
    data.into()
}

async fn share(data: &JsValue) -> ShareOutcome {
    let Some((navigator, share)) = navigator_function("share") else {
        return ShareOutcome::Unsupported;
    };
    let outcome = match share.call1(&navigator, data) {
        Ok(promise) => match promise.dyn_into::<Promise>() {
            Ok(promise) => JsFuture::from(promise).await,
            Err(other) => Err(other),
        },
        Err(error) => Err(error),
    };
    let Err(error) = outcome else {
        return ShareOutcome::Done;
    };
    let name = Reflect::get(&error, &"name".into()).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        // The citizen has closed the dialog.
        Some("AbortError") => ShareOutcome::Done,
        Some("NotAllowedError") => ShareOutcome::PressAgain,
        _ => ShareOutcome::Unsupported,
    }
}

/// The browser's navigator object with one of its functions. `None` if this browser doesn't have the function.
fn navigator_function(name: &str) -> Option<(JsValue, Function)> {
    let navigator = JsValue::from(web_sys::window()?.navigator());
    let function = Reflect::get(&navigator, &name.into()).ok()?;
    Some((navigator, function.dyn_into().ok()?))
}
