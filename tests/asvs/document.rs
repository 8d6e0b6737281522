//! Parses the rows of the tables in docs/asvs.md, and finds mistakes in them.

const MET: &str = "met";
/// The statuses that a row may have.
const STATUSES: [&str; 4] = [MET, "n/a", "operator", "not met"];

/// One row of the tables, for one requirement: `| 6.2.1 | 1 | requirement | met | evidence |`.
pub(crate) struct Row {
    pub(crate) id: String,
    level: String,
    status: String,
    /// The tests and files that prove that the requirement is met, or the reason for another status.
    pub(crate) evidence: String,
}

impl Row {
    pub(crate) fn is_met(&self) -> bool {
        self.status == MET
    }
}

/// Returns the rows of all tables, without other lines. A line is a row if its first cell is the id of a requirement.
pub(crate) fn parse_rows(text: &str) -> Vec<Row> {
    text.lines().filter_map(parse_row).collect()
}

fn parse_row(line: &str) -> Option<Row> {
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
        evidence: if cells.len() == 5 {
            cell(4)
        } else {
            String::new()
        },
    })
}

/// Finds each requirement that has no row, more than one row, or a row with the wrong level. Also finds rows whose id
/// isn't in `required`. `required` contains the id and the level of each requirement.
pub(crate) fn misplaced_rows(rows: &[Row], required: &[(String, String)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (id, level) in required {
        let named: Vec<&Row> = rows.iter().filter(|row| row.id == *id).collect();
        match *named {
            [one] if one.level == *level => {}
            [one] => wrong.push(format!("{id} is of level {level}, not {}", one.level)),
            [] => wrong.push(format!("{id} has no row")),
            _ => wrong.push(format!("{id} has {} rows", named.len())),
        }
    }
    for row in rows {
        if required.iter().all(|(id, _)| *id != row.id) {
            wrong.push(format!("{} is no requirement of levels 1 and 2", row.id));
        }
    }
    wrong
}

/// Finds rows whose status isn't in `STATUSES`, and rows whose last cell (the evidence) is empty.
pub(crate) fn unknown_statuses(rows: &[Row]) -> Vec<String> {
    let mut wrong = Vec::new();
    for Row {
        id,
        status,
        evidence,
        ..
    } in rows
    {
        if !STATUSES.contains(&status.as_str()) {
            wrong.push(format!(
                "{id} has the status «{status}», which is none of {STATUSES:?}"
            ));
        }
        if evidence.is_empty() {
            wrong.push(format!(
                "{id} needs five cells, the last of them with the evidence or the reason"
            ));
        }
    }
    wrong
}

/// Compares the table of totals (`| met | 120 |`) with the number of rows of each status. Finds the lines that are
/// wrong.
pub(crate) fn wrong_totals(rows: &[Row], text: &str) -> Vec<String> {
    STATUSES
        .iter()
        .filter_map(|status| {
            let count = rows.iter().filter(|row| row.status == *status).count();
            let line = format!("| {status} | {count} |");
            (!text.contains(&line)).then(|| format!("the totals should contain `{line}`"))
        })
        .collect()
}

#[test]
fn finds_missing_and_repeated_rows_and_wrong_levels() {
    let required = ["1.1.1", "1.1.2", "1.2.1"].map(|id| (id.to_owned(), "2".to_owned()));
    let text = "| 1.1.1 | 2 | a | met | `x` |\n| 1.1.1 | 2 | a | met | `x` |\n| 1.2.1 | 1 | a | met | `x` |\n\
                | 9.9.9 | 1 | a | met | `x` |\n| id | level | asks | status | by |";
    assert_eq!(misplaced_rows(&parse_rows(text), &required).len(), 4);
    let whole =
        "| 1.1.1 | 2 | a | met | b |\n| 1.1.2 | 2 | a | n/a | b |\n| 1.2.1 | 2 | a | met | b |";
    assert_eq!(
        misplaced_rows(&parse_rows(whole), &required),
        Vec::<String>::new()
    );
    assert_eq!(
        wrong_totals(
            &parse_rows(whole),
            "| met | 2 |\n| n/a | 1 |\n| operator | 0 |"
        )
        .len(),
        1
    );
}

#[test]
fn finds_unknown_statuses_and_missing_reasons() {
    let text =
        "| 1.1.1 | 2 | a | nearly | `x` |\n| 1.1.2 | 2 | a | met |\n| 1.1.3 | 2 | a | n/a |  |";
    assert_eq!(unknown_statuses(&parse_rows(text)).len(), 3);
    assert_eq!(
        unknown_statuses(&parse_rows("| 1.1.1 | 2 | a | n/a | b |")).len(),
        0
    );
}
