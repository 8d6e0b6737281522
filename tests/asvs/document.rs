//! The rows of docs/asvs.md, and what is wrong with them as a list. Never reads the disk: the document comes in as text.

const MET: &str = "met";
/// What a row may say, in the words of the document.
const STATUSES: [&str; 4] = [MET, "n/a", "operator", "not met"];

/// One requirement: `| 6.2.1 | 1 | what it asks | met | what shows it |`.
pub(crate) struct Row {
    pub(crate) id: String,
    level: String,
    status: String,
    pub(crate) shown_by: String,
}

impl Row {
    pub(crate) fn is_met(&self) -> bool {
        self.status == MET
    }
}

/// Every row whose first cell is the id of a requirement.
pub(crate) fn rows(text: &str) -> Vec<Row> {
    text.lines().filter_map(row).collect()
}

fn row(line: &str) -> Option<Row> {
    let cells: Vec<&str> = line
        .trim()
        .strip_prefix('|')?
        .strip_suffix('|')?
        .split(" | ")
        .map(str::trim)
        .collect();
    let id = *cells.first()?;
    let numbers = id.split('.').filter(|part| part.parse::<u8>().is_ok());
    if numbers.count() != 3 {
        return None;
    }
    let cell = |at: usize| (*cells.get(at).unwrap_or(&"")).to_owned();
    Some(Row {
        id: id.to_owned(),
        level: cell(1),
        status: cell(3),
        shown_by: if cells.len() == 5 {
            cell(4)
        } else {
            String::new()
        },
    })
}

/// Where the rows aren't those that are asked for, in their order, each once.
pub(crate) fn misplaced(rows: &[Row], asked: &[(String, String)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (id, level) in asked {
        let named: Vec<&Row> = rows.iter().filter(|row| row.id == *id).collect();
        match *named {
            [one] if one.level == *level => {}
            [one] => wrong.push(format!("{id} is of level {level}, not {}", one.level)),
            [] => wrong.push(format!("{id} has no row")),
            _ => wrong.push(format!("{id} has {} rows", named.len())),
        }
    }
    for row in rows {
        if asked.iter().all(|(id, _)| *id != row.id) {
            wrong.push(format!("{} is no requirement of levels 1 and 2", row.id));
        }
    }
    wrong
}

/// Rows without a status of the four, or without the reason for it.
pub(crate) fn unknown_statuses(rows: &[Row]) -> Vec<String> {
    let mut wrong = Vec::new();
    for Row {
        id,
        status,
        shown_by,
        ..
    } in rows
    {
        if !STATUSES.contains(&status.as_str()) {
            wrong.push(format!("{id} is «{status}», which is none of {STATUSES:?}"));
        }
        if shown_by.is_empty() {
            wrong.push(format!(
                "{id} needs five cells, and in the last what shows it, or why"
            ));
        }
    }
    wrong
}

/// Where the table of sums (`| met | 120 | …`) doesn't count the rows.
pub(crate) fn sums(rows: &[Row], text: &str) -> Vec<String> {
    STATUSES
        .iter()
        .filter_map(|status| {
            let count = rows.iter().filter(|row| row.status == *status).count();
            let line = format!("| {status} | {count} |");
            (!text.contains(&line)).then(|| format!("the sums should say `{line}`"))
        })
        .collect()
}

#[test]
fn a_row_that_is_missing_doubled_or_of_another_level_is_found() {
    let asked = ["1.1.1", "1.1.2", "1.2.1"].map(|id| (id.to_owned(), "2".to_owned()));
    let text = "| 1.1.1 | 2 | a | met | `x` |\n| 1.1.1 | 2 | a | met | `x` |\n| 1.2.1 | 1 | a | met | `x` |\n\
                | 9.9.9 | 1 | a | met | `x` |\n| id | level | asks | status | by |";
    assert_eq!(misplaced(&rows(text), &asked).len(), 4);
    let whole =
        "| 1.1.1 | 2 | a | met | b |\n| 1.1.2 | 2 | a | n/a | b |\n| 1.2.1 | 2 | a | met | b |";
    assert_eq!(misplaced(&rows(whole), &asked), Vec::<String>::new());
    assert_eq!(
        sums(&rows(whole), "| met | 2 |\n| n/a | 1 |\n| operator | 0 |").len(),
        1
    );
}

#[test]
fn a_status_that_is_none_and_a_row_without_a_reason_are_found() {
    let text =
        "| 1.1.1 | 2 | a | nearly | `x` |\n| 1.1.2 | 2 | a | met |\n| 1.1.3 | 2 | a | n/a |  |";
    assert_eq!(unknown_statuses(&rows(text)).len(), 3);
    assert_eq!(
        unknown_statuses(&rows("| 1.1.1 | 2 | a | n/a | b |")).len(),
        0
    );
}
