//! The layout of a form. Pages contain groups, and groups contain questions, notes and offers.

use super::element_ids::ElementIds;
use super::question::Question;

/// One page of a form: a Category of the UI schema. If the UI schema has no Category, the whole form is one page.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionPage {
    /// The title of the page.
    pub title: String,
    /// The groups of questions, in order. Each group has at least one element.
    pub groups: Vec<QuestionGroup>,
}

/// Questions that belong together: a Group of the UI schema, or the elements between two Groups.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionGroup {
    /// The title of the group, if it has one.
    pub title: Option<String>,
    /// The questions, notes and offers of the group, in order.
    pub elements: Vec<PageElement>,
}

/// An element of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum PageElement {
    /// A question.
    Question(Question),
    /// A note: a sentence between questions.
    Note(Note),
    /// An offer to copy the answers about another person.
    SamePerson(SamePersonOffer),
}

/// A note between questions: a Label of the UI schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Unique id of the note, such as `#1`. No question has an id that begins with `#`.
    pub id: String,
    /// The text of the note.
    pub text: String,
    pub(crate) rules: Vec<usize>,
}

/// An offer to copy the answers about another person to this person. It is the first element of the Group or Category
/// that describes this person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamePersonOffer {
    /// Unique id of the offer, such as `@mother_`. No question has an id that begins with `@`.
    pub id: String,
    /// The people whose answers can be copied, in the order in which the form describes them.
    pub others: Vec<OtherPerson>,
    /// The prefix of the ids of the questions about the person to whom the answers are copied: `mother_`.
    pub(crate) prefix: String,
    pub(crate) rules: Vec<usize>,
}

/// A person described in another Group or Category, whose answers can be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherPerson {
    /// The label of the Group or Category that describes this person.
    pub label: String,
    /// The prefix of the ids of the questions about this person.
    pub(crate) prefix: String,
    /// The rule that must hold for the offer, as an index into the rules of the form definition. `None`: the offer is
    /// always made.
    pub(crate) rule: Option<usize>,
}

impl PageElement {
    /// The id of the element, as it is used in [`ElementIds`].
    pub fn id(&self) -> &str {
        match self {
            PageElement::Question(question) => &question.id,
            PageElement::Note(note) => &note.id,
            PageElement::SamePerson(offer) => &offer.id,
        }
    }

    /// The rules that apply to the element, as indices into the rules of the form definition.
    pub(crate) fn rules(&self) -> &[usize] {
        match self {
            PageElement::Question(question) => &question.rules,
            PageElement::Note(note) => &note.rules,
            PageElement::SamePerson(offer) => &offer.rules,
        }
    }
}

impl QuestionGroup {
    /// Whether at least one question or note of the group is visible. An offer alone doesn't make the group visible.
    pub fn is_visible(&self, visible: &ElementIds) -> bool {
        let is_offer = |element: &PageElement| matches!(element, PageElement::SamePerson(_));
        let mut elements = self.elements.iter();
        elements.any(|element| !is_offer(element) && visible.contains(element.id()))
    }
}

impl QuestionPage {
    /// Whether at least one group of the page is visible.
    pub fn is_visible(&self, visible: &ElementIds) -> bool {
        self.groups.iter().any(|group| group.is_visible(visible))
    }

    /// The elements of the page, in reading order.
    pub fn elements(&self) -> impl Iterator<Item = &PageElement> {
        self.groups.iter().flat_map(|group| &group.elements)
    }

    /// The questions of the page, in reading order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.elements().filter_map(|element| match element {
            PageElement::Question(question) => Some(question),
            PageElement::Note(_) | PageElement::SamePerson(_) => None,
        })
    }
}
