//! Whom a filing is for (R4.21), chosen before there is a draft: kept in the tab from «Chuẩn bị hồ sơ» to
//! «Thêm mới». It never goes into an address.

use contract::draft::ForWhom;

use crate::browser::storage::Shelf;

/// The choices, in the order of the page.
pub(super) const ALL: [ForWhom; 3] = [ForWhom::Oneself, ForWhom::Child, ForWhom::Helped];

/// What was chosen for a procedure in this tab; for oneself where nothing was.
pub(super) fn chosen(procedure: &str) -> ForWhom {
    let kept = Shelf::Tab.read(&shelf(procedure)).unwrap_or_default();
    read(&kept)
}

/// Keeps the choice.
pub(super) fn choose(procedure: &str, for_whom: ForWhom) {
    // A browser without storage begins the draft for oneself; the answers can be changed there.
    Shelf::Tab.keep(&shelf(procedure), key(for_whom));
}

/// The draft exists and holds the choice.
pub(super) fn forget(procedure: &str) {
    Shelf::Tab.forget(&shelf(procedure));
}

/// A choice as a word.
pub(super) const fn key(for_whom: ForWhom) -> &'static str {
    match for_whom {
        ForWhom::Oneself => "oneself",
        ForWhom::Child => "child",
        ForWhom::Helped => "helped",
    }
}

/// The choice of a word; for oneself where it is none.
pub(super) fn read(word: &str) -> ForWhom {
    let named = ALL.into_iter().find(|one| key(*one) == word);
    named.unwrap_or_default()
}

fn shelf(procedure: &str) -> String {
    ["motcua-for-whom-", procedure].concat()
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
