//! A field above a long list that narrows it as one types. The list stays the browser's own: a phone opens it as its
//! own, and a screen reader knows it. Typing never takes a choice away; a name typed whole is chosen on leaving.

use leptos::{ev::Event, prelude::*};

use super::field::{hint_id, label_id};
use super::select_field::SelectOption;

/// A list with more choices than this has the field.
const MANY: usize = 15;

/// What the field above a long list says, and how it compares.
#[derive(Clone, Copy)]
pub struct Finder {
    /// What is to be typed: "Gõ để tìm nhanh".
    pub label: &'static str,
    /// Help; empty for none.
    pub hint: &'static str,
    /// No choice has these letters.
    pub none: &'static str,
    /// Before the number of choices that have them.
    pub found: &'static str,
    /// A text without what two spellings of one name differ in: case, accents.
    pub fold: fn(&str) -> String,
    /// Words before a name, folded, that one may leave out: "tinh", "xa".
    pub left_out: &'static [&'static str],
}

/// A list as it is being narrowed. Copies are the same list.
#[derive(Clone, Copy)]
pub(super) struct Narrowed {
    finder: Finder,
    choices: Signal<Vec<SelectOption>>,
    wanted: RwSignal<String>,
}

impl Narrowed {
    pub(super) fn new(finder: Finder, choices: Signal<Vec<SelectOption>>) -> Self {
        let wanted = RwSignal::new(String::new());
        Self {
            finder,
            choices,
            wanted,
        }
    }

    /// What is left to choose from; what is chosen already always is. Tracked.
    pub(super) fn offered(self, chosen: &str) -> Vec<SelectOption> {
        let wanted = self.looked_for();
        let mut choices = self.choices.get();
        choices.retain(|one| one.value == chosen || self.has(one, &wanted));
        choices
    }

    fn is_long(self) -> bool {
        self.choices.with(|choices| choices.len() > MANY)
    }

    /// The letters looked for, folded; none where the field isn't there.
    fn looked_for(self) -> String {
        match self.is_long() {
            true => self.wanted.with(|typed| (self.finder.fold)(typed)),
            false => String::new(),
        }
    }

    fn has(self, choice: &SelectOption, wanted: &str) -> bool {
        wanted.is_empty() || (self.finder.fold)(&choice.label).contains(wanted)
    }

    /// How many choices have the letters looked for, in words; nothing while none are.
    fn told(self) -> String {
        let wanted = self.looked_for();
        if wanted.is_empty() {
            return String::new();
        }
        let fits = |choices: &Vec<SelectOption>| {
            choices.iter().filter(|one| self.has(one, &wanted)).count()
        };
        match self.choices.with(fits) {
            0 => self.finder.none.to_owned(),
            found => [self.finder.found, " ", &found.to_string()].concat(),
        }
    }

    /// The one choice whose whole name was typed.
    fn named(self) -> Option<String> {
        let wanted = self.looked_for();
        let is_named = |one: &&SelectOption| {
            is_name(
                &(self.finder.fold)(&one.label),
                &wanted,
                self.finder.left_out,
            )
        };
        self.choices.with(|choices| {
            let mut named = choices.iter().filter(is_named);
            let only = named.next().filter(|_| named.next().is_none());
            only.map(|one| one.value.clone())
        })
    }

    /// The field, for the list with that id; `take` gets the choice whose name was typed whole.
    pub(super) fn draw(self, id: String, take: Callback<String>) -> AnyView {
        let is_long = Memo::new(move |_| self.is_long());
        let field = move || is_long.get().then(|| self.field(&id, take));
        view! { {field} }.into_any()
    }

    fn field(self, id: &str, take: Callback<String>) -> AnyView {
        let find_id = [id, "-find"].concat();
        let hint_id = hint_id(&find_id);
        let described = match self.finder.hint {
            "" => label_id(id),
            _ => [&label_id(id), " ", &hint_id].concat(),
        };
        let typed = move |event: Event| self.wanted.set(event_target_value(&event));
        // On leaving, and on Enter: `change` is both. A browser also tells it of a field that is taken away.
        let left = move |_| {
            if self.wanted.is_disposed() {
                return;
            }
            if let Some(value) = untrack(move || self.named()) {
                take.run(value);
            }
        };
        view! {
            <div class="finder">
                <label class="finder__label" for=find_id.clone()>{self.finder.label}</label>
                <p class="field__hint" id=hint_id hidden=self.finder.hint.is_empty()>{self.finder.hint}</p>
                // Of no form: Enter takes a choice here and sends nothing.
                <input
                    class="field__control"
                    id=find_id
                    type="text"
                    form=""
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="done"
                    aria-describedby=described
                    on:input=typed
                    on:change=left
                />
                <p class="field__hint" role="status">{move || self.told()}</p>
            </div>
        }
        .into_any()
    }
}

/// Whether a folded label is the folded name, a word before it left out or not.
fn is_name(label: &str, name: &str, left_out: &[&str]) -> bool {
    let without = |word: &&str| label.strip_prefix(word)?.strip_prefix(' ');
    !name.is_empty()
        && (label == name || left_out.iter().filter_map(without).any(|rest| rest == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(names: &[&str]) -> Signal<Vec<SelectOption>> {
        let spare = (0..MANY).map(|number| ["Dòng ", &number.to_string()].concat());
        let names = names.iter().map(|name| (*name).to_owned()).chain(spare);
        let choice = |(at, label): (usize, String)| SelectOption {
            value: at.to_string(),
            label,
        };
        Signal::stored(names.enumerate().map(choice).collect())
    }

    fn looking(names: &[&str], typed: &str) -> Narrowed {
        let finder = Finder {
            label: "Gõ để tìm nhanh",
            hint: "",
            none: "Không có dòng nào như vậy.",
            found: "Số dòng phù hợp:",
            fold: |text| text.trim().to_lowercase(),
            left_out: &["xã", "phường"],
        };
        let narrowed = Narrowed::new(finder, list(names));
        narrowed.wanted.set(typed.to_owned());
        narrowed
    }

    fn values(choices: Vec<SelectOption>) -> Vec<String> {
        choices.into_iter().map(|one| one.value).collect()
    }

    const COMMUNES: [&str; 3] = ["Xã Triệu Phong", "Phường Đông Hà", "Xã Triệu Cơ"];

    #[test]
    fn what_is_typed_narrows_the_list_and_says_what_is_left() {
        let owner = Owner::new();
        owner.set();
        let found = looking(&COMMUNES, " TRIỆU");
        assert_eq!(values(found.offered("")), ["0", "2"]);
        assert_eq!(found.told(), "Số dòng phù hợp: 2");
        let all = looking(&COMMUNES, " ");
        assert_eq!(all.offered("").len(), 3 + MANY);
        assert_eq!(all.told(), "");
    }

    #[test]
    fn what_is_chosen_stays_in_the_list_and_none_found_is_still_told() {
        let owner = Owner::new();
        owner.set();
        assert_eq!(
            values(looking(&COMMUNES, "đông hà").offered("0")),
            ["0", "1"]
        );
        let nothing = looking(&COMMUNES, "không có đâu");
        assert_eq!(values(nothing.offered("0")), ["0"]);
        assert_eq!(nothing.told(), "Không có dòng nào như vậy.");
    }

    #[test]
    fn a_name_typed_whole_is_the_choice_and_a_part_of_it_is_not() {
        let owner = Owner::new();
        owner.set();
        let named = |names: &[&str], typed: &str| looking(names, typed).named();
        assert_eq!(named(&COMMUNES, "đông hà").as_deref(), Some("1"));
        assert_eq!(named(&COMMUNES, "Phường Đông Hà").as_deref(), Some("1"));
        assert_eq!(named(&COMMUNES, "triệu"), None);
        assert_eq!(named(&COMMUNES, "hà"), None);
        assert_eq!(named(&COMMUNES, ""), None);
        assert_eq!(named(&["Xã An Hòa", "Phường An Hòa"], "an hòa"), None);
        let exact = ["Nam Sudan", "Sudan"];
        assert_eq!(named(&exact, "sudan").as_deref(), Some("1"));
    }

    #[test]
    fn a_list_that_is_not_long_is_left_alone() {
        let owner = Owner::new();
        owner.set();
        let mut short = looking(&COMMUNES, "đông");
        short.choices = Signal::stored(
            short
                .choices
                .get_untracked()
                .into_iter()
                .take(MANY)
                .collect(),
        );
        assert_eq!(short.offered("").len(), MANY);
        assert_eq!(short.told(), "");
    }
}
