//! Ranking: the lower the cost, the nearer. A name beats what people call it, words that stand together in one
//! name beat words gathered from several, and guesses are made only when nothing is found without them.

use super::index::{Entry, Index, Text};
use super::query::{Reading, Term, terms};
use super::words::Word;

/// Cost of finding the query in an alias rather than in the name.
const ALIAS: i32 = 2;
/// Cost of gathering the words from several texts.
const SCATTERED: i32 = 6;
/// Cost of a word found only in the code, the field or the agency.
const AROUND: i32 = 4;
/// Most that an optional word can cost.
const OPTIONAL: i32 = 3;

/// The matching entries, the nearest first, then in the catalogue's order.
pub(super) fn matches(index: &Index, query: &str) -> Vec<usize> {
    let terms = terms(query);
    let found = ranked(index, &terms, false);
    if found.is_empty() {
        ranked(index, &terms, true)
    } else {
        found
    }
}

fn ranked(index: &Index, terms: &[Term], lenient: bool) -> Vec<usize> {
    let mut found: Vec<(i32, usize)> = Vec::new();
    for (position, entry) in index.entries.iter().enumerate() {
        if let Some(cost) = entry_cost(entry, terms, lenient) {
            found.push((cost, position));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, position)| position).collect()
}

fn entry_cost(entry: &Entry, terms: &[Term], lenient: bool) -> Option<i32> {
    let together = entry.texts.iter().enumerate().filter_map(|(number, text)| {
        let source = if number == 0 { 0 } else { ALIAS };
        text_cost(text, terms, lenient).map(|cost| cost + source)
    });
    let cost = together
        .min()
        .or_else(|| scattered_cost(entry, terms, lenient))?;
    let optional = terms.iter().filter(|term| term.optional).map(|term| {
        gathered(entry, term, lenient)
            .unwrap_or(OPTIONAL)
            .min(OPTIONAL)
    });
    Some(cost + optional.sum::<i32>())
}

/// The cost of finding every required term in one text.
fn text_cost(text: &Text, terms: &[Term], lenient: bool) -> Option<i32> {
    let mut total = 0;
    let mut phrase = String::from(" ");
    for term in terms.iter().filter(|term| !term.optional) {
        let readings = readings(term, lenient);
        let costs = readings.filter_map(|one| Some((reading_cost(text, one, lenient)?, one)));
        let (cost, reading) = costs.min_by_key(|(cost, _)| *cost)?;
        total += cost;
        for word in &reading.words {
            phrase.push_str(&word.folded);
            phrase.push(' ');
        }
    }
    let nearer = if text.spaced == phrase {
        4
    } else if text.spaced.starts_with(&phrase) {
        3
    } else if text.spaced.contains(&phrase) {
        2
    } else {
        0
    };
    Some(total - nearer)
}

fn scattered_cost(entry: &Entry, terms: &[Term], lenient: bool) -> Option<i32> {
    let mut total = SCATTERED;
    for term in terms.iter().filter(|term| !term.optional) {
        total += gathered(entry, term, lenient)?;
    }
    Some(total)
}

/// The least cost of a term anywhere in an entry, its words in one text or around.
fn gathered(entry: &Entry, term: &Term, lenient: bool) -> Option<i32> {
    let mut least: Option<i32> = None;
    for reading in readings(term, lenient) {
        let in_texts = entry
            .texts
            .iter()
            .filter_map(|text| reading_cost(text, reading, lenient))
            .min();
        let around = words_cost(&entry.around, reading, lenient).map(|cost| cost + AROUND);
        for cost in [in_texts, around].into_iter().flatten() {
            least = Some(least.map_or(cost, |known| known.min(cost)));
        }
    }
    least
}

fn readings(term: &Term, lenient: bool) -> impl Iterator<Item = &Reading> {
    term.readings
        .iter()
        .filter(move |reading| lenient || !reading.guess)
}

fn reading_cost(text: &Text, reading: &Reading, lenient: bool) -> Option<i32> {
    words_cost(&text.words, reading, lenient).or_else(|| {
        // «khaisinh»: typed without the space.
        let [word] = reading.words.as_slice() else {
            return None;
        };
        let run = word.folded.len() >= 6 && text.joined.contains(&word.folded);
        (lenient && run).then_some(5)
    })
}

fn words_cost(words: &[Word], reading: &Reading, lenient: bool) -> Option<i32> {
    let mut total = reading.extra;
    for typed in &reading.words {
        total += words
            .iter()
            .filter_map(|word| typed.cost(word, lenient))
            .min()?;
    }
    Some(total)
}
