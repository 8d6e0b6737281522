//! The layout of a form: pages of groups of questions, with notes and offers between them.

use super::element_ids::ElementIds;
use super::question::Question;

/// One page of a form: a Category of the UI schema, or the whole form if it has no categories.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionPage {
    /// The title.
    pub title: String,
    /// The groups, in order. Each has at least one element.
    pub groups: Vec<QuestionGroup>,
}

/// Questions that belong together: a Group of the UI schema, or the elements between two Groups.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionGroup {
    /// The title, if there is one.
    pub title: Option<String>,
    /// Questions, notes and offers, in order.
    pub elements: Vec<PageElement>,
}

/// An element of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum PageElement {
    /// A question.
    Question(Question),
    /// A sentence between questions.
    Note(Note),
    /// An offer to copy the answers about another person.
    SamePerson(SamePersonOffer),
}

/// A sentence between questions: a Label of the UI schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// A unique id: `#1`. No question's id begins with `#`.
    pub id: String,
    /// The sentence.
    pub text: String,
    pub(crate) rules: Vec<usize>,
}

/// An offer to answer the questions about one person with the answers about another. It is the first element of the
/// person's Group or Category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamePersonOffer {
    /// A unique id: `@mother_`. No question's id begins with `@`.
    pub id: String,
    /// The people who may be the same person, in the order of the form.
    pub others: Vec<OtherPerson>,
    /// The prefix of the ids of the questions about the person: `mother_`.
    pub(crate) prefix: String,
    pub(crate) rules: Vec<usize>,
}

/// A person described in another Group or Category, whose answers can be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherPerson {
    /// The label of their Group or Category.
    pub label: String,
    /// The prefix of the ids of the questions about them.
    pub(crate) prefix: String,
    /// The rule that must hold for the offer, as an index into the rules of the form definition. `None`: always.
    pub(crate) rule: Option<usize>,
}

impl PageElement {
    /// The id, as in the sets of [`ElementIds`].
    pub fn id(&self) -> &str {
        match self {
            PageElement::Question(question) => &question.id,
            PageElement::Note(note) => &note.id,
            PageElement::SamePerson(offer) => &offer.id,
        }
    }

    /// The rules that apply, as indices into the rules of the form definition.
    pub(crate) fn rules(&self) -> &[usize] {
        match self {
            PageElement::Question(question) => &question.rules,
            PageElement::Note(note) => &note.rules,
            PageElement::SamePerson(offer) => &offer.rules,
        }
    }
}

impl QuestionGroup {
    /// Whether any question or note of the group is visible. An offer alone doesn't make a group visible.
    pub fn is_visible(&self, visible: &ElementIds) -> bool {
        let is_offer = |element: &PageElement| matches!(element, PageElement::SamePerson(_));
        let mut elements = self.elements.iter();
        elements.any(|element| !is_offer(element) && visible.contains(element.id()))
    }
}

impl QuestionPage {
    /// Whether any group of the page is visible.
    pub fn is_visible(&self, visible: &ElementIds) -> bool {
        self.groups.iter().any(|group| group.is_visible(visible))
    }

    /// The elements, in reading order.
    pub fn elements(&self) -> impl Iterator<Item = &PageElement> {
        self.groups.iter().flat_map(|group| &group.elements)
    }

    /// The questions, in reading order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.elements().filter_map(|element| match element {
            PageElement::Question(question) => Some(question),
            PageElement::Note(_) | PageElement::SamePerson(_) => None,
        })
    }
}
