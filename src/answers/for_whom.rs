//! Whom a dossier is filed for (R4.21). The citizen chooses before there is a draft; the tab stores the choice from
//! «Chuẩn bị hồ sơ» to «Thêm mới». It never appears in a URL.

use contract::draft::ForWhom;
use leptos::prelude::*;

use crate::browser::storage::BrowserStorage;
use crate::i18n::use_words;
use crate::ui::radio_group::RadioGroup;
use crate::ui::select_option::SelectOption;

/// The choices, in the order of the page.
const ALL: [ForWhom; 3] = [ForWhom::Oneself, ForWhom::Child, ForWhom::Helped];

/// The choice that this tab stored for a procedure; the default is [`ForWhom::Oneself`].
pub(crate) fn load_choice(procedure: &str) -> ForWhom {
    let key = BrowserStorage::Tab.get(&storage_key(procedure));
    choice_from_key(&key.unwrap_or_default())
}

/// Stores the choice for a procedure in this tab.
pub(crate) fn store_choice(procedure: &str, for_whom: ForWhom) {
    // If the browser has no storage, the draft starts for the citizen themselves. The choice can be changed there.
    BrowserStorage::Tab.set(&storage_key(procedure), choice_key(for_whom));
}

/// Removes the stored choice. Call it when the draft exists, because the draft contains the choice.
pub(crate) fn remove_choice(procedure: &str) {
    BrowserStorage::Tab.remove(&storage_key(procedure));
}

/// The key of a choice, for storage and for the radio buttons.
pub(crate) const fn choice_key(for_whom: ForWhom) -> &'static str {
    match for_whom {
        ForWhom::Oneself => "oneself",
        ForWhom::Child => "child",
        ForWhom::Helped => "helped",
    }
}

/// The choice with this key. An unknown key gives the default, [`ForWhom::Oneself`].
pub(crate) fn choice_from_key(key: &str) -> ForWhom {
    let named = ALL.into_iter().find(|choice| choice_key(*choice) == key);
    named.unwrap_or_default()
}

/// Key in the tab's storage. It contains the procedure's code, because each procedure has its own choice.
fn storage_key(procedure: &str) -> String {
    ["motcua-for-whom-", procedure].concat()
}

/// The question whom the dossier is filed for.
#[component]
pub fn ForWhomQuestion(
    /// Key of the choice.
    value: RwSignal<String>,
    /// Runs when the choice has changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let words = use_words().prepare();
    let options = ALL.map(|choice| SelectOption {
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
        for choice in ALL {
            assert_eq!(choice_from_key(choice_key(choice)), choice);
        }
        assert_eq!(choice_from_key(""), ForWhom::Oneself);
        assert_eq!(choice_from_key("neighbour"), ForWhom::Oneself);
    }
}
