//! Every component with named examples, at /gallery in a development build and never in a release.
//! The browser tests walk it: each example is a section `#example-…`, good to look at and to check.

mod actions;
mod fields;
mod lists;
mod messages;

use leptos::prelude::*;

use crate::ui::page::Page;

/// The gallery.
#[component]
pub fn GalleryPage() -> impl IntoView {
    view! {
        <Page title="Thư viện giao diện">
            <p class="lede">"Mỗi thành phần với các ví dụ của nó, để xem và để kiểm thử."</p>
            {actions::examples()}
            {fields::examples()}
            {messages::examples()}
            {lists::examples()}
        </Page>
    }
}

/// One example: `name` is the end of its id, `title` what it shows.
fn example(name: &'static str, title: &'static str, body: impl IntoView + 'static) -> AnyView {
    view! {
        <section class="section" id=["example-", name].concat()>
            <h2>{title}</h2>
            {body.into_any()}
        </section>
    }
    .into_any()
}

/// Words as long as they get: the full name of a real procedure.
const LONG: &str = "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước \
    ngoài tại khu vực biên giới cho người đã có hồ sơ, giấy tờ cá nhân";
