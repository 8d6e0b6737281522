//! The frame around each example in the gallery, and a long text for the examples.

use leptos::prelude::*;

/// Renders an example of the gallery. `name` is the end of its element id, `title` is its heading.
pub(super) fn example(
    name: &'static str,
    title: &'static str,
    body: impl IntoView + 'static,
) -> AnyView {
    view! {
        <section class="section" id=["example-", name].concat()>
            <h2>{title}</h2>
            {body.into_any()}
        </section>
    }
    .into_any()
}

/// A long text, to show that long texts fit: the full name of a real procedure. No longer text is expected.
pub(super) const LONG_TEXT: &str = "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước \
    ngoài tại khu vực biên giới cho người đã có hồ sơ, giấy tờ cá nhân";
