//! What stands over every page once a citizen may sign in: the line that says how the session stands, and the sheet that
//! lets it go on. It comes with the part of signing in, early, so that it is here when the line has failed.

use leptos::prelude::*;

use super::session_line::SessionLine;
use super::session_sheet::SessionSheet;
use crate::i18n::use_words;
use crate::session::use_session;

/// Draws it.
pub(super) fn over() -> AnyView {
    use_session().has_sheet();
    view! {
        <section class="session" aria-label=use_words().session().name>
            <SessionLine />
            <SessionSheet />
        </section>
    }
    .into_any()
}
