//! A page with examples of all components, for developers and for the browser tests. It is at /gallery in builds with
//! the feature `gallery`, never in a release. Each example is a section with the id `example-…`.

/// Buttons and navigation.
mod actions;
/// Form fields.
mod fields;
/// Lists, cards and disclosures.
mod lists;
/// Messages and states.
mod messages;

use leptos::prelude::*;

use crate::ui::page::Page;

/// The page with all examples.
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

/// Renders an example. `name` is the end of its id, `title` its heading.
fn example(name: &'static str, title: &'static str, body: impl IntoView + 'static) -> AnyView {
    view! {
        <section class="section" id=["example-", name].concat()>
            <h2>{title}</h2>
            {body.into_any()}
        </section>
    }
    .into_any()
}

/// A text of the maximum length to expect: the full name of a real procedure.
const LONG: &str = "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước \
    ngoài tại khu vực biên giới cho người đã có hồ sơ, giấy tờ cá nhân";
