//! The page «XEM LẠI CÁC TỜ KHAI CHI TIẾT» (R4.10). It shows the declarations that will be sent; the citizen reads,
//! changes and prints them here.
//! If answers are invalid, the page shows a notice, but the citizen can continue to the next step. Only sending the
//! dossier requires valid answers.

use domain::form::check_answers;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::declaration_sheet::declaration_sheet;
use crate::answers::places::use_places;
use crate::api::Load;
use crate::i18n::use_words;
use crate::journey::filing::draft::declarations::{PartForms, declarations, use_part_forms};
use crate::journey::filing::draft::{LoadedProcedure, OpenDraft, use_open_draft};
use crate::journey::filing::wizard::{WizardPage, previous_route, use_next_step};
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::page::print_button::PrintButton;
use crate::page::use_load::Loader;
use crate::reactive::{dynamic, effect};
use crate::routes::DraftStep;
use crate::ui::error_summary::focus_field;
use crate::ui::{Button, ButtonKind, ButtonLink, Notice, NoticeKind, Skeleton};

/// The page that shows the declarations of a draft.
#[component]
pub fn DeclarationsPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let open_draft = use_open_draft(id);
    let row_id = use_location().hash.get_untracked();
    let row_id = row_id.trim_start_matches('#').to_owned();
    let keeps_focus = !row_id.is_empty();
    let content = Callback::new(move |loaded: LoadedProcedure| {
        page_content(open_draft, loaded, row_id.clone()).into_any()
    });
    view! {
        <WizardPage
            open_draft=open_draft
            step=DraftStep::Declarations
            title=words.declarations().title
            keeps_focus=keeps_focus
            content=content
        />
    }
}

/// The content of the page below its heading. `row_id` is the id of the line that gets the focus; empty if none does.
fn page_content(open_draft: OpenDraft, loaded: LoadedProcedure, row_id: String) -> impl IntoView {
    let words = use_words();
    let declare = words.declarations();
    let Loader {
        load: forms,
        reload,
    } = use_part_forms(open_draft, &loaded);
    retry_automatically(forms, reload);
    let go_on = use_next_step(open_draft, DraftStep::Declarations);
    let lead = match loaded.procedure.parts.is_empty() {
        true => declare.intro,
        false => declare.intro_several,
    };
    let checked = loaded.clone();
    let invalid_notice = dynamic(move || {
        let is_invalid = open_draft.merged_draft.with(|draft| {
            draft
                .as_ref()
                .is_some_and(|draft| !check_answers(&checked.form, &draft.answers).is_empty())
        });
        is_invalid.then(
            || view! { <Notice kind=NoticeKind::Warning><p>{declare.has_errors}</p></Notice> },
        )
    });
    let body = dynamic(move || match forms.get() {
        Load::Waiting => view! { <Skeleton lines=8 label=words.errors().loading /> }.into_any(),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=reload /> }.into_any()
        }
        Load::Ready(forms) => sheets(open_draft, loaded.clone(), forms, row_id.clone()).into_any(),
    });
    let back = previous_route(open_draft, DraftStep::Declarations);
    view! {
        <p class="lede">{lead}</p>
        {invalid_notice}
        {body}
        <div class="actions">
            <Button on_press=go_on>{declare.go_on}</Button>
            <PrintButton label=declare.print />
            <ButtonLink kind=ButtonKind::Plain href=back>{declare.back}</ButtonLink>
        </div>
    }
}

/// Renders the declarations. They are rendered again when an answer changes or the name of a place is loaded. The line
/// `row_id` gets the focus only the first time.
fn sheets(
    open_draft: OpenDraft,
    loaded: LoadedProcedure,
    forms: PartForms,
    row_id: String,
) -> impl IntoView {
    let words = use_words();
    let places = use_places();
    effect(move || {
        if !row_id.is_empty() {
            focus_field(&row_id);
        }
    });
    dynamic(move || {
        open_draft.merged_draft.with(|draft| {
            let draft = draft.as_ref()?;
            let all = declarations(places, &loaded, &forms, draft).into_iter();
            let sheets = all.map(|declaration| declaration_sheet(words, &draft.id, declaration));
            Some(sheets.collect::<Vec<AnyView>>())
        })
    })
}
