//! The button that saves a picture, such as a sheet of texts or a code, on the phone. Browsers inside other apps often ignore
//! downloads, and nothing tells whether they do, so the picture is also shown: it can be kept by a long press.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::export;
use crate::browser::file_slices::Preview;
use crate::browser::picture::PictureDrawing;
use crate::reactive::dynamic;
use crate::ui::button::{Button, ButtonKind};

/// The texts of the button.
#[derive(Clone, Copy)]
pub struct PictureWords {
    /// The text of the button.
    pub save: &'static str,
    /// Status: the browser was asked to download the picture, which is also shown.
    pub saved: &'static str,
    /// Status: the browser can't download the picture, but it is shown.
    pub shown: &'static str,
    /// Error: this browser can't make the picture.
    pub not_saved: &'static str,
    /// Text alternative of the picture.
    pub alternative: &'static str,
}

/// The button, its status, and the picture once it is made.
#[component]
pub fn PictureButton(
    /// The texts of the button.
    words: PictureWords,
    /// Draws the picture when the citizen presses the button.
    draw: Callback<(), PictureDrawing>,
    /// The name of the downloaded file.
    file_name: String,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let result = RwSignal::new("");
    let picture = RwSignal::new_local(None::<Preview>);
    let save = Callback::new(move |()| {
        busy.set(true);
        result.set("");
        let (drawing, name) = (draw.run(()), file_name.clone());
        spawn_local(async move {
            let file = drawing.await;
            picture.try_set(file.as_ref().and_then(Preview::of));
            let is_saving = file.is_some_and(|file| export::save(&file, &name));
            let is_shown = picture
                .try_with_untracked(Option::is_some)
                .unwrap_or_default();
            result.try_set(match (is_saving, is_shown) {
                (true, _) => words.saved,
                (false, true) => words.shown,
                (false, false) => words.not_saved,
            });
            busy.try_set(false);
        });
    });
    view! {
        <Button kind=ButtonKind::Secondary busy=busy on_press=save>{words.save}</Button>
        <p class="muted no-print" role="status">{result}</p>
        {dynamic(move || {
            let url = picture.with(|picture| picture.as_ref().map(|it| it.url().to_owned()));
            url.map(|url| view! { <img class="saved-picture no-print" src=url alt=words.alternative /> })
        })}
    }
}
