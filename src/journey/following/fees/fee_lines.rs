//! The lines of a fee: phí and lệ phí apart, each with its rule and its sum.

use contract::payment::{DossierFee, FeeLine, FeeLineKind};
use domain::format::display_money;
use leptos::prelude::*;

use crate::i18n::fees::FeeWords;
use crate::i18n::official;

/// The lines of one kind.
#[derive(Debug, PartialEq)]
struct LinesOfKind<'a> {
    kind: FeeLineKind,
    lines: Vec<&'a FeeLine>,
    sum: u64,
}

/// Groups the lines by kind, in the order in which the kinds first appear.
fn by_kind(lines: &[FeeLine]) -> Vec<LinesOfKind<'_>> {
    let mut kinds: Vec<LinesOfKind<'_>> = Vec::new();
    for line in lines {
        match kinds.iter_mut().find(|group| group.kind == line.kind) {
            Some(group) => {
                group.lines.push(line);
                group.sum = group.sum.saturating_add(line.amount);
            }
            None => kinds.push(LinesOfKind {
                kind: line.kind,
                lines: vec![line],
                sum: line.amount,
            }),
        }
    }
    kinds
}

/// Renders the lines of a fee, with the sum of each kind if there are several kinds.
pub(super) fn fee_lines(words: &'static FeeWords, fee: &DossierFee) -> AnyView {
    let kinds = by_kind(&fee.lines);
    let several = kinds.len() > 1;
    let groups: Vec<AnyView> = kinds
        .iter()
        .map(|group| {
            let kind = words.kind(group.kind);
            let rows: Vec<AnyView> = group.lines.iter().map(|line| row(words, line)).collect();
            let sum = several.then(|| {
                view! {
                    <tr class="fee-lines__sum">
                        <th scope="row">{words.sum_of} {kind}</th>
                        <td translate="no">{display_money(group.sum)}</td>
                    </tr>
                }
            });
            view! {
                <tbody>
                    <tr>
                        <th class="fee-lines__kind" colspan="2" scope="rowgroup">{kind}</th>
                    </tr>
                    {rows}
                    {sum}
                </tbody>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="fee-lines">
            {groups}
            <tfoot>
                <tr>
                    <th scope="row">{words.total}</th>
                    <td translate="no">{display_money(fee.total)}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

fn row(words: &'static FeeWords, line: &FeeLine) -> AnyView {
    let basis = line.basis.clone().map(|basis| {
        view! {
            <p class="muted">
                {words.basis} <span lang=official()>{basis}</span>
            </p>
        }
    });
    view! {
        <tr>
            <th scope="row">
                <p lang=official()>{line.name.clone()}</p>
                {basis}
            </th>
            <td translate="no">{display_money(line.amount)}</td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_phi_and_le_phi_apart() {
        let line = |kind, amount| FeeLine {
            kind,
            name: String::new(),
            amount,
            basis: None,
        };
        let lines = [
            line(FeeLineKind::Duty, 5_000),
            line(FeeLineKind::Charge, 50_000),
            line(FeeLineKind::Duty, 3_000),
        ];
        let sums: Vec<_> = by_kind(&lines)
            .into_iter()
            .map(|group| (group.kind, group.lines.len(), group.sum))
            .collect();
        let expected = [
            (FeeLineKind::Duty, 2, 8_000),
            (FeeLineKind::Charge, 1, 50_000),
        ];
        assert_eq!(sums, expected);
    }
}
