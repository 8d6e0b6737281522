//! What a form is laid out in: pages of groups of questions, with notes and offers between them.

use super::question::Question;
use super::same_person::SamePerson;
use super::visible::Visible;

/// One page: a Category, or the whole of a form without categories.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// Its groups, in order; each has at least one element.
    pub groups: Vec<Group>,
}

/// Questions that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Questions, notes and offers, in order.
    pub elements: Vec<Element>,
}

/// What stands on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    /// A question.
    Question(Question),
    /// A sentence between questions.
    Note(Note),
    /// An offer to answer as for another person.
    SamePerson(SamePerson),
}

/// A sentence between questions (a Label).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// An id of its own: `#1`. No question's id begins so.
    pub id: String,
    /// The sentence.
    pub text: String,
    pub(super) rules: Vec<usize>,
}

impl Element {
    /// Its id, as in the set that [`super::visible`] gives.
    pub fn id(&self) -> &str {
        match self {
            Element::Question(question) => &question.id,
            Element::Note(note) => &note.id,
            Element::SamePerson(offer) => &offer.id,
        }
    }

    pub(super) fn rules(&self) -> &[usize] {
        match self {
            Element::Question(question) => &question.rules,
            Element::Note(note) => &note.rules,
            Element::SamePerson(offer) => &offer.rules,
        }
    }
}

impl Group {
    /// Whether anything of it is to be seen, offers aside.
    pub fn is_visible(&self, visible: &Visible) -> bool {
        let asks = |element: &&Element| !matches!(element, Element::SamePerson(_));
        self.elements
            .iter()
            .filter(asks)
            .any(|element| visible.has(element.id()))
    }
}

impl Page {
    /// Whether anything of it is to be seen.
    pub fn is_visible(&self, visible: &Visible) -> bool {
        self.groups.iter().any(|group| group.is_visible(visible))
    }

    /// Its elements, in reading order.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.groups.iter().flat_map(|group| &group.elements)
    }

    /// Its questions, in reading order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.elements().filter_map(|element| match element {
            Element::Question(question) => Some(question),
            Element::Note(_) | Element::SamePerson(_) => None,
        })
    }
}
