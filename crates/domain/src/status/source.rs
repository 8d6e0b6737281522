//! Compares the table of status changes with the table that it is derived from (`source_rows.json`, the proposal in the
//! project's domain notes). Each intended deviation is listed here with its reason.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use contract::dossier::DossierStatus;
use serde::Deserialize;

use super::{Actor, TRANSITIONS, Transition};

const ROWS: &str = include_str!("source_rows.json");
/// Marks a row of the source whose change needs a reason.
const REASON_REQUIRED: &str = "(lý do bắt buộc)";

/// A row of the source. `from` 0 is the draft.
#[derive(Deserialize)]
struct SourceRow {
    from: u8,
    to: u8,
    by: String,
    action: String,
}

/// Who makes the change, and the numbers of the statuses before and after it.
type Change<'a> = (u8, u8, &'a str);

/// Changes that the source doesn't contain.
const ADDED: [(Change<'_>, &str); 1] = [(
    (1, 3, "system"),
    "the source knows no groups: a part whose predecessor has no result is rejected with it",
)];

/// Changes that need a reason here, but not in the source.
const REASON_ADDED: [(Change<'_>, &str); 9] = [
    (
        (1, 3, "system"),
        "the citizen must learn which part caused it",
    ),
    ((1, 5, "officer"), "the citizen must learn what is missing"),
    ((2, 5, "officer"), "the citizen must learn what is missing"),
    ((4, 5, "officer"), "the citizen must learn what is missing"),
    (
        (1, 7, "citizen"),
        "the issue asks for a withdrawal with a reason",
    ),
    (
        (2, 7, "citizen"),
        "the issue asks for a withdrawal with a reason",
    ),
    (
        (4, 7, "citizen"),
        "the issue asks for a withdrawal with a reason",
    ),
    (
        (5, 7, "citizen"),
        "the issue asks for a withdrawal with a reason",
    ),
    (
        (7, 4, "officer"),
        "the citizen must learn why it was refused",
    ),
];

/// Changes with another name than in the source.
const RENAMED: [(Change<'_>, &str, &str); 3] = [
    (
        (1, 7, "citizen"),
        "Rút hồ sơ",
        "one word for it; that nothing may be paid is a rule and no name",
    ),
    (
        (5, 1, "citizen"),
        "Gửi bổ sung trước tiếp nhận",
        "the history shows the name, so it is written without brackets",
    ),
    (
        (6, 1, "payment"),
        "Đã thanh toán trước tiếp nhận",
        "the history shows the name, so it is written without brackets",
    ),
];

fn actor(by: Actor) -> &'static str {
    match by {
        Actor::Citizen => "citizen",
        Actor::Officer => "officer",
        Actor::System => "system",
        Actor::Payment => "payment",
    }
}

fn change(row: &Transition) -> Change<'static> {
    let from = row.from.map_or(0, DossierStatus::number);
    (from, row.to.number(), actor(row.by))
}

fn source() -> Vec<SourceRow> {
    serde_json::from_str(ROWS).unwrap()
}

#[test]
fn contains_the_changes_of_the_source_and_the_listed_ones() {
    let source = source();
    let expected = source
        .iter()
        .map(|row| (row.from, row.to, row.by.as_str()))
        .chain(ADDED.map(|(added, _)| added));
    let mut expected: Vec<Change<'_>> = expected.collect();
    let mut actual: Vec<Change<'_>> = TRANSITIONS.iter().map(change).collect();
    expected.sort_unstable();
    actual.sort_unstable();
    assert_eq!(actual, expected);
}

#[test]
fn needs_a_reason_where_the_source_does_and_where_it_is_listed() {
    let source = source();
    let required = source
        .iter()
        .filter(|row| row.action.contains(REASON_REQUIRED));
    let mut expected: Vec<Change<'_>> = required
        .map(|row| (row.from, row.to, row.by.as_str()))
        .chain(REASON_ADDED.map(|(change, _)| change))
        .collect();
    let needing = TRANSITIONS.iter().filter(|row| row.reason_required);
    let mut actual: Vec<Change<'_>> = needing.map(change).collect();
    expected.sort_unstable();
    actual.sort_unstable();
    assert_eq!(actual, expected);
}

#[test]
fn names_each_change_as_the_source_does_or_as_it_is_listed() {
    for row in source() {
        let same = |other: &&Transition| change(other) == (row.from, row.to, row.by.as_str());
        let transition = TRANSITIONS.iter().find(same).unwrap();
        let renamed = RENAMED
            .iter()
            .find(|(renamed, _, _)| *renamed == change(transition));
        let (name, _note) = row.action.split_once(" (").unwrap_or((&row.action, ""));
        let expected = renamed.map_or(name, |(_, name, _)| name);
        assert_eq!(transition.action, expected);
    }
}
