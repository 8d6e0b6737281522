//! What to know before filing (R4.20–R4.22): what one needs, how long it takes and what it costs, and the steps
//! that follow.

use contract::procedure::{Channel, Procedure};
use leptos::prelude::*;

use super::terms;
use crate::i18n::find_procedure::RecordWords;
use crate::i18n::{Words, use_words};
use crate::journey::going::use_sign_in_and_return;
use crate::routes;
use crate::session::{Visitor, use_session};
use crate::ui::Said;
use crate::ui::summary_list::{SummaryList, SummaryRow};

/// Conditions, time and fee, and steps.
#[component]
pub fn BeforeFiling(
    /// The procedure.
    procedure: Procedure,
) -> impl IntoView {
    let words = use_words();
    let text = words.prepare();
    let cost = cost(&words.find_procedure().record, &procedure);
    let steps = steps(words, !procedure.parts.is_empty()).into_iter();
    view! {
        <section class="section prose prepare-aside">
            <h2>{text.conditions}</h2>
            <ul>
                <li>{text.account} <AccountWays /></li>
                <li>{text.person}</li>
                <li>{text.papers_known}</li>
            </ul>
        </section>
        <section class="section prepare-aside">
            <h2>{text.cost}</h2>
            <SummaryList rows=Signal::stored(cost) />
        </section>
        <section class="section prose prepare-aside">
            <h2>{text.steps}</h2>
            <ol class="prepare-steps">
                {steps.map(|step| view! { <li>{step}</li> }).collect_view()}
            </ol>
        </section>
    }
}

/// The ways to an account, for a guest.
#[component]
fn AccountWays() -> impl IntoView {
    let words = use_words();
    let session = use_session();
    let sign_in = use_sign_in_and_return();
    let guest = Memo::new(move |_| session.visitor() == Visitor::Guest);
    move || {
        guest.get().then(|| {
            view! {
                " "
                <a href=sign_in()>{words.shell().sign_in}</a>
                " "
                {words.prepare().account_ways}
                " "
                <a href=routes::register()>{words.shell().register}</a>
            }
        })
    }
}

/// Time and fees of filing online.
fn cost(words: &RecordWords, procedure: &Procedure) -> Vec<SummaryRow> {
    let mut methods = procedure.methods.iter();
    let online = methods.find(|method| method.channel == Channel::Online);
    let time = online.and_then(|method| method.time.as_ref());
    let time = time.map_or_else(
        || words.time_unknown.to_owned(),
        |time| terms::time(words, time),
    );
    let fees = online.map(|method| method.fees.as_slice());
    let row = |key: &str, value: Said| SummaryRow {
        key: key.into(),
        value,
        action: None,
    };
    let mut rows = vec![row(words.time, time.into())];
    match fees.unwrap_or_default() {
        [] => rows.push(row(words.fees, words.fees_unknown.into())),
        fees => rows.extend(
            fees.iter()
                .map(|fee| row(words.fees, terms::fee(words, fee))),
        ),
    }
    rows
}

/// The steps that follow (R4.8–R4.13); a group shows the declarations that it makes.
fn steps(words: Words, group: bool) -> Vec<&'static str> {
    let (text, own) = (words.fill_form(), words.prepare());
    match group {
        true => vec![
            text.step_agency,
            text.step_form,
            own.step_declarations,
            text.step_attachments,
            text.step_delivery,
            own.step_finish,
        ],
        false => vec![
            text.step_agency,
            text.step_form,
            text.step_attachments,
            text.step_delivery,
            text.step_review,
        ],
    }
}

#[cfg(test)]
mod tests {
    use contract::procedure::{Duration, Fee, FeeKind, FilingMethod, TimeUnit};

    use super::super::checklist::tests::procedure;
    use super::*;
    use crate::i18n::Language;

    fn said(procedure: &Procedure) -> Vec<String> {
        let words = &Language::Vi.words().find_procedure().record;
        let rows = cost(words, procedure).into_iter();
        rows.map(|row| [row.key.text(), ": ".to_owned(), row.value.text()].concat())
            .collect()
    }

    #[test]
    fn time_and_fee_are_those_of_filing_online() {
        let mut procedure = procedure();
        let method = |channel, amount, sum| FilingMethod {
            channel,
            time: Some(Duration {
                amount,
                unit: TimeUnit::WorkingDay,
            }),
            fees: vec![Fee {
                kind: FeeKind::Duty,
                amount: Some(sum),
                note: None,
            }],
            note: None,
        };
        procedure.methods = vec![
            method(Channel::Counter, 5, 8_000),
            method(Channel::Online, 3, 0),
        ];
        assert_eq!(
            said(&procedure),
            [
                "Thời hạn giải quyết: 3 ngày làm việc",
                "Phí, lệ phí: Lệ phí: không thu"
            ]
        );
    }

    #[test]
    fn what_the_record_does_not_state_is_said_to_be_missing() {
        assert_eq!(
            said(&procedure()),
            [
                "Thời hạn giải quyết: không được nêu",
                "Phí, lệ phí: không được nêu"
            ]
        );
    }

    #[test]
    fn a_group_has_six_steps_in_the_words_of_the_documents() {
        let words = Language::Vi.words();
        let steps = steps(words, true);
        assert_eq!(steps.len(), 6);
        assert_eq!(steps.first(), Some(&"Lựa chọn cơ quan thực hiện"));
        assert_eq!(steps.get(2), Some(&"Xem lại các tờ khai chi tiết"));
        assert_eq!(steps.last(), Some(&"Hoàn thiện gửi hồ sơ"));
    }
}
