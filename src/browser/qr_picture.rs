//! Draws a QR code with texts below it as a PNG image, black on white. The image is made on the device; nothing is sent to
//! a server. It has its own file, because another chunk than that of the checklist's picture uses it.

use domain::qr::{QUIET_ZONE, QrModules};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

/// Width of the image, in pixels.
const WIDTH: usize = 720;
/// Height of a line of text, in pixels.
const LINE: usize = 44;
const EDGE: f64 = 40.0;
const FONT: &str = "28px system-ui, sans-serif";

/// Draws a code with one line of text below it for each of `lines`. `None` if the browser can't draw.
pub async fn draw_code(code: &QrModules, lines: &[String]) -> Option<Blob> {
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // Whole pixels: a blurred edge is harder to scan.
    let module = WIDTH / code.svg_size().max(1);
    let margin = (WIDTH - module * code.size) / 2;
    let height = WIDTH + LINE * (lines.len() + 1);
    canvas.set_width(u32::try_from(WIDTH).ok()?);
    canvas.set_height(u32::try_from(height).ok()?);
    context.set_fill_style_str("#ffffff");
    context.fill_rect(0.0, 0.0, WIDTH as f64, height as f64);
    context.set_fill_style_str("#000000");
    let top = margin.min(module * QUIET_ZONE.max(1));
    for (column, row, width) in code.dark_runs() {
        let (left, above) = (margin + column * module, top + row * module);
        let size = (width * module) as f64;
        context.fill_rect(left as f64, above as f64, size, module as f64);
    }
    context.set_font(FONT);
    context.set_text_baseline("top");
    for (number, line) in lines.iter().enumerate() {
        let above = (WIDTH + number * LINE) as f64;
        let width = WIDTH as f64 - 2.0 * EDGE;
        // A long name is made narrower, so that it stays in one line.
        context
            .fill_text_with_max_width(line, EDGE, above, width)
            .ok()?;
    }
    let made = Promise::new(&mut |resolve, _| {
        if canvas.to_blob(&resolve).is_err() {
            drop(resolve.call0(&JsValue::UNDEFINED));
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
