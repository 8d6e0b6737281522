//! «XEM LẠI CÁC TỜ KHAI CHI TIẾT» (R4.10): the declarations that will be sent, to be read over, mended and printed.
//! Answers still at fault are named and may be mended later; only sending waits for them.

use domain::form::check;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::sheet::sheet;
use crate::answers::places::use_places;
use crate::api::Load;
use crate::browser::export;
use crate::i18n::use_words;
use crate::journey::filing::draft::declarations::{PartForms, declarations, use_part_forms};
use crate::journey::filing::draft::open_draft::{OpenDraft, Opened, use_open_draft};
use crate::journey::filing::wizard::wizard::{WizardPage, previous_address, use_go_on};
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::routes::DraftStep;
use crate::ui::error_summary::lead_to;
use crate::ui::{Button, ButtonKind, ButtonLink, Notice, NoticeKind, Skeleton};

/// Reads over the declarations of a draft.
#[component]
pub fn DeclarationsPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let open = use_open_draft(id);
    let row = use_location().hash.get_untracked();
    let row = row.trim_start_matches('#').to_owned();
    let keeps_focus = !row.is_empty();
    let content =
        Callback::new(move |opened: Opened| read_over(open, opened, row.clone()).into_any());
    view! {
        <WizardPage
            draft=open
            step=DraftStep::Declarations
            title=words.declarations().title
            keeps_focus=keeps_focus
            content=content
        />
    }
}

fn read_over(open: OpenDraft, opened: Opened, row: String) -> impl IntoView {
    let words = use_words();
    let declare = words.declarations();
    let (forms, ask) = use_part_forms(open, &opened);
    retry_automatically(forms, ask);
    let go_on = use_go_on(open, DraftStep::Declarations);
    let lead = match opened.procedure.parts.is_empty() {
        true => declare.intro,
        false => declare.intro_several,
    };
    let checked = opened.clone();
    let faulty = move || {
        let faulty = open.draft.with(|draft| {
            draft
                .as_ref()
                .is_some_and(|draft| !check(&checked.form, &draft.answers).is_empty())
        });
        faulty.then(
            || view! { <Notice kind=NoticeKind::Warning><p>{declare.has_errors}</p></Notice> },
        )
    };
    let body = move || match forms.get() {
        Load::Waiting => view! { <Skeleton lines=8 label=words.errors().loading /> }.into_any(),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=ask /> }.into_any()
        }
        Load::Ready(forms) => sheets(open, opened.clone(), forms, row.clone()).into_any(),
    };
    let back = previous_address(open, DraftStep::Declarations);
    view! {
        <p class="lede">{lead}</p>
        {faulty}
        {body}
        <div class="actions">
            <Button on_press=go_on>{declare.go_on}</Button>
            <Button kind=ButtonKind::Secondary on_press=Callback::new(|()| export::print())>
                {declare.print}
            </Button>
            <ButtonLink kind=ButtonKind::Plain href=back>{declare.back}</ButtonLink>
        </div>
    }
}

/// Drawn anew when an answer changes or the name of a place comes; the row asked for takes the focus once.
fn sheets(open: OpenDraft, opened: Opened, forms: PartForms, row: String) -> impl IntoView {
    let words = use_words();
    let places = use_places();
    Effect::new(move |_| {
        if !row.is_empty() {
            lead_to(&row);
        }
    });
    move || {
        open.draft.with(|draft| {
            let draft = draft.as_ref()?;
            let made = declarations(places, &opened, &forms, draft).into_iter();
            let sheets = made.map(|declaration| sheet(words, &draft.id, declaration));
            Some(sheets.collect::<Vec<AnyView>>())
        })
    }
}
