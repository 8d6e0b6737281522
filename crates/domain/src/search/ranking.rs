//! Finds procedures and ranks them by cost: the lower the cost, the better the match.
//!
//! A match in the name ranks before a match in an alias. Words that are found together in one name rank before words
//! that are found in several texts. Spelling corrections are used only if nothing is found without them.

use super::query::{QueryTerm, TermVariant, parse_query};
use super::search_filters::SearchFilters;
use super::search_index::{IndexedName, IndexedProcedure, SearchIndex};
use super::word::Word;

/// Extra cost if the query is found in an alias and not in the name.
const ALIAS_COST: i32 = 2;
/// Extra cost if the words of the query are found in several texts.
const SCATTERED_COST: i32 = 6;
/// Extra cost if a word is found only in the code, field or agency.
const CONTEXT_COST: i32 = 4;
/// The maximum cost of an optional word, even if the word is not found at all.
const MAX_OPTIONAL_COST: i32 = 3;

/// Finds the procedures that match the query and the filters, best match first. Each result is a position in the
/// catalogue's list of procedures. An empty query matches all procedures, in the catalogue's order.
pub fn search(index: &SearchIndex, query: &str, filters: &SearchFilters) -> Vec<usize> {
    let mut found = ranked_matches(index, query);
    found.retain(|position| index.passes(*position, filters));
    found
}

/// The positions of the procedures that match the query, best match first. Procedures with equal cost stay in the
/// catalogue's order.
pub(super) fn ranked_matches(index: &SearchIndex, query: &str) -> Vec<usize> {
    let terms = parse_query(query);
    let found = rank(index, &terms, false);
    if found.is_empty() {
        rank(index, &terms, true)
    } else {
        found
    }
}

fn rank(index: &SearchIndex, terms: &[QueryTerm], allow_typos: bool) -> Vec<usize> {
    let mut found: Vec<(i32, usize)> = Vec::new();
    for (position, procedure) in index.procedures.iter().enumerate() {
        if let Some(cost) = procedure_cost(procedure, terms, allow_typos) {
            found.push((cost, position));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, position)| position).collect()
}

fn procedure_cost(
    procedure: &IndexedProcedure,
    terms: &[QueryTerm],
    allow_typos: bool,
) -> Option<i32> {
    let in_one_name = procedure
        .names
        .iter()
        .enumerate()
        .filter_map(|(number, name)| {
            let alias_cost = if number == 0 { 0 } else { ALIAS_COST };
            name_cost(name, terms, allow_typos).map(|cost| cost + alias_cost)
        });
    let cost = in_one_name
        .min()
        .or_else(|| scattered_cost(procedure, terms, allow_typos))?;
    let optional = terms.iter().filter(|term| term.is_optional).map(|term| {
        term_cost(procedure, term, allow_typos)
            .unwrap_or(MAX_OPTIONAL_COST)
            .min(MAX_OPTIONAL_COST)
    });
    Some(cost + optional.sum::<i32>())
}

/// The cost of finding every required term in one name. `None` if a term is not found.
fn name_cost(name: &IndexedName, terms: &[QueryTerm], allow_typos: bool) -> Option<i32> {
    let mut total = 0;
    let mut phrase = String::from(" ");
    for term in terms.iter().filter(|term| !term.is_optional) {
        let variants = usable_variants(term, allow_typos);
        let costs = variants
            .filter_map(|variant| Some((variant_cost(name, variant, allow_typos)?, variant)));
        let (cost, variant) = costs.min_by_key(|(cost, _)| *cost)?;
        total += cost;
        for word in &variant.words {
            phrase.push_str(&word.folded);
            phrase.push(' ');
        }
    }
    let phrase_bonus = if name.spaced == phrase {
        4
    } else if name.spaced.starts_with(&phrase) {
        3
    } else if name.spaced.contains(&phrase) {
        2
    } else {
        0
    };
    Some(total - phrase_bonus)
}

/// The cost of finding every required term somewhere in the texts of a procedure. `None` if a term is not found.
fn scattered_cost(
    procedure: &IndexedProcedure,
    terms: &[QueryTerm],
    allow_typos: bool,
) -> Option<i32> {
    let mut total = SCATTERED_COST;
    for term in terms.iter().filter(|term| !term.is_optional) {
        total += term_cost(procedure, term, allow_typos)?;
    }
    Some(total)
}

/// The lowest cost of finding a term in any text of a procedure. All words of one interpretation must be in the same
/// text.
fn term_cost(procedure: &IndexedProcedure, term: &QueryTerm, allow_typos: bool) -> Option<i32> {
    let costs = usable_variants(term, allow_typos).flat_map(|variant| {
        let in_names = procedure.names.iter();
        let in_names = in_names.filter_map(|name| variant_cost(name, variant, allow_typos));
        let in_context = words_cost(&procedure.context_words, variant, allow_typos);
        in_names.chain(in_context.map(|cost| cost + CONTEXT_COST))
    });
    costs.min()
}

/// The interpretations of a term. Corrections are included only if `allow_typos` is set.
fn usable_variants(term: &QueryTerm, allow_typos: bool) -> impl Iterator<Item = &TermVariant> {
    term.variants
        .iter()
        .filter(move |variant| allow_typos || !variant.is_correction)
}

/// The cost of finding one interpretation of a term in a name.
fn variant_cost(name: &IndexedName, variant: &TermVariant, allow_typos: bool) -> Option<i32> {
    words_cost(&name.words, variant, allow_typos).or_else(|| {
        // The citizen may omit the space between words: «khaisinh».
        let [word] = variant.words.as_slice() else {
            return None;
        };
        let is_joined = word.folded.len() >= 6 && name.joined.contains(&word.folded);
        (allow_typos && is_joined).then_some(5)
    })
}

/// The cost of finding every word of one interpretation among `words`.
fn words_cost(words: &[Word], variant: &TermVariant, allow_typos: bool) -> Option<i32> {
    let mut total = variant.cost;
    for typed in &variant.words {
        total += words
            .iter()
            .filter_map(|word| typed.match_cost(word, allow_typos))
            .min()?;
    }
    Some(total)
}
