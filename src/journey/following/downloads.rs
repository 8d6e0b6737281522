//! Downloads of the files of a dossier. They belong to the page and not to the section that shows a file: the section is
//! rendered again when the dossier changes, and a download goes on meanwhile.

use std::collections::BTreeMap;

use contract::dossier::ResultFile;
use contract::receipt::ReceivedFile;
use domain::file_kind::detect_file_kind;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, ClientError, FileSource, download_file, use_api};
use crate::browser::share::{MemoryFile, ShareOutcome};
use crate::browser::{export, page};
use crate::i18n::outcomes::OutcomeWords;
use crate::i18n::use_words;
use crate::routes;

/// The media type of a file whose kind the app doesn't know (RFC 2046, section 4.5.1).
const UNKNOWN_TYPE: &str = "application/octet-stream";

/// What to do with a file once it has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileUse {
    View,
    Save,
    Share,
}

/// A file of a dossier that can be downloaded.
#[derive(Clone, Debug)]
pub(super) struct DossierFile {
    /// Id of the file.
    pub(super) id: String,
    name: String,
    size: u64,
    sha256: String,
    /// `None`: the content of the file tells.
    media_type: Option<String>,
}

impl From<ResultFile> for DossierFile {
    fn from(file: ResultFile) -> Self {
        Self {
            id: file.id,
            name: file.name,
            size: file.size,
            sha256: file.sha256,
            media_type: Some(file.media_type),
        }
    }
}

impl From<ReceivedFile> for DossierFile {
    fn from(file: ReceivedFile) -> Self {
        Self {
            id: file.id,
            name: file.name,
            size: file.size,
            sha256: file.sha256,
            media_type: None,
        }
    }
}

/// The downloads of the page of a dossier.
#[derive(Clone, Copy)]
pub(super) struct Downloads {
    by_file: RwSignal<BTreeMap<String, Download>>,
    code: StoredValue<String>,
    /// The reactive owner of the page. It owns the signals of every download.
    owner: StoredValue<Option<Owner>>,
    api: Api,
    words: &'static OutcomeWords,
}

impl Downloads {
    /// The downloads of the dossier with this code. They end with the component that calls this function.
    pub(super) fn new(code: &str) -> Self {
        Self {
            by_file: RwSignal::new(BTreeMap::new()),
            code: StoredValue::new(code.to_owned()),
            owner: StoredValue::new(Owner::current()),
            api: use_api(),
            words: use_words().outcomes(),
        }
    }

    /// The download of a file, which may already run.
    pub(super) fn of(self, file: DossierFile) -> Download {
        let id = file.id.clone();
        if let Some(known) = self.by_file.with_untracked(|all| all.get(&id).copied()) {
            return known;
        }
        let create = || Download::new(self, file);
        let download = match self.owner.get_value() {
            Some(owner) => owner.with(create),
            None => create(),
        };
        self.by_file.update_untracked(|all| {
            all.insert(id, download);
        });
        download
    }

    /// Whether a file is being downloaded.
    pub(super) fn is_running(self) -> bool {
        let downloads = self.by_file.try_with_untracked(|all| {
            let mut all = all.values();
            all.any(|one| one.percent.with_untracked(Option::is_some))
        });
        downloads == Some(true)
    }
}

/// The download of one file, with what it has led to.
#[derive(Clone, Copy)]
pub(super) struct Download {
    page: Downloads,
    file: StoredValue<DossierFile>,
    fetched: StoredValue<Option<MemoryFile>, LocalStorage>,
    /// What the citizen wants to do with the file.
    wanted: StoredValue<FileUse>,
    percent: RwSignal<Option<u64>>,
    status: RwSignal<&'static str>,
    /// Why the last download failed.
    pub(super) failure: RwSignal<Option<ClientError>>,
}

impl Download {
    fn new(page: Downloads, file: DossierFile) -> Self {
        Self {
            page,
            file: StoredValue::new(file),
            fetched: StoredValue::new_local(None),
            wanted: StoredValue::new(FileUse::Save),
            percent: RwSignal::new(None),
            status: RwSignal::new(""),
            failure: RwSignal::new(None),
        }
    }

    /// Whether the file is being downloaded.
    pub(super) fn is_loading(self) -> Signal<bool> {
        Signal::derive(move || self.percent.with(Option::is_some))
    }

    /// How far the download is, or what it has led to. Reactive.
    pub(super) fn progress_text(self) -> String {
        match self.percent.get() {
            Some(percent) => [self.page.words.loading, &percent.to_string(), " %"].concat(),
            None => self.status.get().to_owned(),
        }
    }

    /// Called when the citizen wants to use the file.
    pub(super) fn on_press(self, wanted: FileUse) -> Callback<()> {
        Callback::new(move |()| self.start(wanted))
    }

    /// Called when the citizen wants to try again what has failed.
    pub(super) fn on_retry(self) -> Callback<()> {
        Callback::new(move |()| self.start(self.wanted.get_value()))
    }

    fn start(self, wanted: FileUse) {
        if self.percent.with_untracked(Option::is_some) {
            return;
        }
        self.wanted.set_value(wanted);
        self.status.set("");
        self.failure.set(None);
        let fetched = self.fetched.get_value();
        if fetched.is_none() {
            self.percent.set(Some(0));
        }
        let (code, file) = (self.page.code.get_value(), self.file.get_value());
        spawn_local(async move {
            let file = match fetched {
                Some(fetched) => Some(fetched),
                None => self.fetch(&code, &file).await,
            };
            if let Some(file) = file {
                self.use_file(wanted, &file, &code).await;
            }
        });
    }

    /// Downloads the file. `None` if it failed, or the page is closed.
    async fn fetch(self, code: &str, file: &DossierFile) -> Option<MemoryFile> {
        let source = FileSource {
            code,
            id: &file.id,
            size: file.size,
            sha256: &file.sha256,
        };
        let progress = move |received: u64| {
            let percent = received.saturating_mul(100) / file.size.max(1);
            self.percent.try_set(Some(percent));
        };
        let bytes = download_file(self.page.api, source, progress).await;
        // The page may be closed by now.
        if self.percent.try_set(None).is_some() {
            return None;
        }
        match bytes {
            Ok(bytes) => {
                let media_type = media_type(file.media_type.as_deref(), &bytes);
                let fetched = MemoryFile::new(&bytes, &file.name, media_type);
                if fetched.is_none() {
                    self.status.try_set(self.page.words.not_saved);
                }
                self.fetched.try_set_value(fetched.clone());
                fetched
            }
            Err(error) => {
                self.failure.try_set(Some(error));
                None
            }
        }
    }

    async fn use_file(self, wanted: FileUse, file: &MemoryFile, code: &str) {
        let words = self.page.words;
        let text = match wanted {
            FileUse::View => match file.open() {
                true => "",
                false => words.not_saved,
            },
            FileUse::Save => match file.save() {
                true => words.saved,
                false => words.not_saved,
            },
            FileUse::Share => match share_or_copy(file, &routes::dossier(code)).await {
                SharedThing::Nothing => words.not_shared,
                SharedThing::CopiedLink => words.link_copied,
                SharedThing::PressAgain => words.share_again,
                SharedThing::Done => "",
            },
        };
        self.status.try_set(text);
    }
}

/// The media type of a file: the stated one, or that of its content.
fn media_type<'a>(stated: Option<&'a str>, bytes: &[u8]) -> &'a str {
    stated.unwrap_or_else(|| detect_file_kind(bytes).map_or(UNKNOWN_TYPE, |kind| kind.media_type()))
}

/// What was shared in the end.
enum SharedThing {
    Done,
    PressAgain,
    CopiedLink,
    Nothing,
}

/// Shares the file, or else the link to the dossier, or else copies the link.
async fn share_or_copy(file: &MemoryFile, dossier_link: &str) -> SharedThing {
    if file.can_be_shared() {
        match file.share().await {
            ShareOutcome::Done => return SharedThing::Done,
            ShareOutcome::PressAgain => return SharedThing::PressAgain,
            ShareOutcome::Unsupported => {}
        }
    }
    let link = page::absolute_url(dossier_link);
    match export::copy(&link).await {
        true => SharedThing::CopiedLink,
        false => SharedThing::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_stated_type_has_that_of_its_content() {
        assert_eq!(media_type(Some("image/png"), b"%PDF-1.7"), "image/png");
        assert_eq!(media_type(None, b"%PDF-1.7"), "application/pdf");
        assert_eq!(media_type(None, b"text"), UNKNOWN_TYPE);
    }
}
