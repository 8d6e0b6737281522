//! The largest allowed sizes of the app, and the lines that compare the present sizes with them.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

/// The budgets in compressed bytes (brotli, quality 11). `make sizes` prints them in this order. The names are those
/// that `check.rs` gives to the sizes.
const BUDGETS: [(&str, usize); 12] = [
    ("index.html", 14_000),
    ("first screen", 165_500),
    ("main wasm", 139_000),
    ("chunk find", 53_000),
    ("chunk identity", 95_000),
    ("chunk filing", 233_000),
    ("chunk following", 116_000),
    ("shared chunks", 207_500),
    ("all wasm", 843_000),
    ("guest's search", 306_000),
    ("birth filing", 752_000),
    ("form engine", 35_000),
];

/// Sizes in compressed bytes, by name.
pub(crate) type Sizes = BTreeMap<String, usize>;

/// Compares each size with its budget and with the size in the last release. Returns the lines to print, and whether all
/// sizes are within their budgets.
///
/// # Errors
///
/// When a size has no budget, for example because the app has a new chunk, or a budget has no size.
pub(crate) fn compare(sizes: &Sizes, last_release: &Sizes) -> Result<(Vec<String>, bool)> {
    compare_with(&BUDGETS, sizes, last_release)
}

fn compare_with(
    budgets: &[(&str, usize)],
    sizes: &Sizes,
    last_release: &Sizes,
) -> Result<(Vec<String>, bool)> {
    if let Some(name) = sizes
        .keys()
        .find(|name| !budgets.iter().any(|(known, _)| known == name))
    {
        bail!("«{name}» has no budget in tools/build/src/sizes/budgets.rs");
    }
    let mut lines = vec!["      size      budget  last release".to_owned()];
    let mut within = true;
    for (name, most) in budgets {
        let Some(size) = sizes.get(*name) else {
            bail!("the budget «{name}» belongs to nothing that was measured");
        };
        let verdict = if size <= most { "ok" } else { "OVER" };
        within &= size <= most;
        lines.push(format!(
            "{} {} {:>13}  {name}: {verdict}",
            kilobytes(*size),
            kilobytes(*most),
            change(*size, last_release.get(*name).copied()),
        ));
    }
    Ok((lines, within))
}

/// Formats how much larger a size is than before, for example `+1.2 kB`. A dash stands for a size that is new.
fn change(now: usize, before: Option<usize>) -> String {
    let Some(before) = before else {
        return "–".to_owned();
    };
    let sign = if now < before { '-' } else { '+' };
    format!("{sign}{}", kilobytes(now.abs_diff(before)).trim_start())
}

/// Formats a number of bytes as kilobytes (1,000 bytes) with one decimal, right-aligned.
pub(crate) fn kilobytes(bytes: usize) -> String {
    // The size in tenths of a kilobyte, rounded.
    let tenths = (bytes + 50) / 100;
    format!("{:>6}.{} kB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUDGETS: [(&str, usize); 2] = [("main wasm", 150_000), ("all wasm", 450_000)];

    fn sizes(main: usize, all: usize) -> Sizes {
        [("main wasm", main), ("all wasm", all)]
            .map(|(name, size)| (name.to_owned(), size))
            .into()
    }

    #[test]
    fn a_size_one_byte_above_the_budget_is_over_it() -> Result<()> {
        let last = Sizes::new();
        assert!(compare_with(&BUDGETS, &sizes(150_000, 450_000), &last)?.1);
        let (lines, within) = compare_with(&BUDGETS, &sizes(150_001, 450_000), &last)?;
        assert!(!within);
        assert!(lines.iter().any(|line| line.ends_with("main wasm: OVER")));
        assert!(lines.iter().any(|line| line.ends_with("all wasm: ok")));
        Ok(())
    }

    #[test]
    fn prints_what_changed_against_the_last_release() -> Result<()> {
        let (lines, _) =
            compare_with(&BUDGETS, &sizes(149_000, 400_000), &sizes(150_200, 399_900))?;
        assert!(
            lines
                .iter()
                .any(|line| line.contains(" -1.2 kB  main wasm"))
        );
        assert!(lines.iter().any(|line| line.contains(" +0.1 kB  all wasm")));
        Ok(())
    }

    #[test]
    fn refuses_a_size_without_a_budget_and_a_budget_without_a_size() {
        let mut all = sizes(1, 1);
        all.insert("chunk new".to_owned(), 1);
        assert!(compare_with(&BUDGETS, &all, &Sizes::new()).is_err());
        assert!(compare_with(&BUDGETS, &Sizes::new(), &Sizes::new()).is_err());
    }

    #[test]
    fn prints_tenths_of_a_kilobyte() {
        assert_eq!(kilobytes(167_449), "   167.4 kB");
        assert_eq!(kilobytes(167_450), "   167.5 kB");
        assert_eq!(kilobytes(90), "     0.1 kB");
    }
}
