//! Tests of queries as people type them, on a small catalogue of real procedures.

use proptest::prelude::*;

use contract::procedure::ServiceLevel;

use super::*;

mod procedures;

use procedures::catalogue;

fn found(query: &str) -> Vec<String> {
    let catalogue = catalogue();
    let positions = search(
        &SearchIndex::new(&catalogue),
        query,
        &SearchFilters::default(),
    );
    let codes = positions
        .iter()
        .filter_map(|at| catalogue.procedures.get(*at));
    codes.map(|entry| entry.code.clone()).collect()
}

#[test]
fn finds_what_people_mean() {
    for (query, first) in [
        ("đăng ký khai sinh", "1.001193"),
        ("dang ky khai sinh", "1.001193"),
        ("ĐĂNG KÝ KHAI SINH", "1.001193"),
        ("dk khai sinh", "1.001193"),
        ("đk ks", "1.001193"),
        ("khai sanh", "1.001193"),
        ("dang ki khai sinh", "1.001193"),
        ("khai sinhh", "1.001193"),
        ("khaisinh", "1.001193"),
        ("lam khai sinh cho con", "1.001193"),
        ("dkks", "1.001193"),
        ("ho khau", "1.004222"),
        ("nhập hộ khẩu", "1.004222"),
        ("dang ky ho khau", "1.004222"),
        ("nhap khau cho con", "1.004222"),
        ("thuong tru online dc ko", "1.004222"),
        ("thuogn tru", "1.004222"),
        ("dang ky tam tru", "1.004194"),
        ("dk tam tru can j z", "1.004194"),
        ("thuê nhà", "1.004194"),
        ("khai tu mat bn tien vay", "1.000656"),
        ("kt", "1.000656"),
        ("chung thuc chu ky phi bn", "2.000884"),
        ("gia han tam tru qua mang dc k", "1.002755"),
        ("giay doc than", "1.004873"),
        ("xn tthn", "1.004873"),
        ("kh", "1.000894"),
        ("lay chong", "1.000894"),
        ("mo quan", "1.001612"),
        ("hkd", "1.001612"),
        ("bhyt", "1.014137"),
        ("tach ho", "1.010038"),
        ("trich luc ks", "2.000635"),
        ("cong chung", "2.000815"),
        ("1.004194", "1.004194"),
        ("Đa\u{306}ng ky\u{301} ta\u{323}m tru\u{301}", "1.004194"),
    ] {
        let codes = found(query);
        assert_eq!(
            codes.first().map(String::as_str),
            Some(first),
            "{query}: {codes:?}"
        );
    }
}

#[test]
fn ranks_the_typed_accents_first_and_keeps_others() {
    let tax = found("thuế");
    let rent = found("thuê");
    assert_eq!(
        (
            tax.first().map(String::as_str),
            rent.first().map(String::as_str)
        ),
        (Some("9.000001"), Some("1.004194"))
    );
    assert_eq!((tax.len(), rent.len()), (2, 2));
}

#[test]
fn finds_all_procedures_for_an_empty_query() {
    for query in ["", "  ", "?!"] {
        assert_eq!(found(query).len(), 21, "{query:?}");
        assert_eq!(found(query).first().map(String::as_str), Some("1.001193"));
    }
}

#[test]
fn ignores_unusual_characters() {
    let plain = found("khai sinh");
    for query in [
        "\u{202E}khai sinh",
        "khai 😀 sinh",
        "\u{200B}khai\u{A0}sinh",
        "<khai sinh/>",
        "KHAI SINH",
    ] {
        assert_eq!(found(query), plain, "{query:?}");
    }
    assert_eq!(
        found("đăng ký kết hôn"),
        found("đa\u{306}ng ky\u{301} kê\u{301}t hôn")
    );
    assert_eq!(found(&"dài ".repeat(2_500)), [""; 0]);
    assert_eq!(found(&"9".repeat(10_000)), [""; 0]);
}

#[test]
fn finds_nothing_for_an_unknown_procedure() {
    for query in ["hộ chiếu", "bằng lái", "xyzxyz", "khai sinh máy bay"] {
        assert_eq!(found(query), [""; 0], "{query}");
    }
}

#[test]
fn requires_every_word_to_match() {
    let codes = found("khai sinh luu dong");
    assert_eq!(codes, ["1.003583"]);
}

#[test]
fn finds_a_half_typed_word() {
    assert!(found("khai s").contains(&"1.001193".to_owned()));
    assert!(found("thươ").contains(&"1.004222".to_owned()));
}

#[test]
fn filters_results_and_keeps_their_order() {
    let catalogue = catalogue();
    let index = SearchIndex::new(&catalogue);
    let filters = SearchFilters {
        agency: Some("cong-an".to_owned()),
        level: Some(ServiceLevel::Full),
        ..SearchFilters::default()
    };
    let codes: Vec<&str> = search(&index, "", &filters)
        .into_iter()
        .filter_map(|at| {
            catalogue
                .procedures
                .get(at)
                .map(|entry| entry.code.as_str())
        })
        .collect();
    assert_eq!(codes, ["1.004194", "1.003197", "1.010028"]);
    let nothing = SearchFilters {
        field: Some("gone".to_owned()),
        ..SearchFilters::default()
    };
    assert!(search(&index, "", &nothing).is_empty());
}

#[test]
fn counts_the_results_of_each_filter_option() {
    let index = SearchIndex::new(&catalogue());
    let filters = SearchFilters {
        agency: Some("cong-an".to_owned()),
        ..SearchFilters::default()
    };
    let facets = count_facets(&index, "tạm trú", &filters);
    let count = |list: &[FacetCount], key: &str| {
        list.iter()
            .find(|facet| facet.key == key)
            .map(|facet| facet.count)
    };
    assert_eq!(count(&facets.agencies, "cong-an"), Some(3));
    assert_eq!(
        count(&facets.agencies, "tu-phap"),
        Some(0),
        "the query still applies"
    );
    assert_eq!(
        count(&facets.fields, "cu-tru"),
        Some(3),
        "the agency filter still applies"
    );
    assert_eq!(
        facets.levels,
        [
            (ServiceLevel::Full, 2),
            (ServiceLevel::Partial, 1),
            (ServiceLevel::InPerson, 0),
            (ServiceLevel::Unknown, 0)
        ]
    );
    for facet in &facets.fields {
        let chosen = SearchFilters {
            field: Some(facet.key.clone()),
            ..filters.clone()
        };
        assert_eq!(
            search(&index, "tạm trú", &chosen).len(),
            facet.count,
            "{}",
            facet.key
        );
    }
}

proptest! {
    #[test]
    fn searching_never_panics(query in ".{0,60}") {
        let index = SearchIndex::new(&catalogue());
        let positions = search(&index, &query, &SearchFilters::default());
        prop_assert!(positions.iter().all(|at| *at < 21));
        let all: usize = count_facets(&index, &query, &SearchFilters::default()).levels.iter().map(|(_, n)| n).sum();
        prop_assert_eq!(all, positions.len());
    }
}
