//! Draws texts as a PNG image, black on white. The image is made on the device; nothing is sent to a server.

use std::pin::Pin;

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use super::wrapped_text::wrap;

/// An image that is being drawn. `None` if the browser can't draw.
pub type PictureDrawing = Pin<Box<dyn Future<Output = Option<Blob>>>>;

/// The style of a text in the image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextStyle {
    /// The title of the whole image.
    Title,
    /// The heading of a section.
    Heading,
    /// An item of a checklist, with a box before it. `true` means that the box is ticked.
    Item(bool),
    /// A detail below an item of the checklist.
    Detail,
    /// Any other text.
    Plain,
}

/// A text in the image, with its style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetText {
    /// The style of the text.
    pub style: TextStyle,
    /// The text itself.
    pub words: String,
}

const WIDTH: u32 = 1080;
const EDGE: f64 = 64.0;
const INDENT: f64 = 64.0;
const BOX: f64 = 34.0;
/// The maximum height of the image, in pixels. On some phones, a higher canvas stays empty.
const MAX_HEIGHT: f64 = 14_000.0;

/// For a style: the font, the line height, the space above the text, and whether the text is indented to leave room for
/// a box. Lengths are in pixels.
const fn metrics(style: TextStyle) -> (&'static str, f64, f64, bool) {
    match style {
        TextStyle::Title => ("bold 52px system-ui, sans-serif", 66.0, 0.0, false),
        TextStyle::Heading => ("bold 38px system-ui, sans-serif", 52.0, 44.0, false),
        TextStyle::Item(_) => ("36px system-ui, sans-serif", 50.0, 24.0, true),
        TextStyle::Detail => ("30px system-ui, sans-serif", 42.0, 2.0, true),
        TextStyle::Plain => ("32px system-ui, sans-serif", 46.0, 12.0, false),
    }
}

/// A text broken into lines, with the position of its top edge in pixels.
struct PlacedText {
    style: TextStyle,
    lines: Vec<String>,
    top: f64,
}

/// Draws the texts below each other as a PNG image. `None` if the browser can't draw, or if the image would be higher
/// than `MAX_HEIGHT`.
pub async fn png(texts: &[SheetText]) -> Option<Blob> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (placed, height) = place(&context, texts);
    if height > MAX_HEIGHT {
        return None;
    }
    canvas.set_width(WIDTH);
    canvas.set_height(height as u32);
    context.set_fill_style_str("#ffffff");
    context.fill_rect(0.0, 0.0, f64::from(WIDTH), height);
    context.set_fill_style_str("#000000");
    context.set_stroke_style_str("#000000");
    context.set_text_baseline("top");
    for text in &placed {
        draw(&context, text)?;
    }
    let made = Promise::new(&mut |resolve, _| {
        if canvas.to_blob(&resolve).is_err() {
            drop(resolve.call0(&wasm_bindgen::JsValue::UNDEFINED));
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

/// Breaks each text into lines and computes its position. Also returns the height of the image, in pixels.
fn place(context: &CanvasRenderingContext2d, texts: &[SheetText]) -> (Vec<PlacedText>, f64) {
    let mut top = EDGE;
    let mut placed = Vec::new();
    for text in texts {
        let (font, line, before, beside) = metrics(text.style);
        context.set_font(font);
        let left = if beside { EDGE + INDENT } else { EDGE };
        let width = f64::from(WIDTH) - left - EDGE;
        let lines = wrap(&text.words, width, |words| {
            context
                .measure_text(words)
                .map_or(0.0, |measured| measured.width())
        });
        top += before;
        let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        placed.push(PlacedText {
            style: text.style,
            lines,
            top,
        });
        top += line * f64::from(count);
    }
    (placed, top + EDGE)
}

fn draw(context: &CanvasRenderingContext2d, text: &PlacedText) -> Option<()> {
    let (font, line, _, beside) = metrics(text.style);
    context.set_font(font);
    let left = if beside { EDGE + INDENT } else { EDGE };
    let mut top = text.top;
    for words in &text.lines {
        context.fill_text(words, left, top).ok()?;
        top += line;
    }
    if let TextStyle::Item(ticked) = text.style {
        context.set_line_width(3.0);
        context.stroke_rect(EDGE, text.top + 3.0, BOX, BOX);
        if ticked {
            context.set_line_width(5.0);
            context.begin_path();
            context.move_to(EDGE + 7.0, text.top + 20.0);
            context.line_to(EDGE + 15.0, text.top + 29.0);
            context.line_to(EDGE + 28.0, text.top + 10.0);
            context.stroke();
        }
    }
    Some(())
}
