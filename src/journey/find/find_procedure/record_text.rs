//! Formats the service levels, processing times and fees of a record as text. If the record lacks a value, the text
//! says that it is missing; no value is guessed.

use contract::procedure::{
    Channel, Fee, FeeKind, FilingMethod, ProcessingTime, ServiceLevel, TimeUnit,
};
use domain::format::display_money;

use crate::i18n::find_procedure::{LevelWords, RecordWords};
use crate::i18n::{Words, official};
use crate::ui::MixedText;
use crate::ui::badge::BadgeKind;

/// The name of a service level.
pub(super) const fn level_name(words: &LevelWords, level: ServiceLevel) -> &'static str {
    match level {
        ServiceLevel::Full => words.full,
        ServiceLevel::Partial => words.partial,
        ServiceLevel::InPerson => words.in_person,
        ServiceLevel::Unknown => words.unknown,
        ServiceLevel::Other(text) => text.as_str(),
    }
}

/// The sentence that explains a service level.
pub(super) const fn level_meaning(words: &LevelWords, level: ServiceLevel) -> &'static str {
    match level {
        ServiceLevel::Full => words.full_meaning,
        ServiceLevel::Partial => words.partial_meaning,
        ServiceLevel::InPerson => words.in_person_meaning,
        ServiceLevel::Unknown => words.unknown_meaning,
        ServiceLevel::Other(_) => "",
    }
}

/// Whether the procedure can be filed through the portal. Without a known level, the agency decides.
pub(super) const fn is_filed_online(level: ServiceLevel) -> bool {
    match level {
        ServiceLevel::Full
        | ServiceLevel::Partial
        | ServiceLevel::Unknown
        | ServiceLevel::Other(_) => true,
        ServiceLevel::InPerson => false,
    }
}

/// The label of the link to the page «Chuẩn bị hồ sơ». It promises filing only if the procedure can be filed online.
pub(super) fn prepare_label(words: Words, level: ServiceLevel) -> &'static str {
    match is_filed_online(level) {
        true => words.find_procedure().file,
        false => words.prepare().title,
    }
}

/// The colour of the badge that shows a service level.
pub(super) const fn level_badge(level: ServiceLevel) -> BadgeKind {
    match level {
        ServiceLevel::Full => BadgeKind::Success,
        ServiceLevel::Partial => BadgeKind::Accent,
        ServiceLevel::InPerson | ServiceLevel::Unknown | ServiceLevel::Other(_) => {
            BadgeKind::Neutral
        }
    }
}

/// Formats a processing time: «1 ngày làm việc».
pub(super) fn time_limit(words: &RecordWords, time: &ProcessingTime) -> String {
    let unit = match time.unit {
        TimeUnit::Hour => words.hours,
        TimeUnit::Day => words.days,
        TimeUnit::WorkingDay => words.working_days,
        TimeUnit::Month => words.months,
        TimeUnit::Other(text) => text.as_str(),
    };
    [&time.amount.to_string(), " ", unit].concat()
}

/// Formats a fee: «Lệ phí: 8.000 đ».
pub(super) fn fee_text(words: &RecordWords, fee: &Fee) -> MixedText {
    let kind = match fee.kind {
        FeeKind::Charge => words.charge,
        FeeKind::Duty => words.duty,
        FeeKind::Other(text) => text.as_str(),
    };
    let sum = match fee.amount {
        None => words.local.to_owned(),
        Some(0) => words.free.to_owned(),
        Some(dong) => display_money(dong),
    };
    let text = MixedText::from([kind, ": ", &sum].concat());
    match &fee.note {
        None => text,
        Some(note) => text.and(None, ". ").and(official(), note),
    }
}

/// Groups the filing methods that have the same processing time, fees and note, because most records repeat the same
/// values for every channel. Each group is a pair: the names of its channels, joined with « · », and its first method.
pub(super) fn group_methods<'a>(
    words: &RecordWords,
    methods: &'a [FilingMethod],
) -> Vec<(String, &'a FilingMethod)> {
    let mut groups: Vec<(String, &FilingMethod)> = Vec::new();
    for method in methods {
        let name = match method.channel {
            Channel::Online => words.online,
            Channel::Post => words.post,
            Channel::Counter => words.counter,
            Channel::Other(text) => text.as_str(),
        };
        let same = groups.iter_mut().find(|(_, other)| {
            other.time == method.time && other.fees == method.fees && other.note == method.note
        });
        match same {
            Some((names, _)) => {
                names.push_str(" · ");
                names.push_str(name);
            }
            None => groups.push((name.to_owned(), method)),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn only_a_procedure_that_is_filed_online_offers_to_file_it() {
        for language in [Language::Vi, Language::En] {
            let words = language.words();
            let file = words.find_procedure().file;
            for level in [
                ServiceLevel::Full,
                ServiceLevel::Partial,
                ServiceLevel::Unknown,
            ] {
                assert_eq!(prepare_label(words, level), file, "{level:?}");
            }
            let in_person = prepare_label(words, ServiceLevel::InPerson);
            assert_eq!(in_person, words.prepare().title);
        }
    }

    fn method(channel: Channel, amount: Option<u64>) -> FilingMethod {
        FilingMethod {
            channel,
            time: Some(ProcessingTime {
                amount: 1,
                unit: TimeUnit::WorkingDay,
            }),
            fees: vec![Fee {
                kind: FeeKind::Duty,
                amount,
                note: None,
            }],
            note: None,
        }
    }

    #[test]
    fn a_fee_shows_its_kind_amount_and_note() {
        let words = &Language::Vi.words().find_procedure().record;
        for (amount, note, text) in [
            (Some(8_000), None, "Lệ phí: 8.000 đ"),
            (Some(0), None, "Lệ phí: không thu"),
            (
                None,
                Some("Miễn cho hộ nghèo."),
                "Lệ phí: theo quy định của địa phương. Miễn cho hộ nghèo.",
            ),
        ] {
            let one = Fee {
                kind: FeeKind::Duty,
                amount,
                note: note.map(str::to_owned),
            };
            assert_eq!(fee_text(words, &one).text(), text);
        }
    }

    #[test]
    fn lists_equal_filing_methods_once() {
        let words = &Language::Vi.words().find_procedure().record;
        let methods = [
            method(Channel::Online, Some(0)),
            method(Channel::Post, Some(8_000)),
            method(Channel::Counter, Some(0)),
        ];
        let names: Vec<String> = group_methods(words, &methods)
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(
            names,
            [
                "Trực tuyến · Trực tiếp tại cơ quan",
                "Qua bưu chính công ích"
            ]
        );
    }

    #[test]
    fn a_time_limit_names_its_unit() {
        let words = &Language::Vi.words().find_procedure().record;
        let limit = ProcessingTime {
            amount: 3,
            unit: TimeUnit::WorkingDay,
        };
        assert_eq!(time_limit(words, &limit), "3 ngày làm việc");
    }
}
