//! Ids of the questions in the entries of a repeating group, such as `members/0/name`.

/// The parts of the id of a question in a list entry, such as `members/0/name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EntryId<'a> {
    /// Id of the repeating group: `members`.
    pub(crate) list: &'a str,
    /// Position of the entry, from 0.
    pub(crate) index: usize,
    /// Id of the question within the entry: `name`.
    pub(crate) question: &'a str,
}

impl EntryId<'_> {
    /// Splits an id into its parts. `None` for the id of a question outside repeating groups.
    pub(crate) fn parse(id: &str) -> Option<EntryId<'_>> {
        let (list, rest) = id.split_once('/')?;
        let (index, question) = rest.split_once('/')?;
        Some(EntryId {
            list,
            index: index.parse().ok()?,
            question,
        })
    }
}

/// Builds the id of a question in one list entry.
pub(crate) fn entry_question_id(list: &str, index: usize, question: &str) -> String {
    [list, "/", &index.to_string(), "/", question].concat()
}
