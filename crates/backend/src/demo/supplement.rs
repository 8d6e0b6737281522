//! The officer's request for corrections and papers, item by item, and the draft certificate. The form has a page of its
//! own, because it lists every question of the dossier.

use std::collections::HashMap;

use contract::dossier::{DossierStatus, SupplementItem, SupplementKind};
use contract::limits::{LONG_TEXT_CHARS, TEXT_CHARS};
use contract::time::Day;
use domain::calendar::Date;
use domain::format::parse_text;
use domain::status::Actor;
use rusqlite::Transaction;

use super::desk::{self, DecisionOutcome, DeskEntry};
use crate::clock;
use crate::dossiers::supplement_store::{self, NewSupplement};
use crate::dossiers::transition::{self, StatusChange};
use crate::dossiers::{history, supplement_choice};
use crate::http::extract::to_nfc;
use crate::refusal::Refusal;
use crate::state::AppState;

/// Number of rows of the form for papers that the procedure doesn't have.
pub(super) const OTHER_PAPERS: usize = 2;
/// Working days that the form proposes as the time to reply.
const PROPOSED_DAYS: u32 = 5;
/// Forms of procedures whose draft certificate the citizen confirms, with the beginnings of the ids of the questions
/// that the certificate shows.
const CERTIFICATES: [(&str, &[&str]); 2] = [
    ("birth-registration", &["child_", "mother_", "father_"]),
    ("death-registration", &["deceased_", "death_"]),
];
/// Parts of the ids of questions that no certificate shows.
const NOT_PRINTED: [&str; 4] = ["phone", "_paper_", "copies", "residence_kind"];
/// The text to the citizen beside a draft certificate, if the officer writes none.
const CHECK_DRAFT: &str = "Đề nghị kiểm tra nội dung bản thảo trước khi in.";

/// A question or component in the officer's form.
pub(super) struct Choice {
    /// Name of the form field: `q:` and the question's id, or `c:` and the component's code.
    pub(super) field: String,
    /// Name of the question or component.
    pub(super) label: String,
    /// What the dossier has now.
    pub(super) present: Option<String>,
}

/// The content of the officer's form.
pub(super) struct SupplementForm {
    /// Code of the dossier.
    pub(super) code: String,
    /// Name of the procedure.
    pub(super) procedure: String,
    /// The questions that the officer can choose.
    pub(super) questions: Vec<Choice>,
    /// The components that the officer can choose.
    pub(super) components: Vec<Choice>,
    /// The day that the form proposes as the last one.
    pub(super) until: Day,
    /// Whether the officer can send a draft certificate.
    pub(super) has_certificate: bool,
}

/// Why the officer's form can't be applied.
pub(super) enum SupplementError {
    /// The status of the dossier doesn't allow a request.
    NotOpen,
    /// Nothing is chosen, or a text or the day is missing or invalid.
    Incomplete(&'static str),
}

/// Loads the content of the officer's form. `None` if the dossier can't be asked about now.
pub(super) fn load_supplement_form(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
) -> Result<Option<SupplementForm>, Refusal> {
    let entry = desk::find(transaction, code)?;
    if !can_ask(&entry) {
        return Ok(None);
    }
    let dossier = &entry.dossier;
    let definition = state.data.definition(&dossier.form);
    let questions = definition
        .map(|definition| supplement_choice::questions(definition, dossier))
        .unwrap_or_default();
    let questions = questions.into_iter().map(|question| Choice {
        field: format!("q:{}", question.id),
        label: question.label.clone(),
        present: dossier
            .answers
            .get(&question.id)
            .map(|answer| supplement_choice::answer_text(&question.kind, answer, &state.data)),
    });
    let questions = questions.collect();
    let components = supplement_choice::components(transaction, dossier, &state.data)?;
    let components = components.into_iter().map(|component| {
        let files = dossier.files.iter();
        let files = files.filter(|file| file.component == component.code);
        let names: Vec<&str> = files.map(|file| file.name.as_str()).collect();
        Choice {
            field: format!("c:{}", component.code),
            label: component.label,
            present: (!names.is_empty()).then(|| names.join(", ")),
        }
    });
    Ok(Some(SupplementForm {
        code: code.to_owned(),
        procedure: dossier.receipt.procedure.name.clone(),
        questions,
        components: components.collect(),
        until: working_day(state, PROPOSED_DAYS),
        has_certificate: certificate_of(transaction, &entry)?.is_some(),
    }))
}

/// Applies the officer's form. `fields` are the fields that the browser has sent.
pub(super) fn ask(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
    fields: &HashMap<String, String>,
) -> Result<Result<DecisionOutcome, SupplementError>, Refusal> {
    let entry = desk::find(transaction, code)?;
    if !can_ask(&entry) {
        return Ok(Err(SupplementError::NotOpen));
    }
    let certificate = certificate_of(transaction, &entry)?;
    let is_certificate = fields.get("kind").is_some_and(|kind| kind == "certificate");
    let new = match (is_certificate, certificate) {
        (true, None) => return Ok(Err(SupplementError::NotOpen)),
        (true, Some(prefixes)) => read_certificate(state, &entry, prefixes, fields),
        (false, _) => {
            let components =
                supplement_choice::components(transaction, &entry.dossier, &state.data)?;
            let labels: Vec<(String, String)> = components
                .into_iter()
                .map(|component| (component.code, component.label))
                .collect();
            read_supplement(state, &entry, &labels, fields)
        }
    };
    let new = match new {
        Ok(new) => new,
        Err(error) => return Ok(Err(error)),
    };
    let now = state.clock.now();
    supplement_store::insert(transaction, code, &new, now)?;
    let change = StatusChange {
        to: DossierStatus::SupplementRequested,
        by: Actor::Officer,
        action: is_certificate.then_some("Gửi bản thảo để xác nhận"),
        note: Some(new.reason),
        is_announced: true,
    };
    transition::change_status(transaction, state, entry.dossier, change)?;
    Ok(Ok(DecisionOutcome::Applied))
}

fn can_ask(entry: &DeskEntry) -> bool {
    let mut moves = entry.moves.iter();
    moves.any(|possible| possible.transition.to == DossierStatus::SupplementRequested)
}

/// The beginnings of the ids of the questions on the dossier's certificate. `None` if it has none, or isn't accepted.
fn certificate_of(
    transaction: &Transaction<'_>,
    entry: &DeskEntry,
) -> Result<Option<&'static [&'static str]>, Refusal> {
    let dossier = &entry.dossier;
    let mut certificates = CERTIFICATES.into_iter();
    let known = certificates.find(|(form, _)| *form == dossier.form);
    let accepted = history::was_accepted(transaction, &dossier.receipt.code)?;
    Ok(known.filter(|_| accepted).map(|(_, prefixes)| prefixes))
}

/// The last of so many working days from today.
fn working_day(state: &AppState, days: u32) -> Day {
    let today = clock::day(state.clock.today());
    let holidays = state.data.office_calendar().holidays();
    let day = Date::parse_iso(&today.0).map(|today| today.add_working_days(days, holidays));
    day.map_or(today, |day| Day(day.to_iso()))
}

fn read_certificate(
    state: &AppState,
    entry: &DeskEntry,
    prefixes: &[&str],
    fields: &HashMap<String, String>,
) -> Result<NewSupplement, SupplementError> {
    let dossier = &entry.dossier;
    let definition = state.data.definition(&dossier.form);
    let questions = definition
        .map(|definition| supplement_choice::printed_questions(definition, dossier))
        .unwrap_or_default();
    let is_printed = |id: &str| {
        prefixes.iter().any(|prefix| id.starts_with(prefix))
            && !NOT_PRINTED.iter().any(|part| id.contains(part))
    };
    let printed = questions
        .into_iter()
        .filter(|question| is_printed(&question.id));
    Ok(NewSupplement {
        kind: SupplementKind::Certificate,
        reason: read_text(fields, "reason", LONG_TEXT_CHARS)?
            .unwrap_or_else(|| CHECK_DRAFT.to_owned()),
        items: printed
            .map(|question| SupplementItem {
                question: Some(question.id.clone()),
                component: None,
                label: question.label.clone(),
                reason: None,
            })
            .collect(),
        until: Some(working_day(state, 1)),
    })
}

fn read_supplement(
    state: &AppState,
    entry: &DeskEntry,
    components: &[(String, String)],
    fields: &HashMap<String, String>,
) -> Result<NewSupplement, SupplementError> {
    let dossier = &entry.dossier;
    let definition = state.data.definition(&dossier.form);
    let questions = definition
        .map(|definition| supplement_choice::questions(definition, dossier))
        .unwrap_or_default();
    let mut items = Vec::new();
    for question in questions {
        let field = format!("q:{}", question.id);
        if fields.contains_key(&field) {
            items.push(SupplementItem {
                question: Some(question.id.clone()),
                component: None,
                label: question.label.clone(),
                reason: read_text(fields, &format!("r:{field}"), TEXT_CHARS)?,
            });
        }
    }
    for (code, label) in components {
        let field = format!("c:{code}");
        if fields.contains_key(&field) {
            items.push(SupplementItem {
                question: None,
                component: Some(code.clone()),
                label: label.clone(),
                reason: read_text(fields, &format!("r:{field}"), TEXT_CHARS)?,
            });
        }
    }
    for number in 1..=OTHER_PAPERS {
        if let Some(label) = read_text(fields, &format!("other:{number}"), TEXT_CHARS)? {
            items.push(SupplementItem {
                question: None,
                component: Some(format!("other-{number}")),
                label,
                reason: read_text(fields, &format!("r:other:{number}"), TEXT_CHARS)?,
            });
        }
    }
    if items.is_empty() {
        return Err(SupplementError::Incomplete(
            "Hãy chọn ít nhất một mục cần bổ sung.",
        ));
    }
    let reason = read_text(fields, "reason", LONG_TEXT_CHARS)?;
    let reason = reason.ok_or(SupplementError::Incomplete(
        "Hãy ghi lý do yêu cầu bổ sung.",
    ))?;
    let today = clock::day(state.clock.today());
    let until = fields.get("until").and_then(|day| Date::parse_iso(day));
    let until = until.map(|day| Day(day.to_iso()));
    let until = until.filter(|day| day.0 >= today.0);
    let until = until.ok_or(SupplementError::Incomplete(
        "Hạn bổ sung phải là hôm nay hoặc một ngày sau đó.",
    ))?;
    Ok(NewSupplement {
        kind: SupplementKind::Supplement,
        reason,
        items,
        until: Some(until),
    })
}

/// A text field of the form. `None` if it is empty.
fn read_text(
    fields: &HashMap<String, String>,
    name: &str,
    max: usize,
) -> Result<Option<String>, SupplementError> {
    let text = fields.get(name).map_or("", |text| text.trim());
    if text.is_empty() {
        return Ok(None);
    }
    parse_text(&to_nfc(text), max)
        .map(Some)
        .map_err(|_| SupplementError::Incomplete("Có nội dung quá dài hoặc không đọc được."))
}
