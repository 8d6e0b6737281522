//! The page that begins or continues a reply. It loads the dossier for its present answers and files, and the draft of
//! the reply. A link in a message leads here, through the sign-in.

use contract::ProblemCode;
use contract::endpoints::{GET_DOSSIER, POST_NEW_REPLY};
use contract::limits::IDEMPOTENCY_HEADER;
use contract::open_enum::UnknownText;
use contract::portal::Portal;
use contract::reply::{NewReply, ReplyKind, ReplyReceipt};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::closed_notice::closed_notice;
use super::kind_words::kind_words;
use super::reply_draft::ReplyDraft;
use super::reply_items::{certificate_lines, component_items, question_items};
use super::send_reply::{ReplySending, SendSection};
use super::sent_reply::sent_reply;
use crate::api::{Api, ClientError, Load, use_api};
use crate::browser::join::join;
use crate::browser::random_id;
use crate::i18n::reply::ReplyWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::attach_files::{FileRemoval, removal_dialog};
use crate::journey::filing::draft::{LoadedProcedure, OpenDrafts, use_open_drafts};
use crate::journey::filing::fill_form::FormState;
use crate::journey::filing::wizard::{SaveLine, wrong_clock_notice};
use crate::page::dates::format_date;
use crate::page::load_errors::{ErrorNotice, Loaded, retry_automatically, title_prefix};
use crate::reactive::{dynamic, effect};
use crate::ui::focus::{PAGE_HEADING, focus_after_render};
use crate::ui::page::Page;
use crate::ui::{ErrorSummary, Notice, NoticeKind, Skeleton};

/// The outcome of beginning a reply.
#[derive(Clone)]
enum Beginning {
    Begun(Box<ReplyDraft>),
    /// The office doesn't wait for the reply.
    Closed,
}

/// The page of a reply.
#[component]
pub fn ReplyPage(
    /// Code of the dossier.
    dossier: String,
    /// What the reply is for, as the contract names it.
    kind: String,
    /// Id of the office's request. `None`: the request that is open now.
    request: Option<String>,
) -> impl IntoView {
    let words = use_words().reply();
    let (api, drafts) = (use_api(), use_open_drafts());
    let kind = ReplyKind::from_key(&kind).unwrap_or(ReplyKind::Other(UnknownText::new(&kind)));
    let load = RwSignal::new(Load::Waiting);
    let sent = RwSignal::new(None::<ReplyReceipt>);
    let has_errors = RwSignal::new(false);
    let code = StoredValue::new(dossier);
    let begin_again = Callback::new(move |()| {
        let new = NewReply {
            kind,
            request: request.clone(),
        };
        let code = code.get_value();
        spawn_local(async move {
            let begun = begin(api, drafts, &code, &new).await;
            load.try_set(begun.map_or_else(Load::Failed, Load::Ready));
        });
    });
    begin_again.run(());
    // The button that sent the reply is gone with its form.
    effect(move || {
        if sent.with(Option::is_some) {
            focus_after_render(PAGE_HEADING);
        }
    });
    let title = Signal::derive(move || match (sent.with(Option::is_some), load.get()) {
        (true, _) => words.sent.to_owned(),
        (false, Load::Ready(Beginning::Begun(begun))) => {
            let is_certificate = begun.is_certificate();
            kind_words(words, begun.reply.kind, is_certificate)
                .title
                .to_owned()
        }
        _ => kind_words(words, kind, false).title.to_owned(),
    });
    let ready = move |beginning: Beginning| match beginning {
        Beginning::Closed => closed_notice(words, &code.get_value()),
        Beginning::Begun(begun) => dynamic(move || match sent.get() {
            Some(receipt) => sent_reply(receipt),
            None => view! { <ReplyForm begun=(*begun).clone() sent=sent has_errors=has_errors /> }
                .into_any(),
        }),
    };
    view! {
        <Page title=title prefix=title_prefix(move || has_errors.get())>
            <Loaded load=load on_retry=begin_again ready=ready />
        </Page>
    }
}

/// Loads the dossier, and begins the reply or continues the one that is open.
async fn begin(
    api: Api,
    drafts: OpenDrafts,
    code: &str,
    new: &NewReply,
) -> Result<Beginning, ClientError> {
    let headers = vec![(IDEMPOTENCY_HEADER, random_id::generate())];
    let (dossier, draft) = join(
        api.get(&GET_DOSSIER, &[code], ""),
        api.send(&POST_NEW_REPLY, &[code], new, headers),
    )
    .await;
    let dossier = dossier?;
    let draft = match draft {
        Ok(draft) => draft,
        Err(ClientError::Refused(problem)) if problem.code == ProblemCode::ReplyClosed => {
            return Ok(Beginning::Closed);
        }
        Err(error) => return Err(error),
    };
    let Some(reply) = draft.reply.clone() else {
        return Err(ClientError::Unreadable);
    };
    let request = dossier.supplement.clone().filter(|request| {
        new.kind == ReplyKind::Supplement && reply.request.as_ref() == Some(&request.id)
    });
    let open_draft = match drafts.find(&draft.id) {
        Some(open) => {
            open.accept_server_draft(draft);
            open.reload();
            open
        }
        None => drafts.open_new(draft),
    };
    Ok(Beginning::Begun(Box::new(ReplyDraft {
        dossier,
        reply,
        request,
        open_draft,
    })))
}

/// What the office asks for, and the button that sends it.
#[component]
fn ReplyForm(
    /// The reply to fill in.
    begun: ReplyDraft,
    /// Set to the proof once the reply is sent.
    sent: RwSignal<Option<ReplyReceipt>>,
    /// Whether the page shows errors.
    has_errors: RwSignal<bool>,
) -> impl IntoView {
    let words = use_words();
    let open_draft = begun.open_draft;
    let retry = Callback::new(move |()| open_draft.reload());
    retry_automatically(open_draft.load, retry);
    // The limits come from the portal's description, which may arrive later than the draft.
    let portal = use_context::<RwSignal<Load<Portal>>>();
    let limits = Memo::new(move |_| match portal.map(|portal| portal.get()) {
        Some(Load::Ready(portal)) => Some(portal.uploads),
        _ => None,
    });
    let code = begun.dossier.code.clone();
    let procedure = begun.dossier.procedure.name.clone();
    let head = view! {
        <p class="wizard-procedure" lang=official()>{procedure}</p>
        <p class="muted" translate="no">{code.clone()}</p>
    };
    let body = dynamic(move || match (open_draft.load.get(), limits.get()) {
        (Load::Ready(loaded), Some(limits)) => {
            let state = FormState::of_reply(open_draft, &loaded);
            let sending = ReplySending::new(begun.clone(), loaded.clone(), state, sent);
            effect(move || has_errors.set(!sending.problems().is_empty()));
            reply_content(&begun, &loaded, state, limits, sending)
        }
        (Load::Failed(error), _) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=retry /> }.into_any()
        }
        _ => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
    });
    // The draft may be gone: sent or deleted on another device. Then the office doesn't wait for this draft any more.
    let is_gone = Memo::new(move |_| open_draft.obstacle.with(Option::is_some));
    let gone = dynamic(move || is_gone.get().then(|| closed_notice(words.reply(), &code)));
    view! {
        {gone}
        <div class="stack" hidden=move || is_gone.get()>
            {head}
            {body}
            <SaveLine open_draft=open_draft />
        </div>
    }
}

/// The content of the page once the draft and its form are loaded.
fn reply_content(
    begun: &ReplyDraft,
    loaded: &LoadedProcedure,
    state: FormState,
    limits: contract::portal::UploadLimits,
    sending: ReplySending,
) -> AnyView {
    let words = use_words();
    let reply_words = words.reply();
    let removal = FileRemoval::new();
    let problems = Signal::derive(move || sending.problems());
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sending.send();
    };
    let intro = match (begun.is_certificate(), &begun.request) {
        (true, _) => reply_words.certificate_intro,
        (false, Some(request)) if request.items.is_empty() => reply_words.text_intro,
        (false, Some(_)) => reply_words.intro,
        (false, None) => reply_words.text_intro,
    };
    view! {
        {wrong_clock_notice(words.fill_form())}
        {reason_notice(reply_words, begun)}
        <ErrorSummary title=words.errors().summary errors=problems />
        <p>{intro}</p>
        {certificate_lines(begun)}
        <form class="stack" novalidate on:submit=on_submit>
            {question_items(begun, loaded, state)}
            {component_items(begun, &limits, removal, sending)}
            <SendSection sending=sending is_certificate=begun.is_certificate() />
        </form>
        {removal_dialog(removal, begun.open_draft.id())}
    }
    .into_any()
}

/// The office's reason and the last day.
fn reason_notice(words: &'static ReplyWords, begun: &ReplyDraft) -> Option<AnyView> {
    let reason = begun.reply.reason.clone().filter(|text| !text.is_empty());
    let after = kind_words(words, begun.reply.kind, begun.is_certificate()).after_last_day;
    let until = begun.reply.until.as_ref().map(|day| {
        let day = format_date(day);
        view! { <p><strong>{words.until} <span translate="no">{day}</span>"."</strong> " " {after}</p> }
    });
    if reason.is_none() && until.is_none() {
        return None;
    }
    let reason = reason.map(|reason| {
        view! { <p class="dossier-note" lang=official()>{reason}</p> }
    });
    Some(
        view! {
            <Notice kind=NoticeKind::Warning title=words.reason>
                {reason}
                {until}
            </Notice>
        }
        .into_any(),
    )
}
