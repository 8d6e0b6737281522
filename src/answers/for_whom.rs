//! The person for whom a dossier is filed (R4.21). The citizen makes this choice on the page «Chuẩn bị hồ sơ», before
//! the draft exists. The browser tab stores the choice until «Thêm mới» creates the draft. The choice never appears in
//! a URL.

use contract::draft::ForWhom;
use leptos::prelude::*;

use crate::browser::storage::BrowserStorage;
use crate::i18n::use_words;
use crate::ui::radio_group::RadioGroup;
use crate::ui::select_option::SelectOption;

/// Returns for whom the citizen files a dossier of this procedure, as stored in this tab. If the tab stores no choice
/// for the procedure, returns [`ForWhom::Oneself`].
pub(crate) fn load_choice(procedure: &str) -> ForWhom {
    let key = BrowserStorage::Tab.get(&storage_key(procedure));
    choice_from_key(&key.unwrap_or_default())
}

/// Stores in this tab for whom the citizen files a dossier of this procedure.
pub(crate) fn store_choice(procedure: &str, for_whom: ForWhom) {
    // If the browser has no storage, the draft starts with the default: the citizen files for themselves. The citizen
    // can change this in the draft.
    BrowserStorage::Tab.set(&storage_key(procedure), choice_key(for_whom));
}

/// Removes the stored choice for whom the citizen files. Call this function once the draft exists: from then on, the
/// draft contains the choice.
pub(crate) fn remove_choice(procedure: &str) {
    BrowserStorage::Tab.remove(&storage_key(procedure));
}

/// The text that represents the choice `for_whom` in the tab's storage and as the value of a radio button.
pub(crate) const fn choice_key(for_whom: ForWhom) -> &'static str {
    for_whom.key()
}

/// The choice that the text `key` represents. An unknown text gives the default, [`ForWhom::Oneself`].
pub(crate) fn choice_from_key(key: &str) -> ForWhom {
    ForWhom::from_key(key).unwrap_or_default()
}

/// The key under which the tab's storage contains the choice. The key contains the code of the procedure, because the
/// tab stores one choice for each procedure.
fn storage_key(procedure: &str) -> String {
    ["motcua-for-whom-", procedure].concat()
}

/// Radio buttons for the question: for whom is this dossier filed?
#[component]
pub fn ForWhomQuestion(
    /// The selected choice, as the text that `choice_key` returns.
    value: RwSignal<String>,
    /// Called after the citizen has selected another choice.
    on_change: Callback<()>,
) -> impl IntoView {
    let words = use_words().prepare();
    let options = ForWhom::ALL.map(|choice| SelectOption {
        value: choice_key(choice).to_owned(),
        label: words.choice(choice).label.to_owned(),
    });
    view! {
        <RadioGroup
            id="for-whom"
            legend=words.for_whom
            value=value
            choices=Signal::stored(options.to_vec())
            on_change=on_change
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_every_key_and_falls_back_to_oneself() {
        for choice in ForWhom::ALL {
            assert_eq!(choice_from_key(choice_key(choice)), choice);
        }
        assert_eq!(choice_from_key(""), ForWhom::Oneself);
        assert_eq!(choice_from_key("neighbour"), ForWhom::Oneself);
    }
}
