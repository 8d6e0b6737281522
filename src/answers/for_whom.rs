//! Whom a filing is for (R4.21), chosen before there is a draft: kept in the tab from «Chuẩn bị hồ sơ» to
//! «Thêm mới». It never goes into an address.

use contract::draft::ForWhom;
use leptos::prelude::*;

use crate::browser::storage::BrowserStorage;
use crate::i18n::{Words, use_words};
use crate::ui::radio_group::RadioGroup;
use crate::ui::select_field::SelectOption;

/// The choices, in the order of the page.
pub(crate) const ALL: [ForWhom; 3] = [ForWhom::Oneself, ForWhom::Child, ForWhom::Helped];

/// What was chosen for a procedure in this tab; for oneself where nothing was.
pub(crate) fn chosen(procedure: &str) -> ForWhom {
    let kept = BrowserStorage::Tab
        .get(&shelf(procedure))
        .unwrap_or_default();
    read(&kept)
}

/// Keeps the choice.
pub(crate) fn choose(procedure: &str, for_whom: ForWhom) {
    // A browser without storage begins the draft for oneself; the answers can be changed there.
    BrowserStorage::Tab.set(&shelf(procedure), key(for_whom));
}

/// The draft exists and holds the choice.
pub(crate) fn forget(procedure: &str) {
    BrowserStorage::Tab.remove(&shelf(procedure));
}

/// A choice as a word.
pub(crate) const fn key(for_whom: ForWhom) -> &'static str {
    match for_whom {
        ForWhom::Oneself => "oneself",
        ForWhom::Child => "child",
        ForWhom::Helped => "helped",
    }
}

/// The choice of a word; for oneself where it is none.
pub(crate) fn read(word: &str) -> ForWhom {
    let named = ALL.into_iter().find(|one| key(*one) == word);
    named.unwrap_or_default()
}

fn shelf(procedure: &str) -> String {
    ["motcua-for-whom-", procedure].concat()
}

/// The question, for whoever begins a draft or has one.
#[component]
pub fn WhomQuestion(
    /// The word of the choice.
    value: RwSignal<String>,
    /// Another one was chosen.
    on_chosen: Callback<()>,
) -> impl IntoView {
    let text = use_words().prepare();
    let option = |for_whom: ForWhom| SelectOption {
        value: key(for_whom).to_owned(),
        label: text.choice(for_whom).label.to_owned(),
    };
    let choices = ALL.map(option).to_vec();
    view! {
        <RadioGroup
            id="for-whom"
            legend=text.for_whom
            value=value
            choices=Signal::stored(choices)
            on_chosen=on_chosen
        />
    }
}

/// A choice in words.
pub(crate) fn words_of(words: Words, for_whom: ForWhom) -> &'static str {
    words.prepare().choice(for_whom).label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_read_as_it_was_kept_and_anything_else_is_for_oneself() {
        for one in ALL {
            assert_eq!(read(key(one)), one);
        }
        assert_eq!(read(""), ForWhom::Oneself);
        assert_eq!(read("neighbour"), ForWhom::Oneself);
    }
}
