//! Queries as people type them, over procedures as they are called.

use proptest::prelude::*;

use super::*;

mod procedures;

use procedures::catalogue;

fn found(query: &str) -> Vec<String> {
    let catalogue = catalogue();
    let positions = search(&Index::new(&catalogue), query, &Filters::default());
    let codes = positions
        .iter()
        .filter_map(|at| catalogue.procedures.get(*at));
    codes.map(|entry| entry.code.clone()).collect()
}

#[test]
fn people_find_what_they_mean() {
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
fn marks_as_typed_rank_first_and_others_stay() {
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
fn an_empty_query_gives_all_in_the_catalogues_order() {
    for query in ["", "  ", "?!"] {
        assert_eq!(found(query).len(), 21, "{query:?}");
        assert_eq!(found(query).first().map(String::as_str), Some("1.001193"));
    }
}

#[test]
fn odd_letters_neither_hide_a_procedure_nor_invent_one() {
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
fn what_is_not_there_is_not_found() {
    for query in ["hộ chiếu", "bằng lái", "xyzxyz", "khai sinh máy bay"] {
        assert_eq!(found(query), [""; 0], "{query}");
    }
}

#[test]
fn every_word_must_match() {
    let codes = found("khai sinh luu dong");
    assert_eq!(codes, ["1.003583"]);
}

#[test]
fn a_word_half_typed_finds_already() {
    assert!(found("khai s").contains(&"1.001193".to_owned()));
    assert!(found("thươ").contains(&"1.004222".to_owned()));
}

#[test]
fn filters_narrow_and_keep_the_order() {
    let catalogue = catalogue();
    let index = Index::new(&catalogue);
    let filters = Filters {
        agency: Some("cong-an".to_owned()),
        level: Some(ServiceLevel::Full),
        ..Filters::default()
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
    let nothing = Filters {
        field: Some("gone".to_owned()),
        ..Filters::default()
    };
    assert!(search(&index, "", &nothing).is_empty());
}

#[test]
fn facets_say_what_each_choice_would_leave() {
    let index = Index::new(&catalogue());
    let filters = Filters {
        agency: Some("cong-an".to_owned()),
        ..Filters::default()
    };
    let facets = facets(&index, "tạm trú", &filters);
    let count = |list: &[FacetCount], key: &str| {
        list.iter()
            .find(|facet| facet.key == key)
            .map(|facet| facet.count)
    };
    assert_eq!(count(&facets.agencies, "cong-an"), Some(3));
    assert_eq!(
        count(&facets.agencies, "tu-phap"),
        Some(0),
        "the query is kept"
    );
    assert_eq!(
        count(&facets.fields, "cu-tru"),
        Some(3),
        "the agency is kept"
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
        let chosen = Filters {
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
    fn no_query_breaks_the_search(query in ".{0,60}") {
        let index = Index::new(&catalogue());
        let positions = search(&index, &query, &Filters::default());
        prop_assert!(positions.iter().all(|at| *at < 21));
        let all: usize = facets(&index, &query, &Filters::default()).levels.iter().map(|(_, n)| n).sum();
        prop_assert_eq!(all, positions.len());
    }
}
