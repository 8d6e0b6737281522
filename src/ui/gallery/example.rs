//! The frame of an example, and the longest text of the examples.

use leptos::prelude::*;

/// Renders an example. `name` is the end of its id, `title` its heading.
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

/// A text of the maximum length to expect: the full name of a real procedure.
pub(super) const LONG_TEXT: &str = "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước \
    ngoài tại khu vực biên giới cho người đã có hồ sơ, giấy tờ cá nhân";
