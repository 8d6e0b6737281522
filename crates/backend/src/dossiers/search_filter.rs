//! What a search in «Hồ sơ của tôi» lets through.

use contract::dossier::{DossierItem, DossierSearch};
use domain::calendar::{Date, VietnamTime};
use domain::fold::fold;

use crate::refusal::Refusal;

/// What a search lets through.
pub(super) struct SearchFilter {
    /// Words without accents; all of them must be found.
    words: Vec<String>,
    agency: Option<String>,
    from: Option<Date>,
    until: Option<Date>,
}

impl SearchFilter {
    /// Reads the filter of a search. 422 if a day isn't a day of the calendar.
    pub(super) fn new(search: &DossierSearch) -> Result<SearchFilter, Refusal> {
        let words = fold(&search.text);
        Ok(SearchFilter {
            words: words.split_whitespace().map(str::to_owned).collect(),
            agency: search.agency.clone(),
            from: day(search.from.as_deref(), "/from")?,
            until: day(search.until.as_deref(), "/until")?,
        })
    }

    /// Whether a draft or a dossier is listed.
    pub(super) fn lets_through(&self, item: &DossierItem) -> bool {
        let (texts, agency, at) = match item {
            DossierItem::Draft {
                procedure_name,
                agency_name,
                person,
                updated_at,
                ..
            } => {
                let texts = [
                    None,
                    Some(procedure_name),
                    agency_name.as_ref(),
                    person.as_ref(),
                ];
                (texts, agency_name.as_ref(), updated_at)
            }
            DossierItem::Dossier {
                code,
                procedure_name,
                agency_name,
                person,
                sent_at,
                updated_at,
                ..
            } => {
                let texts = [
                    Some(code),
                    Some(procedure_name),
                    Some(agency_name),
                    person.as_ref(),
                ];
                (
                    texts,
                    Some(agency_name),
                    sent_at.as_ref().unwrap_or(updated_at),
                )
            }
            DossierItem::Other { .. } => return false,
        };
        let texts: Vec<String> = texts.into_iter().flatten().map(|text| fold(text)).collect();
        let is_found = |word: &String| texts.iter().any(|text| text.contains(word));
        let at = chrono::DateTime::parse_from_rfc3339(&at.0).ok();
        let sent_on = at.map(|at| VietnamTime::at(at.timestamp()).date);
        self.words.iter().all(is_found)
            && self
                .agency
                .as_ref()
                .is_none_or(|wanted| agency == Some(wanted))
            && self
                .from
                .is_none_or(|from| sent_on.is_some_and(|day| day >= from))
            && self
                .until
                .is_none_or(|until| sent_on.is_some_and(|day| day <= until))
    }
}

fn day(day: Option<&str>, pointer: &str) -> Result<Option<Date>, Refusal> {
    let Some(day) = day else {
        return Ok(None);
    };
    match Date::parse_iso(day) {
        Some(date) => Ok(Some(date)),
        None => Err(Refusal::invalid_property(pointer, "format")),
    }
}
