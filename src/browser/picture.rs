//! A sheet of text drawn as a PNG, black on white. What stands on it comes in; nothing leaves the device.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use super::wrapped_text::wrap;

/// How a text looks on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextLook {
    /// The name of the sheet.
    Title,
    /// Over a part of it.
    Heading,
    /// A thing to tick off, ticked or not.
    Item(bool),
    /// Below an item, about it.
    Detail,
    /// Any other words.
    Plain,
}

/// A text on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetText {
    /// How it looks.
    pub look: TextLook,
    /// The words.
    pub words: String,
}

const WIDTH: u32 = 1080;
const EDGE: f64 = 64.0;
const INDENT: f64 = 64.0;
const BOX: f64 = 34.0;
/// Beyond it a phone's canvas stays empty.
const MOST_HEIGHT: f64 = 14_000.0;

/// Font, height of a line, space before, and whether it stands beside the boxes.
const fn measures(look: TextLook) -> (&'static str, f64, f64, bool) {
    match look {
        TextLook::Title => ("bold 52px system-ui, sans-serif", 66.0, 0.0, false),
        TextLook::Heading => ("bold 38px system-ui, sans-serif", 52.0, 44.0, false),
        TextLook::Item(_) => ("36px system-ui, sans-serif", 50.0, 24.0, true),
        TextLook::Detail => ("30px system-ui, sans-serif", 42.0, 2.0, true),
        TextLook::Plain => ("32px system-ui, sans-serif", 46.0, 12.0, false),
    }
}

/// A text with its place.
struct Placed {
    look: TextLook,
    lines: Vec<String>,
    top: f64,
}

/// Draws the sheet; `None` when the browser can't.
pub async fn png(texts: &[SheetText]) -> Option<Blob> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (placed, height) = place(&context, texts);
    if height > MOST_HEIGHT {
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

/// Breaks every text into lines and finds its place; with the height of the whole.
fn place(context: &CanvasRenderingContext2d, texts: &[SheetText]) -> (Vec<Placed>, f64) {
    let mut top = EDGE;
    let mut placed = Vec::new();
    for text in texts {
        let (font, line, before, beside) = measures(text.look);
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
        placed.push(Placed {
            look: text.look,
            lines,
            top,
        });
        top += line * f64::from(count);
    }
    (placed, top + EDGE)
}

fn draw(context: &CanvasRenderingContext2d, text: &Placed) -> Option<()> {
    let (font, line, _, beside) = measures(text.look);
    context.set_font(font);
    let left = if beside { EDGE + INDENT } else { EDGE };
    let mut top = text.top;
    for words in &text.lines {
        context.fill_text(words, left, top).ok()?;
        top += line;
    }
    if let TextLook::Item(ticked) = text.look {
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
